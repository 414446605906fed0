/*
 * layout.c - scans that came through a wrong keyboard layout.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each row of a table is something that scans begin with, as it arrives
 * through one layout; dead keys of a layout are there in the forms that
 * terminals and the console give them.  The letters of symbology identifiers
 * are looked up where the layout moves them.
 *
 * "+A1" may be the beginning of a health industry code as well as "]A1"
 * through a German keyboard.  A check character that holds decides; failing
 * that, a code that could be one of Code 39 is sooner a misread health code.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>
#include "domain/check.h"
#include "domain/gtin.h"
#include "scan/layout.h"

/* Symbology identifiers in use, as letter and modifiers. */
static const struct { char letter; const char *modifiers; } identifiers[] = {
	{ 'A', "01234567" }, { 'C', "0124" }, { 'E', "01234" }, { 'F', "0124" },
	{ 'G', "0" }, { 'I', "0123" }, { 'J', "01" }, { 'L', "012345" },
	{ 'Q', "0123456" }, { 'X', "0" }, { 'd', "0123456" }, { 'e', "0123" },
	{ 'z', "0123456789ABC" },
};

static bool is_identifier(char letter, char modifier)
{
	for (size_t i = 0; i < sizeof(identifiers) / sizeof(identifiers[0]); i++)
		if (identifiers[i].letter == letter && modifier != '\0' &&
		    strchr(identifiers[i].modifiers, modifier))
			return true;
	return false;
}

/* What a layout makes of "]", of the digits 0 to 9, and of some letters
 * (pairs: what arrives, what was meant). */
