/*
 * labels.h - what the tests of room label begin with.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef TESTS_UNIT_LABEL_LABELS_H
#define TESTS_UNIT_LABEL_LABELS_H
#include <string.h>
#include "../unit.h"
#include "base/seal.h"
#include "label/label.h"

/* A template of 60 x 30 mm for 203 dpi; its line 4 is the list of elements. */
#define HEAD "title = \"T\"; width = 60; height = 30; dpi = [ \"203.2\" ];\n"
#define FIELDS "fields = ( { name = \"serial\"; type = \"ascii\"; required = true; " \
	"example = \"SN-1\"; longest = \"SN-0000042\"; },\n" \
	"  { name = \"gtin\"; type = \"gtin\"; }, { name = \"day\"; type = \"date\"; } );\n"
#define TEMPLATE(elements) HEAD FIELDS "elements = ( " elements " );\n"

static inline int
labels_begin(void **state)
{
	struct err err;

	(void)state;
	return seal_start(&err) ? 0 : -1;
}

static inline int
labels_end(void **state)
{
	(void)state;
	label_end();
	return 0;
}

static inline struct label *
good(const char *text)
{
	struct label *l;
	struct err err;

	if (!label_parse("t.label", text, &l, &err))
		fail_msg("%s: %s", err.what, err.detail);
	return l;
}

/* The template is refused, with these words in what. */
static inline void
bad(const char *text, const char *words)
{
	struct label *l;
	struct err err;

	if (label_parse("t.label", text, &l, &err)) {
		label_free(l);
		fail_msg("taken, without: %s", words);
		return;
	}
	assert_int_equal(err.kind, ERR_INPUT);
	if (strncmp(err.what, "t.label:", 8) != 0 || strstr(err.what, words) == NULL)
		fail_msg("\"%s\" lacks \"%s\"", err.what, words);
}

#define LABELS_MAIN(...) \
	int main(void) \
	{ \
		const struct CMUnitTest tests[] = { __VA_ARGS__ }; \
		cmocka_set_message_output(CM_OUTPUT_TAP); \
		return cmocka_run_group_tests_name(__FILE__, tests, labels_begin, \
		    labels_end); \
	}
#endif
