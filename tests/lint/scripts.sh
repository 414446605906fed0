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
	case $(head -c 40 "$file" | head -n 1) in
	'#!'*/sh | '#!'*bash | '#!'*sh\ -*) scripts+=("$file") ;;
	esac
done < <(find . \( -path './build*' -o -path ./.git -o -name autom4te.cache \
    -o -name 'configure*' \) -prune -o -type f -size -200k \
    \( -perm -u+x -o -name '*.sh' \) -print)
echo "${#scripts[@]} scripts"
[ "${#scripts[@]}" -gt 0 ] && shellcheck "${scripts[@]}"
