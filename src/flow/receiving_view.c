/*
 * receiving_view.c - the delivery as a screen shows it.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "flow/receiving.h"

static bool
fill_lines(struct flow *f, const struct delivery *d, struct flow_view *view,
    struct err *err)
{
	struct store *s = ledger_store(f->l);
	const char *item = flow_text(f, "item");
	int rc;

	if (!store_walk(s, Q_FLOW_LINES, err, "ii", d->id, (int64_t)VIEW_ROWS + 1))
		return false;
	while ((rc = store_next(s, Q_FLOW_LINES, err)) > 0) {
		struct view_row *row = &view->rows[view->n_rows];
		int64_t qty = store_int(s, Q_FLOW_LINES, 3);
		int64_t came = store_int(s, Q_FLOW_LINES, 4);

		if (view->n_rows == VIEW_ROWS) {
			view->more_rows = true;
			break;
		}
		view->n_rows++;
		view_number(view, row, "line", store_int(s, Q_FLOW_LINES, 0));
		view_cell(view, row, "item", store_text(s, Q_FLOW_LINES, 1));
		view_cell(view, row, "name", store_text(s, Q_FLOW_LINES, 2));
		view_number(view, row, "done", came);
		view_number(view, row, "qty", qty);
		row->complete = came >= qty;
		row->trouble = came > qty;
		row->current = strcmp(store_text(s, Q_FLOW_LINES, 1), item) == 0;
	}
	store_end(s, Q_FLOW_LINES);
	return rc >= 0;
}

bool
receiving_view(struct flow *f, struct flow_view *view, struct err *err)
{
	struct store *s = ledger_store(f->l);
	const struct value *order = flow_value(f, "order");
	struct party party;
	struct delivery d;
	int rc;

	str_copy(view->progress_unit, sizeof view->progress_unit, "units");
	if (order == NULL)
		return true;
	if (!delivery_read(f, &d, err))
		return false;
	str_print(view->title, sizeof view->title, "%s %s-%s", f->form->title,
	    order->where, order->code);
	if ((rc = party_find(f->l, d.party, &party, err)) < 0)
		return false;
	str_copy(view->subtitle, sizeof view->subtitle, rc > 0 ? party.name : d.party);
	if (store_first(s, Q_FLOW_ORDER_TOTALS, err, "i", d.id) < 1)
		return false;
	view->total = store_int(s, Q_FLOW_ORDER_TOTALS, 0);
	view->done = store_int(s, Q_FLOW_ORDER_TOTALS, 1);
	store_end(s, Q_FLOW_ORDER_TOTALS);
	str_print(view->big, sizeof view->big, "%lld", (long long)view->done);
	str_print(view->big_label, sizeof view->big_label, "RECEIVED OF %lld",
	    (long long)view->total);
	return fill_lines(f, &d, view, err);
}
