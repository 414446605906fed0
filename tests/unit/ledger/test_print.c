/*
 * test_print.c - labels asked for, and what a person decides about them.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <string.h>
#include "../../support/desk.h"
#include "store/print_state.h"

/* As the worker would: the label in this state, given to CUPS once. */
static void
put(struct desk *d, int64_t id, enum print_state state)
{
	struct store *s = ledger_store(d->house.l);
	static int jobs;
	char name[32];
	struct err err;
	int64_t job;

	str_print(name, sizeof name, "job %d", ++jobs);
	must(store_begin(s, -1, &err));
	must(store_run(s, Q_PRINT_JOB_ADD, &err, "tttii", name, "P1", "q1",
	    (int64_t)1, (int64_t)1));
	job = store_last_id(s);
	must(store_run(s, Q_PRINT_LABEL_TAKE, &err, "iiti", id, job, "P1",
	    (int64_t)1));
	must(store_run(s, Q_PRINT_JOB_LABELS_GIVEN, &err, "ii", job, (int64_t)1));
	must(store_run(s, Q_PRINT_LABEL_SET, &err, "iiti", id, (int64_t)state, "",
	    (int64_t)1));
	must(store_commit(s, &err));
}

enum act { RETRY, CANCEL, HOLD, CONFIRM };

/* "" when it was allowed, else the words. */
static const char *
act(struct desk *d, enum act what, int64_t id, const char *reason)
{
	static struct err err;
	struct ledger *l = d->house.l;
	int64_t others;
	bool ok = false;

	err_clear(&err);
	must(ledger_begin(l, -1, &err));
	switch (what) {
	case RETRY:
		ok = ledger_print_retry(l, id, reason, BY_KEYS, &err);
		break;
	case CANCEL:
		ok = ledger_print_cancel(l, id, &others, &err);
		break;
	case HOLD:
		ok = ledger_print_hold(l, id, &err);
		break;
	case CONFIRM:
		ok = ledger_print_confirm(l, id, BY_KEYS, &err);
		break;
	}
	if (!ok) {
		ledger_rollback(l);
		assert_true(err.hint[0] != '\0');
		return err.what;
	}
	must(ledger_commit(l, &err));
	return "";
}

/* Every state and every act: what is allowed, and what comes of it. */
static void acts__are_allowed__by_state(void **state)
{
	enum { NO = 0 };
	static const int after[PRINT_STATES][4] = {
		[PRINT_QUEUED] = { NO, PRINT_VOID, PRINT_HELD, NO },
		[PRINT_HELD] = { PRINT_QUEUED, PRINT_VOID, NO, NO },
		[PRINT_SUBMITTING] = { NO, PRINT_VOID, NO, NO },
		[PRINT_CREATED] = { NO, PRINT_VOID, NO, NO },
		[PRINT_SUBMITTED] = { NO, PRINT_VOID, NO, PRINT_CONFIRMED },
		[PRINT_PRINTING] = { NO, PRINT_VOID, NO, PRINT_CONFIRMED },
		[PRINT_SENT] = { NO, NO, NO, PRINT_CONFIRMED },
		[PRINT_CONFIRMED] = { NO, NO, NO, NO },
		[PRINT_FAILED] = { PRINT_QUEUED, PRINT_VOID, NO, PRINT_CONFIRMED },
		[PRINT_UNKNOWN] = { PRINT_QUEUED, PRINT_VOID, NO, PRINT_CONFIRMED },
		[PRINT_VOID] = { PRINT_QUEUED, NO, NO, NO },
	};

	(void)state;
	for (int from = PRINT_QUEUED; from < PRINT_STATES; from++)
		for (int what = RETRY; what <= CONFIRM; what++) {
			struct desk d;
			bool allowed;

			desk_open(&d, 1);
			desk_ask(&d, 1);
			if (from != PRINT_QUEUED)
				put(&d, 1, (enum print_state)from);
			allowed = act(&d, (enum act)what, 1, "")[0] == '\0';
			assert_int_equal(allowed, after[from][what] != NO);
			assert_int_equal(desk_row(&d, 1).state, allowed ?
			    after[from][what] : from);
			assert_int_equal(house_faults(&d.house), 0);
			desk_close(&d);
		}
}

