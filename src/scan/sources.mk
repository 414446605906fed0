## The files of room scan.  The table of GS1 application identifiers is data,
## made into C by tools/gs1-ai.awk.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libscan.a
libscan_a_SOURCES = \
	include/scan/parse.h src/scan/parse.c src/scan/parse_private.h \
	src/scan/parse_gs1.c src/scan/parse_bracket.c src/scan/parse_gtin.c \
	src/scan/symbology.c src/scan/symbology.h \
	src/scan/digital_link.c src/scan/digital_link.h \
	src/scan/digital_link_places.c \
	include/scan/gs1.h src/scan/gs1_private.h \
	src/scan/gs1_table.c src/scan/gs1_element.c src/scan/gs1_value.c \
	src/scan/gs1_rules.c src/scan/gs1_lint_date.c \
	src/scan/gs1_lint_coupon.c src/scan/gs1_lists.c \
	src/scan/gs1_pair.c src/scan/gs1_derive.c \
	src/scan/scan_json.c
nodist_libscan_a_SOURCES = src/scan/gs1_rows.c

GS1_AI_TABLE = $(top_srcdir)/src/scan/gs1_ai.tbl
GS1_AI_AWK = $(top_srcdir)/tools/gs1-ai.awk

src/scan/gs1_rows.c: $(GS1_AI_TABLE) $(GS1_AI_AWK)
	@$(MKDIR_P) src/scan
	$(AM_V_GEN)$(AWK) -f $(GS1_AI_AWK) $(GS1_AI_TABLE) > $@.new && mv $@.new $@

CLEANFILES += src/scan/gs1_rows.c
EXTRA_DIST += src/scan/gs1_ai.tbl tools/gs1-ai.awk
