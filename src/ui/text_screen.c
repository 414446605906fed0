/*
 * text_screen.c - something to read: help, why a scan was refused.
 * SPDX-License-Identifier: Apache-2.0
 *
 * opening: name "help", "why" or "record", all about the screen below, or
 * "status".
 */
#include <stdlib.h>
#include "base/str.h"
#include "term/pager.h"
#include "ui/picture.h"
#include "ui/ui_private.h"
#include "ui/words.h"

struct text_state {
	struct screen screen;
	const char *title;
	char *text;
	struct pager pager;
};

/* --- Texts ------------------------------------------------------------------ */

static void verdict_text(const struct verdict *verdict, struct str *out)
{
	str_addf(out, "= %s\n%s\n", verdict_word(verdict->kind), verdict->text);
	if (verdict->code[0] != '\0')
		str_addf(out, _("code: %s\n"), verdict->code);
	if (verdict->detail[0] != '\0')
		str_addf(out, "\n%s\n", verdict->detail);
	if (verdict->hint[0] != '\0')
		str_addf(out, _("\nWhat to do: %s\n"), verdict->hint);
	str_add(out, "\n");
}

static void why_text(const struct flow_view *view, struct str *out)
{
	verdict_text(&view->last, out);
	str_addf(out, _("= Wanted now\n%s\n%s\n"), view->prompt,
	    view->prompt_help);
}

static bool works_here(enum action action, enum situation at, unsigned commands)
{
	const struct action_row *row = action_row(action);

	if ((row->where & at) == 0)
		return false;
	if ((at & (AT_WORK | AT_STOP)) == 0 || row->command == CMD_NONE ||
	    row->command == CMD_HELP || row->command == CMD_LOCK)
		return true;
	return (commands & (1u << row->command)) != 0;
}

static void keys_text(enum situation at, unsigned commands, struct str *out)
{
	str_add(out, _("= Keys\n"));
	for (enum action a = ACT_NONE + 1; a < ACT_COUNT; a++) {
		const struct action_row *row = action_row(a);
		char keys[40];

		if (!works_here(a, at, commands))
			continue;
		action_keys(a, keys, sizeof keys);
		str_addf(out, "%s  %s. %s.", keys, _(row->words),
		    _(row->sentence));
		if (row->command != CMD_NONE)
			str_addf(out, _(" Card: %s."),
			    scan_command_name(row->command));
		str_add(out, "\n");
	}
}

static void form_text(const struct ui *ui, const struct flow_view *view,
    const char *flow, struct str *out)
{
	const struct form *form = forms_find(ui->station->forms, flow);

	str_addf(out, _("= Wanted now\n%s\n"), view->prompt);
	if (view->prompt_help[0] != '\0')
		str_addf(out, "%s\n", view->prompt_help);
	str_add(out, "\n");
	if (form != NULL && form->help[0] != '\0')
		str_addf(out, "= %s\n%s\n\n", form->title, form->help);
}

static void help_text(const struct ui *ui, struct screen *below,
    struct str *out)
{
	const struct flow_view *view = flow_screen_view(below);
	unsigned commands = below->class->commands != NULL ?
	    below->class->commands(below) : 0;

	if (view != NULL && view->last.kind == VERDICT_REFUSE)
		verdict_text(&view->last, out);
	if (view != NULL)
		form_text(ui, view, flow_screen_name(below), out);
	if (below->class == &list_screen)
		below->class->describe(ui, below, out);
	str_addf(out, _("= This screen\n%s\n\n"), _(below->class->help));
	keys_text(ui_situation(ui), commands, out);
}

static const char *yes_no(bool yes)
{
	return yes ? _("yes") : _("no");
}

static void scanner_text(const struct scan_assembler_options *o,
    struct str *out)
{
	str_add(out, _("= Scanner\n"));
	str_addf(out, _("prefix of its own: %s\n"),
	    o->prefix[0] != '\0' ? o->prefix : _("none"));
	str_addf(out, _("a scan ends with: %s%s%s\n"), o->cr ? "CR " : "",
	    o->lf ? "LF " : "", o->tab ? "TAB" : "");
	str_addf(out, _("a burst: at least %d characters, %d ms apart at most\n"),
	    o->burst_min, o->burst_gap_us / 1000);
}