static void request__again__needs_a_reason(void **state)
{
	struct print_row row;
	struct desk d;
	int64_t before;

	(void)state;
	desk_open(&d, 2);
	assert_string_equal(desk_ask_unit(&d, "L001", ""), "");
	before = house_events(&d.house);
	assert_string_equal(desk_ask_unit(&d, "L001", ""),
	    "DRILL L001 has a label \"unit\" already");
	assert_int_equal(house_events(&d.house), before);
	assert_string_equal(desk_ask_unit(&d, "L001", "damaged"), "");
	row = desk_row(&d, 2);
	assert_int_equal(row.copy_no, 2);
	assert_string_equal(row.reason, "damaged");
	assert_string_equal(row.operator, "os:tester");
	assert_int_equal(house_events(&d.house), before + 1);
	assert_string_equal(act(&d, CANCEL, 1, ""), "");
	assert_string_equal(act(&d, CANCEL, 2, ""), "");
	assert_string_equal(desk_ask_unit(&d, "L001", ""), "");	/* none is left */
	assert_string_equal(desk_ask_unit(&d, "NONE", ""),
	    "there is no unit NONE of item DRILL");
	assert_int_equal(house_faults(&d.house), 0);
	desk_close(&d);
}

static void retry__of_what_is_out__is_a_reprint(void **state)
{
	struct desk d;
	int64_t before;

	(void)state;
	desk_open(&d, 1);
	desk_ask(&d, 1);
	put(&d, 1, PRINT_SENT);
	before = house_events(&d.house);
	assert_string_not_equal(act(&d, RETRY, 1, ""), "");
	assert_string_equal(act(&d, RETRY, 1, "lost"), "");
	assert_string_equal(desk_row(&d, 1).reason, "lost");
	assert_int_equal(house_events(&d.house), before + 1);
	put(&d, 1, PRINT_UNKNOWN);
	assert_string_equal(act(&d, CONFIRM, 1, ""), "");
	assert_int_equal(house_events(&d.house), before + 2);
	desk_close(&d);
}

static void scanned_back__confirms__what_may_be_out(void **state)
{
	struct desk d;
	struct err err;
	int64_t n;

	(void)state;
	desk_open(&d, 2);
	desk_ask(&d, 2);
	put(&d, 1, PRINT_UNKNOWN);
	must(ledger_begin(d.house.l, -1, &err));
	must(ledger_print_scanned_back(d.house.l, "DRILL", "L002", BY_SCAN, &n, &err));
	assert_int_equal(n, 0);		/* it waits: somebody else's label, or an old one */
	must(ledger_print_scanned_back(d.house.l, "DRILL", "L001", BY_SCAN, &n, &err));
	assert_int_equal(n, 1);
	must(ledger_commit(d.house.l, &err));
	assert_int_equal(desk_row(&d, 1).state, PRINT_CONFIRMED);
	assert_int_equal(desk_row(&d, 2).state, PRINT_QUEUED);
	desk_close(&d);
}

/* A label goes with its cause, and the cause tells of it. */
static void cause__taken_back__voids_its_label(void **state)
{
	struct print_request r = { .template_name = "unit", .template_text = "t",
	    .fields = "{}", .copies = 1, .printer = "", .item = "DRILL",
	    .serial = "L001", .event = 7, .reason = "" };
	struct desk d;
	struct err err;
	int64_t id, left, before;

	(void)state;
	desk_open(&d, 1);
	before = house_events(&d.house);
	must(ledger_begin(d.house.l, -1, &err));
	must(ledger_print_request(d.house.l, &r, &id, &err));
	must(ledger_print_void(d.house.l, 7, &left, &err));
	must(ledger_commit(d.house.l, &err));
	assert_int_equal(left, 0);
	assert_int_equal(desk_row(&d, id).state, PRINT_VOID);
	assert_int_equal(house_events(&d.house), before);
	must(ledger_begin(d.house.l, -1, &err));
	must(ledger_print_request(d.house.l, &r, &id, &err));
	must(ledger_commit(d.house.l, &err));
	put(&d, id, PRINT_SENT);
	must(ledger_begin(d.house.l, -1, &err));
	must(ledger_print_void(d.house.l, 7, &left, &err));
	must(ledger_commit(d.house.l, &err));
	assert_int_equal(left, 1);
	assert_int_equal(desk_row(&d, id).state, PRINT_SENT);
	desk_close(&d);
}

