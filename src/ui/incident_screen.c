/*
 * incident_screen.c - an incident, and settling it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * opening: subject is the incident's name.  Resolving asks for an outcome (a
 * digit) and a note; nothing is booked before the note is entered.
 */
#include <assert.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "report/unit_json.h"
#include "term/pager.h"
#include "term/pick.h"
#include "ui/lists.h"
#include "ui/picture.h"
#include "ui/words.h"

static const struct { const char *code, *words; } outcomes[] = {
	{ "confirmed", N_("The unit is as we have it; the other claim was wrong") },
	{ "corrected", N_("It was put right by another act") },
	{ "accepted", N_("It stays as it is; the difference is accepted") },
	{ "returned-to-supplier", N_("The goods go back") },
	{ "scrapped", N_("The goods are scrapped") },
	{ "false-alarm", N_("There was nothing wrong") },
};
#define OUTCOMES (sizeof outcomes / sizeof outcomes[0])

enum step { READING, CHOOSING, NOTING };

struct incident_state {
	struct screen screen;
	struct incident incident;
	struct str text;
	struct pager pager;
	enum step step;
	struct pick_entry entries[OUTCOMES];
	struct pick pick;
	struct editor note;
};

static struct incident_state *state_of(struct screen *screen)
{
	return (struct incident_state *)screen;
}

/* --- Reading it ------------------------------------------------------------- */

static void unit_text(struct ledger *ledger, const struct incident *incident,
    struct str *out)
{
	char holds[80];
	struct unit unit;
	struct err err;

	if (incident->subject_kind != SUBJECT_UNIT || ledger_unit(ledger,
	    incident->item, incident->subject, &unit, &err) <= 0)
		return;
	holds_words(unit.holds, holds, sizeof holds);
	str_addf(out, _("= The unit now\nstatus: %s\nheld for: %s\nbin: %s\n"),
	    unit_status_name(unit.status), holds[0] != '\0' ? holds : "-",
	    unit.bin[0] != '\0' ? unit.bin : "-");
}

static void compose(struct ledger *ledger, struct incident_state *state)
{
	const struct incident *incident = &state->incident;
	char opened[17];

	clock_local(incident->opened_at, opened);
	str_clear(&state->text);
	str_addf(&state->text, "= %s\n%s\n\n", incident->code, incident->detail);
	str_addf(&state->text, _("about: %s %s %s\n"),
	    subject_kind_name(incident->subject_kind), incident->item,
	    incident->subject);
	str_addf(&state->text, _("opened: %s by %s\n"), opened,
	    incident->operator);
	str_addf(&state->text, _("state: %s\n"), incident->open ? _("OPEN") :
	    _("settled"));
	if (!incident->open)
		str_addf(&state->text, _("outcome: %s\n"), incident->outcome);
	str_add(&state->text, "\n");
	unit_text(ledger, incident, &state->text);
	pager_init(&state->pager, state->text.p);
}

static bool read_it(struct ui *ui, struct incident_state *state,
    const char *key, struct err *err)
{
	int rc = ledger_incident(ui->station->ledger, key, &state->incident,
	    err);

	if (rc == 0)
		return err_set(err, ERR_ABSENT, _("there is no incident %s"),
		    key);
	if (rc > 0)
		compose(ui->station->ledger, state);
	return rc > 0;
}

static bool incident_open(struct ui *ui, struct screen *screen,
    const struct opening *opening, struct err *err)
{
	struct incident_state *state = state_of(screen);

	str_init(&state->text);
	for (size_t i = 0; i < OUTCOMES; i++)
		state->entries[i] = (struct pick_entry){
			.words = outcomes[i].code, .note = _(outcomes[i].words),
			.hot = (uint32_t)('1' + i) };
	pick_init(&state->pick, state->entries, OUTCOMES);
	editor_init(&state->note, NOTE_SIZE - 1);
	if (read_it(ui, state, opening->subject, err))
		return true;
	str_done(&state->text);
	return false;
}

static void incident_close(struct ui *ui, struct screen *screen)
{
	(void)ui;
	str_done(&state_of(screen)->text);
}

static void incident_refresh(struct ui *ui, struct screen *screen)
{
	struct incident_state *state = state_of(screen);
	char key[INCIDENT_KEY_SIZE];
	struct err err;

	str_copy(key, sizeof key, state->incident.key);
	if (!read_it(ui, state, key, &err))
		ui_note(ui, "%s", err.what);
}

static enum situation incident_situation(const struct screen *screen)
{
	(void)screen;
	return AT_INCIDENT;
}

static bool incident_modal(const struct screen *screen)
{
	return ((const struct incident_state *)screen)->step != READING;
}

/* --- Settling it ------------------------------------------------------------ */

static struct outcome incident_act(struct ui *ui, struct screen *screen,
    enum action action)
{
	struct incident_state *state = state_of(screen);

	assert(action == ACT_RESOLVE);
	if (!state->incident.open)
		ui_note(ui, "%s", _("it is settled already"));
	else if (!role_may(ui->worker.role, MAY_RESOLVE))
		ui_note(ui, "%s", _("only a supervisor settles an incident: "
		    "scan the badge"));
	else
		state->step = CHOOSING;
	return outcome_of(STAY);
}

