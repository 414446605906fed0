/*
 * doctor_db.c - checks of the configuration, the files and the database.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>
#include "app/doctor.h"
#include "base/clock.h"
#include "base/file.h"

#define MIB (INT64_C(1) << 20)
#define DISK_BAD (64 * MIB)
#define DISK_WARN (1024 * MIB)
#define WAL_WARN (64 * MIB)
#define FUTURE_MS 300000	/* clocks may differ by so much */
#define S_PER_DAY 86400

/* Say an error as a finding. */
static void
say_err(struct doctor *d, enum health health, const char *check,
    const struct err *err)
{
	doctor_say(d, health, check, err->hint, "%s%s%s", err->what,
	    err->detail[0] == '\0' ? "" : ": ", err->detail);
}

void
doctor_settings(struct doctor *d)
{
	struct err err;

	if (!app_settings(d->app, &err))
		say_err(d, HEALTH_BAD, "settings", &err);
	else if (d->app->settings.file[0] == '\0')
		doctor_say(d, HEALTH_OK, "settings", "",
		    "no configuration file; what is built in holds");
	else
		doctor_say(d, HEALTH_OK, "settings", "", "%s is sound",
		    d->app->settings.file);
}

static void
count_complaint(void *ctx, const struct err *err)
{
	say_err(ctx, HEALTH_WARN, "forms", err);
}

void
doctor_forms(struct doctor *d)
{
	const char *folder = d->app->settings.forms;
	size_t before = d->warnings;
	struct forms *forms;
	struct err err;

	if (!forms_load(&forms, folder[0] == '\0' ? NULL : folder,
	    count_complaint, d, &err)) {
		say_err(d, HEALTH_BAD, "forms", &err);
		return;
	}
	if (d->warnings == before)
		doctor_say(d, HEALTH_OK, "forms", "", "all sound%s%s",
		    folder[0] == '\0' ? "" : ", those in ", folder);
	forms_free(forms);
}

/* Nobody but the owner may read or write what a path names. */
static void
look_at_mode(struct doctor *d, const char *what, const char *path,
    mode_t wanted, enum health when_wider)
{
	char todo[600];
	struct stat st;

	if (stat(path, &st) != 0) {
		doctor_say(d, HEALTH_BAD, what, "Restore it from where it is kept.",
		    "%s: %s", path, strerror(errno));
		return;
	}
	str_print(todo, sizeof todo, "Say 'chmod %o %s'.", wanted, path);
	if ((st.st_mode & 07777 & ~wanted) != 0)
		doctor_say(d, when_wider, what, todo,
		    "%s has mode %04o: others can get at it", path,
		    st.st_mode & 07777);
	else if (st.st_uid != geteuid())
		doctor_say(d, HEALTH_WARN, what, "Work as its owner, or with --operator.",
		    "%s belongs to another user", path);
	else
		doctor_say(d, HEALTH_OK, what, "", "%s has mode %04o", path,
		    st.st_mode & 07777);
}

void
doctor_files(struct doctor *d)
{
	struct str path;
	struct err err;

	if (!path_database(&d->app->globals, &d->db, &err)) {
		say_err(d, HEALTH_BAD, "database", &err);
		return;
	}
	d->db_there = file_exists(d->db.p);
	if (!d->db_there) {
		doctor_say(d, HEALTH_BAD, "database",
		    "'dockledger init' makes one; --db names another.",
		    "there is none at %s", d->db.p);
		return;
	}
	look_at_mode(d, "database", d->db.p, 0600, HEALTH_BAD);
	str_init(&path);
	str_addf(&path, "%s-key", d->db.p);
	look_at_mode(d, "key", path.p, 0600, HEALTH_BAD);
	str_clear(&path);
	file_folder(d->db.p, &path);
	look_at_mode(d, "folder", path.p, 0700, HEALTH_WARN);
	str_done(&path);
}

/* File systems that other hosts write to: locks and shared memory fail. */
static bool
is_remote(const char *path)
{
	static const unsigned long kinds[] = { 0x6969 /* NFS */,
	    0xFF534D42 /* CIFS */, 0xFE534D42 /* SMB2 */, 0x517B /* SMB */,
	    0x65735546 /* FUSE */ };
	struct statfs fs;

	if (statfs(path, &fs) != 0)
		return false;
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if ((unsigned long)fs.f_type == kinds[i])
			return true;
	return false;
}

static void
look_at_space(struct doctor *d, const char *folder)
{
	const char *todo = "Free some space: nothing can be booked on a full disk.";
	struct statvfs vfs;
	int64_t left;

	if (statvfs(folder, &vfs) != 0)
		return;
	left = (int64_t)vfs.f_bavail * (int64_t)vfs.f_frsize;
	doctor_say(d, left < DISK_BAD ? HEALTH_BAD :
	    left < DISK_WARN ? HEALTH_WARN : HEALTH_OK, "disk",
	    left < DISK_WARN ? todo : "", "%lld MiB are free in %s",
	    (long long)(left / MIB), folder);
}

