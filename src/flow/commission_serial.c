/*
 * commission_serial.c - serials issued at the bench, and the labels that come
 * back on units.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "flow/commission.h"
#include "flow/print.h"

_Static_assert(SERIAL_MADE_SIZE <= CODE_SIZE, "a serial of ours fits a value");

char *
commission_waiting(struct flow *f)
{
	struct slot *s = &f->slots[flow_slot(f, "item")];

	return s->values.n == 0 ? NULL : s->values.at[0].where;
}

/* --- Issuing --------------------------------------------------------------------- */

struct aside { struct flow *f; struct verdict *v; };

static bool
append_aside(void *ctx, struct event *e, struct err *err)
{
	struct aside *a = ctx;

	return flow_append_aside(a->f, a->v, e, err);
}

/* Does it still wait, or did somebody void or apply it meanwhile? */
static bool
still_waits(struct flow *f, bool *waits, struct err *err)
{
	char *waiting = commission_waiting(f);
	struct issued issued;
	struct unit unit;
	int rc;

	*waits = false;
	if (waiting == NULL || waiting[0] == '\0')
		return true;
	if ((rc = issued_find(f->l, flow_text(f, "item"), waiting, &issued, err)) < 0)
		return false;
	if (rc > 0 && !issued.voided) {
		rc = ledger_unit(f->l, flow_text(f, "item"), waiting, &unit, err);
		if (rc < 0)
			return false;
		*waits = rc == 0 || unit.status == UNIT_NONE;
	}
	if (!*waits)
		waiting[0] = '\0';
	return true;
}

/* What cannot be had is a refusal; only a failing environment ends the feed. */
static bool
or_refuse(struct verdict *v, struct err *err)
{
	if (err->kind != ERR_INPUT && err->kind != ERR_CLASH && err->kind != ERR_ABSENT)
		return false;
	verdict_from_err(v, err);
	err_clear(err);
	return true;
}

static bool
issue_next(struct flow *f, const char *spoiled, struct verdict *v, struct err *err)
{
	struct aside aside = { f, v };
	struct serial_ask ask = { .item = flow_text(f, "item"), .n = 1,
	    .purpose = "commission", .site = f->st->site,
	    .entry = (enum event_entry)f->entry, .append = append_aside,
	    .ctx = &aside };
	struct made_serials made = { .list = { .n = 0 } };
	bool ok = serials_issue(f->l, &ask, &made, err);
	bool printed = true;

	if (ok) {
		str_copy(commission_waiting(f), CODE_SIZE, made.list.at[0].text);
		verdict_say(v, VERDICT_OK, "", "%s%sapply %s to the unit, then scan it",
		    spoiled, spoiled[0] != '\0' ? " is void; " : "",
		    made.list.at[0].text);
		verdict_more(v, "", "XCXNO when the label is spoiled.");
		printed = print_unit(f, flow_text(f, "item"), made.list.at[0].text,
		    v->events[v->n_events - 1].id, v, err);
	}
	vec_done(&made.list);
	return ok ? printed : or_refuse(v, err);
}

bool
commission_issue(struct flow *f, struct verdict *v, struct err *err)
{
	bool waits;

	ask_forget(f);
	if (flow_value(f, "item") == NULL) {
		verdict_say(v, VERDICT_REFUSE, "command.not-here",
		    "what item is the serial for? The item comes first");
		return verdict_more(v, "", "Scan the item.");
	}
	if (!still_waits(f, &waits, err))
		return false;
	if (!waits)
		return issue_next(f, "", v, err);
	verdict_say(v, VERDICT_WARN, "serial.waiting", "%s waits for its unit",
	    commission_waiting(f));
	return verdict_more(v, "", "Apply its label and scan it; XCXNO when the label "
	    "is spoiled.");
}

/* Its label, when it still waits for a printer. */
static bool
forget_label(struct flow *f, const char *serial, struct err *err)
{
	struct issued issued;
	int64_t left;
	int rc = issued_find(f->l, flow_text(f, "item"), serial, &issued, err);

	return rc >= 0 && (rc == 0 || strcmp(issued.purpose, "commission") != 0 ||
	    print_void(f, issued.event, &left, err));
}

