/*
 * record.h - a definition as a table of its fields.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A definition lives in three shapes: the struct that the program holds, the
 * canonical JSON body of the event that made it, and the row that is
 * projected from the event.  One table of fields, sorted by key, drives all
 * passages between them, so that a field is stated once:
 *
 *	struct -> body	absent fields are left out, words stand for enums
 *	body -> struct	members it does not know are kept out
 *	struct -> row	a JSON array in the order of the table, which the
 *			statement takes apart (?2 ->> 0, ?2 ->> 1 ...)
 *	row -> struct	columns in the order of the table
 *
 * Absent is "" for a text, 0 for a number and -1 for a limit.
 */
#ifndef LEDGER_RECORD_H
#define LEDGER_RECORD_H
#include <stddef.h>
#include "base/json.h"
#include "base/str.h"
#include "store/store.h"

enum field_kind {
	FIELD_TEXT,		/* char[size]; "" is absent */
	FIELD_NUMBER,		/* int64_t; 0 is absent in the body, 0 in the row */
	FIELD_LIMIT,		/* int64_t; -1 is absent */
	FIELD_WORD		/* an enum: its word in the body, its number in the row */
};

struct field_words {
	const char *(*name)(int value);
	int (*find)(const char *name);	/* -1: no such word */
};

struct field {
	const char *key;
	size_t at;		/* in the struct */
	size_t size;		/* of a text */
	enum field_kind kind;
	const struct field_words *words;
};

struct record {
	const struct field *fields;
	size_t n;
};

#define FIELD_OF(type, member) \
	#member, offsetof(struct type, member), sizeof ((struct type *)0)->member
#define RECORD_OF(table) { table, sizeof table / sizeof table[0] }

/* As an object of the body, appended. */
void record_write(const struct record *, const void *thing, struct json_out *);
/* From an object of a body; every field is set. */
void record_read(const struct record *, const struct json *, void *thing);
/* As the array that a statement takes apart, appended. */
void record_row(const struct record *, const void *thing, struct str *out);
/* From the current row of a walk; the first field is in column first. */
void record_from_row(const struct record *, struct store *, enum query,
    int first, void *thing);
#endif
