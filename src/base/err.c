/*
 * err.c - how a function fails.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Words are formatted beside the struct and copied in, because the arguments
 * may be parts of the very struct that changes:
 * err_say(err, "order 7: %s", err->what).
 */
#include "base/err.h"
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include "base/str.h"

#define WORDS_SIZE 512	/* above the longest member of struct err */

static void put(char *dst, size_t size, const char *fmt, va_list args)
    __attribute__((format(printf, 3, 0)));

static void put(char *dst, size_t size, const char *fmt, va_list args)
{
	char words[WORDS_SIZE];

	assert(size <= sizeof words);
	vsnprintf(words, sizeof words, fmt, args);
	str_copy(dst, size, words);
}

/* The words may come from *err, so they are made before it is emptied. */
static void start(struct err *err, enum err_kind kind, const char *code,
    const char *fmt, va_list args) __attribute__((format(printf, 4, 0)));

static void start(struct err *err, enum err_kind kind, const char *code,
    const char *fmt, va_list args)
{
	struct err made;
	bool fits;

	assert(err != NULL);
	assert(kind > ERR_NONE && kind <= ERR_BUG);
	err_clear(&made);
	made.kind = kind;
	fits = str_copy(made.code, sizeof made.code, code);
	assert(fits);
	(void)fits;
	put(made.what, sizeof made.what, fmt, args);
	*err = made;
}

void err_clear(struct err *err)
{
	memset(err, 0, sizeof *err);
}

bool err_set(struct err *err, enum err_kind kind, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	start(err, kind, "", fmt, args);
	va_end(args);
	return false;
}

bool err_code(struct err *err, enum err_kind kind, const char *code,
    const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	start(err, kind, code, fmt, args);
	va_end(args);
	return false;
}

bool err_detail(struct err *err, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	put(err->detail, sizeof err->detail, fmt, args);
	va_end(args);
	return false;
}

bool err_hint(struct err *err, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	put(err->hint, sizeof err->hint, fmt, args);
	va_end(args);
	return false;
}

bool err_say(struct err *err, const char *fmt, ...)
{
	char before[sizeof err->what];
	va_list args;

	assert(err->kind != ERR_NONE);
	memcpy(before, err->what, sizeof before);
	va_start(args, fmt);
	put(err->what, sizeof err->what, fmt, args);
	va_end(args);
	if (err->detail[0] == '\0')
		str_copy(err->detail, sizeof err->detail, before);
	return false;
}

int err_exit_status(const struct err *err)
{
	switch (err->kind) {
	case ERR_INPUT:
	case ERR_ABSENT:
	case ERR_CLASH:
	case ERR_DENIED:
		return 1;
	case ERR_USAGE:
		return 2;
	case ERR_BUSY:
	case ERR_AWAY:
	case ERR_ENV:
	case ERR_DAMAGED:
	case ERR_BUG:
		return 3;
	case ERR_NONE:
		break;
	}
	assert(false && "asked for the exit status of no error");
	return 3;
}
