/*
 * label_values.c - what a label says, taken from the database and by hand.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A source offers all it knows of its subject; the template takes the fields
 * that it has.
 */
#include <string.h>
#include "app/label_values.h"
#include "report/trace.h"

struct taker {
	struct app *app;
	const struct label *label;
	struct label_given *given;
};

static void
offer(struct taker *t, const char *name, const char *value)
{
	label_given_offer(t->given, t->label, name, value);
}

static void
offer_item(struct taker *t, const struct item *i)
{
	offer(t, "code", i->code);
	offer(t, "item", i->code);
	offer(t, "item_name", i->name);
	offer(t, "content", i->name);
	offer(t, "gtin", i->gtin);
}

static bool
unknown(const char *what, const char *code, const char *where, struct err *err)
{
	err_code(err, ERR_ABSENT, strcmp(what, "item") == 0 ? "item.unknown" :
	    "scan.unknown", "there is no %s \"%s\"", what, code);
	return err_hint(err, "'dockledger %s' lists them.", where);
}

static bool
take_unit(struct taker *t, const char *item, const char *serial, struct err *err)
{
	struct trace trace;
	struct item i = { .id = 0 };

	if (!trace_read(t->app->ledger, item, serial, &trace, err))
		return false;
	str_copy(i.name, sizeof i.name, trace.item_name);
	str_copy(i.gtin, sizeof i.gtin, trace.gtin);
	label_given_unit(t->given, t->label, &trace.unit, &i);
	trace_done(&trace);
	return true;
}

static bool
take_item(struct taker *t, const char *code, const char *none, struct err *err)
{
	struct item item;
	int rc = item_find(t->app->ledger, code, &item, err);

	(void)none;
	if (rc > 0)
		offer_item(t, &item);
	return rc > 0 || (rc == 0 && unknown("item", code, "items", err));
}

static bool
take_bin(struct taker *t, const char *code, const char *none, struct err *err)
{
	struct bin bin;
	int rc = bin_find(t->app->ledger, code, &bin, err);

	(void)none;
	if (rc <= 0)
		return rc == 0 && unknown("bin", code, "bins", err);
	offer(t, "code", bin.code);
	offer(t, "zone", bin.zone);
	return true;
}

static bool
take_badge(struct taker *t, const char *badge, const char *none, struct err *err)
{
	struct operator o;
	int rc = operator_find(t->app->ledger, badge, &o, err);

	(void)none;
	if (rc <= 0)
		return rc == 0 && unknown("operator", badge, "operators", err);
	offer(t, "badge", o.badge);
	offer(t, "name", o.name);
	offer(t, "role", role_name(o.role));
	return true;
}

static bool
take_carton(struct taker *t, const char *sscc, const char *none, struct err *err)
{
	(void)none;
	if (strlen(sscc) >= CODE_SIZE)
		return err_set(err, ERR_USAGE, "--carton is too long");
	return label_given_carton(t->given, t->label, t->app->ledger, sscc, err);
}

static const struct {
	const char *option;
	bool (*take)(struct taker *, const char *, const char *, struct err *);
} sources[] = {
	{ "unit", take_unit }, { "item", take_item }, { "bin", take_bin },
	{ "carton", take_carton }, { "badge", take_badge },
};

static bool
take_sources(struct taker *t, const struct args *args, struct err *err)
{
	for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
		const char *value = args_value(args, sources[i].option);

		if (value == NULL)
			continue;
		if (t->app->ledger == NULL && (!app_open(t->app, NEEDS_READING, err) ||
		    !app_identify(t->app, err)))
			return false;
		if (sources[i].take == take_unit ? !take_unit(t, value,
		    args_second(args, "unit"), err) :
		    !sources[i].take(t, value, NULL, err))
			return false;
	}
	return true;
}

/* --set NAME=VALUE; the last one of a name counts. */
static bool
take_sets(struct label_given *g, const struct args *args, struct err *err)
{
	const char *set, *equals;

	for (size_t i = 0; (set = args_nth(args, "set", i)) != NULL; i++) {
		equals = strchr(set, '=');
		if (equals == NULL || equals == set)
			return err_set(err, ERR_USAGE, "--set is NAME=VALUE, not \"%s\"",
			    set);
		if (g->n == LABEL_GIVEN_MAX)
			return err_set(err, ERR_USAGE, "there are too many --set");
		str_copyn(g->names[g->n], sizeof g->names[g->n], set,
		    (size_t)(equals - set));
		g->at[g->n] = (struct label_value){ g->names[g->n], equals + 1 };
		g->n++;
	}
	return true;
}

bool
label_values_take(struct app *app, const struct args *args,
    const struct label *label, struct label_given *given, struct err *err)
{
	struct taker t = { app, label, given };

	given->n = 0;
	return take_sources(&t, args, err) && take_sets(given, args, err);
}
