/*
 * render.h - a batch of labels as one document, by room label.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef AGENT_RENDER_H
#define AGENT_RENDER_H
#include "agent/agent.h"
#include "base/json.h"
#include "label/label.h"

/* An agent_render; ctx is not used.  A template is parsed again only when its
 * text is another one. */
bool agent_render_labels(void *ctx, const struct agent_batch *, struct str *out,
    double *width_mm, double *height_mm, size_t *bad, struct err *);

/* The head of a printer, as room label wants it. */
void agent_label_profile(const struct printer_profile *, enum print_format,
    struct label_profile *out);

/* The texts of a JSON object as values; they live as long as the root. */
size_t agent_label_values(const struct json *root, struct label_value out[],
    size_t max);
#endif
