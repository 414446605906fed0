/*
 * test_sheet.c - office paper: pages, columns, barcodes.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The text of the pages is read by pdftotext, the barcode by zbarimg, where
 * they are installed.
 */
#include <stdio.h>
#include <unistd.h>
#include "label/sheet.h"
#include "labels.h"

static struct sheet *
slip(size_t rows)
{
	struct sheet *s = sheet_new("Packing slip");
	struct err err;

	sheet_fact(s, "Order", "SO-5001");
	sheet_fact(s, "To", "Städtisches Krankenhaus Ω");
	sheet_note(s, "Count before you sign.");
	sheet_footer(s, "Dockledger");
	assert_true(sheet_barcode(s, SHEET_SSCC, "395210010000000018", &err));
	sheet_column(s, "Item", 30, false);
	sheet_column(s, "Serial", 0, false);
	sheet_column(s, "Pieces", 20, true);
	for (size_t i = 0; i < rows; i++) {
		char serial[24];
		const char *cells[] = { "DRILL-18", serial, "1" };

		snprintf(serial, sizeof serial, "SN-%05zu", i);
		sheet_row(s, cells, 3);
	}
	return s;
}

/* What a shell command prints with $f the document; "" when it cannot run. */
static void
ask(const struct str *pdf, const char *command, char *out, size_t size)
{
	char path[] = "/tmp/sheet-XXXXXX", line[256];
	int fd = mkstemp(path);
	FILE *pipe;
	size_t n;

	assert_true(fd >= 0 && write(fd, pdf->p, pdf->len) == (ssize_t)pdf->len);
	close(fd);
	snprintf(line, sizeof line, "f=%s; %s", path, command);
	pipe = popen(line, "r");
	assert_non_null(pipe);
	n = fread(out, 1, size - 1, pipe);
	out[n] = '\0';
	pclose(pipe);
	remove(path);
}

static void
sheet__of_many_rows__has_pages_with_heads(void **state)
{
	static char text[200000];
	struct sheet *s = slip(200);
	struct str out, again;
	struct err err;

	(void)state;
	str_init(&out);
	str_init(&again);
	assert_true(sheet_pdf(s, &out, &err));
	assert_true(sheet_pdf(s, &again, &err));
	assert_int_equal(out.len, again.len);
	assert_memory_equal(out.p, again.p, out.len);
	ask(&out, "pdftotext -layout $f - 2> /dev/null", text, sizeof text);
	if (text[0] != '\0') {
		assert_non_null(strstr(text, "Krankenhaus"));
		assert_non_null(strstr(text, "(00)395210010000000018"));
		assert_non_null(strstr(text, "SN-00000"));
		assert_non_null(strstr(text, "SN-00199"));
		assert_non_null(strstr(text, "page 1 of 5"));
		assert_non_null(strstr(text, "page 5 of 5"));
		assert_null(strstr(text, "page 6"));
	} else {
		print_message("# pdftotext is not installed\n");
	}
	str_done(&out);
	str_done(&again);
	sheet_free(s);
}

static void
sheet__barcode__is_read(void **state)
{
	static char text[4096];
	struct sheet *s = slip(3);
	struct str out;
	struct err err;

	(void)state;
	str_init(&out);
	assert_true(sheet_pdf(s, &out, &err));
	ask(&out, "pdftoppm -gray -r 300 $f $f 2> /dev/null && "
	    "zbarimg -q --raw $f-1.pgm 2> /dev/null; rm -f $f-1.pgm", text,
	    sizeof text);
	if (text[0] != '\0')
		assert_string_equal(text, "00395210010000000018\n");
	else
		print_message("# pdftoppm or zbarimg is not installed\n");
	str_done(&out);
	sheet_free(s);
}

static void
sheet__row_higher_than_a_page__goes_on(void **state)
{
	static char text[200000];
	struct sheet *s = sheet_new("Long");
	struct str out, cell;
	struct err err;
	const char *cells[1];

	(void)state;
	str_init(&out);
	str_init(&cell);
	for (int i = 0; i < 150; i++)
		str_addf(&cell, "line %d\n", i);
	str_add(&cell, "the end");
	sheet_column(s, "All", 0, false);
	cells[0] = cell.p;
	sheet_row(s, cells, 1);
	assert_true(sheet_pdf(s, &out, &err));
	ask(&out, "pdftotext -layout $f - 2> /dev/null", text, sizeof text);
	if (text[0] != '\0') {
		assert_non_null(strstr(text, "line 0\n"));
		assert_non_null(strstr(text, "line 77\n"));
		assert_non_null(strstr(text, "the end"));
		assert_non_null(strstr(text, "page 3 of 3"));
	}
	str_done(&cell);
	str_done(&out);
	sheet_free(s);
}

static void
sheet__refuses__what_no_code_can_be(void **state)
{
	struct sheet *s = sheet_new("T");
	struct str out;
	struct err err;

	(void)state;
	assert_false(sheet_barcode(s, SHEET_SSCC, "395210010000000017", &err));
	assert_string_equal(err.code, "code.check-digit");
	assert_false(sheet_barcode(s, SHEET_CODE128, "Ω", &err));
	assert_string_equal(err.code, "code.syntax");
	assert_false(sheet_barcode(s, SHEET_CODE128,
	    "a text that is much too long for half of a page of paper", &err));
	str_init(&out);
	sheet_fact(s, "Key", "\xF3\xB0\x80\x81");
	assert_false(sheet_pdf(s, &out, &err));
	assert_string_equal(err.code, "label.glyph");
	assert_int_equal(out.len, 0);
	str_done(&out);
	sheet_free(s);
}

LABELS_MAIN(
    cmocka_unit_test(sheet__of_many_rows__has_pages_with_heads),
    cmocka_unit_test(sheet__barcode__is_read),
    cmocka_unit_test(sheet__row_higher_than_a_page__goes_on),
    cmocka_unit_test(sheet__refuses__what_no_code_can_be),
)
