## Tests of the kind print: a real cupsd and printers that are programs.
## SPDX-License-Identifier: Apache-2.0

PRINT_TESTS = \
	tests/print/bench.sh \
	tests/print/kill.sh \
	tests/print/labels.sh \
	tests/print/raw.sh \
	tests/print/station.sh \
	tests/print/troubles.sh
TESTS += $(PRINT_TESTS)
EXTRA_DIST += $(PRINT_TESTS) tests/print/lib.sh tests/print/label203.conf

check_PROGRAMS += tests/print/listener tests/print/desk_tool
tests_print_listener_SOURCES = tests/print/listener.c
tests_print_desk_tool_SOURCES = tests/print/desk_tool.c $(DESK_SOURCES)
tests_print_desk_tool_LDADD = $(LIBS_DESK) $(CMOCKA_LIBS)

$(PRINT_TESTS:.sh=.log): dockledger tests/cli/jsonl tests/print/listener \
	tests/print/desk_tool
