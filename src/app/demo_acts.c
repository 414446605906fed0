/*
 * demo_acts.c - what happened to units after they came: moves, holds,
 * incidents (demo/acts.csv).
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "app/demo.h"

#define ACT_S 12

static void
leave_for(struct demo *d, const struct unit *u, const char *bin)
{
	struct demo_place *from = demo_place_of(d, u->bin);
	struct demo_place *to = demo_place_of(d, bin);

	if (from != NULL)
		from->units--;
	if (to != NULL)
		to->units++;
}

static bool
move(struct demo *d, const char *badge, const struct unit *u, const char *bin,
    struct err *err)
{
	struct event e = { .type = EV_UNIT_MOVED };

	str_copy(e.item, sizeof e.item, u->item);
	str_copy(e.subject, sizeof e.subject, u->serial);
	str_copy(e.body.from, sizeof e.body.from, u->bin);
	str_copy(e.body.bin, sizeof e.body.bin, bin);
	leave_for(d, u, bin);
	return demo_append(d, badge, &e, err);
}

static bool
act_move(struct demo *d, size_t row, const struct unit *u, struct err *err)
{
	return move(d, "CLERK2", u, demo_cell(&d->acts, row, "bin"), err);
}

static bool
act_hold(struct demo *d, size_t row, const struct unit *u, struct err *err)
{
	struct event e = { .type = EV_UNIT_HELD };

	str_copy(e.item, sizeof e.item, u->item);
	str_copy(e.subject, sizeof e.subject, u->serial);
	str_copy(e.body.reason, sizeof e.body.reason,
	    demo_cell(&d->acts, row, "reason"));
	str_copy(e.body.note, sizeof e.body.note, demo_cell(&d->acts, row, "note"));
	return demo_append(d, "SUPER1", &e, err) &&
	    move(d, "SUPER1", u, demo_cell(&d->acts, row, "bin"), err);
}

static bool
act_incident(struct demo *d, size_t row, const struct unit *u, struct err *err)
{
	char key[INCIDENT_KEY_SIZE];

	ledger_set_operator(d->l, "CLERK1");
	return ledger_incident_open(d->l, SUBJECT_UNIT, u->item, u->serial,
	    demo_cell(&d->acts, row, "reason"), demo_cell(&d->acts, row, "note"),
	    BY_KEYS, key, err);
}

static const struct {
	const char *name;
	bool (*run)(struct demo *, size_t row, const struct unit *, struct err *);
} acts[] = {
	{ "move", act_move }, { "hold", act_hold }, { "incident", act_incident },
};

static bool
act(struct demo *d, size_t row, const struct unit *u, struct err *err)
{
	const char *name = demo_cell(&d->acts, row, "act");

	for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++)
		if (strcmp(acts[i].name, name) == 0)
			return acts[i].run(d, row, u, err);
	return err_set(err, ERR_BUG, "demo/acts.csv: there is no act %s", name);
}

static bool
act_on_all(struct demo *d, size_t row, struct err *err)
{
	struct demo_serials s;
	char serial[TEXT_SIZE];
	struct unit u;

	if (!demo_serials_of(d, &d->acts, row, &s, err))
		return false;
	for (uint32_t i = 0; i < s.n; i++) {
		int rc;

		if (!demo_serial_at(&s, i, serial, err) ||
		    (rc = ledger_unit(d->l, s.item.code, serial, &u, err)) < 0)
			return false;
		if (rc == 0)
			return err_set(err, ERR_BUG,
			    "demo/acts.csv: no unit %s of %s came", serial, s.item.code);
		demo_clock_add(d, ACT_S);
		if (!act(d, row, &u, err))
			return false;
	}
	return true;
}

bool
demo_acts(struct demo *d, int64_t days_ago, struct err *err)
{
	for (size_t i = 0; i < d->acts.rows.n; i++)
		if (demo_number(&d->acts, i, "days_ago") == days_ago &&
		    !act_on_all(d, i, err))
			return false;
	return true;
}
