#pragma once
/*
 * Administrative procedures (thủ tục hành chính) in versions: what was published by which decision, and from
 * when it holds (NĐ 63/2010 art. 8, 14). A dossier stays on the version under which it was accepted, so
 * versions are added and never changed. Numbers as for agencies: from 1, in the order of first appearance in
 * the journal.
 */
#include "agency/agency.h"
#include "calendar/deadline.h"

/* clang-format off */
#define PROCEDURE_CHANGES(X) /* name, text: what the publishing decision did; a shortening is no amendment */ \
	X(NONE,      "")          /* not known: the base data */ \
	X(NEW,       "new")       \
	X(AMENDED,   "amended")   \
	X(REPLACED,  "replaced")  \
	X(ABOLISHED, "abolished") /* from its first day the procedure is not offered */ \
	X(SHORTENED, "shortened")

#define ONLINE_LEVELS(X) /* name, text: TT 32/2017 art. 5 levels 1-4; NĐ 42/2022 partial and full */ \
	X(1,       "1")       \
	X(2,       "2")       \
	X(3,       "3")       \
	X(4,       "4")       \
	X(PARTIAL, "partial") \
	X(FULL,    "full")

#define INTERAGENCY_KINDS(X) /* liên thông */ \
	X(NONE,        "none")       \
	X(SAME_LEVEL,  "same_level") \
	X(CROSS_LEVEL, "cross_level")
/* clang-format on */
#define X(name, text) CHANGE_##name,
enum procedure_change { PROCEDURE_CHANGES(X) PROCEDURE_CHANGE_N };
#undef X
#define X(name, text) ONLINE_##name,
enum online_level { ONLINE_LEVELS(X) ONLINE_LEVEL_N };
#undef X
#define X(name, text) INTERAGENCY_##name,
enum interagency { INTERAGENCY_KINDS(X) INTERAGENCY_N };
#undef X
struct str procedure_change_text(enum procedure_change c);
struct str online_level_text(enum online_level l);
struct str interagency_text(enum interagency i);
must_check bool procedure_change_from(struct str text, enum procedure_change *out);
must_check bool online_level_from(struct str text, enum online_level *out);
must_check bool interagency_from(struct str text, enum interagency *out);
/* Level 3, 4, partial and full are online services ("offered" in the figures). */
static inline bool online_offered(enum online_level l)
{
	return l >= ONLINE_3;
}

struct procedure_version {
	struct validity valid; /* valid.position identifies the version: dossiers keep it */
	struct str code, name, field;
	struct str agency; /* code of the one that decides */
	struct str legal_basis, result;
	struct str components; /* papers, separated by "; " */
	struct str decision;   /* number of the decision that published it */
	daynum decision_date;
	struct str note; /* where the data comes from and how sure it is */
	enum procedure_change change;
	enum agency_level level;
	enum online_level online;
	enum interagency interagency;
	struct allowance allow;
	enum supplement_rule supplement;
	int cutoff_plus_1; /* as in struct deadline_query */
	bool fee_known;    /* unknown, or a percentage, is not free */
	int64_t fee_vnd;
};
/* Everything that a version says, but for its entry and its note. */
bool procedure_version_same(const struct procedure_version *a, const struct procedure_version *b);

enum { PROCEDURE_NONE = 0 };
struct procedure {
	struct str code;
	const struct validity *valid;                    /* in the order of validity_cmp */
	const struct procedure_version *const *versions; /* in the same order */
	const int *agencies;                             /* numbers of their agencies, in the same order */
	int versions_n;
};
/* Zero is a list without procedures. */
struct procedure_list {
	const struct procedure *procedures; /* procedures[1..n] */
	int n;
	struct code_index index;
};
/* From all versions in the order of the journal. The list keeps pointers to them. */
struct procedure_list procedure_list_of(
	struct arena *a, const struct procedure_version *versions, int n, const struct agency_tree *agencies);
int procedure_number(const struct procedure_list *l, struct str code);

/* The version under which a dossier is accepted on day, as known by the first known entries. NULL: not
 * offered on that day (not begun, ended, abolished). */
const struct procedure_version *procedure_on(
	const struct procedure_list *l, int number, daynum day, int64_t known);
/* The version that the entry at position brought; NULL when it is none of this procedure. */
const struct procedure_version *procedure_version_at(
	const struct procedure_list *l, int number, int64_t position);

/* The object "procedures" of the figures (contract.md). */
struct procedure_counts {
	int64_t total, same_level, cross_level; /* inter_agency is the sum of both */
	int64_t online[ONLINE_LEVEL_N];
	int64_t changes[PROCEDURE_CHANGE_N]; /* by date of decision in the period; [CHANGE_NONE] stays 0 */
	int64_t offered;                     /* online_services.offered */
	int64_t without_code, without_fee;   /* gaps of the data: internal codes, unknown fees */
};
struct procedure_question {
	const bool *in;    /* which agencies count: agency_subtree */
	daynum from, upto; /* the period, both included; in force is asked for upto */
	int64_t known;
};
struct procedure_counts procedure_count(const struct procedure_list *l, const struct procedure_question *q);
