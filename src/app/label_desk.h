/*
 * label_desk.h - which printer takes the labels of which template here.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef APP_LABEL_DESK_H
#define APP_LABEL_DESK_H
#include "app/app.h"

/* Fill the templates and printers of app->station, when printers are set up;
 * app->desk is theirs.  Flows choose among them by template alone. */
bool label_desk(struct app *, struct err *) MUST_CHECK;
#endif
