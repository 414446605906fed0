## The program: sources of room app, linked with all rooms (LIBS_ALL).
## SPDX-License-Identifier: Apache-2.0

bin_PROGRAMS += dockledger
dockledger_SOURCES = \
	src/app/app.h src/app/cmd.h src/app/settings.h src/app/lines.h \
	src/app/list.h src/app/parse_stream.h src/app/label_values.h \
	src/app/main.c src/app/app.c src/app/options.c src/app/paths.c \
	src/app/settings.c src/app/identity.c src/app/commands.c \
	src/app/print.c src/app/list.c src/app/lines.c \
	src/app/parse_stream.c src/app/doctor.h src/app/doctor_host.c \
	src/app/doctor_db.c src/app/cmd_doctor.c src/app/cmd_station.c \
	src/app/cmd_backup.c src/app/cmd_bins.c src/app/cmd_help.c \
	src/app/cmd_hold.c src/app/cmd_import.c src/app/cmd_incident.c \
	src/app/cmd_incidents.c src/app/cmd_init.c src/app/cmd_items.c \
	src/app/cmd_operators.c src/app/cmd_operator.c src/app/cmd_order.h \
	src/app/cmd_order.c src/app/cmd_order_allocate.c \
	src/app/cmd_orders.c src/app/cmd_parse.c src/app/cmd_rules.c \
	src/app/cmd_scan.c src/app/cmd_tasks.c src/app/cmd_trace.c \
	src/app/cmd_label.c src/app/label_list.c src/app/label_values.c \
	src/app/cmd_serials.c src/app/serials_say.c src/app/serials_say.h \
	src/app/doctor_print.c src/app/cmd_jobs.c src/app/cmd_printers.c \
	src/app/cmd_agent.c src/app/agent_start.h src/app/agent_start.c \
	src/app/label_queue.h src/app/label_queue.c src/app/label_desk.h src/app/label_desk.c \
	src/app/serials_print.h src/app/serials_print.c \
	src/app/settings_print.h src/app/settings_print.c \
	src/app/cmd_units.c src/app/cmd_verify.c src/app/cmd_version.c \
	src/app/cmd_carton.h src/app/cmd_carton.c src/app/carton_show.c \
	src/app/carton_start.c src/app/void.h src/app/cmd_void.c \
	src/app/cmd_report.c src/app/report_text.c src/app/report_failing.c src/app/report_sheet.c \
	src/app/report.h
dockledger_LDADD = $(LIBS_ALL)

dist_man_MANS += man/dockledger.1 man/dockledger-form.5 \
	man/dockledger-label.5
