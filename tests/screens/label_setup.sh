#!/bin/sh
# label_setup.sh - printers and labels that wait for them.
# SPDX-License-Identifier: Apache-2.0
#
#   label_setup.sh [N]
#
# The warehouse of station_setup.sh with the goods of its sales orders, two
# printers and no worker, so that nothing moves by itself; N (5) labels of it
# are asked for.  CUPS_SERVER must name a place where nothing answers.
set -eu
dl=$DOCKLEDGER_BUILDDIR/dockledger

mkdir -p "$XDG_CONFIG_HOME/dockledger"
cat > "$XDG_CONFIG_HOME/dockledger/dockledger.conf" <<'END'
printers = (
  { name = "units"; queue = "zebra"; format = "zpl"; dpi = 203; templates = [ "unit", "unit-small" ]; },
  { name = "office"; queue = "office"; default = true; } );
print: { worker = false; };
END
sh "$(dirname "$0")/station_setup.sh" sales

ask() {
	"$dl" label "$@" 2>>labels.log
}
n=${1-5}
[ "$n" -lt 1 ] || ask unit --unit DRILL-18 D-1 --printer units
[ "$n" -lt 2 ] || ask unit --unit SAW-190 W-1 --printer units --copies 2
[ "$n" -lt 3 ] || ask bin --bin A-01-01 --printer office
[ "$n" -lt 4 ] || ask badge --badge B100 --printer office
[ "$n" -lt 5 ] || ask unit --set serial=X-1 --set item_name=SPARE --printer units
for i in $(seq 6 "$n"); do
	ask unit --set "serial=X-$i" --set item_name=SPARE --printer units
done
