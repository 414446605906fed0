/*
 * candidate.c - one unit against a wish: fit or not, before or after another.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "domain/candidate.h"
#include "domain/date.h"
#include "domain/serial_key.h"

#define MS_PER_DAY 86400000

bool
bin_kind_pickable(enum bin_kind kind)
{
	switch (kind) {
	case BIN_QUARANTINE:
	case BIN_REPAIR:
	case BIN_TRANSIT:
	case BIN_CUSTODY:
		return false;
	default:
		return true;
	}
}

enum unfit
candidate_unfit(const struct wish *w, const char *expires_on)
{
	int64_t left;

	if (expires_on[0] == '\0')
		return UNFIT_NONE;
	if (!date_is_valid(expires_on))
		return UNFIT_EXPIRED;
	left = date_days_between(w->today, expires_on);
	return left < 0 ? UNFIT_EXPIRED : left < w->min_days ? UNFIT_LIFE :
	    UNFIT_NONE;
}

/* --- Which goes first ------------------------------------------------------ */

bool
wish_prefers(const struct wish *w, const char *serial)
{
	return (w->from[0] != '\0' || w->to[0] != '\0') &&
	    (w->from[0] == '\0' || serial_compare(w->from, serial) <= 0) &&
	    (w->to[0] == '\0' || serial_compare(serial, w->to) <= 0);
}

static int
by_number(int64_t a, int64_t b)
{
	return a < b ? -1 : a > b;
}

/* Without a date goes last. */
static int
by_date(const char *a, const char *b)
{
	if (a[0] == '\0' || b[0] == '\0')
		return (a[0] == '\0') - (b[0] == '\0');
	return strcmp(a, b);
}

static int
by_rule(enum allocation rule, const struct candidate *a,
    const struct candidate *b)
{
	switch (rule) {
	case ALLOC_FIFO:
		return by_number(a->received_at, b->received_at);
	case ALLOC_LIFO:
		return by_number(b->received_at, a->received_at);
	case ALLOC_FEFO:
		return by_date(a->expires_on, b->expires_on);
	case ALLOC_OLDEST_MADE:
		return by_date(a->made_on, b->made_on);
	default:
		return 0;
	}
}

int
candidate_before(const struct wish *w, const struct candidate *a, bool a_preferred,
    const struct candidate *b, bool b_preferred)
{
	int order;

	if (a_preferred != b_preferred)
		return a_preferred ? -1 : 1;
	if ((order = by_rule(w->rule, a, b)) != 0)
		return order;
	if ((order = by_number(a->sequence, b->sequence)) != 0)
		return order;
	if ((order = strcmp(a->bin, b->bin)) != 0)
		return order;
	return serial_compare(a->serial, b->serial);
}

int
candidate_compare(const struct wish *w, const struct candidate *a,
    const struct candidate *b)
{
	return candidate_before(w, a, wish_prefers(w, a->serial), b,
	    wish_prefers(w, b->serial));
}

/* --- In words ------------------------------------------------------------------ */

/* The day something came, "" when that is not known. */
static void
day_of(int64_t ms, char out[DATE_SIZE])
{
	if (ms <= 0 || !date_from_days(ms / MS_PER_DAY, out))
		out[0] = '\0';
}

static void
rule_words(enum allocation rule, const struct candidate *c, char *out, size_t size)
{
	static const char *const words[ALLOCATIONS] = { "received first",
	    "received last", "expires first", "made first",
	    "free for the picker to choose" };
	char day[DATE_SIZE] = "";

	if (rule == ALLOC_FIFO || rule == ALLOC_LIFO)
		day_of(c->received_at, day);
	else if (rule == ALLOC_FEFO)
		str_copy(day, sizeof day, c->expires_on);
	else if (rule == ALLOC_OLDEST_MADE)
		str_copy(day, sizeof day, c->made_on);
	if (rule == ALLOC_MANUAL)
		str_copy(out, size, words[rule]);
	else
		str_print(out, size, "%s (%s)", words[rule],
		    day[0] == '\0' ? "no date known" : day);
}

void
candidate_why(const struct wish *w, const struct candidate *c, char *out,
    size_t size)
{
	bool lot = (w->one_lot || w->lot[0] != '\0') && c->lot[0] != '\0';
	char rule[64];

	rule_words(w->rule, c, rule, sizeof rule);
	str_print(out, size, "%s%s%s%s%s%s", rule,
	    wish_prefers(w, c->serial) ? ", in the preferred range" : "",
	    lot ? ", lot " : "", lot ? c->lot : "",
	    c->bin[0] == '\0' ? "" : ", bin ", c->bin);
}