bool
commission_spoiled(struct flow *f, bool *handled, struct verdict *v,
    struct err *err)
{
	struct aside aside = { f, v };
	struct serial_ask ask = { .item = flow_text(f, "item"),
	    .entry = (enum event_entry)f->entry, .append = append_aside,
	    .ctx = &aside };
	char spoiled[CODE_SIZE];
	int64_t n;
	bool waits;

	if (!still_waits(f, &waits, err))
		return false;
	*handled = waits;
	if (!waits)
		return true;
	if (f->standing == VERDICT_REFUSE || f->standing == VERDICT_ASK) {
		/* the no is to what was refused, not to the label */
		verdict_say(v, VERDICT_OK, "", "left as it was; %s waits for its unit",
		    commission_waiting(f));
		return verdict_more(v, "", "Is its label spoiled? XCXBEGIN, then XCXNO.");
	}
	str_copy(spoiled, sizeof spoiled, commission_waiting(f));
	if (!serials_void(f->l, &ask, spoiled, spoiled, "label spoiled", &n, err))
		return or_refuse(v, err);
	commission_waiting(f)[0] = '\0';
	if (!forget_label(f, spoiled, err) || !issue_next(f, spoiled, v, err))
		return false;
	if (v->kind != VERDICT_REFUSE)
		return true;
	/* the label is spoiled all the same */
	verdict_say(v, VERDICT_OK, v->code, "%s is void; there is no next serial",
	    spoiled);
	return verdict_more(v, "", "'dockledger serials show' says who holds numbers.");
}

/* --- What comes back on a unit ----------------------------------------------------- */

static bool
known_unit(struct flow *f, const struct unit *u, struct verdict *v, struct err *err)
{
	char where[220], when[17];
	struct event e;
	bool found;

	f->subject = *u;
	f->has_subject = true;
	if (!unit_arrival(f, u, &e, &found, err))
		return false;
	if (found && e.type == EV_UNIT_COMMISSIONED && u->status == UNIT_AVAILABLE) {
		clock_local(e.at, when);
		verdict_say(v, VERDICT_WARN, "unit.already-done",
		    "%s was commissioned at %s by %s", u->serial, when, e.operator);
		return verdict_more(v, "", "Nothing was added. Two units with this "
		    "label? Put one aside and call a supervisor.");
	}
	unit_where_words(f, u, where, sizeof where);
	verdict_say(v, VERDICT_REFUSE, "unit.duplicate", "%s of %s is known: %s",
	    u->serial, u->item, where);
	return verdict_more(v, where, "Put it aside and call a supervisor.");
}

static bool
not_issued(struct flow *f, const char *serial, struct verdict *v, struct err *err)
{
	const char *item = flow_text(f, "item");
	char other[CODE_SIZE];

	if (!issued_item(f->l, serial, other, err))
		return false;
	if (other[0] != '\0') {
		verdict_say(v, VERDICT_REFUSE, "unit.wrong-item",
		    "%s was issued for %s, wanted is %s", serial, other, item);
		return verdict_more(v, "", "Scan the item %s first if it is one.", other);
	}
	verdict_say(v, VERDICT_REFUSE, "serial.not-issued",
	    "%s was never issued for %s here", serial, item);
	return verdict_more(v, "", "XCXBEGIN issues a serial; a unit that came with its "
	    "own is received.");
}

static bool
is_issued(struct flow *f, const char *serial, bool *ok, struct verdict *v,
    struct err *err)
{
	struct issued issued;
	int rc = issued_find(f->l, flow_text(f, "item"), serial, &issued, err);

	*ok = rc > 0 && !issued.voided;
	if (rc < 0)
		return false;
	if (rc == 0)
		return not_issued(f, serial, v, err);
	if (*ok)
		return true;
	verdict_say(v, VERDICT_REFUSE, "serial.void", "%s is void: %s", serial,
	    issued.reason);
	return verdict_more(v, issued.reason, "Destroy that label; XCXBEGIN issues "
	    "another serial.");
}

