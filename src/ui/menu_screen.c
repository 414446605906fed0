/*
 * menu_screen.c - scan anything, or pick a job.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A digit picks at once; the digits of a kind of work never change while the
 * program lives.  Whatever is scanned opens what it belongs to: an order its
 * receiving or picking (work that was left open on it goes on), anything else
 * its card.
 * Text that begins with a digit is typed after a "/".
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "ledger/print_outbox.h"
#include "term/pick.h"
#include "ui/picture.h"
#include "ui/ui_private.h"
#include "ui/words.h"

#define UNFINISHED_MAX 3
#define FLOWS_MAX 12		/* the first nine by digits; 0 is for records */
#define JOBS_LOOKED_AT 64	/* the newest, for work left open on an order */
#define ENTRIES_MAX (FLOWS_MAX + 2 + UNFINISHED_MAX)

struct menu {
	struct screen screen;
	size_t n_flows;
	const char *flows[FLOWS_MAX];
	char words[ENTRIES_MAX][80];
	char notes[ENTRIES_MAX][120];
	struct pick_entry entries[ENTRIES_MAX];
	struct pick pick;
	struct flow_unfinished unfinished[UNFINISHED_MAX];
	size_t n_unfinished;
	bool typing_digits;	/* "/" was pressed: digits are text */
};

/* The order in which work is offered; what a station lacks is left out. */
static const char *const wanted[] = { "receiving", "putaway", "move", "pick",
    "cluster", "pack", "pallet", "ship", "count", "rma", "quarantine",
    "commission", "labelcheck" };

static const char *title_of(const char *name)
{
	const char *names[32], *titles[32];
	size_t n = flow_list(names, titles, 32);

	for (size_t i = 0; i < n; i++)
		if (str_eq(names[i], name))
			return titles[i];
	return NULL;
}

static void add(struct menu *menu, size_t i, const char *words,
    const char *note, uint32_t hot, bool off)
{
	str_copy(menu->words[i], sizeof menu->words[i], words);
	str_copy(menu->notes[i], sizeof menu->notes[i], note);
	menu->entries[i] = (struct pick_entry){ menu->words[i], menu->notes[i],
		hot, off };
}

/* Labels are checked where labels are printed. */
static bool is_lacking(const struct ui *ui, const char *flow)
{
	return str_eq(flow, "labelcheck") && ui->station->n_printers == 0;
}

static size_t add_flows(const struct ui *ui, struct menu *menu)
{
	size_t n = 0;

	for (size_t i = 0; i < sizeof wanted / sizeof wanted[0] &&
	    n < FLOWS_MAX; i++) {
		const char *title = title_of(wanted[i]);

		if (title == NULL || is_lacking(ui, wanted[i]))
			continue;
		menu->flows[n] = wanted[i];
		add(menu, n, _(title), "", n < 9 ? (uint32_t)('1' + n) : 0, false);
		n++;
	}
	menu->n_flows = n;
	add(menu, n, _("Labels"), "", '-', false);
	add(menu, n + 1, _("Records"), _("orders, units, bins, incidents ..."),
	    '0', false);
	return n + 2;
}

static void add_unfinished(struct menu *menu, size_t n, size_t i)
{
	const struct flow_unfinished *u = &menu->unfinished[i];
	const char *title = title_of(u->flow);
	char words[80], note[120], when[17];

	clock_local(u->at, when);
	str_print(words, sizeof words, _("Resume %s"),
	    title != NULL ? _(title) : u->flow);
	str_print(note, sizeof note, "%s  %s %s", u->words, u->operator, when);
	add(menu, n, words, note, 0, false);
}

static void say_incidents(struct ui *ui, struct menu *menu)
{
	struct store *store = ledger_store(ui->station->ledger);
	struct err err;
	int64_t n = 0;

	if (store_first(store, Q_INCIDENT_COUNT_OPEN, &err, "") > 0) {
		n = store_int(store, Q_INCIDENT_COUNT_OPEN, 0);
		store_end(store, Q_INCIDENT_COUNT_OPEN);
	}
	if (n > 0)
		str_print(menu->notes[menu->n_flows + 1],
		    sizeof menu->notes[menu->n_flows + 1], many_(
		    "%lld incident is open", "%lld incidents are open", n),
		    (long long)n);
}

