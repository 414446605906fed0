/*
 * sound.c - what a verdict sounds like.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A pattern is a row of beeps; on a terminal with one tone only their number
 * and spacing is heard.  The Linux console is told pitch and length before
 * each bell (console_codes(4)) and given its defaults back after the last.
 */
#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/str.h"
#include "base/xalloc.h"
#include "term/sound.h"
#include "term/term.h"

#define ARGUMENTS_MAX 16
#define VT_DEFAULT "\033[10]\033[11]"

extern char **environ;

/* bells: how often a plain terminal rings; 0 leaves a good scan to the
 * scanner's own beep.  tones: what the console plays. */
static const struct pattern {
	const char *name;
	int bells, tones;
	int hz, length_ms, every_ms;
} patterns[SOUND_COUNT] = {
	[SOUND_GOOD] = { "good", 0, 1, 880, 80, 140 },
	[SOUND_BAD] = { "bad", 3, 3, 220, 300, 400 },
	[SOUND_DONE] = { "done", 2, 2, 1175, 90, 180 },
	[SOUND_WARN] = { "warn", 1, 1, 440, 250, 300 },
	[SOUND_TICK] = { "tick", 0, 1, 660, 20, 60 },
};

struct sounds {
	struct term *term;	/* NULL: there is none to ring on */
	enum sound_mode mode;
	int pipe;		/* the command's standard input, or -1 */
	pid_t pid;
	const struct pattern *playing;
	int left;		/* beeps still to come */
	int64_t next_us;
};

const char *sound_name(enum sound sound)
{
	assert(sound < SOUND_COUNT);
	return patterns[sound].name;
}

enum sound_mode sound_mode_of(const char *term_name)
{
	return strcmp(term_name, "linux") == 0 ||
	    str_starts(term_name, "linux-") ? SOUND_VT : SOUND_BEL;
}

static enum sound_mode own_mode(const struct sounds *sounds)
{
	return sounds->term == NULL ? SOUND_NONE :
	    sound_mode_of(term_name(sounds->term));
}

/* --- The command ----------------------------------------------------------- */

/* line is divided in place. */
static void divide(char *line, char *arguments[ARGUMENTS_MAX + 1])
{
	size_t n = 0;
	char *rest = line, *one;

	while (n < ARGUMENTS_MAX && (one = strsep(&rest, " ")) != NULL)
		if (one[0] != '\0')
			arguments[n++] = one;
	arguments[n] = NULL;
}

/* The child has a quiet standard output and no signal blocked or ignored. */
static int spawn(pid_t *pid, char *arguments[], int input)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	sigset_t none, all;
	int fault;

	sigemptyset(&none);
	sigfillset(&all);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
	posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null",
	    1, 0);	/* O_WRONLY */
	posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setsigdefault(&attributes, &all);
	posix_spawnattr_setpgroup(&attributes, 0);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK |
	    POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
	fault = posix_spawnp(pid, arguments[0], &files, &attributes, arguments,
	    environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&files);
	return fault;
}

/* A socket rather than a pipe: writing to it can be told not to raise
 * SIGPIPE. */
static bool start_command(struct sounds *sounds, const char *command,
    struct err *err)
{
	char *arguments[ARGUMENTS_MAX + 1], *line = xstrdup(command);
	int ends[2], fault;

	divide(line, arguments);
	if (arguments[0] == NULL) {
		free(line);
		return err_set(err, ERR_INPUT, "sound command is empty");
	}
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
		free(line);
		return err_set(err, ERR_ENV, "no socket for the sound command");
	}
	fault = spawn(&sounds->pid, arguments, ends[1]);
	close(ends[1]);
	sounds->pipe = ends[0];
	if (fault != 0) {
		sounds->pid = 0;
		err_set(err, ERR_ENV, "could not start sound command \"%s\": %s",
		    arguments[0], strerror(fault));
	}
	free(line);
	return fault == 0;
}

