/*
 * cmd_hold.c - put a unit on hold, or lift a hold.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A hold that an incident put ends with the incident, and one that a recall
 * put with the recall: neither is lifted here.  A unit that is promised to an
 * order loses the promise, and the order gets another unit where there is one.
 */
#include <string.h>
#include "app/cmd.h"
#include "ledger/allocation.h"
#include "report/unit_json.h"

struct hold_act {
	bool put;
	const char *item, *serial, *note;
	enum hold reason;
	char order[ORDER_SIZE];		/* out: it was promised to this one ... */
	char instead[TEXT_SIZE];	/* ... which gets this serial now, "": none */
};

static bool
lift_allowed(const struct hold_act *h, const struct unit *u, struct err *err)
{
	const char *name = hold_name(h->reason);

	if (h->put)
		return true;
	if ((u->holds & (unsigned)h->reason) == 0)
		return err_set(err, ERR_CLASH, "%s %s is not held for %s", h->item,
		    h->serial, name);
	if (h->reason != HOLD_INCIDENT && h->reason != HOLD_RECALL)
		return true;
	err_code(err, ERR_CLASH, h->reason == HOLD_RECALL ? "recall.open" : "",
	    "a hold for %s is not lifted by hand", name);
	return err_hint(err, "It ends when the %s is settled.", name);
}

static bool
find_unit(struct ledger *l, const struct hold_act *h, enum event_type type,
    struct unit *unit, struct err *err)
{
	char code[32];
	int rc = ledger_unit(l, h->item, h->serial, unit, err);

	if (rc < 0)
		return false;
	if (rc == 0)
		return err_code(err, ERR_ABSENT, "unit.unknown",
		    "there is no unit %s of item %s", h->serial, h->item);
	return unit_may(unit, type, code) || err_code(err, ERR_CLASH, code,
	    "%s %s is %s", h->item, h->serial, unit_status_name(unit->status));
}

/* Its order gets another unit, if it was promised to one. */
static bool
promise_another(struct ledger *l, struct hold_act *h, const struct unit *unit,
    struct err *err)
{
	struct allocation_ask ask = { .entry = BY_KEYS, .reason = "hold" };
	bool found;

	if (!h->put || unit->status != UNIT_ALLOCATED)
		return true;
	str_copy(h->order, sizeof h->order, unit->out_order);
	return allocation_replace(l, unit, &ask, &found, h->instead, err);
}

static bool
act(struct ledger *l, void *ctx, struct err *err)
{
	struct hold_act *h = ctx;
	struct event e = { .type = h->put ? EV_UNIT_HELD : EV_UNIT_RELEASED,
	    .subject_kind = SUBJECT_UNIT, .entry = BY_KEYS };
	struct anomaly odd;
	struct unit unit;

	if (!find_unit(l, h, e.type, &unit, err) || !lift_allowed(h, &unit, err))
		return false;
	str_copy(e.item, sizeof e.item, h->item);
	str_copy(e.subject, sizeof e.subject, h->serial);
	str_copy(e.body.reason, sizeof e.body.reason, hold_name(h->reason));
	str_copy(e.body.note, sizeof e.body.note, h->note);
	return ledger_append(l, &e, &odd, err) &&
	    promise_another(l, h, &unit, err);
}

static void
print_as_json(const struct unit *u, const char *gtin)
{
	struct json_out j;
	struct str line;

	str_init(&line);
	json_begin(&j, &line);
	unit_json(u, gtin, &j);
	print_json(&line);
	str_done(&line);
}

static int
tell(struct app *app, const struct hold_act *h)
{
	struct item item = { .gtin = "" };
	char held[96];
	struct unit unit;
	struct err err;

	if (ledger_unit(app->ledger, h->item, h->serial, &unit, &err) <= 0 ||
	    item_find(app->ledger, h->item, &item, &err) < 0)
		return app_fail(&err);
	if (app->globals.json) {
		print_as_json(&unit, item.gtin);
		return EXIT_DONE;
	}
	holds_words(unit.holds, held, sizeof held);
	printf("%s %s is %s%s\n", h->item, h->serial,
	    held[0] == '\0' ? "on no hold" : "on hold: ", held);
	if (h->instead[0] != '\0')
		printf("%s was promised it and gets %s instead\n", h->order,
		    h->instead);
	else if (h->order[0] != '\0')
		printf("%s was promised it and is short of one now: no other is "
		    "free\n", h->order);
	return EXIT_DONE;
}

static int
hold_run(struct app *app, const struct args *args)
{
	const char *verb = args->operands[0];
	const char *reason = args_value(args, "reason");
	const char *note = args_value(args, "note");
	struct hold_act h = { .put = strcmp(verb, "put") == 0,
	    .item = args->operands[1], .serial = args->operands[2],
	    .note = note == NULL ? "" : note };
	struct err err;

	if (!h.put && strcmp(verb, "lift") != 0)
		return app_usage(args->command, "a hold is put or lifted, not %s",
		    verb);
	if (reason == NULL || hold_find(reason) < 0)
		return app_usage(args->command, "--reason is one of quarantine, "
		    "recall, incident, count, quality");
	h.reason = (enum hold)hold_find(reason);
	if (!app_act(app, act, &h, &err))
		return app_fail(&err);
	return tell(app, &h);
}

static const struct option_row hold_options[] = {
	{ "reason", "CODE", "quarantine, count or quality" },
	{ "note", "TEXT", "why, in words" },
	{ NULL, NULL, NULL }
};

const struct command cmd_hold = {
	.name = "hold", .usage = "put|lift ITEM SERIAL --reason CODE [--note TEXT]",
	.words = "Put a unit on hold, or lift a hold.",
	.options = hold_options, .min = 3, .max = 3, .needs = NEEDS_WRITING,
	.permission = MAY_QUARANTINE, .run = hold_run,
};
