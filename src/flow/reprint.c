/*
 * reprint.c - another label for what is at hand, and labels that will not read.
 * SPDX-License-Identifier: Apache-2.0
 *
 * XCXREPRINT asks why, and the next scan answers.  The reason stands in the
 * unit's history.  A label that will not read is recorded as a failure first,
 * with whose goods, which symbols and which printer, so that a bad roll or a
 * bad supplier shows.
 */
#include <string.h>
#include <strings.h>
#include "base/clock.h"
#include "base/str.h"
#include "flow/print.h"
#include "ledger/print_failed.h"
#include "ledger/print_outbox.h"

#define SYMBOLS_MAX 16

/* The unit of the last act that was booked in this job. */
static bool
last_act(struct flow *f, struct print_subject *about, struct err *err)
{
	struct event e;
	int rc = f->commits.n == 0 ? 0 : ledger_event(f->l,
	    f->commits.at[f->commits.n - 1].first, &e, NULL, err);

	if (rc > 0 && e.subject_kind == SUBJECT_UNIT)
		print_subject(about, e.item, e.subject);
	return rc >= 0;
}

/* The container at work or closed last, where a flow is about containers; else
 * the unit of the last act or refusal.  code "": there is none. */
static bool
find_subject(struct flow *f, struct print_subject *about, struct err *err)
{
	const char *slot = f->def->label, *code = "";

	if (slot != NULL && strcmp(slot, "unit") != 0)
		code = flow_text(f, slot)[0] != '\0' ? flow_text(f, slot) : f->closed;
	print_subject(about, "", code);
	if (code[0] != '\0')
		return true;
	if (!f->has_subject)
		return last_act(f, about, err);
	print_subject(about, f->subject.item, f->subject.serial);
	return true;
}

bool
reprint_ask(struct flow *f, struct verdict *v, struct err *err)
{
	struct print_subject about;

	if (!find_subject(f, &about, err))
		return false;
	if (about.code[0] == '\0') {
		verdict_say(v, VERDICT_REFUSE, "command.not-here",
		    "XCXREPRINT does nothing here: no unit or carton is at hand");
		return verdict_more(v, "", "Scan the unit first.");
	}
	ask_about(f, PENDING_LABEL, "label.reason");
	verdict_say(v, VERDICT_ASK, "label.reason", "why another label for %s?",
	    about.code);
	return verdict_more(v, "", "Scan a reason card or key a few words: damaged, "
	    "lost, " LABEL_UNREADABLE "; XCXNO gives up.");
}

/* The form's template where it suits, else ours for such a thing. */
static const char *
template_of(struct flow *f, const struct print_subject *about)
{
	bool of_units = f->def->label == NULL || strcmp(f->def->label, "unit") == 0;

	if (about->item[0] == '\0')
		return f->form->print[0] != '\0' ? f->form->print : f->def->label;
	return of_units && f->form->print[0] != '\0' ? f->form->print : "unit";
}

/* What of a print request is wrong is an answer, not a failure. */
static bool
is_answer(const struct err *err)
{
	return err->kind == ERR_INPUT || err->kind == ERR_CLASH ||
	    err->kind == ERR_ABSENT;
}

static bool
say_printed(struct verdict *v, const char *code, const struct print_request *r)
{
	return verdict_say(v, VERDICT_DONE, "", "another label for %s goes to %s: %s",
	    code, r->printer, r->reason);
}

bool
reprint_answer(struct flow *f, const char *reason, struct verdict *v,
    struct err *err)
{
	struct print_subject about;
	struct print_request r = { .reason = reason };
	struct str fields;
	int64_t id;
	bool ok;

