/*
 * vt.c - a program on a pseudo terminal, and the screen it draws.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>
#include "base/clock.h"
#include "vt.h"

/* --- What the terminal is told --------------------------------------------- */

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct vt *vt = user;

	if (property == VTERM_PROP_CURSORVISIBLE)
		vt->cursor_shown = value->boolean;
	else if (property == VTERM_PROP_ALTSCREEN)
		vt->other_screen = value->boolean;
	return 1;
}

static int on_bell(void *user)
{
	struct vt *vt = user;

	vt->bells++;
	return 1;
}

/* The idle marker: 5522;BYTES;FRAME;ROWSxCOLUMNS; an OSC comes whole. */
static int on_osc(const char *command, size_t n, void *user)
{
	struct vt *vt = user;
	unsigned long long bytes, frame;
	int rows, columns;

	str_clear(&vt->marker);
	str_addn(&vt->marker, command, n);
	if (sscanf(vt->marker.p, "5522;%llu;%llu;%dx%d", &bytes, &frame, &rows,
	    &columns) != 4)
		return 0;
	vt->told = true;
	vt->told_bytes = bytes;
	vt->told_frame = frame;
	vt->told_rows = rows;
	vt->told_columns = columns;
	return 1;
}

static const VTermScreenCallbacks screen_calls = {
	.settermprop = on_property, .bell = on_bell };
static const VTermParserCallbacks other_calls = { .osc = on_osc };

void vt_init(struct vt *vt, int rows, int columns, bool utf8)
{
	memset(vt, 0, sizeof *vt);
	vt->rows = rows;
	vt->columns = columns;
	vt->master = -1;
	vt->cursor_shown = true;
	str_init(&vt->raw);
	str_init(&vt->marker);
	vt->vterm = vterm_new(rows, columns);
	vterm_set_utf8(vt->vterm, utf8);
	vt->screen = vterm_obtain_screen(vt->vterm);
	vterm_screen_enable_altscreen(vt->screen, 1);
	vterm_screen_set_callbacks(vt->screen, &screen_calls, vt);
	vterm_screen_set_unrecognised_fallbacks(vt->screen, &other_calls, vt);
	vterm_screen_reset(vt->screen, 1);
}

static void end_program(struct vt *vt)
{
	if (vt->master >= 0)
		close(vt->master);
	vt->master = -1;
	if (vt->pid > 0 && kill(vt->pid, SIGKILL) == 0)
		waitpid(vt->pid, NULL, 0);
	vt->pid = 0;
}

void vt_done(struct vt *vt)
{
	end_program(vt);
	vterm_free(vt->vterm);
	str_done(&vt->raw);
	str_done(&vt->marker);
}

/* --- The program ----------------------------------------------------------- */

static void become(char *const argv[], char *const env[], const char *folder)
{
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	for (int signo = 1; signo < NSIG; signo++)
		signal(signo, SIG_DFL);	/* a shell's "&" ignores some */
	if (chdir(folder) == 0)
		execvpe(argv[0], argv, env);
	fprintf(stderr, "%s: %s\r\n", argv[0], strerror(errno));
	_exit(127);
}

bool vt_run(struct vt *vt, char *const argv[], char *const env[],
    const char *folder)
{
	struct winsize size = { .ws_row = (unsigned short)vt->rows,
		.ws_col = (unsigned short)vt->columns };

	int line;

	end_program(vt);
	vt->sent = 0;
	vt->told = false;
	if (openpty(&vt->master, &line, NULL, NULL, &size) != 0)
		return false;
	/* Asked before there is a program, which may change them at once. */
	tcgetattr(line, &vt->before);
	fcntl(vt->master, F_SETFL, O_NONBLOCK);
	fcntl(vt->master, F_SETFD, FD_CLOEXEC);
	vt->pid = fork();
	if (vt->pid == 0 && login_tty(line) == 0)
		become(argv, env, folder);
	close(line);
	return vt->pid > 0;
}

