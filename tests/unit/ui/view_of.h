/*
 * view_of.h - flow views made by hand, for tests of their pictures.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef TESTS_UNIT_UI_VIEW_OF_H
#define TESTS_UNIT_UI_VIEW_OF_H
#include <string.h>
#include "base/str.h"
#include "flow/flow.h"

/* Receiving before its first scan. */
static inline void view_empty(struct flow_view *view)
{
	memset(view, 0, sizeof *view);
	str_copy(view->title, sizeof view->title, "RECEIVE");
	str_copy(view->prompt, sizeof view->prompt, "SCAN THE ORDER");
	str_copy(view->prompt_help, sizeof view->prompt_help,
	    "From its papers.");
	view->n_slots = 2;
	str_copy(view->slots[0].name, sizeof view->slots[0].name, "order");
	str_copy(view->slots[0].label, sizeof view->slots[0].label, "Order");
	view->slots[0].current = view->slots[0].required = true;
	view->slots[0].asked = true;
	str_copy(view->slots[1].name, sizeof view->slots[1].name, "serial");
	str_copy(view->slots[1].label, sizeof view->slots[1].label, "Serial");
	view->slots[1].required = view->slots[1].asked = true;
}

static inline void view_list(struct flow_view *view, size_t rows)
{
	view->n_columns = 2;
	str_copy(view->columns[0], sizeof view->columns[0], "Line");
	str_copy(view->columns[1], sizeof view->columns[1], "Item");
	view->widths[0] = 5;
	for (size_t i = 0; i < rows && i < VIEW_ROWS; i++) {
		struct view_row *row = &view->rows[view->n_rows++];

		str_print(row->cells[0], sizeof row->cells[0], "%zu", i + 1);
		str_print(row->cells[1], sizeof row->cells[1], "ITEM-%zu", i + 1);
		row->current = i == 1;
		row->complete = i == 0;
	}
}

/* In the middle of the work, with everything a view can have. */
static inline void view_busy(struct flow_view *view, enum verdict_kind kind)
{
	view_empty(view);
	str_copy(view->subtitle, sizeof view->subtitle, "ACME Fasteners");
	str_copy(view->slots[0].value, sizeof view->slots[0].value, "4711");
	view->slots[0].current = false;
	view->slots[1].current = true;
	view->done = 3;
	view->total = 12;
	str_copy(view->progress_unit, sizeof view->progress_unit, "units");
	str_copy(view->big, sizeof view->big, "A-01-02");
	str_copy(view->big_label, sizeof view->big_label, "GO TO");
	view_list(view, 4);
	view->n_suggestions = 1;
	str_copy(view->suggestions[0].code, sizeof view->suggestions[0].code,
	    "B-07");
	str_copy(view->suggestions[0].why, sizeof view->suggestions[0].why,
	    "next on the walk");
	view->last.kind = kind;
	str_copy(view->last.text, sizeof view->last.text, "SN-1 is taken");
	str_copy(view->last.code, sizeof view->last.code, "unit.some-code");
	str_copy(view->last.hint, sizeof view->last.hint, "put it aside");
	view->stopped = kind == VERDICT_REFUSE;
	view->n_tape = 2;
	for (size_t i = 0; i < 2; i++) {
		view->tape[i].kind = kind;
		str_copy(view->tape[i].scan, sizeof view->tape[i].scan, "SN-1");
		str_copy(view->tape[i].text, sizeof view->tape[i].text,
		    "SN-1 is taken");
	}
}
#endif
