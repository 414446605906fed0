#!/bin/bash
# lib.sh - what every test of the command line begins with.
# SPDX-License-Identifier: Apache-2.0
#
#	. "$(dirname "$0")/lib.sh"
#	run 0 init --station T1		ends with this status, or it is a fault
#	out_has 'text'; err_has 'text'	what it said
#	get unit.status			a member of each JSON object it printed
#	finish
#
# Each test has a folder of its own with a home in it, so that no file of the
# person who runs it is read or written.
set -u

BASH_ARGV0=$(cd "$(dirname "$0")" && pwd)/${0##*/}	# it may be relative, and we go
build=${DOCKLEDGER_BUILDDIR:-.}
build=$(cd "$build" && pwd) || exit 99
dl=$build/dockledger
jsonl=$build/tests/cli/jsonl
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
faults=0 checks=0
umask 022
unset DOCKLEDGER_DB DOCKLEDGER_NOW DOCKLEDGER_FAULT
export HOME=$work/home XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config
export TERM=xterm
mkdir -p "$HOME"
cd "$work" || exit 99

fault() {
	faults=$((faults + 1))
	printf 'fault: %s\n' "$*"
	sed 's/^/  out: /' out | head -20
	sed 's/^/  err: /' err | head -20
}

# run STATUS ARGUMENT...: standard input is ours.
run() {
	local wanted=$1 got
	shift
	checks=$((checks + 1))
	"$dl" "$@" > out 2> err
	got=$?
	[ "$got" -eq "$wanted" ] ||
		fault "dockledger $*: ends with $got, not $wanted"
}

out_has() { checks=$((checks + 1)); grep -qF -- "$1" out || fault "output lacks: $1"; }
out_lacks() { checks=$((checks + 1)); ! grep -qF -- "$1" out || fault "output has: $1"; }
err_has() { checks=$((checks + 1)); grep -qF -- "$1" err || fault "errors lack: $1"; }
err_is_empty() { checks=$((checks + 1)); [ ! -s err ] || fault "errors were said"; }

# out_is TEXT: all of the output, without its last line end.
out_is() {
	checks=$((checks + 1))
	[ "$(cat out)" = "$1" ] || fault "the output is not: $1"
}
lines_are() {
	checks=$((checks + 1))
	[ "$(wc -l < out)" -eq "$1" ] || fault "$(wc -l < out) lines, not $1"
}

# get PATH: that member of each object in the output; keys KEY...: all objects
# have all of them.
get() { "$jsonl" get "$1" < out; }
is() {
	local got
	checks=$((checks + 1))
	got=$(get "$1")
	[ "$got" = "$2" ] || fault "$1 is: $got; not: $2"
}
keys() {
	checks=$((checks + 1))
	"$jsonl" keys "$@" < out > keys.out || fault "$(cat keys.out)"
}

finish() {
	echo "$checks checks, $faults faults"
	[ "$checks" -gt 0 ] && [ "$faults" -eq 0 ]
	exit
}
