/*
 * fuzz_conf.c - any text as a configuration file.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: what is broken is refused with a line number, what is not can be
 * walked to its ends.  libconfig loses the text that it was reading when it
 * meets a fault; that happens once for a broken file and then the program
 * stops, so the leak is left to it.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/conf.h"
#include "base/xalloc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
const char *__lsan_default_suppressions(void);

const char *__lsan_default_suppressions(void)
{
	return "leak:libconfig\n";
}

static void must(bool holds)
{
	if (!holds)
		abort();
}

static void walk(const struct conf *conf, const struct conf_node *node)
{
	for (size_t i = 0; i < conf_count(node); i++) {
		const struct conf_node *child = conf_at(node, i);
		const char *name = conf_name(child), *text = NULL;
		struct err err;

		must(child != NULL && conf_line(child) >= 0);
		must(conf_type(child) != CONF_NONE);
		if (name != NULL) {
			must(conf_get(node, name) == child);
			must(conf_text(conf, node, name, &text, &err) ==
			    (conf_type(child) == CONF_TEXT));
		}
		walk(conf, child);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = xstrndup((const char *)data, size);
	struct conf *conf;
	struct err err;

	err_clear(&err);
	conf = conf_parse("f", text, &err);
	if (conf == NULL)
		must(err.kind == ERR_INPUT && strncmp(err.what, "f:", 2) == 0);
	else
		walk(conf, conf_root(conf));
	conf_close(conf);
	free(text);
	return 0;
}
