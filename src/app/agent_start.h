/*
 * agent_start.h - the worker in the background, started when none is here.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef APP_AGENT_START_H
#define APP_AGENT_START_H
#include "app/app.h"

/* Start one beside this process when there is work for it (printers are set,
 * or labels wait) and none is here.  It ends by itself when no screen is open
 * any more and all is settled.  The database must be open for writing. */
bool agent_ensure(struct app *, struct err *) MUST_CHECK;
/* Is one at work on this database? */
bool agent_is_here(struct app *);
#endif
