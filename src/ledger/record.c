/*
 * record.c - a definition as a table of its fields.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Fields are read and written as bytes at their offsets; an enum has the size
 * of an int here, which the assertion below holds the compiler to.
 */
#include <assert.h>
#include <string.h>
#include "ledger/record.h"

_Static_assert(sizeof(enum field_kind) == sizeof(int), "enums are ints");

static int64_t
number_of(const struct field *f, const void *thing)
{
	const char *p = (const char *)thing + f->at;
	int64_t number;
	int word;

	if (f->kind == FIELD_WORD) {
		memcpy(&word, p, sizeof word);
		return word;
	}
	assert(f->kind != FIELD_TEXT);
	memcpy(&number, p, sizeof number);
	return number;
}

static void
number_set(const struct field *f, void *thing, int64_t number)
{
	char *p = (char *)thing + f->at;
	int word = (int)number;

	if (f->kind == FIELD_WORD)
		memcpy(p, &word, sizeof word);
	else
		memcpy(p, &number, sizeof number);
}

static const char *
text_of(const struct field *f, const void *thing)
{
	assert(f->kind == FIELD_TEXT);
	return (const char *)thing + f->at;
}

void
record_write(const struct record *r, const void *thing, struct json_out *j)
{
	json_object(j);
	for (size_t i = 0; i < r->n; i++) {
		const struct field *f = &r->fields[i];
		int64_t number = f->kind == FIELD_TEXT ? 0 : number_of(f, thing);

		switch (f->kind) {
		case FIELD_TEXT:
			if (text_of(f, thing)[0] != '\0')
				json_kv(j, f->key, text_of(f, thing));
			break;
		case FIELD_NUMBER:
			if (number != 0)
				json_kv_int(j, f->key, number);
			break;
		case FIELD_LIMIT:
			if (number >= 0)
				json_kv_int(j, f->key, number);
			break;
		case FIELD_WORD:
			json_kv(j, f->key, f->words->name((int)number));
			break;
		}
	}
	json_object_end(j);
}

/* The number of a word; a newer program's word means what nothing means. */
static int64_t
word_number(const struct field *f, const char *word)
{
	int found = word == NULL ? -1 : f->words->find(word);

	return found < 0 ? 0 : found;
}

void
record_read(const struct record *r, const struct json *object, void *thing)
{
	for (size_t i = 0; i < r->n; i++) {
		const struct field *f = &r->fields[i];
		const char *text = json_get_text(object, f->key);

		switch (f->kind) {
		case FIELD_TEXT:
			str_copy((char *)thing + f->at, f->size,
			    text == NULL ? "" : text);
			break;
		case FIELD_NUMBER:
			number_set(f, thing, json_get_int(object, f->key, 0));
			break;
		case FIELD_LIMIT:
			number_set(f, thing, json_get_int(object, f->key, -1));
			break;
		case FIELD_WORD:
			number_set(f, thing, word_number(f, text));
			break;
		}
	}
}

void
record_row(const struct record *r, const void *thing, struct str *out)
{
	struct json_out j;

	json_begin(&j, out);
	json_array(&j);
	for (size_t i = 0; i < r->n; i++) {
		const struct field *f = &r->fields[i];

		if (f->kind == FIELD_TEXT && text_of(f, thing)[0] != '\0')
			json_text(&j, text_of(f, thing));
		else if (f->kind == FIELD_TEXT ||
		    (f->kind == FIELD_LIMIT && number_of(f, thing) < 0))
			json_null(&j);
		else
			json_int(&j, number_of(f, thing));
	}
	json_array_end(&j);
}

void
record_from_row(const struct record *r, struct store *s, enum query q, int first,
    void *thing)
{
	for (size_t i = 0; i < r->n; i++) {
		const struct field *f = &r->fields[i];
		int column = first + (int)i;

		if (f->kind == FIELD_TEXT)
			str_copy((char *)thing + f->at, f->size,
			    store_text(s, q, column));
		else if (f->kind == FIELD_LIMIT && store_is_null(s, q, column))
			number_set(f, thing, -1);
		else
			number_set(f, thing, store_int(s, q, column));
	}
}
