/*
 * labels.c - labels a second, beside zint making their two symbols alone.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A batch of the template unit: a name, four texts, a GS1 DataMatrix and a
 * Code 128, each label with a serial of its own.  The floor speaks to zint
 * itself, with the same options.  gLabels, where it is installed, makes a
 * label of like texts and a Code 128 from a CSV file; it has no GS1 symbol.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zint.h>
#include "base/clock.h"
#include "bench.h"
#include "label/label.h"

#define LABELS 1000
#define ROUNDS 7
#define DPI 203.2
#define GTIN "09521001000116"
#define LOT "L2604"

struct batch {
	struct labels *all;
	const struct label *unit;
	char serials[LABELS][24];
	struct label_value at[LABELS][4];
	struct label_values sets[LABELS];
};

static struct batch batch;
static const struct label_profile profile = { DPI / 25.4, 0 };

static void
complain(void *ctx, const struct err *err)
{
	(void)ctx;
	bench_must(false, err);
}

static void
set_up(struct batch *b)
{
	struct err err;

	bench_must(labels_load(&b->all, NULL, complain, NULL, &err), &err);
	b->unit = labels_find(b->all, "unit");
	for (int i = 0; i < LABELS; i++) {
		snprintf(b->serials[i], sizeof b->serials[i], "SN-%07d", i);
		b->at[i][0] = (struct label_value){ "serial", b->serials[i] };
		b->at[i][1] = (struct label_value){ "gtin", GTIN };
		b->at[i][2] = (struct label_value){ "lot", LOT };
		b->at[i][3] = (struct label_value){ "item_name",
		    "Cordless drill 18 V, brushless" };
		b->sets[i] = (struct label_values){ b->at[i], 4, 1 };
	}
}

/* --- What is measured, us a label ------------------------------------------------ */

static void
one_symbol(int symbology, int mode, const char *data)
{
	struct zint_symbol *z = ZBarcode_Create();

	if (z == NULL)
		bench_stop("no memory");
	z->symbology = symbology;
	z->input_mode = mode;
	z->warn_level = WARN_FAIL_ALL;
	z->show_hrt = 0;
	if (symbology == BARCODE_DATAMATRIX)
		z->option_3 = DM_SQUARE;
	if (ZBarcode_Encode(z, (const unsigned char *)data, 0) != 0)
		bench_stop("zint: %s", z->errtxt);
	ZBarcode_Delete(z);
}

static double
by_zint(void)
{
	int64_t begun = clock_mono_us();
	char gs1[96];

	for (int i = 0; i < LABELS; i++) {
		snprintf(gs1, sizeof gs1, "[01]" GTIN "[21]%s[10]" LOT,
		    batch.serials[i]);
		one_symbol(BARCODE_DATAMATRIX, GS1_MODE, gs1);
		one_symbol(BARCODE_CODE128, DATA_MODE, batch.serials[i]);
	}
	return (double)(clock_mono_us() - begun) / LABELS;
}

static double
by_us(enum label_format format)
{
	int64_t begun = clock_mono_us();
	struct str out;
	struct err err;

	str_init(&out);
	bench_must(label_render(batch.unit, &profile, format, batch.sets, LABELS,
	    &out, &err), &err);
	str_done(&out);
	return (double)(clock_mono_us() - begun) / LABELS;
}

static double
by_pdf(void)
{
	return by_us(LABEL_PDF);
}

static double
by_zpl(void)
{
	return by_us(LABEL_ZPL);
}

static double
by_dots(void)
{
	int64_t begun = clock_mono_us();
	struct label_bitmap b;
	struct err err;

	for (int i = 0; i < LABELS; i++) {
		bench_must(label_draw(batch.unit, &profile, &batch.sets[i], &b, &err),
		    &err);
		label_bitmap_done(&b);
	}
	return (double)(clock_mono_us() - begun) / LABELS;
}

static const struct {
	const char *what;
	double (*run)(void);
	const char *budget;
} kinds[] = {
	{ "two symbols by zint alone", by_zint, "" },
	{ "a label as dots", by_dots, "" },
	{ "a label in one PDF", by_pdf, "<= 4" },
	{ "a label as ^GFA", by_zpl, "<= 4" },
};
#define KINDS (sizeof kinds / sizeof kinds[0])

/* --- gLabels ------------------------------------------------------------------------ */

