/*
 * feed.c - one scan: what it is, which slot it is for, what comes of it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Order: a question that waits -> command code -> a code that is broken ->
 * badge -> the slots.  The current slot comes first; a many-valued slot just
 * before it stays open; a sticky slot filled earlier may be changed while no
 * act is half done.  Whatever else the scan is gets the answer of the table
 * in the design, and the slot stays.
 */
#include <assert.h>
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "flow/flow_private.h"

static bool
refuse_layout(struct flow *f, struct verdict *v)
{
	verdict_say(v, VERDICT_REFUSE, "scan.layout", "%s",
	    scan_layout_words(f->parsed.layout));
	return verdict_more(v, "", "Call whoever looks after the station; nothing was booked.");
}

static bool
dispatch(struct flow *f, const struct scan_in *in, struct verdict *v,
    struct err *err)
{
	struct scan_in again;
	bool handled;

	if (f->parsed.layout != LAYOUT_GOOD)
		return refuse_layout(f, v);
	if (!ask_handle(f, in, &handled, &again, v, err))
		return false;
	if (handled)
		return true;
	if (again.bytes != in->bytes) {	/* confirmed or allowed: the asked-about scan */
		f->entry = again.entry;
		scan_parse(again.bytes, again.len, &f->st->scan_options, &f->parsed);
	} else if (in->len == 0) {
		return verdict_say(v, VERDICT_REFUSE, "scan.unknown", "the scan is empty");
	}
	if (f->parsed.command != CMD_NONE ?
	    !command_handle(f, f->parsed.command, v, err) :
	    !feed_understand(f, &again, v, err))
		return false;
	ask_keep_scan(f, &again);
	return true;
}

/* --- what stays of a scan --- */

static void
shorten(const struct scan_in *in, bool secret, char *out, size_t size)
{
	struct str shown;

	if (secret) {
		str_copy(out, size, "****");
		return;
	}
	str_init(&shown);
	str_escape(&shown, in->bytes, in->len < 200 ? in->len : 200, true);
	str_copy(out, size, shown.p);
	str_done(&shown);
}

/* Commands after which the scan before is still the one at hand. */
static bool
only_talk(enum scan_command command)
{
	return command == CMD_INFO || command == CMD_HELP || command == CMD_OK ||
	    command == CMD_NO;
}

static void
remember(struct flow *f, const struct scan_in *in, bool secret,
    const struct verdict *v)
{
	struct view_tape *t = &f->tape[0];

	memmove(&f->tape[1], &f->tape[0], (VIEW_TAPE - 1) * sizeof f->tape[0]);
	if (f->n_tape < VIEW_TAPE)
		f->n_tape++;
	t->at = clock_wall_ms();
	t->kind = v->kind;
	t->entry = in->entry;
	str_copy(t->code, sizeof t->code, v->code);
	str_copy(t->text, sizeof t->text, v->text);
	shorten(in, secret, t->scan, sizeof t->scan);
	f->last = *v;
	if ((v->kind == VERDICT_REFUSE || v->kind == VERDICT_ASK) &&
	    !only_talk(f->parsed.command)) {
		f->refusal = *v;
		str_clear(&f->refused_scan);
		if (!secret)	/* a PIN is kept nowhere */
			str_addn(&f->refused_scan, in->bytes, in->len);
	}
	if (f->parsed.command == CMD_NONE || v->kind == VERDICT_REFUSE)
		f->stopped = v->acknowledge;
	if (!only_talk(f->parsed.command))
		f->standing = v->kind;
}

/* The form's prompt; a many-valued slot before it stays open. */
static void
form_prompt(const struct flow *f, size_t shown, struct verdict *v)
{
	const struct form_slot *s = &f->form->slots[shown];

	if (shown > 0 && s[-1].many && f->slots[shown - 1].values.n > 0)
		str_print(v->prompt, sizeof v->prompt, "%s, OR ANOTHER %s", s->prompt,
		    (s[-1].accepts & ACCEPT_ORDER) != 0 ? "ORDER" : "UNIT");
	else
		str_copy(v->prompt, sizeof v->prompt, s->prompt);
}

