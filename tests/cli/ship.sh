#!/bin/bash
# ship.sh - goods out by command: scans, traces to the customer, voids.
# SPDX-License-Identifier: Apache-2.0
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/packed.sh"

export DOCKLEDGER_NOW=2026-03-02T08:00:00.000Z
packed

# a carton with carrier and tracking
run 1 scan ship << END
(00)$box1
CUST
DHL
JD0146
END
out_has "ok		carton $box1 for CUST: 3 units	SCAN THE CARRIER"
out_has 'refuse	party.mismatch	CUST A customer is a customer, wanted is a carrier'
out_has "done		carton $box1 shipped to CUST: 3 units, DHL JD0146; SO:5001: 3 of 8 shipped, 5 stay open"
run 0 trace --json D1
is unit.status shipped
is unit.party CUST
is unit.warranty_until 2028-03-02
run 0 trace D1
out_has "SO:5001, shipped to CUST in carton $box1, DHL JD0146, until 2028-03-02"

# an order: what is on the shared pallet stays
run 0 --json scan ship << END
SO:5001
SO:5001
XCXDONE
END
out_has 'order.short'
out_has "1 on shared pallet $pallet"
out_has '"type":"unit.shipped","item":"DRILL","serial":"D4"'
run 0 scan ship --slot carrier=DHL << END
(00)$pallet
T2
END
out_has "pallet $pallet shipped to CUST: 2 units in 3 containers, DHL T2; SO:5001: 5 of 8"
run 0 trace --json D3
is unit.carton "$box2"
out_has "\"pallet\":\"$pallet\",\"carrier\":\"DHL\",\"tracking\":\"T2\""
run 0 --json order SO 5001
is status part
run 0 verify
out_has 'clean'

# twice is a calm notice
run 0 scan ship << END
(00)$pallet
END
out_has 'warn	unit.already-done	pallet'

# voids
run 2 order void SO 5001
err_has 'void takes --reason'
run 1 order void SO 5001 --reason 'wrong truck'
err_has "part of SO:5001 left on pallet $pallet with other orders"
run 1 order void SO 77 --reason x
err_has 'there is no SO 77'
run 1 --json order void SO 5002 --reason 'wrong truck'
run 1 carton void $box3 --reason 'wrong truck'
err_has "carton $box3 left on pallet $pallet"
run 1 carton void 004000000000000046 --reason 'wrong truck'
err_has 'there is no carton'
run 2 carton void $pallet
err_has 'void takes --reason'
run 0 --json carton void $pallet --reason 'wrong truck'
is units 2
is events 5
run 0 trace --json D3
is unit.status packed
is unit.bin PACK-1
is unit.party null
is unit.warranty_until null
run 1 carton void $pallet --reason 'again'
err_has 'did not leave'
run 0 verify
run 0 --json order void SO 5001 --reason 'all of it'
is units 4
run 0 trace D4
out_has 'DRILL D4, picked'
out_has 'unit.ship-voided'
out_has 'unit.unpacked'
run 0 scan ship << END
(00)$box1
XCXDONE
END
printf 'SUPER1,Sue,supervisor,\nCLERK1,Carl,clerk,\n' |
	sed '1i badge,name,role,pin' > people.csv
run 0 import operators people.csv
run 1 --operator CLERK1 order void SO 5001 --reason 'wrong truck'
err_has 'CLERK1'

# in the flow, by a supervisor's badge and a reason
run 1 --operator CLERK1 scan ship << END
(00)$box1
XCXNO
SUPER1
damaged in loading
(00)$box1
XCXDONE
END
out_has "refuse	operator.permission	to void the shipment of carton $box1 takes"
out_has "done		the shipment of carton $box1 is voided: 3 units are here again"
out_has "done		carton $box1 shipped to CUST: 3 units"
run 0 trace D1
out_has 'unit.ship-voided'
out_has 'damaged in loading'
out_has 'allowed by SUPER1'
run 0 verify
out_has 'clean'
finish
