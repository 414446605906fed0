/*
 * shot.h - pictures of a screen for people.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef SCREENS_SHOT_H
#define SCREENS_SHOT_H
#include <stdbool.h>
#include "base/err.h"
#include "vt.h"

/* The golden form: each row after a '|', then "~ROW looks" for each row that
 * has looks (vt_row_looks).  Appended. */
void shot_text(const struct vt *vt, struct str *out);
/* To a file: PNG by its ending ".png", else the golden form.  ERR_ENV: it
 * could not be written, or this build draws no PNG. */
bool shot_file(const struct vt *vt, const char *path, struct err *err);
/* Does this build draw PNG? */
bool shot_draws(void);
#endif
