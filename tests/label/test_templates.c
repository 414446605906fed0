/*
 * test_templates.c - every template that ships, read by other readers.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal and method: decode.h.  Values are the examples of the templates; what
 * each symbol must say stands here, written by hand ('^' for FNC1).
 */
#include <stdio.h>
#include <string.h>
#include "base/seal.h"
#include "decode.h"
#include "../unit/unit.h"

static const struct {
	const char *template, *without, *element, *identifier, *data;
} wanted[] = {
	{ "unit", NULL, "gs1", "]d2", "010952100100011621SN-0001042^10L2604" },
	{ "unit", NULL, "code", "]C0", "SN-0001042" },
	{ "unit", "gtin", "plain", "]d1", "SN-0001042" },
	{ "unit-small", NULL, "gs1", "]d2",
	    "010952100100011621SN-0001042^10L2604" },
	{ "unit-small", "lot", "gs1", "]d2", "010952100100011621SN-0001042" },
	{ "unit-small", "gtin", "plain", "]d1", "SN-0001042" },
	{ "item", NULL, "gs1", "]d2", "0109521001000116" },
	{ "item", NULL, "barcode", "]C0", "DRILL-18" },
	{ "bin", NULL, "barcode", "]C0", "A-01-01" },
	{ "carton", NULL, "code", "]C1", "00395210010000000018" },
	{ "pallet", NULL, "code", "]C1", "00395210010000000018" },
	{ "pallet", NULL, "goods", "]d2",
	    "0039521001000000001802095210010001163724" },
	{ "rma", NULL, "serial code", "]d1", "SN-0001042" },
	{ "rma", NULL, "rma code", "]C0", "RMA-7001" },
	{ "asset", NULL, "gs1", "]d2", "80049521001AST000123" },
	{ "asset", "giai", "plain", "]d1", "AST-000123" },
	{ "badge", NULL, "qr", "]Q1", "CLERK1" },
	{ "badge", NULL, "code", "]C0", "CLERK1" },
	{ "scanner-test", NULL, "letters", "]C0", "ABCxyz-0123456789" },
	{ "scanner-test", NULL, "signs", "]C0", "#%&()*+,-./:;=?@_" },
	{ "scanner-test", NULL, "command", "]C0", "XCXHELP" },
	{ "scanner-test", NULL, "bars", "]C1", "010952100100011610L1^21SN-7" },
	{ "scanner-test", NULL, "matrix", "]d2", "010952100100011610L1^21SN-7" },
	{ "scanner-test", NULL, "gs1 qr", "]Q3", "010952100100011610L1^21SN-7" },
	{ "scanner-test", NULL, "plain", "]d1", "Serial SN-7" },
	{ "scanner-test", NULL, "link", "]Q1",
	    "https://id.gs1.org/01/09521001000116/21/SN-7" },
	/* on the cards every element bears the code it holds */
	{ "command-card", NULL, NULL, "]C0", NULL },
	{ "command-card-a4", NULL, NULL, "]C0", NULL },
};
#define WANTED (sizeof wanted / sizeof wanted[0])
#define SYMBOLS_MAX 32

static const struct { const char *name; double dpi; } dpis[] = {
	{ "203", 203 }, { "203.2", 203.2 }, { "300", 300 }, { "600", 600 },
};

static void
fs_to_gs(char *text)
{
	for (; *text != '\0'; text++)
		if (*text == '^')
			*text = '\x1D';
}

static size_t
examples(const struct label *l, const char *without,
    struct label_value out[LABEL_FIELDS_MAX])
{
	const struct label_info *info = label_info(l);
	size_t n = 0;

	for (size_t i = 0; i < info->n_fields; i++)
		if (!info->fields[i].derived && (without == NULL ||
		    strcmp(without, info->fields[i].name) != 0))
			out[n++] = (struct label_value){ info->fields[i].name,
			    info->fields[i].example };
	return n;
}

/* The three formats give back the picture, dot for dot. */
static void
same_in_all_formats(struct decode *d, const struct label *l,
    const struct label_profile *p, double dpi, const struct label_values *v,
    const struct label_bitmap *wanted_dots)
{
	struct label_bitmap got;
	struct str bytes;
	struct err err;

	for (int f = 0; f < LABEL_FORMATS; f++) {
		str_init(&bytes);
		assert_true(label_render(l, p, (enum label_format)f, v, 1, &bytes,
		    &err));
		decode_write(d, "one", &bytes);
		if (f == LABEL_PDF)
			decode_pdf(d, "one", dpi, &got, 1);
		else if (f == LABEL_PNG)
			decode_png(d, "one", &got);
		else
			assert_int_equal(decode_zpl(bytes.p, &got, 1), 1);
		if (decode_differ(wanted_dots, &got) != 0)
			fail_msg("%s at %g dpi as %s: %ld dots differ (%d x %d, not "
			    "%d x %d)", label_info(l)->name, dpi,
			    label_format_name((enum label_format)f),
			    decode_differ(wanted_dots, &got), got.width, got.height,
			    wanted_dots->width, wanted_dots->height);
		label_bitmap_done(&got);
		str_done(&bytes);
	}
}

