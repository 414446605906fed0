## Faults on purpose: the nth write, allocation or moment (tests/README).
## SPDX-License-Identifier: Apache-2.0

FAULT_TESTS = \
	tests/fault/test_disk
check_PROGRAMS += $(FAULT_TESTS)
TESTS += $(FAULT_TESTS)

tests_fault_test_disk_SOURCES = tests/fault/test_disk.c
tests_fault_test_disk_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)
