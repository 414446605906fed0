/*
 * loop.c - wait for bytes, time and signals; paint before waiting.
 * SPDX-License-Identifier: Apache-2.0
 *
 * serve() is one poll with its callbacks.  A turn serves without waiting as
 * long as there is something, paints, says that the screen is settled, and
 * serves once more with waiting.
 */
#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>
#include "base/clock.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "term/loop.h"
#include "term/term.h"

struct loop_timer {
	int64_t at_us;		/* -1: not set */
	bool holds;
	void (*fn)(void *ctx, int64_t now_us);
	void *ctx;
};

struct watch {
	int fd;			/* -1: free */
	short events;
	void (*fn)(void *ctx, int fd, short revents);
	void *ctx;
};

struct loop {
	struct term *term;
	const struct loop_calls *calls;
	void *ctx;
	int signal_fd;
	sigset_t old_mask;
	VEC(struct loop_timer *) timers;
	struct watch watches[LOOP_FDS_MAX];
	bool gone;		/* the terminal hung up */
	bool dirty, stopped;
	int status;
	int64_t painted_us;
};

/* --- Making ---------------------------------------------------------------- */

static void watched_signals(sigset_t *set)
{
	sigemptyset(set);
	sigaddset(set, SIGWINCH);
	sigaddset(set, SIGTERM);
	sigaddset(set, SIGHUP);
	sigaddset(set, SIGINT);
	sigaddset(set, SIGCONT);
}

struct loop *loop_new(struct term *term, const struct loop_calls *calls,
    void *ctx, struct err *err)
{
	struct loop *loop = xcalloc(1, sizeof *loop);
	sigset_t set;

	assert(calls->bytes && calls->resized && calls->signal && calls->paint);
	loop->term = term;
	loop->calls = calls;
	loop->ctx = ctx;
	loop->dirty = true;
	for (size_t i = 0; i < LOOP_FDS_MAX; i++)
		loop->watches[i].fd = -1;
	watched_signals(&set);
	sigprocmask(SIG_BLOCK, &set, &loop->old_mask);
	loop->signal_fd = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
	if (loop->signal_fd < 0) {
		err_set(err, ERR_ENV, "no descriptor for signals: %s",
		    strerror(errno));
		loop_free(loop);
		return NULL;
	}
	return loop;
}

void loop_free(struct loop *loop)
{
	if (loop == NULL)
		return;
	if (loop->signal_fd >= 0)
		close(loop->signal_fd);
	sigprocmask(SIG_SETMASK, &loop->old_mask, NULL);
	for (size_t i = 0; i < loop->timers.n; i++)
		free(loop->timers.at[i]);
	vec_done(&loop->timers);
	free(loop);
}

/* --- Timers ---------------------------------------------------------------- */

struct loop_timer *loop_timer_new(struct loop *loop,
    void (*fn)(void *ctx, int64_t now_us), void *ctx)
{
	struct loop_timer *timer = xcalloc(1, sizeof *timer);

	timer->at_us = -1;
	timer->fn = fn;
	timer->ctx = ctx;
	*vec_push(&loop->timers) = timer;
	return timer;
}

void loop_timer_set(struct loop_timer *timer, int64_t at_us)
{
	assert(at_us >= 0);
	timer->at_us = at_us;
	timer->holds = false;
}

void loop_timer_hold(struct loop_timer *timer, int64_t at_us)
{
	loop_timer_set(timer, at_us);
	timer->holds = true;
}

void loop_timer_stop(struct loop_timer *timer)
{
	timer->at_us = -1;
	timer->holds = false;
}

bool loop_timer_is_set(const struct loop_timer *timer)
{
	return timer->at_us >= 0;
}

static void run_timers(struct loop *loop)
{
	int64_t now_us = clock_mono_us();

	for (size_t i = 0; i < loop->timers.n && !loop->stopped; i++) {
		struct loop_timer *timer = loop->timers.at[i];

		if (timer->at_us < 0 || timer->at_us > now_us)
			continue;
		loop_timer_stop(timer);
		timer->fn(timer->ctx, now_us);
	}
}

static bool is_held(const struct loop *loop)
{
	for (size_t i = 0; i < loop->timers.n; i++)
		if (loop->timers.at[i]->holds)
			return true;
	return false;
}

/* How long nothing is due: NULL for ever, else *room. */
static const struct timespec *patience(const struct loop *loop,
    struct timespec *room)
{
	int64_t next_us = -1, wait_us;

	for (size_t i = 0; i < loop->timers.n; i++) {
		int64_t at_us = loop->timers.at[i]->at_us;

		if (at_us >= 0 && (next_us < 0 || at_us < next_us))
			next_us = at_us;
	}
	if (next_us < 0)
		return NULL;
	wait_us = next_us - clock_mono_us();
	if (wait_us < 0)
		wait_us = 0;
	room->tv_sec = wait_us / 1000000;
	room->tv_nsec = wait_us % 1000000 * 1000;
	return room;
}

/* --- Descriptors ----------------------------------------------------------- */

static struct watch *watch_of(struct loop *loop, int fd)
{
	for (size_t i = 0; i < LOOP_FDS_MAX; i++)
		if (loop->watches[i].fd == fd)
			return &loop->watches[i];
	return NULL;
}

