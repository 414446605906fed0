/*
 * labelcheck.c - printed labels are scanned back.
 * SPDX-License-Identifier: Apache-2.0
 *
 * CUPS says that a job is complete, which is not the same as a label that can
 * be read.  Only a scan of the label itself says that; a keyed serial says
 * nothing of it, whatever a form allows.
 */
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "flow/print.h"
#include "ledger/print_outbox.h"

static const struct slot_def slots[] = {
	{ "label", ACCEPT_SERIAL | ACCEPT_UNIT, true },
};
static const char *const columns[] = { "serial", "item", "label", "printer",
    "printed", NULL };

/* The label that is due, the oldest: id 0 when none is. */
static bool
find_due(struct flow *f, struct print_row *due, struct err *err)
{
	size_t n;

	if (!ledger_print_unchecked(f->l, 0, due, 1, &n, err))
		return false;
	if (n == 0)
		due->id = 0;
	return true;
}

static bool
mismatch(struct flow *f, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	struct print_row due;
	char is[160];

	if (!find_due(f, &due, err))
		return false;
	meaning_words(m, is, sizeof is);
	if (due.id == 0)
		verdict_say(v, VERDICT_REFUSE, "label.mismatch",
		    "that is %s; no label waits to be checked", is);
	else
		verdict_say(v, VERDICT_REFUSE, "label.mismatch",
		    "that is %s, which waits for no check; due is %s of %s", is,
		    due.serial, due.item);
	return verdict_more(v, "", "Is it on the right unit? A label that should not "
	    "be there is taken off; XCXNO when the one that is due will not read.");
}

/* Lot and expiry of the label against what is known of the unit. */
static bool
says_otherwise(const struct scan_parsed *p, const struct unit *u, struct verdict *v)
{
	const char *const facts[][3] = { { "lot", p->lot, u->lot },
	    { "expiry", p->expires_on, u->expires_on } };

	for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++) {
		if (facts[i][1][0] == '\0' || facts[i][2][0] == '\0' ||
		    strcmp(facts[i][1], facts[i][2]) == 0)
			continue;
		verdict_say(v, VERDICT_REFUSE, "label.mismatch",
		    "the label of %s says %s %s, known is %s", u->serial, facts[i][0],
		    facts[i][1], facts[i][2]);
		return verdict_more(v, "", "Take the label off; XCXREPRINT prints one "
		    "that is right.");
	}
	return false;
}

/* Which item is it of, as far as labels go? "" none that could wait. */
static bool
item_of(struct flow *f, const struct meaning *m, char item[CODE_SIZE],
    struct err *err)
{
	item[0] = '\0';
	if (m->has_item)
		return str_copy(item, CODE_SIZE, m->item.code);
	return m->serial[0] == '\0' ||
	    ledger_print_unchecked_item(f->l, m->serial, item, err);
}

static bool
right(struct flow *f, const struct unit *u, struct verdict *v, struct err *err)
{
	int64_t left;

	f->subject = *u;
	f->has_subject = true;
	if (!ledger_print_unchecked_count(f->l, &left, err))
		return false;
	return verdict_say(v, VERDICT_DONE, "", "the label of %s of %s is right; %lld "
	    "%s to be checked", u->serial, u->item, (long long)left,
	    left == 1 ? "waits" : "wait");
}

static bool
take(struct flow *f, size_t slot, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	char item[CODE_SIZE];
	struct unit unit;
	int64_t n = 0;
	int rc;

	(void)slot;
	if (f->entry == ENTRY_KEYED || f->entry == ENTRY_PASTED) {
		verdict_say(v, VERDICT_REFUSE, "entry.keyed-not-allowed",
		    "a label is scanned, not keyed: that it reads is to be shown");
		return verdict_more(v, "", "XCXNO when the one that is due will not read.");
	}
	if (!item_of(f, m, item, err))
		return false;
	if (item[0] == '\0' || m->serial[0] == '\0')
		return mismatch(f, m, v, err);
	if ((rc = ledger_unit(f->l, item, m->serial, &unit, err)) < 0)
		return false;
	if (rc == 0)
		unit_init(&unit, item, m->serial);
	if (says_otherwise(m->parsed, &unit, v)) {
		f->subject = unit;
		f->has_subject = rc > 0;
		return true;
	}
	if (!ledger_print_scanned_back(f->l, item, m->serial,
	    (enum event_entry)f->entry, &n, err))
		return false;
	return n == 0 ? mismatch(f, m, v, err) : right(f, &unit, v, err);
}

/* XCXNO: the label that is due will not read.  After a refusal it could as well
 * be the no to that, so it asks. */
static bool
will_not_read(struct flow *f, struct verdict *v, struct err *err)
{
	struct print_row due;

	if (!find_due(f, &due, err))
		return false;
	if (due.id == 0)
		return verdict_say(v, VERDICT_OK, "", "no label waits to be checked");
	if (f->standing == VERDICT_REFUSE && !flow_confirmed(f, v, "label.unreadable",
	    "is it the label of %s of %s that will not read?", due.serial, due.item))
		return verdict_more(v, "", "XCXOK: it will not read. Anything else: no.");
	return reprint_failed(f, due.item, due.serial, v, err);
}

static bool
command(struct flow *f, enum scan_command c, bool *handled, struct verdict *v,
    struct err *err)
{
	*handled = c == CMD_NO;
	return !*handled || will_not_read(f, v, err);
}

static bool
view(struct flow *f, struct flow_view *view, struct err *err)
{
	struct print_row rows[VIEW_ROWS + 1];
	char when[17];
	size_t n;

	str_copy(view->progress_unit, sizeof view->progress_unit, "labels");
	if (!ledger_print_unchecked(f->l, 0, rows, VIEW_ROWS + 1, &n, err))
		return false;
	if (n > 0) {
		str_copy(view->big, sizeof view->big, rows[0].serial);
		str_copy(view->big_label, sizeof view->big_label, "DUE");
	}
	for (size_t i = 0; i < n && i < VIEW_ROWS; i++) {
		struct view_row *row = &view->rows[view->n_rows++];

		clock_local(rows[i].made_at, when);
		view_cell(view, row, "serial", rows[i].serial);
		view_cell(view, row, "item", rows[i].item);
		view_cell(view, row, "label", rows[i].template_name);
		view_cell(view, row, "printer", rows[i].printer);
		view_cell(view, row, "printed", when + 5);	/* without the year */
		row->current = i == 0;
		row->trouble = rows[i].state != PRINT_SENT;
	}
	view->more_rows = n > VIEW_ROWS;
	return true;
}

const struct flow_def labelcheck_flow = {
	.name = "labelcheck", .title = "Check labels", .may = MAY_RECEIVE,
	.slots = slots, .n_slots = sizeof slots / sizeof slots[0],
	.columns = columns, .take = take, .command = command, .view = view,
};
