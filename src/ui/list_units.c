/*
 * list_units.c - the list of units, narrowed by what was typed or scanned.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A status or "held" narrows it; so do the code of an item or a bin, and an
 * order ("PO:4711").  A serial opens its unit.  "all" takes away what narrows
 * it.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "base/xalloc.h"
#include "report/unit_json.h"
#include "ui/lists.h"
#include "ui/words.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define SAME_SERIAL_MAX 8

static const struct table_column columns[] = {
	{ N_("Item"), 10, 2, 8, PAINT_LEFT },
	{ N_("Serial"), 12, 4, 9, PAINT_LEFT },
	{ N_("Status"), 10, 0, 7, PAINT_LEFT },
	{ N_("Bin"), 10, 1, 6, PAINT_LEFT },
	{ N_("Lot"), 8, 1, 3, PAINT_LEFT },
	{ N_("Held for"), 10, 1, 5, PAINT_LEFT },
	{ N_("Order"), 10, 1, 2, PAINT_LEFT },
};

static void unit_cells(const struct unit *unit, struct table_row *row)
{
	key_of_pair(&row->key, unit->item, unit->serial);
	row_put_text(row, 0, unit->item);
	row_put_text(row, 1, unit->serial);
	row_put_text(row, 2, unit_status_name(unit->status));
	row_put_text(row, 3, unit->bin);
	row_put_text(row, 4, unit->lot);
	holds_words(unit->holds, row->cells[5], sizeof row->cells[5]);
	row_put_text(row, 6, unit_order(unit));
	row->style = unit->holds != 0 ? STYLE_WARN : STYLE_NORMAL;
}

static void say_filter(struct list *list)
{
	const struct unit_filter *f = &list->units;
	struct str words;

	str_init(&words);
	if (f->item[0] != '\0')
		str_addf(&words, _("of %s  "), f->item);
	if (f->bin[0] != '\0')
		str_addf(&words, _("in %s  "), f->bin);
	if (f->order[0] != '\0')
		str_addf(&words, _("on %s  "), f->order);
	if (f->status != UNIT_NONE)
		str_addf(&words, "%s  ", unit_status_name(f->status));
	if (f->holds != 0)
		str_add(&words, _("held"));
	str_copy(list->subtitle, sizeof list->subtitle, words.p);
	str_done(&words);
}

static bool units_page(struct list *list, enum page_way way,
    const struct table_key *key, size_t max, struct table_row *rows, size_t *n,
    struct err *err)
{
	struct unit *page = xcalloc(max, sizeof *page);
	char item[CODE_SIZE], serial[TEXT_SIZE];
	bool ok;

	key_pair(key, item, sizeof item, serial, sizeof serial);
	ok = unit_list_page(list->ledger, &list->units, way, item, serial, page,
	    max, n, err);
	for (size_t i = 0; ok && i < *n; i++)
		unit_cells(&page[i], &rows[i]);
	free(page);
	return ok;
}

/* Cheap only where the sums know it. */
static int64_t units_total(struct list *list)
{
	const struct unit_filter *f = &list->units;
	int asked = (f->item[0] != '\0') + (f->bin[0] != '\0') +
	    (f->status != UNIT_NONE);
	int64_t n = -1;
	struct err err;

	if (asked > 1 || f->holds != 0 || f->order[0] != '\0' ||
	    !unit_list_count(list->ledger, f, &n, &err))
		return -1;
	return n;
}

static struct outcome unit_chosen(struct ui *ui, struct list *list,
    const struct table_row *row)
{
	char item[CODE_SIZE], serial[TEXT_SIZE];

	(void)ui, (void)list;
	key_pair(&row->key, item, sizeof item, serial, sizeof serial);
	return open_unit(item, serial);
}

/* --- What was typed or scanned ---------------------------------------------- */

static bool narrow_by_word(struct list *list, const char *text)
{
	int status = unit_status_find(text);

	if (str_ieq(text, "all"))
		memset(&list->units, 0, sizeof list->units);
	else if (str_ieq(text, "held"))
		list->units.holds = HOLDS_ANY;
	else if (status > UNIT_NONE)
		list->units.status = (enum unit_status)status;
	else
		return false;
	return true;
}

static bool narrow_by_code(struct list *list, const char *text)
{
	struct unit_filter *f = &list->units;
	enum order_kind kinds[ORDER_KINDS];
	const char *colon = strchr(text, ':');
	struct item item;
	struct bin bin;
	struct err err;
	size_t n = 0;

	if (item_find(list->ledger, text, &item, &err) > 0)
		str_copy(f->item, sizeof f->item, item.code);
	else if (bin_find(list->ledger, text, &bin, &err) > 0)
		str_copy(f->bin, sizeof f->bin, bin.code);
	else if (colon != NULL && order_kinds_of(list->ledger, colon + 1, kinds,
	    &n, &err) && n > 0)
		str_copy(f->order, sizeof f->order, text);
	else
		return false;
	return true;
}

/* The item a label names, or the one the list is narrowed to; "": any. */
static void item_of(struct list *list, const struct scan_parsed *parsed,
    char out[CODE_SIZE])
{
	struct item item;
	struct err err;
	int n = 0;

	str_copy(out, CODE_SIZE, list->units.item);
	if (parsed->gtin[0] != '\0' && item_find_gtin(list->ledger,
	    parsed->gtin, &item, &n, &err) > 0)
		str_copy(out, CODE_SIZE, item.code);
}

static struct outcome serial_found(struct ui *ui, struct list *list,
    const char *item, const char *serial)
{
	struct unit units[SAME_SERIAL_MAX];
	struct table_key key;
	struct err err;
	size_t n = 0;

	if (!ledger_units_by_serial(list->ledger, serial, units,
	    SAME_SERIAL_MAX, &n, &err))
		n = 0;
	for (size_t i = 0; i < n; i++)
		if (n == 1 || str_eq(units[i].item, item))
			return open_unit(units[i].item, units[i].serial);
	if (n > 1)
		ui_note(ui, _("%zu items have a unit %s: key the item first"), n,
		    serial);
	else
		ui_note(ui, _("no unit %s: the list goes on after it"), serial);
	ui_sound(ui, SOUND_WARN);
	key_of_pair(&key, item, serial);
	table_go(list->table, &key);
	return outcome_of(STAY);
}

static struct outcome unit_found(struct ui *ui, struct list *list,
    const struct scan_parsed *parsed, const char *text)
{
	char item[CODE_SIZE], serial[TEXT_SIZE];

	item_of(list, parsed, item);
	if (parsed->serial[0] != '\0')
		return serial_found(ui, list, item, parsed->serial);
	if (parsed->gtin[0] != '\0' && item[0] != '\0')
		str_copy(list->units.item, sizeof list->units.item, item);
	else if (!narrow_by_word(list, text) && !narrow_by_code(list, text)) {
		str_copy(serial, sizeof serial, text);
		return serial_found(ui, list, item, serial);
	}
	list_restart(list);
	return outcome_of(STAY);
}

const struct list_kind units_list = {
	.name = "units", .title = N_("UNITS"),
	.empty = N_("no unit is like that; key \"all\" to see every one"),
	.columns = columns,
	.n_columns = COUNT(columns), .say = say_filter, .page = units_page,
	.total = units_total, .choose = unit_chosen, .find = unit_found,
	.at = AT_LIST,
	.help = N_("Units by item, serials in natural order. Enter shows a unit's "
	    "history. Key or scan what narrows the list: a status, \"held\", an "
	    "item, a bin, an order like PO:4711; \"all\" shows everything again. "
	    "A serial opens its unit."),
};
