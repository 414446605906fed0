## Unit tests of room label.  What other readers see is in tests/label.
## SPDX-License-Identifier: Apache-2.0

LABEL_UNITS = tests/unit/label/test_template tests/unit/label/test_render \
	tests/unit/label/test_parts tests/unit/label/test_sheet
check_PROGRAMS += $(LABEL_UNITS)
TESTS += $(LABEL_UNITS)
LABELS_H = tests/unit/label/labels.h tests/unit/unit.h

tests_unit_label_test_template_SOURCES = tests/unit/label/test_template.c \
	$(LABELS_H)
tests_unit_label_test_template_LDADD = $(LIBS_LABEL) $(CMOCKA_LIBS)
tests_unit_label_test_render_SOURCES = tests/unit/label/test_render.c \
	$(LABELS_H)
tests_unit_label_test_render_LDADD = $(LIBS_LABEL) $(CMOCKA_LIBS)
tests_unit_label_test_parts_SOURCES = tests/unit/label/test_parts.c \
	tests/support/dice.h $(LABELS_H)
tests_unit_label_test_parts_LDADD = $(LIBS_LABEL) $(CMOCKA_LIBS)
tests_unit_label_test_sheet_SOURCES = tests/unit/label/test_sheet.c \
	$(LABELS_H)
tests_unit_label_test_sheet_LDADD = $(LIBS_LABEL) $(CMOCKA_LIBS)
