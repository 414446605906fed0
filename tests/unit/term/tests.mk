## Unit tests of room term.
## SPDX-License-Identifier: Apache-2.0

UNIT_TERM_TESTS = \
	tests/unit/term/test_bars \
	tests/unit/term/test_dialog \
	tests/unit/term/test_editor \
	tests/unit/term/test_glyph \
	tests/unit/term/test_keys \
	tests/unit/term/test_pager \
	tests/unit/term/test_paint \
	tests/unit/term/test_pick \
	tests/unit/term/test_table \
	tests/unit/term/test_table_draw \
	tests/unit/term/test_term \
	tests/unit/term/test_text
check_PROGRAMS += $(UNIT_TERM_TESTS)
TESTS += $(UNIT_TERM_TESTS)

tests_unit_term_test_bars_SOURCES = tests/unit/term/test_bars.c \
	tests/unit/term/term_unit.h tests/unit/unit.h
tests_unit_term_test_bars_LDADD = $(LIBS_TERM) $(CMOCKA_LIBS)

tests_unit_term_test_dialog_SOURCES = tests/unit/term/test_dialog.c \
	tests/unit/term/term_unit.h tests/unit/unit.h
tests_unit_term_test_dialog_LDADD = $(LIBS_TERM) $(CMOCKA_LIBS)

tests_unit_term_test_editor_SOURCES = tests/unit/term/test_editor.c \
	tests/unit/term/term_unit.h tests/unit/unit.h
tests_unit_term_test_editor_LDADD = $(LIBS_TERM) $(CMOCKA_LIBS)

tests_unit_term_test_glyph_SOURCES = tests/unit/term/test_glyph.c \
	tests/unit/term/term_unit.h tests/unit/unit.h
tests_unit_term_test_glyph_LDADD = $(LIBS_TERM) $(CMOCKA_LIBS)

tests_unit_term_test_keys_SOURCES = tests/unit/term/test_keys.c \
	tests/unit/term/term_unit.h tests/unit/unit.h
tests_unit_term_test_keys_LDADD = $(LIBS_TERM) $(CMOCKA_LIBS)

tests_unit_term_test_pager_SOURCES = tests/unit/term/test_pager.c \
	tests/unit/term/term_unit.h tests/unit/unit.h
tests_unit_term_test_pager_LDADD = $(LIBS_TERM) $(CMOCKA_LIBS)

tests_unit_term_test_paint_SOURCES = tests/unit/term/test_paint.c \
	tests/unit/term/term_unit.h tests/unit/unit.h
tests_unit_term_test_paint_LDADD = $(LIBS_TERM) $(CMOCKA_LIBS)

tests_unit_term_test_pick_SOURCES = tests/unit/term/test_pick.c \
	tests/unit/term/term_unit.h tests/unit/unit.h
tests_unit_term_test_pick_LDADD = $(LIBS_TERM) $(CMOCKA_LIBS)

tests_unit_term_test_table_SOURCES = tests/unit/term/test_table.c \
	tests/unit/term/table_list.h tests/unit/term/term_unit.h tests/unit/unit.h
tests_unit_term_test_table_LDADD = $(LIBS_TERM) $(CMOCKA_LIBS)

tests_unit_term_test_term_SOURCES = tests/unit/term/test_term.c \
	tests/unit/term/term_unit.h tests/unit/unit.h
tests_unit_term_test_term_LDADD = $(LIBS_TERM) $(CMOCKA_LIBS)

tests_unit_term_test_text_SOURCES = tests/unit/term/test_text.c \
	tests/unit/term/term_unit.h tests/unit/unit.h
tests_unit_term_test_text_LDADD = $(LIBS_TERM) $(CMOCKA_LIBS)

tests_unit_term_test_table_draw_SOURCES = tests/unit/term/test_table_draw.c \
	tests/unit/term/table_list.h tests/unit/term/term_unit.h tests/unit/unit.h
tests_unit_term_test_table_draw_LDADD = $(LIBS_TERM) $(CMOCKA_LIBS)
