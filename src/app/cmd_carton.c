/*
 * cmd_carton.c - cartons, pallets and totes by command: what the packing
 * bench does, for scripts and for putting right.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "app/cmd_carton.h"
#include "app/void.h"
#include "domain/weight.h"
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

/* What one act is about; the verbs' functions take it as context. */
struct act {
	const struct sscc_plan *plan;
	enum carton_kind kind;
	const char *order;		/* key, "" none */
	char code[CODE_SIZE];
	const char *other;		/* pallet; or item */
	const char *serial;
	int64_t weight_g;
};

static bool
find(struct ledger *l, const char *code, struct carton *c, struct err *err)
{
	int rc = carton_find(l, code, c, err);

	if (rc == 0) {
		err_code(err, ERR_ABSENT, "carton.unknown", "there is no carton %s",
		    code);
		err_hint(err, "'dockledger carton list' lists them.");
	}
	return rc > 0;
}

/* Do it, and show what became of the container. */
static int
act_and_show(struct app *app, struct act *a,
    bool (*act)(struct ledger *, void *, struct err *))
{
	struct err err;

	if (!app_act(app, act, a, &err))
		return app_fail(&err);
	return carton_print(app, a->code);
}

static bool
take_code(struct act *a, const char *code, struct err *err)
{
	return str_copy(a->code, sizeof a->code, code) ||
	    err_set(err, ERR_USAGE, "a code has at most %d bytes", CODE_SIZE - 1);
}

/* --- start ---------------------------------------------------------------- */

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
	struct act *a = ctx;
	struct carton_say what;

	memset(&what, 0, sizeof what);
	if (a->order[0] != '\0' && !order_is_open(l, a->order, what.party, err))
		return false;
	str_copy(what.kind, sizeof what.kind, carton_kind_name(a->kind));
	str_copy(what.order, sizeof what.order, a->order);
	switch (store_first(s, Q_FLOW_BIN_FIRST, err, "i", (int64_t)BIN_PACK)) {
	case -1:
		return false;
	case 0:
		break;
	default:
		str_copy(what.bin, sizeof what.bin, store_text(s, Q_FLOW_BIN_FIRST, 1));
		store_end(s, Q_FLOW_BIN_FIRST);
	}
	return sscc_next(l, a->plan, a->code, err) &&
	    carton_append(l, a->code, EV_CARTON_STARTED, &what, BY_KEYS, err);
}

static int
start_run(struct app *app, const struct args *args)
{
	char key[ORDER_SIZE];
	struct act a = { .plan = &app->settings.sscc, .order = key,
	    .kind = args_has(args, "pallet") ? CARTON_PALLET : CARTON_CARTON };
	int status;

	if (!carton_order(args, key, &status))
		return status;
	if (key[0] == '\0' && a.kind == CARTON_CARTON)
		return app_usage(args->command, "a carton is started --order SO NUMBER");
	return act_and_show(app, &a, start);
}

/* --- close, reopen -------------------------------------------------------- */

static bool
close_it(struct ledger *l, void *ctx, struct err *err)
{
	const struct act *a = ctx;
	struct carton_say what;
	struct carton c;

	memset(&what, 0, sizeof what);
	what.weight_g = a->weight_g;
	return find(l, a->code, &c, err) && carton_check_close(l, &c, a->code, err) &&
	    carton_append(l, a->code, EV_CARTON_CLOSED, &what, BY_KEYS, err);
}

static int
close_run(struct app *app, const struct args *args)
{
	const char *weight = args_value(args, "weight");
	struct act a = { .weight_g = 0 };
	struct err err;

	if (weight != NULL && !weight_parse(weight, true, &a.weight_g))
		return app_usage(args->command,
		    "--weight takes kilograms, such as 12.5, not \"%s\"", weight);
	if (!take_code(&a, args->operands[1], &err))
		return app_fail(&err);
	return act_and_show(app, &a, close_it);
}

static bool
reopen(struct ledger *l, void *ctx, struct err *err)
{
	static const struct carton_say nothing;
	const struct act *a = ctx;
	struct carton c;

	return find(l, a->code, &c, err) && carton_check_reopen(&c, a->code, err) &&
	    carton_append(l, a->code, EV_CARTON_REOPENED, &nothing, BY_KEYS, err);
}

static int
reopen_run(struct app *app, const struct args *args)
{
	struct act a = { .weight_g = 0 };
	struct err err;

	if (!take_code(&a, args->operands[1], &err))
		return app_fail(&err);
	return act_and_show(app, &a, reopen);
}

/* --- nest, unnest --------------------------------------------------------- */

static bool
nest(struct ledger *l, void *ctx, struct err *err)
{
	const struct act *a = ctx;
	struct carton inner, outer;
	struct carton_say what;

	memset(&what, 0, sizeof what);
	if (!find(l, a->code, &inner, err) || !find(l, a->other, &outer, err) ||
	    !carton_check_nest(l, &inner, &outer, err))
		return false;
	str_copy(what.parent, sizeof what.parent, outer.code);
	return carton_append(l, a->code, EV_CARTON_NESTED, &what, BY_KEYS, err);
}

static int
nest_run(struct app *app, const struct args *args)
{
	struct act a = { .other = args->operands[2] };
	struct err err;

	if (!take_code(&a, args->operands[1], &err))
		return app_fail(&err);
	return act_and_show(app, &a, nest);
}

