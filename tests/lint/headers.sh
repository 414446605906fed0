#!/bin/bash
# headers.sh - every header compiles alone.
# SPDX-License-Identifier: Apache-2.0
#
# Goal: whoever includes a header needs to know nothing else.  Method: a file
# that includes it twice and nothing else goes through gcc and clang with all
# warnings, -Wpedantic among them.
set -u

build=${DOCKLEDGER_BUILDDIR:-.}
src=${DOCKLEDGER_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
flags='-std=c11 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Wstrict-prototypes
-Wno-unused-function -Werror -fsyntax-only'
compilers=
for compiler in gcc clang-14; do
	command -v "$compiler" > /dev/null && compilers="$compilers $compiler"
done
[ -n "$compilers" ] || compilers=${CC:-cc}
faults=0 seen=0

build=$(cd "$build" && pwd) || exit 99
cd "$src" || exit 99
for header in include/*/*.h src/*/*.h; do
	[ -f "$header" ] || continue
	seen=$((seen + 1))
	name=${header#*/}
	for compiler in $compilers; do
		# shellcheck disable=SC2086 # lists of words
		if ! printf '#include "%s"\n#include "%s"\n' "$name" "$name" |
		    $compiler $flags -Iinclude -Isrc \
		    -I"$build/src" -x c -; then
			echo "$header does not compile alone with $compiler"
			faults=$((faults + 1))
		fi
	done
done
echo "$seen headers with$compilers, $faults faults"
[ "$seen" -gt 0 ] && [ "$faults" -eq 0 ]
