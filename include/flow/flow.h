/*
 * flow.h - scans in, verdicts out: the jobs of a station without a screen.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A flow is opened for a terminal and an operator and fed with scans.  Each
 * scan is checked, recorded in the scan log, and answered with one verdict;
 * when the slots of its form are filled the act is committed.  The verdict
 * `done` is given only after the commit is on the disk.
 *
 * The full-screen station, `dockledger scan` and the tests are callers of
 * the same two functions: flow_feed and flow_view.  Nothing here prints or
 * knows a screen.
 *
 * Ownership: a flow belongs to its caller; the ledger and the forms are
 * borrowed and must outlive it.  Views and verdicts are plain values.
 */
#ifndef FLOW_FLOW_H
#define FLOW_FLOW_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/err.h"
#include "flow/form.h"
#include "label/label.h"
#include "ledger/cartons.h"
#include "ledger/ledger.h"
#include "ledger/masters.h"
#include "ledger/print_request.h"
#include "scan/assembler.h"
#include "scan/parse.h"

struct flow;

enum verdict_kind { VERDICT_OK, VERDICT_DONE, VERDICT_ASK, VERDICT_WARN,
    VERDICT_REFUSE, VERDICT_KINDS };
const char *verdict_name(enum verdict_kind);	/* "ok", "done", ... */

#define VERDICT_EVENTS_MAX 8	/* listed by name; more are counted */

struct verdict {
	enum verdict_kind kind;
	char code[32];		/* "" when ok or done without one */
	char text[240];		/* one sentence for a person, no tab or newline */
	char detail[400];	/* facts, for XCXINFO and F1 */
	char hint[240];		/* what to do next */
	char prompt[96];	/* what is wanted now */
	bool acknowledge;	/* a STOP band: the form wants it confirmed */
	size_t n_events;
	struct { int64_t id; enum event_type type; char item[CODE_SIZE];
	    char subject[TEXT_SIZE]; } events[VERDICT_EVENTS_MAX];
};

/* One scan as a terminal or a file gives it. */
struct scan_in {
	const void *bytes;
	size_t len;
	enum scan_entry entry;
	int64_t at_us;		/* monotonic, for double triggers; 0: not known */
};

/* Where the labels of a template go from this station. */
struct station_printer {
	char template_name[LABEL_NAME_SIZE];
	char name[PRINTER_SIZE];
	struct label_profile profile;
};

/* What a station needs to run flows; filled once by the program. */
struct station {
	struct ledger *ledger;
	const struct forms *forms;
	struct scan_options scan_options;
	char terminal[CODE_SIZE];	/* "tty3", "pts/1", "pipe" */
	int lock_wait_ms;		/* for the writer's lock; -1: for ever */
	bool pins_needed;		/* roles above clerk need their PIN */
	struct sscc_plan sscc;		/* how cartons are numbered; prefix "": in-house */
	char site[SERIAL_SITE_MAX + 1];	/* {SITE} of serials made here, "": none */
	const struct labels *labels;	/* templates; NULL: nothing is printed here */
	const struct station_printer *printers;	/* one for each template that has one */
	size_t n_printers;
};

/* Who works.  role decides what is allowed; "os:NAME" acts as admin. */
struct worker {
	char badge[CODE_SIZE];
	char name[NAME_SIZE];
	enum role role;
};
/* The operator of a badge: ERR_ABSENT unknown, ERR_DENIED operator.locked,
 * operator.permission (needs_pin is set when a PIN must be given next). */
bool worker_by_badge(struct station *, const char *badge, struct worker *,
    bool *needs_pin, struct err *) MUST_CHECK;
/* Check the PIN of a badge that needs one; wrong tries are counted. */
bool worker_check_pin(struct station *, const struct worker *, const char *pin,
    struct err *) MUST_CHECK;

/* Open a flow ("receiving", "putaway", "move", "lookup", ...).  ERR_ABSENT:
 * there is no such flow.  ERR_DENIED: the role may not. */
bool flow_open(struct flow **out, struct station *, const char *name,
    const struct worker *, struct err *) MUST_CHECK;
/* Close; what is open stays saved when keep is true (resume later). */
void flow_close(struct flow *, bool keep);
const char *flow_name(const struct flow *);

/* Fill a slot as a scan would (`--slot bin=DOCK-2`); the slot may be one that
 * is not asked for (receiving's bin). */
