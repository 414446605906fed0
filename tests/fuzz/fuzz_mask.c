/*
 * fuzz_mask.c - any bytes as a mask, and as a text to hold against it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The first line is the mask, the rest a text.  Whatever comes: a mask that is
 * taken makes serials that fit it, with the number they were made from; and a
 * text that fits is a lawful serial.
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "domain/serial_mask.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
make_one(const struct serial_mask *m, int64_t number, const uint8_t *data,
    size_t size)
{
	unsigned char random[SERIAL_RANDOM_MAX] = { 0 };
	struct serial_making with = { .number = number, .date = "2028-12-31",
	    .site = "H2", .random = random };
	char made[SERIAL_MADE_SIZE];
	struct serial_fault fault;
	int64_t found = -1;
	struct err err;

	memcpy(random, data, size < sizeof random ? size : sizeof random);
	if (!serial_mask_make(m, &with, made, &err)) {
		assert(err.kind == ERR_CLASH || m->has_site);
		return;
	}
	assert(strlen(made) >= 1 && strlen(made) <= SERIAL_MADE_MAX);
	assert(serial_mask_fits(m, made, &found, &fault));
	assert(found == number);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *end = size == 0 ? NULL : memchr(data, '\n', size);
	size_t n = end == NULL ? size : (size_t)(end - data);
	char text[256], serial[256];
	struct serial_fault fault;
	struct serial_mask mask;
	struct err err;
	int64_t number;

	str_copyn(text, sizeof text, (const char *)data, n);
	str_copyn(serial, sizeof serial, end == NULL ? "" : (const char *)end + 1,
	    end == NULL ? 0 : size - n - 1);
	if (!serial_mask_parse(text, serial_alphabet_name(size % 4), &mask, &err)) {
		assert(err.kind == ERR_INPUT && err.what[0] != '\0');
		return 0;
	}
	make_one(&mask, serial_mask_first(&mask), data, size);
	make_one(&mask, serial_mask_last(&mask), data, size);
	make_one(&mask, mask.space / 2 + 1 > serial_mask_last(&mask) ?
	    serial_mask_last(&mask) : mask.space / 2 + 1, data, size);
	if (serial_mask_fits(&mask, serial, &number, &fault))
		assert(number >= serial_mask_first(&mask) &&
		    number <= serial_mask_last(&mask) &&
		    serial_legal(serial, strlen(serial), &fault));
	else
		assert(fault.code[0] != '\0' && fault.words[0] != '\0');
	return 0;
}
