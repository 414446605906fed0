/*
 * serials_issue.c - serials made under the leases of this station.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The next number of a counted mask stands in its lease; a drawn one takes any
 * number of the part that was opened for drawing.  Either way a serial that
 * somebody has already is passed over, and what is appended says how far the
 * lease is used up, so that the same numbers are never looked at again.
 */
#include <assert.h>
#include <string.h>
#include "base/clock.h"
#include "ledger/others.h"
#include "ledger/serials_private.h"

#define DRAWS_MAX 100		/* tries for one serial */
#define OPEN_PART 16		/* a drawn lease is opened by sixteenths */

struct issuing {
	struct ledger *l;
	const struct serial_ask *ask;
	struct serial_rule_def def;
	struct serial_mask mask;
	struct serial_rule *rule;
	char today[CLOCK_DATE_SIZE];
	struct made_serials *out;
	size_t batch;			/* where this event's serials begin in out */
};

bool
serials_rule(struct ledger *l, const char *item, struct serial_rule_def *def,
    struct serial_mask *mask, struct err *err)
{
	struct item master;
	int rc = item_find(l, item, &master, err);

	if (rc < 0)
		return false;
	if (rc == 0) {
		err_code(err, ERR_ABSENT, "item.unknown", "there is no item %s", item);
		return err_hint(err, "'dockledger items' lists them.");
	}
	rc = master.serial_rule[0] == '\0' ? 0 :
	    serial_rule_find(l, master.serial_rule, def, err);
	if (rc < 0)
		return false;
	if (rc == 0 || def->mask[0] == '\0') {
		err_code(err, ERR_INPUT, "serial.no-mask",
		    "item %s has no serial rule with a mask: its serials are not made "
		    "here", item);
		return err_hint(err, "Import a serial rule with a mask and name it at "
		    "the item.");
	}
	return serial_mask_parse(def->mask, def->alphabet, mask, err);
}

/* --- One serial ------------------------------------------------------------------ */

/* A number from lo to hi, evenly spread. */
static int64_t
draw(int64_t lo, int64_t hi)
{
	uint64_t n = (uint64_t)(hi - lo) + 1, v;
	uint64_t over = UINT64_MAX - UINT64_MAX % n;

	do
		seal_random(&v, sizeof v);
	while (v >= over);
	return lo + (int64_t)(v % n);
}

static bool
in_batch(const struct issuing *i, const char *serial)
{
	for (size_t k = i->batch; k < i->out->list.n; k++)
		if (strcmp(i->out->list.at[k].text, serial) == 0)
			return true;
	return false;
}

static bool
is_taken(struct issuing *i, const char *serial, bool *taken, struct err *err)
{
	unsigned char key[SERIAL_KEY_MAX];
	size_t n = serial_key(serial, key, sizeof key);
	int rc;

	*taken = !i->mask.counted && in_batch(i, serial);
	if (*taken)
		return true;
	rc = store_first(i->l->store, Q_ISSUED_TAKEN, err, "b", (const void *)key, n);
	if (rc < 0)
		return false;
	store_end(i->l->store, Q_ISSUED_TAKEN);
	*taken = rc > 0;
	return true;
}

static bool
rule_takes(struct issuing *i, const char *serial, struct err *err)
{
	struct serial_fault fault;

	if (serial_rule_check(i->rule, serial, &fault))
		return true;
	err_code(err, ERR_INPUT, fault.code,
	    "rule %s does not take %s, which its own mask makes", i->def.code, serial);
	err_detail(err, "%s", fault.words);
	return err_hint(err, "Import the rule with a pattern and a mask that agree.");
}

/* The serial of a number; *made false: this number gives none. */
static bool
make(struct issuing *i, int64_t number, bool *made, struct err *err)
{
	unsigned char random[SERIAL_RANDOM_MAX];
	struct serial_making with = { .number = number, .date = i->today,
	    .site = i->ask->site, .random = random };
	char serial[SERIAL_MADE_SIZE];
	bool taken;

	*made = false;
	seal_random(random, sizeof random);
	if (!serial_mask_make(&i->mask, &with, serial, err)) {
		if (err->kind != ERR_CLASH)
			return false;
		err_clear(err);
		return true;
	}
	if (!rule_takes(i, serial, err) || !is_taken(i, serial, &taken, err))
		return false;
	*made = !taken;
	if (*made)
		str_copy(((struct made_serial *)vec_push(&i->out->list))->text,
		    SERIAL_MADE_SIZE, serial);
	return true;
}

/* --- One event ------------------------------------------------------------------- */

static bool
say_issued(struct issuing *i, const struct lease *lease, int64_t from, int64_t to,
    struct err *err)
{
	struct json_out j;
	struct event e;
	struct str body;
	bool ok;

	str_init(&body);
	json_begin(&j, &body);
	json_canonical(&j);
	json_object(&j);
	json_kv_int(&j, "from", from);
	json_kv(&j, "item", i->ask->item);
	json_kv(&j, "lease", lease->code);
	json_kv(&j, "purpose", i->ask->purpose);
	json_key(&j, "serials");
	json_array(&j);
	for (size_t k = i->batch; k < i->out->list.n; k++)
		json_text(&j, i->out->list.at[k].text);
	json_array_end(&j);
	json_kv_int(&j, "to", to);
	json_object_end(&j);
	ok = serials_say(i->l, i->ask, EV_SERIAL_ISSUED, i->def.code, body.p, &e, err);
	str_done(&body);
	i->batch = i->out->list.n;
	return ok;
}

