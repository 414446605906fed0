## Unit tests of room domain.
## SPDX-License-Identifier: Apache-2.0

UNIT_DOMAIN_TESTS = \
	tests/unit/domain/test_allocate \
	tests/unit/domain/test_event \
	tests/unit/domain/test_unit \
	tests/unit/domain/test_unit_rules \
	tests/unit/domain/test_warranty \
	tests/unit/domain/test_weight \
	tests/unit/domain/test_words
check_PROGRAMS += $(UNIT_DOMAIN_TESTS)
TESTS += $(UNIT_DOMAIN_TESTS)

tests_unit_domain_test_allocate_SOURCES = tests/unit/domain/test_allocate.c tests/unit/unit.h
tests_unit_domain_test_allocate_LDADD = $(LIBS_DOMAIN) $(CMOCKA_LIBS)

tests_unit_domain_test_event_SOURCES = tests/unit/domain/test_event.c tests/unit/unit.h
tests_unit_domain_test_event_LDADD = $(LIBS_DOMAIN) $(CMOCKA_LIBS)

tests_unit_domain_test_unit_SOURCES = tests/unit/domain/test_unit.c \
	tests/support/story.c tests/support/story.h tests/unit/unit.h
tests_unit_domain_test_unit_LDADD = $(LIBS_DOMAIN) $(CMOCKA_LIBS)

tests_unit_domain_test_unit_rules_SOURCES = tests/unit/domain/test_unit_rules.c \
	tests/support/story.c tests/support/story.h tests/unit/unit.h
tests_unit_domain_test_unit_rules_LDADD = $(LIBS_DOMAIN) $(CMOCKA_LIBS)

tests_unit_domain_test_words_SOURCES = tests/unit/domain/test_words.c tests/unit/unit.h
tests_unit_domain_test_words_LDADD = $(LIBS_DOMAIN) $(CMOCKA_LIBS)

tests_unit_domain_test_warranty_SOURCES = tests/unit/domain/test_warranty.c tests/unit/unit.h
tests_unit_domain_test_warranty_LDADD = $(LIBS_DOMAIN) $(CMOCKA_LIBS)

tests_unit_domain_test_weight_SOURCES = tests/unit/domain/test_weight.c tests/unit/unit.h
tests_unit_domain_test_weight_LDADD = $(LIBS_DOMAIN) $(CMOCKA_LIBS)
