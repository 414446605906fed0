/*
 * label_values.h - what a label says, taken from the database and by hand.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef APP_LABEL_VALUES_H
#define APP_LABEL_VALUES_H
#include "app/app.h"
#include "flow/label_given.h"

/* Fields of the template from --unit, --item, --bin, --carton and --badge,
 * then those of --set over them.  Opens the database where it is asked. */
bool label_values_take(struct app *, const struct args *, const struct label *,
    struct label_given *, struct err *) MUST_CHECK;

/* Print all templates (NULL), or one, with their fields. */
int label_list(struct app *, const struct label *, const struct label_profile *);
#endif
