/*
 * settings_print.h - what a site says about its printers.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef APP_SETTINGS_PRINT_H
#define APP_SETTINGS_PRINT_H
#include "base/conf.h"
#include "print/profile.h"

struct print_settings {
	struct printer_profile printers[PROFILES_MAX];
	size_t n;
	int batch;			/* labels a job */
	int linger_ms;			/* wait so long for more of them */
	int jobs;			/* of a printer at CUPS at a time */
	bool worker;			/* the station starts the worker by itself */
};

void print_settings_init(struct print_settings *);
/* "printers" and "print" of the root, when they are there. */
bool print_settings_read(struct print_settings *, const struct conf *,
    const struct conf_node *root, struct err *) MUST_CHECK;
#endif
