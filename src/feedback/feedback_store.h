#pragma once
/*
 * Feedback in the database: the journal holds it (record/record_store.h); the table `feedback` is for lists,
 * look-ups by code and what is published. The store allots codes and has the clocks counted by the calendar
 * of the agency that holds it, inside the transaction of the step.
 */
#include "feedback/feedback.h"
#include "record/record_store.h"

extern const struct record_type feedback_type;

/* What somebody sends through the portal: a SEND whose SECRET is the plain key (the store keeps its mark). A
 * text that the same sender sent within FEEDBACK_SAME_S is not registered again. Without name or contact it
 * is registered and refused in the same transaction. */
enum { FEEDBACK_SAME_S = 30 * 60 };
struct feedback_send {
	struct record_event event;
	struct str file;
	/* Results. */
	struct record_refusal refusal;
	int64_t number;
	struct str code; /* in the arena of the command: valid until the command ends, copy it */
	bool is_same;    /* it was there already */
	bool same_key;   /* and with this key */
};
must_check const struct fault *feedback_send(struct write *w, void *feedback_send);

/* By code; *number 0: there is none. */
must_check const struct fault *feedback_find(struct db *db, struct str code, int64_t *number);
/* *out NULL: there is none. In db->a. */
must_check const struct fault *feedback_load(
	struct db *db, int64_t number, const struct feedback **out, struct record_story *story);

/* A row of the lists of staff. */
struct feedback_row {
	int64_t number;
	struct str code, agency;
	int state, channel, content, opinion; /* FEEDBACK_NO_WORD: none */
	instant sent_at;
	daynum due; /* of the clock that runs; DAYNUM_NONE: none does */
};
/* Open ones by due day, ended ones newest first; at most LIMIT_RECORDS_LISTED, in db->a. */
must_check const struct fault *feedback_list(
	struct db *db, bool open, const struct feedback_row **rows, size_t *n);

/* Published ones: no personal data. */
struct feedback_public {
	int64_t number;
	struct str code, agency;
	int content, conclusion, outcome, opinion;
	instant answered_at, published_at;
	struct str title, text, answer; /* answer only of one that is asked for alone */
};
/* Newest first; at most LIMIT_RECORDS_LISTED, in db->a: for the portal, its search, open data. */
must_check const struct fault *feedback_published(
	struct db *db, const struct feedback_public **list, size_t *n);
must_check const struct fault *feedback_published_one(
	struct db *db, struct str code, struct feedback_public *out, bool *found);

struct feedback_counts {
	int64_t registered, accepted, answered, published, refused, anonymous, liked, disliked;
};
/* Of those sent in the period, as they stand now. anonymous is a part of refused. */
must_check const struct fault *feedback_count(
	struct db *db, instant from, instant upto, struct feedback_counts *out);

/* Those accepted in the period and not refused: by whom they are held, when they were answered (themselves,
 * or the one that they were merged into). In db->a. */
struct feedback_accepted {
	struct str agency;
	instant answered_at; /* INSTANT_NONE: not yet */
};
must_check const struct fault *feedback_accepted_list(
	struct db *db, instant from, instant upto, const struct feedback_accepted **list, size_t *n);
