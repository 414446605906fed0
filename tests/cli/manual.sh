#!/bin/bash
# manual.sh - the manual lists what the program has.
# SPDX-License-Identifier: Apache-2.0
. "$(dirname "$0")/lib.sh"

src=${DOCKLEDGER_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
page=$src/man/dockledger.1

# between WORD: the lines of the page between its two marks.
between() {
	sed -n "/^\\.\\\\\" $1 begin/,/^\\.\\\\\" $1 end/p" "$page" | sed '1d;$d'
}
same() {	# WORD HOW-TO-MEND
	checks=$((checks + 1))
	between "$1" > page.part
	cmp -s page.part out || {
		diff page.part out
		fault "dockledger(1) and the program differ: $2"
	}
}
run 0 help --mdoc
same commands "put 'dockledger help --mdoc' between the marks"
run 0 rules
sed -i 's/\\/\\e/g; s/-/\\-/g; s/^\./\\\&./; s/^'"'"'/\\\&&/' out
same rules "put the output of 'dockledger rules' between the marks"

checks=$((checks + 1))
if command -v mandoc > /dev/null; then
	mandoc -Tlint -W warning "$page" > out || fault 'mandoc finds faults'
fi
finish
