/*
 * day.c - a scripted day of receiving and putaway that faults are thrown at.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "day.h"
#include <string.h>
#include "../unit/unit.h"
#include "base/fault.h"
#include "base/file.h"

enum { TRIES = 3 };

/* booked: the scan is to end in an act, so a question is answered yes.
 * before: what is scanned first when the program was started anew. */
static const struct { const char *flow, *scan; bool booked; const char *before; }
    day[] = {
	{ "receiving", "4711", false, NULL }, { "", "4006381333931", false, NULL },
	{ "", "S1", true, NULL }, { "", "S2", true, NULL },
	{ "", "S2", false, NULL }, { "", "A-01", false, NULL },
	{ "", "XCXUNDO", true, NULL }, { "", "S2", true, NULL },
	{ "", "OLD", false, NULL }, { "", "XCXBEGIN", true, "OLD" },
	{ "", "]d2010952123454321321M1\\x1D10L1\\x1D17271231", true, NULL },
	{ "", "4006381333931", false, NULL }, { "", "D01..D20", true, NULL },
	{ "", "M2", true, NULL }, { "", "XCXNO", true, "M2" },
	{ "", "XCXDONE", true, NULL },
	{ "putaway", "S1", false, NULL }, { "", "S2", false, NULL },
	{ "", "A-02", true, NULL }, { "", "D05", false, NULL },
	{ "", "A-03", true, NULL }, { "", "XCXUNDO", true, NULL },
	{ "", "D05", false, NULL }, { "", "A-02", true, NULL },
};
#define N_DAY (sizeof day / sizeof day[0])

static struct house scene;

static void
copy_part(const char *from, const char *to, const char *ending, bool must_be)
{
	char a[260], b[260];
	struct str bytes;
	struct err err;

	str_print(a, sizeof a, "%s%s", from, ending);
	str_print(b, sizeof b, "%s%s", to, ending);
	str_init(&bytes);
	if (file_read(a, 64 << 20, &bytes, &err))
		must(file_create(b, 0600, bytes.p, bytes.len, &err));
	else
		assert_false(must_be);
	str_done(&bytes);
}

static void
copy_scene(struct house *h)
{
	struct err err;

	house_folder(h, "fault");
	copy_part(scene.path, h->path, "", true);
	copy_part(scene.path, h->path, "-wal", false);
	copy_part(scene.path, h->path, "-key", true);
	must(ledger_open(&h->l, h->path, false, 0, &err));
	ledger_set_operator(h->l, "os:tester");
}

void
scene_make(void)
{
	house_open(&scene, "scene");
	house_furnish(&scene);
	house_order(&scene, "PO:4711", "DRILL:50 MASK:5");
	house_stock(&scene, "DRILL", "A-02", "OLD");
	house_shut(&scene);
}

void
scene_remove(void)
{
	house_close(&scene);
}

/* --- a shift --- */

void
shift_begin(struct shift *s)
{
	memset(s, 0, sizeof *s);
	s->flow = "";
	copy_scene(&s->h);
	player_init(&s->p, &s->h, NULL);
}

void
shift_again(struct shift *s)
{
	struct flow_unfinished job;
	struct worker worker = { .badge = "CLERK1", .name = "x" };
	struct err err;
	size_t n;

	player_leave(&s->p, true);
	house_reopen(&s->h);
	s->p.st.ledger = s->h.l;
	must(flow_unfinished(&s->p.st, false, &job, 1, &n, &err));
	if (n > 0)
		must(flow_resume(&s->p.flow, &s->p.st, job.job, &worker, &err));
	else if (s->flow[0] != '\0')
		player_flow(&s->p, s->flow, "CLERK1");
}

static void
keep_done(struct shift *s)
{
	if (s->p.last.kind == VERDICT_DONE)
		for (size_t i = 0; i < s->p.last.n_events &&
		    i < VERDICT_EVENTS_MAX; i++)
			s->done[s->n_done++] = s->p.last.events[i].id;
	if (s->told != NULL)
		s->told(s);
}

