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
#include <stddef.h>
#include "base/str.h"
#include "scan/parse.h"

/* The data title that is printed beside an identifier: "SERIAL" for 21.
 * NULL when there is no such identifier. */
const char *gs1_title(const char *ai);

/* Append the elements as one element string: identifier and value of each,
 * with GS behind those values whose length is not predefined, but for the
 * last.  Nothing is checked. */
void gs1_compose(const struct scan_element *elements, size_t n,
    struct str *out);
#endif
