/*
 * pick_view.c - the walk as a screen shows it: where to, what, what is left.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The list begins with the lines of the next stops, in the order of the walk;
 * what waits without a bin comes after them, what is done last.  A large order
 * is shown by its first lines.
 */
#include <string.h>
#include "base/str.h"
#include "flow/pick.h"

static bool
fill_head(struct flow *f, const struct pick_orders *orders,
    struct flow_view *view, struct err *err)
{
	const struct value *order = flow_value(f, "order");
	struct party party;
	int rc;

	if (f->def == &cluster_flow) {
		str_print(view->title, sizeof view->title, "%s: %zu orders",
		    f->form->title, orders->n);
	} else {
		str_print(view->title, sizeof view->title, "%s %s-%s", f->form->title,
		    order->where, order->code);
		if ((rc = party_find(f->l, order->note, &party, err)) < 0)
			return false;
		str_copy(view->subtitle, sizeof view->subtitle,
		    rc > 0 ? party.name : order->note);
	}
	return pick_totals(f, orders, &view->total, &view->done, err);
}

/* --- Where to ------------------------------------------------------------------ */

static void
fill_stops(struct flow *f, const struct pick_orders *orders,
    const struct walk *w, struct flow_view *view)
{
	size_t i = 0;

	while (i < w->stops.n && view->n_suggestions < VIEW_SUGGESTIONS) {
		struct view_suggestion *s =
		    &view->suggestions[view->n_suggestions++];

		str_copy(s->code, sizeof s->code, w->stops.at[i].bin);
		i = walk_words(w, i, f->def == &cluster_flow ? orders : NULL, s->why,
		    sizeof s->why);
	}
	if (w->stops.n == 0)
		return;
	str_copy(view->big, sizeof view->big, w->stops.at[0].bin);
	str_copy(view->big_label, sizeof view->big_label,
	    strcmp(w->stops.at[0].bin, flow_text(f, "bin")) == 0 ? "AT" : "GO TO");
}

/* cluster: a unit in hand goes into the tote of its order. */
static bool
fill_tote(struct flow *f, struct flow_view *view, struct err *err)
{
	const struct value *unit = flow_value(f, "unit");
	struct pick_order order = { .id = 0 };
	char tote[CODE_SIZE];

	if (unit == NULL)
		return true;
	str_copy(order.key, sizeof order.key, unit->note);
	if (!store_name_find(ledger_store(f->l), NAME_ORDER, order.key, &order.id,
	    err) || !tote_of(f, &order, tote, err))
		return false;
	str_copy(view->big, sizeof view->big, tote[0] != '\0' ? tote : order.key);
	str_copy(view->big_label, sizeof view->big_label,
	    tote[0] != '\0' ? "INTO" : "NEW TOTE");
	return true;
}

/* --- The list ------------------------------------------------------------------- */

struct list {
	struct stop seen[VIEW_ROWS];	/* lines shown, by order and line */
	size_t n;
};

static bool
is_shown(const struct list *list, size_t order, int64_t line)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->seen[i].order == order && list->seen[i].line == line)
			return true;
	return false;
}

static bool
fill_row(struct flow *f, const struct pick_order *order, int64_t line,
    const char *bin, struct flow_view *view, struct err *err)
{
	struct store *s = ledger_store(f->l);
	struct view_row *row = &view->rows[view->n_rows];
	int rc = store_first(s, Q_PICK_LINE, err, "ii", order->id, line);
	int64_t qty, gone;

	if (rc <= 0)
		return rc == 0;
	qty = store_int(s, Q_PICK_LINE, 2);
	gone = store_int(s, Q_PICK_LINE, 8);
	view->n_rows++;
	view_cell(view, row, "order", order->key);
	view_number(view, row, "line", line);
	view_cell(view, row, "item", store_text(s, Q_PICK_LINE, 0));
	view_cell(view, row, "name", store_text(s, Q_PICK_LINE, 1));
	view_cell(view, row, "bin", bin);
	view_number(view, row, "picked", gone);
	view_number(view, row, "of", qty);
	row->complete = gone >= qty;
	row->trouble = gone < qty && bin[0] == '\0';	/* nothing to take for it */
	store_end(s, Q_PICK_LINE);
	return true;
}

static bool
rows_of_walk(struct flow *f, const struct pick_orders *orders,
    const struct walk *w, struct list *list, struct flow_view *view,
    struct err *err)
{
	for (size_t i = 0; i < w->stops.n; i++) {
		const struct stop *s = &w->stops.at[i];

		if (is_shown(list, s->order, s->line))
			continue;
		if (view->n_rows == VIEW_ROWS) {
			view->more_rows = true;
			return true;
		}
		list->seen[list->n++] = *s;
		if (!fill_row(f, &orders->at[s->order], s->line, s->bin, view, err))
			return false;
		view->rows[view->n_rows - 1].current = list->n == 1;
	}
	return true;
}

/* What is not on the walk, first what is still wanted. */
static bool
rows_of_order(struct flow *f, const struct pick_orders *orders, size_t i,
    struct list *list, struct flow_view *view, struct err *err)
{
	struct store *s = ledger_store(f->l);
	bool ok = true;
	int rc;

	if (!store_walk(s, Q_PICK_LINES, err, "ii", orders->at[i].id,
	    (int64_t)VIEW_ROWS * 2))
		return false;
	while (ok && (rc = store_next(s, Q_PICK_LINES, err)) > 0) {
		int64_t line = store_int(s, Q_PICK_LINES, 0);

		if (is_shown(list, i, line))
			continue;
		if (view->n_rows == VIEW_ROWS) {
			view->more_rows = true;
			break;
		}
		list->seen[list->n++] = (struct stop){ .order = i, .line = line };
		ok = fill_row(f, &orders->at[i], line, "", view, err);
	}
	store_end(s, Q_PICK_LINES);
	return ok && rc >= 0;
}

static bool
fill_rows(struct flow *f, const struct pick_orders *orders, const struct walk *w,
    struct flow_view *view, struct err *err)
{
	struct list list = { .n = 0 };

	if (!rows_of_walk(f, orders, w, &list, view, err))
		return false;
	for (size_t i = 0; i < orders->n && !view->more_rows; i++)
		if (!rows_of_order(f, orders, i, &list, view, err))
			return false;
	return true;
}

bool
pick_view(struct flow *f, struct flow_view *view, struct err *err)
{
	struct pick_orders orders;
	struct walk w;
	bool ok;

	str_copy(view->progress_unit, sizeof view->progress_unit, "units");
	if (!pick_orders(f, &orders, err))
		return false;
	if (orders.n == 0)
		return true;
	if (!fill_head(f, &orders, view, err) ||
	    !walk_read(f, &orders, VIEW_ROWS, &w, err))
		return false;
	fill_stops(f, &orders, &w, view);
	ok = fill_rows(f, &orders, &w, view, err) &&
	    (f->def != &cluster_flow || fill_tote(f, view, err));
	walk_done(&w);
	return ok;
}
