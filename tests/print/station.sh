#!/bin/bash
# station.sh - the full-screen station starts the worker, and it goes with it.
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2317 # functions are called by until_true
. "$(dirname "$0")/lib.sh"

command -v script > /dev/null || skip 'script(1) is not installed'
export DOCKLEDGER_DB=$work/station.db
run 0 init --station T1
cups_start 0
tcp_start -1
mkdir -p config/dockledger
cat > config/dockledger/dockledger.conf <<-'END'
printers = ( { name = "Dock"; queue = "zpl"; format = "zpl"; } );
print: { linger_ms = 50; };
END
label() {
	run 0 label unit --set gtin=4006381333931 --set serial="$1" \
	    --set item_name=Drill --printer Dock
}
all_are() { [ "$(states)" = "$1" ]; }
worker_is_here() { "$dl" doctor | grep -q 'and a worker is here'; }
no_worker_is_here() { ! worker_is_here; }
within() {	# SECONDS WHAT COMMAND...
	local n=$(($1 * 20)) what=$2
	shift 2
	checks=$((checks + 1))
	until_true $n "$@" || fault "not within $((n / 20)) s: $what; $(states)"
}

label S1
err_has 'no worker is here'
mkfifo keys
script -qec "$dl" /dev/null < keys > screen 2>&1 &
station=$!
exec 4> keys
within 40 'printed by the worker of the station' all_are 'printed=1'
label S2
err_is_empty
within 40 'the next one' all_are 'printed=2'
run 3 agent --once
err_has 'a worker is here already'
within 30 'said by doctor' worker_is_here
kill $station
exec 4>&-
wait $station 2> /dev/null
within 40 'the worker ends after the station' no_worker_is_here
# Where the site says so none is started.
echo 'print: { worker = false; };' > config/dockledger/dockledger.conf
label2=$("$dl" label unit --set gtin=4006381333931 --set serial=S3 \
    --set item_name=Drill --printer zpl --json 2> err | "$jsonl" get id)
script -qec "$dl" /dev/null < keys > screen 2>&1 &
station=$!
exec 4> keys
until_true 1500 test -s screen
run 0 doctor
out_has 'no worker is here'
kill $station
exec 4>&-
wait $station 2> /dev/null
run 0 jobs --cancel "$label2"
finish
