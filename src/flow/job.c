/*
 * job.c - open work, saved with each verdict, taken up again after a crash.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The row in table job is the truth: before each scan the state there is
 * compared with what this flow saved last, and when another terminal took
 * something over meanwhile, memory follows the row.  The acts that XCXUNDO can
 * take back are not saved: they are read again from the scan log, where each
 * names its first event; an act ends with the event that is signed.
 */
#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>
#include "base/clock.h"
#include "base/str.h"
#include "flow/flow_private.h"

#define JOBS_READ_MAX 200

enum { COL_ID, COL_FLOW, COL_TERMINAL, COL_OPERATOR, COL_AT, COL_PID, COL_STATE,
    COL_OPENED };

static void
write_values(struct json_out *j, const struct value *values, size_t n)
{
	json_array(j);
	for (size_t i = 0; i < n; i++) {
		json_object(j);
		json_kv(j, "code", values[i].code);
		json_kv(j, "item", values[i].item);
		json_kv(j, "note", values[i].note);
		json_kv(j, "where", values[i].where);
		json_object_end(j);
	}
	json_array_end(j);
}

void
state_write(const struct flow *f, struct str *out)
{
	struct json_out j;

	json_begin(&j, out);
	json_object(&j);
	json_kv(&j, "dock", f->dock);
	json_key(&j, "fresh");
	json_array(&j);
	for (size_t i = 0; i < f->form->n_slots; i++)
		if (f->slots[i].fresh && f->slots[i].values.n > 0)
			json_text(&j, f->form->slots[i].name);
	json_array_end(&j);
	json_key(&j, "slots");
	json_object(&j);
	for (size_t i = 0; i < f->form->n_slots; i++)
		if (f->slots[i].values.n > 0) {
			json_key(&j, f->form->slots[i].name);
			write_values(&j, f->slots[i].values.at, f->slots[i].values.n);
		}
	json_object_end(&j);
	json_key(&j, "skipped");
	write_values(&j, f->skipped.at, f->skipped.n);
	picking_write(&f->picking, &j);
	if (f->weight_g != 0)
		json_kv_int(&j, "weight_g", f->weight_g);
	json_object_end(&j);
}

static void
forget(struct flow *f)
{
	for (size_t i = 0; i < FORM_SLOTS_MAX; i++) {
		vec_clear(&f->slots[i].values);
		f->slots[i].fresh = false;
	}
	vec_clear(&f->skipped);
	memset(&f->picking, 0, sizeof f->picking);
	f->weight_g = 0;
	f->dock[0] = '\0';
}

static void
read_value(const struct json *node, struct value *v)
{
	const char *text;

	if ((text = json_get_text(node, "code")) != NULL)
		str_copy(v->code, sizeof v->code, text);
	if ((text = json_get_text(node, "item")) != NULL)
		str_copy(v->item, sizeof v->item, text);
	if ((text = json_get_text(node, "note")) != NULL)
		str_copy(v->note, sizeof v->note, text);
	if ((text = json_get_text(node, "where")) != NULL)
		str_copy(v->where, sizeof v->where, text);
}

bool
state_read(struct flow *f, const char *text, struct err *err)
{
	struct json *root = json_parse(text, strlen(text), err);
	const struct json *slots, *list;
	const char *dock;

	if (root == NULL)
		return false;
	forget(f);
	if ((dock = json_get_text(root, "dock")) != NULL)
		str_copy(f->dock, sizeof f->dock, dock);
	slots = json_get(root, "slots");
	for (size_t i = 0; i < f->form->n_slots; i++) {
		list = json_get(slots, f->form->slots[i].name);
		for (size_t v = 0; v < json_count(list) && v < MANY_MAX; v++)
			read_value(json_at(list, v), vec_push(&f->slots[i].values));
	}
	list = json_get(root, "fresh");
	for (size_t i = 0; i < json_count(list); i++) {
		const char *name = json_as_text(json_at(list, i));
		int slot = name == NULL ? -1 : flow_slot(f, name);

		if (slot >= 0)
			f->slots[slot].fresh = true;
	}
	list = json_get(root, "skipped");
	for (size_t v = 0; v < json_count(list) && v < MANY_MAX; v++)
		read_value(json_at(list, v), vec_push(&f->skipped));
	picking_read(&f->picking, json_get(root, "picking"));
	f->weight_g = json_get_int(root, "weight_g", 0);
	json_free(root);
	return true;
}

