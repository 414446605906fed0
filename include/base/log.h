/*
 * log.h - what the program did, for the person who looks after it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Off until log_open.  One line an entry: UTC time, process, level, words.
 * Never used to tell an operator something: that is what err is for.
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H
#include "base/err.h"

/* Append to the file at path ("-" is stderr); false when it cannot be. */
bool log_open(const char *path, struct err *err) MUST_CHECK;
void log_close(void);
void log_info(const char *fmt, ...) PRINTF_LIKE(1, 2);
void log_warn(const char *fmt, ...) PRINTF_LIKE(1, 2);
/* An error as one line: WHAT: DETAIL (HINT). */
void log_err(const struct err *err);
#endif
