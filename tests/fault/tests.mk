## Faults on purpose: the nth write, allocation or moment (tests/README).
## SPDX-License-Identifier: Apache-2.0

FAULT_TESTS = \
	tests/fault/test_crowd \
	tests/fault/test_disk \
	tests/fault/test_kill \
	tests/fault/test_memory \
	tests/fault/test_program
check_PROGRAMS += $(FAULT_TESTS)
TESTS += $(FAULT_TESTS)

tests_fault_test_crowd_SOURCES = tests/fault/test_crowd.c tests/support/dice.h
tests_fault_test_crowd_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_fault_test_disk_SOURCES = tests/fault/test_disk.c \
	tests/fault/day.c tests/fault/day.h
tests_fault_test_disk_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_fault_test_kill_SOURCES = tests/fault/test_kill.c \
	tests/fault/day.c tests/fault/day.h tests/support/dice.h
tests_fault_test_kill_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_fault_test_memory_SOURCES = tests/fault/test_memory.c \
	tests/fault/day.c tests/fault/day.h
tests_fault_test_memory_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

TESTS += tests/fault/kill.sh
EXTRA_DIST += tests/fault/kill.sh

tests_fault_test_program_SOURCES = tests/fault/test_program.c tests/support/dice.h
tests_fault_test_program_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)
