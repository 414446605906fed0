/*
 * layout.h - scans that came through a wrong keyboard layout.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A keyboard scanner sends key positions of the US layout.  When the host
 * has another layout, or Caps Lock is on, other characters arrive.  The
 * beginning of a scan gives it away: symbology identifiers and command codes
 * come out as "+C1", "$C&", ")C+", "]c1".
 */
#ifndef SCAN_LAYOUT_H
#define SCAN_LAYOUT_H
#include <stddef.h>
#include "scan/parse.h"

/* What the beginning of a whole, raw scan says of the keyboard.  LAYOUT_GOOD
 * where nothing speaks against it. */
enum scan_layout scan_layout_check(const char *bytes, size_t n);
#endif
