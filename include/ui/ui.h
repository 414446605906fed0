/*
 * ui.h - the full-screen station.
 * SPDX-License-Identifier: Apache-2.0
 *
 * ui_run takes the terminal, lets operators log in, and plays their scans and
 * keys into flows until somebody ends it (Ctrl-Q at the badge prompt, SIGTERM,
 * SIGHUP).  All work is in the database the moment it is confirmed on the
 * screen; open work is kept and offered again.
 *
 * Errors: false and *err when the terminal cannot be taken (ERR_ENV) or a
 * setting is wrong (ERR_INPUT); nothing was shown then.
 */
#ifndef UI_UI_H
#define UI_UI_H
#include <stdbool.h>
#include "base/err.h"
#include "flow/flow.h"
#include "ledger/print_request.h"
#include "scan/assembler.h"

#define UI_PRINTERS_MAX 32

/* What is known here of printing; nothing of it speaks to a printer. */
struct ui_printing {
	size_t n;		/* printers that are set for this site */
	struct ui_printer {
		char name[PRINTER_SIZE];
		bool here;	/* this station may print there */
	} printers[UI_PRINTERS_MAX];
};

struct ui_options {
	bool demo;		/* the demonstration warehouse: the title says DEMO */
	int idle_lock_s;	/* seconds without a key or a scan until it locks; 0: never */
	const char *tone;	/* as sounds_new takes it (term/sound.h) */
	/* Who may begin by Enter alone while no operator is defined: "os:NAME"
	 * when the database belongs to the user of this process, else "". */
	char owner[CODE_SIZE];
	/* Already known (--operator, PIN checked): no badge is asked at the
	 * start.  badge "": nobody. */
	struct worker worker;
	struct scan_assembler_options scanner;
	struct ui_printing printing;
};

/* Tone "auto", lock after 10 minutes, nobody logged in, scanner defaults. */
void ui_options_init(struct ui_options *options);

bool ui_run(struct station *, const struct ui_options *, struct err *)
    MUST_CHECK;
#endif
