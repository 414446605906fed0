/*
 * parse_check.h - reading a scan in a test and saying what it must be.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef TESTS_PARSE_CHECK_H
#define TESTS_PARSE_CHECK_H
#include "../unit.h"
#include <string.h>
#include "scan/parse.h"

#define GS "\x1D"
#define GTIN "09506000134352"
#define BAD_GTIN "09506000134353"

static struct scan_parsed parsed;
static struct scan_options options;

static inline int fresh_options(void **state)
{
	(void)state;
	scan_options_init(&options, 2026);
	return 0;
}

static inline void read_bytes(const char *bytes, size_t n)
{
	memset(&parsed, 0xA5, sizeof(parsed));
	scan_parse(bytes, n, &options, &parsed);
}

static inline void read_scan(const char *scan)
{
	read_bytes(scan, strlen(scan));
}

static inline void assert_kind(const char *scan, enum scan_kind kind, bool valid)
{
	read_scan(scan);
	if (parsed.kind != kind || parsed.valid != valid)
		fail_msg("%s: %s, valid %d (%s)", scan,
		    scan_kind_name(parsed.kind), parsed.valid, parsed.error);
	if (valid) {
		assert_string_equal(parsed.code, "");
		assert_string_equal(parsed.error, "");
	} else {
		assert_string_not_equal(parsed.code, "");
		assert_string_not_equal(parsed.error, "");
		assert_string_equal(parsed.pairing, "");
	}
}

static inline void assert_fault(const char *scan, enum scan_kind kind,
    const char *code, const char *words)
{
	assert_kind(scan, kind, false);
	assert_string_equal(parsed.code, code);
	if (!strstr(parsed.error, words))
		fail_msg("%s: %s", scan, parsed.error);
}
#endif
