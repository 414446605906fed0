/*
 * house.c - a small warehouse for tests: a ledger, items, bins, orders.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "house.h"
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/seal.h"
#include "../unit/unit.h"
#include "story.h"

void
must_at(bool ok, const struct err *err, const char *what, const char *file, int line)
{
	if (ok)
		return;
	print_error("%s:%d: %s: kind %d %s %s: %s (%s)\n", file, line, what,
	    (int)err->kind, err->code, err->what, err->detail, err->hint);
	_fail(file, line);
}

/* --- opening and closing --- */

void
house_memory(struct house *h)
{
	struct err err;

	memset(h, 0, sizeof *h);
	err_clear(&err);
	must(seal_start(&err));
	must(ledger_memory(&h->l, "T1", &err));
	ledger_set_operator(h->l, "os:tester");
}

void
house_folder(struct house *h, const char *name)
{
	const char *tmp = getenv("TMPDIR");
	struct err err;

	memset(h, 0, sizeof *h);
	err_clear(&err);
	must(seal_start(&err));
	str_print(h->folder, sizeof h->folder, "%s/dockledger-%s-XXXXXX",
	    tmp != NULL ? tmp : "/tmp", name);
	if (mkdtemp(h->folder) == NULL) {
		perror(h->folder);
		abort();
	}
	str_print(h->path, sizeof h->path, "%s/station.db", h->folder);
}

void
house_open(struct house *h, const char *name)
{
	struct err err;

	house_folder(h, name);
	err_clear(&err);
	must(ledger_create(&h->l, h->path, "T1", &err));
	ledger_set_operator(h->l, "os:tester");
}

void
house_shut(struct house *h)
{
	ledger_close(h->l);
	h->l = NULL;
}

