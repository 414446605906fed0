## Unit tests of room print: what needs no print server.
## SPDX-License-Identifier: Apache-2.0

UNIT_PRINT_TESTS = \
	tests/unit/print/test_profile \
	tests/unit/print/test_trouble
check_PROGRAMS += $(UNIT_PRINT_TESTS)
TESTS += $(UNIT_PRINT_TESTS)

tests_unit_print_test_profile_SOURCES = tests/unit/print/test_profile.c tests/unit/unit.h
tests_unit_print_test_profile_LDADD = $(LIBS_PRINT) $(CMOCKA_LIBS)

tests_unit_print_test_trouble_SOURCES = tests/unit/print/test_trouble.c tests/unit/unit.h
tests_unit_print_test_trouble_LDADD = $(LIBS_PRINT) $(CMOCKA_LIBS)