void loop_watch(struct loop *loop, int fd, short events,
    void (*fn)(void *ctx, int fd, short revents), void *ctx)
{
	struct watch *watch = watch_of(loop, fd);

	assert(fd >= 0);
	if (watch == NULL)
		watch = watch_of(loop, -1);
	assert(watch != NULL);
	*watch = (struct watch){ fd, events, fn, ctx };
}

void loop_unwatch(struct loop *loop, int fd)
{
	struct watch *watch = watch_of(loop, fd);

	assert(fd >= 0);
	if (watch != NULL)
		watch->fd = -1;
}

/* The first three, in this order; watches follow.  poll passes over fd -1. */
enum { TERMINAL, SIGNALS, PICTURES, WATCHES };

static void fill(struct loop *loop, struct pollfd fds[])
{
	fds[TERMINAL] = (struct pollfd){ .events = POLLIN,
		.fd = loop->gone ? -1 : term_fd(loop->term) };
	fds[SIGNALS] = (struct pollfd){ .events = POLLIN,
		.fd = loop->signal_fd };
	fds[PICTURES] = (struct pollfd){ .events = POLLOUT,
		.fd = term_waits(loop->term) ? term_out_fd(loop->term) : -1 };
	for (size_t i = 0; i < LOOP_FDS_MAX; i++)
		fds[WATCHES + i] = (struct pollfd){
			.fd = loop->watches[i].fd,
			.events = loop->watches[i].events };
}

static void read_terminal(struct loop *loop)
{
	unsigned char bytes[LOOP_READ_MAX];
	long n = term_read(loop->term, bytes, sizeof bytes);

	if (n > 0)
		loop->calls->bytes(loop->ctx, bytes, (size_t)n,
		    clock_mono_us());
	else if (n == 0) {
		loop->gone = true;
		loop->calls->signal(loop->ctx, SIGHUP);
	}
}

/* The same size again: there was another one between, and what was shown may
 * be lost. */
static void resize(struct loop *loop)
{
	loop->dirty = true;
	if (term_resize(loop->term))
		loop->calls->resized(loop->ctx);
	else
		term_redraw(loop->term);
}

static void read_signals(struct loop *loop)
{
	struct signalfd_siginfo info;

	while (read(loop->signal_fd, &info, sizeof info) == sizeof info)
		switch (info.ssi_signo) {
		case SIGWINCH:
			resize(loop);
			break;
		case SIGCONT:
			term_resume(loop->term);
			loop->dirty = true;
			break;
		case SIGINT:
			break;
		default:
			loop->calls->signal(loop->ctx, (int)info.ssi_signo);
		}
}

static void run_watches(struct loop *loop, const struct pollfd fds[])
{
	for (size_t i = 0; i < LOOP_FDS_MAX && !loop->stopped; i++) {
		const struct watch *watch = &loop->watches[i];

		if (fds[i].revents != 0 && watch->fd == fds[i].fd)
			watch->fn(watch->ctx, watch->fd, fds[i].revents);
	}
}

/* One poll; true: there was something (besides room for pictures). */
static bool serve(struct loop *loop, const struct timespec *timeout)
{
	struct pollfd fds[WATCHES + LOOP_FDS_MAX];
	int ready;

	fill(loop, fds);
	ready = ppoll(fds, WATCHES + LOOP_FDS_MAX, timeout, NULL);
	if (ready <= 0)
		return false;
	if (fds[PICTURES].revents != 0) {
		term_flush(loop->term);
		ready--;
	}
	if (fds[TERMINAL].revents != 0)
		read_terminal(loop);
	if (fds[SIGNALS].revents != 0)
		read_signals(loop);
	run_watches(loop, fds + WATCHES);
	return ready > 0;
}

/* --- Turning --------------------------------------------------------------- */

static void paint(struct loop *loop)
{
	struct paint all;

	if (!loop->dirty || term_waits(loop->term))
		return;
	loop->dirty = false;
	if (term_begin(loop->term, &all)) {
		loop->calls->paint(loop->ctx, &all);
		term_end(loop->term);
	}
	loop->painted_us = clock_mono_us();
}

/* Serve as long as there is something; false: it did not end in time. */
static bool drain(struct loop *loop)
{
	static const struct timespec at_once = { 0, 0 };
	int64_t begun_us = clock_mono_us();

	while (serve(loop, &at_once)) {
		run_timers(loop);
		if (loop->stopped ||
		    clock_mono_us() - begun_us >= LOOP_BUSY_US)
			return false;
	}
	return true;
}

static void turn(struct loop *loop)
{
	struct timespec room;
	bool drained = drain(loop);

	run_timers(loop);
	if (loop->stopped)
		return;
	paint(loop);
	if (!drained || (loop->dirty && !term_waits(loop->term)))
		return;		/* more input, or painting asked for painting */
	if (!loop->dirty && !is_held(loop))
		term_settled(loop->term);
	serve(loop, patience(loop, &room));
}

int loop_run(struct loop *loop)
{
	loop->stopped = false;
	while (!loop->stopped)
		turn(loop);
	return loop->status;
}

void loop_stop(struct loop *loop, int status)
{
	loop->stopped = true;
	loop->status = status;
}

void loop_dirty(struct loop *loop)
{
	loop->dirty = true;
}

int64_t loop_painted_us(const struct loop *loop)
{
	return loop->painted_us;
}
