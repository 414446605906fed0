/*
 * form.c - one form read and checked; every complaint has file and line.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <assert.h>
#include <string.h>
#include "base/conf.h"
#include "base/str.h"
#include "flow/flow_private.h"

static const struct {
	enum accepts kind;
	const char *name;
	const char *words;
} kinds[] = {
	{ ACCEPT_UNIT, "unit", "a known unit" },
	{ ACCEPT_SERIAL, "serial", "a serial" },
	{ ACCEPT_ITEM, "item", "an item" }, { ACCEPT_BIN, "bin", "a bin" },
	{ ACCEPT_ORDER, "order", "an order" },
	{ ACCEPT_PARTY, "party", "a supplier or customer" },
	{ ACCEPT_CARTON, "carton", "a carton" }, { ACCEPT_LOT, "lot", "a lot" },
	{ ACCEPT_DATE, "date", "a date" }, { ACCEPT_TEXT, "text", "a text" },
	{ ACCEPT_TASK, "task", "a task" }, { ACCEPT_BADGE, "badge", "a badge" },
	{ ACCEPT_QTY, "qty", "a quantity" },
	{ ACCEPT_REASON, "reason", "a reason" }, { ACCEPT_ANY, "any", "anything" },
	{ ACCEPT_RANGE, "range", "a range of serials" },
};
#define N_KINDS (sizeof kinds / sizeof kinds[0])

static const char *const policies[] = { "any", "scan_only",
    "keyed_needs_reason", "keyed_needs_supervisor" };

const char *
accepts_name(enum accepts one)
{
	for (size_t i = 0; i < N_KINDS; i++)
		if (kinds[i].kind == one)
			return kinds[i].name;
	return "nothing";
}

int
accepts_find(const char *name)
{
	for (size_t i = 0; i < N_KINDS; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return (int)kinds[i].kind;
	return -1;
}

void
accepts_words(unsigned accepts, char *out, size_t size)
{
	size_t len;

	out[0] = '\0';
	/* a serial says enough where a known unit does, too */
	if ((accepts & ACCEPT_SERIAL) != 0)
		accepts &= ~(unsigned)(ACCEPT_UNIT | ACCEPT_RANGE);
	for (size_t i = 0; i < N_KINDS; i++) {
		if ((accepts & kinds[i].kind) == 0)
			continue;
		len = strlen(out);
		str_print(out + len, size - len, "%s%s", len > 0 ? " or " : "",
		    kinds[i].words);
	}
}

struct reader {
	const struct conf *conf;
	struct err *err;
};

/* A text member, its length held against the room for it. */
static bool
read_text(struct reader *r, const struct conf_node *group, const char *name,
    char *out, size_t size)
{
	const char *text = NULL;

	if (!conf_text(r->conf, group, name, &text, r->err))
		return false;
	if (text != NULL && !str_copy(out, size, text))
		return conf_fault(r->conf, conf_get(group, name), r->err,
		    "%s is longer than %zu characters", name, size - 1);
	return true;
}

static bool
read_accepts(struct reader *r, const struct conf_node *group, unsigned *out)
{
	const struct conf_node *list = conf_get(group, "accepts");

	if (list == NULL || conf_count(list) == 0 ||
	    (conf_type(list) != CONF_ARRAY && conf_type(list) != CONF_LIST))
		return conf_fault(r->conf, list != NULL ? list : group, r->err,
		    "accepts must list at least one kind");
	for (size_t i = 0; i < conf_count(list); i++) {
		const struct conf_node *node = conf_at(list, i);
		const char *word = conf_as_text(node);
		int kind = word == NULL ? -1 : accepts_find(word);

		if (kind < 0)
			return conf_fault(r->conf, list, r->err,
			    "accepts: \"%s\" is no kind of scan",
			    word == NULL ? "?" : word);
		*out |= (unsigned)kind;
	}
	return true;
}

static bool
read_policy(struct reader *r, const struct conf_node *group,
    enum entry_policy *out)
{
	const char *word = "any";

	if (!conf_text(r->conf, group, "entry", &word, r->err))
		return false;
	for (size_t i = 0; i < sizeof policies / sizeof policies[0]; i++)
		if (strcmp(policies[i], word) == 0) {
			*out = (enum entry_policy)i;
			return true;
		}
	return conf_fault(r->conf, conf_get(group, "entry"), r->err,
	    "entry: \"%s\" is not any, scan_only, keyed_needs_reason or "
	    "keyed_needs_supervisor", word);
}

