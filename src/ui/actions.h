/*
 * actions.h - everything a key can do, in one table.
 * SPDX-License-Identifier: Apache-2.0
 *
 * From ACTIONS come the enum, the key map, the function bar, the help and a
 * test that no key means two things at once.  At any moment the station is in
 * one situation; an action works in the situations of its row and no other.
 * A refusal is a situation of its own, so that F3 is "OK" there and "Done"
 * before and after: whoever presses it to be rid of a red band must not close
 * a delivery by it.
 *
 * Every command code a clerk can scan has a key, and the key does what the
 * code does.  Keys that VT220 terminals lack (F5) have a second one.
 */
#ifndef UI_ACTIONS_H
#define UI_ACTIONS_H
#include <stdbool.h>
#include <stddef.h>
#include "scan/parse.h"
#include "term/bar.h"
#include "term/keys.h"

enum situation {
	AT_LOGIN = 1 << 0,	/* nobody is logged in, or it is locked */
	AT_MENU = 1 << 1,
	AT_FLOW = 1 << 2,	/* scans go into a flow */
	AT_CARD = 1 << 3,	/* a flow that shows the card of a unit */
	AT_LIST = 1 << 4,
	AT_RECORD = 1 << 5,	/* one thing with its rows: a unit, an order */
	AT_INCIDENT = 1 << 6,
	AT_TEXT = 1 << 7,	/* something to read */
	AT_OPERATORS = 1 << 8,	/* the list of operators */
	AT_REFUSED = 1 << 9,	/* a flow that has just refused, and does not wait */
	AT_STOP = 1 << 10,	/* a refusal waits to be acknowledged */
	AT_ORDER = 1 << 11,	/* an order that may be promised units */
	AT_PRINTS = 1 << 12,	/* labels that were asked for ... */
	AT_PRINT = 1 << 13,	/* ... one of them */
	AT_LABEL = 1 << 14	/* a label is made */
};
#define SITUATIONS 15
#define AT_WORK (AT_FLOW | AT_CARD | AT_REFUSED)
#define AT_READ (AT_LIST | AT_RECORD | AT_INCIDENT | AT_OPERATORS | AT_ORDER | \
    AT_PRINTS | AT_PRINT)
#define AT_ANY ((1 << SITUATIONS) - 1)

/*
 * _(id, name, key, ctrl letter or 0, situations, command, rank, words, brief,
 *   sentence): rank orders who stays in a function bar that is too narrow, the
 * lowest longest; 99 is never shown there.
 */
