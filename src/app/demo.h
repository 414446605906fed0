/*
 * demo.h - the demonstration warehouse: masters, six weeks behind it, a shift.
 * SPDX-License-Identifier: Apache-2.0
 *
 * All of it is data: the files of demo/ are compiled in (and installed, to be
 * read and changed).  demo_fill imports the definitions, then lives through
 * the weeks before today under a clock of its own, so that the ledger holds
 * what it would hold had the work been done: in order, by whom, when.
 *
 *	demo_table.c	a CSV file of ours as rows
 *	demo_fill.c	the clock, definitions, the order of days
 *	demo_stock.c	deliveries, and where the units go
 *	demo_acts.c	what happened to them afterwards
 *	demo_script.c	the recorded shift: its lines
 *	demo_play.c	the shift through the flows, as text
 */
#ifndef APP_DEMO_H
#define APP_DEMO_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include "app/app.h"
#include "base/err.h"
#include "base/str.h"
#include "base/vec.h"
#include "ledger/ledger.h"
#include "ledger/masters.h"

/* Dates in demo/ are those of a warehouse where today is this day; they are
 * moved to the day on which the warehouse is filled. */
#define DEMO_DAY "2026-01-05"
#define DEMO_LABEL "DEMO"	/* the setting "label" of such a database */

/* Name, text, name, text ..., NULL: generated from demo/. */
extern const char *const demo_files[];
const char *demo_file(const char *name);	/* its text; asserted to be there */

/*
 * Fill a new database.  No transaction may be open.  Takes the clock while it
 * runs.  On failure the database is half filled and of no use.
 */
bool demo_fill(struct ledger *, struct err *) MUST_CHECK;

/* --- the shift ---------------------------------------------------------------- */

/* A line of the script; the text is borrowed from the script's. */
enum demo_line_kind {
	DEMO_TALK,			/* text: what a person is told */
	DEMO_GAP,			/* an empty line */
	DEMO_SCAN,			/* bytes */
	DEMO_OPERATOR,			/* text: badge, pin (may be "") */
	DEMO_FLOW,			/* text: its name, "" to leave it */
	DEMO_AS,			/* text: scanned or keyed */
	DEMO_SLOT,			/* text: NAME=VALUE */
	DEMO_SCREEN,
	DEMO_END
};
struct demo_script {
	const char *name;
	const char *at;			/* what is left to read */
	int line;
	enum demo_line_kind kind;
	char text[120];
	char pin[32];
	struct str bytes;
};
void demo_script_init(struct demo_script *, const char *name, const char *text);
void demo_script_done(struct demo_script *);
/* ERR_INPUT names file and line. */
bool demo_script_next(struct demo_script *, struct err *) MUST_CHECK;

struct demo_play_options {
	int rows, columns;		/* of the screens */
	FILE *out;
};
/* Play a shift (text as in demo/shift.scans, name for complaints) on the
 * ledger of app, whose forms are loaded.  ERR_INPUT: a line is no scan or no
 * directive. */
bool demo_play(struct app *, const char *name, const char *text,
    const struct demo_play_options *, struct err *) MUST_CHECK;

/* --- shared by the parts -------------------------------------------------------- */

#define DEMO_CELLS_MAX 16

/* A CSV file whose first row names the columns. */
struct demo_row { char *cells[DEMO_CELLS_MAX]; };
struct demo_table {
	size_t n_columns;
	char *columns[DEMO_CELLS_MAX];
	VEC(struct demo_row) rows;
};
bool demo_table_read(struct demo_table *, const char *name, const char *text,
    struct err *) MUST_CHECK;
void demo_table_done(struct demo_table *);
/* The column is asserted to be there; "" for an empty cell. */
const char *demo_cell(const struct demo_table *, size_t row, const char *column);
int64_t demo_number(const struct demo_table *, size_t row, const char *column);

struct demo_place {
	struct bin bin;
	int64_t units;
};
struct demo_piece {			/* a unit that came */
	char item[CODE_SIZE];
	char serial[TEXT_SIZE];
	bool gone;			/* shipped */
};
struct demo {
	struct ledger *l;
	int64_t now_ms;			/* the clock */
	int64_t today;			/* day number of the day it is filled on */
	struct demo_table deliveries, shipments, acts;
	VEC(struct demo_place) places;	/* in walk order */
	VEC(struct demo_piece) pieces;	/* oldest first */
};

/* Let the clock stand at a minute of the day n days ago; never goes back. */
void demo_clock_at(struct demo *, int64_t days_ago, int minute);
void demo_clock_add(struct demo *, int64_t s);
/* The day n days after today (negative: before). */
void demo_date(const struct demo *, int64_t n, char out[DATE_SIZE]);
/* The serials of a row: serial_from counted up, each with the check
 * characters that the item's rule asks for. */
struct demo_serials {
	struct item item;
	int check;			/* enum check_kind */
	char first[TEXT_SIZE];
	uint32_t n;
};
bool demo_serials_of(struct demo *, const struct demo_table *, size_t row,
    struct demo_serials *out, struct err *) MUST_CHECK;
bool demo_serial_at(const struct demo_serials *, uint32_t i,
    char out[TEXT_SIZE], struct err *) MUST_CHECK;
/* Append an event about a unit, by an operator's scan. */
bool demo_append(struct demo *, const char *badge, struct event *, struct err *)
    MUST_CHECK;

/* All that happens n days ago. */
bool demo_deliveries(struct demo *, int64_t days_ago, struct err *) MUST_CHECK;
bool demo_acts(struct demo *, int64_t days_ago, struct err *) MUST_CHECK;
bool demo_shipments(struct demo *, int64_t days_ago, struct err *) MUST_CHECK;
bool demo_places_read(struct demo *, struct err *) MUST_CHECK;
struct demo_place *demo_place_of(struct demo *, const char *bin);
#endif
