/*
 * lock.c - one writer at a time, in whatever process, in fair turn.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Bytes of FILE-lock, held by open-file-description locks (fcntl(2)):
 * byte 0 is a turnstile, byte 1 the writer's lock.  A writer passes the
 * turnstile first and lets it go when it has the lock, so that whoever just
 * finished queues behind those who wait and cannot starve them.  Bytes 2 and 3
 * are the marks of who is here.  The kernel gives all of them back when a
 * process dies.
 *
 * fcntl cannot wait with a limit, so a limited wait sleeps in the kernel's
 * queue and is woken by a repeating timer signal; the signal repeats because
 * one that came just before the call would otherwise be lost.
 */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>
#include "base/clock.h"
#include "base/str.h"
#include "store/store_private.h"

enum { TURNSTILE = 0, WRITER = 1, MARKS = 2 };
#define WAKE_US 10000

static int
lock_byte(int fd, int cmd, short type, int byte)
{
	struct flock fl = { .l_type = type, .l_whence = SEEK_SET,
	    .l_start = byte, .l_len = 1 };

	return fcntl(fd, cmd, &fl);
}

bool
store_lock_open(struct store *store, struct err *err)
{
	struct str path;

	if (store->mode == STORE_MEMORY || store->lock_fd >= 0)
		return true;
	str_init(&path);
	str_addf(&path, "%s-lock", store->path);
	store->lock_fd = open(path.p, store->mode == STORE_READ ?
	    O_RDONLY | O_CLOEXEC : O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (store->lock_fd < 0 && store->mode != STORE_READ) {
		err_set(err, ERR_ENV, "could not open the lock file");
		err_detail(err, "%s: %s", path.p, strerror(errno));
		err_hint(err, "The folder must be writable for its owner.");
		str_done(&path);
		return false;
	}
	str_done(&path);
	return true;
}

static void
on_wake(int sig)
{
	(void)sig;	/* only ends the wait in fcntl */
}

/* Wait for one byte until deadline_us (-1: for ever). */
static bool
wait_byte(int fd, int byte, int64_t deadline_us)
{
	for (;;) {
		if (lock_byte(fd, F_OFD_SETLKW, F_WRLCK, byte) == 0)
			return true;
		if (errno != EINTR)
			return false;
		if (deadline_us >= 0 && clock_mono_us() >= deadline_us)
			return false;
	}
}

static bool
wait_both(int fd, int64_t deadline_us)
{
	bool got;

	if (!wait_byte(fd, TURNSTILE, deadline_us))
		return false;
	got = wait_byte(fd, WRITER, deadline_us);
	lock_byte(fd, F_OFD_SETLK, F_UNLCK, TURNSTILE);
	return got;
}

static bool
wait_limited(int fd, int wait_ms)
{
	struct sigaction wake = { .sa_handler = on_wake }, before;
	struct itimerval every = { { 0, WAKE_US }, { 0, WAKE_US } }, was;
	bool got;

	sigaction(SIGALRM, &wake, &before);
	setitimer(ITIMER_REAL, &every, &was);
	got = wait_both(fd, clock_mono_us() + (int64_t)wait_ms * 1000);
	setitimer(ITIMER_REAL, &was, NULL);
	sigaction(SIGALRM, &before, NULL);
	return got;
}

/* Nobody waits and nobody writes: two calls, no timer. */
static bool
try_both(int fd)
{
	bool got;

	if (lock_byte(fd, F_OFD_SETLK, F_WRLCK, TURNSTILE) != 0)
		return false;
	got = lock_byte(fd, F_OFD_SETLK, F_WRLCK, WRITER) == 0;
	lock_byte(fd, F_OFD_SETLK, F_UNLCK, TURNSTILE);
	return got;
}

bool
store_lock(struct store *store, int wait_ms, struct err *err)
{
	assert(!store->locked);
	if (store->lock_fd < 0 || store->mode == STORE_READ) {
		store->locked = true;
		return true;
	}
	store->locked = try_both(store->lock_fd);
	if (!store->locked && wait_ms < 0)
		store->locked = wait_both(store->lock_fd, -1);
	else if (!store->locked && wait_ms > 0)
		store->locked = wait_limited(store->lock_fd, wait_ms);
	if (store->locked)
		return true;
	err_set(err, ERR_BUSY, "another terminal is writing");
	return err_hint(err, "Nothing is lost; this waits and tries again.");
}

void
store_unlock(struct store *store)
{
	if (store->lock_fd >= 0 && store->locked && store->mode != STORE_READ)
		lock_byte(store->lock_fd, F_OFD_SETLK, F_UNLCK, WRITER);
	store->locked = false;
}

bool
store_mark(struct store *store, enum store_mark mark)
{
	if (store->mode == STORE_MEMORY)	/* nobody else can be there */
		return true;
	return store->lock_fd >= 0 && store->mode != STORE_READ &&
	    lock_byte(store->lock_fd, F_OFD_SETLK, mark == STORE_MARK_WORKER ?
	    F_WRLCK : F_RDLCK, MARKS + (int)mark) == 0;
}

bool
store_is_marked(struct store *store, enum store_mark mark)
{
	struct flock fl = { .l_type = F_WRLCK, .l_whence = SEEK_SET,
	    .l_start = MARKS + (int)mark, .l_len = 1 };

	return store->lock_fd >= 0 &&
	    fcntl(store->lock_fd, F_OFD_GETLK, &fl) == 0 && fl.l_type != F_UNLCK;
}
