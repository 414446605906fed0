/*
 * serial_rule.c - what a serial must look like: the only caller of PCRE2.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The pattern is compiled once, so that it matches whole lines only, and
 * just-in-time where the host can.  Where it does not match, the first wrong
 * character is found with partial matches: the longest beginning of the
 * serial that could still grow into a match ends right before it.
 *
 * Limits on steps, depth and memory stand in for trust in the pattern.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "base/xalloc.h"
#include "domain/serial_rule.h"
#include "domain/serial_strip.h"

#define STEPS_MAX 100000	/* a sane pattern needs some hundreds */
#define DEPTH_MAX 1000
#define HEAP_MAX_KIB 1024
#define COMPILED_MAX 65536	/* bytes of a compiled pattern */

struct serial_rule {
	char *code;
	char *pattern;
	char *example;
	char *hint;
	enum check_kind check;
	struct serial_strip strip;
	pcre2_code *compiled;
	pcre2_match_context *limits;
	pcre2_match_data *found;
};

static bool compile(struct serial_rule *rule, struct err *err)
{
	pcre2_compile_context *how = pcre2_compile_context_create(NULL);
	const uint32_t options = PCRE2_ANCHORED | PCRE2_DOLLAR_ENDONLY |
	    PCRE2_NEVER_UTF | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C;
	int why = 0;
	PCRE2_SIZE at = 0;
	PCRE2_UCHAR words[160] = "";

	if (!how)
		return err_set(err, ERR_ENV, "no memory for a serial rule");
	pcre2_set_compile_extra_options(how, PCRE2_EXTRA_MATCH_LINE);
	pcre2_set_parens_nest_limit(how, 50);
	rule->compiled = pcre2_compile((PCRE2_SPTR)rule->pattern,
	    PCRE2_ZERO_TERMINATED, options, &why, &at, how);
	pcre2_compile_context_free(how);
	if (!rule->compiled) {
		pcre2_get_error_message(why, words, sizeof(words));
		err_code(err, ERR_INPUT, "serial.format",
		    "serial rule \"%s\": the pattern is wrong at character %zu: %s",
		    rule->code, (size_t)at + 1, (const char *)words);
		return err_detail(err, "pattern %s", rule->pattern);
	}
	return true;
}

/* Compile for speed as far as this host can, and set the limits. */
static bool prepare(struct serial_rule *rule, struct err *err)
{
	size_t bytes = 0;

	pcre2_pattern_info(rule->compiled, PCRE2_INFO_SIZE, &bytes);
	if (bytes > COMPILED_MAX)
		return err_code(err, ERR_INPUT, "serial.format",
		    "serial rule \"%s\": the pattern is too large", rule->code);
	(void)pcre2_jit_compile(rule->compiled,
	    PCRE2_JIT_COMPLETE | PCRE2_JIT_PARTIAL_HARD);
	rule->limits = pcre2_match_context_create(NULL);
	rule->found = pcre2_match_data_create(1, NULL);
	if (!rule->limits || !rule->found)
		return err_set(err, ERR_ENV, "no memory for a serial rule");
	pcre2_set_match_limit(rule->limits, STEPS_MAX);
	pcre2_set_depth_limit(rule->limits, DEPTH_MAX);
	pcre2_set_heap_limit(rule->limits, HEAP_MAX_KIB);
	return true;
}

/* The example must be what the rule asks for, else one of both is wrong. */
static bool example_passes(struct serial_rule *rule, struct err *err)
{
	struct serial_fault fault;

	if (rule->example[0] == '\0' ||
	    serial_rule_check(rule, rule->example, &fault))
		return true;
	err_code(err, ERR_INPUT, fault.code,
	    "serial rule \"%s\": its own example \"%s\" does not pass",
	    rule->code, rule->example);
	return err_detail(err, "%s", fault.words);
}

static char *copy(const char *text)
{
	return xstrdup(text ? text : "");
}

struct serial_rule *serial_rule_new(const char *code, const char *pattern,
    const char *example, const char *hint, enum check_kind check,
    const char *strip, struct err *err)
{
	struct serial_rule *rule = xcalloc(1, sizeof(*rule));
	bool ok;

	assert((int)check >= 0 && check < CHECK_COUNT);
	rule->code = copy(code);
	rule->pattern = copy(pattern);
	rule->example = copy(example);
	rule->hint = copy(hint);
	rule->check = check;
	if (rule->pattern[0] == '\0')
		ok = err_code(err, ERR_INPUT, "serial.format",
		    "serial rule \"%s\" has no pattern", rule->code);
	else if (strlen(rule->pattern) > SERIAL_PATTERN_MAX)
		ok = err_code(err, ERR_INPUT, "serial.format",
		    "serial rule \"%s\": a pattern has at most %d characters",
		    rule->code, SERIAL_PATTERN_MAX);
	else
		ok = serial_strip_read(&rule->strip, strip ? strip : "", err) &&
		    compile(rule, err) && prepare(rule, err) &&
		    example_passes(rule, err);
	if (ok)
		return rule;
	serial_rule_free(rule);
	return NULL;
}

