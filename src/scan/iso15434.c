/*
 * iso15434.c - the envelope of ISO/IEC 15434 and what it holds.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A reader walks the message once: header, records, trailer.  What kind of
 * body a format has is a row of a table.  Damage is repaired where the reader
 * meets it, with a warning; at the end a station that wants none refuses.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>
#include "base/str.h"
#include "scan/element.h"
#include "scan/gs1_private.h"
#include "scan/iso15434.h"
#include "scan/mh10.h"

#define HEADER "[)>"
#define EOT '\x04'
#define RS '\x1E'

struct reader {
	const char *at;		/* not read yet */
	const char *end;	/* of the last record, without trailer */
	char stand_in;		/* came in place of RS, or RS */
	const struct scan_options *options;
	struct scan_parsed *out;
};

typedef bool body_reader(struct reader *r, const char *body, size_t n);
static body_reader gs1_body, di_body, tei_body, foreign_body;

static const struct format {
	const char *id;
	const char *name;
	bool gs;		/* GS stands between identifier and body */
	body_reader *read;
} formats[] = {
	{ "01", "transport", true, foreign_body },
	{ "02", "complete EDI message", false, foreign_body },
	{ "03", "ANSI X12", false, foreign_body },
	{ "04", "UN/EDIFACT", false, foreign_body },
	{ "05", "GS1 application identifiers", true, gs1_body },
	{ "06", "data identifiers", true, di_body },
	{ "07", "free text", false, foreign_body },
	{ "08", "CII syntax", false, foreign_body },
	{ "09", "binary data", true, foreign_body },
	{ "12", "text elements", true, tei_body },
	{ "DD", "text elements", true, tei_body },
};

static const struct format *format_at(const char *at, const char *end)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (end - at >= 2 && memcmp(formats[i].id, at, 2) == 0)
			return &formats[i];
	return NULL;
}

bool iso15434_is(const char *bytes, size_t n)
{
	return n >= 3 && memcmp(bytes, HEADER, 3) == 0;
}

/* A record that may begin here though no RS says so: only those with a GS
 * behind the identifier can be told. */
static bool record_begins(const char *at, const char *end)
{
	const struct format *format = format_at(at, end);

	return format && format->gs && end - at >= 3 && at[2] == GS;
}

/* Step over the RS behind the header, or over what became of it. */
static bool read_header(struct reader *r)
{
	r->at += strlen(HEADER);
	if (r->at < r->end && *r->at == RS) {
		r->at++;
		return true;
	}
	if (record_begins(r->at, r->end)) {
		element_warn(r->out, "the separator RS behind [)> is missing");
		return true;
	}
	if (r->at < r->end && record_begins(r->at + 1, r->end)) {
		r->stand_in = *r->at++;
		element_warn(r->out, "another character (%02X) came in place"
		    " of the separator RS behind [)>",
		    (unsigned)(unsigned char)r->stand_in);
		return true;
	}
	return element_fail(r->out, "code.syntax",
	    "no format follows the header [)>");
}

/* Take RS EOT off the end, as far as they are there. */
static void read_trailer(struct reader *r)
{
	if (r->end > r->at && r->end[-1] == EOT)
		r->end--;
	else
		element_warn(r->out, "the end of the message (EOT) is missing");
	if (r->end > r->at && (r->end[-1] == RS || r->end[-1] == r->stand_in))
		r->end--;
	else
		element_warn(r->out, "the separator RS at the end is missing");
}

/* The next field up to GS; false when there is none.  *at moves behind it. */
static bool field(const char **at, const char *end, const char **text,
    size_t *n)
{
	const char *gs;

	if (*at >= end)
		return false;
	gs = memchr(*at, GS, (size_t)(end - *at));
	if (!gs)
		return false;
	*text = *at;
	*n = (size_t)(gs - *at);
	*at = gs + 1;
	return true;
}

