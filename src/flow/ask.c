/*
 * ask.c - questions that the next scan answers.
 * SPDX-License-Identifier: Apache-2.0
 *
 * CONFIRM   the same scan again (or XCXOK) says yes; XCXNO or another scan, no
 * OVERRIDE  a supervisor's badge allows what was refused, once; any other scan
 *           goes on as if nothing had been asked
 * PIN       the next keyed line is the PIN of a badge just scanned
 * REASON    the next scan is the reason of an override; then the refused scan
 *           is fed again with the allowance
 * LABEL     the next scan is the reason of a reprint
 */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "base/str.h"
#include "flow/print.h"

void
ask_forget(struct flow *f)
{
	f->asked.kind = PENDING_NONE;
	f->asked.code[0] = '\0';
	f->asked.is_switch = false;
}

/* Is code among codes (" a b ")? */
bool
flow_has(const char *codes, const char *code)
{
	char needle[36];

	str_print(needle, sizeof needle, " %s ", code);
	return strstr(codes, needle) != NULL;
}

void
ask_about(struct flow *f, enum pending kind, const char *code)
{
	f->asked_now = true;
	f->asked.kind = kind;
	str_copy(f->asked.code, sizeof f->asked.code, code);
	str_copy(f->asked.had, sizeof f->asked.had, f->confirmed);
	str_copy(f->asked.allowed, sizeof f->asked.allowed, f->allowed);
}

void
ask_keep_scan(struct flow *f, const struct scan_in *in)
{
	if (!f->asked_now || in->bytes == f->asked.scan.p)
		return;
	str_clear(&f->asked.scan);
	str_addn(&f->asked.scan, in->bytes, in->len);
	f->asked.entry = in->entry;
}

bool
flow_confirmed(struct flow *f, struct verdict *v, const char *code,
    const char *fmt, ...)
{
	char text[sizeof v->text];
	va_list ap;

	if (flow_has(f->confirmed, code))
		return true;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	verdict_say(v, VERDICT_ASK, code, "%s", text);
	verdict_more(v, "", "Scan the same again for yes; scan anything else, or XCXNO, for no.");
	ask_about(f, PENDING_CONFIRM, code);
	return false;
}

bool
flow_allowed(struct flow *f, struct verdict *v, const char *code,
    const char *fmt, ...)
{
	char text[sizeof v->text];
	va_list ap;

	if (flow_has(f->allowed, code))
		return true;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	verdict_say(v, VERDICT_REFUSE, code, "%s", text);
	verdict_more(v, "", "A supervisor may allow it: scan the badge, then a reason.");
	ask_about(f, PENDING_OVERRIDE, code);
	return false;
}

static void
become(struct flow *f, const struct operator *badge)
{
	str_copy(f->worker.badge, sizeof f->worker.badge, badge->badge);
	str_copy(f->worker.name, sizeof f->worker.name, badge->name);
	f->worker.role = badge->role;
	ledger_set_operator(f->l, badge->badge);
}

static bool
allowed_by(struct flow *f, const struct operator *badge, struct verdict *v)
{
	str_copy(f->allowed_by.badge, sizeof f->allowed_by.badge, badge->badge);
	str_copy(f->allowed_by.name, sizeof f->allowed_by.name, badge->name);
	f->allowed_by.role = badge->role;
	f->asked.kind = PENDING_REASON;
	verdict_say(v, VERDICT_ASK, "override.reason",
	    "%s allows it: give the reason", badge->name);
	return verdict_more(v, "", "Scan a reason card or key a few words; XCXNO gives up.");
}

static bool
ask_pin(struct flow *f, const struct operator *badge, bool change, struct verdict *v)
{
	str_copy(f->asked.who.badge, sizeof f->asked.who.badge,
	    badge->badge);
	f->asked.kind = PENDING_PIN;
	f->asked.is_switch = change;
	verdict_say(v, VERDICT_ASK, "pin.needed", "key the PIN of %s", badge->name);
	return verdict_more(v, "", "Digits, then Enter; XCXNO gives up.");
}

static bool
refuse_locked(const struct operator *badge, struct verdict *v)
{
	verdict_say(v, VERDICT_REFUSE, "operator.locked", "the badge of %s is locked",
	    badge->name);
	return verdict_more(v, "", "An admin unlocks it.");
}

/* A badge at any prompt: it allows what was refused, or changes who works. */
bool
badge_scanned(struct flow *f, const struct operator *badge, struct verdict *v,
    struct err *err)
{
	bool over = f->asked.kind == PENDING_OVERRIDE &&
	    role_may(badge->role, MAY_OVERRIDE);

	(void)err;
	if (badge->locked)
		return refuse_locked(badge, v);
	if (!over && !f->def->any_role && !role_may(badge->role, f->def->may)) {
		verdict_say(v, VERDICT_REFUSE, "operator.permission",
		    "%s may not do this", badge->name);
		return verdict_more(v, "", "It takes the permission %s.",
		    permission_name(f->def->may));
	}
	if (badge->pin_hash[0] != '\0')
		return ask_pin(f, badge, !over, v);
	if (over)
		return allowed_by(f, badge, v);
	ask_forget(f);
	become(f, badge);
	return verdict_say(v, VERDICT_OK, "", "%s works here now", badge->name);
}

