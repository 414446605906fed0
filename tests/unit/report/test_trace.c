/*
 * test_trace.c - traces and orders with their units, as structs and as JSON.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "stock.h"
#include "report/order_report.h"
#include "report/trace.h"
#include "report/unit_json.h"

static int
trace_setup(void **state)
{
	struct event_body came = { .bin = "DOCK", .order = "PO:1", .line = 1,
	    .lot = "L1", .party = "ACME" };
	struct event_body picked = { .order = "SO:5", .line = 1, .bin = "STAGE" };
	struct event_body inside = { .parent_item = "DRILL", .parent_serial = "S1" };
	struct ledger *l;

	ledger_setup(state);
	l = *state;
	define_item(l, "DRILL", "04012345678901");
	define_item(l, "SAW", "");
	define_order(l, ORDER_PO, "1", "ACME", "DRILL", "SAW", 3);
	define_order(l, ORDER_SO, "5", "CUST", "DRILL", "", 2);
	book(l, EV_UNIT_RECEIVED, "DRILL", "S1", &came);
	book(l, EV_UNIT_RECEIVED, "DRILL", "S2", &came);
	came.line = 2;
	book(l, EV_UNIT_RECEIVED, "SAW", "S2", &came);
	book(l, EV_UNIT_EXPECTED, "SAW", "S3", &came);
	book(l, EV_UNIT_PICKED, "DRILL", "S2", &picked);
	book(l, EV_UNIT_INSTALLED, "SAW", "S2", &inside);
	return 0;
}

static void
trace__tells__events_in_order(void **state)
{
	struct trace t;
	struct err err;

	err_clear(&err);
	must(trace_read(*state, "", "S1", &t, &err));
	assert_string_equal(t.unit.item, "DRILL");
	assert_string_equal(t.gtin, "04012345678901");
	assert_int_equal(t.events.n, 1);
	assert_int_equal(t.events.at[0].event.type, EV_UNIT_RECEIVED);
	assert_string_equal(t.events.at[0].event.body.order, "PO:1");
	assert_int_equal(t.children.n, 1);
	assert_string_equal(t.children.at[0].item, "SAW");
	trace_done(&t);
}

static void
trace__refuses__ambiguous_and_unknown_serials(void **state)
{
	struct trace t;
	struct err err;

	err_clear(&err);
	assert_false(trace_read(*state, "", "S2", &t, &err));
	assert_string_equal(err.code, "scan.ambiguous");
	assert_non_null(strstr(err.detail, "DRILL"));
	assert_non_null(strstr(err.detail, "SAW"));
	assert_int_equal(err_exit_status(&err), 1);
	assert_false(trace_read(*state, "", "NO", &t, &err));
	assert_string_equal(err.code, "unit.unknown");
	assert_false(trace_read(*state, "SAW", "S1", &t, &err));
	assert_string_equal(err.code, "unit.unknown");
}

static void
trace__marks__what_was_taken_back(void **state)
{
	struct event undone;
	struct trace t;
	struct err err;
	int64_t id;

	err_clear(&err);
	id = book(*state, EV_UNIT_HELD, "DRILL", "S1",
	    &(struct event_body){ .reason = "quality", .note = "dented" });
	must(ledger_begin(*state, 0, &err));
	must(ledger_undo(*state, id, BY_SCAN, &undone, NULL, &err));
	must(ledger_commit(*state, &err));
	must(trace_read(*state, "DRILL", "S1", &t, &err));
	assert_int_equal(t.events.n, 3);
	assert_true(t.events.at[1].undone);
	assert_false(t.events.at[0].undone);
	assert_int_equal(t.unit.holds, 0);
	trace_done(&t);
}

/* A unit's trail ends at the customer. */
static void
event_note__says__how_it_left(void **state)
{
	struct event e = { .type = EV_UNIT_SHIPPED, .body = { .party = "C-ACME",
	    .carton = "340123450000000017", .pallet = "340123450000000024",
	    .carrier = "DHL", .tracking = "123", .until = "2028-03-02" } };
	struct json_out j;
	struct json *root;
	struct str text;
	struct err err;
	char note[NOTE_SIZE];

	(void)state;
	event_note(&e, note);
	assert_string_equal(note, "shipped to C-ACME in carton 340123450000000017 "
	    "on pallet 340123450000000024, DHL 123, until 2028-03-02");
	str_init(&text);
	json_begin(&j, &text);
	event_json(&e, false, &j);
	root = json_parse(text.p, text.len, &err);
	assert_string_equal(json_get_text(root, "carton"), "340123450000000017");
	assert_string_equal(json_get_text(root, "pallet"), "340123450000000024");
	assert_string_equal(json_get_text(root, "carrier"), "DHL");
	assert_string_equal(json_get_text(root, "tracking"), "123");
	assert_string_equal(json_get_text(root, "party"), "C-ACME");
	json_free(root);
	str_done(&text);
	e.body.carrier[0] = e.body.pallet[0] = e.body.until[0] = '\0';
	event_note(&e, note);
	assert_string_equal(note, "shipped to C-ACME in carton 340123450000000017, "
	    "123");
}

