/*
 * label_given.c - what a label says of a unit or a container, by field.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/json.h"
#include "base/str.h"
#include "domain/weight.h"
#include "flow/label_given.h"
#include "ledger/cartons.h"

void
label_given_offer(struct label_given *g, const struct label *label,
    const char *name, const char *value)
{
	const struct label_field *f = label_field(label, name);

	if (f == NULL || f->derived || value[0] == '\0' || g->n == LABEL_GIVEN_MAX)
		return;
	str_copy(g->names[g->n], sizeof g->names[g->n], name);
	str_copy(g->texts[g->n], sizeof g->texts[g->n], value);
	g->at[g->n] = (struct label_value){ g->names[g->n], g->texts[g->n] };
	g->n++;
}

void
label_given_unit(struct label_given *g, const struct label *label,
    const struct unit *u, const struct item *item)
{
	const char *const all[][2] = { { "item", u->item },
	    { "item_name", item->name }, { "gtin", item->gtin },
	    { "serial", u->serial }, { "lot", u->lot }, { "made_on", u->made_on },
	    { "expires_on", u->expires_on }, { "bin", u->bin } };

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		label_given_offer(g, label, all[i][0], all[i][1]);
}

static void
offer_number(struct label_given *g, const struct label *label, const char *name,
    int64_t n)
{
	char digits[24];

	str_print(digits, sizeof digits, "%lld", (long long)n);
	label_given_offer(g, label, name, n > 0 ? digits : "");
}

bool
label_given_carton(struct label_given *g, const struct label *label,
    struct ledger *l, const char *code, struct err *err)
{
	int64_t units, cartons;
	char weight[32];
	struct carton c;
	struct party to;
	int rc;

	label_given_offer(g, label, "sscc", code);
	if (!carton_count(l, code, &units, &cartons, err))
		return false;
	offer_number(g, label, "units", units);
	offer_number(g, label, "count", units);
	offer_number(g, label, "cartons", cartons);
	if ((rc = carton_find(l, code, &c, err)) <= 0)
		return rc == 0;
	label_given_offer(g, label, "order", c.order);
	label_given_offer(g, label, "carrier", c.carrier);
	weight_words(c.weight_g, weight, sizeof weight);
	label_given_offer(g, label, "weight", weight);
	if (c.party[0] == '\0')
		return true;
	if ((rc = party_find(l, c.party, &to, err)) > 0)
		label_given_offer(g, label, "to", to.name);
	return rc >= 0;
}

static bool
is_said_later(const struct label_values *values, size_t i)
{
	for (size_t k = i + 1; k < values->n; k++)
		if (strcmp(values->at[k].name, values->at[i].name) == 0)
			return true;
	return false;
}

void
label_given_fields(const struct label_values *values, struct str *out)
{
	struct json_out j;

	json_begin(&j, out);
	json_object(&j);
	for (size_t i = 0; i < values->n; i++)
		if (values->at[i].value[0] != '\0' && !is_said_later(values, i))
			json_kv(&j, values->at[i].name, values->at[i].value);
	json_object_end(&j);
}
