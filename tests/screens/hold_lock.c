/*
 * hold_lock.c - another process that writes, for as long as a test wants.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	hold_lock DATABASE FLAG
 *
 * Takes the writer's lock of the database (src/store/lock.c: byte 0 is the
 * turnstile, byte 1 the lock) and keeps it in a process of its own until the
 * file FLAG exists, a minute at most.  Returns when the lock is held.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define LOOK_MS 5
#define LOOKS_MAX (60 * 1000 / LOOK_MS)

static int fail(const char *what)
{
	fprintf(stderr, "hold_lock: %s: %s\n", what, strerror(errno));
	return EXIT_FAILURE;
}

static void keep_until(const char *flag)
{
	const struct timespec pause = { 0, LOOK_MS * 1000000L };

	for (int i = 0; i < LOOKS_MAX && access(flag, F_OK) != 0; i++)
		nanosleep(&pause, NULL);
}

int main(int argc, char **argv)
{
	struct flock both = { .l_type = F_WRLCK, .l_whence = SEEK_SET,
		.l_start = 0, .l_len = 2 };
	char path[4096];
	int fd;
	pid_t child;

	if (argc != 3 || snprintf(path, sizeof path, "%s-lock", argv[1]) >=
	    (int)sizeof path) {
		fputs("usage: hold_lock DATABASE FLAG\n", stderr);
		return 2;
	}
	fd = open(path, O_RDWR | O_CLOEXEC);
	if (fd < 0 || fcntl(fd, F_OFD_SETLK, &both) != 0)
		return fail(path);
	child = fork();
	if (child < 0)
		return fail("fork");
	if (child > 0)
		return EXIT_SUCCESS;
	/* nobody shall wait for what we might still say */
	close(STDIN_FILENO);
	close(STDOUT_FILENO);
	close(STDERR_FILENO);
	keep_until(argv[2]);
	return EXIT_SUCCESS;
}
