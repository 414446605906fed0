/*
 * hibc_secondary.h - date, lot or serial, and quantity of a HIBC.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef SCAN_HIBC_SECONDARY_H
#define SCAN_HIBC_SECONDARY_H
#include <stdbool.h>
#include <stddef.h>
#include "scan/parse.h"

/*
 * Read one part behind "+" or "/", without link and check characters: a
 * secondary part ("$$3260930LOT7") or a supplemental one ("14D20260930").
 * Adds elements and fills the fields they mean; false: *out says what is
 * wrong.
 */
bool hibc_secondary_read(const char *text, size_t n,
    const struct scan_options *options, struct scan_parsed *out);
#endif
