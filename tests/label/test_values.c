/*
 * test_values.c - random, smallest and hostile values, read by other readers.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal and method: decode.h.  Random GS1 values go through one PDF of many
 * pages; the seed is printed, DOCKLEDGER_SEED repeats it.
 */
#include <stdio.h>
#include <string.h>
#include "base/seal.h"
#include "decode.h"
#include "domain/gtin.h"
#include "../support/dice.h"
#include "../unit/unit.h"

#define ROUNDS 200
#define DPI 203.0
#define MM_PER_INCH 25.4

static const char random_template[] =
    "title = \"Random\"; width = 120; height = 60; dpi = [ \"203\" ];\n"
    "fields = (\n"
    "  { name = \"gtin\"; type = \"gtin\"; },\n"
    "  { name = \"serial\"; type = \"gs1\"; example = \"S1\"; longest = "
    "\"ABCDEFGHIJKLMNOPQRST\"; },\n"
    "  { name = \"lot\"; type = \"gs1\"; example = \"L1\"; longest = "
    "\"ABCDEFGHIJKLMNOPQRST\"; },\n"
    "  { name = \"use_by\"; type = \"date\"; } );\n"
    "elements = (\n"
    "  { kind = \"gs1_datamatrix\"; name = \"dm\"; x = 2; y = 2; module = 0.25;\n"
    "    data = ( { ai = \"01\"; value = \"{gtin}\"; }, { ai = \"21\"; value = \"{serial}\"; },\n"
    "      { ai = \"10\"; value = \"{lot}\"; }, { ai = \"17\"; value = "
    "\"{use_by:yymmdd}\"; } ); },\n"
    "  { kind = \"gs1_qr\"; name = \"qr\"; x = 40; y = 2; module = 0.375; level = \"L\";\n"
    "    data = ( { ai = \"01\"; value = \"{gtin}\"; }, { ai = \"10\"; value = \"{lot}\"; },\n"
    "      { ai = \"21\"; value = \"{serial}\"; } ); },\n"
    "  { kind = \"gs1_128\"; name = \"bars\"; x = 2; y = 35; module = 0.25; height = 12; "
    "hri = \"below\";\n"
    "    data = ( { ai = \"01\"; value = \"{gtin}\"; }, { ai = \"21\"; value = "
    "\"{serial}\"; } ); } );\n";

static struct label *
parsed(const char *text)
{
	struct label *l;
	struct err err;

	if (!label_parse("test.label", text, &l, &err))
		fail_msg("%s: %s", err.what, err.detail);
	return l;
}

/* --- Random --------------------------------------------------------------------- */

struct set { char gtin[15], serial[21], lot[21], date[11]; };

static void
roll_text(struct dice *dice, char out[21])
{
	static const char set82[] = "!\"%&'()*+,-./0123456789:;<=>?"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
	static const char *const nasty[] = { "A(10)C", "(21)X", "10)", "%1D", ">8",
	    "\"<&>\"", "0000", "(01)09521001000116", "00000000000000000001" };
	size_t n = 1 + dice_below(dice, 20);

	if (dice_one_in(dice, 6)) {
		str_copy(out, 21, nasty[dice_below(dice,
		    sizeof nasty / sizeof nasty[0])]);
		return;
	}
	for (size_t i = 0; i < n; i++)
		out[i] = set82[dice_below(dice, dice_one_in(dice, 3) ?
		    sizeof set82 - 1 : 40)];
	out[n] = '\0';
}

static void
roll_set(struct dice *dice, struct set *s)
{
	for (int i = 0; i < 13; i++)
		s->gtin[i] = (char)('0' + dice_below(dice, 10));
	s->gtin[13] = gs1_check_digit(s->gtin, 13);
	s->gtin[14] = '\0';
	roll_text(dice, s->serial);
	roll_text(dice, s->lot);
	str_print(s->date, sizeof s->date, "20%02zu-%02zu-%02zu",
	    20 + dice_below(dice, 40), 1 + dice_below(dice, 12),
	    1 + dice_below(dice, 28));
}

static void
cut_set(struct decode *d, const struct label_bitmap *page,
    const struct label_symbol symbols[3], const struct set *s, size_t i)
{
	char data[3][DECODE_DATA], what[96];
	static const char *const identifiers[] = { "]d2", "]Q3", "]C1" };

	str_print(data[0], DECODE_DATA, "01%s21%s\x1D""10%s\x1D""17%.2s%.2s%.2s",
	    s->gtin, s->serial, s->lot, s->date + 2, s->date + 5, s->date + 8);
	str_print(data[1], DECODE_DATA, "01%s10%s\x1D""21%s", s->gtin, s->lot,
	    s->serial);
	str_print(data[2], DECODE_DATA, "01%s21%s", s->gtin, s->serial);
	for (size_t k = 0; k < 3; k++) {
		str_print(what, sizeof what, "label %zu, %s", i, symbols[k].element);
		decode_cut(d, page, &symbols[k], DPI / MM_PER_INCH, identifiers[k],
		    data[k], what);
	}
}

