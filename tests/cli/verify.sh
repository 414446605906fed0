#!/bin/bash
# verify.sh - what was changed behind the program's back is found; backups.
# SPDX-License-Identifier: Apache-2.0
#
# Method: a sound database is copied, one thing in it is changed with plain
# SQL, and verify must end with 1.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/goods.sh"

goods
printf 'PO1\nDRILL\nD-1\nD-2\nD-3\n' > scans
run 0 scan receiving --slot bin=DOCK < scans
run 0 hold put DRILL D-1 --reason quality
run 0 verify
out_has ': clean'
run 0 verify --json
keys events units stations faults
is faults 0

# A backup is whole, and has no key: it can be read and not written.
run 0 backup copy.db
checks=$((checks + 1)); [ ! -e copy.db-key ] || fault 'the key was copied'
run 1 backup copy.db
err_has 'already'
run 3 backup /nonexistent/copy.db
run 0 --db copy.db verify
run 0 --db copy.db units --count
out_is 3
run 3 --db copy.db hold put DRILL D-2 --reason quality

# Each of these is noticed.
while IFS= read -r sql; do
	rm -f bad.db*
	run 0 backup bad.db
	checks=$((checks + 1))
	"$build/tests/cli/tamper" bad.db "$sql" > out 2>&1 ||
		fault "could not: $sql"
	run 1 --db bad.db verify
	out_lacks ': clean'
done << 'END'
UPDATE event SET body = replace(body, 'DOCK', 'R1') WHERE body LIKE '%DOCK%'
UPDATE event SET at = at + 1 WHERE id = (SELECT max(id) FROM event)
UPDATE event SET operator = (SELECT min(id) FROM name) WHERE id = (SELECT max(id) FROM event)
DELETE FROM event WHERE id = (SELECT max(id) - 1 FROM event)
DELETE FROM event WHERE id = (SELECT max(id) FROM event)
UPDATE event SET sig = zeroblob(64) WHERE id = (SELECT max(id) FROM event)
UPDATE event SET hash = zeroblob(32) WHERE id = (SELECT max(id) FROM event)
UPDATE unit SET status = 6 WHERE serial = 'D-2'
UPDATE unit SET bin = NULL WHERE serial = 'D-2'
UPDATE unit SET holds = 0 WHERE serial = 'D-1'
DELETE FROM unit WHERE serial = 'D-3'
UPDATE tally SET n = n + 1 WHERE kind = 2
UPDATE item SET name = 'Something else' WHERE code = 'DRILL'
UPDATE bin SET capacity = 1 WHERE code = 'R1'
DELETE FROM ord_line WHERE line = 2
END
finish
