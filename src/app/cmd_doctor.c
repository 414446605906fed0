/*
 * cmd_doctor.c - what is wrong with this host, and what to do.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include "app/cmd.h"
#include "app/doctor.h"

static void (*const checks[])(struct doctor *) = {
	doctor_program, doctor_settings, doctor_files, doctor_disk, doctor_open,
	doctor_content, doctor_forms, doctor_print, doctor_clock, doctor_locale,
	doctor_terminal, doctor_keyboard, doctor_tty,
};

static const char *const health_names[] = { [HEALTH_OK] = "ok",
    [HEALTH_WARN] = "warn", [HEALTH_BAD] = "bad" };

static void
say_json(struct doctor *d, enum health health, const char *check,
    const char *found, const char *todo)
{
	struct json_out j;

	json_begin(&j, &d->line);
	json_object(&j);
	json_kv(&j, "check", check);
	json_kv(&j, "state", health_names[health]);
	json_kv(&j, "detail", found);
	json_kv_opt(&j, "do", todo);
	json_object_end(&j);
	print_json(&d->line);
}

void
doctor_say(struct doctor *d, enum health health, const char *check,
    const char *todo, const char *fmt, ...)
{
	char found[512];
	va_list args;

	va_start(args, fmt);
	vsnprintf(found, sizeof found, fmt, args);
	va_end(args);
	d->warnings += health == HEALTH_WARN;
	d->bad += health == HEALTH_BAD;
	if (d->app->globals.json) {
		say_json(d, health, check, found, todo);
		return;
	}
	printf("%-5s %-10s %s\n", health_names[health], check, found);
	if (todo[0] != '\0')
		printf("%-16s %s\n", "", todo);
}

static int
doctor_run(struct app *app, const struct args *args)
{
	struct doctor d = { .app = app };

	(void)args;
	str_init(&d.db);
	str_init(&d.line);
	for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++)
		checks[i](&d);
	if (!app->globals.json)
		printf("%zu bad, %zu to look at\n", d.bad, d.warnings);
	str_done(&d.db);
	str_done(&d.line);
	return d.bad == 0 ? EXIT_DONE : EXIT_REFUSED;
}

const struct command cmd_doctor = {
	.name = "doctor", .usage = "",
	.words = "Say what is wrong with this host and what to do about it.",
	.needs = NEEDS_NOTHING, .permission = ANYBODY, .run = doctor_run,
};
