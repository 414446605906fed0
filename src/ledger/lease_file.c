/*
 * lease_file.c - a lease on its way to a station that cannot be reached.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Four lines:
 *	dockledger-lease 1
 *	{"alphabet":"alnum",...}	the lease and its rule, sorted keys
 *	key 64 hexadecimal digits
 *	signature 128 hexadecimal digits
 * The signature covers the first two with their line ends, so that it can be
 * taken for nothing else that a station signs.
 */
#include <string.h>
#include "ledger/record.h"
#include "ledger/serials_private.h"

#define HEAD "dockledger-lease 1\n"
#define PRINT_BYTES 16

/* What the second line says. */
struct paper {
	char alphabet[12];
	char check[16];
	char example[TEXT_SIZE];
	int64_t from;
	char giver[CODE_SIZE];
	char hint[NOTE_SIZE];
	char lease[CODE_SIZE];
	char mask[SERIAL_MASK_SIZE];
	char pattern[256];
	char rule[CODE_SIZE];
	char station[CODE_SIZE];
	char strip[256];
	int64_t to;
};

static const struct field paper_fields[] = {
	{ FIELD_OF(paper, alphabet), FIELD_TEXT, NULL },
	{ FIELD_OF(paper, check), FIELD_TEXT, NULL },
	{ FIELD_OF(paper, example), FIELD_TEXT, NULL },
	{ FIELD_OF(paper, from), FIELD_NUMBER, NULL },
	{ FIELD_OF(paper, giver), FIELD_TEXT, NULL },
	{ FIELD_OF(paper, hint), FIELD_TEXT, NULL },
	{ FIELD_OF(paper, lease), FIELD_TEXT, NULL },
	{ FIELD_OF(paper, mask), FIELD_TEXT, NULL },
	{ FIELD_OF(paper, pattern), FIELD_TEXT, NULL },
	{ FIELD_OF(paper, rule), FIELD_TEXT, NULL },
	{ FIELD_OF(paper, station), FIELD_TEXT, NULL },
	{ FIELD_OF(paper, strip), FIELD_TEXT, NULL },
	{ FIELD_OF(paper, to), FIELD_NUMBER, NULL },
};
static const struct record paper_record = RECORD_OF(paper_fields);

#define COPY(to, from) str_copy((to), sizeof (to), (from))

/* "1a2b-3c4d-...": half of the key's hash, in groups that can be read aloud. */
static void
key_print(const unsigned char key[SEAL_PUBLIC], char out[KEY_PRINT_SIZE])
{
	unsigned char hash[SEAL_HASH];
	char hex[2 * PRINT_BYTES + 1];

	seal_hash(hash, NULL, key, SEAL_PUBLIC);
	seal_hex(hex, hash, PRINT_BYTES);
	for (size_t i = 0; i < PRINT_BYTES / 2; i++)
		str_print(out + i * 5, KEY_PRINT_SIZE - i * 5, "%.4s%s", hex + i * 4,
		    i + 1 < PRINT_BYTES / 2 ? "-" : "");
}

bool
station_key_print(struct ledger *l, char out[KEY_PRINT_SIZE], struct err *err)
{
	int rc = store_first(l->store, Q_STATION_GET, err, "i", (int64_t)SELF_NO);
	size_t n;
	const void *key;

	if (rc < 0)
		return false;
	key = rc > 0 ? store_blob(l->store, Q_STATION_GET, 1, &n) : NULL;
	if (key == NULL || n != SEAL_PUBLIC) {
		store_end(l->store, Q_STATION_GET);
		return err_set(err, ERR_DAMAGED, "the station has no key");
	}
	key_print(key, out);
	store_end(l->store, Q_STATION_GET);
	return true;
}

/* --- Writing --------------------------------------------------------------------- */

static void
paper_of(const struct lease *lease, const struct serial_rule_def *rule,
    struct paper *p)
{
	memset(p, 0, sizeof *p);
	COPY(p->alphabet, lease->alphabet);
	COPY(p->check, rule->check);
	COPY(p->example, rule->example);
	COPY(p->giver, lease->giver);
	COPY(p->hint, rule->hint);
	COPY(p->lease, lease->code);
	COPY(p->mask, lease->mask);
	COPY(p->pattern, rule->pattern);
	COPY(p->rule, lease->rule);
	COPY(p->station, lease->holder);
	COPY(p->strip, rule->strip);
	p->from = lease->lo;
	p->to = lease->hi;
}

bool
lease_write(struct ledger *l, const struct lease *lease, struct str *out,
    struct err *err)
{
	unsigned char public_key[SEAL_PUBLIC], sig[SEAL_SIGNATURE];
	char hex[2 * SEAL_SIGNATURE + 1];
	struct serial_rule_def rule;
	struct json_out j;
	struct paper p;
	size_t begin = out->len;
	int rc = serial_rule_find(l, lease->rule, &rule, err);

