/*
 * warranty.h - until when a unit is under cover.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A policy promises so many months from the day it starts (shipment, receipt,
 * ...), and may end sooner: a cap of months from another day.  Months are
 * calendar months; where the month at the end is too short its last day
 * stands: 24 months from 2024-02-29 end on 2026-02-28.  The day named is the
 * last one under cover.
 *
 * Pure: nothing here knows what day it is.
 */
#ifndef DOMAIN_WARRANTY_H
#define DOMAIN_WARRANTY_H
#include <stdbool.h>
#include <stdint.h>
#include "domain/date.h"

struct warranty_terms {
	const char *start;	/* the day it starts */
	int64_t months;
	const char *cap_from;	/* the day the cap counts from; "" or NULL: no cap */
	int64_t cap_months;	/* 0: no cap */
};
/*
 * The last day under cover.  False, and out "", when the start is no date,
 * months is below 1, or the end is beyond the year 9999.  A cap that is no
 * date or beyond the calendar caps nothing; one that ended before the start
 * stands: such a unit was never under cover.
 */
bool warranty_until(const struct warranty_terms *, char out[DATE_ISO_SIZE]);
#endif
