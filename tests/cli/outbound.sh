#!/bin/bash
# outbound.sh - a whole order goes out: 200 units over 12 items, allocated
# oldest-made first, picked by two operators, packed in 9 cartons on 2 pallets,
# shipped; each of the 200 trails ends at the customer.
# SPDX-License-Identifier: Apache-2.0
. "$(dirname "$0")/lib.sh"

export DOCKLEDGER_NOW=2026-03-02T08:00:00.000Z
units=200 items=12

# Twelve items in twelve bins, 30 units each; the lower the serial, the older.
furnish() {
	awk -v items=$items 'BEGIN {
		print "code,name,gtin,allocation,made_on" > "items.csv"
		print "code,zone,kind,sequence" > "bins.csv"
		print "item,serial,bin,made_on" > "units.csv"
		for (i = 1; i <= items; i++) {
			printf "ITEM-%02d,Item %d,,oldest_made,optional\n", i, i > "items.csv"
			printf "A-%02d,A,storage,%d\n", i, i > "bins.csv"
			for (s = 1; s <= 30; s++)
				printf "ITEM-%02d,U%02d-%03d,A-%02d,2025-%02d-%02d\n", i, i, s, \
				    i, 1 + int((s - 1) / 28), 1 + (s - 1) % 28 > "units.csv"
		}
		print "STAGE-1,S,stage,90\nPACK-1,P,pack,91" > "bins.csv"
	}'
	printf 'code,name,kind\nC-ACME,Acme Hospital,customer\nDHL,DHL Freight,carrier\n' \
		> parties.csv
	printf 'badge,name,role,pin\nP1,Picker one,clerk,\nP2,Picker two,clerk,\n' \
		> operators.csv
	# 16 of each, and 4 more of two: 200
	awk -v items=$items 'BEGIN {
		print "kind,number,party,line,item,qty"
		for (i = 1; i <= items; i++)
			printf "SO,7000,C-ACME,%d,ITEM-%02d,%d\n", i, i, i < 3 ? 20 : 16
	}' > orders.csv
	run 0 init --station T1
	for kind in items bins parties operators orders units; do
		run 0 import "$kind" "$kind.csv"
	done
}

# lines FROM TO: "BIN SERIAL" of what is promised in these lines
promised() {
	"$dl" units --order SO:7000 --status allocated --json |
		"$jsonl" get bin > bins.out
	"$dl" units --order SO:7000 --status allocated --json |
		"$jsonl" get serial | paste -d ' ' bins.out - |
		awk -v from="$1" -v to="$2" '{ split($1, b, "-") }
		    b[2] + 0 >= from && b[2] + 0 <= to'
}

# The scans of a picker: the order, and bin by bin its units.
picks() {
	echo SO:7000
	awk '$1 != bin { print $1; bin = $1 } { print $2 }' "$1"
}

furnish
run 0 order allocate SO 7000
out_has '200 of 200 promised'
promised 1 6 > first
promised 7 12 > second
checks=$((checks + 1))
[ "$(cat first second | wc -l)" -eq $units ] || fault "not $units are promised"
# the oldest of each: none above the sixteenth or twentieth
checks=$((checks + 1))
! grep -E 'U(0[3-9]|1[0-2])-(01[7-9]|02|03)|U0[12]-(02[1-9]|03)' first second ||
	fault 'a younger unit was promised'

# two operators, one order
picks first > first.scans
picks second > second.scans
run 0 --operator P1 scan pick < first.scans
run 0 --operator P2 scan pick < second.scans
run 0 units --order SO:7000 --status picked --count
out_is $units

# nine cartons: 23 units in each, 16 in the last
cat first second | sed 's/.* //' > serials
{
	echo SO:7000
	awk '(NR - 1) % 23 == 0 { if (NR > 1) print "XCXFULL"; print "XCXBEGIN" }
	    { print } END { print "XCXDONE\nXCXDONE" }' serials
} > pack.scans
run 0 scan pack < pack.scans
out_has 'complete'
run 0 --json carton list
"$jsonl" get code < out > cartons
checks=$((checks + 1))
[ "$(wc -l < cartons)" -eq 9 ] || fault "$(wc -l < cartons) cartons, not 9"

# two pallets
{
	echo XCXBEGIN
	head -5 cartons | sed 's/^/(00)/'
	echo XCXDONE
	echo XCXBEGIN
	tail -4 cartons | sed 's/^/(00)/'
	echo XCXDONE
} > pallets.scans
run 0 scan pallet < pallets.scans
run 0 --json carton list
"$jsonl" get code < out | grep -vxFf cartons > pallets
checks=$((checks + 1))
[ "$(wc -l < pallets)" -eq 2 ] || fault "$(wc -l < pallets) pallets, not 2"

# gone, each with its tracking number
n=0
while read -r pallet; do
	n=$((n + 1))
	printf '(00)%s\nDHL\nTRACK-%d\n' "$pallet" "$n"
done < pallets > ship.scans
run 0 scan ship < ship.scans
out_has 'TRACK-2; SO:7000 is complete'
run 0 --json order SO 7000
is status complete

# every trail ends at the customer
bad=0
while read -r _ serial; do
	"$dl" trace --json "$serial" > trail || bad=$((bad + 1))
	grep -q '"status":"shipped"' trail &&
		grep -qE '"type":"unit.shipped".*"party":"C-ACME","carton":"[0-9]{18}","pallet":"[0-9]{18}","carrier":"DHL","tracking":"TRACK-[12]"' trail ||
		bad=$((bad + 1))
done < <(cat first second)
checks=$((checks + 1))
[ "$bad" -eq 0 ] || fault "$bad trails do not end at the customer"

# and stands on paper
run 0 report packing-slip --order 7000 --out slip.pdf
run 0 report packing-slip --order 7000 --format csv
lines_are $((units + 1))
if command -v pdftotext > /dev/null; then
	pdftotext -layout slip.pdf out
	missing=0
	while read -r serial; do
		grep -qF "$serial" out || missing=$((missing + 1))
	done < serials
	checks=$((checks + 1))
	[ "$missing" -eq 0 ] || fault "the slip lacks $missing serials"
else
	echo 'SKIP of the PDF: no pdftotext here (poppler-utils)'
fi
run 0 verify
out_has ': clean'
finish
