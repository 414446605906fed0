/*
 * test_import_file.c - a warehouse's files into a database on the disk.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: what was imported is there after closing and opening, also when it is
 * so much that indexes are made at the end, and comes in whatever order; what
 * was refused left no trace.  Method: a real file, tens of thousands of units,
 * shuffled.
 */
#include "imports.h"
#include <unistd.h>

#define MANY 30000
#define STRIDE 7919		/* a prime: i * STRIDE mod MANY visits every number */

static char folder[] = "/tmp/test_import.XXXXXX";
static char path[64];

static int
make_folder(void **state)
{
	struct err err;

	(void)state;
	return seal_start(&err) && mkdtemp(folder) != NULL ? 0 : -1;
}

static int
remove_folder(void **state)
{
	static const char *const endings[] = { "", "-wal", "-shm", "-lock", "-key" };
	char name[80];		/* the path and an ending */

	(void)state;
	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
		str_print(name, sizeof name, "%s%s", path, endings[i]);
		unlink(name);
	}
	return rmdir(folder);
}

static struct ledger *
reopen(struct ledger *l)
{
	struct err err;

	err_clear(&err);
	ledger_close(l);
	must(ledger_open(&l, path, false, 0, &err));
	ledger_set_operator(l, "os:tester");
	return l;
}

/* The i-th unit's serial is a shuffled number; with_last adds one more. */
static void
write_units(struct str *text, bool with_last)
{
	str_add(text, "item,serial,bin\n");
	for (long i = 0; i < MANY; i++)
		str_addf(text, "%s,S%ld,%s\n", i % 2 == 0 ? "HOSE" : "BOLT",
		    i * STRIDE % MANY, i % 3 == 0 ? "A-01" : "D-01");
	if (with_last)
		str_add(text, "HOSE,LAST,A-01\n");
}

static int64_t
units_of(struct ledger *l, const char *bin, const char *item)
{
	struct err err;
	int64_t n;

	err_clear(&err);
	must(ledger_bin_item_units(l, bin, item, &n, &err));
	return n;
}

static void
import_many(struct ledger *l, bool with_last, int64_t new, int64_t known)
{
	struct imported done;
	struct str text;

	str_init(&text);
	write_units(&text, with_last);
	done = import_as(l, "units", text.p, text.len, (struct import_options){ 0 });
	if (!done.ok)
		print_error("%s\n%s", done.err.what, done.complaints);
	assert_true(done.ok);
	assert_int_equal(done.result.said, new);
	assert_int_equal(done.result.stood, known);
	str_done(&text);
}

static void
import__fills__a_file_that_opens_again(void **state)
{
	struct ledger *l;
	struct unit unit;
	struct err err;
	int64_t events;
	size_t n;

	(void)state;
	err_clear(&err);
	str_print(path, sizeof path, "%s/station.db", folder);
	must(ledger_create(&l, path, "T1", &err));
	for (size_t i = 0; i < sizeof fixture_files / sizeof fixture_files[0]; i++)
		assert_true(import_text(l, fixture_files[i].kind,
		    fixture_files[i].text).ok);
	takes(l, "items", "code,name\nBOLT,Bolt\n", 1, 0);
	import_many(l, false, MANY, 0);
	l = reopen(l);
	events = must_verify(l);
	assert_int_equal(units_of(l, "A-01", "HOSE") + units_of(l, "D-01", "HOSE"),
	    MANY / 2);
	assert_int_equal(units_of(l, "A-01", "BOLT") + units_of(l, "A-01", "HOSE"),
	    MANY / 3);
	must(ledger_units_by_serial(l, "S123", &unit, 1, &n, &err));
	assert_int_equal(n, 1);

	for (size_t i = 0; i < sizeof fixture_files / sizeof fixture_files[0]; i++)
		assert_int_equal(import_text(l, fixture_files[i].kind,
		    fixture_files[i].text).result.said, 0);
	import_many(l, false, 0, MANY);
	assert_int_equal(must_verify(l), events);
	import_many(l, true, 1, MANY);
	l = reopen(l);
	assert_int_equal(must_verify(l), events + 1);
	ledger_close(l);
}

/* The last row contradicts what stands, which is seen when the others are
 * written and the indexes are gone. */
static void
import__leaves_the_file_alone__when_the_last_row_is_wrong(void **state)
{
	struct imported done;
	struct ledger *l;
	struct unit unit;
	struct str text;
	struct err err;
	int64_t events;
	size_t n;

	(void)state;
	err_clear(&err);
	must(ledger_open(&l, path, false, 0, &err));
	events = must_verify(l);
	str_init(&text);
	str_add(&text, "item,serial,bin\nBOLT,S7919,Q-01\n");
	for (int i = 0; i < MANY; i++)
		str_addf(&text, "HOSE,N%d,A-01\n", i);
	done = import_as(l, "units", text.p, text.len, (struct import_options){ 0 });
	assert_false(done.ok);
	assert_int_equal(done.result.wrong, 1);
	assert_non_null(strstr(done.complaints,
	    "F:2: serial: BOLT S7919 is known already: available in D-01 since "));
	l = reopen(l);
	assert_int_equal(must_verify(l), events);
	must(ledger_units_by_serial(l, "N7", &unit, 1, &n, &err));
	assert_int_equal(n, 0);
	must(ledger_units_by_serial(l, "S7919", &unit, 1, &n, &err));
	assert_int_equal(n, 1);
	str_done(&text);
	ledger_close(l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(import__fills__a_file_that_opens_again),
		cmocka_unit_test(
		    import__leaves_the_file_alone__when_the_last_row_is_wrong),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(__FILE__, tests, make_folder, remove_folder);
}
