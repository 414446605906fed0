/*
 * native.c - symbols by the printer's own commands, where a template asks.
 * SPDX-License-Identifier: Apache-2.0
 *
 * ^BC and ^BX take their data with escapes that differ between printers and
 * their versions (> in Code 128, _ and ~ in DataMatrix).  So only data without
 * any such character goes this way; another symbol is drawn in the picture, as
 * all else is.  Every byte that is no letter or digit is written in
 * hexadecimal (^FH), so that no value can open a command.
 */
#include <string.h>
#include "label/label_private.h"

#define GS '\x1D'
#define NOT_ALIKE "><^~\\_{}|`"

static bool
is_alike(const char *text)
{
	for (; *text != '\0'; text++)
		if (*text != GS && (*text < ' ' || *text > '~' ||
		    strchr(NOT_ALIKE, *text) != NULL))
			return false;
	return true;
}

static void
add_data(const char *text, const char *fnc1, struct str *out)
{
	for (; *text != '\0'; text++) {
		char c = *text;

		if (c == GS)
			str_add(out, fnc1);
		else if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
		    (c >= 'a' && c <= 'z'))
			str_addc(out, c);
		else
			str_addf(out, "\\%02X", (unsigned)(unsigned char)c);
	}
}

bool
native_symbol(const struct element *e, const struct placed *p,
    const struct symbol_data *data, const struct matrix *m, int x, int y,
    struct str *out)
{
	bool gs1 = element_is_gs1(e->kind), bars = element_is_linear(e->kind);
	const char *fnc1 = bars ? ">8" : "_1";

	if ((!bars && e->kind != EL_DATAMATRIX && e->kind != EL_GS1_DATAMATRIX) ||
	    e->utf8 || !is_alike(data->raw))
		return false;
	str_addf(out, "^FO%d,%d", x, y);
	if (bars)
		str_addf(out, "^BY%d^BCN,%d,N,N,N,A", p->module, p->bar);
	else
		str_addf(out, "^BXN,%d,200,%d,%d,,_", p->module, m->width, m->rows);
	str_add(out, "^FH\\^FD");
	str_add(out, gs1 ? fnc1 : "");
	add_data(data->raw, fnc1, out);
	str_add(out, "^FS\n");
	return true;
}
