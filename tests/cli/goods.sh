#!/bin/bash
# goods.sh - a station with some goods, for tests of the command line.
# SPDX-License-Identifier: Apache-2.0
#
# goods: items DRILL (GTIN 04012345678901) and SAW, bins DOCK R1 R2 Q1,
# parties ACME and CUST, PO1 of 5 drills and 2 saws, SO9 of 2 drills.

goods() {
	run 0 init --station T1
	cat > goods-items.csv << 'END'
code,name,gtin
DRILL,Cordless drill,04012345678901
SAW,Band saw,
END
	cat > goods-bins.csv << 'END'
code,zone,kind,sequence,capacity
DOCK,IN,dock,1,
R1,A,storage,2,100
R2,A,storage,3,
Q1,Q,quarantine,4,
END
	cat > goods-parties.csv << 'END'
code,name,kind
ACME,Acme Tools,supplier
CUST,A customer,customer
END
	cat > goods-orders.csv << 'END'
kind,number,party,line,item,qty,due
PO,PO1,ACME,1,DRILL,5,2027-01-31
PO,PO1,ACME,2,SAW,2,
SO,SO9,CUST,1,DRILL,2,
END
	local kind
	for kind in items bins parties orders; do
		run 0 import "$kind" "goods-$kind.csv"
	done
}
