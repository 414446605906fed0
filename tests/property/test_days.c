/*
 * test_days.c - random days of work at two terminals against a small model.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The model knows which units there are, where they lie, and what was done
 * with each, and nothing of events or databases.  It says what every scan
 * must be answered; at the end of a day both must agree on every unit, bin
 * and line, and verify must be clean.
 */
#include "../unit/unit.h"
#include <string.h>
#include "../support/dice.h"
#include "../support/play.h"

enum { SERIALS = 30, ITEMS = 2, UNITS = SERIALS * ITEMS, BINS = 6, ACTS_BACK = 20,
    HISTORY = 400, STEPS = 260 };

static uint64_t seed;
static uint64_t day;
static size_t step;

/* --- the model --- */

static const struct {
	const char *code;
	const char *kind;
	int64_t room;
	const char *only;	/* the one item it takes, "" any */
} bins[BINS] = {
	{ "DOCK-1", "dock", -1, "" }, { "A-01", "storage", 3, "" },
	{ "A-02", "storage", -1, "" }, { "A-03", "storage", -1, "" },
	{ "R-01", "storage", -1, "SAW" }, { "QUAR-1", "quarantine", -1, "" },
};

static const struct { const char *code, *gtin, *ai; int64_t qty; } items[ITEMS] = {
	{ "DRILL", "4006381333931", "04006381333931", 18 },
	{ "SAW", "4006381333948", "04006381333948", 25 },
};

/* What stands done with a unit, oldest first. */
struct unit_acts { size_t n; size_t act[HISTORY], bin[HISTORY]; };

struct act { size_t n; size_t unit[UNITS]; bool undone; };

struct terminal {
	struct house same;
	struct player p;
	const char *flow;	/* "" none */
	bool has_order, order_is_fresh, item_is_fresh;	/* since the last act */
	size_t item;		/* receiving: ITEMS for none */
	size_t n_held;		/* putaway and move: scanned units */
	size_t held[UNITS];
	size_t n_acts;		/* of this job, oldest first */
	size_t acts[HISTORY];
};

struct model {
	struct unit_acts units[UNITS];
	struct act acts[HISTORY * 4];
	size_t n_acts;
	struct terminal t[2];
};

static size_t
item_of(size_t unit)
{
	return unit / SERIALS;
}

static const char *
serial_of(size_t unit)
{
	static char text[24];

	str_print(text, sizeof text, "%s-%03zu", items[item_of(unit)].code,
	    unit % SERIALS * 37 % 1000);
	return text;
}

static bool
is_here(const struct model *m, size_t unit)
{
	return m->units[unit].n > 0;
}

static size_t
bin_of(const struct model *m, size_t unit)
{
	return m->units[unit].bin[m->units[unit].n - 1];
}

static int64_t
count_in(const struct model *m, size_t bin)
{
	int64_t n = 0;

	for (size_t u = 0; u < UNITS; u++)
		n += is_here(m, u) && bin_of(m, u) == bin;
	return n;
}

static int64_t
count_of(const struct model *m, size_t item)
{
	int64_t n = 0;

	for (size_t u = 0; u < UNITS; u++)
		n += is_here(m, u) && item_of(u) == item;
	return n;
}

static size_t
begin_act(struct model *m, struct terminal *t)
{
	memset(&m->acts[m->n_acts], 0, sizeof m->acts[0]);
	t->acts[t->n_acts++] = m->n_acts;
	return m->n_acts++;
}

static void
do_act(struct model *m, size_t act, size_t unit, size_t bin)
{
	struct unit_acts *u = &m->units[unit];

	m->acts[act].unit[m->acts[act].n++] = unit;
	u->act[u->n] = act;
	u->bin[u->n++] = bin;
}

/* May the act be taken back: is none of its arrivals stood upon? */
static bool
may_undo(const struct model *m, size_t act)
{
	for (size_t i = 0; i < m->acts[act].n; i++) {
		const struct unit_acts *u = &m->units[m->acts[act].unit[i]];

		if (u->act[0] == act && u->n > 1)
			return false;
	}
	return true;
}

