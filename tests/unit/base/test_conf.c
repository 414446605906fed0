/*
 * test_conf.c - configuration.  Goal: values with their types, and complaints
 * that name the file and the very line.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <string.h>
#include <unistd.h>
#include "base/conf.h"
#include "base/file.h"

static const char form[] =
	"# the receiving form\n"
	"title = \"Receiving\";\n"
	"width = 40;\n"
	"ratio = 1.5;\n"
	"sticky = true;\n"
	"slots = (\n"
	"  { name = \"order\"; },\n"
	"  { name = \"serial\"; width = 20; }\n"
	");\n"
	"kinds = [ \"unit\", \"bin\" ];\n"
	"box = { a = { b = 7; }; };\n";

static struct conf *open_form(void)
{
	struct err err;
	struct conf *conf = conf_parse("receiving.form", form, &err);

	assert_non_null(conf);
	return conf;
}

static void conf__reads__values(void **state)
{
	struct conf *conf = open_form();
	const struct conf_node *root = conf_root(conf);
	const char *title = NULL;
	double ratio = 0, width_real = 0;
	bool sticky = false;
	struct err err;
	int width = 0;

	(void)state;
	assert_true(conf_text(conf, root, "title", &title, &err));
	assert_string_equal(title, "Receiving");
	assert_true(conf_int(conf, root, "width", 1, 80, &width, &err));
	assert_int_equal(width, 40);
	assert_true(conf_real(conf, root, "ratio", &ratio, &err));
	assert_true(ratio > 1.49 && ratio < 1.51);
	assert_true(conf_real(conf, root, "width", &width_real, &err));
	assert_true(width_real > 39.9 && width_real < 40.1);
	assert_true(conf_bool(conf, root, "sticky", &sticky, &err));
	assert_true(sticky);
	conf_close(conf);
}

static void conf__walks__groups_and_lists(void **state)
{
	struct conf *conf = open_form();
	const struct conf_node *root = conf_root(conf);
	const struct conf_node *slots = conf_get(root, "slots");
	const struct conf_node *kinds = conf_get(root, "kinds");
	const char *name = NULL;
	struct err err;

	(void)state;
	assert_string_equal(conf_file(conf), "receiving.form");
	assert_int_equal(conf_type(root), CONF_GROUP);
	assert_int_equal(conf_count(root), 7);
	assert_int_equal(conf_type(slots), CONF_LIST);
	assert_int_equal(conf_type(kinds), CONF_ARRAY);
	assert_int_equal(conf_count(slots), 2);
	assert_int_equal(conf_line(slots), 6);
	assert_int_equal(conf_line(conf_get(conf_at(slots, 1), "width")), 8);
	assert_true(conf_text(conf, conf_at(slots, 1), "name", &name, &err));
	assert_string_equal(name, "serial");
	assert_string_equal(conf_as_text(conf_at(kinds, 1)), "bin");
	assert_null(conf_as_text(slots));
	assert_null(conf_as_text(NULL));
	assert_null(conf_at(slots, 2));
	assert_null(conf_name(conf_at(slots, 0)));
	assert_string_equal(conf_name(slots), "slots");
	assert_null(conf_get(root, "absent"));
	assert_null(conf_get(root, "box.a"));
	assert_null(conf_get(NULL, "a"));
	assert_int_equal(conf_type(NULL), CONF_NONE);
	conf_close(conf);
}

static void conf_value__keeps__what_it_holds_when_absent(void **state)
{
	struct conf *conf = open_form();
	const struct conf_node *root = conf_root(conf);
	const char *text = "as before";
	double real = 2.0;
	bool flag = true;
	struct err err;
	int number = 11;

	(void)state;
	assert_true(conf_text(conf, root, "none", &text, &err));
	assert_true(conf_int(conf, root, "none", 0, 1, &number, &err));
	assert_true(conf_real(conf, root, "none", &real, &err));
	assert_true(conf_bool(conf, root, "none", &flag, &err));
	assert_string_equal(text, "as before");
	assert_int_equal(number, 11);
	assert_true(real > 1.9);
	assert_true(flag);
	conf_close(conf);
}

static void conf_value__names__file_and_line_of_a_wrong_type(void **state)
{
	struct conf *conf = open_form();
	const struct conf_node *root = conf_root(conf);
	const char *text = "as before";
	struct err err;
	double real;
	bool flag;
	int number = 5;

	(void)state;
	assert_false(conf_text(conf, root, "width", &text, &err));
	assert_int_equal(err.kind, ERR_INPUT);
	assert_string_equal(err.what, "receiving.form:3: width must be a text "
	    "in quotes, not a whole number");
	assert_string_equal(text, "as before");
	assert_false(conf_int(conf, root, "title", 0, 1, &number, &err));
	assert_ptr_equal(strstr(err.what, "receiving.form:2: "), err.what);
	assert_false(conf_bool(conf, root, "slots", &flag, &err));
	assert_ptr_equal(strstr(err.what, "receiving.form:6: "), err.what);
	assert_false(conf_real(conf, root, "sticky", &real, &err));
	assert_ptr_equal(strstr(err.what, "receiving.form:5: "), err.what);
	assert_false(conf_int(conf, root, "width", 1, 39, &number, &err));
	assert_string_equal(err.what,
	    "receiving.form:3: width must be from 1 to 39, not 40");
	assert_int_equal(number, 5);
	conf_close(conf);
}

static void conf_only__refuses__names_it_does_not_know(void **state)
{
	static const char *const most[] = { "title", "width", "ratio",
	    "sticky", "slots", "box", NULL };
	static const char *const all[] = { "title", "width", "ratio",
	    "sticky", "slots", "box", "kinds", NULL };
	struct conf *conf = open_form();
	struct err err;

	(void)state;
	assert_true(conf_only(conf, conf_root(conf), all, &err));
	assert_false(conf_only(conf, conf_root(conf), most, &err));
	assert_string_equal(err.what,
	    "receiving.form:10: there is no setting \"kinds\" here");
	assert_string_equal(err.hint,
	    "there are: title width ratio sticky slots box");
	conf_close(conf);
}

static void conf_parse__names__the_line_of_a_fault(void **state)
{
	static const struct {
		const char *text, *what;
	} wrong[] = {
		{ "a = 1;\nb = ;\n", "f:2: syntax error" },
		{ "a = 1;\na = 2;\n", "f:2: duplicate setting name" },
		{ "a = 1;\n\n  @include \"x\"\n", "f:3: @include is not taken" },
		{ "@include \"x\"", "f:1: @include is not taken" },
	};
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_null(conf_parse("f", wrong[i].text, &err));
		assert_int_equal(err.kind, ERR_INPUT);
		assert_string_equal(err.what, wrong[i].what);
	}
}

static void conf_open__reads__files(void **state)
{
	char path[] = "/tmp/test_conf.XXXXXX";
	struct conf *conf;
	struct err err;
	int number = 0;

	(void)state;
	assert_true(mkdtemp(path) != NULL);
	rmdir(path);
	assert_null(conf_open(path, &err));
	assert_int_equal(err.kind, ERR_ABSENT);

	assert_true(file_create(path, 0600, "n = 3;\n", 7, &err));
	conf = conf_open(path, &err);
	assert_non_null(conf);
	assert_true(conf_int(conf, conf_root(conf), "n", 0, 9, &number, &err));
	assert_int_equal(number, 3);
	conf_close(conf);
	unlink(path);

	assert_true(file_create(path, 0600, "n = 3;\0m", 8, &err));
	assert_null(conf_open(path, &err));
	assert_int_equal(err.kind, ERR_INPUT);
	unlink(path);
	conf_close(NULL);
}

UNIT_MAIN(
	cmocka_unit_test(conf__reads__values),
	cmocka_unit_test(conf__walks__groups_and_lists),
	cmocka_unit_test(conf_value__keeps__what_it_holds_when_absent),
	cmocka_unit_test(conf_value__names__file_and_line_of_a_wrong_type),
	cmocka_unit_test(conf_only__refuses__names_it_does_not_know),
	cmocka_unit_test(conf_parse__names__the_line_of_a_fault),
	cmocka_unit_test(conf_open__reads__files),
)
