/*
 * json.c - JSON out (canonical) and in.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The writer knows three things: how deep it is, whether something stands
 * before at this depth, and whether a key waits for its value.  Escapes are
 * the shortest form that RFC 8785 asks for, so that one text has one
 * spelling.  The reader's nodes are jansson's under our name.
 */
#include <jansson.h>	/* first: json.h renames some of our functions */
#undef json_is_object
#include "base/json.h"
#include <assert.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "base/xalloc.h"

#define DEPTH_MAX 16
#define REPLACEMENT "\xEF\xBF\xBD"	/* U+FFFD */

/* --- Out --------------------------------------------------------------------- */

void json_begin(struct json_out *j, struct str *to)
{
	memset(j, 0, sizeof *j);
	j->to = to;
	j->first[0] = true;
}

void json_canonical(struct json_out *j)
{
	j->canonical = true;
}

/* What has to stand before a value or a key. */
static void comma(struct json_out *j)
{
	if (j->after_key)
		j->after_key = false;
	else if (j->depth > 0 && !j->first[j->depth])
		str_addc(j->to, ',');
	j->first[j->depth] = false;
}

static void descend(struct json_out *j, char bracket)
{
	comma(j);
	str_addc(j->to, bracket);
	assert(j->depth + 1 < DEPTH_MAX);
	j->depth++;
	j->first[j->depth] = true;
	j->last_key[j->depth][0] = '\0';
}

static void ascend(struct json_out *j, char bracket)
{
	assert(j->depth > 0);
	assert(!j->after_key);
	str_addc(j->to, bracket);
	j->depth--;
}

void json_object(struct json_out *j)
{
	descend(j, '{');
}

void json_object_end(struct json_out *j)
{
	ascend(j, '}');
}

void json_array(struct json_out *j)
{
	descend(j, '[');
}

void json_array_end(struct json_out *j)
{
	ascend(j, ']');
}