static const char glabels[] =
    "<?xml version=\"1.0\"?>\n"
    "<Glabels-document xmlns=\"http://glabels.org/xmlns/3.0/\">\n"
    "<Template brand=\"Own\" part=\"Unit\" size=\"Other\" width=\"216pt\" height=\"108pt\">\n"
    "<Label-rectangle id=\"0\" width=\"216pt\" height=\"108pt\" round=\"0pt\" "
    "x_waste=\"0pt\" y_waste=\"0pt\">\n"
    "<Layout nx=\"1\" ny=\"1\" x0=\"0pt\" y0=\"0pt\" dx=\"216pt\" dy=\"108pt\"/>\n"
    "</Label-rectangle></Template>\n"
    "<Objects id=\"0\" rotate=\"False\">\n"
    "<Object-text x=\"6pt\" y=\"4pt\" w=\"200pt\" h=\"16pt\" justify=\"Left\" valign=\"Top\" "
    "auto_shrink=\"False\" a0=\"1\" a1=\"0\" a2=\"0\" a3=\"1\" a4=\"0\" a5=\"0\" "
    "shadow=\"False\">"
    "<Span font_family=\"DejaVu Sans\" font_size=\"8\" font_weight=\"Bold\" "
    "font_italic=\"False\" "
    "color=\"0x000000ff\" line_spacing=\"1\"><Field name=\"2\"/></Span></Object-text>\n"
    "<Object-text x=\"50pt\" y=\"30pt\" w=\"160pt\" h=\"16pt\" justify=\"Left\" valign=\"Top\" "
    "auto_shrink=\"False\" a0=\"1\" a1=\"0\" a2=\"0\" a3=\"1\" a4=\"0\" a5=\"0\" "
    "shadow=\"False\">"
    "<Span font_family=\"DejaVu Sans\" font_size=\"11\" font_weight=\"Bold\" "
    "font_italic=\"False\" "
    "color=\"0x000000ff\" line_spacing=\"1\"><Field name=\"1\"/></Span></Object-text>\n"
    "<Object-barcode x=\"20pt\" y=\"68pt\" w=\"170pt\" h=\"34pt\" "
    "backend=\"gnu-barcode\" style=\"Code128\" "
    "text=\"False\" checksum=\"True\" color=\"0x000000ff\" field=\"1\" format=\"10\" "
    "a0=\"1\" a1=\"0\" a2=\"0\" a3=\"1\" a4=\"0\" a5=\"0\" shadow=\"False\"/>\n"
    "</Objects>\n"
    "<Merge type=\"Text/Comma\" src=\"%s\"/>\n"
    "<Data></Data></Glabels-document>\n";

static void
write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	if (f == NULL || fputs(text, f) < 0 || fclose(f) != 0)
		bench_stop("could not write %s", path);
}

static bool
is_installed(const char *program)
{
	char line[96];

	snprintf(line, sizeof line, "command -v %s > /dev/null 2>&1", program);
	return system(line) == 0;
}

/* us a label; 0 when it is not installed or made nothing. */
static double
by_glabels(const struct bench *b)
{
	char csv[600], document[600], pdf[600], line[1400];
	static char text[sizeof glabels + 600];
	const char *argv[] = { "sh", "-c", line, NULL };
	struct child child;
	struct str rows;

	if (!is_installed("glabels-3-batch"))
		return 0;
	file_path(b, "labels.csv", csv);
	file_path(b, "unit.glabels", document);
	file_path(b, "glabels.pdf", pdf);
	str_init(&rows);
	for (int i = 0; i < LABELS; i++)
		str_addf(&rows, "%s,\"Cordless drill 18 V, brushless\"\n",
		    batch.serials[i]);
	write_file(csv, rows.p);
	str_done(&rows);
	snprintf(text, sizeof text, glabels, csv);
	write_file(document, text);
	snprintf(line, sizeof line, "exec glabels-3-batch -o '%s' '%s' 2> /dev/null",
	    pdf, document);
	child_run(&child, argv, NULL, NULL);
	return child.status == 0 && file_bytes(pdf) > LABELS * 100 ?
	    child.us / LABELS : 0;
}

void
measure_labels(struct bench *b)
{
	struct samples s[KINDS];
	double floor = 0, us, peer;

	bench_head("labels of a unit: 76 x 38 mm, 203 dpi, 1000 in a batch");
	set_up(&batch);
	for (size_t k = 0; k < KINDS; k++)
		samples_init(&s[k], ROUNDS);
	for (int round = 0; round < ROUNDS; round++)
		for (size_t k = 0; k < KINDS; k++)
			samples_add(&s[k], kinds[k].run());
	for (size_t k = 0; k < KINDS; k++) {
		us = samples_at(&s[k], 0.5);
		floor = k == 0 ? us : floor;
		bench_row(kinds[k].what, bench_time(us), k == 0 ? "" :
		    bench_time(floor), k == 0 ? 0 : us / floor, kinds[k].budget);
		if (kinds[k].run == by_pdf) {
			peer = by_glabels(b);
			bench_row("  gLabels over ours (Code 128 alone)",
			    peer > 0 ? bench_time(peer) : "none", bench_time(us),
			    peer / us, ">= 20");
		}
		samples_done(&s[k]);
	}
	labels_free(batch.all);
	label_end();
}
