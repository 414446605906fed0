/*
 * unit_ask.h - a filter on units as its statements take it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Two walks answer a question: one over the items, in the order of their
 * codes, and within it one over the units of an item, in the order of their
 * keys.  So nothing is sorted that has an index, and nothing is held but one
 * row.
 */
#ifndef REPORT_UNIT_ASK_H
#define REPORT_UNIT_ASK_H
#include "domain/serial_key.h"
#include "report/unit_list.h"

/* A bound of serial keys: the key, and one byte to be just after it. */
struct bound {
	unsigned char bytes[SERIAL_KEY_MAX + 1];
	size_t n;
};
/* At the key of serial, or with `after` just behind it. */
void bound_set(struct bound *, const char *serial, bool after);
int bound_compare(const struct bound *, const struct bound *);

struct item_ref {
	int64_t id;
	char code[CODE_SIZE];
};

struct asked {
	struct ledger *ledger;
	struct store *store;
	const struct unit_filter *f;
	struct bound low, high;		/* low <= key < high */
	int64_t item, bin, carton, order, party;
	bool nothing;			/* a name that no row can have */
	bool back;
};

/* ERR_INPUT as unit_filter_check.  The filter is borrowed. */
bool unit_ask(struct asked *, struct ledger *, const struct unit_filter *,
    bool back, struct err *) MUST_CHECK;

/* ERR_INPUT serial.format: too long for a serial. */
bool unit_ask_serial(const char *serial, struct err *) MUST_CHECK;

/* The items to go through, from the anchor's on ("": all), until *more is
 * false.  Backwards when the question is. */
typedef bool item_each(void *ctx, const struct item_ref *, bool *more,
    struct err *);
bool items_each(const struct asked *, const char *anchor, item_each *,
    void *ctx, struct err *) MUST_CHECK;

/* Walk the units of an item between two keys; rows by store_next. */
enum query units_query(const struct asked *);
bool units_walk(const struct asked *, int64_t item, const struct bound *low,
    const struct bound *high, struct err *) MUST_CHECK;
/* The same, each read and given to each until *more is false. */
bool units_each(const struct asked *, int64_t item, const struct bound *low,
    const struct bound *high, bool (*each)(void *, const struct unit *),
    void *ctx, bool *more, struct err *) MUST_CHECK;
#endif
