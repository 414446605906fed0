/*
 * agent.h - the worker in the background: it empties the print outbox.
 * SPDX-License-Identifier: Apache-2.0
 *
 * One a station: it holds the worker's mark of the database (store_mark).  It
 * takes what waits, makes one job of many labels, tells CUPS, follows the job
 * to its end, and writes each step down before it does what cannot be taken
 * back.  So it may be killed at any point: whoever is started next finds in
 * the outbox how far it was, asks CUPS for the rest, and sends nothing again
 * that may have been printed.
 *
 * What CUPS or a printer cannot do now waits here, with words that say why;
 * it is tried again after a pause that grows.
 */
#ifndef AGENT_AGENT_H
#define AGENT_AGENT_H
#include <stdbool.h>
#include <stdint.h>
#include "base/err.h"
#include "base/str.h"
#include "print/profile.h"
#include "store/store.h"

/* A label of a batch; all of a batch have one template. */
struct agent_label {
	int64_t id;
	int copies;
	const char *fields;		/* JSON object of texts */
};

struct agent_batch {
	const char *template_name;
	const char *template_text;
	const struct printer_profile *profile;
	enum print_format format;	/* not FORMAT_AUTO */
	const struct agent_label *labels;
	size_t n;
};

/* What makes a document of a batch, appended to out, and says what media it
 * needs.  On a fault *bad is the label whose fault it is, or n. */
typedef bool (*agent_render)(void *ctx, const struct agent_batch *,
    struct str *out, double *width_mm, double *height_mm, size_t *bad,
    struct err *);

struct agent_options {
	const struct printer_profile *profiles;
	size_t n_profiles;
	const char *station;
	int batch;			/* labels a job at most */
	int linger_ms;			/* wait so long for more of them */
	int jobs;			/* of a printer at CUPS at a time */
	bool once;			/* end when nothing more can be done now */
	int patience_ms;		/* once: so long without any change */
	int round_ms;			/* between two looks while much happens */
	bool while_screens;		/* end when no screen is open and all is settled */
	agent_render render;
	void *render_ctx;
};
void agent_options_init(struct agent_options *);

/* What was done, for a person who watches. */
struct agent_report {
	int64_t jobs;			/* given to CUPS */
	int64_t sent, failed, unknown;	/* labels that came to that */
	int64_t waiting, on_way;	/* labels, at the end */
	char trouble[200];		/* why the first of them waits, or "" */
};

/* Work until there is nothing to do (once) or somebody says stop.  ERR_BUSY:
 * another worker is here already.  A database that fails ends it. */
bool agent_run(struct store *, struct spooler *, const struct agent_options *,
    struct agent_report *, struct err *) MUST_CHECK;
/* From a signal handler, or another thread: end at the next safe point. */
void agent_stop(void);
#endif
