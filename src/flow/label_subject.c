/*
 * label_subject.c - what a label is for, found by a scan as look-up finds it.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "flow/flow_private.h"
#include "flow/label_subject.h"

static bool
take_unit(struct flow *f, const struct meaning *m, struct label_subject *s,
    struct err *err)
{
	int rc;

	s->kind = SUBJECT_OF_UNIT;
	s->unit = m->units[0];
	if ((rc = item_find(f->l, s->unit.item, &s->item, err)) == 0)
		memset(&s->item, 0, sizeof s->item);
	return rc >= 0;
}

static bool
refuse(const struct meaning *m, const char *words, struct err *err)
{
	if (m->n_units > 1) {
		err_code(err, ERR_CLASH, "scan.ambiguous",
		    "several items bear the serial %s", m->serial);
		return err_hint(err, "Scan the label that holds the GTIN too.");
	}
	err_code(err, ERR_ABSENT, "scan.unknown", "%s is nothing that is known and "
	    "has a label", words);
	return err_hint(err, "Scan a unit, an item, a bin, a carton or a badge.");
}

/* A structured scan with a serial is for that unit and no other thing. */
static bool
take(struct flow *f, const struct meaning *m, struct label_subject *s,
    struct err *err)
{
	meaning_words(m, s->words, sizeof s->words);
	if ((m->kinds & ACCEPT_UNIT) != 0 && m->n_units == 1)
		return take_unit(f, m, s, err);
	if (m->n_units > 1 || (m->structured && m->serial[0] != '\0'))
		return refuse(m, s->words, err);
	if ((m->kinds & ACCEPT_BIN) != 0) {
		s->kind = SUBJECT_OF_BIN;
		s->bin = m->bin;
	} else if ((m->kinds & ACCEPT_BADGE) != 0) {
		s->kind = SUBJECT_OF_BADGE;
		s->badge = m->badge;
	} else if ((m->kinds & ACCEPT_ITEM) != 0) {
		s->kind = SUBJECT_OF_ITEM;
		s->item = m->item;
	} else if ((m->kinds & ACCEPT_CARTON) != 0) {
		s->kind = SUBJECT_OF_CARTON;
		str_copy(s->carton, sizeof s->carton, m->carton);
		s->pallet = m->container.id != 0 &&
		    m->container.kind == CARTON_PALLET;
	}
	return s->kind != SUBJECT_OF_NONE || refuse(m, s->words, err);
}

bool
label_subject_find(struct station *st, const struct scan_in *in,
    struct label_subject *out, struct err *err)
{
	struct worker nobody = { .role = ROLE_CLERK };
	struct meaning m;
	struct flow *f;
	bool ok;

	memset(out, 0, sizeof *out);
	if (in->len > SCAN_BYTES_MAX)
		return err_set(err, ERR_ABSENT, "that is too long to be a code");
	if (!flow_open(&f, st, "lookup", &nobody, err))
		return false;
	scan_parse(in->bytes, in->len, &st->scan_options, &f->parsed);
	ok = resolve(f, in, ACCEPT_ANY, &m, err) && take(f, &m, out, err);
	flow_close(f, true);
	return ok;
}

const char *
label_subject_template(const struct label_subject *s)
{
	static const char *const names[] = { [SUBJECT_OF_NONE] = "",
	    [SUBJECT_OF_UNIT] = "unit", [SUBJECT_OF_ITEM] = "item",
	    [SUBJECT_OF_BIN] = "bin", [SUBJECT_OF_CARTON] = "carton",
	    [SUBJECT_OF_BADGE] = "badge" };

	return s->pallet ? "pallet" : names[s->kind];
}

bool
label_subject_give(const struct label_subject *s, const struct label *label,
    struct ledger *l, struct label_given *g, struct err *err)
{
	const char *const all[][2] = { { "code", s->item.code },
	    { "item", s->item.code }, { "item_name", s->item.name },
	    { "content", s->item.name }, { "gtin", s->item.gtin } };

	switch (s->kind) {
	case SUBJECT_OF_UNIT:
		label_given_unit(g, label, &s->unit, &s->item);
		break;
	case SUBJECT_OF_ITEM:
		for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
			label_given_offer(g, label, all[i][0], all[i][1]);
		break;
	case SUBJECT_OF_BIN:
		label_given_offer(g, label, "code", s->bin.code);
		label_given_offer(g, label, "zone", s->bin.zone);
		break;
	case SUBJECT_OF_CARTON:
		return label_given_carton(g, label, l, s->carton, err);
	case SUBJECT_OF_BADGE:
		label_given_offer(g, label, "badge", s->badge.badge);
		label_given_offer(g, label, "name", s->badge.name);
		label_given_offer(g, label, "role", role_name(s->badge.role));
		break;
	case SUBJECT_OF_NONE:
		break;
	}
	return true;
}
