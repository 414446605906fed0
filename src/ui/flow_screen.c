/*
 * flow_screen.c - a flow: scans in, its picture out.
 * SPDX-License-Identifier: Apache-2.0
 *
 * opening: name of the flow, number of the job to resume (0: a new one).
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "ui/picture.h"
#include "ui/ui_private.h"
#include "ui/words.h"

struct flow_state {
	struct screen screen;
	struct flow *flow;
	struct flow_view view;
	struct verdict refusal;	/* the last one */
	bool explained;		/* the flow's last answer only explains it */
	char step[sizeof(((struct view_slot *)0)->name)];	/* current slot */
};

static struct flow_state *state_of(struct screen *screen)
{
	return (struct flow_state *)screen;
}

/* What stands in a flow that could be lost or repeated by mistake. */
static bool is_unfinished(const struct flow_view *view)
{
	if (view->total > 0 && view->done >= view->total)
		return false;
	for (size_t i = 0; i < view->n_slots; i++)
		if (view->slots[i].value[0] != '\0')
			return true;
	return false;
}

static const char *current_slot(const struct flow_view *view)
{
	for (size_t i = 0; i < view->n_slots; i++)
		if (view->slots[i].current)
			return view->slots[i].name;
	return "";
}

/* The flow waits for a PIN: what is typed must not be seen. */
static bool wants_pin(const struct flow_view *view)
{
	return view->secret;
}

static bool wants_reason(const struct flow_view *view)
{
	return str_eq(view->last.code, "override.reason") ||
	    str_eq(view->last.code, "entry.keyed-reason") ||
	    str_eq(view->last.code, "label.reason");
}

/* --- Reading what to show --------------------------------------------------- */

/* Does the answer to "why?" speak of the last refusal?  A flow may explain
 * something else: why this bin is next. */
static bool is_about_refusal(const struct flow_state *state)
{
	return state->explained && strstr(state->view.last.text,
	    state->refusal.code) != NULL;
}

/* A refusal stays in sight while it waits, and while it is explained. */
static void keep_refusal(struct flow_state *state)
{
	struct flow_view *view = &state->view;

	if (view->last.kind == VERDICT_REFUSE)
		state->refusal = view->last;
	else if (state->refusal.kind == VERDICT_REFUSE &&
	    (view->stopped || is_about_refusal(state)))
		view->last = state->refusal;
}

static void read_view(struct ui *ui, struct flow_state *state)
{
	struct err err;

	if (!flow_view(state->flow, &state->view, &err)) {
		stop_raise_err(ui, _("NOT READ"), &err);
		return;
	}
	keep_refusal(state);
	editor_masked(&ui->line, wants_pin(&state->view));
	if (!str_eq(state->step, current_slot(&state->view)) &&
	    state->view.last.kind != VERDICT_ASK)
		scan_step_changed(ui->assembler);
	str_copy(state->step, sizeof state->step, current_slot(&state->view));
	loop_dirty(ui->loop);
}

static void flow_refresh(struct ui *ui, struct screen *screen)
{
	struct flow_state *state = state_of(screen);

	read_view(ui, state);
	stop_follow(ui, state->view.stopped, false);
}

static bool flow_screen_open(struct ui *ui, struct screen *screen,
    const struct opening *opening, struct err *err)
{
	struct flow_state *state = state_of(screen);

	if (opening->number != 0)
		return flow_resume(&state->flow, ui->station, opening->number,
		    &ui->worker, err);
	return flow_open(&state->flow, ui->station, opening->name, &ui->worker,
	    err);
}

static void flow_screen_close(struct ui *ui, struct screen *screen)
{
	struct flow_state *state = state_of(screen);
	bool keep = is_unfinished(&state->view) &&
	    !str_eq(flow_name(state->flow), "lookup");

	flow_close(state->flow, keep);
	editor_masked(&ui->line, false);
}

static void flow_worker(struct ui *ui, struct screen *screen)
{
	flow_set_worker(state_of(screen)->flow, &ui->worker);
}

static enum situation flow_situation(const struct screen *screen)
{
	const struct flow_state *state = (const struct flow_state *)screen;

	if (state->view.last.kind == VERDICT_REFUSE)
		return AT_REFUSED;
	return state->view.card_serial[0] != '\0' ? AT_CARD : AT_FLOW;
}

static unsigned flow_commands(const struct screen *screen)
{
	return ((const struct flow_state *)screen)->view.commands;
}