static bool settle(struct ledger *ledger, void *ctx, struct err *err)
{
	struct incident_state *state = ctx;

	return ledger_incident_resolve(ledger, state->incident.key,
	    outcomes[state->pick.at].code, state->note.text, BY_KEYS, err);
}

static void finish(struct ui *ui, struct incident_state *state)
{
	struct err err;

	if (editor_is_empty(&state->note)) {
		ui_note(ui, "%s", _("say in a few words what was done"));
		return;
	}
	if (!ui_book(ui, settle, state, &err)) {
		if (err.kind == ERR_BUSY)
			ui_note(ui, "%s", _("another terminal is writing: "
			    "press Enter again"));
		else
			stop_raise_err(ui, _("NOT SETTLED"), &err);
		return;
	}
	state->step = READING;
	editor_clear(&state->note);
	ui_note(ui, "%s", _("settled"));
	ui_sound(ui, SOUND_DONE);
	incident_refresh(ui, &state->screen);
}

static void press_note(struct ui *ui, struct incident_state *state,
    const struct press *press)
{
	switch (editor_press(&state->note, press)) {
	case EDITOR_ENTER:
		finish(ui, state);
		break;
	case EDITOR_LEFT:
		state->step = CHOOSING;
		break;
	case EDITOR_FULL:
		ui_note(ui, "%s", _("the note is full"));
		break;
	default:
		break;
	}
}

static struct outcome incident_press(struct ui *ui, struct screen *screen,
    const struct press *press, bool *taken)
{
	struct incident_state *state = state_of(screen);

	*taken = true;
	if (state->step == NOTING) {
		press_note(ui, state, press);
	} else if (press->key == K_ESC && state->step == CHOOSING) {
		state->step = READING;
	} else if (press->key == K_ESC) {
		return outcome_of(CLOSE);
	} else if (state->step == CHOOSING) {
		if (pick_press(&state->pick, press) == PICK_PICKED)
			state->step = NOTING;
	} else {
		*taken = pager_press(&state->pager, press) != PAGER_IGNORED;
	}
	return outcome_of(STAY);
}

static struct outcome incident_scan(struct ui *ui, struct screen *screen,
    const struct scan_out *scan)
{
	struct incident_state *state = state_of(screen);

	if (state->step == READING)
		return menu_screen.scan(ui, ui->stack[0], scan);
	ui_note(ui, "%s", _("that scan was not taken: finish here first"));
	ui_sound(ui, SOUND_WARN);
	return outcome_of(STAY);
}

/* --- What is seen ----------------------------------------------------------- */

static void ask_draw(const struct incident_state *state, const struct paint *p)
{
	/* the pick remembers what of it was in sight */
	struct pick *pick = (struct pick *)(uintptr_t)&state->pick;
	struct paint list = paint_part(p, 1, 0, p->rows - 1, p->columns);

	if (state->step == CHOOSING) {
		paint_text(p, 0, 1, STYLE_BOLD,
		    _("How was it settled?   (Esc: not yet)"));
		pick_draw(pick, &list, false);
		return;
	}
	paint_textf(p, 0, 1, STYLE_BOLD, _("Outcome: %s"),
	    outcomes[state->pick.at].code);
	paint_wrap(p, 1, 1, 2, p->columns - 2, STYLE_NORMAL,
	    _("What was done? A few words, then Enter."));
	editor_draw(&state->note, p, 3, 1, p->columns - 2, _("note"));
}

static void incident_draw(const struct ui *ui, const struct screen *screen,
    const struct paint *p)
{
	struct incident_state *state =
	    (struct incident_state *)(uintptr_t)screen;
	int asked = state->step == READING ? 0 : (int)OUTCOMES + 1;
	int rows = p->rows - 4;
	struct paint text, ask;

	if (asked > rows / 2 + 1)
		asked = rows / 2 + 1;
	text = paint_part(p, 1, 1, rows - asked, p->columns - 2);
	ask = paint_part(p, 1 + rows - asked, 0, asked, p->columns);
	edges_title(&ui->edges, p, 0, _("INCIDENT"), state->incident.key);
	pager_draw(&state->pager, &text);
	if (asked > 0)
		ask_draw(state, &ask);
	edges_typed(&ui->line, ui->note, p, p->rows - 3);
	edges_status(&ui->edges, p, p->rows - 2);
	edges_keys(ui_situation(ui), 0, p, p->rows - 1);
}

const struct screen_class incident_screen = {
	.name = "incident",
	.size = sizeof(struct incident_state),
	.open = incident_open,
	.close = incident_close,
	.situation = incident_situation,
	.modal = incident_modal,
	.scan = incident_scan,
	.press = incident_press,
	.act = incident_act,
	.refresh = incident_refresh,
	.draw = incident_draw,
	.help = N_("A contradiction that a person must settle. F4 asks how it was "
	    "settled and for a note; then the unit's hold for it is gone."),
};