static void
undo_act(struct model *m, size_t act)
{
	for (size_t i = 0; i < m->acts[act].n; i++) {
		struct unit_acts *u = &m->units[m->acts[act].unit[i]];
		size_t kept = 0;

		for (size_t k = 0; k < u->n; k++)
			if (u->act[k] != act) {
				u->act[kept] = u->act[k];
				u->bin[kept++] = u->bin[k];
			}
		u->n = kept;
	}
}

/* --- playing --- */

static void
expect(struct terminal *t, const char *scan, const char *wanted)
{
	const char *said = player_scan(&t->p, scan);

	if (strcmp(said, wanted) != 0)
		fail_msg("seed %llu day %llu step %zu: %s: \"%s\" gets %s (%s), the "
		    "model says %s", (unsigned long long)seed,
		    (unsigned long long)day, step, t->flow, scan, said,
		    t->p.last.text, wanted);
}

static void
start_flow(struct terminal *t, const char *flow, const char *badge)
{
	player_flow(&t->p, flow, badge);
	t->flow = flow;
	t->has_order = t->order_is_fresh = t->item_is_fresh = false;
	t->item = ITEMS;
	t->n_held = t->n_acts = 0;
}

static void
label_of(size_t unit, bool composite, char *out, size_t size)
{
	if (composite)
		str_print(out, size, "]d201%s21%s", items[item_of(unit)].ai,
		    serial_of(unit));
	else
		str_copy(out, size, serial_of(unit));
}

/* --- receiving --- */

static void
receive_booked(struct model *m, struct terminal *t, size_t unit)
{
	do_act(m, begin_act(m, t), unit, 0);
	t->item = item_of(unit);
	t->order_is_fresh = t->item_is_fresh = false;
}

/* What a serial that may come in must be answered. */
static const char *
receive_answer(const struct model *m, size_t unit)
{
	if (is_here(m, unit))
		return "warn unit.already-done";
	return count_of(m, item_of(unit)) == items[item_of(unit)].qty ?
	    "refuse order.over" : "done";
}

static void
receive(struct dice *d, struct model *m, struct terminal *t)
{
	size_t unit = dice_below(d, UNITS);
	bool composite = dice_one_in(d, 2);
	const char *answer;
	char scan[80];

	if (!t->has_order) {
		expect(t, "4711", "ok");
		t->has_order = t->order_is_fresh = true;
	}
	if (!composite && t->item != item_of(unit)) {
		expect(t, items[item_of(unit)].gtin, "ok");
		t->item = item_of(unit);
		t->item_is_fresh = true;
	}
	label_of(unit, composite, scan, sizeof scan);
	answer = receive_answer(m, unit);
	expect(t, scan, answer);
	if (strcmp(answer, "done") == 0)
		receive_booked(m, t, unit);
}

/* --- putaway and move --- */

static bool
holds(const struct terminal *t, size_t unit)
{
	for (size_t i = 0; i < t->n_held; i++)
		if (t->held[i] == unit)
			return true;
	return false;
}

static void
drop(struct terminal *t, size_t unit)
{
	size_t kept = 0;

	for (size_t i = 0; i < t->n_held; i++)
		if (t->held[i] != unit)
			t->held[kept++] = t->held[i];
	t->n_held = kept;
}

/* Put away by this job, and not touched since? */
static bool
put_here(const struct model *m, const struct terminal *t, size_t unit)
{
	const struct unit_acts *u = &m->units[unit];

	if (strcmp(t->flow, "putaway") != 0 || u->n == 0)
		return false;
	for (size_t i = t->n_acts > ACTS_BACK ? t->n_acts - ACTS_BACK : 0;
	    i < t->n_acts; i++)
		if (t->acts[i] == u->act[u->n - 1])
			return true;
	return false;
}

/* Events that were taken back still are the last ones of a unit: the model
 * leaves such units alone where it matters. */
static bool
was_undone(const struct model *m, size_t unit)
{
	for (size_t a = 0; a < m->n_acts; a++)
		for (size_t i = 0; m->acts[a].undone && i < m->acts[a].n; i++)
			if (m->acts[a].unit[i] == unit)
				return true;
	return false;
}

