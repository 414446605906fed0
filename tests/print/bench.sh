#!/bin/bash
# bench.sh - labels at the accepting scan, on paper; a card that drives the work.
# SPDX-License-Identifier: Apache-2.0
#
# Goal: ten units received by scans are ten labels that can be read, in one job
# of the printer; and the command card that we print is enough to do the work.
. "$(dirname "$0")/lib.sh"
for program in pdftoppm ZXingReader; do
	command -v $program > /dev/null || skip "$program is not installed"
done

export DOCKLEDGER_DB=$work/station.db
forms=$(cd "$here/../../forms" && pwd)
run 0 init --station T1
printf 'code,name,gtin\nDRILL,Drill,4006381333931\n' > items.csv
printf 'code,zone,kind\nDOCK-1,D,dock\nQ-1,Q,quarantine\n' > bins.csv
printf 'code,name,kind\nACME,Acme Tools,supplier\n' > parties.csv
printf 'kind,number,party,line,item,qty\n' > orders.csv
printf 'PO,4711,ACME,1,DRILL,30\nPO,4712,ACME,1,DRILL,3\n' >> orders.csv
for file in items bins parties orders; do run 0 import $file $file.csv; done
cups_start 0
ipp_queue
mkdir -p config/dockledger/forms
cat > config/dockledger/dockledger.conf <<-'END'
printers = ( { name = "Dock"; queue = "label"; format = "pdf"; dpi = 203;
    templates = [ "unit" ]; } );
END
sed 's/^print = false;/print = true;/' "$forms/receiving.form" \
    > config/dockledger/forms/receiving.form

# Ten units, ten scans: ten labels in one job.
echo PO:4711 > scans
for i in $(seq 10); do printf '(01)04006381333931(21)B%03d\n' "$i"; done >> scans
run 0 scan receiving --as scanned < scans
out_lacks 'no label'
states_are 'waiting=10'
run 0 agent --once --json
is printed 10
is jobs 1
set -- "$pages"/got-*.pdf
checks=$((checks + 1))
[ $# -eq 1 ] || fault "$# documents arrived, not 1"
pdfinfo "$1" > out
out_has 'Pages:           10'
pdftoppm -r 203 -gray -png "$1" label
for i in $(seq 10); do printf 'B%03d\n' "$i"; done > wanted
for page in label-*.png; do
	ZXingReader -1 "$page" 2> /dev/null
done > texts
grep -oE 'B[0-9]{3}' texts | sort -u > got
checks=$((checks + 1))
cmp -s wanted got || fault "other serials were read: $(tr '\n' ' ' < got)"
run 0 trace DRILL B001 --json
out_lacks '"type":"unit.label-printed"'	# the receipt tells of the first one
rm -f "$pages"/got-*.pdf

# What was read off the labels is what receiving knows.
for page in label-*.png; do
	ZXingReader -1 -format Code128 "$page" 2> /dev/null | head -1 |
	    grep -oE 'B[0-9]{3}'
done > back
sed '1i PO:4711\nDRILL' back > scans
run 0 scan receiving --as scanned < scans
checks=$((checks + 1))
[ "$(grep -c 'unit.already-done' out)" -eq 10 ] || fault 'not all were known'

# They are scanned back: each closes its request, and the other nothing.
sed 's/B005/X005/' back > scans
run 1 scan labelcheck --as scanned < scans
out_has 'label.mismatch'
states_are 'confirmed=9 printed=1'
echo B005 > scans
run 1 scan labelcheck --as keyed < scans
out_has 'entry.keyed-not-allowed'
echo XCXNO | "$dl" scan labelcheck --as scanned > out
out_has 'the label of B005 will not read: another one goes to Dock'
run 0 agent --once
pdftoppm -r 203 -gray -png "$pages"/got-*.pdf second
ZXingReader -1 -format Code128 second-1.png 2> /dev/null | head -1 |
    grep -oE 'B[0-9]{3}' > scans
run 0 scan labelcheck --as scanned < scans
out_has 'the label of B005 of DRILL is right; 0 wait'
states_are 'cancelled=1 confirmed=10'
rm -f "$pages"/got-*.pdf

# The card: its codes, read from the picture, drive a whole receiving.
run 0 label command-card --dpi 203 --out card.png
ZXingReader -format Code128 card.png 2> /dev/null | grep -oE 'XCX[A-Z]+' |
    sort -u > card
for code in XCXDONE XCXUNDO XCXNEXT XCXNO XCXOK XCXINFO XCXHELP; do
	checks=$((checks + 1))
	grep -qx $code card || fault "the card has no $code that can be read"
done
from_card() { grep -x "$1" card; }
{
	from_card XCXHELP
	echo PO:4712
	echo 4006381333931
	echo C1
	echo C2
	from_card XCXUNDO
	from_card XCXNEXT
	echo 4006381333931
	echo C2
	echo C1			# known already: a notice
	from_card XCXINFO
	echo C3
	from_card XCXDONE
} > scans
run 0 scan receiving --as scanned < scans
out_lacks "$(printf 'refuse\t')"
out_has '3 of 3 units received, complete'
states_are 'cancelled=2 confirmed=10 waiting=3'

# The failure is in the report, in every format.
run 0 report failing-labels
out_has 'ACME         unit         Dock'
out_has 'gs1_datamatrix datamatrix code128'
run 0 report failing-labels --json
out_has '[{"supplier":"ACME","supplier_name":"Acme Tools","label":"unit",'
out_has '"printer":"Dock","failures":1,'
run 0 report failing-labels --format csv
out_has 'supplier,supplier_name,label,symbols,printer,failures,first,last,age_s'
out_has 'ACME,Acme Tools,unit,gs1_datamatrix datamatrix code128,Dock,1,'
run 0 report failing-labels --out failing.pdf
pdfinfo failing.pdf > out
out_has 'Pages:           1'

# A roll of serials of ours: each with its label, or none of either.
printf 'code,pattern,mask,example\nOURS,H[0-9]{3},H{SEQ:3},H001\n' > rules.csv
printf 'code,name,serial_rule\nPUMP,Pump,OURS\n' > items.csv
run 0 import serial-rules rules.csv
run 0 import items items.csv
run 1 serials make PUMP 3 --print nothing
err_has 'no printer here takes the label "nothing"'
run 0 serials make PUMP 3 --print unit
states_are 'cancelled=2 confirmed=10 waiting=6'
run 0 verify
finish
