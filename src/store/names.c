/*
 * names.c - shared texts under small numbers, remembered both ways.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A number once given never changes, so what is remembered stays true even
 * when other processes add names; only a rollback can take a number of ours
 * back, and then all is forgotten.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/str.h"
#include "base/xalloc.h"
#include "store/store_private.h"

#define SLOTS 4096	/* power of two; direct mapped, newest wins */

struct name_slot {
	int64_t id;
	enum name_kind kind;
	char *text;
};

struct names {
	struct name_slot by_text[SLOTS];
	struct name_slot by_id[SLOTS];
};

struct names *
names_new(void)
{
	return xcalloc(1, sizeof(struct names));
}

void
names_forget(struct names *names)
{
	for (size_t i = 0; i < SLOTS; i++) {
		free(names->by_text[i].text);
		free(names->by_id[i].text);
	}
	memset(names, 0, sizeof *names);
}

void
names_free(struct names *names)
{
	if (names == NULL)
		return;
	names_forget(names);
	free(names);
}

static size_t
hash_text(enum name_kind kind, const char *text)
{
	uint32_t h = 2166136261u + (uint32_t)kind;

	for (; *text != '\0'; text++)
		h = (h ^ (unsigned char)*text) * 16777619u;
	return (h ^ h >> 15) & (SLOTS - 1);
}

static void
slot_set(struct name_slot *slot, int64_t id, enum name_kind kind, const char *text)
{
	char *copy = xstrdup(text);

	free(slot->text);
	slot->id = id;
	slot->kind = kind;
	slot->text = copy;
}

bool
store_name_find(struct store *store, enum name_kind kind, const char *text,
    int64_t *id, struct err *err)
{
	struct name_slot *slot = &store->names->by_text[hash_text(kind, text)];
	int rc;

	*id = 0;
	if (text[0] == '\0')
		return true;
	if (slot->text != NULL && slot->kind == kind &&
	    strcmp(slot->text, text) == 0) {
		*id = slot->id;
		return true;
	}
	rc = store_first(store, Q_NAME_FIND, err, "it", (int64_t)kind, text);
	if (rc < 0)
		return false;
	if (rc > 0) {
		*id = store_int(store, Q_NAME_FIND, 0);
		store_end(store, Q_NAME_FIND);
		slot_set(slot, *id, kind, text);
	}
	return true;
}

bool
store_name(struct store *store, enum name_kind kind, const char *text,
    int64_t *id, struct err *err)
{
	if (!store_name_find(store, kind, text, id, err))
		return false;
	if (*id != 0 || text[0] == '\0')
		return true;
	assert(store->writing);
	if (!store_run(store, Q_NAME_ADD, err, "it", (int64_t)kind, text))
		return false;
	*id = store_last_id(store);
	slot_set(&store->names->by_text[hash_text(kind, text)], *id, kind, text);
	return true;
}

bool
store_name_text(struct store *store, int64_t id, const char **text,
    struct err *err)
{
	struct name_slot *slot = &store->names->by_id[(size_t)id & (SLOTS - 1)];
	int rc;

	*text = "";
	if (id == 0)
		return true;
	if (slot->text == NULL || slot->id != id) {
		rc = store_first(store, Q_NAME_TEXT, err, "i", id);
		if (rc < 0)
			return false;
		if (rc == 0) {
			err_set(err, ERR_DAMAGED, "a number has no name");
			return err_detail(err, "name %lld", (long long)id);
		}
		slot_set(slot, id, NAME_ITEM, store_text(store, Q_NAME_TEXT, 0));
		store_end(store, Q_NAME_TEXT);
	}
	*text = slot->text;
	return true;
}
