/*
 * login.c - who works here: badges, PINs, the lock.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Nothing of the work is shown while nobody is logged in.  A locked station
 * keeps its screens and shows a name; the same operator goes on where the
 * work was left.  So does another one who may do as much; for one who may do
 * less the work is closed and kept, and the menu offers it again.
 */
#include <assert.h>
#include <string.h>
#include "base/log.h"
#include "base/str.h"
#include "term/bar.h"
#include "term/glyph.h"
#include "ui/picture.h"
#include "ui/ui_private.h"
#include "ui/words.h"

#define PIN_CHARACTERS 32

static void answer(struct ui *ui, enum band_kind kind, const char *title,
    const char *text)
{
	ui->login.kind = kind;
	str_copy(ui->login.title, sizeof ui->login.title, title);
	str_copy(ui->login.text, sizeof ui->login.text, text);
	loop_dirty(ui->loop);
}

static void refuse(struct ui *ui, const struct err *err)
{
	answer(ui, BAND_STOP, err->what, err->hint);
	ui_sound(ui, SOUND_BAD);
}

static void to_state(struct ui *ui, enum login_state state)
{
	ui->login.state = state;
	editor_clear(&ui->line);
	editor_masked(&ui->line, state == LOGIN_PIN);
	ui->line.mark = state == LOGIN_IN ? _("KEYED") : NULL;
	scan_typed_line(ui->assembler, false);
	scan_step_changed(ui->assembler);
	loop_dirty(ui->loop);
}

static void no_answer(struct ui *ui)
{
	ui->login.title[0] = ui->login.text[0] = '\0';
}

/* --- In and out ------------------------------------------------------------- */

static void become(struct ui *ui, const struct worker *worker)
{
	bool less = worker->role < ui->worker.role;
	bool other = !str_eq(worker->badge, ui->worker.badge);

	ui->worker = *worker;
	ledger_set_operator(ui->station->ledger, worker->badge);
	if (other && less && ui->depth > 1)
		stack_close_to(ui, 1);
	if (other)
		stack_worker(ui);
}

static void enter(struct ui *ui, const struct worker *worker)
{
	struct outcome menu = outcome_open(&menu_screen);

	become(ui, worker);
	to_state(ui, LOGIN_IN);
	no_answer(ui);
	ui->stop.painted_us = 0;	/* whoever is new has read nothing yet */
	if (ui->depth == 0)
		stack_open(ui, &menu.open);
	else
		stack_refresh(ui);
	ui_note(ui, _("%s works here now"), worker->name);
	status_read(ui);
	ui_sound(ui, SOUND_GOOD);
}

void login_lock(struct ui *ui)
{
	if (ui->login.state != LOGIN_IN)
		return;
	no_answer(ui);
	to_state(ui, LOGIN_LOCKED);
	status_read(ui);
}

static bool nobody_is_defined(struct ui *ui)
{
	struct store *store = ledger_store(ui->station->ledger);
	struct err err;
	int rc = store_first(store, Q_LIST_OPERATORS, &err, "ti", "",
	    INT64_C(1));

	if (rc > 0)
		store_end(store, Q_LIST_OPERATORS);
	if (rc < 0)
		log_err(&err);
	return rc == 0;
}

static void to_nobody(struct ui *ui)
{
	memset(&ui->worker, 0, sizeof ui->worker);
	ui->login.owner_may = ui->options.owner[0] != '\0' &&
	    nobody_is_defined(ui);
	to_state(ui, LOGIN_NOBODY);
	status_read(ui);
}

/* Open work is kept; it is offered to whoever comes next. */
void login_sign_off(struct ui *ui)
{
	stop_clear(ui);
	if (ui->depth > 0)
		stack_close_to(ui, 0);
	no_answer(ui);
	to_nobody(ui);
}

void login_begin(struct ui *ui)
{
	if (ui->options.worker.badge[0] != '\0')
		enter(ui, &ui->options.worker);
	else
		to_nobody(ui);
}

/* --- Badges ----------------------------------------------------------------- */

