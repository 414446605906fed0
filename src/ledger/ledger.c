/*
 * ledger.c - opening a ledger, and acts as transactions.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The station's Ed25519 key stands beside the database as PATH-key, 64 bytes
 * as hex, mode 0600.  Each act reads the head of the station's own chain
 * again, because other terminals of this station write to it too.
 */
#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/clock.h"
#include "base/file.h"
#include "base/json.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "ledger/ledger_private.h"

#define KEY_FILE_MAX 4096
#define STATION_MAX 15

static void
key_path(const char *path, struct str *out)
{
	str_init(out);
	str_addf(out, "%s-key", path);
}

static struct ledger *
ledger_new(void)
{
	struct ledger *l = xcalloc(1, sizeof *l);

	str_init(&l->body);
	str_init(&l->bytes);
	return l;
}

void
ledger_close(struct ledger *l)
{
	if (l == NULL)
		return;
	store_close(l->store);
	seal_wipe(l->secret, sizeof l->secret);
	str_done(&l->body);
	str_done(&l->bytes);
	free(l);
}

static bool
station_is_legal(const char *station)
{
	size_t n = strlen(station);

	if (n < 1 || n > STATION_MAX)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!isalnum((unsigned char)station[i]) &&
		    strchr("._-", station[i]) == NULL)
			return false;
	return true;
}

static bool
key_write(const char *path, const unsigned char secret[SEAL_SECRET],
    struct err *err)
{
	char hex[2 * SEAL_SECRET + 2];
	struct str file;
	bool ok;

	seal_hex(hex, secret, SEAL_SECRET);
	hex[2 * SEAL_SECRET] = '\n';
	key_path(path, &file);
	ok = file_create(file.p, 0600, hex, 2 * SEAL_SECRET + 1, err);
	seal_wipe(hex, sizeof hex);
	str_done(&file);
	return ok;
}

static bool
key_read(struct ledger *l, const char *path, struct err *err)
{
	struct str file, text;
	bool ok;

	key_path(path, &file);
	str_init(&text);
	ok = file_read(file.p, KEY_FILE_MAX, &text, err);
	if (ok && (text.len < 2 * SEAL_SECRET ||
	    (text.p[2 * SEAL_SECRET] = '\0', !seal_unhex(l->secret, SEAL_SECRET,
	    text.p)))) {
		err_set(err, ERR_DAMAGED, "the station key is damaged");
		err_detail(err, "%s", file.p);
		ok = err_hint(err, "Put the key file back from where it is kept safe.");
	}
	if (!ok && err->kind != ERR_DAMAGED)
		err_say(err, "could not read the station key");
	l->can_sign = ok;
	seal_wipe(text.p, text.len);
	str_done(&text);
	str_done(&file);
	return ok;
}

/* The first event names the station and its public key. */
static bool
station_start(struct ledger *l, const unsigned char public_key[SEAL_PUBLIC],
    struct err *err)
{
	char hex[2 * SEAL_PUBLIC + 1], json[2 * SEAL_PUBLIC + 32];
	struct event e = { .type = EV_STATION_STARTED, .entry = BY_SYSTEM,
	    .subject_kind = SUBJECT_STATION };
	struct anomaly odd;

	seal_hex(hex, public_key, SEAL_PUBLIC);
	str_print(json, sizeof json, "{\"public_key\":\"%s\"}", hex);
	str_copy(e.subject, sizeof e.subject, l->station);
	e.json = json;
	return ledger_begin(l, -1, err) &&
	    store_run(l->store, Q_STATION_ADD, err, "itb", (int64_t)SELF_NO,
	    l->station, (const void *)public_key, (size_t)SEAL_PUBLIC) &&
	    ledger_append(l, &e, &odd, err) && ledger_commit(l, err);
}

/* What was begun is taken away: a new station is there whole or not at all. */
static void
uncreate(struct ledger *l, const char *path, bool key_made)
{
	bool made = l->store != NULL && !store_is_memory(l->store);
	struct str key;

	ledger_close(l);
	if (made)
		store_remove(path);
	if (key_made) {
		key_path(path, &key);
		unlink(key.p);
		str_done(&key);
	}
}

