## Unit tests of room base.
## SPDX-License-Identifier: Apache-2.0

UNIT_BASE_TESTS = \
	tests/unit/base/test_clock \
	tests/unit/base/test_conf \
	tests/unit/base/test_err \
	tests/unit/base/test_fault \
	tests/unit/base/test_file \
	tests/unit/base/test_json \
	tests/unit/base/test_json_locale \
	tests/unit/base/test_log \
	tests/unit/base/test_seal \
	tests/unit/base/test_str \
	tests/unit/base/test_utf8 \
	tests/unit/base/test_vec \
	tests/unit/base/test_xalloc
check_PROGRAMS += $(UNIT_BASE_TESTS)
TESTS += $(UNIT_BASE_TESTS)

tests_unit_base_test_clock_SOURCES = tests/unit/base/test_clock.c tests/unit/unit.h tests/unit/base/child.h
tests_unit_base_test_clock_LDADD = $(LIBS_BASE) $(CMOCKA_LIBS)

tests_unit_base_test_conf_SOURCES = tests/unit/base/test_conf.c tests/unit/unit.h
tests_unit_base_test_conf_LDADD = $(LIBS_BASE) $(CMOCKA_LIBS)

tests_unit_base_test_err_SOURCES = tests/unit/base/test_err.c tests/unit/unit.h
tests_unit_base_test_err_LDADD = $(LIBS_BASE) $(CMOCKA_LIBS)

tests_unit_base_test_fault_SOURCES = tests/unit/base/test_fault.c tests/unit/unit.h tests/unit/base/child.h
tests_unit_base_test_fault_LDADD = $(LIBS_BASE) $(CMOCKA_LIBS)

tests_unit_base_test_file_SOURCES = tests/unit/base/test_file.c tests/unit/unit.h tests/unit/base/child.h
tests_unit_base_test_file_LDADD = $(LIBS_BASE) $(CMOCKA_LIBS)

tests_unit_base_test_json_SOURCES = tests/unit/base/test_json.c tests/unit/unit.h
tests_unit_base_test_json_LDADD = $(LIBS_BASE) $(CMOCKA_LIBS)

tests_unit_base_test_log_SOURCES = tests/unit/base/test_log.c tests/unit/unit.h tests/unit/base/child.h
tests_unit_base_test_log_LDADD = $(LIBS_BASE) $(CMOCKA_LIBS)

tests_unit_base_test_seal_SOURCES = tests/unit/base/test_seal.c tests/unit/unit.h
tests_unit_base_test_seal_LDADD = $(LIBS_BASE) $(CMOCKA_LIBS)

tests_unit_base_test_str_SOURCES = tests/unit/base/test_str.c tests/unit/unit.h
tests_unit_base_test_str_LDADD = $(LIBS_BASE) $(CMOCKA_LIBS)

tests_unit_base_test_utf8_SOURCES = tests/unit/base/test_utf8.c tests/unit/unit.h
tests_unit_base_test_utf8_LDADD = $(LIBS_BASE) $(CMOCKA_LIBS)

tests_unit_base_test_vec_SOURCES = tests/unit/base/test_vec.c tests/unit/unit.h
tests_unit_base_test_vec_LDADD = $(LIBS_BASE) $(CMOCKA_LIBS)

tests_unit_base_test_xalloc_SOURCES = tests/unit/base/test_xalloc.c tests/unit/unit.h tests/unit/base/child.h
tests_unit_base_test_xalloc_LDADD = $(LIBS_BASE) $(CMOCKA_LIBS)

tests_unit_base_test_json_locale_SOURCES = tests/unit/base/test_json_locale.c tests/unit/unit.h
tests_unit_base_test_json_locale_LDADD = $(LIBS_BASE) $(CMOCKA_LIBS)
