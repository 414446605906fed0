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
 * elements, pairing and what they mean.  *has_key (may be NULL) says whether
 * a GS1 key stands in the path: without one it is an address like any other.
 */
void digital_link_parse(const char *text, size_t n,
    const struct scan_options *options, struct scan_parsed *out,
    bool *has_key);
#endif
