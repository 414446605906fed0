/*
 * file.c - paths and whole files.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A new file counts as made when its bytes and its name in the folder are
 * both on the disk; anything less is taken away again.
 */
#include "base/file.h"
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/xalloc.h"

#define CHUNK 16384

/* Says what could not be done with path, by errno. */
static bool fail(struct err *err, const char *act, const char *path)
{
	int why = errno;

	err_set(err, why == ENOENT ? ERR_ABSENT : ERR_ENV,
	    "could not %s \"%s\"", act, path);
	return err_detail(err, "%s", strerror(why));
}

static ssize_t read_some(int fd, char *bytes, size_t n)
{
	ssize_t got;

	do
		got = read(fd, bytes, n);
	while (got < 0 && errno == EINTR);
	return got;
}

/* Append what is left in fd to out. */
static bool read_rest(int fd, const char *path, size_t limit, struct str *out,
    struct err *err)
{
	char bytes[CHUNK];
	size_t total = 0;
	ssize_t got;

	while ((got = read_some(fd, bytes, sizeof bytes)) > 0) {
		total += (size_t)got;
		if (total > limit) {
			err_set(err, ERR_INPUT, "file \"%s\" is too large", path);
			return err_detail(err, "at most %zu bytes are read", limit);
		}
		str_addn(out, bytes, (size_t)got);
	}
	return got == 0 || fail(err, "read", path);
}

bool file_read(const char *path, size_t limit, struct str *out, struct err *err)
{
	size_t before = out->len;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool ok;

	if (fd < 0)
		return fail(err, "open", path);
	ok = read_rest(fd, path, limit, out, err);
	if (!ok)
		str_truncate(out, before);
	close(fd);
	return ok;
}

static bool write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t put = write(fd, bytes, n);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return false;
		bytes += put;
		n -= (size_t)put;
	}
	return true;
}

static bool sync_folder_of(const char *path)
{
	struct str folder;
	bool ok;
	int fd;

	str_init(&folder);
	file_folder(path, &folder);
	fd = open(folder.p, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	str_done(&folder);
	if (fd < 0)
		return false;
	ok = fsync(fd) == 0;
	close(fd);
	return ok;
}

bool file_create(const char *path, int mode, const void *bytes, size_t n,
    struct err *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
	    (mode_t)mode);
	bool ok;

	if (fd < 0 && errno == EEXIST) {
		err_set(err, ERR_CLASH, "file \"%s\" is there already", path);
		return err_hint(err, "name another file, or move this one away");
	}
	if (fd < 0)
		return fail(err, "make", path);
	/* The mode given is meant; the umask may have taken from it. */
	ok = fchmod(fd, (mode_t)mode) == 0 && write_all(fd, bytes, n) &&
	    fsync(fd) == 0;
	ok = ok && sync_folder_of(path);
	if (!ok) {
		fail(err, "write", path);
		unlink(path);
	}
	close(fd);
	return ok;
}

bool file_replace(const char *path, int mode, const void *bytes, size_t n,
    struct err *err)
{
	struct str part;
	bool ok;

	str_init(&part);
	str_addf(&part, "%s.part", path);
	unlink(part.p);
	ok = file_create(part.p, mode, bytes, n, err);
	if (ok && rename(part.p, path) != 0) {
		ok = fail(err, "write", path);
		unlink(part.p);
	}
	str_done(&part);
	return ok;
}

bool file_exists(const char *path)
{
	return access(path, F_OK) == 0;
}

static bool make_one(const char *path, int mode, struct err *err)
{
	struct stat st;

	if (mkdir(path, (mode_t)mode) == 0)
		return true;
	if (errno != EEXIST)
		return fail(err, "make folder", path);
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return true;
	err_set(err, ERR_CLASH, "\"%s\" is not a folder", path);
	return err_hint(err, "name another folder, or move this file away");
}

bool file_make_folder(const char *path, int mode, struct err *err)
{
	struct str part;
	bool ok = true;

	str_init(&part);
	for (size_t i = 0; ok && path[i] != '\0'; i++) {
		bool ends = path[i] != '/' &&
		    (path[i + 1] == '/' || path[i + 1] == '\0');

		str_addc(&part, path[i]);
		if (ends)
			ok = make_one(part.p, mode, err);
	}
	str_done(&part);
	return ok;
}

void file_folder(const char *path, struct str *out)
{
	size_t n = strlen(path);

	while (n > 1 && path[n - 1] == '/')	/* "a/b/" is b in a */
		n--;
	while (n > 0 && path[n - 1] != '/')
		n--;
	while (n > 1 && path[n - 1] == '/')
		n--;
	if (n == 0)
		str_add(out, ".");
	else
		str_addn(out, path, n);
}
