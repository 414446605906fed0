/*
 * print_screen.c - a label that was asked for, and what is decided about it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * opening: number is the label's; name, an action that is to be asked about at
 * once: then the screen closes when it was answered.
 */
#include <string.h>
#include "base/clock.h"
#include "base/json.h"
#include "base/str.h"
#include "term/dialog.h"
#include "term/pager.h"
#include "ui/picture.h"
#include "ui/prints.h"
#include "ui/words.h"

struct print_shown {
	struct screen screen;
	struct print_row row;
	struct str text;
	struct pager pager;
	enum action asked;	/* ACT_NONE: it is read */
	bool leave;		/* opened for the question alone */
	struct dialog dialog;
	struct editor reason;
	char question[240];
};

static struct print_shown *shown_of(struct screen *screen)
{
	return (struct print_shown *)screen;
}

/* --- Reading it ------------------------------------------------------------- */

static void fields_text(struct ledger *ledger, int64_t id, struct str *out)
{
	struct json *fields, *value;
	const char *key;
	struct str text;
	struct err err;

	str_init(&text);
	fields = ledger_print_fields(ledger, id, &text, &err) ?
	    json_parse(text.p, text.len, &err) : NULL;
	str_add(out, _("\n= What it says\n"));
	for (void *at = NULL; fields != NULL &&
	    (at = json_walk(fields, at, &key, &value)) != NULL; )
		str_addf(out, "%s: %s\n", key, json_as_text(value) != NULL ?
		    json_as_text(value) : "");
	json_free(fields);
	str_done(&text);
}

static void line(struct str *out, const char *label, const char *value)
{
	if (value[0] != '\0')
		str_addf(out, "%s: %s\n", label, value);
}

static void compose(struct ledger *ledger, struct print_shown *shown)
{
	const struct print_row *row = &shown->row;
	char made[17], changed[17], is_for[120];
	struct str *out = &shown->text;

	clock_local(row->made_at, made);
	clock_local(row->changed_at, changed);
	print_for_words(ledger, row, is_for, sizeof is_for);
	str_clear(out);
	str_addf(out, "= %s\n", print_state_shown(row->state));
	if (row->detail[0] != '\0')
		str_addf(out, "%s\n", row->detail);
	line(out, _("since"), changed);
	line(out, _("label"), row->template_name);
	line(out, _("for"), is_for);
	line(out, _("printer"), row->printer[0] != '\0' ? row->printer :
	    _("the one for this label"));
	str_addf(out, _("copies: %d\n"), row->copies);
	str_addf(out, _("asked for: %s by %s\n"), made, row->operator);
	if (row->copy_no > 1)
		str_addf(out, _("reprint: number %d of this label\n"), row->copy_no);
	line(out, _("reason"), row->reason);
	fields_text(ledger, row->id, out);
	pager_init(&shown->pager, out->p);
}

static bool read_it(struct ui *ui, struct print_shown *shown, int64_t id,
    struct err *err)
{
	int rc = ledger_print_row(ui->station->ledger, id, &shown->row, err);

	if (rc == 0)
		return err_set(err, ERR_ABSENT, _("there is no label %lld"),
		    (long long)id);
	if (rc > 0)
		compose(ui->station->ledger, shown);
	return rc > 0;
}

static void print_refresh(struct ui *ui, struct screen *screen)
{
	struct print_shown *shown = shown_of(screen);
	struct err err;

	if (!read_it(ui, shown, shown->row.id, &err))
		ui_note(ui, "%s", err.what);
}

/* --- Asking ----------------------------------------------------------------- */

static const struct dialog_answer yes_no[] = {
	{ "N", N_("No"), K_CHAR, 'n' },
	{ "Y", N_("Yes, cancel it"), K_CHAR, 'y' },
};
/* Enter in the typed line is the second. */
static const struct dialog_answer with_reason[] = {
	{ "Esc", N_("No"), K_ESC, 0 },
	{ "Enter", N_("Print it again"), K_NONE, 0 },
};

static void ask(struct print_shown *shown, enum action action)
{
	bool reason = print_asks(&shown->row, action) == ASK_REASON;

	shown->asked = action;
	print_question(&shown->row, action, shown->question,
	    sizeof shown->question);
	dialog_init(&shown->dialog, BAND_ASK, reason ? _("PRINT IT AGAIN?") :
	    _("CANCEL THIS LABEL?"), shown->question, reason ? with_reason :
	    yes_no, 2);
	if (!reason)
		return;
	editor_init(&shown->reason, NOTE_SIZE / 4);
	shown->dialog.editor = &shown->reason;
	shown->dialog.label = _("reason");
}

