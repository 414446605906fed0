/*
 * flow_private.h - what the engine and the flows share.
 * SPDX-License-Identifier: Apache-2.0
 *
 * One feed is one transaction: begin, understand the scan, answer, log it,
 * save the open work, commit.  Everything a feed changes in memory is written
 * to the job's state; when the transaction fails, memory is read back from
 * the state saved last, so that the two never differ.
 */
#ifndef FLOW_PRIVATE_H
#define FLOW_PRIVATE_H
#include "base/json.h"
#include "base/str.h"
#include "base/vec.h"
#include "domain/serial_range.h"
#include "domain/serial_rule.h"
#include "flow/flow.h"

#define MANY_MAX 500		/* values of a many-valued slot */
#define COMMITS_MAX 20		/* acts that XCXUNDO can reach back over */
#define UNITS_OF_SERIAL_MAX 8
#define NEAR_SHOWN 3

struct value {
	char code[96];		/* serial of a unit, date, lot, code of the thing */
	char item[CODE_SIZE];	/* of a unit */
	char note[NAME_SIZE];	/* name, for the screen */
	char where[CODE_SIZE];	/* bin of a unit when it was scanned */
};

struct slot {
	VEC(struct value) values;	/* none: open */
	bool fresh;			/* filled since the last act: XCXUNDO takes it */
};

/* An act that can be undone.  Its events were appended in one transaction,
 * so their ids follow one another. */
struct commit {
	int64_t at;
	char words[96];
	int64_t first, n;
};

/* What a scan means here: everything it can be, found by its structure and by
 * looking it up. */
struct meaning {
	const struct scan_parsed *parsed;
	unsigned kinds;		/* enum accepts, or-ed: what it is known to be */
	bool structured;	/* its carrier or prefix said what it is */
	struct item item;	/* ACCEPT_ITEM, or the item of a unit's label */
	bool has_item;
	bool gtin_unknown;	/* a GTIN that no item has */
	struct bin bin;
	struct party party;
	struct operator badge;
	enum order_kind order_kinds[ORDER_KINDS];
	size_t n_orders;
	char order_number[CODE_SIZE];
	char carton[CODE_SIZE];	/* ACCEPT_CARTON: the code of a container ... */
	struct carton container;	/* ... and what is known of it; id 0: not ours */
	char serial[TEXT_SIZE];	/* as it would be stored, "" none */
	struct unit *units;	/* known ones with that serial (and item) */
	size_t n_units;
	struct serial_range range;	/* ACCEPT_RANGE */
	char date[DATE_SIZE];	/* ACCEPT_DATE: a plain date */
	char text[SCAN_BYTES_MAX + 1];
};

#define CODES_SIZE 128	/* a set of verdict codes, " a b " */

enum pending { PENDING_NONE, PENDING_CONFIRM, PENDING_OVERRIDE, PENDING_PIN,
    PENDING_REASON, PENDING_LABEL };

/* What the next scan answers. */
struct question {
	enum pending kind;
	char code[32];
	struct str scan;		/* bytes of the scan it is about */
	enum scan_entry entry;
	struct worker who;		/* whose PIN is wanted */
	char had[CODES_SIZE];		/* confirmed before it, " a b " */
	char allowed[CODES_SIZE];	/* allowed before it */
	bool is_switch;			/* the PIN is for changing the operator */
};

struct flow;
struct memory;

/* The delivery at work. */
struct delivery {
	char key[ORDER_SIZE];		/* "PO:4711", "": not read */
	int64_t id;
	char party[CODE_SIZE];
	bool announced;			/* an ASN named the serials to come */
};

/* The line that takes n more of an item. */
struct line_choice {
	int64_t line;			/* 0: the item is not on the order */
	int64_t qty, came;		/* of that line */
	bool over;			/* n more are more than ordered ... */
	bool within;			/* ... but within the tolerance */
};

/* How well a line of an order takes a unit that is picked; better ones last. */
enum pick_rank { RANK_NONE, RANK_FULL, RANK_OVER, RANK_SWAP, RANK_SWAP_HERE,
    RANK_OPEN, RANK_PROMISED };

/* The line that a picked unit is for. */
struct pick_choice {
	enum pick_rank rank;		/* NONE: no order wants the item */
	size_t order;			/* index in the orders of the walk */
	int64_t line, qty, gone;	/* gone: picked and further */
	char replaces[TEXT_SIZE];	/* SWAP: the unit that is promised */
};

