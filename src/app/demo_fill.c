/*
 * demo_fill.c - the demonstration warehouse, made as if it had been worked in.
 * SPDX-License-Identifier: Apache-2.0
 *
 * While it is filled the clock is ours: it walks from six weeks ago to
 * yesterday evening, and every event takes its time from it.  A day is one
 * transaction.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include "app/demo.h"
#include "base/clock.h"
#include "domain/check.h"
#include "domain/date.h"
#include "domain/serial_range.h"
#include "exchange/import.h"

#define WEEKS_DAYS 44			/* the oldest delivery is younger */
#define DAY_MS INT64_C(86400000)
#define MINUTE_MS INT64_C(60000)
#define MORNING (7 * 60)
#define EVENING (17 * 60 + 30)

/* Each file names only things of those before it. */
static const char *const definitions[] = { "parties", "serial-rules",
    "warranties", "items", "bins", "operators", "boms" };
static const char *const open_work[] = { "orders", "expected" };

/* --- the clock --- */

static int64_t
wall_of_demo(void *ctx)
{
	return ((struct demo *)ctx)->now_ms;
}

static int64_t
mono_of_demo(void *ctx)
{
	return ((struct demo *)ctx)->now_ms * 1000;
}

void
demo_clock_at(struct demo *d, int64_t days_ago, int minute)
{
	int64_t at = (d->today - days_ago) * DAY_MS + minute * MINUTE_MS;

	if (at > d->now_ms)
		d->now_ms = at;
}

void
demo_clock_add(struct demo *d, int64_t s)
{
	d->now_ms += s * 1000;
}

void
demo_date(const struct demo *d, int64_t n, char out[DATE_SIZE])
{
	bool ok = date_from_days(d->today + n, out);

	assert(ok);
	(void)ok;
}

/* --- files whose dates move with the day --- */

/* Is there a date at p, alone in its cell? */
static bool
is_date_cell(const char *text, const char *p)
{
	char date[DATE_SIZE];

	if ((p != text && p[-1] != ',' && p[-1] != '\n') ||
	    strcspn(p, ",\n") != DATE_SIZE - 1)
		return false;
	str_copyn(date, sizeof date, p, DATE_SIZE - 1);
	return date_is_valid(date);
}

static void
move_dates(const char *text, int64_t days, struct str *out)
{
	char date[DATE_SIZE], moved[DATE_SIZE];
	bool ok;

	for (const char *p = text; *p != '\0'; ) {
		if (!is_date_cell(text, p)) {
			str_addc(out, *p++);
			continue;
		}
		str_copyn(date, sizeof date, p, DATE_SIZE - 1);
		ok = date_add_days(date, days, moved);
		assert(ok);
		(void)ok;
		str_add(out, moved);
		p += DATE_SIZE - 1;
	}
}

static bool
import_text(struct demo *d, const char *kind, const struct str *text,
    struct err *err)
{
	static const struct import_options options;
	struct import_result result;
	FILE *in = fmemopen(text->p, text->len, "r");
	bool ok;

	if (in == NULL)
		return err_set(err, ERR_ENV, "could not read demo/%s.csv", kind);
	ok = import_run(d->l, kind, in, kind, &options, stderr, &result, err);
	fclose(in);
	return ok;
}

static bool
import_files(struct demo *d, const char *const *kinds, size_t n, struct err *err)
{
	int64_t days = d->today - date_to_days(DEMO_DAY);
	struct str text;
	bool ok = true;

	str_init(&text);
	ledger_set_operator(d->l, "system");
	for (size_t i = 0; ok && i < n; i++) {
		str_clear(&text);
		move_dates(demo_file(kinds[i]), days, &text);
		ok = import_text(d, kinds[i], &text, err);
	}
	str_done(&text);
	return ok;
}

/* --- serials --- */

bool
demo_serials_of(struct demo *d, const struct demo_table *t, size_t row,
    struct demo_serials *out, struct err *err)
{
	const char *code = demo_cell(t, row, "item");
	struct serial_rule_def rule = { .check = "" };
	int rc = item_find(d->l, code, &out->item, err);

