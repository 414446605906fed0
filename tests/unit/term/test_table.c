/*
 * test_table.c - a window over a long list.  Goal: whatever keys are pressed,
 * it shows the rows the list has there, reads no row that is not in sight,
 * and costs the same at a million rows.  The list is a model: a set of
 * numbers, of which some are taken out.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "term_unit.h"
#include <inttypes.h>
#include "base/str.h"
#include "term/table.h"

#define LIST_MAX 1000000

static struct {
	int64_t n;
	bool gone[LIST_MAX];
	bool counts;		/* it knows its total */
	size_t read;		/* rows given out */
	struct table *table;
} list;

static const struct table_column columns[] = {
	{ "#", 7, 0, 5, PAINT_RIGHT }, { "serial", 8, 1, 9, PAINT_LEFT },
	{ "item", 10, 2, 1, PAINT_LEFT },
};

static int64_t number_of(const struct table_key *key)
{
	int64_t n;

	assert_int_equal(key->len, sizeof n);
	memcpy(&n, key->bytes, sizeof n);
	return n;
}

static struct table_key key_of(int64_t n)
{
	struct table_key key = { .len = sizeof n };

	memcpy(key.bytes, &n, sizeof n);
	return key;
}

static void give(struct table_row *row, int64_t n)
{
	assert_int_equal(row->key.len, 0);	/* it is given zeroed rows */
	row->key = key_of(n);
	str_print(row->cells[0], TABLE_CELL_BYTES, "%" PRId64, n);
	str_print(row->cells[1], TABLE_CELL_BYTES, "SN-%" PRId64, n);
	str_copy(row->cells[2], TABLE_CELL_BYTES, "HEX BOLT M8x40");
	list.read++;
}

/* Up to max numbers from start on, in steps of +1 or -1. */
static size_t collect(int64_t start, int step, size_t max, int64_t found[])
{
	size_t n = 0;

	for (int64_t i = start; i >= 0 && i < list.n && n < max; i += step)
		if (!list.gone[i])
			found[n++] = i;
	return n;
}

static size_t fetch(void *ctx, enum table_seek seek,
    const struct table_key *anchor, size_t max, struct table_row *rows)
{
	bool down = seek == TABLE_LAST || seek == TABLE_BEFORE;
	int64_t found[64], start = seek == TABLE_LAST ? list.n - 1 : 0;
	size_t n;

	(void)ctx;
	assert_true(max > 0 && max <= 64);
	assert_true((anchor == NULL) ==
	    (seek == TABLE_FIRST || seek == TABLE_LAST));
	if (anchor != NULL)
		start = number_of(anchor) + (seek == TABLE_AFTER) -
		    (seek == TABLE_BEFORE);
	n = collect(start, down ? -1 : 1, max, found);
	for (size_t i = 0; i < n; i++)
		give(&rows[i], found[down ? n - 1 - i : i]);
	return n;
}

static int64_t total(void *ctx)
{
	int64_t n = 0;

	(void)ctx;
	if (!list.counts)
		return -1;
	for (int64_t i = 0; i < list.n; i++)
		n += list.gone[i] ? 0 : 1;
	return n;
}

static void begin(int64_t n, int rows)
{
	const struct table_source source = { fetch, total, NULL };

	memset(&list, 0, sizeof list);
	list.n = n;
	list.counts = true;
	list.table = table_new(columns, 3, &source);
	table_layout(list.table, rows);
}

static int end(void **state)
{
	(void)state;
	table_free(list.table);
	list.table = NULL;
	return 0;
}

static void press(enum key key)
{
	struct press one = press_of(key);

	assert_int_equal(table_press(list.table, &one), TABLE_MOVED);
}

static int64_t chosen(void)
{
	return number_of(&table_chosen(list.table)->key);
}

static int64_t first(void)
{
	return number_of(&table_at(list.table, 0)->key);
}

/* What is in sight is what the list has there: in order, without a gap, full
 * when the list is long enough; and the count before it is right. */
static void assert_in_order(int rows)
{
	size_t n = table_in_sight(list.table);
	int64_t before = 0, all = 0, expected;

	for (int64_t i = 0; i < list.n; i++)
		all += list.gone[i] ? 0 : 1;
	assert_int_equal(n, all < rows ? all : rows);
	if (n == 0)
		return;
	expected = first();
	for (int64_t i = 0; i < expected; i++)
		before += list.gone[i] ? 0 : 1;
	for (size_t i = 0; i < n; i++) {
		while (list.gone[expected])
			expected++;
		assert_int_equal(number_of(&table_at(list.table, i)->key),
		    expected);
		expected++;
	}
	if (table_before(list.table) >= 0)
		assert_int_equal(table_before(list.table), before);
}

