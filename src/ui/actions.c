/*
 * actions.c - everything a key can do.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <stdio.h>
#include "base/str.h"
#include "ui/actions.h"
#include "ui/words.h"

static const struct action_row rows[ACT_COUNT] = {
#define ACTION_ROW(id, n, k, c, w, cmd, r, wo, br, se) \
	[ACT_##id] = { .name = n, .key = k, .ctrl = c, .where = w, \
	    .command = cmd, .rank = r, .words = wo, .brief = br, \
	    .sentence = se },
	ACTIONS(ACTION_ROW)
#undef ACTION_ROW
};

#define RANK_HIDDEN 99

/* Commands that the station itself answers, whatever the flow says. */
#define OWN_COMMANDS ((1u << CMD_HELP) | (1u << CMD_LOCK) | (1u << CMD_OK))

const struct action_row *action_row(enum action action)
{
	assert(action > ACT_NONE && action < ACT_COUNT);
	return &rows[action];
}

static bool key_is(const struct action_row *row, const struct press *press)
{
	if (press->key == K_CTRL)
		return row->ctrl != 0 && press->ch == (uint32_t)row->ctrl;
	return row->key != K_NONE && press->key == row->key;
}

enum action action_of_key(const struct press *press, enum situation at)
{
	for (enum action a = ACT_NONE + 1; a < ACT_COUNT; a++)
		if ((rows[a].where & at) != 0 && key_is(&rows[a], press))
			return a;
	return ACT_NONE;
}

enum action action_of_command(enum scan_command command, enum situation at)
{
	if (command == CMD_NONE)
		return ACT_NONE;
	for (enum action a = ACT_NONE + 1; a < ACT_COUNT; a++)
		if (rows[a].command == command && (rows[a].where & at) != 0)
			return a;
	return ACT_NONE;
}

void action_keys(enum action action, char *out, size_t size)
{
	const struct action_row *row = action_row(action);

	if (row->key == K_NONE)
		str_print(out, size, "Ctrl-%c", row->ctrl);
	else if (row->ctrl == 0)
		str_print(out, size, "%s", key_label(row->key));
	else
		str_print(out, size, _("%s or Ctrl-%c"), key_label(row->key),
		    row->ctrl);
}

/* "^K" where there is no function key. */
static const char *label_of(const struct action_row *row)
{
	static const char *const letters[] = { "^A", "^B", "^C", "^D", "^E",
		"^F", "^G", "^H", "^I", "^J", "^K", "^L", "^M", "^N", "^O",
		"^P", "^Q", "^R", "^S", "^T", "^U", "^V", "^W", "^X", "^Y",
		"^Z" };

	if (row->key != K_NONE)
		return key_label(row->key);
	assert(row->ctrl >= 'A' && row->ctrl <= 'Z');
	return letters[row->ctrl - 'A'];
}

static bool is_shown(const struct action_row *row, enum situation at,
    unsigned commands)
{
	if ((row->where & at) == 0 || row->rank == RANK_HIDDEN)
		return false;
	if ((at & (AT_WORK | AT_STOP)) == 0 || row->command == CMD_NONE)
		return true;
	return ((commands | OWN_COMMANDS) & (1u << row->command)) != 0;
}

size_t action_bar(enum situation at, unsigned commands,
    struct bar_key out[ACT_COUNT])
{
	size_t n = 0;

	for (enum action a = ACT_NONE + 1; a < ACT_COUNT; a++)
		if (is_shown(&rows[a], at, commands))
			out[n++] = (struct bar_key){ label_of(&rows[a]),
				_(rows[a].words), _(rows[a].brief),
				RANK_HIDDEN - rows[a].rank };
	return n;
}
