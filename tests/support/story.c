/*
 * story.c - histories of units in one line of text, and units as text.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "story.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/json.h"

#define MINUTE_MS 60000

static void
lost(const char *sentence)
{
	fprintf(stderr, "story: \"%s\" is not understood\n", sentence);
	abort();
}

/* "bin=A line=2" as the body of an event. */
static void
read_body(char *words, struct event *e, const char *sentence)
{
	struct json_out j;
	struct str json;
	struct err err;
	char *save, *word;

	str_init(&json);
	json_begin(&j, &json);
	json_object(&j);
	for (word = strtok_r(words, " ", &save); word != NULL;
	    word = strtok_r(NULL, " ", &save)) {
		char *value = strchr(word, '=');

		if (value == NULL)
			lost(sentence);
		*value++ = '\0';
		if (strcmp(word, "line") == 0)
			json_kv_int(&j, word, strtoll(value, NULL, 10));
		else
			json_kv(&j, word, value);
	}
	json_object_end(&j);
	if (!event_body_read(json.p, json.len, &e->body, &err))
		lost(sentence);
	str_done(&json);
}

static enum event_type
type_of(const char *word, const char *sentence)
{
	char name[48];
	enum event_type type;

	str_print(name, sizeof name, "unit.%s", word);
	type = strcmp(word, "opened.incident") == 0 ? EV_INCIDENT_OPENED :
	    strcmp(word, "resolved") == 0 ? EV_INCIDENT_RESOLVED :
	    event_type_find(name);
	if (type == EV_UNKNOWN)
		lost(sentence);
	return type;
}

static void
tell_one(struct story *s, const char *item, const char *serial, char *sentence)
{
	struct event *e = vec_push(&s->events);
	char whole[400], *rest = strchr(sentence, ' ');

	str_copy(whole, sizeof whole, sentence);
	if (rest != NULL)
		*rest++ = '\0';
	else
		rest = sentence + strlen(sentence);
	e->id = e->seq = (int64_t)s->events.n;
	e->at = STORY_START_MS + MINUTE_MS * e->seq;
	e->subject_kind = SUBJECT_UNIT;
	str_copy(e->station, sizeof e->station, "ST");
	str_copy(e->item, sizeof e->item, item);
	str_copy(e->subject, sizeof e->subject, serial);
	e->type = type_of(sentence, whole);
	if (e->type == EV_UNIT_UNDONE)
		e->undoes = strtoll(rest, NULL, 10);
	else if (e->type == EV_INCIDENT_RESOLVED)
		str_print(e->body.incident, sizeof e->body.incident, "ST-%s", rest);
	else
		read_body(rest, e, whole);
}

void
story_tell(struct story *s, const char *item, const char *serial, const char *text)
{
	char *copy = strdup(text), *save, *sentence;

	for (sentence = strtok_r(copy, ";", &save); sentence != NULL;
	    sentence = strtok_r(NULL, ";", &save))
		tell_one(s, item, serial, str_strip(sentence));
	free(copy);
}

void
story_done(struct story *s)
{
	vec_done(&s->events);
}

static void
count(void *ctx, const struct event *e, const struct anomaly *a)
{
	(void)e;
	(void)a;
	++*(size_t *)ctx;
}

void
story_fold(const struct story *s, struct unit *u, size_t *anomalies)
{
	VEC(const struct event *) list = { 0 };

	*anomalies = 0;
	for (size_t i = 0; i < s->events.n; i++)
		*vec_push(&list) = &s->events.at[i];
	unit_init(u, s->events.at[0].item, s->events.at[0].subject);
	unit_fold(u, list.at, list.n, count, anomalies);
	vec_done(&list);
}

void
story_apply(const struct story *s, struct unit *u, size_t *anomalies)
{
	struct anomaly odd;

	*anomalies = 0;
	unit_init(u, s->events.at[0].item, s->events.at[0].subject);
	for (size_t i = 0; i < s->events.n; i++)
		if (!unit_apply(u, &s->events.at[i], &odd))
			++*anomalies;
}

static void
say_text(struct str *out, const char *name, const char *value)
{
	if (value[0] != '\0')
		str_addf(out, " %s=%s", name, value);
}

static void
say_line(struct str *out, const char *name, const char *order, int64_t line)
{
	if (order[0] != '\0' || line != 0)
		str_addf(out, " %s=%s/%lld", name, order, (long long)line);
}

static void
say_holds(struct str *out, unsigned holds)
{
	const char *before = " holds=";

	for (unsigned bit = 1; bit < 1u << HOLD_KINDS; bit <<= 1)
		if ((holds & bit) != 0) {
			str_addf(out, "%s%s", before, hold_name((enum hold)bit));
			before = ",";
		}
}

static struct str *
say(const struct unit *u)
{
	static struct str out;

	if (out.p == NULL)
		str_init(&out);
	str_clear(&out);
	str_add(&out, unit_status_name(u->status));
	say_text(&out, "bin", u->bin);
	say_text(&out, "lot", u->lot);
	say_text(&out, "made", u->made_on);
	say_text(&out, "expires", u->expires_on);
	say_text(&out, "country", u->country);
	say_line(&out, "in", u->in_order, u->in_line);
	say_line(&out, "out", u->out_order, u->out_line);
	say_text(&out, "carton", u->carton);
	say_text(&out, "party", u->party);
	say_text(&out, "owner", u->owner);
	if (u->parent_item[0] != '\0' || u->parent_serial[0] != '\0')
		str_addf(&out, " parent=%s/%s", u->parent_item, u->parent_serial);
	say_text(&out, "cover", u->warranty_until);
	say_holds(&out, u->holds);
	if (u->was_expected)
		str_add(&out, " announced");
	return &out;
}

const char *
unit_say(const struct unit *u)
{
	return say(u)->p;
}

const char *
unit_say_all(const struct unit *u)
{
	struct str *out = say(u);

	str_addf(out, " unit=%s/%s received=%lld shipped=%lld changed=%lld "
	    "last=%lld incidents=%lld", u->item, u->serial,
	    (long long)u->received_at, (long long)u->shipped_at,
	    (long long)u->changed_at, (long long)u->last_event,
	    (long long)u->incidents);
	return out->p;
}
