/*
 * mh10.c - data identifiers of ANSI MH10.8.2: form and titles.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The table has the identifiers that are met on goods, labels and freight;
 * the standard has more.  What they mean to us is mh10_derive.c.
 */
#include <string.h>
#include "base/str.h"
#include "scan/mh10.h"

static const struct mh10_di titles[] = {
	{ "B", "container type" }, { "1B", "returnable container, owner's code" },
	{ "2B", "gas cylinder" }, { "3B", "motor freight transport equipment" },
	{ "4B", "SCAC and container" }, { "5B", "receptacle asset number" },
	{ "7B", "container serial of a manufacturer" },
	{ "25B", "returnable asset, global" },
	{ "D", "date, YYMMDD" }, { "1D", "date, DDMMYY" }, { "2D", "date, MMDDYY" },
	{ "3D", "date, YYJJJ" }, { "4D", "date, YYJJJ or YYWW" },
	{ "5D", "date with qualifier, YYMMDD" },
	{ "6D", "date with qualifier, YYYYMMDD" }, { "7D", "date, MMYY" },
	{ "8D", "event, date and time" }, { "9D", "date code, YYWW" },
	{ "10D", "date code, YYYYWW" }, { "12D", "date, YYYYMMDD" },
	{ "14D", "expiry date" }, { "16D", "production date" },
	{ "I", "vehicle identification number" },
	{ "1I", "abbreviated vehicle code" },
	{ "J", "licence plate" }, { "1J", "licence plate, unbreakable" },
	{ "2J", "licence plate, broken down" },
	{ "3J", "licence plate, unbreakable, with EDI" },
	{ "4J", "licence plate, broken down, with EDI" },
	{ "5J", "licence plate, mixed load" }, { "6J", "licence plate, master" },
	{ "K", "customer's order" }, { "1K", "supplier's order" },
	{ "2K", "bill of lading" }, { "3K", "master bill of lading" },
	{ "4K", "order line" }, { "6K", "freight bill" }, { "9K", "contract" },
	{ "10K", "invoice" }, { "11K", "packing list" },
	{ "12K", "SCAC and freight bill" }, { "13K", "SCAC and bill of lading" },
	{ "14K", "order and line" }, { "15K", "kanban" }, { "16K", "delivery note" },
	{ "L", "storage location" }, { "1L", "location" }, { "2L", "ship to" },
	{ "3L", "ship from" }, { "4L", "country of origin" }, { "5L", "ship for" },
	{ "6L", "route" }, { "7L", "six-character DoDAAC" },
	{ "8L", "port of loading" }, { "9L", "port of discharge" },
	{ "20L", "first level of location" }, { "21L", "second level of location" },
	{ "22L", "third level of location" }, { "23L", "fourth level of location" },
	{ "24L", "fifth level of location" }, { "51L", "ship from, post code" },
	{ "52L", "ship to, post code" },
	{ "N", "industry code" }, { "4N", "supply number" },
	{ "9N", "pharmacy product number" },
	{ "P", "customer's item code" }, { "1P", "supplier's item code" },
	{ "2P", "revision" }, { "3P", "maker and item, GS1" },
	{ "4P", "item and revision" }, { "5P", "freight class" },
	{ "6P", "item, revision and supplier" }, { "7P", "CLEI code" },
	{ "8P", "GTIN" }, { "9P", "maker and item" },
	{ "10P", "hazardous material code" }, { "11P", "CLEI code, 10 characters" },
	{ "13P", "VMRS system" }, { "14P", "VMRS system and assembly" },
	{ "15P", "VMRS part" }, { "16P", "VMRS item, user's" },
	{ "17P", "GS1 supplier and item" }, { "18P", "VMRS supplier and part" },
	{ "20P", "customer's first level item" },
	{ "21P", "customer's second level item" },
	{ "22P", "customer's third level item" }, { "25P", "item, global" },
	{ "28P", "item, manufacturer's" }, { "29P", "NATO stock number" },
	{ "30P", "supplier's first level item" },
	{ "31P", "supplier's second level item" }, { "33P", "bin code" },
	{ "34P", "finish or colour" }, { "35P", "model" },
	{ "40P", "military specification" }, { "49P", "drawing" },
	{ "50P", "packing specification" }, { "52P", "model and configuration" },
	{ "Q", "quantity" }, { "1Q", "theoretical length or weight" },
	{ "2Q", "actual weight" }, { "3Q", "unit of measure" },
	{ "4Q", "gross amount" }, { "5Q", "net amount" },
	{ "6Q", "containers in the lot" }, { "7Q", "quantity with unit" },
	{ "8Q", "container's rated weight" }, { "9Q", "piece weight" },
	{ "11Q", "tare weight" }, { "13Q", "package n of N" },
	{ "S", "serial" }, { "1S", "second serial or trace code" },
	{ "2S", "shipment notice" }, { "3S", "package, unit" },
	{ "4S", "package, master of like items" },
	{ "5S", "package, master of mixed items" },
	{ "6S", "package, mixed, of a customer" }, { "7S", "package, supplier" },
	{ "8S", "SSCC" }, { "10S", "machine, cell or tool" },
	{ "11S", "fixed asset" }, { "12S", "document" },
	{ "13S", "container security seal" },
	{ "15S", "supplier's serial, with 13V" }, { "16S", "version" },
	{ "18S", "CAGE and serial" }, { "19S", "DUNS, part and serial" },
	{ "20S", "customer's trace code" }, { "21S", "tare carrier" },
	{ "22S", "mobile phone" }, { "23S", "MAC address" },
	{ "25S", "serial, global" }, { "30S", "additional trace code" },
	{ "37S", "part and serial, global" },
	{ "42S", "serial, global, length first" }, { "96S", "EPC" },
	{ "T", "customer's lot" }, { "1T", "supplier's lot" },
	{ "3T", "maker's exclusive lot" }, { "4T", "mill's lot" },
	{ "5T", "customer's heat" }, { "6T", "heat and lot" },
	{ "7T", "heat treatment" }, { "8T", "supplier's batch" },
	{ "20T", "customer's first level lot" },
	{ "21T", "customer's second level lot" },
	{ "22T", "customer's third level lot" }, { "23T", "lot or batch" },
	{ "25T", "lot, global" }, { "30T", "supplier's first level lot" },
	{ "31T", "supplier's second level lot" },
	{ "32T", "supplier's third level lot" },
	{ "V", "supplier, customer's code" }, { "1V", "supplier, own code" },
	{ "2V", "GS1 prefix of supplier" }, { "3V", "GS1 company prefix" },
	{ "4V", "carrier" }, { "12V", "maker, DUNS" }, { "13V", "supplier, DUNS" },
	{ "14V", "customer, DUNS" }, { "15V", "carrier, DUNS" }, { "17V", "CAGE" },
	{ "18V", "party, global" },
	{ "Z", "by agreement" },
};

const struct mh10_di *mh10_find(const char *id)
{
	for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++)
		if (strcmp(titles[i].id, id) == 0)
			return &titles[i];
	return NULL;
}

bool mh10_split(const char *text, size_t n, char id[5], size_t *value_at)
{
	size_t digits = 0;

	while (digits < n && text[digits] >= '0' && text[digits] <= '9')
		digits++;
	if (digits > 3 || digits == n || text[digits] < 'A' || text[digits] > 'Z')
		return false;
	memcpy(id, text, digits + 1);
	id[digits + 1] = '\0';
	*value_at = digits + 1;
	return true;
}

bool mh10_read_single(const char *text, size_t n, char id[5],
    size_t *value_at)
{
	char found[5];
	size_t at;

	if (!mh10_split(text, n, found, &at) || at == n ||
	    n - at >= SCAN_VALUE_MAX || !mh10_find(found))
		return false;
	for (size_t i = at; i < n; i++)
		if (text[i] < 0x20 || text[i] > 0x7E)
			return false;
	str_copy(id, sizeof(found), found);
	*value_at = at;
	return true;
}
