#pragma once
/*
 * Records in the database. The journal holds them; `record_entry` finds a record's entries, `record` is a row
 * for lists, and a feature may keep tables of its own beside it: all are derived and made anew by
 * record_rebuild().
 */
#include "journal/write.h"
#include "record/record_entry.h"

/* A row for lists. */
struct record_row {
	int64_t number; /* set by the store, as agency, state, version */
	struct str agency, state;
	int version;
	int year;         /* that it belongs to; lists filter by it */
	daynum day;       /* by which lists are ordered, newest first */
	struct str title; /* no personal data */
};
/* A kind of record as the store sees it. A state is a struct of the feature that begins with struct
 * record_base. */
struct record_type {
	const struct record_kind *kind;
	size_t state_bytes;
	/* The law. apply: e is allowed; strings of e live as long as the state. decide: after
	 * record_allows(). */
	void (*apply)(void *state, const struct record_event *e);
	struct record_refusal (*decide)(const void *state, const struct record_event *e, const void *env);
	struct record_row (*row)(const void *state);
	/* What the program itself adds to an event in the transaction, before the law looks at it: a number,
	 * deadlines. Depends on nothing but the database and the event; may be NULL. */
	const struct fault *(*complete)(struct write *w, const void *state, struct record_event *e);
	/* What kinds of files may come with a step, beyond record_file_check(); may be NULL. */
	struct record_refusal (*file_fits)(int verb, struct str bytes);
	/* What decide needs to know beside the state, read in the transaction; may be NULL. */
	const struct fault *(*gather)(
		struct write *w, const void *state, const struct record_event *e, const void **env);
	/* Writes the feature's own tables of this record anew (they may hold rows of it already); may be
	 * NULL. */
	const struct fault *(*save)(struct db *db, const void *state);
	/* Forgets those tables of all records, before a rebuild; may be NULL. */
	const struct fault *(*clear)(struct db *db);
	/* For doctor: what is wrong with those tables, empty when nothing is; may be NULL. */
	const struct fault *(*examine)(struct db *db, struct str *complaint);
};

/* One step, or the step that makes a record. */
struct record_run {
	const struct record_type *type;
	struct record_event event; /* happened INSTANT_NONE: now; record 0: a new one */
	struct str file;           /* bytes of the file that the event names: kept together with the step */
	const void *beside;        /* what a command of the feature's own, around record_run(), needs more */
	int64_t seen_version;      /* of the record that whoever acts looked at; 0: it does not matter */
	/* Results. */
	struct record_refusal refusal;
	bool unknown;   /* there is no such record */
	bool moved;     /* it has another version than the one seen: nothing was done */
	int64_t number; /* of the record */
	void *state;    /* after it, in the arena of the command: valid until the command ends */
};
/* For writer_run(). A refusal leaves nothing behind. */
must_check const struct fault *record_run(struct write *w, void *record_run);

/* Its events in order, with what was sealed where that still is; in db->a. n is 0 when there is none. */
struct record_story {
	const struct record_event *events;
	int n;
};
must_check const struct fault *record_read(
	struct db *db, const struct record_type *type, int64_t number, struct record_story *out);
/* Its events before a position of the journal, the public part alone: for followers. */
must_check const struct fault *record_read_public(
	struct db *db, const struct record_kind *k, int64_t number, int64_t before, struct record_story *out);
/* The state after these events. */
void *record_fold(struct arena *a, const struct record_type *type, const struct record_story *story);
/* Both; *state is NULL when there is no such record. */
must_check const struct fault *record_load(struct db *db, const struct record_type *type, int64_t number,
	void **state, struct record_story *story);

/* The row. *found false: there is none of that kind. */
must_check const struct fault *record_find(
	struct db *db, const struct record_kind *k, int64_t number, struct record_row *row, bool *found);
/* All of a kind, newest day first; year 0: of all years. At most LIMIT_RECORDS_LISTED. In db->a. */
must_check const struct fault *record_list(
	struct db *db, const struct record_kind *k, int year, const struct record_row **rows, size_t *n);

/* The bytes of a file that an entry names, in db->a. */
must_check const struct fault *record_file_read(
	struct db *db, struct str hash, struct str *bytes, bool *found);
/* For this folder: keeps a file; holds all files, and those of one record, against what names them. */
must_check const struct fault *record_file_keep(struct db *db, struct str hash, struct str bytes);
must_check const struct fault *record_files_examine(struct db *db, struct str *complaint);
must_check const struct fault *record_story_files_examine(struct db *db, const struct record_kind *k,
	int64_t number, const struct record_story *story, struct str *complaint);

/* Writes the row and the feature's tables of a record; for this folder. */
must_check const struct fault *record_save(struct db *db, const struct record_type *type, const void *state);

/* Makes all tables of records anew from the journal. types ends with NULL. */
must_check const struct fault *record_rebuild(struct write *w, const struct record_type *const *types);
/* Holds the rows and the files against the journal; *complaint names the first that differs, else it is
 * empty. */
must_check const struct fault *record_examine(
	struct db *db, const struct record_type *const *types, struct str *complaint);
