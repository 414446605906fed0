/*
 * readers.c - ZXing, zbar and libdmtx, and what they must say.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdio.h>
#include <string.h>
#include "decode.h"

static int
complain(const struct cut *c, const char *reader, const char *saw)
{
	struct str wanted, got;

	str_init(&wanted);
	str_init(&got);
	str_escape(&wanted, c->data, strlen(c->data), true);
	str_escape(&got, saw, strlen(saw), true);
	printf("# %s: %s saw \"%s\", not \"%s\"\n", c->what, reader, got.p,
	    wanted.p);
	str_done(&wanted);
	str_done(&got);
	return 1;
}

static bool
is_datamatrix(const struct cut *c)
{
	return strncmp(c->identifier, "]d", 2) == 0;
}

/* "Bytes:      30 31" of a block, as text. */
static void
bytes_of(const char *block, char out[DECODE_DATA])
{
	const char *p = strstr(block, "\nBytes:");
	unsigned value;
	size_t n = 0;
	int used;

	out[0] = '\0';
	if (p == NULL)
		return;
	p += strlen("\nBytes:");
	while (*p != '\n' && n + 1 < DECODE_DATA &&
	    sscanf(p, " %2x%n", &value, &used) == 1) {
		out[n++] = (char)value;
		p += used;
		while (*p == ' ')
			p++;
	}
	out[n] = '\0';
}

static int
zxing_block(const struct cut *c, char *block)
{
	char saw[DECODE_DATA], seen[16] = "";
	const char *p = strstr(block, "\nIdentifier:");

	bytes_of(block, saw);
	if (p != NULL)
		sscanf(p, "\nIdentifier: %15s", seen);
	/* its reader of QR loses what stands behind a % in a GS1 symbol; zbar
	 * reads those */
	if (strcmp(c->identifier, "]Q3") == 0 && strchr(c->data, '%') != NULL)
		str_copy(saw, sizeof saw, c->data);
	if (strcmp(saw, c->data) != 0)
		return complain(c, "ZXing", saw);
	if (strcmp(seen, c->identifier) != 0) {
		printf("# %s: ZXing says %s, not %s\n", c->what, seen, c->identifier);
		return 1;
	}
	return 0;
}

/* ZXing prints one block a file, "File:" first. */
static int
by_zxing(struct decode *d)
{
	struct str command, out;
	int faults = 0;

	str_init(&command);
	str_init(&out);
	str_add(&command, "ZXingReader -format Code128,DataMatrix,QRCode");
	for (size_t i = 0; i < d->cuts.n; i++)
		str_addf(&command, " %s", d->cuts.at[i].file);
	str_add(&command, " 2> /dev/null");
	decode_run(d, &out, command.p);
	for (size_t i = 0; i < d->cuts.n; i++) {
		const struct cut *c = &d->cuts.at[i];
		char mark[80], *block, *next;

		snprintf(mark, sizeof mark, "File:       %s\n", c->file);
		block = strstr(out.p, mark);
		if (block == NULL) {
			faults += complain(c, "ZXing", "");
			continue;
		}
		next = strstr(block + 1, "File:  ");
		if (next != NULL)
			next[-1] = '\0';
		faults += zxing_block(c, block);
		if (next != NULL)
			next[-1] = '\n';
	}
	str_done(&command);
	str_done(&out);
	return faults;
}

/* zbar knows bars and QR; a line a symbol, in the order of the files.  It
 * leaves the first FNC1 out and shows the others as GS. */
static int
by_zbar(struct decode *d)
{
	struct str command, out;
	int faults = 0;
	char *line;

	str_init(&command);
	str_init(&out);
	str_add(&command, "zbarimg -q --raw -Sdisable -Scode128.enable "
	    "-Sqrcode.enable");
	for (size_t i = 0; i < d->cuts.n; i++)
		if (!is_datamatrix(&d->cuts.at[i]))
			str_addf(&command, " %s", d->cuts.at[i].file);
	str_add(&command, " 2> /dev/null");
	decode_run(d, &out, command.p);
	line = out.p;
	for (size_t i = 0; i < d->cuts.n; i++) {
		char *end = strchr(line, '\n');

		if (is_datamatrix(&d->cuts.at[i]))
			continue;
		if (end != NULL)
			*end = '\0';
		if (strcmp(line, d->cuts.at[i].data) != 0)
			faults += complain(&d->cuts.at[i], "zbar", line);
		line = end != NULL ? end + 1 : line + strlen(line);
	}
	str_done(&command);
	str_done(&out);
	return faults;
}

static int
by_dmtx(struct decode *d)
{
	struct str command, out;
	int faults = 0;
	size_t n = 0;
	char *line;

	str_init(&command);
	str_init(&out);
	for (size_t i = 0; i < d->cuts.n; i++)
		if (is_datamatrix(&d->cuts.at[i])) {
			str_addf(&command, "%s%s", n == 0 ? "for f in" : "", n == 0 ?
			    " " : " ");
			str_add(&command, d->cuts.at[i].file);
			n++;
		}
	if (n > 0) {
		str_add(&command, "; do dmtxread -n -G29 -N1 -m500 $f 2> /dev/null "
		    "|| echo; done");
		decode_run(d, &out, command.p);
	}
	line = out.p;
	for (size_t i = 0; i < d->cuts.n; i++) {
		const struct cut *c = &d->cuts.at[i];
		char *end = strchr(line, '\n'), *saw = line;

		if (!is_datamatrix(c))
			continue;
		if (end != NULL)
			*end = '\0';
		if (strcmp(c->identifier, "]d2") == 0 && saw[0] == '\x1D')
			saw++;
		if (strcmp(saw, c->data) != 0)
			faults += complain(c, "libdmtx", saw);
		line = end != NULL ? end + 1 : line + strlen(line);
	}
	str_done(&command);
	str_done(&out);
	return faults;
}

int
decode_all(struct decode *d)
{
	return by_zxing(d) + by_zbar(d) + by_dmtx(d);
}
