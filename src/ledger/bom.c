/*
 * bom.c - which items an item is built of.
 * SPDX-License-Identifier: Apache-2.0
 *
 * One event for each pair of parent and child, so that two stations may
 * define different children of one parent without contradiction.  A quantity
 * of 0 takes a child out.
 */
#include <assert.h>
#include <string.h>
#include "ledger/masters_private.h"

bool
bom_define(struct ledger *l, const char *parent, const char *child, int64_t qty,
    enum event_entry entry, bool *changed, struct err *err)
{
	struct event e = { .type = EV_BOM_DEFINED, .subject_kind = SUBJECT_ITEM,
	    .entry = entry };
	struct json_out j;
	struct str body;
	bool ok;

	assert(parent[0] != '\0' && child[0] != '\0' && qty >= 0);
	str_copy(e.subject, sizeof e.subject, parent);
	str_init(&body);
	json_begin(&j, &body);
	json_canonical(&j);
	json_object(&j);
	json_kv(&j, "child", child);
	json_kv(&j, "parent", parent);
	json_kv_int(&j, "qty", qty);
	json_object_end(&j);
	e.json = body.p;
	ok = master_say(l, &e,
	    store_first(l->store, Q_BOM_BODY, err, "tt", parent, child),
	    Q_BOM_BODY, changed, err);
	str_done(&body);
	return ok;
}

int
bom_contains(struct ledger *l, const char *item, const char *part,
    struct err *err)
{
	int rc = store_first(l->store, Q_BOM_CONTAINS, err, "tt", item, part);

	store_end(l->store, Q_BOM_CONTAINS);
	return rc;
}

bool
bom_project(struct ledger *l, const struct event *e, struct err *err)
{
	const char *child;
	struct json *body;
	bool ok;

	if (e->type != EV_BOM_DEFINED)
		return true;
	if ((body = json_parse(e->json, strlen(e->json), err)) == NULL)
		return false;
	child = json_get_text(body, "child");
	ok = child == NULL ? err_set(err, ERR_DAMAGED, "a bom without a child") :
	    store_run(l->store, Q_BOM_PUT, err, "ttii", e->subject, child,
	    json_get_int(body, "qty", 0), e->id);
	json_free(body);
	return ok;
}
