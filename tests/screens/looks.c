/*
 * looks.c - what a script wants to see, and how it waits for it.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include "acts.h"
#include "shot.h"

/* --- Looking --------------------------------------------------------------- */

/* The rows a line speaks of: "row N" (from the bottom when below 0) before
 * the text, else all.  *i is the argument after them. */
static bool read_rows(const struct player *p, const struct script_line *line,
    size_t *i, int *first, int *last, struct err *err)
{
	*first = 0;
	*last = p->vt.rows - 1;
	if (*i + 1 < line->n && strcmp(script_arg(line, *i), "row") == 0) {
		if (!script_number(script_arg(line, *i + 1), -p->vt.rows, p->vt.rows - 1,
		    first, err))
			return false;
		if (*first < 0)
			*first += p->vt.rows;
		*last = *first;
		*i += 2;
	}
	return *i + 1 == line->n || FAIL(err, "it takes [row N] \"text\"");
}

/* The row (from first on) that holds text, or -1; *at is its byte offset. */
static int find_text(const struct vt *vt, int first, int last,
    const char *text, size_t *at)
{
	struct str row;
	int found = -1;

	str_init(&row);
	for (int r = first; r <= last && found < 0; r++) {
		const char *hit;

		str_clear(&row);
		vt_row(vt, r, &row);
		hit = strstr(row.p, text);
		if (hit != NULL) {
			found = r;
			*at = (size_t)(hit - row.p);
		}
	}
	str_done(&row);
	return found;
}

bool act_expect(struct player *p, const struct script_line *line, struct err *err)
{
	size_t i = 1, at;
	int first, last;

	if (!read_rows(p, line, &i, &first, &last, err))
		return false;
	return find_text(&p->vt, first, last, script_arg(line, i), &at) >= 0 ||
	    FAIL(err, "\"%s\" is not on the screen", script_arg(line, i));
}

bool act_expect_not(struct player *p, const struct script_line *line, struct err *err)
{
	size_t i = 1, at;
	int first, last, row;

	if (!read_rows(p, line, &i, &first, &last, err))
		return false;
	row = find_text(&p->vt, first, last, script_arg(line, i), &at);
	return row < 0 || FAIL(err, "\"%s\" is on the screen, in row %d",
	    script_arg(line, i), row);
}

/* Every cell of text has the look.  Only for text of one cell a byte. */
bool act_expect_look(struct player *p, const struct script_line *line, struct err *err)
{
	const char *text = script_arg(line, 2), *look = script_arg(line, 1);
	size_t at;
	int row = find_text(&p->vt, 0, p->vt.rows - 1, text, &at);
	struct str before;

	if (row < 0)
		return FAIL(err, "\"%s\" is not on the screen", text);
	str_init(&before);
	vt_row_looks(&p->vt, row, &before);
	for (size_t i = 0; i < strlen(text); i++) {
		char is = at + i < before.len ? before.p[at + i] : '.';

		if (is != look[0]) {
			FAIL(err, "\"%s\" looks '%c', not '%s', in row %d",
			    text, is, look, row);
			str_done(&before);
			return false;
		}
	}
	str_done(&before);
	return true;
}

bool act_expect_raw(struct player *p, const struct script_line *line, struct err *err)
{
	return memmem(p->vt.raw.p, p->vt.raw.len, line->arg[1].p,
	    line->arg[1].len) != NULL ||
	    FAIL(err, "these bytes were not written");
}

bool act_forget_raw(struct player *p, const struct script_line *line, struct err *err)
{
	(void)line, (void)err;
	str_clear(&p->vt.raw);
	return true;
}

bool act_cursor(struct player *p, const struct script_line *line, struct err *err)
{
	int row, column, is_row, is_column;

	if (line->n == 2)
		return !p->vt.cursor_shown || FAIL(err, "the cursor is shown");
	if (line->n != 3 || !script_number(script_arg(line, 1), 0, 199, &row, err) ||
	    !script_number(script_arg(line, 2), 0, 399, &column, err))
		return FAIL(err, "it takes ROW COLUMN or hidden");
	vt_cursor(&p->vt, &is_row, &is_column);
	return (p->vt.cursor_shown && is_row == row && is_column == column) ||
	    FAIL(err, "the cursor is %s at %d %d", p->vt.cursor_shown ?
	    "shown" : "hidden", is_row, is_column);
}

bool act_bell(struct player *p, const struct script_line *line, struct err *err)
{
	unsigned rung = p->vt.bells - p->bells;
	int wanted;

	if (!script_number(script_arg(line, 1), 0, 1000, &wanted, err))
		return false;
	p->bells = p->vt.bells;
	return rung == (unsigned)wanted || FAIL(err, "%u bells were rung", rung);
}

bool act_expect_restored(struct player *p, const struct script_line *line, struct err *err)
{
	const char *why;

	(void)line;
	return vt_is_restored(&p->vt, &why) || FAIL(err, "%s", why);
}

/* Where two texts of lines differ first. */
static void say_difference(const char *wanted, const char *is, struct err *err)
{
	int line = 1;

	for (;;) {
		size_t w = strcspn(wanted, "\n"), n = strcspn(is, "\n");

		if (w != n || memcmp(wanted, is, n) != 0) {
			FAIL(err, "another screen, at line %d of the block",
			    line);
			err_detail(err, "wanted %.*s\nis     %.*s", (int)w,
			    wanted, (int)n, is);
			return;
		}
		assert(wanted[w] != '\0' && is[n] != '\0');
		wanted += w + 1;
		is += n + 1;
		line++;
	}
}

