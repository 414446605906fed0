/*
 * tty.c - the modes of the terminal line, and giving them back in need.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What a signal handler needs stands in one static struct that is complete
 * before the handlers are set.  The handler writes, gives the modes back and
 * raises its signal again with the old disposition, so that a core is dumped
 * and the parent sees the true cause.
 */
#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include "base/xalloc.h"
#include "tty.h"

static const int caught[] = { SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT,
	SIGTERM, SIGHUP, SIGQUIT, SIGINT, SIGXCPU, SIGXFSZ };
#define CAUGHT (sizeof caught / sizeof caught[0])

static struct {
	volatile sig_atomic_t raw;	/* modes are ours */
	volatile sig_atomic_t guarded;	/* bytes are to be sent */
	int in_fd, out_fd;
	struct termios before, ours;
	size_t n;
	char bytes[TTY_RESCUE_MAX];
	struct sigaction old[CAUGHT], old_stop;
	stack_t old_stack;
	bool at_exit;		/* registered once a process */
} line;

/* A handler that comes because the stack is full needs another one. */
static char handler_stack[65536];

bool tty_raw(int in_fd, struct err *err)
{
	assert(!line.raw);
	if (tcgetattr(in_fd, &line.before) != 0)
		return err_set(err, ERR_ENV, "the terminal does not tell its "
		    "modes: %s", strerror(errno));
	line.ours = line.before;
	cfmakeraw(&line.ours);
	line.ours.c_cc[VMIN] = 1;
	line.ours.c_cc[VTIME] = 0;
	if (tcsetattr(in_fd, TCSANOW, &line.ours) != 0)
		return err_set(err, ERR_ENV, "the terminal does not change its "
		    "modes: %s", strerror(errno));
	line.in_fd = in_fd;
	line.raw = 1;
	return true;
}

void tty_raw_again(void)
{
	if (line.raw)
		tcsetattr(line.in_fd, TCSANOW, &line.ours);
}

/* --- In need --------------------------------------------------------------- */

/* Only what signal-safety(7) allows. */
void tty_rescue(void)
{
	int saved = errno;

	if (line.guarded) {
		size_t at = 0;

		line.guarded = 0;
		while (at < line.n) {
			ssize_t n = write(line.out_fd, line.bytes + at,
			    line.n - at);

			if (n <= 0)
				break;
			at += (size_t)n;
		}
	}
	if (line.raw) {
		line.raw = 0;
		tcsetattr(line.in_fd, TCSANOW, &line.before);
	}
	errno = saved;
}

static void on_fatal(int signo)
{
	tty_rescue();
	for (size_t i = 0; i < CAUGHT; i++)
		if (caught[i] == signo)
			sigaction(signo, &line.old[i], NULL);
	raise(signo);
}

static void set_handlers(void)
{
	struct sigaction fatal = { .sa_handler = on_fatal,
		.sa_flags = SA_ONSTACK };
	struct sigaction ignored = { .sa_handler = SIG_IGN };
	stack_t stack = { .ss_sp = handler_stack,
		.ss_size = sizeof handler_stack };

	sigemptyset(&fatal.sa_mask);
	sigaltstack(&stack, &line.old_stack);
	for (size_t i = 0; i < CAUGHT; i++)
		sigaction(caught[i], &fatal, &line.old[i]);
	/* A station that is stopped would leave its terminal raw. */
	sigaction(SIGTSTP, &ignored, &line.old_stop);
}

void tty_guard(int out_fd, const char *bytes, size_t n)
{
	assert(line.raw && !line.guarded && n <= TTY_RESCUE_MAX);
	memcpy(line.bytes, bytes, n);
	line.n = n;
	line.out_fd = out_fd;
	line.guarded = 1;
	set_handlers();
	xalloc_on_failure(tty_rescue);
	if (!line.at_exit)
		line.at_exit = atexit(tty_rescue) == 0;
}

/* --- In order -------------------------------------------------------------- */

static void drop_handlers(void)
{
	for (size_t i = 0; i < CAUGHT; i++)
		sigaction(caught[i], &line.old[i], NULL);
	sigaction(SIGTSTP, &line.old_stop, NULL);
	sigaltstack(&line.old_stack, NULL);
	xalloc_on_failure(NULL);
}

void tty_release(void)
{
	bool guarded = line.n > 0;

	if (line.raw)
		tcflush(line.in_fd, TCIFLUSH);
	line.guarded = 0;
	tty_rescue();
	if (guarded)
		drop_handlers();
	line.n = 0;
}

bool tty_size(int fd, int *rows, int *columns)
{
	struct winsize size;

	if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 ||
	    size.ws_col == 0)
		return false;
	*rows = size.ws_row;
	*columns = size.ws_col;
	return true;
}
