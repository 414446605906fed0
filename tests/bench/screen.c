/*
 * screen.c - the station on a terminal: its first picture, and a burst.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A picture is there when the program has written and then waits.
 */
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/clock.h"
#include "bench.h"

#define QUIET_MS 60
#define PATIENCE_MS 20000
#define STARTS 9
#define BURST 50

struct terminal { pid_t pid; int fd; };

static void
start(struct bench *b, struct terminal *t)
{
	struct winsize size = { .ws_row = 24, .ws_col = 80 };

	t->pid = forkpty(&t->fd, NULL, NULL, &size);
	if (t->pid < 0)
		bench_stop("no pseudo terminal: %s", strerror(errno));
	if (t->pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		execl(b->program, b->program, "--db", b->large, (char *)NULL);
		_exit(127);
	}
}

/* Read until nothing has come for QUIET_MS; when did the last byte come? */
static int64_t
settle(struct terminal *t)
{
	char bytes[65536];
	struct pollfd p = { .fd = t->fd, .events = POLLIN };
	int64_t last = 0;
	int wait_ms = PATIENCE_MS;

	while (poll(&p, 1, wait_ms) > 0) {
		if (read(t->fd, bytes, sizeof bytes) <= 0)
			break;
		last = clock_mono_us();
		wait_ms = QUIET_MS;
	}
	if (last == 0)
		bench_stop("the station showed nothing");
	return last;
}

static double
resident_kib(pid_t pid)
{
	char path[64], line[256];
	double kib = 0;
	FILE *f;

	snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
	f = fopen(path, "r");
	while (f != NULL && fgets(line, sizeof line, f) != NULL)
		if (strncmp(line, "VmRSS:", 6) == 0)
			kib = strtod(line + 6, NULL);
	if (f != NULL)
		fclose(f);
	return kib;
}

static void
stop(struct terminal *t)
{
	kill(t->pid, SIGTERM);
	waitpid(t->pid, NULL, 0);
	close(t->fd);
}

void
measure_screen(struct bench *b)
{
	struct terminal t;
	struct samples s;
	double kib = 0;

	samples_init(&s, STARTS);
	for (int i = 0; i < STARTS; i++) {
		int64_t begun = clock_mono_us();

		start(b, &t);
		samples_add(&s, (double)(settle(&t) - begun));
		kib = resident_kib(t.pid);
		stop(&t);
	}
	bench_head("The full-screen station on the large file");
	bench_row("start to first picture, median", bench_time(samples_at(&s, 0.5)),
	    "", 0, "100 ms");
	bench_row("  memory resident then", bench_size(kib), "", 0, "64 MiB");
	samples_done(&s);
}

static void
key(struct terminal *t, const char *bytes, size_t n)
{
	if (write(t->fd, bytes, n) != (ssize_t)n)
		bench_stop("the terminal took not all of %zu bytes", n);
}

/* How many units the order has by now, as the program says. */
static long
received(struct bench *b, const char *from, const char *to)
{
	char path[600], line[64] = "";
	const char *argv[] = { b->program, "--db", b->large, "units", "--item",
	    "ITEM-00", "--from", from, "--to", to, "--count", NULL };
	struct child c;
	FILE *f;

	file_path(b, "count", path);
	child_run(&c, argv, NULL, path);
	f = fopen(path, "r");
	if (c.status != 0 || f == NULL || fgets(line, sizeof line, f) == NULL)
		bench_stop("units --count failed");
	fclose(f);
	return strtol(line, NULL, 10);
}

void
measure_burst(struct bench *b)
{
	static char burst[BURST * 16];
	char from[16], to[16], what[80];
	size_t n = 0;
	struct terminal t;
	int64_t begun;
	double us;

	start(b, &t);
	settle(&t);
	key(&t, "\r", 1);		/* the owner of the file, no badge yet */
	settle(&t);
	key(&t, BENCH_ORDER "\r", sizeof BENCH_ORDER);
	settle(&t);
	key(&t, "ITEM-00\r", 8);
	settle(&t);
	snprintf(from, sizeof from, "B%09d", b->serial);
	for (int i = 0; i < BURST; i++) {
		snprintf(to, sizeof to, "B%09d", b->serial++);
		n += (size_t)snprintf(burst + n, sizeof burst - n, "%s\r", to);
	}
	begun = clock_mono_us();
	key(&t, burst, n);
	us = (double)(settle(&t) - begun);
	stop(&t);
	bench_head("A burst of scans in one write to the terminal");
	snprintf(what, sizeof what, "%ld of %d scans booked", received(b, from, to),
	    BURST);
	bench_row(what, bench_time(us), "", 0, "none lost");
}
