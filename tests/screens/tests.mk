## Tests of the kind screens (tests/screens/README).
## SPDX-License-Identifier: Apache-2.0

check_PROGRAMS += tests/screens/player tests/screens/term_demo

## Pictures for people are drawn where cairo is; no test needs them.  (The quotes
## are for automake, which takes flags in sight for flags of the linker.)
SHOT_CFLAGS = $(shell $(PKG_CONFIG) "--cflags" cairo 2>/dev/null)
SHOT_LIBS = $(shell $(PKG_CONFIG) "--libs" cairo 2>/dev/null)
tests_screens_player_SOURCES = \
	tests/screens/acts.c \
	tests/screens/acts.h \
	tests/screens/looks.c \
	tests/screens/place.c \
	tests/screens/place.h \
	tests/screens/play.c \
	tests/screens/play.h \
	tests/screens/player.c \
	tests/screens/script.c \
	tests/screens/script.h \
	tests/screens/shot.c \
	tests/screens/shot.h \
	tests/screens/vt.c \
	tests/screens/vt.h
tests_screens_player_CFLAGS = $(AM_CFLAGS) $(VTERM_CFLAGS) $(SHOT_CFLAGS)
tests_screens_player_LDADD = $(LIBS_BASE) $(VTERM_LIBS) $(SHOT_LIBS) -lutil

tests_screens_term_demo_SOURCES = \
	tests/screens/term_demo.c \
	tests/screens/term_demo.h \
	tests/screens/term_demo_pages.c
tests_screens_term_demo_LDADD = $(LIBS_TERM)

## Of room term.
SCREENS_TERM = \
	tests/screens/term_20_c.test \
	tests/screens/term_20_utf8.test \
	tests/screens/term_40_c.test \
	tests/screens/term_40_utf8.test \
	tests/screens/term_80_c.test \
	tests/screens/term_80_utf8.test \
	tests/screens/term_bands.test \
	tests/screens/term_burst.test \
	tests/screens/term_c_linux.test \
	tests/screens/term_c_vt220.test \
	tests/screens/term_cursor.test \
	tests/screens/term_end.test \
	tests/screens/term_home.test \
	tests/screens/term_keys.test \
	tests/screens/term_linux.test \
	tests/screens/term_mono.test \
	tests/screens/term_resize.test \
	tests/screens/term_screen.test \
	tests/screens/term_slow.test \
	tests/screens/term_sound.test \
	tests/screens/term_start.test \
	tests/screens/term_tmux-256color.test \
	tests/screens/term_vt100.test \
	tests/screens/term_vt220.test \
	tests/screens/term_xterm-256color.test

include tests/screens/tests-ui.mk
SCREEN_TESTS = $(SCREENS_TERM) $(SCREENS_UI)
TESTS += $(SCREEN_TESTS)
EXTRA_DIST += $(SCREEN_TESTS) tests/screens/README
TEST_LOG_COMPILER = tests/screens/player

## Screens in the source become what the programs show now.
update-screens: $(check_PROGRAMS)
	@for t in $(SCREEN_TESTS); do \
		DOCKLEDGER_SRCDIR='$(abs_top_srcdir)' \
		DOCKLEDGER_BUILDDIR='$(abs_top_builddir)' \
		tests/screens/player --update '$(srcdir)'/$$t || exit 1; \
	done
