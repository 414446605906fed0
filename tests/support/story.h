/*
 * story.h - histories of units in one line of text, and units as text.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	"received bin=DOCK order=PO:1 line=1; moved bin=A; undone 2"
 *
 * A sentence is the type of an event without its "unit.", then what its body
 * says.  "undone 2" takes back the second sentence, "resolved 3:unit.duplicate"
 * settles the incident that the third one opened, "opened.incident code=x"
 * opens one.  Sentences count from 1 and are events of the station "ST".
 */
#ifndef TESTS_SUPPORT_STORY_H
#define TESTS_SUPPORT_STORY_H
#include "base/str.h"
#include "base/vec.h"
#include "domain/unit.h"

#define STORY_START_MS 1772438400000	/* 2026-03-02T08:00:00Z; a minute a sentence */

struct story { VEC(struct event) events; };

/* Append the sentences of text about one unit.  A sentence that cannot be
 * understood ends the test program. */
void story_tell(struct story *, const char *item, const char *serial,
    const char *text);
void story_done(struct story *);

/* The same unit in two ways: folded at once, and event by event (which knows
 * no undoing).  Each counts the anomalies. */
void story_fold(const struct story *, struct unit *, size_t *anomalies);
void story_apply(const struct story *, struct unit *, size_t *anomalies);

/* "available bin=A in=PO:1/1 holds=quality": what is not empty, in a fixed
 * order, without times.  out is lent until the next call. */
const char *unit_say(const struct unit *);
/* All of it, times and last event too: equal texts are equal units. */
const char *unit_say_all(const struct unit *);
#endif
