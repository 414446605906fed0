/*
 * corpus.h - reads tables of test vectors that live outside the tree.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The tables are tab-separated with a row of column names; bytes outside
 * 0x20..0x7E are written \xHH and a backslash \\.  They are looked for in
 * $DOCKLEDGER_CORPUS, else in ../shared/corpus beside the source folder.  A
 * test program that finds none says SKIP with its reason (corpus_missing).
 */
#ifndef TESTS_CORPUS_H
#define TESTS_CORPUS_H
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CORPUS_COLUMNS 12
#define CORPUS_LINE 16384

struct corpus {
	FILE *file;
	char path[1024];
	char line[CORPUS_LINE];
	char names_line[1024];
	char *names[CORPUS_COLUMNS];
	size_t columns;
	char *cells[CORPUS_COLUMNS];
	size_t lens[CORPUS_COLUMNS];
	unsigned rows;
};

static inline unsigned corpus_hex(char c)
{
	return (unsigned)(isdigit((unsigned char)c) ? c - '0' :
	    toupper((unsigned char)c) - 'A' + 10);
}

/* Undo the escapes in place; returns the length. */
static inline size_t corpus_unescape(char *text)
{
	char *out = text;
	const char *in = text;

	while (*in) {
		if (in[0] == '\\' && in[1] == '\\') {
			*out++ = '\\';
			in += 2;
		} else if (in[0] == '\\' && in[1] == 'x' && in[2] && in[3]) {
			*out++ = (char)(corpus_hex(in[2]) * 16 + corpus_hex(in[3]));
			in += 4;
		} else {
			*out++ = *in++;
		}
	}
	*out = '\0';
	return (size_t)(out - text);
}

static inline size_t corpus_split(char *line, char **cells)
{
	size_t n = 0;

	line[strcspn(line, "\r\n")] = '\0';
	while (n < CORPUS_COLUMNS) {
		cells[n++] = line;
		line = strchr(line, '\t');
		if (!line)
			break;
		*line++ = '\0';
	}
	return n;
}

static inline void corpus_path(char *path, size_t size, const char *name)
{
	const char *dir = getenv("DOCKLEDGER_CORPUS");
	const char *src = getenv("DOCKLEDGER_SRCDIR");

	if (dir)
		snprintf(path, size, "%s/%s", dir, name);
	else
		snprintf(path, size, "%s/../shared/corpus/%s",
		    src ? src : ".", name);
}

/* Is a table missing?  Then the TAP plan has said that all is skipped, and
 * main has nothing left to do but to return 0. */
static inline bool corpus_missing(const char *name)
{
	char path[1024];
	FILE *file;

	corpus_path(path, sizeof(path), name);
	file = fopen(path, "r");
	if (file)
		fclose(file);
	else
		printf("1..0 # SKIP %s is not here\n", path);
	return file == NULL;
}

/* Open a table that corpus_missing found to be there. */
static inline void corpus_open(struct corpus *c, const char *name)
{
	memset(c, 0, sizeof(*c));
	corpus_path(c->path, sizeof(c->path), name);
	c->file = fopen(c->path, "r");
	if (!c->file || !fgets(c->names_line, sizeof(c->names_line), c->file)) {
		fprintf(stderr, "could not read %s\n", c->path);
		abort();
	}
	c->columns = corpus_split(c->names_line, c->names);
}

/* The next row, cells unescaped; false at the end. */
static inline bool corpus_next(struct corpus *c)
{
	size_t n;

	if (!fgets(c->line, sizeof(c->line), c->file))
		return false;
	n = corpus_split(c->line, c->cells);
	for (size_t i = 0; i < CORPUS_COLUMNS; i++) {
		static char empty[1];

		c->cells[i] = i < n ? c->cells[i] : empty;
		c->lens[i] = i < n ? corpus_unescape(c->cells[i]) : 0;
	}
	c->rows++;
	return true;
}

static inline size_t corpus_column(const struct corpus *c, const char *name)
{
	for (size_t i = 0; i < c->columns; i++)
		if (strcmp(c->names[i], name) == 0)
			return i;
	fprintf(stderr, "%s has no column %s\n", c->path, name);
	abort();
}

/* A cell of this row by its column's name, and its length with NULs. */
static inline const char *corpus_cell(const struct corpus *c, const char *name)
{
	return c->cells[corpus_column(c, name)];
}

static inline size_t corpus_cell_len(const struct corpus *c, const char *name)
{
	return c->lens[corpus_column(c, name)];
}

static inline void corpus_close(struct corpus *c)
{
	if (c->file)
		fclose(c->file);
	c->file = NULL;
}
#endif
