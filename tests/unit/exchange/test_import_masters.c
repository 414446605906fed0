/*
 * test_import_masters.c - files of definitions.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: each kind, good and bad, and the second time nothing.
 */
#include "imports.h"

static void
items__are_found__as_the_file_says(void **state)
{
	static const char text[] =
	    "code,name,gtin,serial_rule,lot,made_on,expires_on,warranty,abc,"
	    "allocation,default_bin,min_remaining_days,gcp_len,max_temp_note\n"
	    "VALVE,\"Valve, \"\"big\"\"\nand red\",96385074,DIGITS,optional,none,"
	    "required,W12,C,fefo,Z-99,0,7,cold\n"
	    "BARE,Bare,,,,,,,,,,,,\n";
	struct ledger *l = *state;
	struct item item;
	struct err err;

	takes(l, "items", text, 2, 0);
	takes(l, "items", text, 0, 2);
	assert_int_equal(item_find(l, "VALVE", &item, &err), 1);
	assert_string_equal(item.name, "Valve, \"big\" and red");
	assert_string_equal(item.gtin, "00000096385074");
	assert_string_equal(item.serial_rule, "DIGITS");
	assert_int_equal(item.lot, NEED_OPTIONAL);
	assert_int_equal(item.made_on, NEED_NONE);
	assert_int_equal(item.expires_on, NEED_REQUIRED);
	assert_string_equal(item.warranty, "W12");
	assert_string_equal(item.abc, "C");
	assert_int_equal(item.allocation, ALLOC_FEFO);
	assert_string_equal(item.default_bin, "Z-99");
	assert_int_equal(item.min_remaining_days, 0);
	assert_int_equal(item.gcp_len, 7);
	assert_string_equal(item.max_temp_note, "cold");
	assert_int_equal(item_find(l, "BARE", &item, &err), 1);
	assert_int_equal(item.min_remaining_days, -1);
	assert_int_equal(item.allocation, ALLOC_FIFO);
	must_verify(l);
}

static void
items__are_refused__value_by_value(void **state)
{
	refuses(*state, "items", "code,name,gtin,serial_rule,lot,warranty,abc,"
	    "allocation,min_remaining_days,gcp_len\n"
	    "A,a,4006381333932,R,maybe,W,D,lofi,-1,13\n"
	    "B,b,123,,,,,,99999999999999999999,5\n"
	    "C,c,4006381333a31,,,,,,,\n",
	    "F:2: gtin: \"4006381333932\" is no GTIN: the check digit is wrong\n"
	    "F:2: lot: \"maybe\" is none of: none optional required\n"
	    "F:2: abc: \"D\" is none of: A B C\n"
	    "F:2: allocation: \"lofi\" is none of: fifo lifo fefo oldest_made manual\n"
	    "F:2: min_remaining_days: \"-1\" is no whole number\n"
	    "F:2: gcp_len: \"13\" is not between 6 and 12\n"
	    "F:2: serial_rule: there is no serial rule \"R\"\n"
	    "F:2: warranty: there is no warranty \"W\"\n"
	    "F:3: gtin: \"123\" is no GTIN: not 8, 12, 13 or 14 digits\n"
	    "F:3: min_remaining_days: \"99999999999999999999\" is not between 0 and 36500\n"
	    "F:3: gcp_len: \"5\" is not between 6 and 12\n"
	    "F:4: gtin: \"4006381333a31\" is no GTIN: something in it is no digit\n");
}

static void
items__own_their_gtin__alone(void **state)
{
	struct ledger *l = *state;

	refuses(l, "items", "code,name,gtin\nA,a,4006381333931\n",
	    "F:2: gtin: 04006381333931 is the GTIN of item PUMP\n");
	refuses(l, "items", "code,name,gtin\nA,a,96385074\nB,b,00000096385074\n",
	    "F:3: gtin: 00000096385074 is the GTIN of line 2 too\n");
	/* it may change hands within a file, whoever comes first */
	takes(l, "items", "code,name,gtin\nA,a,4006381333931\nPUMP,Pump,\n", 2, 0);
	takes(l, "items", "code,name,gtin\nA,a,\nPUMP,Pump,4006381333931\n", 2, 0);
}

