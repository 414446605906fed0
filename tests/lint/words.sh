#!/bin/bash
# words.sh - what the text of the tree may not hold.
# SPDX-License-Identifier: Apache-2.0
#
# Goal: nothing unfinished, no path of somebody's machine, no blanks at line
# ends, no function over 70 lines, no file over 400 but tables that say so.
# Method: words.awk over each file.
set -u

src=${DOCKLEDGER_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
allowed=tests/lint/long.allowed
cd "$src" || exit 99

texts() {
	find src include tests tools forms labels man docs .ci -type f \
	    \( -name '*.[ch]' -o -name '*.sh' -o -name '*.awk' \
	    -o -name '*.mk' -o -name '*.sql' -o -name '*.form' \
	    -o -name '*.label' -o -name '*.md' -o -name '*.[1-8]' \
	    -o -name README -o -name run \) 2> /dev/null
	for file in README HACKING NEWS Makefile.am configure.ac bootstrap \
	    autogen.sh tests/summary; do
		[ -f "$file" ] && echo "$file"
	done
}

seen=0 faults=0
while IFS= read -r file; do
	seen=$((seen + 1))
	code=0 listed=0
	case $file in *.[ch]) code=1 ;; esac
	grep -q "^$file: ." "$allowed" && listed=1
	found=$(LC_ALL=C "${AWK:-awk}" -v path="$file" -v code="$code" \
	    -v listed="$listed" -f tests/lint/words.awk "$file")
	[ -z "$(tail -c 1 "$file")" ] ||
	    found="$found${found:+
}$file: the last line has no end"
	[ -n "$found" ] || continue
	printf '%s\n' "$found"
	faults=$((faults + $(printf '%s\n' "$found" | wc -l)))
done < <(texts | sort)

while IFS=: read -r file _; do
	[ -f "$file" ] && continue
	echo "$allowed: there is no $file"
	faults=$((faults + 1))
done < <(grep -v '^#' "$allowed")

echo "$seen files, $faults faults"
[ "$seen" -gt 0 ] && [ "$faults" -eq 0 ]
