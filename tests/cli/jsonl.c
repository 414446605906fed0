/*
 * jsonl.c - looks into JSON that is one object a line, for tests.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	jsonl get unit.status	that member of each line's object, one a line;
 *				[n] is an element, # the number of elements
 *	jsonl keys a b c	ends with 1 when a line is no object, or lacks one
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/json.h"
#include "base/str.h"

/* One step of a path: a name, or [n].  The rest of the path is in *rest. */
static struct json *
step(struct json *node, const char *path, char name[64], const char **rest)
{
	size_t n = strcspn(path, ".[");

	if (path[0] == '[') {
		*rest = strchr(path, ']') + 1;
		return json_at(node, (size_t)atoi(path + 1));
	}
	str_copyn(name, 64, path, n);
	*rest = path + n;
	return json_get(node, name);
}

static void
print_value(const struct json *parent, const struct json *node, const char *name)
{
	const char *text = node == NULL ? NULL : json_as_text(node);
	int64_t number;

	if (text != NULL)
		puts(text);
	else if (node == NULL)
		puts("absent");
	else if ((number = json_get_int(parent, name, INT64_MIN)) != INT64_MIN)
		printf("%lld\n", (long long)number);
	else if (json_get_bool(parent, name, true) ==
	    json_get_bool(parent, name, false))
		puts(json_get_bool(parent, name, false) ? "true" : "false");
	else
		puts("null");
}

static void
get(struct json *root, const char *path)
{
	struct json *node = root, *parent = root;
	char name[64] = "";

	while (path[0] != '\0' && node != NULL) {
		if (path[0] == '.')
			path++;
		if (path[0] == '#') {
			printf("%zu\n", json_count(node));
			return;
		}
		parent = node;
		node = step(node, path, name, &path);
	}
	print_value(parent, node, name);
}

static bool
has_keys(const struct json *root, char *const keys[], size_t line)
{
	for (; *keys != NULL; keys++)
		if (json_get(root, *keys) == NULL) {
			printf("line %zu has no \"%s\"\n", line, *keys);
			return false;
		}
	return true;
}

int
main(int argc, char **argv)
{
	char *text = NULL;
	size_t size = 0, line = 0;
	bool all = true;
	ssize_t n;

	if (argc < 3)
		return 2;
	while ((n = getline(&text, &size, stdin)) > 0) {
		struct err err;
		struct json *root = json_parse(text, (size_t)n, &err);

		line++;
		if (root == NULL || !json_is_object(root)) {
			printf("line %zu is no JSON object: %s", line, text);
			all = false;
		} else if (strcmp(argv[1], "get") == 0) {
			get(root, argv[2]);
		} else {
			all = has_keys(root, argv + 2, line) && all;
		}
		json_free(root);
	}
	free(text);
	return all && line > 0 ? 0 : 1;
}
