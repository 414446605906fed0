/*
 * element.h - filling a struct scan_parsed, for the readers of this room.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef SCAN_ELEMENT_H
#define SCAN_ELEMENT_H
#include <stdbool.h>
#include <stddef.h>
#include "base/err.h"
#include "scan/parse.h"

/* Say that the promised syntax is broken; the first fault stays.  Returns
 * false. */
bool element_fail(struct scan_parsed *out, const char *code, const char *fmt,
    ...) PRINTF_LIKE(3, 4);

/* Say that damage was repaired; the first warning stays. */
void element_warn(struct scan_parsed *out, const char *fmt, ...)
    PRINTF_LIKE(2, 3);

/* Append an element.  Fails (code.syntax) when its value is empty, longer
 * than SCAN_VALUE_MAX - 1 bytes or not printable ASCII, or when there are
 * SCAN_ELEMENTS_MAX already. */
bool element_add(struct scan_parsed *out, const char *id, const char *value,
    size_t n);
#endif
