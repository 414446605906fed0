/*
 * test_commission.c - units made in-house: serials issued, labels applied,
 * spoiled, strange.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "flows.h"
#include "ledger/serials.h"

/* PUMP and HOSE by the rule OURS, CREAM by it too with lot and expiry, MILLI by
 * one with two numbers only. */
static void
furnish(struct house *h)
{
	static const struct serial_rule_def rules[] = {
		{ .code = "OURS", .pattern = "HH[0-9]{5}", .hint = "HH and five digits",
		  .mask = "HH{SEQ:4}{CHK:luhn}", .strip = "S/N" },
		{ .code = "FEW", .pattern = "F[0-9]", .mask = "F{SEQ:1}" },
	};
	static const struct item items[] = {
		{ .code = "PUMP", .name = "Pump", .gtin = "04006381333900",
		  .serial_rule = "OURS", .made_on = NEED_OPTIONAL },
		{ .code = "HOSE", .name = "Hose", .serial_rule = "OURS" },
		{ .code = "CREAM", .name = "Cream", .gtin = "04006381333917",
		  .serial_rule = "OURS", .lot = NEED_REQUIRED,
		  .expires_on = NEED_REQUIRED },
		{ .code = "MILLI", .name = "Milli", .serial_rule = "FEW" },
	};
	struct err err;
	bool changed;

	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
		must(ledger_begin(h->l, -1, &err));
		must(serial_rule_define(h->l, &rules[i], BY_FILE, &changed, &err));
		must(ledger_commit(h->l, &err));
	}
	for (size_t i = 0; i < sizeof items / sizeof items[0]; i++) {
		struct item item = items[i];

		item.min_remaining_days = -1;
		house_item(h, &item);
	}
}

/* A roll that was printed before. */
static void
roll(struct house *h, const char *item, int64_t n)
{
	struct serial_ask ask = { .item = item, .n = n, .purpose = "label",
	    .site = "", .entry = BY_KEYS };
	struct made_serials made = { .list = { .n = 0 } };
	struct err err;

	err_clear(&err);
	must(ledger_begin(h->l, -1, &err));
	must(serials_issue(h->l, &ask, &made, &err));
	must(ledger_commit(h->l, &err));
	vec_done(&made.list);
}

static void
voids(struct house *h, const char *item, const char *serial)
{
	struct serial_ask ask = { .item = item, .entry = BY_KEYS };
	struct err err;
	int64_t n;

	err_clear(&err);
	must(ledger_begin(h->l, -1, &err));
	must(serials_void(h->l, &ask, serial, serial, "roll got wet", &n, &err));
	must(ledger_commit(h->l, &err));
}

static struct player *
at_bench(void **state)
{
	struct stage *stage = *state;

	furnish(&stage->house);
	player_flow(&stage->p, "commission", "CLERK1");
	return &stage->p;
}

static void commission__issues__applies_and_books(void **state)
{
	static const struct scene scenes[] = {
		{ "XCXBEGIN", "refuse command.not-here: The item comes first" },
		{ "DRILL", "refuse serial.no-mask: DRILL" },
		{ "4006381333900", "ok: PUMP" },
		{ "XCXBEGIN", "ok: apply HH00018" },
		{ "XCXBEGIN", "warn serial.waiting: HH00018 waits" },
		{ "HH00018", "done: HH00018 of PUMP is a unit now, in DOCK-1" },
		{ "HH00018", "warn unit.already-done: CLERK1" },
		{ "XCXBEGIN", "ok: apply HH00026" },
		{ "(01)04006381333900(21)HH00026", "done: HH00026" },
		{ "XCXBEGIN", "ok: apply HH00034" },
		{ "S/N HH00034", "done: HH00034" },
		{ "XCXDONE", "ok: 3 acts" },
	};
	struct player *p = at_bench(state);

	play(p, scenes);
	assert_int_equal(house_bin_units(p->house, "DOCK-1"), 3);
	assert_non_null(strstr(house_unit(p->house, "PUMP", "HH00034"), "made="));
}

