/*
 * list_printers.c - the printers of this site, by name.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Those that are set in dockledger.conf, and queues that were printed to by
 * their names, as the worker saw them last.
 */
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "ui/lists.h"
#include "ui/printers.h"
#include "ui/prints.h"
#include "ui/words.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define ROWS_MAX (2 * UI_PRINTERS_MAX)
#define SIGN 2

static const struct table_column columns[] = {
	{ "", 1, 0, 10, PAINT_LEFT },
	{ N_("Printer"), 10, 1, 9, PAINT_LEFT },
	{ N_("State"), 9, 0, 6, PAINT_LEFT },
	{ N_("Waiting"), 7, 0, 7, PAINT_RIGHT },
	{ N_("Printed"), 7, 0, 5, PAINT_RIGHT },
	{ N_("What to know"), 16, 4, 8, PAINT_LEFT },
};

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct printer_row *)a)->name,
	    ((const struct printer_row *)b)->name);
}

static bool is_among(const struct printer_row rows[], size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(rows[i].name, name))
			return true;
	return false;
}

/* at is 0 of those that the worker has not seen. */
static bool gather(struct list *list, struct printer_row rows[ROWS_MAX],
    size_t *n, struct err *err)
{
	const struct ui_printing *printing = list->printing;

	if (!ledger_printers(list->ledger, rows, UI_PRINTERS_MAX, n, err))
		return false;
	for (size_t i = 0; i < printing->n; i++) {
		const char *name = printing->printers[i].name;

		if (is_among(rows, *n, name))
			continue;
		rows[*n] = (struct printer_row){ .at = 0 };
		str_copy(rows[*n].name, sizeof rows[*n].name, name);
		(*n)++;
	}
	qsort(rows, *n, sizeof rows[0], by_name);
	return true;
}

static void put_state(struct list *list, const struct printer_row *printer,
    struct table_row *row)
{
	bool worker = store_is_marked(ledger_store(list->ledger),
	    STORE_MARK_WORKER);
	const char *shown = !worker || printer->at == 0 ? _("? not seen") :
	    printer_state_shown(printer->state);

	str_copyn(row->cells[0], sizeof row->cells[0], shown, 1);
	row_put_text(row, 2, shown + SIGN);
	if (!worker)
		row_put_text(row, 5, _("no worker prints: 'dockledger agent'"));
	else
		row_put_text(row, 5, printer->words);
	row->style = !worker || printer->state == PRINTER_TROUBLE ||
	    printer->state == PRINTER_AWAY ? STYLE_WARN : STYLE_NORMAL;
}

static bool printer_cells(struct list *list, const struct printer_row *printer,
    struct table_row *row, struct err *err)
{
	struct printer_load load;

	if (!ledger_printer_load(list->ledger, printer->name, &load, err))
		return false;
	key_of_text(&row->key, printer->name);
	row_put_text(row, 1, printer->name[0] != '\0' ? printer->name : _("(none)"));
	put_state(list, printer, row);
	row_put_number(row, 3, load.waiting);
	if (load.printed_at != 0)
		print_age(load.printed_at, row->cells[4], sizeof row->cells[4]);
	return true;
}

/* The first of the rows asked for, and how many. */
static size_t window(const struct printer_row all[], size_t n, enum page_way way,
    const char *key, size_t max, size_t *first)
{
	size_t from = 0, end = n;

	if (way == PAGE_BEFORE) {
		while (key[0] != '\0' && end > 0 &&
		    strcmp(all[end - 1].name, key) >= 0)
			end--;
		from = end > max ? end - max : 0;
	} else {
		while (key[0] != '\0' && from < n &&
		    strcmp(all[from].name, key) < (way == PAGE_FROM ? 0 : 1))
			from++;
	}
	*first = from;
	return end - from < max ? end - from : max;
}

static bool printers_page(struct list *list, enum page_way way,
    const struct table_key *key, size_t max, struct table_row *rows, size_t *n,
    struct err *err)
{
	struct printer_row all[ROWS_MAX];
	char name[TABLE_KEY_BYTES];
	size_t count = 0, first;
	bool ok = true;

	if (!gather(list, all, &count, err))
		return false;
	key_text(key, name, sizeof name);
	*n = window(all, count, way, name, max, &first);
	for (size_t i = 0; ok && i < *n; i++)
		ok = printer_cells(list, &all[first + i], &rows[i], err);
	return ok;
}

static struct outcome printer_chosen(struct ui *ui, struct list *list,
    const struct table_row *row)
{
	struct outcome out = outcome_open(&list_screen);

	(void)ui, (void)list, (void)row;
	str_copy(out.open.name, sizeof out.open.name, "prints");
	return out;
}

const struct list_kind printers_list = {
	.name = "printers", .title = N_("PRINTERS"),
	.empty = N_("no printer is set in dockledger.conf"),
	.columns = columns, .n_columns = COUNT(columns),
	.page = printers_page, .choose = printer_chosen, .at = AT_LIST,
	.help = N_("The printers, as the worker that prints saw them last: + is "
	    "ready, > prints, ! needs somebody to go there, ? was not looked at. "
	    "Waiting: labels for it that are not out yet. Printed: how long ago "
	    "the last one came out. Enter shows the print queue."),
};
