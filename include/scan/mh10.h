/*
 * mh10.h - data identifiers of ANSI MH10.8.2 (ISO/IEC 15418).
 * SPDX-License-Identifier: Apache-2.0
 *
 * An identifier is 0 to 3 digits and one capital letter, then comes its
 * value: SABC123 is S = ABC123.  The table of known ones, with titles, is
 * data; inside an envelope an unknown but well-formed identifier is kept.
 */
#ifndef SCAN_MH10_H
#define SCAN_MH10_H
#include <stdbool.h>
#include <stddef.h>
#include "scan/parse.h"

struct mh10_di {
	const char *id;
	const char *title;
};

/* The identifier's row, or NULL. */
const struct mh10_di *mh10_find(const char *id);

/* Split text into identifier and value by form alone: false when it does not
 * begin with one.  *value_at may equal n: the value is empty. */
bool mh10_split(const char *text, size_t n, char id[5], size_t *value_at);

/*
 * Read a whole label that carries one identifier and a value, such as
 * 1P4711-A.  True only for a known identifier and a value of printable
 * characters.  It is a possibility and no more: SABC123 may as well be a
 * serial that begins with S.
 */
bool mh10_read_single(const char *text, size_t n, char id[5],
    size_t *value_at);

/* Take what the elements mean (serial, lot, part, count, dates ...) into the
 * fields of *out, from data identifiers and from text elements (SER, PNO).
 * Fields that hold something already are left. */
void mh10_derive(const struct scan_options *options, struct scan_parsed *out);

/*
 * The unique item identifier of MIL-STD-130 that the elements make up:
 * issuing agency, enterprise, (original part or lot,) serial.  False when
 * they make none; out has room for 50 characters.
 */
bool mh10_uii(const struct scan_parsed *parsed, char out[51]);
#endif
