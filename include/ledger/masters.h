/*
 * masters.h - items, bins, parties, operators, rules and orders.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Definitions are events too: xxx_define appends the event of a definition
 * unless the same fact stands already (*changed tells), and projects it.
 * Finders give 1 found, 0 not, -1 fault.  "" and 0 (or -1 where said) are
 * absent.  Structs own all they hold, unless a note says otherwise.
 */
#ifndef LEDGER_MASTERS_H
#define LEDGER_MASTERS_H
#include <stdbool.h>
#include <stdint.h>
#include "base/err.h"
#include "base/vec.h"
#include "domain/serial_mask.h"
#include "domain/words.h"
#include "ledger/ledger.h"

struct item {
	int64_t id;			/* name number */
	char code[CODE_SIZE];
	char name[NAME_SIZE];
	char gtin[15];			/* 14 digits, or "" */
	char serial_rule[CODE_SIZE];
	enum need lot, made_on, expires_on;
	char warranty[CODE_SIZE];
	char abc[2];
	enum allocation allocation;
	char default_bin[CODE_SIZE];
	int64_t min_remaining_days;	/* -1: none */
	int64_t gcp_len;		/* 6..12, 0: not known */
	char max_temp_note[NAME_SIZE];
};

#define BIN_RESERVED_SIZE 512

struct bin {
	int64_t id;
	char code[CODE_SIZE];
	char zone[CODE_SIZE];
	enum bin_kind kind;
	int64_t sequence;		/* walk order */
	int64_t capacity;		/* units, -1: any number */
	char reserved[BIN_RESERVED_SIZE];	/* ";A;B;", "": for every item */
};
bool bin_reserved_for(const struct bin *, const char *item);	/* named in reserved */
/* reserved as people write it: "A;B", "" for every item. */
void bin_reserved_words(const struct bin *, char out[BIN_RESERVED_SIZE]);

struct party {
	int64_t id;
	char code[CODE_SIZE];
	char name[NAME_SIZE];
	enum party_kind kind;
	char country[4];
	char email[NAME_SIZE];
	char phone[CODE_SIZE];
	int64_t min_remaining_days;	/* a customer takes nothing with less; 0: any */
};

struct operator {
	int64_t id;
	char badge[CODE_SIZE];
	char name[NAME_SIZE];
	enum role role;
	char pin_hash[128];		/* Argon2id text, "": no PIN */
	int64_t failures;
	bool locked;
};

struct serial_rule_def {
	char code[CODE_SIZE];
	char pattern[256];
	char example[TEXT_SIZE];
	char hint[NOTE_SIZE];
	char check[16];
	char strip[256];
	char supplier[CODE_SIZE];
	char mask[SERIAL_MASK_SIZE];	/* by which we make serials, "": we make none */
	char alphabet[12];		/* of the mask, "": alnum */
};

struct warranty_def {
	char code[CODE_SIZE];
	char name[NAME_SIZE];
	int64_t months;
	char starts[16];
	char cap_from[16];
	int64_t cap_months;
	char covers[64];
};

struct order_line {
	int64_t line;
	char item[CODE_SIZE];
	int64_t qty;
	char due[DATE_SIZE];
	int64_t over_pct;
	char serial_from[TEXT_SIZE];	/* units in this range first */
	char serial_to[TEXT_SIZE];
	char allocation[16];		/* enum allocation's word, "": the item's */
	char lots[8];			/* "one": all of a single lot; "": any */
	char note[NOTE_SIZE];
};

struct order {
	int64_t id;
	char key[ORDER_SIZE];		/* "PO:4711" */
	enum order_kind kind;
	char number[CODE_SIZE];
	char party[CODE_SIZE];
	enum order_state state;
	int64_t priority;		/* 1 goes first ... 9; 0: none said, as 5 */
	char note[NOTE_SIZE];
	int64_t opened_at;
	VEC(struct order_line) lines;	/* order_done releases */
};
void order_init(struct order *);
void order_done(struct order *);
void order_key(char out[ORDER_SIZE], enum order_kind, const char *number);
const struct order_line *order_line_of(const struct order *, int64_t line);

int item_find(struct ledger *, const char *code, struct item *, struct err *) MUST_CHECK;
/* By GTIN-14; several items may share one by mistake: *n tells how many. */
int item_find_gtin(struct ledger *, const char *gtin14, struct item *, int *n,
    struct err *) MUST_CHECK;
int bin_find(struct ledger *, const char *code, struct bin *, struct err *) MUST_CHECK;
int party_find(struct ledger *, const char *code, struct party *, struct err *) MUST_CHECK;
int operator_find(struct ledger *, const char *badge, struct operator *, struct err *) MUST_CHECK;
int serial_rule_find(struct ledger *, const char *code, struct serial_rule_def *,
    struct err *) MUST_CHECK;
