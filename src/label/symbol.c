/*
 * symbol.c - data into modules.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The only file that speaks to zint.  All of its warnings are failures (by
 * default it encodes wrong check digits); GS1 data goes to it with [AI] in
 * brackets, which no value can hold.  A fresh symbol each time, because zint
 * leaves its own answers in the inputs.
 */
#include <assert.h>
#include <string.h>
#include <zint.h>
#include "label/label_private.h"

#define QUIET_LINEAR 10
#define QUIET_QR 4
#define QUIET_DATAMATRIX 1
#define UNKNOWN_AI "Error 260"	/* zint's table is of 2021; ours is newer */

static const int symbologies[EL_KINDS] = {
	[EL_CODE128] = BARCODE_CODE128, [EL_GS1_128] = BARCODE_GS1_128,
	[EL_DATAMATRIX] = BARCODE_DATAMATRIX,
	[EL_GS1_DATAMATRIX] = BARCODE_DATAMATRIX,
	[EL_QR] = BARCODE_QRCODE, [EL_GS1_QR] = BARCODE_QRCODE,
};

int
symbol_quiet(enum element_kind kind)
{
	if (element_is_linear(kind))
		return QUIET_LINEAR;
	return kind == EL_QR || kind == EL_GS1_QR ? QUIET_QR : QUIET_DATAMATRIX;
}

/* Plain data: printable ASCII, or UTF-8 where the element says that its
 * readers understand it. */
static bool
plain_data(const struct element *e, const struct filled *filled,
    struct symbol_data *out, struct err *err)
{
	if (!fill_make(&e->data, filled, out->text, sizeof out->text))
		return err_code(err, ERR_INPUT, "label.too-long",
		    "its data has more than %zu bytes", sizeof out->text - 1);
	if (out->text[0] == '\0')
		return err_code(err, ERR_INPUT, "label.missing", "it has no data");
	for (const char *p = out->text; *p != '\0'; p++)
		if ((*p < ' ' || *p > '~') && !(e->utf8 && (*p & 0x80) != 0))
			return err_code(err, ERR_INPUT, "code.syntax",
			    "a character at place %td is not printable ASCII",
			    p - out->text + 1);
	str_copy(out->raw, sizeof out->raw, out->text);
	str_copy(out->shown, sizeof out->shown, out->text);
	return true;
}

bool
symbol_compose(const struct label *l, const struct element *e,
    const struct filled *filled, struct symbol_data *out, struct err *err)
{
	return element_is_gs1(e->kind) ? gs1_data(l, e, filled, out, err) :
	    plain_data(e, filled, out, err);
}

static struct zint_symbol *
symbol_new(const struct element *e)
{
	struct zint_symbol *z = ZBarcode_Create();

	if (z == NULL)
		return NULL;
	z->symbology = symbologies[e->kind];
	z->show_hrt = 0;
	z->warn_level = e->utf8 ? WARN_DEFAULT : WARN_FAIL_ALL;
	z->input_mode = element_is_gs1(e->kind) ? GS1_MODE :
	    e->utf8 ? UNICODE_MODE : DATA_MODE;
	if (z->symbology == BARCODE_DATAMATRIX)
		z->option_3 = DM_SQUARE;
	if (z->symbology == BARCODE_QRCODE)
		z->option_1 = e->level;
	return z;
}

static bool
made(int rc, const struct element *e)
{
	return rc == 0 || (e->utf8 && rc == ZINT_WARN_USES_ECI);
}

static int
encode(struct zint_symbol *z, const struct symbol_data *data)
{
	size_t n = strlen(data->text);

	return ZBarcode_Encode(z, (const unsigned char *)data->text, (int)n);
}

bool
symbol_encode(const struct element *e, const struct symbol_data *data,
    struct matrix *out, struct err *err)
{
	struct zint_symbol *z = symbol_new(e);
	bool ok;
	int rc;

	if (z == NULL)
		return err_set(err, ERR_ENV, "there is no memory for a symbol");
	rc = encode(z, data);
	if (rc != 0 && element_is_gs1(e->kind) &&
	    strncmp(z->errtxt, UNKNOWN_AI, strlen(UNKNOWN_AI)) == 0) {
		ZBarcode_Delete(z);
		z = symbol_new(e);
		if (z == NULL)
			return err_set(err, ERR_ENV, "there is no memory for a symbol");
		z->input_mode |= GS1NOCHECK_MODE;
		rc = encode(z, data);
	}
	ok = made(rc, e) && z->width > 0 && z->rows > 0;
	if (ok) {
		out->width = z->width;
		out->rows = z->rows;
		for (int i = 0; i < z->rows; i++)
			memcpy(out->at[i], z->encoded_data[i],
			    ((size_t)z->width + 7) / 8);
	} else {
		err_code(err, ERR_INPUT, rc == ZINT_ERROR_INVALID_CHECK ?
		    "code.check-digit" : "code.syntax",
		    "the symbol cannot hold it");
		err_detail(err, "\"%.160s\": %s", data->text, z->errtxt);
	}
	ZBarcode_Delete(z);
	return ok;
}
