/*
 * receiving_close.c - the end of a delivery, and units that look wrong.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A delivery cannot close silently when units are missing or others came: what
 * is missing or extra is said and the same command again closes.  Where the
 * serials were announced, an incident about the order keeps the lists; where
 * only a quantity was ordered, the rest simply stays open.  A unit that looks wrong is
 * parked: it is booked into quarantine with an incident and the delivery goes
 * on.
 */
#include <string.h>
#include "base/str.h"
#include "flow/receiving.h"

#define MISSING_SHOWN 5

static bool
count_of(struct flow *f, enum query q, int64_t id, int64_t *n, struct err *err)
{
	struct store *s = ledger_store(f->l);

	if (store_first(s, q, err, "i", id) < 1)
		return false;
	*n = store_int(s, q, 0);
	store_end(s, q);
	return true;
}

static bool
missing_words(struct flow *f, int64_t id, char *out, size_t size, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int rc;

	out[0] = '\0';
	if (!store_walk(s, Q_FLOW_ORDER_MISSING, err, "ii", id,
	    (int64_t)MISSING_SHOWN))
		return false;
	while ((rc = store_next(s, Q_FLOW_ORDER_MISSING, err)) > 0) {
		size_t len = strlen(out);

		str_print(out + len, size - len, "%s%s", len > 0 ? " " : "",
		    store_text(s, Q_FLOW_ORDER_MISSING, 0));
	}
	return rc == 0;
}

static bool
close_odd(struct flow *f, const struct delivery *d, int64_t missing,
    int64_t extra, struct verdict *v, struct err *err)
{
	char list[140], words[NOTE_SIZE];

	if (!missing_words(f, d->id, list, sizeof list, err))
		return false;
	str_print(words, sizeof words, "%lld missing%s%s%s%s, %lld extra",
	    (long long)missing, missing > 0 ? " (" : "", list,
	    missing > MISSING_SHOWN ? " ..." : "", missing > 0 ? ")" : "",
	    (long long)extra);
	if (!flow_confirmed(f, v, "order.short", "%s: %s; the same again closes it",
	    d->key, words))
		return true;
	if (!flow_incident(f, v, SUBJECT_ORDER, "", d->key,
	    missing > 0 ? "order.short" : "unit.not-expected", words, err) ||
	    !job_end(f, err))
		return false;
	return verdict_say(v, VERDICT_DONE, "", "%s closed: %s; an incident keeps it",
	    d->key, words);
}

static bool
half_entered(struct flow *f, struct verdict *v)
{
	const struct form_slot *s = &f->form->slots[flow_current(f)];

	verdict_say(v, VERDICT_REFUSE, strcmp(s->name, "lot") == 0 ? "lot.required" :
	    s->accepts == ACCEPT_DATE ? "date.required" : "command.not-here",
	    "a unit is half entered, %s is missing", s->label);
	return verdict_more(v, s->help, "%s, or XCXUNDO.", s->prompt);
}

bool
receiving_close(struct flow *f, struct verdict *v, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int64_t missing = 0, extra = 0, qty, came;
	struct delivery d;

	if (flow_value(f, "order") == NULL)
		return verdict_say(v, VERDICT_OK, "", "nothing is open here");
	if (flow_half_filled(f))
		return half_entered(f, v);
	if (!delivery_read(f, &d, err))
		return false;
	if (d.announced && (!count_of(f, Q_FLOW_ORDER_MISSING_COUNT, d.id, &missing,
	    err) || !count_of(f, Q_FLOW_ORDER_EXTRA_COUNT, d.id, &extra, err)))
		return false;
	if (missing > 0 || extra > 0)
		return close_odd(f, &d, missing, extra, v, err);
	if (store_first(s, Q_FLOW_ORDER_TOTALS, err, "i", d.id) < 1)
		return false;
	qty = store_int(s, Q_FLOW_ORDER_TOTALS, 0);
	came = store_int(s, Q_FLOW_ORDER_TOTALS, 1);
	store_end(s, Q_FLOW_ORDER_TOTALS);
	if (came < qty && !flow_confirmed(f, v, "order.short",
	    "%s: %lld of %lld units are still to come; the same again ends it for now",
	    d.key, (long long)(qty - came), (long long)qty))
		return true;
	if (!job_end(f, err))
		return false;
	return verdict_say(v, VERDICT_DONE, "", "%s: %lld of %lld units received%s",
	    d.key, (long long)came, (long long)qty,
	    came >= qty ? ", complete" : ", the rest stays open");
}

/* --- units that look wrong --- */