/* Up to n serials by the next numbers of a counted lease. */
static bool
count_on(struct issuing *i, struct lease *lease, int64_t n, struct err *err)
{
	int64_t from = lease->next, at = from;
	bool made;

	for (; at <= lease->hi && n > 0; at++) {
		if (!make(i, at, &made, err))
			return false;
		n -= made;
	}
	if (at == from)
		return true;
	lease->issued += (int64_t)(i->out->list.n - i->batch);
	lease->next = at;
	return say_issued(i, lease, from, at - 1, err);
}

/* Open as much of a drawn lease as n more serials want. */
static void
open_more(struct lease *lease, int64_t n)
{
	int64_t size = lease->hi - lease->lo + 1, wide = lease->next - lease->lo;
	int64_t want = (lease->issued + n) * SERIALS_SCARCE;

	if (wide >= want)
		return;
	if (want < size / OPEN_PART)
		want = size / OPEN_PART;
	if (want < wide * 2)
		want = wide * 2;
	lease->next = lease->lo + (want < size ? want : size);
}

static bool
draw_on(struct issuing *i, struct lease *lease, int64_t n, struct err *err)
{
	int64_t left = lease_left(lease, &i->mask);
	int tries = 0;
	bool made;

	n = n < left ? n : left;
	if (n <= 0)
		return true;
	open_more(lease, n);
	for (int64_t k = 0; k < n && tries < DRAWS_MAX; k += made) {
		if (!make(i, draw(lease->lo, lease->next - 1), &made, err))
			return false;
		tries = made ? 0 : tries + 1;
	}
	if (tries == DRAWS_MAX)
		return err_code(err, ERR_CLASH, "serial.used-up",
		    "%d serials drawn by rule %s were taken already", DRAWS_MAX,
		    i->def.code);
	lease->issued += n;
	return say_issued(i, lease, lease->lo, lease->next - 1, err);
}

/* --- The whole ------------------------------------------------------------------- */

static bool
used_up(struct issuing *i, bool any, struct err *err)
{
	err_code(err, ERR_CLASH, "serial.used-up", "%s %s of rule %s",
	    i->l->station, any ? "has not so many numbers left" :
	    "holds no numbers", i->def.code);
	return err_hint(err, "The station that owns them gives some: 'dockledger "
	    "serials lease %s --station %s'.", i->def.code, i->l->station);
}

static bool
from_leases(struct issuing *i, struct leases *all, struct err *err)
{
	bool any = false;
	size_t at = 0;

	while ((int64_t)i->out->list.n < i->ask->n && at < all->list.n) {
		struct lease *lease = &all->list.at[at];
		int64_t n = i->ask->n - (int64_t)i->out->list.n;
		size_t had = i->out->list.n;

		if (strcmp(lease->holder, i->l->station) != 0 ||
		    strcmp(lease->mask, i->mask.text) != 0 ||
		    strcmp(lease->alphabet, i->mask.alphabet) != 0) {
			at++;
			continue;
		}
		any = true;
		n = n < BATCH_MAX ? n : BATCH_MAX;
		if (!(i->mask.counted ? count_on(i, lease, n, err) :
		    draw_on(i, lease, n, err)))
			return false;
		if (i->out->list.n == had)	/* nothing is left of it */
			at++;
	}
	return (int64_t)i->out->list.n == i->ask->n || used_up(i, any, err);
}

bool
serials_issue(struct ledger *l, const struct serial_ask *ask,
    struct made_serials *out, struct err *err)
{
	struct issuing i = { .l = l, .ask = ask, .out = out };
	struct leases all = { .list = { .n = 0 } };
	bool ok;

	assert(store_in_transaction(l->store));
	if (ask->n < 1 || ask->n > SERIALS_MAX)
		return err_code(err, ERR_INPUT, "serial.format",
		    "1 to %d serials are issued at once, not %lld", SERIALS_MAX,
		    (long long)ask->n);
	if (!serials_rule(l, ask->item, &i.def, &i.mask, err))
		return false;
	clock_today(i.today);
	i.rule = serial_rule_new(i.def.code, i.def.pattern, i.def.example,
	    i.def.hint, check_find(i.def.check[0] != '\0' ? i.def.check : "none"),
	    i.def.strip, err);
	vec_clear(&out->list);
	ok = i.rule != NULL && leases_of(l, i.def.code, &all, err) &&
	    from_leases(&i, &all, err);
	vec_done(&all.list);
	serial_rule_free(i.rule);
	return ok;
}

/* --- Projection ------------------------------------------------------------------ */

static bool
add_issued(struct ledger *l, int64_t item, const char *serial, const char *purpose,
    int64_t event, size_t place, struct err *err)
{
	unsigned char key[SERIAL_KEY_MAX];
	size_t n = serial == NULL ? 0 : serial_key(serial, key, sizeof key);

	return n == 0 || store_run(l->store, Q_ISSUED_ADD, err, "ibttii", item,
	    (const void *)key, n, serial, purpose, event, (int64_t)place);
}

static const char *
text_of(const struct json *body, const char *key)
{
	const char *text = json_get_text(body, key);

	return text == NULL ? "" : text;
}

bool
issued_project(struct ledger *l, const struct event *e, const struct json *body,
    struct err *err)
{
	const struct json *serials = json_get(body, "serials");
	size_t n = serials == NULL ? 0 : json_count(serials);
	int64_t item;

	if (!store_name(l->store, NAME_ITEM, text_of(body, "item"), &item, err))
		return false;
	for (size_t k = 0; k < n; k++)
		if (!add_issued(l, item, json_as_text(json_at(serials, k)),
		    text_of(body, "purpose"), e->id, k, err))
			return false;
	return store_run(l->store, Q_LEASE_USE, err, "tii", text_of(body, "lease"),
	    json_get_int(body, "to", -1) + 1, (int64_t)n);
}
