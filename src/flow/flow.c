/*
 * flow.c - opening, closing and setting up a flow.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/clock.h"
#include "base/str.h"
#include "base/xalloc.h"
#include "flow/flow_private.h"

static const struct flow_def *const defs[] = { &receiving_flow, &putaway_flow,
    &move_flow, &pick_flow, &cluster_flow, &pack_flow, &pallet_flow, &ship_flow,
    &lookup_flow, &commission_flow, &labelcheck_flow };
#define N_DEFS (sizeof defs / sizeof defs[0])

const struct flow_def *
flow_def_find(const char *name)
{
	for (size_t i = 0; i < N_DEFS; i++)
		if (strcmp(defs[i]->name, name) == 0)
			return defs[i];
	return NULL;
}

size_t
flow_list(const char *names[], const char *titles[], size_t max)
{
	for (size_t i = 0; i < N_DEFS && i < max; i++) {
		names[i] = defs[i]->name;
		titles[i] = defs[i]->title;
	}
	return N_DEFS < max ? N_DEFS : max;
}

void
flow_state_done(struct flow *f)
{
	for (size_t i = 0; i < FORM_SLOTS_MAX; i++)
		vec_done(&f->slots[i].values);
	vec_done(&f->commits);
	vec_done(&f->skipped);
}

static void
say_unknown_flow(const char *name, struct err *err)
{
	char list[200] = "";

	for (size_t i = 0; i < N_DEFS; i++) {
		size_t len = strlen(list);

		str_print(list + len, sizeof list - len, "%s%s", i > 0 ? " " : "",
		    defs[i]->name);
	}
	err_set(err, ERR_USAGE, "there is no flow \"%s\"", name);
	err_hint(err, "Flows: %s.", list);
}

bool
flow_open(struct flow **out, struct station *st, const char *name,
    const struct worker *worker, struct err *err)
{
	const struct flow_def *def = flow_def_find(name);
	struct flow *f;

	if (def == NULL) {
		say_unknown_flow(name, err);
		return false;
	}
	if (!def->any_role && !role_may(worker->role, def->may)) {
		err_code(err, ERR_DENIED, "operator.permission",
		    "%s may not use %s", worker->name, def->name);
		err_hint(err, "It takes the permission %s (%s or above).",
		    permission_name(def->may),
		    role_name(permission_least_role(def->may)));
		return false;
	}
	f = xcalloc(1, sizeof *f);
	f->st = st;
	f->l = st->ledger;
	f->def = def;
	f->form = forms_find(st->forms, name);
	assert(f->form != NULL);
	f->worker = *worker;
	f->opened_at = clock_wall_ms();
	str_init(&f->asked.scan);
	str_init(&f->refused_scan);
	str_init(&f->saved);
	*out = f;
	return true;
}

void
flow_close(struct flow *f, bool keep)
{
	struct err err;

	if (f == NULL)
		return;
	/* a job that cannot be closed now is offered as unfinished: no harm */
	if (f->job != 0 && ledger_begin(f->l, 1000, &err)) {
		struct store *s = ledger_store(f->l);
		bool ok = keep ?
		    store_run(s, Q_JOB_PID, &err, "ii", f->job, (int64_t)0) :
		    store_run(s, Q_JOB_CLOSE, &err, "ii", f->job, clock_wall_ms());

		if (!ok || !ledger_commit(f->l, &err))
			ledger_rollback(f->l);
	}
	flow_state_done(f);
	memory_free(f->before);
	serial_rule_free(f->rule);
	str_done(&f->asked.scan);
	str_done(&f->refused_scan);
	str_done(&f->saved);
	free(f);
}

const char *
flow_name(const struct flow *f)
{
	return f->def->name;
}

void
flow_set_worker(struct flow *f, const struct worker *worker)
{
	f->worker = *worker;
}

bool
flow_resume(struct flow **out, struct station *st, int64_t job,
    const struct worker *worker, struct err *err)
{
	struct store *s = ledger_store(st->ledger);
	char name[32];
	struct str state;
	struct flow *f;
	bool ok;
	int rc = store_first(s, Q_JOB_GET, err, "i", job);

	if (rc < 0)
		return false;
	if (rc == 0) {
		err_set(err, ERR_ABSENT, "that work is finished or taken over");
		return err_hint(err, "Go on from the menu.");
	}
	str_copy(name, sizeof name, store_text(s, Q_JOB_GET, 1));
	str_init(&state);
	str_add(&state, store_text(s, Q_JOB_GET, 6));
	store_end(s, Q_JOB_GET);
	ok = flow_open(&f, st, name, worker, err);
	if (ok) {
		f->job = job;
		ok = state_read(f, state.p, err) && job_read_acts(f, err) &&
		    ledger_begin(f->l, -1, err) &&
		    store_run(s, Q_JOB_PID, err, "ii", job, (int64_t)getpid()) &&
		    ledger_commit(f->l, err);
		str_add(&f->saved, state.p);
		if (ok)
			*out = f;
		else
			flow_close(f, true);
	}
	str_done(&state);
	return ok;
}

/* Filling a slot books no act; what an order was promised by it stands. */
static bool
set_end(struct flow *f, bool ok, const struct verdict *v, struct err *err)
{
	if (ok && v->kind == VERDICT_OK && v->n_events > 0)
		ok = ledger_commit(f->l, err);
	ledger_rollback(f->l);
	if (!ok || v->kind != VERDICT_OK)
		memory_restore(f);
	return ok;
}