static bool flow_awaits(const struct screen *screen)
{
	const struct flow_view *view = &((const struct flow_state *)screen)->view;

	return wants_pin(view) || wants_reason(view);
}

/* --- A scan ----------------------------------------------------------------- */

static enum sound sound_of(const struct flow_view *view)
{
	switch (view->last.kind) {
	case VERDICT_DONE:
		return view->total > 0 && view->done >= view->total ?
		    SOUND_DONE : SOUND_GOOD;
	case VERDICT_ASK:
	case VERDICT_WARN:
		return SOUND_WARN;
	case VERDICT_REFUSE:
		return SOUND_BAD;
	default:
		return SOUND_GOOD;
	}
}

static bool is_why(const struct ui *ui, const struct scan_out *scan)
{
	return scan_command_of(ui, scan) == CMD_INFO;
}

static struct outcome flow_scan(struct ui *ui, struct screen *screen,
    const struct scan_out *scan)
{
	struct flow_state *state = state_of(screen);
	struct scan_in in = { scan->bytes, scan->len, scan->entry,
		scan->first_us };
	struct outcome out = outcome_of(STAY);
	struct verdict verdict;
	struct err err;

	err_clear(&err);
	if (!flow_feed(state->flow, &in, &verdict, &err)) {
		if (err.kind == ERR_BUSY)
			return outcome_of(AGAIN);
		stop_raise_err(ui, _("NOT BOOKED"), &err);
		return out;
	}
	state->explained = is_why(ui, scan);
	read_view(ui, state);
	login_follow_ledger(ui);
	stop_follow(ui, state->view.stopped, verdict.kind == VERDICT_REFUSE);
	if (!state->view.stopped && !state->explained)
		ui_sound(ui, sound_of(&state->view));
	if (state->explained) {
		out = outcome_open(&text_screen);
		str_copy(out.open.name, sizeof out.open.name, "why");
	}
	return out;
}

static struct outcome open_history(const struct flow_view *view)
{
	struct outcome out = outcome_open(&history_screen);

	str_copy(out.open.item, sizeof out.open.item, view->card_item);
	str_copy(out.open.subject, sizeof out.open.subject, view->card_serial);
	return out;
}

static struct outcome flow_press(struct ui *ui, struct screen *screen,
    const struct press *press, bool *taken)
{
	struct flow_state *state = state_of(screen);

	(void)ui;
	if (press->key != K_ENTER || state->view.card_serial[0] == '\0')
		return outcome_of(STAY);
	*taken = true;
	return open_history(&state->view);
}

/* Commands never come here: their keys feed the flow. */
static struct outcome flow_act(struct ui *ui, struct screen *screen,
    enum action action)
{
	(void)ui;
	assert(action == ACT_HISTORY);
	return open_history(&state_of(screen)->view);
}

/* --- What is seen ----------------------------------------------------------- */

static void flow_draw(const struct ui *ui, const struct screen *screen,
    const struct paint *p)
{
	const struct flow_state *state = (const struct flow_state *)screen;
	struct picture picture = { .view = &state->view, .edges = &ui->edges,
		.line = &ui->line, .note = ui->note,
		.ignored = ui->stop.ignored, .waiting = ui->waiting.n,
		.busy = ui->busy, .at = ui_situation(ui),
		.commands = ui->stop.own ? 0 : state->view.commands };

	picture_draw(&picture, p);
}

const struct flow_view *flow_screen_view(const struct screen *screen)
{
	return screen->class == &flow_screen ?
	    &((const struct flow_state *)screen)->view : NULL;
}

const char *flow_screen_name(const struct screen *screen)
{
	assert(screen->class == &flow_screen);
	return flow_name(((const struct flow_state *)screen)->flow);
}

const struct screen_class flow_screen = {
	.name = "flow",
	.size = sizeof(struct flow_state),
	.open = flow_screen_open,
	.close = flow_screen_close,
	.situation = flow_situation,
	.commands = flow_commands,
	.scan = flow_scan,
	.press = flow_press,
	.act = flow_act,
	.awaits = flow_awaits,
	.worker = flow_worker,
	.refresh = flow_refresh,
	.draw = flow_draw,
	.help = N_("Scan what the prompt asks for; what was scanned fills the "
	    "step it belongs to. What is typed counts as keyed, not scanned, and "
	    "is marked so."),
};
