/*
 * cell.h - one value of a file, read into its place in a row.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A kind of file is a table of columns; each names the function that reads
 * its values.  A reader gets a value that is not empty.  It either writes
 * what the value means at `to`, which has `size` bytes, or says in words why
 * the value means nothing, and leaves `to` alone.
 *
 * Codes begin with no XCX (kept for command codes) and with no kind of order
 * and a colon (kept for orders), hold no control characters and no space at
 * either end.
 */
#ifndef EXCHANGE_CELL_H
#define EXCHANGE_CELL_H
#include <stdbool.h>
#include <stdint.h>
#include "domain/words.h"
#include "exchange/csv.h"

#define CELL_WORDS 400

struct column {
	const char *name;
	bool required;
	bool (*read)(const struct column *, const struct csv_field *, void *to,
	    char words[CELL_WORDS]);
	size_t at;			/* of `to` in the row */
	size_t size;			/* of what stands there */
	int64_t min, max;		/* cell_number */
	const void *of;			/* cell_word: struct cell_words;
					 * cell_choice, cell_choices: names, NULL-ended */
};

/* Words that stand for the numbers of an enum. */
struct cell_words {
	const char *(*name)(int value);
	int (*find)(const char *name);
	int n;				/* values below this one may stand in a file */
};

#define CELL_AT(row, member) \
	offsetof(struct row, member), sizeof ((struct row *)0)->member
#define COLUMN(name, reader, row, member) \
	{ name, false, reader, CELL_AT(row, member), 0, 0, NULL }
#define COLUMN_MUST(name, reader, row, member) \
	{ name, true, reader, CELL_AT(row, member), 0, 0, NULL }
#define COLUMN_NUMBER(name, must, row, member, min, max) \
	{ name, must, cell_number, CELL_AT(row, member), min, max, NULL }
#define COLUMN_OF(name, must, reader, row, member, of) \
	{ name, must, reader, CELL_AT(row, member), 0, 0, of }

/* Readers into char[size]. */
bool cell_code(const struct column *, const struct csv_field *, void *, char *);
/* The code of an item has no colon and no semicolon either, because both stand
 * behind it in lists. */
bool cell_item(const struct column *, const struct csv_field *, void *, char *);
/* ";A;B;" of "A;B". */
bool cell_items(const struct column *, const struct csv_field *, void *, char *);
/* For people; line ends and tabs become a space. */
bool cell_text(const struct column *, const struct csv_field *, void *, char *);
/* As it stands, without control characters. */
bool cell_exact(const struct column *, const struct csv_field *, void *, char *);
/* The same, with no space at either end. */
bool cell_clean(const struct column *, const struct csv_field *, void *, char *);
bool cell_date(const struct column *, const struct csv_field *, void *, char *);
bool cell_gtin(const struct column *, const struct csv_field *, void *, char *);
bool cell_serial(const struct column *, const struct csv_field *, void *, char *);
bool cell_carton(const struct column *, const struct csv_field *, void *, char *);
/* The number of an order, or its kind, a colon and its number. */
bool cell_order(const struct column *, const struct csv_field *, void *, char *);
bool cell_country(const struct column *, const struct csv_field *, void *, char *);
bool cell_email(const struct column *, const struct csv_field *, void *, char *);
bool cell_pin(const struct column *, const struct csv_field *, void *, char *);
bool cell_check(const struct column *, const struct csv_field *, void *, char *);
bool cell_choice(const struct column *, const struct csv_field *, void *, char *);
/* Several of them, each once, with ; between. */
bool cell_choices(const struct column *, const struct csv_field *, void *, char *);
/* Into an int64_t, min to max. */
bool cell_number(const struct column *, const struct csv_field *, void *, char *);
/* Into an enum. */
bool cell_word(const struct column *, const struct csv_field *, void *, char *);

/* Take "PO:4711" apart; false when the text does not begin with a kind. */
bool cell_order_kind(const char *text, enum order_kind *, const char **number);

/* A value as a complaint shows it: in quotes, control characters and what is
 * beyond 60 bytes not as they are. */
void cell_show(char *out, size_t size, const char *text, size_t n);
#endif
