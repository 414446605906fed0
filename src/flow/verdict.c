/*
 * verdict.c - the answer to a scan.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "base/str.h"
#include "flow/flow_private.h"

static const char *const names[VERDICT_KINDS] = { "ok", "done", "ask", "warn",
    "refuse" };

const char *
verdict_name(enum verdict_kind kind)
{
	assert((size_t)kind < VERDICT_KINDS);
	return names[kind];
}

void
verdict_clear(struct verdict *v)
{
	memset(v, 0, sizeof *v);
}

/* A verdict is one line: what a scan brought in must not break it. */
static void
one_line(char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text < 0x20 || *text == 0x7f)
			*text = ' ';
}

bool
verdict_say(struct verdict *v, enum verdict_kind kind, const char *code,
    const char *fmt, ...)
{
	va_list ap;

	v->kind = kind;
	str_copy(v->code, sizeof v->code, code);
	v->detail[0] = v->hint[0] = '\0';
	va_start(ap, fmt);
	vsnprintf(v->text, sizeof v->text, fmt, ap);
	va_end(ap);
	one_line(v->text);
	return true;
}

bool
verdict_more(struct verdict *v, const char *detail, const char *fmt, ...)
{
	va_list ap;

	str_copy(v->detail, sizeof v->detail, detail);
	va_start(ap, fmt);
	vsnprintf(v->hint, sizeof v->hint, fmt, ap);
	va_end(ap);
	one_line(v->detail);
	one_line(v->hint);
	return true;
}

bool
verdict_if_input(struct verdict *v, struct err *err)
{
	if (err->kind != ERR_INPUT)
		return false;
	verdict_from_err(v, err);
	err_clear(err);
	return true;
}

bool
verdict_from_err(struct verdict *v, const struct err *err)
{
	verdict_say(v, VERDICT_REFUSE, err->code, "%s", err->what);
	return verdict_more(v, err->detail, "%s", err->hint);
}
