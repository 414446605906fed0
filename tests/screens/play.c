/*
 * play.c - plays a script of keys and screens.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each word of a script is a row of the table: its name, how many arguments
 * it takes, and the function that does it.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include "acts.h"
#include "shot.h"

/* --- The table ------------------------------------------------------------- */

static const struct word {
	const char *name;
	size_t min, max;	/* arguments, the word among them */
	bool runs;		/* only after run */
	act_fn *act;
} words[] = {
	{ "size", 2, 3, false, act_size },
	{ "term", 2, 2, false, act_term },
	{ "locale", 2, 2, false, act_locale },
	{ "env", 2, 2, false, act_env },
	{ "need", 2, 2, false, act_need },
	{ "file", 2, 2, false, act_file },
	{ "do", 2, SCRIPT_ARGUMENTS, false, act_do },
	{ "run", 2, SCRIPT_ARGUMENTS, false, act_run },
	{ "type", 2, 2, true, act_type },
	{ "key", 2, SCRIPT_ARGUMENTS, true, act_key },
	{ "scan", 2, 2, true, act_scan },
	{ "burst", 3, 3, true, act_burst },
	{ "paste", 2, 2, true, act_paste },
	{ "resize", 2, 3, true, act_resize },
	{ "winch", 1, 1, true, act_winch },
	{ "flow", 2, 2, true, act_flow },
	{ "hangup", 1, 1, true, act_hangup },
	{ "cook", 1, 1, true, act_cook },
	{ "signal", 2, 2, true, act_signal },
	{ "wait", 2, 4, true, act_wait },
	{ "expect", 2, 4, true, act_expect },
	{ "expect-not", 2, 4, true, act_expect_not },
	{ "expect-look", 3, 3, true, act_expect_look },
	{ "expect-raw", 2, 2, true, act_expect_raw },
	{ "forget-raw", 1, 1, true, act_forget_raw },
	{ "expect-restored", 1, 1, true, act_expect_restored },
	{ "cursor", 2, 3, true, act_cursor },
	{ "bell", 2, 2, true, act_bell },
	{ "screen", 2, 2, true, act_screen },
	{ "snapshot", 2, 2, true, act_snapshot },
};

static const struct word *find_word(const char *name)
{
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcmp(words[i].name, name) == 0)
			return &words[i];
	return NULL;
}

static bool play_line(struct player *p, const struct script_line *line,
    struct err *err)
{
	const struct word *word = find_word(script_arg(line, 0));

	if (word == NULL)
		return FAIL(err, "no word \"%s\"", script_arg(line, 0));
	if (line->n < word->min || line->n > word->max)
		return FAIL(err, "%s takes other arguments", word->name);
	if (word->runs && !p->ready)
		return FAIL(err, "%s comes after run", word->name);
	return word->act(p, line, err);
}

static bool play_all(struct player *p, struct err *err)
{
	struct script_line line;
	size_t at = 0;
	bool done = true;

	script_line_init(&line);
	while (done && at < p->script->lines.n) {
		p->next = at + 1;
		done = script_divide(p->script, at, &line) ||
		    FAIL(err, "a quote is not closed");
		if (done && line.n > 0)
			done = play_line(p, &line, err);
		if (!done)
			err_say(err, "%s:%zu: %s", p->script->path, at + 1,
			    err->what);
		at = p->next;
	}
	script_line_done(&line);
	return done;
}

static void print_screen(const struct player *p)
{
	struct str text;

	if (!p->ready)
		return;
	str_init(&text);
	shot_text(&p->vt, &text);
	fputs(text.p, stderr);
	str_done(&text);
}

enum play_end play(struct script *script, const struct play_options *options,
    struct err *err)
{
	struct player p = { .script = script, .options = options,
		.rows = options->rows > 0 ? options->rows : 24,
		.columns = options->columns > 0 ? options->columns : 80 };
	bool done;

	if (!place_init(&p.place)) {
		FAIL(err, "no folder in /tmp");
		return PLAY_FAILED;
	}
	done = place_term(&p.place, "xterm-256color") ||
	    err_set(err, ERR_AWAY, "infocmp or tic is missing");
	p.skipped = !done;
	done = done && play_all(&p, err);
	if ((!done && !p.skipped) || options->show)
		print_screen(&p);
	if (options->shot != NULL && p.ready)
		done = shot_file(&p.vt, options->shot, err) && done;
	if (p.ready)
		vt_done(&p.vt);
	place_done(&p.place, options->keep);
	return done ? PLAY_PASSED : p.skipped ? PLAY_SKIPPED : PLAY_FAILED;
}
