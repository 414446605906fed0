/*
 * import_complain.c - what is wrong with a file, row by row.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Complaints come from two passes and in the order of the database; they are
 * gathered and said in the order of the file.
 */
#include "exchange/import_complain.h"
#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include "base/str.h"

void
import_say(struct import *im, struct import_row *row, const char *column,
    const char *fmt, ...)
{
	struct complaint *new;
	struct str words;
	char what[1024];
	va_list ap;

	if (!row->wrong)
		im->result->wrong++;
	row->wrong = true;
	if (im->complaints.n == IMPORT_COMPLAINTS_MAX) {
		im->unsaid++;
		return;
	}
	va_start(ap, fmt);
	vsnprintf(what, sizeof what, fmt, ap);
	va_end(ap);
	str_init(&words);
	str_addf(&words, "%s: %s", column, what);
	new = vec_push(&im->complaints);
	new->line = row->line;
	new->words = str_take(&words);
}

void
import_say_unknown(struct import *im, struct import_row *row, const char *column,
    const char *what, const char *code)
{
	char shown[256];

	cell_show(shown, sizeof shown, code, strlen(code));
	import_say(im, row, column, "there is no %s %s", what, shown);
}

/* By line; of one line in the order they were found. */
static int
by_line(const void *a, const void *b)
{
	const struct complaint *x = *(const struct complaint *const *)a;
	const struct complaint *y = *(const struct complaint *const *)b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return x < y ? -1 : x > y;
}

void
complaints_print(struct import *im, const char *name, FILE *to)
{
	VEC(const struct complaint *) sorted = { 0 };

	for (size_t i = 0; i < im->complaints.n; i++)
		*vec_push(&sorted) = &im->complaints.at[i];
	if (sorted.n > 1)
		qsort(sorted.at, sorted.n, sizeof sorted.at[0], by_line);
	for (size_t i = 0; i < sorted.n; i++)
		fprintf(to, "%s:%lld: %s\n", name, (long long)sorted.at[i]->line,
		    sorted.at[i]->words);
	if (im->unsaid > 0)
		fprintf(to, "%s: %lld more complaints are not listed\n", name,
		    (long long)im->unsaid);
	fflush(to);
	vec_done(&sorted);
}

void
complaints_done(struct import *im)
{
	for (size_t i = 0; i < im->complaints.n; i++)
		free(im->complaints.at[i].words);
	vec_done(&im->complaints);
}

/* --- What the kinds ask alike ------------------------------------------------ */

struct import_row *
import_seen(struct import *im, const char *key, size_t i)
{
	bool is_new;
	size_t *at = text_map_at(&im->seen, key, &is_new);

	if (!is_new)
		return import_row_at(im, *at);
	*at = i;
	return NULL;
}

struct import_row *
import_find(const struct import *im, const char *key)
{
	const size_t *at = text_map_find(&im->seen, key);

	return at == NULL ? NULL : import_row_at(im, *at);
}

void
import_once(struct import *im, size_t i, const char *column, const char *key)
{
	struct import_row *before = key[0] == '\0' ? NULL : import_seen(im, key, i);

	if (before != NULL)
		import_say(im, import_row_at(im, i), column,
		    "stands in line %lld already", (long long)before->line);
}

bool
import_say_err(struct import *im, struct import_row *row, const char *column,
    const struct err *err)
{
	if (err->kind != ERR_INPUT && err->kind != ERR_CLASH && err->kind != ERR_ABSENT)
		return false;
	import_say(im, row, column, "%s", err->what);
	return true;
}

void
import_count(struct import *im, bool changed)
{
	if (changed)
		im->result->said++;
	else
		im->result->stood++;
}

bool
import_need_item(struct import *im, struct import_row *row, const char *column,
    const char *code, struct err *err)
{
	struct item item;
	int rc = code[0] == '\0' ? 1 : item_find(im->l, code, &item, err);

	if (rc == 0)
		import_say_unknown(im, row, column, "item", code);
	return rc >= 0;
}

bool
import_need_party(struct import *im, struct import_row *row, const char *column,
    const char *code, struct err *err)
{
	struct party party;
	int rc = code[0] == '\0' ? 1 : party_find(im->l, code, &party, err);

	if (rc == 0)
		import_say_unknown(im, row, column, "party", code);
	return rc >= 0;
}
