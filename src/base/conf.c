/*
 * conf.c - files in libconfig syntax.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The file is read by us and parsed as text: libconfig ends the process when
 * its own reading fails in the middle.  Its @include is refused, so that a
 * conf is one file and every line number is a line of it.  Nodes are
 * libconfig's settings under our name.
 */
#include "base/conf.h"
#include <assert.h>
#include <libconfig.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/file.h"
#include "base/str.h"
#include "base/xalloc.h"

#define FILE_MAX (1u << 20)	/* a form is a few KiB */

struct conf {
	config_t cfg;
	char *name;
};

static const config_setting_t *in(const struct conf_node *node)
{
	return (const config_setting_t *)node;
}

static const struct conf_node *out(const config_setting_t *setting)
{
	return (const struct conf_node *)setting;
}

/* The line of text where an @include stands, or 0. */
static int include_line(const char *text)
{
	for (int line = 1; ; line++) {
		text += strspn(text, " \t");
		if (str_starts(text, "@include"))
			return line;
		text = strchr(text, '\n');
		if (text == NULL)
			return 0;
		text++;
	}
}

struct conf *conf_parse(const char *name, const char *text, struct err *err)
{
	int line = include_line(text);
	struct conf *conf;

	if (line > 0) {
		err_set(err, ERR_INPUT, "%s:%d: @include is not taken", name,
		    line);
		err_hint(err, "put all of it into one file");
		return NULL;
	}
	conf = xcalloc(1, sizeof *conf);
	conf->name = xstrdup(name);
	config_init(&conf->cfg);
	if (config_read_string(&conf->cfg, text) == CONFIG_TRUE)
		return conf;
	err_set(err, ERR_INPUT, "%s:%d: %s", name,
	    config_error_line(&conf->cfg), config_error_text(&conf->cfg));
	conf_close(conf);
	return NULL;
}

struct conf *conf_open(const char *path, struct err *err)
{
	struct conf *conf = NULL;
	struct str text;

	str_init(&text);
	if (!file_read(path, FILE_MAX, &text, err))
		goto out;
	if (strlen(text.p) != text.len) {
		err_set(err, ERR_INPUT, "%s: there is a zero byte in it", path);
		err_hint(err, "save it as plain text in UTF-8");
		goto out;
	}
	conf = conf_parse(path, text.p, err);
out:
	str_done(&text);
	return conf;
}

void conf_close(struct conf *conf)
{
	if (conf == NULL)
		return;
	config_destroy(&conf->cfg);
	free(conf->name);
	free(conf);
}

/* --- Walking ----------------------------------------------------------------- */

const struct conf_node *conf_root(const struct conf *conf)
{
	return out(config_root_setting(&conf->cfg));
}

const struct conf_node *conf_get(const struct conf_node *group, const char *name)
{
	const config_setting_t *setting = in(group);

	/* libconfig takes a path here ("a.b"); we mean one member. */
	for (size_t i = 0; i < conf_count(group); i++) {
		const config_setting_t *member =
		    config_setting_get_elem(setting, (unsigned)i);

		if (str_eq(config_setting_name(member), name))
			return out(member);
	}
	return NULL;
}

size_t conf_count(const struct conf_node *node)
{
	int n = node != NULL ? config_setting_length(in(node)) : 0;

	return n > 0 ? (size_t)n : 0;
}

const struct conf_node *conf_at(const struct conf_node *node, size_t i)
{
	if (i >= conf_count(node))
		return NULL;
	return out(config_setting_get_elem(in(node), (unsigned)i));
}

const char *conf_as_text(const struct conf_node *node)
{
	return conf_type(node) == CONF_TEXT
	    ? config_setting_get_string(in(node)) : NULL;
}

const char *conf_name(const struct conf_node *node)
{
	return config_setting_name(in(node));
}

enum conf_type conf_type(const struct conf_node *node)
{
	if (node == NULL)
		return CONF_NONE;
	switch (config_setting_type(in(node))) {
	case CONFIG_TYPE_STRING: return CONF_TEXT;
	case CONFIG_TYPE_INT:
	case CONFIG_TYPE_INT64: return CONF_INT;
	case CONFIG_TYPE_FLOAT: return CONF_REAL;
	case CONFIG_TYPE_BOOL: return CONF_BOOL;
	case CONFIG_TYPE_GROUP: return CONF_GROUP;
	case CONFIG_TYPE_ARRAY: return CONF_ARRAY;
	case CONFIG_TYPE_LIST: return CONF_LIST;
	default: return CONF_NONE;
	}
}

