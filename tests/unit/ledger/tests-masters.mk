## Unit tests of room ledger: definitions and orders.
## SPDX-License-Identifier: Apache-2.0

UNIT_MASTERS_TESTS = \
	tests/unit/ledger/test_allocation \
	tests/unit/ledger/test_cartons \
	tests/unit/ledger/test_deallocation \
	tests/unit/ledger/test_leases \
	tests/unit/ledger/test_masters \
	tests/unit/ledger/test_operators \
	tests/unit/ledger/test_orders \
	tests/unit/ledger/test_serials
check_PROGRAMS += $(UNIT_MASTERS_TESTS)
TESTS += $(UNIT_MASTERS_TESTS)

tests_unit_ledger_test_allocation_SOURCES = tests/unit/ledger/test_allocation.c \
	tests/unit/ledger/allocations.h tests/unit/unit.h
tests_unit_ledger_test_allocation_LDADD = $(LIBS_SUPPORT) $(LIBS_LEDGER) $(CMOCKA_LIBS)

tests_unit_ledger_test_cartons_SOURCES = tests/unit/ledger/test_cartons.c \
	tests/unit/ledger/ledgers.h tests/unit/unit.h
tests_unit_ledger_test_cartons_LDADD = $(LIBS_LEDGER) $(CMOCKA_LIBS)

tests_unit_ledger_test_deallocation_SOURCES = tests/unit/ledger/test_deallocation.c \
	tests/unit/ledger/allocations.h tests/unit/unit.h
tests_unit_ledger_test_deallocation_LDADD = $(LIBS_SUPPORT) $(LIBS_LEDGER) $(CMOCKA_LIBS)

tests_unit_ledger_test_masters_SOURCES = tests/unit/ledger/test_masters.c \
	tests/unit/ledger/ledgers.h tests/unit/unit.h
tests_unit_ledger_test_masters_LDADD = $(LIBS_LEDGER) $(CMOCKA_LIBS)

tests_unit_ledger_test_operators_SOURCES = tests/unit/ledger/test_operators.c \
	tests/unit/ledger/ledgers.h tests/unit/unit.h
tests_unit_ledger_test_operators_LDADD = $(LIBS_LEDGER) $(CMOCKA_LIBS)

tests_unit_ledger_test_orders_SOURCES = tests/unit/ledger/test_orders.c \
	tests/unit/ledger/ledgers.h tests/unit/unit.h
tests_unit_ledger_test_orders_LDADD = $(LIBS_LEDGER) $(CMOCKA_LIBS)

tests_unit_ledger_test_leases_SOURCES = tests/unit/ledger/test_leases.c \
	tests/unit/ledger/pair.h tests/unit/ledger/ledgers.h tests/unit/unit.h
tests_unit_ledger_test_leases_LDADD = $(LIBS_LEDGER) $(CMOCKA_LIBS)

tests_unit_ledger_test_serials_SOURCES = tests/unit/ledger/test_serials.c \
	tests/unit/ledger/pair.h \
	tests/unit/ledger/ledgers.h tests/unit/unit.h
tests_unit_ledger_test_serials_LDADD = $(LIBS_LEDGER) $(CMOCKA_LIBS)
