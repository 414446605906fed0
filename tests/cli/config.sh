#!/bin/bash
# config.sh - the configuration: where it is looked for, what it refuses.
# SPDX-License-Identifier: Apache-2.0
. "$(dirname "$0")/lib.sh"

run 0 init --station T1
conf=$XDG_CONFIG_HOME/dockledger/dockledger.conf
mkdir -p "${conf%/*}"

cat > "$conf" << 'END'
station: { label = "Dock 2"; };
terminal: { prefix = "~"; gs_substitute = "|"; burst_gap_ms = 30;
	idle_lock_min = 5; tone = "none"; };
scanner: { cr = true; lf = true; tab = false; burst_min = 4;
	frame_gap_ms = 900; double_ms = 500; };
company_prefix = "4012345";
sscc: { extension = 3; first = 100; last = 199; };
pins = false;
cache_mib = 8;
END
run 0 bins
run 0 doctor
out_has "$conf is sound"
# A setting is used: the scanner's substitute for GS.
printf '010401234567890121A1|17271231\n' > scans
run 0 parse < scans
is serial A1
is expires_on 2027-12-31

# wrong NUMBER WORDS: the file as it stands is refused with its line.
wrong() {
	run 1 bins
	err_has "$conf:$1: "
	err_has "$2"
	run 1 parse < /dev/null
	run 1 doctor
	out_has "$conf:$1: "
	run 0 rules
	run 0 version
}
printf 'pins = false;\ncache_mb = 8;\n' > "$conf"
wrong 2 cache_mb
printf 'terminal: {\n  idle_lock_min = 5;\n  colour = "red";\n};\n' > "$conf"
wrong 3 colour
printf 'terminal: { gs_substitute = "ab"; };\n' > "$conf"
wrong 1 gs_substitute
printf '\n\nterminal = "x";\n' > "$conf"
wrong 3 terminal
printf 'cache_mib = 0;\n' > "$conf"
wrong 1 cache_mib
printf 'pins = "yes";\n' > "$conf"
wrong 1 pins
printf 'company_prefix = "12x4";\n' > "$conf"
wrong 1 company_prefix
printf 'sscc: { first = 9; last = 8; };\n' > "$conf"
wrong 1 'not below first'
printf 'scanner: { cr = false; lf = false; tab = false; };\n' > "$conf"
wrong 1 'must end a scan'
printf 'printers = (\n  { queue = "q"; }\n);\n' > "$conf"
wrong 2 'a printer needs a name'
printf 'printers = (\n  { name = "A"; format = "epl"; } );\n' > "$conf"
wrong 2 'pdf, zpl or auto'
printf 'printers = (\n  { name = "A"; },\n  { name = "A"; } );\n' > "$conf"
wrong 3 'two printers'
printf 'printers = ( { name = "A"; default = true; },\n{ name = "B"; default = true; } );\n' > "$conf"
wrong 2 'default printer already'
printf 'printers = ( { name = "A"; dpi = 50; } );\n' > "$conf"
wrong 1 'dpi is 100 to 1200'
printf 'printers = ( { name = "A"; templates = [ "a b" ]; } );\n' > "$conf"
wrong 1 'list of words'
printf 'printers = ( { name = "A"; speed = 4; } );\n' > "$conf"
wrong 1 speed
printf 'printers = { name = "A"; };\n' > "$conf"
wrong 1 'printers is a list'
printf 'print: { batch = 0; };\n' > "$conf"
wrong 1 batch
printf 'station: { label = "never ends\n' > "$conf"
run 1 bins

# --config goes before; one that was named must be there.
printf 'pins = true;\n' > good.conf
run 0 --config good.conf bins
run 3 --config missing.conf bins
finish
