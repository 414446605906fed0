/*
 * history_screen.c - a unit: what it is now, and all that ever happened to it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * opening: item ("": by serial alone) and subject, the serial.  The events
 * stand oldest first; the last one is under the bar.
 */
#include <assert.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "report/trace.h"
#include "report/unit_json.h"
#include "ui/lists.h"
#include "ui/picture.h"
#include "ui/words.h"

#define ROWS_AT_FIRST 10	/* until it is drawn */
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

struct history {
	struct screen screen;
	struct ledger *ledger;
	struct trace trace;
	struct memory_rows rows;
	struct table *table;
};

static const struct table_column columns[] = {
	{ N_("#"), 4, 0, 3, PAINT_RIGHT },
	{ N_("When"), 11, 5, 8, PAINT_LEFT },
	{ N_("What"), 9, 2, 9, PAINT_LEFT },
	{ N_("Where, order"), 13, 9, 7, PAINT_LEFT },
	{ N_("By"), 8, 0, 6, PAINT_LEFT },
	{ N_("How"), 7, 0, 4, PAINT_LEFT },
	{ N_("Station"), 16, 0, 1, PAINT_LEFT },
};

/* "A-01 > B-02  PO:4711" */
static void place_words(const struct event_body *body, char *out, size_t size)
{
	str_print(out, size, "%s%s%s%s%s", body->from,
	    body->from[0] != '\0' ? " > " : "", body->bin,
	    body->order[0] != '\0' && (body->bin[0] != '\0' ||
	    body->from[0] != '\0') ? "  " : "", body->order);
}

/* "SO:5001 > C-ACME, DHL 123, in 340...": where a unit's trail leaves us */
static void leaving_words(const struct event_body *body, char *out, size_t size)
{
	str_print(out, size, "%s > %s%s%s%s%s%s%s", body->order, body->party,
	    body->carrier[0] != '\0' || body->tracking[0] != '\0' ? ", " : "",
	    body->carrier, body->carrier[0] != '\0' ? " " : "", body->tracking,
	    body->carton[0] != '\0' ? ", in " : "", body->carton);
}

static const char *short_name(enum event_type type)
{
	const char *name = event_type_name(type);

	return str_starts(name, "unit.") ? name + 5 : name;
}

static void fill(void *ctx, size_t i, struct table_row *row)
{
	struct history *history = ctx;
	const struct trace_event *one = &history->trace.events.at[i];

	row_put_number(row, 0, (int64_t)i + 1);
	clock_local(one->event.at, row->cells[1]);
	str_print(row->cells[2], sizeof row->cells[2], "%s%s",
	    short_name(one->event.type), one->undone ? _(" (undone)") : "");
	if (one->event.type == EV_UNIT_SHIPPED)
		leaving_words(&one->event.body, row->cells[3], sizeof row->cells[3]);
	else
		place_words(&one->event.body, row->cells[3], sizeof row->cells[3]);
	row_put_text(row, 4, one->event.operator);
	row_put_text(row, 5, event_entry_name(one->event.entry));
	row_put_text(row, 6, one->event.station);
	row->style = one->undone ? STYLE_DIM : STYLE_NORMAL;
}

static bool history_open(struct ui *ui, struct screen *screen,
    const struct opening *opening, struct err *err)
{
	static const struct press end = { K_END, 0 };
	struct history *history = (struct history *)screen;
	struct table_source source;

	history->ledger = ui->station->ledger;
	if (!trace_read(history->ledger, opening->item, opening->subject,
	    &history->trace, err))
		return false;
	history->rows = (struct memory_rows){ history->trace.events.n, fill,
		history };
	source = memory_source(&history->rows);
	history->table = table_new(columns, COUNT(columns), &source);
	table_layout(history->table, ROWS_AT_FIRST);
	table_press(history->table, &end);
	return true;
}

static void history_close(struct ui *ui, struct screen *screen)
{
	struct history *history = (struct history *)screen;

	(void)ui;
	table_free(history->table);
	trace_done(&history->trace);
}

static enum situation history_situation(const struct screen *screen)
{
	(void)screen;
	return AT_RECORD;
}

static struct outcome history_scan(struct ui *ui, struct screen *screen,
    const struct scan_out *scan)
{
	(void)screen;
	return menu_screen.scan(ui, ui->stack[0], scan);
}