/* As a scan would, but for one slot by name, and not as somebody's act.  Who
 * names an order so takes it as it is, short or not. */
bool
flow_set(struct flow *f, const char *slot, const char *value, struct verdict *v,
    struct err *err)
{
	struct scan_in in = { value, strlen(value), ENTRY_FILE, 0 };
	int i = flow_slot(f, slot);
	struct meaning m;
	bool ok;

	verdict_clear(v);
	flow_forget_reads(f);
	f->entry = ENTRY_FILE;
	if (in.len > SCAN_BYTES_MAX)
		return verdict_say(v, VERDICT_REFUSE, "scan.too-long",
		    "--slot %s: more than %d bytes", slot, SCAN_BYTES_MAX);
	scan_parse(in.bytes, in.len, &f->st->scan_options, &f->parsed);
	if (i < 0 && f->def->set_extra != NULL)
		return f->def->set_extra(f, slot, value, v, err);
	if (i < 0) {
		err_set(err, ERR_USAGE, "%s has no slot \"%s\"", f->def->name, slot);
		return err_hint(err, "'dockledger help scan' lists flows and slots.");
	}
	ledger_set_operator(f->l, f->worker.badge);
	if (!ledger_begin(f->l, -1, err))
		return false;
	memory_keep(f);
	f->act_open = f->saw_commit = false;
	str_copy(f->confirmed, sizeof f->confirmed, " order.short ");
	ok = resolve(f, &in, f->form->slots[i].accepts, &m, err);
	if (ok && !meaning_fits(f, (size_t)i, &m)) {
		char is[160], wanted[160];

		meaning_words(&m, is, sizeof is);
		accepts_words(f->form->slots[i].accepts, wanted, sizeof wanted);
		verdict_say(v, VERDICT_REFUSE, (m.kinds & ~(unsigned)(ACCEPT_TEXT |
		    ACCEPT_LOT | ACCEPT_REASON | ACCEPT_SERIAL | ACCEPT_QTY)) != 0 ?
		    "scan.wrong-kind" : "scan.unknown",
		    "--slot %s: %s is not %s", slot, is, wanted);
	} else if (ok) {
		ok = f->def->take(f, (size_t)i, &m, v, err);
	}
	return set_end(f, ok, v, err);
}

void
flow_slots_json(struct flow *f, struct json_out *j)
{
	json_object(j);
	for (size_t i = 0; i < f->form->n_slots; i++) {
		const struct slot *s = &f->slots[i];

		json_key(j, f->form->slots[i].name);
		if (f->form->slots[i].many) {
			json_array(j);
			for (size_t k = 0; k < s->values.n; k++)
				json_text(j, s->values.at[k].code);
			json_array_end(j);
		} else {
			json_text(j, s->values.n == 0 ? NULL : s->values.at[0].code);
		}
	}
	json_object_end(j);
}

/* The kinds of orders that bear the number: what comes in, what goes out. */
static void
directions(const struct meaning *m, bool *in, enum order_kind *out, size_t *n_out)
{
	*in = false;
	*n_out = 0;
	for (size_t i = 0; i < m->n_orders; i++) {
		enum order_kind kind = m->order_kinds[i];

		if (kind == ORDER_PO || kind == ORDER_ASN)
			*in = true;
		if (kind == ORDER_SO || kind == ORDER_TRANSFER) {
			*out = kind;
			(*n_out)++;
		}
	}
}

/* What an order that goes out waits for: to be picked, packed, shipped. */
static bool
next_outbound(struct flow *f, enum order_kind kind, const char *number,
    char flow[32], struct err *err)
{
	static const char *const flows[] = { "pick", "pack", "ship" };
	struct store *s = ledger_store(f->l);
	struct order o;
	int rc;

	order_init(&o);
	rc = order_find(f->l, kind, number, &o, err);
	if (rc > 0 && o.state == ORDER_OPEN &&
	    (rc = store_first(s, Q_PICK_TOTALS, err, "i", o.id)) > 0) {
		int64_t qty = store_int(s, Q_PICK_TOTALS, 0);

		for (int i = 0; i < 3 && flow[0] == '\0'; i++)
			if (store_int(s, Q_PICK_TOTALS, i + 1) < qty &&
			    flow_def_find(flows[i]) != NULL)
				str_copy(flow, 32, flows[i]);
		store_end(s, Q_PICK_TOTALS);
	}
	order_done(&o);
	return rc >= 0;
}

bool
flow_for_scan(struct station *st, const struct scan_in *in, char flow[32],
    struct err *err)
{
	struct worker nobody = { .role = ROLE_CLERK };
	enum order_kind out = ORDER_KINDS;
	struct meaning m;
	struct flow *f;
	size_t n_out;
	bool ok, comes_in;

	flow[0] = '\0';
	if (in->len > SCAN_BYTES_MAX)
		return true;
	if (!flow_open(&f, st, "lookup", &nobody, err))
		return false;
	scan_parse(in->bytes, in->len, &st->scan_options, &f->parsed);
	ok = resolve(f, in, ACCEPT_ORDER, &m, err);
	if (ok && (m.kinds & ACCEPT_ORDER) != 0) {
		directions(&m, &comes_in, &out, &n_out);
		if (comes_in && n_out == 0)
			str_copy(flow, 32, "receiving");
		else if (!comes_in && n_out == 1)
			ok = next_outbound(f, out, m.order_number, flow, err);
	}
	flow_close(f, true);
	return ok;
}
