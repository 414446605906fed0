/*
 * import_complain.h - what is wrong with a file, row by row.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef EXCHANGE_IMPORT_COMPLAIN_H
#define EXCHANGE_IMPORT_COMPLAIN_H
#include "exchange/import_private.h"

/* All complaints in the order of the file. */
void complaints_print(struct import *, const char *name, FILE *to);
void complaints_done(struct import *);
#endif
