## Tests of the text itself; they need no test packages but shellcheck.
## SPDX-License-Identifier: Apache-2.0

LINTS = \
	tests/lint/headers.sh \
	tests/lint/lists.sh \
	tests/lint/rooms.sh \
	tests/lint/scripts.sh \
	tests/lint/words.sh
TESTS += $(LINTS)
