/*
 * list_operators.c - who may log in, and badges to be unlocked.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <stdlib.h>
#include "base/str.h"
#include "base/xalloc.h"
#include "ui/lists.h"
#include "ui/words.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const struct table_column columns[] = {
	{ N_("Badge"), 12, 1, 9, PAINT_LEFT },
	{ N_("Name"), 16, 2, 8, PAINT_LEFT },
	{ N_("Role"), 10, 0, 7, PAINT_LEFT },
	{ N_("PIN"), 4, 0, 2, PAINT_LEFT },
	{ N_("State"), 12, 0, 6, PAINT_LEFT },
};

static void operator_cells(const struct operator *who, struct table_row *row)
{
	key_of_text(&row->key, who->badge);
	row_put_text(row, 0, who->badge);
	row_put_text(row, 1, who->name);
	row_put_text(row, 2, role_name(who->role));
	row_put_text(row, 3, who->pin_hash[0] != '\0' ? _("yes") : _("no"));
	if (who->locked)
		row_put_text(row, 4, _("LOCKED"));
	else if (who->failures > 0)
		str_print(row->cells[4], sizeof row->cells[4],
		    _("%lld wrong PIN"), (long long)who->failures);
	row->style = who->locked ? STYLE_WARN : STYLE_NORMAL;
}

static bool operators_page(struct list *list, enum page_way way,
    const struct table_key *key, size_t max, struct table_row *rows, size_t *n,
    struct err *err)
{
	struct operator *page = xcalloc(max, sizeof *page);
	char badge[TABLE_KEY_BYTES];
	bool ok;

	key_text(key, badge, sizeof badge);
	ok = operator_list_page(list->ledger, way, badge, page, max, n, err);
	for (size_t i = 0; ok && i < *n; i++)
		operator_cells(&page[i], &rows[i]);
	free(page);
	return ok;
}

static bool unlock(struct ledger *ledger, void *badge, struct err *err)
{
	struct operator who;
	int rc = operator_find(ledger, badge, &who, err);

	if (rc == 0)
		return err_code(err, ERR_ABSENT, "scan.unknown",
		    "that badge is gone");
	return rc > 0 && operator_set_locked(ledger, &who, false, err);
}

static struct outcome operator_act(struct ui *ui, struct list *list,
    enum action action)
{
	const struct table_row *row = table_chosen(list->table);
	char badge[CODE_SIZE] = "";
	struct err err;

	assert(action == ACT_UNLOCK);
	if (row != NULL)
		str_copy(badge, sizeof badge, row->cells[0]);
	if (row == NULL || row->style != STYLE_WARN)
		ui_note(ui, "%s", _("that badge is not locked"));
	else if (!role_may(ui->worker.role, MAY_ADMIN))
		ui_note(ui, "%s", _("only an admin unlocks a badge"));
	else if (ui_book(ui, unlock, badge, &err))
		ui_note(ui, _("%s may log in again"), row->cells[1]);
	else
		stop_raise_err(ui, _("NOT UNLOCKED"), &err);
	table_reload(list->table);
	return outcome_of(STAY);
}

const struct list_kind operators_list = {
	.name = "operators", .title = N_("OPERATORS"),
	.empty = N_("no operator is defined"),
	.columns = columns, .n_columns = COUNT(columns),
	.page = operators_page, .act = operator_act, .at = AT_OPERATORS,
	.help = N_("Everybody who may log in. Five wrong PINs lock a badge; an "
	    "admin unlocks it here."),
};
