/*
 * list_prints.c - labels that were asked for, the newest first.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Acts that need no question are done at once; the others open the label with
 * the question.  A unit's label that is scanned here is in somebody's hand.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "base/xalloc.h"
#include "ui/lists.h"
#include "ui/prints.h"
#include "ui/words.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define SIGN 2			/* the sign of a state and its blank */

static const struct table_column columns[] = {
	{ N_("No."), 6, 0, 3, PAINT_RIGHT },
	{ "", 1, 0, 10, PAINT_LEFT },
	{ N_("State"), 9, 0, 8, PAINT_LEFT },
	{ N_("Label"), 8, 0, 5, PAINT_LEFT },
	{ N_("For"), 12, 2, 9, PAINT_LEFT },
	{ N_("N"), 2, 0, 1, PAINT_RIGHT },
	{ N_("Printer"), 8, 1, 4, PAINT_LEFT },
	{ N_("Age"), 6, 0, 6, PAINT_RIGHT },
	{ N_("What to know"), 12, 3, 2, PAINT_LEFT },
};

/* The newest has the lowest key, so that keys ascend with the rows. */
static void set_key(struct table_key *key, int64_t id)
{
	char text[24];

	str_print(text, sizeof text, "%019lld", (long long)(INT64_MAX - id));
	key_of_text(key, text);
}

static int64_t id_of(const struct table_key *key, int64_t otherwise)
{
	char text[24];

	key_text(key, text, sizeof text);
	return text[0] == '\0' ? otherwise : INT64_MAX - strtoll(text, NULL, 10);
}

static void print_cells(struct list *list, const struct print_row *label,
    struct table_row *row)
{
	set_key(&row->key, label->id);
	row_put_number(row, 0, label->id);
	str_copyn(row->cells[1], sizeof row->cells[1],
	    print_state_shown(label->state), 1);
	row_put_text(row, 2, print_state_shown(label->state) + SIGN);
	row_put_text(row, 3, label->template_name);
	print_for_words(list->ledger, label, row->cells[4], sizeof row->cells[4]);
	row_put_number(row, 5, label->copies);
	row_put_text(row, 6, label->printer);
	print_age(label->made_at, row->cells[7], sizeof row->cells[7]);
	row_put_text(row, 8, label->detail);
	row->style = print_state_style(label->state);
}

/* Newer ones come from the ledger oldest first; a page has them the other way
 * round. */
static void turn_round(struct print_row *page, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		struct print_row kept = page[i];

		page[i] = page[n - 1 - i];
		page[n - 1 - i] = kept;
	}
}

static bool prints_page(struct list *list, enum page_way way,
    const struct table_key *key, size_t max, struct table_row *rows, size_t *n,
    struct err *err)
{
	struct print_row *page = xcalloc(max, sizeof *page);
	int64_t id = id_of(key, way == PAGE_BEFORE ? 0 : INT64_MAX);
	bool ok;

	if (way == PAGE_BEFORE)
		ok = ledger_print_page(list->ledger, !list->all, id, page, max, n,
		    err);
	else
		ok = ledger_print_newest(list->ledger, !list->all,
		    way == PAGE_FROM && id < INT64_MAX ? id + 1 : id, page, max, n,
		    err);
	if (ok && way == PAGE_BEFORE)
		turn_round(page, *n);
	for (size_t i = 0; ok && i < *n; i++)
		print_cells(list, &page[i], &rows[i]);
	free(page);
	return ok;
}

static void say(struct list *list)
{
	str_copy(list->subtitle, sizeof list->subtitle, list->all ? _("all") :
	    _("open"));
}

/* --- What is done to the label under the bar --------------------------------- */

static struct outcome open_label(int64_t id, enum action action)
{
	struct outcome out = outcome_open(&print_screen);

	out.open.number = id;
	if (action != ACT_NONE)
		str_copy(out.open.name, sizeof out.open.name,
		    action_row(action)->name);
	return out;
}

static struct outcome print_act(struct ui *ui, struct list *list,
    enum action action)
{
	const struct table_row *chosen = table_chosen(list->table);
	struct print_row row;
	struct err err;

