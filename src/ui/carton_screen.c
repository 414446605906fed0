/*
 * carton_screen.c - a carton, pallet or tote: what is in it, and what was done
 * to it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * opening: subject is its code.  The rows are what is in it, then its history,
 * the oldest first.
 */
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "domain/weight.h"
#include "report/carton_report.h"
#include "ui/lists.h"
#include "ui/picture.h"
#include "ui/words.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

struct deed {
	int64_t at;
	char what[32], note[96], by[CODE_SIZE];
};

struct carton_shown {
	struct screen screen;
	struct ledger *ledger;
	struct carton_report report;
	VEC(struct deed) deeds;
	struct memory_rows rows;
	struct table *table;
};

static const struct table_column columns[] = {
	{ N_("What"), 6, 0, 8, PAINT_LEFT },
	{ N_("Code, event"), 18, 3, 9, PAINT_LEFT },
	{ N_("Item, order"), 12, 3, 7, PAINT_LEFT },
	{ N_("When"), 16, 0, 5, PAINT_LEFT },
	{ N_("By"), 8, 0, 4, PAINT_LEFT },
};

/* --- Rows ------------------------------------------------------------------- */

static void fill(void *ctx, size_t i, struct table_row *row)
{
	const struct carton_shown *state = ctx;
	const struct carton_report *r = &state->report;

	if (i < r->units.n) {
		row_put_text(row, 0, _("unit"));
		row_put_text(row, 1, r->units.at[i].serial);
		row_put_text(row, 2, r->units.at[i].item);
		return;
	}
	i -= r->units.n;
	if (i < r->cartons.n) {
		const struct carton_line *line = &r->cartons.at[i];

		row_put_text(row, 0, carton_kind_name(line->carton.kind));
		row_put_text(row, 1, line->carton.code);
		str_print(row->cells[2], sizeof row->cells[2], "%s%s%lld units",
		    line->carton.order, line->carton.order[0] != '\0' ? ", " : "",
		    (long long)line->units);
		return;
	}
	i -= r->cartons.n;
	row_put_text(row, 0, _("event"));
	row_put_text(row, 1, state->deeds.at[i].what);
	row_put_text(row, 2, state->deeds.at[i].note);
	clock_local(state->deeds.at[i].at, row->cells[3]);
	row_put_text(row, 4, state->deeds.at[i].by);
	row->style = STYLE_DIM;
}

static void add(char *out, size_t size, const char *label, const char *value)
{
	size_t len = strlen(out);

	if (value[0] != '\0')
		str_print(out + len, size - len, "%s%s%s", len > 0 ? "  " : "",
		    label, value);
}

/* "SO:5001  onto 0040...", what an event says beside its name. */
static void deed_note(const struct event *e, char *out, size_t size)
{
	struct carton_say what;
	char weight[32];
	struct err err;

	out[0] = '\0';
	if (!carton_say_read(e->json, &what, &err))
		return;
	weight_words(what.weight_g, weight, sizeof weight);
	add(out, size, "", what.order);
	add(out, size, e->type == EV_CARTON_NESTED ? _("into ") : "", what.parent);
	add(out, size, e->type == EV_CARTON_NESTED ? _("out of ") : "", what.from);
	add(out, size, "", what.bin);
	add(out, size, "", weight);
	add(out, size, "", what.carrier);
	add(out, size, "", what.tracking);
	add(out, size, "", what.reason);
	add(out, size, "", what.note);
}

static bool keep_deed(void *ctx, const struct event *e)
{
	struct carton_shown *state = ctx;
	struct deed *deed = vec_push(&state->deeds);
	const char *name = event_type_name(e->type);

	deed->at = e->at;
	str_copy(deed->what, sizeof deed->what,
	    str_starts(name, "carton.") ? name + 7 : name);
	str_copy(deed->by, sizeof deed->by, e->operator);
	deed_note(e, deed->note, sizeof deed->note);
	return true;
}

static bool read_it(struct carton_shown *state, const char *code,
    struct err *err)
{
	struct carton_report report;

	if (!carton_report_read(state->ledger, code, &report, err))
		return false;
	carton_report_done(&state->report);
	state->report = report;
	vec_clear(&state->deeds);
	if (!carton_history(state->ledger, code, keep_deed, state, err))
		return false;
	state->rows.n = report.units.n + report.cartons.n + state->deeds.n;
	return true;
}

/* --- Opening ---------------------------------------------------------------- */

static void release(struct carton_shown *state)
{
	carton_report_done(&state->report);
	vec_done(&state->deeds);
}

static bool carton_open(struct ui *ui, struct screen *screen,
    const struct opening *opening, struct err *err)
{
	struct carton_shown *state = (struct carton_shown *)screen;
	struct table_source source;

	state->ledger = ui->station->ledger;
	state->rows = (struct memory_rows){ 0, fill, state };
	if (!read_it(state, opening->subject, err)) {
		release(state);
		return false;
	}
	source = memory_source(&state->rows);
	state->table = table_new(columns, COUNT(columns), &source);
	return true;
}

