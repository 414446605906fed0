## Room exchange: files in.
## SPDX-License-Identifier: Apache-2.0

libexchange_a_SOURCES += \
	include/exchange/csv.h src/exchange/csv.c \
	include/exchange/import.h src/exchange/import.c \
	src/exchange/import_private.h \
	src/exchange/cell.h src/exchange/cell_private.h \
	src/exchange/cell.c src/exchange/cell_words.c \
	src/exchange/text_map.h src/exchange/text_map.c \
	src/exchange/import_header.h src/exchange/import_header.c \
	src/exchange/import_complain.h src/exchange/import_complain.c \
	src/exchange/import_masters.c src/exchange/import_operators.c \
	src/exchange/import_rules.c src/exchange/import_orders.c \
	src/exchange/stock.h src/exchange/stock.c src/exchange/stock_check.c \
	src/exchange/stock_say.c \
	src/exchange/import_units.c src/exchange/import_expected.c
