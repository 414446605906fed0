/*
 * serial.c - a serial against the rule of its item or supplier.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A text may carry a prefix word that the supplier prints, or a data
 * identifier of MH10.8.2 (S); whether it does is decided by the rule alone:
 * the whole text first, and only when that does not pass the shorter reading.
 */
#include <string.h>
#include "base/str.h"
#include "flow/flow_private.h"

static bool
same_rule(const struct serial_rule_def *a, const struct serial_rule_def *b)
{
	return strcmp(a->code, b->code) == 0 && strcmp(a->pattern, b->pattern) == 0 &&
	    strcmp(a->check, b->check) == 0 && strcmp(a->strip, b->strip) == 0 &&
	    strcmp(a->hint, b->hint) == 0;
}

/* A pattern is compiled once while it stays the same. */
static bool
compile(struct flow *f, const struct serial_rule_def *def, struct err *err)
{
	if (f->rule != NULL && same_rule(&f->rule_def, def))
		return true;
	serial_rule_free(f->rule);
	f->rule = serial_rule_new(def->code, def->pattern, def->example, def->hint,
	    check_find(def->check[0] != '\0' ? def->check : "none"), def->strip, err);
	f->rule_def = *def;
	return f->rule != NULL;
}

bool
serial_rule_of(struct flow *f, const struct item *item, const char *supplier,
    struct serial_rule **out, struct err *err)
{
	struct serial_rule_def def;
	int rc;

	*out = f->rule_now;
	if (strcmp(f->rule_item, item->code) == 0 &&
	    strcmp(f->rule_supplier, supplier) == 0)
		return true;
	*out = f->rule_now = NULL;
	memset(&def, 0, sizeof def);
	rc = item->serial_rule[0] != '\0' ?
	    serial_rule_find(f->l, item->serial_rule, &def, err) :
	    serial_rule_for_supplier(f->l, supplier, &def, err);
	if (rc < 0)
		return false;
	if (rc == 0 && item->serial_rule[0] != '\0') {
		err_code(err, ERR_INPUT, "serial.format",
		    "item %s names the serial rule %s, which is not there",
		    item->code, item->serial_rule);
		return err_hint(err, "Import that rule, then scan again.");
	}
	if (rc > 0 && !compile(f, &def, err))
		return false;
	*out = f->rule_now = rc > 0 ? f->rule : NULL;
	str_copy(f->rule_item, sizeof f->rule_item, item->code);
	str_copy(f->rule_supplier, sizeof f->rule_supplier, supplier);
	return true;
}

static bool
refuse(struct verdict *v, const char *text, const struct serial_fault *fault)
{
	verdict_say(v, VERDICT_REFUSE, fault->code, "serial %s: %s", text,
	    fault->words);
	verdict_more(v, fault->words,
	    "Is it the right bar code? XCXNO parks the unit in quarantine.");
	return false;
}

bool
serial_accept(struct flow *f, const struct meaning *m, struct serial_rule *rule,
    char out[TEXT_SIZE], struct verdict *v)
{
	struct serial_fault fault, other;
	char stripped[SERIAL_SIZE];
	const char *text = m->structured ? m->serial : m->text;
	size_t n = strlen(text);

	(void)f;
	if (rule == NULL) {
		if (!serial_legal(text, n, &fault))
			return refuse(v, text, &fault);
		str_copy(out, TEXT_SIZE, text);
		return true;
	}
	if (serial_rule_strip(rule, text, stripped) &&
	    serial_rule_check(rule, stripped, &other)) {
		str_copy(out, TEXT_SIZE, stripped);
		return true;
	}
	if (serial_rule_check(rule, text, &fault)) {
		str_copy(out, TEXT_SIZE, text);
		return true;
	}
	if (!m->structured && strcmp(m->parsed->may_be_di, "S") == 0 &&
	    serial_rule_check(rule, text + 1, &other)) {
		str_copy(out, TEXT_SIZE, text + 1);
		return true;
	}
	return refuse(v, text, &fault);
}
