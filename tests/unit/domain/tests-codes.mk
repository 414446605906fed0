## Unit tests of check characters and codes.
## SPDX-License-Identifier: Apache-2.0
check_PROGRAMS += tests/unit/domain/test_codes_corpus
TESTS += tests/unit/domain/test_codes_corpus
tests_unit_domain_test_codes_corpus_SOURCES = tests/corpus.h \
	tests/unit/domain/test_codes_corpus.c
tests_unit_domain_test_codes_corpus_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_unit_domain_test_codes_corpus_LDADD = $(LIBS_DOMAIN) $(CMOCKA_LIBS)
