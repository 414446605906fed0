/*
 * receiving_park.c - units that look wrong at receiving.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A unit that looks wrong is parked: it is booked into quarantine with an
 * incident and the delivery goes on.
 */
#include <string.h>
#include "base/str.h"
#include "flow/receiving.h"

/* What the refused scan was: item and serial, "" when it was no unit.  *m says
 * the rest; f->parsed stays what the command at hand is. */
static bool
refused_unit(struct flow *f, struct scan_parsed *parsed, struct meaning *m,
    char item[CODE_SIZE], char serial[TEXT_SIZE], struct err *err)
{
	struct scan_in in = { f->refused_scan.p, f->refused_scan.len, f->entry, 0 };
	struct scan_parsed command = f->parsed;
	struct serial_fault fault;
	bool ok;

	item[0] = serial[0] = '\0';
	if (in.len == 0 || in.len > SCAN_BYTES_MAX)
		return true;
	scan_parse(in.bytes, in.len, &f->st->scan_options, parsed);
	if (!parsed->valid || parsed->command != CMD_NONE)
		return true;
	f->parsed = *parsed;
	ok = resolve(f, &in, ACCEPT_SERIAL | ACCEPT_UNIT, m, err);
	m->parsed = parsed;
	f->parsed = command;
	if (!ok)
		return false;
	str_copy(item, CODE_SIZE, m->structured && m->has_item ? m->item.code :
	    m->gtin_unknown ? "" : flow_text(f, "item"));
	if ((m->kinds & (ACCEPT_SERIAL | ACCEPT_UNIT)) != 0 &&
	    serial_legal(m->serial, strlen(m->serial), &fault))
		str_copy(serial, TEXT_SIZE, m->serial);
	return true;
}

/* What the label says of the unit, not what was kept for another item. */
static void
say_particulars(const struct flow *f, const struct meaning *m, const char *item,
    struct event_body *b)
{
	const struct scan_parsed *p = m->parsed;
	const char *country = scan_element(p, "422");

	if (m->structured || strcmp(item, flow_text(f, "item")) != 0)
		b->lot[0] = b->made_on[0] = b->expires_on[0] = '\0';
	if (!m->structured)
		return;
	str_copy(b->lot, sizeof b->lot, p->lot);
	str_copy(b->made_on, sizeof b->made_on, p->made_on);
	str_copy(b->expires_on, sizeof b->expires_on, p->expires_on);
	if (country != NULL)
		str_copy(b->country, sizeof b->country, country);
}

static bool
quarantine_bin(struct flow *f, struct bin *bin, bool *ok, struct verdict *v,
    struct err *err)
{
	if (!bin_first_of(f, BIN_QUARANTINE, bin, ok, err))
		return false;
	if (!*ok) {
		verdict_say(v, VERDICT_REFUSE, "bin.unknown",
		    "no quarantine bin is defined");
		verdict_more(v, "", "Import a bin of the kind quarantine first.");
	}
	return true;
}

/* A unit that was refused comes in all the same, into quarantine. */
static bool
park_new(struct flow *f, const struct bin *bin, const struct meaning *m,
    const char *item, const char *serial, struct verdict *v, struct err *err)
{
	struct line_choice line;
	struct delivery d;
	struct event e;

	if (!delivery_read(f, &d, err) || !line_choose(f, &d, item, 1, &line, err))
		return false;
	arrival_event(f, &d, line.line, serial, &e);
	say_particulars(f, m, item, &e.body);
	str_copy(e.item, sizeof e.item, item);
	str_copy(e.body.bin, sizeof e.body.bin, bin->code);
	str_copy(e.body.reason, sizeof e.body.reason, "quality");
	if (line.line == 0 || line.over) {	/* not of this order's quantity */
		e.body.order[0] = '\0';
		e.body.line = 0;
	}
	if (!flow_append(f, v, &e, err))
		return false;
	if (!flow_incident(f, v, SUBJECT_UNIT, item, serial,
	    f->refusal.code[0] != '\0' ? f->refusal.code : "unit.suspect",
	    f->refusal.text, err))
		return false;
	flow_commit_words(f, "parked %s of %s", serial, item);
	f->has_subject = false;
	flow_empty(f, "serial");
	verdict_say(v, VERDICT_DONE, "", "%s of %s parked: put it into %s", serial,
	    item, bin->code);
	return true;
}

/* The unit just received looks wrong after all. */
static bool
park_known(struct flow *f, const struct bin *bin, const struct unit *u,
    struct verdict *v, struct err *err)
{
	struct event held = { .type = EV_UNIT_HELD, .subject_kind = SUBJECT_UNIT };
	struct event moved = { .type = EV_UNIT_MOVED, .subject_kind = SUBJECT_UNIT };
	char order[NOTE_SIZE];

