/*
 * demo_script.c - a recorded shift: scans, and what is said between them.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A script is a file of scans as `dockledger scan` reads it.  What the player
 * needs besides stands in comments:
 *
 *	#! operator BADGE [PIN]		who scans from here on
 *	#! flow NAME			the flow that gets the scans
 *	#! as scanned|keyed		how they are entered (at first: scanned)
 *	#! slot NAME=VALUE		fill a slot, as --slot does
 *	#! screen			show the screen
 *	#> words			said to the audience
 */
#include <string.h>
#include "app/demo.h"

static const struct { const char *word; enum demo_line_kind kind; bool takes; }
directives[] = {
	{ "operator", DEMO_OPERATOR, true }, { "flow", DEMO_FLOW, true },
	{ "as", DEMO_AS, true }, { "slot", DEMO_SLOT, true },
	{ "screen", DEMO_SCREEN, false },
};

void
demo_script_init(struct demo_script *s, const char *name, const char *text)
{
	memset(s, 0, sizeof *s);
	s->name = name;
	s->at = text;
	str_init(&s->bytes);
}

void
demo_script_done(struct demo_script *s)
{
	str_done(&s->bytes);
}

static bool
wrong(const struct demo_script *s, const char *what, struct err *err)
{
	err_set(err, ERR_INPUT, "%s:%d: %s", s->name, s->line, what);
	return err_hint(err, "The top of demo/shift.scans says what may stand there.");
}

/* "operator SUPER1 2580" after the mark. */
static bool
directive(struct demo_script *s, const char *line, size_t n, struct err *err)
{
	char text[sizeof s->text], *rest, *pin;

	str_copyn(text, sizeof text, line, n);
	rest = text + strcspn(text, " ");
	if (*rest != '\0')
		*rest++ = '\0';
	for (size_t i = 0; i < sizeof directives / sizeof directives[0]; i++) {
		if (strcmp(directives[i].word, text) != 0)
			continue;
		if (directives[i].takes != (*rest != '\0'))
			return wrong(s, "the directive has no value or one too many", err);
		s->kind = directives[i].kind;
		pin = s->kind == DEMO_OPERATOR ? strchr(rest, ' ') : NULL;
		str_copy(s->pin, sizeof s->pin, pin == NULL ? "" : pin + 1);
		if (pin != NULL)
			*pin = '\0';
		str_copy(s->text, sizeof s->text, rest);
		return true;
	}
	return wrong(s, "there is no such directive", err);
}

static bool
scan(struct demo_script *s, const char *line, size_t n, struct err *err)
{
	size_t at;

	s->kind = DEMO_SCAN;
	str_clear(&s->bytes);
	return str_unescape(&s->bytes, line, n, &at) ||
	    wrong(s, "a backslash is followed by xHH or a backslash", err);
}

bool
demo_script_next(struct demo_script *s, struct err *err)
{
	for (;;) {
		const char *line = s->at;
		size_t n = strcspn(line, "\n");

		if (*line == '\0') {
			s->kind = DEMO_END;
			return true;
		}
		s->at += line[n] == '\n' ? n + 1 : n;
		s->line++;
		if (n == 0) {
			s->kind = DEMO_GAP;
			return true;
		}
		if (line[0] != '#')
			return scan(s, line, n, err);
		if (n > 3 && line[1] == '!')
			return directive(s, line + 3, n - 3, err);
		if (n > 3 && line[1] == '>') {
			s->kind = DEMO_TALK;
			str_copyn(s->text, sizeof s->text, line + 3, n - 3);
			return true;
		}
	}
}
