/*
 * hibc.h - health industry bar codes (ANSI/HIBC 2.6).
 * SPDX-License-Identifier: Apache-2.0
 *
 * Begins with "+" and ends in a mod 43 check character over all before it.
 * Primary: labeler (LIC, 4), product (PCN, 1 to 18), unit of measure (1).
 * Secondary: date, lot or serial, quantity, then a link character (the
 * primary's check) and its own check.  Joined: primary "/" secondary
 * ["/" more] check.
 *
 * Elements are given under these names: LIC PCN UM QTY EXP MFD LOT SER LINK
 * CHK.  EXP is "2005-09", "2005-09-28" or with its hour "2005-09-28T22".
 *
 * The check character may be a space: never trim such a text.
 */
#ifndef SCAN_HIBC_H
#define SCAN_HIBC_H
#include <stdbool.h>
#include <stddef.h>
#include "scan/parse.h"

/* Is the text to be read as HIBC: "+", and either its check character holds
 * or it goes on as only HIBC does (with $, or with capitals and digits)?
 * Asterisks of Code 39 around it are allowed. */
bool hibc_is(const char *bytes, size_t n);

/* Read it, hibc_is or not.  Sets kind, valid, code, error, warning, elements
 * and what they mean; symbology, text and layout of *out stay. */
void hibc_parse(const char *bytes, size_t n,
    const struct scan_options *options, struct scan_parsed *out);
#endif