/* What a picker has in hand and was told. */
struct picking {
	char tote[CODE_SIZE];		/* "": none is used; "?": one is wanted */
	char emptied[CODE_SIZE];	/* the book says that this bin is empty now */
	char prompt[96];		/* other than the form's, "" none */
	/* cluster: what was said yes to when the unit was scanned, kept until
	 * its tote is */
	char had[CODES_SIZE], allowed[CODES_SIZE];
	char allowed_last[32], allowed_by[CODE_SIZE], allowed_reason[CODE_SIZE];
};

struct slot_def {
	const char *name;
	unsigned may_accept;
	bool required;		/* a form must have it */
};

struct flow_def {
	const char *name;
	const char *title;
	bool any_role;
	enum permission may;
	const struct slot_def *slots;
	size_t n_slots;
	const char *const *columns;	/* NULL-ended: what the work list knows */
	const char *label;	/* template of its labels, NULL: it prints none */
	unsigned commands;	/* bits of enum scan_command beyond the common ones */
	/* May this value fill the slot?  Fills it (flow_fill) or sets a
	 * refusal or question in *v.  False: the environment failed. */
	bool (*take)(struct flow *, size_t slot, const struct meaning *,
	    struct verdict *, struct err *);
	/* All that is required is there: append the events. */
	bool (*commit)(struct flow *, struct verdict *, struct err *);
	/* A command code of this flow; *handled false leaves it to the engine. */
	bool (*command)(struct flow *, enum scan_command, bool *handled,
	    struct verdict *, struct err *);
	/* Work list, progress, suggestions, big letters. */
	bool (*view)(struct flow *, struct flow_view *, struct err *);
	/* Is the slot asked for now (form's when = "item")? NULL: yes */
	bool (*wants)(struct flow *, size_t slot);
	/* A scan that is for no slot, before it is refused: *handled says that
	 * *v is the answer.  NULL: none */
	bool (*other)(struct flow *, const struct meaning *, bool *handled,
	    struct verdict *, struct err *);
	/* A slot outside the form (`--slot bin=`); NULL: none */
	bool (*set_extra)(struct flow *, const char *slot, const char *value,
	    struct verdict *, struct err *);
	/* What is wanted now, when the form's prompt does not say it; false:
	 * the form's.  NULL: always the form's. */
	bool (*prompt)(const struct flow *, char *out, size_t size);
};

struct flow {
	struct station *st;
	struct ledger *l;
	const struct form *form;
	const struct flow_def *def;
	struct worker worker;
	struct slot slots[FORM_SLOTS_MAX];
	char dock[CODE_SIZE];		/* receiving's bin */
	VEC(struct commit) commits;
	VEC(struct value) skipped;	/* bins passed over by XCXFULL or XCXSKIP */
	struct picking picking;
	int64_t weight_g;		/* of the container at work, booked when it closes */

	/* the scan at hand */
	struct scan_parsed parsed;
	struct unit units[UNITS_OF_SERIAL_MAX];
	enum scan_entry entry;
	char confirmed[CODES_SIZE];	/* what re-scans of it confirmed */
	char allowed[CODES_SIZE];	/* what a supervisor allowed ... */
	char allowed_last[32];		/* ... the last of it ... */
	struct worker allowed_by;
	char allowed_reason[CODE_SIZE];
	bool act_open;			/* the last of commits gathers this feed's events */
	bool saw_commit;		/* events were appended */

	/* read once, and believed until anybody but this flow has written */
	int64_t seen_version, seen_commits;
	struct item item;		/* code "": not read */
	bool item_is_of_gtin;		/* the only one of its GTIN */
	struct delivery delivery;
	struct line_choice line;	/* for the unit at hand, in this feed alone */
	struct pick_choice choice;	/* the same, where units go out */
	char rule_item[CODE_SIZE];	/* whose rule is rule_now, "": not read */
	char rule_supplier[CODE_SIZE];
	struct serial_rule *rule_now;	/* NULL: it has none */

	struct question asked;
	bool asked_now;			/* about the scan at hand */
	struct memory *before;		/* as it was before this feed */

	struct verdict last;
	enum verdict_kind standing;	/* of the last scan that was no mere question */
	struct verdict refusal;		/* what XCXINFO explains */
	struct str refused_scan;	/* bytes of the scan last refused, for XCXNO/XCXBEGIN */
	struct unit subject;		/* unit the last refusal or act was about */
	bool has_subject;
	struct value notice;	/* ship: what left already, for XCXNO */
	char container[CODE_SIZE];	/* the one that the last notice was about */
	char closed[CODE_SIZE];		/* the one that was closed last */
	bool stopped;
	struct view_tape tape[VIEW_TAPE];
	size_t n_tape;
	int64_t last_scan_ms;
	int64_t job;
	struct serial_rule *rule;	/* compiled last, and from what */
	struct serial_rule_def rule_def;
	size_t n_card;			/* lookup: the card of the last scan */
	struct { char label[24]; char value[160]; } card[VIEW_CARD];
	int64_t opened_at;
	struct str saved;		/* the state as saved last */
	bool said_no_printer;		/* once is enough */
	bool roll_back;			/* the verdict stands, what was written does not */
};

