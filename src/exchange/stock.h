/*
 * stock.h - rows about units, in the millions.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Files of units and of expected serials are the two that grow with the
 * warehouse.  Their rows are packed: texts that come again and again (item,
 * bin, party, order) are numbers of a list, dates are days, and what is of
 * one row alone (serial, lot, carton) stands in one long piece of memory.
 *
 * Rows are said sorted by item and serial, because so the table of units is
 * written page after page instead of all over; twins end up side by side.
 */
#ifndef EXCHANGE_STOCK_H
#define EXCHANGE_STOCK_H
#include "base/str.h"
#include "domain/serial_rule.h"
#include "exchange/import_private.h"

#define STOCK_NONE UINT32_MAX		/* no text, no date */

/* A row as it is read.  Members that a file has no column for stay empty. */
struct stock_row {
	struct import_row row;
	char item[CODE_SIZE];
	char serial[TEXT_SIZE];
	char bin[CODE_SIZE];
	char lot[TEXT_SIZE];
	char made_on[DATE_SIZE];
	char expires_on[DATE_SIZE];
	char received_on[DATE_SIZE];
	char party[CODE_SIZE];
	char order[ORDER_SIZE];
	int64_t line;			/* of the order */
	char carton[CODE_SIZE];
};

/* A row as it is kept. */
struct stock_unit {
	struct import_row row;
	uint32_t item, bin, party, order;	/* in the lists, or STOCK_NONE */
	uint32_t made_on, expires_on, received_on;	/* stock_date tells */
	uint32_t line;
	uint64_t texts;			/* where its own texts stand */
	int64_t item_id;		/* name number, 0: the item is not known */
};

/* Texts that rows share, and what each stands for. */
struct stock_ref {
	char text[ORDER_SIZE];
	void *thing;			/* NULL: there is none */
};
struct stock_refs {
	VEC(struct stock_ref) list;
	struct text_map map;
	void (*free)(void *thing);
};

struct stock_item {
	struct item item;
	struct serial_rule *rule;	/* NULL: any legal serial */
	bool has_units;			/* in the database, before this file */
};

struct stock {
	VEC(struct stock_unit) units;
	struct stock_unit **sorted;
	size_t n_sorted;
	struct str texts;
	struct stock_refs items, bins, parties, orders;
};

/* --- stock.c: kept, packed, sorted ----------------------------------------- */

void *stock_open(struct import *);
void stock_close(void *state);
void stock_keep(struct import *, const void *row);

void stock_serial(const struct stock *, const struct stock_unit *,
    char out[SERIAL_SIZE]);
const char *stock_lot(const struct stock *, const struct stock_unit *);
const char *stock_carton(const struct stock *, const struct stock_unit *);
/* A day as YYYY-MM-DD, "" for none. */
void stock_date(char out[DATE_SIZE], uint32_t day);

/* The number of a text in a list, STOCK_NONE for "". */
uint32_t stock_ref(struct stock_refs *, const char *text);
const char *stock_text(const struct stock_refs *, uint32_t ref);	/* or "" */
void *stock_thing(const struct stock_refs *, uint32_t ref);	/* or NULL */

/* Sort the rows whose item is known; of twins the later row is said. */
void stock_sort(struct import *);

/* --- stock_check.c: against what is known ------------------------------------ */

/* Look each text of a list up, once.  Things are struct stock_item, struct
 * bin, struct party. */
bool stock_find_items(struct import *, struct err *) MUST_CHECK;
bool stock_find_bins(struct import *, struct err *) MUST_CHECK;
bool stock_find_parties(struct import *, struct err *) MUST_CHECK;
/* Complain of what a row names and is not there. */
void stock_check_refs(struct import *, struct stock_unit *);
/* The serial against its item's rule, the dates against each other. */
void stock_check_unit(struct import *, struct stock_unit *);

/* --- stock_say.c: events ----------------------------------------------------- */

struct stock_saying {
	/* Fill type and body of the event that a row says. */
	void (*make)(struct import *, const struct stock_unit *, struct event *);
	/* May one more be said?  Complains if not (NULL: always). */
	bool (*admit)(struct import *, struct stock_unit *);
};

/*
 * Say the sorted rows.  A row that says what a standing event of its unit
 * says is counted as such; one that may not be is complained of.  Once
 * anything is wrong rows are still judged, but nothing more is said.
 */
bool stock_say(struct import *, const struct stock_saying *, struct err *)
    MUST_CHECK;
#endif
