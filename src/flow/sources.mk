## The files of room flow.  The forms in forms/ are compiled in and installed.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libflow.a
libflow_a_SOURCES = \
	include/flow/flow.h include/flow/form.h include/flow/label_given.h include/flow/label_subject.h \
	src/flow/flow_private.h src/flow/receiving.h src/flow/putaway.h src/flow/pack.h src/flow/lookup.h \
	src/flow/flow.c src/flow/feed.c src/flow/understand.c src/flow/ask.c src/flow/command.c \
	src/flow/slots.c src/flow/resolve.c src/flow/near_words.c \
	src/flow/serial.c src/flow/act.c src/flow/promise.c src/flow/memory.c src/flow/job.c src/flow/view.c \
	src/flow/verdict.c src/flow/words.c src/flow/worker.c src/flow/place.c \
	src/flow/form.c src/flow/forms.c src/flow/label_given.c src/flow/label_subject.c src/flow/print.h src/flow/print.c src/flow/reprint.c \
	src/flow/labelcheck.c \
	src/flow/receiving.c src/flow/receiving_slots.c \
	src/flow/receiving_serial.c src/flow/receiving_range.c \
	src/flow/receiving_close.c src/flow/receiving_park.c src/flow/receiving_view.c \
	src/flow/putaway.c src/flow/putaway_bin.c src/flow/putaway_view.c \
	src/flow/ship.h src/flow/ship.c src/flow/ship_slots.c \
	src/flow/ship_check.c src/flow/ship_commit.c src/flow/ship_void.c \
	src/flow/ship_view.c \
	src/flow/pick.h src/flow/pick.c src/flow/pick_order.c src/flow/pick_taken.c \
	src/flow/pick_stops.c src/flow/pick_choose.c src/flow/pick_unit.c \
	src/flow/pick_book.c src/flow/pick_tote.c src/flow/pick_short.c \
	src/flow/pick_state.c src/flow/pick_view.c src/flow/cluster.c \
	src/flow/pack.c src/flow/pack_slots.c src/flow/pack_unit.c src/flow/pack_act.c src/flow/pack_close.c \
	src/flow/pack_view.c src/flow/container.c src/flow/pallet.c src/flow/pallet_view.c \
	src/flow/lookup.c src/flow/lookup_carton.c \
	src/flow/commission.h src/flow/commission.c src/flow/commission_serial.c
nodist_libflow_a_SOURCES = src/flow/builtin_forms.c

FORM_FILES = \
	$(top_srcdir)/forms/receiving.form $(top_srcdir)/forms/putaway.form \
	$(top_srcdir)/forms/move.form $(top_srcdir)/forms/pick.form \
	$(top_srcdir)/forms/cluster.form $(top_srcdir)/forms/pack.form \
	$(top_srcdir)/forms/pallet.form $(top_srcdir)/forms/ship.form \
	$(top_srcdir)/forms/lookup.form $(top_srcdir)/forms/commission.form \
	$(top_srcdir)/forms/labelcheck.form
EMBED_TEXT = $(top_srcdir)/tools/embed-text.awk

src/flow/builtin_forms.c: $(FORM_FILES) $(EMBED_TEXT)
	@$(MKDIR_P) src/flow
	$(AM_V_GEN)$(AWK) -v header=flow/flow_private.h -v array=builtin_forms \
		-f $(EMBED_TEXT) $(FORM_FILES) > $@.new && mv $@.new $@

CLEANFILES += src/flow/builtin_forms.c
EXTRA_DIST += tools/embed-text.awk
dist_forms_DATA += forms/receiving.form forms/putaway.form forms/move.form \
	forms/pick.form forms/cluster.form forms/pack.form forms/pallet.form \
	forms/ship.form forms/lookup.form forms/commission.form \
	forms/labelcheck.form
