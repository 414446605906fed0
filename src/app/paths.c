/*
 * paths.c - where the database and the configuration are.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The folders of the XDG base directory specification: data below
 * $XDG_DATA_HOME, else ~/.local/share; configuration below $XDG_CONFIG_HOME,
 * else ~/.config, else the system's.
 */
#include <stdlib.h>
#include "app/app.h"
#include "base/file.h"

/* $NAME or $HOME/otherwise, with tail after it.  False without a home. */
static bool
in_home(const char *name, const char *otherwise, const char *tail,
    struct str *out)
{
	const char *folder = getenv(name), *home = getenv("HOME");

	if (folder != NULL && folder[0] == '/')
		str_addf(out, "%s/%s", folder, tail);
	else if (home != NULL && home[0] == '/')
		str_addf(out, "%s/%s/%s", home, otherwise, tail);
	else
		return false;
	return true;
}

bool
path_database(const struct globals *g, struct str *out, struct err *err)
{
	const char *named = g->db != NULL ? g->db : getenv("DOCKLEDGER_DB");

	if (named != NULL && named[0] != '\0') {
		str_add(out, named);
		return true;
	}
	if (g->db == NULL && in_home("XDG_DATA_HOME", ".local/share",
	    "dockledger/station.db", out))
		return true;
	err_set(err, ERR_USAGE, "there is no place for a database");
	return err_hint(err, "Name a file with --db.");
}

bool
path_config(const struct globals *g, struct str *out)
{
	if (g->config != NULL) {
		str_add(out, g->config);
		return true;
	}
	if (in_home("XDG_CONFIG_HOME", ".config", "dockledger/dockledger.conf", out)
	    && file_exists(out->p))
		return true;
	str_clear(out);
	str_add(out, DOCKLEDGER_SYSCONFDIR "/dockledger.conf");
	return file_exists(out->p);
}
