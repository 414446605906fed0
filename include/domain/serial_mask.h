/*
 * serial_mask.h - serials of our own: the mask they are made by.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	#		a digit
 *	@		a letter of the alphabet
 *	*		a character of the alphabet
 *	{SEQ:6}		the number of the serial, this many digits, once at most
 *	{YY} {MM} {WW} {J}	year, month, ISO week, day of the year (001 to 366)
 *	{SITE}		the site, 1 to 8 of A-Z 0-9, once at most
 *	{CHK:luhn}	check characters (domain/check.h)
 *	\c		the character c itself
 *	else		itself
 *
 * A mask with {SEQ} is counted: the number alone tells its serials apart, and
 * it does not begin anew with the year.  Its free places (# @ *) are drawn.  A
 * mask without {SEQ} is drawn: its number is what its first free places come
 * to, as many of them as 62 bits can hold, so that the numbers of one station
 * and those of another give different serials; places after these are drawn
 * too.  A number is from serial_mask_first to serial_mask_last.
 *
 * A serial of ours has at most 20 characters of GS1 set 82, as AI 21 carries
 * them, and never begins with XCX.  {CHK} covers what stands directly before
 * it and can be nothing but characters of its system: in SN-{SEQ:6}{CHK:luhn}
 * the six digits, in SN{SEQ:6}{CHK:mod37_36} all eight characters.
 *
 * Beside {WW}, {YY} is the year that the week belongs to, so a mask with {WW}
 * has no {MM} and no {J}.  Pure: dates, site and chance come from the caller.
 */
#ifndef DOMAIN_SERIAL_MASK_H
#define DOMAIN_SERIAL_MASK_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/err.h"
#include "domain/check.h"
#include "domain/serial_rule.h"

#define SERIAL_MADE_MAX 20		/* characters of AI 21 */
#define SERIAL_MADE_SIZE (SERIAL_MADE_MAX + 1)
#define SERIAL_MASK_SIZE 96		/* the text of a mask and NUL */
#define SERIAL_SITE_MAX 8
#define SERIAL_RANDOM_MAX (SERIAL_MADE_MAX * 4)

enum mask_kind { MASK_LITERAL, MASK_DIGIT, MASK_LETTER, MASK_ANY, MASK_SEQ,
    MASK_YEAR, MASK_MONTH, MASK_WEEK, MASK_DAY, MASK_SITE, MASK_CHECK };

struct mask_part {
	enum mask_kind kind;
	size_t n;			/* characters; 0 for {SITE} */
	char literal;
	enum check_kind check;
	size_t from;			/* first part that the check covers */
	bool counts;			/* a free place of a drawn mask's number */
};

/* A mask as it was understood; copied by assignment. */
struct serial_mask {
	char text[SERIAL_MASK_SIZE];
	char alphabet[12];		/* its name */
	const char *letters, *any;	/* what @ and * stand for */
	size_t n_parts;
	struct mask_part parts[SERIAL_MADE_MAX];
	size_t fixed;			/* characters without the site */
	bool has_site, counted, by_week;
	size_t drawn;			/* free places that are not the number */
	int64_t space;			/* numbers there are */
};

/* "alnum" (0-9 A-Z; the one meant by ""), "crockford" (without I L O U),
 * "gs1" (without 0 1 I O) and "vin" (without I O Q).  NULL: no more. */
const char *serial_alphabet_name(size_t i);

/* ERR_INPUT serial.format: what is wrong, and at which character (from 1). */
bool serial_mask_parse(const char *text, const char *alphabet,
    struct serial_mask *out, struct err *) MUST_CHECK;

/* The numbers of a mask; counted ones begin with 1. */
int64_t serial_mask_first(const struct serial_mask *);
int64_t serial_mask_last(const struct serial_mask *);

struct serial_making {
	int64_t number;			/* first to last of the mask */
	const char *date;		/* "YYYY-MM-DD", a valid one */
	const char *site;		/* "": none */
	const unsigned char *random;	/* 4 bytes for each of mask->drawn; NULL: zeros */
};

/*
 * Make a serial.  ERR_CLASH when this number gives none that may be (it would
 * begin with XCX): take another.  ERR_INPUT: the mask wants a site and there is
 * none, or with it the serial is too long.
 */
bool serial_mask_make(const struct serial_mask *, const struct serial_making *,
    char out[SERIAL_MADE_SIZE], struct err *) MUST_CHECK;

/* May this text, ours or a vendor's, be a serial of the mask?  *number (may be
 * NULL) is then its number.  False: *fault says what is wrong first. */
bool serial_mask_fits(const struct serial_mask *, const char *text,
    int64_t *number, struct serial_fault *fault);

/* One serial as it may look, for people. */
void serial_mask_example(const struct serial_mask *, const char *date,
    const char *site, char out[SERIAL_MADE_SIZE]);

/*
 * Does the rule let the serials of the mask pass?  Tries every character in
 * every free place, the first and last numbers and each day of two years.
 * False: *fault says why not, and serial is the one that did not pass.
 */
bool serial_mask_suits(const struct serial_mask *, struct serial_rule *,
    char serial[SERIAL_MADE_SIZE], struct serial_fault *fault);
#endif
