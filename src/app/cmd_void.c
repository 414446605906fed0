/*
 * cmd_void.c - a shipment taken back: the verb "void" of carton and order.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "app/cmd_order.h"
#include "app/void.h"
#include "ledger/shipment.h"

struct undoing {
	struct ledger *ledger;
	char code[CODE_SIZE];	/* of a container, "": an order */
	char order[ORDER_SIZE];
	const char *reason;
	int64_t units;
	int64_t events;
};

static bool
put(void *ctx, struct event *e, struct err *err)
{
	struct undoing *u = ctx;
	struct anomaly odd;

	e->entry = BY_KEYS;
	if (!ledger_append(u->ledger, e, &odd, err))
		return false;
	if (odd.code[0] != '\0')
		return err_code(err, ERR_CLASH, odd.code, "%s", odd.detail);
	u->events++;
	return true;
}

/* --- What there is to take back ----------------------------------------------- */

static bool
read_carton(struct ledger *l, struct undoing *u, struct shipment *s,
    struct err *err)
{
	struct carton c;
	int rc = carton_find(l, u->code, &c, err);

	if (rc < 0)
		return false;
	if (rc == 0) {
		err_code(err, ERR_ABSENT, "carton.unknown", "there is no carton %s",
		    u->code);
		return err_hint(err, "Give its SSCC, 18 digits.");
	}
	if (c.state != CARTON_SHIPPED) {
		err_code(err, ERR_CLASH, "unit.wrong-status",
		    "carton %s is %s, it did not leave", u->code,
		    carton_state_name(c.state));
		return err_hint(err, "Only a shipment is voided.");
	}
	if (c.parent[0] != '\0') {
		err_code(err, ERR_CLASH, "carton.nested",
		    "carton %s left on pallet %s", u->code, c.parent);
		return err_hint(err, "Void the pallet: carton void %s.", c.parent);
	}
	return shipment_add_carton(l, s, u->code, err);
}

static bool
read_order(struct ledger *l, struct undoing *u, struct shipment *s,
    struct err *err)
{
	if (!shipment_gone(l, u->order, s, err))
		return false;
	if (s->left.on_shared == 0)
		return true;
	err_code(err, ERR_CLASH, "carton.nested",
	    "part of %s left on pallet %s with other orders", u->order,
	    s->left.pallet);
	return err_hint(err, "Void the pallet: carton void %s.", s->left.pallet);
}

static bool
void_all(struct ledger *l, void *ctx, struct err *err)
{
	struct undoing *u = ctx;
	struct shipment_void what = { .reason = u->reason, .note = "", .put = put,
	    .ctx = u };
	struct shipment s;
	bool ok;

	u->ledger = l;
	shipment_init(&s);
	ok = (u->code[0] != '\0' ? read_carton(l, u, &s, err) :
	    read_order(l, u, &s, err)) &&
	    shipment_take_back(l, &s, &what, &u->units, err);
	if (ok && u->events == 0) {
		ok = err_code(err, ERR_CLASH, "unit.wrong-status",
		    "nothing of %s has left", u->order);
		err_hint(err, "'dockledger order' shows what is done of it.");
	}
	shipment_done(&s);
	return ok;
}

/* --- The verbs ------------------------------------------------------------------ */

static int
run(struct app *app, const struct args *args, struct undoing *u)
{
	const char *what = u->code[0] != '\0' ? u->code : u->order;
	struct str line;
	struct json_out j;
	struct err err;

	u->reason = args_value(args, "reason");
	if (u->reason == NULL || u->reason[0] == '\0' ||
	    strlen(u->reason) >= CODE_SIZE)
		return app_usage(args->command,
		    "void takes --reason with 1 to %d characters", CODE_SIZE - 1);
	if (!app_may(app, MAY_OVERRIDE, &err) || !app_act(app, void_all, u, &err))
		return app_fail(&err);
	if (!app->globals.json) {
		printf("the shipment of %s is voided: %lld units are here again\n",
		    what, (long long)u->units);
		return EXIT_DONE;
	}
	str_init(&line);
	json_begin(&j, &line);
	json_object(&j);
	json_kv_opt(&j, "carton", u->code);
	json_kv_opt(&j, "order", u->order);
	json_kv_int(&j, "units", u->units);
	json_kv_int(&j, "events", u->events);
	json_object_end(&j);
	print_json(&line);
	str_done(&line);
	return EXIT_DONE;
}

int
void_carton(struct app *app, const struct args *args, const char *code)
{
	struct undoing u = { .units = 0 };

	str_copy(u.code, sizeof u.code, code);
	return run(app, args, &u);
}

int
void_order(struct app *app, const struct args *args, enum order_kind kind,
    const char *number)
{
	struct undoing u = { .units = 0 };
	struct order order;
	struct err err;
	bool found;

	order_init(&order);
	found = order_named(app->ledger, kind, number, &order, &err);
	order_done(&order);
	if (!found)
		return app_fail(&err);
	order_key(u.order, kind, number);
	return run(app, args, &u);
}
