/*
 * prints.c - labels of the print outbox: words, and what a person decides.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "ui/prints.h"
#include <assert.h>
#include <string.h>
#include "base/clock.h"
#include "base/json.h"
#include "base/str.h"
#include "ui/picture.h"
#include "ui/words.h"

/* --- Words ------------------------------------------------------------------ */

static const struct { const char *words; unsigned style; } states[] = {
	[PRINT_QUEUED] = { N_(". waiting"), STYLE_NORMAL },
	[PRINT_HELD] = { N_("= held"), STYLE_BOLD },
	[PRINT_SUBMITTING] = { N_("> waiting"), STYLE_NORMAL },
	[PRINT_CREATED] = { N_("> sent"), STYLE_NORMAL },
	[PRINT_SUBMITTED] = { N_("> sent"), STYLE_NORMAL },
	[PRINT_PRINTING] = { N_("> printing"), STYLE_BOLD },
	[PRINT_SENT] = { N_("+ printed"), STYLE_NORMAL },
	[PRINT_CONFIRMED] = { N_("* confirmed"), STYLE_NORMAL },
	[PRINT_FAILED] = { N_("! failed"), STYLE_WARN },
	[PRINT_UNKNOWN] = { N_("? unknown"), STYLE_WARN },
	[PRINT_VOID] = { N_("x cancelled"), STYLE_DIM },
};

const char *print_state_shown(enum print_state state)
{
	assert(state > 0 && state < PRINT_STATES);
	return _(states[state].words);
}

unsigned print_state_style(enum print_state state)
{
	assert(state > 0 && state < PRINT_STATES);
	return states[state].style;
}

void print_age(int64_t at, char *out, size_t size)
{
	edges_age((clock_wall_ms() - at) / 1000, out, size);
}

/* Fields that name what a label is on, the most telling first. */
static const char *const naming[] = { "rma", "serial", "sscc", "asset", "badge",
	"code", "item" };

static void name_by_fields(const struct json *fields, char *out, size_t size)
{
	for (size_t i = 0; i < sizeof naming / sizeof naming[0]; i++) {
		const char *text = json_get_text(fields, naming[i]);

		if (text != NULL && out[0] == '\0')
			str_copy(out, size, text);
	}
}

void print_for_words(struct ledger *ledger, const struct print_row *row,
    char *out, size_t size)
{
	struct json *fields;
	struct str text;
	struct err err;

	out[0] = '\0';
	if (row->item[0] != '\0') {
		str_print(out, size, "%s %s", row->item, row->serial);
		return;
	}
	str_init(&text);
	if (ledger_print_fields(ledger, row->id, &text, &err)) {
		fields = json_parse(text.p, text.len, &err);
		if (fields != NULL)
			name_by_fields(fields, out, size);
		json_free(fields);
	}
	str_done(&text);
}

/* --- What is asked ---------------------------------------------------------- */

/* It never left for a printer, or waits: letting it go prints no second one. */
static bool is_first(const struct print_row *row)
{
	switch (row->state) {
	case PRINT_FAILED:
	case PRINT_VOID:
		return row->attempts == 0;
	case PRINT_UNKNOWN:
	case PRINT_SENT:
	case PRINT_CONFIRMED:
		return false;
	default:
		return true;
	}
}

enum print_ask print_asks(const struct print_row *row, enum action action)
{
	switch (action) {
	case ACT_VOID_LABEL:
		return row->state == PRINT_SENT || row->state == PRINT_CONFIRMED ||
		    row->state == PRINT_VOID ? ASK_NOTHING : ASK_YES;
	case ACT_RETRY:
		return is_first(row) ? ASK_NOTHING : ASK_REASON;
	default:
		return ASK_NOTHING;
	}
}