void serial_rule_free(struct serial_rule *rule)
{
	if (!rule)
		return;
	pcre2_match_data_free(rule->found);
	pcre2_match_context_free(rule->limits);
	pcre2_code_free(rule->compiled);
	free(rule->code);
	free(rule->pattern);
	free(rule->example);
	free(rule->hint);
	free(rule);
}

const char *serial_rule_code(const struct serial_rule *rule)
{
	return rule->code;
}

const char *serial_rule_pattern(const struct serial_rule *rule)
{
	return rule->pattern;
}

const char *serial_rule_example(const struct serial_rule *rule)
{
	return rule->example;
}

const char *serial_rule_hint(const struct serial_rule *rule)
{
	return rule->hint;
}

enum check_kind serial_rule_check_kind(const struct serial_rule *rule)
{
	return rule->check;
}

enum answer { MATCHES, COULD_GROW, NEVER, TOO_COSTLY };

/* Match the first n bytes.  The compiled code runs out of its small stack
 * before the interpreter does, so the interpreter gets a second chance. */
static enum answer match(struct serial_rule *rule, const char *serial,
    size_t n, uint32_t options)
{
	int rc = pcre2_match(rule->compiled, (PCRE2_SPTR)serial, n, 0, options,
	    rule->found, rule->limits);

	if (rc == PCRE2_ERROR_JIT_STACKLIMIT)
		rc = pcre2_match(rule->compiled, (PCRE2_SPTR)serial, n, 0,
		    options | PCRE2_NO_JIT, rule->found, rule->limits);
	if (rc >= 0)
		return MATCHES;
	if (rc == PCRE2_ERROR_PARTIAL)
		return COULD_GROW;
	return rc == PCRE2_ERROR_NOMATCH ? NEVER : TOO_COSTLY;
}

/* Offset of the first character after which nothing could match; n when the
 * whole text only lacks more. */
static size_t first_wrong(struct serial_rule *rule, const char *serial,
    size_t n)
{
	for (size_t k = 1; k <= n; k++)
		if (match(rule, serial, k, PCRE2_PARTIAL_HARD) >= NEVER)
			return k - 1;
	return n;
}

static bool refuse(struct serial_fault *fault, const char *code, size_t at)
{
	str_copy(fault->code, sizeof(fault->code), code);
	fault->at = at;
	return false;
}

/* What the rule asks for, in its author's words where there are some. */
static void show_rule(const struct serial_rule *rule, char *out, size_t size)
{
	const char *what = rule->hint[0] ? rule->hint : rule->pattern;

	if (rule->example[0])
		str_print(out, size, "rule %s: %.80s, as %.40s",
		    rule->code, what, rule->example);
	else
		str_print(out, size, "rule %s: %.120s", rule->code, what);
}

static bool refuse_format(struct serial_rule *rule, const char *serial,
    size_t n, struct serial_fault *fault)
{
	size_t at = first_wrong(rule, serial, n);
	char wanted[180];

	show_rule(rule, wanted, sizeof(wanted));
	if (at == n)
		str_print(fault->words, sizeof(fault->words),
		    "too short, more is wanted after character %zu (%s)",
		    n, wanted);
	else if ((unsigned char)serial[at] < 0x80)
		str_print(fault->words, sizeof(fault->words),
		    "\"%c\" is wrong as character %zu (%s)", serial[at],
		    at + 1, wanted);
	else
		str_print(fault->words, sizeof(fault->words),
		    "byte %zu is wrong (%s)", at + 1, wanted);
	return refuse(fault, "serial.format", at);
}

static bool check_right(struct serial_rule *rule, const char *serial,
    size_t n, struct serial_fault *fault)
{
	size_t length = check_length(rule->check);
	char want[CHECK_CHARS_MAX + 1];

	if (rule->check == CHECK_NONE || check_verify(rule->check, serial, n))
		return true;
	if (n > length && check_compute(rule->check, serial, n - length, want))
		str_print(fault->words, sizeof(fault->words),
		    "it ends in \"%s\" where check %s gives \"%s\": it was"
		    " misread or mistyped (rule %s)", serial + n - length,
		    check_name(rule->check), want, rule->code);
	else
		str_print(fault->words, sizeof(fault->words),
		    "check %s does not hold: it was misread or mistyped (rule %s)",
		    check_name(rule->check), rule->code);
	return refuse(fault, "serial.check", n > length ? n - length : 0);
}

bool serial_rule_check(struct serial_rule *rule, const char *serial,
    struct serial_fault *fault)
{
	size_t n = strnlen(serial, SERIAL_SIZE);

	if (!serial_legal(serial, n, fault))
		return false;
	switch (match(rule, serial, n, 0)) {
	case MATCHES:
		return check_right(rule, serial, n, fault);
	case TOO_COSTLY:
		str_print(fault->words, sizeof(fault->words),
		    "the pattern of rule %s takes too long on it; an"
		    " administrator must write it more simply", rule->code);
		return refuse(fault, "serial.format", 0);
	default:
		return refuse_format(rule, serial, n, fault);
	}
}

bool serial_rule_strip(const struct serial_rule *rule, const char *text,
    char out[SERIAL_SIZE])
{
	const char *rest = serial_strip_skip(&rule->strip, text);

	str_copy(out, SERIAL_SIZE, rest);
	return rest != text;
}