static void station_text(const struct ui *ui, struct str *out)
{
	struct store *store = ledger_store(ui->station->ledger);

	str_addf(out, _("= Station %s\n"), ui->edges.station);
	str_addf(out, _("database: %s\n"), store_path(store));
	str_addf(out, _("SQLite: %s\n"), store_library());
	str_addf(out, _("write-ahead log: %lld KiB\n"),
	    (long long)store_wal_bytes(store) / 1024);
	str_addf(out, _("events the registry does not have yet: %lld\n\n"),
	    (long long)ui->edges.unsent);
	str_addf(out, _("= Terminal %s\n"), ui->station->terminal);
	str_addf(out, _("kind: %s, %d rows, %d columns\n"), term_name(ui->term),
	    term_rows(ui->term), term_columns(ui->term));
	str_addf(out, _("UTF-8: %s   colours: %s   over a network: %s\n"),
	    yes_no(term_utf8(ui->term)), yes_no(term_colours(ui->term)),
	    yes_no(term_remote(ui->term)));
	str_addf(out, _("locks itself after: %d s\n\n"),
	    ui->options.idle_lock_s);
	scanner_text(&ui->options.scanner, out);
}

/* --- The screen ------------------------------------------------------------- */

static bool text_open(struct ui *ui, struct screen *screen,
    const struct opening *opening, struct err *err)
{
	struct text_state *state = (struct text_state *)screen;
	struct screen *below = stack_top(ui);
	struct str text;

	(void)err;
	str_init(&text);
	if (str_eq(opening->name, "why") && flow_screen_view(below) != NULL) {
		state->title = _("WHY");
		why_text(flow_screen_view(below), &text);
	} else if (str_eq(opening->name, "record")) {
		state->title = _("RECORD");
		below->class->describe(ui, below, &text);
	} else if (str_eq(opening->name, "status")) {
		state->title = _("THIS STATION");
		station_text(ui, &text);
	} else {
		state->title = _("HELP");
		help_text(ui, below, &text);
	}
	state->text = str_take(&text);
	pager_init(&state->pager, state->text);
	return true;
}

static void text_close(struct ui *ui, struct screen *screen)
{
	(void)ui;
	free(((struct text_state *)screen)->text);
}

static enum situation text_situation(const struct screen *screen)
{
	(void)screen;
	return AT_TEXT;
}

/* A scan is never meant for a text: it closes it, and goes to the work. */
static struct outcome text_scan(struct ui *ui, struct screen *screen,
    const struct scan_out *scan)
{
	(void)screen, (void)scan;
	ui_note(ui, "%s", _("that scan was not taken: go back first (F3)"));
	ui_sound(ui, SOUND_WARN);
	return outcome_of(STAY);
}

static struct outcome text_press(struct ui *ui, struct screen *screen,
    const struct press *press, bool *taken)
{
	struct text_state *state = (struct text_state *)screen;

	(void)ui;
	*taken = true;
	if (press->key == K_ESC || press->key == K_ENTER)
		return outcome_of(CLOSE);
	pager_press(&state->pager, press);
	return outcome_of(STAY);
}

static void text_draw(const struct ui *ui, const struct screen *screen,
    const struct paint *p)
{
	/* the pager remembers how wide it was drawn */
	struct text_state *state = (struct text_state *)(uintptr_t)screen;
	struct paint part = paint_part(p, 1, 1, p->rows - 4, p->columns - 2);

	edges_title(&ui->edges, p, 0, state->title, "");
	pager_draw(&state->pager, &part);
	edges_typed(NULL, ui->note, p, p->rows - 3);
	edges_status(&ui->edges, p, p->rows - 2);
	edges_keys(ui_situation(ui), 0, p, p->rows - 1);
}

const struct screen_class text_screen = {
	.name = "text",
	.size = sizeof(struct text_state),
	.open = text_open,
	.close = text_close,
	.situation = text_situation,
	.scan = text_scan,
	.press = text_press,
	.draw = text_draw,
	.help = N_("Something to read. Arrows and PgDn move; F3, Enter or Esc go "
	    "back."),
};