/* The rule of a supplier for items that name none. */
int serial_rule_for_supplier(struct ledger *, const char *supplier,
    struct serial_rule_def *, struct err *) MUST_CHECK;
int warranty_find(struct ledger *, const char *code, struct warranty_def *,
    struct err *) MUST_CHECK;
/* lines are read too.  *order must be initialised. */
int order_find(struct ledger *, enum order_kind, const char *number,
    struct order *, struct err *) MUST_CHECK;
/* Orders of any kind with this number: fills kinds[] of the hits. */
bool order_kinds_of(struct ledger *, const char *number,
    enum order_kind kinds[ORDER_KINDS], size_t *n, struct err *) MUST_CHECK;

bool item_define(struct ledger *, const struct item *, enum event_entry,
    bool *changed, struct err *) MUST_CHECK;
bool bin_define(struct ledger *, const struct bin *, enum event_entry,
    bool *changed, struct err *) MUST_CHECK;
bool party_define(struct ledger *, const struct party *, enum event_entry,
    bool *changed, struct err *) MUST_CHECK;
/* pin_hash "" keeps the PIN that stands. */
bool operator_define(struct ledger *, const struct operator *, enum event_entry,
    bool *changed, struct err *) MUST_CHECK;
/* The station that defines a rule with a mask first owns its numbers
 * (ledger/serials.h). */
bool serial_rule_define(struct ledger *, const struct serial_rule_def *,
    enum event_entry, bool *changed, struct err *) MUST_CHECK;
bool warranty_define(struct ledger *, const struct warranty_def *,
    enum event_entry, bool *changed, struct err *) MUST_CHECK;
bool bom_define(struct ledger *, const char *parent, const char *child,
    int64_t qty, enum event_entry, bool *changed, struct err *) MUST_CHECK;
/* Is `part` an item that `item` is built of, at any depth, or item itself?
 * 1 yes, 0 no, -1 fault. */
int bom_contains(struct ledger *, const char *item, const char *part,
    struct err *) MUST_CHECK;
/* Lines in order.  state OPEN releases it at once, DRAFT leaves it held back.
 * An order that stands with other lines is amended while it is open: ERR_CLASH
 * (order.closed, order.over, unit.wrong-item, party.mismatch) when units that
 * are bound to it contradict that; units that are only promised to it are given
 * back where it has no room for them.  One that stands as a draft is released by
 * state OPEN; otherwise the state of an order that stands is left alone. */
bool order_define(struct ledger *, const struct order *, enum event_entry,
    bool *changed, struct err *) MUST_CHECK;
/* order.released, .held, .cancelled, .closed, .reopened.  ERR_CLASH
 * order.closed when its state is another than the act begins with, or when
 * what is done forbids to cancel it, or when units are picked or packed for an
 * order that shall end.  Its promises go with it; an order on hold keeps them. */
bool order_set_state(struct ledger *, const struct order *, enum event_type,
    const char *note, enum event_entry, struct err *) MUST_CHECK;

/* Units of a line that are done, by what its kind of order is for: received,
 * shipped (what came back did leave), or returned. */
int64_t order_stages_done(enum order_kind, const int64_t stages[STAGES]);

/* Promise qty pieces of a line without naming units (the whole promise; 0
 * takes it back), within a transaction; and what is promised so. */
bool order_promise(struct ledger *, const char *order, int64_t line, int64_t qty,
    enum event_entry, struct err *) MUST_CHECK;
bool order_promised(struct ledger *, const char *order, int64_t line,
    int64_t *qty, struct err *) MUST_CHECK;

/* What an order's lines come to (FORMATS section 3): open part complete
 * closed cancelled (and draft, held). */
const char *order_status(struct ledger *, const struct order *, struct err *);	/* NULL: fault */

/* Pieces of one line that are done: received (PO, ASN), shipped (SO, TRANSFER),
 * returned (RMA). */
bool order_line_done(struct ledger *, const struct order *,
    const struct order_line *, int64_t *done, struct err *) MUST_CHECK;

/* Five wrong PINs in a row lock a badge (DESIGN section 10). */
#define PIN_TRIES_MAX 5
/* Is this the PIN?  Wrong ones are events.  Needs no open transaction.
 * err: pin.wrong, operator.locked. */
bool operator_check_pin(struct ledger *, const struct operator *, const char *pin,
    struct err *) MUST_CHECK;
/* The same inside an open transaction: false only when the environment
 * failed; a wrong PIN is said in *wrong (ERR_NONE: it was right) and counted
 * by events of this transaction. */
bool operator_try_pin(struct ledger *, const struct operator *, const char *pin,
    struct err *wrong, struct err *err) MUST_CHECK;
bool operator_set_locked(struct ledger *, const struct operator *, bool locked,
    struct err *) MUST_CHECK;
#endif
