/*
 * fault_vfs.c - a file layer that fails when a test says so.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A shim over SQLite's own VFS, registered only when DOCKLEDGER_FAULT is
 * set.  Every method passes on, except that writes and syncs ask
 * base/fault.h first.  The real file handle lies behind ours in memory.
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include "base/fault.h"
#include "store/store_private.h"

struct fault_file {
	sqlite3_file base;
	sqlite3_file *real;
};

static sqlite3_vfs *real_vfs;
static sqlite3_vfs fault_vfs;

static sqlite3_file *
real(sqlite3_file *file)
{
	return ((struct fault_file *)file)->real;
}

static int
fault_close(sqlite3_file *f)
{
	return real(f)->pMethods->xClose(real(f));
}

static int
fault_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
	return real(f)->pMethods->xRead(real(f), to, n, at);
}

static int
fault_write(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
	if (fault_due(FAULT_KILL))
		raise(SIGKILL);
	if (fault_due(FAULT_WRITE))
		return SQLITE_IOERR_WRITE;
	if (fault_due(FAULT_FULL))
		return SQLITE_FULL;
	return real(f)->pMethods->xWrite(real(f), from, n, at);
}

static int
fault_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	return real(f)->pMethods->xTruncate(real(f), size);
}

static int
fault_sync(sqlite3_file *f, int flags)
{
	if (fault_due(FAULT_SYNC))
		return SQLITE_IOERR_FSYNC;
	return real(f)->pMethods->xSync(real(f), flags);
}

static int
fault_size(sqlite3_file *f, sqlite3_int64 *size)
{
	return real(f)->pMethods->xFileSize(real(f), size);
}

static int
fault_lock(sqlite3_file *f, int level)
{
	return real(f)->pMethods->xLock(real(f), level);
}

static int
fault_unlock(sqlite3_file *f, int level)
{
	return real(f)->pMethods->xUnlock(real(f), level);
}

static int
fault_reserved(sqlite3_file *f, int *out)
{
	return real(f)->pMethods->xCheckReservedLock(real(f), out);
}

static int
fault_control(sqlite3_file *f, int op, void *arg)
{
	return real(f)->pMethods->xFileControl(real(f), op, arg);
}

static int
fault_sector(sqlite3_file *f)
{
	return real(f)->pMethods->xSectorSize(real(f));
}

static int
fault_traits(sqlite3_file *f)
{
	return real(f)->pMethods->xDeviceCharacteristics(real(f));
}

static int
fault_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **p)
{
	return real(f)->pMethods->xShmMap(real(f), page, size, extend, p);
}

static int
fault_shm_lock(sqlite3_file *f, int offset, int n, int flags)
{
	return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}

static void
fault_shm_barrier(sqlite3_file *f)
{
	real(f)->pMethods->xShmBarrier(real(f));
}

static int
fault_shm_unmap(sqlite3_file *f, int delete_it)
{
	return real(f)->pMethods->xShmUnmap(real(f), delete_it);
}

static const sqlite3_io_methods fault_methods = {
	.iVersion = 2, .xClose = fault_close, .xRead = fault_read,
	.xWrite = fault_write, .xTruncate = fault_truncate, .xSync = fault_sync,
	.xFileSize = fault_size, .xLock = fault_lock, .xUnlock = fault_unlock,
	.xCheckReservedLock = fault_reserved, .xFileControl = fault_control,
	.xSectorSize = fault_sector, .xDeviceCharacteristics = fault_traits,
	.xShmMap = fault_shm_map, .xShmLock = fault_shm_lock,
	.xShmBarrier = fault_shm_barrier, .xShmUnmap = fault_shm_unmap,
};

static int
fault_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
    int *out)
{
	struct fault_file *ours = (struct fault_file *)file;
	int rc;

	(void)vfs;
	ours->real = (sqlite3_file *)(ours + 1);
	ours->real->pMethods = NULL;
	rc = real_vfs->xOpen(real_vfs, name, ours->real, flags, out);
	ours->base.pMethods = ours->real->pMethods == NULL ? NULL : &fault_methods;
	return rc;
}

const char *
store_fault_vfs(void)
{
	if (getenv("DOCKLEDGER_FAULT") == NULL)
		return NULL;
	if (real_vfs == NULL) {
		real_vfs = sqlite3_vfs_find(NULL);
		fault_vfs = *real_vfs;
		fault_vfs.pNext = NULL;
		fault_vfs.zName = "dockledger-fault";
		fault_vfs.szOsFile = (int)sizeof(struct fault_file) +
		    real_vfs->szOsFile;
		fault_vfs.xOpen = fault_open;
		sqlite3_vfs_register(&fault_vfs, 0);
	}
	return fault_vfs.zName;
}
