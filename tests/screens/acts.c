/*
 * acts.c - what a script does before its program, and to it.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include "acts.h"
#include "base/xalloc.h"

const char *script_arg(const struct script_line *line, size_t i)
{
	assert(i < line->n);
	return line->arg[i].p;
}

bool script_number(const char *text, int min, int max, int *out,
    struct err *err)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (*text == '\0' || *end != '\0' || n < min || n > max)
		return FAIL(err, "\"%s\" is no number from %d to %d", text,
		    min, max);
	*out = (int)n;
	return true;
}

/* --- Before the program ---------------------------------------------------- */

/* "80x24" or "80 24": columns, rows. */
static bool read_size(const struct script_line *line, int *rows, int *columns,
    struct err *err)
{
	char end;

	if (line->n == 2 && sscanf(script_arg(line, 1), "%dx%d%c", columns, rows,
	    &end) == 2 && *columns > 0 && *rows > 0)
		return true;
	if (line->n != 3)
		return FAIL(err, "a size is COLUMNSxROWS");
	return script_number(script_arg(line, 1), 1, 400, columns, err) &&
	    script_number(script_arg(line, 2), 1, 200, rows, err);
}

bool act_size(struct player *p, const struct script_line *line, struct err *err)
{
	int rows, columns;

	if (p->ready)
		return FAIL(err, "size comes before run; use resize");
	if (!read_size(line, &rows, &columns, err))
		return false;
	p->rows = p->options->rows > 0 ? p->options->rows : rows;
	p->columns = p->options->columns > 0 ? p->options->columns : columns;
	return true;
}

bool act_term(struct player *p, const struct script_line *line, struct err *err)
{
	if (place_term(&p->place, script_arg(line, 1)))
		return true;
	p->skipped = true;
	return err_set(err, ERR_AWAY, "infocmp or tic is missing");
}

/* $HOME is the test's folder, $SRC and $BUILD the source and build folders. */
static void expand(const struct player *p, const char *text, struct str *out)
{
	static const struct { const char *name, *variable; } names[] = {
		{ "$SRC", "DOCKLEDGER_SRCDIR" },
		{ "$BUILD", "DOCKLEDGER_BUILDDIR" }, { "$HOME", "HOME" } };

	while (*text != '\0') {
		bool found = false;

		for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
			const char *value = place_env_get(&p->place,
			    names[i].variable);

			if (found || !str_starts(text, names[i].name))
				continue;
			str_add(out, value != NULL ? value : ".");
			text += strlen(names[i].name);
			found = true;
		}
		if (!found)
			str_addc(out, *text++);
	}
}

bool act_env(struct player *p, const struct script_line *line, struct err *err)
{
	struct str setting;

	if (strchr(script_arg(line, 1), '=') == NULL)
		return FAIL(err, "env takes NAME=VALUE");
	str_init(&setting);
	expand(p, script_arg(line, 1), &setting);
	place_env(&p->place, setting.p);
	str_done(&setting);
	return true;
}

bool act_locale(struct player *p, const struct script_line *line, struct err *err)
{
	char setting[64];

	(void)err;
	str_print(setting, sizeof setting, "LC_ALL=%s", script_arg(line, 1));
	place_env(&p->place, setting);
	return true;
}

bool act_file(struct player *p, const struct script_line *line, struct err *err)
{
	struct str text, path;
	FILE *file = NULL;
	bool done = false;

	str_init(&text);
	str_init(&path);
	str_addf(&path, "%s/%s", p->place.folder, script_arg(line, 1));
	p->next = script_block(p->script, line->number, &text);
	if (p->next > 0)
		file = fopen(path.p, "we");
	if (file != NULL) {
		done = fwrite(text.p, 1, text.len, file) == text.len;
		done = fclose(file) == 0 && done;
	}
	str_done(&text);
	str_done(&path);
	return done || FAIL(err, "could not write the file, or it has no end");
}

/* Program and arguments from argument i on. */
static char **command(const struct player *p, const struct script_line *line,
    size_t i)
{
	char **argv = xcalloc(line->n - i + 1, sizeof *argv);

	for (size_t k = 0; i + k < line->n; k++) {
		struct str one;

		str_init(&one);
		if (k == 0)
			place_program(script_arg(line, i), &one);
		else
			expand(p, script_arg(line, i + k), &one);
		argv[k] = xstrdup(one.p);
		str_done(&one);
	}
	return argv;
}

static void free_command(char **argv)
{
	for (size_t i = 0; argv[i] != NULL; i++)
		free(argv[i]);
	free(argv);
}

bool act_do(struct player *p, const struct script_line *line, struct err *err)
{
	char **argv = command(p, line, 1);
	struct str said;
	int status;

	str_init(&said);
	status = place_do(&p->place, argv, &said);
	free_command(argv);
	if (status != 0)
		FAIL(err, "status %d: %s", status, said.p);
	str_done(&said);
	return status == 0;
}

bool act_need(struct player *p, const struct script_line *line, struct err *err)
{
	struct str path;
	bool there;

	str_init(&path);
	place_program(script_arg(line, 1), &path);
	there = access(path.p, X_OK) == 0;
	str_done(&path);
	p->skipped = !there;
	return there || err_set(err, ERR_AWAY, "%s is not built", script_arg(line, 1));
}

/* --- The program ----------------------------------------------------------- */

