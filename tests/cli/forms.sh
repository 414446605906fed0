#!/bin/bash
# forms.sh - forms of a site, and the manual they are written from.
# SPDX-License-Identifier: Apache-2.0
#
# The manual's example must be a form, and every word that a form may hold must
# stand in the manual.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/goods.sh"

src=${DOCKLEDGER_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
page=$src/man/dockledger-form.5
forms=$XDG_CONFIG_HOME/dockledger/forms
mkdir -p "$forms"
: > "$XDG_CONFIG_HOME/dockledger/dockledger.conf"

# Every key, kind, policy and column that the reader of forms knows.
sed -n '/static const char \*const \(names\|policies\)\[\]/,/}/p' \
    "$src/src/flow/form.c" | grep -o '"[a-z_]*"' | tr -d '"' > words
sed -n 's/.*{ ACCEPT_[A-Z]*, "\([a-z]*\)".*/\1/p; s/.*}, { ACCEPT_[A-Z]*, "\([a-z]*\)".*/\1/p' \
    "$src/src/flow/form.c" >> words
grep -h 'const columns\[\]' "$src"/src/flow/*.c | grep -o '"[a-z_]*"' |
    tr -d '"' >> words
checks=$((checks + 1))
[ "$(sort -u words | wc -l)" -ge 30 ] || fault 'few words were found to look for'
sort -u words | while read -r word; do
	grep -qE "^\\.(It )?Cm (.* )?$word( |\$)" "$page" || echo "$word"
done > missing
checks=$((checks + 1))
[ ! -s missing ] || fault "dockledger-form(5) lacks: $(tr '\n' ' ' < missing)"

checks=$((checks + 1))
if command -v mandoc > /dev/null; then
	mandoc -Tlint -W warning "$page" > out 2> err || fault 'mandoc finds faults'
fi

# The example, as it stands there.
sed -n '/^\.\\" example begin/,/^\.\\" example end/p' "$page" |
    grep -v '^\.' > "$forms/receiving.form"
checks=$((checks + 1))
[ "$(wc -l < "$forms/receiving.form")" -gt 20 ] || fault 'there is no example'
goods
printf 'PO1\nDRILL\nA1\n' > scans
run 0 scan receiving --as scanned < scans
err_is_empty
printf 'PO1\nDRILL\nK77\n' > scans
run 1 scan receiving --as keyed < scans
out_has 'entry.keyed-not-allowed'

# One with a fault is said with its line, and the built-in one is used.
sed -i 's/keyed_needs_supervisor/keyed_needs_luck/' "$forms/receiving.form"
run 0 scan receiving --as keyed < scans
line=$(grep -n keyed_needs_luck "$forms/receiving.form" | cut -d: -f1)
err_has "$forms/receiving.form:$line: "
out_has 'K77 of DRILL received'
finish
