/*
 * memory.c - what a feed may change, kept until the feed is on the disk.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A scan that is not booked, because it was refused or because the disk
 * failed, leaves the flow as it was: slots, acts, who works, what was asked.
 */
#include <stdlib.h>
#include "base/xalloc.h"
#include "flow/flow_private.h"

struct memory {
	struct slot slots[FORM_SLOTS_MAX];
	VEC(struct commit) commits;
	VEC(struct value) skipped;
	struct picking picking;
	int64_t weight_g;
	char dock[CODE_SIZE];
	struct worker worker;
	struct question asked;
	struct verdict refusal;
	struct unit subject;
	bool has_subject;
	int64_t job;
	struct str saved;
};

#define COPY_VEC(to, from) \
	do { \
		vec_clear(to); \
		for (size_t at = 0; at < (from)->n; at++) \
			*vec_push(to) = (from)->at[at]; \
	} while (0)

static void
copy_slots(struct slot *to, const struct slot *from)
{
	for (size_t i = 0; i < FORM_SLOTS_MAX; i++) {
		COPY_VEC(&to[i].values, &from[i].values);
		to[i].fresh = from[i].fresh;
	}
}

static void
copy_text(struct str *to, const struct str *from)
{
	str_clear(to);
	str_addn(to, from->p, from->len);
}

/* All of a question; its text stays in the memory it has. */
static void
copy_question(struct question *to, const struct question *from)
{
	struct str scan = to->scan;

	copy_text(&scan, &from->scan);
	*to = *from;
	to->scan = scan;
}

void
memory_keep(struct flow *f)
{
	struct memory *m = f->before;

	if (m == NULL) {
		m = f->before = xcalloc(1, sizeof *m);
		str_init(&m->asked.scan);
		str_init(&m->saved);
	}
	copy_slots(m->slots, f->slots);
	COPY_VEC(&m->commits, &f->commits);
	COPY_VEC(&m->skipped, &f->skipped);
	m->picking = f->picking;
	m->weight_g = f->weight_g;
	str_copy(m->dock, sizeof m->dock, f->dock);
	m->worker = f->worker;
	copy_question(&m->asked, &f->asked);
	m->refusal = f->refusal;
	m->has_subject = f->has_subject;
	if (f->has_subject)
		m->subject = f->subject;
	m->job = f->job;
	copy_text(&m->saved, &f->saved);
}

void
memory_restore(struct flow *f)
{
	const struct memory *m = f->before;

	memory_restore_slots(f);
	COPY_VEC(&f->commits, &m->commits);
	COPY_VEC(&f->skipped, &m->skipped);
	f->picking = m->picking;
	f->weight_g = m->weight_g;
	str_copy(f->dock, sizeof f->dock, m->dock);
	f->worker = m->worker;
	copy_question(&f->asked, &m->asked);
	f->refusal = m->refusal;
	f->has_subject = m->has_subject;
	if (m->has_subject)
		f->subject = m->subject;
	f->job = m->job;
	copy_text(&f->saved, &m->saved);
	f->act_open = f->saw_commit = false;
}

void
memory_restore_slots(struct flow *f)
{
	copy_slots(f->slots, f->before->slots);
}

void
memory_free(struct memory *m)
{
	if (m == NULL)
		return;
	for (size_t i = 0; i < FORM_SLOTS_MAX; i++)
		vec_done(&m->slots[i].values);
	vec_done(&m->commits);
	vec_done(&m->skipped);
	str_done(&m->asked.scan);
	str_done(&m->saved);
	free(m);
}
