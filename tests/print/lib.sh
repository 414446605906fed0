#!/bin/bash
# lib.sh - a print system of its own for each test: cupsd, printers, a queue.
# SPDX-License-Identifier: Apache-2.0
#
#	. "$(dirname "$0")/lib.sh"
#	cups_start SECONDS		cupsd that writes jobs down so much later (0:
#					at once), and the raw queue zpl
#	tcp_start JOBS; tcp_stop	the printer behind zpl, for so many jobs (-1:
#					any number); what it got is $paper
#	ipp_queue			the driverless queue label, and its printer;
#					what it got is in $pages/
#	ipp_start; ipp_stop		that printer
#	cups_kill; cups_again		kill -9, and started anew
#	finish
#
# All of it runs without rights and without a network, in a folder of its own;
# as root it drops to nobody, for cupsd refuses to print as root.  ippeveprinter
# does not start without a system bus, so there is a private one.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../cli/lib.sh"

# shellcheck disable=SC2034 # for the tests
tool=$build/tests/print/desk_tool
listener=$build/tests/print/listener
export PATH=$PATH:/usr/sbin:/sbin

skip() {
	echo "$*"
	exit 77
}
for program in cupsd ippeveprinter lpadmin dbus-daemon setpriv curl pdfinfo; do
	command -v $program > /dev/null || skip "$program is not installed"
done
[ -x /usr/lib/cups/backend/socket ] || skip 'the socket backend of CUPS is not installed'

D=$work/spool
paper=$D/paper pages=$D/pages
mkdir "$D"
chmod 711 "$work"
if [ "$(id -u)" -eq 0 ]; then
	chown nobody:nogroup "$D"
	as=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
	user=nobody group=nogroup
else
	as=(env)
	user=$(id -un) group=$(id -gn)
fi

port_is_free() { ! (exec 3<> /dev/tcp/127.0.0.1/"$1") 2> /dev/null; }
# Below the ports that the kernel gives to whoever connects.
port=$((20000 + $$ % 3000 * 4))
until port_is_free $port && port_is_free $((port + 1)) &&
    port_is_free $((port + 2)); do
	port=$((port + 4))
done
export CUPS_SERVER=127.0.0.1:$port

# until_true N COMMAND...: looks every 20 ms, at most N times.
until_true() {
	local n=$1
	shift
	while ! "$@" 2> /dev/null; do
		n=$((n - 1))
		[ $n -gt 0 ] || return 1
		read -rt 0.02 <> <(:) || :
	done
}
is_open() { (exec 3<> /dev/tcp/127.0.0.1/"$1") 2> /dev/null; }
has_ended() { ! [ -e /proc/"$1" ] || grep -q ') Z ' /proc/"$1"/stat; }

# stop NAME [SIGNAL]: end the process of this name and wait for it.
stop() {
	local pid
	[ -f "$D/$1.pid" ] || return 0
	pid=$(cat "$D/$1.pid")
	rm -f "$D/$1.pid"
	kill -"${2:-TERM}" "$pid" 2> /dev/null
	until_true 1500 has_ended "$pid"
	wait "$pid" 2> /dev/null
}
# begin NAME COMMAND...: in the background, all its output into a file.
begin() {
	local name=$1
	shift
	"${as[@]}" "$@" > "$D/log/$name" 2>&1 < /dev/null &
	echo $! > "$D/$name.pid"
}
stop_all() {
	local name
	for name in cupsd ipp tcp bus agent; do stop $name KILL; done
	rm -rf "$work"
}
trap stop_all EXIT

