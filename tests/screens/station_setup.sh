#!/bin/sh
# station_setup.sh - a small warehouse for the screens of the station.
# SPDX-License-Identifier: Apache-2.0
#
#   station_setup.sh [empty | stock N | moved | sales]
#
# Four items, seven bins, four operators (B200 has the PIN 4711, B900 the PIN
# 9000), three purchase orders of one supplier.  "empty": nothing but a database;
# "stock N": and N pumps in bin B-01-01; "moved": and one of them, P-1, that
# was moved to and fro forty times; "sales": four drills and two saws in two
# bins, a stage, and two sales orders (5001, 5002) of a customer.  The database is the default one in HOME.
set -eu
dl=$DOCKLEDGER_BUILDDIR/dockledger

"$dl" init --station DOCK-1
[ "${1-}" != empty ] || exit 0

"$dl" import items - <<'END'
code,name,gtin
BOLT-8,HEX BOLT M8x40 ZN,04006381333931
DRILL-18,DRILL D18 BRUSHLESS,04012345000016
PUMP-3,PUMP 3 STAGE,
SAW-190,SAW 190 MM,04012345000023
END
"$dl" import bins - <<'END'
code,zone,kind,sequence,capacity
DOCK-2,D,dock,1,
A-01-01,A,storage,2,5
A-01-02,A,storage,3,
A-02-01,A,storage,4,
B-01-01,B,storage,5,
Q-1,Q,quarantine,6,
R-1,R,returns,7,
END
"$dl" import parties - <<'END'
code,name,kind
ACME,ACME Fasteners,supplier
END
"$dl" import operators - <<'END'
badge,name,role,pin
B100,Anna Meier,clerk,
B101,Carl Klein,clerk,
B200,Bert Vogt,supervisor,4711
B900,Ada Adam,admin,9000
END
"$dl" import orders - <<'END'
kind,number,party,line,item,qty,due
PO,4711,ACME,1,BOLT-8,60,2026-03-09
PO,4711,ACME,2,DRILL-18,2,2026-03-09
PO,4712,ACME,1,DRILL-18,2,
PO,4712,ACME,2,PUMP-3,1,
PO,4713,ACME,1,BOLT-8,1,
END

stock() {
	awk -v n="$1" 'BEGIN {
		print "item,serial,bin"
		for (i = 1; i <= n; i++)
			print "PUMP-3,P-" i ",B-01-01"
	}' | "$dl" import units -
}

# P-1 goes from B-01-01 to A-02-01 and back, forty acts in all.
moved() {
	awk 'BEGIN {
		for (i = 0; i < 40; i++)
			print "P-1\n" (i % 2 ? "B-01-01" : "A-02-01")
	}' | "$dl" scan move >moves.log
}

sales() {
	"$dl" import bins - <<'END'
code,zone,kind,sequence,capacity
STAGE-1,S,stage,8,
END
	"$dl" import parties - <<'END'
code,name,kind
NORD,Nordwind GmbH,customer
END
	"$dl" import units - <<'END'
item,serial,bin,received_on
DRILL-18,D-1,A-01-01,2026-01-05
DRILL-18,D-2,A-01-01,2026-01-05
DRILL-18,D-3,B-01-01,2026-01-07
DRILL-18,D-4,B-01-01,2026-02-01
SAW-190,W-1,B-01-01,2026-01-05
SAW-190,W-2,B-01-01,2026-01-06
END
	"$dl" import orders - <<'END'
kind,number,party,line,item,qty,due
SO,5001,NORD,1,DRILL-18,3,2026-03-09
SO,5001,NORD,2,SAW-190,1,2026-03-09
SO,5002,NORD,1,SAW-190,1,
END
}

case ${1-} in
stock)
	stock "$2"
	;;
sales)
	sales
	;;
moved)
	stock 3
	moved
	;;
esac