static void
bins__are_reserved__for_items_that_are_known(void **state)
{
	static const char text[] = "code,zone,kind,sequence,capacity,reserved\n"
	    "B,Z,storage,5,10,PUMP;HOSE\n";
	struct ledger *l = *state;
	struct bin bin;
	struct err err;

	takes(l, "bins", text, 1, 0);
	takes(l, "bins", text, 0, 1);
	assert_int_equal(bin_find(l, "B", &bin, &err), 1);
	assert_string_equal(bin.reserved, ";PUMP;HOSE;");
	assert_int_equal(bin.sequence, 5);
	assert_int_equal(bin.capacity, 10);
	assert_true(bin_reserved_for(&bin, "HOSE"));
	refuses(l, "bins", "code,zone,kind,capacity,reserved\nC,Z,dock,0,PUMP;;HOSE\n"
	    "D,Z,dock,1,PUMP;NO;HOSE;NEITHER\n",
	    "F:2: capacity: \"0\" is not between 1 and 10000000\n"
	    "F:2: reserved: \"PUMP;;HOSE\" has an empty part\n"
	    "F:3: reserved: there is no item \"NO\" (import items first)\n"
	    "F:3: reserved: there is no item \"NEITHER\" (import items first)\n");
}

static void
parties__are_found__as_the_file_says(void **state)
{
	static const char text[] = "code,name,kind,country,email,phone,"
	    "min_remaining_days\n"
	    "DHX,\"Carry, Inc\",carrier,US,ops@carry.example,+1 555 0100,90\n";
	struct ledger *l = *state;
	struct party party;
	struct err err;

	takes(l, "parties", text, 1, 0);
	takes(l, "parties", text, 0, 1);
	assert_int_equal(party_find(l, "DHX", &party, &err), 1);
	assert_string_equal(party.name, "Carry, Inc");
	assert_int_equal(party.kind, PARTY_CARRIER);
	assert_string_equal(party.phone, "+1 555 0100");
	assert_int_equal(party.min_remaining_days, 90);
	refuses(l, "parties", "code,name,kind,country,email\nA,a,friend,usa,a.b\n"
	    "B,b,owner,USAX,@b\nB,b,owner,US,b@c@d\n",
	    "F:2: kind: \"friend\" is none of: supplier customer carrier owner\n"
	    "F:2: country: \"usa\" is no country code of ISO 3166\n"
	    "F:2: email: \"a.b\" is no e-mail address\n"
	    "F:3: country: \"USAX\" is no country code of ISO 3166\n"
	    "F:3: email: \"@b\" is no e-mail address\n"
	    "F:4: email: \"b@c@d\" is no e-mail address\n"
	    "F:4: code: stands in line 3 already\n");
}

static void
operators__keep__only_the_hash_of_a_pin(void **state)
{
	static const char text[] = "badge,name,role,pin\n7001,Ada,admin,2468\n"
	    "7002,Bob,clerk,\n";
	struct ledger *l = *state;
	struct operator o;
	struct err err;

	takes(l, "operators", text, 2, 0);
	takes(l, "operators", text, 0, 2);
	assert_int_equal(operator_find(l, "7001", &o, &err), 1);
	assert_int_equal(o.role, ROLE_ADMIN);
	assert_null(strstr(o.pin_hash, "2468"));
	err_clear(&err);
	assert_true(operator_check_pin(l, &o, "2468", &err));
	/* another PIN is another fact; none keeps the one that stands */
	takes(l, "operators", "badge,name,role,pin\n7001,Ada,admin,1357\n", 1, 0);
	takes(l, "operators", "badge,name,role\n7001,Ada,clerk\n", 1, 0);
	assert_int_equal(operator_find(l, "7001", &o, &err), 1);
	assert_int_equal(o.role, ROLE_CLERK);
	assert_true(operator_check_pin(l, &o, "1357", &err));
	assert_false(operator_check_pin(l, &o, "2468", &err));
	/* what was typed is not shown */
	refuses(l, "operators", "badge,name,role,pin\n1,a,chief,24a8\n2,b,clerk,123\n"
	    "2,b,clerk,\n",
	    "F:2: role: \"chief\" is none of: clerk supervisor admin\n"
	    "F:2: pin: not 4 to 32 digits\n"
	    "F:3: pin: not 4 to 32 digits\n"
	    "F:4: badge: stands in line 3 already\n");
}