static void commission__takes__rolls_printed_before(void **state)
{
	static const struct scene scenes[] = {
		{ "HOSE", "ok" },
		{ "HH00034", "done: HH00034 of HOSE" },
		{ "HH00018", "done" },		/* in any order */
		{ "HH00026", "refuse serial.void: roll got wet" },
		{ "HH00042", "refuse serial.not-issued: HH00042" },
		{ "HH00043", "refuse serial.not-issued" },	/* what no mask makes */
		{ "HH0004", "refuse serial.format" },
		{ "PUMP", "ok" },
		{ "HH00034", "refuse unit.wrong-item: issued for HOSE, wanted is PUMP" },
	};
	struct player *p = at_bench(state);
	struct stage *stage = *state;

	roll(&stage->house, "HOSE", 3);
	voids(&stage->house, "HOSE", "HH00026");
	play(p, scenes);
	assert_string_equal(house_unit(p->house, "HOSE", "HH00026"), "");
}

static void commission__names__known_units(void **state)
{
	static const struct scene scenes[] = {
		{ "PUMP", "ok" },
		{ "XCXBEGIN", "ok: HH00018" }, { "HH00018", "done" },
		{ "XCXBEGIN", "ok: HH00026" }, { "HH00026", "done" },
	};
	static const struct scene later[] = {
		{ "HH00018", "warn unit.already-done" },
		{ "HH00026", "refuse unit.duplicate: picked" },
		{ "HH99991", "refuse unit.duplicate: A-02" },
		{ "DOCK-1", "refuse scan.wrong-kind: bin DOCK-1" },
		{ "", "refuse scan.unknown" },
	};
	struct player *p = at_bench(state);
	struct stage *stage = *state;

	play(p, scenes);
	house_tell(&stage->house, "PUMP", "HH00026", "picked");
	house_stock(&stage->house, "PUMP", "A-02", "HH99991");
	play(p, later);
}

/* A spoiled label's serial is void, and the no to a refusal is no to it. */
static void commission__voids__spoiled_labels(void **state)
{
	static const struct scene scenes[] = {
		{ "PUMP", "ok" },
		{ "XCXNO", "ok: left as it was" },
		{ "XCXBEGIN", "ok: apply HH00018" },
		{ "XCXNO", "ok: HH00018 is void; apply HH00026" },
		{ "HH00018", "refuse serial.void: label spoiled" },
		{ "XCXNO", "ok: left as it was; HH00026 waits" },
		{ "XCXBEGIN", "warn serial.waiting: HH00026" },
		{ "XCXNO", "ok: HH00026 is void; apply HH00034" },
		{ "HH00034", "done" },
		{ "XCXNO", "ok: left as it was" },
		{ "HH00034", "warn unit.already-done" },
	};

	play(at_bench(state), scenes);
}

static void commission__ends__with_the_last_number(void **state)
{
	static const struct scene scenes[] = {
		{ "MILLI", "ok" },
		{ "XCXBEGIN", "ok: apply F8" },
		{ "XCXNO", "ok: F8 is void; apply F9" },
		{ "XCXNO", "ok serial.used-up: F9 is void; there is no next" },
		{ "XCXBEGIN", "refuse serial.used-up: has not so many numbers left" },
		{ "F9", "refuse serial.void" },
		{ "F7", "done" },
	};
	struct player *p = at_bench(state);
	struct stage *stage = *state;

	roll(&stage->house, "MILLI", 7);
	play(p, scenes);
	assert_non_null(strstr(p->last.text, "F7"));
}

/* Taking the unit back leaves its label good and its number used. */
static void undo__keeps__the_number_used(void **state)
{
	static const struct scene scenes[] = {
		{ "PUMP", "ok" },
		{ "XCXBEGIN", "ok: apply HH00018" },
		{ "HH00018", "done" },
		{ "XCXUNDO", "done: taken back: commissioned HH00018" },
		{ "XCXBEGIN", "ok: apply HH00026" },
		{ "HH00018", "done" },
		{ "HH00026", "done" },
		{ "XCXUNDO", "done" }, { "XCXUNDO", "done" },
		{ "XCXBEGIN", "ok: apply HH00034" },
	};

	play(at_bench(state), scenes);
}

