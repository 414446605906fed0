/*
 * log.c - what the program did.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Every entry is one write to a file opened for appending, so that lines of
 * several processes stay whole.  Control characters are written as \xHH:
 * what was scanned can neither begin a line of its own nor play with the
 * terminal of the reader.  A write that fails is let go, since there is
 * nobody to tell and the work matters more than its record.
 */
#include "base/log.h"
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "base/clock.h"
#include "base/str.h"

#define WORDS_SIZE 1200

static int log_fd = -1;

bool log_open(const char *path, struct err *err)
{
	int fd = str_eq(path, "-") ? STDERR_FILENO
	    : open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);

	if (fd < 0) {
		err_set(err, ERR_ENV, "could not open the log \"%s\"", path);
		err_detail(err, "%s", strerror(errno));
		return err_hint(err, "name another file for the log, or make "
		    "its folder writable");
	}
	log_close();
	log_fd = fd;
	return true;
}

void log_close(void)
{
	if (log_fd >= 0 && log_fd != STDERR_FILENO)
		close(log_fd);
	log_fd = -1;
}

static void put_line(const char *level, const char *words)
{
	char at[CLOCK_RFC3339_SIZE];
	struct str line;

	clock_rfc3339(clock_wall_ms(), at);
	str_init(&line);
	str_addf(&line, "%s %ld %s ", at, (long)getpid(), level);
	str_escape(&line, words, strlen(words), true);
	str_addc(&line, '\n');
	if (write(log_fd, line.p, line.len) < 0)
		log_close();
	str_done(&line);
}

static void put(const char *level, const char *fmt, va_list args)
    __attribute__((format(printf, 2, 0)));

static void put(const char *level, const char *fmt, va_list args)
{
	char words[WORDS_SIZE];

	if (log_fd < 0)
		return;
	vsnprintf(words, sizeof words, fmt, args);
	put_line(level, words);
}

void log_info(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	put("info", fmt, args);
	va_end(args);
}

void log_warn(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	put("warn", fmt, args);
	va_end(args);
}

void log_err(const struct err *err)
{
	struct str words;

	assert(err->kind != ERR_NONE);
	if (log_fd < 0)
		return;
	str_init(&words);
	str_add(&words, err->what);
	if (err->detail[0] != '\0')
		str_addf(&words, ": %s", err->detail);
	if (err->hint[0] != '\0')
		str_addf(&words, " (%s)", err->hint);
	put_line("error", words.p);
	str_done(&words);
}
