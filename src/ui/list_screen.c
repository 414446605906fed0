/*
 * list_screen.c - any of the lists, with its rows by pages.
 * SPDX-License-Identifier: Apache-2.0
 *
 * opening: name of the list; for units also what narrows them: item, and
 * subject, a bin (number 0) or an order (number 1).
 */
#include <assert.h>
#include <string.h>
#include "base/log.h"
#include "base/str.h"
#include "ui/lists.h"
#include "ui/picture.h"
#include "ui/words.h"

static struct list *list_of(struct screen *screen)
{
	return (struct list *)screen;
}

/* --- Rows ------------------------------------------------------------------- */

static enum page_way way_of(enum table_seek seek)
{
	switch (seek) {
	case TABLE_LAST:
	case TABLE_BEFORE:
		return PAGE_BEFORE;
	case TABLE_FROM:
		return PAGE_FROM;
	default:
		return PAGE_AFTER;
	}
}

static size_t list_fetch(void *ctx, enum table_seek seek,
    const struct table_key *anchor, size_t max, struct table_row *rows)
{
	static const struct table_key start;
	struct list *list = ctx;
	bool anchored = seek != TABLE_FIRST && seek != TABLE_LAST;
	size_t n = 0;

	err_clear(&list->err);
	if (!list->kind->page(list, way_of(seek), anchored ? anchor : &start,
	    max, rows, &n, &list->err)) {
		log_err(&list->err);
		return 0;
	}
	assert(n <= max);
	return n;
}

static int64_t list_total(void *ctx)
{
	struct list *list = ctx;

	return list->kind->total != NULL ? list->kind->total(list) : -1;
}

static void say(struct list *list)
{
	if (list->kind->say != NULL)
		list->kind->say(list);
}

void list_restart(struct list *list)
{
	static const struct press home = { K_HOME, 0 };

	say(list);
	table_reload(list->table);
	table_press(list->table, &home);
}

/* --- Opening ---------------------------------------------------------------- */

static void narrow(struct list *list, const struct opening *opening)
{
	str_copy(list->units.item, sizeof list->units.item, opening->item);
	if (opening->number == 0)
		str_copy(list->units.bin, sizeof list->units.bin,
		    opening->subject);
	else
		str_copy(list->units.order, sizeof list->units.order,
		    opening->subject);
}

static bool list_open(struct ui *ui, struct screen *screen,
    const struct opening *opening, struct err *err)
{
	struct list *list = list_of(screen);
	struct table_source source = { list_fetch, list_total, list };

	(void)err;
	list->kind = list_kind_find(opening->name);
	assert(list->kind != NULL);
	list->ledger = ui->station->ledger;
	list->printing = &ui->options.printing;
	narrow(list, opening);
	say(list);
	list->table = table_new(list->kind->columns, list->kind->n_columns,
	    &source);
	return true;
}

static void list_close(struct ui *ui, struct screen *screen)
{
	(void)ui;
	table_free(list_of(screen)->table);
}

static void list_refresh(struct ui *ui, struct screen *screen)
{
	(void)ui;
	table_reload(list_of(screen)->table);
}

static enum situation list_situation(const struct screen *screen)
{
	return ((const struct list *)screen)->kind->at;
}

/* --- Keys and scans --------------------------------------------------------- */

static struct outcome go_to_code(struct list *list, const char *text)
{
	struct table_key key;

	key_of_text(&key, text);
	table_go(list->table, &key);
	return outcome_of(STAY);
}

static struct outcome list_scan(struct ui *ui, struct screen *screen,
    const struct scan_out *scan)
{
	struct list *list = list_of(screen);
	struct scan_parsed parsed;
	char text[TABLE_KEY_BYTES];

	scan_parse(scan->bytes, scan->len, &ui->station->scan_options, &parsed);
	str_copyn(text, sizeof text, parsed.text, parsed.text_len);
	ui_sound(ui, SOUND_GOOD);
	if (list->kind->find != NULL)
		return list->kind->find(ui, list, &parsed, text);
	return go_to_code(list, text);
}

static struct outcome list_press(struct ui *ui, struct screen *screen,
    const struct press *press, bool *taken)
{
	struct list *list = list_of(screen);

	*taken = true;
	if (press->key == K_ESC)
		return outcome_of(CLOSE);
	switch (table_press(list->table, press)) {
	case TABLE_CHOSEN:
		if (list->kind->choose != NULL &&
		    table_chosen(list->table) != NULL)
			return list->kind->choose(ui, list,
			    table_chosen(list->table));
		return outcome_of(STAY);
	case TABLE_MOVED:
		return outcome_of(STAY);
	default:
		*taken = false;
		return outcome_of(STAY);
	}
}

static struct outcome list_act(struct ui *ui, struct screen *screen,
    enum action action)
{
	struct list *list = list_of(screen);

	if (list->kind->act != NULL)
		return list->kind->act(ui, list, action);
	return outcome_of(STAY);
}

/* --- What is seen ----------------------------------------------------------- */

static void list_draw(const struct ui *ui, const struct screen *screen,
    const struct paint *p)
{
	const struct list *list = (const struct list *)screen;
	struct paint part = paint_part(p, 1, 0, p->rows - 4, p->columns);

	edges_title(&ui->edges, p, 0, _(list->kind->title), list->subtitle);
	table_draw(list->table, &part, list->err.kind != ERR_NONE ?
	    list->err.what : _(list->kind->empty));
	edges_typed(&ui->line, ui->note, p, p->rows - 3);
	edges_status(&ui->edges, p, p->rows - 2);
	edges_keys(ui_situation(ui), 0, p, p->rows - 1);
}

static void list_describe(const struct ui *ui, const struct screen *screen,
    struct str *out)
{
	const struct list *list = (const struct list *)screen;

	(void)ui;
	str_addf(out, "= %s\n%s\n\n", _(list->kind->title),
	    _(list->kind->help));
}

const struct screen_class list_screen = {
	.name = "list",
	.size = sizeof(struct list),
	.open = list_open,
	.close = list_close,
	.situation = list_situation,
	.scan = list_scan,
	.press = list_press,
	.act = list_act,
	.refresh = list_refresh,
	.draw = list_draw,
	.describe = list_describe,
	.help = N_("Arrows, PgUp, PgDn, Home and End move through the list, "
	    "however long it is; Enter opens the row under the bar. What you "
	    "scan or key is looked for."),
};
