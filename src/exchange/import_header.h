/*
 * import_header.h - which column of a file is which.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef EXCHANGE_IMPORT_HEADER_H
#define EXCHANGE_IMPORT_HEADER_H
#include "exchange/import_private.h"

struct header {
	size_t n;
	const struct column *columns[CSV_FIELDS_MAX];	/* in the file's order */
};

/* Read the first row.  A column that is unknown, missing or there twice is
 * said by its name; false then, with ERR_INPUT. */
bool header_read(struct import *, struct csv *, struct header *, struct err *)
    MUST_CHECK;
#endif
