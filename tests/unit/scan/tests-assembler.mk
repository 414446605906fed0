## Unit tests of the scan assembler and of labels that are not GS1.
## SPDX-License-Identifier: Apache-2.0
labels_tests = tests/unit/scan/test_assembler \
	tests/unit/scan/test_assembler_chop \
	tests/unit/scan/test_assembler_limits tests/unit/scan/test_hibc \
	tests/unit/scan/test_labels tests/unit/scan/test_labels_corpus \
	tests/unit/scan/test_layout
check_PROGRAMS += $(labels_tests)
TESTS += $(labels_tests)
tests_unit_scan_test_assembler_SOURCES = tests/unit/scan/test_assembler.c \
	tests/unit/scan/assembler_script.h
tests_unit_scan_test_assembler_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
tests_unit_scan_test_assembler_chop_SOURCES = \
	tests/unit/scan/test_assembler_chop.c
tests_unit_scan_test_assembler_chop_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
tests_unit_scan_test_assembler_limits_SOURCES = \
	tests/unit/scan/test_assembler_limits.c \
	tests/unit/scan/assembler_script.h
tests_unit_scan_test_assembler_limits_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
tests_unit_scan_test_hibc_SOURCES = tests/unit/scan/test_hibc.c
tests_unit_scan_test_hibc_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
tests_unit_scan_test_labels_SOURCES = tests/unit/scan/test_labels.c
tests_unit_scan_test_labels_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
tests_unit_scan_test_labels_corpus_SOURCES = tests/corpus.h \
	tests/unit/scan/test_labels_corpus.c
tests_unit_scan_test_labels_corpus_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_unit_scan_test_labels_corpus_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
tests_unit_scan_test_layout_SOURCES = tests/unit/scan/test_layout.c
tests_unit_scan_test_layout_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
