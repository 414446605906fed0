/*
 * terminfo.h - may this terminal be started?
 * SPDX-License-Identifier: Apache-2.0
 *
 * Asked before newterm, which leaves memory behind when it refuses one.
 */
#ifndef TERM_TERMINFO_H
#define TERM_TERMINFO_H
#include "base/err.h"

/* ERR_ENV with a hint: name is unknown to terminfo, or such a terminal cannot
 * show pictures.  fd is asked for nothing but whether it is a terminal. */
bool terminfo_check(const char *name, int fd, struct err *err) MUST_CHECK;
/* What terminfo says under a name (of the screen that is started), or NULL. */
const char *terminfo_text(const char *capability);
#endif
