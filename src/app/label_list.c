/*
 * label_list.c - the templates, their fields and symbols, as a list.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "app/label_values.h"

#define SYMBOLS_MAX 64

static void
field_text(const struct label_field *f)
{
	char words[96];

	str_print(words, sizeof words, "%s%s%s", f->type,
	    f->required ? ", required" : "", f->derived ? ", made here" : "");
	printf("    ");
	print_padded(f->name, 12);
	print_padded(words, 18);
	if (f->derived)
		printf("%s\n", f->help);
	else
		printf("such as %s%s%s\n", f->example, f->help[0] == '\0' ? "" : "; ",
		    f->help);
}

static void
symbol_text(const struct label_symbol *s)
{
	printf("    ");
	print_padded(s->element, 12);
	print_padded(s->kind, 18);
	printf("module %.3f mm (%d dots), up to %.1f x %.1f mm\n", s->module_mm,
	    s->module_dots, s->width_mm, s->height_mm);
}

static void
template_text(const struct label_info *info, const struct label_symbol symbols[],
    size_t n, bool whole)
{
	printf("%s  %s  (%s)\n", info->name, info->title, info->source);
	if (whole && info->help[0] != '\0')
		printf("  %s\n", info->help);
	for (size_t i = 0; i < info->n_fields; i++)
		field_text(&info->fields[i]);
	for (size_t i = 0; whole && i < n && i < SYMBOLS_MAX; i++)
		symbol_text(&symbols[i]);
}

static void
field_json(const struct label_field *f, struct json_out *j)
{
	json_object(j);
	json_kv(j, "name", f->name);
	json_kv(j, "type", f->type);
	json_kv_bool(j, "required", f->required);
	json_kv_bool(j, "derived", f->derived);
	json_kv_int(j, "max", (int64_t)f->max);
	json_kv_opt(j, "example", f->example);
	json_kv_opt(j, "help", f->help);
	json_object_end(j);
}

static void
symbol_json(const struct label_symbol *s, struct json_out *j)
{
	json_object(j);
	json_kv(j, "element", s->element);
	json_kv(j, "kind", s->kind);
	json_kv_int(j, "module_dots", s->module_dots);
	json_key(j, "module_mm");
	json_real(j, s->module_mm);
	json_object_end(j);
}

static void
template_json(const struct label_info *info, const struct label_symbol symbols[],
    size_t n)
{
	struct json_out j;
	struct str line;

	str_init(&line);
	json_begin(&j, &line);
	json_object(&j);
	json_kv(&j, "name", info->name);
	json_kv(&j, "title", info->title);
	json_kv_opt(&j, "help", info->help);
	json_key(&j, "width_mm");
	json_real(&j, info->width_mm);
	json_key(&j, "height_mm");
	json_real(&j, info->height_mm);
	json_kv(&j, "source", info->source);
	json_kv(&j, "version", info->version);
	json_key(&j, "fields");
	json_array(&j);
	for (size_t i = 0; i < info->n_fields; i++)
		field_json(&info->fields[i], &j);
	json_array_end(&j);
	json_key(&j, "symbols");
	json_array(&j);
	for (size_t i = 0; i < n && i < SYMBOLS_MAX; i++)
		symbol_json(&symbols[i], &j);
	json_array_end(&j);
	json_object_end(&j);
	print_json(&line);
	str_done(&line);
}

static bool
list_one(struct app *app, const struct label *l,
    const struct label_profile *profile, bool whole, struct err *err)
{
	struct label_symbol symbols[SYMBOLS_MAX];
	size_t n;

	if (!label_symbols(l, profile, symbols, SYMBOLS_MAX, &n, err))
		return false;
	if (app->globals.json)
		template_json(label_info(l), symbols, n);
	else
		template_text(label_info(l), symbols, n, whole);
	return true;
}

int
label_list(struct app *app, const struct label *only,
    const struct label_profile *profile)
{
	const struct label *l;
	int status = EXIT_DONE;
	struct err err;

	for (size_t i = 0; (l = labels_at(app->labels, i)) != NULL; i++)
		if ((only == NULL || l == only) &&
		    !list_one(app, l, profile, only != NULL, &err))
			status = app_fail(&err);
	return status;
}
