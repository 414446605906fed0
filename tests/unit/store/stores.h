/*
 * stores.h - databases for tests of room store: each in a folder of its own.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef TESTS_STORES_H
#define TESTS_STORES_H
#include "../unit.h"
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include "base/str.h"
#include "store/store_private.h"

#define must(ok) must_at((ok), &err, #ok, __FILE__, __LINE__)

static inline void
must_at(bool ok, const struct err *err, const char *what, const char *file, int line)
{
	if (ok)
		return;
	print_error("%s: kind %d %s: %s\n", what, (int)err->kind, err->what,
	    err->detail);
	_fail(file, line);
}

struct place {
	char folder[200];
	char path[300];
};

static inline int
place_setup(void **state)
{
	static struct place place;
	const char *tmp = getenv("TMPDIR");

	str_print(place.folder, sizeof place.folder, "%s/dockledger-store-XXXXXX",
	    tmp != NULL ? tmp : "/tmp");
	if (mkdtemp(place.folder) == NULL)
		return -1;
	str_print(place.path, sizeof place.path, "%s/station.db", place.folder);
	*state = &place;
	return 0;
}

static inline int
place_remove(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static inline int
place_teardown(void **state)
{
	struct place *place = *state;

	return nftw(place->folder, place_remove, 8, FTW_DEPTH | FTW_PHYS);
}

static inline struct store *
place_open(struct place *place, enum store_mode mode)
{
	struct store *s = NULL;
	struct err err;

	err_clear(&err);
	must(store_open(&s, place->path, mode, 0, &err));
	return s;
}

static inline void
put_setting(struct store *s, const char *key, const char *value)
{
	struct err err;

	err_clear(&err);
	must(store_begin(s, -1, &err));
	must(store_run(s, Q_SETTING_PUT, &err, "tt", key, value));
	must(store_commit(s, &err));
}

static inline const char *
get_setting(struct store *s, const char *key)
{
	static char value[400];
	struct err err;
	int rc = store_first(s, Q_SETTING_GET, &err, "t", key);

	must(rc >= 0);
	value[0] = '\0';
	if (rc > 0)
		str_copy(value, sizeof value, store_text(s, Q_SETTING_GET, 0));
	store_end(s, Q_SETTING_GET);
	return value;
}

#define store_test(f) \
	cmocka_unit_test_setup_teardown(f, place_setup, place_teardown)
#endif
