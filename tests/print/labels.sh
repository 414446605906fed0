#!/bin/bash
# labels.sh - labels of the program itself, from the command to the printer.
# SPDX-License-Identifier: Apache-2.0
. "$(dirname "$0")/lib.sh"

export DOCKLEDGER_DB=$work/station.db
run 0 init --station T1
printf 'code,name,gtin\nDRILL,Drill,4006381333931\n' > items.csv
printf 'code,zone,kind\nA-01,A,storage\n' > bins.csv
printf 'item,serial,bin\n' > units.csv
for i in $(seq 1 30); do printf 'DRILL,S%03d,A-01\n' "$i"; done >> units.csv
run 0 import items items.csv
run 0 import bins bins.csv
run 0 import units units.csv
cups_start 0
ipp_queue
tcp_start -1

# Bare queues: one without a driver gets ZPL, the other PDF.
run 0 printers --json
is format "$(printf 'pdf\nzpl')"
is state "$(printf 'ready\nready')"
run 0 label unit --unit DRILL S001 --printer zpl
err_has 'no worker is here'
run 0 jobs --json
is state waiting
is template unit
is printer zpl
is unit.serial S001
run 0 agent --once
run 0 jobs --json
is state printed
# The bytes at the printer are those that --out writes.
run 0 label unit --unit DRILL S001 --out want.zpl
checks=$((checks + 1))
cmp -s want.zpl "$paper" || fault 'ZPL at the printer differs from --out'

# Ten and twenty: one job of each batch, a page a label, the size as drawn.
for i in $(seq 2 25); do
	"$dl" label unit --unit DRILL "$(printf 'S%03d' "$i")" --printer label \
	    > /dev/null 2>&1 || fault "label $i"
done
run 0 label unit --set gtin=4006381333931 --set serial=X1 --set item_name=Drill \
    --copies 3 --printer label
run 0 agent --once --json
is printed 25
is jobs 1
set -- "$pages"/got-*.pdf
checks=$((checks + 1))
[ $# -eq 1 ] || fault "$# documents arrived, not 1"
pdfinfo "$1" > out
out_has 'Pages:           27'
if command -v pdftoppm > /dev/null && command -v ZXingReader > /dev/null; then
	pdftoppm -r 203 -gray -png "$1" sheet
	for i in $(seq 2 25); do printf 'S%03d\n' "$i"; done > wanted
	for page in sheet-*.png; do
		ZXingReader -1 "$page" 2> /dev/null
	done | grep -oE 'S0[0-9]{2}' | sort -u > got
	checks=$((checks + 1))
	cmp -s wanted got || fault "other serials were decoded: $(tr '\n' ' ' < got)"
fi

# Refused in words, and nothing is queued.
before=$("$dl" jobs --json | wc -l)
run 1 label unit --unit DRILL S001 --printer nowhere
err_has 'there is no print queue "nowhere"'
run 1 label nothing --set a=b --printer zpl
err_has 'no template'
run 1 label unit --set gtin=4006381333931 --printer zpl
run 1 label unit --set serial="$(printf '%0100d' 7)" --set gtin=4006381333931 \
    --set item_name=D --printer zpl
run 1 label unit --unit DRILL NONE --printer zpl
run 2 label unit --unit DRILL S001 --printer zpl --out x.pdf
run 1 label unit --unit DRILL S001 --printer zpl
err_has 'has a label "unit" already'
err_has '--reason'
checks=$((checks + 1))
[ "$("$dl" jobs --json | wc -l)" -eq "$before" ] || fault 'something was queued'

# A reprint says why, and its unit's history tells.
run 0 label unit --unit DRILL S001 --printer zpl --reason damaged
run 0 agent --once
run 0 trace DRILL S001 --json
out_has '"type":"unit.label-printed"'
out_has '"note":"label unit, copy 2, damaged"'
run 0 jobs --json
id=$("$jsonl" get id < out | tail -1)
run 1 jobs --retry "$id"
err_has '--reason'
run 1 jobs --cancel "$id"
run 0 jobs --confirm "$id" --json
is state confirmed
run 1 jobs --confirm "$id"
run 1 jobs --hold "$id"
run 1 jobs --retry 9999
run 2 jobs --retry x
run 0 trace DRILL S001 --json
out_has '"type":"unit.label-verified"'

# Held, let go, cancelled.
run 0 label unit --unit DRILL S026 --printer zpl --json
id=$("$jsonl" get id < out)
run 0 jobs --hold "$id"
run 0 agent --once
run 0 jobs --open --json
is state waiting
is detail 'held by a person'
run 0 jobs --retry "$id"
run 0 jobs --cancel "$id" --json
is state cancelled
run 0 agent --once
out_has '0 print jobs'

# Profiles: the template chooses, the name is the site's.
mkdir -p config/dockledger
cat > config/dockledger/dockledger.conf <<-'END'
printers = (
  { name = "Dock"; queue = "zpl"; format = "zpl"; dpi = 203.2; width_mm = 104;
    templates = [ "unit" ]; default = true; },
  { name = "Away"; queue = "gone"; format = "pdf"; }
);
print: { batch = 10; linger_ms = 100; jobs = 1; };
END
run 0 printers --json
is name "$(printf 'Dock\nAway\nlabel')"
is state "$(printf 'ready\nabsent\nready')"
run 0 label unit --unit DRILL S027 --printer Dock
run 1 label unit --unit DRILL S028 --printer Away
err_has '"gone"'
run 0 agent --once
run 0 verify
out_has clean

# CUPS is not there: the label waits, said in words.
stop cupsd
run 0 label unit --unit DRILL S029 --printer Dock
err_has 'does not answer'
run 3 printers
out_has away
run 3 agent --once
err_has 'are not printed'
run 0 jobs --open --json
is state waiting
is detail 'the print server does not answer'
cups_again
run 0 agent --once
run 0 jobs --open --json
out_is ''
finish
