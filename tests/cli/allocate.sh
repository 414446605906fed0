#!/bin/bash
# allocate.sh - promises to orders by command: made, short, taken back.
# SPDX-License-Identifier: Apache-2.0
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/goods.sh"

export DOCKLEDGER_NOW=2026-03-02T08:00:00.000Z
goods
cat > units.csv << 'END'
item,serial,bin,made_on,received_on
DRILL,D3,R1,2025-03-01,2026-02-01
DRILL,D1,R1,2025-01-03,2026-02-03
DRILL,D2,R2,2025-02-01,2026-02-02
SAW,W1,R1,,2026-02-01
SAW,W2,R2,,2026-02-01
END
cat > orders.csv << 'END'
kind,number,party,line,item,qty,allocation,serial_from,serial_to,priority,lots
SO,S1,CUST,1,DRILL,2,oldest_made,,,2,any
SO,S2,CUST,1,DRILL,2,,,,,
SO,S2,CUST,2,SAW,1,,W2,W9,,
SO,S3,CUST,1,SAW,3,manual,,,,
END
run 0 import units units.csv
run 0 import orders orders.csv

# all or nothing, by the line's own rule
run 0 order allocate SO S1
out_has 'SO:S1: 2 of 2 promised'
run 0 order SO S1 --json
is lines[0].allocated[0] D1
is lines[0].allocated[1] D2
run 0 order allocate SO S1
out_has 'nothing open'

# short: said line by line, nothing half promised
run 1 order allocate SO S2
out_has '1 of 2 free: only 1 is free: 2 promised already'
err_has 'SO:S2 is short of DRILL: 1 of 2'
err_has '--partial'
run 0 order SO S2 --json
is lines[0].allocated.# 0
is lines[1].allocated.# 0
run 1 order allocate SO S2 --json
is promised false
is lines[0].got 1
keys kind number promised wanted got lines
run 0 order allocate SO S2 --partial
out_has 'SO:S2: 2 of 3 promised'
run 0 order SO S2 --json
is lines[0].allocated[0] D3
is lines[1].allocated[0] W2

# by number, and manual lines always so
run 0 order allocate SO S3 --partial
out_has '1 of 3 promised by number'
run 1 order allocate SO SO9
err_has 'is short of DRILL'
out_has 'none is free'

# a hold takes a promise away and finds another unit
run 0 order deallocate SO S2
out_has 'SO:S2 is promised nothing any more'
run 0 hold put DRILL D1 --reason quality
out_has 'SO:S1 was promised it and gets D3 instead'
run 0 hold put DRILL D2 --reason quality
out_has 'SO:S1 was promised it and is short of one now: no other is free'
run 0 hold lift DRILL D1 --reason quality
run 0 order allocate SO S1
run 0 order SO S1 --json
is lines[0].allocated[0] D1
is lines[0].allocated[1] D3

# what cannot be
run 1 order allocate PO PO1
err_has 'nothing is promised to PO:PO1'
run 1 order allocate SO NONE
err_has 'there is no SO NONE'
run 2 order allocate SX S1
run 2 order assign SO S1
run 0 order hold SO S1
run 1 order allocate SO S1
err_has 'SO:S1 is held'
run 0 order SO S1 --json
is lines[0].allocated.# 2
run 0 order release SO S1
run 0 order cancel SO S1
run 0 units --status allocated --count
out_is 0

# lists: what shall be done first, and what is like that
run 0 orders --open --kind SO --json
is number "$(printf 'SO9\nS2\nS3')"
run 0 orders --begins S --status cancelled --json
is number S1
is priority 2
run 0 orders --begins S --party CUST --json
is number "$(printf 'S1\nS2\nS3\nSO9')"
run 2 orders --status lost
run 0 order SO S1 --json
is priority 2
is lines[0].picked 0
keys kind number party status priority lines
run 0 tasks --open --json
lines_are 0
run 0 verify
finish
