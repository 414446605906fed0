/*
 * script.c - a test as a file of lines.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/file.h"
#include "base/xalloc.h"
#include "script.h"

#define SCRIPT_BYTES_MAX 1000000

static void split_lines(struct script *script, const char *text)
{
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");

		*vec_push(&script->lines) = xstrndup(text, n);
		text += n + (text[n] == '\n' ? 1 : 0);
	}
}

bool script_open(struct script *script, const char *path, struct err *err)
{
	struct str text;

	memset(script, 0, sizeof *script);
	str_init(&text);
	if (!file_read(path, SCRIPT_BYTES_MAX, &text, err)) {
		str_done(&text);
		return false;
	}
	script->path = xstrdup(path);
	split_lines(script, text.p);
	str_done(&text);
	return true;
}

void script_close(struct script *script)
{
	for (size_t i = 0; i < script->lines.n; i++)
		free(script->lines.at[i]);
	vec_done(&script->lines);
	free(script->path);
}

bool script_save(const struct script *script, struct err *err)
{
	FILE *file;
	bool done = true;

	if (!script->changed)
		return true;
	file = fopen(script->path, "we");
	if (file == NULL)
		return err_set(err, ERR_ENV, "could not write %s: %s",
		    script->path, strerror(errno));
	for (size_t i = 0; i < script->lines.n; i++)
		done = fprintf(file, "%s\n", script->lines.at[i]) > 0 && done;
	done = fclose(file) == 0 && done;
	return done || err_set(err, ERR_ENV, "could not write %s",
	    script->path);
}

/* --- Arguments ------------------------------------------------------------- */

void script_line_init(struct script_line *line)
{
	memset(line, 0, sizeof *line);
	for (size_t i = 0; i < SCRIPT_ARGUMENTS; i++)
		str_init(&line->arg[i]);
}

void script_line_done(struct script_line *line)
{
	for (size_t i = 0; i < SCRIPT_ARGUMENTS; i++)
		str_done(&line->arg[i]);
}

/* What stands after a backslash; returns the bytes it takes. */
static size_t add_escape(const char *p, struct str *out)
{
	static const char from[] = "rnte\"\\", to[] = "\r\n\t\033\"\\";
	const char *at = p[0] != '\0' ? strchr(from, p[0]) : NULL;
	char hex[3] = { 0 };

	if (at != NULL) {
		str_addc(out, to[at - from]);
		return 1;
	}
	if (p[0] != 'x' || p[1] == '\0' || p[2] == '\0')
		return 0;
	hex[0] = p[1];
	hex[1] = p[2];
	str_addc(out, (char)strtol(hex, NULL, 16));
	return 3;
}

/* p is behind the opening quote; returns what is behind the closing one, or
 * NULL. */
static const char *add_quoted(const char *p, struct str *out)
{
	while (*p != '"') {
		if (*p == '\0')
			return NULL;
		if (*p == '\\') {
			size_t n = add_escape(p + 1, out);

			if (n == 0)
				return NULL;
			p += n + 1;
		} else {
			str_addc(out, *p++);
		}
	}
	return p + 1;
}

bool script_divide(const struct script *script, size_t number,
    struct script_line *line)
{
	const char *p = script->lines.at[number];

	line->number = number;
	line->n = 0;
	if (p[0] == '#')
		return true;
	for (;;) {
		struct str *arg;

		p += strspn(p, " \t");
		if (*p == '\0')
			return true;
		if (line->n == SCRIPT_ARGUMENTS)
			return false;
		arg = &line->arg[line->n++];
		str_clear(arg);
		if (*p == '"') {
			p = add_quoted(p + 1, arg);
			if (p == NULL)
				return false;
		} else {
			size_t n = strcspn(p, " \t");

			str_addn(arg, p, n);
			p += n;
		}
	}
}

/* --- Blocks ---------------------------------------------------------------- */

static size_t find_end(const struct script *script, size_t number)
{
	for (size_t i = number + 1; i < script->lines.n; i++)
		if (strcmp(script->lines.at[i], "end") == 0)
			return i;
	return 0;
}

size_t script_block(const struct script *script, size_t number,
    struct str *out)
{
	size_t end = find_end(script, number);

	for (size_t i = number + 1; i < end; i++)
		str_addf(out, "%s\n", script->lines.at[i]);
	return end > 0 ? end + 1 : 0;
}

/* The lines are taken apart and put together anew. */
size_t script_replace(struct script *script, size_t number, const char *text)
{
	size_t end = find_end(script, number), old = script->lines.n, next;
	struct script new = { 0 };

	for (size_t i = 0; i <= number; i++)
		*vec_push(&new.lines) = xstrdup(script->lines.at[i]);
	split_lines(&new, text);
	*vec_push(&new.lines) = xstrdup("end");
	next = new.lines.n;
	for (size_t i = end > 0 ? end + 1 : number + 1; i < old; i++)
		*vec_push(&new.lines) = xstrdup(script->lines.at[i]);
	new.path = script->path;
	new.changed = true;
	script->path = NULL;
	script_close(script);
	*script = new;
	return next;
}