static void table__begins__at_the_first_row(void **state)
{
	(void)state;
	begin(100, 10);
	assert_int_equal(chosen(), 0);
	assert_int_equal(table_before(list.table), 0);
	assert_int_equal(table_total(list.table), 100);
	assert_in_order(10);
}

static void table__moves__by_lines_and_pages(void **state)
{
	(void)state;
	begin(100, 10);
	for (int i = 0; i < 9; i++)
		press(K_DOWN);
	assert_int_equal(chosen(), 9);
	assert_int_equal(first(), 0);
	press(K_DOWN);
	assert_int_equal(chosen(), 10);
	assert_int_equal(first(), 1);
	press(K_PAGE_DOWN);
	assert_int_equal(first(), 11);
	assert_int_equal(chosen(), 20);
	press(K_END);
	assert_int_equal(chosen(), 99);
	assert_int_equal(first(), 90);
	assert_int_equal(table_before(list.table), 90);
	press(K_DOWN);
	assert_int_equal(chosen(), 99);
	press(K_PAGE_DOWN);
	assert_int_equal(chosen(), 99);
	press(K_PAGE_UP);
	assert_int_equal(first(), 80);
	press(K_HOME);
	assert_int_equal(chosen(), 0);
	press(K_UP);
	assert_int_equal(chosen(), 0);
	press(K_PAGE_UP);
	assert_int_equal(chosen(), 0);
}

static void table__is_whole__when_the_list_is_short(void **state)
{
	(void)state;
	begin(3, 10);
	press(K_PAGE_DOWN);
	assert_int_equal(chosen(), 2);
	press(K_END);
	assert_int_equal(table_before(list.table), 0);
	press(K_PAGE_UP);
	assert_int_equal(chosen(), 0);
	assert_in_order(10);
}

static void table__has_nothing__when_the_list_is_empty(void **state)
{
	struct press enter = press_of(K_ENTER);

	(void)state;
	begin(0, 10);
	assert_null(table_chosen(list.table));
	press(K_DOWN);
	press(K_END);
	press(K_PAGE_UP);
	assert_int_equal(table_press(list.table, &enter), TABLE_IGNORED);
	list.n = 2;		/* two rows come */
	table_reload(list.table);
	assert_int_equal(chosen(), 0);
	assert_in_order(10);
}

static void table_press__chooses__by_enter(void **state)
{
	struct press enter = press_of(K_ENTER), other = press_char('x');

	(void)state;
	begin(100, 10);
	press(K_DOWN);
	assert_int_equal(table_press(list.table, &enter), TABLE_CHOSEN);
	assert_string_equal(table_chosen(list.table)->cells[1], "SN-1");
	assert_int_equal(table_press(list.table, &other), TABLE_IGNORED);
}

/* A million rows: no key reads more rows than a screen has. */
static void table__reads__only_what_is_in_sight(void **state)
{
	static const enum key keys[] = { K_DOWN, K_PAGE_DOWN, K_END, K_UP,
		K_PAGE_UP, K_HOME };
	struct table_key middle = key_of(LIST_MAX / 2);

	(void)state;
	begin(LIST_MAX, 20);
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		list.read = 0;
		press(keys[i]);
		assert_true(list.read <= 20);
	}
	list.read = 0;
	table_go(list.table, &middle);
	assert_int_equal(list.read, 20);
	assert_int_equal(chosen(), LIST_MAX / 2);
	press(K_END);
	assert_int_equal(chosen(), LIST_MAX - 1);
}

static void table_go__finds__a_key_or_its_successor(void **state)
{
	struct table_key key = key_of(50);

	(void)state;
	begin(100, 10);
	list.gone[50] = list.gone[51] = true;
	table_go(list.table, &key);
	assert_int_equal(chosen(), 52);
	assert_in_order(10);
	key = key_of(98);
	table_go(list.table, &key);
	assert_int_equal(chosen(), 98);
	assert_in_order(10);
	key = key_of(2000);		/* behind the last */
	table_go(list.table, &key);
	assert_int_equal(chosen(), 99);
	key = key_of(3);
	table_go(list.table, &key);
	press(K_PAGE_UP);
	assert_int_equal(table_before(list.table), 0);
	assert_in_order(10);
}

static void table_reload__stays__where_it_is(void **state)
{
	(void)state;
	begin(100, 10);
	press(K_PAGE_DOWN);
	press(K_DOWN);
	assert_int_equal(chosen(), 11);
	list.gone[11] = true;		/* the chosen one goes */
	table_reload(list.table);
	assert_int_equal(chosen(), 12);
	list.gone[3] = true;		/* one above the window goes */
	table_reload(list.table);
	assert_int_equal(chosen(), 12);
	assert_in_order(10);
	memset(list.gone, true, 90);	/* only ten are left */
	table_reload(list.table);
	assert_int_equal(first(), 90);
	assert_in_order(10);
	memset(list.gone, true, 100);
	table_reload(list.table);
	assert_null(table_chosen(list.table));
}

