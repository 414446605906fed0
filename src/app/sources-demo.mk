## The demonstration: its code, and the files of demo/, compiled in and
## installed.
## SPDX-License-Identifier: Apache-2.0

dockledger_SOURCES += \
	src/app/demo.h \
	src/app/cmd_demo.c src/app/demo_fill.c src/app/demo_stock.c \
	src/app/demo_acts.c src/app/demo_table.c src/app/demo_script.c \
	src/app/demo_play.c
nodist_dockledger_SOURCES = src/app/demo_files.c

DEMO_NAMES = parties.csv serial-rules.csv warranties.csv items.csv bins.csv \
	operators.csv boms.csv orders.csv expected.csv deliveries.csv \
	shipments.csv acts.csv shift.scans
DEMO_FILES = $(DEMO_NAMES:%=$(top_srcdir)/demo/%)

src/app/demo_files.c: $(DEMO_FILES) $(EMBED_TEXT)
	@$(MKDIR_P) src/app
	$(AM_V_GEN)$(AWK) -v header=app/demo.h -v array=demo_files \
		-f $(EMBED_TEXT) $(DEMO_FILES) > $@.new && mv $@.new $@

CLEANFILES += src/app/demo_files.c
demodir = $(pkgdatadir)/demo
dist_demo_DATA = demo/README demo/parties.csv demo/serial-rules.csv \
	demo/warranties.csv demo/items.csv demo/bins.csv demo/operators.csv \
	demo/boms.csv demo/orders.csv demo/expected.csv demo/deliveries.csv \
	demo/shipments.csv demo/acts.csv demo/shift.scans
