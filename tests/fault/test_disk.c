/*
 * test_disk.c - the disk fails at every place where it can: a day of work goes
 * on, and nothing is lost, doubled or half done.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A scripted day is played with the nth write (or sync) failing, for n = 1, 2,
 * ... until none fails any more.  The clerk does what the screen says: feeds
 * the same scan again, and when that fails too, starts the program anew and
 * resumes.  After each day the database is sound, verify is clean, each done
 * stands, and all is as on a day without faults.
 */
#include "../unit/unit.h"
#include <stdio.h>
#include <string.h>
#include "../support/play.h"
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

/* --- the scene of every day: made once, copied --- */

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

static void
make_scene(void)
{
	house_open(&scene, "scene");
	house_furnish(&scene);
	house_order(&scene, "PO:4711", "DRILL:50 MASK:5");
	house_stock(&scene, "DRILL", "A-02", "OLD");
	house_shut(&scene);
}

/* --- one day --- */

struct shift {
	struct house h;
	struct player p;
	size_t failed;			/* feeds that could not be */
	bool ended;			/* the fault was mended */
	size_t n_done;
	int64_t done[200];		/* events that were said to be done */
};

static void
begin_anew(struct shift *s)
{
	struct flow_unfinished job;
	struct worker worker = { .badge = "CLERK1", .name = "x" };
	struct err err;
	size_t n;

	if (s->p.flow != NULL)
		player_leave(&s->p, true);
	house_reopen(&s->h);
	s->p.st.ledger = s->h.l;
	must(flow_unfinished(&s->p.st, false, &job, 1, &n, &err));
	if (n > 0)
		must(flow_resume(&s->p.flow, &s->p.st, job.job, &worker, &err));
}

static void
keep_done(struct shift *s)
{
	if (s->p.last.kind != VERDICT_DONE)
		return;
	for (size_t i = 0; i < s->p.last.n_events && i < VERDICT_EVENTS_MAX; i++)
		s->done[s->n_done++] = s->p.last.events[i].id;
}

/* Feed until it is answered, as the screen says to. */
static void
feed(struct shift *s, const char *flow, const char *scan, const char *before)
{
	struct err err;

	for (int i = 0; i < TRIES; i++) {
		err_clear(&err);
		if (player_try(&s->p, scan, &err)) {
			keep_done(s);
			return;
		}
		s->failed++;
		assert_true(err.kind == ERR_ENV || err.kind == ERR_BUSY);
		assert_true(err.what[0] != '\0');
		assert_true(err.hint[0] != '\0');
	}
	for (int p = 0; p < FAULT_POINTS; p++)	/* space was made, the disk changed */
		fault_arm((enum fault_point)p, 0);
	s->ended = true;
	begin_anew(s);
	if (s->p.flow == NULL)
		player_flow(&s->p, flow, "CLERK1");
	if (before != NULL)
		must(player_try(&s->p, before, &err));
	must(player_try(&s->p, scan, &err));
	keep_done(s);
}

static void
play_day(struct shift *s)
{
	const char *flow = "";

	for (size_t i = 0; i < N_DAY; i++) {
		if (day[i].flow[0] != '\0') {
			flow = day[i].flow;
			player_flow(&s->p, flow, "CLERK1");
		}
		feed(s, flow, day[i].scan, day[i].before);
		if (day[i].booked && s->p.last.kind == VERDICT_ASK)
			feed(s, flow, day[i].scan, day[i].scan);
		if (day[i].booked && s->p.last.kind != VERDICT_DONE)
			fail_msg("scene %zu: %s: %s %s", i, day[i].scan,
			    s->p.last.code, s->p.last.text);
	}
	player_leave(&s->p, false);
}

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
check_day(struct shift *s, const char *what, long n)
{
	struct event e;
	struct err err;

	house_reopen(&s->h);
	if (!house_is_sound(&s->h) || house_faults(&s->h) != 0)
		fail_msg("%s:%ld: the database is not right", what, n);
	for (size_t i = 0; i < s->n_done; i++)
		if (ledger_event(s->h.l, s->done[i], &e, NULL, &err) != 1)
			fail_msg("%s:%ld: an act that was said to be done is lost",
			    what, n);
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

/* A day with the nth pass of the point failing; true when it did fail. */
static bool
one_day(enum fault_point point, const char *what, long n)
{
	static struct shift s;
	bool failed;

	memset(&s, 0, sizeof s);
	copy_scene(&s.h);
	player_init(&s.p, &s.h, NULL);
	fault_arm(point, n);
	play_day(&s);
	failed = s.ended || fault_passed(point) >= n;
	fault_arm(point, 0);
	check_day(&s, what, n);
	player_done(&s.p);
	house_close(&s.h);
	return failed;
}

static void day__without_faults__is_as_wanted(void **state)
{
	(void)state;
	one_day(FAULT_WRITE, "none", 0);
}

static void
every(enum fault_point point, const char *what, long step)
{
	long n = 1;

	while (one_day(point, what, n))
		n += step;
	printf("# %s: %ld places\n", what, n - 1);
	assert_true(n > 20);
}

static void write__failing_anywhere__loses_nothing(void **state)
{
	(void)state;
	every(FAULT_WRITE, "write", getenv("DOCKLEDGER_LONG") != NULL ? 1 : 7);
}

static void sync__failing_anywhere__loses_nothing(void **state)
{
	(void)state;
	every(FAULT_SYNC, "sync", 1);
}

static void disk__full_from_anywhere__loses_nothing(void **state)
{
	(void)state;
	every(FAULT_FULL, "full", getenv("DOCKLEDGER_LONG") != NULL ? 1 : 13);
}

/* --- a new station --- */

/* init is whole or not at all, and can be done again. */
static void create__failing_anywhere__leaves_nothing(void **state)
{
	static const enum fault_point points[] = { FAULT_WRITE, FAULT_SYNC,
	    FAULT_FULL };
	static const char *const parts[] = { "", "-wal", "-shm", "-lock", "-key" };

	(void)state;
	for (size_t p = 0; p < 3; p++)
		for (long n = 1; ; n++) {
			struct house h;
			struct err err;
			char path[260];
			bool ok;

			house_folder(&h, "create");
			err_clear(&err);
			fault_arm(points[p], n);
			ok = ledger_create(&h.l, h.path, "T1", &err);
			fault_arm(points[p], 0);
			if (ok) {
				assert_int_equal(house_faults(&h), 0);
				house_close(&h);
				assert_true(n > 2);
				break;
			}
			assert_int_equal(err.kind, ERR_ENV);
			for (size_t i = 0; i < 5; i++) {
				str_print(path, sizeof path, "%s%s", h.path, parts[i]);
				if (file_exists(path))
					fail_msg("point %zu:%ld leaves %s", p, n, path);
			}
			must(ledger_create(&h.l, h.path, "T1", &err));
			house_close(&h);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(day__without_faults__is_as_wanted),
		cmocka_unit_test(write__failing_anywhere__loses_nothing),
		cmocka_unit_test(sync__failing_anywhere__loses_nothing),
		cmocka_unit_test(disk__full_from_anywhere__loses_nothing),
		cmocka_unit_test(create__failing_anywhere__leaves_nothing),
	};
	int failed;

	setenv("DOCKLEDGER_FAULT", "", 1);	/* the file layer that can fail */
	fault_start();
	make_scene();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	failed = cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL);
	house_close(&scene);
	return failed;
}
