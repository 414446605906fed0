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

/* What one act is about; the verbs' functions take it as context. */
struct act {
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
    &carton_show_verb, &carton_start_verb, &close_verb, &reopen_verb, &nest_verb,
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
