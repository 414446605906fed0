#!/bin/bash
# doctor.sh - what is wrong is found, said, and what to do about it.
# SPDX-License-Identifier: Apache-2.0
. "$(dirname "$0")/lib.sh"

state_of() {	# CHECK: the worst state that was said of it
	"$jsonl" get check < out > checks.list
	"$jsonl" get state < out > states.list
	paste checks.list states.list | awk -v check="$1" '
		$1 == check && $2 != "ok" && worst != "bad" { worst = $2 }
		$1 == check { seen = 1 }
		END { print worst != "" ? worst : seen ? "ok" : "absent" }'
}
finds() {	# CHECK STATE
	checks=$((checks + 1))
	[ "$(state_of "$1")" = "$2" ] || fault "$1 is $(state_of "$1"), not $2"
}

run 1 doctor --json
keys check state detail 'do'
finds database bad

run 0 init --station T1
run 0 doctor --json
for check in program settings database key folder disk content unsent \
    incidents forms cups labels clock locale terminal keyboard tty; do
	checks=$((checks + 1))
	[ "$(state_of "$check")" != absent ] || fault "nothing is said of $check"
done
finds database ok
finds key ok
finds folder ok
finds content ok
run 0 doctor
out_has '0 bad'

db=$XDG_DATA_HOME/dockledger/station.db
chmod 644 "$db"
run 1 doctor --json
finds database bad
chmod 600 "$db"
chmod 640 "$db-key"
run 1 doctor --json
finds key bad
run 1 doctor
out_has "chmod 600 $db-key"
chmod 600 "$db-key"
mv "$db-key" away
run 1 doctor --json
finds key bad
mv away "$db-key"
chmod 755 "${db%/*}"
run 0 doctor --json
finds folder warn
chmod 700 "${db%/*}"

TERM=no-such-terminal run 0 doctor --json
finds terminal warn
TERM='' run 0 doctor --json
finds terminal warn

# A broken form of the site is said, and ours is used.
mkdir -p "$XDG_CONFIG_HOME/dockledger/forms"
: > "$XDG_CONFIG_HOME/dockledger/dockledger.conf"
echo 'title = "x"; nonsense = 1;' > \
    "$XDG_CONFIG_HOME/dockledger/forms/receiving.form"
run 0 doctor --json
finds forms warn
rm "$XDG_CONFIG_HOME/dockledger/forms/receiving.form"

# A damaged file is found.
cp "$db" sound.db
cp "$db-key" sound.db-key
run 0 --db "$db" backup copy.db
dd if=/dev/urandom of=copy.db bs=4096 seek=3 count=6 conv=notrunc 2> /dev/null
cp "$db-key" copy.db-key
run 1 --db "$work/copy.db" doctor --json
finds content bad
finish
