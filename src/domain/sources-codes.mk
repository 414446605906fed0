## Room domain: check characters and codes.
## SPDX-License-Identifier: Apache-2.0
libdomain_a_SOURCES += \
	include/domain/check.h src/domain/check.c src/domain/check_numbers.c \
	include/domain/date.h src/domain/date.c \
	include/domain/gtin.h src/domain/gtin.c
