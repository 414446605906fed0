/*
 * profile.c - printers as a site names them, and which one prints a label.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "print/profile.h"

static const char *const format_names[PRINT_FORMATS] = { [FORMAT_AUTO] = "auto",
    [FORMAT_PDF] = "pdf", [FORMAT_ZPL] = "zpl" };

const char *
print_format_name(enum print_format format)
{
	assert(format >= 0 && format < PRINT_FORMATS);
	return format_names[format];
}

int
print_format_find(const char *name)
{
	for (int f = 0; f < PRINT_FORMATS; f++)
		if (strcmp(format_names[f], name) == 0)
			return f;
	return -1;
}

double
print_format_dpi(enum print_format format)
{
	return format == FORMAT_ZPL ? 203.2 : 203;
}

const struct printer_profile *
profile_find(const struct printer_profile all[], size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(all[i].name, name) == 0)
			return &all[i];
	for (size_t i = 0; i < n; i++)
		if (strcmp(all[i].queue, name) == 0)
			return &all[i];
	return NULL;
}

/* Words of a list stand between blanks. */
static bool
names(const char *list, const char *word)
{
	char padded[PROFILE_LIST_SIZE + 2];

	str_print(padded, sizeof padded, " %s ", word);
	return strstr(list, padded) != NULL;
}

/* How well a profile fits; below 0: not at all. */
static int
fitness(const struct printer_profile *p, const char *template_name,
    const char *station, bool only)
{
	int fit = p->is_default ? 1 : 0;

	if (p->templates[0] != '\0' && !names(p->templates, template_name))
		return -1;
	if (p->stations[0] != '\0' && !names(p->stations, station))
		return -1;
	fit += p->templates[0] != '\0' ? 4 : 0;
	fit += p->stations[0] != '\0' ? 2 : 0;
	return fit > 0 || only ? fit : -1;
}

const struct printer_profile *
profile_choose(const struct printer_profile all[], size_t n,
    const char *template_name, const char *station)
{
	const struct printer_profile *best = NULL;
	int best_fit = -1;

	for (size_t i = 0; i < n; i++) {
		int fit = fitness(&all[i], template_name, station, n == 1);

		if (fit > best_fit) {
			best = &all[i];
			best_fit = fit;
		}
	}
	return best;
}

void
profile_of_queue(const char *queue, struct printer_profile *out)
{
	memset(out, 0, sizeof *out);
	str_copy(out->name, sizeof out->name, queue);
	str_copy(out->queue, sizeof out->queue, queue);
}
