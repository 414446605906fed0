/*
 * ship_view.c - what waits to leave, as a screen shows it.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "flow/ship.h"

#define PALLET_SHOWN 8

/* Columns of ship_waiting. */
enum { COL_CODE, COL_ORDER, COL_PARTY, COL_DUE, COL_UNITS, COL_PALLET };

static bool
is_at_hand(const struct value *value, const char *order, const char *carton,
    const char *pallet)
{
	char key[ORDER_SIZE];

	if (value == NULL)
		return false;
	ship_order_key(value, key);
	return ship_is_order(value) ? strcmp(key, order) == 0 :
	    strcmp(value->code, carton) == 0 || strcmp(value->code, pallet) == 0;
}

static void
suggest(struct flow_view *view, const char *code, const char *order,
    const char *due)
{
	struct view_suggestion *to;

	if (view->n_suggestions == VIEW_SUGGESTIONS || (view->n_suggestions > 0 &&
	    strcmp(view->suggestions[view->n_suggestions - 1].code, code) == 0))
		return;		/* several cartons of one pallet */
	to = &view->suggestions[view->n_suggestions++];
	str_copy(to->code, sizeof to->code, code);
	str_print(to->why, sizeof to->why, "%s%s%s", order, due[0] != '\0' ?
	    ", due " : "", due);
}

/* The last digits tell pallets apart where there is no room for all. */
static const char *
short_code(const char *code)
{
	size_t n = strlen(code);

	return n > PALLET_SHOWN ? code + n - PALLET_SHOWN : code;
}

/* "2026-03-02" as "03-02": nobody ships for another year. */
static const char *
short_date(const char *date)
{
	return strlen(date) == DATE_SIZE - 1 ? date + 5 : date;
}

static bool
rows_waiting(struct flow *f, struct flow_view *view, struct err *err)
{
	const struct value *value = flow_value(f, "carton");
	struct store *s = ledger_store(f->l);
	enum query q = Q_SHIP_WAITING;
	int rc;

	if (!store_walk(s, q, err, "i", (int64_t)VIEW_ROWS + 1))
		return false;
	while ((rc = store_next(s, q, err)) > 0) {
		struct view_row *row = &view->rows[view->n_rows];
		const char *pallet = store_text(s, q, COL_PALLET);

		if (view->n_rows == VIEW_ROWS) {
			view->more_rows = true;
			break;
		}
		view->n_rows++;
		view_cell(view, row, "order", store_text(s, q, COL_ORDER));
		view_cell(view, row, "due", short_date(store_text(s, q, COL_DUE)));
		view_cell(view, row, "carton", store_text(s, q, COL_CODE));
		view_number(view, row, "units", store_int(s, q, COL_UNITS));
		view_cell(view, row, "party", store_text(s, q, COL_PARTY));
		view_cell(view, row, "pallet", short_code(pallet));
		row->current = is_at_hand(value, store_text(s, q, COL_ORDER),
		    store_text(s, q, COL_CODE), pallet);
		suggest(view, pallet[0] != '\0' ? pallet : store_text(s, q, COL_CODE),
		    store_text(s, q, COL_ORDER), store_text(s, q, COL_DUE));
	}
	store_end(s, q);
	return rc >= 0;
}

static bool
about_party(struct flow *f, const struct value *value, struct flow_view *view,
    struct err *err)
{
	struct party party;
	char words[80];
	int rc;

	ship_words(value, words, sizeof words);
	str_print(view->title, sizeof view->title, "%s %s", f->form->title, words);
	if ((rc = party_find(f->l, value->note, &party, err)) < 0)
		return false;
	str_copy(view->subtitle, sizeof view->subtitle, rc > 0 ? party.name :
	    value->note);
	return true;
}

bool
ship_view(struct flow *f, struct flow_view *view, struct err *err)
{
	const struct value *value = flow_value(f, "carton");
	struct store *s = ledger_store(f->l);
	int64_t cartons;

	if (store_first(s, Q_SHIP_WAITING_COUNT, err, "") < 1)
		return false;
	cartons = store_int(s, Q_SHIP_WAITING_COUNT, 0);
	view->done = (int64_t)f->commits.n;
	view->total = view->done + store_int(s, Q_SHIP_WAITING_COUNT, 1);
	store_end(s, Q_SHIP_WAITING_COUNT);
	str_copy(view->progress_unit, sizeof view->progress_unit, "shipments");
	str_print(view->big, sizeof view->big, "%lld", (long long)cartons);
	str_copy(view->big_label, sizeof view->big_label, cartons == 1 ?
	    "CARTON WAITS" : "CARTONS WAIT");
	return (value == NULL || about_party(f, value, view, err)) &&
	    rows_waiting(f, view, err);
}
