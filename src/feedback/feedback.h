#pragma once
/*
 * Feedback (phản ánh, kiến nghị) about administrative rules and conduct: NĐ 20/2008/NĐ-CP as amended by
 * 48/2013 and 92/2017. It is a kind of record (record/record.h): registered, judged, handled by the agency
 * that holds it, answered, published without personal data, rated by its sender. Everything that names or
 * could name somebody is sealed. The agency of the record is the one that holds it now; "" is the whole
 * province, where the province's office decides whose it is.
 */
#include "calendar/calendar.h"
#include "feedback/feedback_clock.h"
#include "record/record.h"

/* clang-format off */
#define FEEDBACK_STATES(X) /* name, text in the journal */ \
	X(NONE,      "")          \
	X(RECEIVED,  "received")  /* registered; to be judged by the agency that holds it */ \
	X(WAITING,   "waiting")   /* the sender was asked for more */ \
	X(ACCEPTED,  "accepted")  /* counted from here on */ \
	X(DRAFTED,   "drafted")   /* an answer waits for who may sign it */ \
	X(ANSWERED,  "answered")  /* to be published */ \
	X(PUBLISHED, "published") \
	X(CLOSED,    "closed")    /* answered, and not published */ \
	X(REFUSED,   "refused")   /* không tiếp nhận: registered, never counted */ \
	X(MERGED,    "merged")    /* repeats another one, which answers it */

#define FEEDBACK_VERBS(X) \
	X(ENTER) X(SEND) X(ACCEPT) X(RECLASSIFY) X(FORWARD) X(REFUSE) X(ASK) X(SUPPLEMENT) X(ASSIGN) X(ASSESS) \
	X(DRAFT) X(RETURN) X(ANSWER) X(PUBLISH) X(KEEP) X(UNPUBLISH) X(RATE) X(MERGE)

#define FEEDBACK_FIELDS(X) \
	X(CODE) X(CHANNEL) X(RECEIVED) X(SENDER) X(NAME) X(ADDRESS) X(PHONE) X(EMAIL) X(ABOUT) X(CLAIMED) \
	X(DOSSIER) X(TITLE) X(TEXT) X(PROPOSAL) X(CONSENT) X(FILE) X(FILE_NAME) X(SECRET) X(CONTENT) X(TO) \
	X(GROUND) X(REASON) X(NOTE) X(QUESTION) X(REPLY) X(HANDLER) X(ENOUGH) X(ANSWER) X(CONCLUSION) X(OUTCOME) \
	X(SIGN) X(DATE) X(PUBLIC_TITLE) X(PUBLIC_TEXT) X(PUBLIC_ANSWER) X(OPINION) X(WORDS) X(INTO) X(CALENDAR) \
	X(DUE_DECIDE) X(DUE_ASK) X(DUE_FORWARD) X(DUE_HANDLE) X(DUE_PUBLISH)

/* The eight contents of NĐ 20/2008 art. 5. The first is about conduct, the others about rules. */
#define FEEDBACK_CONTENTS(X) \
	X(CONDUCT,     "conduct")     /* 1 delay, nuisance, not or wrongly performing */ \
	X(UNFIT,       "unfit")       /* 2 does not fit reality */ \
	X(NOT_UNIFORM, "not_uniform") /* 3 */ \
	X(UNLAWFUL,    "unlawful")    /* 4 */ \
	X(TREATY,      "treaty")      /* 5 contrary to treaties */ \
	X(OTHER_RULE,  "other_rule")  /* 6 */ \
	X(SOLUTION,    "solution")    /* 7 for what stands in 1 to 6 */ \
	X(INITIATIVE,  "initiative")  /* 8 new rules */

#define FEEDBACK_CHANNELS(X) \
	X(WEB, "web") X(PHONE, "phone") X(POST, "post") X(EMAIL, "email") X(COUNTER, "counter") X(SURVEY, "survey")
#define FEEDBACK_SENDERS(X) X(PERSON, "person") X(ORGANISATION, "organisation")

/* Why it is not accepted. */
#define FEEDBACK_GROUNDS(X) \
	X(ANONYMOUS,     "anonymous")     /* no name, or nothing to reach the sender by (art. 7) */ \
	X(UNCLEAR,       "unclear")       \
	X(LANGUAGE,      "language")      /* not in Vietnamese */ \
	X(COMPLAINT,     "complaint")     /* khiếu nại, tố cáo: another law, another procedure (art. 1) */ \
	X(OUT_OF_SCOPE,  "out_of_scope")  \
	X(NO_SUPPLEMENT, "no_supplement") /* was asked and did not answer */ \
	X(OTHER,         "other")

/* What came of it (art. 15; conduct: by the procedures of the civil service). */
#define FEEDBACK_OUTCOMES(X) \
	X(AMEND,     "amend")     X(ABOLISH,  "abolish")  X(PROPOSE, "propose") /* to who may change the rule */ \
	X(ISSUE,     "issue")     /* a new rule */ \
	X(EXPLAIN,   "explain")   /* the rule stands and was explained */ \
	X(GATHER,    "gather")    /* chưa đủ cơ sở, tiếp tục tập hợp (art. 14) */ \
	X(CORRECT,   "correct")   /* conduct: put right, with an apology where it is owed */ \
	X(DISCIPLINE, "discipline") \
	X(NO_FAULT,  "no_fault")

#define FEEDBACK_CONCLUSIONS(X) X(RIGHT, "right") X(PARTLY, "partly") X(WRONG, "wrong")
#define FEEDBACK_GROUNDWORK(X) X(NOT_ENOUGH, "not_enough") X(ENOUGH, "enough")
#define FEEDBACK_OPINIONS(X) X(LIKE, "like") X(DISLIKE, "dislike")

