/*
 * serials_print.c - labels of serials that were just made.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include "app/label_desk.h"
#include "app/serials_print.h"
#include "flow/label_given.h"

bool
serials_desk(struct app *app, const char *template_name, struct serials_desk *d,
    struct err *err)
{
	if (!label_desk(app, err))
		return false;
	for (size_t i = 0; i < app->station.n_printers; i++) {
		d->printer = &app->station.printers[i];
		if (strcmp(d->printer->template_name, template_name) != 0)
			continue;
		d->label = labels_find(app->labels, template_name);
		return true;
	}
	err_code(err, ERR_ABSENT, "label.no-printer",
	    "no printer here takes the label \"%s\"", template_name);
	return err_hint(err, "'dockledger printers' lists them; 'label' lists the "
	    "templates. No serial was made.");
}

static bool
print_one(struct ledger *l, const struct serials_desk *d, const struct item *item,
    const char *serial, struct err *err)
{
	struct print_request r = { .template_name = label_info(d->label)->name,
	    .template_text = label_info(d->label)->text, .copies = 1,
	    .printer = d->printer->name, .item = item->code, .serial = serial,
	    .reason = "", .entry = BY_KEYS };
	struct label_given given = { .n = 0 };
	struct label_values values = { given.at, 0, 1 };
	struct issued issued;
	struct unit unit;
	struct str fields;
	int64_t id;
	bool ok;

	if (issued_find(l, item->code, serial, &issued, err) <= 0)
		return false;
	unit_init(&unit, item->code, serial);
	label_given_unit(&given, d->label, &unit, item);
	values.n = given.n;
	if (!label_check(d->label, &values, err))
		return false;
	r.event = issued.event;
	str_init(&fields);
	label_given_fields(&values, &fields);
	r.fields = fields.p;
	ok = ledger_print_request(l, &r, &id, err);
	str_done(&fields);
	return ok;
}

bool
serials_print(struct ledger *l, const struct serials_desk *d, const char *code,
    const struct made_serials *made, struct err *err)
{
	struct item item;

	if (item_find(l, code, &item, err) <= 0)
		return false;
	for (size_t i = 0; i < made->list.n; i++)
		if (!print_one(l, d, &item, made->list.at[i].text, err))
			return false;
	return true;
}
