/*
 * test_flow.c - the doors of room flow: opening, badges, the list of flows,
 * slots as JSON, views, words.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../../flow/flows.h"
#include "base/json.h"

static void flow_list__names__what_can_be_opened(void **state)
{
	struct stage *stage = *state;
	const char *names[16], *titles[16];
	struct worker admin = { .badge = "ADMIN1", .name = "A", .role = ROLE_ADMIN };
	struct flow *f;
	struct err err;
	size_t n = flow_list(names, titles, 16);

	assert_true(n >= 4);
	for (size_t i = 0; i < n; i++) {
		assert_true(titles[i][0] != '\0');
		must(flow_open(&f, &stage->p.st, names[i], &admin, &err));
		assert_string_equal(flow_name(f), names[i]);
		flow_close(f, false);
	}
	assert_int_equal(flow_list(names, titles, 2), 2);
	assert_false(flow_open(&f, &stage->p.st, "juggling", &admin, &err));
	assert_int_equal(err.kind, ERR_USAGE);
	assert_non_null(strstr(err.hint, "receiving"));
}

static void worker_by_badge__knows__who_is_who(void **state)
{
	struct stage *stage = *state;
	struct worker w = { 0 };
	struct operator who;
	struct err err;
	bool needs_pin;

	must(worker_by_badge(&stage->p.st, "CLERK1", &w, &needs_pin, &err));
	assert_int_equal(w.role, ROLE_CLERK);
	assert_false(needs_pin);
	must(worker_by_badge(&stage->p.st, "SUPER2", &w, &needs_pin, &err));
	assert_true(needs_pin);
	assert_false(worker_check_pin(&stage->p.st, &w, "1111", &err));
	assert_string_equal(err.code, "pin.wrong");
	must(worker_check_pin(&stage->p.st, &w, "2468", &err));
	assert_false(worker_by_badge(&stage->p.st, "NOBODY", &w, &needs_pin, &err));
	assert_int_equal(err.kind, ERR_ABSENT);
	stage->p.st.pins_needed = true;
	assert_false(worker_by_badge(&stage->p.st, "SUPER1", &w, &needs_pin, &err));
	assert_string_equal(err.code, "operator.permission");
	must(worker_by_badge(&stage->p.st, "CLERK1", &w, &needs_pin, &err));
	must(operator_find(stage->house.l, "CLERK1", &who, &err) == 1);
	must(ledger_begin(stage->house.l, -1, &err));
	must(operator_set_locked(stage->house.l, &who, true, &err));
	must(ledger_commit(stage->house.l, &err));
	assert_false(worker_by_badge(&stage->p.st, "CLERK1", &w, &needs_pin, &err));
	assert_string_equal(err.code, "operator.locked");
}

static const char *
slots_text(struct player *p)
{
	static struct str out;
	struct json_out j;

	if (out.p == NULL)
		str_init(&out);
	str_clear(&out);
	json_begin(&j, &out);
	flow_slots_json(p->flow, &j);
	return out.p;
}

static void flow_slots_json__gives__codes_lists_and_null(void **state)
{
	struct stage *stage = *state;
	struct player *p = &stage->p;

	house_order(&stage->house, "PO:1", "MASK:5");
	house_stock(&stage->house, "DRILL", "DOCK-1", "S1 S2");
	player_flow(p, "receiving", "CLERK1");
	assert_string_equal(slots_text(p), "{\"order\":null,\"item\":null,"
	    "\"lot\":null,\"made_on\":null,\"expires_on\":null,\"serial\":null}");
	player_scan(p, "1");
	player_scan(p, "MASK");
	player_scan(p, "L\"1");
	assert_string_equal(slots_text(p), "{\"order\":\"1\",\"item\":\"MASK\","
	    "\"lot\":\"L\\\"1\",\"made_on\":null,\"expires_on\":null,"
	    "\"serial\":null}");
	player_flow(p, "putaway", "CLERK1");
	assert_string_equal(slots_text(p), "{\"unit\":[],\"bin\":null}");
	player_scan(p, "S1");
	player_scan(p, "S2");
	assert_string_equal(slots_text(p), "{\"unit\":[\"S1\",\"S2\"],\"bin\":null}");
}

static void flow_view__shows__the_state_of_the_work(void **state)
{
	struct stage *stage = *state;
	struct player *p = &stage->p;
	struct flow_view v;
	struct err err;

	house_order(&stage->house, "PO:1", "DRILL:3 MASK:5");
	player_flow(p, "receiving", "CLERK1");
	must(flow_view(p->flow, &v, &err));
	assert_string_equal(v.prompt, "SCAN THE ORDER");
	assert_true(v.slots[0].current);
	player_scan(p, "1");
	player_scan(p, "DRILL");
	player_scan(p, "S1");
	must(flow_view(p->flow, &v, &err));
	assert_string_equal(v.title, "RECEIVE PO-1");
	assert_string_equal(v.subtitle, "ACME");
	assert_int_equal(v.done, 1);
	assert_int_equal(v.total, 8);
	assert_int_equal(v.n_rows, 2);
	assert_string_equal(v.rows[0].cells[1], "DRILL");
	assert_string_equal(v.rows[0].cells[3], "1");
	assert_true(v.rows[0].current);
	assert_string_equal(v.slots[1].value, "DRILL");
	assert_string_equal(v.slots[1].note, "Drill");
	assert_int_equal(v.n_tape, 3);
	assert_string_equal(v.tape[0].scan, "S1");
	assert_int_equal(v.tape[0].kind, VERDICT_DONE);
	player_scan(p, "A-01");
	must(flow_view(p->flow, &v, &err));
	assert_true(v.stopped);
	assert_string_equal(v.last.code, "scan.wrong-kind");
	player_scan(p, "XCXOK");
	must(flow_view(p->flow, &v, &err));
	assert_false(v.stopped);
	for (int i = 0; i < 15; i++)
		player_scan(p, "S1");
	must(flow_view(p->flow, &v, &err));
	assert_int_equal(v.n_tape, VIEW_TAPE);
}

/* Looking changes nothing and books nothing, however often. */
static void flow_view__only__looks(void **state)
{
	struct stage *stage = *state;
	struct player *p = &stage->p;
	struct flow_view a, b;
	struct err err;

	house_order(&stage->house, "PO:1", "DRILL:3");
	player_flow(p, "receiving", "CLERK1");
	player_scan(p, "1");
	must(flow_view(p->flow, &a, &err));
	must(flow_view(p->flow, &b, &err));
	assert_memory_equal(&a, &b, sizeof a);
	assert_string_equal(player_scan(p, "DRILL"), "ok");
}

static void accepts__has__a_name_for_each_kind(void **state)
{
	char words[160];

	(void)state;
	for (int bit = 0; bit < 16; bit++) {
		const char *name = accepts_name((enum accepts)(1 << bit));

		assert_string_not_equal(name, "nothing");
		assert_int_equal(accepts_find(name), 1 << bit);
	}
	assert_int_equal(accepts_find("fish"), -1);
	accepts_words(ACCEPT_BIN | ACCEPT_ORDER, words, sizeof words);
	assert_string_equal(words, "a bin or an order");
	accepts_words(ACCEPT_SERIAL | ACCEPT_UNIT | ACCEPT_RANGE, words, sizeof words);
	assert_string_equal(words, "a serial");
}

UNIT_MAIN(
    flow_test(flow_list__names__what_can_be_opened),
    flow_test(worker_by_badge__knows__who_is_who),
    flow_test(flow_slots_json__gives__codes_lists_and_null),
    flow_test(flow_view__shows__the_state_of_the_work),
    flow_test(flow_view__only__looks),
    flow_test(accepts__has__a_name_for_each_kind),
)