static struct outcome answered(struct ui *ui, struct print_shown *shown, int is)
{
	if (is == DIALOG_NONE)
		return outcome_of(STAY);
	if (is > 0 && !print_decide(ui, shown->row.id, shown->asked,
	    shown->dialog.editor != NULL ? shown->reason.text : ""))
		return outcome_of(STAY);	/* busy: the question stays */
	shown->asked = ACT_NONE;
	if (shown->leave)
		return outcome_of(CLOSE);
	print_refresh(ui, &shown->screen);
	return outcome_of(STAY);
}

static enum action action_called(const char *name)
{
	for (enum action a = ACT_NONE + 1; a < ACT_COUNT; a++)
		if (str_eq(action_row(a)->name, name))
			return a;
	return ACT_NONE;
}

static bool print_open(struct ui *ui, struct screen *screen,
    const struct opening *opening, struct err *err)
{
	struct print_shown *shown = shown_of(screen);
	enum action action = action_called(opening->name);

	str_init(&shown->text);
	if (!read_it(ui, shown, opening->number, err)) {
		str_done(&shown->text);
		return false;
	}
	shown->leave = action != ACT_NONE;
	if (shown->leave)
		ask(shown, action);
	return true;
}

static void print_close(struct ui *ui, struct screen *screen)
{
	(void)ui;
	str_done(&shown_of(screen)->text);
}

static enum situation print_situation(const struct screen *screen)
{
	(void)screen;
	return AT_PRINT;
}

static bool print_modal(const struct screen *screen)
{
	return ((const struct print_shown *)screen)->asked != ACT_NONE;
}

static struct outcome print_act(struct ui *ui, struct screen *screen,
    enum action action)
{
	struct print_shown *shown = shown_of(screen);

	if (print_asks(&shown->row, action) != ASK_NOTHING) {
		ask(shown, action);
	} else {
		print_decide(ui, shown->row.id, action, "");
		print_refresh(ui, screen);
	}
	return outcome_of(STAY);
}

static struct outcome print_press(struct ui *ui, struct screen *screen,
    const struct press *press, bool *taken)
{
	struct print_shown *shown = shown_of(screen);

	*taken = true;
	if (shown->asked != ACT_NONE)
		return answered(ui, shown, dialog_press(&shown->dialog, press));
	if (press->key == K_ESC)
		return outcome_of(CLOSE);
	*taken = pager_press(&shown->pager, press) != PAGER_IGNORED;
	return outcome_of(STAY);
}

static struct outcome print_scan(struct ui *ui, struct screen *screen,
    const struct scan_out *scan)
{
	if (!print_modal(screen))
		return menu_screen.scan(ui, ui->stack[0], scan);
	ui_note(ui, "%s", _("that scan was not taken: finish here first"));
	ui_sound(ui, SOUND_WARN);
	return outcome_of(STAY);
}

/* --- What is seen ----------------------------------------------------------- */

static void print_draw(const struct ui *ui, const struct screen *screen,
    const struct paint *p)
{
	/* the pager remembers what of it was in sight */
	struct print_shown *shown = (struct print_shown *)(uintptr_t)screen;
	struct paint body = paint_part(p, 1, 0, p->rows - 4, p->columns);
	struct paint text = paint_part(p, 1, 1, p->rows - 4, p->columns - 2);
	char number[32];

	str_print(number, sizeof number, "%lld", (long long)shown->row.id);
	edges_title(&ui->edges, p, 0, _("LABEL"), number);
	pager_draw(&shown->pager, &text);
	if (shown->asked != ACT_NONE)
		dialog_draw(&shown->dialog, &body);
	edges_typed(&ui->line, ui->note, p, p->rows - 3);
	edges_status(&ui->edges, p, p->rows - 2);
	edges_keys(ui_situation(ui), 0, p, p->rows - 1);
}

const struct screen_class print_screen = {
	.name = "print",
	.size = sizeof(struct print_shown),
	.open = print_open,
	.close = print_close,
	.situation = print_situation,
	.modal = print_modal,
	.scan = print_scan,
	.press = print_press,
	.act = print_act,
	.refresh = print_refresh,
	.draw = print_draw,
	.help = N_("One label: how far it is, what it says, why it was printed "
	    "again. What may be out there already is printed again only with a "
	    "reason."),
};