	str_copy(held.item, sizeof held.item, u->item);
	str_copy(held.subject, sizeof held.subject, u->serial);
	str_copy(held.body.reason, sizeof held.body.reason, "quality");
	str_copy(moved.item, sizeof moved.item, u->item);
	str_copy(moved.subject, sizeof moved.subject, u->serial);
	str_copy(moved.body.from, sizeof moved.body.from, u->bin);
	str_copy(moved.body.bin, sizeof moved.body.bin, bin->code);
	if (!flow_append(f, v, &held, err) || !flow_append(f, v, &moved, err) ||
	    !flow_incident(f, v, SUBJECT_UNIT, u->item, u->serial, "unit.suspect",
	    "looked wrong at receiving", err) ||
	    !flow_promise_gone(f, v, u, "hold", order, sizeof order, err))
		return false;
	flow_commit_words(f, "parked %s of %s", u->serial, u->item);
	f->has_subject = false;	/* it is parked once */
	return verdict_say(v, VERDICT_DONE, "", "%s of %s parked: put it into %s%s%s",
	    u->serial, u->item, bin->code, order[0] == '\0' ? "" : "; ", order);
}

static bool
is_parked(const struct unit *u, const struct bin *bin)
{
	return (u->holds & HOLD_QUALITY) != 0 && strcmp(u->bin, bin->code) == 0;
}

static bool
nothing_to_park(struct verdict *v)
{
	verdict_say(v, VERDICT_REFUSE, "command.not-here", "there is no unit to park");
	return verdict_more(v, "", "Scan the unit first, then XCXNO.");
}

bool
receiving_park(struct flow *f, struct verdict *v, struct err *err)
{
	bool refused = f->standing == VERDICT_REFUSE || f->standing == VERDICT_ASK;
	char item[CODE_SIZE], serial[TEXT_SIZE];
	struct scan_parsed parsed;
	struct meaning m;
	struct unit unit;
	struct bin bin;
	bool ok;
	int rc;

	ask_forget(f);
	if (flow_value(f, "order") == NULL)
		return nothing_to_park(v);
	if (!quarantine_bin(f, &bin, &ok, v, err))
		return false;
	if (!ok)
		return true;
	if ((f->standing == VERDICT_DONE || f->standing == VERDICT_WARN) &&
	    f->has_subject) {
		rc = ledger_unit(f->l, f->subject.item, f->subject.serial, &unit, err);
		if (rc < 0)
			return false;
		if (rc > 0 && unit_status_in_house(unit.status) &&
		    !is_parked(&unit, &bin))
			return park_known(f, &bin, &unit, v, err);
		return nothing_to_park(v);
	}
	if (!refused)
		return nothing_to_park(v);
	if (!refused_unit(f, &parsed, &m, item, serial, err))
		return false;
	if (item[0] == '\0' || serial[0] == '\0')
		return nothing_to_park(v);
	rc = ledger_unit(f->l, item, serial, &unit, err);
	if (rc < 0)
		return false;
	if (rc > 0 && unit.status != UNIT_NONE && unit.status != UNIT_EXPECTED)
		return receiving_dispute(f, v, err);
	return park_new(f, &bin, &m, item, serial, v, err);
}

/* A serial that is known already stands on a second unit: somebody must look. */
bool
receiving_dispute(struct flow *f, struct verdict *v, struct err *err)
{
	char detail[NOTE_SIZE], promised[NOTE_SIZE];
	const char *order = flow_text(f, "order");
	struct unit was = { .status = UNIT_NONE };

	if ((strcmp(f->refusal.code, "unit.duplicate") != 0 &&
	    strcmp(f->last.code, "unit.already-done") != 0) || !f->has_subject) {
		verdict_say(v, VERDICT_REFUSE, "command.not-here",
		    "there is no duplicate to report");
		return verdict_more(v, "", "XCXBEGIN comes after a serial was refused as known.");
	}
	str_print(detail, sizeof detail, "scanned again at receiving%s%s",
	    order[0] != '\0' ? " of " : "", order);
	if (ledger_unit(f->l, f->subject.item, f->subject.serial, &was, err) < 0 ||
	    !flow_incident(f, v, SUBJECT_UNIT, f->subject.item, f->subject.serial,
	    "unit.duplicate", detail, err) ||
	    !flow_promise_gone(f, v, &was, "incident", promised, sizeof promised,
	    err))
		return false;
	flow_commit_words(f, "incident about %s", f->subject.serial);
	verdict_say(v, VERDICT_DONE, "",
	    "incident opened: %s of %s is on hold until a supervisor settles it%s%s",
	    f->subject.serial, f->subject.item, promised[0] == '\0' ? "" : "; ",
	    promised);
	f->refusal.code[0] = '\0';
	return true;
}
