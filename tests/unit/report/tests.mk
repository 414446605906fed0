## Unit tests of room report.
## SPDX-License-Identifier: Apache-2.0

UNIT_REPORT_TESTS = \
	tests/unit/report/test_cartons \
	tests/unit/report/test_failing_labels \
	tests/unit/report/test_lists \
	tests/unit/report/test_packing_slip \
	tests/unit/report/test_plans \
	tests/unit/report/test_tasks \
	tests/unit/report/test_trace \
	tests/unit/report/test_unit_list
check_PROGRAMS += $(UNIT_REPORT_TESTS)
TESTS += $(UNIT_REPORT_TESTS)
REPORT_TEST_SHARED = tests/unit/report/stock.h tests/unit/ledger/ledgers.h \
	tests/unit/unit.h

tests_unit_report_test_lists_SOURCES = tests/unit/report/test_lists.c \
	$(REPORT_TEST_SHARED)
tests_unit_report_test_lists_LDADD = $(LIBS_REPORT) $(CMOCKA_LIBS)

tests_unit_report_test_packing_slip_SOURCES = \
	tests/unit/report/test_packing_slip.c $(REPORT_TEST_SHARED)
tests_unit_report_test_packing_slip_LDADD = $(LIBS_REPORT) $(CMOCKA_LIBS)

tests_unit_report_test_plans_SOURCES = tests/unit/report/test_plans.c \
	$(REPORT_TEST_SHARED)
tests_unit_report_test_plans_LDADD = $(LIBS_REPORT) $(CMOCKA_LIBS)

tests_unit_report_test_tasks_SOURCES = tests/unit/report/test_tasks.c \
	$(REPORT_TEST_SHARED)
tests_unit_report_test_tasks_LDADD = $(LIBS_REPORT) $(CMOCKA_LIBS)

tests_unit_report_test_trace_SOURCES = tests/unit/report/test_trace.c \
	$(REPORT_TEST_SHARED)
tests_unit_report_test_trace_LDADD = $(LIBS_REPORT) $(CMOCKA_LIBS)

tests_unit_report_test_unit_list_SOURCES = tests/unit/report/test_unit_list.c \
	$(REPORT_TEST_SHARED)
tests_unit_report_test_unit_list_LDADD = $(LIBS_REPORT) $(CMOCKA_LIBS)

tests_unit_report_test_cartons_SOURCES = tests/unit/report/test_cartons.c \
	$(REPORT_TEST_SHARED)
tests_unit_report_test_cartons_LDADD = $(LIBS_REPORT) $(CMOCKA_LIBS)

tests_unit_report_test_failing_labels_SOURCES = \
	tests/unit/report/test_failing_labels.c $(REPORT_TEST_SHARED)
tests_unit_report_test_failing_labels_LDADD = $(LIBS_REPORT) $(CMOCKA_LIBS)