void
house_reopen(struct house *h)
{
	struct err err;

	house_shut(h);
	err_clear(&err);
	must(ledger_open(&h->l, h->path, false, 0, &err));
	ledger_set_operator(h->l, "os:tester");
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

void
house_close(struct house *h)
{
	house_shut(h);
	if (h->folder[0] != '\0')
		nftw(h->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	memset(h, 0, sizeof *h);
}

/* --- definitions --- */

static void
begin(struct house *h)
{
	struct err err;

	err_clear(&err);
	must(ledger_begin(h->l, -1, &err));
}

static void
commit(struct house *h)
{
	struct err err;

	err_clear(&err);
	must(ledger_commit(h->l, &err));
}

void
house_item(struct house *h, const struct item *item)
{
	struct err err;
	bool changed;

	begin(h);
	must(item_define(h->l, item, BY_FILE, &changed, &err));
	commit(h);
}

void
house_bin(struct house *h, const char *code, enum bin_kind kind, int64_t sequence,
    int64_t capacity, const char *reserved)
{
	struct bin bin = { .kind = kind, .sequence = sequence, .capacity = capacity };
	struct err err;
	bool changed;

	str_copy(bin.code, sizeof bin.code, code);
	str_copyn(bin.zone, sizeof bin.zone, code, 1);
	str_copy(bin.reserved, sizeof bin.reserved, reserved);
	begin(h);
	must(bin_define(h->l, &bin, BY_FILE, &changed, &err));
	commit(h);
}

/* A PIN's hash is slow on purpose; one of a run is enough. */
static void
hash_pin(char out[SEAL_PIN_HASH], const char *pin)
{
	static char last_pin[16], last_hash[SEAL_PIN_HASH];
	struct err err;

	if (strcmp(last_pin, pin) != 0) {
		must(seal_pin_hash(last_hash, pin, &err));
		str_copy(last_pin, sizeof last_pin, pin);
	}
	memcpy(out, last_hash, SEAL_PIN_HASH);
}

void
house_operator(struct house *h, const char *badge, enum role role, const char *pin)
{
	struct operator who = { .role = role };
	struct err err;
	bool changed;

	str_copy(who.badge, sizeof who.badge, badge);
	str_print(who.name, sizeof who.name, "Name of %s", badge);
	if (pin[0] != '\0')
		hash_pin(who.pin_hash, pin);
	begin(h);
	must(operator_define(h->l, &who, BY_FILE, &changed, &err));
	commit(h);
}

static void
party(struct house *h, const char *code, enum party_kind kind)
{
	struct party p = { .kind = kind };
	struct err err;
	bool changed;

	str_copy(p.code, sizeof p.code, code);
	str_copy(p.name, sizeof p.name, code);
	begin(h);
	must(party_define(h->l, &p, BY_FILE, &changed, &err));
	commit(h);
}

static void
rule(struct house *h)
{
	static const struct serial_rule_def meters = { .code = "METERS",
	    .pattern = "M[0-9]{6}", .example = "M000001",
	    .hint = "M and six digits", .check = "none", .strip = "S/N:" };
	struct err err;
	bool changed;

	begin(h);
	must(serial_rule_define(h->l, &meters, BY_FILE, &changed, &err));
	commit(h);
}

static void
furnish_items(struct house *h)
{
	static const struct item items[] = {
		{ .code = "DRILL", .name = "Drill", .gtin = "04006381333931" },
		{ .code = "SAW", .name = "Saw", .gtin = "04006381333948" },
		{ .code = "MASK", .name = "Face mask", .gtin = "09521234543213",
		  .lot = NEED_REQUIRED, .expires_on = NEED_REQUIRED },
		{ .code = "MILK", .name = "Milk", .gtin = "09521234543220",
		  .lot = NEED_OPTIONAL },
		{ .code = "METER", .name = "Meter", .gtin = "09521234543237",
		  .serial_rule = "METERS" },
	};

	rule(h);
	for (size_t i = 0; i < sizeof items / sizeof items[0]; i++) {
		struct item item = items[i];

		item.min_remaining_days = -1;
		house_item(h, &item);
	}
}

void
house_furnish(struct house *h)
{
	furnish_items(h);
	house_bin(h, "DOCK-1", BIN_DOCK, 1, -1, "");
	house_bin(h, "DOCK-2", BIN_DOCK, 2, -1, "");
	house_bin(h, "A-01", BIN_STORAGE, 11, 3, "");
	house_bin(h, "A-02", BIN_STORAGE, 12, -1, "");
	house_bin(h, "A-03", BIN_STORAGE, 13, -1, "");
	house_bin(h, "R-01", BIN_STORAGE, 21, -1, ";SAW;");
	house_bin(h, "QUAR-1", BIN_QUARANTINE, 91, -1, "");
	house_bin(h, "RET-1", BIN_RETURNS, 92, -1, "");
	house_operator(h, "CLERK1", ROLE_CLERK, "");
	house_operator(h, "CLERK2", ROLE_CLERK, "");
	house_operator(h, "SUPER1", ROLE_SUPERVISOR, "");
	house_operator(h, "SUPER2", ROLE_SUPERVISOR, "2468");
	house_operator(h, "ADMIN1", ROLE_ADMIN, "");
	party(h, "ACME", PARTY_SUPPLIER);
	party(h, "BOLT", PARTY_SUPPLIER);
	party(h, "JONES", PARTY_CUSTOMER);
}

/* --- orders --- */

static enum order_kind
split_key(const char *key, const char **number)
{
	const char *colon = strchr(key, ':');
	char kind[16];

	str_copyn(kind, sizeof kind, key, (size_t)(colon - key));
	*number = colon + 1;
	return (enum order_kind)order_kind_find(kind);
}

static void
add_lines(struct order *o, const char *lines)
{
	char *copy = strdup(lines), *save, *word;

	for (word = strtok_r(copy, " ", &save); word != NULL;
	    word = strtok_r(NULL, " ", &save)) {
		struct order_line *line = vec_push(&o->lines);
		char *qty = strchr(word, ':'), *over;

		*qty++ = '\0';
		over = strchr(qty, ':');
		str_copy(line->item, sizeof line->item, word);
		line->line = (int64_t)o->lines.n;
		line->qty = strtoll(qty, NULL, 10);
		line->over_pct = over == NULL ? 0 : strtoll(over + 1, NULL, 10);
	}
	free(copy);
}

void
house_order(struct house *h, const char *key, const char *lines)
{
	const char *number;
	struct order o;
	struct err err;
	bool changed;

	order_init(&o);
	o.kind = split_key(key, &number);
	str_copy(o.number, sizeof o.number, number);
	str_copy(o.party, sizeof o.party, o.kind == ORDER_SO ? "JONES" : "ACME");
	o.state = ORDER_OPEN;
	add_lines(&o, lines);
	begin(h);
	must(order_define(h->l, &o, BY_FILE, &changed, &err));
	commit(h);
	order_done(&o);
}

void
house_order_state(struct house *h, const char *key, enum event_type type)
{
	const char *number;
	struct order o;
	struct err err;
	enum order_kind kind = split_key(key, &number);

	order_init(&o);
	must(order_find(h->l, kind, number, &o, &err) > 0);
	begin(h);
	must(order_set_state(h->l, &o, type, "", BY_KEYS, &err));
	commit(h);
	order_done(&o);
}

/* --- units --- */

static void
append(struct house *h, struct event *e)
{
	struct anomaly odd;
	struct err err;

	e->id = e->seq = e->at = 0;
	e->entry = BY_FILE;
	must(ledger_append(h->l, e, &odd, &err));
}

void
house_tell(struct house *h, const char *item, const char *serial, const char *text)
{
	struct story s = { 0 };

	story_tell(&s, item, serial, text);
	for (size_t i = 0; i < s.events.n; i++) {
		begin(h);
		append(h, &s.events.at[i]);
		commit(h);
	}
	story_done(&s);
}

static void
tell_each(struct house *h, const char *item, const char *text, const char *serials)
{
	char *copy = strdup(serials), *save, *word;

	for (word = strtok_r(copy, " ", &save); word != NULL;
	    word = strtok_r(NULL, " ", &save))
		house_tell(h, item, word, text);
	free(copy);
}

void
house_expect(struct house *h, const char *key, int64_t line, const char *item,
    const char *serials)
{
	char text[200];

	str_print(text, sizeof text, "expected order=%s line=%lld party=ACME", key,
	    (long long)line);
	tell_each(h, item, text, serials);
}

void
house_stock(struct house *h, const char *item, const char *bin, const char *serials)
{
	char text[200];

	str_print(text, sizeof text, "opened bin=%s", bin);
	tell_each(h, item, text, serials);
}

/* --- looking --- */

const char *
house_unit(struct house *h, const char *item, const char *serial)
{
	struct unit u;
	struct err err;
	int rc = ledger_unit(h->l, item, serial, &u, &err);

	must(rc >= 0);
	return rc == 0 ? "" : unit_say(&u);
}

int64_t
house_bin_units(struct house *h, const char *bin)
{
	struct err err;
	int64_t n;

	must(ledger_bin_units(h->l, bin, &n, &err));
	return n;
}

int64_t
house_received(struct house *h, const char *order, int64_t line)
{
	int64_t stages[STAGES];
	struct err err;

	must(ledger_line_progress(h->l, order, line, stages, &err));
	return stages[STAGE_RECEIVED];
}

static int64_t
one_number(struct house *h, enum query q)
{
	struct store *s = ledger_store(h->l);
	struct err err;
	int64_t n;

	must(store_first(s, q, &err, "") > 0);
	n = store_int(s, q, 0);
	store_end(s, q);
	return n;
}

int64_t
house_events(struct house *h)
{
	return one_number(h, Q_EVENT_COUNT);
}

int64_t
house_incidents(struct house *h)
{
	return one_number(h, Q_INCIDENT_COUNT_OPEN);
}

static void
print_fault(void *ctx, const char *fault)
{
	(void)ctx;
	print_error("verify: %s\n", fault);
}

int64_t
house_faults(struct house *h)
{
	struct ledger_census census;
	struct err err;

	must(ledger_verify(h->l, print_fault, NULL, &census, &err));
	return census.faults;
}

bool
house_is_sound(struct house *h)
{
	char damage[200];
	struct err err;

	must(store_check(ledger_store(h->l), damage, sizeof damage, &err));
	if (damage[0] != '\0')
		print_error("database: %s\n", damage);
	return damage[0] == '\0';
}
