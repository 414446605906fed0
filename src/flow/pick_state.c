/*
 * pick_state.c - what a picker has in hand, in the state of the job.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "base/json.h"
#include "base/str.h"
#include "flow/flow_private.h"

#define MEMBER(field) { #field, offsetof(struct picking, field), \
	sizeof(((struct picking *)0)->field) }

static const struct { const char *name; size_t at, size; } members[] = {
	MEMBER(tote), MEMBER(emptied), MEMBER(prompt), MEMBER(had),
	MEMBER(allowed), MEMBER(allowed_last), MEMBER(allowed_by),
	MEMBER(allowed_reason),
};
#define N_MEMBERS (sizeof members / sizeof members[0])

void
picking_write(const struct picking *p, struct json_out *j)
{
	bool any = false;

	for (size_t i = 0; i < N_MEMBERS; i++)
		any = any || ((const char *)p)[members[i].at] != '\0';
	if (!any)
		return;
	json_key(j, "picking");
	json_object(j);
	for (size_t i = 0; i < N_MEMBERS; i++)
		if (((const char *)p)[members[i].at] != '\0')
			json_kv(j, members[i].name, (const char *)p + members[i].at);
	json_object_end(j);
}

void
picking_read(struct picking *p, const struct json *node)
{
	for (size_t i = 0; i < N_MEMBERS; i++) {
		const char *text = json_get_text(node, members[i].name);

		if (text != NULL)
			str_copy((char *)p + members[i].at, members[i].size, text);
	}
}
