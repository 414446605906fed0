## Room domain: check characters and codes.
## SPDX-License-Identifier: Apache-2.0
libdomain_a_SOURCES += \
	include/domain/check.h src/domain/check.c src/domain/check_numbers.c \
	include/domain/date.h src/domain/date.c \
	include/domain/gtin.h src/domain/gtin.c \
	include/domain/near.h src/domain/near.c \
	include/domain/serial_key.h src/domain/serial_key.c \
	include/domain/serial_range.h src/domain/serial_range.c \
	include/domain/serial_rule.h src/domain/serial_rule.c \
	include/domain/serial_mask.h src/domain/serial_mask_private.h \
	src/domain/serial_mask.c src/domain/serial_made.c \
	src/domain/serial_mask_suits.c \
	src/domain/serial_legal.c \
	src/domain/serial_strip.c src/domain/serial_strip.h
