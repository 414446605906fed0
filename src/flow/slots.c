/*
 * slots.c - what is filled, and what is wanted next.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The current slot is the first one in the form's order that is asked for and
 * still open.  A many-valued slot stays current until a value fills a slot
 * after it, so both it and the next one take scans.
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "flow/flow_private.h"

void
flow_forget_reads(struct flow *f)
{
	f->item.code[0] = '\0';
	f->item_is_of_gtin = false;
	f->delivery.key[0] = '\0';
	f->rule_item[0] = '\0';
}

bool
flow_check_reads(struct flow *f, bool *fresh, struct err *err)
{
	struct store *s = ledger_store(f->l);
	int64_t version;

	if (!store_version(s, &version, err))
		return false;
	*fresh = version == f->seen_version && store_commits(s) == f->seen_commits;
	if (!*fresh)
		flow_forget_reads(f);
	f->seen_version = version;
	return true;
}

int
flow_item(struct flow *f, const char *code, const struct item **out,
    struct err *err)
{
	int rc = 1;

	if (code[0] == '\0')
		return 0;
	if (strcmp(f->item.code, code) != 0) {
		f->item_is_of_gtin = false;
		if ((rc = item_find(f->l, code, &f->item, err)) <= 0)
			f->item.code[0] = '\0';
	}
	*out = &f->item;
	return rc;
}

int
flow_slot(const struct flow *f, const char *name)
{
	return form_slot_index(f->form, name);
}

const struct value *
flow_value(const struct flow *f, const char *slot)
{
	int i = flow_slot(f, slot);

	return i < 0 || f->slots[i].values.n == 0 ? NULL : &f->slots[i].values.at[0];
}

const char *
flow_text(const struct flow *f, const char *slot)
{
	const struct value *value = flow_value(f, slot);

	return value == NULL ? "" : value->code;
}

struct value *
flow_fill(struct flow *f, size_t slot, const char *code, const char *note)
{
	struct slot *s = &f->slots[slot];
	struct value *value;

	assert(slot < f->form->n_slots);
	if (!f->form->slots[slot].many)
		vec_clear(&s->values);
	assert(s->values.n < MANY_MAX);
	s->fresh = true;
	value = vec_push(&s->values);
	str_copy(value->code, sizeof value->code, code);
	str_copy(value->note, sizeof value->note, note);
	return value;
}

void
flow_empty(struct flow *f, const char *slot)
{
	int i = flow_slot(f, slot);

	if (i >= 0)
		vec_clear(&f->slots[i].values);
}

/* Does the form want this slot now? */
static bool
is_wanted(const struct flow *f, size_t i)
{
	const struct form_slot *s = &f->form->slots[i];

	if (!s->asked || !s->required)
		return false;
	if (s->when[0] == '\0')
		return true;
	if (flow_value(f, s->when) == NULL)
		return false;
	return f->def->wants == NULL || f->def->wants((struct flow *)f, i);
}

size_t
flow_current(const struct flow *f)
{
	for (size_t i = 0; i < f->form->n_slots; i++)
		if (f->slots[i].values.n == 0 && is_wanted(f, i))
			return i;
	return f->form->n_slots;
}

bool
flow_is_complete(const struct flow *f)
{
	return flow_current(f) == f->form->n_slots;
}

void
flow_after_commit(struct flow *f)
{
	for (size_t i = 0; i < f->form->n_slots; i++) {
		f->slots[i].fresh = false;
		if (!f->form->slots[i].sticky)
			vec_clear(&f->slots[i].values);
	}
}

bool
flow_is_ready_for(const struct flow *f, const char *slot)
{
	int i = flow_slot(f, slot);

	return i >= 0 && flow_current(f) >= (size_t)i;
}
