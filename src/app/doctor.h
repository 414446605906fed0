/*
 * doctor.h - what is wrong with this host and what to do: the checks.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A check looks at one thing and says what it found, good or bad; it changes
 * nothing and never stops the others.
 */
#ifndef APP_DOCTOR_H
#define APP_DOCTOR_H
#include "app/app.h"

enum health { HEALTH_OK, HEALTH_WARN, HEALTH_BAD };

struct doctor {
	struct app *app;
	struct str db;		/* path of the database */
	bool db_there;
	size_t warnings, bad;
	struct str line;
};

/* One finding: the check's name, what was found, and what to do ("" when
 * nothing). */
void doctor_say(struct doctor *, enum health, const char *check,
    const char *todo, const char *fmt, ...) PRINTF_LIKE(5, 6);

/* doctor_host.c */
void doctor_program(struct doctor *);
void doctor_locale(struct doctor *);
void doctor_terminal(struct doctor *);
void doctor_keyboard(struct doctor *);
void doctor_tty(struct doctor *);
void doctor_clock(struct doctor *);
/* doctor_db.c: these come after doctor_files, which looks for the database,
 * and doctor_open, which opens it. */
void doctor_settings(struct doctor *);
void doctor_forms(struct doctor *);
void doctor_files(struct doctor *);
void doctor_disk(struct doctor *);
void doctor_open(struct doctor *);
void doctor_content(struct doctor *);
/* doctor_print.c: after doctor_settings and doctor_open. */
void doctor_print(struct doctor *);
#endif
