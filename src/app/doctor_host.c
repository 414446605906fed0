/*
 * doctor_host.c - checks of the host: program, locale, terminal, clock.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "config.h"
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <sys/timex.h>
#include <termios.h>
#include <unistd.h>
#include "app/doctor.h"
#include "base/clock.h"
#include "base/file.h"
#include "store/store.h"

#define YEAR_MIN 2025		/* this program is not older */
#define YEAR_MAX 2100
#define TEXT_FILE_MAX 65536

/* 3.51.3 as 3051003. */
static int
version_number(const char *text)
{
	int major = 0, minor = 0, patch = 0;

	if (sscanf(text, "%d.%d.%d", &major, &minor, &patch) < 2)
		return 0;
	return major * 1000000 + minor * 1000 + patch;
}

void
doctor_program(struct doctor *d)
{
	const char *library = store_library();
	bool old = version_number(library) < 3051003;

	doctor_say(d, HEALTH_OK, "program", "", "dockledger %s, SQLite %s%s",
	    PACKAGE_VERSION, library, old ?
	    " (its fault of the write-ahead log is kept away by our lock)" : "");
}

void
doctor_locale(struct doctor *d)
{
	const char *codeset = nl_langinfo(CODESET);

	if (strcmp(codeset, "UTF-8") == 0)
		doctor_say(d, HEALTH_OK, "locale", "", "characters are UTF-8");
	else
		doctor_say(d, HEALTH_WARN, "locale",
		    "Set LANG=C.UTF-8 or another UTF-8 locale for the stations.",
		    "characters are %s: names outside ASCII cannot be shown",
		    codeset);
}

/* Is there a description of this terminal in a folder of terminfo? */
static bool
described_in(const char *folder, const char *term)
{
	struct str path;
	bool there;

	str_init(&path);
	str_addf(&path, "%s/%c/%s", folder, term[0], term);
	there = file_exists(path.p);
	if (!there) {	/* systems that cannot tell capitals in file names */
		str_clear(&path);
		str_addf(&path, "%s/%02x/%s", folder, (unsigned char)term[0], term);
		there = file_exists(path.p);
	}
	str_done(&path);
	return there;
}

static bool
is_described(const char *term)
{
	static const char *const folders[] = { "/etc/terminfo", "/lib/terminfo",
	    "/usr/share/terminfo", "/usr/lib/terminfo",
	    "/usr/local/share/terminfo" };
	const char *own = getenv("TERMINFO"), *home = getenv("HOME");
	char folder[512];

	if (own != NULL && described_in(own, term))
		return true;
	str_print(folder, sizeof folder, "%s/.terminfo", home == NULL ? "" : home);
	if (home != NULL && described_in(folder, term))
		return true;
	for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++)
		if (described_in(folders[i], term))
			return true;
	return false;
}

void
doctor_terminal(struct doctor *d)
{
	const char *term = getenv("TERM");

	if (term == NULL || term[0] == '\0')
		doctor_say(d, HEALTH_WARN, "terminal",
		    "Log in through a terminal, or set TERM to its kind.",
		    "TERM is not set: no screen can be drawn here");
	else if (strchr(term, '/') == NULL && is_described(term))
		doctor_say(d, HEALTH_OK, "terminal", "", "TERM is %s", term);
	else
		doctor_say(d, HEALTH_WARN, "terminal",
		    "Install its description (ncurses-term), or set another TERM.",
		    "nothing is known here about the terminal %s", term);
}

/* The value of NAME=value or NAME="value" in a file of such lines. */
static bool
value_in(const char *path, const char *name, char *out, size_t size)
{
	struct str text;
	struct err err;
	size_t n = strlen(name);
	bool found = false;

	str_init(&text);
	if (file_read(path, TEXT_FILE_MAX, &text, &err))
		for (const char *p = text.p; p != NULL && !found;
		    p = strchr(p, '\n')) {
			p += *p == '\n';
			if (strncmp(p, name, n) != 0 || p[n] != '=')
				continue;
			p += n + 1;
			p += *p == '"';
			str_copyn(out, size, p, strcspn(p, "\"\r\n"));
			found = true;
		}
	str_done(&text);
	return found;
}

void
doctor_keyboard(struct doctor *d)
{
	char layout[64] = "";

	if (!value_in("/etc/default/keyboard", "XKBLAYOUT", layout, sizeof layout)
	    && !value_in("/etc/vconsole.conf", "KEYMAP", layout, sizeof layout))
		doctor_say(d, HEALTH_OK, "keyboard",
		    "A scanner that is a keyboard must speak the layout of this host; "
		    "a label with all printable characters proves it.",
		    "no layout is set here");
	else if (str_starts(layout, "us") && strchr(layout, ',') == NULL)
		doctor_say(d, HEALTH_OK, "keyboard", "",
		    "the layout is %s, as scanners have it from the factory",
		    layout);
	else
		doctor_say(d, HEALTH_WARN, "keyboard",
		    "Set the scanners to this layout, or to ALT codes or a serial "
		    "port; a scan of every printable character proves it.",
		    "the layout is %s; scanners come with us", layout);
}

void
doctor_tty(struct doctor *d)
{
	struct termios t;

	if (tcgetattr(STDIN_FILENO, &t) != 0) {
		doctor_say(d, HEALTH_OK, "tty", "", "input is no terminal");
		return;
	}
	if ((t.c_iflag & ISTRIP) != 0)
		doctor_say(d, HEALTH_WARN, "tty", "Say 'stty -istrip'.",
		    "the terminal cuts the eighth bit off every byte");
	else
		doctor_say(d, HEALTH_OK, "tty", "", "input is a terminal%s",
		    (t.c_iflag & IXON) != 0 ?
		    "; Ctrl-S stops it until Ctrl-Q outside of our screens" : "");
}

static bool
is_kept_right(void)
{
	struct timex t;

	memset(&t, 0, sizeof t);
	return adjtimex(&t) >= 0 && (t.status & STA_UNSYNC) == 0;
}

/* Time orders nothing here, but people read it. */
void
doctor_clock(struct doctor *d)
{
	const char *todo = "Set the clock; let systemd-timesyncd or chrony keep it.";
	char now[CLOCK_RFC3339_SIZE];
	int year = app_year();

	clock_rfc3339(clock_wall_ms(), now);
	if (year < YEAR_MIN || year > YEAR_MAX)
		doctor_say(d, HEALTH_BAD, "clock", todo, "it is %s here", now);
	else if (!is_kept_right())
		doctor_say(d, HEALTH_WARN, "clock", todo,
		    "it is %s here, and nothing keeps the clock right", now);
	else
		doctor_say(d, HEALTH_OK, "clock", "", "it is %s here", now);
}
