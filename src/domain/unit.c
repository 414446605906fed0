/*
 * unit.c - one event more on a unit: what it may do and what it changes.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The table says whether an event may happen and what the status becomes;
 * the functions below say what else it changes (bin, order, carton ...).
 * An event that may not happen opens an incident on the unit and changes
 * nothing else.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include "base/str.h"
#include "domain/date.h"
#include "domain/unit.h"

#define MS_PER_DAY 86400000

void
unit_init(struct unit *unit, const char *item, const char *serial)
{
	memset(unit, 0, sizeof *unit);
	str_copy(unit->item, sizeof unit->item, item);
	str_copy(unit->serial, sizeof unit->serial, serial);
}

void
incident_key(char out[INCIDENT_KEY_SIZE], const char *station, int64_t seq, const char *code)
{
	str_print(out, INCIDENT_KEY_SIZE, "%s-%lld:%s", station, (long long)seq, code);
}

/* Copy what the event says over what was known; silence changes nothing. */
#define TAKE(field, said) \
	do { \
		if ((said)[0] != '\0') \
			str_copy((field), sizeof(field), (said)); \
	} while (0)

static void
take_particulars(struct unit *u, const struct event_body *b)
{
	TAKE(u->lot, b->lot);
	TAKE(u->made_on, b->made_on);
	TAKE(u->expires_on, b->expires_on);
	TAKE(u->country, b->country);
	TAKE(u->owner, b->owner);
}

static void
take_inbound(struct unit *u, const struct event_body *b)
{
	TAKE(u->in_order, b->order);
	if (b->line != 0)
		u->in_line = b->line;
	TAKE(u->party, b->party);
	TAKE(u->carton, b->carton);
}

static void
take_outbound(struct unit *u, const struct event_body *b)
{
	TAKE(u->out_order, b->order);
	if (b->line != 0)
		u->out_line = b->line;
}

static void
drop_outbound(struct unit *u)
{
	u->out_order[0] = '\0';
	u->out_line = 0;
}

static int64_t
date_ms(const char *date)
{
	return date_is_valid(date) ? date_to_days(date) * MS_PER_DAY : 0;
}

/* The bit of the hold an event names, or 0.  An incident's hold begins and
 * ends with its incident, never by hand. */
static unsigned
hold_of(const struct event_body *b)
{
	int bit = b->reason[0] == '\0' ? -1 : hold_find(b->reason);

	return bit < 0 || bit == HOLD_INCIDENT ? 0 : (unsigned)bit;
}

static void
incident_add(struct unit *u)
{
	u->holds |= HOLD_INCIDENT;
	u->incidents++;
}

static void
incident_drop(struct unit *u)
{
	if (u->incidents > 0 && --u->incidents == 0)
		u->holds &= ~(unsigned)HOLD_INCIDENT;
}

static void
effect_arrival(struct unit *u, const struct event *e)
{
	const struct event_body *b = &e->body;

	take_particulars(u, b);
	take_inbound(u, b);
	TAKE(u->bin, b->bin);
	if (e->type == EV_UNIT_EXPECTED) {
		u->was_expected = true;
		return;
	}
	u->holds |= hold_of(b);
	u->received_at = b->received_on[0] != '\0' ? date_ms(b->received_on) : e->at;
	if (e->type == EV_UNIT_RECEIVED)
		u->carton[0] = '\0';	/* the supplier's carton stays in the event */
}