/* Lot and expiry can only come from the label itself. */
static bool
label_says_enough(const struct item *item, const struct meaning *m,
    struct verdict *v)
{
	if (item->lot == NEED_REQUIRED && m->parsed->lot[0] == '\0') {
		verdict_say(v, VERDICT_REFUSE, "lot.required",
		    "a unit of %s wants its lot, and the label says none", item->code);
		return !verdict_more(v, "", "Print the label with the lot on it.");
	}
	if (item->expires_on == NEED_REQUIRED && m->parsed->expires_on[0] == '\0') {
		verdict_say(v, VERDICT_REFUSE, "date.required",
		    "a unit of %s wants its expiry date, and the label says none",
		    item->code);
		return !verdict_more(v, "", "Print the label with the date on it.");
	}
	return true;
}

static bool
no_item(struct verdict *v)
{
	verdict_say(v, VERDICT_REFUSE, "item.unknown",
	    "what item is it? The item comes before its serial");
	return verdict_more(v, "", "Scan the item.");
}

bool
commission_serial(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	char serial[TEXT_SIZE];
	struct serial_rule *rule;
	const struct item *item;
	struct unit unit;
	bool ok;
	int rc;

	if (flow_value(f, "item") == NULL)
		return no_item(v);
	if (flow_item(f, flow_text(f, "item"), &item, err) <= 0)
		return false;
	if (!serial_rule_of(f, item, "", &rule, err))
		return verdict_if_input(v, err);
	if (!serial_accept(f, m, rule, serial, v))
		return verdict_more(v, v->detail, "Is it the right bar code? XCXBEGIN "
		    "issues a serial.");
	if ((rc = ledger_unit(f->l, item->code, serial, &unit, err)) < 0)
		return false;
	if (rc > 0 && unit.status != UNIT_NONE)
		return known_unit(f, &unit, v, err);
	if (!is_issued(f, serial, &ok, v, err))
		return false;
	if (!ok || !label_says_enough(item, m, v))
		return true;
	flow_fill(f, slot, serial, "");
	return verdict_say(v, VERDICT_OK, "", "serial %s", serial);
}

/* --- The screen --------------------------------------------------------------------- */

static bool
fill_rows(struct flow *f, struct flow_view *view, struct err *err)
{
	struct issued rows[VIEW_ROWS + 1];
	const char *waiting = commission_waiting(f);
	size_t n;

	if (!issued_latest(f->l, flow_text(f, "item"), rows, VIEW_ROWS + 1, &n, err))
		return false;
	for (size_t i = 0; i < n && i < VIEW_ROWS; i++) {
		struct view_row *row = &view->rows[view->n_rows++];
		char when[17];

		clock_local(rows[i].at, when);
		view_cell(view, row, "serial", rows[i].serial);
		view_cell(view, row, "state", rows[i].voided ? "void" :
		    rows[i].applied ? "applied" : "issued");
		view_cell(view, row, "purpose", rows[i].purpose);
		view_cell(view, row, "issued", when + 5);	/* without the year */
		row->complete = rows[i].applied;
		row->trouble = rows[i].voided;
		row->current = waiting != NULL && strcmp(waiting, rows[i].serial) == 0;
	}
	view->more_rows = n > VIEW_ROWS;
	return true;
}

bool
commission_view(struct flow *f, struct flow_view *view, struct err *err)
{
	const char *waiting = commission_waiting(f);

	view->done = (int64_t)f->commits.n;
	str_copy(view->progress_unit, sizeof view->progress_unit, "units");
	if (waiting == NULL)
		return true;
	if (waiting[0] != '\0') {
		str_copy(view->big, sizeof view->big, waiting);
		str_copy(view->big_label, sizeof view->big_label, "APPLY");
	}
	return fill_rows(f, view, err);
}
