/*
 * err.h - how a function fails, and what a person reads when it does.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A struct err is a value owned by the caller, passed last and never NULL.
 * It holds no pointers and is never allocated, so that "out of memory" can
 * be said too.  A function marked MUST_CHECK returns true when it did all it
 * promises; when it returns false, *err says why and out parameters are
 * untouched.
 *
 * Code branches on kind (what can be done about it) and on code (the verdict
 * code of the command line, such as "unit.duplicate"), never on text.  what
 * is one short lower-case phrase without a full stop; detail holds facts;
 * hint says what to do next.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H
#include <stdarg.h>
#include <stdbool.h>

#define MUST_CHECK __attribute__((warn_unused_result))
#define PRINTF_LIKE(f, a) __attribute__((format(printf, f, a)))

enum err_kind {
	ERR_NONE = 0,
	ERR_INPUT,	/* mend what was typed or scanned */
	ERR_ABSENT,	/* there is no such thing */
	ERR_CLASH,	/* it contradicts what is stored: look again */
	ERR_DENIED,	/* this operator may not */
	ERR_USAGE,	/* the command line is wrong */
	ERR_BUSY,	/* another process has it: try again */
	ERR_AWAY,	/* printer, registry: not there now */
	ERR_ENV,	/* disk, permissions, terminal */
	ERR_DAMAGED,	/* stored data fails its own checks */
	ERR_BUG		/* we are wrong */
};

struct err {
	enum err_kind kind;
	char code[32];		/* verdict code, or "" */
	char what[240];
	char detail[400];
	char hint[240];
};

/* Make *err say nothing. */
void err_clear(struct err *err);

/* Set kind and what, empty the rest.  Returns false, so that a caller can
 * write `return err_set(...)`. */
bool err_set(struct err *err, enum err_kind kind, const char *fmt, ...)
    PRINTF_LIKE(3, 4);

/* The same with a verdict code. */
bool err_code(struct err *err, enum err_kind kind, const char *code,
    const char *fmt, ...) PRINTF_LIKE(4, 5);

/* Add facts, or what to do.  Each returns false. */
bool err_detail(struct err *err, const char *fmt, ...) PRINTF_LIKE(2, 3);
bool err_hint(struct err *err, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Say it in other words: replaces what, keeps kind, code, detail and hint.
 * The words before become the detail when there is none.  Words are formatted
 * before anything changes, so arguments may be parts of *err. */
bool err_say(struct err *err, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* The exit status of the program that stops with this error: 1 refused
 * (input, absent, clash, denied), 2 usage, 3 the environment (all others). */
int err_exit_status(const struct err *err);
#endif
