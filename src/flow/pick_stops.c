/*
 * pick_stops.c - the walk: which bins, in which order, what to take there.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A stop is a bin with units that the orders were promised by name, or, for
 * pieces that were not, a bin where fit units of the item lie.  Bins are found
 * first, however many units they hold; what is to be taken is read of the
 * first few only.
 */
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "domain/date.h"
#include "flow/pick.h"

#define FEW_BINS 12		/* are found one by one, more by going through all */
#define OPEN_LINES_MAX 12	/* lines without named units that are looked at */
#define FREE_BINS_MAX 12	/* bins looked at for one of them */

static size_t
passed_place(const struct flow *f, const char *bin)
{
	for (size_t i = 0; i < f->skipped.n; i++)
		if (strcmp(f->skipped.at[i].code, bin) == 0)
			return i + 1;
	return 0;
}

static struct stop *
stop_add(struct flow *f, struct walk *w, enum query q)
{
	struct store *s = ledger_store(f->l);
	struct stop *stop = vec_push(&w->stops);

	stop->bin_id = store_int(s, q, 0);
	str_copy(stop->bin, sizeof stop->bin, store_text(s, q, 1));
	stop->sequence = store_int(s, q, 2);
	stop->passed = passed_place(f, stop->bin);
	return stop;
}

static bool
add_bins(struct flow *f, enum query q, int64_t order, int64_t arg, size_t i,
    struct walk *w, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int rc;

	if (!store_walk(s, q, err, "ii", order, arg))
		return false;
	while ((rc = store_next(s, q, err)) > 0)
		stop_add(f, w, q)->order = i;
	store_end(s, q);
	return rc >= 0;
}

/* All bins of an order when they are few; of many, the first `max` that were
 * not passed over, and the one where one stands. */
static bool
named_bins(struct flow *f, const struct pick_order *order, size_t i, size_t max,
    struct walk *w, struct err *err)
{
	size_t before = w->stops.n;
	int64_t here;

	if (!pick_bin(f, &here, err) || !add_bins(f, Q_PICK_BINS, order->id,
	    FEW_BINS + 1, i, w, err))
		return false;
	if (w->stops.n - before <= FEW_BINS)
		return true;
	w->stops.n = before;
	if (!add_bins(f, Q_PICK_WALK, order->id, (int64_t)(max + f->skipped.n), i, w,
	    err))
		return false;
	for (size_t k = before; k < w->stops.n; k++)
		if (w->stops.at[k].bin_id == here)
			return true;
	return add_bins(f, Q_PICK_WALK_HERE, order->id, here, i, w, err);
}

/* --- Pieces that no unit is promised for --------------------------------------- */

struct open_line { int64_t line, n; char item[CODE_SIZE]; };

static bool
open_lines(struct flow *f, const struct pick_order *order,
    struct open_line out[OPEN_LINES_MAX], size_t *n, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int rc = 0;

	*n = 0;
	if (!store_walk(s, Q_PICK_OPEN_LINES, err, "ii", order->id,
	    (int64_t)OPEN_LINES_MAX))
		return false;
	while (*n < OPEN_LINES_MAX && (rc = store_next(s, Q_PICK_OPEN_LINES, err)) > 0) {
		struct open_line *line = &out[(*n)++];

		line->line = store_int(s, Q_PICK_OPEN_LINES, 0);
		str_copy(line->item, CODE_SIZE, store_text(s, Q_PICK_OPEN_LINES, 1));
		line->n = store_int(s, Q_PICK_OPEN_LINES, 2);
	}
	store_end(s, Q_PICK_OPEN_LINES);
	return rc >= 0;
}

/* The first day up to which a unit for the line must live, and its lot.  An
 * item that nobody has defined has neither. */
