/*
 * fault.c - faults on purpose, for tests.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each point counts how often it is passed while it is armed; it is due when
 * the count meets the number it was armed with.  A variable that cannot be
 * read ends the process: a test that only seems to inject a fault is worse
 * than none.
 */
#include "base/fault.h"
#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define EXIT_USAGE 2

static const char *const point_names[FAULT_POINTS] = {
	[FAULT_ALLOC] = "alloc",
	[FAULT_WRITE] = "write",
	[FAULT_SYNC] = "sync",
	[FAULT_FULL] = "full",
	[FAULT_KILL] = "kill",
	[FAULT_STEP] = "step",
};

static struct {
	long n;			/* 0: not armed */
	long passed;
} points[FAULT_POINTS];

/* Read one "name:n" of text; returns what follows it, or NULL. */
static const char *arm_from(const char *text)
{
	for (int p = 0; p < FAULT_POINTS; p++) {
		size_t len = strlen(point_names[p]);
		char *end;
		long n;

		if (strncmp(text, point_names[p], len) != 0 || text[len] != ':')
			continue;
		errno = 0;
		n = strtol(text + len + 1, &end, 10);
		if (errno != 0 || end == text + len + 1 || n < 1)
			return NULL;
		fault_arm((enum fault_point)p, n);
		return end;
	}
	return NULL;
}

void fault_start(void)
{
	const char *all = getenv("DOCKLEDGER_FAULT");
	const char *rest = all;

	while (rest != NULL && *rest != '\0') {
		rest = arm_from(rest);
		if (rest != NULL && *rest == ',')
			rest++;
		else if (rest == NULL || *rest != '\0') {
			fprintf(stderr, "dockledger: DOCKLEDGER_FAULT is not "
			    "understood: \"%s\" (write POINT:N, POINT one of "
			    "alloc write sync full kill step)\n", all);
			exit(EXIT_USAGE);
		}
	}
}

bool fault_due(enum fault_point p)
{
	assert(p >= 0 && p < FAULT_POINTS);
	if (points[p].n == 0)
		return false;
	points[p].passed++;
	if (p == FAULT_FULL)	/* a disk stays full */
		return points[p].passed >= points[p].n;
	if (points[p].passed != points[p].n)
		return false;
	if (p == FAULT_KILL || p == FAULT_STEP)
		kill(getpid(), SIGKILL);
	return true;
}

bool fault_is_next(enum fault_point p)
{
	assert(p >= 0 && p < FAULT_POINTS);
	return points[p].n > 0 && points[p].passed + 1 == points[p].n;
}

void fault_arm(enum fault_point p, long n)
{
	assert(p >= 0 && p < FAULT_POINTS);
	assert(n >= 0);
	points[p].n = n;
	points[p].passed = 0;
}

long fault_passed(enum fault_point p)
{
	assert(p >= 0 && p < FAULT_POINTS);
	return points[p].passed;
}
