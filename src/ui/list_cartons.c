/*
 * list_cartons.c - cartons, pallets and totes by their codes.
 * SPDX-License-Identifier: Apache-2.0
 *
 * One list in two breadths: those that did not leave, and all.  The words
 * "open" and "all" change between them; an order narrows either.
 */
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "base/xalloc.h"
#include "domain/weight.h"
#include "report/carton_report.h"
#include "ui/lists.h"
#include "ui/words.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const struct table_column columns[] = {
	{ N_("Carton"), 18, 0, 9, PAINT_LEFT },
	{ N_("Kind"), 6, 0, 5, PAINT_LEFT },
	{ N_("State"), 7, 0, 8, PAINT_LEFT },
	{ N_("Order"), 10, 2, 7, PAINT_LEFT },
	{ N_("Party"), 8, 2, 3, PAINT_LEFT },
	{ N_("Units"), 5, 0, 6, PAINT_RIGHT },
	{ N_("Cartons"), 7, 0, 2, PAINT_RIGHT },
	{ N_("Weight"), 9, 0, 4, PAINT_RIGHT },
	{ N_("In"), 18, 1, 1, PAINT_LEFT },
};

static void carton_cells(const struct carton_line *line, struct table_row *row)
{
	const struct carton *c = &line->carton;

	key_of_text(&row->key, c->code);
	row_put_text(row, 0, c->code);
	row_put_text(row, 1, carton_kind_name(c->kind));
	row_put_text(row, 2, carton_state_name(c->state));
	row_put_text(row, 3, c->order);
	row_put_text(row, 4, c->party);
	row_put_number(row, 5, line->units);
	if (line->cartons > 0)
		row_put_number(row, 6, line->cartons);
	weight_words(c->weight_g, row->cells[7], sizeof row->cells[7]);
	row_put_text(row, 8, c->parent);
	row->style = c->state >= CARTON_SHIPPED ? STYLE_DIM : STYLE_NORMAL;
}

static bool read_page(struct list *list, bool here, enum page_way way,
    const struct table_key *key, size_t max, struct table_row *rows, size_t *n,
    struct err *err)
{
	struct carton_filter filter = { .here = here };
	struct carton_line *page = xcalloc(max, sizeof *page);
	char code[TABLE_KEY_BYTES];
	bool ok;

	str_copy(filter.order, sizeof filter.order, list->units.order);
	key_text(key, code, sizeof code);
	ok = carton_list_page(list->ledger, &filter, way, code, page, max, n,
	    err);
	for (size_t i = 0; ok && i < *n; i++)
		carton_cells(&page[i], &rows[i]);
	free(page);
	return ok;
}

static bool open_page(struct list *list, enum page_way way,
    const struct table_key *key, size_t max, struct table_row *rows, size_t *n,
    struct err *err)
{
	return read_page(list, true, way, key, max, rows, n, err);
}

static bool all_page(struct list *list, enum page_way way,
    const struct table_key *key, size_t max, struct table_row *rows, size_t *n,
    struct err *err)
{
	return read_page(list, false, way, key, max, rows, n, err);
}

static void say(struct list *list)
{
	str_print(list->subtitle, sizeof list->subtitle, "%s%s",
	    list->units.order[0] != '\0' ? _("of ") : "", list->units.order);
}

static struct outcome open_carton(const char *code)
{
	struct outcome out = outcome_open(&carton_screen);

	str_copy(out.open.subject, sizeof out.open.subject, code);
	return out;
}

static struct outcome chosen(struct ui *ui, struct list *list,
    const struct table_row *row)
{
	(void)ui, (void)list;
	return open_carton(row->cells[0]);
}

/* "open", "all", "SO:5001". */
static bool narrow(struct list *list, const char *text)
{
	const char *colon = strchr(text, ':');
	enum order_kind kinds[ORDER_KINDS];
	struct err err;
	size_t n = 0;

	if (str_ieq(text, "all")) {
		list->kind = &cartons_list;
		list->units.order[0] = '\0';
	} else if (str_ieq(text, "open")) {
		list->kind = &cartons_open_list;
	} else if (colon != NULL && order_kinds_of(list->ledger, colon + 1,
	    kinds, &n, &err) && n > 0) {
		str_copy(list->units.order, sizeof list->units.order, text);
	} else {
		return false;
	}
	list_restart(list);
	return true;
}

static struct outcome found(struct ui *ui, struct list *list,
    const struct scan_parsed *parsed, const char *text)
{
	struct table_key key;
	struct carton c;
	struct err err;

	if (parsed->sscc[0] != '\0')
		text = parsed->sscc;
	if (carton_find(list->ledger, text, &c, &err) > 0)
		return open_carton(c.code);
	if (narrow(list, text))
		return outcome_of(STAY);
	ui_note(ui, _("no carton %s: the list goes on after it"), text);
	ui_sound(ui, SOUND_WARN);
	key_of_text(&key, text);
	table_go(list->table, &key);
	return outcome_of(STAY);
}

#define HELP N_("Cartons, pallets and totes by their codes. Enter shows what is " \
	"in one. Key \"open\" for those that did not leave, \"all\" for every one, " \
	"an order like SO:5001 for its own; a code opens that carton.")

const struct list_kind cartons_open_list = {
	.name = "cartons-open", .title = N_("CARTONS"),
	.empty = N_("no carton is here; key \"all\" to see those that left"),
	.columns = columns, .n_columns = COUNT(columns), .say = say,
	.page = open_page, .choose = chosen, .find = found, .at = AT_LIST,
	.help = HELP,
};

const struct list_kind cartons_list = {
	.name = "cartons", .title = N_("ALL CARTONS"),
	.empty = N_("there was never one"),
	.columns = columns, .n_columns = COUNT(columns), .say = say,
	.page = all_page, .choose = chosen, .find = found, .at = AT_LIST,
	.help = HELP,
};