bool act_screen(struct player *p, const struct script_line *line, struct err *err)
{
	struct str wanted, is;
	bool same = true;

	str_init(&wanted);
	str_init(&is);
	shot_text(&p->vt, &is);
	p->next = script_block(p->script, line->number, &wanted);
	if (p->next == 0 || strcmp(wanted.p, is.p) != 0) {
		if (p->options->update)
			p->next = script_replace(p->script, line->number, is.p);
		else
			same = false;
	}
	if (!same && p->next == 0)
		FAIL(err, "screen %s has no end", script_arg(line, 1));
	else if (!same)
		say_difference(wanted.p, is.p, err);
	str_done(&wanted);
	str_done(&is);
	return same;
}

bool act_snapshot(struct player *p, const struct script_line *line, struct err *err)
{
	const char *name = script_arg(line, 1);
	size_t n = strlen(name);

	if (!shot_draws() && n > 4 && strcmp(name + n - 4, ".png") == 0)
		return true;		/* for people only */
	return shot_file(&p->vt, name, err);
}

/* --- Waiting --------------------------------------------------------------- */

struct wanted {
	const struct player *player;
	const char *text;
	int first, last;
	unsigned bells;
};

static bool is_idle(void *ctx)
{
	const struct wanted *w = ctx;

	return vt_is_idle(&w->player->vt);
}

static bool has_text(void *ctx)
{
	const struct wanted *w = ctx;
	size_t at;

	return find_text(&w->player->vt, w->first, w->last, w->text, &at) >= 0;
}

static bool has_written(void *ctx)
{
	const struct wanted *w = ctx;
	const struct str *raw = &w->player->vt.raw;

	return memmem(raw->p, raw->len, w->text, strlen(w->text)) != NULL;
}

static bool has_rung(void *ctx)
{
	const struct wanted *w = ctx;

	return w->player->vt.bells - w->player->bells >= w->bells;
}

static bool has_ended(void *ctx)
{
	const struct wanted *w = ctx;

	return vt_has_ended(&w->player->vt);
}

static bool wait_exit(struct player *p, const struct script_line *line,
    struct err *err)
{
	struct wanted wanted = { .player = p };
	int status, signo;

	if (line->n != 3)
		return FAIL(err, "it takes exit STATUS or exit SIGNAL");
	if (!vt_wait(&p->vt, p->options->timeout_ms, has_ended, &wanted))
		return FAIL(err, "the program goes on");
	if (script_arg(line, 2)[0] >= 'A') {
		if (!script_signal(script_arg(line, 2), &signo, err))
			return false;
		return (WIFSIGNALED(p->vt.status) &&
		    WTERMSIG(p->vt.status) == signo) ||
		    FAIL(err, "it ended otherwise: %#x", p->vt.status);
	}
	if (!script_number(script_arg(line, 2), 0, 255, &status, err))
		return false;
	return (WIFEXITED(p->vt.status) &&
	    WEXITSTATUS(p->vt.status) == status) ||
	    FAIL(err, "it ended otherwise: %#x", p->vt.status);
}

static bool wait_raw(struct player *p, const struct script_line *line,
    struct err *err)
{
	struct wanted wanted = { .player = p };

	if (line->n != 3)
		return FAIL(err, "it takes raw \"bytes\"");
	wanted.text = script_arg(line, 2);
	return vt_wait(&p->vt, p->options->timeout_ms, has_written, &wanted) ||
	    FAIL(err, "these bytes are not written");
}

static bool wait_bell(struct player *p, const struct script_line *line,
    struct err *err)
{
	struct wanted wanted = { .player = p };
	int bells;

	if (line->n != 3 || !script_number(script_arg(line, 2), 1, 1000, &bells, err))
		return FAIL(err, "it takes bell N");
	wanted.bells = (unsigned)bells;
	if (!vt_wait(&p->vt, p->options->timeout_ms, has_rung, &wanted))
		return FAIL(err, "only %u bells were rung",
		    p->vt.bells - p->bells);
	p->bells += (unsigned)bells;
	return true;
}

bool act_wait(struct player *p, const struct script_line *line, struct err *err)
{
	struct wanted wanted = { .player = p };
	size_t i = 1;

	if (strcmp(script_arg(line, 1), "idle") == 0)
		return vt_wait(&p->vt, p->options->timeout_ms, is_idle,
		    &wanted) || FAIL(err, vt_has_ended(&p->vt) ?
		    "the program has ended" : "the program is not idle");
	if (strcmp(script_arg(line, 1), "exit") == 0)
		return wait_exit(p, line, err);
	if (strcmp(script_arg(line, 1), "bell") == 0)
		return wait_bell(p, line, err);
	if (strcmp(script_arg(line, 1), "raw") == 0)
		return wait_raw(p, line, err);
	if (!read_rows(p, line, &i, &wanted.first, &wanted.last, err))
		return false;
	wanted.text = script_arg(line, i);
	return vt_wait(&p->vt, p->options->timeout_ms, has_text, &wanted) ||
	    FAIL(err, "\"%s\" does not come", wanted.text);
}