static void
pick_up(struct dice *d, struct model *m, struct terminal *t)
{
	struct terminal *other = t == &m->t[0] ? &m->t[1] : &m->t[0];
	size_t unit = dice_below(d, UNITS);
	char scan[80];

	label_of(unit, dice_one_in(d, 3), scan, sizeof scan);
	if (!is_here(m, unit)) {
		const char *said = player_scan(&t->p, scan);

		assert_true(strcmp(said, "refuse scan.unknown") == 0 ||
		    strcmp(said, "refuse unit.unknown") == 0);
	} else if (holds(t, unit)) {
		expect(t, scan, "warn unit.already-done");
	} else if (put_here(m, t, unit)) {
		if (!was_undone(m, unit))
			expect(t, scan, "warn unit.already-done");
	} else if (holds(other, unit)) {
		expect(t, scan, "ask work.taken");
		if (dice_one_in(d, 2)) {
			expect(t, "XCXNO", "ok");
			return;
		}
		expect(t, scan, "ok");
		drop(other, unit);
		t->held[t->n_held++] = unit;
	} else {
		expect(t, scan, "ok");
		t->held[t->n_held++] = unit;
	}
}

static const char *
bin_answer(const struct model *m, const struct terminal *t, size_t bin)
{
	bool putaway = strcmp(t->flow, "putaway") == 0;
	int64_t coming = 0;

	for (size_t i = 0; i < t->n_held; i++)
		coming += bin_of(m, t->held[i]) != bin;
	if (putaway && strcmp(bins[bin].kind, "storage") != 0)
		return "refuse bin.kind";
	/* the first unit that does not fit in says why */
	for (size_t i = 0, n = 0; i < t->n_held; i++) {
		size_t item = item_of(t->held[i]);
		bool first = true;

		for (size_t k = 0; k < i; k++)
			first &= item_of(t->held[k]) != item;
		if (!first)
			continue;
		for (size_t k = i, of_item = 0; k < t->n_held; k++) {
			of_item += item_of(t->held[k]) == item &&
			    bin_of(m, t->held[k]) != bin;
			if (k + 1 < t->n_held)
				continue;
			if (of_item == 0)
				break;
			n += of_item;
			if (bins[bin].only[0] != '\0' &&
			    strcmp(bins[bin].only, items[item].code) != 0)
				return "refuse bin.reserved";
			if (bins[bin].room >= 0 &&
			    count_in(m, bin) + (int64_t)n > bins[bin].room)
				return "refuse bin.full";
		}
	}
	return coming == 0 ? "warn unit.already-done" : "done";
}

static void
put_down(struct dice *d, struct model *m, struct terminal *t)
{
	size_t bin = dice_below(d, BINS), act;
	const char *answer;

	if (t->n_held == 0) {
		expect(t, bins[bin].code, "refuse scan.wrong-kind");
		return;
	}
	answer = bin_answer(m, t, bin);
	expect(t, bins[bin].code, answer);
	if (strcmp(answer, "done") != 0)
		return;
	act = begin_act(m, t);
	for (size_t i = 0; i < t->n_held; i++)
		if (bin_of(m, t->held[i]) != bin)
			do_act(m, act, t->held[i], bin);
	t->n_held = 0;
}

/* --- taking back --- */

static void
take_back(struct model *m, struct terminal *t)
{
	size_t act;

	if (t->n_held > 0) {
		expect(t, "XCXUNDO", "ok");
		t->n_held--;
		return;
	}
	if (t->item_is_fresh || t->order_is_fresh) {
		expect(t, "XCXUNDO", "ok");
		if (!t->item_is_fresh)
			t->has_order = t->order_is_fresh = false;
		t->item_is_fresh = false;
		t->item = ITEMS;
		return;
	}
	if (t->n_acts == 0) {
		expect(t, "XCXUNDO", "refuse command.not-here");
		return;
	}
	act = t->acts[t->n_acts - 1];
	if (!may_undo(m, act)) {
		expect(t, "XCXUNDO", "refuse unit.wrong-status");
		return;
	}
	expect(t, "XCXUNDO", "done");
	m->acts[act].undone = true;
	undo_act(m, act);
	t->n_acts--;
}

