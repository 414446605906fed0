/*
 * pack_view.c - the packing bench as a screen shows it.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "domain/weight.h"
#include "flow/pack.h"

static bool
fill_lines(struct flow *f, const struct pack_order *o, int64_t carton,
    struct flow_view *view, struct err *err)
{
	struct store *s = ledger_store(f->l);
	const char *item = f->has_subject ? f->subject.item : "";
	int rc;

	if (!store_walk(s, Q_PACK_LINES, err, "iii", o->id, carton,
	    (int64_t)VIEW_ROWS + 1))
		return false;
	while ((rc = store_next(s, Q_PACK_LINES, err)) > 0) {
		struct view_row *row = &view->rows[view->n_rows];
		int64_t qty = store_int(s, Q_PACK_LINES, 3);
		int64_t here = store_int(s, Q_PACK_LINES, 4);
		int64_t packed = store_int(s, Q_PACK_LINES, 6);

		if (view->n_rows == VIEW_ROWS) {
			view->more_rows = true;
			break;
		}
		view->n_rows++;
		view_number(view, row, "line", store_int(s, Q_PACK_LINES, 0));
		view_cell(view, row, "item", store_text(s, Q_PACK_LINES, 1));
		view_cell(view, row, "name", store_text(s, Q_PACK_LINES, 2));
		if (here > 0)
			view_number(view, row, "here", here);
		view_number(view, row, "packed", packed);
		view_number(view, row, "picked", store_int(s, Q_PACK_LINES, 5));
		view_number(view, row, "of", qty);
		row->complete = packed >= qty;
		row->current = strcmp(store_text(s, Q_PACK_LINES, 1), item) == 0;
	}
	store_end(s, Q_PACK_LINES);
	return rc >= 0;
}

/* Totes and bins where units of the order wait. */
static bool
fill_waiting(struct flow *f, const struct pack_order *o, struct flow_view *view,
    struct err *err)
{
	struct store *s = ledger_store(f->l);
	int rc;

	if (!store_walk(s, Q_PACK_WAITING, err, "ii", o->id,
	    (int64_t)VIEW_SUGGESTIONS))
		return false;
	while ((rc = store_next(s, Q_PACK_WAITING, err)) > 0) {
		struct view_suggestion *one = &view->suggestions[view->n_suggestions++];
		int64_t n = store_int(s, Q_PACK_WAITING, 2);

		str_copy(one->code, sizeof one->code, store_text(s, Q_PACK_WAITING, 0));
		str_print(one->why, sizeof one->why, "%lld picked unit%s %s it",
		    (long long)n, n == 1 ? "" : "s", n == 1 ? "waits in" : "wait in");
	}
	return rc == 0;
}

/* In the largest letters, the carton in hand; without one, how far it is. */
static bool
fill_big(struct flow *f, const struct pack_totals *t, int64_t *carton,
    struct flow_view *view, struct err *err)
{
	const char *code = flow_text(f, "carton");
	char weight[32];
	int64_t units, cartons;

	*carton = 0;
	if (code[0] == '\0') {
		str_print(view->big, sizeof view->big, "%lld",
		    (long long)t->packed);
		str_print(view->big_label, sizeof view->big_label,
		    "PACKED OF %lld, %lld CARTON%s", (long long)t->qty,
		    (long long)t->cartons, t->cartons == 1 ? "" : "S");
		return true;
	}
	if (!store_name_find(ledger_store(f->l), NAME_CARTON, code, carton, err) ||
	    !carton_count(f->l, code, &units, &cartons, err))
		return false;
	container_digits(code, view->big, sizeof view->big);
	weight_words(f->weight_g, weight, sizeof weight);
	str_print(view->big_label, sizeof view->big_label, "CARTON, %lld UNIT%s%s%s",
	    (long long)units, units == 1 ? "" : "S", weight[0] != '\0' ? ", " : "",
	    weight);
	return true;
}

bool
pack_view(struct flow *f, struct flow_view *view, struct err *err)
{
	const struct value *order = flow_value(f, "order");
	struct pack_totals t;
	struct pack_order o;
	struct party party;
	int64_t carton;
	int rc;

	str_copy(view->progress_unit, sizeof view->progress_unit, "units");
	if (order == NULL)
		return true;
	if (!pack_order(f, &o, err) || !pack_totals(f, &o, &t, err) ||
	    (rc = party_find(f->l, o.party, &party, err)) < 0)
		return false;
	str_print(view->title, sizeof view->title, "%s %s-%s", f->form->title,
	    order->where, order->code);
	str_copy(view->subtitle, sizeof view->subtitle, rc > 0 ? party.name : o.party);
	view->total = t.qty;
	view->done = t.packed;
	return fill_big(f, &t, &carton, view, err) &&
	    fill_lines(f, &o, carton, view, err) && fill_waiting(f, &o, view, err);
}
