## The files of room store.  Statements and migrations are SQL files; C is
## made of them by tools/embed-sql.awk.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libstore.a
libstore_a_SOURCES = \
	include/store/store.h include/store/print_state.h src/store/store_private.h \
	src/store/store.c src/store/direct.c src/store/statement.c src/store/lock.c \
	src/store/migrate.c src/store/names.c src/store/upkeep.c \
	src/store/vfs.c src/store/bulk.c
nodist_libstore_a_SOURCES = src/store/queries.c src/store/schema.c \
	src/store/queries.h

SQL_FILES = \
	$(top_srcdir)/src/store/sql/core.sql \
	$(top_srcdir)/src/store/sql/event.sql \
	$(top_srcdir)/src/store/sql/unit.sql \
	$(top_srcdir)/src/store/sql/incident.sql \
	$(top_srcdir)/src/store/sql/scan.sql \
	$(top_srcdir)/src/store/sql/masters.sql \
	$(top_srcdir)/src/store/sql/order.sql \
	$(top_srcdir)/src/store/sql/carton.sql \
	$(top_srcdir)/src/store/sql/allocation.sql \
	$(top_srcdir)/src/store/sql/serial.sql \
	$(top_srcdir)/src/store/sql/flow.sql \
	$(top_srcdir)/src/store/sql/pick.sql \
	$(top_srcdir)/src/store/sql/list.sql \
	$(top_srcdir)/src/store/sql/verify.sql \
	$(top_srcdir)/src/store/sql/print.sql
SCHEMA_FILES = \
	$(top_srcdir)/src/store/schema/0001_first.sql \
	$(top_srcdir)/src/store/schema/0002_outbound.sql \
	$(top_srcdir)/src/store/schema/0003_print.sql \
	$(top_srcdir)/src/store/schema/0004_serials.sql
EMBED_SQL = $(top_srcdir)/tools/embed-sql.awk

src/store/queries.h: $(SQL_FILES) $(EMBED_SQL)
	@$(MKDIR_P) src/store
	$(AM_V_GEN)$(AWK) -v mode=header -f $(EMBED_SQL) $(SQL_FILES) > $@.new && mv $@.new $@
src/store/queries.c: $(SQL_FILES) $(EMBED_SQL)
	@$(MKDIR_P) src/store
	$(AM_V_GEN)$(AWK) -v mode=source -f $(EMBED_SQL) $(SQL_FILES) > $@.new && mv $@.new $@
src/store/schema.c: $(SCHEMA_FILES) $(EMBED_SQL)
	@$(MKDIR_P) src/store
	$(AM_V_GEN)$(AWK) -v mode=schema -f $(EMBED_SQL) $(SCHEMA_FILES) > $@.new && mv $@.new $@

BUILT_SOURCES += src/store/queries.h
CLEANFILES += src/store/queries.h src/store/queries.c src/store/schema.c
EXTRA_DIST += tools/embed-sql.awk $(SQL_FILES) $(SCHEMA_FILES)
