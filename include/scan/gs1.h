/*
 * gs1.h - what GS1 application identifiers are called and how they are joined.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The table behind it (src/scan/gs1_ai.tbl) holds every identifier with its
 * format, its check, what it needs beside it and what it forbids.  Reading an
 * element string is scan_parse's; here is what others need of the table.
 */
#ifndef SCAN_GS1_H
#define SCAN_GS1_H
#include <stdbool.h>
#include <stddef.h>
#include "base/str.h"
#include "scan/parse.h"

/* The data title that is printed beside an identifier: "SERIAL" for 21.
 * NULL when there is no such identifier. */
const char *gs1_title(const char *ai);

/*
 * Split an element string without symbology identifier and append its
 * elements to *out; take what they mean and judge their pairing (fields of
 * *out that hold something already are left).  False with out->valid, code
 * and error set at the first fault.  kind, symbology and text of *out stay.
 */
bool gs1_parse_elements(const char *text, size_t n,
    const struct scan_options *options, struct scan_parsed *out);

/* Append the elements as one element string: identifier and value of each,
 * with GS behind those values whose length is not predefined, but for the
 * last.  Nothing is checked. */
void gs1_compose(const struct scan_element *elements, size_t n,
    struct str *out);
#endif
