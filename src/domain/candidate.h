/*
 * candidate.h - what the files on allocation share.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef DOMAIN_CANDIDATE_H
#define DOMAIN_CANDIDATE_H
#include "domain/allocate.h"

/* candidate_compare, by somebody who asked wish_prefers before. */
int candidate_before(const struct wish *, const struct candidate *a,
    bool a_preferred, const struct candidate *b, bool b_preferred);
#endif