static bool
asked_of(struct flow *f, const struct pick_order *order, int64_t line,
    char until[DATE_SIZE], char lot[TEXT_SIZE], struct err *err)
{
	struct order_line l;
	struct wish w;

	until[0] = lot[0] = '\0';
	if (!pick_line(f, order, line, &l, err))
		return false;
	if (!pick_wish(f, order, &l, &w, err))
		return err->kind == ERR_ABSENT;
	date_from_days(date_to_days(w.today) + w.min_days, until);
	str_copy(lot, TEXT_SIZE, w.lot);
	return true;
}

static bool
free_bins(struct flow *f, const struct pick_order *key,
    const struct open_line *line, size_t order, struct walk *w, struct err *err)
{
	struct store *s = ledger_store(f->l);
	char until[DATE_SIZE], lot[TEXT_SIZE];
	int64_t item, left = line->n;
	int rc = 0;

	if (left == 0)
		return true;
	if (!asked_of(f, key, line->line, until, lot, err) ||
	    !store_name_find(s, NAME_ITEM, line->item, &item, err) ||
	    !store_walk(s, Q_PICK_FREE_BINS, err, "iito", item,
	    (int64_t)FREE_BINS_MAX, until, lot))
		return false;
	while (left > 0 && (rc = store_next(s, Q_PICK_FREE_BINS, err)) > 0) {
		int64_t there = store_int(s, Q_PICK_FREE_BINS, 4);
		struct stop *stop;

		if (!bin_kind_pickable((enum bin_kind)store_int(s,
		    Q_PICK_FREE_BINS, 3)))
			continue;
		stop = stop_add(f, w, Q_PICK_FREE_BINS);
		stop->order = order;
		stop->line = line->line;
		str_copy(stop->item, sizeof stop->item, line->item);
		stop->n = there < left ? there : left;
		stop->soft = true;
		left -= stop->n;
	}
	store_end(s, Q_PICK_FREE_BINS);
	return rc >= 0;
}

/* Pieces that others may not have: as many as are free, or were promised. */
static bool
may_have(struct flow *f, const struct pick_order *order, struct open_line *line,
    struct err *err)
{
	int64_t soft, spare;

	if (!allocation_soft(f->l, order->key, line->line, &soft, err))
		return false;
	if (soft >= line->n)
		return true;
	if (!allocation_free(f->l, line->item, order->key, &spare, err))
		return false;
	spare = spare < 0 ? 0 : spare;
	line->n = line->n < spare ? line->n : spare;
	return true;
}

static bool
open_bins(struct flow *f, const struct pick_order *order, size_t i,
    struct walk *w, struct err *err)
{
	struct open_line lines[OPEN_LINES_MAX];
	size_t n;

	if (!open_lines(f, order, lines, &n, err))
		return false;
	for (size_t k = 0; k < n; k++)
		if (!may_have(f, order, &lines[k], err) ||
		    !free_bins(f, order, &lines[k], i, w, err))
			return false;
	return true;
}

/* --- The order of the walk ------------------------------------------------------ */

static int
number_order(int64_t a, int64_t b)
{
	return a < b ? -1 : a > b;
}

static int
walk_order(const void *left, const void *right)
{
	const struct stop *a = left, *b = right;
	int by = number_order((int64_t)a->passed, (int64_t)b->passed);

	if (by == 0)
		by = number_order(a->sequence, b->sequence);
	if (by == 0)
		by = strcmp(a->bin, b->bin);
	if (by == 0)
		by = number_order((int64_t)a->order, (int64_t)b->order);
	return by != 0 ? by : number_order(a->line, b->line);
}

/* Where one stands comes first, what was passed over last. */
static void
begin_here(struct flow *f, struct walk *w)
{
	const char *here = flow_text(f, "bin");

	for (size_t i = 0; i < w->stops.n; i++) {
		struct stop *s = &w->stops.at[i];

		s->passed = strcmp(s->bin, here) == 0 ? 0 : s->passed + 1;
	}
	if (w->stops.n > 0)
		qsort(w->stops.at, w->stops.n, sizeof w->stops.at[0], walk_order);
}