bool login_is_badge(struct ui *ui, const struct scan_out *scan)
{
	char badge[CODE_SIZE + 1];
	struct operator who;
	struct err err;

	if (scan->entry == ENTRY_PASTED || scan->len >= CODE_SIZE)
		return false;
	scan_plain(ui, scan, badge, sizeof badge);
	return operator_find(ui->station->ledger, badge, &who, &err) > 0;
}

/* The badge was read: in at once, or by its PIN. */
static void greet(struct ui *ui, const char *badge)
{
	struct worker worker;
	bool needs_pin = false;
	struct err err;

	err_clear(&err);
	if (!worker_by_badge(ui->station, badge, &worker, &needs_pin, &err)) {
		if (ui->login.state != LOGIN_IN)
			refuse(ui, &err);
		else
			stop_raise_err(ui, _("NOT LOGGED IN"), &err);
		return;
	}
	if (!needs_pin) {
		enter(ui, &worker);
		return;
	}
	if (ui->login.state != LOGIN_PIN) {
		ui->login.was_locked = ui->login.state == LOGIN_LOCKED;
		ui->login.was_in = ui->login.state == LOGIN_IN;
	}
	ui->login.asked = worker;
	no_answer(ui);
	to_state(ui, LOGIN_PIN);
}

void login_switch(struct ui *ui, const struct scan_out *scan)
{
	char badge[CODE_SIZE];

	scan_plain(ui, scan, badge, sizeof badge);
	if (str_eq(badge, ui->worker.badge))
		ui_note(ui, _("%s works here already"), ui->worker.name);
	else
		greet(ui, badge);
}

static void try_pin(struct ui *ui, const char *pin)
{
	struct login *login = &ui->login;
	struct err err;
	bool right;

	err_clear(&err);
	right = worker_check_pin(ui->station, &login->asked, pin, &err);
	if (right) {
		enter(ui, &login->asked);
		return;
	}
	refuse(ui, &err);
	if (err.kind != ERR_BUSY)
		editor_clear(&ui->line);
	if (str_eq(err.code, "operator.locked"))
		to_state(ui, login->was_locked || login->was_in ?
		    LOGIN_LOCKED : LOGIN_NOBODY);
}

void login_scan(struct ui *ui, const struct scan_out *scan)
{
	char badge[CODE_SIZE];

	if (scan->entry == ENTRY_PASTED || scan->len >= CODE_SIZE ||
	    scan_command_of(ui, scan) != CMD_NONE) {
		answer(ui, BAND_STOP, _("that is no badge"),
		    _("Scan your badge first; nothing was booked."));
		ui_sound(ui, SOUND_BAD);
		return;
	}
	scan_plain(ui, scan, badge, sizeof badge);
	/* digits that come in one packet look like a scan without its frame */
	if (ui->login.state == LOGIN_PIN && !scan->framed &&
	    !login_is_badge(ui, scan)) {
		try_pin(ui, badge);
		return;
	}
	greet(ui, badge);
}

void login_follow_ledger(struct ui *ui)
{
	const char *badge = ledger_operator(ui->station->ledger);
	struct worker worker;
	bool needs_pin;
	struct err err;

	if (str_eq(badge, ui->worker.badge) ||
	    !worker_by_badge(ui->station, badge, &worker, &needs_pin, &err))
		return;
	ui->worker = worker;
	stack_worker(ui);
	status_read(ui);
}

/* --- Keys ------------------------------------------------------------------- */

static void begin_as_owner(struct ui *ui)
{
	struct worker owner = { .role = ROLE_ADMIN };

	if (!ui->login.owner_may)
		return;
	str_copy(owner.badge, sizeof owner.badge, ui->options.owner);
	str_copy(owner.name, sizeof owner.name, ui->options.owner);
	if (ui->login.state == LOGIN_NOBODY ||
	    str_eq(ui->worker.badge, owner.badge))
		enter(ui, &owner);
}

static void entered(struct ui *ui)
{
	char badge[EDITOR_BYTES];

	if (ui->login.state == LOGIN_PIN) {
		try_pin(ui, ui->line.text);
		return;
	}
	str_copy(badge, sizeof badge, ui->line.text);
	editor_clear(&ui->line);
	if (badge[0] == '\0')
		begin_as_owner(ui);
	else
		greet(ui, badge);
}