static void
serial_rules__are_tried__on_their_own_example(void **state)
{
	static const char text[] =
	    "code,pattern,example,hint,check,strip,supplier\n"
	    "R1,\"[A-Z]{2}\\d{1,3}\",AB12,two letters,,S/N:;SN,ACME\n"
	    "R2,\\d+,79927398713,,luhn,,\n";
	struct ledger *l = *state;
	struct serial_rule_def rule;
	struct err err;

	takes(l, "serial-rules", text, 2, 0);
	takes(l, "serial-rules", text, 0, 2);
	assert_int_equal(serial_rule_for_supplier(l, "ACME", &rule, &err), 1);
	assert_string_equal(rule.code, "R1");
	assert_string_equal(rule.strip, "S/N:;SN");
	assert_string_equal(rule.pattern, "[A-Z]{2}\\d{1,3}");
	assert_int_equal(serial_rule_find(l, "R2", &rule, &err), 1);
	assert_string_equal(rule.check, "luhn");
}

/* A mask must make what its rule takes; whoever imports it first owns it. */
static void
serial_rules__with_a_mask__make_what_they_take(void **state)
{
	static const char text[] = "code,pattern,example,check,mask,alphabet\n"
	    "OURS,HH\\d{7},HH0000018,,HH{SEQ:6}{CHK:luhn},gs1\n";
	struct ledger *l = *state;
	struct serial_rule_def rule;
	struct err err;

	takes(l, "serial-rules", text, 1, 0);
	takes(l, "serial-rules", text, 0, 1);
	assert_int_equal(serial_rule_find(l, "OURS", &rule, &err), 1);
	assert_string_equal(rule.mask, "HH{SEQ:6}{CHK:luhn}");
	assert_string_equal(rule.alphabet, "gs1");
	refuses(l, "serial-rules", "code,pattern,example,mask,alphabet\n"
	    "A,A\\d+,A1,A{SEQ:6,\nB,B\\d{6},B000001,B{SEQ:5},\n"
	    "C,.+,C1,C{SEQ:5},base64\nD,.+,D1,,vin\nE,.+,E1,E 1#,\n",
	    "F:2: mask: the mask is wrong at character 2: the brace is not closed\n"
	    "F:3: mask: makes B00001, which the rule refuses: too short, more is "
	    "wanted after character 6 (rule B: B\\d{6})\n"
	    "F:4: alphabet: \"base64\" is none of: alnum crockford gs1 vin\n"
	    "F:5: alphabet: is of a mask, and there is none\n"
	    "F:6: mask: the mask is wrong at character 2: GS1 does not allow this "
	    "character in a serial\n");
}

static void
serial_rules__are_refused__part_by_part(void **state)
{
	struct imported done;

	done = import_text(*state, "serial-rules",
	    "code,pattern,example,check,supplier\n"
	    "R1,[A-,x,,\n"
	    "R2,\\d+,abc,,\n"
	    "R3,\\d+,79927398710,luhn,NOBODY\n"
	    "R4,\\d+,1,crc,\n"
	    "R5,\\d+,XCX1,,\n"
	    "R6,,1,,\n");
	assert_false(done.ok);
	assert_int_equal(done.result.wrong, 6);
	assert_non_null(strstr(done.complaints, "F:2: pattern: "));
	assert_non_null(strstr(done.complaints, "F:3: example: "));
	assert_non_null(strstr(done.complaints, "F:4: example: "));
	assert_non_null(strstr(done.complaints,
	    "F:4: supplier: there is no party \"NOBODY\"\n"));
	assert_non_null(strstr(done.complaints, "F:5: check: \"crc\" is none of: none luhn"));
	assert_non_null(strstr(done.complaints, "F:6: example: \"XCX1\" is no serial: "));
	assert_non_null(strstr(done.complaints, "F:7: pattern: must be filled\n"));
}

