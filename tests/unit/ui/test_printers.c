/*
 * test_printers.c - what the status line says of the printers.  Goal: what is
 * wrong is said with the printer it is about, and other stations' are silent.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <string.h>
#include "ui/printers.h"

static const struct ui_printing two = { .n = 2, .printers = {
    { "A", true }, { "B", true } } };

struct say { const char *name; enum printer_state state; const char *words; };

static void check(const struct ui_printing *printing, const struct say says[],
    size_t n, bool worker, const char *wanted, bool bad)
{
	struct printer_row rows[4] = { { .at = 1 } };
	char out[96];
	bool trouble;

	for (size_t i = 0; i < n; i++) {
		strcpy(rows[i].name, says[i].name);
		strcpy(rows[i].words, says[i].words);
		rows[i].state = says[i].state;
	}
	printers_say(printing, rows, n, worker, out, sizeof out, &trouble);
	assert_string_equal(out, wanted);
	assert_int_equal(trouble, bad);
}

static void printers_say__tells__what_is_wrong_where(void **state)
{
	static const struct say fine[] = { { "A", PRINTER_READY, "" },
	    { "B", PRINTER_BUSY, "labels will soon be out" } };
	static const struct say one[] = { { "A", PRINTER_READY, "" },
	    { "B", PRINTER_TROUBLE, "out of labels" } };
	static const struct say both[] = { { "A", PRINTER_TROUBLE, "head open" },
	    { "B", PRINTER_TROUBLE, "out of labels" } };
	static const struct say away[] = { { "A", PRINTER_AWAY, "no answer" },
	    { "B", PRINTER_AWAY, "no answer" } };
	static const struct say none[] = { { "", PRINTER_TROUBLE, "none is set" },
	    { "A", PRINTER_READY, "" } };

	(void)state;
	check(&two, fine, 2, true, "ok", false);
	check(&two, one, 2, true, "B: out of labels", true);
	check(&two, one + 1, 1, true, "out of labels", true);
	check(&two, both, 2, true, "2 of 2: A head open", true);
	check(&two, away, 2, true, "no answer", true);
	check(&two, none, 2, true, "none is set", true);
	check(&two, fine, 0, true, "", false);
}

static void printers_say__without_a_worker__nobody_prints(void **state)
{
	static const struct say fine[] = { { "A", PRINTER_READY, "" } };
	static const struct ui_printing none;

	(void)state;
	check(&two, fine, 1, false, "no worker prints", true);
	check(&two, fine, 0, false, "no worker prints", true);
	check(&none, fine, 0, false, "", false);
}

static void printers_say__of_another_station__is_silent(void **state)
{
	static const struct ui_printing other = { .n = 2, .printers = {
	    { "A", true }, { "B", false } } };
	static const struct say bad[] = { { "A", PRINTER_READY, "" },
	    { "B", PRINTER_TROUBLE, "out of labels" } };

	(void)state;
	check(&other, bad, 2, true, "ok", false);
}

UNIT_MAIN(
    cmocka_unit_test(printers_say__tells__what_is_wrong_where),
    cmocka_unit_test(printers_say__without_a_worker__nobody_prints),
    cmocka_unit_test(printers_say__of_another_station__is_silent)
)
