/*
 * imports.h - importing texts in tests.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The fixture is a ledger in memory that knows a little of everything:
 * rule DIGITS, warranty W12, items PUMP (rule DIGITS, lot asked for) and HOSE,
 * bins A-01, D-01, Q-01, parties ACME and CUST, orders PO:1, ASN:2 and SO:3.
 */
#ifndef TESTS_IMPORTS_H
#define TESTS_IMPORTS_H
#include "../ledger/ledgers.h"
#include "base/str.h"
#include "exchange/import.h"

static const struct { const char *kind, *text; } fixture_files[] = {
	{ "parties", "code,name,kind\nACME,Acme,supplier\nCUST,Custom,customer\n" },
	{ "serial-rules", "code,pattern,example,check\nDIGITS,\\d+,18,luhn\n" },
	{ "warranties", "code,name,months,starts\nW12,a year,12,ship\n" },
	{ "items", "code,name,gtin,serial_rule,lot\n"
	    "PUMP,Pump,4006381333931,DIGITS,required\nHOSE,Hose,,,\n" },
	{ "bins", "code,zone,kind\nA-01,A,storage\nD-01,D,dock\nQ-01,Q,quarantine\n" },
	{ "orders", "kind,number,party,line,item,qty\nPO,1,ACME,1,PUMP,2\n"
	    "PO,1,ACME,2,HOSE,3\nASN,2,ACME,1,HOSE,2\nSO,3,CUST,1,HOSE,1\n" },
};

struct imported {
	bool ok;
	struct import_result result;
	char complaints[8192];
	struct err err;
};

static inline struct imported
import_as(struct ledger *l, const char *kind, const char *text, size_t n,
    struct import_options options)
{
	struct imported done;
	FILE *in = fmemopen((void *)(uintptr_t)text, n, "r");
	FILE *out = fmemopen(done.complaints, sizeof done.complaints, "w");

	/* an empty file cannot be opened in memory */
	if (n == 0)
		in = fopen("/dev/null", "r");
	assert_non_null(in);
	assert_non_null(out);
	memset(done.complaints, 0, sizeof done.complaints);
	err_clear(&done.err);
	done.ok = import_run(l, kind, in, "F", &options, out, &done.result, &done.err);
	fclose(in);
	fclose(out);
	return done;
}

static inline struct imported
import_text(struct ledger *l, const char *kind, const char *text)
{
	return import_as(l, kind, text, strlen(text), (struct import_options){ 0 });
}

/* Imported, with so many facts new and so many known. */
#define takes(l, file_kind, text, new, known) \
	takes_at(l, file_kind, text, new, known, __FILE__, __LINE__)

static inline void
takes_at(struct ledger *l, const char *kind, const char *text, int64_t new,
    int64_t known, const char *file, int line)
{
	struct imported done = import_text(l, kind, text);

	if (done.ok && done.complaints[0] == '\0' && done.result.said == new &&
	    done.result.stood == known && done.result.wrong == 0)
		return;
	print_error("%s: %lld new, %lld known\n%s%s\n", kind,
	    (long long)done.result.said, (long long)done.result.stood,
	    done.complaints, done.ok ? "" : done.err.what);
	_fail(file, line);
}

/* Refused with exactly these complaints, and nothing has changed. */
#define refuses(l, file_kind, text, words) \
	refuses_at(l, file_kind, text, words, __FILE__, __LINE__)

static inline void
refuses_at(struct ledger *l, const char *kind, const char *text, const char *words,
    const char *file, int line)
{
	int64_t before = must_verify(l);
	struct imported done = import_text(l, kind, text);

	if (!done.ok && strcmp(done.complaints, words) == 0 &&
	    done.err.kind == ERR_INPUT && done.result.said == 0 &&
	    must_verify(l) == before)
		return;
	print_error("%s: %s; complaints are\n%s", kind,
	    done.ok ? "imported" : done.err.what, done.complaints);
	_fail(file, line);
}

static inline int
import_setup(void **state)
{
	int rc = ledger_setup(state);

	for (size_t i = 0; i < sizeof fixture_files / sizeof fixture_files[0]; i++) {
		struct imported done = import_text(*state, fixture_files[i].kind,
		    fixture_files[i].text);

		if (!done.ok)
			print_error("%s: %s\n%s", fixture_files[i].kind, done.err.what,
			    done.complaints);
		assert_true(done.ok);
	}
	return rc;
}

#define import_test(f) \
	cmocka_unit_test_setup_teardown(f, import_setup, ledger_teardown)
#endif
