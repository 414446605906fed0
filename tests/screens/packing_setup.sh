#!/bin/sh
# packing_setup.sh - orders that are picked, for the screens of packing.
# SPDX-License-Identifier: Apache-2.0
#
# After station_setup.sh: SO 5001 of Jones (4 pumps, 2 drills) with P-1 to P-3
# and D-1 in tote T-1 and P-4 in STAGE-1; SO 5002 of Jones with P-5 in tote T-2.
set -eu
dl=$DOCKLEDGER_BUILDDIR/dockledger
picked() {
	"$DOCKLEDGER_BUILDDIR/tests/cli/picked" \
	    "${XDG_DATA_HOME:-$HOME/.local/share}/dockledger/station.db" "$@"
}

"$(dirname "$0")/station_setup.sh" stock 9
"$dl" import bins - <<'END'
code,zone,kind,sequence
STAGE-1,S,stage,8
PACK-1,P,pack,9
END
"$dl" import parties - <<'END'
code,name,kind
JONES,Jones Clinic,customer
END
"$dl" import units - <<'END'
item,serial,bin
DRILL-18,D-1,B-01-01
DRILL-18,D-2,B-01-01
END
"$dl" import orders - <<'END'
kind,number,party,line,item,qty
SO,5001,JONES,1,PUMP-3,4
SO,5001,JONES,2,DRILL-18,2
SO,5002,JONES,1,PUMP-3,1
END
picked PUMP-3 SO:5001 1 STAGE-1 T-1 P-1 P-2 P-3
picked DRILL-18 SO:5001 2 STAGE-1 T-1 D-1
picked PUMP-3 SO:5001 1 STAGE-1 - P-4
picked PUMP-3 SO:5002 1 STAGE-1 T-2 P-5