static void
random_values__come_back__from_a_pdf(void **state)
{
	static struct set sets[ROUNDS];
	static struct label_value at[ROUNDS][4];
	static struct label_values values[ROUNDS];
	static struct label_bitmap pages[ROUNDS];
	struct label_profile p = { DPI / MM_PER_INCH, 0 };
	struct label_symbol symbols[3];
	struct label *l = parsed(random_template);
	uint64_t seed = dice_seed();
	struct dice dice = { seed };
	struct decode d;
	struct str bytes;
	struct err err;
	size_t n;

	(void)state;
	dice_say(seed);
	decode_begin(&d);
	for (size_t i = 0; i < ROUNDS; i++) {
		struct set *s = &sets[i];

		roll_set(&dice, s);
		at[i][0] = (struct label_value){ "gtin", s->gtin };
		at[i][1] = (struct label_value){ "serial", s->serial };
		at[i][2] = (struct label_value){ "lot", s->lot };
		at[i][3] = (struct label_value){ "use_by", s->date };
		values[i] = (struct label_values){ at[i], 4, 1 };
	}
	str_init(&bytes);
	if (!label_render(l, &p, LABEL_PDF, values, ROUNDS, &bytes, &err))
		fail_msg("%s: %s", err.what, err.detail);
	decode_write(&d, "many.pdf", &bytes);
	decode_pdf(&d, "many.pdf", DPI, pages, ROUNDS);
	assert_true(label_symbols(l, &p, symbols, 3, &n, &err));
	assert_int_equal(n, 3);
	for (size_t i = 0; i < ROUNDS; i++) {
		cut_set(&d, &pages[i], symbols, &sets[i], i);
		label_bitmap_done(&pages[i]);
	}
	assert_int_equal(decode_all(&d), 0);
	str_done(&bytes);
	decode_end(&d);
	label_free(l);
}

/* --- Smallest ----------------------------------------------------------------------- */

static const char *const kinds[] = { "datamatrix", "qr", "code128" };

static void
one_symbol(char *out, size_t size, const char *kind, double module_mm,
    const char *dpi)
{
	snprintf(out, size, "title = \"One\"; width = 80; height = 30; "
	    "dpi = [ \"%s\" ];\n"
	    "elements = ( { kind = \"%s\"; name = \"it\"; x = 5; y = 5; module = %.6f; "
	    "data = \"SN-2026-000042\"; %s } );", dpi, kind, module_mm,
	    strcmp(kind, "code128") == 0 ? "height = 8;" : "");
}

static void
two_dots_a_module__are_read__and_one_is_refused(void **state)
{
	static const char *const dpis[] = { "203", "203.2", "300" };
	static const char *const identifiers[] = { "]d1", "]Q1", "]C0" };
	struct label_values none = { NULL, 0, 1 };
	struct label_profile p = { 0, 0 };
	struct label_symbol symbol;
	struct label_bitmap dots;
	struct decode d;
	struct label *l;
	struct err err;
	char text[512];
	size_t n;

	(void)state;
	decode_begin(&d);
	for (size_t i = 0; i < 3; i++)
		for (size_t k = 0; k < 3; k++) {
			assert_true(label_profile_dpi(dpis[i], &p));
			one_symbol(text, sizeof text, kinds[k], 1.51 / p.dots_per_mm,
			    dpis[i]);
			l = parsed(text);
			assert_true(label_symbols(l, &p, &symbol, 1, &n, &err));
			assert_int_equal(symbol.module_dots, 2);
			assert_true(label_draw(l, &p, &none, &dots, &err));
			decode_cut(&d, &dots, &symbol, p.dots_per_mm, identifiers[k],
			    "SN-2026-000042", kinds[k]);
			label_bitmap_done(&dots);
			label_free(l);
			one_symbol(text, sizeof text, kinds[k], 1.49 / p.dots_per_mm,
			    dpis[i]);
			assert_false(label_parse("test.label", text, &l, &err));
			assert_string_equal(err.code, "label.printer");
			assert_non_null(strstr(err.what,
			    "test.label:2: element \"it\": a module of"));
		}
	assert_int_equal(decode_all(&d), 0);
	decode_end(&d);
}

/* --- Native ZPL ------------------------------------------------------------------------ */