static void
trace_json__has__the_members_of_the_format(void **state)
{
	static const char *const unit_members[] = { "item", "gtin", "serial",
	    "status", "bin", "lot", "made_on", "expires_on", "holds", "order",
	    "carton", "party", "owner", "received_at", "warranty_until" };
	static const char *const event_members[] = { "type", "at", "operator",
	    "station", "entry", "bin", "order", "note", "undone" };
	struct json *root, *unit, *event;
	struct json_out j;
	struct trace t;
	struct str text;
	struct err err;

	err_clear(&err);
	must(trace_read(*state, "SAW", "S2", &t, &err));
	str_init(&text);
	json_begin(&j, &text);
	trace_json(&t, &j);
	root = json_parse(text.p, text.len, &err);
	assert_non_null(root);
	unit = json_get(root, "unit");
	for (size_t i = 0; i < sizeof unit_members / sizeof unit_members[0]; i++)
		assert_non_null(json_get(unit, unit_members[i]));
	assert_string_equal(json_get_text(unit, "status"), "installed");
	assert_string_equal(json_get_text(json_get(root, "parent"), "serial"), "S1");
	event = json_at(json_get(root, "events"), 0);
	for (size_t i = 0; i < sizeof event_members / sizeof event_members[0]; i++)
		assert_non_null(json_get(event, event_members[i]));
	assert_int_equal(json_count(json_get(root, "children")), 0);
	assert_int_equal(json_count(json_get(root, "incidents")), 0);
	assert_non_null(json_get(root, "labels"));
	json_free(root);
	str_done(&text);
	trace_done(&t);
}

static void
trace_json__lists__labels_and_incidents(void **state)
{
	struct json_out j;
	struct json *root;
	struct trace t;
	struct str text;
	struct err err;

	err_clear(&err);
	book(*state, EV_UNIT_LABEL_PRINTED, "DRILL", "S2", NULL);
	book(*state, EV_UNIT_RECEIVED, "DRILL", "S2", NULL);	/* twice: odd */
	must(trace_read(*state, "DRILL", "S2", &t, &err));
	assert_int_equal(t.incidents.n, 1);
	str_init(&text);
	json_begin(&j, &text);
	trace_json(&t, &j);
	root = json_parse(text.p, text.len, &err);
	assert_non_null(root);
	assert_int_equal(json_count(json_get(root, "labels")), 1);
	assert_string_equal(json_get_text(json_at(json_get(root, "incidents"), 0),
	    "code"), "unit.duplicate");
	json_free(root);
	str_done(&text);
	trace_done(&t);
}

