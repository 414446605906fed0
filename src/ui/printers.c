/*
 * printers.c - how the printers are, in words.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What is known of a printer is what the worker wrote last; without a worker
 * nobody prints, whatever it wrote.
 */
#include "ui/printers.h"
#include <assert.h>
#include "base/str.h"
#include "ui/words.h"

#define PRINTERS_MAX 64		/* of which a row may be there */

const char *printer_state_shown(enum printer_state state)
{
	static const char *const words[] = {
		[PRINTER_READY] = N_("+ ready"),
		[PRINTER_BUSY] = N_("> printing"),
		[PRINTER_TROUBLE] = N_("! trouble"),
		[PRINTER_AWAY] = N_("! away"),
	};

	assert((size_t)state < sizeof words / sizeof words[0]);
	return _(words[state]);
}

/* One that is set for other stations alone is none of ours. */
static bool is_ours(const struct ui_printing *printing, const char *name)
{
	for (size_t i = 0; i < printing->n; i++)
		if (str_eq(printing->printers[i].name, name))
			return printing->printers[i].here;
	return true;
}

static bool is_trouble(const struct printer_row *row)
{
	return row->state == PRINTER_TROUBLE || row->state == PRINTER_AWAY;
}

void printers_say(const struct ui_printing *printing,
    const struct printer_row rows[], size_t n, bool worker, char *out,
    size_t size, bool *trouble)
{
	const struct printer_row *first = NULL;
	size_t ours = 0, bad = 0;
	bool same = true;

	for (size_t i = 0; i < n; i++) {
		if (!is_ours(printing, rows[i].name))
			continue;
		ours++;
		if (!is_trouble(&rows[i]))
			continue;
		first = first == NULL ? &rows[i] : first;
		same = same && str_eq(first->words, rows[i].words);
		bad++;
	}
	*trouble = bad > 0 || (!worker && printing->n > 0);
	if (!worker && printing->n > 0)
		str_copy(out, size, _("no worker prints"));
	else if (bad > 1 && !same)
		str_print(out, size, _("%zu of %zu: %s %s"), bad, ours,
		    first->name, first->words);
	else if (bad > 0 && ((same && bad == ours) || first->name[0] == '\0'))
		str_copy(out, size, first->words);
	else if (bad > 0)
		str_print(out, size, "%s: %s", first->name, first->words);
	else
		str_copy(out, size, ours > 0 ? _("ok") : "");
}

void printers_now(const struct ui_printing *printing, struct ledger *ledger,
    char *out, size_t size, bool *trouble)
{
	struct printer_row rows[PRINTERS_MAX];
	struct err err;
	size_t n = 0;

	out[0] = '\0';
	*trouble = false;
	if (!ledger_printers(ledger, rows, PRINTERS_MAX, &n, &err) ||
	    (n == 0 && printing->n == 0))
		return;
	printers_say(printing, rows, n, store_is_marked(ledger_store(ledger),
	    STORE_MARK_WORKER), out, size, trouble);
}