/* What needs a person first, then what waits. */
static void say_labels(struct ui *ui, struct menu *menu)
{
	char *note = menu->notes[menu->n_flows];
	size_t size = sizeof menu->notes[menu->n_flows];
	struct print_counts counts;
	struct err err;
	int64_t n;

	if (!ledger_print_counts(ui->station->ledger, &counts, &err))
		return;
	n = counts.failed + counts.unknown;
	if (n > 0)
		str_print(note, size, many_("%lld label needs a person",
		    "%lld labels need a person", n), (long long)n);
	else if (ui->edges.printer_trouble)
		str_print(note, size, _("PRINTER: %s"), ui->edges.printer);
	else if (counts.waiting + counts.on_way > 0)
		str_print(note, size, many_("%lld label waits",
		    "%lld labels wait", counts.waiting + counts.on_way),
		    (long long)(counts.waiting + counts.on_way));
}

static void menu_refresh(struct ui *ui, struct screen *screen)
{
	struct menu *menu = (struct menu *)screen;
	size_t n = add_flows(ui, menu);
	struct err err;

	say_incidents(ui, menu);
	say_labels(ui, menu);
	menu->n_unfinished = 0;
	if (!flow_unfinished(ui->station, true, menu->unfinished,
	    UNFINISHED_MAX, &menu->n_unfinished, &err)) {
		menu->n_unfinished = 0;
		ui_note(ui, "%s", err.what);
	}
	for (size_t i = 0; i < menu->n_unfinished; i++)
		add_unfinished(menu, n++, i);
	pick_update(&menu->pick, menu->entries, n);
}

static bool menu_open(struct ui *ui, struct screen *screen,
    const struct opening *opening, struct err *err)
{
	struct menu *menu = (struct menu *)screen;
	size_t n = add_flows(ui, menu);

	(void)ui, (void)opening, (void)err;
	pick_init(&menu->pick, menu->entries, n);
	return true;
}

static enum situation menu_situation(const struct screen *screen)
{
	(void)screen;
	return AT_MENU;
}

/* --- What it opens ---------------------------------------------------------- */

static struct outcome open_flow(const char *name, int64_t job)
{
	struct outcome out = outcome_open(&flow_screen);

	str_copy(out.open.name, sizeof out.open.name, name);
	out.open.number = job;
	return out;
}

static struct outcome resume(struct ui *ui, struct menu *menu, size_t i)
{
	if (i >= menu->n_unfinished) {
		ui_note(ui, "%s", _("nothing was left open"));
		return outcome_of(STAY);
	}
	return open_flow(menu->unfinished[i].flow, menu->unfinished[i].job);
}

static struct outcome picked(struct ui *ui, struct menu *menu, size_t i)
{
	if (i < menu->n_flows)
		return open_flow(menu->flows[i], 0);
	if (i > menu->n_flows + 1)
		return resume(ui, menu, i - menu->n_flows - 2);
	if (i > menu->n_flows)
		return outcome_open(&records_screen);
	if (ui->station->labels != NULL)
		return outcome_open(&label_screen);
	ui_note(ui, "%s", _("no printer is set for labels: name one in "
	    "dockledger.conf"));
	return outcome_of(STAY);
}

/* Is there work left open on the order that was scanned?  0: none. */
static int64_t job_of(struct ui *ui, const char *flow,
    const struct scan_out *scan)
{
	struct flow_unfinished open[JOBS_LOOKED_AT];
	char text[CODE_SIZE], words[CODE_SIZE + 8];
	const char *number;
	struct err err;
	size_t n = 0, len;

	scan_plain(ui, scan, text, sizeof text);
	number = strrchr(text, ':') != NULL ? strrchr(text, ':') + 1 : text;
	str_print(words, sizeof words, "order %s", number);
	len = strlen(words);
	if (flow[0] == '\0' || !flow_unfinished(ui->station, true, open,
	    JOBS_LOOKED_AT, &n, &err))
		return 0;
	for (size_t i = 0; i < n; i++)
		if (str_eq(open[i].flow, flow) &&
		    str_starts(open[i].words, words) &&
		    (open[i].words[len] == '\0' || open[i].words[len] == ','))
			return open[i].job;
	return 0;
}

