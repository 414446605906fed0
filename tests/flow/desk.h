/*
 * desk.h - a stage with a printer, and forms that print.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The forms are ours with another print = ...; the printer "P1" takes units,
 * cartons and pallets.  No worker runs: what was asked for waits.
 */
#ifndef TESTS_FLOW_DESK_H
#define TESTS_FLOW_DESK_H
#include "flows.h"
#include <stdio.h>
#include <stdlib.h>
#include "base/file.h"
#include "flow/flow_private.h"
#include "ledger/print_outbox.h"

static inline const char *
desk_form(const char *name)
{
	for (size_t i = 0; builtin_forms[i] != NULL; i += 2)
		if (strcmp(builtin_forms[i], name) == 0)
			return builtin_forms[i + 1];
	abort();
}

/* Our form of this name in the folder of the house, with print = this. */
static inline void
desk_put(struct stage *stage, const char *name, const char *print)
{
	const char *ours = desk_form(name), *own = strstr(ours, "print = false;");
	struct str text;
	char path[300];
	struct err err;

	str_init(&text);
	str_addf(&text, "print = %s;\n", print);
	str_addn(&text, ours, own == NULL ? strlen(ours) : (size_t)(own - ours));
	str_addf(&text, "%s", own == NULL ? "" : own + strlen("print = false;"));
	str_print(path, sizeof path, "%s/%s.form", stage->house.folder, name);
	remove(path);
	must(file_create(path, 0600, text.p, text.len, &err));
	str_done(&text);
}

static inline void
desk_no_complaint(void *ctx, const struct err *complaint)
{
	(void)ctx;
	print_error("%s\n", complaint->what);
	abort();
}

/* Printers for the templates named (blanks between), and the forms read anew. */
static inline void
desk_open(struct stage *stage, const char *templates)
{
	static struct station_printer printers[8];
	static struct labels *labels;
	struct station *st = &stage->p.st;
	char copy[100], *save, *word;
	struct err err;

	if (labels == NULL)
		must(labels_load(&labels, NULL, desk_no_complaint, NULL, &err));
	player_done(&stage->p);
	player_init(&stage->p, &stage->house, stage->house.folder);
	assert_int_equal(stage->p.complaints, 0);
	str_copy(copy, sizeof copy, templates);
	for (word = strtok_r(copy, " ", &save); word != NULL;
	    word = strtok_r(NULL, " ", &save)) {
		struct station_printer *p = &printers[st->n_printers++];

		str_copy(p->template_name, sizeof p->template_name, word);
		str_copy(p->name, sizeof p->name, "P1");
		p->profile.dots_per_mm = 8;
	}
	st->labels = labels;
	st->printers = printers;
}

/* "unit S1 waiting, carton - waiting; ..." of all labels, oldest first. */
static inline const char *
desk_labels(struct stage *stage)
{
	static char said[1000];
	struct print_row rows[40];
	struct err err;
	size_t n;

	said[0] = '\0';
	must(ledger_print_page(stage->house.l, false, 0, rows, 40, &n, &err));
	for (size_t i = 0; i < n; i++) {
		size_t len = strlen(said);

		str_print(said + len, sizeof said - len, "%s%s %s %s%s%s",
		    i > 0 ? "; " : "", rows[i].template_name,
		    rows[i].serial[0] != '\0' ? rows[i].serial : "-",
		    print_state_word(rows[i].state),
		    rows[i].reason[0] != '\0' ? " " : "", rows[i].reason);
	}
	return said;
}

/* As the worker would: all that wait are printed. */
static inline void
desk_print(struct stage *stage)
{
	struct store *s = ledger_store(stage->house.l);
	struct print_row rows[40];
	struct err err;
	size_t n;

	must(ledger_print_page(stage->house.l, true, 0, rows, 40, &n, &err));
	must(store_begin(s, -1, &err));
	for (size_t i = 0; i < n; i++)
		if (rows[i].state == PRINT_QUEUED)
			must(store_run(s, Q_PRINT_LABEL_SET, &err, "iiti",
			    rows[i].id, (int64_t)PRINT_SENT, "", (int64_t)1));
	must(store_commit(s, &err));
}
#endif
