/*
 * import.c - a file from its first byte to its last event.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Two passes, so that the database is locked only while it is written to:
 * first the file is read, its cells checked and its rows kept; then, in one
 * transaction, the kind checks them against what is known and says them.
 * Wrong rows of the first pass go through the second too, as far as they can
 * be judged, so that one run finds everything.
 */
#include "exchange/import.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "base/xalloc.h"
#include "exchange/csv.h"
#include "exchange/import_complain.h"
#include "exchange/import_header.h"
#include "exchange/import_private.h"

#define LOCK_WAIT_MS 60000

static const struct import_kind *const kinds[] = {
	&import_items, &import_bins, &import_parties, &import_operators,
	&import_serial_rules, &import_warranties, &import_orders,
	&import_expected, &import_units, &import_boms,
};
#define N_KINDS (sizeof kinds / sizeof kinds[0])

const char *
import_kind_name(size_t i)
{
	return i < N_KINDS ? kinds[i]->name : NULL;
}

const char *
import_column_name(size_t kind, size_t i, bool *required)
{
	if (kind >= N_KINDS || i >= kinds[kind]->n_columns)
		return NULL;
	*required = kinds[kind]->columns[i].required;
	return kinds[kind]->columns[i].name;
}

static const struct import_kind *
kind_of(const char *name, struct err *err)
{
	struct str list;

	for (size_t i = 0; i < N_KINDS; i++)
		if (strcmp(kinds[i]->name, name) == 0)
			return kinds[i];
	str_init(&list);
	for (size_t i = 0; i < N_KINDS; i++)
		str_addf(&list, "%s %s", i == 0 ? "" : ",", kinds[i]->name);
	err_set(err, ERR_USAGE, "files of kind \"%s\" are not known", name);
	err_hint(err, "There are:%s.", list.p);
	str_done(&list);
	return NULL;
}

/* --- Rows ---------------------------------------------------------------- */

void *
import_row_at(const struct import *im, size_t i)
{
	assert(i < im->n);
	return im->rows + i * im->kind->row_size;
}

void
import_keep(struct import *im, const void *row)
{
	size_t size = im->kind->row_size;

	if (im->n == im->cap) {
		im->cap = im->cap == 0 ? 64 : im->cap * 2;
		im->rows = xrealloc(im->rows, im->cap * size);
	}
	memcpy(im->rows + im->n++ * size, row, size);
}

/* Read one value into its place, or say why not. */
static void
read_cell(struct import *im, const struct column *c, const struct csv_field *f,
    void *row)
{
	char words[CELL_WORDS];

	if (f->n == 0) {
		if (c->required)
			import_say(im, row, c->name, "must be filled");
	} else if (!c->read(c, f, (char *)row + c->at, words)) {
		import_say(im, row, c->name, "%s", words);
	}
}

static void
read_cells(struct import *im, const struct header *h, const struct csv_row *from,
    void *row)
{
	if (from->n < h->n)
		import_say(im, row, h->columns[from->n]->name,
		    "is missing: the row has %zu values, the header %zu", from->n, h->n);
	else if (from->n > h->n)
		import_say(im, row, "row", "has %zu values, the header %zu", from->n,
		    h->n);
	for (size_t i = 0; i < h->n && i < from->n; i++)
		read_cell(im, h->columns[i], &from->at[i], row);
}

static const char *
column_at(const struct header *h, size_t i)
{
	return i < h->n ? h->columns[i]->name : "row";
}

/* One row of the file, of which the reader says result. */
static void
read_row(struct import *im, const struct header *h, const struct csv_row *from,
    enum csv_result result, void *row)
{
	struct import_row *head = row;

	memset(row, 0, im->kind->row_size);
	if (im->kind->blank != NULL)
		im->kind->blank(row);
	head->line = from->line;
	head->wrong = false;
	im->result->rows++;
	if (result == CSV_WRONG) {
		import_say(im, row, column_at(h, from->wrong_field), "%s", from->wrong);
		return;		/* its values cannot be trusted */
	}
	read_cells(im, h, from, row);
	if (im->kind->keep != NULL)
		im->kind->keep(im, row);
	else
		import_keep(im, row);
}

/* The whole file.  False when it cannot be read, or its header is wrong. */
static bool
read_file(struct import *im, struct csv *csv, struct err *err)
{
	enum csv_result result;
	struct csv_row from;
	struct header header;
	void *row;

	if (!header_read(im, csv, &header, err))
		return false;
	row = xmalloc(im->kind->row_size);
	while ((result = csv_next(csv, &from)) == CSV_ROW || result == CSV_WRONG)
		read_row(im, &header, &from, result, row);
	free(row);
	if (result == CSV_FAILED)
		return err_set(err, ERR_ENV, "the file could not be read");
	return true;
}

/* --- The transaction -------------------------------------------------------- */

static bool
apply(struct import *im, struct err *err)
{
	bool ok;

	if (im->kind->prepare != NULL && !im->kind->prepare(im, err))
		return false;
	if (!ledger_begin(im->l, LOCK_WAIT_MS, err))
		return false;
	ok = im->kind->apply(im, err);
	if (ok && im->result->wrong == 0 && !im->options->dry_run)
		return ledger_commit(im->l, err);
	ledger_rollback(im->l);
	return ok;
}

static void
import_done(struct import *im)
{
	complaints_done(im);
	if (im->kind->close != NULL)
		im->kind->close(im->state);
	text_map_done(&im->seen);
	free(im->rows);
}

static bool
wrong_rows(const struct import *im, const char *name, struct err *err)
{
	err_set(err, ERR_INPUT, "%s: %lld of %lld rows are wrong, nothing was imported",
	    name, (long long)im->result->wrong, (long long)im->result->rows);
	return err_hint(err, "Mend them and import the file again.");
}

bool
import_run(struct ledger *l, const char *kind, FILE *in, const char *name,
    const struct import_options *options, FILE *complaints,
    struct import_result *out, struct err *err)
{
	struct import im = { .l = l, .store = ledger_store(l), .options = options,
	    .result = out };
	struct csv *csv;
	bool ok;

	memset(out, 0, sizeof *out);
	if ((im.kind = kind_of(kind, err)) == NULL)
		return false;
	assert(!store_in_transaction(im.store));
	if (im.kind->open != NULL)
		im.state = im.kind->open(&im);
	csv = csv_from_file(in);
	ok = read_file(&im, csv, err) && apply(&im, err);
	csv_free(csv);
	if (ok && out->wrong > 0)
		ok = wrong_rows(&im, name, err);
	complaints_print(&im, name, complaints);
	import_done(&im);
	if (!ok)
		out->said = 0;
	return ok;
}
