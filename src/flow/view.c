/*
 * view.c - a flow as a screen shows it: what every flow has in common.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "flow/flow_private.h"

void
view_cell(const struct flow_view *view, struct view_row *row, const char *column,
    const char *text)
{
	for (size_t i = 0; i < view->n_columns; i++)
		if (strcmp(view->columns[i], column) == 0)
			str_copy(row->cells[i], sizeof row->cells[i], text);
}

void
view_number(const struct flow_view *view, struct view_row *row,
    const char *column, int64_t number)
{
	char text[24];

	str_print(text, sizeof text, "%lld", (long long)number);
	view_cell(view, row, column, text);
}

static void
fill_slot(const struct flow *f, size_t i, size_t current, struct view_slot *out)
{
	const struct form_slot *form = &f->form->slots[i];
	const struct slot *slot = &f->slots[i];

	str_copy(out->name, sizeof out->name, form->name);
	str_copy(out->label, sizeof out->label, form->label);
	out->current = i == current;
	out->sticky = form->sticky;
	out->many = form->many;
	out->required = form->required;
	out->asked = form->asked && (form->when[0] == '\0' || slot->values.n > 0 ||
	    (f->def->wants != NULL && f->def->wants((struct flow *)f, i)));
	out->count = slot->values.n;
	if (slot->values.n == 0)
		return;
	if (form->many && slot->values.n > 1)
		str_print(out->value, sizeof out->value, "%zu %s", slot->values.n,
		    (form->accepts & ACCEPT_ORDER) != 0 ? "orders" : "units");
	else
		str_copy(out->value, sizeof out->value, slot->values.at[0].code);
	str_copy(out->note, sizeof out->note,
	    slot->values.at[slot->values.n - 1].note);
}

static void
fill_prompt(struct flow *f, size_t current, struct flow_view *out)
{
	const struct form_slot *s =
	    &f->form->slots[current == f->form->n_slots ? 0 : current];

	if (f->last.prompt[0] != '\0' && (f->asked.kind == PENDING_PIN ||
	    f->asked.kind == PENDING_REASON))
		str_copy(out->prompt, sizeof out->prompt, f->last.prompt);
	else if (f->def->prompt == NULL ||
	    !f->def->prompt(f, out->prompt, sizeof out->prompt))
		str_copy(out->prompt, sizeof out->prompt, s->prompt);
	str_print(out->prompt_help, sizeof out->prompt_help, "%s%s%s", s->help,
	    s->example[0] != '\0' ? " For example: " : "", s->example);
}

static void
fill_columns(const struct flow *f, struct flow_view *out)
{
	out->n_columns = f->form->n_columns;
	for (size_t i = 0; i < f->form->n_columns; i++) {
		str_copy(out->columns[i], sizeof out->columns[i],
		    f->form->columns[i].name);
		out->widths[i] = f->form->columns[i].width;
	}
}

/* The flow fills cells by the columns' names; people read their titles. */
static void
name_columns(const struct flow *f, struct flow_view *out)
{
	for (size_t i = 0; i < f->form->n_columns; i++)
		if (f->form->columns[i].title[0] != '\0')
			str_copy(out->columns[i], sizeof out->columns[i],
			    f->form->columns[i].title);
}

bool
flow_view(struct flow *f, struct flow_view *out, struct err *err)
{
	size_t current;

	flow_forget_reads(f);
	current = flow_current(f);
	memset(out, 0, sizeof *out);
	str_copy(out->title, sizeof out->title, f->form->title);
	fill_prompt(f, current, out);
	for (size_t i = 0; i < f->form->n_slots && i < VIEW_SLOTS; i++)
		fill_slot(f, i, current, &out->slots[out->n_slots++]);
	fill_columns(f, out);
	out->n_tape = f->n_tape;
	memcpy(out->tape, f->tape, sizeof out->tape);
	out->last = f->last;
	out->stopped = f->stopped;
	out->secret = f->asked.kind == PENDING_PIN;
	out->commands = command_bits(f);
	if (f->def->view != NULL && !f->def->view(f, out, err))
		return false;
	name_columns(f, out);
	return true;
}
