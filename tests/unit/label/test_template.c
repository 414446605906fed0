/*
 * test_template.c - templates: what is read, what is refused and where.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdio.h>
#include "labels.h"

static void
template__tells__its_fields_and_version(void **state)
{
	struct label *l = good(TEMPLATE("{ kind = \"code128\"; name = \"bars\"; "
	    "x = 2; y = 2; module = 0.25; height = 8; data = \"{serial}\"; }"));
	const struct label_info *info = label_info(l);

	(void)state;
	assert_string_equal(info->name, "t");
	assert_int_equal(info->n_fields, 3);
	assert_string_equal(info->fields[0].name, "serial");
	assert_true(info->fields[0].required);
	assert_int_equal(info->fields[0].max, 10);
	assert_string_equal(info->fields[1].type, "gtin");
	assert_int_equal(strlen(info->version), 64);
	assert_non_null(strstr(info->text, "bars"));
	label_free(l);
}

static void
template__faults__name_file_line_and_what(void **state)
{
	(void)state;
	bad("title = \"T\"", "t.label:1: ");
	bad("width = 60; height = 30; elements = ();", "title, width and height");
	bad(HEAD "colour = 1;\n", "t.label:2: there is no setting \"colour\"");
	bad(HEAD, "elements must be a ( list )");
	bad(HEAD "fields = ( { name = \"Serial\"; } );", "small letters");
	bad(HEAD "fields = ( { name = \"a\"; type = \"colour\"; } );", "none of:");
	bad(HEAD "fields = ( { name = \"a\"; } );", "needs an example");
	bad(HEAD "fields = ( { name = \"a\"; type = \"digits\"; example = \"1\"; "
	    "longest = \"x1\"; } );", "field \"a\"");
	bad(HEAD "fields = ( { name = \"a\"; type = \"check\"; of = \"b\"; } );",
	    "no field before");
	bad(TEMPLATE("{ kind = \"circle\"; }"), "t.label:4: element \"element 1\": kind");
	bad(TEMPLATE("{ kind = \"text\"; name = \"n\"; x = 1; y = 1; module = 1; }"),
	    "element \"n\"");
	bad(TEMPLATE("{ kind = \"text\"; name = \"n\"; x = 1; y = 1; text = \"a\"; }"),
	    "needs width, height and size");
	bad(TEMPLATE("{ kind = \"text\"; name = \"n\"; x = 1; y = 1; width = 9; "
	    "height = 4; size = 2; text = \"{sreial}\"; }"),
	    "there is no field \"sreial\"");
	bad(TEMPLATE("{ kind = \"text\"; name = \"n\"; x = 1; y = 1; width = 9; "
	    "height = 4; size = 2; text = \"{serial:yymmdd}\"; }"), "not a date");
	bad(TEMPLATE("{ kind = \"text\"; name = \"n\"; x = 1; y = 1; width = 9; "
	    "height = 4; size = 2; text = \"a}\"; }"), "}}");
	bad(TEMPLATE("{ kind = \"line\"; name = \"n\"; x = 1; y = 1; to_x = 5; to_y = 5; }"),
	    "level or upright");
	bad(TEMPLATE("{ kind = \"image\"; name = \"n\"; x = 1; y = 1; width = 5; "
	    "height = 5; file = \"../a.png\"; }"), "beside this template");
	bad(TEMPLATE("{ kind = \"gs1_qr\"; name = \"n\"; x = 1; y = 1; module = 0.5; "
	    "data = ( { ai = \"1234\"; value = \"1\"; } ); }"),
	    "no application identifier");
}

static void
template__checks__what_would_not_print(void **state)
{
	(void)state;
	/* one dot a module */
	bad(TEMPLATE("{ kind = \"datamatrix\"; name = \"dm\"; x = 2; y = 2; "
	    "module = 0.18; data = \"{serial}\"; }"),
	    "element \"dm\": a module of 0.18 mm is 1 dot at 203.2 dpi; 2 dots, 0.250 mm");
	/* over the edge: the quiet zone counts */
	bad(TEMPLATE("{ kind = \"code128\"; name = \"c\"; x = 12; y = 2; height = 5; "
	    "module = 0.25; data = \"{serial}{serial}\"; }"), "cut at the edge");
	/* the longest value, not the example */
	bad(TEMPLATE("{ kind = \"text\"; name = \"n\"; x = 1; y = 1; width = 12; "
	    "height = 4; size = 3; text = \"{serial}\"; }"), "does not fit into 12 x 4 mm");
	/* something in the quiet zone, be it a line */
	bad(TEMPLATE("{ kind = \"datamatrix\"; name = \"dm\"; x = 2; y = 2; "
	    "module = 0.5; data = \"{serial}\"; },\n"
	    "{ kind = \"line\"; name = \"l\"; x = 1; y = 2.1; to_x = 30; stroke = 0.3; }"),
	    "t.label:5: element \"l\": it stands in the quiet zone of element \"dm\"");
	/* no glyph: a private use character */
	bad(TEMPLATE("{ kind = \"text\"; name = \"n\"; x = 1; y = 1; width = 30; "
	    "height = 6; size = 3; text = \"\xF3\xB0\x80\x81\"; }"), "lack a character");
	/* letters of a few dots */
	bad("title = \"T\"; width = 60; height = 30; dpi = [ \"203\" ];\n"
	    "elements = ( { kind = \"text\"; name = \"n\"; x = 1; y = 1; width = 30; "
	    "height = 6; size = 0.8; min_size = 0.8; text = \"a\"; },\n"
	    " { kind = \"gs1_128\"; name = \"g\"; x = 1; y = 9; module = 0.25; height = 5; "
	    "data = ( { ai = \"00\"; value = \"395210010000000017\"; } ); } );",
	    "t.label:3: element \"g\"");
	/* GS1: what needs a key beside it */
	bad(TEMPLATE("{ kind = \"gs1_datamatrix\"; name = \"g\"; x = 1; y = 1; "
	    "module = 0.5; data = ( { ai = \"21\"; value = \"{serial}\"; } ); }"),
	    "21 needs 01");
}

