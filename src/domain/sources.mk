## The files of room domain: what units are and may.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libdomain.a
libdomain_a_SOURCES = \
	include/domain/words.h include/domain/event.h include/domain/unit.h \
	include/domain/allocate.h src/domain/allocate.c \
	src/domain/candidate.h src/domain/candidate.c \
	include/domain/weight.h src/domain/weight.c \
	src/domain/words.c src/domain/event.c src/domain/unit.c \
	src/domain/unit_fold.c src/domain/unit_rules.c \
	include/domain/warranty.h src/domain/warranty.c
