#!/bin/sh
# autogen.sh - make configure from configure.ac; run after a fresh clone.
# SPDX-License-Identifier: Apache-2.0
set -eu
cd "$(dirname "$0")"
mkdir -p m4 build-aux
exec autoreconf -fi