static void
effect_outbound(struct unit *u, const struct event *e)
{
	const struct event_body *b = &e->body;

	switch (e->type) {
	case EV_UNIT_ALLOCATED:
	case EV_UNIT_PICKED:
		take_outbound(u, b);
		TAKE(u->carton, b->carton);
		break;
	case EV_UNIT_DEALLOCATED:
		drop_outbound(u);
		break;
	case EV_UNIT_UNPICKED:
		drop_outbound(u);
		u->carton[0] = '\0';
		break;
	case EV_UNIT_PACKED:
		TAKE(u->carton, b->carton);
		break;
	case EV_UNIT_UNPACKED:
		u->carton[0] = '\0';
		break;
	case EV_UNIT_SHIP_VOIDED:	/* says what was known before it left */
		u->shipped_at = 0;
		str_copy(u->party, sizeof u->party, b->party);
		str_copy(u->warranty_until, sizeof u->warranty_until, b->until);
		break;
	case EV_UNIT_SHIPPED:
	case EV_UNIT_SENT_BACK:
		take_outbound(u, b);
		TAKE(u->party, b->party);
		TAKE(u->warranty_until, b->until);
		u->shipped_at = e->at;
		u->bin[0] = '\0';
		return;
	default:
		break;
	}
	TAKE(u->bin, b->bin);
}

static void
effect_inside(struct unit *u, const struct event *e)
{
	const struct event_body *b = &e->body;

	switch (e->type) {
	case EV_UNIT_INSTALLED:
		TAKE(u->parent_item, b->parent_item);
		TAKE(u->parent_serial, b->parent_serial);
		u->bin[0] = '\0';
		return;
	case EV_UNIT_REMOVED:
		u->parent_item[0] = u->parent_serial[0] = '\0';
		break;
	case EV_UNIT_CHECKED_OUT:
	case EV_UNIT_CHECKED_IN:
		TAKE(u->party, b->party);
		break;
	case EV_UNIT_MISSED:
	case EV_UNIT_SCRAPPED:
	case EV_UNIT_RETIRED:
	case EV_UNIT_RESERIALISED:
		u->bin[0] = '\0';
		drop_outbound(u);
		return;
	case EV_UNIT_CORRECTED:
		take_particulars(u, b);
		break;
	case EV_UNIT_RETURNED:
		TAKE(u->party, b->party);
		u->carton[0] = '\0';
		break;
	default:
		break;
	}
	TAKE(u->bin, b->bin);
}

static void
effect_about(struct unit *u, const struct event *e)
{
	const struct event_body *b = &e->body;

	switch (e->type) {
	case EV_UNIT_HELD:
		u->holds |= hold_of(b);
		break;
	case EV_UNIT_RELEASED:
		u->holds &= ~hold_of(b);
		break;
	case EV_UNIT_OWNER_CHANGED:
		TAKE(u->owner, b->owner);
		break;
	case EV_UNIT_WARRANTY_SET:
		str_copy(u->warranty_until, sizeof u->warranty_until, b->until);
		break;
	case EV_INCIDENT_OPENED:
		incident_add(u);
		break;
	case EV_INCIDENT_RESOLVED:
		if (b->incident[0] != '\0')
			incident_drop(u);
		break;
	default:
		break;
	}
}

static void
unit_effect(struct unit *u, const struct event *e)
{
	switch (e->type) {
	case EV_UNIT_EXPECTED: case EV_UNIT_OPENED: case EV_UNIT_RECEIVED:
	case EV_UNIT_COMMISSIONED:
		effect_arrival(u, e);
		break;
	case EV_UNIT_ALLOCATED: case EV_UNIT_DEALLOCATED: case EV_UNIT_PICKED:
	case EV_UNIT_UNPICKED: case EV_UNIT_PACKED: case EV_UNIT_UNPACKED:
	case EV_UNIT_SHIPPED: case EV_UNIT_SHIP_VOIDED: case EV_UNIT_SENT_BACK:
		effect_outbound(u, e);
		break;
	case EV_UNIT_HELD: case EV_UNIT_RELEASED: case EV_UNIT_OWNER_CHANGED:
	case EV_UNIT_WARRANTY_SET: case EV_INCIDENT_OPENED:
	case EV_INCIDENT_RESOLVED:
		effect_about(u, e);
		break;
	case EV_UNIT_MOVED: case EV_UNIT_RETURNED: case EV_UNIT_RESTOCKED:
	case EV_UNIT_REPAIR_STARTED: case EV_UNIT_REPAIRED:
	case EV_UNIT_INSTALLED: case EV_UNIT_REMOVED: case EV_UNIT_CHECKED_OUT:
	case EV_UNIT_CHECKED_IN: case EV_UNIT_COUNTED: case EV_UNIT_MISSED:
	case EV_UNIT_FOUND: case EV_UNIT_CORRECTED: case EV_UNIT_SCRAPPED:
	case EV_UNIT_RETIRED: case EV_UNIT_RESERIALISED:
		effect_inside(u, e);
		break;
	default:	/* notes, labels, service: history only */
		break;
	}
}

