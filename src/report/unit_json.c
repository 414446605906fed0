/*
 * unit_json.c - units, their events and incidents as JSON and in words.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/clock.h"
#include "base/str.h"
#include "report/unit_json.h"

#define MS_PER_S 1000

static void
time_json(struct json_out *j, const char *key, int64_t ms)
{
	char text[CLOCK_RFC3339_SIZE];

	clock_rfc3339(ms, text);
	json_kv_opt(j, key, ms == 0 ? "" : text);
}

const char *
unit_order(const struct unit *u)
{
	return u->out_order[0] != '\0' ? u->out_order : u->in_order;
}

static void
holds_json(struct json_out *j, unsigned holds)
{
	json_key(j, "holds");
	json_array(j);
	for (int i = 0; i < HOLD_KINDS; i++)
		if ((holds & 1u << i) != 0)
			json_text(j, hold_name((enum hold)(1 << i)));
	json_array_end(j);
}

/* An order's number goes out as it came in; its kind stands beside it. */
static void
order_json(struct json_out *j, const char *name, const char *name_of_kind,
    const char *order)
{
	char kind[ORDER_SIZE];
	const char *colon = strchr(order, ':');

	json_kv_opt(j, name, colon == NULL ? order : colon + 1);
	str_copyn(kind, sizeof kind, order,
	    colon == NULL ? 0 : (size_t)(colon - order));
	json_kv_opt(j, name_of_kind, kind);
}

void
unit_json(const struct unit *u, const char *gtin, struct json_out *j)
{
	json_object(j);
	json_kv(j, "item", u->item);
	json_kv_opt(j, "gtin", gtin);
	json_kv(j, "serial", u->serial);
	json_kv(j, "status", unit_status_name(u->status));
	json_kv_opt(j, "bin", u->bin);
	json_kv_opt(j, "lot", u->lot);
	json_kv_opt(j, "made_on", u->made_on);
	json_kv_opt(j, "expires_on", u->expires_on);
	holds_json(j, u->holds);
	order_json(j, "order", "order_kind", unit_order(u));
	json_kv_opt(j, "carton", u->carton);
	json_kv_opt(j, "party", u->party);
	json_kv_opt(j, "owner", u->owner);
	time_json(j, "received_at", u->received_at);
	json_kv_opt(j, "warranty_until", u->warranty_until);
	order_json(j, "came_on", "came_on_kind", u->in_order);
	time_json(j, "shipped_at", u->shipped_at);
	json_kv_opt(j, "where_made", u->country);
	json_object_end(j);
}

/* The members of a body that a note tells, each with the word before it. */
struct said { const char *word, *text; };

static void
add_said(struct str *note, const struct said *said, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (said[i].text[0] != '\0')
			str_addf(note, "%s%s%s", note->len == 0 ? "" : ", ",
			    said[i].word, said[i].text);
}

/* "shipped to C-ACME in carton 340... on pallet 340..., DHL 123" */
static void
add_shipment(struct str *note, const struct event_body *b)
{
	str_add(note, "shipped");
	if (b->party[0] != '\0')
		str_addf(note, " to %s", b->party);
	if (b->carton[0] != '\0')
		str_addf(note, " in carton %s", b->carton);
	if (b->pallet[0] != '\0')
		str_addf(note, " on pallet %s", b->pallet);
	if (b->carrier[0] != '\0' || b->tracking[0] != '\0')
		str_addf(note, ", %s%s%s", b->carrier, b->carrier[0] != '\0' &&
		    b->tracking[0] != '\0' ? " " : "", b->tracking);
}

void
event_note(const struct event *e, char out[NOTE_SIZE])
{
	const struct event_body *b = &e->body;
	bool left = e->type == EV_UNIT_SHIPPED;
	const struct said said[] = {
		{ "", b->note }, { "", b->detail }, { "", b->reason },
		{ "condition ", b->condition }, { "outcome ", b->outcome },
		{ "carton ", left ? "" : b->carton },
		{ "tracking ", left ? "" : b->tracking },
		{ "in ", b->parent_serial }, { "now ", b->new_serial },
		{ "owner ", b->owner }, { "until ", b->until },
		{ "allowed by ", b->override_by },
	};
	struct str note;

	str_init(&note);
	if (left)
		add_shipment(&note, b);
	add_said(&note, said, sizeof said / sizeof said[0]);
	str_copy(out, NOTE_SIZE, note.p);
	str_done(&note);
}

void
event_json(const struct event *e, bool undone, struct json_out *j)
{
	char note[NOTE_SIZE];

	event_note(e, note);
	json_object(j);
	json_kv(j, "type", event_type_name(e->type));
	time_json(j, "at", e->at);
	json_kv(j, "operator", e->operator);
	json_kv(j, "station", e->station);
	json_kv(j, "entry", event_entry_name(e->entry));
	json_kv_opt(j, "bin", e->body.bin);
	order_json(j, "order", "order_kind", e->body.order);
	json_kv_opt(j, "note", note);
	json_kv_bool(j, "undone", undone);
	json_kv_int(j, "seq", e->seq);
	json_kv_opt(j, "party", e->body.party);
	json_kv_opt(j, "carton", e->body.carton);
	json_kv_opt(j, "pallet", e->body.pallet);
	json_kv_opt(j, "carrier", e->body.carrier);
	json_kv_opt(j, "tracking", e->body.tracking);
	json_kv_opt(j, "until", e->body.until);
	json_kv_opt(j, "reason", e->body.reason);
	json_object_end(j);
}

void
incident_subject(const struct incident *i, char *out, size_t size)
{
	if (i->subject_kind == SUBJECT_UNIT)
		str_print(out, size, "%s %s", i->item, i->subject);
	else
		str_print(out, size, "%s %s",
		    subject_kind_name(i->subject_kind), i->subject);
}

void
incident_json(const struct incident *i, struct json_out *j)
{
	char subject[CODE_SIZE + TEXT_SIZE + 1];
	int64_t age_ms = clock_wall_ms() - i->opened_at;

	incident_subject(i, subject, sizeof subject);
	json_object(j);
	json_kv(j, "id", i->key);
	json_kv(j, "code", i->code);
	json_kv(j, "subject", subject);
	time_json(j, "opened_at", i->opened_at);
	json_kv_int(j, "age_s", age_ms < 0 ? 0 : age_ms / MS_PER_S);
	json_kv(j, "state", i->open ? "open" : "resolved");
	json_kv_opt(j, "outcome", i->outcome);
	json_kv(j, "operator", i->operator);
	json_kv_opt(j, "detail", i->detail);
	json_kv_opt(j, "item", i->item);
	json_object_end(j);
}
