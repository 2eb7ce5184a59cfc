#pragma once
/*
 * A score sheet (phiếu chấm điểm): one agency, one year, one version of a set of criteria. The agency scores
 * itself with evidence, the Department of Home Affairs appraises, the agency explains, the second appraisal
 * decides. What a formula can tell fills itself in and is frozen, with the journal that it was counted from,
 * when self-scoring ends. After that nothing is changed but by steps that say who and why. The sequence is
 * that of the ministry's scoring of provinces (domain.md 5.1), taken down to the agencies: practice, not law.
 */
#include "record/record.h"
#include "score/score_set.h"

/* clang-format off */
#define SCORE_FIELDS_OF(X) /* name, text, kind, most, sealed, message */ \
	X(SET,           "set",           LINE,   LIMIT_CODE_CHARS, false, score_f_set) \
	X(VERSION,       "set_version",   COUNT,  999,  false, score_f_version)   \
	X(YEAR,          "year",          COUNT,  2199, false, score_f_year)      \
	X(SELF_UNTIL,    "self_until",    DAY,    0,    false, score_f_self_until) \
	X(FIRST_UNTIL,   "first_until",   DAY,    0,    false, score_f_first_until) \
	X(EXPLAIN_UNTIL, "explain_until", DAY,    0,    false, score_f_explain_until) \
	X(SECOND_UNTIL,  "second_until",  DAY,    0,    false, score_f_second_until) \
	X(BONUS_MAX,     "bonus_max",     POINTS, LIMIT_SCORE_POINTS, false, score_f_bonus_max) \
	X(PENALTY_MAX,   "penalty_max",   POINTS, LIMIT_SCORE_POINTS, false, score_f_penalty_max) \
	X(COMPONENT,     "component",     LINE,   LIMIT_CODE_CHARS, false, score_f_component) \
	X(POINTS,        "points",        POINTS, LIMIT_SCORE_POINTS, false, score_f_points) \
	X(EVIDENCE,      "evidence",      LINES,  LIMIT_NOTE_CHARS, true,  score_f_evidence) \
	X(COMMENT,       "comment",       LINES,  LIMIT_NOTE_CHARS, true,  score_f_comment) \
	X(REASON,        "reason",        LINES,  LIMIT_NOTE_CHARS, true,  score_f_reason) \
	X(EXTRA,         "extra",         WORD,   0,    false, score_f_extra)     \
	X(ITEM,          "item",          ITEM,   LIMIT_SCORE_EXTRAS, false, score_f_item) \
	X(PART,          "part",          COUNT,  LIMIT_RECORD_COUNT, false, score_f_part) \
	X(WHOLE,         "whole",         COUNT,  LIMIT_RECORD_COUNT, false, score_f_whole) \
	X(NO_DATA,       "no_data",       FLAG,   0,    false, score_f_no_data)   \
	X(SIZE,          "journal_size",  COUNT,  INT64_C(1000000000000), false, score_f_size) \
	X(ROOT,          "journal_root",  LINE,   LIMIT_CODE_CHARS, false, score_f_root) \
	X(UNTIL,         "counted_until", DAY,    0,    false, score_f_until)

#define SCORE_STATES_OF(X) /* name, text, message */ \
	X(NONE,      "",          score_state_none)      \
	X(SELF,      "self",      score_state_self)      /* the agency scores itself */ \
	X(FIRST,     "first",     score_state_first)     /* first appraisal */ \
	X(EXPLAIN,   "explain",   score_state_explain)   /* the agency explains */ \
	X(SECOND,    "second",    score_state_second)    /* second appraisal */ \
	X(CLOSED,    "closed",    score_state_closed)    \
	X(PUBLISHED, "published", score_state_published)

#define SCORE_VERBS_OF(X) /* name, text, message; their rules: score.c */ \
	X(OPEN,       "open",       score_v_open)       \
	X(SELF,       "self",       score_v_self)       \
	X(MEASURE,    "measure",    score_v_measure)    \
	X(SUBMIT,     "submit",     score_v_submit)     \
	X(FIRST,      "first",      score_v_first)      \
	X(END_FIRST,  "end_first",  score_v_end_first)  \
	X(EXPLAIN,    "explain",    score_v_explain)    \
	X(END_EXPLAIN, "end_explain", score_v_end_explain) \
	X(SECOND,     "second",     score_v_second)     \
	X(EXTRA,      "extra",      score_v_extra)      \
	X(DROP_EXTRA, "drop_extra", score_v_drop_extra) \
	X(EXTEND,     "extend",     score_v_extend)     \
	X(CLOSE,      "close",      score_v_close)      \
	X(PUBLISH,    "publish",    score_v_publish)    \
	X(AMEND,      "amend",      score_v_amend)