static void request__rolled_back__leaves_nothing(void **state)
{
	struct print_request r = { .template_name = "unit", .template_text = "t",
	    .fields = "{}", .copies = 1, .printer = "", .item = "DRILL",
	    .serial = "L001", .reason = "" };
	struct print_counts counts;
	struct desk d;
	struct err err;
	int64_t id;

	(void)state;
	desk_open(&d, 1);
	must(ledger_begin(d.house.l, -1, &err));
	must(ledger_print_request(d.house.l, &r, &id, &err));
	ledger_rollback(d.house.l);
	must(ledger_print_counts(d.house.l, &counts, &err));
	assert_int_equal(counts.waiting, 0);
	desk_ask(&d, 1);
	must(ledger_print_counts(d.house.l, &counts, &err));
	assert_int_equal(counts.waiting, 1);
	desk_close(&d);
}

static void template__is_kept__once_a_version(void **state)
{
	struct print_request r = { .template_name = "unit", .template_text = "one",
	    .fields = "{\"a\":\"1\"}", .copies = 1, .printer = "", .item = "",
	    .serial = "", .reason = "" };
	int64_t id[3];
	struct str text;
	struct desk d;
	struct err err;

	(void)state;
	desk_open(&d, 0);
	must(ledger_begin(d.house.l, -1, &err));
	must(ledger_print_request(d.house.l, &r, &id[0], &err));
	must(ledger_print_request(d.house.l, &r, &id[1], &err));
	r.template_text = "two";
	must(ledger_print_request(d.house.l, &r, &id[2], &err));
	must(ledger_commit(d.house.l, &err));
	assert_int_equal(desk_row(&d, id[0]).template_id,
	    desk_row(&d, id[1]).template_id);
	str_init(&text);
	must(ledger_print_template(d.house.l, desk_row(&d, id[0]).template_id, &text,
	    &err));
	must(ledger_print_template(d.house.l, desk_row(&d, id[2]).template_id, &text,
	    &err));
	must(ledger_print_fields(d.house.l, id[2], &text, &err));
	assert_string_equal(text.p, "onetwo{\"a\":\"1\"}");
	str_done(&text);
	desk_close(&d);
}

/* Pages from the newest on, all and open ones, and what a printer has to do. */
static void newest__goes_back__and_a_printer_knows_its_load(void **state)
{
	struct print_row rows[3];
	struct printer_load load;
	struct desk d;
	struct err err;
	int64_t first;
	size_t n;

	(void)state;
	desk_open(&d, 0);
	first = desk_ask_fields(&d, "{\"serial\":\"A\"}");
	for (int i = 0; i < 3; i++)
		desk_ask_fields(&d, "{\"serial\":\"B\"}");
	put(&d, first + 1, PRINT_SENT);
	put(&d, first + 2, PRINT_PRINTING);
	must(ledger_print_newest(d.house.l, false, INT64_MAX, rows, 3, &n, &err));
	assert_int_equal(n, 3);
	assert_int_equal(rows[0].id, first + 3);
	assert_int_equal(rows[2].id, first + 1);
	must(ledger_print_newest(d.house.l, false, rows[2].id, rows, 3, &n, &err));
	assert_int_equal(n, 1);
	assert_int_equal(rows[0].id, first);
	must(ledger_print_newest(d.house.l, true, INT64_MAX, rows, 3, &n, &err));
	assert_int_equal(n, 3);
	assert_int_equal(rows[1].id, first + 2);
	assert_int_equal(rows[2].id, first);
	must(ledger_printer_load(d.house.l, "P1", &load, &err));
	assert_int_equal(load.waiting, 1);	/* the others name no printer yet */
	assert_int_equal(load.printed_at, 1);
	must(ledger_printer_load(d.house.l, "P2", &load, &err));
	assert_int_equal(load.waiting, 0);
	assert_int_equal(load.printed_at, 0);
	desk_close(&d);
}

UNIT_MAIN(
    cmocka_unit_test(acts__are_allowed__by_state),
    cmocka_unit_test(request__again__needs_a_reason),
    cmocka_unit_test(retry__of_what_is_out__is_a_reprint),
    cmocka_unit_test(scanned_back__confirms__what_may_be_out),
    cmocka_unit_test(cause__taken_back__voids_its_label),
    cmocka_unit_test(request__rolled_back__leaves_nothing),
    cmocka_unit_test(template__is_kept__once_a_version),
    cmocka_unit_test(newest__goes_back__and_a_printer_knows_its_load)
)
