/*
 * test_trouble.c - what CUPS says of a printer, in our words.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Reasons and messages as CUPS 2.4.2 and its back ends gave them.
 */
#include "../unit.h"
#include <string.h>
#include "print/spooler.h"

static void trouble__says__each(void **state)
{
	static const struct { const char *reasons, *message, *words; bool stands; }
	rows[] = {
		{ "", "", "", false },
		{ "media-empty-warning,media-needed-warning", "", "out of labels", true },
		{ "media-needed-error", "", "out of labels", true },
		{ "media-jam-warning", "", "labels are jammed", true },
		{ "cover-open-error,media-low-warning", "",
		  "the cover or the head is open", true },
		{ "media-low-report", "", "labels will soon be out", false },
		{ "media-empty-warning", "The printer may not exist or is unavailable "
		  "at this time.", "the printer does not answer", true },
		{ "", "The printer is not responding.", "the printer does not answer",
		  true },
		{ "offline-report", "", "the printer is switched off or not connected",
		  true },
		{ "media-emptyish", "", "", false },
		{ "cups-ipp-conformance-failure-report", "", "", false },
		{ "", "Ready to print.", "", false },
	};
	struct trouble t;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		trouble_of(rows[i].reasons, rows[i].message, &t);
		assert_string_equal(t.words, rows[i].words);
		assert_int_equal(t.stands, rows[i].stands);
	}
}

static void trouble__of_a_queue__keeps_what_a_person_said(void **state)
{
	struct queue_view q = { .state = QUEUE_STOPPED, .accepting = true,
	    .reasons = "paused", .message = "new roll at nine" };
	struct trouble t;

	(void)state;
	trouble_of_queue(&q, &t);
	assert_string_equal(t.words, "the queue is stopped: new roll at nine");
	assert_true(t.stands);
	q.state = QUEUE_IDLE;
	q.accepting = false;
	q.message[0] = '\0';
	trouble_of_queue(&q, &t);
	assert_string_equal(t.words, "the queue takes no jobs");
}

static void media__is__a_keyword_of_the_size(void **state)
{
	char text[96];

	(void)state;
	media_keyword(50, 25, text, sizeof text);
	assert_string_equal(text, "custom_50x25mm_50x25mm");
	media_keyword(101.6, 152.4, text, sizeof text);
	assert_string_equal(text, "custom_101.6x152.4mm_101.6x152.4mm");
	media_keyword(100, 10.25, text, sizeof text);
	assert_string_equal(text, "custom_100x10.25mm_100x10.25mm");
}

UNIT_MAIN(
    cmocka_unit_test(trouble__says__each),
    cmocka_unit_test(trouble__of_a_queue__keeps_what_a_person_said),
    cmocka_unit_test(media__is__a_keyword_of_the_size)
)
