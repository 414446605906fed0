/*
 * host.c - processes that are timed, and files.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/clock.h"
#include "bench.h"

static void
become(const char *const argv[], const char *in, const char *out)
{
	int from = open(in == NULL ? "/dev/null" : in, O_RDONLY);
	int to = out == NULL ? open("/dev/null", O_WRONLY) :
	    open(out, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (from < 0 || to < 0 || dup2(from, 0) < 0 || dup2(to, 1) < 0)
		_exit(126);
	execvp(argv[0], (char *const *)argv);
	_exit(127);
}

void
child_run(struct child *c, const char *const argv[], const char *in,
    const char *out)
{
	int64_t begun = clock_mono_us();
	pid_t pid = fork();

	if (pid == 0)
		become(argv, in, out);
	if (pid < 0 || wait4(pid, &c->status, 0, &c->used) != pid)
		bench_stop("could not run %s: %s", argv[0], strerror(errno));
	c->us = (double)(clock_mono_us() - begun);
}

void
child_must(struct child *c, const char *const argv[], const char *in)
{
	child_run(c, argv, in, NULL);
	if (!WIFEXITED(c->status) || WEXITSTATUS(c->status) != 0)
		bench_stop("%s %s ended with %d", argv[0], argv[3],
		    WEXITSTATUS(c->status));
}

void
file_path(const struct bench *b, const char *name, char out[600])
{
	snprintf(out, 600, "%s/%s", b->folder, name);
}

int64_t
file_bytes(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 ? (int64_t)st.st_size : 0;
}

void
folder_remove(const char *path)
{
	DIR *dir = opendir(path);
	const struct dirent *entry;
	char file[1200];

	if (dir == NULL)
		return;
	while ((entry = readdir(dir)) != NULL) {
		snprintf(file, sizeof file, "%s/%s", path, entry->d_name);
		if (entry->d_name[0] != '.')
			unlink(file);
	}
	closedir(dir);
	rmdir(path);
}
