/*
 * serial_rule.h - what a serial must look like.
 * SPDX-License-Identifier: Apache-2.0
 *
 * General law first (serial_legal): 1 to 90 bytes of UTF-8, no control
 * characters, no space at either end, and never beginning with XCX, which is
 * kept for command codes.  Then the rule of the item: a PCRE2 pattern that
 * matches the whole serial byte by byte, and a check character system.
 *
 * A pattern is data from outside: its cost is bounded, and one that runs past
 * the bound refuses the serial in words instead of hanging the station.
 *
 * Prefix words that a supplier prints before the serial are taken off only
 * when the rule lists them, never by guess.
 */
#ifndef DOMAIN_SERIAL_RULE_H
#define DOMAIN_SERIAL_RULE_H
#include <stdbool.h>
#include <stddef.h>
#include "base/err.h"
#include "domain/check.h"
#include "domain/serial_key.h"

#define SERIAL_PATTERN_MAX 512
#define SERIAL_STRIP_MAX 16	/* prefix words of one rule */

/* Why a serial is refused. */
struct serial_fault {
	char code[32];		/* serial.format or serial.check */
	size_t at;		/* offset of the first wrong byte; the length: it is too short */
	char words[240];	/* for a person; shows the rule's hint or pattern */
};

struct serial_rule;

/*
 * A rule from its texts (NULL counts as ""): pattern is required; the
 * example must pass pattern and check when it is given; strip is a list of
 * words with ; between.  NULL and ERR_INPUT when one of them is wrong.  The
 * caller frees it.
 */
struct serial_rule *serial_rule_new(const char *code, const char *pattern,
    const char *example, const char *hint, enum check_kind check,
    const char *strip, struct err *err) MUST_CHECK;
void serial_rule_free(struct serial_rule *rule);

const char *serial_rule_code(const struct serial_rule *rule);
const char *serial_rule_pattern(const struct serial_rule *rule);
const char *serial_rule_example(const struct serial_rule *rule);
const char *serial_rule_hint(const struct serial_rule *rule);
enum check_kind serial_rule_check_kind(const struct serial_rule *rule);

/* May this serial be one of this rule?  False: *fault says why not.  Holds
 * the general law too. */
bool serial_rule_check(struct serial_rule *rule, const char *serial,
    struct serial_fault *fault);

/*
 * Copy text into out without the prefix word that the rule lists: letters
 * in any case, followed by any of ": # . space" (a word that ends in a sign,
 * such as "(S)" or "S/N", needs none after it).  True when something was
 * taken off; what would leave nothing is left whole.  A text longer than
 * SERIAL_MAX without its prefix is cut off at SERIAL_SIZE - 1 bytes and then
 * fails the law of length only if the caller looks: check the text's length
 * first.
 */
bool serial_rule_strip(const struct serial_rule *rule, const char *text,
    char out[SERIAL_SIZE]);

/* The general law alone, for n bytes. */
bool serial_legal(const char *serial, size_t n, struct serial_fault *fault);
#endif
