/*
 * digital_link.c - GS1 Digital Link URIs.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	https://HOST/STEM/01/GTIN/10/LOT/21/SERIAL?17=YYMMDD&other=x#fragment
 *
 * (GS1 Digital Link standard: URI syntax.)  The path is walked backwards in
 * pairs of identifier and value to the right-most primary key; all before it
 * is stem and means nothing.  Behind the key stand its qualifiers, each at
 * most once and in their order.  Attributes stand in the query; a key there
 * that is no number is for other readers.  What could stand in the path may
 * not stand in the query, and nothing may be said twice.
 */
#include <assert.h>
#include <string.h>
#include "scan/digital_link.h"
#include "scan/element.h"
#include "scan/gs1_private.h"

#define COMPRESSED_MIN 10	/* characters of a compressed path segment */

/* The parts of an address, and how far its elements are those of the path. */
struct link {
	const char *path;	/* begins with "/" */
	const char *path_end;
	const char *query;	/* behind "?" */
	const char *query_end;
	const char *key;	/* the "/" before the primary key */
	size_t in_path;		/* elements */
	const struct scan_options *options;
	struct scan_parsed *out;
};

static const char *const schemes[] = { "http://", "HTTP://", "https://",
    "HTTPS://" };

static size_t scheme_length(const char *text, size_t n)
{
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		size_t len = strlen(schemes[i]);

		if (n >= len && memcmp(text, schemes[i], len) == 0)
			return len;
	}
	return 0;
}

bool digital_link_is(const char *text, size_t n)
{
	return scheme_length(text, n) > 0;
}

#define syntax(link, ...) element_fail((link)->out, "code.syntax", __VA_ARGS__)

static bool is_among(char c, const char *others)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z') || (c != '\0' && strchr(others, c));
}

static bool legal(struct link *link, const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (is_among(text[i], "-._~:/?#[]@!$&'()*+,;=%"))
			continue;
		if (text[i] > 0x20 && text[i] < 0x7F)
			return syntax(link, "\"%c\" at place %zu may not stand in "
			    "a web address", text[i], i + 1);
		return syntax(link, "the character at place %zu may not stand in "
		    "a web address", i + 1);
	}
	return true;
}

/* Host, path, query; the fragment is dropped. */
static bool cut(struct link *link, const char *text, size_t n)
{
	const char *at = text + scheme_length(text, n), *end = text + n;
	const char *host = at;

	for (; at < end && *at != '/'; at++)
		if (!is_among(*at, "-.:[]"))
			return syntax(link,
			    "\"%c\" may not stand in a host's name", *at);
	if (at == host || at == end)
		return syntax(link, "the address has no host and path");
	link->path = at;
	at = memchr(at, '#', (size_t)(end - at));
	if (at)
		end = at;
	at = memchr(link->path, '?', (size_t)(end - link->path));
	link->path_end = at ? at : end;
	link->query = at ? at + 1 : end;
	link->query_end = end;
	return true;
}

static const char *slash_before(const char *path, const char *at)
{
	while (at > path)
		if (*--at == '/')
			return at;
	return NULL;
}

/* Walk back in pairs to the right-most primary key. */
static bool find_key(struct link *link)
{
	const char *at = link->path_end;

	for (;;) {
		const char *value = slash_before(link->path, at);
		const char *id = value ? slash_before(link->path, value) : NULL;
		const struct gs1_ai *ai;

		if (!id)
			return false;
		ai = gs1_ai_find(id + 1, (size_t)(value - id - 1));
		if (!ai)
			return false;
		if (ai->link) {
			link->key = id;
			return true;
		}
		at = id;
	}
}

