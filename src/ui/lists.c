/*
 * lists.c - items and bins: rows, and what they open.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "ui/lists.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "ui/words.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* --- Keys, cells, openings -------------------------------------------------- */

void key_of_text(struct table_key *key, const char *text)
{
	key->len = strlen(text);
	if (key->len > sizeof key->bytes - 1)
		key->len = sizeof key->bytes - 1;
	memcpy(key->bytes, text, key->len);
}

void key_text(const struct table_key *key, char *out, size_t size)
{
	str_copyn(out, size, (const char *)key->bytes, key->len);
}

/* The NUL between them sorts before any character. */
void key_of_pair(struct table_key *key, const char *a, const char *b)
{
	size_t n = strlen(a) + 1, m = strlen(b);

	assert(n + m <= sizeof key->bytes);
	memcpy(key->bytes, a, n);
	memcpy(key->bytes + n, b, m);
	key->len = n + m;
}

void key_pair(const struct table_key *key, char *a, size_t a_size, char *b,
    size_t b_size)
{
	const char *text = (const char *)key->bytes;
	size_t n = strnlen(text, key->len);

	str_copyn(a, a_size, text, n);
	if (n < key->len)
		str_copyn(b, b_size, text + n + 1, key->len - n - 1);
	else
		b[0] = '\0';
}

void row_put_text(struct table_row *row, size_t column, const char *text)
{
	str_copy(row->cells[column], sizeof row->cells[column], text);
}

void row_put_number(struct table_row *row, size_t column, int64_t n)
{
	str_print(row->cells[column], sizeof row->cells[column], "%lld",
	    (long long)n);
}

struct outcome open_units(const char *item, const char *bin, const char *order)
{
	struct outcome out = outcome_open(&list_screen);

	str_copy(out.open.name, sizeof out.open.name, "units");
	str_copy(out.open.item, sizeof out.open.item, item);
	out.open.number = order[0] != '\0';
	str_copy(out.open.subject, sizeof out.open.subject,
	    order[0] != '\0' ? order : bin);
	return out;
}

struct outcome open_unit(const char *item, const char *serial)
{
	struct outcome out = outcome_open(&history_screen);

	str_copy(out.open.item, sizeof out.open.item, item);
	str_copy(out.open.subject, sizeof out.open.subject, serial);
	return out;
}

/* --- Items ------------------------------------------------------------------ */

static const struct table_column item_columns[] = {
	{ N_("Item"), 14, 1, 9, PAINT_LEFT },
	{ N_("Name"), 16, 4, 7, PAINT_LEFT },
	{ N_("GTIN"), 14, 0, 1, PAINT_LEFT },
	{ N_("Available"), 9, 0, 8, PAINT_RIGHT },
	{ N_("Promised"), 8, 0, 4, PAINT_RIGHT },
	{ N_("Held"), 6, 0, 5, PAINT_RIGHT },
	{ N_("ABC"), 3, 0, 0, PAINT_LEFT },
};

static void item_cells(const struct item_row *item, struct table_row *row)
{
	key_of_text(&row->key, item->item.code);
	row_put_text(row, 0, item->item.code);
	row_put_text(row, 1, item->item.name);
	row_put_text(row, 2, item->item.gtin);
	row_put_number(row, 3, item->units[UNIT_AVAILABLE]);
	row_put_number(row, 4, item->units[UNIT_ALLOCATED]);
	row_put_number(row, 5, item->held);
	row_put_text(row, 6, item->item.abc);
}

static bool items_page(struct list *list, enum page_way way,
    const struct table_key *key, size_t max, struct table_row *rows, size_t *n,
    struct err *err)
{
	struct item_row *page = xcalloc(max, sizeof *page);
	char code[TABLE_KEY_BYTES];
	bool ok;

	key_text(key, code, sizeof code);
	ok = item_list_page(list->ledger, way, code, page, max, n, err);
	for (size_t i = 0; ok && i < *n; i++)
		item_cells(&page[i], &rows[i]);
	free(page);
	return ok;
}

