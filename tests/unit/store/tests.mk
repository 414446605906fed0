## Unit tests of room store.
## SPDX-License-Identifier: Apache-2.0

UNIT_STORE_TESTS = \
	tests/unit/store/test_bulk \
	tests/unit/store/test_lock \
	tests/unit/store/test_names \
	tests/unit/store/test_open \
	tests/unit/store/test_queries \
	tests/unit/store/test_vfs
check_PROGRAMS += $(UNIT_STORE_TESTS)
TESTS += $(UNIT_STORE_TESTS)

tests_unit_store_test_bulk_SOURCES = tests/unit/store/test_bulk.c \
	tests/unit/store/stores.h tests/unit/unit.h
tests_unit_store_test_bulk_LDADD = $(LIBS_STORE) $(CMOCKA_LIBS)

tests_unit_store_test_lock_SOURCES = tests/unit/store/test_lock.c \
	tests/unit/store/stores.h tests/unit/unit.h
tests_unit_store_test_lock_LDADD = $(LIBS_STORE) $(CMOCKA_LIBS)

tests_unit_store_test_names_SOURCES = tests/unit/store/test_names.c \
	tests/unit/store/stores.h tests/unit/unit.h
tests_unit_store_test_names_LDADD = $(LIBS_STORE) $(CMOCKA_LIBS)

tests_unit_store_test_open_SOURCES = tests/unit/store/test_open.c \
	tests/unit/store/stores.h tests/unit/unit.h
tests_unit_store_test_open_LDADD = $(LIBS_STORE) $(CMOCKA_LIBS)

tests_unit_store_test_queries_SOURCES = tests/unit/store/test_queries.c tests/unit/unit.h
tests_unit_store_test_queries_LDADD = $(LIBS_STORE) $(CMOCKA_LIBS)

tests_unit_store_test_vfs_SOURCES = tests/unit/store/test_vfs.c \
	tests/unit/store/stores.h tests/unit/unit.h
tests_unit_store_test_vfs_LDADD = $(LIBS_STORE) $(CMOCKA_LIBS)
