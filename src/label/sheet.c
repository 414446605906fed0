/*
 * sheet.c - what a sheet holds.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "label/sheet_private.h"

#define POINTS_PER_MM (72.0 / MM_PER_INCH)
#define MODULE_MAX (0.5 * POINTS_PER_MM)
#define MODULE_MIN (0.25 * POINTS_PER_MM)

struct sheet *
sheet_new(const char *title)
{
	struct sheet *s = xcalloc(1, sizeof *s);

	s->title = xstrdup(title);
	s->footer = xstrdup("");
	return s;
}

void
sheet_free(struct sheet *s)
{
	if (s == NULL)
		return;
	for (size_t i = 0; i < s->facts.n; i++) {
		free(s->facts.at[i].key);
		free(s->facts.at[i].value);
	}
	for (size_t i = 0; i < s->notes.n; i++)
		free(s->notes.at[i]);
	for (size_t i = 0; i < s->n_columns; i++)
		free(s->columns[i].title);
	for (size_t i = 0; i < s->cells.n; i++)
		free(s->cells.at[i]);
	vec_done(&s->facts);
	vec_done(&s->notes);
	vec_done(&s->cells);
	free(s->code);
	free(s->code_text);
	free(s->footer);
	free(s->title);
	free(s);
}

void
sheet_fact(struct sheet *s, const char *key, const char *value)
{
	*vec_push(&s->facts) = (struct sheet_pair){ xstrdup(key), xstrdup(value) };
}

void
sheet_note(struct sheet *s, const char *text)
{
	*vec_push(&s->notes) = xstrdup(text);
}

void
sheet_footer(struct sheet *s, const char *text)
{
	free(s->footer);
	s->footer = xstrdup(text);
}

/* --- Barcode ------------------------------------------------------------------- */

static void
literal(struct fill *f, const char *text)
{
	*vec_push(&f->parts) = (struct fill_part){ .literal = xstrdup(text) };
}

static bool
make_code(struct element *e, struct symbol_data *data, struct matrix *m,
    struct err *err)
{
	struct filled none = { .value = { NULL } };

	return symbol_compose(NULL, e, &none, data, err) &&
	    symbol_encode(e, data, m, err);
}

/* As wide as half of the page has room for, within what readers like. */
static bool
take_code(struct sheet *s, const struct symbol_data *data,
    const struct matrix *m, struct err *err)
{
	double module = SHEET_BODY / 2 / (m->width + 2 * SHEET_QUIET);

	if (module < MODULE_MIN)
		return err_code(err, ERR_INPUT, "label.too-long",
		    "\"%s\" is too long for a barcode on a page", data->raw);
	s->module = module > MODULE_MAX ? MODULE_MAX : module;
	free(s->code);
	free(s->code_text);
	s->code = xmalloc(sizeof *s->code);
	*s->code = *m;
	s->code_text = xstrdup(data->shown);
	return true;
}

bool
sheet_barcode(struct sheet *s, enum sheet_code kind, const char *text,
    struct err *err)
{
	struct element e = { .kind = kind == SHEET_SSCC ? EL_GS1_128 : EL_CODE128,
	    .when = -1, .unless = -1 };
	struct symbol_data data = { .text = "" };
	static struct matrix m;
	bool ok;

	if (kind == SHEET_SSCC) {
		e.n_ais = 1;
		str_copy(e.ais[0].ai, sizeof e.ais[0].ai, "00");
		literal(&e.ais[0].value, text);
	} else {
		literal(&e.data, text);
	}
	ok = make_code(&e, &data, &m, err) && take_code(s, &data, &m, err);
	element_done(&e);
	return ok;
}

/* --- Table ----------------------------------------------------------------------- */

void
sheet_column(struct sheet *s, const char *title, double width_mm, bool number)
{
	assert(s->n_columns < SHEET_COLUMNS_MAX && s->n_rows == 0 && width_mm >= 0);
	s->columns[s->n_columns++] = (struct sheet_column_of){
	    .title = xstrdup(title), .width = width_mm * POINTS_PER_MM,
	    .number = number };
}

void
sheet_row(struct sheet *s, const char *const cells[], size_t n)
{
	assert(s->n_columns > 0 && n <= s->n_columns);
	for (size_t i = 0; i < s->n_columns; i++)
		*vec_push(&s->cells) = xstrdup(i < n && cells[i] != NULL ?
		    cells[i] : "");
	s->n_rows++;
}
