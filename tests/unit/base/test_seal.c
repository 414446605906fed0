/*
 * test_seal.c - hashes, signatures and PINs.  Goal: they are the published
 * ones (so that another program can check a ledger), and they notice a change
 * of one bit.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../unit.h"
#include <string.h>
#include "base/seal.h"

static int start(void **state)
{
	struct err err;

	(void)state;
	return seal_start(&err) ? 0 : -1;
}

static void assert_hash(const unsigned char *prev, const char *text,
    const char *expected)
{
	unsigned char hash[SEAL_HASH];
	char hex[2 * SEAL_HASH + 1];

	seal_hash(hash, prev, text, strlen(text));
	seal_hex(hex, hash, sizeof hash);
	assert_string_equal(hex, expected);
}

/* Expected values: BLAKE2b-256 by another implementation. */
static void seal_hash__is__blake2b_256(void **state)
{
	unsigned char prev[SEAL_HASH];

	(void)state;
	for (size_t i = 0; i < sizeof prev; i++)
		prev[i] = (unsigned char)i;
	assert_hash(NULL, "", "0e5751c026e543b2e8ab2eb06099daa1"
	    "d1e5df47778f7787faab45cdf12fe3a8");
	assert_hash(NULL, "abc", "bddd813c634239723171ef3fee98579b"
	    "94964e3bb1cb3e427262c8c068d52319");
	assert_hash(prev, "abc", "1d248b37e23c7b4735a5a439bc085c0c"
	    "d59ddd1fb21e01c70b4bf8d7ea27096b");
}

/* RFC 8032 §7.1, TEST 2; libsodium's secret key is the seed and the public
 * key behind it. */
static void seal_sign__is__ed25519(void **state)
{
	static const char public_hex[] = "3d4017c3e843895a92b70aa74d1b7ebc"
	    "9c982ccf2ec4968cc0cd55f12af4660c";
	static const char secret_hex[] = "4ccd089b28ff96da9db6c346ec114e0f"
	    "5b8a319f35aba624da8cf6ed4fb8a6fb"
	    "3d4017c3e843895a92b70aa74d1b7ebc"
	    "9c982ccf2ec4968cc0cd55f12af4660c";
	unsigned char public_key[SEAL_PUBLIC], secret_key[SEAL_SECRET];
	unsigned char sig[SEAL_SIGNATURE];
	char hex[2 * SEAL_SIGNATURE + 1];

	(void)state;
	assert_true(seal_unhex(public_key, sizeof public_key, public_hex));
	assert_true(seal_unhex(secret_key, sizeof secret_key, secret_hex));
	seal_sign(sig, "\x72", 1, secret_key);
	seal_hex(hex, sig, sizeof sig);
	assert_string_equal(hex, "92a009a9f0d4cab8720e820b5f642540"
	    "a2b27b5416503f8fb3762223ebdb69da"
	    "085ac1e43e15996e458f3613d0f11d8c"
	    "387b2eaeb4302aeeb00d291612bb0c00");
	assert_true(seal_verify(sig, "\x72", 1, public_key));
}

static void seal_verify__notices__one_bit(void **state)
{
	unsigned char public_key[SEAL_PUBLIC], secret_key[SEAL_SECRET];
	unsigned char sig[SEAL_SIGNATURE];
	char words[] = "unit.received";

	(void)state;
	seal_keypair(public_key, secret_key);
	seal_sign(sig, words, sizeof words, secret_key);
	assert_true(seal_verify(sig, words, sizeof words, public_key));
	for (size_t i = 0; i < sizeof words; i++) {
		words[i] ^= 1;
		assert_false(seal_verify(sig, words, sizeof words, public_key));
		words[i] ^= 1;
	}
	sig[10] ^= 0x80;
	assert_false(seal_verify(sig, words, sizeof words, public_key));
	sig[10] ^= 0x80;
	public_key[3] ^= 4;
	assert_false(seal_verify(sig, words, sizeof words, public_key));
}

