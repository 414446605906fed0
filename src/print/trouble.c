/*
 * trouble.c - what is wrong with a printer, in words.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The surprising thing: when a printer cannot be reached, CUPS keeps the
 * reasons that it heard last, and only the message is of now.  So the message
 * is asked first.
 */
#include <string.h>
#include "base/str.h"
#include "print/spooler.h"

struct word { const char *key; bool stands; const char *words; };

/* Parts of messages of CUPS and its back ends. */
static const struct word messages[] = {
	{ "may not exist or is unavailable", true, "the printer does not answer" },
	{ "Unable to locate printer", true, "the printer is not found by its name" },
	{ "not responding", true, "the printer does not answer" },
	{ "Unable to connect", true, "the printer does not answer" },
	{ "is busy", false, "the printer is busy with somebody else" },
};

/* Keywords without their -error, -warning or -report, gravest first. */
static const struct word reasons[] = {
	{ "media-jam", true, "labels are jammed" },
	{ "cover-open", true, "the cover or the head is open" },
	{ "door-open", true, "the cover or the head is open" },
	{ "interlock-open", true, "the cover or the head is open" },
	{ "media-empty", true, "out of labels" },
	{ "media-needed", true, "out of labels" },
	{ "input-tray-missing", true, "the roll of labels is missing" },
	{ "marker-supply-empty", true, "the ribbon is at its end" },
	{ "toner-empty", true, "the toner is empty" },
	{ "offline", true, "the printer is switched off or not connected" },
	{ "shutdown", true, "the printer is switched off" },
	{ "timed-out", true, "the printer does not answer" },
	{ "connecting-to-device", true, "the printer does not answer yet" },
	{ "paused", true, "the queue is paused" },
	{ "moving-to-paused", true, "the queue is being paused" },
	{ "stopped-partly", false, "a part of the printers is stopped" },
	{ "spool-area-full", true, "the disk of the print server is full" },
	{ "cups-missing-filter", true, "a filter of the queue is missing" },
	{ "cups-insecure-filter", true, "a filter of the queue may not run" },
	{ "media-low", false, "labels will soon be out" },
	{ "marker-supply-low", false, "the ribbon will soon be at its end" },
	{ "toner-low", false, "the toner will soon be empty" },
	{ "other", false, "the printer reports something it has no word for" },
};

#define COUNT(table) (sizeof(table) / sizeof (table)[0])

/* Is key one of the keywords, whatever its grade? */
static bool
has_reason(const char *list, const char *key)
{
	size_t n = strlen(key);

	for (const char *p = list; *p != '\0'; p += *p == ',') {
		size_t len = strcspn(p, ",");

		if (len >= n && memcmp(p, key, n) == 0 && (len == n ||
		    strncmp(p + n, "-error", len - n) == 0 ||
		    strncmp(p + n, "-warning", len - n) == 0 ||
		    strncmp(p + n, "-report", len - n) == 0))
			return true;
		p += len;
	}
	return false;
}

static void
tell(const struct word *word, struct trouble *out)
{
	out->stands = word->stands;
	str_copy(out->words, sizeof out->words, word->words);
}

void
trouble_of(const char *list, const char *message, struct trouble *out)
{
	memset(out, 0, sizeof *out);
	for (size_t i = 0; i < COUNT(messages); i++)
		if (strstr(message, messages[i].key) != NULL) {
			tell(&messages[i], out);
			return;
		}
	for (size_t i = 0; i < COUNT(reasons); i++)
		if (has_reason(list, reasons[i].key)) {
			tell(&reasons[i], out);
			return;
		}
}

/* A paused queue keeps what the person who paused it said. */
void
trouble_of_queue(const struct queue_view *q, struct trouble *out)
{
	trouble_of(q->reasons, q->message, out);
	if (q->state == QUEUE_STOPPED) {
		str_print(out->words, sizeof out->words, "the queue is stopped%s%s",
		    q->message[0] == '\0' ? "" : ": ", q->message);
		out->stands = true;
	} else if (!q->accepting) {
		str_print(out->words, sizeof out->words,
		    "the queue takes no jobs%s%s",
		    q->message[0] == '\0' ? "" : ": ", q->message);
		out->stands = true;
	}
}

void
trouble_of_job(const struct job_view *job, struct trouble *out)
{
	trouble_of(job->printer_reasons, job->message, out);
	if (job->state == JOB_HELD) {
		str_copy(out->words, sizeof out->words,
		    "the job is held at the print server");
		out->stands = true;
	} else if (job->state == JOB_STOPPED && out->words[0] == '\0') {
		str_copy(out->words, sizeof out->words,
		    "the job is stopped at the print server");
		out->stands = true;
	}
}

/* A length as the keyword has it: at most two places, no zeros at the end. */
static void
length_text(double mm, char *out, size_t size)
{
	size_t n;

	str_print(out, size, "%.2f", mm);
	for (n = strlen(out); n > 0 && out[n - 1] == '0'; n--)
		out[n - 1] = '\0';
	if (n > 0 && out[n - 1] == '.')
		out[n - 1] = '\0';
}

void
media_keyword(double width_mm, double height_mm, char *out, size_t size)
{
	char w[32], h[32];

	length_text(width_mm, w, sizeof w);
	length_text(height_mm, h, sizeof h);
	str_print(out, size, "custom_%sx%smm_%sx%smm", w, h, w, h);
}
