/*
 * gs1_data.c - application identifiers and values into a GS1 symbol's data.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Values come as pairs of identifier and value and stay apart until the
 * encoder: a serial "A(10)C" is a serial.  What is put together is read again
 * by the reader of scans: it must be legal, and give back the same pairs.
 */
#include <string.h>
#include "base/clock.h"
#include "domain/date.h"
#include "label/label_private.h"
#include "scan/gs1.h"

#define GS1_128_MAX 48		/* characters, AIs and separators counted */

static int
this_year(void)
{
	char today[CLOCK_DATE_SIZE];
	int year;

	clock_today(today);
	date_split(today, &year, NULL, NULL);
	return year;
}

/* The pairs that have a value. */
static bool
take_pairs(const struct element *e, const struct filled *filled,
    struct scan_element out[AIS_MAX], size_t *n, struct err *err)
{
	*n = 0;
	for (size_t i = 0; i < e->n_ais; i++) {
		struct scan_element *one = &out[*n];

		str_copy(one->id, sizeof one->id, e->ais[i].ai);
		if (!fill_make(&e->ais[i].value, filled, one->value,
		    sizeof one->value))
			return err_code(err, ERR_INPUT, "label.too-long",
			    "(%s) has more than %zu characters", one->id,
			    sizeof one->value - 1);
		*n += one->value[0] != '\0';
	}
	return *n > 0 || err_code(err, ERR_INPUT, "label.missing",
	    "it has no data");
}

static const struct scan_parsed *
read_again(const struct scan_element pairs[], size_t n)
{
	static struct scan_parsed parsed;
	static struct scan_options options;
	struct str text;

	if (options.year == 0)
		scan_options_init(&options, this_year());
	str_init(&text);
	str_add(&text, "]d2");
	gs1_compose(pairs, n, &text);
	scan_parse(text.p, text.len, &options, &parsed);
	str_done(&text);
	return &parsed;
}

static bool
reads_back(const struct scan_element pairs[], size_t n, bool *paired,
    struct err *err)
{
	const struct scan_parsed *read = read_again(pairs, n);

	if (!read->valid || read->kind != SCAN_GS1)
		return err_code(err, ERR_INPUT, read->code[0] != '\0' ?
		    read->code : "code.syntax", "%s", read->error[0] != '\0' ?
		    read->error : "it is no GS1 data");
	for (size_t i = 0; i < n; i++)
		if (read->n_elements != n ||
		    strcmp(read->elements[i].id, pairs[i].id) != 0 ||
		    strcmp(read->elements[i].value, pairs[i].value) != 0)
			return err_code(err, ERR_INPUT, "code.syntax",
			    "(%s) reads as something else", pairs[i].id);
	*paired = strcmp(read->pairing, "ok") == 0;
	if (!*paired)
		err_code(err, ERR_INPUT, "code.pairing", "%s", read->pairing);
	return true;
}

/* Pairing is judged over all symbols of a label: what one needs may stand in
 * another. */
static bool
pairs_with_others(const struct label *l, const struct element *e,
    const struct filled *filled, const struct scan_element own[], size_t n)
{
	struct scan_element all[SCAN_ELEMENTS_MAX];
	struct err none;
	size_t more;

	memcpy(all, own, n * sizeof *own);
	for (size_t i = 0; l != NULL && i < l->elements.n; i++) {
		const struct element *other = &l->elements.at[i];

		if (other == e || !element_is_gs1(other->kind) ||
		    !element_stands(other, filled) ||
		    n + AIS_MAX > SCAN_ELEMENTS_MAX)
			continue;
		if (!take_pairs(other, filled, all + n, &more, &none))
			return false;
		n += more;
	}
	return strcmp(read_again(all, n)->pairing, "ok") == 0;
}

static bool
write_out(const struct scan_element pairs[], size_t n, struct symbol_data *out)
{
	size_t text = 0, shown = 0;

	for (size_t i = 0; i < n; i++) {
		size_t more = strlen(pairs[i].id) + strlen(pairs[i].value) + 2;

		if (text + more >= sizeof out->text)
			return false;
		str_print(out->text + text, sizeof out->text - text, "[%s]%s",
		    pairs[i].id, pairs[i].value);
		str_print(out->shown + shown, sizeof out->shown - shown, "(%s)%s",
		    pairs[i].id, pairs[i].value);
		text += more;
		shown += more;
	}
	return true;
}

bool
gs1_data(const struct label *l, const struct element *e,
    const struct filled *filled, struct symbol_data *out, struct err *err)
{
	struct scan_element pairs[AIS_MAX];
	bool ok, paired = false;
	struct str raw;
	size_t n;

	if (!take_pairs(e, filled, pairs, &n, err))
		return false;
	str_init(&raw);
	gs1_compose(pairs, n, &raw);
	ok = str_copy(out->raw, sizeof out->raw, raw.p) &&
	    write_out(pairs, n, out);
	str_done(&raw);
	if (!ok)
		return err_code(err, ERR_INPUT, "label.too-long",
		    "its data has more than %zu bytes", sizeof out->raw - 1);
	if (e->kind == EL_GS1_128 && strlen(out->raw) > GS1_128_MAX)
		return err_code(err, ERR_INPUT, "label.too-long",
		    "a GS1-128 holds %d characters, these are %zu", GS1_128_MAX,
		    strlen(out->raw));
	return reads_back(pairs, n, &paired, err) &&
	    (paired || pairs_with_others(l, e, filled, pairs, n));
}