void print_question(const struct print_row *row, enum action action, char *out,
    size_t size)
{
	if (action == ACT_RETRY)
		str_print(out, size, _("It may be out there already (%s). Destroy "
		    "that one. Why is another printed?"),
		    print_state_word(row->state));
	else if (print_state_is_live(row->state))
		str_copy(out, size, _("It is on its way: its whole print job stops, "
		    "and what comes out of it must be destroyed."));
	else if (row->state == PRINT_FAILED || row->state == PRINT_UNKNOWN)
		str_copy(out, size, _("Nobody will print it again. Destroy the label "
		    "if it turns up."));
	else
		str_copy(out, size, _("It will not be printed."));
}

/* --- What is done ----------------------------------------------------------- */

struct decision {
	int64_t id, others;
	const char *reason;
};

static bool book_cancel(struct ledger *ledger, void *ctx, struct err *err)
{
	struct decision *d = ctx;

	return ledger_print_cancel(ledger, d->id, &d->others, err);
}

static bool book_retry(struct ledger *ledger, void *ctx, struct err *err)
{
	const struct decision *d = ctx;

	return ledger_print_retry(ledger, d->id, d->reason, BY_KEYS, err);
}

static bool book_hold(struct ledger *ledger, void *ctx, struct err *err)
{
	const struct decision *d = ctx;

	return ledger_print_hold(ledger, d->id, err);
}

static bool book_in_hand(struct ledger *ledger, void *ctx, struct err *err)
{
	const struct decision *d = ctx;

	return ledger_print_confirm(ledger, d->id, BY_KEYS, err);
}

static const struct {
	enum action action;
	bool (*book)(struct ledger *, void *ctx, struct err *);
	const char *done;
} acts[] = {
	{ ACT_VOID_LABEL, book_cancel, N_("is cancelled") },
	{ ACT_RETRY, book_retry, N_("waits for its printer again") },
	{ ACT_HOLD, book_hold, N_("is held; F4 lets it go") },
	{ ACT_IN_HAND, book_in_hand, N_("is confirmed") },
};

static void say_done(struct ui *ui, const char *words, const struct decision *d)
{
	char text[120];

	str_print(text, sizeof text, _("label %lld %s"), (long long)d->id, words);
	if (d->others > 0)
		ui_note(ui, many_("%s; %lld other label of its print job stops with "
		    "it", "%s; %lld other labels of its print job stop with it",
		    d->others), text, (long long)d->others);
	else
		ui_note(ui, "%s", text);
	ui_sound(ui, SOUND_DONE);
}

static void say_refused(struct ui *ui, const struct err *err)
{
	if (err->kind == ERR_CLASH || err->kind == ERR_ABSENT) {
		ui_note(ui, "%s. %s", err->what,
		    err->kind == ERR_CLASH ? err->hint : "");
		ui_sound(ui, SOUND_WARN);
	} else {
		stop_raise_err(ui, _("NOT DONE"), err);
	}
}

bool print_decide(struct ui *ui, int64_t id, enum action action,
    const char *reason)
{
	struct decision d = { .id = id, .reason = reason };
	struct err err;
	size_t i = 0;

	while (i < sizeof acts / sizeof acts[0] && acts[i].action != action)
		i++;
	assert(i < sizeof acts / sizeof acts[0]);
	if (ui_book(ui, acts[i].book, &d, &err)) {
		say_done(ui, _(acts[i].done), &d);
	} else if (err.kind == ERR_BUSY) {
		ui_note(ui, "%s", _("another terminal is writing: press it again"));
		return false;
	} else {
		say_refused(ui, &err);
	}
	return true;
}

struct scanned { const char *item, *serial; int64_t n; };

static bool book_scanned(struct ledger *ledger, void *ctx, struct err *err)
{
	struct scanned *s = ctx;

	return ledger_print_scanned_back(ledger, s->item, s->serial, BY_SCAN,
	    &s->n, err);
}

bool print_scanned_back(struct ui *ui, const char *item, const char *serial,
    int64_t *n, struct err *err)
{
	struct scanned s = { .item = item, .serial = serial };
	bool ok = ui_book(ui, book_scanned, &s, err);

	*n = s.n;
	return ok;
}
