/*
 * test_table.c - a window over a long list.  Goal: whatever keys are pressed,
 * it shows the rows the list has there, reads no row that is not in sight,
 * and costs the same at a million rows.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "table_list.h"

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
)