/* Wrong PINs are counted in this transaction, so the count outlives us. */
static bool
pin_given(struct flow *f, const char *pin, struct verdict *v, struct err *err)
{
	struct operator badge;
	struct err wrong;
	int rc = operator_find(f->l, f->asked.who.badge, &badge, err);

	if (rc <= 0)
		return rc == 0 && verdict_say(v, VERDICT_REFUSE, "scan.unknown",
		    "that badge is gone");
	err_clear(&wrong);
	if (!operator_try_pin(f->l, &badge, pin, &wrong, err))
		return false;
	if (wrong.kind != ERR_NONE) {
		if (strcmp(wrong.code, "operator.locked") == 0)
			ask_forget(f);
		return verdict_from_err(v, &wrong);
	}
	if (!f->asked.is_switch)
		return allowed_by(f, &badge, v);
	ask_forget(f);
	become(f, &badge);
	return verdict_say(v, VERDICT_OK, "", "%s works here now", badge.name);
}

static bool
reason_given(struct flow *f, const char *text, struct scan_in *again,
    struct verdict *v)
{
	if (text[0] == '\0' || strlen(text) >= sizeof f->allowed_reason) {
		verdict_say(v, VERDICT_REFUSE, "scan.too-long",
		    "a reason has 1 to %zu characters", sizeof f->allowed_reason - 1);
		return true;
	}
	str_copy(f->allowed_reason, sizeof f->allowed_reason, text);
	str_copy(f->allowed_last, sizeof f->allowed_last, f->asked.code);
	str_print(f->allowed, sizeof f->allowed, "%s %s ", f->asked.allowed,
	    f->asked.code);
	str_copy(f->confirmed, sizeof f->confirmed, f->asked.had);
	ask_forget(f);
	again->bytes = f->asked.scan.p;
	again->len = f->asked.scan.len;
	again->entry = f->asked.entry;
	return false;	/* no verdict yet: the refused scan goes again */
}

static bool
same_scan(const struct flow *f, const struct scan_in *in)
{
	return in->len == f->asked.scan.len &&
	    memcmp(in->bytes, f->asked.scan.p, in->len) == 0;
}

/* Yes: the scan that was asked about goes again, confirmed. */
static void
confirm(struct flow *f, struct scan_in *again)
{
	str_print(f->confirmed, sizeof f->confirmed, "%s %s ", f->asked.had,
	    f->asked.code);
	str_copy(f->allowed, sizeof f->allowed, f->asked.allowed);
	again->bytes = f->asked.scan.p;
	again->len = f->asked.scan.len;
	again->entry = f->asked.entry;
	ask_forget(f);
}

/* The label of goods is neither a PIN nor a reason. */
static bool
is_label(const struct flow *f, struct verdict *v)
{
	if (f->parsed.kind == SCAN_TEXT || f->parsed.kind == SCAN_GTIN)
		return false;
	verdict_say(v, VERDICT_REFUSE, "scan.wrong-kind",
	    "that is a label; wanted is %s", f->asked.kind == PENDING_PIN ?
	    "the PIN" : "the reason");
	return verdict_more(v, "", "XCXNO gives up.");
}

static bool
declined(struct flow *f, struct verdict *v)
{
	ask_forget(f);
	verdict_say(v, VERDICT_OK, "", "left as it was");
	return true;
}

/*
 * Does a question wait, and is this its answer?  *handled: *v is the verdict.
 * Otherwise *again is the scan to go on with: this one, or the one that was
 * asked about.
 */
bool
ask_handle(struct flow *f, const struct scan_in *in, bool *handled,
    struct scan_in *again, struct verdict *v, struct err *err)
{
	enum scan_command command = f->parsed.command;
	char text[TEXT_SIZE];

	*handled = false;
	*again = *in;
	str_copyn(text, sizeof text, f->parsed.text, f->parsed.text_len);
	if (f->asked.kind == PENDING_NONE || command == CMD_INFO || command == CMD_HELP)
		return true;
	if (command == CMD_NO && f->asked.kind != PENDING_OVERRIDE) {
		*handled = declined(f, v);
		return true;
	}
	switch (f->asked.kind) {
	case PENDING_CONFIRM:
		if (same_scan(f, in) || command == CMD_OK)
			confirm(f, again);
		else
			ask_forget(f);
		return true;
	case PENDING_PIN:
		*handled = true;
		return is_label(f, v) || pin_given(f, text, v, err);
	case PENDING_REASON:
		if (command == CMD_NONE)
			*handled = is_label(f, v) || reason_given(f, text, again, v);
		else
			ask_forget(f);
		return true;
	case PENDING_LABEL:
		*handled = command == CMD_NONE;
		if (!*handled)
			ask_forget(f);
		return !*handled || is_label(f, v) || reprint_answer(f, text, v, err);
	default:	/* OVERRIDE: a badge is seen when the scan is understood */
		return true;
	}
}
