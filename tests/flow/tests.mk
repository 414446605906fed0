## Flows played without a terminal (tests/README), and what tests share.
## SPDX-License-Identifier: Apache-2.0

check_LIBRARIES += tests/support/libsupport.a
tests_support_libsupport_a_SOURCES = \
	tests/support/house.c tests/support/house.h \
	tests/support/play.c tests/support/play.h \
	tests/support/story.c tests/support/story.h tests/unit/unit.h
LIBS_SUPPORT = tests/support/libsupport.a

FLOW_TESTS = \
	tests/flow/test_asn \
	tests/flow/test_cluster \
	tests/flow/test_commission \
	tests/flow/test_forms \
	tests/flow/test_labelcheck \
	tests/flow/test_labels \
	tests/flow/test_label_subject \
	tests/flow/test_lookup \
	tests/flow/test_pack \
	tests/flow/test_pack_wrong \
	tests/flow/test_pallet \
	tests/flow/test_pick \
	tests/flow/test_pick_commands \
	tests/flow/test_pick_units \
	tests/flow/test_print \
	tests/flow/test_promises \
	tests/flow/test_putaway \
	tests/flow/test_questions \
	tests/flow/test_receiving \
	tests/flow/test_resume \
	tests/flow/test_reprint \
	tests/flow/test_ship \
	tests/flow/test_ship_void \
	tests/flow/test_ship_wrong \
	tests/flow/test_undo
check_PROGRAMS += $(FLOW_TESTS)
TESTS += $(FLOW_TESTS)

tests_flow_test_receiving_SOURCES = tests/flow/test_receiving.c tests/flow/flows.h
tests_flow_test_receiving_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_labels_SOURCES = tests/flow/test_labels.c tests/flow/flows.h
tests_flow_test_labels_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_asn_SOURCES = tests/flow/test_asn.c tests/flow/flows.h
tests_flow_test_asn_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_questions_SOURCES = tests/flow/test_questions.c tests/flow/flows.h
tests_flow_test_questions_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_promises_SOURCES = tests/flow/test_promises.c tests/flow/flows.h
tests_flow_test_promises_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_putaway_SOURCES = tests/flow/test_putaway.c tests/flow/flows.h
tests_flow_test_putaway_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_label_subject_SOURCES = tests/flow/test_label_subject.c tests/flow/packing.h tests/flow/flows.h
tests_flow_test_label_subject_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_lookup_SOURCES = tests/flow/test_lookup.c tests/flow/packing.h tests/flow/flows.h
tests_flow_test_lookup_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_undo_SOURCES = tests/flow/test_undo.c tests/flow/flows.h
tests_flow_test_undo_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_forms_SOURCES = tests/flow/test_forms.c tests/flow/flows.h
tests_flow_test_forms_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_resume_SOURCES = tests/flow/test_resume.c tests/flow/flows.h
tests_flow_test_resume_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_ship_SOURCES = tests/flow/test_ship.c tests/flow/ships.h \
	tests/flow/flows.h
tests_flow_test_ship_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_ship_void_SOURCES = tests/flow/test_ship_void.c tests/flow/ships.h \
	tests/flow/flows.h
tests_flow_test_ship_void_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_ship_wrong_SOURCES = tests/flow/test_ship_wrong.c tests/flow/ships.h \
	tests/flow/flows.h
tests_flow_test_ship_wrong_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)
tests_flow_test_pack_SOURCES = tests/flow/test_pack.c tests/flow/packing.h tests/flow/flows.h
tests_flow_test_pack_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_pack_wrong_SOURCES = tests/flow/test_pack_wrong.c tests/flow/packing.h tests/flow/flows.h
tests_flow_test_pack_wrong_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_pallet_SOURCES = tests/flow/test_pallet.c tests/flow/packing.h tests/flow/flows.h
tests_flow_test_pallet_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)
tests_flow_test_pick_SOURCES = tests/flow/test_pick.c tests/flow/picks.h
tests_flow_test_pick_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_cluster_SOURCES = tests/flow/test_cluster.c tests/flow/flows.h
tests_flow_test_cluster_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_pick_commands_SOURCES = tests/flow/test_pick_commands.c tests/flow/picks.h
tests_flow_test_pick_commands_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_pick_units_SOURCES = tests/flow/test_pick_units.c tests/flow/picks.h
tests_flow_test_pick_units_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_commission_SOURCES = tests/flow/test_commission.c tests/flow/flows.h
tests_flow_test_commission_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_print_SOURCES = tests/flow/test_print.c tests/flow/packing.h \
	tests/flow/desk.h tests/flow/flows.h
tests_flow_test_print_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_reprint_SOURCES = tests/flow/test_reprint.c tests/flow/packing.h \
	tests/flow/desk.h tests/flow/flows.h
tests_flow_test_reprint_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)

tests_flow_test_labelcheck_SOURCES = tests/flow/test_labelcheck.c \
	tests/flow/desk.h tests/flow/flows.h
tests_flow_test_labelcheck_LDADD = $(LIBS_SUPPORT) $(LIBS_FLOW) $(CMOCKA_LIBS)
