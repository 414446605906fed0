/*
 * test_pick.c - units for one order: the walk to its end, orders, bins.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "picks.h"
#include "base/file.h"

/* --- The way it goes ---------------------------------------------------------- */

static void pick__walks__the_bins_to_the_end(void **state)
{
	static const struct scene scenes[] = {
		{ "5001", "ok: go to A-02: 3 of DRILL" },
		{ "A-02", "ok: A-02: take 3 of DRILL" },
		{ "S1", "done: S1 of DRILL picked for SO:5001, 1 of 4" },
		{ "(01)04006381333931(21)S2", "done: 2 of 4" },
		{ "S3", "done: 3 of 4; is A-02 empty now?" },
		{ "A-03", "ok: take 1 of DRILL, 1 of SAW" },
		{ "W1", "done: W1 of SAW picked for SO:5001, 1 of 1" },
		{ "S4", "done: 4 of 4" },
		{ "XCXDONE", "ok: 5 of 5 picked, all of it" },
		{ "XCXDONE", "ok: nothing is open" },
	};
	struct player *p = with_order(state);

	play(p, scenes);
	assert_string_equal(house_unit(p->house, "DRILL", "S1"),
	    "picked bin=STAGE-1 out=SO:5001/1");
	assert_string_equal(house_unit(p->house, "SAW", "W1"),
	    "picked bin=STAGE-1 out=SO:5001/2");
	assert_string_equal(counts(p), "");
	assert_int_equal(house_bin_units(p->house, "STAGE-1"), 5);
}

static void pick__prompts__for_what_comes_next(void **state)
{
	struct player *p = with_order(state);

	player_scan(p, "5001");
	assert_string_equal(p->last.prompt, "SCAN THE BIN");
	player_scan(p, "A-02");
	player_scan(p, "S1");
	assert_string_equal(p->last.prompt, "SCAN A UNIT");
	player_scan(p, "S2");
	player_scan(p, "S3");
	assert_string_equal(p->last.prompt,
	    "IS A-02 EMPTY? ELSE XCXNO. GO TO A-03");
	player_scan(p, "A-03");
	assert_string_equal(p->last.prompt, "SCAN A UNIT");
	player_scan(p, "W1");
	player_scan(p, "S4");
	assert_string_equal(p->last.prompt, "ALL IS PICKED: XCXDONE");
	assert_string_equal(view_of(p)->prompt, "ALL IS PICKED: XCXDONE");
	player_scan(p, "XCXUNDO");
	assert_string_equal(p->last.prompt, "SCAN A UNIT");
}

static void pick__says__what_event_it_was(void **state)
{
	struct player *p = with_order(state);
	struct event e;
	struct err err;

	player_scan(p, "5001");
	player_scan(p, "A-02");
	player_scan(p, "S1");
	assert_int_equal(p->last.n_events, 1);
	assert_int_equal(ledger_event(p->house->l, p->last.events[0].id, &e, NULL,
	    &err), 1);
	assert_int_equal(e.type, EV_UNIT_PICKED);
	assert_string_equal(e.body.order, "SO:5001");
	assert_int_equal(e.body.line, 1);
	assert_string_equal(e.body.from, "A-02");
	assert_string_equal(e.body.bin, "STAGE-1");
	assert_string_equal(e.body.replaces, "");
	assert_string_equal(e.operator, "CLERK1");
}

static void pick__shows__the_walk_ahead(void **state)
{
	struct player *p = with_order(state);
	struct flow_view *v = view_of(p);

	assert_string_equal(v->big, "");
	player_scan(p, "5001");
	v = view_of(p);
	assert_string_equal(v->title, "PICK SO-5001");
	assert_string_equal(v->subtitle, "JONES");
	assert_string_equal(v->big, "A-02");
	assert_string_equal(v->big_label, "GO TO");
	assert_int_equal(v->total, 5);
	assert_int_equal(v->done, 0);
	assert_int_equal(v->n_suggestions, 2);
	assert_string_equal(v->suggestions[0].why, "3 of DRILL");
	assert_string_equal(v->suggestions[1].code, "A-03");
	assert_string_equal(v->suggestions[1].why, "1 of DRILL, 1 of SAW");
	assert_int_equal(v->n_rows, 2);
	assert_string_equal(v->rows[0].cells[3], "A-02");
	assert_string_equal(v->rows[1].cells[3], "A-03");
	player_scan(p, "A-03");
	v = view_of(p);
	assert_string_equal(v->big, "A-03");
	assert_string_equal(v->big_label, "AT");
	player_scan(p, "W1");
	v = view_of(p);
	assert_int_equal(v->done, 1);
	assert_string_equal(v->suggestions[0].why, "1 of DRILL");
	assert_string_equal(v->rows[1].cells[1], "SAW");
	assert_true(v->rows[1].complete);
}

