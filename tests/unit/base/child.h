/*
 * child.h - run something that ends its process, and see how it ended.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef TESTS_BASE_CHILD_H
#define TESTS_BASE_CHILD_H
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "../unit.h"

struct child_end {
	int status;		/* as waitpid gives it */
	char errors[1024];	/* the beginning of what it wrote to stderr */
};

/* Run act in a child; the child ends with 0 when act returns. */
static struct child_end child_run(void (*act)(void))
{
	struct child_end end = { 0 };
	size_t n = 0;
	ssize_t got;
	int ends[2];
	pid_t pid;

	assert_int_equal(pipe(ends), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		dup2(ends[1], STDERR_FILENO);
		close(ends[0]);
		act();
		_exit(0);
	}
	close(ends[1]);
	while ((got = read(ends[0], end.errors + n,
	    sizeof end.errors - 1 - n)) > 0)
		n += (size_t)got;
	close(ends[0]);
	assert_int_equal(waitpid(pid, &end.status, 0), pid);
	return end;
}

static inline void assert_exited(const struct child_end *end, int status)
{
	assert_true(WIFEXITED(end->status));
	assert_int_equal(WEXITSTATUS(end->status), status);
}
#endif