static bool
read_slot(struct reader *r, const struct conf_node *group, struct form_slot *s)
{
	static const char *const names[] = { "name", "label", "prompt", "help",
	    "example", "accepts", "sticky", "many", "required", "asked", "when",
	    "entry", "width", "stop", NULL };

	s->asked = true;
	s->required = false;
	s->width = 24;
	if (conf_type(group) != CONF_GROUP)
		return conf_fault(r->conf, group, r->err, "a slot is a { group }");
	if (!conf_only(r->conf, group, names, r->err) ||
	    !read_text(r, group, "name", s->name, sizeof s->name) ||
	    !read_text(r, group, "label", s->label, sizeof s->label) ||
	    !read_text(r, group, "prompt", s->prompt, sizeof s->prompt) ||
	    !read_text(r, group, "help", s->help, sizeof s->help) ||
	    !read_text(r, group, "example", s->example, sizeof s->example) ||
	    !read_text(r, group, "when", s->when, sizeof s->when) ||
	    !read_accepts(r, group, &s->accepts) ||
	    !conf_bool(r->conf, group, "sticky", &s->sticky, r->err) ||
	    !conf_bool(r->conf, group, "many", &s->many, r->err) ||
	    !conf_bool(r->conf, group, "required", &s->required, r->err) ||
	    !conf_bool(r->conf, group, "asked", &s->asked, r->err) ||
	    !conf_bool(r->conf, group, "stop", &s->stop, r->err) ||
	    !conf_int(r->conf, group, "width", 1, 200, &s->width, r->err) ||
	    !read_policy(r, group, &s->entry))
		return false;
	if (s->name[0] == '\0' || s->prompt[0] == '\0')
		return conf_fault(r->conf, group, r->err,
		    "a slot needs a name and a prompt");
	if (s->label[0] == '\0')
		str_copy(s->label, sizeof s->label, s->name);
	return true;
}

static bool
read_slots(struct reader *r, const struct conf_node *root, struct form *form)
{
	const struct conf_node *list = conf_get(root, "slots");

	if (list == NULL || conf_type(list) != CONF_LIST || conf_count(list) == 0)
		return conf_fault(r->conf, list != NULL ? list : root, r->err,
		    "slots must be a ( list ) of at least one slot");
	if (conf_count(list) > FORM_SLOTS_MAX)
		return conf_fault(r->conf, list, r->err,
		    "there are more than %d slots", FORM_SLOTS_MAX);
	for (size_t i = 0; i < conf_count(list); i++) {
		const struct conf_node *node = conf_at(list, i);
		struct form_slot *slot = &form->slots[i];

		if (!read_slot(r, node, slot))
			return false;
		if (form_slot_index(form, slot->name) >= 0)
			return conf_fault(r->conf, node, r->err,
			    "slot \"%s\" stands twice", slot->name);
		if (slot->when[0] != '\0' && form_slot_index(form, slot->when) < 0)
			return conf_fault(r->conf, conf_get(node, "when"), r->err,
			    "when: \"%s\" is no slot before this one", slot->when);
		form->n_slots++;
	}
	return true;
}

static bool
read_columns(struct reader *r, const struct conf_node *root, struct form *form)
{
	static const char *const names[] = { "name", "title", "width", NULL };
	const struct conf_node *list = conf_get(root, "columns");

	if (list == NULL)
		return true;
	if (conf_type(list) != CONF_LIST || conf_count(list) > FORM_COLUMNS_MAX)
		return conf_fault(r->conf, list, r->err,
		    "columns must be a ( list ) of at most %d", FORM_COLUMNS_MAX);
	for (size_t i = 0; i < conf_count(list); i++) {
		const struct conf_node *node = conf_at(list, i);
		struct form_column *c = &form->columns[i];

		if (conf_type(node) != CONF_GROUP)
			return conf_fault(r->conf, list, r->err,
			    "a column is a { group }");
		if (!conf_only(r->conf, node, names, r->err) ||
		    !read_text(r, node, "name", c->name, sizeof c->name) ||
		    !read_text(r, node, "title", c->title, sizeof c->title) ||
		    !conf_int(r->conf, node, "width", 0, 200, &c->width, r->err))
			return false;
		form->n_columns++;
	}
	return true;
}

