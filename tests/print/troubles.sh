#!/bin/bash
# troubles.sh - paper out, printer gone, CUPS gone or hung: each said, none lost.
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2317 # functions are called by until_true
. "$(dirname "$0")/lib.sh"

export DOCKLEDGER_DB=$work/station.db
"$dl" init --station T1 > out 2> err || fault 'init'
db=$DOCKLEDGER_DB
cups_start 0
ipp_queue

# follow COMMAND...: a worker in the background.
follow() {
	"$@" > /dev/null 2> "$work/worker" < /dev/null &
	echo $! > "$D/agent.pid"
}
has_words() { "$dl" jobs --json | "$jsonl" get detail | grep -qF -- "$1"; }
has_state() { "$dl" jobs --json | "$jsonl" get state | grep -qx -- "$1"; }
within() {	# SECONDS WHAT COMMAND...
	local n=$(($1 * 20)) what=$2
	shift 2
	checks=$((checks + 1))
	until_true $n "$@" || fault "not within $((n / 20)) s: $what; $(states)"
}
all_are() { [ "$(states)" = "$1" ]; }

# Out of labels: it says so, and goes on when there are new ones.
ipp_media 0
"$dl" label unit --set gtin=4006381333931 --set serial=E1 --set item_name=D \
    --printer label --copies 2 > out 2> err || fault 'label'
follow "$dl" agent
within 40 'out of labels' has_words 'out of labels'
within 30 printing has_state printing
ipp_media 250
within 40 printed all_are 'printed=1'

# Its printer is off: words, and it prints when it is on again.
ipp_stop
"$dl" label unit --set gtin=4006381333931 --set serial=E2 --set item_name=D \
    --printer label > out 2> err || fault 'label'
within 40 'does not answer' has_words 'the printer does not answer'
checks=$((checks + 1))
"$dl" printers --json > out
out_has '"name":"label"'
ipp_start
within 30 printed all_are 'printed=2'
# A second worker is refused in words.
run 3 agent --once
err_has 'a worker is here already'
stop agent
run 0 verify

# From here on labels are lines that can be counted.
export DOCKLEDGER_DB=$work/second.db
db=$DOCKLEDGER_DB
"$dl" init --station T2 > out 2> err || fault 'init'

# CUPS hangs: nothing waits for it longer than some seconds, nothing is lost.
kill -STOP "$(cat "$D/cupsd.pid")"
"$tool" ask "$db" zpl 1 3
start=$SECONDS
"$tool" work "$db" > out
checks=$((checks + 1))
[ $((SECONDS - start)) -le 10 ] || fault "a hung CUPS held us $((SECONDS - start)) s"
out_has '3 wait'
out_has 'the print server does not answer'
kill -CONT "$(cat "$D/cupsd.pid")"
tcp_start -1
"$tool" work "$db" > out
census_is 3 '3 0 0'

# CUPS killed while the worker follows, then back: the worker finds its way.
tcp_stop
follow "$tool" follow "$db"
"$tool" ask "$db" zpl 4 9
within 40 sent has_state printing
cups_kill
"$tool" ask "$db" zpl 10 12
within 40 'does not answer' has_words 'the print server does not answer'
cups_again
tcp_start -1
within 30 printed all_are 'printed=12'
stop agent
checks=$((checks + 1))
[ "$(census 12 | cut -d' ' -f2)" = 0 ] || fault "missing: $(census 12)"
run 0 verify
finish
