/*
 * parse_gs1.c - when a text is a GS1 element string, and what stands for GS.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Keyboard scanners lose GS or spell it.  A text in which a spelling of GS
 * occurs is first read with GS in its place; that reading counts only when
 * all of it holds.  Then comes the text as it is, whose faults are told.
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "domain/gtin.h"
#include "scan/element.h"
#include "scan/gs1_private.h"
#include "scan/parse_private.h"

#define GTIN_END 16		/* "01" and 14 digits */

/* What scanners and terminals are known to write for GS; <GS> could be part
 * of a value in the set of 82, the others could not. */
static const char *const spellings[] = { "<GS>", "{GS}", "^]" };

static size_t spelled_at(const char *text, size_t n, char substitute)
{
	if (n > 0 && substitute != '\0' && text[0] == substitute)
		return 1;
	for (size_t i = 0; i < sizeof(spellings) / sizeof(spellings[0]); i++) {
		size_t len = strlen(spellings[i]);

		if (n >= len && memcmp(text, spellings[i], len) == 0)
			return len;
	}
	return 0;
}

/* Copy the text with GS in the place of its spellings; returns the length, or
 * 0 when there is none. */
static size_t put_gs_back(const struct scan_parsed *out, char substitute,
    char copy[SCAN_BYTES_MAX])
{
	size_t len = 0;
	bool any = false;

	for (size_t i = 0; i < out->text_len; ) {
		size_t spelled = spelled_at(out->text + i, out->text_len - i,
		    substitute);

		copy[len++] = spelled ? GS : out->text[i];
		any = any || spelled;
		i += spelled ? spelled : 1;
	}
	return any ? len : 0;
}

static bool read_respelled(const struct scan_options *options,
    struct scan_parsed *out)
{
	char copy[SCAN_BYTES_MAX];
	size_t n = put_gs_back(out, options->gs_substitute, copy);

	if (n == 0)
		return false;
	if (!gs1_read(copy, n, options, out)) {
		parse_start(out);
		return false;
	}
	element_warn(out, "the separator GS came in another spelling");
	return true;
}

static void conclude(const struct scan_options *options,
    struct scan_parsed *out)
{
	out->kind = SCAN_GS1;
	gs1_finish(options, out);
}

void parse_gs1(const struct scan_options *options, struct scan_parsed *out)
{
	out->kind = SCAN_GS1;
	if (read_respelled(options, out) ||
	    gs1_read(out->text, out->text_len, options, out))
		conclude(options, out);
	out->kind = SCAN_GS1;
}

/* "01", 14 digits of which the last is wrong, and the rest is right and holds
 * a serial number: with the right digit in its place all of it reads well. */
static bool is_damaged_gtin(const struct scan_options *options,
    struct scan_parsed *out)
{
	char mended[SCAN_BYTES_MAX];
	bool reads;

	if (out->text_len <= GTIN_END || memcmp(out->text, "01", 2) != 0)
		return false;
	for (size_t i = 2; i < GTIN_END; i++)
		if (!gs1_in_set('n', out->text[i]))
			return false;
	if (gtin_check_digit_ok(out->text + 2, GTIN_END - 2))
		return false;
	memcpy(mended, out->text, out->text_len);
	mended[GTIN_END - 1] = gs1_check_digit(mended + 2, GTIN_END - 3);
	reads = gs1_read(mended, out->text_len, options, out) &&
	    scan_element(out, "21");
	parse_start(out);
	return reads;
}

static bool is_gtin(const struct scan_parsed *out)
{
	char gtin[GTIN_SIZE];

	return gtin_normalise(out->text, out->text_len, gtin) == GTIN_OK;
}

bool parse_bare_gs1(const struct scan_options *options,
    struct scan_parsed *out)
{
	size_t from = out->text_len > 0 && out->text[0] == GS;
	const struct gs1_ai *first = gs1_ai_at(out->text + from,
	    out->text_len - from);
	bool has_gs = memchr(out->text, GS, out->text_len) != NULL;
	unsigned key = first ? first->flags & (GS1_KEY | GS1_WEAK_KEY) : 0;

	if (!first || (key == 0 && !has_gs) || is_gtin(out))
		return false;
	if (key != 0 && read_respelled(options, out)) {
		conclude(options, out);
		return true;
	}
	if (gs1_read(out->text, out->text_len, options, out)) {
		if (has_gs || key != GS1_WEAK_KEY) {
			conclude(options, out);
			return true;
		}
		parse_start(out);
		out->may_be_gs1 = true;
		return false;
	}
	if (has_gs && key != 0) {
		out->kind = SCAN_GS1;
		return true;
	}
	parse_start(out);
	if (!is_damaged_gtin(options, out))
		return false;
	parse_gs1(options, out);
	assert(!out->valid);
	return true;
}