#define X(name, ...) FEEDBACK_IS_##name,
enum feedback_state { FEEDBACK_STATES(X) FEEDBACK_STATE_N };
#undef X
#define X(name) FEEDBACK_##name,
enum feedback_verb { FEEDBACK_VERBS(X) FEEDBACK_VERB_N };
#undef X
#define X(name) FEEDBACK_FIELD_##name,
enum feedback_field { FEEDBACK_FIELDS(X) FEEDBACK_FIELD_N };
#undef X
#define X(name, ...) FEEDBACK_CONTENT_##name,
enum feedback_content { FEEDBACK_CONTENTS(X) FEEDBACK_CONTENT_N };
#undef X
#define X(name, ...) FEEDBACK_BY_##name,
enum feedback_channel { FEEDBACK_CHANNELS(X) FEEDBACK_CHANNEL_N };
#undef X
#define X(name, ...) FEEDBACK_FROM_##name,
enum feedback_sender { FEEDBACK_SENDERS(X) FEEDBACK_SENDER_N };
#undef X
#define X(name, ...) FEEDBACK_GROUND_##name,
enum feedback_ground { FEEDBACK_GROUNDS(X) FEEDBACK_GROUND_N };
#undef X
#define X(name, ...) FEEDBACK_OUTCOME_##name,
enum feedback_outcome { FEEDBACK_OUTCOMES(X) FEEDBACK_OUTCOME_N };
#undef X
#define X(name, ...) FEEDBACK_CONCLUDED_##name,
enum feedback_conclusion { FEEDBACK_CONCLUSIONS(X) FEEDBACK_CONCLUSION_N };
#undef X
#define X(name, ...) FEEDBACK_GROUNDWORK_##name,
enum feedback_groundwork { FEEDBACK_GROUNDWORK(X) FEEDBACK_GROUNDWORK_N };
#undef X
#define X(name, ...) FEEDBACK_##name##_OPINION,
enum feedback_opinion { FEEDBACK_OPINIONS(X) FEEDBACK_OPINION_N };
#undef X
/* clang-format on */
enum { FEEDBACK_NO_WORD = -1 }; /* none was said: of content, ground, outcome … */

extern const struct record_kind feedback_kind;
/* The texts and names of the words, ending with an empty one. */
extern const struct record_word feedback_content_words[], feedback_channel_words[], feedback_sender_words[],
	feedback_ground_words[], feedback_outcome_words[], feedback_conclusion_words[],
	feedback_enough_words[], feedback_opinion_words[];

/* Something that the sender added when asked. */
struct feedback_reply {
	instant at;
	struct str text, file;
};
struct feedback {
	struct record_base base;
	struct str code;
	int channel, sender; /* indexes of the words */
	struct str name, address, phone, email;
	struct str about, dossier, title, text, proposal, file, file_name;
	struct str secret; /* what feedback_secret() makes of the sender's key; empty: there is none */
	bool consent;      /* to be published without personal data */
	int claimed;       /* the content as the sender sees it */
	int content;       /* as it was classified; FEEDBACK_NO_WORD before */
	instant sent_at;   /* or received by an officer */
	instant accepted_at, refused_at, answered_at, published_at, asked_at; /* INSTANT_NONE: not yet */
	instant clock_from;            /* where the clocks below began: sent, transferred, supplemented */
	daynum dues[FEEDBACK_CLOCK_N]; /* DAYNUM_NONE: that clock does not run */
	int64_t calendar;              /* version of the holidays they were counted with */
	instant publish_from;          /* where the clock of publication began */
	int64_t publish_calendar;      /* and the holidays it was counted with */
	int transfers, replies_n;
	struct feedback_reply replies[LIMIT_FEEDBACK_REPLIES];
	int ground, enough, conclusion, outcome;
	struct str reason, question, handler, answer, sign;
	daynum date;
	struct str public_title, public_text, public_answer;
	int opinion;
	struct str words;
	struct str into; /* the code of the one that it repeats */
};
void feedback_apply(void *state, const struct record_event *e);

/* What the law must know beside the feedback itself. */
struct feedback_env {
	int unknown; /* a field that names an agency or a dossier that does not exist; RECORD_NO_FIELD */
	/* MERGE: the one that it is said to repeat. */
	bool into_found;
	int64_t into_number;
	int into_state;
	struct str into_agency;
	/* Those that were merged into this one. */
	const struct feedback *const *merged;
	int merged_n;
};
struct record_refusal feedback_decide(const void *state, const struct record_event *e, const void *env);

/* Whether the figures count it: accepted, and not refused afterwards. */
bool feedback_counts(const struct feedback *f);
/* Without a name, or with nothing to reach the sender by (NĐ 20/2008 art. 7). */
bool feedback_is_anonymous(const struct feedback *f);
bool feedback_content_is_conduct(int content);
/* The answer was sent, whatever came after. */
bool feedback_is_answered(const struct feedback *f);
/* Which clock runs now for the agency that holds it, and until when; FEEDBACK_CLOCK_N: none does. */
enum feedback_clock feedback_next(const struct feedback *f, daynum *due);
/* What the journal keeps of the sender's key; it is bound to the code. */
struct str feedback_secret(struct arena *a, struct str code, struct str key);
/* A telephone number as digits: "+84 912.345.678" is "0912345678". Empty when it is none. */
struct str feedback_phone(struct arena *a, struct str typed);
/* Sets the fields of the clocks that begin with the event, counted by the calendar of the agency that will
 * hold it. *fits is false when a day lies outside the calendar. */
void feedback_start_clocks(
	struct arena *a, const struct calendar *c, int64_t version, struct record_event *e);
/* "PAKN-2022-0007" */
struct str feedback_code(struct arena *a, int year, int64_t number);
must_check bool feedback_code_parse(struct str code, int *year, int64_t *number);
