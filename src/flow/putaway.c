/*
 * putaway.c - units to bins: putaway from the dock, and moves.
 * SPDX-License-Identifier: Apache-2.0
 *
 * One or many units, then the bin.  Both flows are the same act; they differ
 * in the bins they allow and in what waits to be done.
 */
#include <assert.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "flow/putaway.h"

static const struct slot_def slots[] = {
	{ "unit", ACCEPT_UNIT, true }, { "bin", ACCEPT_BIN, true },
};
static const char *const columns[] = { "serial", "item", "name", "bin", NULL };

struct slot *
putaway_units(const struct flow *f)
{
	return (struct slot *)&f->slots[flow_slot(f, "unit")];
}

static bool
pick_unit(const struct meaning *m, const struct unit **out, struct verdict *v)
{
	char items[160] = "";

	if (m->n_units == 1) {
		*out = &m->units[0];
		return true;
	}
	for (size_t i = 0; i < m->n_units; i++) {
		size_t len = strlen(items);

		str_print(items + len, sizeof items - len, "%s%s", i > 0 ? ", " : "",
		    m->units[i].item);
	}
	verdict_say(v, VERDICT_REFUSE, "scan.ambiguous",
	    "several items bear the serial %s: %s", m->serial, items);
	verdict_more(v, items, "Scan the label that holds the GTIN too.");
	return false;
}

static bool
was_scanned(const struct flow *f, const struct unit *u)
{
	const struct slot *s = putaway_units(f);

	for (size_t i = 0; i < s->values.n; i++)
		if (strcmp(s->values.at[i].code, u->serial) == 0 &&
		    strcmp(s->values.at[i].item, u->item) == 0)
			return true;
	return false;
}

/* Put away by one of this job's own acts, and untouched since. */
static const struct commit *
put_away_here(const struct flow *f, const struct unit *u)
{
	for (size_t i = 0; i < f->commits.n; i++) {
		const struct commit *c = &f->commits.at[i];

		if (u->last_event >= c->first && u->last_event < c->first + c->n)
			return c;
	}
	return NULL;
}

static bool
already_done(struct flow *f, const struct unit *u, struct verdict *v)
{
	const struct commit *c = f->def == &putaway_flow ? put_away_here(f, u) : NULL;
	char when[17];

	if (was_scanned(f, u)) {
		verdict_say(v, VERDICT_WARN, "unit.already-done",
		    "%s is among the units scanned already", u->serial);
		return verdict_more(v, "", "Nothing was added.");
	}
	if (c == NULL)
		return false;
	clock_local(c->at, when);
	verdict_say(v, VERDICT_WARN, "unit.already-done",
	    "%s was put into %s at %s by %s", u->serial, u->bin, when,
	    f->worker.badge);
	return verdict_more(v, "", "Nothing was added. To move it again use the move flow.");
}

/* Somebody else has it in hand: the same scan again takes it over. */
static bool
not_taken(struct flow *f, const struct unit *u, bool *ok, struct verdict *v,
    struct err *err)
{
	struct flow_unfinished who;
	bool held;

	if (!job_holds_unit(f, u->item, u->serial, &who, &held, err))
		return false;
	*ok = !held || flow_confirmed(f, v, "work.taken",
	    "%s is in the hands of %s at %s", u->serial, who.operator, who.terminal);
	return !held || !*ok || job_take_unit(f, who.job, u->item, u->serial, err);
}

static bool
take_unit(struct flow *f, size_t slot, const struct meaning *m,
    struct verdict *v, struct err *err)
{
	const struct unit *u = NULL;
	char code[32], where[220], holds[64];
	struct value *value;
	struct item item;
	bool ok;
	int rc;

	if (!pick_unit(m, &u, v) || already_done(f, u, v))
		return true;
	if (!unit_may(u, EV_UNIT_MOVED, code)) {
		unit_where_words(f, u, where, sizeof where);
		verdict_say(v, VERDICT_REFUSE, code, "%s of %s is %s", u->serial,
		    u->item, where);
		return verdict_more(v, where, "%s", u->status == UNIT_EXPECTED ?
		    "Receive it first." : "Put it aside and call a supervisor.");
	}
	if (putaway_units(f)->values.n == MANY_MAX)
		return verdict_say(v, VERDICT_REFUSE, "scan.too-long",
		    "%d units are scanned; put these away first", MANY_MAX);
	if (!not_taken(f, u, &ok, v, err) || (rc = item_find(f->l, u->item, &item, err)) < 0)
		return false;
	if (!ok)
		return true;
	value = flow_fill(f, slot, u->serial, rc > 0 ? item.name : "");
	str_copy(value->item, sizeof value->item, u->item);
	str_copy(value->where, sizeof value->where, u->bin);
	if (u->holds == 0)
		return verdict_say(v, VERDICT_OK, "", "%s of %s%s%s, %zu scanned",
		    u->serial, u->item, u->bin[0] != '\0' ? " from " : "", u->bin,
		    putaway_units(f)->values.n);
	holds_words(u->holds, holds, sizeof holds);
	return verdict_say(v, VERDICT_OK, "",
	    "%s of %s is on hold (%s): take it to a quarantine bin", u->serial,
	    u->item, holds);
}

