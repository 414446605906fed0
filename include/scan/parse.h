/*
 * parse.h - what a scan says, read from its bytes alone.
 * SPDX-License-Identifier: Apache-2.0
 *
 * scan_parse is pure: bytes in, a description out; it knows no database and
 * no clock (the year for two-digit dates is an option).  It never guesses
 * silently: where a text can be read in two ways, both readings are given
 * and the flow asks.
 *
 * Order of trial (standards.md 2.5): terminators at the end are dropped ->
 * AIM symbology identifier -> command code -> ISO/IEC 15434 envelope -> HIBC
 * (mod 43 holds) -> GS1 Digital Link -> GS1 element string -> GTIN lengths ->
 * plain text.
 *
 * What the symbology identifier promises, and what is read without a promise:
 *
 *   ]C1 ]e0 ]d2 ]Q3 ]J1	a GS1 element string.  Anything else is a fault.
 *   ]d1 ]Q1 ]J0		a web address is a Digital Link or a fault; else plain
 *   ]E0 ]E4 ]E3		a GTIN of 13, 8 or 13 + 2 or 5 digits with its check
 *			digit, maybe with "|]e0" and an element string
 *   ]I0 ]I1 ]I3		14 digits (13 for ]I3) that check are a GTIN; else plain
 *   all others		no promise: never GS1 data, only what says so itself
 *			(command, envelope, HIBC, Digital Link), else plain
 *   none		an element string when all of it holds, its check
 *			digits too, and it begins with a key (00 01 02 253 255
 *			402 414 8003 8006 8017 8018) or has GS inside; digits of
 *			a GTIN's length that check are a GTIN
 *
 * Without an identifier two things are faults, for they would else be booked
 * as plain texts: data with GS inside that begins with a key, and a 01 whose
 * check digit is wrong in data that is right otherwise and has a 21 (a
 * damaged label; of plain serials one in ten thousand looks like that).
 *
 * All texts are NUL-ended; bytes outside the printable range that a carrier
 * allows in values do not occur (they are a syntax fault).
 */
#ifndef SCAN_PARSE_H
#define SCAN_PARSE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/err.h"
#include "base/str.h"

#define SCAN_BYTES_MAX 4096	/* one scan; more is refused: scan.too-long */
#define SCAN_ELEMENTS_MAX 64
#define SCAN_VALUE_MAX 91	/* 90 characters and NUL */

enum scan_kind { SCAN_TEXT, SCAN_GS1, SCAN_DIGITAL_LINK, SCAN_ISO15434,
    SCAN_HIBC, SCAN_GTIN, SCAN_COMMAND };

/* Command codes, FORMATS.md section 2. */
enum scan_command { CMD_NONE, CMD_DONE, CMD_UNDO, CMD_PREV, CMD_NEXT, CMD_SKIP,
    CMD_SHORT, CMD_FULL, CMD_BEGIN, CMD_OK, CMD_NO, CMD_HELP, CMD_INFO,
    CMD_REPRINT, CMD_LOCK, CMD_COUNT };

/* How the scanner's keyboard was misread (tui.md section 1). */
enum scan_layout { LAYOUT_GOOD, LAYOUT_WRONG, LAYOUT_CAPS };

struct scan_element {
	char id[5];			/* AI, DI or TEI */
	char value[SCAN_VALUE_MAX];
};

struct scan_parsed {
	enum scan_kind kind;
	bool valid;		/* false: the syntax its carrier promises is broken */
	char code[32];		/* not valid: code.syntax, code.check-digit, scan.layout ... */
	char error[200];	/* which element and why, "" when valid */
	char warning[120];	/* valid, but damage was repaired: what; else "" */
	char symbology[4];	/* AIM identifier without ']', "C1"; "" when absent */
	enum scan_command command;
	enum scan_layout layout;

	size_t n_elements;
	struct scan_element elements[SCAN_ELEMENTS_MAX];
	/* "ok", or "21 needs 01, 03 or 8006", "01 forbids 37"; "" when not valid */
	char pairing[120];

	/* What the elements mean, "" when not there.  Dates are YYYY-MM-DD. */
	char gtin[15];		/* 14 digits, from 01, 8006, 03, a plain GTIN */
	char content_gtin[15];	/* 02 */
	char serial[SCAN_VALUE_MAX];
	char lot[SCAN_VALUE_MAX];
	char made_on[11];
	char expires_on[11];
	bool made_on_no_day;	/* day 00 was read as the month's last day */
	bool expires_on_no_day;
	char sscc[19];
	char count[9];		/* 30 or 37, Q */
	char part[SCAN_VALUE_MAX];	/* item code of a maker or customer: 1P, P, HIBC PCN */
	char order[SCAN_VALUE_MAX];	/* 400, K */
	char location[SCAN_VALUE_MAX];	/* L, 1L; 414, "414's/254's" */
	char supplier[SCAN_VALUE_MAX];	/* V, 1V, 17V; HIBC LIC */

	/* The text without its symbology identifier and terminators: what a
	 * plain code, a bin label or a badge says.  With may_be_gtin and
	 * may_be_di the same text has a second honest reading. */
	char text[SCAN_BYTES_MAX + 1];
	size_t text_len;
	bool may_be_gtin;	/* text is a GTIN-8/12/13/14 whose check digit holds */
	char may_be_di[5];	/* text also reads as this data identifier + value */
	bool may_be_gs1;	/* text also reads as a GS1 key without a check digit
				 * (8004..., 8010..., 401...): its form alone says so */
};

struct scan_options {
	int year;		/* the current year, for the century of YYMMDD */
	char gs_substitute;	/* printable that a wedge sends for GS, or 0 */
	bool repair_15434;	/* accept damaged envelopes (default true) */
};

/* The options a station has by default; year is taken from the clock by the
 * caller. */
void scan_options_init(struct scan_options *options, int year);

/* Read n bytes (at most SCAN_BYTES_MAX) into *out.  Always fills *out: what
 * cannot be understood is SCAN_TEXT, or a promised syntax with valid false. */
void scan_parse(const void *bytes, size_t n, const struct scan_options *options,
    struct scan_parsed *out);

/* Value of an element, or NULL. */
const char *scan_element(const struct scan_parsed *parsed, const char *id);

const char *scan_kind_name(enum scan_kind kind);	/* "gs1", "digital-link", ... */
const char *scan_command_name(enum scan_command command);	/* "XCXDONE" */
enum scan_command scan_command_find(const char *text);	/* caseless; CMD_NONE */
/* One sentence for a person about a layout fault, "" for LAYOUT_GOOD. */
const char *scan_layout_words(enum scan_layout layout);

/* The JSON object of FORMATS.md section 3 (`parse --json`), appended. */
void scan_json(const void *bytes, size_t n, const struct scan_parsed *parsed,
    struct str *out);
#endif
