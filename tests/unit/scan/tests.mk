## Unit tests of room scan: what a scan says.
## SPDX-License-Identifier: Apache-2.0
parse_tests = tests/unit/scan/test_gs1_table tests/unit/scan/test_gs1_value \
	tests/unit/scan/test_gs1_corpus tests/unit/scan/test_gs1_again \
	tests/unit/scan/test_parse tests/unit/scan/test_parse_gs1 \
	tests/unit/scan/test_digital_link \
	tests/unit/scan/test_scan_json tests/unit/app/test_parse_stream
check_PROGRAMS += $(parse_tests)
TESTS += $(parse_tests)
tests_unit_scan_test_gs1_table_SOURCES = tests/unit/scan/test_gs1_table.c
tests_unit_scan_test_gs1_table_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
tests_unit_scan_test_gs1_value_SOURCES = tests/unit/scan/test_gs1_value.c
tests_unit_scan_test_gs1_value_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
tests_unit_scan_test_gs1_corpus_SOURCES = tests/corpus.h \
	tests/unit/scan/test_gs1_corpus.c
tests_unit_scan_test_gs1_corpus_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_unit_scan_test_gs1_corpus_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
tests_unit_scan_test_gs1_again_SOURCES = tests/unit/scan/test_gs1_again.c
tests_unit_scan_test_gs1_again_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
tests_unit_scan_test_parse_SOURCES = tests/unit/scan/test_parse.c \
	tests/unit/scan/parse_check.h
tests_unit_scan_test_parse_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
tests_unit_scan_test_parse_gs1_SOURCES = \
	tests/unit/scan/test_parse_gs1.c tests/unit/scan/parse_check.h
tests_unit_scan_test_parse_gs1_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
tests_unit_scan_test_digital_link_SOURCES = tests/unit/scan/test_digital_link.c
tests_unit_scan_test_digital_link_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
tests_unit_scan_test_scan_json_SOURCES = tests/unit/scan/test_scan_json.c
tests_unit_scan_test_scan_json_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
## Room app is a program and no archive: its file is compiled along.
tests_unit_app_test_parse_stream_SOURCES = \
	tests/unit/app/test_parse_stream.c \
	src/app/parse_stream.c src/app/parse_stream.h
tests_unit_app_test_parse_stream_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
