/*
 * agent_start.c - the worker in the background, started when none is here.
 * SPDX-License-Identifier: Apache-2.0
 *
 * It is this program again, in a session of its own and nobody's child, so
 * that it outlives the terminal that started it.  Two that start at once do no
 * harm: the second finds the mark of the first and ends.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "app/agent_start.h"
#include "base/xalloc.h"
#include "ledger/print_outbox.h"

#define ARGUMENTS 8
#define EXIT_NOT_STARTED 127

bool
agent_is_here(struct app *app)
{
	return store_is_marked(ledger_store(app->ledger), STORE_MARK_WORKER);
}

/* Paths as they are from the root: the worker leaves this folder. */
static void
arguments(const struct app *app, char *argv[ARGUMENTS])
{
	size_t n = 0;

	argv[n++] = xstrdup("dockledger");
	argv[n++] = xstrdup("--db");
	argv[n++] = realpath(store_path(ledger_store(app->ledger)), NULL);
	if (app->settings.file[0] != '\0') {
		argv[n++] = xstrdup("--config");
		argv[n++] = realpath(app->settings.file, NULL);
	}
	argv[n++] = xstrdup("agent");
	argv[n++] = xstrdup("--while-screens");
	argv[n] = NULL;
}

/* In the child: away from the terminal, and become the worker. */
static void
become(char *const argv[])
{
	int nothing = open("/dev/null", O_RDWR);
	sigset_t none;

	if (setsid() < 0 || fork() != 0)
		_exit(0);
	if (nothing < 0 || chdir("/") != 0)
		_exit(EXIT_NOT_STARTED);
	for (int fd = 0; fd <= 2; fd++)
		dup2(nothing, fd);
	if (nothing > 2)
		close(nothing);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	execv("/proc/self/exe", argv);
	_exit(EXIT_NOT_STARTED);
}

static bool
start(const struct app *app, struct err *err)
{
	char *argv[ARGUMENTS] = { NULL };
	pid_t child;

	arguments(app, argv);
	child = fork();
	if (child == 0)
		become(argv);
	for (size_t i = 0; argv[i] != NULL; i++)
		free(argv[i]);
	if (child < 0) {
		err_set(err, ERR_ENV, "could not start the worker that prints");
		err_detail(err, "%s", strerror(errno));
		return err_hint(err, "Labels wait; start it with 'dockledger agent'.");
	}
	while (waitpid(child, NULL, 0) < 0 && errno == EINTR)
		;
	return true;
}

bool
agent_ensure(struct app *app, struct err *err)
{
	struct print_counts counts;

	if (!app->settings.print.worker || agent_is_here(app))
		return true;
	if (!ledger_print_counts(app->ledger, &counts, err))
		return false;
	if (app->settings.print.n == 0 && counts.waiting + counts.on_way == 0)
		return true;
	return start(app, err);
}
