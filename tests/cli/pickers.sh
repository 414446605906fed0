#!/bin/bash
# pickers.sh - two to sixteen pickers at once on one database, each a process:
# no unit is picked twice, each order gets what it was promised, nothing is lost.
# SPDX-License-Identifier: Apache-2.0
#
# Each picker has an order of his own and scans what comes to his hand: units of
# the whole pool, in an order of his own, each twice, so that a unit that was
# promised to him is taken at once, a free one as a swap, another's never.
. "$(dirname "$0")/lib.sh"

POOL=96		# units, in two bins
WANTS=5		# of each order

warehouse() {	# pickers
	rm -rf data
	run 0 init --station T1
	printf 'code,name\nDRILL,Drill\n' > items.csv
	printf '%s\n' code,zone,kind,sequence A-1,A,storage,1 A-2,A,storage,2 \
	    STAGE,S,stage,3 > bins.csv
	printf 'code,name,kind\nCUST,A customer,customer\n' > parties.csv
	awk -v n="$1" -v q=$WANTS 'BEGIN { print "kind,number,party,line,item,qty"
		for (i = 1; i <= n; i++) print "SO,S" i ",CUST,1,DRILL," q }' > orders.csv
	awk -v n=$POOL 'BEGIN { print "item,serial,bin"
		for (i = 1; i <= n; i++) print "DRILL,P" i ",A-" (i % 2 + 1) }' > units.csv
	local kind
	for kind in items bins parties orders units; do
		run 0 import $kind $kind.csv
	done
}

# The scans of picker i: the units of the pool, shuffled, in their bins.
scans() {
	echo "S$1"
	awk -v n=$POOL -v seed="$1" 'BEGIN { srand(seed)
		for (i = 1; i <= n; i++) at[i] = i
		for (i = n; i > 1; i--) {
			k = int(rand() * i) + 1; t = at[i]; at[i] = at[k]; at[k] = t
		}
		for (bin = 1; bin <= 2; bin++) {
			print "A-" bin
			for (i = 1; i <= n; i++)
				if (at[i] % 2 + 1 == bin)
					print "P" at[i] "\nP" at[i]
		} }'
}

# Each one's `done` lines, as "SERIAL ORDER".
picked() {
	awk -F '\t' '$1 == "done" { split($3, w, " "); print w[1], w[6] }' "$@" |
		sed 's/[,;].*$//'
}

crowd() {	# pickers
	local i n=$1
	warehouse "$n"
	for ((i = 1; i <= n; i++)); do
		scans $i > in.$i
	done
	for ((i = 1; i <= n; i++)); do
		"$dl" scan pick < in.$i > verdicts.$i 2> err.$i &
	done
	wait
	cat err.* > err; : > out
	err_is_empty
	picked verdicts.* > done.all
	rm -f err.*
	checks=$((checks + 2))
	cut -d' ' -f1 done.all | sort | uniq -d > out
	[ ! -s out ] || fault "picked twice among $n"
	for ((i = 1; i <= n; i++)); do
		[ "$(grep -c " SO:S$i\$" done.all)" -eq $WANTS ] ||
			fault "$n pickers: SO:S$i has $(grep -c " SO:S$i\$" done.all)"
		[ "$(wc -l < verdicts.$i)" -eq "$(wc -l < in.$i)" ] ||
			fault "$n pickers: verdicts of $i are missing"
	done
	run 0 units --status picked --count
	out_is $((n * WANTS))
	run 0 units --status allocated --count
	out_is 0
	run 0 verify
	rm -f verdicts.* in.*
}

for n in 2 5 16; do
	crowd $n
done

# Two at one order: the second takes it over, and the first is told.
warehouse 1
coproc FIRST { "$dl" scan pick; }
printf 'S1\nA-1\n' >&"${FIRST[1]}"
read -r _ <&"${FIRST[0]}"
read -r _ <&"${FIRST[0]}"		# he is at the bin
printf 'S1\nS1\nA-1\nP2\nP4\nXCXDONE\nXCXDONE\n' | "$dl" scan pick > out
out_has 'work.taken'
out_has 'P4 of DRILL picked for SO:S1'
printf 'P6\n' >&"${FIRST[1]}"
read -r said <&"${FIRST[0]}"
checks=$((checks + 1))
case $said in
*scan.wrong-kind*) ;;
*) fault "the first goes on: $said" ;;
esac
slip=${FIRST[1]}
exec {slip}>&-
wait
run 0 verify
finish
