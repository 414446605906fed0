/*
 * mh10_derive.c - what data identifiers and text elements mean to us.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A row names an identifier, the field it fills and how its value is read.
 * Where several fill one field, the first row whose element is there and can
 * be read wins.  A value that cannot be read that way is no fault: partners
 * agree on their own contents, and the element itself is kept.
 */
#include <assert.h>
#include <stddef.h>
#include <string.h>
#include "base/str.h"
#include "domain/date.h"
#include "domain/gtin.h"
#include "scan/mh10.h"

struct row;
/* Read value into field (of size bytes); false: it cannot be read so. */
typedef bool reader(const struct scan_options *options, const char *value,
    char *field, size_t size);

static reader whole, digits, after_cage, cage_of, after_plus, before_plus,
    day_6, day_8, expiry_6d, made_6d, sscc, gtin;

static const struct row {
	const char *id;
	size_t field;
	size_t size;
	reader *read;
	const char *beside;	/* only when this element is there too, or NULL */
} rows[] = {
#define FIELD(name) offsetof(struct scan_parsed, name), \
	sizeof(((struct scan_parsed *)0)->name)
	{ "S", FIELD(serial), whole, NULL },
	{ "SER", FIELD(serial), whole, NULL },
	{ "SEQ", FIELD(serial), whole, NULL },
	{ "UCN", FIELD(serial), whole, NULL },
	{ "18S", FIELD(serial), after_cage, NULL },
	{ "15S", FIELD(serial), whole, NULL },
	{ "37S", FIELD(serial), after_plus, NULL },
	{ "25S", FIELD(serial), whole, NULL },
	{ "UST", FIELD(serial), whole, NULL },
	{ "USN", FIELD(serial), whole, NULL },
	{ "UID", FIELD(serial), whole, NULL },
	{ "1S", FIELD(serial), whole, NULL },
	{ "I", FIELD(serial), whole, NULL },
	{ "1T", FIELD(lot), whole, NULL },
	{ "T", FIELD(lot), whole, NULL },
	{ "LOT", FIELD(lot), whole, NULL },
	{ "LTN", FIELD(lot), whole, NULL },
	{ "BII", FIELD(lot), whole, NULL },
	{ "30T", FIELD(lot), whole, "1P" },
	{ "1P", FIELD(part), whole, NULL },
	{ "P", FIELD(part), whole, NULL },
	{ "PNO", FIELD(part), whole, NULL },
	{ "PNR", FIELD(part), whole, NULL },
	{ "30P", FIELD(part), whole, NULL },
	{ "9N", FIELD(part), whole, NULL },
	{ "Q", FIELD(count), digits, NULL },
	{ "K", FIELD(order), whole, NULL },
	{ "14K", FIELD(order), before_plus, NULL },
	{ "L", FIELD(location), whole, NULL },
	{ "1L", FIELD(location), whole, NULL },
	{ "V", FIELD(supplier), whole, NULL },
	{ "1V", FIELD(supplier), whole, NULL },
	{ "17V", FIELD(supplier), whole, NULL },
	{ "12V", FIELD(supplier), whole, NULL },
	{ "13V", FIELD(supplier), whole, NULL },
	{ "3V", FIELD(supplier), whole, NULL },
	{ "18V", FIELD(supplier), whole, NULL },
	{ "18S", FIELD(supplier), cage_of, NULL },
	{ "CAG", FIELD(supplier), whole, NULL },
	{ "MFR", FIELD(supplier), whole, NULL },
	{ "SPL", FIELD(supplier), whole, NULL },
	{ "DUN", FIELD(supplier), whole, NULL },
	{ "EUC", FIELD(supplier), whole, NULL },
	{ "16D", FIELD(made_on), day_8, NULL },
	{ "6D", FIELD(made_on), made_6d, NULL },
	{ "14D", FIELD(expires_on), day_8, NULL },
	{ "6D", FIELD(expires_on), expiry_6d, NULL },
	{ "D", FIELD(expires_on), day_6, "9N" },	/* pharmacy codes use D so */
	{ "8P", FIELD(gtin), gtin, NULL },
	{ "3P", FIELD(gtin), gtin, NULL },
	{ "8S", FIELD(sscc), sscc, NULL },
#undef FIELD
};

static bool whole(const struct scan_options *options, const char *value,
    char *field, size_t size)
{
	(void)options;
	return str_copy(field, size, value);
}

static bool is_number(const char *value)
{
	return value[0] != '\0' && value[strspn(value, "0123456789")] == '\0';
}

static bool digits(const struct scan_options *options, const char *value,
    char *field, size_t size)
{
	(void)options;
	return is_number(value) && strlen(value) < size &&
	    str_copy(field, size, value);
}

/* 18S is a CAGE of five characters and a serial. */
static bool after_cage(const struct scan_options *options, const char *value,
    char *field, size_t size)
{
	(void)options;
	return strlen(value) > 5 && str_copy(field, size, value + 5);
}

static bool cage_of(const struct scan_options *options, const char *value,
    char *field, size_t size)
{
	(void)options;
	return strlen(value) > 5 && str_copyn(field, size, value, 5);
}