/* clang-format on */
#define X(name, text, kind, most, sealed, message) SCORE_F_##name,
enum score_field { SCORE_FIELDS_OF(X) SCORE_FIELD_N };
#undef X
#define X(name, text, message) SCORE_IS_##name,
enum score_state { SCORE_STATES_OF(X) SCORE_STATE_N };
#undef X
#define X(name, text, message) SCORE_V_##name,
enum score_verb { SCORE_VERBS_OF(X) SCORE_VERB_N };
#undef X
extern const struct record_kind score_kind;
enum score_extra_kind { SCORE_BONUS, SCORE_PENALTY };

/* The three columns of a sheet, and what holds in the end: the second appraisal as amended. */
enum score_column { SCORE_BY_SELF, SCORE_BY_FIRST, SCORE_BY_SECOND, SCORE_FINAL, SCORE_COLUMN_N };

/* What was counted for a component with a formula. */
struct score_measure {
	bool taken; /* it was counted; fact.known false: there was nothing to count */
	struct score_fact fact;
	int64_t points; /* when there are some */
	bool has_points;
	int64_t size; /* journal entries that were counted, and their root in hexadecimal */
	struct str root;
	daynum until; /* the last day that counted */
};
/* A component as it stands on the sheet. */
struct score_line {
	struct str code;
	struct score_measure measure;
	int64_t points[SCORE_COLUMN_N]; /* as given by people; hundredths */
	bool given[SCORE_COLUMN_N];
	struct str evidence, explanation, explanation_evidence;
	struct str comments[SCORE_COLUMN_N]; /* of the appraisals; of SCORE_FINAL: why it was amended */
};
struct score_extra {
	enum score_extra_kind kind;
	int64_t points; /* above 0 */
	struct str reason, evidence;
	bool dropped;
	struct str why_dropped;
};
struct score {
	struct record_base base;
	struct str set;
	int64_t version;
	int year;
	daynum until[SCORE_STATE_N]; /* by state: the last day of its steps */
	int64_t most[2];             /* of bonuses, of penalties; by enum score_extra_kind */
	struct score_line lines[LIMIT_SCORE_COMPONENTS];
	int lines_n;
	struct score_extra extras[LIMIT_SCORE_EXTRAS];
	int extras_n;
	int64_t amendments;
};
/* What decide must know beside the sheet. */
struct score_env {
	const struct score_set *set; /* NULL: there is no such set and version */
	bool taken;                  /* by SCORE_V_OPEN: this agency has a sheet of that set and year */
	bool fits;                   /* the agency exists and is of the set's level */
};

void score_apply(void *state, const struct record_event *e);
struct record_refusal score_decide(const void *state, const struct record_event *e, const void *env);

/* NULL when nothing was entered for it yet. */
const struct score_line *score_line_of(const struct score *s, struct str code);
/* The points of a component in a column: those given, else what the formula gave, else (second, final) those
 * of the column before. False: none yet. */
must_check bool score_points(const struct score_line *line, enum score_column column, int64_t *points);

struct score_sum {
	int64_t points;
	int without; /* components that have none */
};
struct score_sums {
	struct score_sum areas[LIMIT_SCORE_AREAS][SCORE_COLUMN_N], total[SCORE_COLUMN_N];
	int64_t bonus, penalty;
	int64_t result; /* total[SCORE_FINAL] + bonus - penalty, not below 0 */
};
/* Sums, always computed: areas of their components, the total of the areas. False when the sums do not
 * balance: criteria summed for themselves give another total. */
must_check bool score_sums_of(const struct score_set *set, const struct score *s, struct score_sums *out);
/* The sum of the criterion that begins at component. */
struct score_sum score_criterion_sum(
	const struct score_set *set, const struct score *s, int component, enum score_column column);

/* Places by result, the largest first: equal results share a place (1, 2, 2, 4). */
void score_places(const int64_t *results, int n, int *places);

/* The days that are typed of a round are in order: self-scoring ends first. The first field that is not. */
must_check struct record_refusal score_days_check(const struct record_event *e, daynum today);
