/*
 * symbology.h - AIM symbology identifiers (ISO/IEC 15424) and their promises.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef SCAN_SYMBOLOGY_H
#define SCAN_SYMBOLOGY_H
#include <stdbool.h>
#include <stddef.h>

/* What a carrier says of its data. */
enum symbology_promise {
	SYMBOLOGY_ABSENT,	/* no identifier came with the data */
	SYMBOLOGY_PLAIN,	/* nothing */
	SYMBOLOGY_GS1,		/* a GS1 element string */
	SYMBOLOGY_LINK,		/* a web address is a GS1 Digital Link */
	SYMBOLOGY_EAN13,	/* 13 digits */
	SYMBOLOGY_EAN8,		/* 8 digits */
	SYMBOLOGY_EAN13_ADDON,	/* 13 digits and 2 or 5 more */
	SYMBOLOGY_ITF,		/* perhaps a GTIN-14 */
	SYMBOLOGY_ITF_CUT	/* the same, its check digit left out */
};

#define SYMBOLOGY_LENGTH 3	/* "]C1" */

/* Does the data begin with a symbology identifier? */
bool symbology_is(const char *bytes, size_t n);
/* What the identifier ("C1", without the bracket) promises. */
enum symbology_promise symbology_promise(const char *id);
#endif
