/*
 * json.h - JSON out (canonical) and in.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Writing: a small state machine over a struct str.  It writes no white
 * space; keys come out in the order given, so a caller that wants canonical
 * text (event bodies) gives them sorted, which json_key asserts when
 * json_canonical was asked for.  Bytes that are not UTF-8 are written as
 * U+FFFD, so output is always valid JSON.
 *
 * Reading: a tree from jansson, which is included by json.c alone.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/err.h"
#include "base/str.h"

/* libjansson exports functions of these four names, and the linker has one
 * room for all: ours bear another name there. */
#define json_object json_out_object
#define json_array json_out_array
#define json_real json_out_real
#define json_null json_out_null

struct json_out {
	struct str *to;
	int depth;
	bool first[16];		/* nothing written yet at this depth */
	bool after_key;
	bool canonical;
	char last_key[16][32];	/* canonical: the key before, by depth */
};

void json_begin(struct json_out *j, struct str *to);
void json_canonical(struct json_out *j);	/* keys must come sorted */
void json_object(struct json_out *j);
void json_object_end(struct json_out *j);
void json_array(struct json_out *j);
void json_array_end(struct json_out *j);
void json_key(struct json_out *j, const char *key);
void json_text(struct json_out *j, const char *text);	/* NULL: null */
void json_textn(struct json_out *j, const char *text, size_t n);
void json_int(struct json_out *j, int64_t v);
void json_real(struct json_out *j, double v);	/* not finite: null */
void json_bool(struct json_out *j, bool v);
void json_null(struct json_out *j);
/* Text that is JSON already (not checked). */
void json_raw(struct json_out *j, const char *json);
/* Key and value in one; _opt writes null for "" and NULL. */
void json_kv(struct json_out *j, const char *key, const char *text);
void json_kv_opt(struct json_out *j, const char *key, const char *text);
void json_kv_int(struct json_out *j, const char *key, int64_t v);
void json_kv_bool(struct json_out *j, const char *key, bool v);

struct json;			/* a parsed tree; borrowed nodes live as long as the root */
struct json *json_parse(const char *text, size_t n, struct err *err);
void json_free(struct json *root);
struct json *json_get(const struct json *object, const char *key);
const char *json_get_text(const struct json *object, const char *key); /* NULL: none */
int64_t json_get_int(const struct json *object, const char *key, int64_t otherwise);
bool json_get_bool(const struct json *object, const char *key, bool otherwise);
size_t json_count(const struct json *array);
struct json *json_at(const struct json *array, size_t i);
const char *json_as_text(const struct json *node);	/* NULL: not a text */
int64_t json_as_int(const struct json *node, int64_t otherwise);
bool json_is_object(const struct json *node);
/* Walk an object's members: begin with NULL, ends with NULL. */
void *json_walk(const struct json *object, void *iter, const char **key,
    struct json **value);
#endif
