#!/bin/bash
# readme.sh - the tour in README works as it stands there.
# SPDX-License-Identifier: Apache-2.0
#
# Lines that begin with "    $ " are commands, "    > " goes on with one.
. "$(dirname "$0")/lib.sh"

src=${DOCKLEDGER_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
PATH=$build:$PATH
export PATH
ln -s "$src/demo" demo
sed -n 's/^    \$ //p; s/^    > //p' "$src/README" > tour
checks=$((checks + 1))
[ "$(wc -l < tour)" -ge 12 ] || fault 'README has hardly a tour'
checks=$((checks + 1))
bash -e -o pipefail ./tour > out 2> err || fault 'a command of the tour fails'
err_is_empty
out_has 'BT2604002 of DRILL-18 received into DOCK-1, 2 of 12'
out_has '2 units are in A-01-01 now'
out_has 'unit.moved'
out_has 'BT2604002 of DRILL-18 picked for SO:900, 2 of 2'
out_has 'SO:900 shipped to C-1012: 2 units, K-BLUE BV-447112; SO:900 is complete'
out_has 'shipped to C-1012 in carton'
out_has 'Packing slip SO 900'
out_has 'AS0264019'
out_has 'HH0000018 of JIG is a unit now, in DOCK-1'
checks=$((checks + 1))
tail -1 out | grep -q 'stations: clean$' || fault 'the tour does not end clean'

# What README names is there.
for file in man/dockledger.1 man/dockledger-form.5 demo/README demo/shift.scans \
    HACKING tests/README NEWS LICENSE; do
	checks=$((checks + 1))
	grep -q "$file" "$src/README" || fault "README does not name $file"
	[ -f "$src/$file" ] || fault "there is no $file"
done
pins=$(sed -n 's/.*,\([0-9][0-9]*\)$/\1/p' "$src/demo/operators.csv")
for pin in $pins; do
	checks=$((checks + 1))
	grep -q "PIN $pin" "$src/README" || fault "README does not give PIN $pin"
	grep -q "PIN $pin" "$src/demo/README" || fault "demo/README lacks PIN $pin"
done
finish