/* What the refused scan was: item and serial, "" when it was no unit. */
static bool
refused_unit(struct flow *f, char item[CODE_SIZE], char serial[TEXT_SIZE],
    struct err *err)
{
	struct scan_in in = { f->refused_scan.p, f->refused_scan.len, f->entry, 0 };
	struct serial_fault fault;
	struct meaning m;

	item[0] = serial[0] = '\0';
	if (in.len == 0 || in.len > SCAN_BYTES_MAX)
		return true;
	scan_parse(in.bytes, in.len, &f->st->scan_options, &f->parsed);
	if (!f->parsed.valid || f->parsed.command != CMD_NONE)
		return true;
	if (!resolve(f, &in, ACCEPT_SERIAL | ACCEPT_UNIT, &m, err))
		return false;
	str_copy(item, CODE_SIZE, m.structured && m.has_item ? m.item.code :
	    flow_text(f, "item"));
	if ((m.kinds & (ACCEPT_SERIAL | ACCEPT_UNIT)) != 0 &&
	    serial_legal(m.serial, strlen(m.serial), &fault))
		str_copy(serial, TEXT_SIZE, m.serial);
	return true;
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
park_new(struct flow *f, const struct bin *bin, const char *item,
    const char *serial, struct verdict *v, struct err *err)
{
	struct line_choice line;
	struct delivery d;
	struct event e;

	if (!delivery_read(f, &d, err) || !line_choose(f, &d, item, 1, &line, err))
		return false;
	arrival_event(f, &d, line.line, serial, &e);
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

	str_copy(held.item, sizeof held.item, u->item);
	str_copy(held.subject, sizeof held.subject, u->serial);
	str_copy(held.body.reason, sizeof held.body.reason, "quality");
	str_copy(moved.item, sizeof moved.item, u->item);
	str_copy(moved.subject, sizeof moved.subject, u->serial);
	str_copy(moved.body.from, sizeof moved.body.from, u->bin);
	str_copy(moved.body.bin, sizeof moved.body.bin, bin->code);
	if (!flow_append(f, v, &held, err) || !flow_append(f, v, &moved, err) ||
	    !flow_incident(f, v, SUBJECT_UNIT, u->item, u->serial, "unit.suspect",
	    "looked wrong at receiving", err))
		return false;
	flow_commit_words(f, "parked %s of %s", u->serial, u->item);
	f->has_subject = false;	/* it is parked once */
	return verdict_say(v, VERDICT_DONE, "", "%s of %s parked: put it into %s",
	    u->serial, u->item, bin->code);
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
	if (f->standing == VERDICT_DONE && f->has_subject) {
		rc = ledger_unit(f->l, f->subject.item, f->subject.serial, &unit, err);
		if (rc < 0)
			return false;
		if (rc > 0 && unit_status_in_house(unit.status))
			return park_known(f, &bin, &unit, v, err);
		return nothing_to_park(v);
	}
	if (!refused)
		return nothing_to_park(v);
	if (!refused_unit(f, item, serial, err))
		return false;
	if (item[0] == '\0' || serial[0] == '\0')
		return nothing_to_park(v);
	rc = ledger_unit(f->l, item, serial, &unit, err);
	if (rc < 0)
		return false;
	if (rc > 0 && unit.status != UNIT_NONE && unit.status != UNIT_EXPECTED)
		return receiving_dispute(f, v, err);
	return park_new(f, &bin, item, serial, v, err);
}

/* A serial that is known already stands on a second unit: somebody must look. */
bool
receiving_dispute(struct flow *f, struct verdict *v, struct err *err)
{
	char detail[NOTE_SIZE];
	const char *order = flow_text(f, "order");

	if ((strcmp(f->refusal.code, "unit.duplicate") != 0 &&
	    strcmp(f->last.code, "unit.already-done") != 0) || !f->has_subject) {
		verdict_say(v, VERDICT_REFUSE, "command.not-here",
		    "there is no duplicate to report");
		return verdict_more(v, "", "XCXBEGIN comes after a serial was refused as known.");
	}
	str_print(detail, sizeof detail, "scanned again at receiving%s%s",
	    order[0] != '\0' ? " of " : "", order);
	if (!flow_incident(f, v, SUBJECT_UNIT, f->subject.item, f->subject.serial,
	    "unit.duplicate", detail, err))
		return false;
	flow_commit_words(f, "incident about %s", f->subject.serial);
	verdict_say(v, VERDICT_DONE, "",
	    "incident opened: %s of %s is on hold until a supervisor settles it",
	    f->subject.serial, f->subject.item);
	f->refusal.code[0] = '\0';
	return true;
}
