#!/bin/bash
# run.sh - lets libFuzzer look for inputs that break one target.
# SPDX-License-Identifier: Apache-2.0
#
# usage: run.sh PROGRAM    (`make fuzz` does so for each target)
#
# Looks for FUZZ_SECONDS (60).  What it learns stays in the build folder; an
# input that breaks the target is put among the seeds, so that `make check`
# fails on it until it is mended.
set -eu

src=${DOCKLEDGER_SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
program=$1
name=$(basename "$program")
name=${name#fuzz_}
seeds=$src/tests/fuzz/seeds/$name
words=$src/tests/fuzz/$name.dict
learnt=corpus/$name
mkdir -p "$learnt" "$seeds"

options=(-max_total_time="${FUZZ_SECONDS:-60}" -max_len=8192 -timeout=20
    -print_final_stats=1 -verbosity=0 -artifact_prefix="$seeds/")
[ ! -f "$words" ] || options+=(-dict="$words")
echo "fuzz $name: ${FUZZ_SECONDS:-60} s"
"$program" "${options[@]}" "$learnt" "$seeds"
