/*
 * masters.c - items, bins, parties, serial rules and warranties.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each kind is a table of fields and a row of struct master; the functions of
 * masters.h are one line over the engine in master.c.  The fields stand in
 * the order of their keys, which is the order of the canonical body and of
 * the columns in src/store/sql/masters.sql.
 */
#include <assert.h>
#include <string.h>
#include "ledger/masters_private.h"
#include "ledger/serials_private.h"

_Static_assert(sizeof(enum need) == sizeof(int) &&
    sizeof(enum allocation) == sizeof(int) &&
    sizeof(enum bin_kind) == sizeof(int) &&
    sizeof(enum party_kind) == sizeof(int), "enums are ints");

/* The words of domain, by plain numbers. */
#define WORDS(enumeration) \
	static const char *enumeration##_word(int v) \
	{ \
		return enumeration##_name((enum enumeration)v); \
	} \
	static const struct field_words enumeration##_words = \
	    { enumeration##_word, enumeration##_find }

WORDS(need);
WORDS(allocation);
WORDS(bin_kind);
WORDS(party_kind);

static const struct field item_fields[] = {
	{ FIELD_OF(item, abc), FIELD_TEXT, NULL },
	{ FIELD_OF(item, allocation), FIELD_WORD, &allocation_words },
	{ FIELD_OF(item, default_bin), FIELD_TEXT, NULL },
	{ FIELD_OF(item, expires_on), FIELD_WORD, &need_words },
	{ FIELD_OF(item, gcp_len), FIELD_NUMBER, NULL },
	{ FIELD_OF(item, gtin), FIELD_TEXT, NULL },
	{ FIELD_OF(item, lot), FIELD_WORD, &need_words },
	{ FIELD_OF(item, made_on), FIELD_WORD, &need_words },
	{ FIELD_OF(item, max_temp_note), FIELD_TEXT, NULL },
	{ FIELD_OF(item, min_remaining_days), FIELD_LIMIT, NULL },
	{ FIELD_OF(item, name), FIELD_TEXT, NULL },
	{ FIELD_OF(item, serial_rule), FIELD_TEXT, NULL },
	{ FIELD_OF(item, warranty), FIELD_TEXT, NULL },
};

static const struct field bin_fields[] = {
	{ FIELD_OF(bin, capacity), FIELD_LIMIT, NULL },
	{ FIELD_OF(bin, kind), FIELD_WORD, &bin_kind_words },
	{ FIELD_OF(bin, reserved), FIELD_TEXT, NULL },
	{ FIELD_OF(bin, sequence), FIELD_NUMBER, NULL },
	{ FIELD_OF(bin, zone), FIELD_TEXT, NULL },
};

static const struct field party_fields[] = {
	{ FIELD_OF(party, country), FIELD_TEXT, NULL },
	{ FIELD_OF(party, email), FIELD_TEXT, NULL },
	{ FIELD_OF(party, kind), FIELD_WORD, &party_kind_words },
	{ FIELD_OF(party, min_remaining_days), FIELD_NUMBER, NULL },
	{ FIELD_OF(party, name), FIELD_TEXT, NULL },
	{ FIELD_OF(party, phone), FIELD_TEXT, NULL },
};

static const struct field serial_rule_fields[] = {
	{ FIELD_OF(serial_rule_def, alphabet), FIELD_TEXT, NULL },
	{ FIELD_OF(serial_rule_def, check), FIELD_TEXT, NULL },
	{ FIELD_OF(serial_rule_def, example), FIELD_TEXT, NULL },
	{ FIELD_OF(serial_rule_def, hint), FIELD_TEXT, NULL },
	{ FIELD_OF(serial_rule_def, mask), FIELD_TEXT, NULL },
	{ FIELD_OF(serial_rule_def, pattern), FIELD_TEXT, NULL },
	{ FIELD_OF(serial_rule_def, strip), FIELD_TEXT, NULL },
	{ FIELD_OF(serial_rule_def, supplier), FIELD_TEXT, NULL },
};

static const struct field warranty_fields[] = {
	{ FIELD_OF(warranty_def, cap_from), FIELD_TEXT, NULL },
	{ FIELD_OF(warranty_def, cap_months), FIELD_NUMBER, NULL },
	{ FIELD_OF(warranty_def, covers), FIELD_TEXT, NULL },
	{ FIELD_OF(warranty_def, months), FIELD_NUMBER, NULL },
	{ FIELD_OF(warranty_def, name), FIELD_TEXT, NULL },
	{ FIELD_OF(warranty_def, starts), FIELD_TEXT, NULL },
};

static const struct master items = {
	.type = EV_ITEM_DEFINED, .subject = SUBJECT_ITEM, .name = NAME_ITEM,
	.id_at = offsetof(struct item, id), .code_at = offsetof(struct item, code),
	.size = sizeof(struct item), .record = RECORD_OF(item_fields),
	.find = Q_ITEM_FIND, .put = Q_ITEM_PUT, .body = Q_ITEM_BODY,
};

static const struct master bins = {
	.type = EV_BIN_DEFINED, .subject = SUBJECT_BIN, .name = NAME_BIN,
	.id_at = offsetof(struct bin, id), .code_at = offsetof(struct bin, code),
	.size = sizeof(struct bin), .record = RECORD_OF(bin_fields),
	.find = Q_BIN_FIND, .put = Q_BIN_PUT, .body = Q_BIN_BODY,
};

static const struct master parties = {
	.type = EV_PARTY_DEFINED, .subject = SUBJECT_PARTY, .name = NAME_PARTY,
	.id_at = offsetof(struct party, id), .code_at = offsetof(struct party, code),
	.size = sizeof(struct party), .record = RECORD_OF(party_fields),
	.find = Q_PARTY_FIND, .put = Q_PARTY_PUT, .body = Q_PARTY_BODY,
};

static const struct master serial_rules = {
	.type = EV_SERIAL_RULE_DEFINED, .subject = SUBJECT_POLICY,
	.id_at = NO_ID, .code_at = offsetof(struct serial_rule_def, code),
	.size = sizeof(struct serial_rule_def),
	.record = RECORD_OF(serial_rule_fields), .find = Q_SERIAL_RULE_FIND,
	.put = Q_SERIAL_RULE_PUT, .body = Q_SERIAL_RULE_BODY,
};

static const struct master warranties = {
	.type = EV_WARRANTY_DEFINED, .subject = SUBJECT_POLICY,
	.id_at = NO_ID, .code_at = offsetof(struct warranty_def, code),
	.size = sizeof(struct warranty_def), .record = RECORD_OF(warranty_fields),
	.find = Q_WARRANTY_FIND, .put = Q_WARRANTY_PUT, .body = Q_WARRANTY_BODY,
};

/* --- Finding ------------------------------------------------------------- */

int
item_find(struct ledger *l, const char *code, struct item *out, struct err *err)
{
	return master_find(&items, l, code, out, err);
}

int
item_find_gtin(struct ledger *l, const char *gtin14, struct item *out, int *n,
    struct err *err)
{
	int rc;

	*n = 0;
	if (!store_walk(l->store, Q_ITEM_FIND_GTIN, err, "t", gtin14))
		return -1;
	while ((rc = store_next(l->store, Q_ITEM_FIND_GTIN, err)) > 0)
		if ((*n)++ == 0)
			master_row(&items, l->store, Q_ITEM_FIND_GTIN, out);
	return rc < 0 ? -1 : *n > 0;
}

int
bin_find(struct ledger *l, const char *code, struct bin *out, struct err *err)
{
	return master_find(&bins, l, code, out, err);
}

bool
bin_reserved_for(const struct bin *bin, const char *item)
{
	char part[CODE_SIZE + 2];

	str_print(part, sizeof part, ";%s;", item);
	return strstr(bin->reserved, part) != NULL;
}

void
bin_reserved_words(const struct bin *bin, char out[BIN_RESERVED_SIZE])
{
	size_t n;

	str_copy(out, BIN_RESERVED_SIZE, bin->reserved + (bin->reserved[0] == ';'));
	n = strlen(out);
	if (n > 0 && out[n - 1] == ';')
		out[n - 1] = '\0';
}

int
party_find(struct ledger *l, const char *code, struct party *out, struct err *err)
{
	return master_find(&parties, l, code, out, err);
}

int
serial_rule_find(struct ledger *l, const char *code, struct serial_rule_def *out,
    struct err *err)
{
	return master_find(&serial_rules, l, code, out, err);
}

int
serial_rule_for_supplier(struct ledger *l, const char *supplier,
    struct serial_rule_def *out, struct err *err)
{
	int rc = store_first(l->store, Q_SERIAL_RULE_BY_SUPPLIER, err, "t", supplier);

	if (rc <= 0)
		return rc;
	master_row(&serial_rules, l->store, Q_SERIAL_RULE_BY_SUPPLIER, out);
	store_end(l->store, Q_SERIAL_RULE_BY_SUPPLIER);
	return 1;
}

int
warranty_find(struct ledger *l, const char *code, struct warranty_def *out,
    struct err *err)
{
	return master_find(&warranties, l, code, out, err);
}

/* --- Defining ------------------------------------------------------------ */

bool
item_define(struct ledger *l, const struct item *item, enum event_entry entry,
    bool *changed, struct err *err)
{
	return master_define(&items, l, item, entry, changed, err);
}

bool
bin_define(struct ledger *l, const struct bin *bin, enum event_entry entry,
    bool *changed, struct err *err)
{
	return master_define(&bins, l, bin, entry, changed, err);
}

bool
party_define(struct ledger *l, const struct party *party, enum event_entry entry,
    bool *changed, struct err *err)
{
	return master_define(&parties, l, party, entry, changed, err);
}

bool
serial_rule_define(struct ledger *l, const struct serial_rule_def *rule,
    enum event_entry entry, bool *changed, struct err *err)
{
	return master_define(&serial_rules, l, rule, entry, changed, err) &&
	    lease_own(l, rule, entry, err);
}

bool
warranty_define(struct ledger *l, const struct warranty_def *warranty,
    enum event_entry entry, bool *changed, struct err *err)
{
	return master_define(&warranties, l, warranty, entry, changed, err);
}

const struct master *const masters_all[] = {
	&items, &bins, &parties, &serial_rules, &warranties, &operators, NULL
};