	if (rc <= 0)
		return rc == 0 && err_set(err, ERR_ABSENT, "there is no serial rule %s",
		    lease->rule);
	paper_of(lease, &rule, &p);
	str_add(out, HEAD);
	json_begin(&j, out);
	json_canonical(&j);
	record_write(&paper_record, &p, &j);
	str_addc(out, '\n');
	seal_sign(sig, out->p + begin, out->len - begin, l->secret);
	seal_public_of(public_key, l->secret);
	seal_hex(hex, public_key, sizeof public_key);
	str_addf(out, "key %s\n", hex);
	seal_hex(hex, sig, sizeof sig);
	str_addf(out, "signature %s\n", hex);
	return true;
}

/* --- Reading --------------------------------------------------------------------- */

static bool
no_lease(struct err *err, const char *why)
{
	err_code(err, ERR_INPUT, "serial.lease", "that is no lease: %s", why);
	return err_hint(err, "Have it written again: 'dockledger serials lease'.");
}

/* A line "word HEX"; text moves behind it. */
static bool
hex_line(const char **text, const char *word, unsigned char *out, size_t n)
{
	size_t len = strlen(word);
	char hex[2 * SEAL_SIGNATURE + 1];

	if (!str_starts(*text, word) || strlen(*text) < len + 2 * n + 1 ||
	    (*text)[len + 2 * n] != '\n')
		return false;
	str_copyn(hex, sizeof hex, *text + len, 2 * n);
	*text += len + 2 * n + 1;
	return seal_unhex(out, n, hex);
}

static bool
paper_read(const char *text, struct paper *p, unsigned char key[SEAL_PUBLIC],
    struct err *err)
{
	unsigned char sig[SEAL_SIGNATURE];
	const char *line = text + strlen(HEAD), *rest;
	struct json *body;

	if (!str_starts(text, HEAD) || (rest = strchr(line, '\n')) == NULL)
		return no_lease(err, "it does not begin as one");
	rest++;
	if (!hex_line(&rest, "key ", key, SEAL_PUBLIC) ||
	    !hex_line(&rest, "signature ", sig, sizeof sig) || *rest != '\0')
		return no_lease(err, "its key and signature are not whole");
	rest = strchr(line, '\n') + 1;
	if (!seal_verify(sig, text, (size_t)(rest - text), key))
		return no_lease(err, "its signature does not hold, so it was changed");
	if ((body = json_parse(line, (size_t)(rest - line) - 1, err)) == NULL)
		return false;
	memset(p, 0, sizeof *p);
	record_read(&paper_record, body, p);
	json_free(body);
	return (p->lease[0] != '\0' && p->rule[0] != '\0' && p->giver[0] != '\0') ||
	    no_lease(err, "it does not say whose it is");
}

/* --- Accepting ------------------------------------------------------------------- */

/* The key by which the giver is known: of the registry's stations, or of a lease
 * before; "" when it is not. */
static bool
known_key(struct ledger *l, const char *giver, char hex[2 * SEAL_PUBLIC + 1],
    struct err *err)
{
	int rc = store_first(l->store, Q_STATION_KEY, err, "t", giver);
	const void *key;
	size_t n;

	hex[0] = '\0';
	if (rc > 0) {
		key = store_blob(l->store, Q_STATION_KEY, 0, &n);
		if (n == SEAL_PUBLIC)
			seal_hex(hex, key, n);
		store_end(l->store, Q_STATION_KEY);
		return true;
	}
	if (rc == 0 &&
	    (rc = store_first(l->store, Q_LEASE_KEY, err, "t", giver)) > 0) {
		str_copy(hex, 2 * SEAL_PUBLIC + 1, store_text(l->store, Q_LEASE_KEY, 0));
		store_end(l->store, Q_LEASE_KEY);
	}
	return rc >= 0;
}

static bool
key_believed(struct ledger *l, const struct paper *p,
    const unsigned char key[SEAL_PUBLIC], const char *compared, struct err *err)
{
	char print[KEY_PRINT_SIZE], hex[2 * SEAL_PUBLIC + 1];
	char known[2 * SEAL_PUBLIC + 1];

	key_print(key, print);
	seal_hex(hex, key, SEAL_PUBLIC);
	if (!known_key(l, p->giver, known, err))
		return false;
	if (known[0] != '\0' && strcmp(known, hex) != 0) {
		err_code(err, ERR_DENIED, "serial.key",
		    "the key of %s is not the one it had before", p->giver);
		err_detail(err, "its print is %s", print);
		return err_hint(err, "Somebody else signed it, or the station was made "
		    "anew under its old name; do not accept it before you know.");
	}
	if (known[0] != '\0' || str_ieq(compared, print))
		return true;
	err_code(err, ERR_DENIED, "serial.key", compared[0] == '\0' ?
	    "the key of %s is not known here yet" :
	    "the key of %s has another print than the one given", p->giver);
	err_detail(err, "its print is %s", print);
	return err_hint(err, "Compare it with what 'dockledger serials key' says at "
	    "%s; when they agree, accept with --key %s.", p->giver, print);
}

