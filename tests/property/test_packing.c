/*
 * test_packing.c - random scans at two packing benches: everything stays in
 * exactly one place.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Any scan may come at any time, the wrong ones too.  After each, what is
 * known of units, totes, cartons and pallets must agree: a packed unit is in a
 * carton of its order, a tote is in use as long as something is in it, what is
 * closed is not empty, what stands on a pallet is closed, and no number is
 * given twice.  At the end verify must be clean.
 */
#include "../flow/packing.h"
#include "../support/dice.h"

enum { STEPS = 220, CODES_MAX = 1000 };

static const struct { const char *item, *serial; } units[] = {
	{ "DRILL", "S1" }, { "DRILL", "S2" }, { "DRILL", "S3" }, { "DRILL", "S4" },
	{ "DRILL", "D1" }, { "SAW", "W1" }, { "SAW", "W2" }, { "MASK", "M1" },
};
#define UNITS (sizeof units / sizeof units[0])

static const char *const others[] = { "SO:1", "SO:2", "TRANSFER:7", "T-1", "T-2",
	"2.5 kg", "A-02", "K1" };
#define OTHERS (sizeof others / sizeof others[0])

/* The likelier ones stand more than once. */
static const char *const commands[] = { "XCXBEGIN", "XCXBEGIN", "XCXFULL",
	"XCXFULL", "XCXDONE", "XCXUNDO", "XCXUNDO", "XCXNO", "XCXOK", "XCXPREV",
	"XCXINFO" };
#define COMMANDS (sizeof commands / sizeof commands[0])

struct days {
	struct house *house;
	struct player p[2];
	char codes[CODES_MAX][CODE_SIZE];	/* SSCCs seen */
	size_t n_codes;
	uint64_t seed, day;
	size_t step;
	const char *scan;
};

#define right(d, holds) \
	do { \
		if (!(holds)) \
			fail_msg("seed %llu day %llu step %zu, \"%s\": not %s", \
			    (unsigned long long)(d)->seed, \
			    (unsigned long long)(d)->day, (d)->step, (d)->scan, \
			    #holds); \
	} while (0)

/* --- What must hold ------------------------------------------------------- */

static void
look_at_unit(struct days *d, size_t i)
{
	struct err err;
	struct carton c;
	struct unit u;

	must(ledger_unit(d->house->l, units[i].item, units[i].serial, &u, &err) > 0);
	right(d, u.incidents == 0 && u.holds == 0);
	if (u.status == UNIT_PACKED || u.carton[0] != '\0') {
		must(carton_find(d->house->l, u.carton, &c, &err) > 0);
		right(d, strcmp(c.order, u.out_order) == 0);
		right(d, c.state == CARTON_OPEN || c.state == CARTON_CLOSED);
		right(d, c.kind == (u.status == UNIT_PACKED ? CARTON_CARTON :
		    CARTON_TOTE));
	}
}

static void
look_at_carton(struct days *d, const char *code)
{
	struct carton c, outer;
	int64_t in, cartons;
	struct err err;

	must(carton_find(d->house->l, code, &c, &err) > 0);
	must(carton_count(d->house->l, code, &in, &cartons, &err));
	if (c.kind == CARTON_TOTE)
		right(d, (c.state == CARTON_OPEN) == (in > 0));
	right(d, c.state != CARTON_CLOSED || in + cartons > 0);
	right(d, c.state != CARTON_ENDED || in + cartons == 0);
	if (c.parent[0] == '\0')
		return;
	must(carton_find(d->house->l, c.parent, &outer, &err) > 0);
	right(d, c.state == CARTON_CLOSED && outer.kind == CARTON_PALLET);
	right(d, outer.state == CARTON_OPEN || outer.state == CARTON_CLOSED);
}

static void
look_at_all(struct days *d)
{
	for (size_t i = 0; i < UNITS; i++)
		look_at_unit(d, i);
	for (size_t i = 0; i < d->n_codes; i++)
		look_at_carton(d, d->codes[i]);
	look_at_carton(d, "T-1");
	look_at_carton(d, "T-2");
}

/* --- What is scanned ------------------------------------------------------ */

static const char *
any_scan(struct days *d, struct dice *dice)
{
	switch (dice_below(dice, 8)) {
	case 0:
		return others[dice_below(dice, OTHERS)];
	case 1:
	case 2:
		if (d->n_codes > 0)
			return d->codes[dice_below(dice, d->n_codes)];
		return "XCXBEGIN";
	case 3:
	case 4:
	case 5:
		return units[dice_below(dice, UNITS)].serial;
	default:
		return commands[dice_below(dice, COMMANDS)];
	}
}

/* A number that was begun is a new one. */
static void
note_new_code(struct days *d, const struct verdict *v)
{
	for (size_t i = 0; i < v->n_events && i < VERDICT_EVENTS_MAX; i++) {
		const char *code = v->events[i].subject;

		if (v->events[i].type != EV_CARTON_STARTED || code[0] == 'T')
			continue;
		for (size_t k = 0; k < d->n_codes; k++)
			right(d, strcmp(d->codes[k], code) != 0);
		assert_true(d->n_codes < CODES_MAX);
		str_copy(d->codes[d->n_codes++], CODE_SIZE, code);
	}
}

static void
one_step(struct days *d, struct dice *dice)
{
	struct player *p = &d->p[dice_below(dice, 2)];

	if (dice_one_in(dice, 25))
		player_flow(p, dice_one_in(dice, 3) ? "pallet" : "pack", "CLERK1");
	d->scan = any_scan(d, dice);
	player_scan(p, d->scan);
	note_new_code(d, &p->last);
	look_at_all(d);
}

static void days__of_packing__lose_nothing(void **state)
{
	static struct days d;
	struct stage *stage = *state;
	struct dice dice;

	memset(&d, 0, sizeof d);
	packing(state, "pack");
	d.house = &stage->house;
	d.seed = dice_seed();
	dice_say(d.seed);
	for (d.day = 0; d.day < dice_rounds(3) && d.n_codes < CODES_MAX - STEPS;
	    d.day++) {
		dice = dice_of(d.seed, d.day);
		for (size_t i = 0; i < 2; i++) {
			player_init(&d.p[i], d.house, NULL);
			player_flow(&d.p[i], "pack", i == 0 ? "CLERK1" : "CLERK2");
		}
		for (d.step = 0; d.step < STEPS; d.step++)
			one_step(&d, &dice);
		player_done(&d.p[0]);
		player_done(&d.p[1]);
	}
	assert_true(d.n_codes > 3);
	assert_int_equal(house_faults(d.house), 0);
}

UNIT_MAIN(
    flow_test(days__of_packing__lose_nothing),
)
