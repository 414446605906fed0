## The files of room term.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libterm.a
libterm_a_SOURCES = \
	src/term/band.c \
	src/term/bar.c \
	src/term/canvas.c \
	src/term/chart.c \
	src/term/dialog.c \
	src/term/editor.c \
	src/term/glyph.c \
	src/term/key_map.c \
	src/term/key_map.h \
	src/term/keys.c \
	src/term/loop.c \
	src/term/out.c \
	src/term/out.h \
	src/term/pager.c \
	src/term/paint.c \
	src/term/pick.c \
	src/term/screen.c \
	src/term/screen.h \
	src/term/sound.c \
	src/term/table.c \
	src/term/table_draw.c \
	src/term/table_private.h \
	src/term/term.c \
	src/term/terminfo.c \
	src/term/terminfo.h \
	src/term/text.c \
	src/term/tty.c \
	src/term/tty.h
