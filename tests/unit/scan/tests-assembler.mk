## Unit tests of the scan assembler and of labels that are not GS1.
## SPDX-License-Identifier: Apache-2.0
labels_tests = tests/unit/scan/test_assembler \
	tests/unit/scan/test_assembler_chop tests/unit/scan/test_labels \
	tests/unit/scan/test_labels_corpus
check_PROGRAMS += $(labels_tests)
TESTS += $(labels_tests)
tests_unit_scan_test_assembler_SOURCES = tests/unit/scan/test_assembler.c
tests_unit_scan_test_assembler_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
tests_unit_scan_test_assembler_chop_SOURCES = \
	tests/unit/scan/test_assembler_chop.c
tests_unit_scan_test_assembler_chop_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
tests_unit_scan_test_labels_SOURCES = tests/unit/scan/test_labels.c
tests_unit_scan_test_labels_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
tests_unit_scan_test_labels_corpus_SOURCES = tests/corpus.h \
	tests/unit/scan/test_labels_corpus.c
tests_unit_scan_test_labels_corpus_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_unit_scan_test_labels_corpus_LDADD = $(LIBS_SCAN) $(CMOCKA_LIBS)
