/*
 * label_make.c - a label that is made at the station.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "ui/label_make.h"
#include <string.h>
#include "base/str.h"
#include "ui/words.h"

static const struct station_printer *printer_for(const struct station *st,
    const char *template_name)
{
	for (size_t i = 0; i < st->n_printers; i++)
		if (str_eq(st->printers[i].template_name, template_name))
			return &st->printers[i];
	return NULL;
}

static struct label_values values_of(const struct label_make *make, int copies)
{
	return (struct label_values){ make->given.at, make->given.n, copies };
}

/* Drawn for its printer, so that what cannot be printed is told now. */
static bool draws(const struct label_make *make, struct err *why)
{
	struct label_values values = values_of(make, 1);
	struct label_bitmap picture;

	if (!label_draw(make->label, &make->printer->profile, &values, &picture,
	    why))
		return false;
	label_bitmap_done(&picture);
	return true;
}

static bool check(struct label_make *make, struct err *why)
{
	const char *name = label_info(make->label)->name;
	struct label_values values = values_of(make, 1);

	make->printer = printer_for(make->station, name);
	if (!label_check(make->label, &values, why)) {
		if (str_eq(why->code, "label.missing"))
			err_hint(why, "%s", _("Scan what it is for, or take another "
			    "template."));
		return false;
	}
	if (make->printer == NULL) {
		err_code(why, ERR_INPUT, "label.no-printer",
		    _("no printer here takes the label \"%s\""), name);
		return err_hint(why, "%s", _("Set up one in dockledger.conf."));
	}
	return draws(make, why);
}

static void made(struct label_make *make)
{
	err_clear(&make->why);
	make->given.n = 0;
	make->printer = NULL;
	if (make->label != NULL && label_subject_give(&make->subject, make->label,
	    make->station->ledger, &make->given, &make->why))
		(void)!check(make, &make->why);
}

void label_make_by(struct label_make *make, const struct label *label)
{
	make->label = label;
	make->by_hand = true;
	made(make);
}

void label_make_for(struct label_make *make, const struct label_subject *subject)
{
	make->subject = *subject;
	if (make->by_hand) {
		made(make);
		if (make->why.kind == ERR_NONE)
			return;
	}
	make->by_hand = false;
	make->label = labels_find(make->station->labels,
	    label_subject_template(subject));
	made(make);
}

bool label_make_ask(struct label_make *make, struct ledger *ledger,
    const char *reason, int64_t *id, struct err *err)
{
	struct label_values values = values_of(make, make->copies);
	bool unit = make->subject.kind == SUBJECT_OF_UNIT;
	struct print_request request = {
		.template_name = label_info(make->label)->name,
		.template_text = label_info(make->label)->text,
		.copies = make->copies, .printer = make->printer->name,
		.item = unit ? make->subject.unit.item : "",
		.serial = unit ? make->subject.unit.serial : "",
		.reason = reason, .entry = BY_KEYS };
	struct str fields;
	bool ok;

	str_init(&fields);
	label_given_fields(&values, &fields);
	request.fields = fields.p;
	ok = ledger_print_request(ledger, &request, id, err);
	str_done(&fields);
	return ok;
}

bool label_make_preview(const struct label_make *make, int columns, int rows,
    bool utf8, struct str *out)
{
	struct label_values values = values_of(make, 1);
	struct err err;

	return make->label != NULL && label_preview(make->label, &values, columns,
	    rows, utf8 ? LABEL_BRAILLE : LABEL_ASCII, out, &err);
}
