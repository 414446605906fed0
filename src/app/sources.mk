## The program: sources of room app, linked with all rooms (LIBS_ALL).
## SPDX-License-Identifier: Apache-2.0

bin_PROGRAMS += dockledger
dockledger_SOURCES = \
	src/app/app.h src/app/cmd.h src/app/settings.h \
	src/app/main.c src/app/app.c src/app/options.c src/app/paths.c \
	src/app/settings.c src/app/identity.c src/app/commands.c \
	src/app/print.c \
	src/app/cmd_help.c src/app/cmd_init.c src/app/cmd_rules.c \
	src/app/cmd_version.c
dockledger_LDADD = $(LIBS_ALL)