static bool
create_at(struct ledger **out, const char *path, const char *station,
    enum store_mode mode, struct err *err)
{
	unsigned char public_key[SEAL_PUBLIC];
	bool key_made = false;
	struct ledger *l;

	if (!station_is_legal(station)) {
		err_set(err, ERR_INPUT, "\"%s\" is no station name", station);
		return err_hint(err, "Use 1 to %d of A-Z a-z 0-9 . _ -", STATION_MAX);
	}
	l = ledger_new();
	str_copy(l->station, sizeof l->station, station);
	ledger_set_operator(l, "system");
	seal_keypair(public_key, l->secret);
	l->can_sign = true;
	if (store_open(&l->store, path, mode, 0, err) &&
	    (mode == STORE_MEMORY || (key_made = key_write(path, l->secret, err))) &&
	    station_start(l, public_key, err)) {
		*out = l;
		return true;
	}
	uncreate(l, path, key_made);
	return false;
}

bool
ledger_create(struct ledger **out, const char *path, const char *station,
    struct err *err)
{
	struct str key;
	bool there;

	key_path(path, &key);
	there = file_exists(key.p);
	if (there) {
		err_set(err, ERR_CLASH, "there is a station key already");
		err_detail(err, "%s", key.p);
		err_hint(err, "Name another database with --db, or move both away.");
	}
	str_done(&key);
	return !there && create_at(out, path, station, STORE_CREATE, err);
}

bool
ledger_memory(struct ledger **out, const char *station, struct err *err)
{
	return create_at(out, ":memory:", station, STORE_MEMORY, err);
}

static bool
station_read(struct ledger *l, struct err *err)
{
	int rc = store_first(l->store, Q_STATION_GET, err, "i", (int64_t)SELF_NO);

	if (rc < 0)
		return false;
	if (rc == 0) {
		err_set(err, ERR_DAMAGED, "the database names no station");
		return err_hint(err, "Restore the last backup.");
	}
	str_copy(l->station, sizeof l->station,
	    store_text(l->store, Q_STATION_GET, 0));
	store_end(l->store, Q_STATION_GET);
	return true;
}

/* The key beside the database must be the one its station was made with. */
static bool
key_fits(struct ledger *l, struct err *err)
{
	unsigned char mine[SEAL_PUBLIC];
	bool fits = false;
	size_t n;
	int rc = store_first(l->store, Q_STATION_GET, err, "i", (int64_t)SELF_NO);

	if (rc > 0) {
		const void *stands = store_blob(l->store, Q_STATION_GET, 1, &n);

		seal_public_of(mine, l->secret);
		fits = n == SEAL_PUBLIC && memcmp(stands, mine, n) == 0;
		store_end(l->store, Q_STATION_GET);
	}
	if (rc < 0 || fits)
		return rc >= 0;
	err_set(err, ERR_DAMAGED, "the station key is not the key of this database");
	return err_hint(err, "Put the key file back that was made with it.");
}

bool
ledger_open(struct ledger **out, const char *path, bool read_only,
    int cache_kib, struct err *err)
{
	struct ledger *l = ledger_new();

	ledger_set_operator(l, "system");
	if (store_open(&l->store, path, read_only ? STORE_READ : STORE_OPEN,
	    cache_kib, err) && station_read(l, err) &&
	    (read_only || (key_read(l, path, err) && key_fits(l, err)))) {
		*out = l;
		return true;
	}
	ledger_close(l);
	return false;
}

struct store *
ledger_store(struct ledger *l)
{
	return l->store;
}

const char *
ledger_station(const struct ledger *l)
{
	return l->station;
}

void
ledger_set_operator(struct ledger *l, const char *badge)
{
	str_copy(l->operator, sizeof l->operator, badge);
}

const char *
ledger_operator(const struct ledger *l)
{
	return l->operator;
}

