/*
 * test_profile.c - which printer prints a label.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <string.h>
#include "print/profile.h"

static const struct printer_profile printers[] = {
	{ .name = "Office", .queue = "laser", .is_default = true },
	{ .name = "Dock", .queue = "zebra", .templates = " unit bin " },
	{ .name = "Dock 2", .queue = "zebra2", .templates = " unit ",
	  .stations = " T2 " },
	{ .name = "Cage", .queue = "cage", .stations = " T3 " },
};

static const char *
chosen(size_t n, const char *template_name, const char *station)
{
	const struct printer_profile *p = profile_choose(printers, n, template_name,
	    station);

	return p == NULL ? "-" : p->name;
}

static void profile__is_chosen__by_template_and_station(void **state)
{
	(void)state;
	assert_string_equal(chosen(4, "unit", "T1"), "Dock");
	assert_string_equal(chosen(4, "unit", "T2"), "Dock 2");
	assert_string_equal(chosen(4, "bin", "T2"), "Dock");
	assert_string_equal(chosen(4, "carton", "T1"), "Office");
	assert_string_equal(chosen(4, "carton", "T3"), "Cage");
	assert_string_equal(chosen(4, "uni", "T1"), "Office");
	assert_string_equal(chosen(0, "unit", "T1"), "-");
}

static void profile__alone__takes_all_but_what_it_excludes(void **state)
{
	static const struct printer_profile one = { .name = "One", .queue = "q" };

	(void)state;
	assert_ptr_equal(profile_choose(&one, 1, "unit", "T1"), &one);
	assert_null(profile_choose(&printers[1], 1, "carton", "T1"));
	assert_null(profile_choose(&printers[3], 1, "carton", "T1"));
}

static void profile__is_found__by_name_then_queue(void **state)
{
	struct printer_profile bare;

	(void)state;
	assert_string_equal(profile_find(printers, 4, "Dock")->queue, "zebra");
	assert_string_equal(profile_find(printers, 4, "zebra2")->name, "Dock 2");
	assert_null(profile_find(printers, 4, "nowhere"));
	profile_of_queue("raw", &bare);
	assert_string_equal(bare.name, "raw");
	assert_string_equal(bare.queue, "raw");
	assert_int_equal(bare.format, FORMAT_AUTO);
}

UNIT_MAIN(
    cmocka_unit_test(profile__is_chosen__by_template_and_station),
    cmocka_unit_test(profile__alone__takes_all_but_what_it_excludes),
    cmocka_unit_test(profile__is_found__by_name_then_queue)
)
