## The files of room base.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libbase.a
libbase_a_SOURCES = \
	src/base/clock.c \
	src/base/conf.c \
	src/base/err.c \
	src/base/fault.c \
	src/base/file.c \
	src/base/json.c \
	src/base/log.c \
	src/base/seal.c \
	src/base/str.c \
	src/base/utf8.c \
	src/base/utf8.h \
	src/base/vec.c \
	src/base/xalloc.c
