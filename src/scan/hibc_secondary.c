/*
 * hibc_secondary.c - date, lot or serial, and quantity of a HIBC.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	YYJJJ lot		$ lot			$+ serial
 *	$$ [quantity] date lot	$$+ [quantity] date serial
 *
 * A quantity is 8 and two digits or 9 and five.  A date is MMYY, or a digit 2
 * to 7 that says which form follows; a row of a table for each.
 */
#include <ctype.h>
#include <string.h>
#include "base/str.h"
#include "domain/date.h"
#include "scan/element.h"
#include "scan/hibc_secondary.h"

/* The forms of a date behind $$.  order names the digits: Y M D, J day of
 * the year, H hour. */
static const struct form {
	char digit;
	const char *order;
} forms[] = {
	{ '2', "MMDDYY" }, { '3', "YYMMDD" }, { '4', "YYMMDDHH" },
	{ '5', "YYJJJ" }, { '6', "YYJJJHH" }, { '7', "" },
};

struct part {
	const char *at;
	const char *end;
	const struct scan_options *options;
	struct scan_parsed *out;
};

static size_t left(const struct part *p)
{
	return (size_t)(p->end - p->at);
}

static bool digits_at(const struct part *p, size_t n)
{
	if (left(p) < n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!isdigit((unsigned char)p->at[i]))
			return false;
	return true;
}

/* The number made of the digits that order marks with letter, or -1. */
static int pick(const char *text, const char *order, char letter)
{
	int value = -1;

	for (size_t i = 0; order[i]; i++)
		if (order[i] == letter)
			value = (value < 0 ? 0 : value) * 10 + (text[i] - '0');
	return value;
}

/* The day that the digits name in this order. */
static bool day_of(const struct part *p, const char *order,
    char iso[DATE_ISO_SIZE])
{
	int yy = pick(p->at, order, 'Y');
	int day_of_year = pick(p->at, order, 'J');
	char five[16];

	if (day_of_year < 0)
		return date_make(date_full_year(yy, p->options->year),
		    pick(p->at, order, 'M'), pick(p->at, order, 'D'), iso);
	str_print(five, sizeof(five), "%02d%03d", yy, day_of_year);
	return date_from_yyjjj(five, p->options->year, iso);
}

static bool bad_date(struct part *p, size_t n)
{
	return element_fail(p->out, "date.invalid", "\"%.*s\" is no date",
	    (int)(left(p) < n ? left(p) : n), p->at);
}

/* A date of the given form: element EXP with its hour, and the field. */
static bool read_date(struct part *p, const char *order)
{
	size_t n = strlen(order);
	char iso[DATE_ISO_SIZE], shown[DATE_ISO_SIZE + 3];
	int hour;

	if (n == 0)
		return true;
	if (!digits_at(p, n) || !day_of(p, order, iso))
		return bad_date(p, n);
	hour = pick(p->at, order, 'H');
	if (hour > 23)
		return bad_date(p, n);
	if (hour >= 0)
		str_print(shown, sizeof(shown), "%sT%02d", iso, hour);
	else
		str_copy(shown, sizeof(shown), iso);
	p->at += n;
	str_copy(p->out->expires_on, sizeof(p->out->expires_on), iso);
	return element_add(p->out, "EXP", shown, strlen(shown));
}

/* MMYY: good until the month ends. */
static bool read_month(struct part *p)
{
	int month, year;
	char shown[DATE_ISO_SIZE];

	if (!digits_at(p, 4))
		return bad_date(p, 4);
	month = pick(p->at, "MMYY", 'M');
	year = date_full_year(pick(p->at, "MMYY", 'Y'), p->options->year);
	if (month < 1 || month > 12)
		return bad_date(p, 4);
	date_make(year, month, date_days_in_month(year, month),
	    p->out->expires_on);
	p->out->expires_on_no_day = true;
	p->at += 4;
	str_copyn(shown, sizeof(shown), p->out->expires_on, 7);
	return element_add(p->out, "EXP", shown, strlen(shown));
}