static bool
unnest(struct ledger *l, void *ctx, struct err *err)
{
	const struct act *a = ctx;
	struct carton_say what;
	struct carton c;

	memset(&what, 0, sizeof what);
	if (!find(l, a->code, &c, err) || !carton_check_unnest(l, &c, err))
		return false;
	str_copy(what.from, sizeof what.from, c.parent);
	return carton_append(l, a->code, EV_CARTON_NESTED, &what, BY_KEYS, err);
}

static int
unnest_run(struct app *app, const struct args *args)
{
	struct act a = { .weight_g = 0 };
	struct err err;

	if (!take_code(&a, args->operands[1], &err))
		return app_fail(&err);
	return act_and_show(app, &a, unnest);
}

/* --- unpack --------------------------------------------------------------- */

static bool
unpack(struct ledger *l, void *ctx, struct err *err)
{
	const struct act *a = ctx;
	struct event e = { .type = EV_UNIT_UNPACKED, .subject_kind = SUBJECT_UNIT,
	    .entry = BY_KEYS };
	struct anomaly odd;
	struct carton c;
	struct unit u;
	char code[32];
	int rc;

	if (!find(l, a->code, &c, err) ||
	    !carton_check(&c, c.code, EV_CARTON_CLOSED, err) ||
	    (rc = ledger_unit(l, a->other, a->serial, &u, err)) < 0)
		return false;
	if (rc == 0)
		return err_code(err, ERR_ABSENT, "unit.unknown",
		    "there is no unit %s of item %s", a->serial, a->other);
	if (!unit_may(&u, EV_UNIT_UNPACKED, code) || strcmp(u.carton, c.code) != 0) {
		err_code(err, ERR_CLASH, code[0] != '\0' ? code : "unit.wrong-place",
		    "%s %s is not packed in carton %s", u.item, u.serial, c.code);
		return err_hint(err, "'dockledger trace' says where it is.");
	}
	str_copy(e.item, sizeof e.item, u.item);
	str_copy(e.subject, sizeof e.subject, u.serial);
	str_copy(e.body.carton, sizeof e.body.carton, c.code);
	str_copy(e.body.order, sizeof e.body.order, u.out_order);
	e.body.line = u.out_line;
	return ledger_append(l, &e, &odd, err);
}

static int
unpack_run(struct app *app, const struct args *args)
{
	struct act a = { .other = args->operands[2], .serial = args->operands[3] };
	struct err err;

	if (!take_code(&a, args->operands[1], &err))
		return app_fail(&err);
	return act_and_show(app, &a, unpack);
}

static int
void_run(struct app *app, const struct args *args)
{
	struct act a = { .other = "" };
	struct err err;

	if (!take_code(&a, args->operands[1], &err))
		return app_fail(&err);
	return void_carton(app, args, a.code);
}

/* --- All of them ---------------------------------------------------------- */

static const struct carton_verb start_verb = { "start",
    "[--pallet] --order SO NUMBER", 0, 1, MAY_PACK, start_run };
static const struct carton_verb close_verb = { "close", "CODE [--weight KG]", 1, 1,
    MAY_PACK, close_run };
static const struct carton_verb reopen_verb = { "reopen", "CODE", 1, 1, MAY_PACK,
    reopen_run };
static const struct carton_verb nest_verb = { "nest", "CODE PALLET", 2, 2, MAY_PACK,
    nest_run };
static const struct carton_verb unnest_verb = { "unnest", "CODE", 1, 1, MAY_PACK,
    unnest_run };
static const struct carton_verb unpack_verb = { "unpack", "CODE ITEM SERIAL", 3, 3,
    MAY_PACK, unpack_run };
static const struct carton_verb void_verb = { "void", "CODE --reason TEXT", 1, 1,
    MAY_OVERRIDE, void_run };

static const struct carton_verb *const verbs[] = { &carton_list_verb,
    &carton_show_verb, &start_verb, &close_verb, &reopen_verb, &nest_verb,
    &unnest_verb, &unpack_verb, &void_verb };
#define VERBS (sizeof verbs / sizeof verbs[0])

static int
carton_run(struct app *app, const struct args *args)
{
	const struct carton_verb *v = NULL;
	struct err err;

	for (size_t i = 0; i < VERBS && v == NULL; i++)
		if (strcmp(verbs[i]->name, args->operands[0]) == 0)
			v = verbs[i];
	if (v == NULL)
		return app_usage(args->command, "a carton is not %s",
		    args->operands[0]);
	if (args->n - 1 < v->min || args->n - 1 > v->max)
		return app_usage(args->command, "say carton %s %s", v->name, v->usage);
	if (v->permission != ANYBODY &&
	    !app_may(app, (enum permission)v->permission, &err))
		return app_fail(&err);
	return v->run(app, args);
}

static const struct option_row carton_options[] = {
	{ "open", NULL, "list: only those that did not leave" },
	{ "order", "KIND", "of this order: --order SO 5001" },
	{ "pallet", NULL, "start: a pallet" },
	{ "weight", "KG", "close: its weight in kilograms" },
	VOID_REASON,
	{ NULL, NULL, NULL }
};

const struct command cmd_carton = {
	.name = "carton",
	.usage = "list [--open] [--order KIND NUMBER] | show CODE | "
	    "start [--pallet] --order SO NUMBER | close CODE [--weight KG] | "
	    "reopen CODE | nest CODE PALLET | unnest CODE | "
	    "unpack CODE ITEM SERIAL | void CODE --reason TEXT",
	.words = "List, show, start, close and nest cartons and pallets; void what "
	    "left.",
	.options = carton_options, .min = 1, .max = 4, .needs = NEEDS_WRITING,
	.permission = ANYBODY, .run = carton_run,
};
