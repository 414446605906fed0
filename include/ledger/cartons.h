/*
 * cartons.h - cartons, pallets and totes, and their SSCCs.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A carton or pallet is known by its SSCC (18 digits, GS1 General
 * Specifications 3.3.2); a tote, which carries picked units to the packing
 * bench and is used again, by the code on its label.  What a container holds
 * is not kept with it: a unit names its carton, and a carton its parent.
 *
 * What happens to a container is an event whose body holds the members of
 * struct carton_say that are not empty.  An event that its state does not
 * allow (carton_may) changes nothing when it is projected.
 */
#ifndef LEDGER_CARTONS_H
#define LEDGER_CARTONS_H
#include <stdbool.h>
#include <stdint.h>
#include "base/err.h"
#include "base/str.h"
#include "domain/event.h"
#include "domain/gtin.h"	/* SSCC_SIZE */
#include "domain/words.h"
#include "ledger/ledger.h"

#define CARTONS_DEEP_MAX 4	/* a carton in a carton on a pallet ... */

struct carton {
	int64_t id;			/* name number */
	char code[CODE_SIZE];
	enum carton_kind kind;
	enum carton_state state;
	char order[ORDER_SIZE];		/* of one order; "": of several (a pallet) */
	char party[CODE_SIZE];		/* whom it is for */
	char parent[CODE_SIZE];		/* the pallet or carton it is in, "" none */
	char bin[CODE_SIZE];		/* where it stands */
	int64_t weight_g;		/* 0: not weighed */
	char carrier[CODE_SIZE];
	char tracking[CODE_SIZE];
	int64_t opened_at, closed_at, shipped_at;	/* UTC ms, 0: not yet */
};

/* What an event says of a container; "" and 0 are absent. */
struct carton_say {
	char bin[CODE_SIZE];
	char carrier[CODE_SIZE];
	char from[CODE_SIZE];		/* the parent or bin before */
	char kind[12];			/* carton.started: carton pallet tote */
	char note[NOTE_SIZE];
	char order[ORDER_SIZE];
	char parent[CODE_SIZE];		/* carton.nested; "": taken out */
	char party[CODE_SIZE];
	char reason[CODE_SIZE];
	char tracking[CODE_SIZE];
	int64_t weight_g;
};

/* 1 found, 0 not, -1 fault. */
int carton_find(struct ledger *, const char *code, struct carton *, struct err *)
    MUST_CHECK;
/* Read the current row of a walk whose columns are those of carton_find. */
bool carton_row(struct ledger *, enum query, struct carton *, struct err *)
    MUST_CHECK;
/* May this happen to it?  carton NULL: there is none of that code.  code gets
 * the verdict code when not (carton.unknown, carton.closed). */
bool carton_may(const struct carton *, enum event_type, char code[32]);
/* Make the event (type, subject, body in *body) that ledger_append takes.
 * body is borrowed by the event and must outlive it. */
void carton_event(struct event *, const char *code, enum event_type,
    const struct carton_say *, struct str *body);
/* Append it within a transaction. */
bool carton_append(struct ledger *, const char *code, enum event_type,
    const struct carton_say *, enum event_entry, struct err *) MUST_CHECK;

/* Units directly in it (their own carton), and containers directly in it. */
bool carton_count(struct ledger *, const char *code, int64_t *units,
    int64_t *cartons, struct err *) MUST_CHECK;
/* Everything within, at any depth up to CARTONS_DEEP_MAX: itself first, then
 * what is nested in it, each before what it holds.  At most max codes. */
bool carton_tree(struct ledger *, const char *code,
    char out[][CODE_SIZE], size_t max, size_t *n, struct err *) MUST_CHECK;
/* The outermost container that it is in, or itself. */
bool carton_outermost(struct ledger *, const char *code, char out[CODE_SIZE],
    struct err *) MUST_CHECK;

/*
 * What is asked before an act, in words: ERR_ABSENT (carton.unknown) or
 * ERR_CLASH with the verdict code.  c NULL: there is none of that code.
 */
bool carton_check(const struct carton *c, const char *code, enum event_type,
    struct err *) MUST_CHECK;
/* It holds something: an empty one is ended, not closed (carton.empty). */
bool carton_check_close(struct ledger *, const struct carton *c, const char *code,
    struct err *) MUST_CHECK;
/* It stands in nothing, for what is in another is closed (carton.nested). */
bool carton_check_reopen(const struct carton *c, const char *code, struct err *)
    MUST_CHECK;
/* A closed container that is in none goes into an open one, of the same party,
 * not into itself, and not deeper than CARTONS_DEEP_MAX. */
bool carton_check_nest(struct ledger *, const struct carton *inner,
    const struct carton *outer, struct err *) MUST_CHECK;
/* It stands in another one that is open. */
bool carton_check_unnest(struct ledger *, const struct carton *, struct err *)
    MUST_CHECK;
/* Whom it is for: its own party, or that of what was put into it first. */
bool carton_party(struct ledger *, const struct carton *, char out[CODE_SIZE],
    struct err *) MUST_CHECK;

/* Every event on it, oldest first, until each returns false; e->json is its
 * body. */
bool carton_history(struct ledger *, const char *code,
    bool (*each)(void *ctx, const struct event *), void *ctx, struct err *)
    MUST_CHECK;
/* The last event of a type on it: 1 found, 0 not, -1 fault. */
int carton_last(struct ledger *, const char *code, enum event_type,
    struct event *, struct err *) MUST_CHECK;
/* What a container event says. */
bool carton_say_read(const char *json, struct carton_say *, struct err *)
    MUST_CHECK;

/* How a station numbers its containers.  Without a company prefix of its own
 * it takes one of those that GS1 leaves for use within a company (prefix 04,
 * General Specifications 1.4.2); such numbers mean nothing to anybody else. */
#define SSCC_PREFIX_IN_HOUSE "0400000"
struct sscc_plan {
	char prefix[13];		/* GS1 company prefix, 4 to 12 digits; "": in-house */
	int extension;			/* 0 to 9 */
	int64_t first, last;		/* serial references of this station; last 0: all
					 * that the prefix leaves room for */
};
/*
 * The next SSCC of the plan: one above the highest that was ever started
 * within it, so that none is used twice.  ERR_CLASH when the plan is used up.
 */
bool sscc_next(struct ledger *, const struct sscc_plan *, char out[SSCC_SIZE],
    struct err *) MUST_CHECK;
#endif