/* 8 and two digits, or 9 and five; shown without leading zeros. */
static bool read_quantity(struct part *p)
{
	size_t n = *p->at == '8' ? 2 : 5;
	const char *number;

	p->at++;
	if (!digits_at(p, n))
		return element_fail(p->out, "code.syntax",
		    "the quantity must have %zu digits", n);
	number = p->at;
	p->at += n;
	while (number + 1 < p->at && *number == '0')
		number++;
	n = (size_t)(p->at - number);
	str_copyn(p->out->count, sizeof(p->out->count), number, n);
	return element_add(p->out, "QTY", number, n);
}

/* The date behind $$ and a quantity, if there is one. */
static bool read_any_date(struct part *p)
{
	if (left(p) == 0)
		return true;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		if (*p->at == forms[i].digit) {
			p->at++;
			return read_date(p, forms[i].order);
		}
	return read_month(p);
}

/* What is left is the lot or the serial; it may be empty. */
static bool read_rest(struct part *p, bool serial)
{
	size_t n = left(p);

	if (n == 0)
		return true;
	if (serial)
		str_copyn(p->out->serial, sizeof(p->out->serial), p->at, n);
	else
		str_copyn(p->out->lot, sizeof(p->out->lot), p->at, n);
	return element_add(p->out, serial ? "SER" : "LOT", p->at, n);
}

static bool begins(const struct part *p, const char *with)
{
	size_t n = strlen(with);

	return left(p) >= n && memcmp(p->at, with, n) == 0;
}

/* Behind $$ or $$+. */
static bool read_dated(struct part *p, bool serial)
{
	if (left(p) == 0)
		return element_fail(p->out, "code.syntax",
		    "nothing follows $$");
	if ((*p->at == '8' || *p->at == '9') && !read_quantity(p))
		return false;
	return read_any_date(p) && read_rest(p, serial);
}

/* 14D or 16D with a day of eight digits. */
static bool read_day(struct part *p, const char *id, char *field)
{
	p->at += 3;
	if (left(p) != 8 || !date_from_yyyymmdd(p->at, field))
		return bad_date(p, 8);
	return element_add(p->out, id, field, strlen(field));
}

static bool read_supplement(struct part *p)
{
	if (begins(p, "14D"))
		return read_day(p, "EXP", p->out->expires_on);
	if (begins(p, "16D"))
		return read_day(p, "MFD", p->out->made_on);
	if (begins(p, "S")) {
		p->at++;
		return read_rest(p, true);
	}
	if (begins(p, "Q") && left(p) > 1 && left(p) < sizeof(p->out->count) &&
	    (p->at++, digits_at(p, left(p)))) {
		str_copyn(p->out->count, sizeof(p->out->count), p->at, left(p));
		return element_add(p->out, "QTY", p->at, left(p));
	}
	return element_fail(p->out, "code.syntax",
	    "\"%.*s\" is no part of a HIBC", (int)(left(p) < 8 ? left(p) : 8),
	    p->at);
}

bool hibc_secondary_read(const char *text, size_t n,
    const struct scan_options *options, struct scan_parsed *out)
{
	struct part p = { text, text + n, options, out };
	static const struct { const char *flag; bool dated, serial; } flags[] = {
		{ "$$+", true, true }, { "$$", true, false },
		{ "$+", false, true }, { "$", false, false },
	};

	if (n == 0)
		return element_fail(out, "code.syntax", "a part is empty");
	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
		if (begins(&p, flags[i].flag)) {
			p.at += strlen(flags[i].flag);
			return flags[i].dated ? read_dated(&p, flags[i].serial) :
			    read_rest(&p, flags[i].serial);
		}
	if (digits_at(&p, 5))
		return read_date(&p, "YYJJJ") && read_rest(&p, false);
	return read_supplement(&p);
}