#define ACTIONS(_) \
	_(HELP, "help", K_F1, 0, AT_ANY, CMD_HELP, 1, N_("Help"), N_("Hlp"), \
	    N_("What is wanted here, and what every key does")) \
	_(UNDO, "undo", K_F2, 0, AT_WORK, CMD_UNDO, 2, N_("Undo"), N_("Und"), \
	    N_("Take the last act back; it stays in the ledger as undone")) \
	_(DONE, "done", K_F3, 0, AT_FLOW | AT_CARD, CMD_DONE, 3, N_("Done"), N_("Don"), \
	    N_("Finish this part of the work")) \
	_(OK, "ok", K_F3, 0, AT_STOP | AT_REFUSED, CMD_OK, 2, N_("OK"), N_("OK"), \
	    N_("I have read why it was stopped; go on")) \
	_(BACK, "back", K_F3, 0, AT_READ | AT_TEXT, CMD_NONE, 3, N_("Back"), \
	    N_("Bck"), N_("To the screen before")) \
	_(SIGN_OFF, "sign-off", K_F3, 0, AT_MENU, CMD_NONE, 5, N_("Sign off"), \
	    N_("Off"), N_("Leave the station to the next operator")) \
	_(NEXT, "next", K_F4, 0, AT_WORK, CMD_NEXT, 6, N_("Next"), N_("Nxt"), \
	    N_("The next piece of work, or the next suggestion")) \
	_(RESUME, "resume", K_F4, 0, AT_MENU, CMD_NEXT, 4, N_("Resume"), \
	    N_("Res"), N_("Go on with the work that was left open last")) \
	_(RESOLVE, "resolve", K_F4, 0, AT_INCIDENT, CMD_NONE, 4, \
	    N_("Resolve"), N_("Res"), \
	    N_("Settle this incident with an outcome and a note")) \
	_(UNLOCK, "unlock", K_F4, 0, AT_OPERATORS, CMD_NONE, 4, N_("Unlock"), \
	    N_("Unl"), N_("Let the badge under the bar log in again")) \
	_(ALLOCATE, "allocate", K_F4, 0, AT_ORDER, CMD_NONE, 4, N_("Allocate"), \
	    N_("All"), N_("Promise units to this order, as a picker's scan of it " \
	    "does")) \
	_(VOID_LABEL, "cancel-label", K_F2, 0, AT_PRINTS | AT_PRINT, CMD_NONE, 5, \
	    N_("Cancel"), N_("Can"), N_("Do not print this label; one on its way " \
	    "stops with its whole print job")) \
	_(RETRY, "retry", K_F4, 0, AT_PRINTS | AT_PRINT, CMD_NONE, 4, N_("Retry"), \
	    N_("Rty"), N_("Print this label again, or let a held one go")) \
	_(HOLD, "hold", K_F6, 0, AT_PRINTS | AT_PRINT, CMD_NONE, 7, N_("Hold"), N_("Hld"), \
	    N_("Keep a waiting label from printing until F4 lets it go")) \
	_(IN_HAND, "in-hand", K_F7, 0, AT_PRINTS | AT_PRINT, CMD_NONE, 6, N_("In hand"), \
	    N_("Hnd"), N_("This label is in my hand and can be read")) \
	_(OTHERS, "others", K_F8, 0, AT_PRINTS, CMD_NONE, 8, N_("All/open"), \
	    N_("All"), N_("Every label, or only those that somebody waits for")) \
	_(PRINT, "print", K_F3, 0, AT_LABEL, CMD_NONE, 2, N_("Print"), N_("Prt"), \
	    N_("Print the label that is shown")) \
	_(COPIES, "copies", K_F4, 0, AT_LABEL, CMD_NONE, 6, N_("Copies"), \
	    N_("Cop"), N_("How many of this label, 1 to 99")) \
	_(TEMPLATE, "template", K_F7, 0, AT_LABEL, CMD_NONE, 7, N_("Template"), \
	    N_("Tpl"), N_("Take another template from the list")) \
	_(QUEUE, "queue", K_F8, 0, AT_LABEL, CMD_NONE, 5, N_("Queue"), N_("Que"), \
	    N_("The labels that were asked for, and what became of them")) \
	_(PREV, "previous", K_F5, 'P', AT_WORK, CMD_PREV, 9, N_("Prev"), \
	    N_("Prv"), N_("Back to the step before")) \
	_(REPRINT, "reprint", K_F6, 0, AT_WORK, CMD_REPRINT, 10, \
	    N_("Reprint"), N_("Rpt"), N_("Print the last label again")) \
	_(SHORT, "short", K_F7, 0, AT_WORK, CMD_SHORT, 7, N_("Short"), \
	    N_("Sho"), N_("There is less than there should be")) \
	_(BEGIN, "begin", K_F8, 0, AT_FLOW | AT_REFUSED | AT_STOP, CMD_BEGIN, 8, \
	    N_("Begin"), N_("Beg"), \
	    N_("Begin something new: a carton, an incident about a refusal")) \
	_(HISTORY, "history", K_F8, 0, AT_CARD, CMD_NONE, 4, N_("History"), \
	    N_("His"), N_("Everything that ever happened to this unit")) \
	_(MENU, "menu", K_F9, 0, AT_ANY & ~(AT_LOGIN | AT_MENU), CMD_NONE, 4, \
	    N_("Menu"), N_("Mnu"), N_("To the menu; open work is kept")) \
	_(LOCK, "lock", K_F10, 0, AT_ANY & ~AT_LOGIN, CMD_LOCK, 5, N_("Lock"), \
	    N_("Lck"), N_("Lock the station; open work is kept")) \
	_(INFO, "why", K_F11, 'E', AT_WORK | AT_STOP, CMD_INFO, 6, N_("Why"), \
	    N_("Why"), N_("Why the last scan was refused, and what would pass")) \
	_(FULL, "full", K_F12, 'F', AT_WORK, CMD_FULL, 11, N_("Full"), \
	    N_("Ful"), N_("The bin or carton is full; take another one")) \
	_(SKIP, "skip", K_NONE, 'K', AT_WORK, CMD_SKIP, 99, N_("Skip"), \
	    N_("Skp"), N_("Leave this piece of work for later")) \
	_(NO, "no", K_NONE, 'N', AT_WORK | AT_STOP, CMD_NO, 99, N_("No"), \
	    N_("No"), N_("No to what was asked; nothing changes")) \
	_(REDRAW, "redraw", K_NONE, 'L', AT_ANY, CMD_NONE, 99, N_("Redraw"), \
	    N_("Red"), N_("Draw the whole screen again")) \
	_(QUIT, "quit", K_NONE, 'Q', AT_LOGIN, CMD_NONE, 99, N_("Quit"), \
	    N_("Qui"), N_("End the program"))

enum action {
	ACT_NONE,
#define ACTION_ID(id, ...) ACT_##id,
	ACTIONS(ACTION_ID)
#undef ACTION_ID
	ACT_COUNT
};

struct action_row {
	const char *name;	/* "undo" */
	enum key key;		/* K_NONE: only ctrl */
	char ctrl;		/* a letter, or 0 */
	unsigned where;		/* enum situation, or-ed */
	enum scan_command command;	/* what it feeds to a flow; CMD_NONE */
	int rank;
	const char *words, *brief, *sentence;	/* not translated yet */
};

/* The row of an action (not ACT_NONE). */
const struct action_row *action_row(enum action action);
/* What a key means in a situation; ACT_NONE: nothing. */
enum action action_of_key(const struct press *press, enum situation at);
/* What a scanned command means there. */
enum action action_of_command(enum scan_command command, enum situation at);
/* "F5 or Ctrl-P" */
void action_keys(enum action action, char *out, size_t size);

/*
 * The function bar of a situation: the rows of actions that work there; those
 * that feed a command only when its bit is in commands.  Returns how many.
 */
size_t action_bar(enum situation at, unsigned commands,
    struct bar_key out[ACT_COUNT]);
#endif
