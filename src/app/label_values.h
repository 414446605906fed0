/*
 * label_values.h - what a label says, taken from the database and by hand.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef APP_LABEL_VALUES_H
#define APP_LABEL_VALUES_H
#include "app/app.h"

#define LABEL_GIVEN_MAX 64

/* Values by field; the texts are here or borrowed from the command line. */
struct label_given {
	struct label_value at[LABEL_GIVEN_MAX];
	size_t n;
	char names[LABEL_GIVEN_MAX][LABEL_NAME_SIZE];
	char texts[LABEL_GIVEN_MAX][NAME_SIZE];
};

/* Fields of the template from --unit, --item, --bin, --carton and --badge,
 * then those of --set over them.  Opens the database where it is asked. */
bool label_values_take(struct app *, const struct args *, const struct label *,
    struct label_given *, struct err *) MUST_CHECK;

/* Print all templates (NULL), or one, with their fields. */
int label_list(struct app *, const struct label *, const struct label_profile *);
#endif