/* A binary record may hold any byte; its end is told by a count: identifier
 * GS type GS compression GS count GS data.  NULL: the count is wrong. */
static const char *binary_end(const struct reader *r)
{
	const char *at = r->at + 3;
	const char *text;
	size_t n, count = 0;

	for (int i = 0; i < 3; i++)
		if (!field(&at, r->end, &text, &n))
			return NULL;
	for (size_t i = 0; i < n; i++) {
		if (text[i] < '0' || text[i] > '9' || count > SCAN_BYTES_MAX)
			return NULL;
		count = count * 10 + (size_t)(text[i] - '0');
	}
	return n == 0 || count > (size_t)(r->end - at) ? NULL : at + count;
}

/* Read one record and step over the RS behind it. */
static bool read_record(struct reader *r)
{
	const struct format *format = format_at(r->at, r->end);
	const char *end, *body;

	if (!format)
		return element_fail(r->out, "code.syntax",
		    "\"%.*s\" is no format of ISO/IEC 15434",
		    (int)(r->end - r->at < 2 ? r->end - r->at : 2), r->at);
	body = r->at + 2;
	if (format->gs && (body == r->end || *body++ != GS))
		return element_fail(r->out, "code.syntax",
		    "the separator GS behind format %s is missing", format->id);
	if (strcmp(format->id, "09") == 0)
		end = binary_end(r);
	else
		end = memchr(body, RS, (size_t)(r->end - body));
	if (!end && strcmp(format->id, "09") == 0)
		return element_fail(r->out, "code.syntax",
		    "the byte count of the binary record is wrong");
	if (!end)
		end = r->end;
	if (end < r->end && *end != RS)
		return element_fail(r->out, "code.syntax",
		    "bytes follow the binary record");
	if (end == body)
		return element_fail(r->out, "code.syntax",
		    "the record of format %s is empty", format->id);
	if (!format->read(r, body, (size_t)(end - body)))
		return false;
	r->at = end < r->end ? end + 1 : end;
	return true;
}

static bool read_records(struct reader *r)
{
	if (r->at == r->end)
		return element_fail(r->out, "code.syntax",
		    "no format follows the header [)>");
	while (r->at < r->end)
		if (!read_record(r))
			return false;
	return true;
}

/* Transport, EDI, binary: known by name, nothing of it is ours. */
static bool foreign_body(struct reader *r, const char *body, size_t n)
{
	(void)r;
	(void)body;
	(void)n;
	return true;
}

/* Call one for each piece between GS; empty ones are passed over. */
static bool each_piece(struct reader *r, const char *body, size_t n,
    bool (*one)(struct reader *r, const char *piece, size_t n))
{
	const char *end = body + n;
	bool any = false;

	while (body <= end) {
		size_t left = (size_t)(end - body);
		const char *gs = memchr(body, GS, left);
		size_t len = gs ? (size_t)(gs - body) : left;

		if (len == 0)
			element_warn(r->out, "an element is empty");
		else if (!one(r, body, len))
			return false;
		any = any || len > 0;
		body += len + 1;
	}
	return any || element_fail(r->out, "code.syntax",
	    "the record holds only separators");
}

/* One data identifier and its value.  Signs that lead to code systems of
 * their own (health, blood, pharmacy) stand for themselves. */
static bool di_piece(struct reader *r, const char *piece, size_t n)
{
	char id[5] = "";
	size_t at = 1;

	if (strchr("+&=-", piece[0]))
		id[0] = piece[0];
	else if (!mh10_split(piece, n, id, &at))
		return element_fail(r->out, "code.syntax",
		    "\"%.*s\" does not begin with a data identifier",
		    (int)(n < 8 ? n : 8), piece);
	return element_add(r->out, id, piece + at, n - at);
}

