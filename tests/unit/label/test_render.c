/*
 * test_render.c - values checked, labels made, previews.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "labels.h"

#define BARS "{ kind = \"code128\"; name = \"bars\"; x = 2; y = 2; module = 0.25; " \
	"height = 8; data = \"{serial}\"; }"
#define GS1 "{ kind = \"gs1_datamatrix\"; name = \"dm\"; when = \"gtin\"; x = 2; y = 15; " \
	"module = 0.375; data = ( { ai = \"01\"; value = \"{gtin}\"; }, " \
	"{ ai = \"21\"; value = \"{serial}\"; }, { ai = \"17\"; value = \"{day:yymmdd}\"; } ); }"
#define TEXT "{ kind = \"text\"; name = \"n\"; x = 30; y = 15; width = 28; height = 8; " \
	"size = 3; text = \"{serial}\"; fit = \"wrap\"; }"

static const struct label_profile at_8 = { 8.0, 0 };

/* What is said of one value (and a good serial). */
static void
refused(const char *name, const char *value, const char *code, const char *words)
{
	struct label *l = good(TEMPLATE(BARS ",\n" GS1 ",\n" TEXT));
	struct label_value values[] = { { "serial", "SN-1" }, { name, value } };
	struct label_values v = { values, 2, 1 };
	struct err err;

	if (label_check(l, &v, &err))
		fail_msg("%s = %s is taken", name, value);
	else if (strcmp(err.code, code) != 0 || strstr(err.what, words) == NULL)
		fail_msg("%s %s, not %s %s", err.code, err.what, code, words);
	label_free(l);
}

static void
values__are_refused__with_code_and_words(void **state)
{
	(void)state;
	refused("colour", "red", "label.field", "has no field \"colour\"");
	refused("serial", "", "label.missing", "needs serial");
	refused("serial", "SN-00000042", "label.too-long", "11 characters, 10 at most");
	refused("serial", "caf\xC3\xA9", "code.syntax", "beyond ASCII at place 4");
	refused("serial", "a\xFF", "code.syntax", "not UTF-8");
	refused("serial", "a\nb", "code.syntax", "control character");
	refused("gtin", "9521001000117", "code.check-digit", "gtin: ");
	refused("gtin", "12", "code.syntax", "8, 12, 13 or 14 digits");
	refused("day", "2026-02-30", "code.syntax", "a date is written");
}

static void
values__for_gs1__are_checked_by_our_table(void **state)
{
	struct label *l = good(TEMPLATE(BARS ",\n" GS1));
	struct label_value values[] = { { "serial", "SN 1" },
	    { "gtin", "9521001000116" } };
	struct label_values v = { values, 2, 1 };
	struct err err;

	(void)state;
	assert_false(label_check(l, &v, &err));
	assert_string_equal(err.code, "code.syntax");
	assert_non_null(strstr(err.what, "t.label:5: element \"dm\": (21) "));
	assert_non_null(strstr(err.what, "a space at place 3"));
	/* without a GTIN there is no GS1 symbol to be wrong */
	v.n = 1;
	assert_true(label_check(l, &v, &err));
	label_free(l);
}

static void
render__gives__the_same_bytes_again(void **state)
{
	struct label *l = good(TEMPLATE(BARS ",\n" GS1 ",\n" TEXT));
	struct label_value one[] = { { "serial", "SN-1" }, { "gtin", "9521001000116" } };
	struct label_value two[] = { { "serial", "SN-2" } };
	struct label_values sets[] = { { one, 2, 1 }, { two, 1, 3 } };
	struct str a, b;
	struct err err;

	(void)state;
	for (int f = 0; f < LABEL_FORMATS; f++) {
		size_t n = f == LABEL_PNG ? 1 : 2;

		str_init(&a);
		str_init(&b);
		assert_true(label_render(l, &at_8, (enum label_format)f, sets, n, &a,
		    &err));
		assert_true(label_render(l, &at_8, (enum label_format)f, sets, n, &b,
		    &err));
		assert_int_equal(a.len, b.len);
		assert_memory_equal(a.p, b.p, a.len);
		if (f == LABEL_PDF)
			assert_non_null(strstr(strstr(a.p, "/Pages"), "0 R"));
		str_done(&a);
		str_done(&b);
	}
	label_free(l);
}

static void
render__appends__nothing_when_one_is_wrong(void **state)
{
	struct label *l = good(TEMPLATE(BARS));
	struct label_value one[] = { { "serial", "SN-1" } };
	struct label_values sets[] = { { one, 1, 1 }, { NULL, 0, 1 } };
	struct str out;
	struct err err;

	(void)state;
	str_init(&out);
	str_add(&out, "before");
	assert_false(label_render(l, &at_8, LABEL_PDF, sets, 2, &out, &err));
	assert_string_equal(err.code, "label.missing");
	assert_non_null(strstr(err.detail, "label 2 of 2"));
	assert_string_equal(out.p, "before");
	assert_false(label_render(l, &at_8, LABEL_PNG, sets, 2, &out, &err));
	assert_non_null(strstr(err.what, "one label"));
	str_done(&out);
	label_free(l);
}

static void
render__refuses__a_printer_that_is_too_narrow(void **state)
{
	struct label *l = good(TEMPLATE(BARS));
	struct label_value one[] = { { "serial", "SN-1" } };
	struct label_values v = { one, 1, 1 };
	struct label_profile narrow = { 8.0, 400 }, coarse = { 5.9, 0 };
	struct label_bitmap b;
	struct err err;

	(void)state;
	assert_false(label_draw(l, &narrow, &v, &b, &err));
	assert_string_equal(err.code, "label.printer");
	assert_false(label_draw(l, &coarse, &v, &b, &err));
	assert_string_equal(err.code, "label.printer");
	label_free(l);
}

static void
preview__fits__the_screen_in_its_proportions(void **state)
{
	struct label *l = good(TEMPLATE("{ kind = \"box\"; name = \"b\"; x = 0; y = 0; "
	    "width = 60; height = 30; stroke = 2; }"));
	struct label_value serial[] = { { "serial", "SN-1" } };
	struct label_values v = { serial, 1, 1 };
	struct str out;
	struct err err;

	(void)state;
	str_init(&out);
	assert_true(label_preview(l, &v, 12, 20, LABEL_ASCII, &out, &err));
	/* 60 x 30 mm in 12 cells, which are twice as high as wide: 3 lines */
	assert_string_equal(out.p, ":'''''''''':\n"
	    ":          :\n"
	    ":..........:\n");
	str_done(&out);
	label_free(l);
}

LABELS_MAIN(
    cmocka_unit_test(values__are_refused__with_code_and_words),
    cmocka_unit_test(values__for_gs1__are_checked_by_our_table),
    cmocka_unit_test(render__gives__the_same_bytes_again),
    cmocka_unit_test(render__appends__nothing_when_one_is_wrong),
    cmocka_unit_test(render__refuses__a_printer_that_is_too_narrow),
    cmocka_unit_test(preview__fits__the_screen_in_its_proportions),
)
