/*
 * command.c - the command codes that clerks scan from a card.
 * SPDX-License-Identifier: Apache-2.0
 *
 * They are spelled with letters that stand in one place on every keyboard
 * layout, and compared without case, so that neither a foreign layout nor
 * Caps Lock can break them.
 */
#include <assert.h>
#include "base/str.h"
#include "scan/assembler.h"
#include "scan/parse.h"

static const char *const commands[CMD_COUNT] = {
	[CMD_NONE] = "",
	[CMD_DONE] = "XCXDONE",
	[CMD_UNDO] = "XCXUNDO",
	[CMD_PREV] = "XCXPREV",
	[CMD_NEXT] = "XCXNEXT",
	[CMD_SKIP] = "XCXSKIP",
	[CMD_SHORT] = "XCXSHORT",
	[CMD_FULL] = "XCXFULL",
	[CMD_BEGIN] = "XCXBEGIN",
	[CMD_OK] = "XCXOK",
	[CMD_NO] = "XCXNO",
	[CMD_HELP] = "XCXHELP",
	[CMD_INFO] = "XCXINFO",
	[CMD_REPRINT] = "XCXREPRINT",
	[CMD_LOCK] = "XCXLOCK",
};

const char *scan_command_name(enum scan_command command)
{
	assert((int)command >= 0 && command < CMD_COUNT);
	return commands[command];
}

enum scan_command scan_command_find(const char *text)
{
	for (int i = CMD_NONE + 1; i < CMD_COUNT; i++)
		if (str_ieq(text, commands[i]))
			return (enum scan_command)i;
	return CMD_NONE;
}

const char *scan_entry_name(enum scan_entry entry)
{
	static const char *const names[] = {
		[ENTRY_SCANNED] = "scanned", [ENTRY_KEYED] = "keyed",
		[ENTRY_PASTED] = "pasted", [ENTRY_FILE] = "file",
		[ENTRY_SYSTEM] = "system",
	};

	assert((int)entry >= 0 && entry <= ENTRY_SYSTEM);
	return names[entry];
}
