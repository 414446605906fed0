#!/bin/bash
# packed.sh - goods that are packed and wait to leave, for tests of what leaves.
# SPDX-License-Identifier: Apache-2.0
#
# packed: SO 5001 of six drills and two masks for CUST: D1 D2 and M1 in $box1,
# D3 in $box2 on $pallet, D4 picked and loose; SO 5002 of a drill, D9, in $box3
# on $pallet too.  The cover of a drill begins at shipment, 24 months, capped
# at 30 from the day it was made.

box1=004000000000000015
box2=004000000000000022
box3=004000000000000039
pallet=004000000000000091

packed_files() {
	cat > packed-warranties.csv << 'END'
code,name,months,starts,cap_from,cap_months
W24,Two years,24,ship,made,30
END
	cat > packed-items.csv << 'END'
code,name,gtin,lot,expires_on,warranty
DRILL,Cordless drill,04012345678901,,,W24
MASK,"Mask, large",,required,required,
END
	cat > packed-bins.csv << 'END'
code,zone,kind,sequence
R1,A,storage,1
PACK-1,P,pack,2
Q1,Q,quarantine,3
END
	cat > packed-parties.csv << 'END'
code,name,kind
ACME,Acme Tools,supplier
CUST,A customer,customer
DHL,DHL Paket,carrier
END
	cat > packed-orders.csv << 'END'
kind,number,party,line,item,qty,due
SO,5001,CUST,1,DRILL,6,2027-01-31
SO,5001,CUST,2,MASK,2,2027-01-31
SO,5002,CUST,1,DRILL,1,2027-01-15
END
	cat > packed-units.csv << 'END'
item,serial,bin,lot,made_on,expires_on
DRILL,D1,R1,,2026-01-31,
DRILL,D2,R1,,,
DRILL,D3,R1,,,
DRILL,D4,R1,,,
DRILL,D9,R1,,,
MASK,M1,R1,L77,,2030-06-30
END
}

packed() {
	local kind
	run 0 init --station T1
	packed_files
	for kind in warranties items bins parties orders units; do
		run 0 import "$kind" "packed-$kind.csv"
	done
	"${build:?}/tests/cli/packer" \
	    "${XDG_DATA_HOME:-$HOME/.local/share}/dockledger/station.db" << END ||
start $box1 carton SO:5001 CUST
pack $box1 SO:5001 1 DRILL D1 D2
pack $box1 SO:5001 2 MASK M1
close $box1 12500
start $box2 carton SO:5001 CUST
pack $box2 SO:5001 1 DRILL D3
close $box2
start $box3 carton SO:5002 CUST
pack $box3 SO:5002 1 DRILL D9
close $box3
start $pallet pallet - CUST
nest $box2 $pallet
nest $box3 $pallet
pick SO:5001 1 DRILL D4
END
		fault 'nothing was packed'
}
