/*
 * gs1_element.c - splits GS1 element strings.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Identifier and value follow each other without marks.  A value of
 * predefined length ends by itself; any other ends at GS, which stands for
 * FNC1, or with the data.  Tolerated, because labels and scanners have it: a
 * GS behind a value of predefined length, one at the end, one in front.
 *
 * The same identifier may come again with the same value (two carriers of
 * one label were read together), but not with another.
 */
#include <assert.h>
#include <string.h>
#include "scan/element.h"
#include "scan/gs1_private.h"

static bool no_such_ai(struct scan_parsed *out, const char *text, size_t n,
    size_t at)
{
	char shown[5] = "";
	size_t len = 0;

	for (; len < 4 && at + len < n; len++)
		shown[len] = text[at + len] > 0x20 && text[at + len] < 0x7F ?
		    text[at + len] : '?';
	return element_fail(out, "code.syntax",
	    "no GS1 identifier begins with \"%s\" (place %zu)", shown, at + 1);
}

/* What does not fit behind a value that should have ended. */
static bool too_long(struct scan_parsed *out, const struct gs1_ai *ai,
    const char *id, const char *value, size_t n)
{
	struct gs1_fault fault;

	gs1_fault_set(&fault, "code.syntax",
	    "%d characters at most, %zu are there (is a separator missing?)",
	    ai->max, n);
	return gs1_say_fault(out, ai, id, value, n, &fault);
}

static bool add(struct scan_parsed *out, const struct gs1_ai *ai,
    const char *id, const char *value, size_t n)
{
	char name[5];

	memcpy(name, id, ai->digits);
	name[ai->digits] = '\0';
	return element_add(out, name, value, n);
}

/* Read the element at *at and step behind it and behind its separator. */
static bool read_one(const char *text, size_t n, size_t *at,
    const struct scan_options *options, struct scan_parsed *out)
{
	const struct gs1_ai *ai = gs1_ai_at(text + *at, n - *at);
	const char *id = text + *at, *value, *end;
	struct gs1_fault fault;
	size_t len, taken;

	if (!ai)
		return no_such_ai(out, text, n, *at);
	value = id + ai->digits;
	end = memchr(value, GS, (size_t)(text + n - value));
	len = (size_t)((end ? end : text + n) - value);
	if (len == 0)
		return element_fail(out, "code.syntax", "(%.*s) has no value",
		    ai->digits, id);
	if (!gs1_value_check(ai, value, len, options, &taken, &fault))
		return gs1_say_fault(out, ai, id, value, len < ai->max ? len :
		    ai->max, &fault);
	if (taken < len && !(ai->flags & GS1_FIXED))
		return too_long(out, ai, id, value, len);
	*at += ai->digits + taken;
	if (*at < n && text[*at] == GS)
		(*at)++;
	return add(out, ai, id, value, taken);
}

/* Only the elements from `from` on are looked at for their like. */
static bool repeats_agree(struct scan_parsed *out, size_t from)
{
	for (size_t i = from; i < out->n_elements; i++) {
		const struct scan_element *e = &out->elements[i];

		for (size_t j = from; j < i; j++)
			if (strcmp(out->elements[j].id, e->id) == 0 &&
			    strcmp(out->elements[j].value, e->value) != 0)
				return element_fail(out, "code.syntax",
				    "(%s) is there twice: %.60s and %.60s", e->id,
				    out->elements[j].value, e->value);
	}
	return true;
}

bool gs1_read(const char *text, size_t n, const struct scan_options *options,
    struct scan_parsed *out)
{
	size_t at = 0, from = out->n_elements;

	if (n > 0 && text[0] == GS) {
		element_warn(out, "the separator in front of the data was left out");
		at = 1;
	}
	if (at == n)
		return element_fail(out, "code.syntax", "there is no GS1 data");
	while (at < n)
		if (!read_one(text, n, &at, options, out))
			return false;
	return repeats_agree(out, from);
}
