/*
 * parse_bracket.c - element strings as people key them from a label's text.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The human readable interpretation puts identifiers in parentheses:
 * (01)04006381333931(21)A77.  No bar code holds it so; a person keys it.
 * A parenthesis begins an identifier only where a known one follows, since
 * values may hold parentheses too (GS1 General Specifications, 4.14).
 */
#include <string.h>
#include "base/str.h"
#include "scan/element.h"
#include "scan/gs1.h"
#include "scan/gs1_private.h"
#include "scan/parse_private.h"

/* Length of "(AI)" at text, or 0; the identifier without its parentheses. */
static size_t bracket_at(const char *text, size_t n, char id[5])
{
	size_t len = 0;

	if (n < 4 || text[0] != '(')
		return 0;
	while (len < 4 && len + 1 < n && gs1_in_set('n', text[len + 1]))
		len++;
	if (len < 2 || len + 1 >= n || text[len + 1] != ')')
		return 0;
	str_copyn(id, 5, text + 1, len);
	return gs1_title(id) != NULL ? len + 2 : 0;
}

/* Split at the identifiers; false when the text does not begin with one, or
 * a value is longer than any may be. */
static bool split(const struct scan_parsed *in, struct scan_element *elements,
    size_t *count)
{
	const char *text = in->text;
	size_t n = in->text_len, at = 0;

	*count = 0;
	while (at < n) {
		struct scan_element *e = &elements[*count];
		size_t head = bracket_at(text + at, n - at, e->id), end;
		char next[5];

		if (head == 0 || *count == SCAN_ELEMENTS_MAX)
			return false;
		for (end = at + head; end < n &&
		    bracket_at(text + end, n - end, next) == 0; end++)
			continue;
		if (end - at - head >= SCAN_VALUE_MAX)
			return false;
		str_copyn(e->value, sizeof(e->value), text + at + head,
		    end - at - head);
		(*count)++;
		at = end;
	}
	return *count > 0;
}

bool parse_bracketed(const struct scan_options *options,
    struct scan_parsed *out)
{
	struct scan_element elements[SCAN_ELEMENTS_MAX];
	struct str plain;
	size_t n;

	if (!split(out, elements, &n))
		return false;
	str_init(&plain);
	gs1_compose(elements, n, &plain);
	if (gs1_read(plain.p, plain.len, options, out))
		gs1_finish(options, out);
	out->kind = SCAN_GS1;
	str_done(&plain);
	return true;
}
