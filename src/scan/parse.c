/*
 * parse.c - what a scan says: terminators, carrier, order of trial.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A carrier that promises something is read as that and nothing else, and
 * what does not hold is a fault.  Where nothing is promised, each reader takes
 * only what shows by itself that it is of its kind; what nobody takes is
 * plain text.
 */
#include <assert.h>
#include <stddef.h>
#include <string.h>
#include "base/str.h"
#include "scan/digital_link.h"
#include "scan/element.h"
#include "scan/hibc.h"
#include "scan/iso15434.h"
#include "scan/layout.h"
#include "scan/mh10.h"
#include "scan/parse_private.h"

void scan_options_init(struct scan_options *options, int year)
{
	options->year = year;
	options->gs_substitute = '\0';
	options->repair_15434 = true;
}

/* Elements and text are large and guarded by their counts: not cleared. */
void parse_start(struct scan_parsed *out)
{
	size_t after_elements = offsetof(struct scan_parsed, pairing);
	enum scan_layout layout = out->layout;
	char symbology[sizeof(out->symbology)];

	memcpy(symbology, out->symbology, sizeof(symbology));
	memset(out, 0, offsetof(struct scan_parsed, elements));
	memset((char *)out + after_elements, 0,
	    offsetof(struct scan_parsed, text) - after_elements);
	memcpy(out->symbology, symbology, sizeof(symbology));
	out->layout = layout;
	out->kind = SCAN_TEXT;
	out->valid = true;
	out->may_be_gtin = false;
	out->may_be_di[0] = '\0';
	out->may_be_gs1 = false;
	str_copy(out->pairing, sizeof(out->pairing), "ok");
}

static size_t without_terminators(const char *bytes, size_t n)
{
	while (n > 0 && (bytes[n - 1] == '\r' || bytes[n - 1] == '\n' ||
	    bytes[n - 1] == '\t'))
		n--;
	return n;
}

/* Symbology identifier and the text behind it. */
static void set_text(struct scan_parsed *out, const char *bytes, size_t n)
{
	out->symbology[0] = '\0';
	if (symbology_is(bytes, n)) {
		str_copyn(out->symbology, sizeof(out->symbology), bytes + 1,
		    SYMBOLOGY_LENGTH - 1);
		bytes += SYMBOLOGY_LENGTH;
		n -= SYMBOLOGY_LENGTH;
	}
	assert(n <= SCAN_BYTES_MAX);
	memcpy(out->text, bytes, n);
	out->text[n] = '\0';
	out->text_len = n;
}

static bool read_command(struct scan_parsed *out)
{
	if (strlen(out->text) != out->text_len)
		return false;
	out->command = scan_command_find(out->text);
	if (out->command == CMD_NONE)
		return false;
	out->kind = SCAN_COMMAND;
	return true;
}

/* Of an address that nobody promised to be a Digital Link, only a wrong check
 * digit is a fault: all else says that it is another address. */
static bool read_link(enum symbology_promise promise,
    const struct scan_options *options, struct scan_parsed *out)
{
	if (!digital_link_is(out->text, out->text_len))
		return false;
	digital_link_parse(out->text, out->text_len, options, out);
	if (out->valid || promise == SYMBOLOGY_LINK ||
	    str_eq(out->code, "code.check-digit"))
		return true;
	parse_start(out);
	return false;
}

static void read_plain(struct scan_parsed *out)
{
	char id[sizeof(out->may_be_di)];
	size_t at;

	if (mh10_read_single(out->text, out->text_len, id, &at))
		str_copy(out->may_be_di, sizeof(out->may_be_di), id);
}

static void read_unpromised(enum symbology_promise promise,
    const struct scan_options *options, struct scan_parsed *out)
{
	bool bare = promise == SYMBOLOGY_ABSENT;

	if (iso15434_is(out->text, out->text_len))
		iso15434_parse(out->text, out->text_len, options, out);
	else if (hibc_is(out->text, out->text_len))
		hibc_parse(out->text, out->text_len, options, out);
	else if (!read_link(promise, options, out) &&
	    !(bare && (parse_bracketed(options, out) ||
	    parse_bare_gs1(options, out))) &&
	    !parse_gtin(promise, out))
		read_plain(out);
}

static void read_text(enum symbology_promise promise,
    const struct scan_options *options, struct scan_parsed *out)
{
	switch (promise) {
	case SYMBOLOGY_GS1:
		parse_gs1(options, out);
		break;
	case SYMBOLOGY_EAN13:
	case SYMBOLOGY_EAN8:
	case SYMBOLOGY_EAN13_ADDON:
		parse_ean(promise, options, out);
		break;
	case SYMBOLOGY_ITF:
	case SYMBOLOGY_ITF_CUT:
		parse_itf(promise, out);
		break;
	case SYMBOLOGY_ABSENT:
	case SYMBOLOGY_PLAIN:
	case SYMBOLOGY_LINK:
		read_unpromised(promise, options, out);
		break;
	}
}

/* The beginning speaks of a wrong keyboard layout.  That can only be refuted
 * by a carrier's promise that holds; nothing else of the text can be believed,
 * not even as a plain text. */
static void read_moved(enum symbology_promise promise,
    const struct scan_options *options, struct scan_parsed *out)
{
	if (promise != SYMBOLOGY_ABSENT && promise != SYMBOLOGY_PLAIN) {
		read_text(promise, options, out);
		if (out->valid && (out->kind == SCAN_GS1 ||
		    out->kind == SCAN_GTIN)) {
			out->layout = LAYOUT_GOOD;
			return;
		}
	}
	parse_start(out);
	element_fail(out, "scan.layout", "%s", scan_layout_words(out->layout));
}

static void too_long(struct scan_parsed *out, const char *bytes, size_t n)
{
	set_text(out, bytes, SCAN_BYTES_MAX);
	parse_start(out);
	element_fail(out, "scan.too-long", "%zu bytes, %d at most", n,
	    SCAN_BYTES_MAX);
}

void scan_parse(const void *bytes, size_t n, const struct scan_options *options,
    struct scan_parsed *out)
{
	enum symbology_promise promise;

	out->layout = LAYOUT_GOOD;
	out->symbology[0] = '\0';
	if (n > SCAN_BYTES_MAX) {
		too_long(out, bytes, n);
	} else {
		out->layout = scan_layout_check(bytes, n);
		set_text(out, bytes, without_terminators(bytes, n));
		promise = symbology_promise(out->symbology);
		parse_start(out);
		if (read_command(out))
			out->layout = LAYOUT_GOOD;
		else if (out->layout != LAYOUT_GOOD)
			read_moved(promise, options, out);
		else
			read_text(promise, options, out);
	}
	if (!out->valid)
		out->pairing[0] = '\0';
}

const char *scan_element(const struct scan_parsed *parsed, const char *id)
{
	for (size_t i = 0; i < parsed->n_elements; i++)
		if (strcmp(parsed->elements[i].id, id) == 0)
			return parsed->elements[i].value;
	return NULL;
}

const char *scan_kind_name(enum scan_kind kind)
{
	static const char *const names[] = {
		[SCAN_TEXT] = "text",
		[SCAN_GS1] = "gs1",
		[SCAN_DIGITAL_LINK] = "digital-link",
		[SCAN_ISO15434] = "iso15434",
		[SCAN_HIBC] = "hibc",
		[SCAN_GTIN] = "gtin",
		[SCAN_COMMAND] = "command",
	};

	assert((int)kind >= 0 && kind <= SCAN_COMMAND);
	return names[kind];
}
