/*
 * label_screen.c - labels: scan what one is for, see it, print it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What is scanned chooses the template; a person may take another one from the
 * list.  F3 asks for the label, which is a row of the print outbox: nothing
 * here speaks to a printer.  A second label of a unit asks why.
 */
#include "ui/label_state.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "ui/prints.h"
#include "ui/words.h"

#define COPIES_DIGITS 2

static struct label_state *state_of(struct screen *screen)
{
	return (struct label_state *)screen;
}

/* --- What is kept for the picture ------------------------------------------- */

static void read_printer(struct label_state *state, struct ledger *ledger)
{
	struct printer_row rows[UI_PRINTERS_MAX];
	struct err err;
	size_t n = 0;

	state->trouble[0] = '\0';
	if (state->make.printer == NULL || !ledger_printers(ledger, rows,
	    UI_PRINTERS_MAX, &n, &err))
		return;
	for (size_t i = 0; i < n; i++)
		if (str_eq(rows[i].name, state->make.printer->name))
			str_copy(state->trouble, sizeof state->trouble,
			    rows[i].words);
}

static void label_refresh(struct ui *ui, struct screen *screen)
{
	struct label_state *state = state_of(screen);
	struct ledger *ledger = ui->station->ledger;
	struct err err;

	state->n_last = 0;
	if (!ledger_print_newest(ledger, false, INT64_MAX, state->last,
	    LABELS_SHOWN, &state->n_last, &err)) {
		state->n_last = 0;
		ui_note(ui, "%s", err.what);
	}
	for (size_t i = 0; i < state->n_last; i++)
		print_for_words(ledger, &state->last[i], state->last_for[i],
		    sizeof state->last_for[i]);
	read_printer(state, ledger);
}

static bool label_open(struct ui *ui, struct screen *screen,
    const struct opening *opening, struct err *err)
{
	struct label_state *state = state_of(screen);
	const struct labels *labels = ui->station->labels;

	(void)opening;
	if (labels == NULL) {
		err_set(err, ERR_ABSENT, "%s", _("no printer is set for labels"));
		return err_hint(err, "%s", _("Name one under printers in "
		    "dockledger.conf; 'dockledger label' makes files without one."));
	}
	state->make.station = ui->station;
	state->make.copies = 1;
	state->n = labels_count(labels);
	if (state->n > TEMPLATES_MAX)
		state->n = TEMPLATES_MAX;
	for (size_t i = 0; i < state->n; i++) {
		const struct label_info *info = label_info(labels_at(labels, i));

		state->entries[i] = (struct pick_entry){ .words = info->name,
			.note = info->title };
	}
	pick_init(&state->pick, state->entries, state->n);
	editor_init(&state->copies, COPIES_DIGITS);
	editor_init(&state->reason, NOTE_SIZE / 4);
	str_init(&state->preview);
	return true;
}

static void label_close(struct ui *ui, struct screen *screen)
{
	(void)ui;
	str_done(&state_of(screen)->preview);
}

static enum situation label_situation(const struct screen *screen)
{
	(void)screen;
	return AT_LABEL;
}

static bool label_modal(const struct screen *screen)
{
	const struct label_state *state = (const struct label_state *)screen;

	return state->step == COPIES || state->step == REASON;
}

/* Only while a badge's label is made: else a badge changes the operator. */
static bool label_badges(const struct screen *screen)
{
	const struct label_make *make =
	    &((const struct label_state *)screen)->make;

	return make->label != NULL && make->by_hand &&
	    label_field(make->label, "badge") != NULL;
}

/* --- For what, and by which template ---------------------------------------- */

/* It is another label: what was drawn is of the one before. */
static void changed(struct ui *ui, struct label_state *state)
{
	state->preview_columns = 0;
	state->step = state->make.label != NULL ? SEEING : CHOOSING;
	label_refresh(ui, &state->screen);
}

static struct outcome label_scan(struct ui *ui, struct screen *screen,
    const struct scan_out *scan)
{
	struct label_state *state = state_of(screen);
	struct scan_in in = { scan->bytes, scan->len, scan->entry,
		scan->first_us };
	struct label_subject subject;
	struct err err;

	if (label_modal(screen)) {
		ui_note(ui, "%s", _("that scan was not taken: finish here first"));
		ui_sound(ui, SOUND_WARN);
	} else if (label_subject_find(ui->station, &in, &subject, &err)) {
		label_make_for(&state->make, &subject);
		state->make.copies = 1;
		changed(ui, state);
		ui_sound(ui, state->make.why.kind == ERR_NONE ? SOUND_GOOD :
		    SOUND_WARN);
	} else if (err.kind == ERR_BUSY) {
		return outcome_of(AGAIN);
	} else if (err.kind == ERR_ABSENT || err.kind == ERR_CLASH) {
		ui_note(ui, "%s. %s", err.what, err.hint);
		ui_sound(ui, SOUND_WARN);
	} else {
		stop_raise_err(ui, _("NOT READ"), &err);
	}
	return outcome_of(STAY);
}

/* --- Printing it ------------------------------------------------------------ */

struct asking { struct label_make *make; const char *reason; int64_t id; };

static bool book(struct ledger *ledger, void *ctx, struct err *err)
{
	struct asking *asking = ctx;

	return label_make_ask(asking->make, ledger, asking->reason, &asking->id,
	    err);
}

