/*
 * import_operators.c - a file of operators.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A PIN is stored as its Argon2id hash only, and each hash is another one: to
 * see whether the PIN that stands is the one of the file, it is tried.  That
 * is slow on purpose, so it is done before the database is locked.  An empty
 * pin keeps the one that stands.
 */
#include <string.h>
#include "base/seal.h"
#include "base/str.h"
#include "exchange/import_private.h"

#define PIN_SIZE 33		/* 32 digits and NUL */

struct operators_row {
	struct import_row row;
	struct operator operator;
	char pin[PIN_SIZE];
};

_Static_assert(sizeof(enum role) == sizeof(int), "enums are ints");

static const char *
role_word(int v)
{
	return role_name((enum role)v);
}

static const struct cell_words role_words = { role_word, role_find, ROLES };

static const struct column operators_columns[] = {
	COLUMN_MUST("badge", cell_code, operators_row, operator.badge),
	COLUMN_MUST("name", cell_text, operators_row, operator.name),
	COLUMN_OF("role", true, cell_word, operators_row, operator.role, &role_words),
	COLUMN("pin", cell_pin, operators_row, pin),
};

static bool
hash_pin(struct import *im, struct operators_row *r, struct err *err)
{
	struct operator stands;
	int rc = operator_find(im->l, r->operator.badge, &stands, err);
	bool ok = rc >= 0;

	if (ok && (rc == 0 || stands.pin_hash[0] == '\0' ||
	    !seal_pin_matches(stands.pin_hash, r->pin)))
		ok = seal_pin_hash(r->operator.pin_hash, r->pin, err);
	seal_wipe(r->pin, sizeof r->pin);
	return ok;
}

static bool
operators_prepare(struct import *im, struct err *err)
{
	for (size_t i = 0; i < im->n && im->result->wrong == 0; i++) {
		struct operators_row *r = import_row_at(im, i);

		if (r->pin[0] != '\0' && !hash_pin(im, r, err))
			return false;
	}
	return true;
}

static bool
operators_apply(struct import *im, struct err *err)
{
	bool changed;

	for (size_t i = 0; i < im->n; i++) {
		struct operators_row *r = import_row_at(im, i);

		import_once(im, i, "badge", r->operator.badge);
		if (r->row.wrong)
			continue;
		if (!operator_define(im->l, &r->operator, BY_FILE, &changed, err))
			return false;
		import_count(im, changed);
	}
	return true;
}

const struct import_kind import_operators = {
	.name = "operators", COLUMNS(operators_columns),
	.row_size = sizeof(struct operators_row), .prepare = operators_prepare,
	.apply = operators_apply,
};