static bool
take(struct flow *f, size_t slot, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	if (strcmp(f->form->slots[slot].name, "unit") == 0)
		return take_unit(f, slot, m, v, err);
	return putaway_take_bin(f, slot, m, v, err);
}

/* Where a form names the bin first, it is held against the units now. */
static bool
bin_came_first(struct flow *f, bool *ok, struct verdict *v, struct err *err)
{
	struct bin bin;
	int rc;

	*ok = true;
	if (flow_slot(f, "bin") > flow_slot(f, "unit"))
		return true;
	if ((rc = bin_find(f->l, flow_text(f, "bin"), &bin, err)) < 0)
		return false;
	return rc == 0 || putaway_bin_fits(f, &bin, ok, v, err);
}

static bool
commit(struct flow *f, struct verdict *v, struct err *err)
{
	const struct slot *s = putaway_units(f);
	const char *bin = flow_text(f, "bin");
	const struct value *moved = NULL;
	size_t n = 0;
	bool ok;

	if (!bin_came_first(f, &ok, v, err))
		return false;
	if (!ok)
		return true;
	for (size_t i = 0; i < s->values.n; i++) {
		const struct value *value = &s->values.at[i];
		struct event e = { .type = EV_UNIT_MOVED,
		    .subject_kind = SUBJECT_UNIT };

		if (strcmp(value->where, bin) == 0)
			continue;	/* it lies there already */
		str_copy(e.item, sizeof e.item, value->item);
		str_copy(e.subject, sizeof e.subject, value->code);
		str_copy(e.body.bin, sizeof e.body.bin, bin);
		str_copy(e.body.from, sizeof e.body.from, value->where);
		if (!flow_append(f, v, &e, err))
			return false;
		moved = value;
		n++;
	}
	assert(n > 0);
	vec_clear(&f->skipped);
	if (n == 1) {
		flow_commit_words(f, "%s into %s", moved->code, bin);
		return verdict_say(v, VERDICT_DONE, "", "%s of %s is in %s now",
		    moved->code, moved->item, bin);
	}
	flow_commit_words(f, "%zu units into %s", n, bin);
	return verdict_say(v, VERDICT_DONE, "", "%zu units are in %s now", n, bin);
}

/* XCXFULL: the bin suggested first is full or blocked; show the next. */
static bool
pass_over(struct flow *f, bool *handled, struct verdict *v, struct err *err)
{
	struct view_suggestion best[2];
	const struct slot *s = putaway_units(f);
	size_t n;

	if (s->values.n == 0)
		return true;
	*handled = true;
	if (!place_suggest(f, s->values.at[0].item, (int64_t)s->values.n, best, 2,
	    &n, err))
		return false;
	if (n == 0)
		return verdict_say(v, VERDICT_REFUSE, "bin.full",
		    "no other bin has room for %zu units", s->values.n);
	if (f->skipped.n < MANY_MAX)
		str_copy(((struct value *)vec_push(&f->skipped))->code,
		    sizeof f->skipped.at[0].code, best[0].code);
	if (n == 1)
		return verdict_say(v, VERDICT_OK, "", "%s passed over; no other bin fits",
		    best[0].code);
	return verdict_say(v, VERDICT_OK, "", "%s passed over; go to %s (%s)",
	    best[0].code, best[1].code, best[1].why);
}

static bool
command(struct flow *f, enum scan_command c, bool *handled, struct verdict *v,
    struct err *err)
{
	*handled = false;
	if (c == CMD_FULL)
		return pass_over(f, handled, v, err);
	if (c == CMD_DONE && flow_half_filled(f)) {
		*handled = true;
		verdict_say(v, VERDICT_REFUSE, "command.not-here",
		    "%zu units wait for their bin", putaway_units(f)->values.n);
		return verdict_more(v, "", "Scan the bin, or XCXUNDO to take the last unit out.");
	}
	if (c == CMD_DONE) {
		*handled = true;
		verdict_say(v, VERDICT_OK, "", "%zu acts booked in this job",
		    f->commits.n);
		return job_end(f, err);
	}
	return true;
}

const struct flow_def putaway_flow = {
	.name = "putaway", .title = "Putaway", .may = MAY_PUTAWAY,
	.slots = slots, .n_slots = sizeof slots / sizeof slots[0],
	.columns = columns, .commands = 1u << CMD_FULL,
	.take = take, .commit = commit, .command = command, .view = putaway_view,
};

const struct flow_def move_flow = {
	.name = "move", .title = "Move", .may = MAY_PUTAWAY,
	.slots = slots, .n_slots = sizeof slots / sizeof slots[0],
	.columns = columns, .commands = 1u << CMD_FULL,
	.take = take, .commit = commit, .command = command, .view = putaway_view,
};