static void carton_close(struct ui *ui, struct screen *screen)
{
	struct carton_shown *state = (struct carton_shown *)screen;

	(void)ui;
	table_free(state->table);
	release(state);
}

static void carton_refresh(struct ui *ui, struct screen *screen)
{
	struct carton_shown *state = (struct carton_shown *)screen;
	char code[CODE_SIZE];
	struct err err;

	str_copy(code, sizeof code, state->report.carton.code);
	if (!read_it(state, code, &err))
		ui_note(ui, "%s", err.what);
	table_reload(state->table);
}

static enum situation carton_situation(const struct screen *screen)
{
	(void)screen;
	return AT_RECORD;
}

static struct outcome carton_scan(struct ui *ui, struct screen *screen,
    const struct scan_out *scan)
{
	(void)screen;
	return menu_screen.scan(ui, ui->stack[0], scan);
}

/* A unit opens its history, a carton in it itself. */
static struct outcome open_row(const struct carton_shown *state)
{
	const struct table_row *row = table_chosen(state->table);
	const struct carton_report *r = &state->report;
	struct outcome out = outcome_open(&carton_screen);
	size_t i;

	if (row == NULL)
		return outcome_of(STAY);
	i = memory_row(row);
	if (i < r->units.n)
		return open_unit(r->units.at[i].item, r->units.at[i].serial);
	if (i - r->units.n >= r->cartons.n)
		return outcome_of(STAY);
	str_copy(out.open.subject, sizeof out.open.subject,
	    r->cartons.at[i - r->units.n].carton.code);
	return out;
}

static struct outcome carton_press(struct ui *ui, struct screen *screen,
    const struct press *press, bool *taken)
{
	struct carton_shown *state = (struct carton_shown *)screen;

	(void)ui;
	*taken = true;
	if (press->key == K_ESC)
		return outcome_of(CLOSE);
	switch (table_press(state->table, press)) {
	case TABLE_CHOSEN:
		return open_row(state);
	case TABLE_MOVED:
		return outcome_of(STAY);
	default:
		*taken = false;
		return outcome_of(STAY);
	}
}

/* --- What is seen ----------------------------------------------------------- */

static void add_fact(struct str *out, const char *label, const char *value)
{
	if (value[0] != '\0')
		str_addf(out, "   %s %s", label, value);
}

/* What it is now, as one text that wraps. */
static int head_draw(const struct carton_shown *state, const struct paint *p)
{
	int room = p->rows >= 20 ? 3 : p->rows >= 14 ? 2 : 1;
	const struct carton *c = &state->report.carton;
	char weight[32];
	struct str text;
	int rows;

	weight_words(c->weight_g, weight, sizeof weight);
	str_init(&text);
	str_addf(&text, "%s", carton_state_name(c->state));
	add_fact(&text, _("order"), c->order);
	add_fact(&text, _("for"), c->party);
	add_fact(&text, _("in"), c->parent);
	add_fact(&text, _("bin"), c->bin);
	add_fact(&text, _("weight"), weight);
	add_fact(&text, _("carrier"), c->carrier);
	add_fact(&text, _("tracking"), c->tracking);
	rows = paint_wrap(p, 1, 1, room, p->columns - 2, STYLE_BOLD, text.p);
	str_done(&text);
	return 1 + rows;
}

static void carton_draw(const struct ui *ui, const struct screen *screen,
    const struct paint *p)
{
	const struct carton_shown *state = (const struct carton_shown *)screen;
	const struct carton_report *r = &state->report;
	char title[96], subtitle[64];
	int row = head_draw(state, p);
	struct paint part = paint_part(p, row, 0, p->rows - row - 3, p->columns);

	str_print(title, sizeof title, "%s %s",
	    r->carton.kind == CARTON_PALLET ? _("PALLET") :
	    r->carton.kind == CARTON_TOTE ? _("TOTE") : _("CARTON"),
	    r->carton.code);
	if (r->cartons.n > 0)
		str_print(subtitle, sizeof subtitle, many_("%lld carton",
		    "%lld cartons", (int64_t)r->cartons.n),
		    (long long)r->cartons.n);
	else
		str_print(subtitle, sizeof subtitle, many_("%lld unit",
		    "%lld units", (int64_t)r->units.n), (long long)r->units.n);
	edges_title(&ui->edges, p, 0, title, subtitle);
	table_draw(state->table, &part, _("nothing ever happened to it"));
	edges_typed(&ui->line, ui->note, p, p->rows - 3);
	edges_status(&ui->edges, p, p->rows - 2);
	edges_keys(ui_situation(ui), 0, p, p->rows - 1);
}

const struct screen_class carton_screen = {
	.name = "carton",
	.size = sizeof(struct carton_shown),
	.open = carton_open,
	.close = carton_close,
	.situation = carton_situation,
	.scan = carton_scan,
	.press = carton_press,
	.refresh = carton_refresh,
	.draw = carton_draw,
	.help = N_("What is in a carton, pallet or tote, and below it what was done "
	    "to it, the oldest first. Enter opens a unit or a carton in it. "
	    "Whatever is scanned shows its card."),
};
