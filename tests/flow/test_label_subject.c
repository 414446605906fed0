/*
 * test_label_subject.c - what a scan names for a label.  Goal: the thing, its
 * usual template and its fields; what is nothing or several things is refused.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "packing.h"
#include "flow/label_subject.h"

static bool
find(struct player *p, const char *scan, struct label_subject *is,
    struct err *err)
{
	struct scan_in in = { scan, strlen(scan), ENTRY_SCANNED, 0 };

	err_clear(err);
	return label_subject_find(&p->st, &in, is, err);
}

static void
label_subject_find__tells__what_a_label_is_for(void **state)
{
	static const struct { const char *scan, *words, *label; } scans[] = {
		{ "S1", "unit S1 of DRILL", "unit" },
		{ "(01)04006381333931(21)S2", "unit S2 of DRILL", "unit" },
		{ "A-02", "bin A-02", "bin" },
		{ "DRILL", "item DRILL", "item" },
		{ "(01)04006381333931", "item DRILL", "item" },
		{ "CLERK1", "the badge of Name of CLERK1", "badge" },
		{ "T-1", "tote T-1", "carton" },
		{ "]C100395201230123456789", "carton 395201230123456789",
		    "carton" },
	};
	struct player *p = packing(state, "lookup");
	struct label_subject is;
	struct err err;

	for (size_t i = 0; i < sizeof scans / sizeof scans[0]; i++) {
		must(find(p, scans[i].scan, &is, &err));
		assert_string_equal(is.words, scans[i].words);
		assert_string_equal(label_subject_template(&is), scans[i].label);
	}
}

static void
label_subject_find__refuses__what_is_nothing_or_several(void **state)
{
	struct player *p = packing(state, "lookup");
	struct label_subject is;
	struct err err;

	house_stock(p->house, "DRILL", "A-02", "BOTH");
	house_stock(p->house, "SAW", "A-02", "BOTH");
	assert_false(find(p, "BOTH", &is, &err));
	assert_int_equal(err.kind, ERR_CLASH);
	assert_false(find(p, "NOTHING", &is, &err));
	assert_int_equal(err.kind, ERR_ABSENT);
	assert_true(err.hint[0] != '\0');
	/* a serial that is not here labels no item in its stead */
	assert_false(find(p, "(01)04006381333931(21)NONE", &is, &err));
	assert_int_equal(err.kind, ERR_ABSENT);
	assert_false(find(p, "PO:4711", &is, &err));
	assert_int_equal(err.kind, ERR_ABSENT);
}

static const char *
given(const struct label_given *g, const char *name)
{
	for (size_t i = 0; i < g->n; i++)
		if (strcmp(g->at[i].name, name) == 0)
			return g->at[i].value;
	return "";
}

static void
label_subject_give__fills__the_fields_of_the_template(void **state)
{
	static const char *const scans[][3] = { { "S1", "serial", "S1" },
		{ "S1", "gtin", "04006381333931" }, { "A-02", "code", "A-02" },
		{ "DRILL", "code", "DRILL" }, { "CLERK1", "role", "clerk" },
		{ "]C100395201230123456789", "sscc", "395201230123456789" } };
	struct player *p = packing(state, "lookup");
	struct labels *labels;
	struct label_subject is;
	struct label_given g;
	struct err err;

	must(labels_load(&labels, NULL, NULL, NULL, &err));
	for (size_t i = 0; i < sizeof scans / sizeof scans[0]; i++) {
		must(find(p, scans[i][0], &is, &err));
		g.n = 0;
		must(label_subject_give(&is, labels_find(labels,
		    label_subject_template(&is)), p->st.ledger, &g, &err));
		assert_string_equal(given(&g, scans[i][1]), scans[i][2]);
	}
	labels_free(labels);
	label_end();
}

UNIT_MAIN(
    flow_test(label_subject_find__tells__what_a_label_is_for),
    flow_test(label_subject_find__refuses__what_is_nothing_or_several),
    flow_test(label_subject_give__fills__the_fields_of_the_template),
)