/* --- The order -------------------------------------------------------------------- */

static void pick__names__what_the_order_scan_is(void **state)
{
	static const struct scene scenes[] = {
		{ "4711", "refuse scan.wrong-kind: PO 4711 is nothing to pick" },
		{ "A-02", "refuse scan.wrong-kind: bin A-02" },
		{ "S1", "refuse scan.wrong-kind: unit S1 of DRILL, wanted is an order" },
		{ "DRILL", "refuse scan.wrong-kind: item DRILL" },
		{ "]C1010400638133393121S1", "refuse scan.wrong-kind" },
		{ "5002", "refuse order.closed: SO 5002 is held" },
		{ "5003", "refuse order.closed: SO 5003 is cancelled" },
		{ "5004", "refuse order.short: SO:5004: nothing can be picked" },
		{ "5009", "refuse scan.unknown: 5001" },
		{ "77", "refuse scan.ambiguous: SO and of a TRANSFER" },
		{ "XCXSHORT", "refuse command.not-here" },
		{ "XCXSKIP", "refuse command.not-here" },
		{ "XCXFULL", "refuse command.not-here" },
		{ "XCXDONE", "ok: nothing is open" },
		{ "TRANSFER:77", "ok: TRANSFER:77" },
		{ "5001", "ok: SO:5001" },
	};
	struct player *p = with_order(state);
	struct house *h = p->house;

	house_order(h, "PO:4711", "DRILL:1");
	house_order(h, "SO:5002", "DRILL:1");
	house_order_state(h, "SO:5002", EV_ORDER_HELD);
	house_order(h, "SO:5003", "DRILL:1");
	house_order_state(h, "SO:5003", EV_ORDER_CANCELLED);
	house_order(h, "SO:5004", "METER:3");
	house_order(h, "SO:77", "SAW:1");
	house_order(h, "TRANSFER:77", "SAW:1");
	play(p, scenes);
}

static void order__that_is_short__is_picked_in_two_goes(void **state)
{
	static const struct scene first[] = {
		{ "5005", "ask order.short: SO:5005 is short" },
		{ "XCXNO", "ok: left as it was" },
		{ "5005", "ask order.short" },
		{ "5005", "ok: SO:5005 for JONES: 0 of 7 picked; go to A-02" },
		{ "A-02", "ok" },
		{ "S1", "done: 1 of 7" }, { "S2", "done" }, { "S3", "done" },
		{ "A-03", "ok: take 2 of DRILL" },
		{ "S4", "done" }, { "S5", "done: 5 of 7" },
		{ "XCXDONE", "ask order.short: 5 of 7" },
		{ "XCXDONE", "ok: the rest stays open" },
		{ "5005", "refuse order.short: nothing can be picked" },
	};
	static const struct scene second[] = {
		{ "5005", "ok: 5 of 7 picked; go to A-02: 2 of DRILL" },
		{ "A-02", "ok" },
		{ "S6", "done: 6 of 7" },
		{ "S7", "done: 7 of 7" },
		{ "XCXDONE", "ok: 7 of 7 picked, all of it" },
	};
	struct player *p = with_order(state);

	house_order(p->house, "SO:5005", "DRILL:7");
	play(p, first);
	house_stock(p->house, "DRILL", "A-02", "S6 S7 S8");
	play(p, second);
	assert_string_equal(house_unit(p->house, "DRILL", "S8"), "available bin=A-02");
}

/* --- The bin ------------------------------------------------------------------------ */

