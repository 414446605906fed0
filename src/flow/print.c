/*
 * print.c - labels at the accepting scan.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The request is written in the transaction of the act, so that both are there
 * or neither; the worker in the background takes it from there.  The label is
 * drawn once here for the printer it is meant for: what cannot be printed is
 * said where somebody stands.  It never stands against the act, for the goods
 * are there all the same.
 */
#include <assert.h>
#include <string.h>
#include "base/str.h"
#include "flow/label_given.h"
#include "flow/print.h"
#include "ledger/print_outbox.h"

/* Another sentence behind what the verdict says. */
static void
say_more(char *out, size_t size, const char *words)
{
	size_t len = strlen(out);

	str_print(out + len, size - len, "%s%s", len > 0 ? " " : "", words);
}

static void
say_no_label(struct verdict *v, const struct err *err)
{
	size_t len = strlen(v->text);

	str_print(v->text + len, sizeof v->text - len, "; no label: %s", err->what);
	if (err->hint[0] != '\0')
		say_more(v->hint, sizeof v->hint, err->hint);
}

static const struct station_printer *
printer_for(const struct flow *f, const char *template_name)
{
	for (size_t i = 0; i < f->st->n_printers; i++)
		if (strcmp(f->st->printers[i].template_name, template_name) == 0)
			return &f->st->printers[i];
	return NULL;
}

/* The template and its printer.  False: *why says what is missing. */
static bool
find_desk(struct flow *f, const char *template_name, const struct label **label,
    const struct station_printer **printer, struct err *why)
{
	*printer = NULL;
	*label = f->st->labels == NULL ? NULL :
	    labels_find(f->st->labels, template_name);
	if (f->st->labels != NULL && *label == NULL) {
		err_code(why, ERR_INPUT, "label.template",
		    "there is no label \"%s\"", template_name);
		return err_hint(why, "The form names it; 'dockledger label' lists all.");
	}
	*printer = printer_for(f, template_name);
	if (*label != NULL && *printer != NULL)
		return true;
	err_code(why, ERR_INPUT, "label.no-printer",
	    "no printer here takes the label \"%s\"", template_name);
	return err_hint(why, "Set up one in dockledger.conf, or print = false.");
}

/* Could this printer print it? */
static bool
try_it(const struct label *label, const struct station_printer *printer,
    const struct label_values *values, struct err *why)
{
	struct label_bitmap picture;

	if (!label_draw(label, &printer->profile, values, &picture, why))
		return false;
	label_bitmap_done(&picture);
	return true;
}

/* What is wrong with the label is said; only a failing environment ends the
 * feed. */
static bool
or_say(struct flow *f, struct verdict *v, struct err *err)
{
	bool once = strcmp(err->code, "label.no-printer") == 0;

	if (err->kind != ERR_INPUT && err->kind != ERR_CLASH)
		return false;
	if (!once)
		say_no_label(v, err);
	else if (!f->said_no_printer)
		say_more(v->hint, sizeof v->hint, err->what);
	f->said_no_printer = f->said_no_printer || once;
	err_clear(err);
	return true;
}

static bool
unit_values(struct flow *f, const struct label *label, const char *item,
    const char *serial, struct label_given *given, struct err *err)
{
	const struct item *about;
	struct unit unit;
	int rc = ledger_unit(f->l, item, serial, &unit, err);

	if (rc < 0 || flow_item(f, item, &about, err) <= 0)
		return false;
	if (rc == 0)	/* its serial was issued, and the unit comes later */
		unit_init(&unit, item, serial);
	given->n = 0;
	label_given_unit(given, label, &unit, about);
	return true;
}

bool
print_make(struct flow *f, const char *template_name,
    const struct print_subject *about, struct print_request *r,
    struct str *fields, struct err *err)
{
	bool is_unit = about->item[0] != '\0';
	const struct station_printer *printer;
	struct label_given given = { .n = 0 };
	struct label_values values = { given.at, 0, 1 };
	const struct label *label;

	if (!find_desk(f, template_name, &label, &printer, err) ||
	    !(is_unit ? unit_values(f, label, about->item, about->code, &given, err) :
	    label_given_carton(&given, label, f->l, about->code, err)))
		return false;
	values.n = given.n;
	if (!try_it(label, printer, &values, err))
		return false;
	label_given_fields(&values, fields);
	r->template_name = label_info(label)->name;
	r->template_text = label_info(label)->text;
	r->fields = fields->p;
	r->copies = 1;
	r->printer = printer->name;
	r->item = about->item;
	r->serial = is_unit ? about->code : "";
	r->entry = (enum event_entry)f->entry;
	return true;
}

/* The first label of it, by the form's template. */
static bool
print_first(struct flow *f, const struct print_subject *about, int64_t event,
    struct verdict *v, struct err *err)
{
	struct print_request r = { .event = event, .reason = "" };
	struct str fields;
	int64_t id;
	bool ok;

	assert(event != 0);
	if (f->form->print[0] == '\0')
		return true;
	str_init(&fields);
	ok = print_make(f, f->form->print, about, &r, &fields, err) &&
	    ledger_print_request(f->l, &r, &id, err);
	str_done(&fields);
	return ok || or_say(f, v, err);
}

void
print_subject(struct print_subject *about, const char *item, const char *code)
{
	str_copy(about->item, sizeof about->item, item);
	str_copy(about->code, sizeof about->code, code);
}

bool
print_unit(struct flow *f, const char *item, const char *serial, int64_t event,
    struct verdict *v, struct err *err)
{
	struct print_subject about;

	print_subject(&about, item, serial);
	return print_first(f, &about, event, v, err);
}

bool
print_carton(struct flow *f, const char *code, int64_t event, struct verdict *v,
    struct err *err)
{
	struct print_subject about;

	print_subject(&about, "", code);
	return print_first(f, &about, event, v, err);
}

bool
print_read_back(struct flow *f, const char *item, const char *serial,
    struct err *err)
{
	int64_t n;

	return f->entry == ENTRY_KEYED || f->entry == ENTRY_PASTED ||
	    ledger_print_scanned_back(f->l, item, serial,
	    (enum event_entry)f->entry, &n, err);
}

bool
print_void(struct flow *f, int64_t event, int64_t *left, struct err *err)
{
	return ledger_print_void(f->l, event, left, err);
}