static struct outcome history_press(struct ui *ui, struct screen *screen,
    const struct press *press, bool *taken)
{
	struct history *history = (struct history *)screen;
	struct outcome out = outcome_open(&text_screen);

	(void)ui;
	*taken = true;
	if (press->key == K_ESC)
		return outcome_of(CLOSE);
	switch (table_press(history->table, press)) {
	case TABLE_CHOSEN:
		str_copy(out.open.name, sizeof out.open.name, "record");
		return out;
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
		str_addf(out, "%s%s %s", out->len > 0 ? "   " : "", label, value);
}

/* What it is now, as one text that wraps. */
static void facts(const struct trace *trace, struct str *out)
{
	const struct unit *unit = &trace->unit;
	char holds[80], parent[160];

	holds_words(unit->holds, holds, sizeof holds);
	str_print(parent, sizeof parent, "%s %s", unit->parent_item,
	    unit->parent_serial);
	str_addf(out, "%s", unit_status_name(unit->status));
	add_fact(out, _("HELD:"), holds);
	add_fact(out, _("bin"), unit->bin);
	add_fact(out, _("lot"), unit->lot);
	add_fact(out, _("made"), unit->made_on);
	add_fact(out, _("expires"), unit->expires_on);
	add_fact(out, _("order"), unit_order(unit));
	add_fact(out, _("carton"), unit->carton);
	add_fact(out, _("party"), unit->party);
	add_fact(out, _("in"), unit->parent_item[0] != '\0' ? parent : "");
	add_fact(out, _("warranty until"), unit->warranty_until);
	add_fact(out, "GTIN", trace->gtin);
	add_fact(out, _("parts"), trace->children.n > 0 ?
	    trace->children.at[0].serial : "");
}

static int head_draw(const struct history *history, const struct paint *p)
{
	int room = p->rows >= 20 ? 3 : p->rows >= 14 ? 2 : 1, row = 1;
	struct str text;

	str_init(&text);
	facts(&history->trace, &text);
	row += paint_wrap(p, row, 1, room, p->columns - 2,
	    history->trace.unit.holds != 0 ? STYLE_WARN : STYLE_BOLD, text.p);
	str_done(&text);
	return row;
}

static void history_draw(const struct ui *ui, const struct screen *screen,
    const struct paint *p)
{
	const struct history *history = (const struct history *)screen;
	const struct unit *unit = &history->trace.unit;
	char title[200];
	int row = head_draw(history, p);
	struct paint part = paint_part(p, row, 0, p->rows - row - 3, p->columns);

	str_print(title, sizeof title, "%s  %s", unit->serial, unit->item);
	edges_title(&ui->edges, p, 0, title, history->trace.item_name);
	table_draw(history->table, &part, _("nothing ever happened to it"));
	edges_typed(&ui->line, ui->note, p, p->rows - 3);
	edges_status(&ui->edges, p, p->rows - 2);
	edges_keys(ui_situation(ui), 0, p, p->rows - 1);
}

static void add_line(struct str *out, const char *label, const char *value)
{
	if (value[0] != '\0')
		str_addf(out, "%s: %s\n", label, value);
}

/* The event under the bar, whole. */
static void history_describe(const struct ui *ui, const struct screen *screen,
    struct str *out)
{
	const struct history *history = (const struct history *)screen;
	const struct table_row *row = table_chosen(history->table);
	const struct trace_event *one;
	char note[NOTE_SIZE], when[CLOCK_RFC3339_SIZE];

	(void)ui;
	if (row == NULL)
		return;
	one = &history->trace.events.at[memory_row(row)];
	clock_rfc3339(one->event.at, when);
	event_note(&one->event, note);
	str_addf(out, "= %s%s\n%s\n\n", event_type_name(one->event.type),
	    one->undone ? _(" (undone)") : "",
	    unit_rule_words(one->event.type));
	add_line(out, _("when"), when);
	add_line(out, _("operator"), one->event.operator);
	add_line(out, _("entry"), event_entry_name(one->event.entry));
	str_addf(out, _("event: %s-%lld\n"), one->event.station,
	    (long long)one->event.seq);
	add_line(out, _("from"), one->event.body.from);
	add_line(out, _("bin"), one->event.body.bin);
	add_line(out, _("order"), one->event.body.order);
	add_line(out, _("lot"), one->event.body.lot);
	add_line(out, _("reason"), one->event.body.reason);
	add_line(out, _("allowed by"), one->event.body.override_by);
	add_line(out, _("note"), note);
}

const struct screen_class history_screen = {
	.name = "history",
	.size = sizeof(struct history),
	.open = history_open,
	.close = history_close,
	.situation = history_situation,
	.scan = history_scan,
	.press = history_press,
	.draw = history_draw,
	.describe = history_describe,
	.help = N_("Everything that ever happened to this unit, the oldest first. "
	    "Enter shows an event whole. Whatever is scanned shows its card."),
};
