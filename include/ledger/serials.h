/*
 * serials.h - serials that we issue: leases of numbers, serials issued and void.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A serial rule with a mask (domain/serial_mask.h) has a range of numbers, and
 * every number of it is held by one station at a time, under a lease.  A
 * station issues numbers of its own leases only, so stations that cannot see
 * each other never make the same serial.
 *
 * Who holds what:
 *   - The station that defines a rule with a mask owns all its numbers, unless
 *     it knows of a lease of that rule which says that another one does.
 *   - A station that holds numbers cuts a range off their end for another one
 *     (serial.leased there), writes it to a file that it signs, and has it no
 *     more; the other one accepts the file (serial.leased here).  A range is
 *     known by the event that gave it, "STATION-SEQ", the same everywhere, so
 *     that accepting twice, or hearing of it from the registry as well, changes
 *     nothing.  A registry gives ranges by the same event.
 *   - Two stations that each define the same rule both take themselves for its
 *     owner, as nobody can tell them otherwise.  Therefore: define it at one
 *     station, and let the others accept a lease, which brings the rule along.
 *     A station that has issued nothing yet gives its own range up when it
 *     accepts; one that has, or that gave some on, is refused.
 *   - A rule whose mask is changed has a new range, owned by whoever owned the
 *     rule; leases of the old mask sleep until it comes back.
 *
 * A number is used up by serial.issued, for good: undoing, voiding and crashes
 * give none back, and gaps are normal.  What was issued is applied when a unit
 * bears it (unit.commissioned), or is voided when its label is spoiled or lost.
 *
 * Of a drawn mask at most one number in 10,000 is issued: a lease for n serials
 * has 10,000 n numbers, and serials come from the part that was opened for
 * drawing, which grows by at least a sixteenth of the lease.
 *
 * Events, all on the subject policy = the rule's code; members that are empty
 * are left out:
 *	serial.leased	alphabet from giver giver_key instead lease mask of
 *			station to: numbers from to go to station.  giver: who had
 *			them; of: the lease they were cut off; instead: the lease
 *			given up for them; lease: its code, where that is not this
 *			event's own; giver_key: whose signature was believed
 *	serial.issued	from item lease purpose serials to: numbers up to `to` of
 *			the lease are used up
 *	serial.voided	item reason serials
 *
 * Functions that append run within the caller's transaction.
 */
#ifndef LEDGER_SERIALS_H
#define LEDGER_SERIALS_H
#include "base/seal.h"
#include "ledger/masters.h"

#define SERIALS_MAX 100000		/* issued at once */
#define SERIALS_SCARCE 10000		/* numbers of a drawn mask for each serial */
#define PURPOSE_SIZE 24
#define KEY_PRINT_SIZE 40		/* "1a2b-3c4d-..." and NUL */

/* --- Leases ------------------------------------------------------------------- */

struct lease {
	char code[CODE_SIZE];
	char rule[CODE_SIZE];
	char mask[SERIAL_MASK_SIZE];
	char alphabet[12];
	char holder[CODE_SIZE];
	char giver[CODE_SIZE];		/* "": it was the first to define the rule */
	char giver_key[2 * SEAL_PUBLIC + 1];
	int64_t lo, hi;			/* hi below lo: all was given on */
	int64_t next;			/* numbers from here on were never issued */
	int64_t issued;			/* serials */
};
struct leases { VEC(struct lease) list; };	/* vec_done releases */

/* 1 found, 0 not, -1 fault. */
int lease_find(struct ledger *, const char *code, struct lease *, struct err *)
    MUST_CHECK;
/* All leases of a rule, oldest first; *out must be zeroed. */
bool leases_of(struct ledger *, const char *rule, struct leases *out,
    struct err *) MUST_CHECK;
/* How many serials a lease is still good for. */
int64_t lease_left(const struct lease *, const struct serial_mask *);

/*
 * Cut numbers for n serials off the leases of this station, for another one.
 * ERR_CLASH serial.used-up: no lease has that many left in one piece.
 */
bool lease_give(struct ledger *, const char *rule, const char *station,
    int64_t n, enum event_entry, struct lease *out, struct err *) MUST_CHECK;

/*
 * The file of a lease: four lines, "dockledger-lease 1", a JSON object with the
 * lease and its rule, the giver's public key, and its signature over the first
 * two lines.  lease_write needs no transaction.
 */