static struct outcome item_chosen(struct ui *ui, struct list *list,
    const struct table_row *row)
{
	(void)ui, (void)list;
	return open_units(row->cells[0], "", "");
}

/* A GTIN is as good as the item's code. */
static struct outcome item_found(struct ui *ui, struct list *list,
    const struct scan_parsed *parsed, const char *text)
{
	struct table_key key;
	struct item item;
	struct err err;
	int n = 0;

	(void)ui;
	if (parsed->gtin[0] != '\0' && item_find_gtin(list->ledger,
	    parsed->gtin, &item, &n, &err) > 0)
		text = item.code;
	key_of_text(&key, text);
	table_go(list->table, &key);
	return outcome_of(STAY);
}

const struct list_kind items_list = {
	.name = "items", .title = N_("ITEMS"), .empty = N_("no item is defined"),
	.columns = item_columns, .n_columns = COUNT(item_columns),
	.page = items_page, .choose = item_chosen, .find = item_found,
	.at = AT_LIST,
	.help = N_("Every item with its units. Enter shows the units. A code or "
	    "GTIN goes to its row."),
};

/* --- Bins ------------------------------------------------------------------- */

static const struct table_column bin_columns[] = {
	{ N_("Bin"), 14, 1, 9, PAINT_LEFT },
	{ N_("Zone"), 8, 1, 3, PAINT_LEFT },
	{ N_("Kind"), 10, 0, 5, PAINT_LEFT },
	{ N_("Units"), 7, 0, 8, PAINT_RIGHT },
	{ N_("Capacity"), 8, 0, 4, PAINT_RIGHT },
	{ N_("Reserved for"), 12, 2, 1, PAINT_LEFT },
};

static void bin_cells(const struct bin_row *bin, struct table_row *row)
{
	char reserved[BIN_RESERVED_SIZE];

	key_of_text(&row->key, bin->bin.code);
	row_put_text(row, 0, bin->bin.code);
	row_put_text(row, 1, bin->bin.zone);
	row_put_text(row, 2, bin_kind_name(bin->bin.kind));
	row_put_number(row, 3, bin->units);
	if (bin->bin.capacity >= 0)
		row_put_number(row, 4, bin->bin.capacity);
	bin_reserved_words(&bin->bin, reserved);
	row_put_text(row, 5, reserved);
	if (bin->bin.capacity >= 0 && bin->units > bin->bin.capacity)
		row->style = STYLE_WARN;
}

static bool bins_page(struct list *list, enum page_way way,
    const struct table_key *key, size_t max, struct table_row *rows, size_t *n,
    struct err *err)
{
	struct bin_row *page = xcalloc(max, sizeof *page);
	char code[TABLE_KEY_BYTES];
	bool ok;

	key_text(key, code, sizeof code);
	ok = bin_list_page(list->ledger, way, code, page, max, n, err);
	for (size_t i = 0; ok && i < *n; i++)
		bin_cells(&page[i], &rows[i]);
	free(page);
	return ok;
}

static struct outcome bin_chosen(struct ui *ui, struct list *list,
    const struct table_row *row)
{
	(void)ui, (void)list;
	return open_units("", row->cells[0], "");
}

const struct list_kind bins_list = {
	.name = "bins", .title = N_("BINS"), .empty = N_("no bin is defined"),
	.columns = bin_columns, .n_columns = COUNT(bin_columns),
	.page = bins_page, .choose = bin_chosen, .at = AT_LIST,
	.help = N_("Every bin with the units in it. Enter shows the units. A code "
	    "goes to its row."),
};

/* --- All of them ------------------------------------------------------------ */

const struct list_kind *list_kind_find(const char *name)
{
	static const struct list_kind *const all[] = { &orders_open_list,
		&orders_list, &units_list, &items_list, &bins_list,
		&incidents_open_list, &incidents_list, &operators_list,
		&cartons_open_list, &cartons_list, &tasks_list, &prints_list,
		&printers_list };

	for (size_t i = 0; i < COUNT(all); i++)
		if (str_eq(all[i]->name, name))
			return all[i];
	return NULL;
}
