/*
 * import_header.c - which column of a file is which.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "exchange/import_header.h"
#include <string.h>
#include "base/str.h"

static const struct column *
column_of(const struct import_kind *kind, const char *name)
{
	for (size_t i = 0; i < kind->n_columns; i++)
		if (strcmp(kind->columns[i].name, name) == 0)
			return &kind->columns[i];
	return NULL;
}

static bool
has(const struct header *h, const struct column *c)
{
	for (size_t i = 0; i < h->n; i++)
		if (h->columns[i] == c)
			return true;
	return false;
}

static void
say_unknown(struct import *im, struct import_row *row, const struct csv_field *f,
    size_t i)
{
	struct str list, name;

	if (f->n == 0) {
		import_say(im, row, "row", "column %zu has no name", i + 1);
		return;
	}
	str_init(&list);
	for (size_t c = 0; c < im->kind->n_columns; c++)
		str_addf(&list, " %s", im->kind->columns[c].name);
	str_init(&name);
	str_escape(&name, f->p, f->n, true);
	import_say(im, row, name.p, "is no column of %s; those are:%s",
	    im->kind->name, list.p);
	str_done(&name);
	str_done(&list);
}

static void
read_names(struct import *im, const struct csv_row *from, struct import_row *row,
    struct header *h)
{
	for (size_t i = 0; i < from->n; i++) {
		const struct column *c = column_of(im->kind, from->at[i].p);

		if (c == NULL)
			say_unknown(im, row, &from->at[i], i);
		else if (has(h, c))
			import_say(im, row, c->name, "stands twice in the header");
		else
			h->columns[h->n++] = c;
	}
	for (size_t c = 0; c < im->kind->n_columns; c++)
		if (im->kind->columns[c].required && !has(h, &im->kind->columns[c]))
			import_say(im, row, im->kind->columns[c].name,
			    "this column is missing");
}

bool
header_read(struct import *im, struct csv *csv, struct header *h, struct err *err)
{
	struct import_row row = { .line = 1 };
	struct csv_row from;
	enum csv_result result = csv_next(csv, &from);

	h->n = 0;
	if (result == CSV_FAILED)
		return err_set(err, ERR_ENV, "the file could not be read");
	if (result != CSV_END)
		row.line = from.line;
	if (result == CSV_END)
		import_say(im, &row, "row", "the file is empty: it needs a header");
	else if (result == CSV_WRONG)
		import_say(im, &row, "row", "the header is wrong: %s", from.wrong);
	else
		read_names(im, &from, &row, h);
	if (!row.wrong)
		return true;
	im->result->wrong = 0;	/* no row of the file was looked at */
	err_set(err, ERR_INPUT, "the header is wrong, nothing was imported");
	return err_hint(err, "The first row names the columns.");
}
