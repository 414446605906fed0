## The files of room print, the only one that speaks to CUPS.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libprint.a
libprint_a_CPPFLAGS = $(AM_CPPFLAGS) $(CUPS_CFLAGS)
libprint_a_SOURCES = \
	include/print/spooler.h include/print/profile.h \
	src/print/cups_private.h src/print/cups.c src/print/cups_queues.c \
	src/print/cups_jobs.c src/print/cups_look.c src/print/trouble.c \
	src/print/profile.c
