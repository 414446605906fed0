/*
 * container.c - cartons and pallets at work: started, weighed, closed.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A weight is said while the container is open and booked when it closes.  A
 * container that was started and stayed empty is ended; its number is never
 * used again.
 */
#include <string.h>
#include "base/str.h"
#include "domain/weight.h"
#include "flow/pack.h"
#include "flow/print.h"

#define DIGITS_SHOWN 6

bool
container_refused(struct verdict *v, struct err *err)
{
	if (err->kind != ERR_CLASH && err->kind != ERR_ABSENT)
		return false;
	verdict_clear(v);
	verdict_from_err(v, err);
	err_clear(err);
	return true;
}

void
container_digits(const char *code, char *out, size_t size)
{
	size_t n = strlen(code);

	if (n == SSCC_SIZE - 1)	/* the check digit is the last one */
		code += n - DIGITS_SHOWN;
	str_copy(out, size, code);
}

bool
container_words(struct flow *f, const char *code, char *out, size_t size,
    struct err *err)
{
	struct carton c;
	int rc = code[0] == '\0' ? 0 : carton_find(f->l, code, &c, err);

	str_print(out, size, "%s%s%s", rc > 0 ? carton_kind_name(c.kind) : "",
	    rc > 0 ? " " : "", code);
	return rc >= 0;
}

bool
container_start(struct flow *f, const char *slot, struct carton_say *what,
    char code[CODE_SIZE], bool *ok, struct verdict *v, struct err *err)
{
	*ok = false;
	if (!sscc_next(f->l, &f->st->sscc, code, err))
		return container_refused(v, err);
	if (!flow_carton(f, v, code, EV_CARTON_STARTED, what, err))
		return false;
	flow_commit_words(f, "started %s %s", what->kind, code);
	flow_fill(f, (size_t)flow_slot(f, slot), code, "");
	flow_after_commit(f);
	*ok = true;
	return true;
}

static bool
none_open(const struct flow *f, const char *slot, struct verdict *v)
{
	verdict_say(v, VERDICT_REFUSE, "carton.unknown", "no %s is open here", slot);
	return verdict_more(v, f->form->help, "Scan one, or XCXBEGIN starts one.");
}

bool
container_close(struct flow *f, const char *slot, struct verdict *v,
    struct err *err)
{
	struct carton_say what;
	char weight[32], code[CODE_SIZE];
	int64_t units, cartons;
	struct carton c;
	int rc;

	str_copy(code, sizeof code, flow_text(f, slot));
	if (code[0] == '\0')
		return none_open(f, slot, v);
	if ((rc = carton_find(f->l, code, &c, err)) < 0)
		return false;
	if (!carton_check_close(f->l, rc > 0 ? &c : NULL, code, err))
		return container_refused(v, err);
	memset(&what, 0, sizeof what);
	what.weight_g = f->weight_g;
	if (!carton_count(f->l, code, &units, &cartons, err) ||
	    !flow_carton(f, v, code, EV_CARTON_CLOSED, &what, err))
		return false;
	flow_commit_words(f, "closed %s %s", slot, code);
	weight_words(f->weight_g, weight, sizeof weight);
	flow_empty(f, slot);
	f->weight_g = 0;
	str_copy(f->closed, sizeof f->closed, code);
	flow_after_commit(f);
	verdict_say(v, VERDICT_DONE, "", "%s %s closed, %lld %s%s%s%s", slot,
	    code, (long long)(units + cartons), cartons > 0 ? "carton" : "unit",
	    units + cartons == 1 ? "" : "s", weight[0] != '\0' ? ", " : "", weight);
	return print_carton(f, code, v->events[0].id, v, err);
}

bool
container_end(struct flow *f, const char *slot, struct verdict *v,
    struct err *err)
{
	struct carton_say what;
	char code[CODE_SIZE];
	struct event e;
	struct str body;
	bool ok;

	str_copy(code, sizeof code, flow_text(f, slot));
	memset(&what, 0, sizeof what);
	str_copy(what.reason, sizeof what.reason, "empty");
	str_init(&body);
	carton_event(&e, code, EV_CARTON_ENDED, &what, &body);
	ok = flow_append_aside(f, v, &e, err);
	str_done(&body);
	flow_empty(f, slot);
	f->weight_g = 0;
	return ok && verdict_say(v, VERDICT_OK, "",
	    "%s %s was empty; its number is not used again", slot, code);
}

void
container_weigh(struct flow *f, const char *slot, const struct meaning *m,
    bool *handled, struct verdict *v)
{
	int64_t grams;
	char words[32];

	*handled = !m->structured && weight_parse(m->text, false, &grams);
	if (!*handled)
		return;
	if (flow_value(f, slot) == NULL) {
		none_open(f, slot, v);
		return;
	}
	f->weight_g = grams;
	weight_words(grams, words, sizeof words);
	verdict_say(v, VERDICT_OK, "", "%s %s weighs %s", slot, flow_text(f, slot),
	    words);
}

bool
container_set_weight(struct flow *f, const char *value, struct verdict *v)
{
	char words[32];

	if (!weight_parse(value, true, &f->weight_g)) {
		verdict_say(v, VERDICT_REFUSE, "scan.unknown",
		    "\"%.40s\" is no weight", value);
		return verdict_more(v, "", "Kilograms, such as 12.5, or 800 g.");
	}
	weight_words(f->weight_g, words, sizeof words);
	return verdict_say(v, VERDICT_OK, "", "weight %s", words);
}

/* What the slot names must be open; what was opened again is at work. */
static bool
settle(struct flow *f, const char *slot, const struct verdict *v, struct err *err)
{
	struct carton c;
	int rc;

	for (size_t i = 0; i < v->n_events && i < VERDICT_EVENTS_MAX; i++)
		if (v->events[i].type == EV_CARTON_REOPENED) {
			flow_fill(f, (size_t)flow_slot(f, slot),
			    v->events[i].subject, "");
			flow_after_commit(f);
		}
	if (flow_value(f, slot) == NULL) {
		f->weight_g = 0;
		return true;
	}
	if ((rc = carton_find(f->l, flow_text(f, slot), &c, err)) < 0)
		return false;
	if (rc == 0 || c.state != CARTON_OPEN) {
		flow_empty(f, slot);
		f->weight_g = 0;
	}
	return true;
}

bool
container_undo(struct flow *f, const char *slot, struct verdict *v,
    struct err *err)
{
	return command_undo(f, v, err) && (v->kind == VERDICT_REFUSE ||
	    settle(f, slot, v, err));
}

bool
container_free(struct flow *f, const char *code, bool *ok, struct verdict *v,
    struct err *err)
{
	struct flow_unfinished who;
	bool held;

	*ok = true;
	if (!job_holds_unit(f, "", code, &who, &held, err))
		return false;
	*ok = !held || flow_confirmed(f, v, "work.taken",
	    "%s is in the hands of %s at %s", code, who.operator, who.terminal);
	return !held || !*ok || job_take_unit(f, who.job, "", code, err);
}