static void table_reload__sees__new_first_rows(void **state)
{
	(void)state;
	begin(100, 10);
	list.gone[0] = list.gone[1] = true;
	table_reload(list.table);
	assert_int_equal(first(), 2);
	list.gone[0] = false;
	table_reload(list.table);
	assert_int_equal(first(), 0);
	assert_int_equal(chosen(), 2);
	assert_in_order(10);
}

static void table_layout__keeps__the_chosen_row(void **state)
{
	(void)state;
	begin(100, 10);
	press(K_END);
	press(K_UP);
	assert_int_equal(chosen(), 98);
	table_layout(list.table, 3);
	assert_int_equal(chosen(), 98);
	assert_in_order(3);
	table_layout(list.table, 30);
	assert_int_equal(chosen(), 98);
	assert_in_order(30);
	table_layout(list.table, 0);
	assert_int_equal(table_in_sight(list.table), 0);
	table_layout(list.table, 5);
	assert_in_order(5);
}

/* Random keys, sizes and changes; after each the window is what the list has
 * there. */
static void table__agrees__with_the_list(void **state)
{
	static const enum key keys[] = { K_DOWN, K_UP, K_PAGE_DOWN, K_PAGE_UP,
		K_HOME, K_END, K_DOWN, K_UP };
	unsigned seed = 7;
	int rows = 6;

	(void)state;
	begin(60, rows);
	for (int run = 0; run < 20000; run++) {
		unsigned what;

		seed = seed * 1103515245u + 12345u;
		what = (seed >> 16) % 40;
		if (what == 0) {
			list.gone[(seed >> 8) % 60] ^= true;
			table_reload(list.table);
		} else if (what == 1) {
			rows = 1 + (int)((seed >> 8) % 12);
			table_layout(list.table, rows);
		} else if (what == 2) {
			struct table_key key = key_of((seed >> 8) % 60);

			table_go(list.table, &key);
		} else {
			press(keys[what % 8]);
		}
		assert_in_order(rows);
	}
}

static void table_draw__shows__place_and_bar(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	begin(100, 1);
	canvas_init(&canvas, 7, 34, true);
	p = paint_all(&canvas);
	table_draw(list.table, &p, "none");
	press(K_DOWN);
	table_draw(list.table, &p, "none");
	assert_row(&canvas, 0, "       #  serial     item");
	assert_row(&canvas, 1, "       0  SN-0       HEX BOLT M8x\342\200\246");
	assert_row(&canvas, 2, ">      1  SN-1       HEX BOLT M8x\342\200\246");
	assert_reversed(&canvas, 2, "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr");
	assert_row(&canvas, 6, " rows 1-5 of 100");
	canvas_done(&canvas);
}

static void table_draw__leaves_out__columns_by_rank(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	begin(100, 1);
	canvas_init(&canvas, 7, 20, true);
	p = paint_all(&canvas);
	table_draw(list.table, &p, "none");
	assert_row(&canvas, 0, "       #  serial");
	assert_row(&canvas, 1, ">      0  SN-0");
	p = paint_part(&p, 0, 0, 7, 10);
	canvas_clear(&canvas);
	table_draw(list.table, &p, "none");
	assert_row(&canvas, 0, " serial");
	p = paint_part(&p, 0, 0, 2, 10);
	canvas_clear(&canvas);
	table_draw(list.table, &p, "none");
	assert_row(&canvas, 0, ">SN-0");
	assert_row(&canvas, 1, " SN-1");
	canvas_done(&canvas);
}

static void table_draw__says__that_there_are_none(void **state)
{
	struct canvas canvas;
	struct paint p;

	(void)state;
	begin(0, 1);
	canvas_init(&canvas, 7, 30, true);
	p = paint_all(&canvas);
	table_draw(list.table, &p, "nothing is open");
	assert_row(&canvas, 1, " nothing is open");
	assert_row(&canvas, 6, "");
	canvas_done(&canvas);
}

#define TEST(t) cmocka_unit_test_teardown(t, end)

UNIT_MAIN_UTF8(
    TEST(table__begins__at_the_first_row),
    TEST(table__moves__by_lines_and_pages),
    TEST(table__is_whole__when_the_list_is_short),
    TEST(table__has_nothing__when_the_list_is_empty),
    TEST(table_press__chooses__by_enter),
    TEST(table__reads__only_what_is_in_sight),
    TEST(table_go__finds__a_key_or_its_successor),
    TEST(table_reload__stays__where_it_is),
    TEST(table_reload__sees__new_first_rows),
    TEST(table_layout__keeps__the_chosen_row),
    TEST(table__agrees__with_the_list),
    TEST(table_draw__shows__place_and_bar),
    TEST(table_draw__leaves_out__columns_by_rank),
    TEST(table_draw__says__that_there_are_none),
)
