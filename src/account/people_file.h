#pragma once
/*
 * Many accounts at once from a CSV file (contract.md "CSV for import"): login, name, agency, role,
 * role_agency, from, to. A row is an account with a role; further rows with the same login add roles. All
 * errors in one pass, all or nothing. Reading, hashing and writing are three steps, because a hash takes tens
 * of milliseconds and the writer serves all others.
 */
#include "account/account_store.h"
#include "catalogue/catalogue.h"
#include "exchange/csv.h"

struct people_entry {
	int64_t line; /* of its first row */
	struct str login, name, agency;
	struct grants grants;
	struct str password, hash; /* for once; set by the caller between reading and writing */
};
struct people_file {
	struct str bytes; /* past LIMIT_CSV_FILE_BYTES one byte more is enough */
	const struct catalogue *c;
	enum lang lang;
	size_t most; /* accounts, at most LIMIT_PEOPLE_FILE */
	/* Whether whoever imports may give rights there; NULL: everywhere. */
	bool (*may)(void *who, struct str agency);
	void *who;
	struct import_errors errors; /* .a is set by the caller; .total > 0: nothing is imported */
	struct people_entry *list;   /* in a of people_file_read */
	size_t n;
};
/* Reads and checks what can be checked without the database. A fault is the machine's. */
must_check const struct fault *people_file_read(struct people_file *file, struct arena *a);
/* Adds an error for each login that there is already. */
must_check const struct fault *people_file_check(struct people_file *file, struct db *db, instant now);

struct people_import {
	struct account_actor by;
	struct people_file *file; /* read, without errors, with hashes */
};
/* Adds all of them; when somebody else took a login meanwhile, file->errors says so and nothing was added. */
must_check const struct fault *people_import(struct write *w, void *people_import);
