/*
 * loop.h - wait for bytes, time and signals; paint before waiting.
 * SPDX-License-Identifier: Apache-2.0
 *
 * One turn: wait in poll(), then read what has come from everywhere and run
 * its callbacks until nothing more is there (for at most LOOP_BUSY_US), run
 * the timers that are due, and paint once if anybody called loop_dirty.
 * Input goes before painting always: 50 scans in one write are one picture.
 *
 * Callbacks run inside loop_run, one after the other, never nested.
 *
 * Signals: TERM, HUP, INT, WINCH, CONT are blocked from loop_new to loop_free.
 * TERM and HUP come as a callback, which should save and loop_stop; INT does
 * nothing (a station is not ended by Ctrl-C); after WINCH and CONT everything
 * is drawn anew.
 */
#ifndef TERM_LOOP_H
#define TERM_LOOP_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/err.h"
#include "term/paint.h"

struct term;
struct loop;
struct loop_timer;

#define LOOP_BUSY_US 50000	/* painting waits for input no longer than this */
#define LOOP_READ_MAX 4096	/* bytes a callback gets at most */

/* What the loop tells its owner.  None may be NULL. */
struct loop_calls {
	/* Bytes of the terminal and the time they were read. */
	void (*bytes)(void *ctx, const void *bytes, size_t n, int64_t t_us);
	/* The terminal has another size; the picture is dirty already. */
	void (*resized)(void *ctx);
	/* SIGTERM or SIGHUP; a terminal that is gone counts as SIGHUP. */
	void (*signal)(void *ctx, int signo);
	/* Draw everything onto a blank canvas. */
	void (*paint)(void *ctx, const struct paint *paint);
};

struct loop *loop_new(struct term *term, const struct loop_calls *calls,
    void *ctx, struct err *err) MUST_CHECK;
void loop_free(struct loop *loop);	/* stops all timers; NULL: nothing */

/* Turn until loop_stop; returns its status. */
int loop_run(struct loop *loop);
void loop_stop(struct loop *loop, int status);
/* What is shown is out of date. */
void loop_dirty(struct loop *loop);
/* When the last picture was queued (clock_mono_us), 0: never. */
int64_t loop_painted_us(const struct loop *loop);

/*
 * A timer calls fn once, at or after at_us (clock_mono_us); it may be set
 * again from there.  The loop owns it.  A holding timer stands for input that
 * was read and has had no effect yet (a burst that may go on, a lone ESC):
 * while one is set, tests are not told that the screen is settled.
 */
struct loop_timer *loop_timer_new(struct loop *loop,
    void (*fn)(void *ctx, int64_t now_us), void *ctx);
void loop_timer_set(struct loop_timer *timer, int64_t at_us);
void loop_timer_hold(struct loop_timer *timer, int64_t at_us);
void loop_timer_stop(struct loop_timer *timer);
bool loop_timer_is_set(const struct loop_timer *timer);

/* Another descriptor: fn is called with poll's revents while it is watched.
 * events as for poll(2).  One watch a descriptor, at most LOOP_FDS_MAX. */
#define LOOP_FDS_MAX 16
void loop_watch(struct loop *loop, int fd, short events,
    void (*fn)(void *ctx, int fd, short revents), void *ctx);
void loop_unwatch(struct loop *loop, int fd);
#endif
