/*
 * conf.h - files in libconfig syntax: forms, labels, the configuration.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A conf is one parsed file; nodes are borrowed from it.  Every complaint
 * names file and line, as "FILE:LINE: what".  libconfig is included by
 * conf.c alone.
 */
#ifndef BASE_CONF_H
#define BASE_CONF_H
#include <stdbool.h>
#include <stddef.h>
#include "base/err.h"

struct conf;
struct conf_node;

enum conf_type { CONF_NONE, CONF_TEXT, CONF_INT, CONF_REAL, CONF_BOOL,
    CONF_GROUP, CONF_ARRAY, CONF_LIST };

/* Parse a file, or text that is called name in complaints.  NULL on fault.
 * @include is refused: a conf is one file. */
struct conf *conf_open(const char *path, struct err *err);
struct conf *conf_parse(const char *name, const char *text, struct err *err);
void conf_close(struct conf *);

const struct conf_node *conf_root(const struct conf *);
const struct conf_node *conf_get(const struct conf_node *group, const char *name);
size_t conf_count(const struct conf_node *);	/* members of group, array, list */
const struct conf_node *conf_at(const struct conf_node *, size_t i);
const char *conf_as_text(const struct conf_node *);	/* NULL: not a text */
const char *conf_name(const struct conf_node *);	/* NULL inside lists */
enum conf_type conf_type(const struct conf_node *);
int conf_line(const struct conf_node *);
const char *conf_file(const struct conf *);

/* Values with their type checked: a wrong type is ERR_INPUT with file and
 * line.  When the name is absent, *out keeps what it holds and the call is
 * true. */
bool conf_text(const struct conf *, const struct conf_node *group,
    const char *name, const char **out, struct err *err) MUST_CHECK;
bool conf_int(const struct conf *, const struct conf_node *group,
    const char *name, int min, int max, int *out, struct err *err) MUST_CHECK;
bool conf_real(const struct conf *, const struct conf_node *group,
    const char *name, double *out, struct err *err) MUST_CHECK;
bool conf_bool(const struct conf *, const struct conf_node *group,
    const char *name, bool *out, struct err *err) MUST_CHECK;
/* ERR_INPUT "FILE:LINE: ..." about a node. */
bool conf_fault(const struct conf *, const struct conf_node *, struct err *,
    const char *fmt, ...) PRINTF_LIKE(4, 5);
/* Refuse members of group whose names are not in names (NULL-ended). */
bool conf_only(const struct conf *, const struct conf_node *group,
    const char *const names[], struct err *err) MUST_CHECK;
#endif
