/*
 * table_private.h - what table.c moves and table_draw.c shows.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef TERM_TABLE_PRIVATE_H
#define TERM_TABLE_PRIVATE_H
#include "term/table.h"

struct table {
	const struct table_column *columns;
	size_t column_count;
	struct table_source source;
	struct table_row *rows;		/* max of them, n in sight */
	struct table_row *fetched;	/* room for one answer of the source */
	size_t max, n, at;
	int64_t before, total;		/* -1: not known */
};
#endif
