/*
 * allocation_say.c - why a line got less than it wants, in words.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "ledger/allocation_private.h"

/* "n of the item in this status": held ones, or all. */
static bool
count_status(struct ledger *l, int64_t item, enum unit_status status, bool held,
    int64_t *n, struct err *err)
{
	return ledger_tally(l, TALLY_STATUS, item, (int64_t)status * 2 + held, n,
	    err);
}

static void
add_count(char *out, size_t size, int64_t n, const char *words)
{
	size_t len = strlen(out);

	if (n > 0)
		str_print(out + len, size - len, "%s%lld %s", len == 0 ? "" : ", ",
		    (long long)n, words);
}

/* Where the others are: "2 expired, 4 with less than 30 days left ...". */
static bool
where_others_are(struct ledger *l, const struct plan_line *p, char *out,
    size_t size, struct err *err)
{
	int64_t promised, more, held;
	char life[48];

	if (!count_status(l, p->item, UNIT_ALLOCATED, false, &promised, err) ||
	    !count_status(l, p->item, UNIT_ALLOCATED, true, &more, err) ||
	    !count_status(l, p->item, UNIT_AVAILABLE, true, &held, err))
		return false;
	str_print(life, sizeof life, "with less than %lld days left",
	    (long long)p->wish.min_days);
	out[0] = '\0';
	add_count(out, size, p->out.expired, "expired");
	add_count(out, size, p->out.life, life);
	add_count(out, size, p->lot_unfit, p->wish.lot[0] == '\0' ? "without a lot" :
	    "of other lots");
	add_count(out, size, p->claims, "kept for others");
	add_count(out, size, promised + more, "promised already");
	add_count(out, size, held, "on hold");
	return true;
}

static bool
say_why(struct ledger *l, struct plan_line *p, struct err *err)
{
	char others[NOTE_SIZE / 2 + 40], *out = p->out.why;
	size_t size = sizeof p->out.why;

	if (!p->known) {
		str_print(out, size, "there is no item %s", p->line->item);
		return true;
	}
	if (!where_others_are(l, p, others, sizeof others, err))
		return false;
	if (p->wish.one_lot && p->out.got > 0)
		str_print(out, size, "no single lot has %lld free, most has %lld",
		    (long long)p->out.want, (long long)p->out.got);
	else if (p->out.got == 0)
		str_print(out, size, "none is free");
	else
		str_print(out, size, "only %lld %s free", (long long)p->out.got,
		    p->out.got == 1 ? "is" : "are");
	if (others[0] != '\0') {
		size_t len = strlen(out);

		str_print(out + len, size - len, ": %s", others);
	}
	return true;
}

static void
say_note(struct plan_line *p)
{
	bool ranged = p->wish.from[0] != '\0' || p->wish.to[0] != '\0';
	int64_t other = (int64_t)p->chosen.list.n - p->preferred;
	char range[120] = "";

	if (ranged && !p->out.soft && other > 0 && p->preferred == 0)
		str_print(range, sizeof range, "nothing from %.30s to %.30s is free: "
		    "others are taken", p->wish.from, p->wish.to);
	else if (ranged && !p->out.soft && other > 0)
		str_print(range, sizeof range, "%lld are not from %.30s to %.30s",
		    (long long)other, p->wish.from, p->wish.to);
	str_copy(p->out.note, sizeof p->out.note, range);
	if (p->back.list.n > 0)
		str_print(p->out.note, sizeof p->out.note,
		    "%zu promised before %s given back (%s)%s%s", p->back.list.n,
		    p->back.list.n == 1 ? "is" : "are", p->back_why,
		    range[0] == '\0' ? "" : "; ", range);
}

bool
plan_say(struct ledger *l, struct plan *plan, struct err *err)
{
	for (size_t i = 0; i < plan->lines.n; i++) {
		struct plan_line *p = &plan->lines.at[i];

		say_note(p);
		if (p->out.got < p->out.want && !say_why(l, p, err))
			return false;
	}
	return true;
}

bool
plan_short(const struct plan *plan, struct err *err)
{
	char lines[sizeof err->detail] = "";
	const struct plan_line *first = NULL;
	size_t n = 0;

	for (size_t i = 0; i < plan->lines.n; i++) {
		const struct plan_line *p = &plan->lines.at[i];
		size_t len = strlen(lines);

		if (p->out.got >= p->out.want)
			continue;
		if (n++ == 0)
			first = p;
		str_print(lines + len, sizeof lines - len,
		    "%sline %lld, %s: %lld of %lld, %s", len == 0 ? "" : "; ",
		    (long long)p->out.line, p->out.item, (long long)p->out.got,
		    (long long)p->out.want, p->out.why);
	}
	if (n == 1)
		err_code(err, ERR_CLASH, "order.short", "%s is short of %s: %lld of %lld",
		    plan->order->key, first->out.item, (long long)first->out.got,
		    (long long)first->out.want);
	else
		err_code(err, ERR_CLASH, "order.short", "%s is short in %zu lines",
		    plan->order->key, n);
	err_detail(err, "%s", lines);
	return err_hint(err, "Nothing is promised. Take what there is as a part, "
	    "or wait for goods.");
}