/* The acts that a hold forbids (DESIGN section 4). */
static bool
hold_forbids(enum event_type type)
{
	return type == EV_UNIT_ALLOCATED || type == EV_UNIT_PICKED ||
	    type == EV_UNIT_PACKED || type == EV_UNIT_SHIPPED;
}

bool
unit_may(const struct unit *unit, enum event_type type, char code[32])
{
	struct unit_rule rule = unit_rule(type, unit->status);

	code[0] = '\0';
	if (rule.act == RULE_REFUSE)
		str_copy(code, 32, rule.code);
	else if (unit->holds != 0 && hold_forbids(type))
		str_copy(code, 32, "unit.on-hold");
	return code[0] == '\0';
}

static void
anomaly_say(struct anomaly *anomaly, const char *code, const struct unit *u,
    const struct event *e)
{
	str_copy(anomaly->code, sizeof anomaly->code, code);
	str_print(anomaly->detail, sizeof anomaly->detail,
	    "%s while %s%s%s%s", event_type_name(e->type),
	    unit_status_name(u->status), u->holds != 0 ? " and on hold" : "",
	    u->bin[0] != '\0' ? " in " : "", u->bin);
}

bool
unit_apply(struct unit *unit, const struct event *event, struct anomaly *anomaly)
{
	char code[32];

	assert(event->subject_kind == SUBJECT_UNIT);
	anomaly->code[0] = anomaly->detail[0] = '\0';
	unit->last_event = event->id;
	if (!event_on_unit(event->type))
		return true;	/* of a newer program: history only */
	if (!unit_may(unit, event->type, code)) {
		anomaly_say(anomaly, code, unit, event);
		incident_add(unit);
		return false;
	}
	struct unit_rule rule = unit_rule(event->type, unit->status);
	if (rule.act == RULE_TO_INCIDENT) {
		anomaly_say(anomaly, rule.code, unit, event);
		incident_add(unit);
	}
	if (rule.act != RULE_SAME)
		unit->status = rule.to;
	unit->changed_at = event->at;
	unit_effect(unit, event);
	return anomaly->code[0] == '\0';
}

static enum order_stage
outbound_stage(enum unit_status status)
{
	switch (status) {
	case UNIT_ALLOCATED: return STAGE_ALLOCATED;
	case UNIT_PICKED: return STAGE_PICKED;
	case UNIT_PACKED: return STAGE_PACKED;
	case UNIT_RETURNED: return STAGE_RETURNED;
	default: return STAGE_SHIPPED;
	}
}

size_t
unit_contribution(const struct unit *u, struct contribution out[CONTRIBUTIONS_MAX])
{
	size_t n = 0;

	if (u->status == UNIT_NONE)
		return 0;
	out[n++] = (struct contribution){ .kind = TALLY_STATUS, .item = u->item,
	    .status = u->status, .held = u->holds != 0 };
	if (u->bin[0] != '\0' && unit_status_in_house(u->status))
		out[n++] = (struct contribution){ .kind = TALLY_BIN, .bin = u->bin,
		    .item = u->item };
	if (u->in_order[0] != '\0')
		out[n++] = (struct contribution){ .kind = TALLY_ORDER,
		    .order = u->in_order, .line = u->in_line, .stage =
		    u->status == UNIT_EXPECTED ? STAGE_EXPECTED : STAGE_RECEIVED };
	if (u->out_order[0] != '\0')
		out[n++] = (struct contribution){ .kind = TALLY_ORDER,
		    .order = u->out_order, .line = u->out_line,
		    .stage = outbound_stage(u->status) };
	assert(n <= CONTRIBUTIONS_MAX);
	return n;
}
