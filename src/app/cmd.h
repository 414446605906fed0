/*
 * cmd.h - the commands, each in its file cmd_NAME.c.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef APP_CMD_H
#define APP_CMD_H
#include "app/app.h"

extern const struct command cmd_init, cmd_rules, cmd_version, cmd_help;
#endif