static void
order_report__binds__units_to_lines(void **state)
{
	struct order_report r;
	struct err err;

	err_clear(&err);
	must(order_report_read(*state, ORDER_PO, "1", &r, &err));
	assert_string_equal(r.status, "part");
	assert_int_equal(r.lines.n, 2);
	assert_int_equal(r.lines.at[0].done, 2);
	assert_int_equal(r.lines.at[0].units.n, 2);
	assert_int_equal(r.lines.at[1].done, 1);
	assert_int_equal(r.lines.at[1].allocated.n, 1);	/* announced */
	assert_string_equal(r.lines.at[1].allocated.at[0].serial, "S3");
	order_report_done(&r);
	must(order_report_read(*state, ORDER_SO, "5", &r, &err));
	assert_string_equal(r.status, "open");
	assert_int_equal(r.lines.at[0].done, 0);
	assert_int_equal(r.lines.at[0].allocated.n, 1);
	order_report_done(&r);
	assert_false(order_report_read(*state, ORDER_SO, "1", &r, &err));
	assert_string_equal(err.code, "order.unknown");
}

/* Two ways to the same number: from stages at hand, and from the ledger. */
static void
order_stages_done__agrees__with_the_ledger(void **state)
{
	struct order_report r;
	struct err err;

	err_clear(&err);
	must(order_report_read(*state, ORDER_PO, "1", &r, &err));
	for (size_t i = 0; i < r.lines.n; i++) {
		int64_t stages[STAGES];

		must(ledger_line_progress(*state, r.order.key,
		    r.lines.at[i].line.line, stages, &err));
		assert_int_equal(order_stages_done(ORDER_PO, stages),
		    r.lines.at[i].done);
	}
	order_report_done(&r);
}

static void
order_report_json__has__the_members_of_the_format(void **state)
{
	struct json *root, *line;
	struct order_report r;
	struct json_out j;
	struct str text;
	struct err err;

	err_clear(&err);
	must(order_report_read(*state, ORDER_PO, "1", &r, &err));
	str_init(&text);
	json_begin(&j, &text);
	order_report_json(&r, &j);
	root = json_parse(text.p, text.len, &err);
	assert_non_null(root);
	assert_string_equal(json_get_text(root, "kind"), "PO");
	assert_string_equal(json_get_text(root, "number"), "1");
	assert_string_equal(json_get_text(root, "party"), "ACME");
	assert_string_equal(json_get_text(root, "status"), "part");
	line = json_at(json_get(root, "lines"), 0);
	assert_int_equal(json_get_int(line, "line", 0), 1);
	assert_int_equal(json_get_int(line, "qty", 0), 3);
	assert_int_equal(json_get_int(line, "done", 0), 2);
	assert_int_equal(json_count(json_get(line, "allocated")), 0);
	assert_string_equal(json_as_text(json_at(json_get(line, "units"), 1)), "S2");
	json_free(root);
	str_done(&text);
	order_report_done(&r);
}

static void
holds_words__name__each_hold(void **state)
{
	char words[96];

	(void)state;
	holds_words(0, words, sizeof words);
	assert_string_equal(words, "");
	holds_words(HOLD_QUARANTINE | HOLD_INCIDENT, words, sizeof words);
	assert_string_equal(words, "quarantine, incident");
}

#define trace_test(f) \
	cmocka_unit_test_setup_teardown(f, trace_setup, ledger_teardown)

UNIT_MAIN(
    trace_test(trace__tells__events_in_order),
    trace_test(trace__refuses__ambiguous_and_unknown_serials),
    trace_test(trace__marks__what_was_taken_back),
    trace_test(event_note__says__how_it_left),
    trace_test(trace_json__has__the_members_of_the_format),
    trace_test(trace_json__lists__labels_and_incidents),
    trace_test(order_report__binds__units_to_lines),
    trace_test(order_stages_done__agrees__with_the_ledger),
    trace_test(order_report_json__has__the_members_of_the_format),
    cmocka_unit_test(holds_words__name__each_hold),
)