/* The head moves with every terminal of the station. */
static bool
read_head(struct ledger *l, struct err *err)
{
	size_t n;
	const void *hash;
	int rc = store_first(l->store, Q_EVENT_HEAD, err, "ii",
	    STATION_BASE(SELF_NO), STATION_BASE(SELF_NO + 1));

	if (rc < 0)
		return false;
	l->head_id = rc == 0 ? STATION_BASE(SELF_NO) :
	    store_int(l->store, Q_EVENT_HEAD, 0);
	memset(l->head, 0, sizeof l->head);
	if (rc > 0) {
		hash = store_blob(l->store, Q_EVENT_HEAD, 1, &n);
		if (n == SEAL_HASH)
			memcpy(l->head, hash, n);
		store_end(l->store, Q_EVENT_HEAD);
	}
	return true;
}

bool
ledger_begin(struct ledger *l, int wait_ms, struct err *err)
{
	if (!store_begin(l->store, wait_ms, err))
		return false;
	l->unsigned_id = 0;
	l->bulk.on = false;
	tally_forget(l);
	if (read_head(l, err))
		return true;
	store_rollback(l->store);
	return false;
}

bool
ledger_commit(struct ledger *l, struct err *err)
{
	unsigned char sig[SEAL_SIGNATURE];

	if (!tally_flush(l, err))
		goto failed;
	if (l->unsigned_id != 0) {
		assert(l->can_sign);
		seal_sign(sig, l->head, SEAL_HASH, l->secret);
		if (!store_run(l->store, Q_EVENT_SIGN, err, "ib", l->unsigned_id,
		    (const void *)sig, (size_t)SEAL_SIGNATURE))
			goto failed;
	}
	l->unsigned_id = 0;
	return store_commit(l->store, err);
failed:
	ledger_rollback(l);
	return false;
}

void
ledger_rollback(struct ledger *l)
{
	tally_forget(l);
	l->unsigned_id = 0;
	store_rollback(l->store);
}

bool
ledger_bulk_begin(struct ledger *l, struct err *err)
{
	memset(&l->bulk, 0, sizeof l->bulk);
	l->bulk.on = store_bulk_begin(l->store, err);
	return l->bulk.on;
}

bool
ledger_bulk_end(struct ledger *l, struct err *err)
{
	l->bulk.on = false;
	return store_bulk_end(l->store, err);
}

bool
ledger_unsent(struct ledger *l, int64_t *n, int64_t *oldest_at, struct err *err)
{
	int64_t acked = STATION_BASE(SELF_NO);
	int rc = store_first(l->store, Q_SETTING_GET, err, "t", "acked");

	if (rc < 0)
		return false;
	if (rc > 0) {
		acked += strtoll(store_text(l->store, Q_SETTING_GET, 0), NULL, 10);
		store_end(l->store, Q_SETTING_GET);
	}
	if (!l->store || (!store_in_transaction(l->store) && !read_head(l, err)))
		return false;
	*n = l->head_id - acked;
	*oldest_at = 0;
	rc = store_first(l->store, Q_EVENT_UNSENT, err, "ii", acked,
	    STATION_BASE(SELF_NO + 1));
	if (rc > 0) {
		*oldest_at = store_int(l->store, Q_EVENT_UNSENT, 0);
		store_end(l->store, Q_EVENT_UNSENT);
	}
	return rc >= 0;
}

bool
ledger_log_scan(struct ledger *l, const struct scan_record *s, struct err *err)
{
	int64_t operator;

	if (!store_name(l->store, NAME_OPERATOR, l->operator, &operator, err))
		return false;
	if (s->gap_ms < 0)
		return store_run(l->store, Q_SCAN_ADD, err, "ititt" "biin" "itzz",
		    s->at, s->terminal, operator, s->flow, s->slot, s->raw,
		    s->raw_len, (int64_t)s->kind, (int64_t)s->entry,
		    (int64_t)s->verdict, s->code, s->event, s->job);
	return store_run(l->store, Q_SCAN_ADD, err, "ititt" "biii" "itzz",
	    s->at, s->terminal, operator, s->flow, s->slot, s->raw, s->raw_len,
	    (int64_t)s->kind, (int64_t)s->entry, s->gap_ms,
	    (int64_t)s->verdict, s->code, s->event, s->job);
}
