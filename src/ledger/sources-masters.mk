## Room ledger: definitions and orders.
## SPDX-License-Identifier: Apache-2.0

libledger_a_SOURCES += \
	src/ledger/record.h src/ledger/record.c \
	src/ledger/masters_private.h src/ledger/master.c src/ledger/masters.c \
	src/ledger/bom.c src/ledger/operators.c \
	src/ledger/orders_private.h src/ledger/orders.c \
	src/ledger/order_acts.c src/ledger/order_amend.c \
	src/ledger/others.h \
	src/ledger/promises.h src/ledger/promises.c \
	include/ledger/allocation.h src/ledger/allocation_private.h \
	src/ledger/allocation.c src/ledger/allocation_back.c \
	src/ledger/allocation_plan.c src/ledger/allocation_say.c \
	src/ledger/allocation_stock.c src/ledger/allocation_read.c \
	src/ledger/allocation_count.c src/ledger/allocation_wish.c \
	include/ledger/cartons.h src/ledger/cartons.c \
	src/ledger/carton_checks.c src/ledger/sscc.c \
	include/ledger/tasks.h src/ledger/tasks.c \
	include/ledger/shipment.h src/ledger/shipment.c src/ledger/shipment_void.c \
	include/ledger/serials.h src/ledger/serials_private.h \
	src/ledger/serial_leases.c src/ledger/serials_issue.c \
	src/ledger/serials_kept.c src/ledger/lease_file.c