static void seal_pin__matches__itself_only(void **state)
{
	/* "password" by the reference implementation of Argon2id. */
	static const char known[] = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
	    "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
	char hash[SEAL_PIN_HASH], again[SEAL_PIN_HASH];
	struct err err;

	(void)state;
	assert_true(seal_pin_hash(hash, "4711", &err));
	assert_true(seal_pin_hash(again, "4711", &err));
	assert_ptr_equal(strstr(hash, "$argon2id$"), hash);
	assert_string_not_equal(hash, again);	/* its own salt each time */
	assert_true(seal_pin_matches(hash, "4711"));
	assert_false(seal_pin_matches(hash, "4712"));
	assert_false(seal_pin_matches(hash, ""));
	assert_false(seal_pin_matches("no hash", "4711"));
	assert_true(seal_pin_matches(known, "password"));
}

static void seal_hex__goes__there_and_back(void **state)
{
	unsigned char bytes[4] = { 0, 0x7F, 0xA0, 0xFF }, back[4];
	char hex[9];

	(void)state;
	seal_hex(hex, bytes, sizeof bytes);
	assert_string_equal(hex, "007fa0ff");
	assert_true(seal_unhex(back, sizeof back, "007FA0ff"));
	assert_memory_equal(back, bytes, sizeof bytes);
	assert_false(seal_unhex(back, sizeof back, "007fa0f"));
	assert_false(seal_unhex(back, sizeof back, "007fa0ff0"));
	assert_false(seal_unhex(back, sizeof back, "007fa0fg"));
	assert_false(seal_unhex(back, sizeof back, "00 7fa0f"));
	assert_memory_equal(back, bytes, sizeof bytes);
}

static void seal_random__differs__from_call_to_call(void **state)
{
	unsigned char a[32], b[32];

	(void)state;
	seal_random(a, sizeof a);
	seal_random(b, sizeof b);
	assert_memory_not_equal(a, b, sizeof a);
}

static void seal_random_seed__repeats(void **state)
{
	unsigned char a[2][40], b[2][40];

	(void)state;
	seal_random_seed(7);
	seal_random(a[0], 40);
	seal_random(a[1], 40);
	seal_random_seed(7);
	seal_random(b[0], 40);
	seal_random(b[1], 40);
	assert_memory_equal(a, b, sizeof a);
	assert_memory_not_equal(a[0], a[1], 40);
	seal_random_seed(8);
	seal_random(b[0], 40);
	assert_memory_not_equal(a[0], b[0], 40);
}

/* Seeded, so it cannot fail by chance: 6000 draws of 6 lie within a tenth of
 * even, and each is below the limit. */
static void seal_random_below__is__even(void **state)
{
	int seen[6] = { 0 };

	(void)state;
	seal_random_seed(1);
	for (int i = 0; i < 6000; i++) {
		uint32_t drawn = seal_random_below(6);

		assert_true(drawn < 6);
		seen[drawn]++;
	}
	for (int i = 0; i < 6; i++)
		assert_in_range(seen[i], 900, 1100);
	assert_int_equal(seal_random_below(1), 0);
	for (int i = 0; i < 100; i++)
		assert_true(seal_random_below(0x80000001u) < 0x80000001u);
}

static void seal_wipe__leaves__zeros(void **state)
{
	char secret[8] = "secret!";

	(void)state;
	seal_wipe(secret, sizeof secret);
	for (size_t i = 0; i < sizeof secret; i++)
		assert_int_equal(secret[i], 0);
}

int main(void)
{
	/* The seeded source stays on, so what needs the true one comes first. */
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(seal_hash__is__blake2b_256),
		cmocka_unit_test(seal_sign__is__ed25519),
		cmocka_unit_test(seal_verify__notices__one_bit),
		cmocka_unit_test(seal_pin__matches__itself_only),
		cmocka_unit_test(seal_hex__goes__there_and_back),
		cmocka_unit_test(seal_random__differs__from_call_to_call),
		cmocka_unit_test(seal_random_seed__repeats),
		cmocka_unit_test(seal_random_below__is__even),
		cmocka_unit_test(seal_wipe__leaves__zeros),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("seal", tests, start, NULL);
}