void
doctor_disk(struct doctor *d)
{
	struct str path;
	struct stat st;

	if (!d->db_there)
		return;
	str_init(&path);
	file_folder(d->db.p, &path);
	look_at_space(d, path.p);
	if (is_remote(path.p))
		doctor_say(d, HEALTH_BAD, "disk",
		    "Move the database to a disk of this host.",
		    "%s is on a network file system: locks do not hold there",
		    path.p);
	str_clear(&path);
	str_addf(&path, "%s-wal", d->db.p);
	if (stat(path.p, &st) == 0 && st.st_size > WAL_WARN)
		doctor_say(d, HEALTH_WARN, "log",
		    "End the oldest reader: a report or a backup that hangs.",
		    "the write-ahead log has %lld MiB",
		    (long long)(st.st_size / MIB));
	str_done(&path);
}

void
doctor_open(struct doctor *d)
{
	char damage[200];
	struct err err;

	if (!d->db_there)
		return;
	if (!app_open(d->app, NEEDS_READING, &err)) {
		say_err(d, HEALTH_BAD, "content", &err);
		return;
	}
	if (!store_check(ledger_store(d->app->ledger), damage, sizeof damage, &err))
		say_err(d, HEALTH_BAD, "content", &err);
	else if (damage[0] != '\0')
		doctor_say(d, HEALTH_BAD, "content",
		    "Restore the last backup beside it and run 'dockledger verify'.",
		    "the database is damaged: %s", damage);
	else
		doctor_say(d, HEALTH_OK, "content", "",
		    "station %s, schema %d, structure sound; 'verify' checks the "
		    "events", ledger_station(d->app->ledger),
		    store_schema_version());
}

static void
look_at_unsent(struct doctor *d)
{
	int64_t n, oldest, age;
	struct err err;

	if (!ledger_unsent(d->app->ledger, &n, &oldest, &err)) {
		say_err(d, HEALTH_BAD, "unsent", &err);
		return;
	}
	age = n == 0 ? 0 : (clock_wall_ms() - oldest) / 1000 / S_PER_DAY;
	doctor_say(d, HEALTH_OK, "unsent", "",
	    "%lld events are here alone, the oldest for %lld days; a backup "
	    "keeps them", (long long)n, (long long)age);
}

static void
look_at_incidents(struct doctor *d)
{
	struct store *s = ledger_store(d->app->ledger);
	struct err err;
	int64_t n;

	if (store_first(s, Q_INCIDENT_COUNT_OPEN, &err, "") <= 0) {
		say_err(d, HEALTH_BAD, "incidents", &err);
		return;
	}
	n = store_int(s, Q_INCIDENT_COUNT_OPEN, 0);
	store_end(s, Q_INCIDENT_COUNT_OPEN);
	doctor_say(d, n > 0 ? HEALTH_WARN : HEALTH_OK, "incidents",
	    n > 0 ? "'dockledger incidents --open' lists them." : "",
	    "%lld are open", (long long)n);
}

/* An event from the future: the clock went back, or was wrong. */
static void
look_at_last_event(struct doctor *d)
{
	struct store *s = ledger_store(d->app->ledger);
	struct err err;
	int64_t at;

	if (store_first(s, Q_LIST_LAST_OWN, &err, "") <= 0)
		return;
	at = store_int(s, Q_LIST_LAST_OWN, 0);
	store_end(s, Q_LIST_LAST_OWN);
	if (at > clock_wall_ms() + FUTURE_MS)
		doctor_say(d, HEALTH_WARN, "clock",
		    "Set the clock; events keep the time they were booked with.",
		    "the last event is from the future");
}

/* Without a prefix cartons are numbered for use within the company. */
static void
look_at_sscc(struct doctor *d)
{
	const struct sscc_plan *plan = &d->app->settings.sscc;
	struct store *s = ledger_store(d->app->ledger);
	struct err err;
	int rc;

	if (plan->prefix[0] != '\0') {
		doctor_say(d, HEALTH_OK, "cartons", "",
		    "numbered under the company prefix %s, extension %d",
		    plan->prefix, plan->extension);
		return;
	}
	if ((rc = store_first(s, Q_CARTON_LIST, &err, "ti", "", (int64_t)1)) > 0)
		store_end(s, Q_CARTON_LIST);
	doctor_say(d, rc > 0 ? HEALTH_WARN : HEALTH_OK, "cartons", rc > 0 ?
	    "Set company_prefix in dockledger.conf before cartons leave." : "",
	    "no company_prefix is set: cartons get in-house numbers, which mean "
	    "nothing to others");
}

void
doctor_content(struct doctor *d)
{
	if (d->app->ledger == NULL)
		return;
	look_at_unsent(d);
	look_at_incidents(d);
	look_at_last_event(d);
	look_at_sscc(d);
}
