/*
 * gs1_private.h - the table of GS1 application identifiers and who reads it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * An identifier (AI) is two to four digits; how many follows from the first
 * two.  Its value is made of parts; a part has a character set, a length and
 * up to three rules.  Rows come from src/scan/gs1_ai.tbl.
 *
 * Ways through it: gs1_element.c splits an element string, digital_link.c a
 * URI; both give each value to gs1_value_check and at the end call
 * gs1_finish, which judges the pairing and takes what the elements mean.
 */
#ifndef SCAN_GS1_PRIVATE_H
#define SCAN_GS1_PRIVATE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/err.h"
#include "scan/parse.h"

#define GS '\x1D'	/* stands for FNC1 between elements */

enum gs1_rule {
	GS1_RULE_NONE,
	GS1_RULE_MOD10,		/* ends in a check digit */
	GS1_RULE_PAIR,		/* ends in a pair of check characters */
	GS1_RULE_GCP1,		/* begins with a company prefix */
	GS1_RULE_GCP2,		/* the same behind one digit */
	GS1_RULE_DATE,		/* YYMMDD */
	GS1_RULE_DATE0,		/* YYMMDD, day 00 allowed */
	GS1_RULE_DATE8,		/* YYYYMMDD */
	GS1_RULE_HHMM,
	GS1_RULE_HH,
	GS1_RULE_MM,
	GS1_RULE_SS,
	GS1_RULE_COUNTRY,	/* ISO 3166-1, three digits */
	GS1_RULE_COUNTRY999,	/* the same or 999 */
	GS1_RULE_COUNTRY2,	/* ISO 3166-1, two letters */
	GS1_RULE_CURRENCY,	/* ISO 4217, three digits */
	GS1_RULE_IBAN,		/* ISO 13616 */
	GS1_RULE_MEDIA,		/* kind of carrier of a patient's identity */
	GS1_RULE_PACKAGE,	/* UN/ECE recommendation 21 and GS1's own */
	GS1_RULE_SEX,		/* ISO/IEC 5218 */
	GS1_RULE_YESNO,
	GS1_RULE_WINDING,	/* 0 out, 1 in, 9 not said */
	GS1_RULE_HYPHEN,	/* the sign behind a temperature below zero */
	GS1_RULE_ZERO,
	GS1_RULE_NONZERO,
	GS1_RULE_NOLEAD,	/* no zero in front */
	GS1_RULE_LETTER,	/* not digits alone */
	GS1_RULE_PIECE,		/* PPTT: piece of a total */
	GS1_RULE_SEQUENCE,	/* "2/3" */
	GS1_RULE_LATITUDE,
	GS1_RULE_LONGITUDE,
	GS1_RULE_PERCENT,	/* percent signs begin %HH */
	GS1_RULE_IMPORTER,	/* importer index of EU 2018/574 */
	GS1_RULE_COUPON,	/* North American coupon, AI 8110 */
	GS1_RULE_OFFER,		/* its successor, AI 8112 */
	GS1_RULES
};

enum gs1_flag { GS1_FIXED = 1, GS1_QUERY = 2, GS1_KEY = 4, GS1_WEAK_KEY = 8 };

struct gs1_part {
	char set;		/* 'n' 'x' 'y' 'z' */
	uint8_t min;
	uint8_t max;
	bool optional;
	uint8_t rules[3];	/* enum gs1_rule, 0 ends them */
};

struct gs1_ai {
	uint16_t first;		/* the identifiers of this row, as numbers */
	uint16_t last;
	uint8_t digits;		/* of the identifier */
	uint8_t flags;
	uint8_t n_parts;
	uint8_t min;		/* length of the whole value */
	uint8_t max;
	const struct gs1_part *parts;
	const char *needs;	/* "01,8006;21", or NULL */
	const char *forbids;	/* "02,37,310n", or NULL */
	const char *link;	/* "key", "key:22>10>21|235", or NULL */
	const char *title;
};

/* Rows of the identifiers that begin with two digits. */
struct gs1_prefix {
	uint8_t digits;		/* 0: there are none */
	uint16_t from;
	uint8_t n;
};

extern const struct gs1_ai gs1_ais[];
extern const size_t gs1_ai_count;
extern const struct gs1_prefix gs1_prefixes[100];

/* The row of the identifier that text begins with, or NULL. */
const struct gs1_ai *gs1_ai_at(const char *text, size_t n);
/* The row of an identifier that is the whole text, or NULL. */
const struct gs1_ai *gs1_ai_find(const char *text, size_t n);

/* What is wrong with a value: a verdict code and words without the value. */
struct gs1_fault {
	const char *code;
	char words[128];
};

/* Set both; returns false. */
bool gs1_fault_set(struct gs1_fault *fault, const char *code, const char *fmt,
    ...) PRINTF_LIKE(3, 4);

/*
 * Check as much of value as the identifier's format can take; *taken says how
 * much that was.  False when a part is too short, holds a character outside
 * its set or breaks a rule.  n is above 0.
 */
bool gs1_value_check(const struct gs1_ai *ai, const char *value, size_t n,
    const struct scan_options *options, size_t *taken,
    struct gs1_fault *fault);

/* Is the character in the set ('n', 'x', 'y' or 'z' of a part)? */
bool gs1_in_set(char set, char c);
/* Check one part of a value against one rule. */
bool gs1_rule_check(enum gs1_rule rule, const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault);

/*
 * Split an element string and append its elements to *out.  False with
 * out->valid, code and error set at the first fault; the elements before it
 * stay.  Does not call gs1_finish.
 */
bool gs1_read(const char *text, size_t n, const struct scan_options *options,
    struct scan_parsed *out);

/* Say in out->error what is wrong with a value: "(17) 270231: no such day".
 * Returns false. */
bool gs1_say_fault(struct scan_parsed *out, const struct gs1_ai *ai,
    const char *id, const char *value, size_t n, const struct gs1_fault *fault);

/* Take what the elements mean, then judge their pairing (out->pairing). */
void gs1_finish(const struct scan_options *options, struct scan_parsed *out);
/* Its two halves. */
void gs1_derive(const struct scan_options *options, struct scan_parsed *out);
void gs1_pair(struct scan_parsed *out);

/* Does an identifier match a pattern such as "01" or "31nn"? */
bool gs1_matches(const char *pattern, size_t n, const char *id);

/* ISO and UN/ECE code lists. */
bool gs1_list_country(const char *three_digits);
bool gs1_list_country2(const char *two_letters);
bool gs1_list_currency(const char *three_digits);
bool gs1_list_package(const char *code, size_t n);

/* Rules with a file of their own; all have the shape of gs1_rule_check. */
bool gs1_lint_coupon(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault);
bool gs1_lint_offer(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault);
bool gs1_lint_date(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault);
bool gs1_lint_date0(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault);
bool gs1_lint_date8(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault);
bool gs1_lint_hhmm(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault);
bool gs1_lint_hh(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault);
bool gs1_lint_mm(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault);
bool gs1_lint_ss(const char *value, size_t n,
    const struct scan_options *options, struct gs1_fault *fault);
#endif