	if (rc > 0 && out->item.serial_rule[0] != '\0')
		rc = serial_rule_find(d->l, out->item.serial_rule, &rule, err);
	if (rc == 0)
		err_set(err, ERR_BUG, "demo/ has no item %s or not its rule", code);
	if (rc <= 0)
		return false;
	out->check = (int)(rule.check[0] == '\0' ? CHECK_NONE : check_find(rule.check));
	str_copy(out->first, sizeof out->first, demo_cell(t, row, "serial_from"));
	out->n = (uint32_t)demo_number(t, row, "qty");
	return true;
}

bool
demo_serial_at(const struct demo_serials *s, uint32_t i, char out[TEXT_SIZE],
    struct err *err)
{
	char check[CHECK_CHARS_MAX + 1];
	struct serial_range range;
	char serial[SERIAL_SIZE];

	if (!serial_range_count_up(s->first, s->n, &range, err))
		return false;
	serial_range_at(&range, i, serial);
	if (!check_compute((enum check_kind)s->check, serial, strlen(serial), check))
		return err_set(err, ERR_BUG, "%s has no check character", serial);
	str_print(out, TEXT_SIZE, "%s%s", serial, check);
	return true;
}

bool
demo_append(struct demo *d, const char *badge, struct event *e, struct err *err)
{
	struct anomaly odd;

	e->entry = BY_SCAN;
	e->subject_kind = SUBJECT_UNIT;
	ledger_set_operator(d->l, badge);
	if (!ledger_append(d->l, e, &odd, err))
		return false;
	if (odd.code[0] == '\0')
		return true;
	err_code(err, ERR_BUG, odd.code, "demo/ contradicts itself at %s of %s",
	    e->subject, e->item);
	return err_detail(err, "%s", odd.detail);
}

/* --- the days --- */

static bool
day(struct demo *d, int64_t days_ago, struct err *err)
{
	demo_clock_at(d, days_ago, MORNING);
	if (!ledger_begin(d->l, -1, err))
		return false;
	if (demo_deliveries(d, days_ago, err) && demo_acts(d, days_ago, err) &&
	    demo_shipments(d, days_ago, err))
		return ledger_commit(d->l, err);
	ledger_rollback(d->l);
	return false;
}

static bool
live(struct demo *d, struct err *err)
{
	demo_clock_at(d, WEEKS_DAYS, MORNING);
	if (!import_files(d, definitions,
	    sizeof definitions / sizeof definitions[0], err) ||
	    !demo_places_read(d, err))
		return false;
	for (int64_t days_ago = WEEKS_DAYS; days_ago > 0; days_ago--)
		if (!day(d, days_ago, err))
			return false;
	demo_clock_at(d, 1, EVENING);
	return import_files(d, open_work, sizeof open_work / sizeof open_work[0],
	    err);
}

static bool
read_tables(struct demo *d, struct err *err)
{
	return demo_table_read(&d->deliveries, "deliveries",
	    demo_file("deliveries"), err) &&
	    demo_table_read(&d->shipments, "shipments",
	    demo_file("shipments"), err) &&
	    demo_table_read(&d->acts, "acts", demo_file("acts"), err);
}

static bool
put_label(struct ledger *l, struct err *err)
{
	if (!ledger_begin(l, -1, err))
		return false;
	if (store_run(ledger_store(l), Q_SETTING_PUT, err, "tt", "label", DEMO_LABEL))
		return ledger_commit(l, err);
	ledger_rollback(l);
	return false;
}

bool
demo_fill(struct ledger *l, struct err *err)
{
	struct demo d = { .l = l };
	struct clock_source clock = { wall_of_demo, mono_of_demo, &d };
	char before[CODE_SIZE], today[CLOCK_DATE_SIZE];
	bool ok;

	clock_today(today);
	d.today = date_to_days(today);
	str_copy(before, sizeof before, ledger_operator(l));
	clock_use(&clock);
	ok = read_tables(&d, err) && live(&d, err);
	clock_use(NULL);
	ledger_set_operator(l, before);
	demo_table_done(&d.deliveries);
	demo_table_done(&d.shipments);
	demo_table_done(&d.acts);
	vec_done(&d.places);
	vec_done(&d.pieces);
	return ok && put_label(l, err);
}
