/*
 * template.c - a template read from its text.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/seal.h"
#include "base/xalloc.h"
#include "label/label_private.h"

#define ELEMENTS_MAX 200
#define SIDE_MIN 5.0
#define SIDE_MAX 500.0

/* The elements' faults name the element too. */
static bool
name_element(struct reader *r, const struct element *e)
{
	struct err was = *r->err;
	const char *colon = strstr(was.what, ": ");

	/* FILE:LINE is conf's; put the name behind it */
	if (colon == NULL)
		return false;
	err_say(r->err, "%.*s: element \"%s\"%.180s", (int)(colon - was.what),
	    was.what, e->name, colon);
	str_copy(r->err->detail, sizeof r->err->detail, was.detail);
	return false;
}

bool
read_word(struct reader *r, const struct conf_node *group, const char *name,
    char *out, size_t size)
{
	const char *text = NULL;

	if (!conf_text(r->conf, group, name, &text, r->err))
		return false;
	return text == NULL || str_copy(out, size, text) ||
	    conf_fault(r->conf, conf_get(group, name), r->err,
	    "%s has at most %zu bytes", name, size - 1);
}

bool
read_mm(struct reader *r, const struct conf_node *group, const char *name,
    double min, double max, double *out)
{
	double read = *out;

	if (!conf_real(r->conf, group, name, &read, r->err))
		return false;
	if (conf_get(group, name) == NULL)
		return true;
	if (!isfinite(read) || read < min || read > max)
		return conf_fault(r->conf, conf_get(group, name), r->err,
		    "%s is from %g to %g mm", name, min, max);
	*out = read;
	return true;
}

bool
read_choice(struct reader *r, const struct conf_node *group, const char *name,
    const char *const words[], int *out)
{
	const char *text = NULL;
	struct str list;

	if (!conf_text(r->conf, group, name, &text, r->err))
		return false;
	if (text == NULL)
		return true;
	for (int i = 0; words[i] != NULL; i++)
		if (strcmp(words[i], text) == 0) {
			*out = i;
			return true;
		}
	str_init(&list);
	for (int i = 0; words[i] != NULL; i++)
		str_addf(&list, " %s", words[i]);
	conf_fault(r->conf, conf_get(group, name), r->err,
	    "%s: \"%.60s\" is none of:%s", name, text, list.p);
	str_done(&list);
	return false;
}

static bool
read_elements(struct reader *r, const struct conf_node *root)
{
	const struct conf_node *list = conf_get(root, "elements");

	if (list == NULL || conf_type(list) != CONF_LIST || conf_count(list) == 0 ||
	    conf_count(list) > ELEMENTS_MAX)
		return conf_fault(r->conf, list != NULL ? list : root, r->err,
		    "elements must be a ( list ) of 1 to %d", ELEMENTS_MAX);
	for (size_t i = 0; i < conf_count(list); i++) {
		struct element *e = vec_push(&r->label->elements);

		if (!element_read(r, conf_at(list, i), e))
			return name_element(r, e);
	}
	return true;
}

/* The printers that it is for; else all that are common. */
static bool
read_dpis(struct reader *r, const struct conf_node *root)
{
	static const double common[] = { 203, 203.2, 300, 600 };
	const struct conf_node *list = conf_get(root, "dpi");
	struct label *l = r->label;

	if (list == NULL) {
		l->n_dpis = sizeof common / sizeof common[0];
		memcpy(l->dpis, common, sizeof common);
		return true;
	}
	if (conf_count(list) == 0 || conf_count(list) > 4 ||
	    (conf_type(list) != CONF_ARRAY && conf_type(list) != CONF_LIST))
		return conf_fault(r->conf, list, r->err,
		    "dpi is a list of 1 to 4 texts such as \"300\"");
	for (size_t i = 0; i < conf_count(list); i++) {
		struct label_profile p;
		const char *text = conf_as_text(conf_at(list, i));

		if (text == NULL || !label_profile_dpi(text, &p))
			return conf_fault(r->conf, list, r->err, "dpi: each is "
			    "\"203\", \"203.2\", \"300\" or \"600\", in quotes");
		l->dpis[l->n_dpis++] = p.dots_per_mm * MM_PER_INCH;
	}
	return true;
}

static bool
read_head(struct reader *r, const struct conf_node *root)
{
	static const char *const names[] = { "title", "help", "width", "height",
	    "zpl", "dpi", "fields", "elements", NULL };
	static const char *const zpls[] = { "graphic", "native", NULL };
	struct label_info *info = &r->label->info;
	int zpl = 0;

	if (!conf_only(r->conf, root, names, r->err) ||
	    !read_word(r, root, "title", info->title, sizeof info->title) ||
	    !read_word(r, root, "help", info->help, sizeof info->help) ||
	    !read_mm(r, root, "width", SIDE_MIN, SIDE_MAX, &info->width_mm) ||
	    !read_mm(r, root, "height", SIDE_MIN, SIDE_MAX, &info->height_mm) ||
	    !read_choice(r, root, "zpl", zpls, &zpl))
		return false;
	info->native = zpl == 1;
	if (info->title[0] == '\0' || info->width_mm <= 0 || info->height_mm <= 0)
		return conf_fault(r->conf, root, r->err,
		    "a template needs title, width and height");
	return read_dpis(r, root) && fields_read(r, root) && read_elements(r, root);
}

/* "/a/b/unit.label" is the template unit, and /a/b its folder. */
static void
name_from_file(struct label *l, const char *file)
{
	const char *slash = strrchr(file, '/'), *base = slash == NULL ? file :
	    slash + 1, *dot = strrchr(base, '.');

	str_copyn(l->info.name, sizeof l->info.name, base,
	    dot == NULL ? strlen(base) : (size_t)(dot - base));
	str_copy(l->info.source, sizeof l->info.source, file);
	if (slash != NULL)
		str_copyn(l->folder, sizeof l->folder, file,
		    slash == file ? 1 : (size_t)(slash - file));
}

static void
set_text(struct label *l, const char *text)
{
	unsigned char hash[SEAL_HASH];

	l->text = xstrdup(text);
	l->info.text = l->text;
	seal_hash(hash, NULL, text, strlen(text));
	seal_hex(l->info.version, hash, SEAL_HASH);
}

static bool
check_all(const struct label *l, struct err *err)
{
	struct plan *plan;

	for (size_t i = 0; i < l->n_dpis; i++)
		if (!plan_get(l, l->dpis[i] / MM_PER_INCH, &plan, err))
			return false;
	return true;
}

bool
template_read(const char *file, const char *text, bool checked,
    struct label **out, struct err *err)
{
	struct conf *conf = conf_parse(file, text, err);
	struct label *l;
	struct reader r;
	bool ok;

	if (conf == NULL)
		return false;
	l = xcalloc(1, sizeof *l);
	r = (struct reader){ conf, l, err };
	name_from_file(l, file);
	set_text(l, text);
	ok = read_head(&r, conf_root(conf)) && (checked || check_all(l, err));
	conf_close(conf);
	if (ok)
		*out = l;
	else
		label_free(l);
	return ok;
}

bool
label_parse(const char *file, const char *text, struct label **out,
    struct err *err)
{
	return template_read(file, text, false, out, err);
}

void
label_free(struct label *l)
{
	if (l == NULL)
		return;
	plans_free(l);
	for (size_t i = 0; i < l->elements.n; i++)
		element_done(&l->elements.at[i]);
	vec_done(&l->elements);
	free(l->text);
	free(l);
}

const struct label_info *
label_info(const struct label *l)
{
	return &l->info;
}
