## Unit tests of room agent.
## SPDX-License-Identifier: Apache-2.0

UNIT_AGENT_TESTS = \
	tests/unit/agent/test_agent \
	tests/unit/agent/test_crash
check_PROGRAMS += $(UNIT_AGENT_TESTS)
TESTS += $(UNIT_AGENT_TESTS)

DESK_SOURCES = tests/support/desk.c tests/support/desk.h
SPOOL_SOURCES = tests/support/spool.c tests/support/spool.h
LIBS_DESK = $(LIBS_SUPPORT) libagent.a libprint.a $(CUPS_LIBS) $(LIBS_LEDGER)

tests_unit_agent_test_agent_SOURCES = tests/unit/agent/test_agent.c \
	$(DESK_SOURCES) $(SPOOL_SOURCES) tests/unit/unit.h
tests_unit_agent_test_agent_LDADD = $(LIBS_DESK) $(CMOCKA_LIBS)

tests_unit_agent_test_crash_SOURCES = tests/unit/agent/test_crash.c \
	$(DESK_SOURCES) $(SPOOL_SOURCES) tests/unit/unit.h
tests_unit_agent_test_crash_LDADD = $(LIBS_DESK) $(CMOCKA_LIBS)
