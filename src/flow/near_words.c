/*
 * near_words.c - "did you mean": known codes one slip away from a scan.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Candidates come from domain/near.h and are looked up by name, so the cost
 * does not grow with the database.
 */
#include <string.h>
#include "base/str.h"
#include "domain/near.h"
#include "flow/flow_private.h"

#define LOOKUPS_MAX 1500

struct search {
	struct flow *f;
	unsigned accepts;
	char (*found)[TEXT_SIZE];
	size_t n;
	int lookups;
	bool failed;
	struct err *err;
};

static const struct { enum accepts kind; enum name_kind name; } named[] = {
	{ ACCEPT_BIN, NAME_BIN }, { ACCEPT_ITEM, NAME_ITEM },
	{ ACCEPT_PARTY, NAME_PARTY }, { ACCEPT_BADGE, NAME_OPERATOR },
	{ ACCEPT_CARTON, NAME_CARTON },
};

static bool
is_known(struct search *s, const char *text)
{
	struct ledger *l = s->f->l;
	enum order_kind kinds[ORDER_KINDS];
	struct unit unit;
	int64_t id = 0;
	size_t n = 0;

	for (size_t i = 0; i < sizeof named / sizeof named[0]; i++)
		if ((s->accepts & named[i].kind) != 0 && id == 0 &&
		    !store_name_find(ledger_store(l), named[i].name, text, &id, s->err))
			s->failed = true;
	if (id == 0 && (s->accepts & ACCEPT_ORDER) != 0 &&
	    !order_kinds_of(l, text, kinds, &n, s->err))
		s->failed = true;
	if (id == 0 && n == 0 && (s->accepts & (ACCEPT_UNIT | ACCEPT_SERIAL)) != 0 &&
	    !ledger_units_by_serial(l, text, &unit, 1, &n, s->err))
		s->failed = true;
	return id != 0 || n != 0;
}

static bool
try_one(const char *candidate, void *ctx)
{
	struct search *s = ctx;

	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->found[i], candidate) == 0)
			return true;
	if (is_known(s, candidate))
		str_copy(s->found[s->n++], TEXT_SIZE, candidate);
	return !s->failed && s->n < NEAR_SHOWN && ++s->lookups < LOOKUPS_MAX;
}

bool
near_words(struct flow *f, const char *text, unsigned accepts, char *out,
    size_t size, struct err *err)
{
	char found[NEAR_SHOWN][TEXT_SIZE];
	struct search s = { .f = f, .accepts = accepts, .found = found, .err = err };
	size_t len;

	out[0] = '\0';
	if (text[0] == '\0' || strlen(text) > NEAR_TEXT_MAX)
		return true;
	near_candidates(text, try_one, &s);
	for (size_t i = 0; i < s.n; i++) {
		len = strlen(out);
		str_print(out + len, size - len, "%s%s", i == 0 ? "" : " or ",
		    found[i]);
	}
	return !s.failed;
}
