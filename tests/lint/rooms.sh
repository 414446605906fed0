#!/bin/bash
# rooms.sh - doors open downward only.
# SPDX-License-Identifier: Apache-2.0
#
# Goal: a room calls and includes only the rooms that rooms.table grants it, a
# foreign library has one including place, SQL stays in store, and no name of
# ours hides one of a library we link.  Method: nm on what was compiled, for
# calls; grep on the text, for includes.  The program's own link would not
# notice an upward call: it has all rooms at hand.
set -u

src=${DOCKLEDGER_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
build=${DOCKLEDGER_BUILDDIR:-.}
table=$src/tests/lint/rooms.table
tmp=$(mktemp -d) || exit 99
trap 'rm -rf "$tmp"' EXIT
faults=0

fault() {
	printf '%s\n' "$*"
	faults=$((faults + 1))
}

# The compiled objects of a room: its archive, for app the program's own.
objects_of() {
	if [ "$1" = app ]; then
		find "$build/src/app" -name '*.o' 2>/dev/null
	elif [ -f "$build/lib$1.a" ]; then
		printf '%s\n' "$build/lib$1.a"
	fi
}

rooms=$(sed -n 's/^may \([a-z]*\):.*/\1/p' "$table")
for room in $rooms; do
	: > "$tmp/$room.has"
	: > "$tmp/$room.calls"
	for object in $(objects_of "$room"); do
		nm -A --defined-only --extern-only "$object" 2>/dev/null |
		    awk '{ print $NF }' >> "$tmp/$room.has"
		nm -A --undefined-only "$object" 2>/dev/null |
		    awk -v room="$room" '{
			n = split($1, part, "[:/]")
			object = part[n] == "" ? part[n - 1] : part[n]
			sub(/^lib[a-z]*_a-/, "", object)
			print room "/" object, $NF }' >> "$tmp/$room.calls"
	done
	sort -u -o "$tmp/$room.has" "$tmp/$room.has"
	sort -u -o "$tmp/$room.calls" "$tmp/$room.calls"
done
cat "$tmp"/*.has > "$tmp/all"
[ -s "$tmp/base.has" ] || { echo "nothing compiled in $build"; exit 1; }

# --- Calls and includes between rooms ---------------------------------------
for room in $rooms; do
	granted=" $(sed -n "s/^may $room: *//p" "$table") $room "
	for other in $rooms; do
		case $granted in *" $other "*) continue ;; esac
		while read -r object name; do
			fault "$object calls upward into $other: $name"
		done < <(awk 'NR == FNR { has[$1]; next } $2 in has' \
		    "$tmp/$other.has" "$tmp/$room.calls")
		while IFS= read -r line; do
			fault "$room includes a header of $other: $line"
		done < <(cd "$src" && grep -rn --include='*.[ch]' \
		    "^#include \"$other/" "src/$room" "include/$room")
	done
done

# --- Foreign headers ----------------------------------------------------------
while read -r header places; do
	while IFS=: read -r file line _; do
		for place in $places; do
			case $file in "$place" | "$place"/*) continue 2 ;; esac
		done
		fault "$file:$line: <$header> is for $places alone"
	done < <(cd "$src" && grep -rn --include='*.[ch]' \
	    "^ *# *include *<$header>" src include)
done < <(sed -n 's/^only \([^:]*\):/\1/p' "$table")

# --- Functions of libc ---------------------------------------------------------
while read -r name places; do
	while read -r object called; do
		case " $places " in *" $object "*) continue ;; esac
		fault "$object calls $called of libc"
	done < <(cat "$tmp"/*.calls | awk -v name="$name" \
	    '{ plain = $2; sub(/@.*/, "", plain) } plain == name')
done < <(sed -n 's/^libc \([^:]*\):/\1/p' "$table")

# --- SQL outside of store --------------------------------------------------------
while IFS= read -r line; do
	fault "SQL outside of store: $line"
done < <(cd "$src" && grep -rnE --include='*.[ch]' \
    '"[^"]*\b(SELECT [a-z*(]|INSERT (OR [A-Z]+ )?INTO|UPDATE [a-z_]+ SET|DELETE FROM|CREATE (TABLE|INDEX|VIEW)|PRAGMA )|sqlite3_' \
    src include | grep -v -E '^(src|include)/store/')

# --- Names that hide a library's ---------------------------------------------------
for program in "$build/dockledger" "$build"/tests/unit/*/test_*; do
	[ -x "$program" ] && ldd "$program" 2>/dev/null
done | awk '$3 ~ /^\// { print $3 }' | sort -u |
    grep -v -E '/lib(asan|ubsan|gcov|cmocka)[.-]' | while read -r library; do
	nm -D --defined-only "$library" | awk '{ sub(/@.*/, "", $NF); print $NF }'
done | sort -u > "$tmp/foreign"
while read -r name; do
	fault "$name is also a name of a library we link; the linker sees one"
done < <(sort -u "$tmp/all" | comm -12 - "$tmp/foreign")

echo "$faults faults"
[ "$faults" -eq 0 ]
