/*
 * test_xalloc.c - memory.  Goal: the program ends in order when there is none:
 * handler first, one sentence, status 3.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "child.h"
#include <stdio.h>
#include "base/fault.h"
#include "base/vec.h"
#include "base/xalloc.h"

static void give_terminal_back(void)
{
	dprintf(STDERR_FILENO, "[handler]");
}

static void fail_second(void)
{
	xalloc_on_failure(give_terminal_back);
	fault_arm(FAULT_ALLOC, 2);
	free(xmalloc(10));
	free(xmalloc(4096));
	dprintf(STDERR_FILENO, "[went on]");
}

static void xmalloc__ends__with_status_3_and_a_sentence(void **state)
{
	struct child_end end;

	(void)state;
	end = child_run(fail_second);
	assert_exited(&end, 3);
	assert_ptr_equal(strstr(end.errors,
	    "[handler]dockledger: out of memory: 4096 bytes"), end.errors);
	assert_null(strstr(end.errors, "[went on]"));
	assert_string_equal(end.errors + strlen(end.errors) - 2, ")\n");
}

static void handler_that_fails(void)
{
	free(xmalloc(1));
}

static void fail_in_handler(void)
{
	fault_arm(FAULT_ALLOC, 1);
	xalloc_on_failure(handler_that_fails);
	free(xcalloc(3, 4));
}

static void xcalloc__ends__when_the_handler_allocates(void **state)
{
	struct child_end end;

	(void)state;
	end = child_run(fail_in_handler);
	assert_exited(&end, 3);
}

static void fail_growing(void)
{
	VEC(int) v = { 0 };

	fault_arm(FAULT_ALLOC, 1);
	*vec_push(&v) = 1;
}

static void xrealloc__asks__the_fault_too(void **state)
{
	struct child_end end;

	(void)state;
	end = child_run(fail_growing);
	assert_exited(&end, 3);
}

static void xmalloc__gives__memory_for_nothing(void **state)
{
	char *p = xmalloc(0), *q = xcalloc(0, 8);

	(void)state;
	assert_non_null(p);
	assert_non_null(q);
	p = xrealloc(p, 0);
	assert_non_null(p);
	free(p);
	free(q);
}

static void xstrndup__copies__at_most_n(void **state)
{
	char *a = xstrdup("pallet"), *b = xstrndup("pallet", 3);
	char *c = xstrndup("box", 99);

	(void)state;
	assert_string_equal(a, "pallet");
	assert_string_equal(b, "pal");
	assert_string_equal(c, "box");
	free(a);
	free(b);
	free(c);
}

UNIT_MAIN(
	cmocka_unit_test(xmalloc__ends__with_status_3_and_a_sentence),
	cmocka_unit_test(xcalloc__ends__when_the_handler_allocates),
	cmocka_unit_test(xrealloc__asks__the_fault_too),
	cmocka_unit_test(xmalloc__gives__memory_for_nothing),
	cmocka_unit_test(xstrndup__copies__at_most_n),
)