/* Feed until it is answered, as the screen says to. */
static void
feed(struct shift *s, const char *scan, const char *before)
{
	struct err err;

	for (int i = 0; i < TRIES; i++) {
		err_clear(&err);
		if (player_try(&s->p, scan, &err)) {
			keep_done(s);
			return;
		}
		assert_true(err.kind == ERR_ENV || err.kind == ERR_BUSY);
		assert_true(err.what[0] != '\0');
		assert_true(err.hint[0] != '\0');
	}
	for (int p = 0; p < FAULT_POINTS; p++)	/* space was made, the disk changed */
		fault_arm((enum fault_point)p, 0);
	s->fault_ended = true;
	shift_again(s);
	if (before != NULL)
		must(player_try(&s->p, before, &err));
	must(player_try(&s->p, scan, &err));
	keep_done(s);
}

static void
play_scene(struct shift *s, size_t i)
{
	if (day[i].flow[0] != '\0') {
		s->flow = day[i].flow;
		player_flow(&s->p, s->flow, "CLERK1");
	}
	feed(s, day[i].scan, day[i].before);
	if (day[i].booked && s->p.last.kind == VERDICT_ASK)
		feed(s, day[i].scan, day[i].scan);
	if (day[i].booked && s->p.last.kind != VERDICT_DONE)
		fail_msg("scene %zu: %s: %s %s", i, day[i].scan, s->p.last.code,
		    s->p.last.text);
}

void
shift_play(struct shift *s)
{
	for (; s->scene < N_DAY; s->scene++)
		play_scene(s, s->scene);
	player_leave(&s->p, false);
}

/* --- what must be after --- */

static const struct { const char *item, *serial, *unit; } after[] = {
	{ "DRILL", "S1", "available bin=A-02 in=PO:4711/1 party=ACME" },
	{ "DRILL", "S2", "available bin=A-02 in=PO:4711/1 party=ACME" },
	{ "DRILL", "D05", "available bin=A-02 in=PO:4711/1 party=ACME" },
	{ "DRILL", "D20", "available bin=DOCK-1 in=PO:4711/1 party=ACME" },
	{ "DRILL", "OLD", "available bin=A-02 holds=incident" },
	{ "DRILL", "M2", "available bin=QUAR-1 in=PO:4711/1 party=ACME "
	  "holds=incident,quality" },
	{ "MASK", "M1", "available bin=DOCK-1 lot=L1 expires=2027-12-31 "
	  "in=PO:4711/2 party=ACME" },
};

static void
check_whole(struct shift *s, const char *what, long n)
{
	for (size_t i = 0; i < sizeof after / sizeof after[0]; i++) {
		const char *said = house_unit(&s->h, after[i].item, after[i].serial);

		if (strcmp(said, after[i].unit) != 0)
			fail_msg("%s:%ld: %s is %s, not %s", what, n,
			    after[i].serial, said, after[i].unit);
	}
	assert_int_equal(house_received(&s->h, "PO:4711", 1), 23);
	assert_int_equal(house_bin_units(&s->h, "A-02"), 4);
	assert_int_equal(house_incidents(&s->h), 2);
}

void
shift_check(struct shift *s, bool whole, const char *what, long n)
{
	struct event e;
	struct err err;

	if (!house_is_sound(&s->h) || house_faults(&s->h) != 0)
		fail_msg("%s:%ld: the database is not right", what, n);
	for (size_t i = 0; i < s->n_done; i++)
		if (ledger_event(s->h.l, s->done[i], &e, NULL, &err) != 1)
			fail_msg("%s:%ld: an act that was said to be done is lost",
			    what, n);
	if (whole)
		check_whole(s, what, n);
}

void
shift_end(struct shift *s)
{
	player_done(&s->p);
	house_close(&s->h);
}