static bool di_body(struct reader *r, const char *body, size_t n)
{
	return each_piece(r, body, n, di_piece);
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Three letters, a space, a value. */
static bool tei_piece(struct reader *r, const char *piece, size_t n)
{
	char id[5] = "";

	if (n < 4 || !is_capital(piece[0]) || !is_capital(piece[1]) ||
	    !is_capital(piece[2]) || piece[3] != ' ')
		return element_fail(r->out, "code.syntax",
		    "\"%.*s\" does not begin with a text element identifier",
		    (int)(n < 8 ? n : 8), piece);
	memcpy(id, piece, 3);
	return element_add(r->out, id, piece + 4, n - 4);
}

static bool tei_body(struct reader *r, const char *body, size_t n)
{
	return each_piece(r, body, n, tei_piece);
}

/* Fields that the GS1 reader fills and a record of GS1 elements hands on. */
static const struct { size_t at; size_t size; } gs1_fields[] = {
#define FIELD(name) { offsetof(struct scan_parsed, name), \
	sizeof(((struct scan_parsed *)0)->name) }
	FIELD(pairing), FIELD(gtin), FIELD(content_gtin), FIELD(serial),
	FIELD(lot), FIELD(made_on), FIELD(expires_on), FIELD(made_on_no_day),
	FIELD(expires_on_no_day), FIELD(sscc), FIELD(count), FIELD(part),
	FIELD(order), FIELD(location), FIELD(supplier),
#undef FIELD
};

/* Read apart, so that the pairing is judged over GS1 elements alone. */
static bool gs1_body(struct reader *r, const char *body, size_t n)
{
	struct scan_parsed gs1;

	memset(&gs1, 0, sizeof(gs1));
	gs1.valid = true;
	if (!gs1_read(body, n, r->options, &gs1))
		return element_fail(r->out, gs1.code, "%s", gs1.error);
	gs1_finish(r->options, &gs1);
	for (size_t i = 0; i < gs1.n_elements; i++)
		if (!element_add(r->out, gs1.elements[i].id,
		    gs1.elements[i].value, strlen(gs1.elements[i].value)))
			return false;
	for (size_t i = 0; i < sizeof(gs1_fields) / sizeof(gs1_fields[0]); i++)
		memcpy((char *)r->out + gs1_fields[i].at,
		    (char *)&gs1 + gs1_fields[i].at, gs1_fields[i].size);
	return true;
}

static void start(struct scan_parsed *out)
{
	out->kind = SCAN_ISO15434;
	out->valid = true;
	out->n_elements = 0;
	out->code[0] = out->error[0] = out->warning[0] = '\0';
	for (size_t i = 0; i < sizeof(gs1_fields) / sizeof(gs1_fields[0]); i++)
		memset((char *)out + gs1_fields[i].at, 0, gs1_fields[i].size);
	str_copy(out->pairing, sizeof(out->pairing), "ok");
}

/* Where no GS came at all, but the sign that this station's scanners send
 * for it, put it back.  Returns the message to read. */
static const char *restore_gs(const char *bytes, size_t n, char sign,
    char copy[SCAN_BYTES_MAX])
{
	if (sign == '\0' || n > SCAN_BYTES_MAX || memchr(bytes, GS, n))
		return bytes;
	for (size_t i = 0; i < n; i++)
		copy[i] = bytes[i] == sign ? GS : bytes[i];
	return copy;
}

void iso15434_parse(const char *bytes, size_t n,
    const struct scan_options *options, struct scan_parsed *out)
{
	char copy[SCAN_BYTES_MAX];
	struct reader r = { .stand_in = RS, .options = options, .out = out };

	assert(iso15434_is(bytes, n));
	r.at = restore_gs(bytes, n, options->gs_substitute, copy);
	r.end = r.at + n;
	start(out);
	if (!read_header(&r))
		return;
	read_trailer(&r);
	if (!read_records(&r))
		return;
	if (out->warning[0] != '\0' && !options->repair_15434) {
		element_fail(out, "code.syntax", "%s", out->warning);
		return;
	}
	mh10_derive(options, out);
}
