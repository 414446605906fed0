/*
 * fuzz_text.c - any bytes through the scan notation and through JSON.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: escaping brings back the very bytes; JSON out is always JSON, and
 * holds the same text when the bytes were UTF-8 without NUL.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/json.h"
#include "base/str.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
	if (!holds)
		abort();
}

static void there_and_back(const char *bytes, size_t n, bool utf8)
{
	struct str escaped, back;
	size_t at;

	str_init(&escaped);
	str_init(&back);
	str_escape(&escaped, bytes, n, utf8);
	must(str_unescape(&back, escaped.p, escaped.len, &at));
	must(back.len == n && memcmp(back.p, bytes, n) == 0);
	str_done(&escaped);
	str_done(&back);
}

/* What a parser makes of the bytes as notation is at least in bounds. */
static void unescape(const char *bytes, size_t n)
{
	struct str out;
	size_t at = 0;

	str_init(&out);
	if (!str_unescape(&out, bytes, n, &at))
		must(at < n && bytes[at] == '\\' && out.len == 0);
	str_done(&out);
}

static void through_json(const char *bytes, size_t n)
{
	struct json_out j;
	struct str text, again;
	struct json *root;
	struct err err;

	if (memchr(bytes, '\0', n) != NULL)
		return;
	str_init(&text);
	json_begin(&j, &text);
	json_textn(&j, bytes, n);
	root = json_parse(text.p, text.len, &err);
	must(root != NULL);
	/* The second time nothing is left to replace. */
	str_init(&again);
	json_begin(&j, &again);
	json_text(&j, json_as_text(root));
	must(str_eq(text.p, again.p));
	json_free(root);
	str_done(&again);
	str_done(&text);
}

static void parse(const char *bytes, size_t n)
{
	struct err err;

	json_free(json_parse(bytes, n, &err));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = (const char *)data;

	there_and_back(bytes, size, false);
	there_and_back(bytes, size, true);
	unescape(bytes, size);
	through_json(bytes, size);
	parse(bytes, size);
	return 0;
}