/* verdict.c */
void verdict_clear(struct verdict *);
/* Set kind, code and text; each returns true so that a check can end with it. */
bool verdict_say(struct verdict *, enum verdict_kind, const char *code,
    const char *fmt, ...) PRINTF_LIKE(4, 5);
bool verdict_more(struct verdict *, const char *detail, const char *fmt, ...)
    PRINTF_LIKE(3, 4);
bool verdict_from_err(struct verdict *, const struct err *);
/* Was it the data (then it is a refusal, true), not the environment? */
bool verdict_if_input(struct verdict *, struct err *);

/* feed.c, understand.c */
/* A scan that is no command and no answer: fill slots with it, commit. */
bool feed_understand(struct flow *, const struct scan_in *, struct verdict *,
    struct err *) MUST_CHECK;
/* Does the scan carry what this slot takes? */
bool meaning_fits(const struct flow *, size_t slot, const struct meaning *);
bool flow_half_filled(const struct flow *);

/* slots.c */
/* The item of a code, as it is in this transaction: 1, 0 or -1. */
int flow_item(struct flow *, const char *code, const struct item **out,
    struct err *) MUST_CHECK;
void flow_forget_reads(struct flow *);
/* Within a transaction: forget what was read when somebody has written.
 * *fresh: nobody has. */
bool flow_check_reads(struct flow *, bool *fresh, struct err *) MUST_CHECK;
int flow_slot(const struct flow *, const char *name);	/* index in the form, -1 */
const struct value *flow_value(const struct flow *, const char *slot);	/* first, or NULL */
const char *flow_text(const struct flow *, const char *slot);	/* its code, or "" */
struct value *flow_fill(struct flow *, size_t slot, const char *code,
    const char *note);
void flow_empty(struct flow *, const char *slot);
size_t flow_current(const struct flow *);	/* n_slots: all are filled */
bool flow_is_complete(const struct flow *);
bool flow_is_ready_for(const struct flow *, const char *slot);	/* all before it are filled */
void flow_after_commit(struct flow *);

/* resolve.c */
bool resolve(struct flow *, const struct scan_in *, unsigned accepts,
    struct meaning *, struct err *) MUST_CHECK;
void meaning_words(const struct meaning *, char *out, size_t size);
bool near_words(struct flow *, const char *text, unsigned accepts, char *out,
    size_t size, struct err *) MUST_CHECK;

/* act.c: events of this feed */
bool flow_append(struct flow *, struct verdict *, struct event *, struct err *)
    MUST_CHECK;
/* An event beside the act, of a verdict that is not `done`: a promise made when
 * the order is scanned, a count asked for after a refusal.  XCXUNDO does not
 * reach it. */
bool flow_append_aside(struct flow *, struct verdict *, struct event *,
    struct err *) MUST_CHECK;
/* Both as a callback of the ledger's; ctx is a struct booker. */
struct booker { struct flow *f; struct verdict *v; };
bool flow_book(void *ctx, struct event *, struct err *) MUST_CHECK;
bool flow_book_aside(void *ctx, struct event *, struct err *) MUST_CHECK;
/* An event on a container, as part of the act. */
bool flow_carton(struct flow *, struct verdict *, const char *code,
    enum event_type, const struct carton_say *, struct err *) MUST_CHECK;
/* Ask for a count of a bin (once: an open request is enough).  *code, if not
 * NULL, gets the task's code; aside as above, else part of the act. */
bool flow_ask_count(struct flow *, struct verdict *, const char *bin,
    const char *item, const char *reason, bool aside, char *code,
    struct err *) MUST_CHECK;
/* promise.c: a unit was put on hold, or is not there.  If it was promised to an
 * order (was: as it stood before), the promise goes to another unit where there
 * is one, as part of the act.  words: "SO:1 gets D3 instead", "" when nobody was
 * promised it. */
bool flow_promise_gone(struct flow *, struct verdict *, const struct unit *was,
    const char *reason, char *words, size_t size, struct err *) MUST_CHECK;
void flow_commit_words(struct flow *, const char *fmt, ...) PRINTF_LIKE(2, 3);
bool flow_incident(struct flow *, struct verdict *, enum subject_kind,
    const char *item, const char *subject, const char *code,
    const char *detail, struct err *) MUST_CHECK;
bool flow_undo_last(struct flow *, struct verdict *, struct err *) MUST_CHECK;

/* ask.c: confirmations, overrides, badges */
/* Is this question answered yes already?  If not, asks (the same scan again
 * confirms) and returns false with *v set. */