/* --- What is to be taken ---------------------------------------------------------- */

static bool
read_bin(struct flow *f, const struct pick_orders *orders, const struct stop *bin,
    struct walk *w, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int rc;

	if (!store_walk(s, Q_PICK_BIN_LINES, err, "ii",
	    orders->at[bin->order].id, bin->bin_id))
		return false;
	while ((rc = store_next(s, Q_PICK_BIN_LINES, err)) > 0) {
		struct stop *stop = vec_push(&w->stops);

		*stop = *bin;
		stop->line = store_int(s, Q_PICK_BIN_LINES, 0);
		str_copy(stop->item, sizeof stop->item,
		    store_text(s, Q_PICK_BIN_LINES, 1));
		stop->n = store_int(s, Q_PICK_BIN_LINES, 2);
	}
	store_end(s, Q_PICK_BIN_LINES);
	return rc >= 0;
}

static bool
read_bins(struct flow *f, const struct pick_orders *orders,
    const struct walk *bins, size_t max, struct walk *out, struct err *err)
{
	size_t seen = 0;

	for (size_t i = 0; i < bins->stops.n; i++) {
		const struct stop *stop = &bins->stops.at[i];

		if ((i == 0 || stop->bin_id != stop[-1].bin_id) && ++seen > max)
			break;
		if (stop->soft)
			*vec_push(&out->stops) = *stop;
		else if (!read_bin(f, orders, stop, out, err))
			return false;
	}
	return true;
}

bool
walk_read(struct flow *f, const struct pick_orders *orders, size_t max,
    struct walk *out, struct err *err)
{
	struct walk bins = { 0 };
	bool ok = ledger_settle(f->l, err);

	memset(out, 0, sizeof *out);
	for (size_t i = 0; ok && i < orders->n; i++)
		ok = named_bins(f, &orders->at[i], i, max, &bins, err) &&
		    open_bins(f, &orders->at[i], i, &bins, err);
	if (ok) {
		begin_here(f, &bins);
		ok = read_bins(f, orders, &bins, max, out, err);
	}
	walk_done(&bins);
	if (!ok)
		walk_done(out);
	return ok;
}

bool
walk_read_bin(struct flow *f, const struct pick_orders *orders,
    const struct bin *bin, struct walk *out, struct err *err)
{
	struct stop here = { .bin_id = bin->id, .sequence = bin->sequence };
	bool ok = true;

	memset(out, 0, sizeof *out);
	str_copy(here.bin, sizeof here.bin, bin->code);
	for (; ok && here.order < orders->n; here.order++)
		ok = read_bin(f, orders, &here, out, err);
	if (!ok)
		walk_done(out);
	return ok;
}

void
walk_done(struct walk *w)
{
	vec_done(&w->stops);
}

bool
walk_is_stop(struct flow *f, const struct pick_orders *orders, int64_t bin,
    bool *is, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int rc = 0;

	*is = false;
	for (size_t i = 0; !*is && i < orders->n; i++) {
		rc = store_first(s, Q_PICK_IN_BIN, err, "ii", orders->at[i].id, bin);
		if (rc < 0)
			return false;
		*is = rc > 0;
		store_end(s, Q_PICK_IN_BIN);
	}
	return true;
}

size_t
walk_words(const struct walk *w, size_t i, const struct pick_orders *keys,
    char *out, size_t size)
{
	const int64_t bin = w->stops.at[i].bin_id;

	out[0] = '\0';
	for (; i < w->stops.n && w->stops.at[i].bin_id == bin; i++) {
		const struct stop *s = &w->stops.at[i];
		size_t len = strlen(out);

		str_print(out + len, size - len, "%s%lld of %s%s%s%s",
		    len > 0 ? ", " : "", (long long)s->n, s->item,
		    s->soft ? " (any)" : "", keys != NULL ? " for " : "",
		    keys != NULL ? keys->at[s->order].key : "");
	}
	return i;
}