	if (action == ACT_OTHERS) {
		list->all = !list->all;
		list_restart(list);
		return outcome_of(STAY);
	}
	if (chosen == NULL || ledger_print_row(list->ledger,
	    id_of(&chosen->key, 0), &row, &err) <= 0) {
		ui_note(ui, "%s", _("there is no label under the bar"));
		return outcome_of(STAY);
	}
	if (print_asks(&row, action) != ASK_NOTHING)
		return open_label(row.id, action);
	print_decide(ui, row.id, action, "");
	table_reload(list->table);
	return outcome_of(STAY);
}

static struct outcome print_chosen(struct ui *ui, struct list *list,
    const struct table_row *row)
{
	(void)ui, (void)list;
	return open_label(id_of(&row->key, 0), ACT_NONE);
}

/* --- What was typed or scanned ---------------------------------------------- */

/* The unit of a scan; false: it is no unit's, or several have the serial. */
static bool unit_of(struct list *list, const struct scan_parsed *parsed,
    const char *text, struct unit *unit)
{
	const char *serial = parsed->serial[0] != '\0' ? parsed->serial : text;
	struct unit found[2];
	struct item item;
	struct err err;
	size_t n = 0;
	int of_gtin = 0;

	if (parsed->gtin[0] != '\0' && item_find_gtin(list->ledger, parsed->gtin,
	    &item, &of_gtin, &err) > 0 && of_gtin == 1)
		return ledger_unit(list->ledger, item.code, serial, unit, &err) > 0;
	if (strlen(serial) >= TEXT_SIZE || !ledger_units_by_serial(list->ledger,
	    serial, found, 2, &n, &err) || n != 1)
		return false;
	*unit = found[0];
	return true;
}

static struct outcome scanned_back(struct ui *ui, struct list *list,
    const struct unit *unit)
{
	struct err err;
	int64_t n;

	if (!print_scanned_back(ui, unit->item, unit->serial, &n, &err)) {
		if (err.kind == ERR_BUSY)
			return outcome_of(AGAIN);
		stop_raise_err(ui, _("NOT DONE"), &err);
	} else if (n == 0) {
		ui_note(ui, _("no label of %s is on its way to you"), unit->serial);
		ui_sound(ui, SOUND_WARN);
	} else {
		ui_note(ui, _("label of %s %s: confirmed"), unit->item,
		    unit->serial);
	}
	table_reload(list->table);
	return outcome_of(STAY);
}

static struct outcome print_found(struct ui *ui, struct list *list,
    const struct scan_parsed *parsed, const char *text)
{
	struct table_key key = { 0 };
	struct unit unit;
	char *end;
	long long id;

	if (str_ieq(text, "all") || str_ieq(text, "open")) {
		list->all = str_ieq(text, "all");
		list_restart(list);
		return outcome_of(STAY);
	}
	if (unit_of(list, parsed, text, &unit))
		return scanned_back(ui, list, &unit);
	id = strtoll(text, &end, 10);
	if (*end == '\0' && end != text && id > 0) {
		set_key(&key, id);
		table_go(list->table, &key);
		return outcome_of(STAY);
	}
	ui_note(ui, _("\"%s\" is no unit and no label's number"), text);
	ui_sound(ui, SOUND_WARN);
	return outcome_of(STAY);
}

const struct list_kind prints_list = {
	.name = "prints", .title = N_("PRINT QUEUE"),
	.empty = N_("no label waits; F8 shows every one"),
	.columns = columns, .n_columns = COUNT(columns), .say = say,
	.page = prints_page, .choose = print_chosen, .find = print_found,
	.act = print_act, .at = AT_PRINTS,
	.help = N_("Labels that were asked for, the newest first: those that wait, "
	    "are on their way or need a person; F8 shows all. The sign before the "
	    "state: . waits, = is held, > is on its way, + was printed, * is in "
	    "somebody's hand, ! failed, ? nobody knows, x cancelled. Scan a unit's "
	    "label: it is in your hand, and says so. A number goes to that label."),
};
