/*
 * import_rules.c - files of serial rules, warranties and bills of materials.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "domain/check.h"
#include "domain/serial_rule.h"
#include "exchange/import_private.h"

#define MONTHS_MAX 1200
#define CHILDREN_MAX 1000000

/* --- Serial rules ---------------------------------------------------------- */

struct rules_row {
	struct import_row row;
	struct serial_rule_def rule;
};

static const char *const alphabet_names[] = { "alnum", "crockford", "gs1", "vin",
    NULL };

static const struct column rules_columns[] = {
	COLUMN_MUST("code", cell_code, rules_row, rule.code),
	COLUMN_MUST("pattern", cell_exact, rules_row, rule.pattern),
	COLUMN_MUST("example", cell_serial, rules_row, rule.example),
	COLUMN("hint", cell_text, rules_row, rule.hint),
	COLUMN("check", cell_check, rules_row, rule.check),
	COLUMN("strip", cell_exact, rules_row, rule.strip),
	COLUMN("supplier", cell_code, rules_row, rule.supplier),
	COLUMN("mask", cell_clean, rules_row, rule.mask),
	COLUMN_OF("alphabet", false, cell_choice, rules_row, rule.alphabet,
	    alphabet_names),
};

/* Does the rule hold with these parts?  Says it of the column if not. */
static bool
rule_holds(struct import *im, struct rules_row *r, const char *example,
    const char *strip, const char *column)
{
	const struct serial_rule_def *d = &r->rule;
	struct serial_rule *rule;
	struct err err;

	err_clear(&err);
	rule = serial_rule_new(d->code, d->pattern, example, d->hint,
	    check_find(d->check[0] == '\0' ? "none" : d->check), strip, &err);
	if (rule == NULL)
		import_say(im, &r->row, column, "%s%s%s", err.what,
		    err.detail[0] == '\0' ? "" : ": ", err.detail);
	serial_rule_free(rule);
	return rule != NULL;
}

/* A rule that refused what its own mask makes would stop the line. */
static void
mask_try(struct import *im, struct rules_row *r)
{
	const struct serial_rule_def *d = &r->rule;
	char serial[SERIAL_MADE_SIZE];
	struct serial_fault fault;
	struct serial_mask mask;
	struct serial_rule *rule;
	struct err err;

	if (d->mask[0] == '\0') {
		if (d->alphabet[0] != '\0')
			import_say(im, &r->row, "alphabet", "is of a mask, and there is none");
		return;
	}
	err_clear(&err);
	if (!serial_mask_parse(d->mask, d->alphabet, &mask, &err)) {
		import_say(im, &r->row, "mask", "%s", err.what);
		return;
	}
	rule = serial_rule_new(d->code, d->pattern, "", "",
	    check_find(d->check[0] == '\0' ? "none" : d->check), "", &err);
	if (rule != NULL && !serial_mask_suits(&mask, rule, serial, &fault))
		import_say(im, &r->row, "mask", "makes %s, which the rule refuses: %s",
		    serial, fault.words);
	serial_rule_free(rule);
}

/* The parts are tried one by one, so that the wrong one is named. */
static void
rule_try(struct import *im, struct rules_row *r)
{
	if (rule_holds(im, r, "", "", "pattern") &&
	    rule_holds(im, r, "", r->rule.strip, "strip") &&
	    rule_holds(im, r, r->rule.example, r->rule.strip, "example"))
		mask_try(im, r);
}

static bool
rules_apply(struct import *im, struct err *err)
{
	bool changed;

	for (size_t i = 0; i < im->n; i++) {
		struct rules_row *r = import_row_at(im, i);

		import_once(im, i, "code", r->rule.code);
		if (!import_need_party(im, &r->row, "supplier", r->rule.supplier, err))
			return false;
		if (r->rule.pattern[0] != '\0')
			rule_try(im, r);
		if (r->row.wrong)
			continue;
		if (!serial_rule_define(im->l, &r->rule, BY_FILE, &changed, err))
			return false;
		import_count(im, changed);
	}
	return true;
}