bool lease_write(struct ledger *, const struct lease *, struct str *out,
    struct err *) MUST_CHECK;
/*
 * Accept such a file.  The key is believed when the giver's key is known from
 * before (ERR_DENIED serial.key when it is another one), or when key_print is
 * the print of it, which a person compared; else ERR_DENIED serial.key with
 * the print in the detail.  *lease says what the file gives, also when *changed
 * is false because it was accepted before.  ERR_INPUT: no such file, or its
 * signature does not hold.  ERR_CLASH: for another station, or against what
 * stands here.
 */
bool lease_accept(struct ledger *, const char *text, const char *key_print,
    enum event_entry, struct lease *lease, bool *changed, struct err *)
    MUST_CHECK;
/* The print of this station's public key, for people to compare. */
bool station_key_print(struct ledger *, char out[KEY_PRINT_SIZE], struct err *)
    MUST_CHECK;

/* --- Issuing -------------------------------------------------------------------- */

struct made_serial { char text[SERIAL_MADE_SIZE]; };
struct made_serials { VEC(struct made_serial) list; };	/* vec_done releases */

struct serial_ask {
	const char *item;
	int64_t n;			/* 1 to SERIALS_MAX */
	const char *purpose;		/* "label", "commission"; below PURPOSE_SIZE */
	const char *site;		/* "": none */
	enum event_entry entry;
	/* How events are appended; NULL: ledger_append. */
	bool (*append)(void *ctx, struct event *, struct err *);
	void *ctx;
};

/*
 * Issue n serials for an item: new to this station, among units as well.  When
 * the transaction is on the disk they may be printed, not before.  ERR_INPUT
 * serial.no-mask: the item has no rule with a mask.  ERR_CLASH serial.used-up:
 * the leases of this station have not so many left; nothing may be committed
 * then.  ERR_INPUT serial.format: the rule does not take what its mask makes.
 */
bool serials_issue(struct ledger *, const struct serial_ask *,
    struct made_serials *out, struct err *) MUST_CHECK;
/* The rule by which serials of an item are made; *mask is read from it. */
bool serials_rule(struct ledger *, const char *item, struct serial_rule_def *,
    struct serial_mask *, struct err *) MUST_CHECK;

/* --- What was issued ------------------------------------------------------------- */

struct issued {
	char item[CODE_SIZE];
	char serial[TEXT_SIZE];
	char rule[CODE_SIZE];
	char purpose[PURPOSE_SIZE];
	char station[CODE_SIZE];	/* who issued it; "" from issued_find */
	int64_t at;
	int64_t event, place;		/* the order of issuing */
	bool voided;
	bool applied;			/* a unit bears it; false from issued_find */
	char reason[NOTE_SIZE];		/* why it is void */
};

/* 1 found, 0 not, -1 fault. */
int issued_find(struct ledger *, const char *item, const char *serial,
    struct issued *, struct err *) MUST_CHECK;
/* An item that this serial was issued for, "" none. */
bool issued_item(struct ledger *, const char *serial, char item[CODE_SIZE],
    struct err *) MUST_CHECK;
/* A page in the order of issuing, after the one given (NULL: the first). */
struct issued_filter {
	bool open;			/* neither applied nor void */
	char item[CODE_SIZE];		/* "": any */
};
bool issued_page(struct ledger *, const struct issued_filter *,
    const struct issued *after, struct issued out[], size_t max, size_t *n,
    struct err *) MUST_CHECK;
/* The last ones of an item, newest first. */
bool issued_latest(struct ledger *, const char *item, struct issued out[],
    size_t max, size_t *n, struct err *) MUST_CHECK;
bool issued_counts(struct ledger *, const char *rule, int64_t *issued,
    int64_t *voided, int64_t *applied, struct err *) MUST_CHECK;

/*
 * Void what was issued for an item from one serial to another, in the order of
 * issuing (a roll of labels), both among them; *n says how many were not void
 * before.  append as in serial_ask.  ERR_ABSENT serial.not-issued: one end was
 * never issued for the item.  ERR_CLASH unit.already-done: some of them are on
 * units.
 */
bool serials_void(struct ledger *, const struct serial_ask *, const char *from,
    const char *to, const char *reason, int64_t *n, struct err *) MUST_CHECK;
#endif
