/*
 * list_incidents.c - open questions, oldest first.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdlib.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "ui/lists.h"
#include "ui/words.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const struct table_column columns[] = {
	{ N_("Opened"), 16, 0, 6, PAINT_LEFT },
	{ N_("Code"), 18, 1, 8, PAINT_LEFT },
	{ N_("About"), 20, 2, 9, PAINT_LEFT },
	{ N_("State"), 9, 1, 7, PAINT_LEFT },
	{ N_("Detail"), 10, 4, 1, PAINT_LEFT },
};

static void incident_cells(const struct incident *incident,
    struct table_row *row)
{
	key_of_text(&row->key, incident->key);
	clock_local(incident->opened_at, row->cells[0]);
	row_put_text(row, 1, incident->code);
	str_print(row->cells[2], sizeof row->cells[2], "%s%s%s", incident->item,
	    incident->item[0] != '\0' ? " " : "", incident->subject);
	row_put_text(row, 3, incident->open ? _("OPEN") : incident->outcome);
	row_put_text(row, 4, incident->detail);
	row->style = incident->open ? STYLE_NORMAL : STYLE_DIM;
}

static bool read_page(struct list *list, bool open_only, enum page_way way,
    const struct table_key *key, size_t max, struct table_row *rows, size_t *n,
    struct err *err)
{
	struct incident *page = xcalloc(max, sizeof *page);
	char name[INCIDENT_KEY_SIZE];
	bool ok;

	key_text(key, name, sizeof name);
	ok = incident_list_page(list->ledger, open_only, way, name, page, max, n,
	    err);
	for (size_t i = 0; ok && i < *n; i++)
		incident_cells(&page[i], &rows[i]);
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

static struct outcome chosen(struct ui *ui, struct list *list,
    const struct table_row *row)
{
	struct outcome out = outcome_open(&incident_screen);

	(void)ui, (void)list;
	key_text(&row->key, out.open.subject, sizeof out.open.subject);
	return out;
}

/* A unit's label shows its history, where its incidents stand; the name of an
 * incident opens it. */
static struct outcome found(struct ui *ui, struct list *list,
    const struct scan_parsed *parsed, const char *text)
{
	struct outcome out = outcome_open(&incident_screen);
	struct incident incident;
	struct err err;

	if (ledger_incident(list->ledger, text, &incident, &err) > 0) {
		str_copy(out.open.subject, sizeof out.open.subject, text);
		return out;
	}
	if (parsed->serial[0] != '\0')
		return open_unit("", parsed->serial);
	ui_note(ui, _("there is no incident %s"), text);
	ui_sound(ui, SOUND_WARN);
	return outcome_of(STAY);
}

const struct list_kind incidents_open_list = {
	.name = "incidents-open", .title = N_("OPEN INCIDENTS"),
	.empty = N_("nothing is open: good"),
	.columns = columns, .n_columns = COUNT(columns), .page = open_page,
	.choose = chosen, .find = found, .at = AT_LIST,
	.help = N_("What contradicts itself and waits for somebody to settle it, "
	    "the oldest first. Enter shows one; F4 there resolves it."),
};

const struct list_kind incidents_list = {
	.name = "incidents", .title = N_("ALL INCIDENTS"),
	.empty = N_("there was never one"),
	.columns = columns, .n_columns = COUNT(columns), .page = all_page,
	.choose = chosen, .find = found, .at = AT_LIST,
	.help = N_("Every incident, the settled ones too, the oldest first."),
};
