/*
 * print_state.h - how far a label of the print outbox is, as it is stored.
 * SPDX-License-Identifier: Apache-2.0
 *
 * queued -> submitting -> created -> submitted -> printing -> sent -> confirmed
 *   held                                  failed   unknown   void
 *
 *	queued		waits here; held: waits until somebody lets it go
 *	submitting	the job is being made at CUPS; nothing was sent yet
 *	created		CUPS knows the job; the document may be on its way
 *	submitted	CUPS has the document; printing: it is at the printer
 *	sent		CUPS says completed, which is not the same as printed
 *	confirmed	a person has the label in hand (scanned back)
 *	failed		it ended otherwise, and part of it may be printed
 *	unknown		CUPS has lost it: printed or not, a person must look
 *	void		cancelled
 *
 * The numbers stand in src/store/schema and src/store/sql/print.sql; new ones
 * are added at the end.  3 to 6 are on their way.
 */
#ifndef STORE_PRINT_STATE_H
#define STORE_PRINT_STATE_H

enum print_state { PRINT_QUEUED = 1, PRINT_HELD = 2, PRINT_SUBMITTING = 3,
    PRINT_CREATED = 4, PRINT_SUBMITTED = 5, PRINT_PRINTING = 6, PRINT_SENT = 7,
    PRINT_CONFIRMED = 8, PRINT_FAILED = 9, PRINT_UNKNOWN = 10, PRINT_VOID = 11,
    PRINT_STATES };

/* What the worker last saw of a printer. */
enum printer_state { PRINTER_READY, PRINTER_BUSY, PRINTER_TROUBLE, PRINTER_AWAY };

#endif