/* false, true (the flow's own template), or the name of another. */
static bool
read_print(struct reader *r, const struct conf_node *root,
    const struct flow_def *def, struct form *form)
{
	const struct conf_node *node = conf_get(root, "print");
	const char *word = node == NULL ? NULL : conf_as_text(node);
	bool on = word != NULL;

	if (word == NULL && !conf_bool(r->conf, root, "print", &on, r->err))
		return false;
	if (!on)
		return true;
	if (def->label == NULL)
		return conf_fault(r->conf, node, r->err, "%s prints no labels",
		    def->name);
	if (word != NULL && word[0] == '\0')
		return conf_fault(r->conf, node, r->err,
		    "print is true, false or the name of a label");
	if (!str_copy(form->print, sizeof form->print, word != NULL ? word :
	    def->label))
		return conf_fault(r->conf, node, r->err,
		    "print is longer than %zu characters", sizeof form->print - 1);
	return true;
}

/* "/a/b/receiving.form" is the form of receiving. */
static void
name_from_file(const char *file, char *out, size_t size)
{
	const char *base = strrchr(file, '/');
	const char *dot;

	base = base == NULL ? file : base + 1;
	dot = strchr(base, '.');
	str_copyn(out, size, base, dot == NULL ? strlen(base) : (size_t)(dot - base));
}

bool
form_parse(const char *file, const char *text, struct form *out, struct err *err)
{
	static const char *const names[] = { "title", "help", "print", "slots",
	    "columns", NULL };
	struct form form = { .n_slots = 0 };
	struct conf *conf = conf_parse(file, text, err);
	struct reader r = { conf, err };
	const struct conf_node *root;
	const struct flow_def *def = NULL;
	struct err misfit;
	bool ok;

	if (conf == NULL)
		return false;
	root = conf_root(conf);
	name_from_file(file, form.name, sizeof form.name);
	str_copy(form.source, sizeof form.source, file);
	ok = conf_only(conf, root, names, err) &&
	    read_text(&r, root, "title", form.title, sizeof form.title) &&
	    read_text(&r, root, "help", form.help, sizeof form.help) &&
	    read_slots(&r, root, &form) && read_columns(&r, root, &form);
	if (ok && form.title[0] == '\0')
		ok = conf_fault(conf, root, err, "a form needs a title");
	if (ok && (def = flow_def_find(form.name)) == NULL)
		ok = conf_fault(conf, root, err, "there is no flow \"%s\"", form.name);
	ok = ok && (def == NULL || read_print(&r, root, def, &form));
	if (ok && def != NULL && !form_fits(&form, def, &misfit))
		ok = conf_fault(conf, conf_get(root, "slots"), err, "%s", misfit.what);
	conf_close(conf);
	if (ok)
		*out = form;
	return ok;
}

int
form_slot_index(const struct form *form, const char *slot)
{
	for (size_t i = 0; i < form->n_slots; i++)
		if (strcmp(form->slots[i].name, slot) == 0)
			return (int)i;
	return -1;
}

static bool
slot_fits(const struct form_slot *slot, const struct flow_def *def, struct err *err)
{
	char words[160];

	for (size_t i = 0; i < def->n_slots; i++) {
		unsigned more;

		if (strcmp(def->slots[i].name, slot->name) != 0)
			continue;
		more = slot->accepts & ~def->slots[i].may_accept;
		if (more == 0)
			return true;
		accepts_words(more, words, sizeof words);
		return err_set(err, ERR_INPUT, "slot \"%s\" of %s cannot take %s",
		    slot->name, def->name, words);
	}
	return err_set(err, ERR_INPUT, "%s has no slot \"%s\"", def->name, slot->name);
}

static bool
column_fits(const struct form_column *column, const struct flow_def *def,
    struct err *err)
{
	for (size_t i = 0; def->columns != NULL && def->columns[i] != NULL; i++)
		if (strcmp(def->columns[i], column->name) == 0)
			return true;
	return err_set(err, ERR_INPUT, "%s has no column \"%s\"", def->name,
	    column->name);
}

bool
form_fits(const struct form *form, const struct flow_def *def, struct err *err)
{
	for (size_t i = 0; i < form->n_slots; i++)
		if (!slot_fits(&form->slots[i], def, err))
			return false;
	for (size_t i = 0; i < def->n_slots; i++)
		if (def->slots[i].required &&
		    form_slot_index(form, def->slots[i].name) < 0)
			return err_set(err, ERR_INPUT, "%s needs the slot \"%s\"",
			    def->name, def->slots[i].name);
	for (size_t i = 0; i < form->n_columns; i++)
		if (!column_fits(&form->columns[i], def, err))
			return false;
	return true;
}
