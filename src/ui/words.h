/*
 * words.h - texts for people, looked up in the language of the terminal.
 * SPDX-License-Identifier: Apache-2.0
 *
 * _("text") is the text in the language set up; N_("text") marks one in a
 * table, which is looked up where it is used.  Without a translation the text
 * stands as written.
 */
#ifndef UI_WORDS_H
#define UI_WORDS_H
#include <libintl.h>

#define UI_DOMAIN "dockledger"
#define _(text) dgettext(UI_DOMAIN, text)
#define N_(text) text

/* A number with the word for one or for many. */
#define many_(one, many, n) \
	dngettext(UI_DOMAIN, one, many, (unsigned long)(n))
#endif
