/*
 * verify.c - recompute everything from the events alone, and compare.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Three passes over one moment of the database:
 *   chain   each station's events have no gap, each hash follows from the one
 *           before, each signature holds, and the last event is signed
 *   units   all events sorted by unit, folded, and merged with the table of
 *           units; sums and incidents gather on the way, and are then held
 *           against their tables
 *   masters definitions and orders, replayed into a database in memory
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/seal.h"
#include "base/str.h"
#include "base/vec.h"
#include "ledger/ledger_private.h"
#include "ledger/verify.h"

#define FAULTS_MAX 1000		/* said; more are only counted */

enum { COL_HASH = 11, COL_SIG = 12 };

void
verify_fault(struct verify *v, const char *fmt, ...)
{
	char words[400];
	va_list ap;

	if (++v->census->faults > FAULTS_MAX)
		return;
	va_start(ap, fmt);
	vsnprintf(words, sizeof words, fmt, ap);
	va_end(ap);
	v->say(v->ctx, words);
}

bool
verify_goes_on(struct verify *v, struct err *err)
{
	if (err->kind != ERR_DAMAGED && err->kind != ERR_INPUT)
		return false;
	verify_fault(v, "%s%s%s", err->what, err->detail[0] != '\0' ? ": " : "",
	    err->detail);
	err_clear(err);
	return true;
}

/* --- chain --- */

static bool
words_of_undoes(struct verify *v, const struct event *e, char *out, size_t size)
{
	int64_t no = e->undoes >> SEQ_BITS;

	for (size_t i = 0; i < v->stations.n; i++)
		if (v->stations.at[i].no == no) {
			str_print(out, size, "%s-%lld", v->stations.at[i].code,
			    (long long)(e->undoes - STATION_BASE(no)));
			return true;
		}
	return false;
}

static void
check_event(struct verify *v, const struct verify_station *st,
    const struct event *e, int64_t want_seq, unsigned char head[SEAL_HASH],
    bool *is_signed)
{
	struct store *s = v->l->store;
	char undoes[CODE_SIZE + 24] = "";
	size_t n_hash, n_sig;
	const void *hash = store_blob(s, Q_EVENT_CHAIN, COL_HASH, &n_hash);
	const void *sig = store_blob(s, Q_EVENT_CHAIN, COL_SIG, &n_sig);

	if (e->seq != want_seq)
		verify_fault(v, "%s-%lld: event %lld is missing before it", st->code,
		    (long long)e->seq, (long long)want_seq);
	if (e->undoes != 0 && !words_of_undoes(v, e, undoes, sizeof undoes))
		verify_fault(v, "%s-%lld: undoes an event of an unknown station",
		    st->code, (long long)e->seq);
	str_clear(&v->bytes);
	event_canonical(e, e->json, e->undoes != 0 ? undoes : NULL, &v->bytes);
	seal_hash(head, head, v->bytes.p, v->bytes.len);
	if (n_hash != SEAL_HASH || memcmp(hash, head, SEAL_HASH) != 0) {
		verify_fault(v, "%s-%lld: its hash does not follow from its words "
		    "and the event before", st->code, (long long)e->seq);
		if (n_hash == SEAL_HASH)	/* go on from what stands there */
			memcpy(head, hash, SEAL_HASH);
	}
	*is_signed = n_sig == SEAL_SIGNATURE;
	if (n_sig != 0 && (!*is_signed ||
	    !seal_verify(sig, head, SEAL_HASH, st->public_key)))
		verify_fault(v, "%s-%lld: its signature does not hold", st->code,
		    (long long)e->seq);
}

/* An event that cannot be read: what stands there is taken as its hash. */
static void
pass_over(struct verify *v, unsigned char head[SEAL_HASH], bool *is_signed)
{
	size_t n;
	const void *bytes = store_blob(v->l->store, Q_EVENT_CHAIN, COL_HASH, &n);

	if (n == SEAL_HASH)
		memcpy(head, bytes, n);
	store_blob(v->l->store, Q_EVENT_CHAIN, COL_SIG, &n);
	*is_signed = n == SEAL_SIGNATURE;
}

static bool
verify_chain(struct verify *v, const struct verify_station *st, struct err *err)
{
	unsigned char head[SEAL_HASH] = { 0 };
	struct event e;
	int64_t seq = 0;
	bool is_signed = true;
	int rc;

	if (!store_walk(v->l->store, Q_EVENT_CHAIN, err, "ii",
	    STATION_BASE(st->no), STATION_BASE(st->no + 1)))
		return false;
	while ((rc = store_next(v->l->store, Q_EVENT_CHAIN, err)) > 0) {
		v->census->events++;
		if (event_row(v->l, Q_EVENT_CHAIN, &e, &v->json, err))
			check_event(v, st, &e, seq + 1, head, &is_signed);
		else if (verify_goes_on(v, err))
			pass_over(v, head, &is_signed);
		else
			return false;
		seq = store_int(v->l->store, Q_EVENT_CHAIN, 0) - STATION_BASE(st->no);
	}
	if (!is_signed)
		verify_fault(v, "%s-%lld: the last event is not signed", st->code,
		    (long long)seq);
	return rc == 0;
}

static bool
read_stations(struct verify *v, struct err *err)
{
	int rc;

	if (!store_walk(v->l->store, Q_STATION_LIST, err, ""))
		return false;
	while ((rc = store_next(v->l->store, Q_STATION_LIST, err)) > 0) {
		struct verify_station *st = vec_push(&v->stations);
		size_t n;
		const void *key = store_blob(v->l->store, Q_STATION_LIST, 2, &n);

		st->no = store_int(v->l->store, Q_STATION_LIST, 0);
		str_copy(st->code, sizeof st->code,
		    store_text(v->l->store, Q_STATION_LIST, 1));
		if (n == SEAL_PUBLIC)
			memcpy(st->public_key, key, n);
	}
	v->census->stations = (int64_t)v->stations.n;
	return rc == 0;
}

static bool
verify_chains(struct verify *v, struct err *err)
{
	if (!read_stations(v, err))
		return false;
	for (size_t i = 0; i < v->stations.n; i++)
		if (!verify_chain(v, &v->stations.at[i], err))
			return false;
	return true;
}

bool
ledger_verify(struct ledger *l, void (*say)(void *, const char *), void *ctx,
    struct ledger_census *census, struct err *err)
{
	struct verify v = { .l = l, .say = say, .ctx = ctx, .census = census };
	char damage[200];
	bool ok;

	memset(census, 0, sizeof *census);
	str_init(&v.bytes);
	str_init(&v.json);
	ok = store_check(l->store, damage, sizeof damage, err);
	if (ok && damage[0] != '\0')
		verify_fault(&v, "the file is damaged: %s", damage);
	ok = ok && store_read_begin(l->store, err) && verify_chains(&v, err) &&
	    verify_units(&v, err) && verify_sums(&v, err) &&
	    verify_incidents(&v, err) && verify_masters(&v, err);
	store_read_end(l->store);
	ok = ok || verify_goes_on(&v, err);
	vec_done(&v.stations);
	free(v.sums.at);
	vec_done(&v.incidents);
	str_done(&v.bytes);
	str_done(&v.json);
	return ok;
}
