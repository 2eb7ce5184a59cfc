#pragma once
/*
 * Dossiers in the database. Every change goes through the law and appends its entries to the journal in the
 * transaction of the command (struct write); the table `dossier` is what the journal says, kept for look-ups.
 */
#include "dossier/dossier_history.h"
#include "journal/write.h"

/* What is not public about one person (or free words) that stands behind a command: canonical JSON, sealed
 * into the entry. as: "actor", "applicant" {name, id, phone, address, note}, "note". */
struct dossier_part {
	struct str as, data;
};
/* A command and who stands behind it. Parts sorted by as, at most DOSSIER_MAX_PERSONS. */
struct dossier_step {
	struct dossier_command command;
	const struct dossier_part *parts;
	int parts_n;
};

/* A refusal leaves nothing behind. */
struct dossier_result {
	enum dossier_refusal refusal;
	int refused;       /* which step it was, when several were given */
	unsigned warnings; /* of all steps */
	int64_t number;    /* of the dossier in the journal */
	int64_t position;  /* of the last entry */
	struct dossier after;
};

/* A new dossier and what has happened to it since: the first step is SUBMIT. Without a code one is allotted:
 * receiving agency (when empty, the processing one), day of SUBMIT, next number. rules->now becomes the time
 * of record. The row is written once however many steps there are. */
struct dossier_new {
	struct str receiving;
	const struct dossier_step *steps;
	int steps_n; /* 1 to DOSSIER_MAX_STEPS */
	const struct dossier_rules *rules;
};
must_check const struct fault *dossier_create(
	struct write *w, const struct dossier_new *new, struct dossier_result *out);

/* One command to a dossier that exists; REFUSED_NOT_FOUND when it does not. */
must_check const struct fault *dossier_run(struct write *w, struct str code, const struct dossier_step *step,
	const struct dossier_rules *rules, struct dossier_result *out);

/* The next number of that agency and day goes on after this code's, which need not exist yet: an import names
 * all its given codes before it allots others. The code must be valid. */
must_check const struct fault *dossier_code_reserve(struct write *w, struct str code);

/* One row of the table. */
struct dossier_row {
	struct str code, agency, procedure;
	int64_t number, version, procedure_version;
	enum channel channel;
	enum dossier_state state;
	enum outcome outcome;
	instant submitted_at, accepted_at, ended_at, returned_at;
	struct due first_due, due;
};
must_check const struct fault *dossier_find(
	struct db *db, struct str code, struct dossier_row *row, bool *found);
/* The whole dossier, folded from its entries. Strings are in db->a. A journal that does not fold is
 * FAULT_CORRUPT. */
must_check const struct fault *dossier_load(struct db *db, int64_t number, struct dossier *out);
must_check const struct fault *dossier_load_code(
	struct db *db, struct str code, int64_t *number, struct dossier *out, bool *found);

/* Its events in order, at most max of them, for a page that tells its story. Strings are in db->a. */
must_check const struct fault *dossier_events(
	struct db *db, int64_t number, struct dossier_event *events, int max, int *n);
/* What was sealed into the first entry about a part ("applicant"); *found is false when it was erased. */
must_check const struct fault *dossier_private(
	struct db *db, int64_t number, struct str as, struct str *data, bool *found);

/* Dossiers of one agency, newest acceptance first (those not accepted come last), after a row seen before;
 * INT64_MAX and "" for the first page. Returns at most n rows; strings are in db->a. */
struct dossier_after {
	instant accepted_at;
	struct str code;
};
must_check const struct fault *dossier_list(struct db *db, struct str agency,
	const struct dossier_after *after, int n, struct dossier_row *rows, int *rows_n);

/* The codes of the dossiers of like's agency and procedure that were accepted when it was, oldest first.
 * Strings are in db->a. */
struct dossier_codes {
	struct str *codes;
	size_t n;
};
must_check const struct fault *dossier_alike(
	struct db *db, const struct dossier *like, struct dossier_codes *out);

/* Holds every row of the table against the journal; *complaint names the first that differs, else it is
 * empty. */
must_check const struct fault *dossier_examine(struct db *db, struct str *complaint);
/* Throws the table away and makes it again from the journal. */
must_check const struct fault *dossier_rebuild(struct write *w);
