/*
 * fuzz_template.c - any text as a template of labels, and labels of it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: a broken template is refused with its line; one that is taken prints
 * its examples, and values of any bytes are printed or refused, never cut and
 * never out of bounds.  libconfig loses text when it meets a fault, once for a
 * broken file (fuzz_conf.c).
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/seal.h"
#include "label/label.h"

#define FORMAT_OF(n) ((enum label_format)((n) % LABEL_FORMATS))

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
const char *__lsan_default_suppressions(void);

const char *
__lsan_default_suppressions(void)
{
	return "leak:libconfig\n";
}

static void
must(bool holds)
{
	if (!holds)
		abort();
}

static void
print(const struct label *l, const struct label_values *v, size_t n)
{
	struct label_profile p = { .dots_per_mm = 8 };
	struct str out;
	struct err err;
	bool made;

	str_init(&out);
	err_clear(&err);
	made = label_render(l, &p, FORMAT_OF(n), v, 1, &out, &err);
	must(made ? out.len > 0 : out.len == 0 && err.what[0] != '\0');
	str_done(&out);
}

static void
fill(const struct label *l, const char *bytes, size_t size)
{
	const struct label_info *info = label_info(l);
	struct label_value at[LABEL_FIELDS_MAX];
	struct label_values v = { at, 0, 1 };
	struct err err;

	for (size_t i = 0; i < info->n_fields; i++)
		if (!info->fields[i].derived)
			at[v.n++] = (struct label_value){ info->fields[i].name,
			    info->fields[i].example };
	print(l, &v, size);
	for (size_t i = 0; i < v.n; i++)
		at[i].value = bytes + size * i / (v.n + 1);
	print(l, &v, size + 1);
	must(label_check(l, &v, &err) || err.kind != ERR_NONE);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool started;
	char *text = malloc(size + 1);
	struct label *l;
	struct err err;

	must(text != NULL && (started || (seal_start(&err) &&
	    atexit(label_end) == 0)));
	started = true;
	memcpy(text, data, size);
	text[size] = '\0';
	err_clear(&err);
	if (label_parse("fuzz.label", text, &l, &err)) {
		fill(l, text, size);
		label_free(l);
	} else {
		must(err.kind == ERR_INPUT && err.what[0] != '\0');
	}
	free(text);
	return 0;
}
