/*
 * order_screen.c - an order and how far each of its lines is.
 * SPDX-License-Identifier: Apache-2.0
 *
 * opening: number is the kind (enum order_kind), subject the order's number.
 *
 * F4 promises units to an order that sends out: all that is open or nothing;
 * pressed again after that was refused, what there is.
 */
#include <assert.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "ledger/allocation.h"
#include "report/carton_report.h"
#include "report/order_report.h"
#include "ui/lists.h"
#include "ui/picture.h"
#include "ui/words.h"

#define CARTONS_SHOWN 4
#define DIGITS_SHOWN 6
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

struct order_shown {
	struct screen screen;
	struct ledger *ledger;
	struct order order;
	char status[16];
	char party[NAME_SIZE];
	char cartons[200];	/* "2 cartons: ...000017 closed, ..."; "": none */
	struct memory_rows rows;
	struct table *table;
	bool out;		/* goods leave on it */
	bool part;		/* it was short: F4 again takes what there is */
	struct allocation_result result;
};

static const struct table_column in_columns[] = {
	{ N_("Line"), 5, 0, 5, PAINT_RIGHT },
	{ N_("Item"), 12, 1, 9, PAINT_LEFT },
	{ N_("Name"), 18, 3, 4, PAINT_LEFT },
	{ N_("Done"), 7, 0, 8, PAINT_RIGHT },
	{ N_("Of"), 7, 0, 8, PAINT_RIGHT },
	{ N_("Due"), 10, 0, 2, PAINT_LEFT },
	{ N_("Note"), 10, 2, 1, PAINT_LEFT },
};
static const struct table_column out_columns[] = {
	{ N_("Line"), 4, 0, 5, PAINT_RIGHT },
	{ N_("Item"), 10, 1, 9, PAINT_LEFT },
	{ N_("Name"), 12, 3, 2, PAINT_LEFT },
	{ N_("Of"), 6, 0, 8, PAINT_RIGHT },
	{ N_("Promised"), 8, 0, 6, PAINT_RIGHT },
	{ N_("Picked"), 6, 0, 7, PAINT_RIGHT },
	{ N_("Packed"), 6, 0, 7, PAINT_RIGHT },
	{ N_("Shipped"), 7, 0, 8, PAINT_RIGHT },
	{ N_("Due"), 10, 0, 3, PAINT_LEFT },
	{ N_("Note"), 10, 2, 1, PAINT_LEFT },
};

static void fill_in(const struct order_line *line, int64_t done,
    struct table_row *row)
{
	row_put_number(row, 3, done);
	row_put_number(row, 4, line->qty);
	row_put_text(row, 5, line->due);
	row_put_text(row, 6, line->note);
}

/* Promised is by name and by number together. */
static void fill_out(const struct order_shown *state,
    const struct order_line *line, const int64_t stages[STAGES], int64_t done,
    struct table_row *row)
{
	struct err err;
	int64_t soft = 0;

	(void)!allocation_soft(state->ledger, state->order.key, line->line, &soft,
	    &err);
	row_put_number(row, 3, line->qty);
	row_put_number(row, 4, stages[STAGE_ALLOCATED] + soft);
	row_put_number(row, 5, stages[STAGE_PICKED]);
	row_put_number(row, 6, stages[STAGE_PACKED]);
	row_put_number(row, 7, done);
	row_put_text(row, 8, line->due);
	row_put_text(row, 9, line->note);
}

static void fill(void *ctx, size_t i, struct table_row *row)
{
	struct order_shown *state = ctx;
	const struct order_line *line = &state->order.lines.at[i];
	int64_t stages[STAGES] = { 0 }, done;
	struct item item = { .name = "" };
	struct err err;

	(void)!ledger_line_progress(state->ledger, state->order.key, line->line,
	    stages, &err);
	(void)!item_find(state->ledger, line->item, &item, &err);
	done = order_stages_done(state->order.kind, stages);
	row_put_number(row, 0, line->line);
	row_put_text(row, 1, line->item);
	row_put_text(row, 2, item.name);
	if (state->out)
		fill_out(state, line, stages, done, row);
	else
		fill_in(line, done, row);
	row->style = done > line->qty ? STYLE_WARN :
	    done == line->qty ? STYLE_DIM : STYLE_NORMAL;
}

