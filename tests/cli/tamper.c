/*
 * tamper.c - changes a database behind the program's back, for tests.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	tamper FILE SQL		ends with 1 when nothing was changed
 */
#include <sqlite3.h>
#include <stdio.h>

int
main(int argc, char **argv)
{
	sqlite3 *db;
	char *fault = NULL;
	int changed;

	if (argc != 3 || sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READWRITE,
	    NULL) != SQLITE_OK)
		return 2;
	if (sqlite3_exec(db, argv[2], NULL, NULL, &fault) != SQLITE_OK)
		fprintf(stderr, "%s\n", fault);
	changed = sqlite3_total_changes(db);
	sqlite3_free(fault);
	sqlite3_close(db);
	return changed > 0 ? 0 : 1;
}
