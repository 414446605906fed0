/*
 * gs1_derive.c - what application identifiers mean to us.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A row names an identifier, the field that it fills and the piece of its
 * value that goes there.  Where several identifiers fill one field, the first
 * row whose element is there wins.  Values were checked before.
 */
#include <assert.h>
#include <stddef.h>
#include <string.h>
#include "base/str.h"
#include "domain/date.h"
#include "scan/gs1_private.h"

static const struct row {
	const char *id;
	size_t field;
	size_t size;
	size_t from;		/* piece of the value: from here */
	size_t most;		/* so many characters, 0: all that follow */
} rows[] = {
#define FIELD(name) offsetof(struct scan_parsed, name), \
	sizeof(((struct scan_parsed *)0)->name)
	{ "01", FIELD(gtin), 0, 14 },
	{ "8006", FIELD(gtin), 0, 14 },
	{ "03", FIELD(gtin), 0, 14 },
	{ "02", FIELD(content_gtin), 0, 14 },
	{ "8026", FIELD(content_gtin), 0, 14 },
	{ "21", FIELD(serial), 0, 0 },
	{ "235", FIELD(serial), 0, 0 },
	{ "8011", FIELD(serial), 0, 0 },
	{ "8003", FIELD(serial), 14, 0 },
	{ "10", FIELD(lot), 0, 0 },
	{ "00", FIELD(sscc), 0, 18 },
	{ "30", FIELD(count), 0, 8 },
	{ "37", FIELD(count), 0, 8 },
	{ "8010", FIELD(part), 0, 0 },
	{ "8003", FIELD(part), 1, 13 },
	{ "400", FIELD(order), 0, 0 },
	{ "414", FIELD(location), 0, 13 },
#undef FIELD
};

static void fill(struct scan_parsed *out, const struct row *row)
{
	char *field = (char *)out + row->field;
	const char *value = scan_element(out, row->id);
	size_t len;

	if (field[0] != '\0' || !value || strlen(value) <= row->from)
		return;
	value += row->from;
	len = strlen(value);
	if (row->most != 0 && len > row->most)
		len = row->most;
	str_copyn(field, row->size, value, len);
}

/* The day of the first of two identifiers that is there. */
static void fill_date(const struct scan_parsed *out, const char *id,
    bool day_zero_ok, const char *second, const struct scan_options *options,
    char iso[DATE_ISO_SIZE], bool *no_day)
{
	const char *value = scan_element(out, id);

	if (!value) {
		value = scan_element(out, second);
		day_zero_ok = false;
	}
	if (iso[0] == '\0' && value)
		date_from_yymmdd(value, options->year, day_zero_ok, iso, no_day);
}

/* A place within a location is the location's number, "/", the extension. */
static void add_extension(struct scan_parsed *out)
{
	const char *extension = scan_element(out, "254");

	if (!extension || !scan_element(out, "414"))
		return;
	str_print(out->location, sizeof(out->location), "%s/%s",
	    scan_element(out, "414"), extension);
}

void gs1_derive(const struct scan_options *options, struct scan_parsed *out)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		fill(out, &rows[i]);
	fill_date(out, "11", true, "8008", options, out->made_on,
	    &out->made_on_no_day);
	fill_date(out, "17", true, "7003", options, out->expires_on,
	    &out->expires_on_no_day);
	add_extension(out);
}

void gs1_finish(const struct scan_options *options, struct scan_parsed *out)
{
	gs1_derive(options, out);
	gs1_pair(out);
}
