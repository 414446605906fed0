#!/bin/bash
# reports.sh - units, traces, orders and lists: what they say and their JSON.
# SPDX-License-Identifier: Apache-2.0
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/goods.sh"

goods
cat > units.csv << 'END'
item,serial,bin,lot,made_on,expires_on,received_on,supplier
SAW,W10,R1,L1,2026-01-10,2027-01-10,2026-02-01,ACME
SAW,W9,R1,L1,2026-01-11,2027-02-10,2026-02-01,ACME
SAW,W100,R2,L2,2026-01-12,,2026-02-01,
DRILL,W9,R2,,,,2026-02-01,
SAW,W09,Q1,L2,2026-03-01,,2026-02-01,
END
run 0 import units units.csv
printf 'PO1\nDRILL\nD-2\nD-10\n' > scans
run 0 scan receiving --slot bin=DOCK < scans

# Units come by item and in the natural order of serials.
run 0 units --json
keys item gtin serial status bin lot made_on expires_on holds order carton \
    party owner received_at warranty_until
is serial "$(printf 'D-2\nD-10\nW9\nW9\nW09\nW10\nW100')"
is 'gtin' "$(printf '04012345678901\n04012345678901\n04012345678901\nnull\nnull\nnull\nnull')"
run 0 units
lines_are 8
# Filters, and their count.
counts() {	# NUMBER FILTER...
	local wanted=$1
	shift
	run 0 units --count "$@"
	out_is "$wanted"
	run 0 units --json "$@"
	lines_are "$wanted"
}
counts 7
counts 4 --item SAW
counts 7 --status available
counts 0 --status shipped
counts 2 --bin R1
counts 1 --item DRILL --bin R2
counts 2 --lot L1
counts 3 --item SAW --from W9 --to W10
counts 2 --item SAW --from W10
counts 2 --order PO1
counts 2 --order PO:PO1
counts 2 --made-from 2026-01-11 --made-to 2026-01-12
counts 1 --expires-before 2027-02-01
counts 4 --supplier ACME
counts 1 --held
counts 1 --hold quarantine
counts 0 --hold quality
counts 0 --item NOTHING
counts 0 --carton 340123450000000018
run 1 units --from W9 --to W1
run 1 units --made-from yesterday
run 1 units --order NONE
err_has 'there is no order NONE'
run 2 units --status gone
run 2 units --hold whim
run 2 units --item ''

# A trace: by serial alone where only one item bears it.
run 0 trace --json D-2
keys unit parent children events labels incidents
is unit.item DRILL
is unit.status available
is unit.order PO1
is unit.order_kind PO
is unit.bin DOCK
is 'events[0].type' unit.received
is 'events[0].bin' DOCK
is 'events[0].order' PO1
is 'events[0].undone' false
is 'events[0].station' T1
is 'events.#' 1
run 1 trace W9
err_has DRILL
err_has SAW
run 0 trace SAW W9 --json
is unit.item SAW
run 0 trace SAW W9
out_has 'unit.opened'
run 1 trace NOTHING
run 1 trace SAW NOTHING

# An order and its units.
run 0 order PO PO1 --json
keys kind number party status lines
is status part
is 'lines[0].qty' 5
is 'lines[0].done' 2
is 'lines[0].units[1]' D-10
is 'lines[1].done' 0
is 'lines[0].allocated.#' 0
run 0 order PO PO1
out_has '2 of 5 done'
run 1 order SO PO1
run 2 order XX PO1
run 2 order burn PO PO1
run 0 orders --json
keys kind number party status
is number "$(printf 'PO1\nSO9')"
run 0 orders --open --json
lines_are 2
run 0 orders --kind SO --json
is number SO9
run 0 orders --party CUST --json
is number SO9
run 0 order hold SO SO9 --note 'credit' --json
is status held
run 1 order hold SO SO9
run 0 order release SO SO9
run 1 order cancel PO PO1
err_has 'cannot be cancelled'
run 0 order cancel SO SO9 --json
is status cancelled
run 0 orders --open --json
lines_are 1

# Lists.
run 0 bins --json
keys code zone kind capacity units
is code "$(printf 'DOCK\nQ1\nR1\nR2')"
is units "$(printf '2\n1\n2\n2')"
is capacity "$(printf 'null\nnull\n100\nnull')"
printf 'code,zone,kind,reserved\nR9,A,storage,SAW;DRILL\n' > reserved.csv
run 0 import bins reserved.csv
run 0 bins --json
is reserved "$(printf 'null\nnull\nnull\nnull\nSAW;DRILL')"
run 0 items --json
keys code name gtin in_house held units
is in_house "$(printf '3\n4')"
is units.available "$(printf '3\n4')"
run 0 bins
lines_are 6
out_has SAW\;DRILL
out_lacks ';DRILL;'
run 0 items
lines_are 3
run 0 operators
lines_are 1
run 0 incidents --json
lines_are 0

# Holds.
run 0 hold put SAW W10 --reason quality --note dented
run 0 trace SAW W10 --json
is 'unit.holds[0]' quality
is 'events[1].type' unit.held
run 0 hold lift SAW W10 --reason quality --json
is serial W10
is 'holds.#' 0
run 1 hold lift SAW W10 --reason quality
run 1 hold put SAW NONE --reason quality
run 2 hold put SAW W10
run 2 hold put SAW W10 --reason whim
run 2 hold drop SAW W10 --reason quality
run 1 hold lift SAW W10 --reason incident

run 0 verify
checks=$((checks + 1))
tail -n 1 out | grep -qE '^[0-9]+ events, 7 units, 1 stations: clean$' ||
	fault 'the last line of verify'

# The rules: every event has a row, and it fits a terminal of 100 columns.
run 0 rules
checks=$((checks + 1))
[ "$(awk 'length($0) > 100' out | wc -l)" -eq 0 ] || fault 'rules are too wide'
run 0 rules --json
keys event says statuses
lines_are "$(get event | sort -u | wc -l)"
checks=$((checks + 1))
get statuses.scrapped.act | grep -q refuse || fault 'nothing is refused'
finish
