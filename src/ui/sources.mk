## The files of room ui: the full-screen station.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libui.a
libui_a_SOURCES = \
	include/ui/ui.h include/ui/snapshot.h \
	src/ui/ui_private.h src/ui/actions.h src/ui/picture.h \
	src/ui/shares.h src/ui/words.h \
	src/ui/actions.c \
	src/ui/carton_screen.c \
	src/ui/edges.c \
	src/ui/flow_screen.c \
	src/ui/history_screen.c \
	src/ui/incident_screen.c \
	src/ui/input.c \
	src/ui/label_draw.c src/ui/label_state.h \
	src/ui/label_make.c src/ui/label_make.h \
	src/ui/label_screen.c \
	src/ui/list_cartons.c \
	src/ui/list_incidents.c \
	src/ui/list_operators.c \
	src/ui/list_orders.c \
	src/ui/list_printers.c \
	src/ui/list_prints.c \
	src/ui/list_screen.c \
	src/ui/list_tasks.c \
	src/ui/list_units.c \
	src/ui/lists.c \
	src/ui/lists.h \
	src/ui/login.c \
	src/ui/memory_rows.c \
	src/ui/menu_screen.c \
	src/ui/order_screen.c \
	src/ui/picture.c \
	src/ui/picture_body.c \
	src/ui/picture_layout.c \
	src/ui/press.c \
	src/ui/print_screen.c \
	src/ui/printers.c src/ui/printers.h \
	src/ui/prints.c src/ui/prints.h \
	src/ui/queue.c \
	src/ui/records_screen.c \
	src/ui/shares.c \
	src/ui/snapshot.c \
	src/ui/stack.c \
	src/ui/status.c \
	src/ui/stop.c \
	src/ui/text_screen.c \
	src/ui/ui.c

if HAVE_CMOCKA
include tests/unit/ui/tests.mk
endif
