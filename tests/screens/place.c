/*
 * place.c - the folder, environment and terminal description of one test.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/xalloc.h"
#include "place.h"

/* --- Folder and environment ------------------------------------------------ */

/* Kept from the caller: to find programs and to build reports. */
static const char *const inherited[] = { "PATH", "ASAN_OPTIONS",
	"UBSAN_OPTIONS", "LSAN_OPTIONS", "GCOV_PREFIX", "GCOV_PREFIX_STRIP",
	"DOCKLEDGER_SRCDIR", "DOCKLEDGER_BUILDDIR", "DOCKLEDGER_SANITIZED",
	"DOCKLEDGER_CORPUS" };

static const char *const fixed[] = { "TZ=UTC", "LC_ALL=C.UTF-8",
	"DOCKLEDGER_SYNC=1" };

static void env_in_folder(struct place *place, const char *name,
    const char *below)
{
	char setting[128];

	str_print(setting, sizeof setting, "%s=%s%s", name, place->folder,
	    below);
	place_env(place, setting);
}

bool place_init(struct place *place)
{
	memset(place, 0, sizeof *place);
	str_init(&place->terminfo);
	str_copy(place->folder, sizeof place->folder, "/tmp/screens-XXXXXX");
	if (mkdtemp(place->folder) == NULL)
		return false;
	for (size_t i = 0; i < sizeof inherited / sizeof inherited[0]; i++) {
		const char *value = getenv(inherited[i]);
		char setting[4096];

		if (value == NULL)
			continue;
		str_print(setting, sizeof setting, "%s=%s", inherited[i],
		    value);
		place_env(place, setting);
	}
	for (size_t i = 0; i < sizeof fixed / sizeof fixed[0]; i++)
		place_env(place, fixed[i]);
	env_in_folder(place, "HOME", "");
	env_in_folder(place, "XDG_DATA_HOME", "/data");
	env_in_folder(place, "XDG_CONFIG_HOME", "/config");
	return true;
}

static int remove_one(const char *path, const struct stat *st, int kind,
    struct FTW *ftw)
{
	(void)st, (void)kind, (void)ftw;
	return remove(path);
}

