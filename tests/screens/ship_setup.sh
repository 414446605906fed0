#!/bin/sh
# ship_setup.sh - goods that are packed and wait to leave, for the screens.
# SPDX-License-Identifier: Apache-2.0
#
# What tests/cli/packed.sh has, a clerk B100 and a supervisor B200 (no PIN).
set -eu
build=$DOCKLEDGER_BUILDDIR
dl=$build/dockledger

run() { shift; "$dl" "$@" > /dev/null; }
fault() { echo "$*" >&2; exit 1; }
. "$DOCKLEDGER_SRCDIR/tests/cli/packed.sh"

packed
"$dl" import operators - <<'END'
badge,name,role,pin
B100,Anna Meier,clerk,
B200,Bert Vogt,supervisor,
END
