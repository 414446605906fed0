/*
 * form.h - how a flow is laid out: its slots in scan order, as data.
 * SPDX-License-Identifier: Apache-2.0
 *
 * forms/NAME.form (libconfig syntax, dockledger-form(5)).  The built-in forms
 * are compiled in and also installed; a site overrides one by a file of the
 * same name in its configuration folder.  A broken override is refused with
 * file, line and what is wrong, and the built-in form is used.
 */
#ifndef FLOW_FORM_H
#define FLOW_FORM_H
#include <stdbool.h>
#include <stddef.h>
#include "base/err.h"

#define FORM_SLOTS_MAX 12
#define FORM_COLUMNS_MAX 8

/* What a slot takes; a form names several. */
enum accepts {
	ACCEPT_UNIT = 1 << 0,		/* a known unit: serial, GTIN + serial */
	ACCEPT_SERIAL = 1 << 1,		/* a serial, known or new */
	ACCEPT_ITEM = 1 << 2, ACCEPT_BIN = 1 << 3, ACCEPT_ORDER = 1 << 4,
	ACCEPT_PARTY = 1 << 5, ACCEPT_CARTON = 1 << 6, ACCEPT_LOT = 1 << 7,
	ACCEPT_DATE = 1 << 8, ACCEPT_TEXT = 1 << 9, ACCEPT_TASK = 1 << 10,
	ACCEPT_BADGE = 1 << 11, ACCEPT_QTY = 1 << 12, ACCEPT_REASON = 1 << 13,
	ACCEPT_ANY = 1 << 14, ACCEPT_RANGE = 1 << 15
};
const char *accepts_name(enum accepts one);
int accepts_find(const char *name);		/* the bit, or -1 */
/* "a bin or an order" */
void accepts_words(unsigned accepts, char *out, size_t size);

enum entry_policy { POLICY_ANY, POLICY_SCAN_ONLY, POLICY_KEYED_NEEDS_REASON,
    POLICY_KEYED_NEEDS_SUPERVISOR };

struct form_slot {
	char name[24];
	char label[32];
	char prompt[64];	/* "SCAN THE BIN" */
	char help[240];
	char example[64];
	unsigned accepts;
	bool sticky;		/* kept after a commit */
	bool many;		/* takes values until the next slot is filled */
	bool required;
	bool asked;		/* false: filled by scans and --slot only, never prompted */
	char when[24];		/* "" always; else a slot that must be filled first */
	enum entry_policy entry;
	int width;
	bool stop;		/* a refusal here must be acknowledged */
};

struct form_column {
	char name[24];		/* a column the flow's work list knows */
	char title[24];
	int width;		/* 0: what is left */
};

struct form {
	char name[32];
	char title[48];
	char help[600];
	size_t n_slots;
	struct form_slot slots[FORM_SLOTS_MAX];
	size_t n_columns;
	struct form_column columns[FORM_COLUMNS_MAX];
	char print[32];		/* template of the label at the accepting scan, "" none */
	char source[128];	/* path, or "built in" */
};

struct forms;
/* Built-in forms, and overrides from folder (NULL: none).  Each broken
 * override goes to complain (FILE:LINE: what) and is left out. */
bool forms_load(struct forms **out, const char *folder,
    void (*complain)(void *ctx, const struct err *), void *ctx, struct err *)
    MUST_CHECK;
void forms_free(struct forms *);
const struct form *forms_find(const struct forms *, const char *name);
/* Parse one form; every fault names file and line. */
bool form_parse(const char *file, const char *text, struct form *out,
    struct err *) MUST_CHECK;
int form_slot_index(const struct form *, const char *slot);	/* -1: none */
#endif