static struct outcome menu_scan(struct ui *ui, struct screen *screen,
    const struct scan_out *scan)
{
	struct scan_in in = { scan->bytes, scan->len, scan->entry,
		scan->first_us };
	struct outcome out;
	char flow[32];
	struct err err;
	int64_t job;

	(void)screen;
	if (scan->entry == ENTRY_PASTED) {
		ui_note(ui, "%s", _("pasted text is not taken here: scan or key it"));
		ui_sound(ui, SOUND_WARN);
		return outcome_of(STAY);
	}
	if (!flow_for_scan(ui->station, &in, flow, &err)) {
		if (err.kind == ERR_BUSY)
			return outcome_of(AGAIN);
		stop_raise_err(ui, _("NOT READ"), &err);
		return outcome_of(STAY);
	}
	job = job_of(ui, flow, scan);
	out = open_flow(flow[0] != '\0' ? flow : "lookup", job);
	out.pass_on = job == 0;
	out.from_menu = true;
	return out;
}

static struct outcome menu_press(struct ui *ui, struct screen *screen,
    const struct press *press, bool *taken)
{
	struct menu *menu = (struct menu *)screen;

	bool is_text = menu->typing_digits && press->key == K_CHAR;

	*taken = !is_text;
	menu->typing_digits = press->key == K_CHAR && press->ch == '/';
	if (menu->typing_digits)
		ui_note(ui, "%s", _("key what you look for, then Enter"));
	if (menu->typing_digits || is_text)
		return outcome_of(STAY);
	switch (pick_press(&menu->pick, press)) {
	case PICK_PICKED:
		return picked(ui, menu, menu->pick.at);
	case PICK_MOVED:
		return outcome_of(STAY);
	default:
		*taken = false;
		return outcome_of(STAY);
	}
}

static struct outcome menu_act(struct ui *ui, struct screen *screen,
    enum action action)
{
	struct menu *menu = (struct menu *)screen;

	assert(action == ACT_RESUME);
	return resume(ui, menu, 0);
}

/* --- What is seen ----------------------------------------------------------- */

static const struct { const char *what, *does; } hints[] = {
	{ N_("a PO or ASN"), N_("starts receiving it") },
	{ N_("an SO or transfer"), N_("starts picking it") },
	{ N_("a unit"), N_("shows its card and history") },
	{ N_("a bin, an item"), N_("shows what is there") },
	{ N_("a badge"), N_("changes the operator") },
};

static int hints_draw(const struct paint *p, int row)
{
	for (size_t i = 0; i < sizeof hints / sizeof hints[0]; i++)
		paint_textf(p, row + (int)i / 2, 3 + (int)i % 2 * p->columns / 2,
		    STYLE_DIM, "%s: %s", _(hints[i].what), _(hints[i].does));
	return row + ((int)(sizeof hints / sizeof hints[0]) + 1) / 2 + 1;
}

static void menu_draw(const struct ui *ui, const struct screen *screen,
    const struct paint *p)
{
	/* the pick remembers what of it was in sight */
	struct menu *menu = (struct menu *)(uintptr_t)screen;
	struct paint part;
	int row = 1;
	bool wide = p->columns >= 80;

	edges_title(&ui->edges, p, 0, _("MENU"), "");
	paint_text(p, wide ? ++row : row, wide ? 3 : 1, STYLE_BOLD, wide ?
	    _("S C A N   A N Y T H I N G     or press a digit") :
	    _("SCAN ANYTHING"));
	row += wide ? 2 : 1;
	if (wide)
		row = hints_draw(p, row);
	part = paint_part(p, row, wide ? 2 : 0, p->rows - row - 3, p->columns -
	    (wide ? 4 : 0));
	pick_draw(&menu->pick, &part, false);
	edges_typed(&ui->line, ui->note, p, p->rows - 3);
	edges_status(&ui->edges, p, p->rows - 2);
	edges_keys(ui_situation(ui), 0, p, p->rows - 1);
}

const struct screen_class menu_screen = {
	.name = "menu",
	.size = sizeof(struct menu),
	.open = menu_open,
	.situation = menu_situation,
	.scan = menu_scan,
	.press = menu_press,
	.act = menu_act,
	.refresh = menu_refresh,
	.draw = menu_draw,
	.help = N_("Scan anything: an order starts its work, a unit, bin or item "
	    "shows its card, a badge changes the operator. A digit opens what "
	    "stands beside it. To key something that begins with a digit, press "
	    "/ first. Work that was left open stands below; F4 goes on with the "
	    "last of it."),
};
