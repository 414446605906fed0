/*
 * symbology.c - AIM symbology identifiers (ISO/IEC 15424) and their promises.
 * SPDX-License-Identifier: Apache-2.0
 *
 * "]", a letter for the symbology, a hexadecimal digit for its variant.
 */
#include <string.h>
#include "scan/symbology.h"

static const struct { const char *id; enum symbology_promise promise; }
    carriers[] = {
	{ "C1", SYMBOLOGY_GS1 },	/* GS1-128 */
	{ "e0", SYMBOLOGY_GS1 },	/* GS1 DataBar, composites */
	{ "d2", SYMBOLOGY_GS1 },	/* GS1 DataMatrix */
	{ "Q3", SYMBOLOGY_GS1 },	/* GS1 QR Code */
	{ "J1", SYMBOLOGY_GS1 },	/* GS1 DotCode */
	{ "d1", SYMBOLOGY_LINK },	/* Data Matrix */
	{ "Q1", SYMBOLOGY_LINK },	/* QR Code */
	{ "J0", SYMBOLOGY_LINK },	/* DotCode */
	{ "E0", SYMBOLOGY_EAN13 },	/* EAN-13, UPC-A, UPC-E */
	{ "E4", SYMBOLOGY_EAN8 },
	{ "E3", SYMBOLOGY_EAN13_ADDON },
	{ "I0", SYMBOLOGY_ITF },
	{ "I1", SYMBOLOGY_ITF },
	{ "I3", SYMBOLOGY_ITF_CUT },
};

bool symbology_is(const char *bytes, size_t n)
{
	return n >= SYMBOLOGY_LENGTH && bytes[0] == ']' &&
	    ((bytes[1] >= 'A' && bytes[1] <= 'Z') ||
	    (bytes[1] >= 'a' && bytes[1] <= 'z')) &&
	    ((bytes[2] >= '0' && bytes[2] <= '9') ||
	    (bytes[2] >= 'A' && bytes[2] <= 'F'));
}

enum symbology_promise symbology_promise(const char *id)
{
	if (id[0] == '\0')
		return SYMBOLOGY_ABSENT;
	for (size_t i = 0; i < sizeof(carriers) / sizeof(carriers[0]); i++)
		if (strcmp(id, carriers[i].id) == 0)
			return carriers[i].promise;
	return SYMBOLOGY_PLAIN;
}
