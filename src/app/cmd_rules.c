/*
 * cmd_rules.c - the table of what may happen to a unit when.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A row for each event, a column for each status, as domain/unit_rules.c has
 * it; at most 100 columns wide.
 */
#include <string.h>
#include "app/cmd.h"
#include "domain/unit.h"

#define EVENT_WIDTH 17
#define CELL_WIDTH 5

/* Short names of statuses, in their order: "none" is a unit nobody knows. */
static const char *const short_names[UNIT_STATUSES] = { "none", "exp", "avail",
    "alloc", "pick", "pack", "ship", "ret", "rep", "inst", "out", "miss",
    "scrap", "gone" };

/* What stands for the codes of refusals. */
static const struct { const char *code, *mark; } marks[] = {
	{ "unit.wrong-status", "." },
	{ "unit.unknown", "?" },
	{ "unit.duplicate", "x" },
	{ "unit.already-done", "-" },
};

static const char *
mark_of(const char *code)
{
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (strcmp(marks[i].code, code) == 0)
			return marks[i].mark;
	return code;
}

static void
print_cell(struct unit_rule rule, bool last)
{
	char cell[16];

	switch (rule.act) {
	case RULE_SAME:
		str_copy(cell, sizeof cell, "=");
		break;
	case RULE_REFUSE:
		str_copy(cell, sizeof cell, mark_of(rule.code));
		break;
	case RULE_TO:
		str_copy(cell, sizeof cell, short_names[rule.to]);
		break;
	case RULE_TO_INCIDENT:
		str_print(cell, sizeof cell, "%s!", short_names[rule.to]);
		break;
	}
	printf(" %-*s", last ? 0 : CELL_WIDTH, cell);
}

/* "unit.received" as "received": the table is about units. */
static const char *
event_short(enum event_type type)
{
	const char *name = event_type_name(type);

	return str_starts(name, "unit.") ? name + strlen("unit.") : name;
}

static void
print_table(void)
{
	printf("%-*s", EVENT_WIDTH, "");
	for (int s = 0; s < UNIT_STATUSES; s++)
		printf(s == UNIT_STATUSES - 1 ? " %s" : " %-5s", short_names[s]);
	putchar('\n');
	for (enum event_type e = EV_UNKNOWN + 1; e < EV_UNIT_TYPES; e++) {
		printf("%-*s", EVENT_WIDTH, event_short(e));
		for (int s = 0; s < UNIT_STATUSES; s++)
			print_cell(unit_rule(e, (enum unit_status)s),
			    s == UNIT_STATUSES - 1);
		putchar('\n');
	}
}

static void
print_legend(void)
{
	puts("\nA word: the unit becomes that; with ! somebody must look at it.  "
	    "= it stays what it is.\n"
	    ". not in this status  ? not known  x known already  - done "
	    "already\n");
	fputs("Statuses:", stdout);
	for (int s = 1; s < UNIT_STATUSES; s++)
		printf("%s %s %s", s == 1 ? "" : s % 5 == 1 ? ",\n         " : ",",
		    short_names[s], unit_status_name((enum unit_status)s));
	puts("\n\nEvents:");
	for (enum event_type e = EV_UNKNOWN + 1; e < EV_UNIT_TYPES; e++)
		printf("  %-*s %s\n", EVENT_WIDTH, event_short(e),
		    unit_rule_words(e));
}

static void
json_cell(struct json_out *j, enum unit_status status, struct unit_rule rule)
{
	static const char *const acts[] = { [RULE_REFUSE] = "refuse",
	    [RULE_TO] = "to", [RULE_SAME] = "same",
	    [RULE_TO_INCIDENT] = "to-incident" };
	bool moves = rule.act == RULE_TO || rule.act == RULE_TO_INCIDENT;

	json_key(j, unit_status_name(status));
	json_object(j);
	json_kv(j, "act", acts[rule.act]);
	json_kv_opt(j, "to", moves ? unit_status_name(rule.to) : "");
	json_kv_opt(j, "code", rule.code);
	json_object_end(j);
}

static void
print_as_json(void)
{
	struct str line;

	str_init(&line);
	for (enum event_type e = EV_UNKNOWN + 1; e < EV_UNIT_TYPES; e++) {
		struct json_out j;

		json_begin(&j, &line);
		json_object(&j);
		json_kv(&j, "event", event_type_name(e));
		json_kv(&j, "says", unit_rule_words(e));
		json_key(&j, "statuses");
		json_object(&j);
		for (int s = 0; s < UNIT_STATUSES; s++)
			json_cell(&j, (enum unit_status)s,
			    unit_rule(e, (enum unit_status)s));
		json_object_end(&j);
		json_object_end(&j);
		print_json(&line);
	}
	str_done(&line);
}

static int
rules_run(struct app *app, const struct args *args)
{
	(void)args;
	if (app->globals.json) {
		print_as_json();
		return EXIT_DONE;
	}
	print_table();
	print_legend();
	return EXIT_DONE;
}

const struct command cmd_rules = {
	.name = "rules", .usage = "",
	.words = "The table of what may happen to a unit in which status.",
	.permission = ANYBODY, .run = rules_run,
};
