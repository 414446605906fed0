#!/bin/bash
# init.sh - a new database: where it is, whose it is, once.
# SPDX-License-Identifier: Apache-2.0
. "$(dirname "$0")/lib.sh"

mode_of() { stat -c %a "$1"; }
mode_is() {
	checks=$((checks + 1))
	[ "$(mode_of "$1")" = "$2" ] || fault "$1 has mode $(mode_of "$1"), not $2"
}

# The default place, its folder made private.
run 0 init --station DOCK-1
mode_is "$XDG_DATA_HOME/dockledger" 700
mode_is "$XDG_DATA_HOME/dockledger/station.db" 600
mode_is "$XDG_DATA_HOME/dockledger/station.db-key" 600
run 0 verify
out_is '1 events, 0 units, 1 stations: clean'

# An existing file, or its key alone, is refused and left as it was.
before=$(cksum < "$XDG_DATA_HOME/dockledger/station.db")
run 1 init --station OTHER
err_has 'there is a file already'
checks=$((checks + 1))
[ "$before" = "$(cksum < "$XDG_DATA_HOME/dockledger/station.db")" ] ||
	fault 'the refused init changed the file'
touch lone.db-key
run 1 init --db lone.db --station X
checks=$((checks + 1)); [ ! -e lone.db ] || fault 'half a database was left'

# The environment names another.
DOCKLEDGER_DB=$work/env.db run 0 init --station T2 --json
keys db station
is station T2
checks=$((checks + 1)); [ -f env.db ] || fault 'DOCKLEDGER_DB was not taken'
# --db goes before the environment.
DOCKLEDGER_DB=$work/env.db run 0 --db "$work/opt.db" init --station T3
checks=$((checks + 1)); [ -f opt.db ] || fault '--db was not taken'

# A station's name has an alphabet and a length.
for name in '' 'a b' '1234567890123456' 'ä' 'a/b'; do
	run 1 init --db bad.db --station "$name"
	err_has 'no station name'
	checks=$((checks + 1))
	if [ -e bad.db ] || [ -e bad.db-key ]; then fault 'a file was left'; fi
	rm -f bad.db*
done
# Without one, the host's is taken.
run 0 init --db host.db

# No database, or none that is one, is the environment's fault.
run 3 --db nothing.db bins
err_has 'there is no database'
err_has 'dockledger init'
echo 'this is text, and not short of a hundred bytes, because a file that is short is nothing at all ......' > text.db
chmod 600 text.db
run 3 --db text.db bins
run 3 --db "$work" bins
finish
