/*
 * place.c - bins as places to put things: what fits, and what fits best.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A bin that is reserved takes only the items named; one with a capacity
 * takes no more units than that.  The best place is, in this order: reserved
 * for the item, the item's own bin, one where the item lies already, then
 * the walk; only bins with room for all of it are offered.
 */
#include <string.h>
#include "base/str.h"
#include "flow/flow_private.h"

static void
bin_from_row(struct store *s, enum query q, struct bin *out)
{
	memset(out, 0, sizeof *out);
	out->id = store_int(s, q, 0);
	str_copy(out->code, sizeof out->code, store_text(s, q, 1));
	str_copy(out->zone, sizeof out->zone, store_text(s, q, 2));
	out->kind = (enum bin_kind)store_int(s, q, 3);
	out->sequence = store_int(s, q, 4);
	out->capacity = store_is_null(s, q, 5) ? -1 : store_int(s, q, 5);
	str_copy(out->reserved, sizeof out->reserved, store_text(s, q, 6));
}

bool
bin_first_of(struct flow *f, enum bin_kind kind, struct bin *out, bool *found,
    struct err *err)
{
	struct store *s = ledger_store(f->l);
	int rc = store_first(s, Q_FLOW_BIN_FIRST, err, "i", (int64_t)kind);

	if (rc < 0)
		return false;
	*found = rc > 0;
	if (rc > 0) {
		bin_from_row(s, Q_FLOW_BIN_FIRST, out);
		store_end(s, Q_FLOW_BIN_FIRST);
	}
	return true;
}

bool
place_allows(struct flow *f, const struct bin *bin, const char *item, int64_t n,
    bool *ok, struct verdict *v, struct err *err)
{
	char reserved[BIN_RESERVED_SIZE];
	int64_t there;

	*ok = false;
	if (bin->reserved[0] != '\0' && !bin_reserved_for(bin, item)) {
		verdict_say(v, VERDICT_REFUSE, "bin.reserved",
		    "bin %s is reserved for other items than %s", bin->code, item);
		bin_reserved_words(bin, reserved);
		return verdict_more(v, reserved, "Take one of the suggested bins.");
	}
	if (bin->capacity < 0) {
		*ok = true;
		return true;
	}
	if (!ledger_bin_units(f->l, bin->code, &there, err))
		return false;
	if (there + n > bin->capacity) {
		verdict_say(v, VERDICT_REFUSE, "bin.full",
		    "bin %s holds %lld of %lld units, there is no room for %lld more",
		    bin->code, (long long)there, (long long)bin->capacity,
		    (long long)n);
		return verdict_more(v, "", "Take one of the suggested bins.");
	}
	*ok = true;
	return true;
}

static bool
is_skipped(const struct flow *f, const char *bin)
{
	for (size_t i = 0; i < f->skipped.n; i++)
		if (strcmp(f->skipped.at[i].code, bin) == 0)
			return true;
	return false;
}

static void
say_why(struct store *s, const struct bin *bin, bool own, struct view_suggestion *out)
{
	int64_t same = store_int(s, Q_FLOW_PLACES, 7);
	int64_t there = store_int(s, Q_FLOW_PLACES, 8);
	char room[48] = "any number fits";

	if (bin->capacity >= 0)
		str_print(room, sizeof room, "room for %lld",
		    (long long)(bin->capacity - there));
	str_copy(out->code, sizeof out->code, bin->code);
	if (bin->reserved[0] != '\0')
		str_print(out->why, sizeof out->why, "reserved for it, %s", room);
	else if (own)
		str_print(out->why, sizeof out->why, "its own bin, %s", room);
	else if (same > 0)
		str_print(out->why, sizeof out->why, "%lld of it there already, %s",
		    (long long)same, room);
	else
		str_print(out->why, sizeof out->why, "next on the walk, %s", room);
}

bool
place_suggest(struct flow *f, const char *item, int64_t n,
    struct view_suggestion out[], size_t max, size_t *count, struct err *err)
{
	struct store *s = ledger_store(f->l);
	char needle[CODE_SIZE + 2];
	struct item master;
	int64_t id;
	int rc = item_find(f->l, item, &master, err);

	*count = 0;
	if (rc <= 0)
		return rc == 0;
	str_print(needle, sizeof needle, ";%s;", item);
	if (!store_name_find(s, NAME_ITEM, item, &id, err) ||
	    !store_walk(s, Q_FLOW_PLACES, err, "itit", id, needle, n,
	    master.default_bin))
		return false;
	while (*count < max && (rc = store_next(s, Q_FLOW_PLACES, err)) > 0) {
		struct bin bin;

		bin_from_row(s, Q_FLOW_PLACES, &bin);
		if (!is_skipped(f, bin.code))
			say_why(s, &bin, strcmp(bin.code, master.default_bin) == 0,
			    &out[(*count)++]);
	}
	store_end(s, Q_FLOW_PLACES);
	return rc >= 0;
}
