## Unit tests of room exchange.
## SPDX-License-Identifier: Apache-2.0

UNIT_EXCHANGE_TESTS = \
	tests/unit/exchange/test_csv \
	tests/unit/exchange/test_import \
	tests/unit/exchange/test_import_masters \
	tests/unit/exchange/test_import_orders \
	tests/unit/exchange/test_import_stock \
	tests/unit/exchange/test_import_file
check_PROGRAMS += $(UNIT_EXCHANGE_TESTS)
TESTS += $(UNIT_EXCHANGE_TESTS)

IMPORT_FIXTURE = tests/unit/exchange/imports.h tests/unit/ledger/ledgers.h \
	tests/unit/unit.h

tests_unit_exchange_test_csv_SOURCES = tests/unit/exchange/test_csv.c tests/unit/unit.h
tests_unit_exchange_test_csv_LDADD = $(LIBS_EXCHANGE) $(CMOCKA_LIBS)

tests_unit_exchange_test_import_SOURCES = tests/unit/exchange/test_import.c \
	$(IMPORT_FIXTURE)
tests_unit_exchange_test_import_LDADD = $(LIBS_EXCHANGE) $(CMOCKA_LIBS)

tests_unit_exchange_test_import_masters_SOURCES = \
	tests/unit/exchange/test_import_masters.c $(IMPORT_FIXTURE)
tests_unit_exchange_test_import_masters_LDADD = $(LIBS_EXCHANGE) $(CMOCKA_LIBS)

tests_unit_exchange_test_import_orders_SOURCES = \
	tests/unit/exchange/test_import_orders.c $(IMPORT_FIXTURE)
tests_unit_exchange_test_import_orders_LDADD = $(LIBS_EXCHANGE) $(CMOCKA_LIBS)

tests_unit_exchange_test_import_stock_SOURCES = \
	tests/unit/exchange/test_import_stock.c $(IMPORT_FIXTURE)
tests_unit_exchange_test_import_stock_LDADD = $(LIBS_EXCHANGE) $(CMOCKA_LIBS)

tests_unit_exchange_test_import_file_SOURCES = \
	tests/unit/exchange/test_import_file.c $(IMPORT_FIXTURE)
tests_unit_exchange_test_import_file_LDADD = $(LIBS_EXCHANGE) $(CMOCKA_LIBS)
