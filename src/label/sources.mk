## The files of room label.  The templates in labels/ are compiled in and
## installed.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += liblabel.a
liblabel_a_CPPFLAGS = $(AM_CPPFLAGS) $(PANGOCAIRO_CFLAGS)
liblabel_a_SOURCES = \
	include/label/label.h include/label/sheet.h \
	src/label/label_private.h src/label/sheet_private.h src/label/bits.h src/label/font.h \
	src/label/labels.c src/label/template.c src/label/element.c \
	src/label/fields.c src/label/fill.c src/label/plan.c src/label/check.c \
	src/label/fit.c src/label/draw.c src/label/symbol.c \
	src/label/gs1_data.c src/label/font.c src/label/bits.c \
	src/label/render.c src/label/pdf.c src/label/png.c src/label/zpl.c \
	src/label/squeeze.c src/label/native.c src/label/preview.c src/label/sheet.c \
	src/label/sheet_pdf.c src/label/sheet_text.c src/label/picture.c
nodist_liblabel_a_SOURCES = src/label/builtin_labels.c

LABEL_NAMES = unit unit-small item bin carton pallet rma asset badge \
	command-card command-card-a4 scanner-test
LABEL_FILES = $(LABEL_NAMES:%=$(top_srcdir)/labels/%.label)

src/label/builtin_labels.c: $(LABEL_FILES) $(EMBED_TEXT)
	@$(MKDIR_P) src/label
	$(AM_V_GEN)$(AWK) -v header=label/label_private.h -v array=builtin_labels \
		-f $(EMBED_TEXT) $(LABEL_FILES) > $@.new && mv $@.new $@

CLEANFILES += src/label/builtin_labels.c
dist_labels_DATA += \
	labels/unit.label labels/unit-small.label labels/item.label \
	labels/bin.label labels/carton.label labels/pallet.label \
	labels/rma.label labels/asset.label labels/badge.label \
	labels/command-card.label labels/command-card-a4.label \
	labels/scanner-test.label
