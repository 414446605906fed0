/*
 * carton_report.h - cartons, pallets and totes: by pages, and each with all
 * that is in it.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef REPORT_CARTON_REPORT_H
#define REPORT_CARTON_REPORT_H
#include "base/json.h"
#include "base/vec.h"
#include "ledger/cartons.h"
#include "report/lists.h"

/* Pages by code (byte by byte), as in lists.h; any text may be the anchor. */
struct carton_filter {
	bool here;			/* only what did not leave: open and closed ones */
	char order[ORDER_SIZE];		/* "SO:5001", "": of any */
};
struct carton_line {
	struct carton carton;
	int64_t units, cartons;		/* directly in it */
};
bool carton_list_page(struct ledger *, const struct carton_filter *,
    enum page_way, const char *code, struct carton_line out[], size_t max,
    size_t *n, struct err *) MUST_CHECK;

struct carton_unit { char item[CODE_SIZE]; char serial[TEXT_SIZE]; };

/* One container with the units directly in it and what stands directly in it. */
struct carton_report {
	struct carton carton;
	VEC(struct carton_unit) units;		/* by item, serials in natural order */
	VEC(struct carton_line) cartons;	/* by code */
};
/* ERR_ABSENT carton.unknown. */
bool carton_report_read(struct ledger *, const char *code,
    struct carton_report *out, struct err *) MUST_CHECK;
void carton_report_done(struct carton_report *);
/* As `carton show --json` gives it: "units" are those directly in it, and each
 * of "cartons" is such an object again. */
bool carton_report_json(struct ledger *, const struct carton_report *,
    struct json_out *, struct err *) MUST_CHECK;
/* The members that every JSON of a container begins with. */
void carton_json(const struct carton *, struct json_out *);
#endif