const struct import_kind import_serial_rules = {
	.name = "serial-rules", COLUMNS(rules_columns),
	.row_size = sizeof(struct rules_row), .apply = rules_apply,
};

/* --- Warranties ------------------------------------------------------------ */

struct warranties_row {
	struct import_row row;
	struct warranty_def warranty;
};

static const char *const starts_names[] = { "ship", "install", "receipt",
    "register", "made", NULL };
static const char *const cap_names[] = { "ship", "made", NULL };
static const char *const covers_names[] = { "parts", "labour", "onsite", NULL };

static const struct column warranties_columns[] = {
	COLUMN_MUST("code", cell_code, warranties_row, warranty.code),
	COLUMN_MUST("name", cell_text, warranties_row, warranty.name),
	COLUMN_NUMBER("months", true, warranties_row, warranty.months, 1, MONTHS_MAX),
	COLUMN_OF("starts", true, cell_choice, warranties_row, warranty.starts,
	    starts_names),
	COLUMN_OF("cap_from", false, cell_choice, warranties_row, warranty.cap_from,
	    cap_names),
	COLUMN_NUMBER("cap_months", false, warranties_row, warranty.cap_months, 1,
	    MONTHS_MAX),
	COLUMN_OF("covers", false, cell_choices, warranties_row, warranty.covers,
	    covers_names),
};

static bool
warranties_apply(struct import *im, struct err *err)
{
	bool changed;

	for (size_t i = 0; i < im->n; i++) {
		struct warranties_row *r = import_row_at(im, i);
		const struct warranty_def *w = &r->warranty;

		import_once(im, i, "code", w->code);
		if (!r->row.wrong && (w->cap_from[0] == '\0') != (w->cap_months == 0))
			import_say(im, &r->row,
			    w->cap_from[0] == '\0' ? "cap_from" : "cap_months",
			    "must be filled, as the other half of the cap is");
		if (r->row.wrong)
			continue;
		if (!warranty_define(im->l, w, BY_FILE, &changed, err))
			return false;
		import_count(im, changed);
	}
	return true;
}

const struct import_kind import_warranties = {
	.name = "warranties", COLUMNS(warranties_columns),
	.row_size = sizeof(struct warranties_row), .apply = warranties_apply,
};

/* --- Bills of materials ------------------------------------------------------ */

struct boms_row {
	struct import_row row;
	char parent[CODE_SIZE];
	char child[CODE_SIZE];
	int64_t qty;
};

static const struct column boms_columns[] = {
	COLUMN_MUST("parent", cell_item, boms_row, parent),
	COLUMN_MUST("child", cell_item, boms_row, child),
	COLUMN_NUMBER("qty", true, boms_row, qty, 1, CHILDREN_MAX),
};

/* Nothing is built of itself, at whatever depth; what stood in the database
 * and in earlier rows is known there already. */
static bool
boms_row_apply(struct import *im, size_t i, struct err *err)
{
	struct boms_row *r = import_row_at(im, i);
	char pair[2 * CODE_SIZE];
	bool changed;
	int rc;

	str_print(pair, sizeof pair, "%s:%s", r->parent, r->child);
	if (r->parent[0] != '\0' && r->child[0] != '\0')
		import_once(im, i, "child", pair);
	if (!import_need_item(im, &r->row, "parent", r->parent, err) ||
	    !import_need_item(im, &r->row, "child", r->child, err))
		return false;
	if (r->row.wrong)
		return true;
	if ((rc = bom_contains(im->l, r->child, r->parent, err)) < 0)
		return false;
	if (rc > 0) {
		import_say(im, &r->row, "child", "%s is built of %s itself", r->child,
		    r->parent);
		return true;
	}
	if (!bom_define(im->l, r->parent, r->child, r->qty, BY_FILE, &changed, err))
		return false;
	import_count(im, changed);
	return true;
}

static bool
boms_apply(struct import *im, struct err *err)
{
	for (size_t i = 0; i < im->n; i++)
		if (!boms_row_apply(im, i, err))
			return false;
	return true;
}

const struct import_kind import_boms = {
	.name = "boms", COLUMNS(boms_columns), .row_size = sizeof(struct boms_row),
	.apply = boms_apply,
};
