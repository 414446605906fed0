/*
 * render.c - a batch of labels as one document, by room label.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A label prints by the version of the template that it was ordered with.
 * Fonts and drawn parts are kept from batch to batch, as long as the template
 * stays the same.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "agent/render.h"
#include "base/xalloc.h"

#define MM_PER_INCH 25.4

static struct {
	struct label *label;
	char *text;
} kept;

static const struct label *
template_of(const struct agent_batch *b, struct err *err)
{
	char file[128];
	struct label *label;

	if (kept.label != NULL && strcmp(kept.text, b->template_text) == 0 &&
	    strcmp(label_info(kept.label)->name, b->template_name) == 0)
		return kept.label;
	str_print(file, sizeof file, "%s.label", b->template_name);
	if (!label_parse(file, b->template_text, &label, err))
		return NULL;
	label_free(kept.label);
	free(kept.text);
	kept.label = label;
	kept.text = xstrdup(b->template_text);
	return label;
}

void
agent_label_profile(const struct printer_profile *p, enum print_format format,
    struct label_profile *out)
{
	double dpi = p->dpi > 0 ? p->dpi : print_format_dpi(format);

	memset(out, 0, sizeof *out);
	out->dots_per_mm = dpi / MM_PER_INCH;
	out->width_dots = (int)floor(p->width_mm * out->dots_per_mm);
}

size_t
agent_label_values(const struct json *root, struct label_value out[], size_t max)
{
	struct json *value;
	const char *key;
	size_t n = 0;

	for (void *i = json_walk(root, NULL, &key, &value); i != NULL && n < max;
	    i = json_walk(root, i, &key, &value)) {
		const char *text = json_as_text(value);

		if (text != NULL)
			out[n++] = (struct label_value){ key, text };
	}
	return n;
}

/* What the labels of a batch say; the parsed texts must live till it is drawn. */
struct said {
	struct json **roots;
	struct label_value *values;
	struct label_values *sets;
	size_t n;
};

static bool
read_fields(const struct agent_batch *b, struct said *said, size_t *bad,
    struct err *err)
{
	for (size_t i = 0; i < b->n; i++) {
		const char *text = b->labels[i].fields;
		struct label_value *at = said->values + i * LABEL_FIELDS_MAX;

		said->roots[i] = json_parse(text, strlen(text), err);
		if (said->roots[i] == NULL) {
			*bad = i;
			return err_say(err, "the fields of the label cannot be read");
		}
		said->sets[i].at = at;
		said->sets[i].n = agent_label_values(said->roots[i], at,
		    LABEL_FIELDS_MAX);
		said->sets[i].copies = b->labels[i].copies;
	}
	return true;
}

/* Which of them cannot be printed?  n: none of them alone. */
static size_t
find_bad(const struct label *label, const struct label_profile *p,
    enum label_format format, const struct said *said)
{
	struct str scratch;
	struct err err;
	size_t i;

	str_init(&scratch);
	for (i = 0; i < said->n; i++) {
		str_clear(&scratch);
		if (!label_render(label, p, format, &said->sets[i], 1, &scratch, &err))
			break;
	}
	str_done(&scratch);
	return i;
}

static bool
draw(const struct label *label, const struct agent_batch *b,
    const struct said *said, struct str *out, size_t *bad, struct err *err)
{
	enum label_format format = b->format == FORMAT_ZPL ? LABEL_ZPL : LABEL_PDF;
	struct label_profile profile;

	agent_label_profile(b->profile, b->format, &profile);
	if (label_render(label, &profile, format, said->sets, said->n, out, err))
		return true;
	*bad = find_bad(label, &profile, format, said);
	return false;
}

bool
agent_render_labels(void *ctx, const struct agent_batch *b, struct str *out,
    double *width_mm, double *height_mm, size_t *bad, struct err *err)
{
	const struct label *label = template_of(b, err);
	struct said said = { .n = b->n };
	bool ok;

	(void)ctx;
	if (label == NULL)
		return false;
	said.roots = xcalloc(b->n, sizeof said.roots[0]);
	said.values = xcalloc(b->n * LABEL_FIELDS_MAX, sizeof said.values[0]);
	said.sets = xcalloc(b->n, sizeof said.sets[0]);
	ok = read_fields(b, &said, bad, err) &&
	    draw(label, b, &said, out, bad, err);
	*width_mm = label_info(label)->width_mm;
	*height_mm = label_info(label)->height_mm;
	for (size_t i = 0; i < b->n; i++)
		json_free(said.roots[i]);
	free(said.roots);
	free(said.values);
	free(said.sets);
	return ok;
}
