#!/bin/bash
# serials.sh - serials of our own: made, listed, voided, leased; no number twice.
# SPDX-License-Identifier: Apache-2.0
. "$(dirname "$0")/lib.sh"

cat > rules.csv << 'END'
code,pattern,example,mask,alphabet
OURS,HH[0-9]{7},HH0000018,HH{SEQ:6}{CHK:luhn},
CHANCE,[2-9A-HJ-NP-Z]{8},22222222,********,gs1
SITED,[A-Z]+-[0-9]{3},HAM-001,{SITE}-{SEQ:3},
END
cat > items.csv << 'END'
code,name,serial_rule
PUMP,Pump,OURS
HOSE,Hose,OURS
CARD,Card,CHANCE
SIGN,Sign,SITED
BOLT,Bolt,
END
printf 'code,zone,kind\nBENCH,B,stage\nR1,R,storage\n' > bins.csv

station() {	# NAME
	export DOCKLEDGER_DB=$work/$1.db
}

# --- One station -----------------------------------------------------------------
station A
run 0 init --station A
run 0 import serial-rules rules.csv
run 0 import items items.csv
run 0 import bins bins.csv
run 0 serials make PUMP 3
out_is 'HH0000018
HH0000026
HH0000034'
err_is_empty
run 0 serials make HOSE 1 --json
keys item serial rule
is serial HH0000042
run 0 serials make CARD 50
lines_are 50
checks=$((checks + 1))
[ "$(sort -u out | grep -cE '^[2-9A-HJ-NP-Z]{8}$')" -eq 50 ] || fault 'not 50 different ones'
run 1 serials make BOLT 1
err_has 'no serial rule with a mask'
run 1 serials make NOTHING 1
run 1 serials make SIGN 1
err_has 'wants a site'
printf 'station: { site = "HAM"; };\n' > site.conf
run 0 --config site.conf serials make SIGN 2
out_is 'HAM-001
HAM-002'
printf 'station: { site = "ham"; };\n' > site.conf
run 1 --config site.conf serials list
err_has 'site is 1 to 8'
run 2 serials make PUMP
run 2 serials make PUMP none
run 2 serials make PUMP 100001
run 2 serials wash
run 2 serials lease OURS

run 0 serials list --item PUMP --json
keys item serial state rule purpose station issued_at reason
lines_are 3
run 2 serials void PUMP HH0000018
run 0 serials void PUMP HH0000018..HH0000026 --reason 'the roll is torn'
out_has '2 serials of PUMP void now'
run 0 serials void PUMP HH0000018 --reason again --json
is voided 0
run 1 serials void PUMP HH0000042 --reason 'not of this item'
err_has 'never issued for PUMP'
run 0 serials list --open --item PUMP --json
is serial HH0000034

printf 'PUMP\nHH0000018\nHH0000034\nHH0000034\nXCXBEGIN\n' > scans
run 1 scan commission --json < scans
out_has '"serial.void"'
out_has 'unit.commissioned'
out_has 'unit.already-done'
out_has 'serial.issued'
run 1 serials void PUMP HH0000034 --reason 'on a unit'
err_has 'on units'
run 0 serials list --item PUMP --json
is state 'voided
voided
applied
issued'
run 0 units --item PUMP --bin BENCH --count
out_is 1
run 0 serials show OURS --json
keys rule mask alphabet kind numbers example issued applied voided leases
is issued 5
is applied 1
is voided 2
run 0 serials show CHANCE
out_has '50 issued'
run 1 serials show NOTHING
run 0 verify

# --- Two stations that cannot see each other -----------------------------------------
run 0 serials lease OURS --station B --count 200 --out first.lease
run 0 serials key
print=$(cat out)
run 2 serials lease OURS --station B --count 200 --out first.lease
run 1 serials lease OURS --station B --count 1000000 --out big.lease
err_has 'numbers of rule OURS left'
run 0 serials lease CHANCE --station B --count 40 --out chance.lease --json
keys lease rule station giver from to state key
is key "$print"
lease=$(get lease)
rm chance.lease
run 0 serials again "$lease" --out chance.lease
run 1 serials again A-99999 --out other.lease
run 1 serials lease OURS --station A --count 1 --out own.lease

station B
run 0 init --station B
run 1 serials accept first.lease
err_has "$print"
run 1 serials accept first.lease --key 0000-0000
sed 's/"to":999999/"to":999998/' first.lease > forged.lease
run 1 serials accept forged.lease --key "$print"
err_has 'signature does not hold'
run 0 serials accept first.lease --key "$print"
out_has accepted
run 0 serials accept first.lease
out_has 'accepted before'
run 0 serials accept chance.lease
grep -v SITED items.csv > items-b.csv
run 0 import items items-b.csv
run 0 import bins bins.csv
run 3 serials accept missing.lease

# Both issue what they have; nothing comes twice.
run 0 serials make PUMP 150
cp out b.made
run 0 serials make HOSE 50
cat out >> b.made
run 1 serials make HOSE 1
err_has 'has not so many numbers left'
run 0 serials make CARD 40
cat out >> b.made
run 1 serials make CARD 1
run 0 verify
station A
run 0 serials make PUMP 3000
cp out a.made
run 0 serials make CARD 500
cat out >> a.made
run 0 verify
checks=$((checks + 1))
[ "$(cat a.made b.made | wc -l)" -eq "$(cat a.made b.made | sort -u | wc -l)" ] ||
	fault 'a serial came twice'

# --- Killed in the middle, again and again ----------------------------------------------
: > printed
for i in $(seq 1 25); do
	"$dl" serials make PUMP 40 >> printed 2> err &
	pid=$!
	# the moment wanders from before the commit to behind the last line
	n=0
	while [ "$n" -lt $((i * i * 6)) ]; do n=$((n + 1)); done
	kill -9 "$pid" 2> err
	wait "$pid" 2> err
done
for i in $(seq 1 12); do
	DOCKLEDGER_FAULT=kill:$i "$dl" serials make PUMP 40 >> printed 2> err
done
run 0 serials make PUMP 40
cat out >> printed
checks=$((checks + 1))
grep -xE 'HH[0-9]{7}' printed > whole	# a line may be cut by the kill
[ "$(sort whole | uniq -d | wc -l)" -eq 0 ] || fault 'a number was made twice'
[ "$(wc -l < whole)" -ge 40 ] || fault 'nothing was made'
run 0 serials list --json
get serial > listed
checks=$((checks + 1))
[ "$(sort whole | comm -23 - <(sort listed) | wc -l)" -eq 0 ] ||
	fault 'what was printed is not in the ledger'
[ "$(sort listed | uniq -d | wc -l)" -eq 0 ] || fault 'the ledger has one twice'
run 0 verify

# --- Books that were touched do not agree with the events ----------------------------------
tampered() {	# SQL WORDS
	checks=$((checks + 1))
	rm -f bad.db bad.db-*
	run 0 backup bad.db
	"$build/tests/cli/tamper" bad.db "$1" > out 2>&1 || fault "no change: $1"
	run 1 --db bad.db verify
	out_has "$2"
}
tampered "UPDATE serial_lease SET next = 5 WHERE rule = 'OURS' AND holder = 'A'" \
    'lease of serials'
tampered "UPDATE serial_issued SET voided = NULL" 'issued serial'
tampered "DELETE FROM serial_issued WHERE serial = 'HH0000042'" 'issued serial'
finish
