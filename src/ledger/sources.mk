## The files of room ledger.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libledger.a
libledger_a_SOURCES = \
	include/ledger/ledger.h include/ledger/masters.h \
	src/ledger/ledger_private.h src/ledger/history.h src/ledger/verify.h \
	src/ledger/ledger.c src/ledger/append.c src/ledger/tally.c \
	src/ledger/unit_row.c src/ledger/history.c src/ledger/undo.c \
	src/ledger/unit_facts.c src/ledger/incident.c \
	src/ledger/verify.c src/ledger/verify_units.c src/ledger/verify_sums.c \
	src/ledger/verify_incidents.c src/ledger/verify_masters.c \
	include/ledger/print_request.h include/ledger/print_outbox.h \
	include/ledger/print_failed.h src/ledger/print_failed.c \
	src/ledger/print_private.h src/ledger/print_request.c \
	src/ledger/print_list.c src/ledger/print_acts.c