int conf_line(const struct conf_node *node)
{
	return (int)config_setting_source_line(in(node));
}

const char *conf_file(const struct conf *conf)
{
	return conf->name;
}

/* --- Values ------------------------------------------------------------------ */

bool conf_fault(const struct conf *conf, const struct conf_node *node,
    struct err *err, const char *fmt, ...)
{
	char words[sizeof err->what];
	struct str whole;
	va_list args;

	va_start(args, fmt);
	vsnprintf(words, sizeof words, fmt, args);
	va_end(args);
	str_init(&whole);
	str_addf(&whole, "%s:%d: %s", conf->name,
	    conf_line(node) > 0 ? conf_line(node) : 1, words);
	err_set(err, ERR_INPUT, "%s", whole.p);
	str_done(&whole);
	return false;
}

static const char *const type_words[] = {
	[CONF_NONE] = "nothing",
	[CONF_TEXT] = "a text in quotes",
	[CONF_INT] = "a whole number",
	[CONF_REAL] = "a number",
	[CONF_BOOL] = "true or false",
	[CONF_GROUP] = "a group { }",
	[CONF_ARRAY] = "an array [ ]",
	[CONF_LIST] = "a list ( )",
};

static bool wrong_type(const struct conf *conf, const struct conf_node *node,
    enum conf_type wanted, struct err *err)
{
	return conf_fault(conf, node, err, "%s must be %s, not %s",
	    conf_name(node), type_words[wanted], type_words[conf_type(node)]);
}

bool conf_text(const struct conf *conf, const struct conf_node *group,
    const char *name, const char **text, struct err *err)
{
	const struct conf_node *node = conf_get(group, name);

	if (node == NULL)
		return true;
	if (conf_type(node) != CONF_TEXT)
		return wrong_type(conf, node, CONF_TEXT, err);
	*text = config_setting_get_string(in(node));
	return true;
}

bool conf_int(const struct conf *conf, const struct conf_node *group,
    const char *name, int min, int max, int *value, struct err *err)
{
	const struct conf_node *node = conf_get(group, name);
	long long read;

	assert(min <= max);
	if (node == NULL)
		return true;
	if (conf_type(node) != CONF_INT)
		return wrong_type(conf, node, CONF_INT, err);
	read = config_setting_get_int64(in(node));
	if (read < min || read > max)
		return conf_fault(conf, node, err,
		    "%s must be from %d to %d, not %lld", name, min, max, read);
	*value = (int)read;
	return true;
}

bool conf_real(const struct conf *conf, const struct conf_node *group,
    const char *name, double *value, struct err *err)
{
	const struct conf_node *node = conf_get(group, name);

	if (node == NULL)
		return true;
	if (conf_type(node) == CONF_INT)	/* 50 for 50.0 */
		*value = (double)config_setting_get_int64(in(node));
	else if (conf_type(node) == CONF_REAL)
		*value = config_setting_get_float(in(node));
	else
		return wrong_type(conf, node, CONF_REAL, err);
	return true;
}

bool conf_bool(const struct conf *conf, const struct conf_node *group,
    const char *name, bool *value, struct err *err)
{
	const struct conf_node *node = conf_get(group, name);

	if (node == NULL)
		return true;
	if (conf_type(node) != CONF_BOOL)
		return wrong_type(conf, node, CONF_BOOL, err);
	*value = config_setting_get_bool(in(node)) != 0;
	return true;
}

static bool is_among(const char *name, const char *const names[])
{
	for (size_t i = 0; names[i] != NULL; i++)
		if (str_eq(names[i], name))
			return true;
	return false;
}

/* "there are: a b c", as far as a hint has room. */
static bool hint_names(const char *const names[], struct err *err)
{
	struct str list;

	str_init(&list);
	for (size_t i = 0; names[i] != NULL; i++)
		str_addf(&list, " %s", names[i]);
	err_hint(err, "there are:%s", list.p);
	str_done(&list);
	return false;
}

bool conf_only(const struct conf *conf, const struct conf_node *group,
    const char *const names[], struct err *err)
{
	for (size_t i = 0; i < conf_count(group); i++) {
		const struct conf_node *node = conf_at(group, i);

		if (is_among(conf_name(node), names))
			continue;
		conf_fault(conf, node, err, "there is no setting \"%s\" here",
		    conf_name(node));
		return hint_names(names, err);
	}
	return true;
}