/* Has another terminal changed or closed this job since we saved it? */
bool
job_refresh(struct flow *f, struct err *err)
{
	struct store *s = ledger_store(f->l);
	bool ok = true;
	int rc;

	if (f->job == 0)
		return true;
	rc = store_first(s, Q_JOB_GET, err, "i", f->job);
	if (rc < 0)
		return false;
	if (rc == 0) {	/* closed from outside: begin afresh */
		forget(f);
		vec_clear(&f->commits);
		f->job = 0;
		str_clear(&f->saved);
		return true;
	}
	if (strcmp(store_text(s, Q_JOB_GET, COL_STATE), f->saved.p) != 0) {
		str_clear(&f->saved);	/* nothing, until it is read */
		ok = state_read(f, store_text(s, Q_JOB_GET, COL_STATE), err);
		if (ok)
			str_add(&f->saved, store_text(s, Q_JOB_GET, COL_STATE));
	}
	store_end(s, Q_JOB_GET);
	return ok;
}

/* Write the state when it changed; a flow in which nothing was ever filled
 * has no row. */
bool
job_save(struct flow *f, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int64_t now = clock_wall_ms();
	struct str state;
	bool ok = true;

	str_init(&state);
	state_write(f, &state);
	if (f->job == 0 && (f->commits.n > 0 || flow_current(f) > 0)) {
		ok = store_run(s, Q_JOB_ADD, err, "tttiit", f->def->name,
		    f->st->terminal, f->worker.badge, now, (int64_t)getpid(), state.p);
		f->job = ok ? store_last_id(s) : 0;
	} else if (f->job != 0 && strcmp(state.p, f->saved.p) != 0) {
		ok = store_run(s, Q_JOB_SAVE, err, "itiiit", f->job, f->worker.badge,
		    now, (int64_t)1, (int64_t)getpid(), state.p);
	}
	if (ok && f->job != 0) {
		str_clear(&f->saved);
		str_add(&f->saved, state.p);
	}
	str_done(&state);
	return ok;
}

/* The work is complete: its row is closed and memory begins afresh. */
bool
job_end(struct flow *f, struct err *err)
{
	bool ok = f->job == 0 || store_run(ledger_store(f->l), Q_JOB_CLOSE, err,
	    "ii", f->job, clock_wall_ms());

	forget(f);
	vec_clear(&f->commits);
	f->job = 0;
	f->act_open = false;
	str_clear(&f->saved);
	return ok;
}

/* One act of the log: its events up to the signed one, unless taken back. */
static bool
read_act(struct flow *f, int64_t first, int64_t at, struct err *err)
{
	struct store *s = ledger_store(f->l);
	struct commit act = { .at = at, .first = first };
	bool undone;
	int rc;

	if ((rc = store_first(s, Q_JOB_ACT_END, err, "i", first)) < 0)
		return false;
	if (rc == 0)
		return true;
	act.n = store_int(s, Q_JOB_ACT_END, 0) - first + 1;
	store_end(s, Q_JOB_ACT_END);
	if ((rc = store_first(s, Q_JOB_ACT_UNDONE, err, "i", first)) < 0)
		return false;
	undone = rc > 0;
	store_end(s, Q_JOB_ACT_UNDONE);
	if (!undone) {
		str_print(act.words, sizeof act.words, "the act of %lld events before",
		    (long long)act.n);
		*vec_push(&f->commits) = act;
	}
	return true;
}

/* The acts of a job taken up again, oldest first. */
bool
job_read_acts(struct flow *f, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int64_t first[COMMITS_MAX], at[COMMITS_MAX];
	size_t n = 0;
	int rc = 0;

	if (!store_walk(s, Q_JOB_ACTS, err, "ii", f->job, (int64_t)COMMITS_MAX))
		return false;
	while (n < COMMITS_MAX && (rc = store_next(s, Q_JOB_ACTS, err)) > 0) {
		first[n] = store_int(s, Q_JOB_ACTS, 0);
		at[n++] = store_int(s, Q_JOB_ACTS, 1);
	}
	store_end(s, Q_JOB_ACTS);
	for (; rc >= 0 && n > 0; n--)
		if (!read_act(f, first[n - 1], at[n - 1], err))
			return false;
	return rc >= 0;
}

bool
process_lives(int64_t pid)
{
	return pid > 0 && (kill((pid_t)pid, 0) == 0 || errno == EPERM);
}

static void
job_row(struct store *s, enum query q, struct flow_unfinished *out)
{
	memset(out, 0, sizeof *out);
	out->job = store_int(s, q, COL_ID);
	out->at = store_int(s, q, COL_AT);
	str_copy(out->flow, sizeof out->flow, store_text(s, q, COL_FLOW));
	str_copy(out->operator, sizeof out->operator, store_text(s, q, COL_OPERATOR));
	str_copy(out->terminal, sizeof out->terminal, store_text(s, q, COL_TERMINAL));
}