void place_done(struct place *place, bool keep)
{
	if (keep)
		fprintf(stderr, "kept: %s\n", place->folder);
	else
		nftw(place->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	for (size_t i = 0; i < place->env.n; i++)
		free(place->env.at[i]);
	vec_done(&place->env);
	str_done(&place->terminfo);
}

void place_env(struct place *place, const char *setting)
{
	size_t n = strcspn(setting, "=");

	for (size_t i = 0; i < place->env.n; i++)
		if (strncmp(place->env.at[i], setting, n) == 0 &&
		    place->env.at[i][n] == '=') {
			free(place->env.at[i]);
			place->env.at[i] = xstrdup(setting);
			return;
		}
	*vec_push(&place->env) = xstrdup(setting);
}

const char *place_env_get(const struct place *place, const char *name)
{
	size_t n = strlen(name);

	for (size_t i = 0; i < place->env.n; i++)
		if (strncmp(place->env.at[i], name, n) == 0 &&
		    place->env.at[i][n] == '=')
			return place->env.at[i] + n + 1;
	return NULL;
}

/* --- Programs without a terminal ------------------------------------------- */

void place_program(const char *name, struct str *out)
{
	const char *build = getenv("DOCKLEDGER_BUILDDIR");

	if (strchr(name, '/') != NULL && name[0] != '/' &&
	    !str_starts(name, "./"))
		str_addf(out, "%s/", build != NULL ? build : ".");
	str_add(out, name);
}

static void become(const struct place *place, char *const argv[], int in,
    int out)
{
	char **env = xcalloc(place->env.n + 1, sizeof *env);

	memcpy(env, place->env.at, place->env.n * sizeof *env);
	dup2(in, STDIN_FILENO);
	dup2(out, STDOUT_FILENO);
	dup2(out, STDERR_FILENO);
	if (chdir(place->folder) == 0)
		execvpe(argv[0], argv, env);
	dprintf(STDERR_FILENO, "%s: %s\n", argv[0], strerror(errno));
	_exit(127);
}

/* A file in memory that holds text, at its start. */
static int file_of(const struct str *text)
{
	FILE *file = tmpfile();
	int fd;

	if (file == NULL)
		return -1;
	if (text != NULL)
		fwrite(text->p, 1, text->len, file);
	fflush(file);
	fd = fcntl(fileno(file), F_DUPFD_CLOEXEC, 3);
	fclose(file);
	if (fd >= 0)
		lseek(fd, 0, SEEK_SET);
	return fd;
}

int place_filter(const struct place *place, char *const argv[],
    const struct str *in, struct str *out)
{
	int input = file_of(in), output = file_of(NULL), status = -1;
	char bytes[4096];
	ssize_t n;
	pid_t pid;

	if (input < 0 || output < 0)
		return -1;
	pid = fork();
	if (pid == 0)
		become(place, argv, input, output);
	if (pid > 0)
		waitpid(pid, &status, 0);
	lseek(output, 0, SEEK_SET);
	while ((n = read(output, bytes, sizeof bytes)) > 0)
		str_addn(out, bytes, (size_t)n);
	close(input);
	close(output);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int place_do(const struct place *place, char *const argv[], struct str *out)
{
	return place_filter(place, argv, NULL, out);
}

/* --- The terminal's description -------------------------------------------- */

/* infocmp -1 writes one capability a line. */
static void without_rep(const struct str *from, struct str *to)
{
	const char *line = from->p;

	while (*line != '\0') {
		size_t n = strcspn(line, "\n");

		if (!str_starts(line, "\trep="))
			str_addf(to, "%.*s\n", (int)n, line);
		line += n + (line[n] == '\n' ? 1 : 0);
	}
}

bool place_term(struct place *place, const char *name)
{
	char folder[80], setting[80];
	char *infocmp[] = { (char[]){ "infocmp" }, (char[]){ "-1" },
		(char[]){ "-x" }, xstrdup(name), NULL };
	char *tic[] = { (char[]){ "tic" }, (char[]){ "-x" },
		(char[]){ "-o" }, folder, (char[]){ "-" }, NULL };
	struct str described, said;
	int status;

	str_init(&described);
	str_init(&said);
	str_print(setting, sizeof setting, "TERM=%s", name);
	str_print(folder, sizeof folder, "%s/terminfo", place->folder);
	str_copy(place->term, sizeof place->term, name);
	status = place_do(place, infocmp, &described);
	place_env(place, setting);
	str_clear(&place->terminfo);
	if (status == 0) {
		without_rep(&described, &place->terminfo);
		mkdir(folder, 0700);
		status = place_filter(place, tic, &place->terminfo, &said);
		env_in_folder(place, "TERMINFO", "/terminfo");
	} else if (status == 1) {
		status = 0;		/* nobody knows it */
	}
	if (status != 0)
		fprintf(stderr, "%s%s", described.p, said.p);
	free(infocmp[3]);
	str_done(&described);
	str_done(&said);
	return status == 0;
}

/* --- Keys ------------------------------------------------------------------ */

/* What a key sends by terminfo, and where terminfo is silent. */
static const struct { const char *name, *capability, *otherwise; } keys[] = {
	{ "F1", "kf1", "\033OP" }, { "F2", "kf2", "\033OQ" },
	{ "F3", "kf3", "\033OR" }, { "F4", "kf4", "\033OS" },
	{ "F5", "kf5", "\033[15~" }, { "F6", "kf6", "\033[17~" },
	{ "F7", "kf7", "\033[18~" }, { "F8", "kf8", "\033[19~" },
	{ "F9", "kf9", "\033[20~" }, { "F10", "kf10", "\033[21~" },
	{ "F11", "kf11", "\033[23~" }, { "F12", "kf12", "\033[24~" },
	{ "Up", "kcuu1", "\033[A" }, { "Down", "kcud1", "\033[B" },
	{ "Right", "kcuf1", "\033[C" }, { "Left", "kcub1", "\033[D" },
	{ "Home", "khome", "\033[H" }, { "End", "kend", "\033[F" },
	{ "PgUp", "kpp", "\033[5~" }, { "PgDn", "knp", "\033[6~" },
	{ "Insert", "kich1", "\033[2~" }, { "Delete", "kdch1", "\033[3~" },
	{ "Backspace", "kbs", "\177" }, { "BackTab", "kcbt", "\033[Z" },
	{ "Enter", "", "\r" }, { "Tab", "", "\t" }, { "Esc", "", "\033" },
	{ "Space", "", " " },
};

/* The value of a capability in infocmp's notation: \E, ^H, octal. */
static bool add_capability(const char *terminfo, const char *name,
    struct str *out)
{
	char line[64];
	const char *p;

	str_print(line, sizeof line, "\n\t%s=", name);
	p = strstr(terminfo, line);
	if (p == NULL)
		return false;
	for (p += strlen(line); *p != ',' && *p != '\0'; p++) {
		if (p[0] == '\\' && p[1] == 'E') {
			str_addc(out, '\033');
			p++;
		} else if (p[0] == '\\' && p[1] >= '0' && p[1] <= '3') {
			str_addc(out, (char)strtol(p + 1, NULL, 8));
			p += 3;
		} else if (p[0] == '^') {
			str_addc(out, p[1] == '?' ? '\177' :
			    (char)(p[1] & 0x1F));
			p++;
		} else {
			str_addc(out, *p);
		}
	}
	return true;
}

bool place_key(const struct place *place, const char *name, struct str *out)
{
	if (str_starts(name, "Ctrl-") && strlen(name) == 6) {
		str_addc(out, (char)(name[5] & 0x1F));
		return true;
	}
	if (str_starts(name, "Alt-") && strlen(name) == 5) {
		str_addc(out, '\033');
		str_addc(out, name[4]);
		return true;
	}
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		if (strcasecmp(keys[i].name, name) != 0)
			continue;
		if (!add_capability(place->terminfo.p, keys[i].capability, out))
			str_add(out, keys[i].otherwise);
		return true;
	}
	return false;
}
