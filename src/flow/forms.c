/*
 * forms.c - the forms in use: built in, or a site's own in their place.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdlib.h>
#include <string.h>
#include "base/file.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "flow/flow_private.h"

#define FORMS_MAX 16
#define FORM_FILE_MAX 65536

struct forms {
	size_t n;
	struct form form[FORMS_MAX];
};

static bool
load_builtin(struct forms *forms, struct err *err)
{
	char file[64];

	for (size_t i = 0; builtin_forms[i] != NULL; i += 2) {
		struct form *form = &forms->form[forms->n];

		str_print(file, sizeof file, "%s.form", builtin_forms[i]);
		if (forms->n == FORMS_MAX ||
		    !form_parse(file, builtin_forms[i + 1], form, err)) {
			err->kind = ERR_BUG;
			return false;
		}
		str_copy(form->source, sizeof form->source, "built in");
		forms->n++;
	}
	return true;
}

/* A file of the same name in the site's folder takes the place of a form. */
static void
load_override(struct form *form, const char *folder,
    void (*complain)(void *, const struct err *), void *ctx)
{
	struct str path, text;
	struct form own;
	struct err err;

	err_clear(&err);
	str_init(&path);
	str_init(&text);
	str_addf(&path, "%s/%s.form", folder, form->name);
	if (file_exists(path.p)) {
		if (file_read(path.p, FORM_FILE_MAX, &text, &err) &&
		    form_parse(path.p, text.p, &own, &err)) {
			*form = own;
		} else {
			err_hint(&err, "The built-in form is used; mend that file.");
			complain(ctx, &err);
		}
	}
	str_done(&text);
	str_done(&path);
}

bool
forms_load(struct forms **out, const char *folder,
    void (*complain)(void *, const struct err *), void *ctx, struct err *err)
{
	struct forms *forms = xcalloc(1, sizeof *forms);

	if (!load_builtin(forms, err)) {
		forms_free(forms);
		return false;
	}
	for (size_t i = 0; folder != NULL && i < forms->n; i++)
		load_override(&forms->form[i], folder, complain, ctx);
	*out = forms;
	return true;
}

void
forms_free(struct forms *forms)
{
	free(forms);
}

const struct form *
forms_find(const struct forms *forms, const char *name)
{
	for (size_t i = 0; i < forms->n; i++)
		if (strcmp(forms->form[i].name, name) == 0)
			return &forms->form[i];
	return NULL;
}
