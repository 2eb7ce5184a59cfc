#pragma once
/*
 * Official documents (văn bản) that the portal publishes: their data as records, their text and files as far
 * as somebody gave them. Documents are public; sealed are only who entered them, why an entry was changed and
 * the names of files. Whether one is in force on a day is computed (legal_standing_of), never stored.
 */
#include "record/record.h"

enum {
	LEGAL_SIGN,   /* "1296/KH-SNV" */
	LEGAL_ISSUED, /* the day */
	LEGAL_ISSUER, /* "Sở Nội vụ tỉnh Thái Bình": any body of the state, in its own words */
	LEGAL_KIND,
	LEGAL_FIELD, /* lĩnh vực */
	LEGAL_SUMMARY,
	LEGAL_FROM,     /* in force from that day on */
	LEGAL_TO,       /* and no longer from that day on */
	LEGAL_REPLACES, /* documents, see legal_cites() */
	LEGAL_AMENDS,
	LEGAL_TEXT,
	LEGAL_SOURCE,
	LEGAL_VERIFIED, /* compared with the original */
	LEGAL_AGENCY,   /* who keeps the entry; empty: the province */
	LEGAL_FILE,
	LEGAL_FILE_NAME,
	LEGAL_ITEM, /* a file, from 1 */
	LEGAL_REASON,
	LEGAL_FIELDS
};
enum { LEGAL_REGISTER, LEGAL_AMEND, LEGAL_EXPIRE, LEGAL_ATTACH, LEGAL_DETACH, LEGAL_WITHDRAW, LEGAL_VERBS };
enum { LEGAL_NONE, LEGAL_PUBLISHED, LEGAL_WITHDRAWN, LEGAL_STATES };
extern const struct record_kind legal_kind;
/* Kinds of documents: normative ones, then those of NĐ 30/2020 art. 7; the last has no text. */
extern const struct record_word legal_kind_words[];
/* What pages call the kind with that text; the text itself when it is none. */
struct str legal_kind_name(enum lang lang, struct str text);

struct legal_file {
	struct str hash; /* of its bytes, see record/record_file.h */
	bool gone;       /* taken out again */
};
struct legal {
	struct record_base base;
	struct str sign, issuer, kind, field, summary, replaces, amends, text, source;
	daynum issued, from, to;
	bool verified;
	int files_n; /* files[i] is item i + 1 */
	struct legal_file files[LIMIT_LEGAL_FILES];
};
void legal_apply(void *state, const struct record_event *e);
/* What decide knows beside the state. */
struct legal_env {
	bool agency_unknown;
	bool known; /* another entry has this number, day and issuer */
};
struct record_refusal legal_decide(const void *state, const struct record_event *e, const void *env);

/* A number and sign as addresses and links know it: "1296-kh-snv". Empty when nothing of it is left. */
struct str legal_key(struct arena *a, struct str sign);
/* The documents that a text of REPLACES or AMENDS names, one a line: the number and sign, perhaps with its
 * day
 * ("12/KH-UBND ngày 5/1/2022"), for numbers that begin anew each year. */
struct legal_cite {
	struct str sign, key;
	daynum day; /* DAYNUM_NONE: of any day */
};
/* The next one off *rest; false at the end. bad: the line names none. */
must_check bool legal_cite_next(struct arena *a, struct str *rest, struct legal_cite *out, bool *bad);

/* Days as far as the standing of a document depends on them; DAYNUM_NONE: none is known. */
struct legal_days {
	daynum from, to; /* its own */
	daynum replaced; /* the first day on which a document that replaces it is in force */
	daynum amended;  /* the same of one that amends it */
};
enum legal_standing {
	LEGAL_UNKNOWN, /* nobody said since when */
	LEGAL_NOT_YET,
	LEGAL_IN_FORCE,
	LEGAL_IN_FORCE_AMENDED,
	LEGAL_EXPIRED,
	LEGAL_REPLACED,
	LEGAL_STANDINGS
};
enum legal_standing legal_standing_of(const struct legal_days *d, daynum day);
enum msg legal_standing_name(enum legal_standing s);
