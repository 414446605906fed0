#!/bin/bash
# scan.sh - flows from standard input: verdict lines, their shape and effect.
# SPDX-License-Identifier: Apache-2.0
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/goods.sh"

goods

# Receiving: one line a scan, tab-separated, durable when it appears.
printf 'PO1\nDRILL\nSN-1\nSN-2\n' > scans
run 0 scan receiving --slot bin=DOCK < scans
lines_are 4
checks=$((checks + 1))
[ "$(awk -F '\t' 'NF != 4' out | wc -l)" -eq 0 ] || fault 'not four fields'
checks=$((checks + 1))
[ "$(cut -f1 out | tr '\n' ' ')" = 'ok ok done done ' ] || fault 'verdicts'
run 0 units --count
out_is 2

# A comment, an empty line and CR are no scans; \x1D is a byte; one label
# fills several slots.
printf '# a comment\n\nPO1\r\n010401234567890110L7\\x1D21SN-3\r\n' > scans
run 0 scan receiving --slot bin=DOCK --json < scans
keys verdict code text prompt slots events
is 'events[0].serial' "$(printf 'absent\nSN-3')"
is 'events[0].type' "$(printf 'absent\nunit.received')"
is 'slots.order' "$(printf 'PO1\nPO1')"

# What was done already is no fault; a refused scan changes nothing, says its
# code, and ends with 1.
printf 'PO1\nDRILL\nSN-1\n' > scans
run 0 scan receiving < scans
out_has 'unit.already-done'
printf 'NONSENSE-9\n' > scans
run 1 scan receiving --json < scans
is verdict refuse
is code scan.unknown
run 0 units --count
out_is 3

# A line that is too long is refused, never cut; so is a wrong escape.
head -c 5000 /dev/zero | tr '\0' 'A' > scans
echo >> scans
run 1 scan lookup --json < scans
is code scan.too-long
head -c 200000 /dev/zero | tr '\0' 'A' > scans
run 1 scan lookup --json < scans
is code scan.too-long
head -c 16400 /dev/zero | sed 's/\x0/\\x41/g' > scans
run 1 scan lookup --json < scans
is code scan.too-long
printf 'A\\q\n' > scans
run 1 scan lookup --json < scans
is code code.syntax
is prompt 'SCAN ANYTHING'
printf '' > scans
run 0 scan lookup < scans
lines_are 0

# Putaway, and what was begun and not finished is said.
printf 'SN-1\nSN-2\nR1\n' > scans
run 0 scan putaway < scans
run 0 units --bin R1 --count
out_is 2
printf 'SN-3\n' > scans
run 0 scan putaway < scans
err_has 'not booked'
run 0 units --bin R1 --count
out_is 2

# How a scan came is recorded.
printf 'SN-3\nR1\n' > scans
run 0 scan putaway --as scanned < scans
run 0 trace SN-3 --json
is 'events[1].entry' scanned
is 'events[0].entry' file

# Wrong usage.
run 2 scan nonsense < /dev/null
err_has receiving
run 2 scan receiving --as typed < /dev/null
run 2 scan receiving --slot bin < /dev/null
run 2 scan receiving --slot nothing=X < /dev/null
run 1 scan receiving --slot bin=NOWHERE < /dev/null
run 2 scan

# A reader that goes away ends the work in order.
for i in $(seq 1 500); do echo "X-$i"; done > scans
checks=$((checks + 1))
"$dl" scan lookup < scans 2> err | head -n 1 > out
lines_are 1
run 0 verify
finish