static void pick__names__what_the_bin_scan_is(void **state)
{
	static const struct scene scenes[] = {
		{ "5001", "ok" },
		{ "S1", "refuse scan.wrong-kind: unit S1 of DRILL, wanted is a bin" },
		{ "SAW", "refuse scan.wrong-kind" },
		{ "QUAR-1", "refuse bin.kind: quarantine" },
		{ "A-99", "refuse scan.unknown" },
		{ "A-04", "refuse scan.unknown: A-0" },
		{ "A-01", "ok: nothing is promised here; go to A-02" },
		{ "A-02", "ok: A-02: take 3" },
		{ "A-03", "ok: A-03: take" },
		{ "SUPER1", "ok: works here now" },
		{ "]C1010400638133393221S1", "refuse code.check-digit" },
		{ "(01)04012345678901(21)S1", "refuse item.unknown" },
	};

	play(with_order(state), scenes);
}

/* --- Work that others have, and work that goes on ------------------------------------------ */

static void order__of_a_living_terminal__is_taken_over(void **state)
{
	static const struct scene first[] = {
		{ "5001", "ok" }, { "A-02", "ok" }, { "S1", "done" },
	};
	static const struct scene second[] = {
		{ "5001", "ask work.taken: SO 5001 is picked by CLERK1 at test" },
		{ "XCXNO", "ok" },
		{ "5001", "ask work.taken" },
		{ "5001", "ok: 1 of 5 picked; go to A-02" },
		{ "A-02", "ok" }, { "S2", "done" },
	};
	static const struct scene third[] = {
		{ "S3", "refuse scan.wrong-kind: wanted is an order" },
		{ "5001", "ask work.taken: CLERK2" },
	};
	struct player *p = with_order(state), other;

	player_init(&other, p->house, NULL);
	player_flow(&other, "pick", "CLERK2");
	play(p, first);
	play(&other, second);
	play(p, third);
	player_done(&other);
	assert_string_equal(player_scan(p, "5001"), "ok");
}

/* More bins than are found one by one: the walk is the same. */
static void order__of_many_bins__is_walked_in_order(void **state)
{
	struct player *p = with_order(state);
	struct flow_view *v;
	char bin[16], serial[16];

	for (int i = 0; i < 20; i++) {	/* made in another order than walked */
		str_print(bin, sizeof bin, "Z-%02d", i * 7 % 20);
		str_print(serial, sizeof serial, "Z%02d", i * 7 % 20);
		house_bin(p->house, bin, BIN_STORAGE, 200 + i * 7 % 20, -1, "");
		house_stock(p->house, "METER", bin, serial);
	}
	house_order(p->house, "SO:20", "METER:20");
	player_scan(p, "20");
	for (int i = 0; i < 20; i++) {
		v = view_of(p);
		if (i == 3) {
			assert_string_equal(v->big, "Z-03");
			player_scan(p, "XCXSKIP");
			v = view_of(p);
		}
		str_print(bin, sizeof bin, "Z-%02d", i < 3 ? i : i < 19 ? i + 1 : 3);
		assert_string_equal(v->big, bin);
		str_print(serial, sizeof serial, "Z%.2s", bin + 2);
		assert_string_equal(player_scan(p, bin), "ok");
		assert_string_equal(player_scan(p, serial), "done");
	}
	assert_string_equal(player_scan(p, "XCXDONE"), "ok");
}

/* Slots of the command line: the order is promised all the same. */
static void order__named_in_advance__is_promised(void **state)
{
	static const struct scene scenes[] = {
		{ "A-02", "ok: take 3 of DRILL" },
		{ "S1", "done: in T-1" },
	};
	struct player *p = with_order(state);
	struct verdict v;
	struct err err;

	house_order(p->house, "SO:5005", "DRILL:90");
	must(flow_set(p->flow, "order", "5005", &v, &err));
	assert_int_equal(v.kind, VERDICT_OK);
	assert_string_equal(house_unit(p->house, "DRILL", "S5"),
	    "allocated bin=A-03 out=SO:5005/1");
	must(flow_set(p->flow, "tote", "T-1", &v, &err));
	play(p, scenes);
	must(flow_set(p->flow, "order", "4711", &v, &err));
	assert_int_equal(v.kind, VERDICT_REFUSE);
	assert_false(flow_set(p->flow, "carton", "1", &v, &err));
	assert_int_equal(err.kind, ERR_USAGE);
}

