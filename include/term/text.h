/*
 * text.h - UTF-8 text measured in cells of a terminal.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A cell is one column of one row.  A character takes none (a combining
 * mark), one or two of them.  Where the locale is not UTF-8 (utf8 is false)
 * every character takes one cell and is shown by the ASCII character nearest
 * to it, so that a layout does not move; combining marks vanish.
 *
 * Text is never trusted: a byte that is no UTF-8 counts as U+FFFD, a control
 * character is shown as one too.  Nothing here allocates.
 */
#ifndef TERM_TEXT_H
#define TERM_TEXT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TEXT_FAULTY 0xFFFDu	/* what stands for a byte that is no UTF-8 */

/* Bytes of the character text begins with (n > 0 bytes are there), never 0.
 * *ch is its code point, or TEXT_FAULTY with 1 as the answer. */
size_t text_step(const char *text, size_t n, uint32_t *ch);
/* ch as UTF-8, without a NUL; returns 1 to 4 bytes. */
size_t text_encode(uint32_t ch, char out[4]);

/* What is shown for ch: ch itself, a space for a tab, TEXT_FAULTY for a
 * control character, and its ASCII likeness ('?': none) without UTF-8. */
uint32_t text_shown(uint32_t ch, bool utf8);
/* Cells ch takes when it is shown: 0, 1 or 2. */
int text_cells(uint32_t ch, bool utf8);
/* Cells the whole text takes on one row. */
int text_width(const char *text, bool utf8);
/* How many bytes of text fit into width cells, whole characters with their
 * marks; *used (may be NULL) is the cells they take. */
size_t text_fit(const char *text, int width, bool utf8, int *used);
/*
 * The next row of text wrapped at blanks to width (above 0) cells: returns
 * its bytes; *next is the offset at which the following row begins, 0 when
 * there is none.  A word longer than a row is broken; '\n' ends a row.
 */
size_t text_wrap(const char *text, int width, bool utf8, size_t *next);
/* Rows that text_wrap makes of text (at least 1). */
int text_rows(const char *text, int width, bool utf8);
#endif