static bool after_plus(const struct scan_options *options, const char *value,
    char *field, size_t size)
{
	const char *plus = strrchr(value, '+');

	(void)options;
	return plus && plus[1] && str_copy(field, size, plus + 1);
}

static bool before_plus(const struct scan_options *options, const char *value,
    char *field, size_t size)
{
	size_t n = strcspn(value, "+");

	(void)options;
	return n > 0 && str_copyn(field, size, value, n);
}

static bool day_6(const struct scan_options *options, const char *value,
    char *field, size_t size)
{
	assert(size == DATE_ISO_SIZE);
	return strlen(value) == 6 &&
	    date_from_yymmdd(value, options->year, true, field, NULL);
}

static bool day_8(const struct scan_options *options, const char *value,
    char *field, size_t size)
{
	(void)options;
	assert(size == DATE_ISO_SIZE);
	return strlen(value) == 8 && date_from_yyyymmdd(value, field);
}

/* 6D ends in a qualifier of three digits, the codes of X12 element 374. */
static bool qualified(const char *value, const char *qualifier, char *field)
{
	return strlen(value) == 11 && strcmp(value + 8, qualifier) == 0 &&
	    date_from_yyyymmdd(value, field);
}

static bool expiry_6d(const struct scan_options *options, const char *value,
    char *field, size_t size)
{
	(void)options;
	assert(size == DATE_ISO_SIZE);
	return qualified(value, "036", field);
}

static bool made_6d(const struct scan_options *options, const char *value,
    char *field, size_t size)
{
	(void)options;
	assert(size == DATE_ISO_SIZE);
	return qualified(value, "094", field) || qualified(value, "405", field);
}

static bool sscc(const struct scan_options *options, const char *value,
    char *field, size_t size)
{
	(void)options;
	return sscc_ok(value, strlen(value)) && str_copy(field, size, value);
}

static bool gtin(const struct scan_options *options, const char *value,
    char *field, size_t size)
{
	(void)options;
	assert(size == GTIN_SIZE);
	return gtin_normalise(value, strlen(value), field) == GTIN_OK;
}

static const char *find(const struct scan_parsed *parsed, const char *id)
{
	for (size_t i = 0; i < parsed->n_elements; i++)
		if (strcmp(parsed->elements[i].id, id) == 0)
			return parsed->elements[i].value;
	return NULL;
}

void mh10_derive(const struct scan_options *options, struct scan_parsed *out)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct row *row = &rows[i];
		const char *value = find(out, row->id);
		char *field = (char *)out + row->field;

		if (!value || field[0] != '\0' ||
		    (row->beside && !find(out, row->beside)))
			continue;
		if (!row->read(options, value, field, row->size))
			field[0] = '\0';
	}
}

/* Who marked the unit, and the agency code that goes before. */
static const struct { const char *id; const char *agency; } enterprises[] = {
	{ "17V", "D" }, { "CAG", "D" }, { "MFR", "D" }, { "SPL", "D" },
	{ "12V", "UN" }, { "DUN", "UN" }, { "7L", "LD" },
	{ "3V", "" }, { "EUC", "" }, { "18V", "" },
};

/* Serials unique within the enterprise, within the part, and identifiers
 * that are complete by themselves. */
static const char *const by_enterprise[] = { "SER", "UCN" };
static const char *const by_part[] = { "SEQ", "S" };
static const char *const parts[] = { "PNO", "1P", "LOT", "1T", "BII" };
static const char *const complete[] = { "25S", "UID", "I" };

static const char *find_first(const struct scan_parsed *parsed,
    const char *const *ids, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (find(parsed, ids[i]))
			return find(parsed, ids[i]);
	return NULL;
}
#define FIRST(parsed, ids) \
	find_first(parsed, ids, sizeof(ids) / sizeof((ids)[0]))

static bool join(char out[51], const char *a, const char *b, const char *c,
    const char *d)
{
	static const char allowed[] =
	    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-/";
	char uii[4 * SCAN_VALUE_MAX];

	str_print(uii, sizeof(uii), "%s%s%s%s", a, b, c, d);
	if (strlen(uii) > 50 || uii[strspn(uii, allowed)] != '\0')
		return false;
	return str_copy(out, 51, uii);
}

bool mh10_uii(const struct scan_parsed *parsed, char out[51])
{
	const char *serial = FIRST(parsed, complete);
	const char *part = FIRST(parsed, parts);

	if (serial)
		return join(out, serial, "", "", "");
	if (find(parsed, "18S"))
		return join(out, "D", find(parsed, "18S"), "", "");
	for (size_t i = 0; i < sizeof(enterprises) / sizeof(enterprises[0]); i++) {
		const char *who = find(parsed, enterprises[i].id);

		if (!who)
			continue;
		serial = FIRST(parsed, by_enterprise);
		if (serial)
			return join(out, enterprises[i].agency, who, serial, "");
		serial = FIRST(parsed, by_part);
		return serial && part &&
		    join(out, enterprises[i].agency, who, part, serial);
	}
	return false;
}
