/*
 * identity.c - who acts on the command line.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Without --operator the owner of the database file acts as admin, recorded
 * as os:NAME: whoever owns the file could do worse without us.  Nobody else
 * may, not even a process that the file's mode lets in.  With --operator the
 * badge must be known and not locked, and its PIN, where it has one, must be
 * in a file: on the command line everybody on the host would see it.
 */
#include <pwd.h>
#include <string.h>
#include <unistd.h>
#include "app/app.h"
#include "base/file.h"
#include "base/seal.h"
#include "ledger/masters.h"

#define PIN_FILE_MAX 4096

static bool
owner_acts(struct app *app, struct err *err)
{
	const struct passwd *me;

	if (!store_owner_is_me(ledger_store(app->ledger))) {
		err_code(err, ERR_DENIED, "operator.permission",
		    "the database belongs to another user");
		err_detail(err, "%s", store_path(ledger_store(app->ledger)));
		return err_hint(err, "Say who you are with --operator BADGE.");
	}
	me = getpwuid(geteuid());
	if (me != NULL)
		str_print(app->worker.badge, sizeof app->worker.badge, "os:%s",
		    me->pw_name);
	else
		str_print(app->worker.badge, sizeof app->worker.badge, "os:%lu",
		    (unsigned long)geteuid());
	str_copy(app->worker.name, sizeof app->worker.name, app->worker.badge);
	app->worker.role = ROLE_ADMIN;
	return true;
}

/* The first line of the file, without its end. */
static bool
read_pin(const char *path, struct str *pin, struct err *err)
{
	if (!file_read(path, PIN_FILE_MAX, pin, err)) {
		err_say(err, "could not read the PIN file");
		return app_env(err);
	}
	str_truncate(pin, strcspn(pin->p, "\r\n"));
	return true;
}

/* Where roles above clerk need a PIN, one without is as good as locked. */
static bool
pin_missing(const struct operator *o, struct err *err)
{
	err_code(err, ERR_DENIED, "operator.permission",
	    "badge %s has no PIN, and a %s needs one here", o->badge,
	    role_name(o->role));
	return err_hint(err, "'dockledger import operators' gives one.");
}

static bool
pin_holds(struct app *app, const struct operator *o, struct err *err)
{
	struct str pin;
	bool ok;

	if (o->pin_hash[0] == '\0')
		return !app->settings.pins || o->role == ROLE_CLERK ||
		    pin_missing(o, err);
	if (app->globals.pin_file == NULL) {
		err_code(err, ERR_DENIED, "operator.permission",
		    "badge %s needs its PIN", o->badge);
		return err_hint(err, "Give --pin-file FILE; its first line is the PIN.");
	}
	str_init(&pin);
	ok = read_pin(app->globals.pin_file, &pin, err) &&
	    operator_check_pin(app->ledger, o, pin.p, err);
	seal_wipe(pin.p, pin.len);
	str_done(&pin);
	return ok;
}

static bool
operator_acts(struct app *app, const char *badge, struct err *err)
{
	struct operator o;
	int rc = operator_find(app->ledger, badge, &o, err);

	if (rc < 0)
		return false;
	if (rc == 0) {
		err_code(err, ERR_DENIED, "operator.permission",
		    "there is no operator \"%s\"", badge);
		return err_hint(err, "'dockledger operators' lists the badges.");
	}
	if (o.locked) {
		err_code(err, ERR_DENIED, "operator.locked", "badge %s is locked",
		    badge);
		return err_hint(err, "'dockledger operator unlock BADGE' unlocks it.");
	}
	ledger_set_operator(app->ledger, o.badge);
	if (!pin_holds(app, &o, err))
		return false;
	str_copy(app->worker.badge, sizeof app->worker.badge, o.badge);
	str_copy(app->worker.name, sizeof app->worker.name, o.name);
	app->worker.role = o.role;
	return true;
}

bool
app_identify(struct app *app, struct err *err)
{
	bool ok = app->globals.operator == NULL ? owner_acts(app, err) :
	    operator_acts(app, app->globals.operator, err);

	if (ok)
		ledger_set_operator(app->ledger, app->worker.badge);
	return ok;
}
