#!/bin/bash
# label.sh - labels from the command line, and the manual they are written from.
# SPDX-License-Identifier: Apache-2.0
#
# The manual's example must be a template, and every word that a template may
# hold must stand in the manual.
. "$(dirname "$0")/lib.sh"

src=${DOCKLEDGER_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
# shellcheck source=tests/cli/goods.sh
. "$src/tests/cli/goods.sh"
page=$src/man/dockledger-label.5
labels=$XDG_CONFIG_HOME/dockledger/labels
mkdir -p "$labels"
: > "$XDG_CONFIG_HOME/dockledger/dockledger.conf"

# --- The list -----------------------------------------------------------------
run 0 label --list
out_has 'unit  Unit, 76 x 38 mm  (built in)'
run 0 label --list --json
lines_are 12
keys name title width_mm height_mm version fields symbols
run 0 label unit --list --dpi 300
out_has 'module 0.254 mm (3 dots)'
run 0 label --help
out_has '--unit ITEM SERIAL'

# --- Wrong usage, wrong values --------------------------------------------------
run 2 label
run 2 label unit
run 2 label unit --out a.gif
run 2 label unit --out a.pdf --preview
run 2 label unit --dpi 150 --out a.pdf
run 2 label unit --copies 0 --out a.pdf
run 2 label unit --set serial --out a.pdf
run 2 label unit --out a.pdf --unit DRILL
err_has 'needs two values: ITEM SERIAL'
run 1 label nothing --out a.pdf
err_has "there is no template \"nothing\""
run 1 label unit --set colour=red --out a.pdf
err_has 'has no field "colour"'
run 1 label unit --set serial=A --set gtin=123 --out a.pdf
err_has 'gtin: not 8, 12, 13 or 14 digits'
run 1 label unit --set 'serial=A B' --set gtin=04012345678901 --out a.pdf
err_has 'element "gs1": (21) A B: a space at place 2'
run 1 label unit --set serial=A --copies 2 --out a.png
err_has 'a PNG file holds one label'
checks=$((checks + 1))
if [ -e a.pdf ] || [ -e a.png ]; then fault 'a file was left'; fi

# --- Files ------------------------------------------------------------------------
for ending in pdf png zpl; do
	run 0 label unit --set serial=SN-1 --out "one.$ending"
	err_is_empty
	run 0 label unit --set serial=SN-1 --out "two.$ending" --json
	keys file template version copies bytes
	checks=$((checks + 1))
	cmp one.$ending two.$ending || fault "$ending: other bytes"
done
checks=$((checks + 1))
{ head -c 5 one.pdf | grep -q '^%PDF-' && head -c 4 one.png | grep -qa PNG &&
    head -c 3 one.zpl | grep -qxF '^XA'; } || fault 'the formats are mixed up'
run 0 label unit --set serial=SN-1 --copies 3 --out one.zpl
checks=$((checks + 1))
grep -qF '^PQ3^XZ' one.zpl || fault 'no three copies'
run 0 label unit --set serial=SN-1 --preview
checks=$((checks + 1))
[ "$(wc -l < out)" -gt 10 ] || fault 'no preview'

# --- From the database ----------------------------------------------------------------
goods
printf 'PO1\n04012345678901\nSN-7\nSN-8\n' > scans
run 0 scan receiving --as scanned < scans
printf 'PO1\nSAW\nS-1\n' > scans
run 0 scan receiving --as scanned < scans
run 0 label unit --unit DRILL SN-7 --out unit.pdf
err_is_empty
run 0 label unit --out by-hand.pdf --set serial=SN-7 --set gtin=4012345678901 \
    --set 'item_name=Cordless drill'
checks=$((checks + 1))
cmp unit.pdf by-hand.pdf || fault 'the database says something else'
run 0 label unit --unit DRILL SN-7 --set lot=L1 --out unit.pdf
checks=$((checks + 1))
! cmp -s unit.pdf by-hand.pdf || fault '--set changes nothing'
run 0 label unit --unit SAW S-1 --out saw.pdf
err_has 'the item has no GTIN: template unit leaves out its GS1 symbol'
run 1 label unit --unit DRILL SN-9 --out no.pdf
run 0 label item --item DRILL --out item.png
run 1 label item --item DRIL --out no.png
err_has "there is no item \"DRIL\""
run 0 label bin --bin R1 --set arrow=up --out bin.zpl
run 0 label carton --carton 395210010000000018 --out carton.pdf
run 1 label carton --carton 395210010000000019 --out no.pdf
err_has 'sscc: the last digit is wrong'

# --- A site's own ------------------------------------------------------------------------
sed -n '/^\.\\" example begin/,/^\.\\" example end/p' "$page" |
    grep -v '^\.' > "$labels/tool.label"
checks=$((checks + 1))
[ "$(wc -l < "$labels/tool.label")" -gt 20 ] || fault 'there is no example'
run 0 label tool --set serial=T-1 --out tool.pdf
err_is_empty
sed 's/module = 0.375/module = 0.1/' "$labels/tool.label" > "$labels/unit.label"
line=$(grep -n 'name = "gs1"' "$labels/unit.label" | cut -d: -f1)
run 0 label unit --set serial=T-1 --out unit.pdf
err_has "$labels/unit.label:$line: element \"gs1\": a module of 0.1 mm is 1 dot"
out_has '76.2 x 38.1 mm'

# --- The manual -----------------------------------------------------------------------------
sed -n '/static const char \*const [a-z0-9]*\[\] = {/,/}/p' "$src/src/label/element.c" \
    "$src/src/label/template.c" "$src/src/label/fields.c" |
    grep -o '"[a-zA-Z0-9_.]*"' | tr -d '"' > words
sed -n 's/.*\[FIELD_[A-Z0-9]*\] = { "\([a-z0-9]*\)".*/\1/p' \
    "$src/src/label/fields.c" >> words
checks=$((checks + 1))
[ "$(sort -u words | wc -l)" -ge 50 ] || fault 'few words were found to look for'
sort -u words | while read -r word; do
	grep -qE "^\\.(It |Ss )?(Cm |Ql )?(.* )?${word}[ ,.]?( |,|\$)" "$page" ||
	    echo "$word"
done > missing
checks=$((checks + 1))
[ ! -s missing ] || fault "dockledger-label(5) lacks: $(tr '\n' ' ' < missing)"
checks=$((checks + 1))
if command -v mandoc > /dev/null; then
	mandoc -Tlint -W warning "$page" > out 2> err || fault 'mandoc finds faults'
fi
finish
