/*
 * settings.h - what a site may say in dockledger.conf.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A file in libconfig syntax.  Every key may be left out; a key that is not
 * listed here, a wrong type or a value out of range is refused with file and
 * line, because a misspelt setting that is ignored is found at the worst
 * moment.
 */
#ifndef APP_SETTINGS_H
#define APP_SETTINGS_H
#include <stdbool.h>
#include "app/settings_print.h"
#include "base/err.h"
#include "domain/serial_mask.h"
#include "domain/words.h"
#include "ledger/cartons.h"
#include "scan/assembler.h"

struct settings {
	char file[512];			/* "" when there is none */
	char forms[512];		/* forms/ beside it, "" when there is none */
	char labels[512];		/* labels/ beside it, "" when there is none */
	char label[NAME_SIZE];		/* station.label */
	char site[SERIAL_SITE_MAX + 1];	/* station.site, for {SITE} in masks of serials */
	char gs_substitute;		/* terminal.gs_substitute, 0: none */
	int idle_lock_min;		/* terminal.idle_lock_min, 0: never */
	char tone[256];			/* terminal.tone */
	struct scan_assembler_options scanner;	/* terminal.prefix, burst_gap_ms; scanner */
	struct sscc_plan sscc;		/* company_prefix; sscc.extension, first, last */
	bool pins;			/* roles above clerk need a PIN */
	int cache_mib;			/* page cache of the database */
	struct print_settings print;	/* printers, print */
};

void settings_init(struct settings *);
/* Read the file at path over what *settings holds. */
bool settings_read(struct settings *, const char *path, struct err *) MUST_CHECK;
#endif