/* The compressed form is one segment of base64url. */
static bool no_key(struct link *link)
{
	const char *last = slash_before(link->path, link->path_end);
	size_t n = last ? (size_t)(link->path_end - last - 1) : 0;
	size_t digits = 0, i = 0;

	for (; i < n && gs1_in_set('z', last[1 + i]); i++)
		digits += gs1_in_set('n', last[1 + i]);
	if (n >= COMPRESSED_MIN && i == n && digits < n)
		return syntax(link, "no GS1 key in the path (a compressed Digital "
		    "Link? those are not read)");
	return syntax(link, "no GS1 key in the path of this address");
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

/*
 * Undo %HH, and in a query "+".  A "%" that begins no such thing stands for
 * itself.  False when a NUL or more than SCAN_VALUE_MAX - 1 characters come
 * out.
 */
static bool decode(struct link *link, const char *id, int digits,
    const char *text, size_t n, bool in_query, char *value, size_t *len)
{
	*len = 0;
	for (size_t i = 0; i < n; i++) {
		int high = n - i > 2 ? hex(text[i + 1]) : -1;
		int low = n - i > 2 ? hex(text[i + 2]) : -1;
		char c = text[i];

		if (c == '%' && high >= 0 && low >= 0) {
			c = (char)(high * 16 + low);
			i += 2;
		} else if (c == '+' && in_query) {
			c = ' ';
		}
		if (c == '\0')
			return syntax(link, "(%.*s) holds a NUL", digits, id);
		if (*len == SCAN_VALUE_MAX - 1)
			return syntax(link, "(%.*s) is longer than %d characters",
			    digits, id, SCAN_VALUE_MAX - 1);
		value[(*len)++] = c;
	}
	return true;
}

static bool wrong_length(struct link *link, const struct gs1_ai *ai,
    const char *id, const char *value, size_t n)
{
	struct gs1_fault fault;

	if (ai->min == ai->max)
		gs1_fault_set(&fault, "code.syntax",
		    "%d characters are wanted, %zu are there", ai->max, n);
	else
		gs1_fault_set(&fault, "code.syntax",
		    "%d to %d characters are wanted, %zu are there", ai->min,
		    ai->max, n);
	return gs1_say_fault(link->out, ai, id, value, n, &fault);
}

static bool add_value(struct link *link, const struct gs1_ai *ai,
    const char *id, const char *text, size_t n, bool in_query)
{
	char value[SCAN_VALUE_MAX] = "", name[5];
	struct gs1_fault fault;
	size_t len, taken;

	if (n == 0)
		return syntax(link, "(%.*s) has no value", ai->digits, id);
	if (!decode(link, id, ai->digits, text, n, in_query, value, &len))
		return false;
	if (len < ai->min || len > ai->max)
		return wrong_length(link, ai, id, value, len);
	if (!gs1_value_check(ai, value, len, link->options, &taken, &fault))
		return gs1_say_fault(link->out, ai, id, value, len, &fault);
	if (taken < len)
		return wrong_length(link, ai, id, value, len);
	memcpy(name, id, ai->digits);
	name[ai->digits] = '\0';
	return element_add(link->out, name, value, len);
}

static const char *end_of(const char *at, const char *end, char mark)
{
	const char *found;

	assert(at <= end);
	found = memchr(at, mark, (size_t)(end - at));
	return found ? found : end;
}

static bool read_path(struct link *link)
{
	const char *at = link->key;

	while (at < link->path_end) {
		const char *id = at + 1;
		const char *id_end = end_of(id, link->path_end, '/');
		const char *value = id_end + 1;
		const char *value_end = end_of(value, link->path_end, '/');
		const struct gs1_ai *ai = gs1_ai_find(id,
		    (size_t)(id_end - id));

		assert(ai && id_end < link->path_end);	/* find_key walked here */
		if (!add_value(link, ai, id, value,
		    (size_t)(value_end - value), false))
			return false;
		at = value_end;
	}
	link->in_path = link->out->n_elements;
	return true;
}

static bool all_digits(const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text[i] < '0' || text[i] > '9')
			return false;
	return n > 0;
}

static bool read_attribute(struct link *link, const char *at, const char *end)
{
	const char *equals = memchr(at, '=', (size_t)(end - at));
	const struct gs1_ai *ai;
	size_t n;

	if (!equals || !all_digits(at, (size_t)(equals - at)))
		return true;		/* not for us */
	n = (size_t)(equals - at);
	ai = gs1_ai_find(at, n);
	if (!ai)
		return syntax(link, "(%.*s) in the query is no GS1 identifier",
		    n < 8 ? (int)n : 8, at);
	return add_value(link, ai, at, equals + 1, (size_t)(end - equals - 1),
	    true);
}

static bool read_query(struct link *link)
{
	const char *at = link->query;

	while (at < link->query_end) {
		const char *end = end_of(at, link->query_end, '&');

		if (end > at && !read_attribute(link, at, end))
			return false;
		at = end + 1;
	}
	return true;
}

void digital_link_parse(const char *text, size_t n,
    const struct scan_options *options, struct scan_parsed *out)
{
	struct link link = { .options = options, .out = out };

	assert(digital_link_is(text, n));
	out->kind = SCAN_DIGITAL_LINK;
	if (!legal(&link, text, n) || !cut(&link, text, n))
		return;
	if (!find_key(&link))
		no_key(&link);
	else if (read_path(&link) && read_query(&link) &&
	    digital_link_places_ok(link.in_path, out))
		gs1_finish(options, out);
}
