/*
 * chart.c - a bar of progress and a line of bars.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include "term/chart.h"

/* value of max as 0..steps; 0 only for nothing, steps only for all. */
static int scaled(int64_t value, int64_t max, int steps)
{
	int n;

	if (value <= 0 || max <= 0)
		return 0;
	if (value >= max)
		return steps;
	n = (int)((double)value / (double)max * steps);
	if (n >= steps)
		n = steps - 1;
	return n > 0 ? n : 1;
}

void chart_progress(const struct paint *p, int row, int column, int width,
    unsigned style, int64_t done, int64_t total)
{
	int room = width - 2, full;

	assert(done >= 0 && total >= 0);
	if (width < 3)
		return;
	full = scaled(done, total, room);
	/* One cell cannot say "some": it is left empty until all is done. */
	if (room == 1 && done < total)
		full = 0;
	paint_put(p, row, column, style, '[');
	paint_fill(p, row, column + 1, 1, full, style | STYLE_BOLD, '#');
	paint_fill(p, row, column + 1 + full, 1, room - full, style, '.');
	paint_put(p, row, column + width - 1, style, ']');
}

static uint32_t spark(int64_t value, int64_t max, bool utf8)
{
	static const char ramp[] = ".:-=+*#@";
	int step = scaled(value, max, 8);

	if (step == 0)
		return ' ';
	return utf8 ? 0x2580u + (uint32_t)step :
	    (unsigned char)ramp[step - 1];
}

void chart_spark(const struct paint *p, int row, int column, int width,
    unsigned style, const int64_t values[], size_t n, int64_t max)
{
	size_t first;

	if (width <= 0)
		return;
	first = n > (size_t)width ? n - (size_t)width : 0;
	if (max <= 0)
		for (size_t i = first; i < n; i++)
			max = values[i] > max ? values[i] : max;
	for (size_t i = first; i < n; i++)
		paint_put(p, row, column + width - (int)(n - i), style,
		    spark(values[i], max, paint_utf8(p)));
}
