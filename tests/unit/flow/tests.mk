## Unit tests of room flow: its doors.  Whole days are in tests/flow.
## SPDX-License-Identifier: Apache-2.0

check_PROGRAMS += tests/unit/flow/test_flow
TESTS += tests/unit/flow/test_flow

tests_unit_flow_test_flow_SOURCES = tests/unit/flow/test_flow.c \
	tests/flow/flows.h tests/unit/unit.h
tests_unit_flow_test_flow_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)