static void
warranties__are_found__as_the_file_says(void **state)
{
	static const char text[] =
	    "code,name,months,starts,cap_from,cap_months,covers\n"
	    "W24,two years,24,install,made,36,parts;onsite\nW6,half,6,receipt,,,\n";
	struct ledger *l = *state;
	struct warranty_def w;
	struct err err;

	takes(l, "warranties", text, 2, 0);
	takes(l, "warranties", text, 0, 2);
	assert_int_equal(warranty_find(l, "W24", &w, &err), 1);
	assert_int_equal(w.cap_months, 36);
	assert_string_equal(w.covers, "parts;onsite");
	assert_string_equal(w.starts, "install");
	refuses(l, "warranties", "code,name,months,starts,cap_from,cap_months,covers\n"
	    "A,a,0,birth,install,,parts;paint\n"
	    "B,b,1,ship,made,,\n"
	    "C,c,1,ship,,12,parts;labour;parts\n"
	    "D,d,1,ship,,12,labour\n",
	    "F:2: months: \"0\" is not between 1 and 1200\n"
	    "F:2: starts: \"birth\" is none of: ship install receipt register made\n"
	    "F:2: cap_from: \"install\" is none of: ship made\n"
	    "F:2: covers: \"paint\" is none of: parts labour onsite\n"
	    "F:3: cap_months: must be filled, as the other half of the cap is\n"
	    "F:4: covers: \"parts\" stands twice\n"
	    "F:5: cap_from: must be filled, as the other half of the cap is\n");
}

static void
boms__hold_nothing__of_itself(void **state)
{
	static const char text[] = "parent,child,qty\nPUMP,HOSE,2\n";
	struct ledger *l = *state;
	struct err err;

	takes(l, "items", "code,name\nBOLT,Bolt\nRIG,Rig\n", 2, 0);
	takes(l, "boms", text, 1, 0);
	takes(l, "boms", text, 0, 1);
	takes(l, "boms", "parent,child,qty\nHOSE,BOLT,8\nRIG,PUMP,1\n", 2, 0);
	assert_int_equal(bom_contains(l, "RIG", "BOLT", &err), 1);
	assert_int_equal(bom_contains(l, "BOLT", "RIG", &err), 0);
	refuses(l, "boms", "parent,child,qty\nBOLT,BOLT,1\nBOLT,RIG,1\nRIG,BOLT,1\n"
	    "RIG,BOLT,2\nNO,NEITHER,0\n",
	    "F:2: child: BOLT is built of BOLT itself\n"
	    "F:3: child: RIG is built of BOLT itself\n"
	    "F:5: child: stands in line 4 already\n"
	    "F:6: qty: \"0\" is not between 1 and 1000000\n"
	    "F:6: parent: there is no item \"NO\"\n"
	    "F:6: child: there is no item \"NEITHER\"\n");
}

UNIT_MAIN(
    import_test(items__are_found__as_the_file_says),
    import_test(items__are_refused__value_by_value),
    import_test(items__own_their_gtin__alone),
    import_test(bins__are_reserved__for_items_that_are_known),
    import_test(parties__are_found__as_the_file_says),
    import_test(operators__keep__only_the_hash_of_a_pin),
    import_test(serial_rules__are_tried__on_their_own_example),
    import_test(serial_rules__with_a_mask__make_what_they_take),
    import_test(serial_rules__are_refused__part_by_part),
    import_test(warranties__are_found__as_the_file_says),
    import_test(boms__hold_nothing__of_itself),
)
