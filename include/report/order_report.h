/*
 * order_report.h - an order: progress by line, and the units bound to it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What is done of a line is as order_line_done (ledger/masters.h) says.
 */
#ifndef REPORT_ORDER_REPORT_H
#define REPORT_ORDER_REPORT_H
#include "base/json.h"
#include "base/vec.h"
#include "ledger/masters.h"

struct order_unit { char item[CODE_SIZE]; char serial[TEXT_SIZE]; };

/* One line of an order with its units. */
struct order_units {
	struct order_line line;
	int64_t done;
	int64_t picked, packed;			/* of the promised ones */
	int64_t soft;				/* promised by number, no unit bound yet */
	VEC(struct order_unit) units;		/* those that are done */
	VEC(struct order_unit) allocated;	/* promised, not done yet */
};
struct order_report {
	struct order order;
	char status[16];
	VEC(struct order_units) lines;
};
/* ERR_ABSENT order.unknown. */
bool order_report_read(struct ledger *, enum order_kind, const char *number,
    struct order_report *out, struct err *) MUST_CHECK;
void order_report_done(struct order_report *);
void order_report_json(const struct order_report *, struct json_out *);
#endif