static const char *
starts(struct player *p, const char *text)
{
	static char flow[32];
	struct scan_in in = { text, strlen(text), ENTRY_SCANNED, 0 };
	struct err err;

	must(flow_for_scan(&p->st, &in, flow, &err));
	return flow;
}

static bool
is_a_flow(const char *name)
{
	const char *names[32], *titles[32];
	size_t n = flow_list(names, titles, 32);

	for (size_t i = 0; i < n; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

/* At the menu an order goes on with what it waits for. */
static void menu__starts__what_an_order_waits_for(void **state)
{
	struct player *p = with_order(state);
	struct house *h = p->house;
	bool packs = is_a_flow("pack"), ships = is_a_flow("ship");

	house_order(h, "SO:1", "DRILL:1");
	house_order(h, "PO:2", "DRILL:1");
	house_order(h, "SO:2", "DRILL:1");
	house_order(h, "TRANSFER:3", "DRILL:1");
	assert_string_equal(starts(p, "SO:1"), "pick");
	assert_string_equal(starts(p, "3"), "pick");
	assert_string_equal(starts(p, "2"), "");
	assert_string_equal(starts(p, "A-02"), "");
	house_order_state(h, "TRANSFER:3", EV_ORDER_HELD);
	assert_string_equal(starts(p, "3"), "");
	house_tell(h, "DRILL", "S1", "picked order=SO:1 line=1");
	assert_string_equal(starts(p, "1"), packs ? "pack" : ships ? "ship" : "");
	house_tell(h, "DRILL", "S1", "packed carton=C1");
	assert_string_equal(starts(p, "1"), ships ? "ship" : "");
	house_tell(h, "DRILL", "S1", "shipped order=SO:1 line=1 party=JONES");
	assert_string_equal(starts(p, "1"), "");
}

/* A site that wants units scanned, never keyed. */
static void keyed__units__as_the_form_says(void **state)
{
	static const struct scene scenes[] = {
		{ "keyed:5001", "ok" }, { "A-02", "ok" },
		{ "keyed:S1", "refuse entry.keyed-not-allowed" },
		{ "pasted:S1", "refuse entry.keyed-not-allowed" },
		{ "S1", "done" },
	};
	static const char form[] = "title = \"P\";\nslots = (\n"
	    " { name = \"order\"; prompt = \"O\"; accepts = [ \"order\" ];"
	    " sticky = true; required = true; },\n"
	    " { name = \"bin\"; prompt = \"B\"; accepts = [ \"bin\" ];"
	    " sticky = true; required = true; },\n"
	    " { name = \"unit\"; prompt = \"U\"; accepts = [ \"unit\" ];"
	    " required = true; entry = \"scan_only\"; } );\n";
	struct player *p = with_order(state);
	char path[300];
	struct err err;

	str_print(path, sizeof path, "%s/pick.form", p->house->folder);
	must(file_create(path, 0600, form, strlen(form), &err));
	player_done(p);
	player_init(p, &((struct stage *)*state)->house,
	    ((struct stage *)*state)->house.folder);
	assert_int_equal(p->complaints, 0);
	player_flow(p, "pick", "CLERK1");
	play(p, scenes);
}

UNIT_MAIN(
    flow_test(pick__walks__the_bins_to_the_end),
    flow_test(pick__prompts__for_what_comes_next),
    flow_test(pick__says__what_event_it_was),
    flow_test(pick__shows__the_walk_ahead),
    flow_test(pick__names__what_the_order_scan_is),
    flow_test(order__that_is_short__is_picked_in_two_goes),
    flow_test(pick__names__what_the_bin_scan_is),
    flow_test(order__of_a_living_terminal__is_taken_over),
    flow_test(order__of_many_bins__is_walked_in_order),
    flow_test(order__named_in_advance__is_promised),
    flow_test(menu__starts__what_an_order_waits_for),
    flow_test(keyed__units__as_the_form_says),
)
