/*
 * digital_link_places.c - which identifier may stand where in a Digital Link.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The path holds a primary key and qualifiers of that key, in the order that
 * the key's row in gs1_ai.tbl gives; there may be alternatives.  The query
 * holds what may be an attribute and could not be a qualifier here.
 */
#include <assert.h>
#include <string.h>
#include "scan/digital_link.h"
#include "scan/element.h"
#include "scan/gs1_private.h"

#define syntax(out, ...) element_fail(out, "code.syntax", __VA_ARGS__)

static const char *end_of(const char *at, const char *end, char mark)
{
	const char *found;

	assert(at <= end);
	found = memchr(at, mark, (size_t)(end - at));
	return found ? found : end;
}

/* Are ids (n of them) in the order of one alternative such as "22>10>21"?
 * Qualifiers may be left out. */
static bool in_order(const char *alternative, size_t len,
    const char *const *ids, size_t n)
{
	const char *end = alternative + len;
	size_t matched = 0;

	while (alternative < end && matched < n) {
		const char *id_end = end_of(alternative, end, '>');

		if (gs1_matches(alternative, (size_t)(id_end - alternative),
		    ids[matched]))
			matched++;
		alternative = id_end + 1;
	}
	return matched == n;
}

static bool qualifiers_ok(const struct gs1_ai *key, const char *const *ids,
    size_t n)
{
	const char *at = strchr(key->link, ':');

	if (n == 0)
		return true;
	while (at && *at) {
		size_t len = strcspn(at + 1, "|");

		if (in_order(at + 1, len, ids, n))
			return true;
		at += 1 + len;
	}
	return false;
}

/* Would the attribute be a qualifier of the key at some place of the path? */
static bool belongs_in_path(const struct scan_parsed *out, size_t in_path,
    const struct gs1_ai *key, const char *id)
{
	const char *ids[SCAN_ELEMENTS_MAX];
	size_t n = in_path - 1;

	for (size_t place = 0; place <= n; place++) {
		for (size_t i = 0; i <= n; i++)
			ids[i] = i == place ? id :
			    out->elements[i < place ? i + 1 : i].id;
		if (qualifiers_ok(key, ids, n + 1))
			return true;
	}
	return false;
}

static bool nothing_twice(struct scan_parsed *out)
{
	for (size_t i = 0; i < out->n_elements; i++)
		for (size_t j = 0; j < i; j++)
			if (strcmp(out->elements[i].id, out->elements[j].id) == 0)
				return syntax(out, "(%s) is there twice",
				    out->elements[i].id);
	return true;
}

static bool attributes_ok(struct scan_parsed *out, size_t in_path,
    const struct gs1_ai *key)
{
	for (size_t i = in_path; i < out->n_elements; i++) {
		const char *id = out->elements[i].id;
		const struct gs1_ai *ai = gs1_ai_find(id, strlen(id));

		assert(ai);
		if (!(ai->flags & GS1_QUERY))
			return syntax(out, "(%s) may not stand in the query", id);
		if (belongs_in_path(out, in_path, key, id))
			return syntax(out,
			    "(%s) belongs in the path, not in the query", id);
	}
	return true;
}

bool digital_link_places_ok(size_t in_path, struct scan_parsed *out)
{
	const char *ids[SCAN_ELEMENTS_MAX];
	const struct gs1_ai *key;

	assert(in_path > 0 && in_path <= out->n_elements);
	key = gs1_ai_find(out->elements[0].id, strlen(out->elements[0].id));
	assert(key && key->link);
	for (size_t i = 1; i < in_path; i++)
		ids[i - 1] = out->elements[i].id;
	if (!qualifiers_ok(key, ids, in_path - 1))
		return syntax(out, "the identifiers behind (%s) in the path are "
		    "not its own, or not in their order", out->elements[0].id);
	return nothing_twice(out) && attributes_ok(out, in_path, key);
}
