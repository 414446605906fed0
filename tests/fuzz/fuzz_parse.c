/*
 * fuzz_parse.c - any bytes as a scan.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The first byte sets options, the others are the scan.  Goal: nothing leaves
 * its bounds, and what is said holds together: a fault has words and a code,
 * what is valid has neither; the same bytes say the same whatever lay in the
 * struct before; terminators change nothing; valid GS1 elements, composed
 * again, read as the same elements; the JSON is JSON.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/json.h"
#include "base/str.h"
#include "scan/gs1.h"
#include "scan/parse.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
	if (!holds)
		abort();
}

static bool ends(const char *text, size_t size)
{
	return memchr(text, '\0', size) != NULL;
}
#define ENDS(field) must(ends(p->field, sizeof(p->field)))

static void texts_end(const struct scan_parsed *p)
{
	ENDS(code);
	ENDS(error);
	ENDS(warning);
	ENDS(symbology);
	ENDS(pairing);
	ENDS(gtin);
	ENDS(content_gtin);
	ENDS(serial);
	ENDS(lot);
	ENDS(made_on);
	ENDS(expires_on);
	ENDS(sscc);
	ENDS(count);
	ENDS(part);
	ENDS(order);
	ENDS(location);
	ENDS(supplier);
	ENDS(may_be_di);
	must(p->text_len <= SCAN_BYTES_MAX && p->text[p->text_len] == '\0');
}

static void elements_hold(const struct scan_parsed *p)
{
	must(p->n_elements <= SCAN_ELEMENTS_MAX);
	for (size_t i = 0; i < p->n_elements; i++) {
		ENDS(elements[i].id);
		ENDS(elements[i].value);
		must(p->elements[i].id[0] != '\0');
		must(p->elements[i].value[0] != '\0');
	}
}

static void holds_together(const struct scan_parsed *p)
{
	texts_end(p);
	elements_hold(p);
	must(p->valid == (p->error[0] == '\0'));
	must(p->valid == (p->code[0] == '\0'));
	must(p->valid == (p->pairing[0] != '\0'));
	must((p->kind == SCAN_COMMAND) == (p->command != CMD_NONE));
	must(scan_kind_name(p->kind)[0] != '\0');
}

/* Read with the given byte in all of the struct before; JSON into out. */
static void read_over(const void *scan, size_t n,
    const struct scan_options *options, int before, struct scan_parsed *p,
    struct str *out)
{
	memset(p, before, sizeof(*p));
	scan_parse(scan, n, options, p);
	holds_together(p);
	str_clear(out);
	scan_json(scan, n, p, out);
}

static void is_json(const struct str *text)
{
	struct err err;
	struct json *root = json_parse(text->p, text->len, &err);

	must(root != NULL);
	must(json_get_text(root, "kind") != NULL);
	json_free(root);
}

static void reads_again(const struct scan_parsed *p,
    const struct scan_options *options)
{
	static struct scan_parsed again;
	struct str scan;

	if (p->kind != SCAN_GS1 || !p->valid)
		return;
	str_init(&scan);
	str_add(&scan, "]C1");
	gs1_compose(p->elements, p->n_elements, &scan);
	scan_parse(scan.p, scan.len, options, &again);
	must(again.valid && again.n_elements == p->n_elements);
	for (size_t i = 0; i < p->n_elements; i++) {
		must(str_eq(again.elements[i].id, p->elements[i].id));
		must(str_eq(again.elements[i].value, p->elements[i].value));
	}
	must(str_eq(again.pairing, p->pairing));
	must(str_eq(again.serial, p->serial));
	str_done(&scan);
}

static void with_terminators(const void *scan, size_t n,
    const struct scan_options *options, const struct scan_parsed *p)
{
	static struct scan_parsed other;
	struct str longer;

	if (n + 2 > SCAN_BYTES_MAX)
		return;
	str_init(&longer);
	str_addn(&longer, scan, n);
	str_add(&longer, "\r\n");
	scan_parse(longer.p, longer.len, options, &other);
	must(other.kind == p->kind && other.valid == p->valid);
	must(other.text_len == p->text_len);
	str_done(&longer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct scan_parsed parsed;
	struct scan_options options;
	struct str first, second;

	if (size == 0)
		return 0;
	scan_options_init(&options, 2000 + data[0]);
	options.gs_substitute = data[0] & 1 ? '|' : data[0] & 2 ? '/' : '\0';
	options.repair_15434 = !(data[0] & 4);
	str_init(&first);
	str_init(&second);
	read_over(data + 1, size - 1, &options, 0x00, &parsed, &first);
	read_over(data + 1, size - 1, &options, 0xFF, &parsed, &second);
	must(str_eq(first.p, second.p));
	is_json(&first);
	options.gs_substitute = '\0';
	reads_again(&parsed, &options);
	options.gs_substitute = data[0] & 1 ? '|' : data[0] & 2 ? '/' : '\0';
	with_terminators(data + 1, size - 1, &options, &parsed);
	str_done(&first);
	str_done(&second);
	return 0;
}