static bool is_utf8(const struct player *p)
{
	const char *locale = place_env_get(&p->place, "LC_ALL");

	return locale != NULL && (strcasestr(locale, "utf-8") != NULL ||
	    strcasestr(locale, "utf8") != NULL);
}

bool act_run(struct player *p, const struct script_line *line, struct err *err)
{
	char **argv = command(p, line, 1);
	char **env;
	bool done;

	if (p->ready)
		vt_done(&p->vt);
	vt_init(&p->vt, p->rows, p->columns, is_utf8(p));
	p->ready = true;
	p->bells = 0;
	env = xcalloc(p->place.env.n + 1, sizeof *env);
	memcpy(env, p->place.env.at, p->place.env.n * sizeof *env);
	done = vt_run(&p->vt, argv, env, p->place.folder);
	free(env);
	free_command(argv);
	return done || FAIL(err, "no pseudo terminal");
}

static bool send_bytes(struct player *p, const struct str *bytes,
    struct err *err)
{
	return vt_type(&p->vt, bytes->p, bytes->len, p->options->timeout_ms) ||
	    FAIL(err, "the program does not read what is typed");
}

bool act_type(struct player *p, const struct script_line *line, struct err *err)
{
	return send_bytes(p, &line->arg[1], err);
}

bool act_key(struct player *p, const struct script_line *line, struct err *err)
{
	struct str bytes;
	bool done = true;

	str_init(&bytes);
	for (size_t i = 1; i < line->n && done; i++)
		done = place_key(&p->place, script_arg(line, i), &bytes) ||
		    FAIL(err, "no key is called \"%s\"", script_arg(line, i));
	done = done && send_bytes(p, &bytes, err);
	str_done(&bytes);
	return done;
}

bool act_scan(struct player *p, const struct script_line *line, struct err *err)
{
	struct str bytes;
	bool done;

	str_init(&bytes);
	str_addn(&bytes, line->arg[1].p, line->arg[1].len);
	str_addc(&bytes, '\r');
	done = send_bytes(p, &bytes, err);
	str_done(&bytes);
	return done;
}

/* The text with each "%n" as 1, 2, ...; all of it in one write. */
bool act_burst(struct player *p, const struct script_line *line, struct err *err)
{
	struct str bytes;
	int count;
	bool done;

	if (!script_number(script_arg(line, 1), 1, 100000, &count, err))
		return false;
	str_init(&bytes);
	for (int i = 1; i <= count; i++) {
		const char *from = line->arg[2].p, *at;

		while ((at = strstr(from, "%n")) != NULL) {
			str_addn(&bytes, from, (size_t)(at - from));
			str_addf(&bytes, "%d", i);
			from = at + 2;
		}
		str_add(&bytes, from);
		str_addc(&bytes, '\r');
	}
	done = send_bytes(p, &bytes, err);
	str_done(&bytes);
	return done;
}

bool act_paste(struct player *p, const struct script_line *line, struct err *err)
{
	struct str bytes;
	bool done;

	str_init(&bytes);
	str_add(&bytes, "\033[200~");
	str_addn(&bytes, line->arg[1].p, line->arg[1].len);
	str_add(&bytes, "\033[201~");
	done = send_bytes(p, &bytes, err);
	str_done(&bytes);
	return done;
}

bool act_resize(struct player *p, const struct script_line *line, struct err *err)
{
	if (!read_size(line, &p->rows, &p->columns, err))
		return false;
	vt_resize(&p->vt, p->rows, p->columns);
	return true;
}

bool act_flow(struct player *p, const struct script_line *line, struct err *err)
{
	return vt_flow(&p->vt, strcmp(script_arg(line, 1), "on") == 0) ||
	    FAIL(err, "the line cannot be stopped");
}

bool act_hangup(struct player *p, const struct script_line *line, struct err *err)
{
	(void)line, (void)err;
	vt_hang_up(&p->vt);
	return true;
}

bool act_cook(struct player *p, const struct script_line *line, struct err *err)
{
	(void)line;
	return vt_cook(&p->vt) || FAIL(err, "the line does not take modes");
}

static const struct { const char *name; int number; } signals[] = {
	{ "TERM", SIGTERM }, { "HUP", SIGHUP }, { "INT", SIGINT },
	{ "SEGV", SIGSEGV }, { "ABRT", SIGABRT }, { "TSTP", SIGTSTP },
	{ "KILL", SIGKILL }, { "USR1", SIGUSR1 }, { "QUIT", SIGQUIT },
	{ "STOP", SIGSTOP }, { "CONT", SIGCONT },
};

bool script_signal(const char *name, int *out, struct err *err)
{
	for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
		if (strcmp(signals[i].name, name) == 0) {
			*out = signals[i].number;
			return true;
		}
	return FAIL(err, "no signal is called \"%s\"", name);
}

bool act_signal(struct player *p, const struct script_line *line, struct err *err)
{
	int signo;

	if (!script_signal(script_arg(line, 1), &signo, err))
		return false;
	if (p->vt.pid <= 0 || kill(p->vt.pid, signo) != 0)
		return FAIL(err, "the program has ended");
	return true;
}

bool act_winch(struct player *p, const struct script_line *line, struct err *err)
{
	/* A signal alone, to be sure that it does no harm. */
	(void)line;
	return (p->vt.pid > 0 && kill(p->vt.pid, SIGWINCH) == 0) ||
	    FAIL(err, "the program has ended");
}

