/*
 * digital_link.h - GS1 Digital Link URIs.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef SCAN_DIGITAL_LINK_H
#define SCAN_DIGITAL_LINK_H
#include <stdbool.h>
#include <stddef.h>
#include "scan/parse.h"

/* Does the text begin like a web address (http:// or https://, all small or
 * all capital letters)? */
bool digital_link_is(const char *text, size_t n);

/*
 * Read the address (digital_link_is holds).  Sets kind, valid, code, error,
 * elements, pairing and what they mean.  An address without a GS1 key in its
 * path is a fault here.
 */
void digital_link_parse(const char *text, size_t n,
    const struct scan_options *options, struct scan_parsed *out);

/* Judge where the elements stand; the first in_path of them are those of the
 * path, its key in front.  Says in *out what is wrong. */
bool digital_link_places_ok(size_t in_path, struct scan_parsed *out);
#endif
