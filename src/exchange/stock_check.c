/*
 * stock_check.c - rows about units against what is known.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdlib.h>
#include <string.h>
#include "base/xalloc.h"
#include "domain/check.h"
#include "exchange/stock.h"

/* --- Shared things ---------------------------------------------------------- */

static void
item_free(void *thing)
{
	struct stock_item *it = thing;

	serial_rule_free(it->rule);
	free(it);
}

/* The rule that an item names; one that is gone asks for nothing. */
static bool
find_rule(struct import *im, struct stock_item *it, struct err *err)
{
	struct serial_rule_def d;
	int rc = it->item.serial_rule[0] == '\0' ? 0 :
	    serial_rule_find(im->l, it->item.serial_rule, &d, err);

	if (rc <= 0)
		return rc == 0;
	it->rule = serial_rule_new(d.code, d.pattern, d.example, d.hint,
	    check_find(d.check[0] == '\0' ? "none" : d.check), d.strip, err);
	return it->rule != NULL;
}

static bool
find_units(struct import *im, struct stock_item *it, struct err *err)
{
	if (store_first(im->store, Q_TALLY_SUM, err, "ii", (int64_t)TALLY_STATUS,
	    it->item.id) < 1)
		return false;
	it->has_units = store_int(im->store, Q_TALLY_SUM, 0) != 0;
	store_end(im->store, Q_TALLY_SUM);
	return true;
}

bool
stock_find_items(struct import *im, struct err *err)
{
	struct stock_refs *refs = &((struct stock *)im->state)->items;

	refs->free = item_free;
	for (size_t i = 0; i < refs->list.n; i++) {
		struct stock_item *it = xcalloc(1, sizeof *it);
		int rc = item_find(im->l, refs->list.at[i].text, &it->item, err);

		if (rc > 0)
			refs->list.at[i].thing = it;
		else
			free(it);
		if (rc < 0 || (rc > 0 && (!find_rule(im, it, err) ||
		    !find_units(im, it, err))))
			return false;
	}
	return true;
}

bool
stock_find_bins(struct import *im, struct err *err)
{
	struct stock_refs *refs = &((struct stock *)im->state)->bins;
	struct bin bin;

	refs->free = free;
	for (size_t i = 0; i < refs->list.n; i++) {
		int rc = bin_find(im->l, refs->list.at[i].text, &bin, err);

		if (rc < 0)
			return false;
		if (rc > 0)
			refs->list.at[i].thing = memcpy(xmalloc(sizeof bin), &bin,
			    sizeof bin);
	}
	return true;
}

bool
stock_find_parties(struct import *im, struct err *err)
{
	struct stock_refs *refs = &((struct stock *)im->state)->parties;
	struct party party;

	refs->free = free;
	for (size_t i = 0; i < refs->list.n; i++) {
		int rc = party_find(im->l, refs->list.at[i].text, &party, err);

		if (rc < 0)
			return false;
		if (rc > 0)
			refs->list.at[i].thing = memcpy(xmalloc(sizeof party), &party,
			    sizeof party);
	}
	return true;
}

/* --- One row ------------------------------------------------------------- */

static void
check_ref(struct import *im, struct stock_unit *u, const struct stock_refs *refs,
    uint32_t ref, const char *column, const char *what)
{
	if (ref != STOCK_NONE && stock_thing(refs, ref) == NULL)
		import_say_unknown(im, &u->row, column, what, stock_text(refs, ref));
}

void
stock_check_refs(struct import *im, struct stock_unit *u)
{
	const struct stock *st = im->state;

	check_ref(im, u, &st->items, u->item, "item", "item");
	check_ref(im, u, &st->bins, u->bin, "bin", "bin");
	check_ref(im, u, &st->parties, u->party, "supplier", "party");
}

void
stock_check_unit(struct import *im, struct stock_unit *u)
{
	const struct stock *st = im->state;
	const struct stock_item *it = stock_thing(&st->items, u->item);
	struct serial_fault fault;
	char serial[SERIAL_SIZE];

	if (u->made_on != STOCK_NONE && u->expires_on != STOCK_NONE &&
	    u->made_on > u->expires_on)
		import_say(im, &u->row, "expires_on", "comes before made_on");
	if (it == NULL)
		return;
	u->item_id = it->item.id;
	if (it->rule == NULL)
		return;
	stock_serial(st, u, serial);
	if (serial[0] != '\0' && !serial_rule_check(it->rule, serial, &fault))
		import_say(im, &u->row, "serial", "\"%s\": %s", serial, fault.words);
}
