/*
 * putaway_view.c - putaway and moves as a screen shows them.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "flow/putaway.h"
#include "base/str.h"

static void
rows_scanned(struct flow *f, struct flow_view *view)
{
	const struct slot *s = putaway_units(f);

	for (size_t i = s->values.n; i > 0 && view->n_rows < VIEW_ROWS; i--) {
		struct view_row *row = &view->rows[view->n_rows++];

		view_cell(view, row, "serial", s->values.at[i - 1].code);
		view_cell(view, row, "item", s->values.at[i - 1].item);
		view_cell(view, row, "name", s->values.at[i - 1].note);
		view_cell(view, row, "bin", s->values.at[i - 1].where);
		row->current = i == s->values.n;
	}
	view->more_rows = s->values.n > VIEW_ROWS;
}

static bool
rows_waiting(struct flow *f, struct flow_view *view, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int rc;

	if (!store_walk(s, Q_FLOW_DOCK_UNITS, err, "i", (int64_t)VIEW_ROWS + 1))
		return false;
	while ((rc = store_next(s, Q_FLOW_DOCK_UNITS, err)) > 0) {
		struct view_row *row = &view->rows[view->n_rows];

		if (view->n_rows == VIEW_ROWS) {
			view->more_rows = true;
			break;
		}
		view->n_rows++;
		view_cell(view, row, "serial", store_text(s, Q_FLOW_DOCK_UNITS, 0));
		view_cell(view, row, "item", store_text(s, Q_FLOW_DOCK_UNITS, 1));
		view_cell(view, row, "name", store_text(s, Q_FLOW_DOCK_UNITS, 2));
		view_cell(view, row, "bin", store_text(s, Q_FLOW_DOCK_UNITS, 3));
	}
	store_end(s, Q_FLOW_DOCK_UNITS);
	return rc >= 0;
}

bool
putaway_view(struct flow *f, struct flow_view *view, struct err *err)
{
	struct store *s = ledger_store(f->l);
	const struct slot *units = putaway_units(f);
	int64_t booked = 0;

	for (size_t i = 0; i < f->commits.n; i++)
		booked += f->commits.at[i].n;
	view->done = booked;
	str_copy(view->progress_unit, sizeof view->progress_unit, "units");
	if (f->def == &putaway_flow) {
		if (store_first(s, Q_FLOW_DOCK_COUNT, err, "") < 1)
			return false;
		view->total = booked + store_int(s, Q_FLOW_DOCK_COUNT, 0);
		store_end(s, Q_FLOW_DOCK_COUNT);
	}
	if (units->values.n == 0)
		return f->def != &putaway_flow || rows_waiting(f, view, err);
	rows_scanned(f, view);
	if (!place_suggest(f, units->values.at[0].item, (int64_t)units->values.n,
	    view->suggestions, VIEW_SUGGESTIONS, &view->n_suggestions, err))
		return false;
	if (view->n_suggestions > 0) {
		str_copy(view->big, sizeof view->big, view->suggestions[0].code);
		str_copy(view->big_label, sizeof view->big_label, "GO TO");
	}
	return true;
}
