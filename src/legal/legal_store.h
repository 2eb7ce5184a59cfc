#pragma once
/* Official documents in the database: published ones, for lists, links between them, addresses. */
#include "legal/legal.h"
#include "record/record_store.h"

extern const struct record_type legal_type;

/* A published document as lists show it. Strings in db->a. */
struct legal_row {
	int64_t number; /* of its record */
	struct str key, sign, issuer, kind, field, summary, agency;
	daynum issued;
	struct legal_days days;
	bool verified;
	int files;
};
/* What a list may ask for; the zero value is all. */
enum legal_wanted {
	LEGAL_ANY,
	LEGAL_WANT_IN_FORCE,
	LEGAL_WANT_NOT_YET,
	LEGAL_WANT_ENDED,
	LEGAL_WANT_UNKNOWN
};
struct legal_filter {
	struct str query; /* words anywhere in the document, see search/search_store.h */
	struct str kind, issuer, field;
	int year;
	enum legal_wanted wanted;
	daynum day; /* on which it is wanted */
	int64_t from, count;
};
struct legal_rows {
	const struct legal_row *rows;
	size_t n;
	int64_t total;
	bool more; /* and perhaps more than total */
};
/* Those that pass, the newest first; with a query, the best first. Also what lists of open data read, page by
 * page. */
must_check const struct fault *legal_list(
	struct db *db, const struct legal_filter *f, struct legal_rows *out);
/* Whether a row passes what the filter says beside the query. */
bool legal_passes(const struct legal_filter *f, const struct legal_row *r);
must_check const struct fault *legal_row_of(
	struct db *db, int64_t number, struct legal_row *out, bool *found);

/* The last part of a document's address: its key, or the key and the record's number where another document
 * has the key already. */
must_check const struct fault *legal_slug(struct db *db, const struct legal_row *r, struct str *slug);
/* The document of such an address, in either form. */
must_check const struct fault *legal_resolve(
	struct db *db, struct str slug, struct legal_row *out, bool *found);
/* All with that number and sign. */
must_check const struct fault *legal_with_key(struct db *db, struct str key, struct legal_rows *out);

enum legal_how { LEGAL_BY_REPLACING = 1, LEGAL_BY_AMENDING };
/* Documents that say they replace or amend this one. */
must_check const struct fault *legal_linking(
	struct db *db, const struct legal_row *r, enum legal_how how, struct legal_rows *out);

/* A file of a published document. */
struct legal_stored_file {
	int item;
	struct str hash, type; /* type: "pdf" */
	int64_t size;          /* bytes */
};
struct legal_files {
	struct legal_stored_file list[LIMIT_LEGAL_FILES];
	size_t n;
};
must_check const struct fault *legal_files_of(struct db *db, int64_t number, struct legal_files *out);

/* What lists can be narrowed to. */
struct legal_choices {
	struct str kinds[LIMIT_LEGAL_CHOICES], issuers[LIMIT_LEGAL_CHOICES], fields[LIMIT_LEGAL_CHOICES];
	int years[LIMIT_LEGAL_CHOICES];
	size_t kinds_n, issuers_n, fields_n, years_n;
};
must_check const struct fault *legal_choices(struct db *db, struct legal_choices *out);