/* Nothing came of the PIN: as it was before the badge. */
static void give_up(struct ui *ui)
{
	no_answer(ui);
	to_state(ui, ui->login.was_in ? LOGIN_IN : ui->login.was_locked ?
	    LOGIN_LOCKED : LOGIN_NOBODY);
}

static void help(struct ui *ui)
{
	answer(ui, BAND_OK, _("Everybody works under their own badge"),
	    _("Scan it, or key its number and Enter. Five wrong PINs lock a "
	    "badge; an admin unlocks it. Open work is kept while the station is "
	    "locked. While nobody is logged in, Ctrl-Q ends the program."));
}

void login_press(struct ui *ui, const struct press *press)
{
	bool nobody = ui->login.state == LOGIN_NOBODY;

	if (press->key == K_CTRL && press->ch == 'L')
		term_redraw(ui->term);
	else if (press->key == K_CTRL && press->ch == 'Q' && nobody)
		loop_stop(ui->loop, 0);
	else if (press->key == K_F1 || (press->key == K_CHAR &&
	    press->ch == '?' && editor_is_empty(&ui->line)))
		help(ui);
	else if (press->key == K_ESC && ui->login.state == LOGIN_PIN)
		give_up(ui);
	else if (editor_press(&ui->line, press) == EDITOR_ENTER)
		entered(ui);
}

/* --- What is seen ----------------------------------------------------------- */

static const char *headline(const struct ui *ui)
{
	switch (ui->login.state) {
	case LOGIN_LOCKED:
		return _("LOCKED");
	case LOGIN_PIN:
		return _("PIN");
	default:
		return _("SCAN BADGE");
	}
}

static void advice(const struct ui *ui, char *out, size_t size)
{
	const struct login *login = &ui->login;

	if (login->state == LOGIN_PIN)
		str_print(out, size, _("Key the PIN of %s, then Enter. "
		    "Esc gives up."), login->asked.name);
	else if (login->state == LOGIN_LOCKED)
		str_print(out, size, _("%s works here. Scan a badge, or key it "
		    "and Enter. Open work is kept."), ui->worker.name);
	else
		str_copy(out, size, _("Scan your badge, or key it and Enter."));
}

static void draw_answer(const struct ui *ui, const struct paint *p)
{
	const struct login *login = &ui->login;
	struct band band = { .kind = login->kind,
		.word = login->kind == BAND_STOP ? _("STOP") : _("HELP"),
		.title = login->title, .lines = { login->text } };

	if (login->title[0] != '\0' && p->rows > 0)
		band_draw(p, &band);
}

static void draw_line(const struct ui *ui, const struct paint *p, int row)
{
	int width = p->columns - 2 < 50 ? p->columns - 2 : 50;

	editor_draw(&ui->line, p, row, 1, width,
	    ui->login.state == LOGIN_PIN ? _("PIN") : _("badge"));
}

void login_draw(const struct ui *ui, const struct paint *p)
{
	char words[240];
	struct paint large = paint_part(p, 2, 2, 5, p->columns - 4);
	struct paint band = paint_part(p, p->rows - (p->rows < 14 ? 5 : 9), 0,
	    p->rows < 14 ? 2 : 7, p->columns);
	int row = 2;

	edges_title(&ui->edges, p, 0, "DOCKLEDGER", "");
	if (p->rows < 14)
		large = paint_part(p, 1, 1, 1, p->columns - 2);
	row += glyph_draw_fit(&large, STYLE_NORMAL, headline(ui)) +
	    (p->rows < 14 ? -1 : 1);
	advice(ui, words, sizeof words);
	row += paint_wrap(p, row, 1, 4, p->columns - 2, STYLE_NORMAL, words);
	if (ui->login.owner_may && ui->login.state == LOGIN_NOBODY)
		row += paint_wrap(p, row, 1, 3, p->columns - 2, STYLE_DIM,
		    _("No operator is defined yet: Enter alone begins as the "
		    "owner of the database."));
	draw_line(ui, p, row < p->rows - 3 ? row + (p->rows >= 14) :
	    p->rows - 3);
	draw_answer(ui, &band);
	edges_status(&ui->edges, p, p->rows - 2);
	edges_keys(AT_LOGIN, 0, p, p->rows - 1);
}
