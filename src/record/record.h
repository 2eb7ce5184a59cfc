#pragma once
/*
 * A record: something that people keep over weeks and whose whole story is in the journal: a plan, an
 * inspection, a periodic report, a score sheet. A record is its events folded, nothing else. This folder
 * holds what such records have in common: the tables that say which step is allowed when, to whom and with
 * which fields; the bounds of the fields; entries; the store; the forms. A feature brings its tables, what an
 * event does to its state (apply), and the conditions that no table can say (decide).
 */
#include "account/role.h"
#include "base/date.h"
#include "base/limits.h"
#include "msg/messages.h"

enum record_field_kind {
	RECORD_LINE,   /* one line of text */
	RECORD_LINES,  /* several; ends of lines are \n */
	RECORD_DAY,    /* 2022-10-25 */
	RECORD_MINUTE, /* 2022-10-25 15:40, local */
	RECORD_COUNT,  /* a whole number from 0 to most */
	RECORD_POINTS, /* a decimal number with at most two decimals and a point, from -most to most: "9.5" */
	RECORD_WORD,   /* one of words */
	RECORD_AGENCY, /* the code of an agency */
	RECORD_ITEM,   /* the number, from 1 to most, of something within the record: a finding, a task */
	RECORD_FLAG,   /* "1" or empty */
	RECORD_FILE,   /* the SHA-256 of a file's bytes, 64 hexadecimal digits; see record/record_file.h */
};
/* One of the words of a field; the last of a list has no text. */
struct record_word {
	struct str text; /* as it stands in the journal */
	enum msg name;
};
/* What a step may carry. Values are texts in one canonical spelling, see enum record_field_kind. */
struct record_field {
	struct str name; /* in entries and forms: "deadline" */
	enum record_field_kind kind;
	int64_t most; /* characters of a text, the largest number; of a file: the sealed line that takes its
			 name, in steps that carry the file */
	bool sealed;  /* names of people and free words: the journal only commits to them
			 (docs/journal-format.md) */
	enum msg label;
	const struct record_word *words;
};
/* LIMIT_RECORD_FIELDS at most: sets of fields are bits of a uint64_t. */
#define RECORD_FIELD_BIT(n) (UINT64_C(1) << (n))

/* A step: what can happen to a record. */
struct record_verb {
	struct str name;   /* "sign": its entries are of the kind "inspection.sign" */
	uint32_t from, to; /* sets of states: allowed in, the one after it; to 0: the state stays */
	unsigned roles; /* who may: ROLE_BIT(…); a program that acts for people (ROLE_SYSTEM) always may */
	uint64_t needed, other; /* sets of fields it must have, may have */
	enum msg label;         /* "Ký biên bản" */
	struct str basis;       /* the rule it rests on, as a citation; empty: practice */
};
struct record_state {
	struct str text; /* in the journal and the table */
	enum msg name;
};
/* State 0 is "there is none": the first verb makes a record, and so may others that are allowed in state 0
 * alone, which no form of record_web.h offers. */
struct record_kind {
	struct str name; /* "inspection" */
	const struct record_field *fields;
	int fields_n;
	const struct record_verb *verbs;
	int verbs_n;
	const struct record_state *states;
	int states_n;
};

struct record_event {
	int verb;
	int64_t record;    /* its number, 1 + the position of its first entry; 0 in the first event */
	struct str agency; /* whose matter the record is: scope of the roles */
	enum role by;
	bool delegated;   /* by somebody to whom the role was delegated */
	int64_t account;  /* of who acted, sealed; 0: a program, or erased */
	struct str actor; /* the name, sealed; may be empty */
	instant happened, recorded;
	struct str values[LIMIT_RECORD_FIELDS]; /* by field; empty: not given */
	bool erased;                            /* read back, and what was sealed is gone */
};

/* What every state begins with; the folding sees to it. */
struct record_base {
	int64_t number;
	int state;
	int version; /* events so far */
	struct str agency;
	instant began_at, last_at; /* happened: of the first, of the newest event */
};

/* Why not. */
struct record_refusal {
	bool refused;
	enum msg why; /* a message without arguments */
	int field;    /* where, or RECORD_NO_FIELD */
};
enum { RECORD_NO_FIELD = -1 };
#define RECORD_FINE ((struct record_refusal){ .field = RECORD_NO_FIELD })
#define RECORD_REFUSED(message) ((struct record_refusal){ true, (message), RECORD_NO_FIELD })
#define RECORD_REFUSED_AT(message, at) ((struct record_refusal){ true, (message), (at) })

/* The field's value in its canonical spelling: trimmed, NFC, dates as 2022-10-25 (25/10/2022 is read too),
 * numbers with a decimal comma or point. What is wrong with it otherwise; *out is then untouched. Empty is
 * fine. */
must_check struct record_refusal record_value(
	struct arena *a, const struct record_field *f, int index, struct str typed, struct str *out);
/* What the tables alone say of e as the next event of a record in that state: step, role, fields. e->by is
 * the role that acts. */
must_check struct record_refusal record_allows(
	const struct record_kind *k, const struct record_base *state, const struct record_event *e);
/* Whether the verb is allowed in the state, to one of the roles (set). */
bool record_verb_is_open(const struct record_kind *k, int state, int verb, unsigned roles);
/* The verb of that name, or -1. */
int record_verb_of(const struct record_kind *k, struct str name);
/* The state of that text, as rows of tables have it; 0 when it is none. */
int record_state_of(const struct record_kind *k, struct str text);
/* Sets what all states have in common after e, whose verb is allowed. */
void record_step(const struct record_kind *k, struct record_base *state, const struct record_event *e);

/* Values as what they are. They are canonical: what is not given is DAYNUM_NONE, INSTANT_NONE, 0. */
daynum record_day(const struct record_event *e, int field);
instant record_minute(const struct record_event *e, int field);
int64_t record_count(const struct record_event *e, int field);      /* counts and items */
int64_t record_hundredths(const struct record_event *e, int field); /* points times 100 */
bool record_flag(const struct record_event *e, int field);
/* The index of the word; -1 when not given. */
int record_word(const struct record_kind *k, const struct record_event *e, int field);
/* 950 as "9.5": the canonical spelling of points. */
struct str record_points_text(struct arena *a, int64_t hundredths);
