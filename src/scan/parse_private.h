/*
 * parse_private.h - the readers that scan_parse tries, by what is promised.
 * SPDX-License-Identifier: Apache-2.0
 *
 * All work on out->text, which is set before, and fill the rest of *out.
 */
#ifndef SCAN_PARSE_PRIVATE_H
#define SCAN_PARSE_PRIVATE_H
#include <stdbool.h>
#include "scan/parse.h"
#include "scan/symbology.h"

/* Forget what was read: a plain text again.  Symbology, layout and text
 * stay. */
void parse_start(struct scan_parsed *out);

/* The carrier promised an element string. */
void parse_gs1(const struct scan_options *options, struct scan_parsed *out);

/* No identifier came: is it an element string all the same?  False when it
 * is none; *out is then a plain text. */
bool parse_bare_gs1(const struct scan_options *options,
    struct scan_parsed *out);

/* No identifier came: is it keyed with its identifiers in parentheses?  False
 * when it is not; *out is then unchanged. */
bool parse_bracketed(const struct scan_options *options,
    struct scan_parsed *out);

/* The carrier is of the EAN/UPC family. */
void parse_ean(enum symbology_promise promise,
    const struct scan_options *options, struct scan_parsed *out);

/* The carrier is ITF, which holds GTIN-14 or anything in digits. */
void parse_itf(enum symbology_promise promise, struct scan_parsed *out);

/* Digits of a GTIN's length whose check digit holds: kind gtin when no
 * identifier came, else only marked as possible.  False when they are none. */
bool parse_gtin(enum symbology_promise promise, struct scan_parsed *out);
#endif
