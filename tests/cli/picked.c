/*
 * picked.c - units as a picker leaves them, for tests of what comes after.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	picked DATABASE ITEM ORDER LINE BIN TOTE SERIAL...
 *
 * Each unit is picked for a line of an order ("SO:5001") into a bin and, when
 * TOTE is not "-", into that tote, which is started when it is not in use.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/seal.h"
#include "base/str.h"
#include "ledger/cartons.h"

static bool
start_tote(struct ledger *l, const char *tote, const char *order, struct err *err)
{
	struct carton_say what = { .kind = "tote" };
	struct carton c;
	char code[32];
	int rc = carton_find(l, tote, &c, err);

	if (rc < 0)
		return false;
	if (!carton_may(rc > 0 ? &c : NULL, EV_CARTON_STARTED, code))
		return true;	/* in use already */
	str_copy(what.order, sizeof what.order, order);
	return carton_append(l, tote, EV_CARTON_STARTED, &what, BY_FILE, err);
}

static bool
pick(struct ledger *l, char **argv, const char *serial, struct err *err)
{
	struct event e = { .type = EV_UNIT_PICKED, .subject_kind = SUBJECT_UNIT,
	    .entry = BY_FILE };
	struct anomaly odd;

	str_copy(e.item, sizeof e.item, argv[2]);
	str_copy(e.subject, sizeof e.subject, serial);
	str_copy(e.body.order, sizeof e.body.order, argv[3]);
	e.body.line = strtoll(argv[4], NULL, 10);
	str_copy(e.body.bin, sizeof e.body.bin, argv[5]);
	if (strcmp(argv[6], "-") != 0)
		str_copy(e.body.carton, sizeof e.body.carton, argv[6]);
	return ledger_append(l, &e, &odd, err) && (odd.code[0] == '\0' ||
	    err_set(err, ERR_CLASH, "%s: %s %s", serial, odd.code, odd.detail));
}

int
main(int argc, char **argv)
{
	struct ledger *l = NULL;
	struct err err;
	bool ok;

	if (argc < 8) {
		fputs("usage: picked DATABASE ITEM ORDER LINE BIN TOTE SERIAL...\n",
		    stderr);
		return 2;
	}
	err_clear(&err);
	ok = seal_start(&err) && ledger_open(&l, argv[1], false, 0, &err);
	if (ok)
		ledger_set_operator(l, "os:test");
	ok = ok && ledger_begin(l, -1, &err) && (strcmp(argv[6], "-") == 0 ||
	    start_tote(l, argv[6], argv[3], &err));
	for (int i = 7; ok && i < argc; i++)
		ok = pick(l, argv, argv[i], &err);
	ok = ok && ledger_commit(l, &err);
	if (!ok)
		fprintf(stderr, "picked: %s %s\n", err.what, err.detail);
	ledger_close(l);
	return ok ? 0 : 1;
}
