/*
 * carton_start.c - a carton or pallet with the next SSCC, and the order that
 * an option names.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "app/cmd_carton.h"
#include "ledger/cartons.h"
#include "ledger/masters.h"

bool
carton_order(const struct args *args, char key[ORDER_SIZE], int *status)
{
	const char *order = args_value(args, "order");
	const char *number = args->n > 1 ? args->operands[args->n - 1] : NULL;
	const char *colon = order == NULL ? NULL : strchr(order, ':');
	char kind[16];

	key[0] = '\0';
	*status = EXIT_USAGE;
	if (order == NULL) {
		if (number != NULL)
			*status = app_usage(args->command,
			    "%s stands alone: --order takes KIND NUMBER", number);
		return number == NULL;
	}
	str_copyn(kind, sizeof kind, order, colon == NULL ? strlen(order) :
	    (size_t)(colon - order));
	if ((number == NULL) == (colon == NULL) || order_kind_find(kind) < 0) {
		*status = app_usage(args->command, "--order takes KIND NUMBER");
		return false;
	}
	order_key(key, (enum order_kind)order_kind_find(kind),
	    colon == NULL ? number : colon + 1);
	return true;
}

struct beginning {
	const struct sscc_plan *plan;
	enum carton_kind kind;
	const char *order;		/* key, "" none */
	char code[CODE_SIZE];
};

static bool
order_is_open(struct ledger *l, const char *key, char party[CODE_SIZE],
    struct err *err)
{
	const char *number = strchr(key, ':') + 1;
	struct order order;
	char kind[16];
	bool ok = false;
	int rc;

	str_copyn(kind, sizeof kind, key, (size_t)(number - 1 - key));
	order_init(&order);
	rc = order_find(l, (enum order_kind)order_kind_find(kind), number, &order,
	    err);
	if (rc == 0) {
		err_code(err, ERR_ABSENT, "order.unknown", "there is no %s %s", kind,
		    number);
		err_hint(err, "'dockledger orders' lists them.");
	} else if (rc > 0 && order.kind != ORDER_SO && order.kind != ORDER_TRANSFER) {
		err_code(err, ERR_CLASH, "scan.wrong-kind",
		    "%s is no order to ship", key);
		err_hint(err, "Cartons are for orders of the kinds SO and TRANSFER.");
	} else if (rc > 0 && order.state != ORDER_OPEN) {
		err_code(err, ERR_CLASH, "order.closed", "%s is %s", key,
		    order_state_name(order.state));
		err_hint(err, "'dockledger order release' releases a draft or held one.");
	} else {
		ok = rc > 0;
	}
	str_copy(party, CODE_SIZE, order.party);
	order_done(&order);
	return ok;
}

static bool
start(struct ledger *l, void *ctx, struct err *err)
{
	struct store *s = ledger_store(l);
	struct beginning *b = ctx;
	struct carton_say what;

	memset(&what, 0, sizeof what);
	if (b->order[0] != '\0' && !order_is_open(l, b->order, what.party, err))
		return false;
	str_copy(what.kind, sizeof what.kind, carton_kind_name(b->kind));
	str_copy(what.order, sizeof what.order, b->order);
	switch (store_first(s, Q_FLOW_BIN_FIRST, err, "i", (int64_t)BIN_PACK)) {
	case -1:
		return false;
	case 0:
		break;
	default:
		str_copy(what.bin, sizeof what.bin, store_text(s, Q_FLOW_BIN_FIRST, 1));
		store_end(s, Q_FLOW_BIN_FIRST);
	}
	return sscc_next(l, b->plan, b->code, err) &&
	    carton_append(l, b->code, EV_CARTON_STARTED, &what, BY_KEYS, err);
}

static int
start_run(struct app *app, const struct args *args)
{
	char key[ORDER_SIZE];
	struct beginning b = { .plan = &app->settings.sscc, .order = key,
	    .kind = args_has(args, "pallet") ? CARTON_PALLET : CARTON_CARTON };
	struct err err;
	int status;

	if (!carton_order(args, key, &status))
		return status;
	if (key[0] == '\0' && b.kind == CARTON_CARTON)
		return app_usage(args->command, "a carton is started --order SO NUMBER");
	if (!app_act(app, start, &b, &err))
		return app_fail(&err);
	return carton_print(app, b.code);
}

const struct carton_verb carton_start_verb = { "start",
    "[--pallet] --order SO NUMBER", 0, 1, MAY_PACK, start_run };