/* "order 4711", "3 units scanned" */
static void
job_words(struct flow_unfinished *out, const char *state)
{
	struct err err;
	struct json *root = json_parse(state, strlen(state), &err);
	const struct json *slots = json_get(root, "slots"), *value;
	size_t units = json_count(json_get(slots, "unit"));
	const char *key;
	char first[64] = "";
	void *iter = NULL;
	struct json *list;

	while ((iter = json_walk(slots, iter, &key, &list)) != NULL) {
		value = json_at(list, 0);
		if (first[0] == '\0' && strcmp(key, "unit") != 0 && value != NULL)
			str_print(first, sizeof first, "%s %s", key,
			    json_get_text(value, "code"));
	}
	if (units > 0)
		str_print(out->words, sizeof out->words, "%s%s%zu units scanned",
		    first, first[0] != '\0' ? ", " : "", units);
	else
		str_copy(out->words, sizeof out->words, first);
	json_free(root);
}

bool
flow_unfinished(struct station *st, bool any, struct flow_unfinished out[],
    size_t max, size_t *n, struct err *err)
{
	struct store *s = ledger_store(st->ledger);
	int rc = 0;

	*n = 0;
	if (!store_walk(s, Q_JOB_LIST, err, ""))
		return false;
	while (*n < max && (rc = store_next(s, Q_JOB_LIST, err)) > 0) {
		int64_t pid = store_int(s, Q_JOB_LIST, COL_PID);
		bool ours = strcmp(store_text(s, Q_JOB_LIST, COL_TERMINAL),
		    st->terminal) == 0;

		if ((!any && !ours) || (pid != getpid() && process_lives(pid)))
			continue;
		job_row(s, Q_JOB_LIST, &out[*n]);
		job_words(&out[*n], store_text(s, Q_JOB_LIST, COL_STATE));
		(*n)++;
	}
	store_end(s, Q_JOB_LIST);
	return *n == max || rc == 0;
}

/* The first other job of a living process that has the unit in its hands. */
bool
job_holds_unit(struct flow *f, const char *item, const char *serial,
    struct flow_unfinished *who, bool *held, struct err *err)
{
	struct store *s = ledger_store(f->l);
	struct str needle;
	struct json_out j;
	int rc = 0, seen = 0;

	*held = false;
	str_init(&needle);
	str_add(&needle, "{\"code\":");
	json_begin(&j, &needle);
	json_text(&j, serial);
	str_add(&needle, ",\"item\":");
	json_begin(&j, &needle);
	json_text(&j, item);
	if (!store_walk(s, Q_JOB_LIST, err, "")) {
		str_done(&needle);
		return false;
	}
	while (!*held && seen++ < JOBS_READ_MAX &&
	    (rc = store_next(s, Q_JOB_LIST, err)) > 0) {
		if (store_int(s, Q_JOB_LIST, COL_ID) == f->job ||
		    !process_lives(store_int(s, Q_JOB_LIST, COL_PID)) ||
		    strstr(store_text(s, Q_JOB_LIST, COL_STATE), needle.p) == NULL)
			continue;
		job_row(s, Q_JOB_LIST, who);
		*held = true;
	}
	store_end(s, Q_JOB_LIST);
	str_done(&needle);
	return rc >= 0;
}

/* Take the unit out of the other job's state: read it as a flow would. */
bool
job_take_unit(struct flow *f, int64_t job, const char *item, const char *serial,
    struct err *err)
{
	struct store *s = ledger_store(f->l);
	struct flow other = { .form = f->form, .def = f->def };
	struct flow_unfinished row;
	struct str state;
	int64_t pid;
	bool ok;
	int rc = store_first(s, Q_JOB_GET, err, "i", job);

	if (rc <= 0)
		return rc == 0;
	job_row(s, Q_JOB_GET, &row);
	pid = store_int(s, Q_JOB_GET, COL_PID);
	other.form = forms_find(f->st->forms, row.flow);
	other.def = flow_def_find(row.flow);
	ok = state_read(&other, store_text(s, Q_JOB_GET, COL_STATE), err);
	store_end(s, Q_JOB_GET);
	for (size_t i = 0; ok && i < other.form->n_slots; i++) {
		struct slot *slot = &other.slots[i];
		size_t kept = 0;

		for (size_t v = 0; v < slot->values.n; v++)
			if (strcmp(slot->values.at[v].code, serial) != 0 ||
			    strcmp(slot->values.at[v].item, item) != 0)
				slot->values.at[kept++] = slot->values.at[v];
		slot->values.n = kept;
	}
	str_init(&state);
	state_write(&other, &state);
	ok = ok && store_run(s, Q_JOB_SAVE, err, "itiiit", job, row.operator,
	    clock_wall_ms(), (int64_t)1, pid, state.p);
	str_done(&state);
	flow_state_done(&other);
	return ok;
}