	if (reason[0] == '\0' || strlen(reason) >= CODE_SIZE)
		return verdict_say(v, VERDICT_REFUSE, "scan.too-long",
		    "a reason has 1 to %d characters", CODE_SIZE - 1);
	ask_forget(f);
	if (!find_subject(f, &about, err))
		return false;
	if (about.item[0] != '\0' && strcasecmp(reason, LABEL_UNREADABLE) == 0)
		return reprint_failed(f, about.item, about.code, v, err);
	str_init(&fields);
	ok = print_make(f, template_of(f, &about), &about, &r, &fields, err) &&
	    ledger_print_request(f->l, &r, &id, err);
	str_done(&fields);
	if (ok)
		return say_printed(v, about.code, &r);
	if (!is_answer(err))
		return false;
	verdict_from_err(v, err);
	err_clear(err);
	return true;
}

/* --- Labels that will not read ---------------------------------------------------- */

static bool
keep_last(void *ctx, const struct print_row *row)
{
	struct print_row *last = ctx;

	if (row->state >= PRINT_SUBMITTED && row->state != PRINT_VOID)
		*last = *row;
	return true;
}

/* The kinds of its symbols, each once. */
static void
symbols_of(const struct flow *f, const char *template_name, char *out, size_t size)
{
	const struct label *label = f->st->labels == NULL ? NULL :
	    labels_find(f->st->labels, template_name);
	const struct label_profile usual = { .dots_per_mm = 8 };
	struct label_symbol all[SYMBOLS_MAX];
	char list[CODES_SIZE];
	struct err err;
	size_t n;

	out[0] = '\0';
	if (label == NULL || !label_symbols(label, &usual, all, SYMBOLS_MAX, &n, &err))
		return;
	for (size_t i = 0; i < n && i < SYMBOLS_MAX; i++) {
		size_t len = strlen(out);

		str_print(list, sizeof list, " %s ", out);
		if (!flow_has(list, all[i].kind))
			str_print(out + len, size - len, "%s%s", len > 0 ? " " : "",
			    all[i].kind);
	}
}

static bool
describe(struct flow *f, const char *item, const char *serial,
    struct label_failure *what, struct err *err)
{
	struct print_row last = { .id = 0 };
	struct event came;
	struct unit unit;
	bool found;

	memset(what, 0, sizeof *what);
	unit_init(&unit, item, serial);
	if (!ledger_print_of_unit(f->l, item, serial, keep_last, &last, err) ||
	    !unit_arrival(f, &unit, &came, &found, err))
		return false;
	if (found)
		str_copy(what->supplier, sizeof what->supplier, came.body.party);
	str_copy(what->template_name, sizeof what->template_name,
	    last.template_name);
	str_copy(what->printer, sizeof what->printer, last.printer);
	symbols_of(f, last.template_name, what->symbols, sizeof what->symbols);
	if (last.id != 0 || found)
		what->age_s = (clock_wall_ms() - (last.id != 0 ? last.made_at :
		    came.at)) / 1000;
	return true;
}

static bool
say_failed(struct verdict *v, const char *serial, const struct print_request *r)
{
	verdict_say(v, VERDICT_DONE, "label.failed",
	    "the label of %s will not read: another one goes to %s", serial,
	    r->printer);
	return verdict_more(v, "", "Put the new one over the old one.");
}

bool
reprint_failed(struct flow *f, const char *item, const char *serial,
    struct verdict *v, struct err *err)
{
	struct print_request r = { .reason = LABEL_UNREADABLE };
	struct label_failure what;
	struct print_subject about;
	struct str fields;
	struct err why;
	int64_t id;
	bool made, ok;

	print_subject(&about, item, serial);
	if (!describe(f, item, serial, &what, err))
		return false;
	str_init(&fields);
	made = print_make(f, template_of(f, &about), &about, &r, &fields, err);
	why = *err;
	ok = (made || is_answer(err)) && ledger_label_failed(f->l, item, serial, &what,
	    made ? &r : NULL, &id, (enum event_entry)f->entry, err);
	str_done(&fields);
	if (!ok)
		return false;
	err_clear(err);
	if (made)
		return say_failed(v, serial, &r);
	verdict_say(v, VERDICT_WARN, "label.failed",
	    "the label of %s will not read; no other one: %s", serial, why.what);
	return verdict_more(v, why.detail, "%s", why.hint);
}
