#!/bin/bash
# demo.sh - the demonstration warehouse, and the shift played on it.
# SPDX-License-Identifier: Apache-2.0
. "$(dirname "$0")/lib.sh"

src=${DOCKLEDGER_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
DOCKLEDGER_NOW=2026-03-02T08:00:00.000Z
export DOCKLEDGER_NOW

# Filled: consistent, fresh, and as large as it says.
run 0 --db full.db init --demo --station D1
run 0 --db full.db verify
out_has 'units, 1 stations: clean'
run 0 --db full.db units --count
checks=$((checks + 1)); [ "$(cat out)" -ge 5000 ] || fault "only $(cat out) units"
run 0 --db full.db orders --json
get due | sort | tail -1 > last-due
checks=$((checks + 1)); [[ $(cat last-due) > 2026-03-01 ]] || fault "old dates: $(cat last-due)"
run 0 --db full.db trace --json DRILL-18 BT2600160
keys unit events
out_has '2026-02-'

# The same shift gives the same words, and all five verdicts; nothing is left.
export TMPDIR=$work/tmp
mkdir "$TMPDIR"
run 0 demo
cp out first
run 0 demo
checks=$((checks + 1)); cmp -s out first || fault 'two runs differ'
checks=$((checks + 1))
[ -z "$(ls "$TMPDIR")" ] || fault 'the warehouse of the shift was left behind'
checks=$((checks + 1))
grep -qE '^[0-9]+ scans: [1-9][0-9]* ok, [1-9][0-9]* done, [1-9][0-9]* ask, [1-9][0-9]* warn, [1-9][0-9]* refuse$' out ||
	fault 'not every verdict was given'
checks=$((checks + 1))
tail -1 out | grep -q ' stations: clean$' || fault 'it does not end clean'

# What the shift is there to show.
for code in scan.unknown scan.wrong-kind code.check-digit code.syntax \
    item.not-on-order unit.wrong-item unit.duplicate unit.already-done \
    unit.expired unit.not-expected unit.on-hold serial.format serial.check \
    serial.range order.over order.short bin.full bin.reserved \
    unit.swap unit.wrong-place unit.wrong-status carton.unknown carton.nested \
    party.mismatch command.not-here; do
	out_has " $code: "
done
out_has 'taken back: '
out_has 'parked: put it into QUAR-1'
out_has '24 units of SWITCH-24 received'
out_has 'ASN:8801 closed: 1 missing (CR410721), 1 extra'
out_has 'RECEIVE PO-4711'
out_has 'GO TO'
# Picked, packed, on a pallet, and gone to the customer.
out_has 'picked for SO:55101 instead of AK026106W'
out_has '6 of 6 units packed in 2 cartons, complete'
out_has 'shipped to C-1002: 6 units in 3 containers, K-COAST CC-7730-118-NL; SO:55101 is complete'
out_has 'unit AK026105Y of INFUSE-2: shipped to C-1002'
# The PIN is not shown.
out_lacks 2580

# Small screens are as small as they say.
LC_ALL=C run 0 demo --screens 20x16
checks=$((checks + 1))
awk '/^  RECEIVE PO-4711/ { n = 16 } n-- > 0 && length($0) > 20' out > wide
[ ! -s wide ] || fault "wider than 20 columns: $(head -1 wide)"
run 2 demo --screens 80
run 2 demo --screens 3x3

# On a database that is named the work stays; it must be a demonstration's.
run 0 --db full.db demo
run 0 --db full.db trace --json LAPTOP-14 CR410799
is unit.status available
run 0 --db full.db trace --json AS0261707
is unit.party C-1002
out_has '"carrier":"K-COAST","tracking":"CC-7730-118-NL"'
run 0 --db full.db verify
run 0 --db plain.db init --station P1
run 1 --db plain.db demo
err_has 'no demonstration warehouse'

# Another shift, and one with a fault in it.
printf '#! operator CLERK1\n#! flow lookup\nBT2600160\n' > own.scans
run 0 demo --shift own.scans
out_has '1 scans: 1 ok'
printf '#! flow lookup\n' > nobody.scans
printf '#! operator CLERK1\nBT2600160\n' > early.scans
printf '#! dance\n' > dance.scans
run 1 demo --shift nobody.scans
err_has 'nobody.scans:1: '
run 1 demo --shift early.scans
err_has 'early.scans:2: '
run 1 demo --shift dance.scans
err_has 'dance.scans:1: '

# The files are what `import` reads, in the order of their README.
run 0 --db hand.db init --station H1
sed -n 's/.*  import \([a-z-]*\)$/\1/p' "$src/demo/README" > kinds
checks=$((checks + 1)); [ "$(wc -l < kinds)" -ge 9 ] || fault 'README names few files'
while read -r kind; do
	run 0 --db hand.db import "$kind" "$src/demo/$kind.csv"
done < kinds
run 0 --db hand.db verify
run 0 --db hand.db order --json ASN 8801
is status open
finish
