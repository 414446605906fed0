/*
 * commission.c - units made in-house: a serial of ours, its label, the unit.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A serial is issued beside the act: taking the unit back does not give its
 * number back.  Which serial waits for its unit is kept with the item's slot,
 * and with it through a crash.
 */
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "flow/commission.h"
#include "flow/print.h"

static const struct slot_def slots[] = {
	{ "item", ACCEPT_ITEM, true },
	{ "serial", ACCEPT_SERIAL | ACCEPT_UNIT, true },
};
static const char *const columns[] = { "serial", "state", "purpose", "issued", NULL };

static bool
take_item(struct flow *f, size_t slot, const struct item *item, struct verdict *v,
    struct err *err)
{
	struct serial_rule_def rule;
	struct serial_mask mask;

	if (strcmp(flow_text(f, "item"), item->code) == 0)
		return verdict_say(v, VERDICT_OK, "", "item %s %s", item->code,
		    item->name);
	if (!serials_rule(f->l, item->code, &rule, &mask, err))
		return verdict_if_input(v, err);
	flow_fill(f, slot, item->code, item->name);
	return verdict_say(v, VERDICT_OK, "", "item %s %s; XCXBEGIN issues a serial",
	    item->code, item->name);
}

static bool
take(struct flow *f, size_t slot, const struct meaning *m, struct verdict *v,
    struct err *err)
{
	if (strcmp(f->form->slots[slot].name, "item") == 0)
		return take_item(f, slot, &m->item, v, err);
	return commission_serial(f, slot, m, v, err);
}

/* --- The act --------------------------------------------------------------------- */

/* Where new units stand: the bin that was named, else the first dock, else the
 * first stage. */
static bool
new_bin(struct flow *f, struct bin *bin, bool *ok, struct verdict *v,
    struct err *err)
{
	int rc = 0;

	if (f->dock[0] != '\0' && (rc = bin_find(f->l, f->dock, bin, err)) < 0)
		return false;
	*ok = rc > 0;
	if (!*ok && !bin_first_of(f, BIN_DOCK, bin, ok, err))
		return false;
	if (!*ok && !bin_first_of(f, BIN_STAGE, bin, ok, err))
		return false;
	if (*ok)
		return place_allows(f, bin, flow_text(f, "item"), 1, ok, v, err);
	verdict_say(v, VERDICT_REFUSE, "bin.unknown", "no dock or stage bin is defined");
	return verdict_more(v, "", "Import a bin of the kind dock or stage first.");
}

static void
birth_event(struct flow *f, const struct item *item, const char *bin,
    struct event *e)
{
	const struct scan_parsed *p = &f->parsed;

	memset(e, 0, sizeof *e);
	e->type = EV_UNIT_COMMISSIONED;
	e->subject_kind = SUBJECT_UNIT;
	str_copy(e->item, sizeof e->item, item->code);
	str_copy(e->subject, sizeof e->subject, flow_text(f, "serial"));
	str_copy(e->body.bin, sizeof e->body.bin, bin);
	str_copy(e->body.lot, sizeof e->body.lot, p->lot);
	str_copy(e->body.made_on, sizeof e->body.made_on, p->made_on);
	str_copy(e->body.expires_on, sizeof e->body.expires_on, p->expires_on);
	if (e->body.made_on[0] == '\0' && item->made_on != NEED_NONE)
		clock_today(e->body.made_on);	/* it is made here and now */
}

static bool
commit(struct flow *f, struct verdict *v, struct err *err)
{
	const char *serial = flow_text(f, "serial");
	char *waiting = commission_waiting(f);
	const struct item *item;
	struct bin bin;
	struct event e;
	bool ok;

	if (flow_item(f, flow_text(f, "item"), &item, err) <= 0)
		return false;
	if (!new_bin(f, &bin, &ok, v, err))
		return false;
	if (!ok)
		return true;
	birth_event(f, item, bin.code, &e);
	if (!flow_append(f, v, &e, err))
		return false;
	flow_commit_words(f, "commissioned %s of %s", serial, item->code);
	if (waiting != NULL && strcmp(waiting, serial) == 0)
		waiting[0] = '\0';
	unit_init(&f->subject, item->code, serial);
	f->subject.status = UNIT_AVAILABLE;
	f->has_subject = true;
	verdict_say(v, VERDICT_DONE, "", "%s of %s is a unit now, in %s",
	    serial, item->code, bin.code);
	return print_read_back(f, item->code, serial, err);
}

/* --- Beside it ------------------------------------------------------------------- */

static bool
command(struct flow *f, enum scan_command c, bool *handled, struct verdict *v,
    struct err *err)
{
	const char *waiting = commission_waiting(f);

	if (c == CMD_REPRINT && waiting != NULL && waiting[0] != '\0') {
		*handled = verdict_say(v, VERDICT_WARN, "serial.waiting",
		    "%s waits for its unit", waiting);
		return verdict_more(v, "", "Is its label spoiled? XCXNO voids it and "
		    "issues another serial.");
	}
	*handled = c == CMD_BEGIN;
	if (c == CMD_BEGIN)
		return commission_issue(f, v, err);
	if (c == CMD_NO)
		return commission_spoiled(f, handled, v, err);
	return true;
}

static bool
set_extra(struct flow *f, const char *slot, const char *value, struct verdict *v,
    struct err *err)
{
	struct bin bin;
	int rc;

	if (strcmp(slot, "bin") != 0) {
		err_set(err, ERR_USAGE, "commission has no slot \"%s\"", slot);
		return err_hint(err, "It has item serial, and bin.");
	}
	if ((rc = bin_find(f->l, value, &bin, err)) < 0)
		return false;
	if (rc == 0)
		return verdict_say(v, VERDICT_REFUSE, "bin.unknown",
		    "no bin %s is known", value);
	if (bin.kind != BIN_DOCK && bin.kind != BIN_STAGE && bin.kind != BIN_STORAGE)
		return verdict_say(v, VERDICT_REFUSE, "bin.kind",
		    "%s is a %s bin; new units go to dock, stage or storage", bin.code,
		    bin_kind_name(bin.kind));
	str_copy(f->dock, sizeof f->dock, bin.code);
	return verdict_say(v, VERDICT_OK, "", "new units go to %s", bin.code);
}

const struct flow_def commission_flow = {
	.name = "commission", .title = "Commission", .may = MAY_RECEIVE,
	.slots = slots, .n_slots = sizeof slots / sizeof slots[0],
	.columns = columns, .label = "unit", .commands = 1u << CMD_BEGIN,
	.take = take, .commit = commit, .command = command,
	.view = commission_view, .set_extra = set_extra,
};
