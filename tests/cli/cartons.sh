#!/bin/bash
# cartons.sh - packing, pallets and `dockledger carton` from the command line.
# SPDX-License-Identifier: Apache-2.0
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/goods.sh"

goods
cat > more-bins.csv << 'END'
code,zone,kind,sequence
STAGE-1,S,stage,8
PACK-1,P,pack,9
END
cat > more-orders.csv << 'END'
kind,number,party,line,item,qty
SO,50,CUST,1,DRILL,3
SO,50,CUST,2,SAW,1
SO,51,CUST,1,SAW,1
TRANSFER,7,ACME,1,SAW,1
END
cat > units.csv << 'END'
item,serial,bin
DRILL,D1,R1
DRILL,D2,R1
DRILL,D3,R1
SAW,W1,R1
SAW,W2,R1
SAW,W3,R1
END
run 0 import bins more-bins.csv
run 0 import orders more-orders.csv
run 0 import units units.csv
picked() { "$build/tests/cli/picked" "$XDG_DATA_HOME/dockledger/station.db" "$@"; }
picked DRILL SO:50 1 STAGE-1 T-1 D1 D2 D3 || fault 'not picked'
picked SAW SO:50 2 STAGE-1 T-1 W1 || fault 'not picked'
picked SAW SO:51 1 STAGE-1 - W2 || fault 'not picked'
picked SAW TRANSFER:7 1 STAGE-1 - W3 || fault 'not picked'

# In-house numbers as long as there is no company prefix, and doctor says so.
run 0 doctor
out_has 'no company_prefix is set'
mkdir -p "$XDG_CONFIG_HOME/dockledger"
conf=$XDG_CONFIG_HOME/dockledger/dockledger.conf
cat > "$conf" << 'END'
company_prefix = "4012345";
sscc: { extension = 3; first = 1; last = 9; };
END
run 0 doctor
out_has 'company prefix 4012345'

# The flow: one verdict a scan.
printf 'T-1\nXCXBEGIN\nD1\nD2\nW2\n12.5 kg\nXCXFULL\n' > scans
run 1 scan pack < scans
lines_are 7
out_has "$(printf 'done\t\tcarton 340123450000000017 started for SO:50')"
out_has "$(printf 'done\t\tD2 of DRILL packed into carton 340123450000000017, 2 of 3')"
out_has "$(printf 'refuse\tunit.wrong-place\tW2 belongs to SO:51, bin STAGE-1')"
out_has "$(printf 'done\t\tcarton 340123450000000017 closed, 2 units, 12.5 kg')"
out_has '12.5 kg'
printf 'D3\nW1\nXCXDONE\nXCXDONE\n' > scans
run 0 carton start --order SO 50 --json
is code 340123450000000024
run 0 scan pack --slot order=SO:50 --slot carton=340123450000000024 \
    --slot weight=2 < scans
out_has 'the order is complete; empty is tote T-1'
out_has 'SO:50: 4 of 4 units packed in 2 cartons, complete'

# Two at once never get the same number.
for i in 1 2 3; do
	"$dl" carton start --order SO 51 --json > "got.$i" 2>&1 &
done
wait
cat got.* > out
lines_are 3
checks=$((checks + 1))
[ "$(get code | sort -u | wc -l)" -eq 3 ] || fault 'a number was given twice'
run 0 carton list --open
lines_are 6
run 0 carton list --order SO 51 --json
lines_are 3
keys code kind state order party parent bin weight_g carrier tracking opened_at \
    closed_at shipped_at n_units n_cartons
run 0 carton list --order SO:50
out_has 340123450000000024
lines_are 3

# One carton, as text and as JSON.
run 0 carton show 340123450000000017
out_has 'carton 340123450000000017, closed'
out_has 'DRILL D2'
run 0 carton show 340123450000000017 --json
keys code kind state order party parent bin weight_g carrier tracking opened_at \
    closed_at shipped_at units cartons
is kind carton
is state closed
is order SO:50
is party CUST
is bin PACK-1
is weight_g 12500
is parent null
is carrier null
is shipped_at null
out_has '"units":[{"item":"DRILL","serial":"D1"},{"item":"DRILL","serial":"D2"}],"cartons":[]'
run 1 carton show 340123450000009997
err_has 'there is no carton 340123450000009997'
run 0 carton show T-1 --json
is kind tote
is state ended

# Reopen, unpack, close with a weight.
run 1 carton unpack 340123450000000017 DRILL D2
err_has 'is closed'
run 0 carton reopen 340123450000000017
out_has ', open'
run 1 carton reopen 340123450000000017
run 1 carton unpack 340123450000000017 DRILL D3
err_has 'DRILL D3 is not packed in carton 340123450000000017'
run 1 carton unpack 340123450000000017 DRILL NIX
err_has 'there is no unit NIX'
run 0 carton unpack 340123450000000017 DRILL D2
out_has 'DRILL D1'
out_lacks 'DRILL D2'
run 0 units --status picked --json
is serial "$(printf 'D2\nW2\nW3')"
run 2 carton close 340123450000000017 --weight heavy
run 0 carton close 340123450000000017 --weight 7.25 --json
is weight_g 7250

# Pallets: closed cartons of one party, no cycles.
run 0 carton start --pallet --json
is kind pallet
pallet=$(get code)
run 1 carton close "$pallet"
err_has 'is empty'
run 0 carton nest 340123450000000017 "$pallet" --json
is parent "$pallet"
run 1 carton nest 340123450000000017 "$pallet"
err_has "is in $pallet"
run 1 carton reopen 340123450000000017
err_has "is in $pallet"
run 1 carton nest "$pallet" "$pallet"
err_has 'into itself'
run 1 carton nest "$("$jsonl" get code < got.1)" "$pallet"
err_has 'is open'
printf 'W3\nXCXBEGIN\nW3\nXCXFULL\n' | run 0 scan pack --json
other=$("$dl" carton list --order TRANSFER 7 --json | "$jsonl" get code)
run 1 carton nest "$other" "$pallet"
err_has "$other is for ACME, pallet $pallet is for CUST"
run 0 carton show "$pallet" --json
out_has '"cartons":[{"code":"340123450000000017"'
run 0 carton show "$pallet"
out_has '    carton 340123450000000017, closed'
out_has '      DRILL D1'
run 0 carton close "$pallet" --weight 30
run 1 carton unnest 340123450000000017
err_has "pallet $pallet is closed"
run 0 carton reopen "$pallet"
run 0 carton unnest 340123450000000017 --json
is parent null
run 1 carton unnest 340123450000000017
printf '%s\n340123450000000024\nXCXDONE\n' "$pallet" | run 0 scan pallet
out_has "carton 340123450000000024 is on pallet $pallet, 1 on it"

# What is wrong, in words.
run 1 carton start --order SO 99
err_has 'there is no SO 99'
run 1 carton start --order PO PO1
err_has 'PO:PO1 is no order to ship'
run 0 order hold SO 51
run 1 carton start --order SO 51
err_has 'SO:51 is held'
run 2 carton start
run 2 carton start --order SO
run 2 carton start --order NIX 5
run 2 carton open 5
run 2 carton show
run 2 carton nest 5
run 2 carton list 5
run 1 carton close NIX
err_has 'there is no carton NIX'

# The plan used up: a refusal with what to do.
for i in 1 2 3; do "$dl" carton start --pallet > /dev/null 2>&1; done
run 1 carton start --order SO 50
err_has 'no SSCC left'
err_has 'dockledger.conf'
printf 'SO:50\nXCXBEGIN\n' | run 1 scan pack
out_has 'no SSCC left'

run 0 verify
finish
