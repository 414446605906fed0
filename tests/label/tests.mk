## Tests of the kind label (tests/README): what other readers see in the files
## that we write.
## SPDX-License-Identifier: Apache-2.0

LABEL_TESTS = tests/label/test_templates tests/label/test_values
check_PROGRAMS += $(LABEL_TESTS)
TESTS += $(LABEL_TESTS)
DECODE = tests/label/decode.c tests/label/readers.c tests/label/decode.h tests/unit/unit.h

tests_label_test_templates_SOURCES = tests/label/test_templates.c $(DECODE)
tests_label_test_templates_CPPFLAGS = $(AM_CPPFLAGS) $(PANGOCAIRO_CFLAGS)
tests_label_test_templates_LDADD = $(LIBS_LABEL) $(CMOCKA_LIBS)

tests_label_test_values_SOURCES = tests/label/test_values.c $(DECODE)
tests_label_test_values_CPPFLAGS = $(AM_CPPFLAGS) $(PANGOCAIRO_CFLAGS)
tests_label_test_values_LDADD = $(LIBS_LABEL) $(CMOCKA_LIBS)
