/*
 * play.c - flows played from lists of scans with the verdicts they must get.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "play.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "../unit/unit.h"

#define YEAR 2026

static void
keep_complaint(void *ctx, const struct err *complaint)
{
	struct player *p = ctx;

	p->complaints++;
	p->complaint = *complaint;
}

void
player_init(struct player *p, struct house *h, const char *folder)
{
	struct err err;

	memset(p, 0, sizeof *p);
	p->house = h;
	must(forms_load(&p->forms, folder, keep_complaint, p, &err));
	p->st.ledger = h->l;
	p->st.forms = p->forms;
	p->st.lock_wait_ms = 30000;
	str_copy(p->st.terminal, sizeof p->st.terminal, "test");
	scan_options_init(&p->st.scan_options, YEAR);
}

void
player_done(struct player *p)
{
	player_leave(p, false);
	forms_free(p->forms);
	memset(p, 0, sizeof *p);
}

static void
worker_of(struct player *p, const char *badge, struct worker *out)
{
	struct err err;
	bool needs_pin;

	must(worker_by_badge(&p->st, badge, out, &needs_pin, &err));
}

void
player_flow(struct player *p, const char *flow, const char *badge)
{
	struct worker worker = { 0 };
	struct err err;

	player_leave(p, false);
	worker_of(p, badge, &worker);
	must(flow_open(&p->flow, &p->st, flow, &worker, &err));
}

void
player_leave(struct player *p, bool keep)
{
	flow_close(p->flow, keep);
	p->flow = NULL;
}

/* "keyed:S1" is S1, keyed. */
static const char *
entry_of(const char *scan, enum scan_entry *entry)
{
	static const struct { const char *word; enum scan_entry entry; } words[] = {
		{ "keyed:", ENTRY_KEYED }, { "pasted:", ENTRY_PASTED },
		{ "file:", ENTRY_FILE },
	};

	*entry = ENTRY_SCANNED;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (str_starts(scan, words[i].word)) {
			*entry = words[i].entry;
			return scan + strlen(words[i].word);
		}
	return scan;
}

bool
player_try(struct player *p, const char *scan, struct err *err)
{
	struct scan_in in = { .at_us = 0 };
	struct str bytes;
	size_t at;
	bool ok;

	scan = entry_of(scan, &in.entry);
	str_init(&bytes);
	if (!str_unescape(&bytes, scan, strlen(scan), &at))
		abort();
	in.bytes = bytes.p;
	in.len = bytes.len;
	ok = flow_feed(p->flow, &in, &p->last, err);
	str_done(&bytes);
	return ok;
}

const char *
player_scan(struct player *p, const char *scan)
{
	static char said[64];
	struct err err;

	err_clear(&err);
	must(player_try(p, scan, &err));
	str_print(said, sizeof said, "%s%s%s", verdict_name(p->last.kind),
	    p->last.code[0] != '\0' ? " " : "", p->last.code);
	return said;
}

/* Is "refuse bin.kind" what "refuse bin.kind: dock" wants, in these words? */
static bool
is_wanted(const char *said, const char *text, const char *wanted)
{
	const char *words = strstr(wanted, ": ");
	size_t n = words == NULL ? strlen(wanted) : (size_t)(words - wanted);

	return strlen(said) == n && strncmp(said, wanted, n) == 0 &&
	    (words == NULL || strstr(text, words + 2) != NULL);
}

void
play_at(struct player *p, const struct scene *scenes, size_t n, const char *file,
    int line)
{
	for (size_t i = 0; i < n; i++) {
		const char *said = player_scan(p, scenes[i].scan);

		if (is_wanted(said, p->last.text, scenes[i].verdict))
			continue;
		print_error("%s:%d: scene %zu: \"%s\" in %s\n"
		    "  gets  %s: %s {%s} {%s}\n  wants %s\n", file, line, i + 1,
		    scenes[i].scan, flow_name(p->flow), said, p->last.text,
		    p->last.detail, p->last.hint, scenes[i].verdict);
		_fail(file, line);
	}
}
