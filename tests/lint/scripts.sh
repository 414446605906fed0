#!/bin/bash
# scripts.sh - every script passes shellcheck.
# SPDX-License-Identifier: Apache-2.0
set -u

src=${DOCKLEDGER_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
cd "$src" || exit 99
if ! command -v shellcheck > /dev/null; then
	echo "shellcheck is not installed"
	exit 77
fi

scripts=()
while IFS= read -r file; do
	grep -qaE -m 1 '^#!.*/(env )?(ba)?sh' <(head -n 1 "$file") &&
	    scripts+=("$file")
done < <(find bootstrap autogen.sh .ci tests tools -type f \
    \( -perm -u+x -o -name '*.sh' \) 2> /dev/null)
echo "${#scripts[@]} scripts"
[ "${#scripts[@]}" -gt 0 ] && shellcheck -x -P SCRIPTDIR "${scripts[@]}"