static const char native_template[] =
    "title = \"Native\"; width = 100; height = 40; zpl = \"native\"; dpi = [ \"203.2\" ];\n"
    "fields = ( { name = \"serial\"; type = \"ascii\"; example = \"SN-1\"; longest = "
    "\"ABCDEFGHIJKLMNOPQRST\"; },\n"
    "  { name = \"gtin\"; type = \"gtin\"; }, { name = \"lot\"; type = \"gs1\"; example "
    "= \"L1\"; longest = \"L123456789\"; } );\n"
    "elements = (\n"
    "  { kind = \"code128\"; name = \"bars\"; x = 2; y = 2; module = 0.25; height = 10; "
    "hri = \"below\"; data = \"{serial}\"; },\n"
    "  { kind = \"gs1_datamatrix\"; name = \"dm\"; when = \"gtin\"; x = 75; y = 2; "
    "module = 0.375;\n"
    "    data = ( { ai = \"01\"; value = \"{gtin}\"; }, { ai = \"10\"; value = "
    "\"{lot}\"; }, { ai = \"21\"; value = \"{serial}\"; } ); } );\n";

/* Commands of ours, their data without a control character. */
static void
only_our_commands(const char *zpl)
{
	static const char *const ours[] = { "XA", "PW", "LL", "LH", "FO", "GFA",
	    "FS", "BY", "BC", "BX", "FH", "FD", "PQ", "XZ" };
	size_t labels = 0;

	assert_null(strchr(zpl, '~'));
	for (const char *p = strchr(zpl, '^'); p != NULL; p = strchr(p + 1, '^')) {
		bool known = false;

		for (size_t i = 0; i < sizeof ours / sizeof ours[0]; i++)
			known = known || strncmp(p + 1, ours[i], strlen(ours[i])) == 0;
		if (!known)
			fail_msg("a command of somebody else: %.12s", p);
		labels += strncmp(p, "^XA", 3) == 0;
	}
	assert_int_equal(labels, 1);
}

static void
native(const struct label *l, const char *serial, const char *gtin,
    struct str *out)
{
	struct label_value at[] = { { "serial", serial }, { "gtin", gtin },
	    { "lot", "L1" } };
	struct label_values v = { at, 3, 2 };
	struct label_profile p = { 8.0, 0 };
	struct err err;

	if (!label_render(l, &p, LABEL_ZPL, &v, 1, out, &err))
		fail_msg("%s: %s: %s", serial, err.what, err.detail);
}

static void
native_zpl__has__the_symbols_as_commands(void **state)
{
	struct label *l = parsed(native_template);
	struct str out;

	(void)state;
	str_init(&out);
	native(l, "SN-1 A", "", &out);
	only_our_commands(out.p);
	assert_non_null(strstr(out.p,
	    "^FO36,16^BY2^BCN,80,N,N,N,A^FH\\^FDSN\\2D1\\20A^FS"));
	assert_non_null(strstr(out.p, "^PQ2^XZ"));
	str_clear(&out);
	native(l, "SN7", "9521001000116", &out);
	only_our_commands(out.p);
	assert_non_null(strstr(out.p, ",200,18,18,,_^FH\\^FD"
	    "_1010952100100011610L1_121SN7^FS"));
	str_done(&out);
	label_free(l);
}

static void
native_zpl__draws__what_could_be_a_command(void **state)
{
	static const char *const hostile[] = { "^XA^FDX^FS^XZ", "~JA", "A>B", ">;>8",
	    "a_1b", "A\\5EXA", "{x}", "`|" };
	struct label *l = parsed(native_template);
	struct label_profile p = { 8.0, 0 };
	struct label_symbol symbols[2];
	struct label_bitmap dots;
	struct decode d;
	struct str out;
	struct err err;
	size_t n;

	(void)state;
	decode_begin(&d);
	assert_true(label_symbols(l, &p, symbols, 2, &n, &err));
	for (size_t i = 0; i < sizeof hostile / sizeof hostile[0]; i++) {
		str_init(&out);
		native(l, hostile[i], "", &out);
		only_our_commands(out.p);
		assert_null(strstr(out.p, "^BC"));
		assert_int_equal(decode_zpl(out.p, &dots, 1), 1);
		decode_cut(&d, &dots, &symbols[0], 8.0, "]C0", hostile[i],
		    hostile[i]);
		label_bitmap_done(&dots);
		str_done(&out);
	}
	assert_int_equal(decode_all(&d), 0);
	decode_end(&d);
	label_free(l);
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
		cmocka_unit_test(random_values__come_back__from_a_pdf),
		cmocka_unit_test(two_dots_a_module__are_read__and_one_is_refused),
		cmocka_unit_test(native_zpl__has__the_symbols_as_commands),
		cmocka_unit_test(native_zpl__draws__what_could_be_a_command),
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
