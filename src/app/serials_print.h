/*
 * serials_print.h - labels of serials that were just made.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef APP_SERIALS_PRINT_H
#define APP_SERIALS_PRINT_H
#include "app/app.h"
#include "ledger/serials.h"

struct serials_desk {
	const struct label *label;
	const struct station_printer *printer;
};
/* The template and the printer for it here.  ERR_ABSENT: there is none. */
bool serials_desk(struct app *, const char *template_name, struct serials_desk *,
    struct err *) MUST_CHECK;
/* Ask for a label of each, in the transaction that issued them.  ERR_INPUT: it
 * cannot be printed; nothing may be committed then. */
bool serials_print(struct ledger *, const struct serials_desk *,
    const char *item, const struct made_serials *, struct err *) MUST_CHECK;
#endif