bool flow_confirmed(struct flow *, struct verdict *, const char *code,
    const char *fmt, ...) PRINTF_LIKE(4, 5);
/* Is it allowed by a supervisor?  If not, refuses and lets a badge allow it. */
bool flow_allowed(struct flow *, struct verdict *, const char *code,
    const char *fmt, ...) PRINTF_LIKE(4, 5);
bool flow_has(const char *codes, const char *code);
bool ask_handle(struct flow *, const struct scan_in *, bool *handled,
    struct scan_in *again, struct verdict *, struct err *) MUST_CHECK;
bool badge_scanned(struct flow *, const struct operator *, struct verdict *,
    struct err *) MUST_CHECK;
void ask_forget(struct flow *);

/* Ask something of this kind about the scan at hand. */
void ask_about(struct flow *, enum pending, const char *code);
/* The scan that was just understood is the one the question is about. */
void ask_keep_scan(struct flow *, const struct scan_in *);

/* memory.c: what a feed may change, as it was before it */
void memory_keep(struct flow *);
void memory_restore(struct flow *);
void memory_restore_slots(struct flow *);
void memory_free(struct memory *);

/* command.c */
bool command_handle(struct flow *, enum scan_command, struct verdict *,
    struct err *) MUST_CHECK;
/* XCXUNDO: what came since the last act, else that act. */
bool command_undo(struct flow *, struct verdict *, struct err *) MUST_CHECK;
unsigned command_bits(const struct flow *);

/* job.c */
void state_write(const struct flow *, struct str *out);
void flow_state_done(struct flow *);	/* releases slots and commits */
bool state_read(struct flow *, const char *json, struct err *) MUST_CHECK;
bool job_refresh(struct flow *, struct err *) MUST_CHECK;	/* taken over meanwhile? */
bool job_save(struct flow *, struct err *) MUST_CHECK;
bool process_lives(int64_t pid);
/* pick_state.c: what of a pick is in the state of its job */
void picking_write(const struct picking *, struct json_out *);
void picking_read(struct picking *, const struct json *);
/* Does another open job hold this unit among its scanned ones? */
bool job_holds_unit(struct flow *, const char *item, const char *serial,
    struct flow_unfinished *who, bool *held, struct err *) MUST_CHECK;
bool job_take_unit(struct flow *, int64_t job, const char *item,
    const char *serial, struct err *) MUST_CHECK;

/* place.c: bins as places to put things */
bool bin_first_of(struct flow *, enum bin_kind, struct bin *out, bool *found,
    struct err *) MUST_CHECK;
/* May n more units of item stand in the bin?  Sets a refusal if not. */
bool place_allows(struct flow *, const struct bin *, const char *item, int64_t n,
    bool *ok, struct verdict *, struct err *) MUST_CHECK;
bool place_suggest(struct flow *, const char *item, int64_t n,
    struct view_suggestion out[], size_t max, size_t *count, struct err *)
    MUST_CHECK;

/* serial.c: a serial against the rule of its item or supplier */
/* The rule in force, or NULL; compiled once while it stays the same. */
bool serial_rule_of(struct flow *, const struct item *, const char *supplier,
    struct serial_rule **out, struct err *) MUST_CHECK;
/* The serial as it is stored: without the prefix or identifier that the rule
 * knows.  False with *v a refusal when no reading passes. */
bool serial_accept(struct flow *, const struct meaning *, struct serial_rule *,
    char out[TEXT_SIZE], struct verdict *);

bool job_end(struct flow *, struct err *) MUST_CHECK;	/* all is done: a new job begins */
bool job_read_acts(struct flow *, struct err *) MUST_CHECK;	/* what XCXUNDO reaches */

/* view.c */
void view_cell(const struct flow_view *, struct view_row *, const char *column,
    const char *text);
void view_number(const struct flow_view *, struct view_row *, const char *column,
    int64_t number);

/* words.c: sentences about units, for refusals */
void unit_where_words(struct flow *, const struct unit *, char *out, size_t size);
bool unit_arrival(struct flow *, const struct unit *, struct event *out,
    bool *found, struct err *) MUST_CHECK;

const struct flow_def *flow_def_find(const char *name);
extern const struct flow_def receiving_flow, putaway_flow, move_flow, pick_flow,
    cluster_flow, pack_flow, pallet_flow, ship_flow, lookup_flow,
    commission_flow, labelcheck_flow;
/* A form must fit the flow of its name; complaint names file and line. */
bool form_fits(const struct form *, const struct flow_def *, struct err *)
    MUST_CHECK;
extern const char *const builtin_forms[];	/* name, text, name, text ..., NULL */
#endif
