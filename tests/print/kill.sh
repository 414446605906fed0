#!/bin/bash
# kill.sh - the worker killed at each of its steps, CUPS killed and forgetful.
# SPDX-License-Identifier: Apache-2.0
#
# Goal: with a real CUPS, a worker that is killed anywhere loses no label and
# prints none twice.  Method: DOCKLEDGER_FAULT=step:N for N = 1, 2, ... until
# the worker comes through.
. "$(dirname "$0")/lib.sh"

export DOCKLEDGER_DB=$work/station.db
"$dl" init --station T1 > out 2> err || fault 'init'
db=$DOCKLEDGER_DB
cups_start 0
tcp_start -1

step=1 last=0 killed=yes
while [ "$killed" = yes ] && [ $step -lt 40 ]; do
	"$tool" ask "$db" zpl $((last + 1)) $((last + 5)) || fault ask
	last=$((last + 5))
	( DOCKLEDGER_FAULT=step:$step exec "$tool" work "$db" 3 ) > out 2>&1
	[ $? -eq 137 ] || killed=no
	"$tool" work "$db" 3 > out 2>&1 || fault "after step $step"
	step=$((step + 1))
done
checks=$((checks + 1))
[ $step -gt 8 ] || fault "only $step steps were there to be killed at"
census_is $last "$last 0 0"
states_are "printed=$last"

# A CUPS that writes its jobs down late (as it comes) and is killed: what may
# be printed is unknown and is not sent again; the rest prints.
stop cupsd
sed -i 's/^DirtyCleanInterval.*/DirtyCleanInterval 30/' "$D/etc/cupsd.conf"
cups_again
tcp_stop
rm -f "$paper"
"$tool" ask "$db" zpl 1 6
"$tool" work "$db" 3 500 > out	# two jobs of three, at a printer that is off
out_has '6 on their way'
cups_kill
cups_again
lpadmin -p zpl -E -v socket://127.0.0.1:$((port + 2)) \
    -o printer-error-policy=retry-job 2> /dev/null
tcp_start -1
"$tool" work "$db" > out
out_has '6 unknown'
states_are "printed=$last unknown=6"
# A new job gets the number of a lost one, and is not taken for it.
"$tool" ask "$db" zpl 7 7
"$tool" work "$db" > out
census_is 7 '1 6 0'
states_are "printed=$((last + 1)) unknown=6"
# A person looks: one is in the hand, another is not.
first=$((last + 1))
run 0 jobs --confirm $first --retry $((first + 1))
"$tool" work "$db" > out
census_is 7 '2 5 0'
run 0 jobs --open --json
is state "$(printf 'unknown\nunknown\nunknown\nunknown')"
run 0 verify
finish
