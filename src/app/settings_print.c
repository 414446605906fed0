/*
 * settings_print.c - printers in dockledger.conf, read and checked.
 * SPDX-License-Identifier: Apache-2.0
 *
 * printers = (
 *   { name = "Dock 2"; queue = "zebra2"; format = "zpl"; dpi = 203.2;
 *     width_mm = 104.0; templates = [ "unit", "bin" ]; default = true; },
 *   ...
 * );
 *
 * key of a printer  value       means
 * name              text        what people call it
 * queue             text        the queue of CUPS; the name when left out
 * format            word        pdf, zpl, or auto: zpl for a queue without a driver
 * dpi               100..1200   dots of the head; 203 for pdf, 203.2 for zpl
 * width_mm          10..300     what the head prints; 0: not known
 * media             keyword     what is loaded; made from the label's size
 * templates         texts       labels that go there unasked; all when left out
 * stations          texts       stations that use it; all when left out
 * default           bool        where labels go that no other printer names
 *
 * print.batch       1..500      labels a job; 40
 * print.linger_ms   0..10000    how long a label waits for others; 2000
 * print.jobs        1..10       jobs of a printer at CUPS at a time; 2
 * print.worker      bool        the station starts the worker by itself; true
 */
#include <string.h>
#include "app/settings_print.h"
#include "base/str.h"

void
print_settings_init(struct print_settings *s)
{
	memset(s, 0, sizeof *s);
	s->batch = 40;
	s->linger_ms = 2000;
	s->jobs = 2;
	s->worker = true;
}

static bool
read_text(const struct conf *conf, const struct conf_node *group,
    const char *name, char *out, size_t size, struct err *err)
{
	const char *text = NULL;

	if (!conf_text(conf, group, name, &text, err))
		return false;
	if (text == NULL || (text[0] != '\0' && str_copy(out, size, text)))
		return true;
	return conf_fault(conf, conf_get(group, name), err,
	    "%s has 1 to %zu bytes", name, size - 1);
}

/* Texts as words between blanks. */
static bool
read_list(const struct conf *conf, const struct conf_node *group,
    const char *name, char *out, size_t size, struct err *err)
{
	const struct conf_node *list = conf_get(group, name);
	struct str words;
	bool ok = true;

	if (list == NULL)
		return true;
	str_init(&words);
	str_addc(&words, ' ');
	for (size_t i = 0; i < conf_count(list) && ok; i++) {
		const char *word = conf_as_text(conf_at(list, i));

		ok = word != NULL && word[0] != '\0' && strchr(word, ' ') == NULL;
		if (ok)
			str_addf(&words, "%s ", word);
	}
	ok = ok && conf_count(list) > 0 && str_copy(out, size, words.p);
	str_done(&words);
	return ok || conf_fault(conf, list, err,
	    "%s is a list of words: [ \"a\", \"b\" ]", name);
}

static bool
read_format(const struct conf *conf, const struct conf_node *group,
    struct printer_profile *p, struct err *err)
{
	const char *word = "auto";
	int format;

	if (!conf_text(conf, group, "format", &word, err))
		return false;
	format = print_format_find(word);
	if (format < 0)
		return conf_fault(conf, conf_get(group, "format"), err,
		    "format is pdf, zpl or auto, not \"%s\"", word);
	p->format = (enum print_format)format;
	return true;
}

static bool
read_size(const struct conf *conf, const struct conf_node *group,
    struct printer_profile *p, struct err *err)
{
	if (!conf_real(conf, group, "dpi", &p->dpi, err) ||
	    !conf_real(conf, group, "width_mm", &p->width_mm, err))
		return false;
	if (conf_get(group, "dpi") != NULL && (p->dpi < 100 || p->dpi > 1200))
		return conf_fault(conf, conf_get(group, "dpi"), err,
		    "dpi is 100 to 1200");
	if (p->width_mm != 0 && (p->width_mm < 10 || p->width_mm > 300))
		return conf_fault(conf, conf_get(group, "width_mm"), err,
		    "width_mm is 10 to 300, or 0 when it is not known");
	return true;
}

static bool
read_printer(const struct conf *conf, const struct conf_node *group,
    struct printer_profile *p, struct err *err)
{
	static const char *const names[] = { "name", "queue", "format", "dpi",
	    "width_mm", "media", "templates", "stations", "default", NULL };

	if (conf_type(group) != CONF_GROUP)
		return conf_fault(conf, group, err, "a printer is a group: { ... }");
	if (!conf_only(conf, group, names, err) ||
	    !read_text(conf, group, "name", p->name, sizeof p->name, err) ||
	    !read_text(conf, group, "queue", p->queue, sizeof p->queue, err) ||
	    !read_text(conf, group, "media", p->media, sizeof p->media, err) ||
	    !read_format(conf, group, p, err) || !read_size(conf, group, p, err) ||
	    !read_list(conf, group, "templates", p->templates,
	    sizeof p->templates, err) ||
	    !read_list(conf, group, "stations", p->stations, sizeof p->stations,
	    err) || !conf_bool(conf, group, "default", &p->is_default, err))
		return false;
	if (p->name[0] == '\0')
		return conf_fault(conf, group, err, "a printer needs a name");
	if (p->queue[0] == '\0')
		str_copy(p->queue, sizeof p->queue, p->name);
	return true;
}

/* Names are known once, and one at most is the default. */
static bool
check_printer(const struct print_settings *s, const struct printer_profile *p,
    const struct conf *conf, const struct conf_node *group, struct err *err)
{
	for (size_t i = 0; i < s->n; i++) {
		if (strcmp(s->printers[i].name, p->name) == 0)
			return conf_fault(conf, group, err,
			    "there are two printers \"%s\"", p->name);
		if (s->printers[i].is_default && p->is_default)
			return conf_fault(conf, group, err,
			    "\"%s\" is the default printer already",
			    s->printers[i].name);
	}
	return true;
}

static bool
read_printers(struct print_settings *s, const struct conf *conf,
    const struct conf_node *list, struct err *err)
{
	if (conf_type(list) != CONF_LIST)
		return conf_fault(conf, list, err,
		    "printers is a list: printers = ( { ... }, { ... } );");
	if (conf_count(list) > PROFILES_MAX)
		return conf_fault(conf, list, err, "there are at most %d printers",
		    PROFILES_MAX);
	for (size_t i = 0; i < conf_count(list); i++) {
		struct printer_profile p = { .is_default = false };

		if (!read_printer(conf, conf_at(list, i), &p, err) ||
		    !check_printer(s, &p, conf, conf_at(list, i), err))
			return false;
		s->printers[s->n++] = p;
	}
	return true;
}

bool
print_settings_read(struct print_settings *s, const struct conf *conf,
    const struct conf_node *root, struct err *err)
{
	static const char *const names[] = { "batch", "linger_ms", "jobs", "worker",
	    NULL };
	const struct conf_node *printers = conf_get(root, "printers");
	const struct conf_node *group = conf_get(root, "print");

	if (printers != NULL && !read_printers(s, conf, printers, err))
		return false;
	if (group == NULL)
		return true;
	if (conf_type(group) != CONF_GROUP)
		return conf_fault(conf, group, err, "print is a group: print: { ... };");
	return conf_only(conf, group, names, err) &&
	    conf_int(conf, group, "batch", 1, 500, &s->batch, err) &&
	    conf_int(conf, group, "linger_ms", 0, 10000, &s->linger_ms, err) &&
	    conf_int(conf, group, "jobs", 1, 10, &s->jobs, err) &&
	    conf_bool(conf, group, "worker", &s->worker, err);
}
