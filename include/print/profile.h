/*
 * profile.h - printers as a site names them, and which one prints a label.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A profile says what the labels of a printer must be made for.  A label names
 * a profile, a bare queue of CUPS, or nothing: then its template chooses.
 */
#ifndef PRINT_PROFILE_H
#define PRINT_PROFILE_H
#include <stdbool.h>
#include <stddef.h>
#include "print/spooler.h"

/* Auto: ZPL for a queue without a driver, else PDF. */
enum print_format { FORMAT_AUTO, FORMAT_PDF, FORMAT_ZPL, PRINT_FORMATS };
#define PROFILES_MAX 32
#define PROFILE_LIST_SIZE 256

struct printer_profile {
	char name[QUEUE_SIZE];
	char queue[QUEUE_SIZE];		/* of CUPS */
	enum print_format format;
	double dpi;			/* of the print head */
	double width_mm;		/* that it prints, 0: not known */
	char media[96];			/* keyword, "": from the label's size */
	char templates[PROFILE_LIST_SIZE];	/* " unit carton ", "": any */
	char stations[PROFILE_LIST_SIZE];	/* the same of stations */
	bool is_default;
};

const char *print_format_name(enum print_format);	/* "pdf" */
int print_format_find(const char *name);		/* -1: none */
/* 203 for PDF, as print servers make dots; 203.2 for ZPL, as heads have them. */
double print_format_dpi(enum print_format);

/* A profile called so, or for a queue called so; NULL: none. */
const struct printer_profile *profile_find(const struct printer_profile[],
    size_t n, const char *name);
/* The one for a template at a station: one that names both, else one that
 * names the template, else one that names the station, else the default, else
 * the only one.  Profiles that name other stations or templates never. */
const struct printer_profile *profile_choose(const struct printer_profile[],
    size_t n, const char *template_name, const char *station);
/* A profile for a queue that has none. */
void profile_of_queue(const char *queue, struct printer_profile *out);
#endif
