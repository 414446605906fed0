/*
 * labels.c - the templates in use: built in, or a site's own in their place.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "base/file.h"
#include "base/xalloc.h"
#include "label/label_private.h"

#define LABEL_FILE_MAX 131072
#define ENDING ".label"

struct labels { VEC(struct label *) all; };

static bool
add_builtin(struct labels *all, const char *name, const char *text,
    struct err *err)
{
	char file[64];
	struct label *l;

	str_print(file, sizeof file, "%s" ENDING, name);
	if (!template_read(file, text, true, &l, err)) {
		err->kind = ERR_BUG;
		return false;
	}
	str_copy(l->info.source, sizeof l->info.source, "built in");
	*vec_push(&all->all) = l;
	return true;
}

static void
put(struct labels *all, struct label *own)
{
	for (size_t i = 0; i < all->all.n; i++)
		if (strcmp(all->all.at[i]->info.name, own->info.name) == 0) {
			label_free(all->all.at[i]);
			all->all.at[i] = own;
			return;
		}
	*vec_push(&all->all) = own;
}

static void
add_file(struct labels *all, const char *path,
    void (*complain)(void *, const struct err *), void *ctx)
{
	struct label *own;
	struct str text;
	struct err err;
	bool ok;

	err_clear(&err);
	str_init(&text);
	ok = file_read(path, LABEL_FILE_MAX, &text, &err);
	if (ok && strlen(text.p) != text.len)
		ok = err_set(&err, ERR_INPUT, "%s: there is a zero byte in it", path);
	if (ok && label_parse(path, text.p, &own, &err)) {
		put(all, own);
	} else {
		err_hint(&err, "That template is left out; mend the file.");
		complain(ctx, &err);
	}
	str_done(&text);
}

static int
is_template(const struct dirent *d)
{
	size_t n = strlen(d->d_name);

	return d->d_name[0] != '.' && n > strlen(ENDING) &&
	    n < LABEL_NAME_SIZE + strlen(ENDING) &&
	    strcmp(d->d_name + n - strlen(ENDING), ENDING) == 0;
}

static void
add_folder(struct labels *all, const char *folder,
    void (*complain)(void *, const struct err *), void *ctx)
{
	struct dirent **found;
	int n = scandir(folder, &found, is_template, alphasort);
	struct str path;

	if (n < 0)
		return;		/* most sites have none */
	str_init(&path);
	for (int i = 0; i < n; i++) {
		str_clear(&path);
		str_addf(&path, "%s/%s", folder, found[i]->d_name);
		add_file(all, path.p, complain, ctx);
		free(found[i]);
	}
	free(found);
	str_done(&path);
}

static int
by_name(const void *a, const void *b)
{
	const struct label *const *x = a, *const *y = b;

	return strcmp((*x)->info.name, (*y)->info.name);
}

bool
labels_load(struct labels **out, const char *folder,
    void (*complain)(void *, const struct err *), void *ctx, struct err *err)
{
	struct labels *all = xcalloc(1, sizeof *all);

	for (size_t i = 0; builtin_labels[i] != NULL; i += 2)
		if (!add_builtin(all, builtin_labels[i], builtin_labels[i + 1],
		    err)) {
			labels_free(all);
			return false;
		}
	if (folder != NULL)
		add_folder(all, folder, complain, ctx);
	qsort(all->all.at, all->all.n, sizeof *all->all.at, by_name);
	*out = all;
	return true;
}

void
labels_free(struct labels *all)
{
	if (all == NULL)
		return;
	for (size_t i = 0; i < all->all.n; i++)
		label_free(all->all.at[i]);
	vec_done(&all->all);
	free(all);
}

size_t
labels_count(const struct labels *all)
{
	return all->all.n;
}

const struct label *
labels_at(const struct labels *all, size_t i)
{
	return i < all->all.n ? all->all.at[i] : NULL;
}

const struct label *
labels_find(const struct labels *all, const char *name)
{
	for (size_t i = 0; i < all->all.n; i++)
		if (strcmp(all->all.at[i]->info.name, name) == 0)
			return all->all.at[i];
	return NULL;
}
