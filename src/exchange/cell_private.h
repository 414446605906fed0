/*
 * cell_private.h - what the readers of values share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef EXCHANGE_CELL_PRIVATE_H
#define EXCHANGE_CELL_PRIVATE_H
#include "base/err.h"
#include "exchange/cell.h"

/* "VALUE WHY" into words; returns false. */
bool cell_refuse(char words[CELL_WORDS], const struct csv_field *,
    const char *fmt, ...) PRINTF_LIKE(3, 4);
bool cell_fits(const struct column *, const struct csv_field *,
    char words[CELL_WORDS]);
/* Each part of a list with ; between, until each returns false. */
bool cell_parts(const struct csv_field *, bool (*each)(void *ctx,
    const struct csv_field *part, char *words), void *ctx, char *words);
#endif