static void
finish_verdict(struct flow *f, struct verdict *v)
{
	size_t current = flow_current(f);
	size_t shown = current == f->form->n_slots ? 0 : current;

	if (f->asked.kind == PENDING_PIN)
		str_copy(v->prompt, sizeof v->prompt, "KEY THE PIN");
	else if (f->asked.kind == PENDING_REASON || f->asked.kind == PENDING_LABEL)
		str_copy(v->prompt, sizeof v->prompt, "SCAN OR KEY THE REASON");
	else if (f->def->prompt == NULL ||
	    !f->def->prompt(f, v->prompt, sizeof v->prompt))
		form_prompt(f, shown, v);
	v->acknowledge = v->kind == VERDICT_REFUSE && f->form->slots[shown].stop;
}

static bool
log_scan(struct flow *f, const struct scan_in *in, bool secret, size_t slot,
    const struct verdict *v, struct err *err)
{
	int64_t now = clock_mono_us() / 1000;
	struct scan_record r = { .at = clock_wall_ms(), .terminal = f->st->terminal,
	    .flow = f->def->name, .slot = slot < f->form->n_slots ?
	    f->form->slots[slot].name : "", .raw = in->bytes, .raw_len = in->len,
	    .kind = (int)f->parsed.kind, .entry = (enum event_entry)in->entry,
	    .gap_ms = f->last_scan_ms == 0 ? -1 : now - f->last_scan_ms,
	    .verdict = (int)v->kind, .code = v->code,
	    .event = v->n_events > 0 ? v->events[0].id : 0, .job = f->job };

	if (secret) {
		r.raw = "****";
		r.raw_len = 4;
	}
	f->last_scan_ms = now;
	return ledger_log_scan(f->l, &r, err);
}

static void
begin_feed(struct flow *f, const struct scan_in *in)
{
	f->entry = in->entry;
	f->confirmed[0] = f->allowed[0] = '\0';
	f->line.line = 0;
	f->choice.rank = RANK_NONE;
	f->act_open = f->saw_commit = f->roll_back = f->asked_now = false;
	ledger_set_operator(f->l, f->worker.badge);
}

/* The answer stands, but nothing it wrote: begin the transaction anew. */
static bool
start_over(struct flow *f, struct err *err)
{
	ledger_rollback(f->l);
	memory_restore(f);
	ask_forget(f);
	return ledger_begin(f->l, -1, err);
}

static bool
answer(struct flow *f, const struct scan_in *in, struct verdict *v,
    struct err *err)
{
	if (in->len > SCAN_BYTES_MAX) {
		verdict_say(v, VERDICT_REFUSE, "scan.too-long",
		    "the scan has %zu bytes, more than %d", in->len, SCAN_BYTES_MAX);
		return verdict_more(v, "", "Scan one code at a time.");
	}
	if (!dispatch(f, in, v, err))
		return false;
	if (v->kind != VERDICT_OK && v->kind != VERDICT_DONE)
		memory_restore_slots(f);	/* what a label filled before it was refused */
	return !f->roll_back || start_over(f, err);
}

bool
flow_feed(struct flow *f, const struct scan_in *in, struct verdict *v,
    struct err *err)
{
	bool secret = f->asked.kind == PENDING_PIN;
	bool fresh;
	size_t slot;

	verdict_clear(v);
	begin_feed(f, in);
	scan_parse(in->bytes, in->len < SCAN_BYTES_MAX ? in->len : SCAN_BYTES_MAX,
	    &f->st->scan_options, &f->parsed);
	secret = secret && f->parsed.command == CMD_NONE;
	if (!ledger_begin(f->l, f->st->lock_wait_ms, err))
		return false;
	if (!flow_check_reads(f, &fresh, err) || (!fresh && !job_refresh(f, err))) {
		ledger_rollback(f->l);
		return false;
	}
	memory_keep(f);
	slot = flow_current(f);
	if (!answer(f, in, v, err))
		goto failed;
	finish_verdict(f, v);
	if (!job_save(f, err) || !log_scan(f, in, secret, slot, v, err) ||
	    !ledger_commit(f->l, err))
		goto failed;
	f->seen_commits = store_commits(ledger_store(f->l));
	remember(f, in, secret, v);
	return true;
failed:
	ledger_rollback(f->l);
	memory_restore(f);
	return false;
}
