#!/bin/bash
# lists.sh - every source is in a list of the makefile.
# SPDX-License-Identifier: Apache-2.0
#
# Goal: a file that nobody compiles, or a test that nobody runs, is noticed.
# Method: the path of each source and test stands in a fragment (.mk) of its
# folder or of one above, or in Makefile.am.
set -u

src=${DOCKLEDGER_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
cd "$src" || exit 99
seen=0 faults=0
while IFS= read -r file; do
	seen=$((seen + 1))
	path=${file%.c}
	grep -qsE "(^|[[:space:]=/])$path(\\.c)?([[:space:]]|\$)" \
	    Makefile.am src/*/*.mk tests/*.mk tests/*/*.mk tests/*/*/*.mk && continue
	echo "$file is in no list"
	faults=$((faults + 1))
done < <(find src tests \( -name '*.c' -o -name '*.test' \
    -o -path 'tests/*' -name '*.sh' \) -type f | sort)
echo "$seen files, $faults faults"
[ "$seen" -gt 0 ] && [ "$faults" -eq 0 ]