static const struct layout {
	const char *bracket;
	const char *digits[10];
	const char *moved;
} layouts[] = {
	/* German, Spanish, Italian, Portuguese */
	{ "+", { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" }, "yz" },
	/* French: digits are on the shifted level */
	{ "$", { "\xC3\xA0", "&", "\xC3\xA9", "\"", "'", "(", "-",
	    "\xC3\xA8", "_", "\xC3\xA7" }, "QAAQwz" },
	{ "$", { "\xE0", "&", "\xE9", "\"", "'", "(", "-", "\xE8", "_",
	    "\xE7" }, "QAAQwz" },		/* in Latin-1 */
	/* Czech */
	{ ")", { "\xC3\xA9", "+", "\xC4\x9B", "\xC5\xA1", "\xC4\x8D",
	    "\xC5\x99", "\xC5\xBE", "\xC3\xBD", "\xC3\xA1", "\xC3\xAD" }, "yz" },
	{ ")", { "\xE9", "+", "\xEC", "\xB9", "\xE8", "\xF8", "\xBE", "\xFD",
	    "\xE1", "\xED" }, "yz" },		/* in Latin-2 */
	/* Swedish, Finnish, Norwegian, Danish: "]" is a dead key, which comes
	 * out alone before letters that take no dots */
	{ "\"", { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" }, "" },
	{ "\xC2\xA8", { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" }, "" },
	{ "\xA8", { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" }, "" },
};

static bool begins(const char *bytes, size_t n, const char *with)
{
	size_t k = strlen(with);

	return n >= k && memcmp(bytes, with, k) == 0;
}

static char meant(const struct layout *layout, char letter)
{
	for (const char *p = layout->moved; *p; p += 2)
		if (p[0] == letter)
			return p[1];
	return letter;
}

/* "+C1", "$C&", ")C+": an identifier as this layout shows it. */
static bool shows_identifier(const struct layout *layout, const char *bytes,
    size_t n)
{
	size_t k = strlen(layout->bracket);

	if (n < k + 2 || !begins(bytes, n, layout->bracket))
		return false;
	for (int digit = 0; digit < 10; digit++)
		if (begins(bytes + k + 1, n - k - 1, layout->digits[digit]))
			return is_identifier(meant(layout, bytes[k]),
			    (char)('0' + digit));
	return false;
}

/* Other beginnings: "]e0" and its like where the dead key took its letter,
 * "[)>" of ISO/IEC 15434, and what "://" becomes behind http and https. */
static const char *const beginnings[] = {
	"\xC3\xAB" "0", "\xC3\xAB" "1", "\xC3\x8B" "0", "\xC3\x8B" "4",
	"\xC3\x84" "0", "\xC3\x8F" "0",			/* dotted e E E A I */
	"\xC3\xBC=:", "\xFC=:",				/* de */
	"^0/",						/* fr */
	"`=:", "\xC3\xA8=:", "\xE8=:",			/* es, it */
	"\xC3\xBA" "0:", "\xFA" "0:",			/* cz */
	"\xC3\xA5=:", "\xE5=:",				/* se */
	"http\xC3\x96--", "https\xC3\x96--",		/* de, se */
	"http\xC3\x91--", "https\xC3\x91--",		/* es */
	"http\xC3\xA7--", "https\xC3\xA7--",		/* it */
	"httpM!!", "httpsM!!",				/* fr */
	"http\"--", "https\"--",			/* cz */
};

static bool all_digits(const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!isdigit((unsigned char)text[i]))
			return false;
	return n > 0;
}

/* "]e0" is GS1 DataBar and "]E0" an EAN: Caps Lock turns one into the other,
 * and only what follows tells.  An EAN is 13 digits and no more; DataBar
 * begins with an element string of more. */
static bool ean_or_databar_swapped(const char *bytes, size_t n)
{
	const char *data = bytes + 3;
	size_t len = n - 3;

	while (len > 0 && (data[len - 1] == '\r' || data[len - 1] == '\n'))
		len--;
	if (begins(bytes, n, "]e0"))
		return len == 13 && gtin_check_digit_ok(data, len);
	if (begins(bytes, n, "]e4"))
		return len == 8 && gtin_check_digit_ok(data, len);
	if (begins(bytes, n, "]E0"))
		return len >= 16 && all_digits(data, 16) &&
		    begins(data, len, "01") && gtin_check_digit_ok(data + 2, 14);
	return false;
}

static bool caps_lock(const char *bytes, size_t n)
{
	char letter, other;

	if (n < 3 || bytes[0] != ']')
		return false;
	letter = bytes[1];
	other = isupper((unsigned char)letter) ?
	    (char)tolower((unsigned char)letter) :
	    (char)toupper((unsigned char)letter);
	if (letter == 'e' || letter == 'E')
		return ean_or_databar_swapped(bytes, n);
	return letter != other && !is_identifier(letter, bytes[2]) &&
	    is_identifier(other, bytes[2]);
}

/* A GS1 carrier has nothing outside ASCII: a British layout makes a pound
 * sign of "#". */
static bool pound_in_gs1(const char *bytes, size_t n)
{
	return (begins(bytes, n, "]C1") || begins(bytes, n, "]d2") ||
	    begins(bytes, n, "]Q3") || begins(bytes, n, "]e0")) &&
	    (memmem(bytes, n, "\xC2\xA3", 2) || memchr(bytes, 0xA3, n));
}

static bool wrong_layout(const char *bytes, size_t n)
{
	for (size_t i = 0; i < sizeof(layouts) / sizeof(layouts[0]); i++)
		if (shows_identifier(&layouts[i], bytes, n))
			return true;
	for (size_t i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]); i++)
		if (begins(bytes, n, beginnings[i]))
			return true;
	return pound_in_gs1(bytes, n);
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* A labeler that begins with A, and nothing but capitals and digits. */
static bool like_health_code(const char *bytes, size_t n)
{
	size_t i = 0;

	while (i < n && bytes[i] != '/' &&
	    (is_capital(bytes[i]) || all_digits(bytes + i, 1) || i == 0))
		i++;
	return n > 6 && begins(bytes, n, "+A") && i > 6 &&
	    (i + 1 >= n || bytes[i] == '/');
}

static bool health_code(const char *bytes, size_t n)
{
	return n > 0 && bytes[0] == '+' &&
	    (check_verify(CHECK_MOD43, bytes, n) || like_health_code(bytes, n));
}

enum scan_layout scan_layout_check(const char *bytes, size_t n)
{
	if (caps_lock(bytes, n))
		return LAYOUT_CAPS;
	while (n > 0 && (bytes[n - 1] == '\r' || bytes[n - 1] == '\n'))
		n--;
	if (health_code(bytes, n))
		return LAYOUT_GOOD;
	return wrong_layout(bytes, n) ? LAYOUT_WRONG : LAYOUT_GOOD;
}

const char *scan_layout_words(enum scan_layout layout)
{
	switch (layout) {
	case LAYOUT_WRONG:
		return "The keyboard layout is not US: set it to US on this"
		    " station, or the scanner to its country, and scan again.";
	case LAYOUT_CAPS:
		return "Caps Lock is on: switch it off and scan again.";
	case LAYOUT_GOOD:
		break;
	}
	return "";
}
