/*
 * ledger.h - the append-only ledger and what is projected from it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * An act is a transaction: ledger_begin, one or more ledger_append (and the
 * scan that caused them, flow/ does that through ledger_log_scan), then
 * ledger_commit.  When commit returned true the act is on the disk, hashed
 * into the station's chain, and its last event is signed.
 *
 * Append applies the event at once: the unit's fold, the sums (tally), the
 * incidents and the tables of definitions are in the same transaction.  A
 * contradicting event is not an error here: it is kept, and *odd says what
 * it contradicts (the flows ask unit_may first, so that only files, the
 * registry and races get that far).
 *
 * Ownership: a ledger owns its store and lends it.  Texts in events are
 * copied.  One ledger, one thread.
 */
#ifndef LEDGER_LEDGER_H
#define LEDGER_LEDGER_H
#include <stdbool.h>
#include <stdint.h>
#include "base/err.h"
#include "base/str.h"
#include "domain/event.h"
#include "domain/unit.h"
#include "store/store.h"

struct ledger;

/* A new database at path for station (1 to 15 of A-Z a-z 0-9 . _ -), with its
 * key in PATH-key (0600) and station.started as its first event. */
bool ledger_create(struct ledger **out, const char *path, const char *station,
    struct err *err) MUST_CHECK;
/* An existing one.  read_only: nothing can be appended and the key is not
 * needed.  cache_kib as in store_open. */
bool ledger_open(struct ledger **out, const char *path, bool read_only,
    int cache_kib, struct err *err) MUST_CHECK;
/* A ledger in memory, for tests and recomputing. */
bool ledger_memory(struct ledger **out, const char *station, struct err *err)
    MUST_CHECK;
void ledger_close(struct ledger *);	/* accepts NULL */
struct store *ledger_store(struct ledger *);
const char *ledger_station(const struct ledger *);

/* Who acts from now on ("os:NAME" or a badge), and how the facts come in. */
void ledger_set_operator(struct ledger *, const char *badge);
const char *ledger_operator(const struct ledger *);

bool ledger_begin(struct ledger *, int wait_ms, struct err *) MUST_CHECK;
bool ledger_commit(struct ledger *, struct err *) MUST_CHECK;
void ledger_rollback(struct ledger *);

/*
 * Append one event.  The caller fills entry, type, subject_kind, item,
 * subject, undoes, and body (unit events) or json (others; "" is {}).
 * Append fills id, station, seq, at (when 0) and operator (when "").
 */
bool ledger_append(struct ledger *, struct event *event, struct anomaly *odd,
    struct err *) MUST_CHECK;

/* Take an event of a unit back.  ERR_CLASH when it was taken back before, is
 * not there, or something that stands on it came after.  The unit's state
 * after is in *after (may be NULL). */
bool ledger_undo(struct ledger *, int64_t event_id, enum event_entry entry,
    struct event *undone, struct unit *after, struct err *) MUST_CHECK;

/* Tell the ledger that many new units come (an import into the thousands):
 * indexes are made once at the end.  Call after begin, and the second before
 * commit. */
bool ledger_bulk_begin(struct ledger *, struct err *) MUST_CHECK;
bool ledger_bulk_end(struct ledger *, struct err *) MUST_CHECK;

/* Reading.  1 found, 0 not, -1 fault. */
int ledger_unit(struct ledger *, const char *item, const char *serial,
    struct unit *out, struct err *) MUST_CHECK;
/* Every unit that bears this serial, at most max; *n says how many. */
bool ledger_units_by_serial(struct ledger *, const char *serial,
    struct unit out[], size_t max, size_t *n, struct err *) MUST_CHECK;
int ledger_event(struct ledger *, int64_t id, struct event *out, struct str *json,
    struct err *) MUST_CHECK;
/* All events of a unit, oldest first, to a callback (stops when it returns
 * false).  undone: this event was taken back. */
bool ledger_history(struct ledger *, const char *item, const char *serial,
    bool (*each)(void *ctx, const struct event *, bool undone), void *ctx,
    struct err *) MUST_CHECK;
/* Fill *out from the current row of a walk over a query whose columns are
 * those of unit_find (every Q_UNIT_* list query). */
bool ledger_unit_row(struct ledger *, enum query, struct unit *out, struct err *)
    MUST_CHECK;

/* Sums.  Those of a transaction reach the database at its end; whoever reads
 * them within it by a query of his own settles them first. */
bool ledger_settle(struct ledger *, struct err *) MUST_CHECK;
bool ledger_tally(struct ledger *, enum tally_kind, int64_t a, int64_t b,
    int64_t *n, struct err *) MUST_CHECK;
/* Units of an order line in a stage, and all stages at once. */
bool ledger_line_progress(struct ledger *, const char *order, int64_t line,
    int64_t stages[STAGES], struct err *) MUST_CHECK;
/* The same over all lines of an order. */
bool ledger_order_progress(struct ledger *, const char *order,
    int64_t stages[STAGES], struct err *) MUST_CHECK;
bool ledger_bin_units(struct ledger *, const char *bin, int64_t *n, struct err *)
    MUST_CHECK;
bool ledger_bin_item_units(struct ledger *, const char *bin, const char *item,
    int64_t *n, struct err *) MUST_CHECK;

/* Own events that the registry does not have yet, and the oldest one's time
 * (0: none). */
bool ledger_unsent(struct ledger *, int64_t *n, int64_t *oldest_at, struct err *)
    MUST_CHECK;

/* Incidents. */
struct incident {
	char key[INCIDENT_KEY_SIZE];
	char code[32];
	enum subject_kind subject_kind;
	char item[CODE_SIZE];
	char subject[TEXT_SIZE];
	int64_t opened_at;
	char operator[CODE_SIZE];	/* who opened it, or who resolved it */
	char detail[NOTE_SIZE];
	bool open;
	char outcome[32];
	int64_t event;
};
int ledger_incident(struct ledger *, const char *key, struct incident *,
    struct err *) MUST_CHECK;
bool ledger_incident_row(struct ledger *, enum query, struct incident *,
    struct err *) MUST_CHECK;
/* Append incident.opened about a subject (within a transaction); *key gets
 * its name. */
bool ledger_incident_open(struct ledger *, enum subject_kind, const char *item,
    const char *subject, const char *code, const char *detail,
    enum event_entry, char key[INCIDENT_KEY_SIZE], struct err *) MUST_CHECK;
bool ledger_incident_resolve(struct ledger *, const char *key,
    const char *outcome, const char *note, enum event_entry, struct err *)
    MUST_CHECK;

/* The scan log. */
struct scan_record {
	int64_t at;
	const char *terminal;
	const char *flow;
	const char *slot;
	const void *raw;
	size_t raw_len;
	int kind;		/* enum scan_kind */
	enum event_entry entry;
	int64_t gap_ms;		/* -1: the first on this terminal */
	int verdict;		/* enum verdict_kind of flow */
	const char *code;
	int64_t event;		/* first event it made, 0: none */
	int64_t job;
};
bool ledger_log_scan(struct ledger *, const struct scan_record *, struct err *)
    MUST_CHECK;

/* `verify`: recompute everything from the events alone.  Each fault goes to
 * say; *faults counts them. */
struct ledger_census { int64_t events, units, stations, faults; };
bool ledger_verify(struct ledger *, void (*say)(void *ctx, const char *fault),
    void *ctx, struct ledger_census *, struct err *) MUST_CHECK;
#endif
