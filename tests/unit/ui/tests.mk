## Unit tests of room ui: its tables and its pictures, without a terminal.
## SPDX-License-Identifier: Apache-2.0

UNIT_UI_TESTS = \
	tests/unit/ui/test_actions \
	tests/unit/ui/test_picture \
	tests/unit/ui/test_printers \
	tests/unit/ui/test_shares \
	tests/unit/ui/test_snapshot
check_PROGRAMS += $(UNIT_UI_TESTS)
TESTS += $(UNIT_UI_TESTS)

UNIT_UI_LIBS = libui.a $(LIBS_FLOW) $(LIBS_REPORT) $(LIBS_TERM) $(CMOCKA_LIBS)

tests_unit_ui_test_actions_SOURCES = tests/unit/ui/test_actions.c \
	tests/unit/unit.h
tests_unit_ui_test_actions_LDADD = $(UNIT_UI_LIBS)

tests_unit_ui_test_picture_SOURCES = tests/unit/ui/test_picture.c \
	tests/unit/ui/view_of.h tests/unit/unit.h
tests_unit_ui_test_picture_LDADD = $(UNIT_UI_LIBS)

tests_unit_ui_test_printers_SOURCES = tests/unit/ui/test_printers.c \
	tests/unit/unit.h
tests_unit_ui_test_printers_LDADD = $(UNIT_UI_LIBS)

tests_unit_ui_test_shares_SOURCES = tests/unit/ui/test_shares.c \
	tests/unit/unit.h
tests_unit_ui_test_shares_LDADD = $(UNIT_UI_LIBS)

tests_unit_ui_test_snapshot_SOURCES = tests/unit/ui/test_snapshot.c \
	tests/unit/ui/view_of.h tests/unit/unit.h
tests_unit_ui_test_snapshot_LDADD = $(UNIT_UI_LIBS)
