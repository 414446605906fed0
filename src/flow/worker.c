/*
 * worker.c - who works: badges, roles, PINs.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "base/str.h"
#include "flow/flow_private.h"

bool
worker_by_badge(struct station *st, const char *badge, struct worker *out,
    bool *needs_pin, struct err *err)
{
	struct operator who;
	int rc = operator_find(st->ledger, badge, &who, err);

	if (rc < 0)
		return false;
	if (rc == 0) {
		err_code(err, ERR_ABSENT, "scan.unknown", "no operator has the badge %s",
		    badge);
		return err_hint(err,
		    "An admin enters operators with 'dockledger import operators'.");
	}
	if (who.locked) {
		err_code(err, ERR_DENIED, "operator.locked", "the badge of %s is locked",
		    who.name);
		return err_hint(err, "An admin unlocks it.");
	}
	str_copy(out->badge, sizeof out->badge, who.badge);
	str_copy(out->name, sizeof out->name, who.name);
	out->role = who.role;
	*needs_pin = who.pin_hash[0] != '\0';
	if (!*needs_pin && st->pins_needed && who.role > ROLE_CLERK) {
		err_code(err, ERR_DENIED, "operator.permission",
		    "%s has no PIN, and a %s needs one here", who.name,
		    role_name(who.role));
		return err_hint(err, "An admin gives one with 'dockledger import operators'.");
	}
	return true;
}

bool
worker_check_pin(struct station *st, const struct worker *worker, const char *pin,
    struct err *err)
{
	struct operator who;
	int rc = operator_find(st->ledger, worker->badge, &who, err);

	if (rc <= 0)
		return rc == 0 && err_code(err, ERR_ABSENT, "scan.unknown",
		    "that badge is gone");
	return operator_check_pin(st->ledger, &who, pin, err);
}
