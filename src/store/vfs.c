/*
 * vfs.c - SQLite's files as ours: the log in one write, faults on purpose.
 * SPDX-License-Identifier: Apache-2.0
 *
 * SQLite writes its log in two calls a page.  Here the writes of a
 * transaction, which follow one another in the file, gather and go out as one
 * when the log is synced: for an act that touches ten pages this is a third
 * of what its commit takes.  Nothing is published before that, because with
 * synchronous=FULL a commit syncs the log before it tells others of it; what
 * a rolled-back transaction left is dropped with the writer's lock, so that
 * it can never land on what somebody else wrote there since.
 *
 * A file is opened by the system's own VFS and keeps its methods, but for
 * those named here; what we keep of it lies behind it in memory.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "base/fault.h"
#include "base/xalloc.h"
#include "store/store_private.h"

#define GATHER_MAX (128 << 10)	/* bytes; what is longer goes out in parts */
#define SHM_WRITE_LOCK 0	/* walformat.html: WAL_WRITE_LOCK */

struct extra {
	const sqlite3_io_methods *real;
	sqlite3_io_methods ours;
	sqlite3_file *log;	/* of a database, while it is open */
	sqlite3_file *database;	/* of a log */
	char *bytes;		/* of a log: gathered, not written yet ... */
	int n;
	sqlite3_int64 at;	/* ... from here on */
};

static sqlite3_vfs *system_vfs;
static sqlite3_vfs our_vfs;

static int
extra_offset(void)
{
	return (system_vfs->szOsFile + 15) & ~15;
}

static struct extra *
extra_of(sqlite3_file *file)
{
	return (struct extra *)(void *)((char *)file + extra_offset());
}

/* --- What reaches the disk ------------------------------------------------- */

/* A write that fails or is cut off by death leaves a part of itself. */
static int
put(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
	const sqlite3_io_methods *real = extra_of(f)->real;
	int fault = SQLITE_OK;

	if (fault_is_next(FAULT_KILL))
		real->xWrite(f, from, n / 2, at);
	fault_due(FAULT_KILL);
	if (fault_due(FAULT_WRITE))
		fault = SQLITE_IOERR_WRITE;
	else if (fault_due(FAULT_FULL))
		fault = SQLITE_FULL;
	if (fault == SQLITE_OK)
		return real->xWrite(f, from, n, at);
	real->xWrite(f, from, n / 2, at);
	return fault;
}

static int
put_sync(sqlite3_file *f, int flags)
{
	if (fault_due(FAULT_SYNC))
		return SQLITE_IOERR_FSYNC;
	return extra_of(f)->real->xSync(f, flags);
}

/* --- The log --------------------------------------------------------------- */

static int
log_flush(sqlite3_file *f)
{
	struct extra *x = extra_of(f);
	int n = x->n;

	x->n = 0;
	return n == 0 ? SQLITE_OK : put(f, x->bytes, n, x->at);
}

static int
log_write(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
	struct extra *x = extra_of(f);
	int rc;

	if ((x->n > 0 && at != x->at + x->n) || x->n + n > GATHER_MAX) {
		if ((rc = log_flush(f)) != SQLITE_OK)
			return rc;
	}
	if (n > GATHER_MAX)
		return put(f, from, n, at);
	if (x->bytes == NULL)
		x->bytes = xmalloc(GATHER_MAX);
	if (x->n == 0)
		x->at = at;
	memcpy(x->bytes + x->n, from, (size_t)n);
	x->n += n;
	return SQLITE_OK;
}

static int
log_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
	int rc = log_flush(f);

	return rc != SQLITE_OK ? rc : extra_of(f)->real->xRead(f, to, n, at);
}

static int
log_sync(sqlite3_file *f, int flags)
{
	int rc = log_flush(f);

	return rc != SQLITE_OK ? rc : put_sync(f, flags);
}

static int
log_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	int rc = log_flush(f);

	return rc != SQLITE_OK ? rc : extra_of(f)->real->xTruncate(f, size);
}

static int
log_size(sqlite3_file *f, sqlite3_int64 *size)
{
	int rc = log_flush(f);

	return rc != SQLITE_OK ? rc : extra_of(f)->real->xFileSize(f, size);
}

static int
log_close(sqlite3_file *f)
{
	struct extra *x = extra_of(f);

	if (x->database != NULL)
		extra_of(x->database)->log = NULL;
	free(x->bytes);		/* no commit is waiting in it */
	return x->real->xClose(f);
}

/* --- The database ---------------------------------------------------------- */

static int
database_shm_lock(sqlite3_file *f, int offset, int n, int flags)
{
	struct extra *x = extra_of(f);

	if ((flags & SQLITE_SHM_UNLOCK) != 0 && offset == SHM_WRITE_LOCK &&
	    x->log != NULL)
		extra_of(x->log)->n = 0;
	return x->real->xShmLock(f, offset, n, flags);
}

static int
database_close(sqlite3_file *f)
{
	struct extra *x = extra_of(f);

	if (x->log != NULL)
		extra_of(x->log)->database = NULL;
	return x->real->xClose(f);
}

/* --- Opening --------------------------------------------------------------- */

static void
take_over(sqlite3_file *f, const char *name, int flags)
{
	struct extra *x = extra_of(f);

	memset(x, 0, sizeof *x);
	x->real = f->pMethods;
	x->ours = *x->real;
	x->ours.xWrite = put;
	x->ours.xSync = put_sync;
	if ((flags & SQLITE_OPEN_WAL) != 0) {
		x->ours.xRead = log_read;
		x->ours.xWrite = log_write;
		x->ours.xSync = log_sync;
		x->ours.xTruncate = log_truncate;
		x->ours.xFileSize = log_size;
		x->ours.xClose = log_close;
		x->database = sqlite3_database_file_object(name);
		extra_of(x->database)->log = f;
	} else if ((flags & SQLITE_OPEN_MAIN_DB) != 0) {
		if (x->ours.iVersion >= 2 && x->ours.xShmLock != NULL)
			x->ours.xShmLock = database_shm_lock;
		x->ours.xClose = database_close;
	}
	f->pMethods = &x->ours;
}

static int
vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
    int *out)
{
	int rc;

	(void)vfs;
	rc = system_vfs->xOpen(system_vfs, name, file, flags, out);
	if (rc == SQLITE_OK)
		take_over(file, name, flags);
	return rc;
}

const char *
store_vfs(void)
{
	if (system_vfs == NULL) {
		/* one thread, and nobody asks how much memory is in use: the
		 * locks for either are a tenth of what a statement takes */
		sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
		sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
		system_vfs = sqlite3_vfs_find(NULL);
		our_vfs = *system_vfs;
		our_vfs.pNext = NULL;
		our_vfs.zName = "dockledger";
		our_vfs.szOsFile = extra_offset() + (int)sizeof(struct extra);
		our_vfs.xOpen = vfs_open;
		sqlite3_vfs_register(&our_vfs, 0);
	}
	return our_vfs.zName;
}