bool flow_set(struct flow *, const char *slot, const char *value,
    struct verdict *out, struct err *) MUST_CHECK;

/* One scan.  False only when the environment failed (disk, lock): then
 * nothing was booked, *err says why, and the same scan may be fed again
 * (ERR_BUSY: soon).  Everything else is a verdict. */
bool flow_feed(struct flow *, const struct scan_in *, struct verdict *out,
    struct err *) MUST_CHECK;

/* The slots as a JSON object: name -> code, list of codes, or null. */
struct json_out;
void flow_slots_json(struct flow *, struct json_out *);

/* The operator changes in the middle of work (badge); slots stay. */
void flow_set_worker(struct flow *, const struct worker *);

/* Unfinished work of this terminal (or, with any = true, of any terminal
 * whose process is gone): fills names of flows. */
struct flow_unfinished {
	int64_t job;
	char flow[32];
	char operator[CODE_SIZE];
	char terminal[CODE_SIZE];
	int64_t at;
	char words[120];	/* "PO 4711, 12 of 40 done" */
};
bool flow_unfinished(struct station *, bool any, struct flow_unfinished out[],
    size_t max, size_t *n, struct err *) MUST_CHECK;
bool flow_resume(struct flow **out, struct station *, int64_t job,
    const struct worker *, struct err *) MUST_CHECK;

/* Which flow does this scan start from the menu?  "" when it only has a card
 * (then feed it to lookup). */
bool flow_for_scan(struct station *, const struct scan_in *, char flow[32],
    struct err *) MUST_CHECK;

/* --- What a screen shows ---------------------------------------------------- */

#define VIEW_SLOTS 12
#define VIEW_TAPE 10
#define VIEW_ROWS 12
#define VIEW_SUGGESTIONS 6
#define VIEW_CARD 24

struct view_slot {
	char name[24];
	char label[32];
	char value[96];		/* "" when open; many-valued: "3 units" */
	char note[96];		/* item name beside its code, ... */
	bool current, sticky, many, required, asked;
	size_t count;		/* values of a many-valued slot */
};

struct view_tape {
	int64_t at;
	enum verdict_kind kind;
	char code[32];
	char scan[64];		/* what was scanned, shortened, printable */
	char text[160];
	enum scan_entry entry;
};

/* A row of the flow's work list: columns as the form names them. */
struct view_row {
	char cells[FORM_COLUMNS_MAX][64];
	bool current;		/* the line the last scan was for */
	bool complete;
	bool trouble;
};

struct view_suggestion {
	char code[CODE_SIZE];
	char why[96];
};

struct flow_view {
	char title[64];		/* "RECEIVE PO-4711" */
	char subtitle[96];	/* supplier's name ... */
	char prompt[96];	/* "SCAN SERIAL" */
	char prompt_help[240];	/* example and what the slot takes */
	size_t n_slots;
	struct view_slot slots[VIEW_SLOTS];
	int64_t done, total;	/* progress; total 0: not known */
	char progress_unit[24];	/* "units" */
	char big[24];		/* what to show in the largest letters, "" nothing */
	char big_label[32];	/* "GO TO" */
	size_t n_columns;
	char columns[FORM_COLUMNS_MAX][24];
	int widths[FORM_COLUMNS_MAX];
	size_t n_rows;		/* rows in view_row; more_rows says there are more */
	struct view_row rows[VIEW_ROWS];
	bool more_rows;
	size_t n_suggestions;
	struct view_suggestion suggestions[VIEW_SUGGESTIONS];
	size_t n_card;		/* lookup: lines "label: value" of the card */
	struct { char label[24]; char value[160]; } card[VIEW_CARD];
	char card_item[CODE_SIZE];	/* a unit's card: whose history to offer */
	char card_serial[TEXT_SIZE];
	size_t n_tape;		/* newest first */
	struct view_tape tape[VIEW_TAPE];
	struct verdict last;	/* kind VERDICT_OK with empty text: nothing yet */
	bool secret;		/* a PIN is wanted: what is keyed must not show */
	bool stopped;		/* a refusal waits to be acknowledged (XCXOK, next scan) */
	unsigned commands;	/* bit per enum scan_command that works here now */
};
/* Fill *out; reads the database, never writes. */
bool flow_view(struct flow *, struct flow_view *out, struct err *) MUST_CHECK;

/* Names of all flows with their titles, for menus and usage. */
size_t flow_list(const char *names[], const char *titles[], size_t max);
#endif
