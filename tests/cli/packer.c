/*
 * packer.c - packs goods behind the flows' back, for tests of what comes after.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	packer FILE < lines
 *	start CODE carton|pallet|tote ORDER|- PARTY	a container is open
 *	pick ORDER LINE ITEM SERIAL...			units are picked, loose
 *	pack CODE ORDER LINE ITEM SERIAL...		... and packed into it
 *	nest CODE PARENT				it stands on another
 *	close CODE [GRAMS]
 *
 * ORDER is "SO:5001".  A line is a transaction; the first that fails ends it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/seal.h"
#include "base/str.h"
#include "ledger/cartons.h"
#include "ledger/masters.h"

#define WORDS_MAX 1200
#define LINE_MAX_BYTES 32768
#define BIN "PACK-1"

static bool
container(struct ledger *l, char *word[], size_t n, struct err *err)
{
	enum event_type type = EV_CARTON_CLOSED;
	struct carton_say say;

	memset(&say, 0, sizeof say);
	if (strcmp(word[0], "start") == 0 && n == 5) {
		type = EV_CARTON_STARTED;
		str_copy(say.kind, sizeof say.kind, word[2]);
		str_copy(say.order, sizeof say.order, word[3][0] == '-' ? "" : word[3]);
		str_copy(say.party, sizeof say.party, word[4]);
		str_copy(say.bin, sizeof say.bin, BIN);
	} else if (strcmp(word[0], "nest") == 0 && n == 3) {
		type = EV_CARTON_NESTED;
		str_copy(say.parent, sizeof say.parent, word[2]);
	} else if (n == 3) {
		say.weight_g = strtoll(word[2], NULL, 10);
	}
	return carton_append(l, word[1], type, &say, BY_SCAN, err);
}

static bool
happens(struct ledger *l, enum event_type type, const char *item,
    const char *serial, const char *order, const char *line, const char *carton,
    struct err *err)
{
	struct event e = { .type = type, .subject_kind = SUBJECT_UNIT };
	struct anomaly odd;

	str_copy(e.item, sizeof e.item, item);
	str_copy(e.subject, sizeof e.subject, serial);
	str_copy(e.body.order, sizeof e.body.order, order);
	e.body.line = strtoll(line, NULL, 10);
	str_copy(e.body.bin, sizeof e.body.bin, BIN);
	str_copy(e.body.carton, sizeof e.body.carton, carton);
	return ledger_append(l, &e, &odd, err) && (odd.code[0] == '\0' ||
	    err_set(err, ERR_CLASH, "%s %s: %s", item, serial, odd.detail));
}

static bool
units(struct ledger *l, char *word[], size_t n, struct err *err)
{
	const char *carton = strcmp(word[0], "pack") == 0 ? word[1] : "";
	size_t at = carton[0] != '\0' ? 2 : 1;

	for (size_t i = at + 3; i < n; i++)
		if (!happens(l, EV_UNIT_PICKED, word[at + 2], word[i], word[at],
		    word[at + 1], "", err) || (carton[0] != '\0' &&
		    !happens(l, EV_UNIT_PACKED, word[at + 2], word[i], word[at],
		    word[at + 1], carton, err)))
			return false;
	return n > at + 3 || err_set(err, ERR_USAGE, "no units");
}

static bool
line_done(struct ledger *l, char *text, struct err *err)
{
	static char *word[WORDS_MAX];
	size_t n = 0;
	char *save;

	for (char *w = strtok_r(text, " \n", &save); w != NULL && n < WORDS_MAX;
	    w = strtok_r(NULL, " \n", &save))
		word[n++] = w;
	if (n < 2)
		return n == 0 || err_set(err, ERR_USAGE, "%s what?", word[0]);
	if (!ledger_begin(l, -1, err))
		return false;
	if (strcmp(word[0], "pick") == 0 || strcmp(word[0], "pack") == 0 ?
	    units(l, word, n, err) : container(l, word, n, err))
		return ledger_commit(l, err);
	ledger_rollback(l);
	return false;
}

int
main(int argc, char **argv)
{
	static char text[LINE_MAX_BYTES];
	struct ledger *l;
	struct err err;
	bool ok = true;

	err_clear(&err);
	if (argc != 2 || !seal_start(&err) || !ledger_open(&l, argv[1], false, 0, &err)) {
		fprintf(stderr, "packer: %s\n", err.what);
		return 2;
	}
	ledger_set_operator(l, "PACKER");
	while (ok && fgets(text, sizeof text, stdin) != NULL)
		ok = line_done(l, text, &err);
	if (!ok)
		fprintf(stderr, "packer: %s %s\n", err.what, err.detail);
	ledger_close(l);
	return ok ? 0 : 1;
}