/* Only acts of the last twenty can be reached, so no more are kept. */
static void
forget_old_acts(struct terminal *t)
{
	if (t->n_acts <= ACTS_BACK)
		return;
	memmove(&t->acts[0], &t->acts[t->n_acts - ACTS_BACK],
	    ACTS_BACK * sizeof t->acts[0]);
	t->n_acts = ACTS_BACK;
}

/* A unit that another terminal carries may vanish by an undo: the model does
 * not follow that, so nobody carries anything when arrivals are taken back. */
static bool
is_carried(const struct model *m)
{
	return m->t[0].n_held + m->t[1].n_held > 0;
}

static void
one_step(struct dice *d, struct model *m)
{
	static const char *const flows[] = { "receiving", "putaway", "move" };
	struct terminal *t = &m->t[dice_below(d, 2)];

	if (t->flow[0] == '\0' || (t->n_held == 0 && dice_one_in(d, 12))) {
		start_flow(t, flows[dice_below(d, 3)], dice_one_in(d, 2) ? "CLERK1" :
		    "CLERK2");
		return;
	}
	if (dice_one_in(d, 6)) {
		if (t->n_held > 0 || !is_carried(m))
			take_back(m, t);
	} else if (strcmp(t->flow, "receiving") == 0) {
		receive(d, m, t);
	} else if (dice_one_in(d, 3)) {
		put_down(d, m, t);
	} else {
		pick_up(d, m, t);
	}
	forget_old_acts(t);
}

/* --- the end of a day --- */

static void
compare(struct house *h, const struct model *m)
{
	for (size_t b = 0; b < BINS; b++)
		assert_int_equal(house_bin_units(h, bins[b].code), count_in(m, b));
	for (size_t i = 0; i < ITEMS; i++)
		assert_int_equal(house_received(h, "PO:4711", (int64_t)i + 1),
		    count_of(m, i));
	for (size_t u = 0; u < UNITS; u++) {
		const char *said = house_unit(h, items[item_of(u)].code, serial_of(u));
		char wanted[120] = "";

		if (is_here(m, u))
			str_print(wanted, sizeof wanted,
			    "available bin=%s in=PO:4711/%zu party=ACME",
			    bins[bin_of(m, u)].code, item_of(u) + 1);
		else if (said[0] != '\0')
			str_copy(wanted, sizeof wanted, "none");
		if (strcmp(said, wanted) != 0)
			fail_msg("seed %llu day %llu: %s is %s, the model says %s",
			    (unsigned long long)seed, (unsigned long long)day,
			    serial_of(u), said, wanted);
	}
}

static void
one_day(void)
{
	static struct model m;
	struct dice d = dice_of(seed, day);
	struct house h;
	struct err err;

	memset(&m, 0, sizeof m);
	house_open(&h, "days");
	house_furnish(&h);
	house_order(&h, "PO:4711", "DRILL:18 SAW:25");
	for (int i = 0; i < 2; i++) {
		m.t[i].same = h;
		must(ledger_open(&m.t[i].same.l, h.path, false, 4096, &err));
		player_init(&m.t[i].p, &m.t[i].same, NULL);
		str_print(m.t[i].p.st.terminal, CODE_SIZE, "t%d", i);
		m.t[i].flow = "";
	}
	for (step = 0; step < STEPS; step++)
		one_step(&d, &m);
	for (int i = 0; i < 2; i++) {
		player_done(&m.t[i].p);
		ledger_close(m.t[i].same.l);
	}
	compare(&h, &m);
	assert_int_equal(house_faults(&h), 0);
	assert_int_equal(house_incidents(&h), 0);
	house_close(&h);
}

static void days__of_work__are_as_the_model_says(void **state)
{
	(void)state;
	for (day = 0; day < dice_rounds(16); day++)
		one_day();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days__of_work__are_as_the_model_says),
	};

	seed = dice_seed();
	dice_say(seed);
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL);
}
