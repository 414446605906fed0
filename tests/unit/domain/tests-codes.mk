## Unit tests of check characters and codes.
## SPDX-License-Identifier: Apache-2.0
codes_tests = tests/unit/domain/test_codes tests/unit/domain/test_codes_corpus \
	tests/unit/domain/test_near tests/unit/domain/test_serial_key \
	tests/unit/domain/test_serial_mask tests/unit/domain/test_serial_rule
check_PROGRAMS += $(codes_tests)
TESTS += $(codes_tests)
tests_unit_domain_test_codes_SOURCES = tests/unit/domain/test_codes.c
tests_unit_domain_test_codes_LDADD = $(LIBS_DOMAIN) $(CMOCKA_LIBS)
tests_unit_domain_test_codes_corpus_SOURCES = tests/corpus.h \
	tests/unit/domain/test_codes_corpus.c
tests_unit_domain_test_codes_corpus_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
tests_unit_domain_test_codes_corpus_LDADD = $(LIBS_DOMAIN) $(CMOCKA_LIBS)
tests_unit_domain_test_near_SOURCES = tests/unit/domain/test_near.c
tests_unit_domain_test_near_LDADD = $(LIBS_DOMAIN) $(CMOCKA_LIBS)
tests_unit_domain_test_serial_key_SOURCES = tests/unit/domain/test_serial_key.c
tests_unit_domain_test_serial_key_LDADD = $(LIBS_DOMAIN) $(CMOCKA_LIBS)
tests_unit_domain_test_serial_rule_SOURCES = tests/unit/domain/test_serial_rule.c
tests_unit_domain_test_serial_rule_LDADD = $(LIBS_DOMAIN) $(CMOCKA_LIBS)
tests_unit_domain_test_serial_mask_SOURCES = tests/unit/domain/test_serial_mask.c
tests_unit_domain_test_serial_mask_LDADD = $(LIBS_DOMAIN) $(CMOCKA_LIBS)
