/*
 * chart.h - a bar of progress and a line of bars.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef TERM_CHART_H
#define TERM_CHART_H
#include "term/paint.h"

/*
 * "[#####....]" in width cells (at least 3).  done of total, both 0 or more;
 * more than total draws it full; a total of 0 is empty.  It is full only when
 * done >= total and empty only when done is 0.
 */
void chart_progress(const struct paint *p, int row, int column, int width,
    unsigned style, int64_t done, int64_t total);
/*
 * The last width of n values as bars of one cell, the newest at the right;
 * max (0: the largest of those shown) is a full bar.  Any value above 0 is
 * seen.  Eighths in UTF-8, else the ramp " .:-=+*#@".
 */
void chart_spark(const struct paint *p, int row, int column, int width,
    unsigned style, const int64_t values[], size_t n, int64_t max);
#endif
