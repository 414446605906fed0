## Tests of the kind cli (tests/README): the program as a script starts it.
## SPDX-License-Identifier: Apache-2.0

CLI_TESTS = \
	tests/cli/allocate.sh \
	tests/cli/config.sh \
	tests/cli/demo.sh \
	tests/cli/doctor.sh \
	tests/cli/forms.sh \
	tests/cli/identity.sh \
	tests/cli/init.sh \
	tests/cli/label.sh \
	tests/cli/manual.sh \
	tests/cli/pickers.sh \
	tests/cli/readme.sh \
	tests/cli/reports.sh \
	tests/cli/scan.sh \
	tests/cli/serials.sh \
	tests/cli/usage.sh \
	tests/cli/verify.sh
TESTS += $(CLI_TESTS)
EXTRA_DIST += $(CLI_TESTS) tests/cli/lib.sh tests/cli/goods.sh

check_PROGRAMS += tests/cli/jsonl tests/cli/tamper
tests_cli_jsonl_SOURCES = tests/cli/jsonl.c
tests_cli_jsonl_LDADD = $(LIBS_BASE)
tests_cli_tamper_SOURCES = tests/cli/tamper.c
tests_cli_tamper_LDADD = $(SQLITE3_LIBS)

$(CLI_TESTS:.sh=.log): dockledger tests/cli/jsonl tests/cli/tamper
