## Random histories against a simple model (tests/README).
## SPDX-License-Identifier: Apache-2.0

PROPERTY_TESTS = \
	tests/property/test_allocate \
	tests/property/test_days \
	tests/property/test_fold \
	tests/property/test_packing \
	tests/property/test_promises \
	tests/property/test_stock \
	tests/property/test_leases \
	tests/property/test_masks
check_PROGRAMS += $(PROPERTY_TESTS)
TESTS += $(PROPERTY_TESTS)

tests_property_test_allocate_SOURCES = tests/property/test_allocate.c \
	tests/support/dice.h tests/unit/unit.h
tests_property_test_allocate_LDADD = $(LIBS_DOMAIN) $(CMOCKA_LIBS)

tests_property_test_days_SOURCES = tests/property/test_days.c tests/support/dice.h
tests_property_test_days_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_property_test_fold_SOURCES = tests/property/test_fold.c tests/support/dice.h
tests_property_test_fold_LDADD = $(LIBS_SUPPORT) $(LIBS_LEDGER) $(CMOCKA_LIBS)

tests_property_test_promises_SOURCES = tests/property/test_promises.c \
	tests/support/dice.h tests/unit/unit.h
tests_property_test_promises_LDADD = $(LIBS_SUPPORT) $(LIBS_LEDGER) $(CMOCKA_LIBS)

tests_property_test_stock_SOURCES = tests/property/test_stock.c \
	tests/support/dice.h tests/unit/unit.h
tests_property_test_stock_LDADD = $(LIBS_SUPPORT) $(LIBS_LEDGER) $(CMOCKA_LIBS)

tests_property_test_packing_SOURCES = tests/property/test_packing.c \
	tests/flow/packing.h tests/flow/flows.h tests/support/dice.h
tests_property_test_packing_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_property_test_masks_SOURCES = tests/property/test_masks.c tests/support/dice.h
tests_property_test_masks_LDADD = $(LIBS_DOMAIN) $(CMOCKA_LIBS)

tests_property_test_leases_SOURCES = tests/property/test_leases.c tests/support/dice.h
tests_property_test_leases_LDADD = $(LIBS_LEDGER) $(CMOCKA_LIBS)