static void stop_command(struct sounds *sounds)
{
	if (sounds->pipe >= 0)
		close(sounds->pipe);
	sounds->pipe = -1;
	if (sounds->pid > 0) {
		kill(sounds->pid, SIGTERM);
		while (waitpid(sounds->pid, NULL, 0) < 0 && errno == EINTR)
			;
	}
	sounds->pid = 0;
}

/* One that has no room is one that does not keep up: the sound is late
 * already and is left out.  One that is gone is replaced by bells. */
static void tell_command(struct sounds *sounds, const struct pattern *pattern)
{
	char line[16];

	str_print(line, sizeof line, "%s\n", pattern->name);
	if (send(sounds->pipe, line, strlen(line),
	    MSG_NOSIGNAL | MSG_DONTWAIT) >= 0 || errno == EAGAIN)
		return;
	stop_command(sounds);
	sounds->mode = own_mode(sounds);
}

bool sound_command_lives(const struct sounds *sounds)
{
	return sounds->pid > 0;
}

/* --- Making ---------------------------------------------------------------- */

static bool set_mode(struct sounds *sounds, const char *setting,
    struct err *err)
{
	if (strcmp(setting, "none") == 0)
		sounds->mode = SOUND_NONE;
	else if (strcmp(setting, "bel") == 0)
		sounds->mode = SOUND_BEL;
	else if (strcmp(setting, "vt") == 0)
		sounds->mode = SOUND_VT;
	else if (strcmp(setting, "auto") == 0)
		sounds->mode = own_mode(sounds);
	else if (str_starts(setting, "cmd:"))
		sounds->mode = SOUND_COMMAND;
	else {
		err_set(err, ERR_INPUT, "sound \"%s\" is not known", setting);
		return err_hint(err, "Use none, bel, vt, auto or cmd:PROGRAM.");
	}
	return sounds->mode != SOUND_COMMAND ||
	    start_command(sounds, setting + strlen("cmd:"), err);
}

struct sounds *sounds_new(struct term *term, const char *setting,
    struct err *err)
{
	struct sounds *sounds = xcalloc(1, sizeof *sounds);

	sounds->term = term;
	sounds->pipe = -1;
	if (set_mode(sounds, setting, err))
		return sounds;
	sounds_free(sounds);
	return NULL;
}

void sounds_free(struct sounds *sounds)
{
	if (sounds == NULL)
		return;
	stop_command(sounds);
	free(sounds);
}

/* --- Playing --------------------------------------------------------------- */

static void beep_once(struct sounds *sounds, int64_t now_us)
{
	const struct pattern *p = sounds->playing;
	char bytes[64];

	if (sounds->mode == SOUND_VT)
		str_print(bytes, sizeof bytes, "\033[10;%d]\033[11;%d]\a%s",
		    p->hz, p->length_ms, sounds->left == 1 ? VT_DEFAULT : "");
	else
		str_copy(bytes, sizeof bytes, "\a");
	term_send(sounds->term, bytes, strlen(bytes));
	sounds->left--;
	sounds->next_us = now_us + p->every_ms * 1000;
}

void sound_play(struct sounds *sounds, enum sound sound, int64_t now_us)
{
	const struct pattern *pattern = &patterns[sound];

	assert(sound < SOUND_COUNT);
	sounds->playing = pattern;
	sounds->left = 0;
	if (sounds->mode == SOUND_COMMAND)
		tell_command(sounds, pattern);
	if (sounds->mode == SOUND_BEL)
		sounds->left = pattern->bells;
	else if (sounds->mode == SOUND_VT)
		sounds->left = pattern->tones;
	if (sounds->left > 0)
		beep_once(sounds, now_us);
}

void sound_tick(struct sounds *sounds, int64_t now_us)
{
	if (sounds->left > 0 && now_us >= sounds->next_us)
		beep_once(sounds, now_us);
}

int64_t sound_deadline(const struct sounds *sounds)
{
	return sounds->left > 0 ? sounds->next_us : -1;
}
