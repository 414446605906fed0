/*
 * iso15434.h - the envelope of ISO/IEC 15434 and what it holds.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A message is "[)>" RS, format records, EOT; a record is a two-digit format
 * identifier, GS, its body, RS.  Bodies of format 05 (GS1), 06 (data
 * identifiers) and 12 (text elements) become elements; the others are
 * recognised and named, and give none.
 *
 * Scanners damage envelopes: the RS after "[)>" lost or turned into NUL or
 * GS, the end cut off.  Where only one reading is left the message is taken
 * with parsed->warning saying so; with scan_options.repair_15434 off it is
 * refused.
 */
#ifndef SCAN_ISO15434_H
#define SCAN_ISO15434_H
#include <stdbool.h>
#include <stddef.h>
#include "scan/parse.h"

/* Does a text without symbology identifier begin with "[)>"? */
bool iso15434_is(const char *bytes, size_t n);

/*
 * Read the message (iso15434_is holds).  Sets kind, valid, code, error,
 * warning, elements, and what they mean; symbology, text and layout of *out
 * are the caller's and stay.
 */
void iso15434_parse(const char *bytes, size_t n,
    const struct scan_options *options, struct scan_parsed *out);
#endif
