/*
 * file.h - paths and whole files.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H
#include <stdbool.h>
#include <stddef.h>
#include "base/err.h"
#include "base/str.h"

/* All bytes of a file of at most limit bytes, appended to out.  ERR_ABSENT,
 * ERR_INPUT when it is larger, else ERR_ENV; out is then as before. */
bool file_read(const char *path, size_t limit, struct str *out, struct err *err)
    MUST_CHECK;
/* Write a new file with mode, synced with its folder.  Refuses one that is
 * there already (ERR_CLASH).  On failure no file is left. */
bool file_create(const char *path, int mode, const void *bytes, size_t n,
    struct err *err) MUST_CHECK;
/* The same, but one that is there is replaced by the whole new one, or stays
 * as it is. */
bool file_replace(const char *path, int mode, const void *bytes, size_t n,
    struct err *err) MUST_CHECK;
bool file_exists(const char *path);
/* Make the folder at path and those above it (mode for the new ones). */
bool file_make_folder(const char *path, int mode, struct err *err) MUST_CHECK;
/* The folder part of path, or ".", appended to out. */
void file_folder(const char *path, struct str *out);
#endif
