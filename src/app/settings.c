/*
 * settings.c - dockledger.conf, read and checked.
 * SPDX-License-Identifier: Apache-2.0
 *
 * key                     value         means
 * station.label           text          what people call this station
 * station.site            1..8 A-Z 0-9  {SITE} in the masks of serials made here
 * terminal.prefix         text          a sentinel that scanners send before each scan
 * terminal.gs_substitute  character     what scanners send for GS (0x1D)
 * terminal.burst_gap_ms   1..1000       typing is slower than this; 25
 * terminal.idle_lock_min  0..1440       minutes to the lock, 0: never; 10
 * terminal.tone           text          none, bel, vt, auto or "cmd:PROGRAM ..."
 * scanner.cr, .lf, .tab   bool          what ends a scan
 * scanner.burst_min       2..64         characters that make a burst; 4
 * scanner.frame_gap_ms    100..10000    a stall inside a framed scan; 1000
 * scanner.double_ms       0..5000       the same code again is a double trigger; 700
 * company_prefix          4..12 digits  GS1 company prefix, for SSCCs
 * sscc.extension          0..9          first digit of this station's SSCCs; 0
 * sscc.first, .last       number        its serial references; 1, and 0 for all
 * pins                    bool          supervisors and admins give their PIN; false
 * cache_mib               1..4096       page cache of the database; 64
 * printers, print                       settings_print.c
 */
#include <string.h>
#include "app/settings.h"
#include "base/conf.h"
#include "base/file.h"
#include "base/str.h"

#define COMPANY_PREFIX_MIN 4
#define COMPANY_PREFIX_MAX 12
#define SSCC_REFERENCE_MAX 2000000000
#define SITE_CHARACTERS "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

void
settings_init(struct settings *s)
{
	memset(s, 0, sizeof *s);
	s->idle_lock_min = 10;
	s->cache_mib = 64;
	s->sscc.first = 1;
	str_copy(s->tone, sizeof s->tone, "auto");
	scan_assembler_options_init(&s->scanner);
	print_settings_init(&s->print);
}

/* A text that must fit; absent is as it was. */
static bool
read_text(const struct conf *conf, const struct conf_node *group,
    const char *name, char *out, size_t size, struct err *err)
{
	const char *text = NULL;

	if (!conf_text(conf, group, name, &text, err))
		return false;
	if (text == NULL || str_copy(out, size, text))
		return true;
	return conf_fault(conf, conf_get(group, name), err,
	    "%s has at most %zu bytes", name, size - 1);
}

/* Milliseconds in the file, microseconds in the program. */
static bool
read_ms(const struct conf *conf, const struct conf_node *group,
    const char *name, int min, int max, int *out_us, struct err *err)
{
	int ms = *out_us / 1000;

	if (!conf_int(conf, group, name, min, max, &ms, err))
		return false;
	*out_us = ms * 1000;
	return true;
}

static bool
read_gs(struct settings *s, const struct conf *conf,
    const struct conf_node *group, struct err *err)
{
	char text[8] = "";

	if (!read_text(conf, group, "gs_substitute", text, sizeof text, err))
		return false;
	if (text[0] == '\0' && conf_get(group, "gs_substitute") == NULL)
		return true;
	if (strlen(text) != 1 || text[0] < ' ' || text[0] > '~')
		return conf_fault(conf, conf_get(group, "gs_substitute"), err,
		    "gs_substitute is one printable ASCII character");
	s->gs_substitute = text[0];
	return true;
}

static bool
read_terminal(struct settings *s, const struct conf *conf,
    const struct conf_node *group, struct err *err)
{
	static const char *const names[] = { "prefix", "gs_substitute",
	    "burst_gap_ms", "idle_lock_min", "tone", NULL };

	return conf_only(conf, group, names, err) &&
	    read_text(conf, group, "prefix", s->scanner.prefix,
	    sizeof s->scanner.prefix, err) &&
	    read_gs(s, conf, group, err) &&
	    read_ms(conf, group, "burst_gap_ms", 1, 1000,
	    &s->scanner.burst_gap_us, err) &&
	    conf_int(conf, group, "idle_lock_min", 0, 1440, &s->idle_lock_min,
	    err) &&
	    read_text(conf, group, "tone", s->tone, sizeof s->tone, err);
}

static bool
read_scanner(struct settings *s, const struct conf *conf,
    const struct conf_node *group, struct err *err)
{
	static const char *const names[] = { "cr", "lf", "tab", "burst_min",
	    "frame_gap_ms", "double_ms", NULL };
	struct scan_assembler_options *o = &s->scanner;

	if (!conf_only(conf, group, names, err) ||
	    !conf_bool(conf, group, "cr", &o->cr, err) ||
	    !conf_bool(conf, group, "lf", &o->lf, err) ||
	    !conf_bool(conf, group, "tab", &o->tab, err) ||
	    !conf_int(conf, group, "burst_min", 2, 64, &o->burst_min, err) ||
	    !read_ms(conf, group, "frame_gap_ms", 100, 10000, &o->frame_gap_us,
	    err) ||
	    !read_ms(conf, group, "double_ms", 0, 5000, &o->double_us, err))
		return false;
	return o->cr || o->lf || o->tab || conf_fault(conf, group, err,
	    "one of cr, lf and tab must end a scan");
}