/* All output there is; false: the line hung up. */
static bool read_output(struct vt *vt)
{
	char bytes[16384];

	for (;;) {
		ssize_t n = read(vt->master, bytes, sizeof bytes);

		if (n <= 0)
			return n < 0 && (errno == EAGAIN || errno == EINTR);
		str_addn(&vt->raw, bytes, (size_t)n);
		vterm_input_write(vt->vterm, bytes, (size_t)n);
		if ((size_t)n < sizeof bytes)
			return true;
	}
}

/* The line hung up: the program ends now, or is about to. */
static void reap(struct vt *vt)
{
	if (vt->pid > 0 && waitpid(vt->pid, &vt->status, WNOHANG) == vt->pid)
		vt->pid = 0;
	else
		poll(NULL, 0, 1);
}

static int left_ms(int64_t end_us)
{
	int64_t left_us = end_us - clock_mono_us();

	return left_us > 0 ? (int)((left_us + 999) / 1000) : 0;
}

bool vt_wait(struct vt *vt, int timeout_ms, bool (*done)(void *ctx), void *ctx)
{
	int64_t end_us = clock_mono_us() + (int64_t)timeout_ms * 1000;

	while (!done(ctx)) {
		struct pollfd p = { .fd = vt->master, .events = POLLIN };
		int left = left_ms(end_us);

		if (vt->pid == 0 || left == 0)
			return false;
		if (vt->master < 0)
			reap(vt);
		else if (poll(&p, 1, left) > 0 && !read_output(vt))
			reap(vt);
	}
	return true;
}

bool vt_type(struct vt *vt, const void *bytes, size_t n, int timeout_ms)
{
	int64_t end_us = clock_mono_us() + (int64_t)timeout_ms * 1000;
	const char *p = bytes;

	vt->sent += n;
	while (n > 0) {
		struct pollfd wait = { .fd = vt->master,
			.events = POLLIN | POLLOUT };
		ssize_t written = write(vt->master, p, n);

		if (written > 0) {
			p += written;
			n -= (size_t)written;
			continue;
		}
		if (vt->pid == 0 || left_ms(end_us) == 0)
			return false;
		poll(&wait, 1, left_ms(end_us));
		if ((wait.revents & POLLIN) && !read_output(vt))
			return false;
	}
	return true;
}

void vt_resize(struct vt *vt, int rows, int columns)
{
	struct winsize size = { .ws_row = (unsigned short)rows,
		.ws_col = (unsigned short)columns };

	vt->rows = rows;
	vt->columns = columns;
	vterm_set_size(vt->vterm, rows, columns);
	if (vt->master >= 0)
		ioctl(vt->master, TIOCSWINSZ, &size);
}

bool vt_flow(struct vt *vt, bool on)
{
	int line = open(ptsname(vt->master), O_RDWR | O_NOCTTY | O_CLOEXEC);
	bool done;

	if (line < 0)
		return false;
	done = tcflow(line, on ? TCOON : TCOOFF) == 0;
	close(line);
	return done;
}

bool vt_cook(struct vt *vt)
{
	return tcsetattr(vt->master, TCSANOW, &vt->before) == 0;
}

void vt_hang_up(struct vt *vt)
{
	close(vt->master);
	vt->master = -1;
}

/* --- Questions ------------------------------------------------------------- */

bool vt_is_idle(const struct vt *vt)
{
	return vt->told && vt->told_bytes >= vt->sent &&
	    vt->told_rows == vt->rows && vt->told_columns == vt->columns;
}

bool vt_has_ended(const struct vt *vt)
{
	return vt->pid == 0;
}