/* Its cartons, by the last digits of their numbers. */
static void read_cartons(struct order_shown *state)
{
	struct carton_filter filter = { .here = false };
	struct carton_line page[CARTONS_SHOWN + 1];
	struct err err;
	size_t n = 0, len;

	state->cartons[0] = '\0';
	str_copy(filter.order, sizeof filter.order, state->order.key);
	if (!carton_list_page(state->ledger, &filter, PAGE_AFTER, "", page,
	    CARTONS_SHOWN + 1, &n, &err))
		return;
	for (size_t i = 0; i < n; i++) {
		const struct carton *c = &page[i].carton;
		size_t skip = strlen(c->code) > DIGITS_SHOWN ?
		    strlen(c->code) - DIGITS_SHOWN : 0;

		len = strlen(state->cartons);
		if (i == CARTONS_SHOWN)
			str_print(state->cartons + len, sizeof state->cartons - len,
			    " ...");
		else
			str_print(state->cartons + len, sizeof state->cartons - len,
			    "%s%s %s %s (%lld)", i > 0 ? ", " : "",
			    carton_kind_name(c->kind), c->code + skip,
			    carton_state_name(c->state), (long long)page[i].units);
	}
}

static void read_edges(struct order_shown *state)
{
	const char *status;
	struct party party;
	struct err err;

	status = order_status(state->ledger, &state->order, &err);
	str_copy(state->status, sizeof state->status, status == NULL ? "" : status);
	str_copy(state->party, sizeof state->party, state->order.party);
	if (party_find(state->ledger, state->order.party, &party, &err) > 0)
		str_copy(state->party, sizeof state->party, party.name);
	read_cartons(state);
}

static bool order_open(struct ui *ui, struct screen *screen,
    const struct opening *opening, struct err *err)
{
	struct order_shown *state = (struct order_shown *)screen;
	struct table_source source;
	int rc;

	state->ledger = ui->station->ledger;
	order_init(&state->order);
	rc = order_find(state->ledger, (enum order_kind)opening->number,
	    opening->subject, &state->order, err);
	if (rc <= 0) {
		order_done(&state->order);
		return rc == 0 && err_code(err, ERR_ABSENT, "order.unknown",
		    _("there is no order %s"), opening->subject);
	}
	read_edges(state);
	state->out = state->order.kind == ORDER_SO ||
	    state->order.kind == ORDER_TRANSFER;
	state->rows = (struct memory_rows){ state->order.lines.n, fill, state };
	source = memory_source(&state->rows);
	state->table = state->out ?
	    table_new(out_columns, COUNT(out_columns), &source) :
	    table_new(in_columns, COUNT(in_columns), &source);
	return true;
}

static void order_close(struct ui *ui, struct screen *screen)
{
	struct order_shown *state = (struct order_shown *)screen;

	(void)ui;
	table_free(state->table);
	order_done(&state->order);
}

static void order_refresh(struct ui *ui, struct screen *screen)
{
	struct order_shown *state = (struct order_shown *)screen;

	(void)ui;
	read_edges(state);
	table_reload(state->table);
}

static enum situation order_situation(const struct screen *screen)
{
	const struct order_shown *state = (const struct order_shown *)screen;

	return state->out && state->order.state == ORDER_OPEN ? AT_ORDER : AT_RECORD;
}

/* --- Promising ---------------------------------------------------------------- */

static bool allocate(struct ledger *ledger, void *ctx, struct err *err)
{
	struct order_shown *state = ctx;
	struct allocation_ask ask = { .entry = BY_KEYS, .partial = state->part };
	struct order now;
	bool ok = false;
	int rc;

	order_init(&now);	/* somebody may have amended it meanwhile */
	rc = order_find(ledger, state->order.kind, state->order.number, &now, err);
	if (rc == 0)
		err_code(err, ERR_ABSENT, "order.unknown", _("there is no order %s"),
		    state->order.number);
	else if (rc > 0)
		ok = order_allocate(ledger, &now, &ask, &state->result, err);
	order_done(&now);
	return ok;
}

static void say_promised(struct ui *ui, const struct allocation_result *r)
{
	if (r->want == 0)
		ui_note(ui, "%s", _("nothing is open: every piece has its unit"));
	else
		ui_note(ui, _("%lld of %lld promised"), (long long)r->got,
		    (long long)r->want);
	ui_sound(ui, SOUND_DONE);
}

