/*
 * parse_stream.c - the lines of a stream, and what each is said to be.
 * SPDX-License-Identifier: Apache-2.0
 *
 * For a person a scan is its kind, then a line for each element with its
 * title, then what is wrong or missing:
 *
 *	gs1 ]d2
 *	  01    GTIN              09521234543213
 *	  21    SERIAL            A42
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "app/parse_stream.h"
#include "base/str.h"
#include "scan/gs1.h"
#include "scan/mh10.h"

struct stream {
	FILE *out;
	bool json;
	const struct scan_options *options;
	struct str bytes;	/* the scan, its escapes undone */
	struct str answer;
	struct scan_parsed parsed;
};

static const char *title_of(const struct scan_parsed *parsed, const char *id)
{
	const struct mh10_di *di;
	const char *title = NULL;

	if (parsed->kind != SCAN_HIBC)
		title = gs1_title(id);
	if (title || parsed->kind != SCAN_ISO15434)
		return title ? title : "";
	di = mh10_find(id);
	return di ? di->title : "";
}

static void say_value(struct str *out, const char *what, const char *value)
{
	if (value[0] != '\0')
		str_addf(out, "  %-5s %s\n", what, value);
}

/* What has no elements says itself. */
static void say_text(struct str *out, const struct scan_parsed *parsed)
{
	if (parsed->n_elements > 0 || parsed->text_len == 0)
		return;
	str_add(out, "  text  ");
	str_escape(out, parsed->text, parsed->text_len, true);
	str_addc(out, '\n');
}

static void say_second_readings(struct str *out,
    const struct scan_parsed *parsed)
{
	if (parsed->kind == SCAN_TEXT && parsed->may_be_gtin)
		say_value(out, "or", "a GTIN");
	if (parsed->may_be_gs1)
		say_value(out, "or", "a GS1 key without a check digit");
	if (parsed->may_be_di[0] != '\0')
		str_addf(out, "  or    data identifier %s %s\n",
		    parsed->may_be_di, mh10_find(parsed->may_be_di)->title);
}

static void say(struct str *out, const struct scan_parsed *parsed)
{
	str_add(out, scan_kind_name(parsed->kind));
	if (parsed->symbology[0] != '\0')
		str_addf(out, " ]%s", parsed->symbology);
	str_add(out, parsed->valid ? "\n" : ", not valid\n");
	for (size_t i = 0; i < parsed->n_elements; i++) {
		const struct scan_element *e = &parsed->elements[i];

		str_addf(out, "  %-5s %-17s %s\n", e->id,
		    title_of(parsed, e->id), e->value);
	}
	say_text(out, parsed);
	if (parsed->kind == SCAN_GTIN)
		say_value(out, "GTIN", parsed->gtin);
	say_second_readings(out, parsed);
	say_value(out, "fault", parsed->error);
	say_value(out, "note", parsed->warning);
	if (!str_eq(parsed->pairing, "ok"))
		say_value(out, "alone", parsed->pairing);
}

/* A line whose escapes are wrong is no scan at all: the line itself is
 * answered. */
static void parse_line(struct stream *s, const char *line, size_t n)
{
	size_t at = 0;

	str_clear(&s->bytes);
	if (str_unescape(&s->bytes, line, n, &at)) {
		scan_parse(s->bytes.p, s->bytes.len, s->options, &s->parsed);
		return;
	}
	str_clear(&s->bytes);
	str_addn(&s->bytes, line, n);
	scan_parse("", 0, s->options, &s->parsed);
	s->parsed.valid = false;
	s->parsed.pairing[0] = '\0';
	str_copy(s->parsed.code, sizeof(s->parsed.code), "code.syntax");
	str_print(s->parsed.error, sizeof(s->parsed.error),
	    "the \"\\\" at place %zu of the line begins no escape", at + 1);
}

static bool answer(struct stream *s, struct err *err)
{
	str_clear(&s->answer);
	if (s->json) {
		scan_json(s->bytes.p, s->bytes.len, &s->parsed, &s->answer);
		str_addc(&s->answer, '\n');
	} else {
		say(&s->answer, &s->parsed);
	}
	if (fwrite(s->answer.p, 1, s->answer.len, s->out) == s->answer.len &&
	    fflush(s->out) == 0)
		return true;
	err_set(err, ERR_ENV, "could not write the answer");
	return err_detail(err, "%s", strerror(errno));
}

static bool read_lines(struct stream *s, FILE *in, struct parse_tally *tally,
    struct err *err)
{
	char *line = NULL;
	size_t size = 0;
	ssize_t n;
	bool done = true;

	while (done && (n = getline(&line, &size, in)) > 0) {
		if (line[n - 1] == '\n')
			n--;
		if (n == 0 || line[0] == '#' || (n == 1 && line[0] == '\r'))
			continue;
		parse_line(s, line, (size_t)n);
		done = answer(s, err);
		tally->scans += done;
		tally->invalid += done && !s->parsed.valid;
	}
	free(line);
	if (!done || !ferror(in))
		return done;
	err_set(err, ERR_ENV, "could not read the scans");
	return err_detail(err, "%s", strerror(errno));
}

bool parse_stream(FILE *in, FILE *out, bool json,
    const struct scan_options *options, struct parse_tally *tally,
    struct err *err)
{
	struct stream s = { .out = out, .json = json, .options = options };
	bool done;

	*tally = (struct parse_tally){ 0, 0 };
	str_init(&s.bytes);
	str_init(&s.answer);
	done = read_lines(&s, in, tally, err);
	str_done(&s.answer);
	str_done(&s.bytes);
	return done;
}
