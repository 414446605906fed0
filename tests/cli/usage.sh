#!/bin/bash
# usage.sh - the shape of the command line: options, help, wrong usage.
# SPDX-License-Identifier: Apache-2.0
. "$(dirname "$0")/lib.sh"

run 0 --help
out_has 'usage: dockledger'
run 0 help
cp out all
run 0 -h
checks=$((checks + 1)); cmp -s all out || fault '-h is not help'

# Every command has help, by both ways, and its usage names it.
sed -n '/Commands:/,$s/^  \([a-z]*\) .*/\1/p' all > names
while read -r command; do
	run 0 help "$command"
	out_has "usage: dockledger $command"
	cp out one
	run 0 "$command" --help
	checks=$((checks + 1)); cmp -s one out || fault "help of $command"
done < names

run 0 --version
out_has 'dockledger '
run 0 version --json
keys version sqlite schema
run 0 --json version
keys version sqlite schema

# Wrong usage ends with 2, says what and how.
run 2 nonsense
err_has 'dockledger: there is no command "nonsense"'
err_has 'usage: dockledger'
run 2 --nonsense
err_has 'dockledger: there is no option --nonsense'
run 2 units --nonsense
err_has 'usage: dockledger units'
run 2 units --item
err_has 'option --item needs a value'
run 2 units --count=5
err_has 'takes no value'
run 2 -x
err_has 'there is no option -x'
run 2 trace
err_has 'takes at least 1 argument, not 0'
run 2 backup
run 2 backup a b
err_has 'takes 1 argument, not 2'
run 2 help nonsense
run 2 < /dev/null
err_has 'no terminal'
run 2 parse --text --json

# -- ends the options: what follows is an argument.
run 0 init --station T1
run 2 orders --kind XX
run 1 trace -- --json
err_has 'no unit bears the serial --json'
run 1 -- trace X
err_has 'no unit bears the serial X'

# Options for all stand before or after.
run 0 --db "$work/two.db" init --station T2
run 0 init --db "$work/three.db" --station T3
run 0 bins --json --db "$work/two.db"
run 0 --json --db "$work/three.db" verify
is stations 1
finish
