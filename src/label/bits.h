/*
 * bits.h - a picture of black and white dots.
 * SPDX-License-Identifier: Apache-2.0
 *
 * struct label_bitmap of label.h, drawn upon.  Black is laid over what is
 * there; nothing is ever cut: what is drawn lies inside (asserted).
 */
#ifndef LABEL_BITS_H
#define LABEL_BITS_H
#include "label/label.h"

void bits_init(struct label_bitmap *, int width, int height);	/* white */
void bits_done(struct label_bitmap *);
void bits_copy(struct label_bitmap *to, const struct label_bitmap *from);
bool bits_get(const struct label_bitmap *, int x, int y);
void bits_fill(struct label_bitmap *, int x, int y, int w, int h);
/* The first n bits of row, most significant left, on rows y to y + h - 1. */
void bits_rows(struct label_bitmap *, int x, int y, const uint8_t *row, int n,
    int h);
void bits_lay(struct label_bitmap *, int x, int y, const struct label_bitmap *);
/* from turned clockwise by 0, 90, 180 or 270 degrees, laid at x, y. */
void bits_lay_turned(struct label_bitmap *, int x, int y,
    const struct label_bitmap *from, int turn);
#endif