static void
cut_wanted(struct decode *d, size_t row, const struct label_bitmap *dots,
    const struct label_symbol symbols[], size_t n, double dots_per_mm,
    const char *dpi)
{
	char data[DECODE_DATA], what[96];
	int found = 0;

	for (size_t i = 0; i < n; i++) {
		const char *name = symbols[i].element;

		if (wanted[row].element != NULL &&
		    strcmp(name, wanted[row].element) != 0)
			continue;
		str_copy(data, sizeof data, wanted[row].data != NULL ?
		    wanted[row].data : name);
		fs_to_gs(data);
		str_print(what, sizeof what, "%s %s at %s dpi",
		    wanted[row].template, name, dpi);
		decode_cut(d, dots, &symbols[i], dots_per_mm,
		    wanted[row].identifier, data, what);
		found++;
	}
	assert_int_equal(found, wanted[row].element == NULL ? 14 : 1);
}

static void
try_template(struct decode *d, const struct label *l, size_t row, size_t k)
{
	struct label_value at[LABEL_FIELDS_MAX];
	struct label_values v = { at, examples(l, wanted[row].without, at), 1 };
	struct label_symbol symbols[SYMBOLS_MAX];
	struct label_profile p = { 0 };
	struct label_bitmap dots;
	struct err err;
	size_t n;

	assert_true(label_profile_dpi(dpis[k].name, &p));
	if (!label_draw(l, &p, &v, &dots, &err))
		fail_msg("%s: %s", err.what, err.detail);
	assert_true(label_symbols(l, &p, symbols, SYMBOLS_MAX, &n, &err));
	assert_in_range(n, 1, SYMBOLS_MAX);
	/* once for each template and way of filling it */
	if (row == 0 || strcmp(wanted[row].template, wanted[row - 1].template) != 0 ||
	    wanted[row].without != wanted[row - 1].without)
		same_in_all_formats(d, l, &p, dpis[k].dpi, &v, &dots);
	cut_wanted(d, row, &dots, symbols, n, p.dots_per_mm, dpis[k].name);
	label_bitmap_done(&dots);
}

static void
no_complaint(void *ctx, const struct err *err)
{
	(void)ctx;
	fail_msg("%s", err->what);
}

static void
templates__say__what_readers_read(void **state)
{
	struct labels *all;
	struct decode d;
	struct err err;

	(void)state;
	decode_begin(&d);
	assert_true(labels_load(&all, NULL, no_complaint, NULL, &err));
	for (size_t row = 0; row < WANTED; row++) {
		const struct label *l = labels_find(all, wanted[row].template);

		assert_non_null(l);
		for (size_t k = 0; k < sizeof dpis / sizeof dpis[0]; k++)
			try_template(&d, l, row, k);
	}
	print_message("# %zu symbols\n", d.cuts.n);
	assert_int_equal(decode_all(&d), 0);
	decode_end(&d);
	labels_free(all);
}

static void
templates__are_all__in_the_table(void **state)
{
	const struct label *l;
	struct labels *all;
	struct err err;

	(void)state;
	assert_true(labels_load(&all, NULL, no_complaint, NULL, &err));
	for (size_t i = 0; (l = labels_at(all, i)) != NULL; i++) {
		bool found = false;

		for (size_t row = 0; row < WANTED; row++)
			found = found || strcmp(label_info(l)->name,
			    wanted[row].template) == 0;
		if (!found)
			fail_msg("%s is not read by this test", label_info(l)->name);
	}
	labels_free(all);
}

static int
end(void **state)
{
	(void)state;
	label_end();
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(templates__are_all__in_the_table),
		cmocka_unit_test(templates__say__what_readers_read),
	};
	const char *missing;
	struct err err;

	if (!decode_can(&missing)) {
		printf("1..0 # SKIP %s is not installed\n", missing);
		return 0;
	}
	if (!seal_start(&err))
		return 1;
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(__FILE__, tests, NULL, end);
}
