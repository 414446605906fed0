/*
 * print.c - what goes to standard output and standard error, and how.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Lists have columns of fixed width, so that a million rows are printed as
 * they are read; a cell that is wider pushes its row and is never cut.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include "app/app.h"
#include "base/clock.h"

int
app_fail(const struct err *err)
{
	fflush(stdout);
	fprintf(stderr, "dockledger: %s", err->what);
	if (err->detail[0] != '\0')
		fprintf(stderr, ": %s", err->detail);
	if (err->hint[0] != '\0')
		fprintf(stderr, " (%s)", err->hint);
	fputc('\n', stderr);
	return err_exit_status(err);
}

int
app_usage(const struct command *command, const char *fmt, ...)
{
	va_list args;

	fputs("dockledger: ", stderr);
	va_start(args, fmt);
	vfprintf(stderr, fmt, args);
	va_end(args);
	fputc('\n', stderr);
	command_usage(command, stderr);
	return EXIT_USAGE;
}

int
app_flush(int status)
{
	struct err err;

	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	if (errno == EPIPE)
		return status;	/* the reader has seen enough */
	err_set(&err, ERR_ENV, "could not write the output");
	err_detail(&err, "%s", strerror(errno));
	return app_fail(&err);
}

/* Characters, as a terminal counts most of them. */
static int
width_of(const char *text)
{
	int n = 0;

	for (; *text != '\0'; text++)
		n += ((unsigned char)*text & 0xC0) != 0x80;
	return n;
}

void
print_padded(const char *text, int width)
{
	int blanks = width - width_of(text);

	fputs(text, stdout);
	printf("%*s", blanks > 0 ? blanks + 2 : 2, "");
}

void
print_row(const struct print_column *columns, size_t n,
    const char *const cells[])
{
	size_t last = n;

	while (last > 0 && cells[last - 1][0] == '\0')
		last--;
	for (size_t i = 0; i < last; i++) {
		if (i + 1 == last)
			fputs(cells[i], stdout);
		else
			print_padded(cells[i], columns[i].width);
	}
	putchar('\n');
}

void
print_head(const struct print_column *columns, size_t n)
{
	for (size_t i = 0; i + 1 < n; i++)
		print_padded(columns[i].title, columns[i].width);
	puts(columns[n - 1].title);
}

void
print_json(struct str *line)
{
	str_addc(line, '\n');
	fwrite(line->p, 1, line->len, stdout);
	str_clear(line);
}

void
print_pair(const char *key, const char *value)
{
	struct json_out j;
	struct str line;

	str_init(&line);
	json_begin(&j, &line);
	json_object(&j);
	json_kv(&j, key, value);
	json_object_end(&j);
	print_json(&line);
	str_done(&line);
}

void
json_kv_time(struct json_out *j, const char *key, int64_t ms)
{
	char text[CLOCK_RFC3339_SIZE];

	clock_rfc3339(ms, text);
	json_kv_opt(j, key, ms == 0 ? "" : text);
}

void
json_kv_count(struct json_out *j, const char *key, int64_t n)
{
	if (n >= 0) {
		json_kv_int(j, key, n);
		return;
	}
	json_key(j, key);
	json_null(j);
}
