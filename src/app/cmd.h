/*
 * cmd.h - the commands, each in its file cmd_NAME.c.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef APP_CMD_H
#define APP_CMD_H
#include "app/app.h"

extern const struct command cmd_init, cmd_scan, cmd_parse, cmd_trace, cmd_units,
    cmd_order, cmd_orders, cmd_bins, cmd_items, cmd_operators, cmd_incidents,
    cmd_incident, cmd_hold, cmd_verify, cmd_backup, cmd_rules, cmd_version,
    cmd_help, cmd_doctor, cmd_import, cmd_demo, cmd_operator,
    cmd_tasks;

/* The full-screen station, when no command is given. */
int station_run(struct app *);
#endif