static void label__says__lot_and_dates(void **state)
{
	static const struct scene scenes[] = {
		{ "CREAM", "ok" },
		{ "XCXBEGIN", "ok: apply HH00018" },
		{ "HH00018", "refuse lot.required" },
		{ "(01)04006381333917(10)L1(21)HH00018", "refuse date.required" },
		{ "(01)04006381333917(17)270630(10)L1(21)HH00018", "done" },
	};
	struct player *p = at_bench(state);

	play(p, scenes);
	assert_non_null(strstr(house_unit(p->house, "CREAM", "HH00018"), "lot=L1"));
}

static void unit__goes__into_the_bin_that_was_named(void **state)
{
	struct stage *stage = *state;
	struct player *p = at_bench(state);
	static const struct scene scenes[] = {
		{ "HOSE", "ok" }, { "XCXBEGIN", "ok" }, { "HH00018", "done: A-01" },
		{ "XCXBEGIN", "ok" }, { "HH00026", "done" },
		{ "XCXBEGIN", "ok" }, { "HH00034", "done" },
		{ "XCXBEGIN", "ok" }, { "HH00042", "refuse bin.full" },
	};
	struct verdict v;
	struct err err;

	err_clear(&err);
	must(flow_set(p->flow, "bin", "QUAR-1", &v, &err));
	assert_string_equal(v.code, "bin.kind");
	must(flow_set(p->flow, "bin", "A-01", &v, &err));
	assert_int_equal(v.kind, VERDICT_OK);
	assert_false(flow_set(p->flow, "lot", "L", &v, &err));
	play(p, scenes);
	assert_int_equal(house_bin_units(&stage->house, "A-01"), 3);
}

/* What waits for its unit waits after a restart, too; voided meanwhile, not. */
static void waiting__lives__through_a_restart(void **state)
{
	static const struct scene begin[] = {
		{ "PUMP", "ok" }, { "XCXBEGIN", "ok: apply HH00018" },
	};
	static const struct scene again[] = {
		{ "XCXBEGIN", "warn serial.waiting: HH00018" },
	};
	static const struct scene after[] = {
		{ "XCXNO", "ok: left as it was" },
		{ "XCXBEGIN", "ok: apply HH00026" },
	};
	struct stage *stage = *state;
	struct player *p = at_bench(state);
	struct worker clerk = { .badge = "CLERK1", .name = "Clerk", .role = ROLE_CLERK };
	struct flow_unfinished open[4];
	struct flow_view view;
	struct err err;
	size_t n;

	err_clear(&err);
	play(p, begin);
	player_leave(p, true);
	must(flow_unfinished(&p->st, true, open, 4, &n, &err));
	assert_int_equal(n, 1);
	must(flow_resume(&p->flow, &p->st, open[0].job, &clerk, &err));
	play(p, again);
	must(flow_view(p->flow, &view, &err));
	assert_string_equal(view.big, "HH00018");
	assert_string_equal(view.big_label, "APPLY");
	assert_int_equal(view.n_rows, 1);
	assert_true(view.rows[0].current);
	voids(&stage->house, "PUMP", "HH00018");
	play(p, after);
}

static void lookup__knows__labels_without_a_unit(void **state)
{
	static const struct scene scenes[] = {
		{ "HH00018", "ok: was issued for HOSE and is on no unit" },
		{ "HH00026", "ok: HOSE and is void" },
		{ "HH00034", "refuse scan.unknown" },
	};
	struct stage *stage = *state;
	struct player *p = at_bench(state);

	roll(&stage->house, "HOSE", 2);
	voids(&stage->house, "HOSE", "HH00026");
	player_flow(p, "lookup", "CLERK1");
	play(p, scenes);
}

UNIT_MAIN(
    flow_test(commission__issues__applies_and_books),
    flow_test(commission__takes__rolls_printed_before),
    flow_test(commission__names__known_units),
    flow_test(commission__voids__spoiled_labels),
    flow_test(commission__ends__with_the_last_number),
    flow_test(undo__keeps__the_number_used),
    flow_test(label__says__lot_and_dates),
    flow_test(unit__goes__into_the_bin_that_was_named),
    flow_test(waiting__lives__through_a_restart),
    flow_test(lookup__knows__labels_without_a_unit),
)
