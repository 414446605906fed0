/*
 * cmd_carton.h - what can be said after `dockledger carton`.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A verb is a row; a verb with a file of its own exports its row, and
 * cmd_carton.c lists it.
 */
#ifndef APP_CMD_CARTON_H
#define APP_CMD_CARTON_H
#include "app/cmd.h"

struct carton_verb {
	const char *name;
	const char *usage;		/* what follows the name */
	size_t min, max;		/* operands after the verb */
	int permission;			/* enum permission, or ANYBODY */
	/* operands[0] is the verb */
	int (*run)(struct app *, const struct args *);
};

/* carton_show.c */
extern const struct carton_verb carton_list_verb, carton_show_verb;
/* Print one container as `show` does. */
int carton_print(struct app *, const char *code);

/* carton_start.c */
extern const struct carton_verb carton_start_verb;
/* The order of --order KIND NUMBER, or of --order KIND:NUMBER; "" when none was
 * given.  NUMBER is the last operand.  False with a usage error said. */
bool carton_order(const struct args *, char key[ORDER_SIZE], int *status);
#endif
