/*
 * receiving_range.c - many units by first and last serial.
 * SPDX-License-Identifier: Apache-2.0
 *
 * For suppliers who label cartons only: "A0012..A0035" or "A0012 x24" is
 * shown with its count and both ends, and the same entry again books it, all
 * or none.
 */
#include <string.h>
#include "base/str.h"
#include "flow/print.h"
#include "flow/receiving.h"

struct range_check {
	int64_t known;			/* serials that are there already */
	char first_known[TEXT_SIZE];
	int64_t unannounced;
	char first_unannounced[TEXT_SIZE];
};

static bool
check_each(struct flow *f, const struct meaning *m, const struct delivery *d,
    struct serial_rule *rule, struct range_check *c, bool *ok,
    struct verdict *v, struct err *err)
{
	struct serial_fault fault;
	char serial[SERIAL_SIZE];
	struct unit unit;

	memset(c, 0, sizeof *c);
	for (uint32_t i = 0; i < m->range.count; i++) {
		int rc;

		serial_range_at(&m->range, i, serial);
		if (rule != NULL && !serial_rule_check(rule, serial, &fault)) {
			*ok = false;
			verdict_say(v, VERDICT_REFUSE, fault.code, "serial %s: %s",
			    serial, fault.words);
			return verdict_more(v, "", "No unit of the range was booked.");
		}
		rc = ledger_unit(f->l, flow_text(f, "item"), serial, &unit, err);
		if (rc < 0)
			return false;
		if (rc > 0 && unit.status != UNIT_NONE &&
		    unit.status != UNIT_EXPECTED && c->known++ == 0)
			str_copy(c->first_known, sizeof c->first_known, serial);
		if (d->announced && (rc == 0 || unit.status != UNIT_EXPECTED) &&
		    c->unannounced++ == 0)
			str_copy(c->first_unannounced, sizeof c->first_unannounced,
			    serial);
	}
	return true;
}

static bool
range_passes(struct flow *f, const struct meaning *m,
    const struct range_check *c, const struct line_choice *line,
    struct verdict *v)
{
	if (c->known > 0) {
		verdict_say(v, VERDICT_REFUSE, "unit.duplicate",
		    "%lld of the %u are known already, the first is %s",
		    (long long)c->known, m->range.count, c->first_known);
		return !verdict_more(v, "",
		    "No unit was booked; scan that one by itself to see it.");
	}
	if (line->over && !line->within) {
		verdict_say(v, VERDICT_REFUSE, "order.over",
		    "%u more are too many: %lld of %lld came", m->range.count,
		    (long long)line->came, (long long)line->qty);
		return !verdict_more(v, "", "No unit was booked; key a shorter range.");
	}
	if (line->over && !flow_allowed(f, v, "order.over",
	    "%u more are over the %lld ordered, within the tolerance",
	    m->range.count, (long long)line->qty))
		return false;
	if (c->unannounced > 0 && !flow_confirmed(f, v, "unit.not-expected",
	    "%lld of the %u were not announced, the first is %s",
	    (long long)c->unannounced, m->range.count, c->first_unannounced))
		return false;
	return flow_confirmed(f, v, "serial.range", "%u units of %s, %s to %s?",
	    m->range.count, flow_text(f, "item"), m->range.first, m->range.last);
}

static bool
book_each(struct flow *f, const struct meaning *m, const struct delivery *d,
    int64_t line, struct verdict *v, struct err *err)
{
	char serial[SERIAL_SIZE];
	struct event e;

	verdict_say(v, VERDICT_DONE, "",
	    "%u units of %s received into %s, %s to %s", m->range.count,
	    flow_text(f, "item"), f->dock, m->range.first, m->range.last);
	for (uint32_t i = 0; i < m->range.count; i++) {
		serial_range_at(&m->range, i, serial);
		arrival_event(f, d, line, serial, &e);
		if (!flow_append(f, v, &e, err) ||
		    !print_unit(f, e.item, serial, e.id, v, err))
			return false;
	}
	flow_commit_words(f, "received %u units, %s to %s", m->range.count,
	    m->range.first, m->range.last);
	return true;
}

static bool
refuse_range(const struct meaning *m, struct verdict *v)
{
	struct serial_range range;
	struct err why;

	err_clear(&why);
	if (!serial_range_parse(m->text, &range, &why))
		verdict_from_err(v, &why);
	return true;
}

bool
receiving_range(struct flow *f, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	struct serial_rule *rule;
	struct line_choice line;
	struct range_check check;
	struct delivery d;
	struct item item;
	bool ok = true;

	if (m->range.count == 0)
		return refuse_range(m, v);
	if (!flow_is_ready_for(f, "serial"))
		return verdict_say(v, VERDICT_REFUSE, "scan.wrong-kind",
		    "a range of serials comes last: fill what is asked first");
	if (!delivery_read(f, &d, err) ||
	    item_find(f->l, flow_text(f, "item"), &item, err) <= 0)
		return false;
	if (!serial_rule_of(f, &item, d.party, &rule, err))
		return verdict_if_input(v, err);
	if (!check_each(f, m, &d, rule, &check, &ok, v, err) ||
	    !line_choose(f, &d, item.code, m->range.count, &line, err))
		return false;
	if (!ok || !range_passes(f, m, &check, &line, v))
		return true;
	if (!receiving_dock(f, &ok, v, err))
		return false;
	return !ok || book_each(f, m, &d, line.line, v, err);
}
