/*
 * seal.c - hashes, signatures, PIN hashes and random bytes.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The sizes in seal.h are part of the ledger's format, so they are numbers
 * there and compared with libsodium's here.  A seeded random source is the
 * ChaCha20 stream of the seed, a new nonce for each request.
 */
#include "base/seal.h"
#include <assert.h>
#include <sodium.h>
#include <string.h>

_Static_assert(SEAL_HASH == crypto_generichash_BYTES, "BLAKE2b-256");
_Static_assert(SEAL_SIGNATURE == crypto_sign_BYTES, "Ed25519 signature");
_Static_assert(SEAL_PUBLIC == crypto_sign_PUBLICKEYBYTES, "Ed25519 public key");
_Static_assert(SEAL_SECRET == crypto_sign_SECRETKEYBYTES, "Ed25519 secret key");
_Static_assert(SEAL_PIN_HASH >= crypto_pwhash_STRBYTES, "Argon2id text");

static bool started;
static struct {
	bool on;
	uint64_t requests;
	unsigned char key[crypto_stream_chacha20_KEYBYTES];
} seeded;

bool seal_start(struct err *err)
{
	if (sodium_init() < 0) {
		err_set(err, ERR_ENV, "no source of random bytes");
		return err_hint(err, "look whether /dev/urandom can be read");
	}
	started = true;
	return true;
}

void seal_hash(unsigned char hash[SEAL_HASH],
    const unsigned char prev[SEAL_HASH], const void *bytes, size_t n)
{
	crypto_generichash_state state;

	assert(started);
	crypto_generichash_init(&state, NULL, 0, SEAL_HASH);
	if (prev != NULL)
		crypto_generichash_update(&state, prev, SEAL_HASH);
	crypto_generichash_update(&state, bytes, n);
	crypto_generichash_final(&state, hash, SEAL_HASH);
}

void seal_keypair(unsigned char public_key[SEAL_PUBLIC],
    unsigned char secret_key[SEAL_SECRET])
{
	unsigned char seed[crypto_sign_SEEDBYTES];

	seal_random(seed, sizeof seed);
	crypto_sign_seed_keypair(public_key, secret_key, seed);
	seal_wipe(seed, sizeof seed);
}

void seal_public_of(unsigned char public_key[SEAL_PUBLIC],
    const unsigned char secret_key[SEAL_SECRET])
{
	crypto_sign_ed25519_sk_to_pk(public_key, secret_key);
}

void seal_sign(unsigned char sig[SEAL_SIGNATURE], const void *bytes, size_t n,
    const unsigned char secret_key[SEAL_SECRET])
{
	assert(started);
	crypto_sign_detached(sig, NULL, bytes, n, secret_key);
}

bool seal_verify(const unsigned char sig[SEAL_SIGNATURE], const void *bytes,
    size_t n, const unsigned char public_key[SEAL_PUBLIC])
{
	assert(started);
	return crypto_sign_verify_detached(sig, bytes, n, public_key) == 0;
}

bool seal_pin_hash(char out[SEAL_PIN_HASH], const char *pin, struct err *err)
{
	char made[crypto_pwhash_STRBYTES];

	assert(started);
	if (crypto_pwhash_str(made, pin, strlen(pin),
	    crypto_pwhash_OPSLIMIT_INTERACTIVE,
	    crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
		err_set(err, ERR_ENV, "could not hash the PIN");
		return err_detail(err, "it takes %u MiB of memory for a moment",
		    crypto_pwhash_MEMLIMIT_INTERACTIVE >> 20);
	}
	memcpy(out, made, sizeof made);
	return true;
}

bool seal_pin_matches(const char *hash, const char *pin)
{
	assert(started);
	return crypto_pwhash_str_verify(hash, pin, strlen(pin)) == 0;
}

static void seeded_bytes(unsigned char *bytes, size_t n)
{
	unsigned char nonce[crypto_stream_chacha20_NONCEBYTES];

	_Static_assert(sizeof nonce == sizeof seeded.requests, "a count fits");
	memcpy(nonce, &seeded.requests, sizeof nonce);
	crypto_stream_chacha20(bytes, n, nonce, seeded.key);
	seeded.requests++;
}

void seal_random(void *bytes, size_t n)
{
	assert(started);
	if (seeded.on)
		seeded_bytes(bytes, n);
	else
		randombytes_buf(bytes, n);
}

uint32_t seal_random_below(uint32_t limit)
{
	uint32_t uneven, drawn;

	assert(limit > 0);
	/* 2^32 mod limit: as many of the lowest numbers come once too often. */
	uneven = (uint32_t)(-limit) % limit;
	do
		seal_random(&drawn, sizeof drawn);
	while (drawn < uneven);
	return drawn % limit;
}

void seal_random_seed(uint64_t seed)
{
	memset(&seeded, 0, sizeof seeded);
	for (size_t i = 0; i < sizeof seed; i++)
		seeded.key[i] = (unsigned char)(seed >> (8 * i));
	seeded.on = true;
}

void seal_wipe(void *bytes, size_t n)
{
	sodium_memzero(bytes, n);
}

void seal_hex(char *out, const unsigned char *bytes, size_t n)
{
	sodium_bin2hex(out, 2 * n + 1, bytes, n);
}

bool seal_unhex(unsigned char *out, size_t n, const char *hex)
{
	static const char digits[] = "0123456789abcdefABCDEF";

	if (strlen(hex) != 2 * n || strspn(hex, digits) != 2 * n)
		return false;
	return sodium_hex2bin(out, n, hex, 2 * n, NULL, NULL, NULL) == 0;
}