static bool
read_station(struct settings *s, const struct conf *conf,
    const struct conf_node *group, struct err *err)
{
	static const char *const names[] = { "label", "site", NULL };

	if (!conf_only(conf, group, names, err) ||
	    !read_text(conf, group, "label", s->label, sizeof s->label, err) ||
	    !read_text(conf, group, "site", s->site, sizeof s->site, err))
		return false;
	return strspn(s->site, SITE_CHARACTERS) == strlen(s->site) ||
	    conf_fault(conf, conf_get(group, "site"), err,
	    "site is 1 to %d of A-Z 0-9", SERIAL_SITE_MAX);
}

static bool
read_company_prefix(struct settings *s, const struct conf *conf,
    const struct conf_node *root, struct err *err)
{
	const char *text = "";
	size_t n;

	if (!conf_text(conf, root, "company_prefix", &text, err))
		return false;
	if (conf_get(root, "company_prefix") == NULL)
		return true;
	n = strlen(text);
	if (n < COMPANY_PREFIX_MIN || n > COMPANY_PREFIX_MAX ||
	    strspn(text, "0123456789") != n)
		return conf_fault(conf, conf_get(root, "company_prefix"), err,
		    "company_prefix has %d to %d digits, in quotes",
		    COMPANY_PREFIX_MIN, COMPANY_PREFIX_MAX);
	str_copy(s->sscc.prefix, sizeof s->sscc.prefix, text);
	return true;
}

/* Stations that share a company prefix number their cartons apart. */
static bool
read_sscc(struct settings *s, const struct conf *conf,
    const struct conf_node *group, struct err *err)
{
	static const char *const names[] = { "extension", "first", "last", NULL };
	int first = (int)s->sscc.first, last = (int)s->sscc.last;

	if (!conf_only(conf, group, names, err) ||
	    !conf_int(conf, group, "extension", 0, 9, &s->sscc.extension, err) ||
	    !conf_int(conf, group, "first", 0, SSCC_REFERENCE_MAX, &first, err) ||
	    !conf_int(conf, group, "last", 0, SSCC_REFERENCE_MAX, &last, err))
		return false;
	if (last != 0 && last < first)
		return conf_fault(conf, conf_get(group, "last"), err,
		    "last is not below first (0: all that there are)");
	s->sscc.first = first;
	s->sscc.last = last;
	return true;
}

static bool
read_groups(struct settings *s, const struct conf *conf,
    const struct conf_node *root, struct err *err)
{
	static const struct {
		const char *name;
		bool (*read)(struct settings *, const struct conf *,
		    const struct conf_node *, struct err *);
	} groups[] = {
		{ "station", read_station },
		{ "terminal", read_terminal },
		{ "scanner", read_scanner },
		{ "sscc", read_sscc },
	};

	for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++) {
		const struct conf_node *group = conf_get(root, groups[i].name);

		if (group == NULL)
			continue;
		if (conf_type(group) != CONF_GROUP)
			return conf_fault(conf, group, err,
			    "%s is a group: %s: { ... };", groups[i].name,
			    groups[i].name);
		if (!groups[i].read(s, conf, group, err))
			return false;
	}
	return true;
}

static bool
read_root(struct settings *s, const struct conf *conf, struct err *err)
{
	static const char *const names[] = { "station", "terminal", "scanner",
	    "company_prefix", "sscc", "pins", "cache_mib", "printers", "print",
	    NULL };
	const struct conf_node *root = conf_root(conf);

	return conf_only(conf, root, names, err) &&
	    read_groups(s, conf, root, err) &&
	    read_company_prefix(s, conf, root, err) &&
	    conf_bool(conf, root, "pins", &s->pins, err) &&
	    conf_int(conf, root, "cache_mib", 1, 4096, &s->cache_mib, err) &&
	    print_settings_read(&s->print, conf, root, err);
}

/* The folder of forms beside the file, when there is one. */
static void
note_place(const char *path, const char *name, char *out, size_t size)
{
	struct str place;

	str_init(&place);
	file_folder(path, &place);
	str_addf(&place, "/%s", name);
	if (file_exists(place.p))
		str_copy(out, size, place.p);
	str_done(&place);
}

static void
note_places(struct settings *s, const char *path)
{
	str_copy(s->file, sizeof s->file, path);
	note_place(path, "forms", s->forms, sizeof s->forms);
	note_place(path, "labels", s->labels, sizeof s->labels);
}

bool
settings_read(struct settings *s, const char *path, struct err *err)
{
	struct conf *conf = conf_open(path, err);
	bool ok;

	if (conf == NULL)
		return false;
	ok = read_root(s, conf, err);
	conf_close(conf);
	if (ok)
		note_places(s, path);
	return ok;
}