bool vt_is_restored(const struct vt *vt, const char **why)
{
	struct termios now;

	*why = "the line does not tell its modes";
	if (tcgetattr(vt->master, &now) != 0)
		return false;
	*why = "the modes of the line are others";
	if (now.c_iflag != vt->before.c_iflag ||
	    now.c_oflag != vt->before.c_oflag ||
	    now.c_lflag != vt->before.c_lflag)
		return false;
	*why = "the other screen is still shown";
	if (vt->other_screen)
		return false;
	*why = "the cursor is still hidden";
	if (!vt->cursor_shown)
		return false;
	*why = "pastes are still bracketed";
	return strstr(vt->raw.p, "\033[?2004h") == NULL ||
	    strstr(vt->raw.p, "\033[?2004l") != NULL;
}

static VTermScreenCell cell_at(const struct vt *vt, int row, int column)
{
	VTermScreenCell cell;
	VTermPos at = { .row = row, .col = column };

	assert(row >= 0 && row < vt->rows);
	assert(column >= 0 && column < vt->columns);
	memset(&cell, 0, sizeof cell);
	vterm_screen_get_cell(vt->screen, at, &cell);
	return cell;
}

static void add_utf8(struct str *out, uint32_t ch)
{
	if (ch < 0x80) {
		str_addc(out, (char)ch);
		return;
	}
	if (ch < 0x800) {
		str_addc(out, (char)(0xC0 | ch >> 6));
	} else {
		if (ch < 0x10000) {
			str_addc(out, (char)(0xE0 | ch >> 12));
		} else {
			str_addc(out, (char)(0xF0 | ch >> 18));
			str_addc(out, (char)(0x80 | (ch >> 12 & 0x3F)));
		}
		str_addc(out, (char)(0x80 | (ch >> 6 & 0x3F)));
	}
	str_addc(out, (char)(0x80 | (ch & 0x3F)));
}

void vt_row(const struct vt *vt, int row, struct str *out)
{
	size_t kept = out->len;

	for (int column = 0; column < vt->columns; column++) {
		VTermScreenCell cell = cell_at(vt, row, column);

		if (cell.chars[0] == (uint32_t)-1)
			continue;	/* the right half of a wide one */
		if (cell.chars[0] == 0 || cell.chars[0] == ' ') {
			str_addc(out, ' ');
			continue;
		}
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL &&
		    cell.chars[i] != 0; i++)
			add_utf8(out, cell.chars[i]);
		kept = out->len;
	}
	str_truncate(out, kept);
}

static int colour_index(const VTermColor *colour)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(colour) ||
	    VTERM_COLOR_IS_DEFAULT_BG(colour))
		return -1;
	return VTERM_COLOR_IS_INDEXED(colour) ? colour->indexed.idx : -2;
}

static char coloured(const VTermScreenCell *cell)
{
	int ink = colour_index(&cell->fg), ground = colour_index(&cell->bg);

	if (ink == 7 && ground == 4)
		return 'o';
	if (ink == 7 && ground == 1)
		return 's';
	if (ink == 7 && ground == 5)
		return 'a';
	if (ink == 3 && ground == 0)
		return 'w';
	return ink == -1 && ground == -1 ? '\0' : '?';
}

char vt_look(const struct vt *vt, int row, int column)
{
	static const char plain[] = ".buUrRvV";
	VTermScreenCell cell = cell_at(vt, row, column);
	char look = coloured(&cell);

	if (look != '\0' && look != '?' && cell.attrs.reverse)
		return (char)(look - ('a' - 'A'));
	if (look != '\0')
		return look;
	return plain[(cell.attrs.bold ? 1 : 0) +
	    (cell.attrs.underline ? 2 : 0) + (cell.attrs.reverse ? 4 : 0)];
}

void vt_row_looks(const struct vt *vt, int row, struct str *out)
{
	size_t kept = out->len;

	for (int column = 0; column < vt->columns; column++) {
		char look = vt_look(vt, row, column);

		str_addc(out, look);
		if (look != '.')
			kept = out->len;
	}
	str_truncate(out, kept);
}

void vt_cursor(const struct vt *vt, int *row, int *column)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(vt->vterm), &at);
	*row = at.row;
	*column = at.col;
}
