#!/bin/bash
# kill.sh - a program that is killed, starved or crowded loses nothing it said.
# SPDX-License-Identifier: Apache-2.0
#
# Goal: every `done` that was printed is there after the program ended by
# SIGKILL, at a write of its own choice or at any moment; a program without
# memory stops in words; several programs accept a serial once.
# Method: the command line on a real file; the printed serials are compared
# with the units there are.
. "$(dirname "$0")/../cli/lib.sh"

printf 'code,name\nBOLT,Bolt kit\n' > items.csv
printf 'code,zone,kind,sequence\nDOCK-1,D,dock,1\n' > bins.csv
printf 'code,name,kind\nACME,Acme,supplier\n' > parties.csv
printf 'kind,number,party,line,item,qty\nPO,1,ACME,1,BOLT,1000000\n' > orders.csv
export DOCKLEDGER_DB=$work/s.db
run 0 init --station K1
for kind in items bins parties orders; do run 0 import "$kind" "$kind.csv"; done

scans() { # PREFIX COUNT
	printf '1\nBOLT\n'
	seq -f "$1-%.0f" "$2"
}
said() { # the serials that were said to be done
	sed -n 's/^done\t\t\([^ ]*\) of BOLT received.*/\1/p' "$@" | sort
}
nothing_lost() { # WHAT
	"$dl" units --json --item BOLT | sed -n 's/.*"serial":"\([^"]*\)".*/\1/p' |
		sort > there
	checks=$((checks + 1))
	[ -z "$(comm -23 <(said out.*) there)" ] || fault "$1: a done is lost"
	run 0 verify
}

# At the nth write of the database.
for n in 1 2 3 4 5 7 9 12 16 21 27 34 40; do
	scans "W$n" 40 |
		DOCKLEDGER_FAULT=kill:$n "$dl" scan receiving > "out.w$n" 2> err
done
checks=$((checks + 1))
[ "$(said out.w* | wc -l)" -gt 0 ] || fault 'nothing was done before a kill'
nothing_lost 'killed at a write'

# At any moment.
for r in 1 2 3 4 5 6 7 8; do
	scans "R$r" 2000 > in
	"$dl" scan receiving < in > "out.r$r" 2> err &
	sleep "0.$((RANDOM % 25 + 5))"
	kill -9 $! && wait $! 2> /dev/null
done
nothing_lost 'killed at a moment'

# Without memory: one sentence and status 3, or nothing was wanting any more.
starved=0
for n in 1 2 5 10 50 100 500 1000 2000 5000; do
	scans "A$n" 5 |
		DOCKLEDGER_FAULT=alloc:$n "$dl" scan receiving > "out.a$n" 2> err
	rc=$?
	checks=$((checks + 1))
	if [ "$rc" -eq 3 ]; then
		starved=$((starved + 1))
		grep -q '^dockledger: out of memory' err || fault "alloc $n: no sentence"
	elif [ "$rc" -ne 0 ]; then
		fault "alloc $n: status $rc"
	fi
done
checks=$((checks + 1))
[ "$starved" -ge 5 ] || fault "memory failed $starved times only"
nothing_lost 'no memory'

# Four at once, with serials of their own and some that all four scan.
for p in 1 2 3 4; do
	{ scans "P$p" 150; seq -f 'ALL-%.0f' 50; } > "in.$p"
	"$dl" scan receiving < "in.$p" > "out.p$p" 2> "err.$p" &
done
wait
nothing_lost 'four at once'
checks=$((checks + 1))
[ "$(said out.p* | grep -c '^ALL-')" -eq 50 ] || fault 'a serial was not accepted just once'
checks=$((checks + 1))
[ "$(said out.p* | wc -l)" -eq 650 ] || fault 'four at once: scans are missing'
finish
