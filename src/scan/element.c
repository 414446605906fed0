/*
 * element.c - filling a struct scan_parsed, for the readers of this room.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "base/str.h"
#include "scan/element.h"

bool element_fail(struct scan_parsed *out, const char *code, const char *fmt,
    ...)
{
	va_list args;

	if (out->error[0] != '\0')
		return false;
	out->valid = false;
	str_copy(out->code, sizeof(out->code), code);
	va_start(args, fmt);
	vsnprintf(out->error, sizeof(out->error), fmt, args);
	va_end(args);
	out->warning[0] = '\0';	/* nothing was repaired after all */
	return false;
}

void element_warn(struct scan_parsed *out, const char *fmt, ...)
{
	va_list args;

	if (out->warning[0] != '\0' || out->error[0] != '\0')
		return;
	va_start(args, fmt);
	vsnprintf(out->warning, sizeof(out->warning), fmt, args);
	va_end(args);
}

static bool printable(const char *value, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (value[i] < 0x20 || value[i] > 0x7E)
			return false;
	return true;
}

bool element_add(struct scan_parsed *out, const char *id, const char *value,
    size_t n)
{
	struct scan_element *element;

	assert(strlen(id) < sizeof(element->id));
	if (n == 0)
		return element_fail(out, "code.syntax", "%s has no value", id);
	if (n >= sizeof(element->value))
		return element_fail(out, "code.syntax",
		    "the value of %s is longer than %d characters", id,
		    SCAN_VALUE_MAX - 1);
	if (!printable(value, n))
		return element_fail(out, "code.syntax",
		    "the value of %s holds a control or foreign character", id);
	if (out->n_elements == SCAN_ELEMENTS_MAX)
		return element_fail(out, "code.syntax",
		    "more than %d elements", SCAN_ELEMENTS_MAX);
	element = &out->elements[out->n_elements++];
	str_copy(element->id, sizeof(element->id), id);
	memcpy(element->value, value, n);
	element->value[n] = '\0';
	return true;
}
