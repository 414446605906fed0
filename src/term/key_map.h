/*
 * key_map.h - what keys.c looks up by the grammar of a sequence.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef TERM_KEY_MAP_H
#define TERM_KEY_MAP_H
#include "term/keys.h"

/* The key of a CSI or SS3 sequence with this final byte; K_NONE: none. */
struct press key_map_final(unsigned char final);
/* The key of ESC [ N ~, N being the first number of the n bytes at p. */
struct press key_map_number(const unsigned char *p, size_t n);
#endif
