/*
 * fuzz_labels.c - any bytes through the readers of labels that are not GS1,
 * and through serial keys and rules.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: every reader stays in bounds, says valid or says why not, and gives
 * texts that end; a serial comes back out of its key.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "domain/date.h"
#include "domain/serial_range.h"
#include "domain/serial_rule.h"
#include "scan/hibc.h"
#include "scan/iso15434.h"
#include "scan/layout.h"
#include "scan/mh10.h"

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

/* What holds of every reader's answer. */
static void sound(const struct scan_parsed *p)
{
	must(p->n_elements <= SCAN_ELEMENTS_MAX);
	for (size_t i = 0; i < p->n_elements; i++) {
		must(ends(p->elements[i].id, sizeof(p->elements[i].id)));
		must(ends(p->elements[i].value, sizeof(p->elements[i].value)));
		must(p->elements[i].value[0] != '\0');
	}
	must(p->valid == (p->error[0] == '\0'));
	must(p->valid == (p->code[0] == '\0'));
	must(ends(p->error, sizeof(p->error)));
	must(ends(p->warning, sizeof(p->warning)));
	must(ends(p->serial, sizeof(p->serial)) && ends(p->lot, sizeof(p->lot)));
	must(p->expires_on[0] == '\0' || date_is_valid(p->expires_on));
	must(p->made_on[0] == '\0' || date_is_valid(p->made_on));
}

static void labels(const char *bytes, size_t n)
{
	static struct scan_parsed parsed;
	static const struct scan_options options = {
		.year = 2026, .repair_15434 = true
	};
	char uii[51], id[5];
	size_t at;

	if (iso15434_is(bytes, n)) {
		iso15434_parse(bytes, n, &options, &parsed);
		sound(&parsed);
		(void)mh10_uii(&parsed, uii);
	}
	(void)hibc_is(bytes, n);
	hibc_parse(bytes, n, &options, &parsed);
	sound(&parsed);
	(void)scan_layout_check(bytes, n);
	if (mh10_read_single(bytes, n, id, &at))
		must(at > 0 && at < n && mh10_find(id) != NULL);
}

static void keys(const char *text, const uint8_t *data, size_t size)
{
	unsigned char key[SERIAL_KEY_MAX], again[SERIAL_KEY_MAX];
	char back[SERIAL_SIZE];
	size_t n = serial_key(text, key, sizeof(key));

	if (n > 0) {
		must(serial_from_key(key, n, back));
		must(strcmp(back, text) == 0);
	}
	if (serial_from_key(data, size, back)) {
		must(serial_key(back, again, sizeof(again)) == size);
		must(memcmp(again, data, size) == 0);
	}
}

/* The text is cut at its first newline: a pattern, then a serial for it. */
static void rules(char *text)
{
	char *serial = strchr(text, '\n');
	struct serial_range range;
	struct serial_fault fault;
	struct serial_rule *rule;
	struct err err;
	char out[SERIAL_SIZE];

	(void)serial_legal(text, strlen(text), &fault);
	if (serial_range_parse(text, &range, &err))
		must(serial_range_holds(&range, range.last));
	if (serial == NULL)
		return;
	*serial++ = '\0';
	rule = serial_rule_new("F", text, "", "", CHECK_NONE, "SN;S/N;(S)",
	    &err);
	if (rule == NULL)
		return;
	if (!serial_rule_check(rule, serial, &fault))
		must(fault.at <= SERIAL_MAX && fault.words[0] != '\0');
	(void)serial_rule_strip(rule, serial, out);
	serial_rule_free(rule);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = malloc(size + 1);

	must(text != NULL);
	memcpy(text, data, size);
	text[size] = '\0';
	labels((const char *)data, size);
	keys(text, data, size);
	rules(text);
	free(text);
	return 0;
}
