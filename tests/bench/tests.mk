## Tests of the kind bench (tests/README): measures, each beside its floor.
## SPDX-License-Identifier: Apache-2.0

BENCHES += tests/bench/bench
tests_bench_bench_SOURCES = \
	tests/bench/bench.h tests/bench/bench.c tests/bench/host.c \
	tests/bench/floor.c tests/bench/warehouse.c tests/bench/stock.c \
	tests/bench/scan.c tests/bench/trace.c tests/bench/allocate.c \
	tests/bench/screen.c tests/bench/drive.c tests/bench/view.c \
	tests/bench/labels.c tests/bench/pick.c
tests_bench_bench_LDADD = libflow.a libreport.a libledger.a libstore.a \
	liblabel.a $(LABEL_LIBS) -lm libscan.a libdomain.a libbase.a $(SQLITE3_LIBS) $(PCRE2_LIBS) \
	$(JANSSON_LIBS) $(LIBCONFIG_LIBS) $(SODIUM_LIBS) -lutil
