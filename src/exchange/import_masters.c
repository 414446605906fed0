/*
 * import_masters.c - files of items, bins and parties.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "exchange/import_private.h"

_Static_assert(sizeof(enum need) == sizeof(int) &&
    sizeof(enum allocation) == sizeof(int) &&
    sizeof(enum bin_kind) == sizeof(int) &&
    sizeof(enum party_kind) == sizeof(int), "enums are ints");

/* The words of domain, by plain numbers. */
#define WORDS(enumeration, count) \
	static const char *enumeration##_word(int v) \
	{ \
		return enumeration##_name((enum enumeration)v); \
	} \
	static const struct cell_words enumeration##_words = \
	    { enumeration##_word, enumeration##_find, count }

WORDS(need, NEEDS);
WORDS(allocation, ALLOCATIONS);
WORDS(bin_kind, BIN_KINDS);
WORDS(party_kind, PARTY_KINDS);

static const char *const abc_names[] = { "A", "B", "C", NULL };

#define DAYS_MAX 36500
#define UNITS_MAX 10000000
#define SEQUENCE_MAX 1000000000

/* --- Items --------------------------------------------------------------- */

struct items_row {
	struct import_row row;
	struct item item;
};

static const struct column items_columns[] = {
	COLUMN_MUST("code", cell_item, items_row, item.code),
	COLUMN_MUST("name", cell_text, items_row, item.name),
	COLUMN("gtin", cell_gtin, items_row, item.gtin),
	COLUMN("serial_rule", cell_code, items_row, item.serial_rule),
	COLUMN_OF("lot", false, cell_word, items_row, item.lot, &need_words),
	COLUMN_OF("made_on", false, cell_word, items_row, item.made_on, &need_words),
	COLUMN_OF("expires_on", false, cell_word, items_row, item.expires_on,
	    &need_words),
	COLUMN("warranty", cell_code, items_row, item.warranty),
	COLUMN_OF("abc", false, cell_choice, items_row, item.abc, abc_names),
	COLUMN_OF("allocation", false, cell_word, items_row, item.allocation,
	    &allocation_words),
	COLUMN("default_bin", cell_code, items_row, item.default_bin),
	COLUMN_NUMBER("min_remaining_days", false, items_row,
	    item.min_remaining_days, 0, DAYS_MAX),
	COLUMN_NUMBER("gcp_len", false, items_row, item.gcp_len, 6, 12),
	COLUMN("max_temp_note", cell_text, items_row, item.max_temp_note),
};

static void
items_blank(void *row)
{
	((struct items_row *)row)->item.min_remaining_days = -1;
}

/* A GTIN names one item: of this file, and of those that the file is silent
 * about. */
static bool
gtin_is_free(struct import *im, size_t i, struct err *err)
{
	struct items_row *r = import_row_at(im, i);
	struct import_row *before;
	struct item other;
	char key[32];
	int n, rc;

	if (r->item.gtin[0] == '\0')
		return true;
	str_print(key, sizeof key, "gtin:%s", r->item.gtin);	/* no code has a colon */
	if ((before = import_seen(im, key, i)) != NULL) {
		import_say(im, &r->row, "gtin", "%s is the GTIN of line %lld too",
		    r->item.gtin, (long long)before->line);
		return true;
	}
	rc = item_find_gtin(im->l, r->item.gtin, &other, &n, err);
	if (rc > 0 && strcmp(other.code, r->item.code) != 0 &&
	    import_find(im, other.code) == NULL)
		import_say(im, &r->row, "gtin", "%s is the GTIN of item %s",
		    r->item.gtin, other.code);
	return rc >= 0;
}

static bool
items_refer(struct import *im, struct items_row *r, struct err *err)
{
	struct serial_rule_def rule;
	struct warranty_def warranty;
	const char *code = r->item.serial_rule;
	int rc = code[0] == '\0' ? 1 : serial_rule_find(im->l, code, &rule, err);

	if (rc == 0)
		import_say_unknown(im, &r->row, "serial_rule", "serial rule", code);
	if (rc < 0)
		return false;
	code = r->item.warranty;
	rc = code[0] == '\0' ? 1 : warranty_find(im->l, code, &warranty, err);
	if (rc == 0)
		import_say_unknown(im, &r->row, "warranty", "warranty", code);
	return rc >= 0;
}

static bool
items_apply(struct import *im, struct err *err)
{
	bool changed;

	for (size_t i = 0; i < im->n; i++)
		import_once(im, i, "code",
		    ((struct items_row *)import_row_at(im, i))->item.code);
	for (size_t i = 0; i < im->n; i++) {
		struct items_row *r = import_row_at(im, i);

		if (!gtin_is_free(im, i, err) || !items_refer(im, r, err))
			return false;
		if (r->row.wrong)
			continue;
		if (!item_define(im->l, &r->item, BY_FILE, &changed, err))
			return false;
		import_count(im, changed);
	}
	return true;
}

const struct import_kind import_items = {
	.name = "items", COLUMNS(items_columns), .row_size = sizeof(struct items_row),
	.blank = items_blank, .apply = items_apply,
};

/* --- Bins ---------------------------------------------------------------- */

struct bins_row {
	struct import_row row;
	struct bin bin;
};

static const struct column bins_columns[] = {
	COLUMN_MUST("code", cell_code, bins_row, bin.code),
	COLUMN_MUST("zone", cell_clean, bins_row, bin.zone),
	COLUMN_OF("kind", true, cell_word, bins_row, bin.kind, &bin_kind_words),
	COLUMN_NUMBER("sequence", false, bins_row, bin.sequence, 0, SEQUENCE_MAX),
	COLUMN_NUMBER("capacity", false, bins_row, bin.capacity, 1, UNITS_MAX),
	COLUMN("reserved", cell_items, bins_row, bin.reserved),
};

static void
bins_blank(void *row)
{
	((struct bins_row *)row)->bin.capacity = -1;
}

/* Each code of ";A;B;" is an item. */
static bool
reserved_for_items(struct import *im, struct bins_row *r, struct err *err)
{
	const char *p = r->bin.reserved, *stop;
	char code[CODE_SIZE];
	struct item item;

	if (p[0] == '\0')
		return true;
	for (; (stop = strchr(p + 1, ';')) != NULL; p = stop) {
		int rc;

		str_copyn(code, sizeof code, p + 1, (size_t)(stop - p) - 1);
		if ((rc = item_find(im->l, code, &item, err)) < 0)
			return false;
		if (rc == 0)
			import_say(im, &r->row, "reserved",
			    "there is no item \"%s\" (import items first)", code);
	}
	return true;
}

static bool
bins_apply(struct import *im, struct err *err)
{
	bool changed;

	for (size_t i = 0; i < im->n; i++) {
		struct bins_row *r = import_row_at(im, i);

		import_once(im, i, "code", r->bin.code);
		if (!reserved_for_items(im, r, err))
			return false;
		if (r->row.wrong)
			continue;
		if (!bin_define(im->l, &r->bin, BY_FILE, &changed, err))
			return false;
		import_count(im, changed);
	}
	return true;
}

const struct import_kind import_bins = {
	.name = "bins", COLUMNS(bins_columns), .row_size = sizeof(struct bins_row),
	.blank = bins_blank, .apply = bins_apply,
};

/* --- Parties ------------------------------------------------------------- */

struct parties_row {
	struct import_row row;
	struct party party;
};

static const struct column parties_columns[] = {
	COLUMN_MUST("code", cell_code, parties_row, party.code),
	COLUMN_MUST("name", cell_text, parties_row, party.name),
	COLUMN_OF("kind", true, cell_word, parties_row, party.kind,
	    &party_kind_words),
	COLUMN("country", cell_country, parties_row, party.country),
	COLUMN("email", cell_email, parties_row, party.email),
	COLUMN("phone", cell_exact, parties_row, party.phone),
	COLUMN_NUMBER("min_remaining_days", false, parties_row,
	    party.min_remaining_days, 0, DAYS_MAX),
};

static bool
parties_apply(struct import *im, struct err *err)
{
	bool changed;

	for (size_t i = 0; i < im->n; i++) {
		struct parties_row *r = import_row_at(im, i);

		import_once(im, i, "code", r->party.code);
		if (r->row.wrong)
			continue;
		if (!party_define(im->l, &r->party, BY_FILE, &changed, err))
			return false;
		import_count(im, changed);
	}
	return true;
}

const struct import_kind import_parties = {
	.name = "parties", COLUMNS(parties_columns),
	.row_size = sizeof(struct parties_row), .apply = parties_apply,
};
