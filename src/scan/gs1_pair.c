/*
 * gs1_pair.c - which identifiers go together.
 * SPDX-License-Identifier: Apache-2.0
 *
 * An identifier may need others and may forbid others (the columns "needs"
 * and "forbids" of gs1_ai.tbl).  The rule is about all carriers of one
 * physical item together, so what one scan lacks is no fault of that scan:
 * the serial number that stands alone pairs with the product's own bar code.
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "scan/gs1_private.h"

/* Is an identifier of this pattern there, other than the one named? */
static const char *present(const struct scan_parsed *out, const char *pattern,
    size_t n, const char *other_than)
{
	for (size_t i = 0; i < out->n_elements; i++)
		if (gs1_matches(pattern, n, out->elements[i].id) &&
		    strcmp(out->elements[i].id, other_than) != 0)
			return out->elements[i].id;
	/* A bar code of the EAN family is a GTIN without saying so. */
	if (out->kind == SCAN_GTIN && gs1_matches(pattern, n, "01"))
		return "01";
	return NULL;
}

/* a+b: are all of them there? */
static bool group_present(const struct scan_parsed *out, const char *group,
    size_t n, const char *id)
{
	const char *end = group + n;

	while (group < end) {
		size_t len = 0;

		while (group + len < end && group[len] != '+')
			len++;
		if (!present(out, group, len, id))
			return false;
		group += len + 1;
	}
	return true;
}

/* a+b,c: is one of the groups there? */
static bool demand_met(const struct scan_parsed *out, const char *demand,
    size_t n, const char *id)
{
	const char *end = demand + n;

	while (demand < end) {
		size_t len = 0;

		while (demand + len < end && demand[len] != ',')
			len++;
		if (group_present(out, demand, len, id))
			return true;
		demand += len + 1;
	}
	return false;
}

/* "00,01+21,253" in words: "00, 01 with 21 or 253". */
static void demand_words(struct scan_parsed *out, const char *id,
    const char *demand, size_t n)
{
	char words[sizeof(out->pairing)];
	size_t len = 0, last = n;

	for (size_t i = 0; i < n; i++)
		if (demand[i] == ',')
			last = i;
	for (size_t i = 0; i < n && len + 8 < sizeof(words); i++) {
		const char *mark = demand[i] == '+' ? " with " :
		    demand[i] != ',' ? NULL : i == last ? " or " : ", ";

		if (!mark)
			words[len++] = demand[i];
		for (; mark && *mark; mark++)
			words[len++] = *mark;
	}
	words[len] = '\0';
	str_print(out->pairing, sizeof(out->pairing), "%s needs %s", id, words);
}

static bool needs_met(struct scan_parsed *out, const struct gs1_ai *ai,
    const char *id)
{
	const char *demand = ai->needs;

	while (demand && *demand) {
		size_t len = strcspn(demand, ";");

		if (!demand_met(out, demand, len, id)) {
			demand_words(out, id, demand, len);
			return false;
		}
		demand += len + (demand[len] == ';');
	}
	return true;
}

static bool nothing_forbidden(struct scan_parsed *out, const struct gs1_ai *ai,
    const char *id)
{
	const char *pattern = ai->forbids;

	while (pattern && *pattern) {
		size_t len = strcspn(pattern, ",");
		const char *met = present(out, pattern, len, id);

		if (met) {
			str_print(out->pairing, sizeof(out->pairing),
			    "%s forbids %s", id, met);
			return false;
		}
		pattern += len + (pattern[len] == ',');
	}
	return true;
}

/* A digital signature is about one instance: a key that may do without a
 * serial part may not do so beside it. */
static bool signed_instance(struct scan_parsed *out, const struct gs1_ai *ai,
    const struct scan_element *e)
{
	static const char *const keys[] = { "253", "255", "8003" };

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (strcmp(e->id, keys[i]) == 0 &&
		    strlen(e->value) == ai->min && scan_element(out, "8030")) {
			str_print(out->pairing, sizeof(out->pairing),
			    "8030 needs the serial part of %s", e->id);
			return false;
		}
	return true;
}

void gs1_pair(struct scan_parsed *out)
{
	for (size_t i = 0; i < out->n_elements; i++) {
		const struct scan_element *e = &out->elements[i];
		const struct gs1_ai *ai = gs1_ai_find(e->id, strlen(e->id));

		if (ai && !(needs_met(out, ai, e->id) &&
		    nothing_forbidden(out, ai, e->id) &&
		    signed_instance(out, ai, e)))
			return;
	}
	str_copy(out->pairing, sizeof(out->pairing), "ok");
}
