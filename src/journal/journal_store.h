#pragma once
/*
 * The journal in the database: append, read in order, the root of any prefix. Entries are written by the
 * features (canonical JSON, docs/journal-format.md); the journal knows their bytes, not their meaning.
 */
#include "db/db.h"
#include "base/date.h"
#include "journal/merkle.h"

/* How often what public pages show was changed, counted from when the journal was opened: a page that was
 * made at some counts is good as long as they stay (http/kept.h). */
struct revisions {
	uint64_t entries; /* any entry: figures, the journal's size and root */
	uint64_t content; /* anything but a dossier: articles, documents, settings, the catalogue */
};
/* The end of the journal, kept by the one writer. Copy it before a command and put the copy back when the
 * command is taken back. */
struct journal {
	struct merkle tree;
	instant last_recorded; /* the time of record never decreases */
	struct revisions revisions;
};
must_check const struct fault *journal_open(struct db *db, struct journal *j);

/* Throws the stored hashes of the tree away and makes them again from the entries. */
must_check const struct fault *journal_rehash(struct db *db, struct journal *j);

/* Data of one person (or the rest that is not public) and the commitment that the entry carries to it:
 * SHA-256(salt || data). data is in the caller's arena; subject names the part: "applicant", "actor". */
enum { JOURNAL_SALT_BYTES = 16 };
struct journal_sealed {
	struct str subject, data;
	char salt[JOURNAL_SALT_BYTES];
	struct sha256 commitment;
};
/* Seals with a fresh random salt. */
struct journal_sealed journal_seal(struct str subject, struct str data);
/* The same with a given salt: the demo, whose journal must come out the same everywhere. */
struct journal_sealed journal_seal_with(
	struct str subject, struct str data, const char salt[JOURNAL_SALT_BYTES]);

struct journal_record {
	instant recorded;
	int64_t dossier; /* internal number, or 0 */
	struct str bytes;
	const struct journal_sealed *sealed;
	int sealed_n;
	bool figures_alone; /* of what pages show it changes the figures and nothing else: dossiers */
};
/* Appends one entry inside the transaction of its command. *position counts from 0. */
must_check const struct fault *journal_append(
	struct db *db, struct journal *j, const struct journal_record *r, int64_t *position);

/* Reading in order. Slices are valid until the next call. */
struct journal_row {
	int64_t position, dossier;
	instant recorded;
	struct str bytes;
};
struct journal_cursor {
	struct cursor c;
	struct journal_row row;
};
/* Entries [from, to). */
must_check const struct fault *journal_read(
	struct db *db, int64_t from, int64_t to, struct journal_cursor *c);
/* The entries of one dossier, in order. */
must_check const struct fault *journal_read_dossier(struct db *db, int64_t dossier, struct journal_cursor *c);
must_check const struct fault *journal_next(struct journal_cursor *c, bool *more);
void journal_cursor_end(struct journal_cursor *c);
#define JOURNAL_CURSOR cleanup_with(journal_cursor_end) struct journal_cursor

must_check const struct fault *journal_size(struct db *db, int64_t *size);
/* How many entries were recorded at or before t: the prefix that "as known at t" means. */
must_check const struct fault *journal_size_at(struct db *db, instant t, int64_t *size);
/* RFC 6962 root of the first size entries. */
must_check const struct fault *journal_root(struct db *db, int64_t size, struct sha256 *root);
/* The private part; *found is false when it was erased or never was. */
must_check const struct fault *journal_private(
	struct db *db, int64_t position, struct str subject, struct str *data, bool *found);
