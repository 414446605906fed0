/*
 * decode.h - what independent readers see in a picture of ours.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: a label is what a scanner reads of it, not what we meant.  Method: the
 * files that we write are made into dots by other programs (poppler for PDF,
 * libpng for PNG, a reader of ^GFA that shares no code with the writer); these
 * dots must be the picture's own, and each symbol, cut out of them, must be
 * read by ZXing, and by zbar or libdmtx, as exactly these bytes.
 *
 * Symbols are cut out because ZXing misses small ones far from the middle and
 * stops at tall bars; its Identifier and Bytes are taken, not its text; libdmtx
 * is told to show FNC1 as GS, which it else drops; poppler draws gray, because
 * its black and white is dithered.
 */
#ifndef TESTS_LABEL_DECODE_H
#define TESTS_LABEL_DECODE_H
#include <stdbool.h>
#include "base/str.h"
#include "base/vec.h"
#include "label/label.h"

#define DECODE_DATA 256

/* One symbol that was cut out, and what is in it ('\x1D' for FNC1). */
struct cut {
	char file[64];
	char identifier[8];		/* "]d2" */
	char data[DECODE_DATA];
	char what[96];			/* for complaints */
};
struct decode {
	char folder[64];		/* made by decode_begin, removed by _end */
	VEC(struct cut) cuts;
};

/* False when a program is not installed; *missing is its name. */
bool decode_can(const char **missing);
void decode_begin(struct decode *);
void decode_end(struct decode *);
/* A path in the folder, in one of a few buffers. */
const char *decode_path(const struct decode *, const char *name);
void decode_write(const struct decode *, const char *name, const struct str *);

/* Append what a shell command, run in the folder, prints. */
void decode_run(const struct decode *, struct str *out, const char *command);

/* Pages of a PDF as dots, pages[] of n. */
void decode_pdf(const struct decode *, const char *file, double dpi,
    struct label_bitmap pages[], size_t n);
void decode_png(const struct decode *, const char *file, struct label_bitmap *);
/* The pictures of a ZPL text; returns how many labels there were. */
size_t decode_zpl(const char *zpl, struct label_bitmap labels[], size_t max);
/* Dots that differ; all of them when the sizes do. */
long decode_differ(const struct label_bitmap *, const struct label_bitmap *);

/* Cut the room of a symbol out of a picture. */
void decode_cut(struct decode *, const struct label_bitmap *,
    const struct label_symbol *, double dots_per_mm, const char *identifier,
    const char *data, const char *what);
/* Read all that was cut out, by all readers that know it; prints each fault
 * and returns their number. */
int decode_all(struct decode *);
#endif
