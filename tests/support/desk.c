/*
 * desk.c - labels asked for and a worker that prints them, for tests.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "desk.h"
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "../unit/unit.h"
#include "base/fault.h"
#include "base/json.h"

bool
desk_render(void *ctx, const struct agent_batch *b, struct str *out, double *w,
    double *h, size_t *bad, struct err *err)
{
	(void)ctx;
	*w = 50;
	*h = 25;
	for (size_t i = 0; i < b->n; i++) {
		struct json *json = json_parse(b->labels[i].fields,
		    strlen(b->labels[i].fields), err);
		bool broken = json_get_text(json, "bad") != NULL;

		for (int k = 0; k < b->labels[i].copies && !broken; k++)
			str_addf(out, "<%s>\n", json_get_text(json, "serial"));
		json_free(json);
		if (broken) {
			*bad = i;
			return err_set(err, ERR_INPUT, "it cannot be made");
		}
	}
	return true;
}

static void
set_up(struct desk *d)
{
	profile_of_queue("q1", &d->printer);
	str_copy(d->printer.name, sizeof d->printer.name, "P1");
	agent_options_init(&d->options);
	d->options.station = "T1";
	d->options.profiles = &d->printer;
	d->options.n_profiles = 1;
	d->options.once = true;
	d->options.round_ms = 1;
	d->options.render = desk_render;
}

void
desk_open(struct desk *d, int units)
{
	struct str serials;

	memset(d, 0, sizeof *d);
	d->units = units;
	house_memory(&d->house);
	if (units > 0)
		house_furnish(&d->house);
	str_init(&serials);
	for (int i = 1; i <= units; i++)
		str_addf(&serials, "%sL%03d", i == 1 ? "" : " ", i);
	if (units > 0)
		house_stock(&d->house, "DRILL", "A-02", serials.p);
	str_done(&serials);
	set_up(d);
}

void
desk_open_file(struct desk *d)
{
	memset(d, 0, sizeof *d);
	house_open(&d->house, "desk");
	set_up(d);
}

void
desk_close(struct desk *d)
{
	house_close(&d->house);
}

static bool
request(struct desk *d, const char *fields, const char *serial, const char *reason,
    int64_t *id, struct err *err)
{
	struct print_request r = { .template_name = "unit",
	    .template_text = "a template", .fields = fields, .copies = 1,
	    .printer = "", .item = serial[0] == '\0' ? "" : "DRILL",
	    .serial = serial, .reason = reason, .entry = BY_KEYS };

	return ledger_print_request(d->house.l, &r, id, err);
}

void
desk_ask(struct desk *d, int n)
{
	struct err err;
	int64_t id;

	must(ledger_begin(d->house.l, -1, &err));
	for (int i = 0; i < n; i++) {
		char serial[16], fields[64];

		str_print(serial, sizeof serial, "L%03d", ++d->asked);
		str_print(fields, sizeof fields, "{\"serial\":\"%s\"}", serial);
		must(request(d, fields, d->units > 0 ? serial : "", "", &id, &err));
	}
	must(ledger_commit(d->house.l, &err));
}

int64_t
desk_ask_fields(struct desk *d, const char *json)
{
	struct err err;
	int64_t id;

	must(ledger_begin(d->house.l, -1, &err));
	must(request(d, json, "", "", &id, &err));
	must(ledger_commit(d->house.l, &err));
	return id;
}

const char *
desk_ask_unit(struct desk *d, const char *serial, const char *reason)
{
	static struct err err;
	char fields[64];
	int64_t id;

	err_clear(&err);
	str_print(fields, sizeof fields, "{\"serial\":\"%s\"}", serial);
	must(ledger_begin(d->house.l, -1, &err));
	if (!request(d, fields, serial, reason, &id, &err)) {
		ledger_rollback(d->house.l);
		return err.what;
	}
	must(ledger_commit(d->house.l, &err));
	return "";
}

bool
desk_work(struct desk *d, struct spooler *s, struct err *err)
{
	return agent_run(ledger_store(d->house.l), s, &d->options, &d->report, err);
}

/* The child opens the file anew: handles do not pass a fork. */
static void
work_as_child(struct desk *d, struct spooler *s, int step)
{
	struct ledger *l;
	struct err err;

	if (!ledger_open(&l, d->house.path, false, 0, &err))
		_exit(98);
	fault_arm(FAULT_STEP, step);
	_exit(agent_run(ledger_store(l), s, &d->options, &d->report, &err) ? 0 : 97);
}

bool
desk_work_killed(struct desk *d, struct spooler *s, int step)
{
	int status = 0;
	pid_t child;

	house_shut(&d->house);
	child = fork();
	assert_true(child >= 0);
	if (child == 0)
		work_as_child(d, s, step);
	assert_int_equal(waitpid(child, &status, 0), child);
	house_reopen(&d->house);
	if (WIFSIGNALED(status))
		return true;
	assert_int_equal(WEXITSTATUS(status), 0);
	return false;
}

int64_t
desk_count(struct desk *d, enum print_state state)
{
	struct print_row rows[50];
	struct err err;
	int64_t after = 0, n = 0;
	size_t got = 50;

	while (got == 50) {
		must(ledger_print_page(d->house.l, false, after, rows, 50, &got, &err));
		for (size_t i = 0; i < got; i++)
			n += rows[i].state == state;
		after = got > 0 ? rows[got - 1].id : after;
	}
	return n;
}

struct print_row
desk_row(struct desk *d, int64_t id)
{
	struct print_row row;
	struct err err;

	err_clear(&err);
	must(ledger_print_row(d->house.l, id, &row, &err) == 1);
	return row;
}