static void put_ascii(struct str *to, unsigned char c)
{
	static const char short_form[0x20] = {
		['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f',
		['\r'] = 'r',
	};

	if (c == '"' || c == '\\') {
		str_addc(to, '\\');
		str_addc(to, (char)c);
	} else if (c >= 0x20) {
		str_addc(to, (char)c);
	} else if (short_form[c] != '\0') {
		str_addc(to, '\\');
		str_addc(to, short_form[c]);
	} else {
		str_addf(to, "\\u%04x", c);
	}
}

/* How many bytes from here stand for themselves: nearly always all. */
static size_t plain_run(const char *text, size_t n)
{
	size_t i = 0;

	while (i < n && (unsigned char)text[i] >= 0x20 &&
	    (unsigned char)text[i] < 0x80 && text[i] != '"' && text[i] != '\\')
		i++;
	return i;
}

/* One character that needs a look. */
static size_t put_character(struct str *to, const char *text, size_t n)
{
	size_t step = utf8_step(text, n);

	if (step == 0)
		str_add(to, REPLACEMENT);
	else if (step == 1)
		put_ascii(to, (unsigned char)text[0]);
	else
		str_addn(to, text, step);
	return step > 0 ? step : 1;
}

static void put_quoted(struct str *to, const char *text, size_t n)
{
	if (plain_run(text, n) == n) {
		char *p = str_extend(to, n + 2);

		p[0] = p[n + 1] = '"';
		memcpy(p + 1, text, n);
		return;
	}
	str_addc(to, '"');
	for (size_t i = 0; i < n; ) {
		size_t run = plain_run(text + i, n - i);

		str_addn(to, text + i, run);
		i += run;
		if (i < n)
			i += put_character(to, text + i, n - i);
	}
	str_addc(to, '"');
}

/* Canonical: keys of an object come in the order of their bytes, each once. */
static void check_order(struct json_out *j, const char *key)
{
	char *last = j->last_key[j->depth];
	bool fits;

	assert(j->first[j->depth] || strcmp(last, key) < 0);
	fits = str_copy(last, sizeof j->last_key[0], key);
	assert(fits);
	(void)fits;
}

void json_key(struct json_out *j, const char *key)
{
	assert(j->depth > 0);
	assert(!j->after_key);
	if (j->canonical)
		check_order(j, key);
	comma(j);
	put_quoted(j->to, key, strlen(key));
	str_addc(j->to, ':');
	j->after_key = true;
}

void json_text(struct json_out *j, const char *text)
{
	if (text == NULL)
		json_null(j);
	else
		json_textn(j, text, strlen(text));
}

void json_textn(struct json_out *j, const char *text, size_t n)
{
	comma(j);
	put_quoted(j->to, text, n);
}

/* By hand: an event has several numbers, and printf reads its format anew. */
void json_int(struct json_out *j, int64_t v)
{
	char digits[20];	/* of the least int64_t, and its sign */
	char *p = digits + sizeof digits;
	uint64_t left = v < 0 ? -(uint64_t)v : (uint64_t)v;

	comma(j);
	do {
		*--p = (char)('0' + left % 10);
		left /= 10;
	} while (left > 0);
	if (v < 0)
		*--p = '-';
	str_addn(j->to, p, (size_t)(digits + sizeof digits - p));
}

/* printf writes the decimal point of the locale; JSON has one only. */
static void plain_point(char *text)
{
	const char *point = localeconv()->decimal_point;
	char *at = strstr(text, point);
	size_t n = strlen(point);

	if (at == NULL || n == 0)
		return;
	*at = '.';
	memmove(at + 1, at + n, strlen(at + n) + 1);
}

void json_real(struct json_out *j, double v)
{
	char text[64];

	if (!isfinite(v)) {	/* JSON has no word for these */
		json_null(j);
		return;
	}
	for (int precision = 15; precision <= 17; precision++) {
		str_print(text, sizeof text, "%.*g", precision, v);
		if (fabs(strtod(text, NULL) - v) <= 0.0)
			break;
	}
	plain_point(text);
	comma(j);
	str_add(j->to, text);
}

void json_bool(struct json_out *j, bool v)
{
	comma(j);
	str_add(j->to, v ? "true" : "false");
}

void json_null(struct json_out *j)
{
	comma(j);
	str_add(j->to, "null");
}

void json_raw(struct json_out *j, const char *json)
{
	assert(*json != '\0');
	comma(j);
	str_add(j->to, json);
}

void json_kv(struct json_out *j, const char *key, const char *text)
{
	json_key(j, key);
	json_text(j, text);
}

void json_kv_opt(struct json_out *j, const char *key, const char *text)
{
	json_kv(j, key, text != NULL && *text != '\0' ? text : NULL);
}

void json_kv_int(struct json_out *j, const char *key, int64_t v)
{
	json_key(j, key);
	json_int(j, v);
}

void json_kv_bool(struct json_out *j, const char *key, bool v)
{
	json_key(j, key);
	json_bool(j, v);
}

/* --- In ---------------------------------------------------------------------- */

static const json_t *in(const struct json *node)
{
	return (const json_t *)node;
}

static struct json *out(json_t *node)
{
	return (struct json *)node;
}

struct json *json_parse(const char *text, size_t n, struct err *err)
{
	json_error_t why;
	json_t *root;

	json_set_alloc_funcs(xmalloc, free);
	root = json_loadb(text, n, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY,
	    &why);
	if (root != NULL)
		return out(root);
	err_set(err, ERR_INPUT, "this is not JSON");
	err_detail(err, "line %d, column %d: %s", why.line, why.column,
	    why.text);
	return NULL;
}

void json_free(struct json *root)
{
	json_decref((json_t *)root);
}

struct json *json_get(const struct json *object, const char *key)
{
	return out(json_object_get(in(object), key));
}

const char *json_get_text(const struct json *object, const char *key)
{
	return json_as_text(json_get(object, key));
}

int64_t json_get_int(const struct json *object, const char *key,
    int64_t otherwise)
{
	const json_t *node = json_object_get(in(object), key);

	return json_is_integer(node) ? json_integer_value(node) : otherwise;
}

bool json_get_bool(const struct json *object, const char *key, bool otherwise)
{
	const json_t *node = json_object_get(in(object), key);

	return json_is_boolean(node) ? json_is_true(node) : otherwise;
}

size_t json_count(const struct json *array)
{
	return json_array_size(in(array));
}

struct json *json_at(const struct json *array, size_t i)
{
	return out(json_array_get(in(array), i));
}

const char *json_as_text(const struct json *node)
{
	return json_string_value(in(node));
}

int64_t json_as_int(const struct json *node, int64_t otherwise)
{
	const json_t *n = in(node);

	return json_is_integer(n) ? json_integer_value(n) : otherwise;
}

bool json_is_object(const struct json *node)
{
	const json_t *n = in(node);

	return n != NULL && json_typeof(n) == JSON_OBJECT;
}

void *json_walk(const struct json *object, void *iter, const char **key,
    struct json **value)
{
	json_t *o = (json_t *)object;

	iter = iter == NULL ? json_object_iter(o)
	    : json_object_iter_next(o, iter);
	if (iter != NULL) {
		*key = json_object_iter_key(iter);
		*value = out(json_object_iter_value(iter));
	}
	return iter;
}
