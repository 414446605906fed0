/*
 * pallet_view.c - a pallet and what stands on it, as a screen shows it.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "domain/weight.h"
#include "flow/pack.h"

static void
fill_row(struct flow_view *view, struct store *s, enum query q, bool on_it)
{
	struct view_row *row = &view->rows[view->n_rows++];
	char weight[32];

	weight_words(store_int(s, q, 3), weight, sizeof weight);
	view_cell(view, row, "carton", store_text(s, q, 0));
	view_cell(view, row, "order", store_text(s, q, 1));
	view_cell(view, row, "party", store_text(s, q, 2));
	view_cell(view, row, "weight", weight);
	view_number(view, row, "units", store_int(s, q, 4));
	row->complete = on_it;
}

/* What stands on the pallet. */
static bool
rows_on_it(struct flow *f, int64_t pallet, struct flow_view *view,
    struct err *err)
{
	struct store *s = ledger_store(f->l);
	int rc;

	if (!store_walk(s, Q_PACK_ON_PALLET, err, "ii", pallet,
	    (int64_t)VIEW_ROWS + 1))
		return false;
	while ((rc = store_next(s, Q_PACK_ON_PALLET, err)) > 0 &&
	    view->n_rows < VIEW_ROWS)
		fill_row(view, s, Q_PACK_ON_PALLET, true);
	view->more_rows = rc > 0;
	store_end(s, Q_PACK_ON_PALLET);
	return rc >= 0;
}

/* Closed cartons that wait for one: of its customer, when it has one. */
static bool
cartons_waiting(struct flow *f, const char *party, struct flow_view *view,
    struct err *err)
{
	struct store *s = ledger_store(f->l);
	enum query q = Q_PACK_FOR_PALLET;
	int rc;

	if (!store_walk(s, q, err, "oi", party, (int64_t)VIEW_SUGGESTIONS))
		return false;
	while ((rc = store_next(s, q, err)) > 0) {
		struct view_suggestion *one = &view->suggestions[view->n_suggestions++];

		str_copy(one->code, sizeof one->code, store_text(s, q, 0));
		str_print(one->why, sizeof one->why, "%s for %s, %lld units",
		    store_text(s, q, 1), store_text(s, q, 2),
		    (long long)store_int(s, q, 4));
	}
	return rc == 0;
}

bool
pallet_view(struct flow *f, struct flow_view *view, struct err *err)
{
	char party[CODE_SIZE], weight[32];
	int64_t units, cartons;
	struct carton c;
	int rc = carton_find(f->l, flow_text(f, "pallet"), &c, err);

	str_copy(view->progress_unit, sizeof view->progress_unit, "cartons");
	if (rc <= 0)
		return rc == 0 && cartons_waiting(f, "", view, err);
	if (!carton_count(f->l, c.code, &units, &cartons, err) ||
	    !carton_party(f->l, &c, party, err))
		return false;
	view->done = cartons;
	str_copy(view->subtitle, sizeof view->subtitle, party);
	container_digits(c.code, view->big, sizeof view->big);
	weight_words(f->weight_g, weight, sizeof weight);
	str_print(view->big_label, sizeof view->big_label, "PALLET, %lld CARTON%s%s%s",
	    (long long)cartons, cartons == 1 ? "" : "S",
	    weight[0] != '\0' ? ", " : "", weight);
	return rows_on_it(f, c.id, view, err) && cartons_waiting(f, party, view, err);
}