static void ask_reason(struct label_state *state, const struct err *err)
{
	/* Enter in the typed line is the second */
	static const struct dialog_answer answers[] = {
		{ "Esc", N_("No"), K_ESC, 0 },
		{ "Enter", N_("Print it again"), K_NONE, 0 },
	};

	str_print(state->question, sizeof state->question, _("%s: %s. Why is "
	    "another printed?"), err->what, err->detail);
	dialog_init(&state->dialog, BAND_ASK, _("PRINT IT AGAIN?"),
	    state->question, answers, 2);
	editor_clear(&state->reason);
	state->dialog.editor = &state->reason;
	state->dialog.label = _("reason");
	state->step = REASON;
}

static void print(struct ui *ui, struct label_state *state, const char *reason)
{
	struct asking asking = { &state->make, reason, 0 };
	struct err err;

	if (ui_book(ui, book, &asking, &err)) {
		state->step = SEEING;
		ui_note(ui, _("label %lld waits for %s"), (long long)asking.id,
		    state->make.printer->name);
		ui_sound(ui, SOUND_DONE);
		label_refresh(ui, &state->screen);
	} else if (err.kind == ERR_BUSY) {
		ui_note(ui, "%s", _("another terminal is writing: press it again"));
	} else if (str_eq(err.code, "label.reprint") && reason[0] == '\0') {
		ask_reason(state, &err);
	} else {
		state->step = SEEING;
		stop_raise_err(ui, _("NOT PRINTED"), &err);
	}
}

static void try_print(struct ui *ui, struct label_state *state)
{
	const struct label_make *make = &state->make;

	if (make->label == NULL)
		ui_note(ui, "%s", _("scan what the label is for first"));
	else if (state->step == CHOOSING)
		ui_note(ui, "%s", _("take a template from the list first"));
	else if (make->why.kind != ERR_NONE)
		stop_raise_err(ui, _("NOT PRINTED"), &make->why);
	else if (make->subject.kind == SUBJECT_OF_BADGE &&
	    !role_may(ui->worker.role, MAY_OVERRIDE))
		ui_note(ui, "%s", _("only a supervisor prints badges: scan the "
		    "badge"));
	else
		print(ui, state, "");
}

/* --- Keys ------------------------------------------------------------------- */

static struct outcome label_act(struct ui *ui, struct screen *screen,
    enum action action)
{
	struct label_state *state = state_of(screen);
	struct outcome out;

	switch (action) {
	case ACT_PRINT:
		try_print(ui, state);
		break;
	case ACT_COPIES:
		editor_clear(&state->copies);
		state->step = state->make.label != NULL ? COPIES : state->step;
		break;
	case ACT_TEMPLATE:
		state->step = CHOOSING;
		break;
	case ACT_QUEUE:
		out = outcome_open(&list_screen);
		str_copy(out.open.name, sizeof out.open.name, "prints");
		return out;
	default:
		assert(!"an action of this screen");
	}
	return outcome_of(STAY);
}

static void press_copies(struct ui *ui, struct label_state *state,
    const struct press *press)
{
	bool digit = press->key != K_CHAR || (press->ch >= '0' && press->ch <= '9');
	enum editor_answer is = digit ? editor_press(&state->copies, press) :
	    EDITOR_FULL;
	int n = atoi(state->copies.text);

	if (is == EDITOR_FULL) {
		ui_note(ui, "%s", _("copies are a number from 1 to 99"));
	} else if (is == EDITOR_LEFT) {
		state->step = SEEING;
	} else if (is == EDITOR_ENTER) {
		state->make.copies = n > 0 ? n : state->make.copies;
		state->step = SEEING;
	}
}

static struct outcome press_list(struct ui *ui, struct label_state *state,
    const struct press *press, bool *taken)
{
	switch (pick_press(&state->pick, press)) {
	case PICK_PICKED:
		label_make_by(&state->make, labels_at(ui->station->labels,
		    state->pick.at));
		changed(ui, state);
		break;
	case PICK_MOVED:
		break;
	default:
		*taken = false;
		break;
	}
	return outcome_of(STAY);
}

static struct outcome label_press(struct ui *ui, struct screen *screen,
    const struct press *press, bool *taken)
{
	struct label_state *state = state_of(screen);
	int answer;

	*taken = true;
	switch (state->step) {
	case COPIES:
		press_copies(ui, state, press);
		return outcome_of(STAY);
	case REASON:
		answer = dialog_press(&state->dialog, press);
		if (answer == 0)
			state->step = SEEING;
		else if (answer > 0)
			print(ui, state, state->reason.text);
		return outcome_of(STAY);
	default:
		break;
	}
	if (press->key == K_ESC && state->step == CHOOSING &&
	    state->make.label != NULL)
		state->step = SEEING;
	else if (press->key == K_ESC)
		return outcome_of(CLOSE);
	else if (state->step == CHOOSING)
		return press_list(ui, state, press, taken);
	else
		*taken = false;
	return outcome_of(STAY);
}

const struct screen_class label_screen = {
	.name = "label",
	.size = sizeof(struct label_state),
	.open = label_open,
	.close = label_close,
	.situation = label_situation,
	.modal = label_modal,
	.badges = label_badges,
	.scan = label_scan,
	.press = label_press,
	.act = label_act,
	.refresh = label_refresh,
	.draw = label_screen_draw,
	.help = N_("Scan what the label is for: a unit, an item, a bin, a carton or "
	    "pallet, a badge. F3 prints the label that is shown; F4 says how "
	    "often; F7 takes another template; F8 shows the print queue, where a "
	    "printed label that is scanned is confirmed. A second label of a unit "
	    "asks why. For a badge, take its label first; else its scan changes the "
	    "operator."),
};
