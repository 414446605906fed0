/*
 * parse_gtin.c - GTINs that stand alone: EAN, UPC, ITF, and bare digits.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A reader that sends symbology identifiers sends UPC-A and UPC-E as 13
 * digits too.  A composite symbol's second part follows an EAN behind "|]e0".
 * Eight bare digits are read as GTIN-8.  A UPC-E looks the same, and is read
 * as one, with a warning, where its check digit holds and that of a GTIN-8
 * does not.
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "domain/gtin.h"
#include "scan/element.h"
#include "scan/gs1_private.h"
#include "scan/parse_private.h"

#define COMPOSITE "|]e0"

static size_t digits_of(enum symbology_promise promise)
{
	return promise == SYMBOLOGY_EAN8 ? 8 : 13;
}

static bool is_composite(const struct scan_parsed *out, size_t digits)
{
	size_t mark = strlen(COMPOSITE);

	return out->text_len >= digits + mark &&
	    memcmp(out->text + digits, COMPOSITE, mark) == 0;
}

static bool length_ok(enum symbology_promise promise, struct scan_parsed *out)
{
	size_t digits = digits_of(promise), n = out->text_len;

	if (n < digits)
		return element_fail(out, "code.syntax",
		    "%zu digits are wanted, %zu are there", digits, n);
	if (promise == SYMBOLOGY_EAN13_ADDON)
		return n == digits + 2 || n == digits + 5 ||
		    element_fail(out, "code.syntax",
		    "%zu digits and 2 or 5 more are wanted, %zu are there",
		    digits, n);
	return n == digits || is_composite(out, digits) ||
	    element_fail(out, "code.syntax",
	    "%zu digits are wanted, %zu characters are there", digits, n);
}

/* The first n characters as a GTIN. */
static bool set_gtin(struct scan_parsed *out, size_t n)
{
	enum gtin_result result = gtin_normalise(out->text, n, out->gtin);

	if (result == GTIN_OK)
		return true;
	if (result == GTIN_CHECK)
		return element_fail(out, "code.check-digit",
		    "%.*s: the check digit is %c, not %c", (int)n, out->text,
		    gs1_check_digit(out->text, n - 1), out->text[n - 1]);
	return element_fail(out, "code.syntax",
	    "a bar code of the EAN family holds digits alone");
}

void parse_ean(enum symbology_promise promise,
    const struct scan_options *options, struct scan_parsed *out)
{
	size_t digits = digits_of(promise);
	size_t rest = digits + strlen(COMPOSITE);

	out->kind = SCAN_GTIN;
	if (!length_ok(promise, out) || !set_gtin(out, digits))
		return;
	if (is_composite(out, digits)) {
		if (gs1_read(out->text + rest, out->text_len - rest, options,
		    out))
			gs1_finish(options, out);
	} else if (promise == SYMBOLOGY_EAN13_ADDON) {
		element_warn(out, "the add-on %s was left out",
		    out->text + digits);
	} else {
		out->may_be_gtin = true;
	}
}

void parse_itf(enum symbology_promise promise, struct scan_parsed *out)
{
	size_t n = out->text_len;

	if (promise == SYMBOLOGY_ITF) {
		if (n == 14 && gtin_normalise(out->text, n, out->gtin) ==
		    GTIN_OK) {
			out->kind = SCAN_GTIN;
			out->may_be_gtin = true;
		}
		return;
	}
	for (size_t i = 0; i < n; i++)
		if (!gs1_in_set('n', out->text[i]))
			return;
	if (n != 13)
		return;
	memcpy(out->gtin, out->text, n);
	out->gtin[n] = gs1_check_digit(out->text, n);
	out->gtin[n + 1] = '\0';
	out->kind = SCAN_GTIN;
	element_warn(out, "the scanner left the check digit out");
}

static bool parse_upce(struct scan_parsed *out)
{
	char upca[13];

	if (out->text_len != 8 || !upce_expand(out->text, upca))
		return false;
	out->kind = SCAN_GTIN;
	out->may_be_gtin = true;
	str_print(out->gtin, sizeof out->gtin, "00%s", upca);
	element_warn(out, "read as a UPC-E, which stands for %s", upca);
	return true;
}

bool parse_gtin(enum symbology_promise promise, struct scan_parsed *out)
{
	char gtin[GTIN_SIZE];

	if (gtin_normalise(out->text, out->text_len, gtin) != GTIN_OK)
		return promise == SYMBOLOGY_ABSENT && parse_upce(out);
	out->may_be_gtin = true;
	if (promise != SYMBOLOGY_ABSENT)
		return false;
	out->kind = SCAN_GTIN;
	memcpy(out->gtin, gtin, sizeof(gtin));
	return true;
}
