## The files of room report.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libreport.a
libreport_a_SOURCES = \
	include/report/lists.h include/report/order_report.h \
	include/report/trace.h include/report/unit_json.h \
	include/report/unit_list.h src/report/unit_ask.h \
	src/report/unit_ask.c src/report/unit_walk.c src/report/unit_list.c \
	include/report/carton_report.h src/report/carton_report.c \
	src/report/code_list.c src/report/order_list.c \
	src/report/incident_list.c src/report/task_list.c src/report/order_report.c \
	src/report/trace.c src/report/unit_json.c \
	include/report/packing_slip.h src/report/packing_slip.c \
	src/report/packing_json.c \
	include/report/failing_labels.h src/report/failing_labels.c
