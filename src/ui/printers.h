/*
 * printers.h - how the printers are, in words.
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef UI_PRINTERS_H
#define UI_PRINTERS_H
#include "ledger/print_outbox.h"
#include "ui/ui.h"

/* A shape and a word: "! trouble". */
const char *printer_state_shown(enum printer_state state);
/* The words of the status line: "ok", or what is wrong and then *trouble; ""
 * when there is nothing to tell.  worker: one is here that prints. */
void printers_say(const struct ui_printing *printing,
    const struct printer_row rows[], size_t n, bool worker, char *out,
    size_t size, bool *trouble);
/* The same, asked of the ledger now. */
void printers_now(const struct ui_printing *printing, struct ledger *ledger,
    char *out, size_t size, bool *trouble);
#endif
