/*
 * scan_json.c - a parsed scan as a JSON object.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Keys and their meaning are those of the formats page; "raw" is in the
 * notation in which scans are written on standard input, so that no byte is
 * lost and a line can be fed again.
 */
#include "base/json.h"
#include "scan/parse.h"

static void raw(struct json_out *j, const void *bytes, size_t n)
{
	struct str notation;

	str_init(&notation);
	str_escape(&notation, bytes, n, true);
	json_key(j, "raw");
	json_textn(j, notation.p, notation.len);
	str_done(&notation);
}

static void elements(struct json_out *j, const struct scan_parsed *parsed)
{
	json_key(j, "elements");
	json_array(j);
	for (size_t i = 0; i < parsed->n_elements; i++) {
		json_array(j);
		json_text(j, parsed->elements[i].id);
		json_text(j, parsed->elements[i].value);
		json_array_end(j);
	}
	json_array_end(j);
}

static void second_readings(struct json_out *j,
    const struct scan_parsed *parsed)
{
	json_kv_bool(j, "may_be_gtin", parsed->may_be_gtin);
	json_kv_bool(j, "may_be_gs1", parsed->may_be_gs1);
	json_kv_opt(j, "may_be_di", parsed->may_be_di);
}

void scan_json(const void *bytes, size_t n, const struct scan_parsed *parsed,
    struct str *out)
{
	struct json_out j;

	json_begin(&j, out);
	json_object(&j);
	raw(&j, bytes, n);
	json_kv_opt(&j, "symbology", parsed->symbology);
	json_kv(&j, "kind", scan_kind_name(parsed->kind));
	json_kv_bool(&j, "valid", parsed->valid);
	json_kv_opt(&j, "error", parsed->error);
	json_kv_opt(&j, "code", parsed->code);
	json_kv_opt(&j, "warning", parsed->warning);
	elements(&j, parsed);
	json_kv_opt(&j, "pairing", parsed->pairing);
	json_kv_opt(&j, "gtin", parsed->gtin);
	json_kv_opt(&j, "serial", parsed->serial);
	json_kv_opt(&j, "lot", parsed->lot);
	json_kv_opt(&j, "made_on", parsed->made_on);
	json_kv_opt(&j, "expires_on", parsed->expires_on);
	json_kv_opt(&j, "sscc", parsed->sscc);
	json_kv_opt(&j, "content_gtin", parsed->content_gtin);
	json_kv_opt(&j, "count", parsed->count);
	json_kv_opt(&j, "part", parsed->part);
	json_kv_opt(&j, "order", parsed->order);
	json_kv_opt(&j, "location", parsed->location);
	json_kv_opt(&j, "supplier", parsed->supplier);
	json_kv_opt(&j, "command", scan_command_name(parsed->command));
	second_readings(&j, parsed);
	json_object_end(&j);
}