cupsd_conf() {	# DIRTY_CLEAN_INTERVAL
	cat <<-END
	LogLevel warn
	Listen 127.0.0.1:$port
	Listen $D/run/cups.sock
	Browsing Off
	BrowseLocalProtocols none
	DefaultAuthType None
	WebInterface No
	DirtyCleanInterval $1
	ErrorPolicy retry-job
	JobRetryInterval 1
	MaxJobs 0
	PreserveJobHistory Yes
	PreserveJobFiles No
	<Location />
	Order allow,deny
	Allow from 127.0.0.1
	</Location>
	<Policy default>
	JobPrivateAccess all
	JobPrivateValues none
	<Limit All>
	Order deny,allow
	</Limit>
	</Policy>
	END
}
cups_files_conf() {
	cat <<-END
	ServerRoot $D/etc
	ServerBin /usr/lib/cups
	DataDir /usr/share/cups
	CacheDir $D/cache
	StateDir $D/run
	RequestRoot $D/spool
	TempDir $D/spool/tmp
	ErrorLog $D/log/error_log
	AccessLog $D/log/access_log
	PageLog $D/log/page_log
	User $user
	Group $group
	SystemGroup $group
	Printcap
	SyncOnClose Yes
	END
}
cups_again() {
	begin cupsd cupsd -f -c "$D/etc/cupsd.conf" -s "$D/etc/cups-files.conf"
	until_true 1500 is_open $port || fault 'cupsd does not start'
}
cups_kill() {
	local backends
	backends=$(pgrep -P "$(cat "$D/cupsd.pid")")
	stop cupsd KILL
	for pid in $backends; do kill -9 "$pid" 2> /dev/null; done
}
bus_start() {
	cat > "$D/bus.conf" <<-END
	<busconfig><type>session</type><listen>unix:path=$D/run/bus</listen>
	<auth>EXTERNAL</auth><policy context="default">
	<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
	<allow own="*"/></policy></busconfig>
	END
	begin bus dbus-daemon --config-file="$D/bus.conf" --nofork --nopidfile \
	    --nosyslog
	until_true 1500 test -S "$D/run/bus" || skip 'dbus-daemon does not start here'
}
# It keeps what it received as page-N.pdf, whole or not at all.
ipp_start() {
	cat > "$D/keep" <<-END
	#!/bin/sh
	cp "\$1" $pages/part.\$\$ && mv $pages/part.\$\$ $pages/got-\$\$.pdf
	echo "\$IPP_MEDIA_COL" > $pages/media
	END
	chmod 755 "$D/keep"
	export DBUS_SYSTEM_BUS_ADDRESS=unix:path=$D/run/bus
	begin ipp ippeveprinter -r off -a "$here/label203.conf" -p $((port + 1)) \
	    -n localhost -d "$D/prn" -c "$D/keep" LabelPrinter
	unset DBUS_SYSTEM_BUS_ADDRESS
	until_true 1500 is_open $((port + 1)) || skip 'ippeveprinter does not start here'
}
ipp_stop() { stop ipp; }
ipp_media() {	# LEVEL: labels on the roll; 0 is none
	curl -s -o /dev/null "http://localhost:$((port + 1))/media?size0=om_50x25mm_50x25mm&type0=labels&level0=$1"
}
tcp_start() {	# JOBS
	begin tcp "$listener" $((port + 2)) "$paper" "$1"
	until_true 1500 port_is_open_by_listener
}
# Asked of the kernel: a connection would count as a job.
port_is_open_by_listener() {
	grep -qi ": 0100007F:$(printf %04X $((port + 2))) 00000000:0000 0A" /proc/net/tcp
}
tcp_stop() { stop tcp; }

cups_start() {	# DIRTY_CLEAN_INTERVAL
	"${as[@]}" mkdir -p "$D"/etc/ssl "$D"/etc/ppd "$D"/spool/tmp "$D"/cache \
	    "$D"/run/certs "$D"/log "$D"/prn "$pages"
	cupsd_conf "$1" > "$D/etc/cupsd.conf"
	cups_files_conf > "$D/etc/cups-files.conf"
	cups_again
	lpadmin -p zpl -E -v socket://127.0.0.1:$((port + 2)) \
	    -o printer-error-policy=retry-job 2> /dev/null || fault 'lpadmin zpl'
}
ipp_queue() {
	bus_start
	ipp_start
	lpadmin -p label -E -v ipp://localhost:$((port + 1))/ipp/print \
	    -m everywhere -o printer-error-policy=retry-job || fault 'lpadmin label'
	# cupsd asks the printer in its own time; until then the queue is a raw one
	until_true 1500 test -s "$D/etc/ppd/label.ppd" || fault 'no driver for label'
}

# How often each of <L001> to <LNNN> is on the paper: "ALL MISSING DOUBLE".
census() {	# LAST [FILE]
	awk -v last="$1" 'match($0, /<L[0-9]+>/) {
		n[substr($0, RSTART + 2, RLENGTH - 3) + 0]++ }
	END {
		for (i = 1; i <= last; i++) {
			missing += !n[i]
			double += n[i] > 1
		}
		print last - missing, missing + 0, double + 0
	}' "${2:-$paper}" 2> /dev/null || echo "0 $1 0"
}
census_is() {	# LAST WANTED
	local got
	checks=$((checks + 1))
	got=$(census "$1")
	[ "$got" = "$2" ] || fault "on paper, missing, doubled: $got, not $2"
}
# states: how many labels are in each state, "printed=3 waiting=2".
states() {
	"$dl" jobs --json | "$jsonl" get state | sort | uniq -c |
	    awk '{ printf "%s%s=%d", NR == 1 ? "" : " ", $2, $1 }'
}
states_are() {
	local got
	checks=$((checks + 1))
	got=$(states)
	[ "$got" = "$1" ] || fault "states: $got, not $1"
}
