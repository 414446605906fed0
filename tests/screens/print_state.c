/*
 * print_state.c - what a worker that prints would have written.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	print_state DATABASE label ID STATE WORDS	given to a printer once
 *	print_state DATABASE printer NAME STATE WORDS
 *	print_state DATABASE worker FLAG	a worker is here until FLAG exists,
 *						a minute at most
 *
 * STATE is a number of store/print_state.h.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "base/clock.h"
#include "base/seal.h"
#include "store/print_state.h"
#include "store/store.h"

#define LOOK_MS 5
#define LOOKS_MAX (60 * 1000 / LOOK_MS)

static int fail(const struct err *err)
{
	fprintf(stderr, "print_state: %s\n", err->what);
	return EXIT_FAILURE;
}

static bool put_label(struct store *s, int64_t id, int64_t state,
    const char *words, struct err *err)
{
	int64_t now = clock_wall_ms(), job;
	char name[32];

	snprintf(name, sizeof name, "job %lld of %lld", (long long)id,
	    (long long)now);
	if (!store_run(s, Q_PRINT_JOB_ADD, err, "tttii", name, "units", "zebra",
	    (int64_t)1, now))
		return false;
	job = store_last_id(s);
	return store_run(s, Q_PRINT_LABEL_TAKE, err, "iiti", id, job, "units",
	    now) && store_run(s, Q_PRINT_JOB_LABELS_GIVEN, err, "ii", job, now) &&
	    store_run(s, Q_PRINT_LABEL_SET, err, "iiti", id, state, words, now);
}

static bool put(struct store *s, char **argv, struct err *err)
{
	int64_t state = strtoll(argv[4], NULL, 10);

	if (strcmp(argv[2], "label") == 0)
		return put_label(s, strtoll(argv[3], NULL, 10), state, argv[5], err);
	return store_run(s, Q_PRINT_PRINTER_PUT, err, "ttiti", argv[3], argv[3],
	    state, argv[5], clock_wall_ms());
}

/* The mark goes with the process that put it there. */
static int be_worker(const char *database, const char *flag)
{
	const struct timespec pause = { 0, LOOK_MS * 1000000L };
	int ready[2];
	struct store *s;
	struct err err;
	char ok = 0;

	if (pipe(ready) != 0)
		return EXIT_FAILURE;
	if (fork() > 0) {
		close(ready[1]);
		return read(ready[0], &ok, 1) == 1 && ok ? EXIT_SUCCESS :
		    EXIT_FAILURE;
	}
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		close(fd);
	ok = store_open(&s, database, STORE_OPEN, 0, &err) &&
	    store_mark(s, STORE_MARK_WORKER);
	if (write(ready[1], &ok, 1) != 1 || !ok)
		return EXIT_FAILURE;
	close(ready[1]);
	for (int i = 0; i < LOOKS_MAX && access(flag, F_OK) != 0; i++)
		nanosleep(&pause, NULL);
	store_close(s);
	return EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
	struct store *s;
	struct err err;
	bool ok;

	if (!seal_start(&err))
		return fail(&err);
	if (argc == 4 && strcmp(argv[2], "worker") == 0)
		return be_worker(argv[1], argv[3]);
	if (argc != 6) {
		fputs("usage: print_state DATABASE label|printer NAME STATE WORDS\n",
		    stderr);
		return 2;
	}
	if (!store_open(&s, argv[1], STORE_OPEN, 0, &err))
		return fail(&err);
	ok = store_begin(s, -1, &err) && put(s, argv, &err) &&
	    store_commit(s, &err);
	store_close(s);
	return ok ? EXIT_SUCCESS : fail(&err);
}
