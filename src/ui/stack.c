/*
 * stack.c - screens above each other.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The menu is at the bottom and never closed; the screen on top is seen and
 * gets the scans and keys.  Screens are opened and closed here alone.
 */
#include <assert.h>
#include <stdlib.h>
#include "base/str.h"
#include "base/xalloc.h"
#include "ui/ui_private.h"
#include "ui/words.h"

struct outcome outcome_of(int next)
{
	struct outcome out = { .next = STAY };

	assert(next != OPEN);
	out.next = next;
	return out;
}

struct outcome outcome_open(const struct screen_class *class)
{
	struct outcome out = { .next = OPEN, .open = { .class = class } };

	return out;
}

struct screen *stack_top(const struct ui *ui)
{
	assert(ui->depth > 0);
	return ui->stack[ui->depth - 1];
}

enum situation ui_situation(const struct ui *ui)
{
	struct screen *top;

	if (ui->login.state != LOGIN_IN)
		return AT_LOGIN;
	if (stop_is_on(ui))
		return AT_STOP;
	top = stack_top(ui);
	return top->class->situation(top);
}

/* What was typed, and the code scanned before, belong to the step before. */
static void new_step(struct ui *ui)
{
	editor_clear(&ui->line);
	scan_typed_line(ui->assembler, false);
	scan_step_changed(ui->assembler);
	loop_dirty(ui->loop);
}

void stack_refresh(struct ui *ui)
{
	struct screen *top = stack_top(ui);

	if (top->class->refresh != NULL)
		top->class->refresh(ui, top);
}

void stack_open(struct ui *ui, const struct opening *opening)
{
	const struct screen_class *class = opening->class;
	struct screen *screen;
	struct err err;

	if (ui->depth == STACK_MAX) {
		ui_note(ui, "%s", _("too many screens are open: F3 goes back"));
		return;
	}
	err_clear(&err);
	screen = xcalloc(1, class->size);
	screen->class = class;
	if (!class->open(ui, screen, opening, &err)) {
		free(screen);
		stop_raise_err(ui, _("NOT OPENED"), &err);
		return;
	}
	ui->stack[ui->depth++] = screen;
	new_step(ui);
	stack_refresh(ui);
}

void stack_close_to(struct ui *ui, size_t depth)
{
	while (ui->depth > depth) {
		struct screen *top = ui->stack[--ui->depth];

		if (top->class->close != NULL)
			top->class->close(ui, top);
		free(top);
	}
	stop_follow(ui, false, false);
	new_step(ui);
	if (depth > 0)
		stack_refresh(ui);
}

void stack_worker(struct ui *ui)
{
	for (size_t i = 0; i < ui->depth; i++)
		if (ui->stack[i]->class->worker != NULL)
			ui->stack[i]->class->worker(ui, ui->stack[i]);
}

bool ui_book(struct ui *ui, bool (*act)(struct ledger *, void *ctx,
    struct err *), void *ctx, struct err *err)
{
	struct ledger *ledger = ui->station->ledger;

	err_clear(err);
	ledger_set_operator(ledger, ui->worker.badge);
	if (!ledger_begin(ledger, BUSY_WAIT_MS, err))
		return false;
	if (act(ledger, ctx, err))
		return ledger_commit(ledger, err);
	ledger_rollback(ledger);
	return false;
}

void ui_follow(struct ui *ui, const struct outcome *outcome)
{
	switch (outcome->next) {
	case OPEN:
		if (outcome->from_menu && ui->depth > 1)
			stack_close_to(ui, 1);
		stack_open(ui, &outcome->open);
		break;
	case CLOSE:
		if (ui->depth > 1)
			stack_close_to(ui, ui->depth - 1);
		break;
	case HOME:
		if (ui->depth > 1)
			stack_close_to(ui, 1);
		break;
	default:
		break;
	}
	loop_dirty(ui->loop);
}
