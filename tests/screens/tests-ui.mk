## Screens of the station: the program itself, played.
## SPDX-License-Identifier: Apache-2.0

check_PROGRAMS += tests/screens/hold_lock
tests_screens_hold_lock_SOURCES = tests/screens/hold_lock.c
check_PROGRAMS += tests/screens/print_state
tests_screens_print_state_SOURCES = tests/screens/print_state.c
tests_screens_print_state_LDADD = $(LIBS_STORE)

SCREENS_UI = \
	tests/screens/station_20.test \
	tests/screens/station_40_c.test \
	tests/screens/station_allocate.test \
	tests/screens/station_burst.test \
	tests/screens/station_busy.test \
	tests/screens/station_cluster.test \
	tests/screens/station_cluster_20.test \
	tests/screens/station_cluster_40.test \
	tests/screens/station_commission.test \
	tests/screens/station_history.test \
	tests/screens/station_incident.test \
	tests/screens/station_kill.test \
	tests/screens/station_labels.test \
	tests/screens/station_labels_20.test \
	tests/screens/station_labels_40.test \
	tests/screens/station_lists.test \
	tests/screens/station_lock.test \
	tests/screens/station_locked.test \
	tests/screens/station_login.test \
	tests/screens/station_menu.test \
	tests/screens/station_owner.test \
	tests/screens/station_pick.test \
	tests/screens/station_pick_20.test \
	tests/screens/station_pick_40.test \
	tests/screens/station_pack.test \
	tests/screens/station_pack_20.test \
	tests/screens/station_pack_40.test \
	tests/screens/station_printers.test \
	tests/screens/station_prints.test \
	tests/screens/station_prints_pages.test \
	tests/screens/station_putaway.test \
	tests/screens/station_receiving.test \
	tests/screens/station_reject.test \
	tests/screens/station_resize.test \
	tests/screens/station_ship.test \
	tests/screens/station_ship_20.test \
	tests/screens/station_ship_40.test \
	tests/screens/station_stop.test \
	tests/screens/station_undo.test \
	tests/screens/station_vt220.test
EXTRA_DIST += tests/screens/station_setup.sh tests/screens/packing_setup.sh \
	tests/screens/ship_setup.sh tests/screens/label_setup.sh
