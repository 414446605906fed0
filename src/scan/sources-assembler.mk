## Room scan: bytes and times to scans, and labels that are not GS1.
## SPDX-License-Identifier: Apache-2.0
libscan_a_SOURCES += \
	include/scan/assembler.h src/scan/assembler.c \
	src/scan/assembler_private.h src/scan/assembler_rules.c \
	src/scan/assembler_state.c src/scan/held.c \
	include/scan/hibc.h src/scan/hibc.c \
	src/scan/hibc_secondary.c src/scan/hibc_secondary.h \
	include/scan/iso15434.h src/scan/iso15434.c \
	include/scan/layout.h src/scan/layout.c \
	include/scan/mh10.h src/scan/mh10.c src/scan/mh10_derive.c \
	src/scan/command.c src/scan/element.c src/scan/element.h
