## Unit tests of room ledger: the ledger itself.
## SPDX-License-Identifier: Apache-2.0

UNIT_LEDGER_TESTS = \
	tests/unit/ledger/test_append \
	tests/unit/ledger/test_print \
	tests/unit/ledger/test_undo \
	tests/unit/ledger/test_verify
check_PROGRAMS += $(UNIT_LEDGER_TESTS)
TESTS += $(UNIT_LEDGER_TESTS)

tests_unit_ledger_test_append_SOURCES = tests/unit/ledger/test_append.c tests/unit/unit.h
tests_unit_ledger_test_append_LDADD = $(LIBS_SUPPORT) $(LIBS_LEDGER) $(CMOCKA_LIBS)

tests_unit_ledger_test_undo_SOURCES = tests/unit/ledger/test_undo.c tests/unit/unit.h
tests_unit_ledger_test_undo_LDADD = $(LIBS_SUPPORT) $(LIBS_LEDGER) $(CMOCKA_LIBS)

tests_unit_ledger_test_verify_SOURCES = tests/unit/ledger/test_verify.c tests/unit/unit.h
tests_unit_ledger_test_verify_LDADD = $(LIBS_SUPPORT) $(LIBS_LEDGER) $(CMOCKA_LIBS)

tests_unit_ledger_test_print_SOURCES = tests/unit/ledger/test_print.c \
	$(DESK_SOURCES) tests/unit/unit.h
tests_unit_ledger_test_print_LDADD = $(LIBS_DESK) $(CMOCKA_LIBS)
