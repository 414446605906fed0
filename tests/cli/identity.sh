#!/bin/bash
# identity.sh - who acts: owner, badge, PIN, role.
# SPDX-License-Identifier: Apache-2.0
. "$(dirname "$0")/lib.sh"

run 0 init --station T1
cat > operators.csv << 'END'
badge,name,role,pin
C1,Clara Clerk,clerk,
S1,Sam Supervisor,supervisor,2468
A1,Ada Admin,admin,
END
cat > items.csv << 'END'
code,name
DRILL,Drill
END
cat > bins.csv << 'END'
code,zone,kind
R1,A,storage
D1,A,dock
END
cat > units.csv << 'END'
item,serial,bin
DRILL,S1,R1
END
run 0 import operators operators.csv
run 0 import items items.csv
run 0 import bins bins.csv
run 0 import units units.csv
echo 2468 > pin
printf '1111\n2468\n' > wrong

# The owner is os:NAME and admin.
run 0 trace S1 --json
is 'events[0].operator' "os:$(id -un)"

# A badge must be known; a PIN is asked for where there is one.
run 1 --operator NOBODY bins
err_has 'there is no operator "NOBODY"'
run 0 --operator C1 bins
run 1 --operator S1 bins
err_has 'needs its PIN'
run 0 --operator S1 --pin-file pin bins
run 3 --operator S1 --pin-file missing bins
run 1 bins --operator S1 --pin-file wrong

# Roles: what they may and may not.
run 1 --operator C1 import items items.csv
err_has 'C1 may not do this'
err_has 'supervisor'
run 0 --operator S1 --pin-file pin import items items.csv
run 1 --operator S1 --pin-file pin backup b.db
run 0 --operator A1 backup b.db
run 0 --operator C1 hold put DRILL S1 --reason quality
run 0 trace S1 --json
is 'events[1].operator' C1
is 'events[1].entry' keyed

# Five wrong PINs in a row lock the badge; the right one does not open it.
for _ in 1 2 3 4 5; do
	run 1 --operator S1 --pin-file wrong bins
done
run 1 --operator S1 --pin-file pin bins
err_has locked
run 0 operators --json
keys badge name role pin locked failures
is locked "$(printf 'false\nfalse\ntrue')"
is pin "$(printf 'false\nfalse\ntrue')"
run 0 verify

# An admin unlocks it.
run 1 --operator C1 operator unlock S1
run 0 --operator A1 operator unlock S1
run 1 operator unlock S1
run 0 --operator S1 --pin-file pin bins
run 0 operator lock C1 --json
is locked C1
run 1 --operator C1 bins
run 0 operator unlock C1
run 1 operator lock NOBODY
run 2 operator burn C1
run 2 operator lock

# Where the site asks for PINs, a role above clerk without one may nothing.
echo 'pins = true;' > pins.conf
run 0 --config pins.conf --operator C1 bins
run 1 --config pins.conf --operator A1 bins
err_has 'has no PIN'
run 0 --config pins.conf --operator S1 --pin-file pin bins

# Somebody else's file: not even root acts as its owner.
if [ "$(id -u)" -eq 0 ]; then
	chown 1 "$XDG_DATA_HOME/dockledger/station.db"
	run 1 bins
	err_has 'belongs to another user'
	run 0 --operator A1 bins
	chown 0 "$XDG_DATA_HOME/dockledger/station.db"
fi
finish