static void say_short(struct ui *ui, struct order_shown *state,
    const struct err *err)
{
	if (err->kind == ERR_BUSY) {
		ui_note(ui, "%s", _("another terminal is writing: press F4 again"));
		return;
	}
	if (!str_eq(err->code, "order.short") || state->result.got == 0) {
		stop_raise_err(ui, _("NOT PROMISED"), err);
		return;
	}
	state->part = true;
	ui_note(ui, _("%s; F4 again takes what there is"), err->what);
	ui_sound(ui, SOUND_WARN);
}

static struct outcome order_act(struct ui *ui, struct screen *screen,
    enum action action)
{
	struct order_shown *state = (struct order_shown *)screen;
	struct err err;

	assert(action == ACT_ALLOCATE);
	if (!role_may(ui->worker.role, MAY_PICK)) {
		ui_note(ui, "%s", _("only who may pick promises units"));
		return outcome_of(STAY);
	}
	if (ui_book(ui, allocate, state, &err)) {
		state->part = false;
		say_promised(ui, &state->result);
	} else {
		say_short(ui, state, &err);
	}
	allocation_result_done(&state->result);
	memset(&state->result, 0, sizeof state->result);
	read_edges(state);
	table_reload(state->table);
	return outcome_of(STAY);
}

static struct outcome order_scan(struct ui *ui, struct screen *screen,
    const struct scan_out *scan)
{
	(void)screen;
	return menu_screen.scan(ui, ui->stack[0], scan);
}

static struct outcome order_press(struct ui *ui, struct screen *screen,
    const struct press *press, bool *taken)
{
	struct order_shown *state = (struct order_shown *)screen;
	const struct table_row *row;

	(void)ui;
	*taken = true;
	state->part = false;
	if (press->key == K_ESC)
		return outcome_of(CLOSE);
	switch (table_press(state->table, press)) {
	case TABLE_CHOSEN:
		row = table_chosen(state->table);
		return row == NULL ? outcome_of(STAY) :
		    open_units(row->cells[1], "", state->order.key);
	case TABLE_MOVED:
		return outcome_of(STAY);
	default:
		*taken = false;
		return outcome_of(STAY);
	}
}

static int head_draw(const struct order_shown *state, const struct paint *p)
{
	char opened[17];

	clock_local(state->order.opened_at, opened);
	paint_textf(p, 1, 1, STYLE_BOLD, "%s", state->status);
	if (state->order.priority != 0)
		paint_textf(p, 1, 12, STYLE_NORMAL,
		    _("since %s   priority %lld   %s"), opened,
		    (long long)state->order.priority, state->order.note);
	else
		paint_textf(p, 1, 12, STYLE_NORMAL, _("since %s   %s"), opened,
		    state->order.note);
	if (state->cartons[0] == '\0' || p->rows < 14)
		return 2;
	return 2 + paint_wrap(p, 2, 1, p->rows >= 20 ? 2 : 1, p->columns - 2,
	    STYLE_NORMAL, state->cartons);
}

static void order_draw(const struct ui *ui, const struct screen *screen,
    const struct paint *p)
{
	const struct order_shown *state = (const struct order_shown *)screen;
	char title[96];
	int row = head_draw(state, p);
	struct paint part = paint_part(p, row, 0, p->rows - row - 3, p->columns);

	str_print(title, sizeof title, "%s %s",
	    order_kind_name(state->order.kind), state->order.number);
	edges_title(&ui->edges, p, 0, title, state->party);
	table_draw(state->table, &part, _("it has no lines"));
	edges_typed(&ui->line, ui->note, p, p->rows - 3);
	edges_status(&ui->edges, p, p->rows - 2);
	edges_keys(ui_situation(ui), 0, p, p->rows - 1);
}

const struct screen_class order_screen = {
	.name = "order",
	.size = sizeof(struct order_shown),
	.open = order_open,
	.close = order_close,
	.situation = order_situation,
	.scan = order_scan,
	.press = order_press,
	.act = order_act,
	.refresh = order_refresh,
	.draw = order_draw,
	.help = N_("The lines of an order: what is done of each. Enter shows the "
	    "units of a line. F4 promises units to an order that is to leave; "
	    "when it is short, F4 again takes what there is. Whatever is scanned "
	    "shows its card."),
};
