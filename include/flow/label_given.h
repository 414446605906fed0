/*
 * label_given.h - what a label says of a unit or a container, by field.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A source offers all it knows of its subject; the template takes the fields
 * that it has.  Used by flows, at the accepting scan, and by the command
 * `label`, so that both print the same.
 */
#ifndef FLOW_LABEL_GIVEN_H
#define FLOW_LABEL_GIVEN_H
#include "label/label.h"
#include "ledger/masters.h"

#define LABEL_GIVEN_MAX 64

/* Values by field; the texts are here or borrowed. */
struct label_given {
	struct label_value at[LABEL_GIVEN_MAX];
	size_t n;
	char names[LABEL_GIVEN_MAX][LABEL_NAME_SIZE];
	char texts[LABEL_GIVEN_MAX][NAME_SIZE];
};

/* One value, when the template has the field and it is not empty. */
void label_given_offer(struct label_given *, const struct label *,
    const char *name, const char *value);
/* A unit and its item, as they are. */
void label_given_unit(struct label_given *, const struct label *,
    const struct unit *, const struct item *);
/* A carton or pallet: its number, what is in it, whom it is for.  One that is
 * not known yet has its number alone: a label may be stuck on first. */
bool label_given_carton(struct label_given *, const struct label *,
    struct ledger *, const char *code, struct err *) MUST_CHECK;
/* All of it as the JSON object of a print request, appended; the last value of
 * a field counts. */
void label_given_fields(const struct label_values *, struct str *out);
#endif