static void
template__lets__one_of_two_have_the_place(void **state)
{
	struct label *l = good(TEMPLATE(
	    "{ kind = \"gs1_datamatrix\"; name = \"a\"; when = \"gtin\"; x = 2; y = 2; "
	    "module = 0.5; data = ( { ai = \"01\"; value = \"{gtin}\"; } ); },\n"
	    "{ kind = \"datamatrix\"; name = \"b\"; unless = \"gtin\"; x = 2; y = 2; "
	    "module = 0.5; data = \"{serial}\"; }"));

	(void)state;
	label_free(l);
	bad(TEMPLATE("{ kind = \"datamatrix\"; name = \"a\"; when = \"gtin\"; x = 2; "
	    "y = 2; module = 0.5; data = \"{serial}\"; },\n"
	    "{ kind = \"datamatrix\"; name = \"b\"; unless = \"day\"; x = 2; y = 2; "
	    "module = 0.5; data = \"{serial}\"; }"), "quiet zone");
}

static void
count(void *ctx, const struct err *err)
{
	int *n = ctx;

	assert_non_null(strstr(err->what, "unit.label:1: "));
	(*n)++;
}

static void
labels__of_a_site__stand_in_place_of_ours(void **state)
{
	char folder[] = "/tmp/labels-XXXXXX", path[64], own[64];
	struct labels *all;
	struct err err;
	int complaints = 0;
	FILE *f;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/unit.label", folder);
	snprintf(own, sizeof own, "%s/mine.label", folder);
	f = fopen(path, "w");
	fputs("title = ;", f);
	fclose(f);
	f = fopen(own, "w");
	fputs(TEMPLATE("{ kind = \"box\"; x = 1; y = 1; width = 5; height = 5; }"), f);
	fclose(f);
	assert_true(labels_load(&all, folder, count, &complaints, &err));
	assert_int_equal(complaints, 1);
	assert_string_equal(label_info(labels_find(all, "unit"))->source, "built in");
	assert_string_equal(label_info(labels_find(all, "mine"))->source, own);
	labels_free(all);
	remove(path);
	remove(own);
	remove(folder);
}

/* All that ship, on all resolutions: loading trusts this test. */
static void
labels__that_ship__pass_every_check(void **state)
{
	const struct label *l;
	struct labels *all;
	struct label *again;
	struct err err;

	(void)state;
	assert_true(labels_load(&all, NULL, NULL, NULL, &err));
	assert_int_equal(labels_count(all), 12);
	for (size_t i = 0; (l = labels_at(all, i)) != NULL; i++) {
		if (!label_parse(label_info(l)->name, label_info(l)->text, &again,
		    &err))
			fail_msg("%s: %s", err.what, err.detail);
		assert_string_equal(label_info(again)->version,
		    label_info(l)->version);
		label_free(again);
	}
	labels_free(all);
}

LABELS_MAIN(
    cmocka_unit_test(template__tells__its_fields_and_version),
    cmocka_unit_test(template__faults__name_file_line_and_what),
    cmocka_unit_test(template__checks__what_would_not_print),
    cmocka_unit_test(template__lets__one_of_two_have_the_place),
    cmocka_unit_test(labels__of_a_site__stand_in_place_of_ours),
    cmocka_unit_test(labels__that_ship__pass_every_check),
)
