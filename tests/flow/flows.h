/*
 * flows.h - what every test of flows begins with: a furnished house on a real
 * file and a player in it.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef TESTS_FLOWS_H
#define TESTS_FLOWS_H
#include "../unit/unit.h"
#include <string.h>
#include "../support/play.h"

struct stage {
	struct house house;
	struct player p;
};

static inline int
stage_setup(void **state)
{
	static struct stage stage;

	house_open(&stage.house, "flow");
	house_furnish(&stage.house);
	player_init(&stage.p, &stage.house, NULL);
	*state = &stage;
	return 0;
}

/* Whatever was played, the ledger must be right. */
static inline int
stage_teardown(void **state)
{
	struct stage *stage = *state;
	bool right;

	player_done(&stage->p);
	right = house_faults(&stage->house) == 0 && house_is_sound(&stage->house);
	house_close(&stage->house);
	return right ? 0 : -1;
}

#define flow_test(f) \
	cmocka_unit_test_setup_teardown(f, stage_setup, stage_teardown)
#endif
