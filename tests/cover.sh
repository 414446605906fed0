#!/bin/bash
# cover.sh - executed lines and branches by file and by room.
# SPDX-License-Identifier: Apache-2.0
#
# usage: cover.sh FOLDER    a build configured with --enable-cover, after its
# tests (`make cover`).  Branches of domain and store are worth reading one by
# one: gcov -b on their objects shows them.
set -eu

cd "$1"
find . -path './src/*' -name '*.gcda' -print0 |
    xargs -0 -r gcov -n -b 2> /dev/null | awk '
/^$/ { counts = 0 }
/^File / { file = $2; gsub(/\047/, "", file); counts = 0
	if (match(file, /src\/[a-z]+\/[^\/]*\.c$/)) {
		file = substr(file, RSTART + 4)
		counts = 1
	} }
counts && /^Lines executed/ { split($0, part, /[:% ]+/)
	note(file, "lines", part[3], part[5]) }
counts && /^Taken at least once/ { split($0, part, /[:% ]+/)
	note(file, "branches", part[5], part[7]) }
function note(file, kind, percent, of,	room) {
	room = file
	sub(/\/.*/, "", room)
	all[room, kind] += of
	run[room, kind] += of * percent / 100
	rooms[room]
	if (kind == "lines")
		printf "%-32s %6.1f%% of %d lines\n", file, percent, of
}
END {
	for (room in rooms)
		printf "%-12s %5.1f%% of lines, %5.1f%% of branches\n", room,
		    100 * run[room, "lines"] / (all[room, "lines"] + 1e-9),
		    100 * run[room, "branches"] / (all[room, "branches"] + 1e-9)
}' | sort
