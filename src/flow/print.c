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

/* Queue what is given.  False with ERR_INPUT or ERR_CLASH: it cannot be. */
static bool
queue(struct flow *f, const struct label *label,
    const struct station_printer *printer, const struct label_given *given,
    struct print_request *r, struct err *err)
{
	struct label_values values = { given->at, given->n, 1 };
	struct str fields;
	int64_t id;
	bool ok;

	if (!try_it(label, printer, &values, err))
		return false;
	str_init(&fields);
	label_given_fields(&values, &fields);
	r->template_name = label_info(label)->name;
	r->template_text = label_info(label)->text;
	r->fields = fields.p;
	r->copies = 1;
	r->printer = printer->name;
	r->entry = (enum event_entry)f->entry;
	ok = ledger_print_request(f->l, r, &id, err);
	str_done(&fields);
	return ok;
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

static bool
request_unit(struct flow *f, const char *template_name, const char *item,
    const char *serial, struct print_request *r, struct err *err)
{
	const struct station_printer *printer;
	const struct label *label;
	struct label_given given;

	r->item = item;
	r->serial = serial;
	return find_desk(f, template_name, &label, &printer, err) &&
	    unit_values(f, label, item, serial, &given, err) &&
	    queue(f, label, printer, &given, r, err);
}

static bool
request_carton(struct flow *f, const char *template_name, const char *code,
    struct print_request *r, struct err *err)
{
	const struct station_printer *printer;
	const struct label *label;
	struct label_given given;

	r->item = r->serial = "";
	given.n = 0;
	return find_desk(f, template_name, &label, &printer, err) &&
	    label_given_carton(&given, label, f->l, code, err) &&
	    queue(f, label, printer, &given, r, err);
}

bool
print_unit(struct flow *f, const char *item, const char *serial, int64_t event,
    struct verdict *v, struct err *err)
{
	struct print_request r = { .event = event, .reason = "" };

	assert(event != 0);
	return f->form->print[0] == '\0' ||
	    request_unit(f, f->form->print, item, serial, &r, err) ||
	    or_say(f, v, err);
}

bool
print_carton(struct flow *f, const char *code, int64_t event, struct verdict *v,
    struct err *err)
{
	struct print_request r = { .event = event, .reason = "" };

	assert(event != 0);
	return f->form->print[0] == '\0' ||
	    request_carton(f, f->form->print, code, &r, err) || or_say(f, v, err);
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
