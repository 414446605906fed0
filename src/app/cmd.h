/*
 * cmd.h - the commands, each in its file cmd_NAME.c.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef APP_CMD_H
#define APP_CMD_H
#include "app/app.h"

extern const struct command
    cmd_agent, cmd_backup, cmd_bins, cmd_demo, cmd_doctor, cmd_help, cmd_hold,
    cmd_import, cmd_incident, cmd_incidents, cmd_init, cmd_items, cmd_jobs,
    cmd_label, cmd_operator, cmd_operators, cmd_order, cmd_orders, cmd_parse,
    cmd_printers, cmd_rules, cmd_scan, cmd_serials, cmd_tasks, cmd_trace,
    cmd_units, cmd_verify, cmd_version;

/* The full-screen station, when no command is given. */
int station_run(struct app *);
#endif
