/*
 * records_screen.c - what can be looked at, by digits.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "term/pick.h"
#include "ui/lists.h"
#include "ui/picture.h"
#include "ui/words.h"

static const struct {
	const struct screen_class *class;
	const char *name;	/* of the flow, list or text */
	const char *words, *note;
} records[] = {
	{ &flow_screen, "lookup", N_("Look up"), N_("anything with a code") },
	{ &list_screen, "orders-open", N_("Open orders"),
	    N_("and what is done of them") },
	{ &list_screen, "orders", N_("All orders"), "" },
	{ &list_screen, "units", N_("Units"),
	    N_("by item, bin, order, status") },
	{ &list_screen, "items", N_("Items"), N_("and their units") },
	{ &list_screen, "bins", N_("Bins"), N_("and what is in them") },
	{ &list_screen, "incidents-open", N_("Open incidents"),
	    N_("to be settled") },
	{ &list_screen, "incidents", N_("All incidents"), "" },
	{ &list_screen, "operators", N_("Operators"), N_("badges and locks") },
	{ &text_screen, "status", N_("This station"),
	    N_("database, terminal, scanner") },
	{ &list_screen, "tasks", N_("Requested counts"),
	    N_("bins to be counted") },
	{ &list_screen, "cartons-open", N_("Cartons"),
	    N_("pallets, totes, and what is in them") },
	{ &list_screen, "prints", N_("Print queue"),
	    N_("labels that were asked for") },
	{ &list_screen, "printers", N_("Printers"),
	    N_("how they are, what waits for them") },
};
#define RECORDS (sizeof records / sizeof records[0])

/* Keys of a number pad: letters begin what is keyed. */
static const char hot_keys[] = "1234567890-+*.";
_Static_assert(RECORDS < sizeof hot_keys, "a key for each");

struct records {
	struct screen screen;
	struct pick_entry entries[RECORDS];
	struct pick pick;
};

static bool records_open(struct ui *ui, struct screen *screen,
    const struct opening *opening, struct err *err)
{
	struct records *state = (struct records *)screen;

	(void)ui, (void)opening, (void)err;
	for (size_t i = 0; i < RECORDS; i++)
		state->entries[i] = (struct pick_entry){
			.words = _(records[i].words),
			.note = records[i].note[0] != '\0' ?
			    _(records[i].note) : NULL,
			.hot = (uint32_t)hot_keys[i] };
	pick_init(&state->pick, state->entries, RECORDS);
	return true;
}

static enum situation records_situation(const struct screen *screen)
{
	(void)screen;
	return AT_LIST;
}

/* A scan here means what it means at the menu. */
static struct outcome records_scan(struct ui *ui, struct screen *screen,
    const struct scan_out *scan)
{
	(void)screen;
	return menu_screen.scan(ui, ui->stack[0], scan);
}

static struct outcome records_press(struct ui *ui, struct screen *screen,
    const struct press *press, bool *taken)
{
	struct records *state = (struct records *)screen;
	struct outcome out;

	(void)ui;
	*taken = true;
	if (press->key == K_ESC)
		return outcome_of(CLOSE);
	switch (pick_press(&state->pick, press)) {
	case PICK_PICKED:
		out = outcome_open(records[state->pick.at].class);
		str_copy(out.open.name, sizeof out.open.name,
		    records[state->pick.at].name);
		return out;
	case PICK_MOVED:
		return outcome_of(STAY);
	default:
		*taken = false;
		return outcome_of(STAY);
	}
}

static void records_draw(const struct ui *ui, const struct screen *screen,
    const struct paint *p)
{
	/* the pick remembers what of it was in sight */
	struct records *state = (struct records *)(uintptr_t)screen;
	bool wide = p->columns >= 80;
	struct paint part = paint_part(p, 1 + wide, wide ? 2 : 0,
	    p->rows - 4 - wide, p->columns - (wide ? 4 : 0));

	edges_title(&ui->edges, p, 0, _("RECORDS"), "");
	pick_draw(&state->pick, &part, false);
	edges_typed(&ui->line, ui->note, p, p->rows - 3);
	edges_status(&ui->edges, p, p->rows - 2);
	edges_keys(ui_situation(ui), 0, p, p->rows - 1);
}

const struct screen_class records_screen = {
	.name = "records",
	.size = sizeof(struct records),
	.open = records_open,
	.situation = records_situation,
	.scan = records_scan,
	.press = records_press,
	.draw = records_draw,
	.help = N_("A digit or sign opens what stands beside it. Whatever is scanned "
	    "shows its card."),
};
