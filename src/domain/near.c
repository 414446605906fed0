/*
 * near.c - codes that differ by one slip of hand or eye.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Candidates are made in a buffer beside the text, kind by kind, so that a
 * caller who looks each of them up meets the likely ones first and may stop.
 */
#include <assert.h>
#include <ctype.h>
#include <string.h>
#include "base/str.h"
#include "domain/near.h"

/* Each group holds signs that are read for one another. */
static const char *const look_alikes[] = { "0OQ", "1IL", "5S", "8B", "2Z" };
#define N_GROUPS (sizeof(look_alikes) / sizeof(look_alikes[0]))

/* What a code may be written with. */
static const char signs[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-./";

static char upper(char c)
{
	return (char)toupper((unsigned char)c);
}

static const char *group_of(char c)
{
	for (size_t i = 0; i < N_GROUPS && c != '\0'; i++)
		if (strchr(look_alikes[i], upper(c)))
			return look_alikes[i];
	return NULL;
}

/* The sign that stands for all that look like c. */
static char face(char c)
{
	const char *group = group_of(c);

	return group ? group[0] : upper(c);
}

/* Do the texts agree when look-alikes count as equal? */
static bool same_face(const char *a, const char *b)
{
	while (*a && face(*a) == face(*b)) {
		a++;
		b++;
	}
	return *a == *b;
}

/* One substitution, or one swap, is all that keeps equal lengths apart. */
static bool one_changed(const char *a, const char *b)
{
	if (a[0] == b[1] && a[1] == b[0] && strcmp(a + 2, b + 2) == 0)
		return true;
	return strcmp(a + 1, b + 1) == 0;
}

bool near_miss(const char *typed, const char *known)
{
	size_t n = strlen(typed), m = strlen(known), i = 0;

	while (i < n && typed[i] == known[i])
		i++;
	if (i == n && i == m)
		return false;
	if (n == m && i < n && i + 1 < n && one_changed(typed + i, known + i))
		return true;
	if (n == m && i + 1 == n)
		return true;		/* only the last one differs */
	if (n + 1 == m && strcmp(typed + i, known + i + 1) == 0)
		return true;
	if (m + 1 == n && strcmp(typed + i + 1, known + i) == 0)
		return true;
	return n == m && same_face(typed, known);
}

/* What is offered, and whether the caller wants more. */
struct offer {
	const char *text;
	size_t n;
	bool (*each)(const char *candidate, void *ctx);
	void *ctx;
	size_t offered;
	bool go_on;
	char buffer[NEAR_TEXT_MAX + 2];
};

static void give(struct offer *o)
{
	if (!o->go_on || strcmp(o->buffer, o->text) == 0)
		return;
	o->offered++;
	o->go_on = o->each(o->buffer, o->ctx);
}

static void restore(struct offer *o)
{
	memcpy(o->buffer, o->text, o->n + 1);
}

static void offer_upper_case(struct offer *o)
{
	for (size_t i = 0; i < o->n; i++)
		o->buffer[i] = upper(o->text[i]);
	give(o);
	restore(o);
}

static void offer_look_alikes(struct offer *o)
{
	for (size_t i = 0; i < o->n && o->go_on; i++) {
		const char *group = group_of(o->text[i]);

		for (; group && *group; group++) {
			o->buffer[i] = *group;
			if (*group != upper(o->text[i]))
				give(o);
		}
		restore(o);
	}
}

static void offer_swaps(struct offer *o)
{
	for (size_t i = 0; i + 1 < o->n && o->go_on; i++) {
		o->buffer[i] = o->text[i + 1];
		o->buffer[i + 1] = o->text[i];
		give(o);
		restore(o);
	}
}

static void offer_one_less(struct offer *o)
{
	for (size_t i = 0; i < o->n && o->n > 1 && o->go_on; i++) {
		memcpy(o->buffer + i, o->text + i + 1, o->n - i);
		give(o);
		restore(o);
	}
}

static void offer_another(struct offer *o)
{
	for (size_t i = 0; i < o->n && o->go_on; i++) {
		for (const char *sign = signs; *sign; sign++) {
			o->buffer[i] = *sign;
			give(o);
		}
		restore(o);
	}
}

static void offer_one_more(struct offer *o)
{
	for (size_t i = 0; i <= o->n && o->go_on; i++) {
		memcpy(o->buffer + i + 1, o->text + i, o->n - i + 1);
		for (const char *sign = signs; *sign; sign++) {
			o->buffer[i] = *sign;
			give(o);
		}
		restore(o);
	}
}

size_t near_candidates(const char *text,
    bool (*each)(const char *candidate, void *ctx), void *ctx)
{
	struct offer o = {
		.text = text, .n = strlen(text), .each = each, .ctx = ctx,
		.go_on = true
	};

	if (o.n == 0 || o.n > NEAR_TEXT_MAX)
		return 0;
	restore(&o);
	offer_upper_case(&o);
	offer_look_alikes(&o);
	offer_swaps(&o);
	offer_one_less(&o);
	offer_another(&o);
	offer_one_more(&o);
	assert(o.offered <= 2 + 85 * (o.n + 1));
	return o.offered;
}
