/*
 * command.c - command codes that mean the same in every flow.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "flow/print.h"

#define BIT(command) (1u << (command))
#define COMMON (BIT(CMD_UNDO) | BIT(CMD_PREV) | BIT(CMD_OK) | BIT(CMD_NO) | \
	BIT(CMD_HELP) | BIT(CMD_INFO) | BIT(CMD_DONE))

unsigned
command_bits(const struct flow *f)
{
	/* a failing label can be told of anywhere, but only a station that prints
	 * offers it */
	return COMMON | f->def->commands |
	    (f->st->n_printers > 0 ? BIT(CMD_REPRINT) : 0);
}

static void
prompt_of(const struct flow *f, char *out, size_t size)
{
	size_t current = flow_current(f);

	str_copy(out, size, current < f->form->n_slots ?
	    f->form->slots[current].prompt : "");
}

/* The last slot filled since the last act (any, with sticky_too) is open
 * again; a many-valued one gives its last value back first. */
static bool
step_back(struct flow *f, bool sticky_too, struct verdict *v)
{
	for (size_t i = f->form->n_slots; i > 0; i--) {
		struct slot *s = &f->slots[i - 1];
		const struct form_slot *form = &f->form->slots[i - 1];
		char gone[96];

		if (s->values.n == 0 || (form->sticky && !s->fresh && !sticky_too))
			continue;
		str_copy(gone, sizeof gone, s->values.at[s->values.n - 1].code);
		s->values.n--;
		return verdict_say(v, VERDICT_OK, "", "%s %s taken out",
		    form->label, gone);
	}
	return false;
}

bool
command_undo(struct flow *f, struct verdict *v, struct err *err)
{
	/* what came since the last act goes first; nothing of it was booked */
	return step_back(f, false, v) || flow_undo_last(f, v, err);
}

static bool
explain(struct flow *f, struct verdict *v)
{
	const struct verdict *r = &f->refusal;
	const char *detail = r->detail, *hint = r->hint;

	if (r->text[0] == '\0') {
		verdict_say(v, VERDICT_OK, "", "nothing was refused here");
		return verdict_more(v, f->form->help, "%s", "");
	}
	if (strstr(r->text, detail) != NULL)
		detail = "";	/* said already: leave room for the hint */
	verdict_say(v, VERDICT_OK, "", "%s [%s]%s%s%s%s", r->text, r->code,
	    detail[0] != '\0' ? ": " : "", detail, hint[0] != '\0' ? " -> " : "",
	    hint);
	return verdict_more(v, r->detail, "%s", hint);
}

static bool
help(struct flow *f, struct verdict *v)
{
	size_t current = flow_current(f);
	const struct form_slot *s = &f->form->slots[current];

	if (current == f->form->n_slots)
		verdict_say(v, VERDICT_OK, "", "%s", f->form->help);
	else
		verdict_say(v, VERDICT_OK, "", "%s %s%s", s->help,
		    s->example[0] != '\0' ? "For example: " : "", s->example);
	return verdict_more(v, f->form->help, "%s", "");
}

static bool
not_here(struct flow *f, enum scan_command command, struct verdict *v)
{
	char prompt[64];

	prompt_of(f, prompt, sizeof prompt);
	verdict_say(v, VERDICT_REFUSE, "command.not-here",
	    "%s does nothing here", scan_command_name(command));
	return verdict_more(v, "", "Go on: %s. XCXHELP lists what works.", prompt);
}

bool
command_handle(struct flow *f, enum scan_command command, struct verdict *v,
    struct err *err)
{
	bool handled = false;

	if (f->def->command != NULL &&
	    !f->def->command(f, command, &handled, v, err))
		return false;
	if (handled)
		return true;
	switch (command) {
	case CMD_UNDO:
		return command_undo(f, v, err);
	case CMD_PREV:
		if (step_back(f, true, v))
			return true;
		return verdict_say(v, VERDICT_REFUSE, "command.not-here",
		    "this is the first step");
	case CMD_REPRINT:
		return reprint_ask(f, v, err);
	case CMD_INFO:
		return explain(f, v);
	case CMD_HELP:
		return help(f, v);
	case CMD_OK:
		f->stopped = false;
		return verdict_say(v, VERDICT_OK, "", "go on");
	case CMD_NO:
		f->stopped = false;
		return verdict_say(v, VERDICT_OK, "", "left as it was");
	case CMD_DONE:
		if (flow_current(f) == 0 && f->commits.n == 0)
			return verdict_say(v, VERDICT_OK, "", "nothing is open here");
		if (flow_half_filled(f))
			return not_here(f, command, v);
		return verdict_say(v, VERDICT_OK, "", "%zu acts booked in this job",
		    f->commits.n);
	default:
		return not_here(f, command, v);
	}
}
