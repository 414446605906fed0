/*
 * seal.h - hashes, signatures, PIN hashes and random bytes.
 * SPDX-License-Identifier: Apache-2.0
 *
 * BLAKE2b-256 (RFC 7693), Ed25519 (RFC 8032), Argon2id (RFC 9106), all from
 * libsodium, which is included by seal.c alone.
 */
#ifndef BASE_SEAL_H
#define BASE_SEAL_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/err.h"

#define SEAL_HASH 32		/* bytes of a BLAKE2b-256 hash */
#define SEAL_SIGNATURE 64
#define SEAL_PUBLIC 32
#define SEAL_SECRET 64
#define SEAL_PIN_HASH 128	/* text with its NUL */

/* Call once before anything else here. */
bool seal_start(struct err *err) MUST_CHECK;

/* hash = BLAKE2b-256(prev || bytes); prev may be NULL. */
void seal_hash(unsigned char hash[SEAL_HASH],
    const unsigned char prev[SEAL_HASH], const void *bytes, size_t n);

void seal_keypair(unsigned char public_key[SEAL_PUBLIC],
    unsigned char secret_key[SEAL_SECRET]);
/* The public key that a secret key belongs to. */
void seal_public_of(unsigned char public_key[SEAL_PUBLIC],
    const unsigned char secret_key[SEAL_SECRET]);
void seal_sign(unsigned char sig[SEAL_SIGNATURE], const void *bytes, size_t n,
    const unsigned char secret_key[SEAL_SECRET]);
bool seal_verify(const unsigned char sig[SEAL_SIGNATURE], const void *bytes,
    size_t n, const unsigned char public_key[SEAL_PUBLIC]);

/* A PIN as its Argon2id text, interactive limits. */
bool seal_pin_hash(char out[SEAL_PIN_HASH], const char *pin, struct err *err)
    MUST_CHECK;
bool seal_pin_matches(const char *hash, const char *pin);

void seal_random(void *bytes, size_t n);
/* A number below limit (above 0), evenly spread. */
uint32_t seal_random_below(uint32_t limit);
/* Tests and simulators: make the random source a seeded one. */
void seal_random_seed(uint64_t seed);
void seal_wipe(void *bytes, size_t n);
void seal_hex(char *out, const unsigned char *bytes, size_t n); /* 2n+1 bytes */
bool seal_unhex(unsigned char *out, size_t n, const char *hex);
#endif
