#!/bin/bash
# raw.sh - a raw queue: what arrives is what was meant, whatever the printer does.
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2317 # functions are called by until_true
. "$(dirname "$0")/lib.sh"

export DOCKLEDGER_DB=$work/station.db
"$dl" init --station T1 > out 2> err || fault 'init'
cups_start 0
db=$DOCKLEDGER_DB

# A hundred labels are three jobs; the bytes are ours, in order.
tcp_start -1
"$tool" ask "$db" zpl 1 100 || fault ask
"$tool" work "$db" > out || fault work
out_has '3 jobs, 100 sent'
states_are 'printed=100'
for i in $(seq 100); do printf '<L%03d>\n' "$i"; done > wanted
checks=$((checks + 1))
cmp -s wanted "$paper" || fault 'the bytes are others'
tcp_stop
rm -f "$paper"

# Labels that come one after the other travel together, as far as they fit.
tcp_start -1
DESK_LOG=$work/log "$tool" follow "$db" 8 5000 > out 2>&1 < /dev/null &
echo $! > "$D/agent.pid"
for i in 1 2 3 4 5; do "$tool" ask "$db" zpl "$i" "$i"; done
has_jobs() { grep -q ": $1 labels to zpl" "$work/log"; }
checks=$((checks + 1))
until_true 1500 has_jobs 5 || fault "five labels are not one job: $(cat "$work/log")"
"$tool" ask "$db" zpl 6 15	# more than fit: nothing to wait for
checks=$((checks + 1))
until_true 200 has_jobs 8 || fault "eight labels waited: $(cat "$work/log")"
until_true 1500 has_jobs 2
stop agent
"$tool" work "$db" > out
census_is 15 '15 0 0'
tcp_stop
rm -f "$paper"

# Switched off after its first job, in the middle of a hundred; on again later.
tcp_start 1
"$tool" ask "$db" zpl 1 100
"$tool" work "$db" 40 1500 > out
states > out
out_has 'printed='
checks=$((checks + 1))
[ "$(census 100)" = '40 60 0' ] || fault "after one job: $(census 100)"
tcp_start -1
"$tool" work "$db" 40 20000 > out
census_is 100 '100 0 0'
states_are 'printed=215'
tcp_stop
rm -f "$paper"

# Paused: the labels wait with us, not at CUPS, and the words are a person's.
cupsdisable -r 'new roll at nine' zpl
"$tool" ask "$db" zpl 1 5
"$tool" work "$db" > out
out_has '5 wait'
out_has 'zpl: the queue is stopped: new roll at nine'
"$dl" jobs --open --json > out
is detail "$(for _ in 1 2 3 4 5; do echo 'the queue is stopped: new roll at nine'; done)"
checks=$((checks + 1))
[ -z "$(lpstat -o zpl)" ] || fault 'CUPS has jobs of a queue that is paused'
cupsenable zpl
cupsreject zpl
"$tool" work "$db" > out
out_has 'the queue takes no jobs'
cupsaccept zpl
tcp_start -1
"$tool" work "$db" > out
census_is 5 '5 0 0'

# No such queue.
"$tool" ask "$db" nowhere 6 6
"$tool" work "$db" > out
out_has 'there is no print queue "nowhere"'
run 0 jobs --cancel 221
states_are 'cancelled=1 printed=220'
run 0 verify
finish