static bool
is_of_paper(const struct lease *lease, const struct paper *p)
{
	return strcmp(lease->mask, p->mask) == 0 &&
	    strcmp(lease->alphabet, p->alphabet) == 0;
}

/* Numbers that this station took for its own, and used as its own. */
static bool
was_owner(struct ledger *l, const struct paper *p, struct err *err)
{
	err_code(err, ERR_CLASH, "serial.lease",
	    "%s took itself for the owner of rule %s, and issued or gave on numbers",
	    l->station, p->rule);
	return err_hint(err, "Give this station's units a rule of their own.");
}

/* What this station took for its own before it knew better: *instead is that
 * lease, "" none.  A true owner that gets numbers back gave them away before:
 * they are not its own now. */
static bool
own_before(struct ledger *l, const struct paper *p, char instead[CODE_SIZE],
    struct err *err)
{
	struct leases all = { .list = { .n = 0 } };
	bool ok = leases_of(l, p->rule, &all, err), used = false;

	instead[0] = '\0';
	for (size_t i = 0; ok && i < all.list.n; i++) {
		const struct lease *lease = &all.list.at[i];

		if (!is_of_paper(lease, p))
			continue;
		used = used || strcmp(lease->giver, l->station) == 0;
		if (strcmp(lease->holder, l->station) != 0 || lease->giver[0] != '\0' ||
		    lease->hi < p->from || p->to < lease->lo)
			continue;
		str_copy(instead, CODE_SIZE, lease->code);
		used = used || lease->issued > 0;
	}
	vec_done(&all.list);
	return ok && (instead[0] == '\0' || !used || was_owner(l, p, err));
}

/* The rule comes with the lease, unless it stands here. */
static bool
rule_agrees(struct ledger *l, const struct paper *p, bool *there, struct err *err)
{
	struct serial_rule_def rule;
	struct serial_mask mine, theirs;
	int rc = serial_rule_find(l, p->rule, &rule, err);

	if (rc < 0 || !serial_mask_parse(p->mask, p->alphabet, &theirs, err))
		return false;
	*there = rc > 0;
	if (rc == 0)
		return true;
	if (rule.mask[0] != '\0' &&
	    serial_mask_parse(rule.mask, rule.alphabet, &mine, err) &&
	    strcmp(mine.text, theirs.text) == 0 &&
	    strcmp(mine.alphabet, theirs.alphabet) == 0)
		return true;
	err_code(err, ERR_CLASH, "serial.lease",
	    "rule %s stands here with %s%s, not with the mask %s", p->rule,
	    rule.mask[0] == '\0' ? "no mask" : "the mask ", rule.mask, p->mask);
	return err_hint(err, "Import the rule as %s has it, then accept.", p->giver);
}

static bool
rule_take(struct ledger *l, const struct paper *p, enum event_entry entry,
    struct err *err)
{
	struct serial_rule_def rule;
	bool changed;

	memset(&rule, 0, sizeof rule);
	COPY(rule.code, p->rule);
	COPY(rule.pattern, p->pattern);
	COPY(rule.example, p->example);
	COPY(rule.hint, p->hint);
	COPY(rule.check, p->check);
	COPY(rule.strip, p->strip);
	COPY(rule.mask, p->mask);
	COPY(rule.alphabet, p->alphabet);
	return serial_rule_define(l, &rule, entry, &changed, err);
}

static bool
accept(struct ledger *l, const struct paper *p, const unsigned char *key,
    enum event_entry entry, struct err *err)
{
	struct lease_say what = { .from = p->from, .to = p->to };
	char code[CODE_SIZE];
	bool there;

	if (strcmp(p->station, l->station) != 0)
		return err_code(err, ERR_CLASH, "serial.lease",
		    "the lease is for station %s, this is %s", p->station, l->station);
	if (!rule_agrees(l, p, &there, err) || !own_before(l, p, what.instead, err))
		return false;
	COPY(what.alphabet, p->alphabet);
	COPY(what.giver, p->giver);
	seal_hex(what.giver_key, key, SEAL_PUBLIC);
	COPY(what.lease, p->lease);
	COPY(what.mask, p->mask);
	COPY(what.station, p->station);
	return lease_say(l, p->rule, &what, entry, code, err) &&
	    (there || rule_take(l, p, entry, err));
}

bool
lease_accept(struct ledger *l, const char *text, const char *compared,
    enum event_entry entry, struct lease *lease, bool *changed, struct err *err)
{
	unsigned char key[SEAL_PUBLIC];
	struct paper p;
	int rc;

	*changed = false;
	if (!paper_read(text, &p, key, err) ||
	    !key_believed(l, &p, key, compared, err))
		return false;
	if ((rc = lease_find(l, p.lease, lease, err)) < 0)
		return false;
	if (rc > 0)
		return true;
	if (!accept(l, &p, key, entry, err) ||
	    (rc = lease_find(l, p.lease, lease, err)) < 0)
		return false;
	*changed = true;
	return rc > 0 || err_set(err, ERR_BUG, "lease %s is not there", p.lease);
}
