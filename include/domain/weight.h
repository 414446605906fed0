/*
 * weight.h - weights of cartons: read from what a person keys or a scale
 * sends, kept in grams.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef DOMAIN_WEIGHT_H
#define DOMAIN_WEIGHT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WEIGHT_MAX_G INT64_C(100000000)	/* a hundred tonnes */

/*
 * "12.5 kg", "12,5kg", "800 g"; a bare "12.5" is kilograms, and taken only
 * when bare says so.  False, and *grams untouched, when it is no weight above
 * 0 and up to WEIGHT_MAX_G; what is finer than a gram is none.
 */
bool weight_parse(const char *text, bool bare, int64_t *grams);
/* "12.5 kg"; "" for 0. */
void weight_words(int64_t grams, char *out, size_t size);
#endif
