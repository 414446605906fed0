/*
 * test_failing_labels.c - labels that would not read, counted by whose and where.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "stock.h"
#include "base/json.h"
#include "report/failing_labels.h"

static void
fails(struct ledger *l, const char *serial, const char *supplier,
    const char *label, const char *printer, int64_t age_s)
{
	struct label_failure f = { .age_s = age_s };
	struct event_body body;

	memset(&body, 0, sizeof body);
	str_copy(f.supplier, sizeof f.supplier, supplier);
	str_copy(f.template_name, sizeof f.template_name, label);
	str_copy(f.symbols, sizeof f.symbols, label[0] != '\0' ? "code128" : "");
	str_copy(f.printer, sizeof f.printer, printer);
	label_failure_write(&f, &body);
	book(l, EV_UNIT_LABEL_FAILED, "DRILL", serial, &body);
}

static void
failure__is_read__as_it_was_written(void **state)
{
	const struct label_failure f = { .supplier = "ACME", .template_name = "unit",
	    .symbols = "gs1_datamatrix code128", .printer = "Dock; the left one",
	    .age_s = 86400 };
	struct label_failure back;
	struct event_body body;

	(void)state;
	memset(&body, 0, sizeof body);
	label_failure_write(&f, &body);
	label_failure_read(&body, &back);
	assert_string_equal(back.supplier, f.supplier);
	assert_string_equal(back.template_name, f.template_name);
	assert_string_equal(back.symbols, f.symbols);
	assert_string_equal(back.printer, f.printer);
	assert_int_equal(back.age_s, f.age_s);
	assert_string_equal(body.reason, "will not read");
}

static void
failing_labels__are_counted__by_supplier_label_and_printer(void **state)
{
	struct ledger *l = *state;
	struct failing_labels all;
	struct err err;

	define_item(l, "DRILL", "04006381333931");
	book(l, EV_UNIT_RECEIVED, "DRILL", "S1", NULL);
	fails(l, "S1", "BOLT", "unit", "P1", 10);
	fails(l, "S2", "ACME", "unit", "P1", 100);
	fails(l, "S3", "ACME", "", "", 7);
	fails(l, "S2", "ACME", "unit", "P1", 300);
	err_clear(&err);
	must(failing_labels_read(l, &all, &err));
	assert_int_equal(all.groups.n, 3);
	assert_string_equal(all.groups.at[0].supplier, "ACME");
	assert_string_equal(all.groups.at[0].template_name, "unit");
	assert_int_equal(all.groups.at[0].failures, 2);
	assert_int_equal(all.groups.at[0].age_s, 200);
	assert_true(all.groups.at[0].first <= all.groups.at[0].last);
	assert_string_equal(all.groups.at[1].template_name, "");	/* theirs */
	assert_string_equal(all.groups.at[2].supplier, "BOLT");
	failing_labels_done(&all);
}

static void
failing_labels__of_none__are_an_empty_list(void **state)
{
	struct failing_labels all;
	struct json_out j;
	struct str out;
	struct err err;

	err_clear(&err);
	must(failing_labels_read(*state, &all, &err));
	str_init(&out);
	json_begin(&j, &out);
	failing_labels_json(&all, &j);
	assert_string_equal(out.p, "[]");
	str_done(&out);
	failing_labels_done(&all);
}

UNIT_MAIN(
    ledger_test(failure__is_read__as_it_was_written),
    ledger_test(failing_labels__are_counted__by_supplier_label_and_printer),
    ledger_test(failing_labels__of_none__are_an_empty_list),
)
