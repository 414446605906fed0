/*
 * serial_mask_private.h - what the files on masks share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef DOMAIN_SERIAL_MASK_PRIVATE_H
#define DOMAIN_SERIAL_MASK_PRIVATE_H
#include "domain/serial_mask.h"

#define MASK_DIGITS "0123456789"
#define MASK_SITES "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/* The characters that a free place or a site may hold; NULL for other parts. */
const char *mask_choices(const struct serial_mask *, const struct mask_part *);
/* Two digits each of what {YY}, {MM}, {WW} say on a day, and three of {J}. */
void mask_date(const struct serial_mask *, enum mask_kind, const char *date,
    char out[4]);
#endif
