#pragma once
/*
 * The tables of an inspection of administrative reform (kiểm tra công tác cải cách hành chính; domain.md 4):
 * what a step carries, which step is allowed when and to whom, states. The steps follow the documents of Nghị
 * định 30/2020/NĐ-CP that offices write: plan, decision, notice, self-report, minutes, conclusion, report of
 * remedy. No act fixes this order for inspections of reform; the citations say which act a document rests on.
 */
#include "record/record.h"

enum {
	INSPECTION_MEMBERS = 40,
	INSPECTION_ATTENDANTS = 120,
	INSPECTION_FINDINGS = 100,
	INSPECTION_RECOMMENDATIONS = 100,
	INSPECTION_PROPOSALS = 60,
	INSPECTION_SAMPLE = 60,   /* dossiers drawn for the check of files */
	INSPECTION_ANSWERS = 200, /* criteria of the checklist */
	INSPECTION_AMENDMENTS = 40,
	INSPECTION_TITLE_CHARS = 200,
	INSPECTION_CODES_CHARS = 4000, /* the codes of a sample with blanks between them */
};

/* clang-format off */
/* Figures that a unit declares and the system computes, for the same period. */
#define INSPECTION_FIGURES(X) \
	X(RECEIVED, received) X(RECEIVED_NEW, received_new) X(CARRIED_OVER, carried_over) \
	X(RESOLVED, resolved) X(IN_TIME, in_time) X(LATE, late) \
	X(IN_PROGRESS, in_progress) X(WITHIN_DEADLINE, within_deadline) X(OVERDUE, overdue) \
	X(PROCEDURES, procedures) X(INTER_AGENCY, inter_agency) X(SAME_LEVEL, same_level) X(CROSS_LEVEL, cross_level) \
	X(ONLINE_3, online_3) X(ONLINE_4, online_4) \
	X(CHANGES_NEW, changes_new) X(CHANGES_AMENDED, changes_amended) X(CHANGES_SHORTENED, changes_shortened) \
	X(ONLINE_OFFERED, online_offered) X(ONLINE_USED, online_used) X(FEEDBACK, feedback)

/* name, text in the journal and label, kind, most, sealed, words */
#define INSPECTION_FIELDS(X) \
	X(UNIT,          unit,          AGENCY, 0, false, NULL) \
	X(TITLE,         title,         LINE, INSPECTION_TITLE_CHARS, false, NULL) \
	X(METHOD,        method,        WORD, 0, false, inspection_methods) \
	X(PERIOD_FROM,   period_from,   DAY, 0, false, NULL) \
	X(PERIOD_TO,     period_to,     DAY, 0, false, NULL) \
	X(PLAN,          plan,          COUNT, LIMIT_RECORD_COUNT, false, NULL) \
	X(PLAN_NUMBER,   plan_number,   LINE, LIMIT_CODE_CHARS, false, NULL) \
	X(PLAN_DATE,     plan_date,     DAY, 0, false, NULL) \
	X(DECLARED_ONLY, declared_only, FLAG, 0, false, NULL) \
	X(MEMBER,        member,        ITEM, INSPECTION_MEMBERS, false, NULL) \
	X(NAME,          name,          LINE, LIMIT_QUERY_CHARS, true, NULL) \
	X(POSITION,      position,      LINE, LIMIT_QUERY_CHARS, true, NULL) \
	X(BODY,          body,          AGENCY, 0, false, NULL) \
	X(PART,          part,          WORD, 0, false, inspection_parts) \
	X(SIDE,          side,          WORD, 0, false, inspection_sides) \
	X(NUMBER,        number,        LINE, LIMIT_CODE_CHARS, false, NULL) \
	X(DATE,          date,          DAY, 0, false, NULL) \
	X(PLACE,         place,         LINE, LIMIT_QUERY_CHARS, false, NULL) \
	X(FROM,          from,          MINUTE, 0, false, NULL) \
	X(TO,            to,            MINUTE, 0, false, NULL) \
	X(JOURNAL_SIZE,  journal_size,  COUNT, INT64_C(9007199254740991), false, NULL) \
	X(JOURNAL_ROOT,  journal_root,  LINE, LIMIT_CODE_CHARS, false, NULL) \
	X(CRITERION,     criterion,     LINE, LIMIT_CODE_CHARS, false, NULL) \
	X(ANSWER,        answer,        WORD, 0, false, inspection_answers) \
	X(POINTS,        points,        POINTS, 100, false, NULL) \
	X(SEED,          seed,          LINE, LIMIT_CODE_CHARS, false, NULL) \
	X(SIZE,          size,          COUNT, INSPECTION_SAMPLE, false, NULL) \
	X(CODES,         codes,         LINE, INSPECTION_CODES_CHARS, false, NULL) \
	X(DOSSIER,       dossier,       LINE, LIMIT_CODE_CHARS, false, NULL) \
	X(RESULT,        result,        WORD, 0, false, inspection_results) \
	X(AREA,          area,          WORD, 0, false, inspection_areas) \
	X(SEVERITY,      severity,      WORD, 0, false, inspection_severities) \
	X(FINDING,       finding,       ITEM, INSPECTION_FINDINGS, false, NULL) \
	X(RECOMMENDATION, recommendation, ITEM, INSPECTION_RECOMMENDATIONS, false, NULL) \
	X(PROPOSAL,      proposal,      ITEM, INSPECTION_PROPOSALS, false, NULL) \
	X(OWNER,         owner,         AGENCY, 0, false, NULL) \
	X(DEADLINE,      deadline,      DAY, 0, false, NULL) \
	X(ADDRESSEE,     addressee,     LINE, LIMIT_QUERY_CHARS, false, NULL) \
	X(TEXT,          text,          LINES, LIMIT_RECORD_LINES_CHARS, true, NULL) \
	X(EVIDENCE,      evidence,      LINES, LIMIT_TEXT_CHARS, true, NULL) \
	X(REASON,        reason,        LINES, LIMIT_TEXT_CHARS, true, NULL) \
	X(DOCUMENT,      document,      WORD, 0, false, inspection_documents) \
	X(EVIDENCE_FILE, evidence_file, FILE, INSPECTION_FIELD_NAME, false, NULL)

#define X(name, ...) INSPECTION_FIELD_##name,
enum inspection_field { INSPECTION_FIELDS(X) INSPECTION_FIRST_FIGURE, INSPECTION_BEFORE_FIGURES = INSPECTION_FIRST_FIGURE - 1,
	INSPECTION_FIGURES(X) INSPECTION_FIELD_N };
#undef X
#define X(name, ...) INSPECTION_##name,
enum inspection_figure { INSPECTION_FIGURES(X) INSPECTION_FIGURE_N };
#undef X
_Static_assert((int)INSPECTION_FIELD_N <= (int)LIMIT_RECORD_FIELDS, "sets of fields are bits of 64");

#define INSPECTION_STATES(X) \
	X(NONE, none) X(PREPARING, preparing) X(DECIDED, decided) X(NOTIFIED, notified) X(SESSION, session) \
	X(TEAM_SIGNED, team_signed) X(MINUTED, minuted) X(CONCLUDED, concluded) X(CLOSED, closed) X(CANCELLED, cancelled)
#define X(name, ...) INSPECTION_IS_##name,
enum inspection_state { INSPECTION_STATES(X) INSPECTION_STATE_N };
#undef X

#define INSPECTION_IN(name) (1u << INSPECTION_IS_##name)
#define INSPECTION_F(name) RECORD_FIELD_BIT(INSPECTION_FIELD_##name)
#define INSPECTION_ALL_FIGURES ((RECORD_FIELD_BIT(INSPECTION_FIGURE_N) - 1) << INSPECTION_FIRST_FIGURE)
/* A file of evidence; its name stands in NAME. */
#define INSPECTION_A_FILE (INSPECTION_F(EVIDENCE_FILE) | INSPECTION_F(NAME))
/* Who inspects, who is inspected, who steers. */
#define INSPECTION_TEAM (ROLE_BIT(HOME_AFFAIRS) | ROLE_BIT(INSPECTOR))
#define INSPECTION_OFFICE (ROLE_BIT(HOME_AFFAIRS) | ROLE_BIT(PROVINCE_OFFICE))
#define INSPECTION_UNIT (ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER))

/* name, text and label, allowed in, state after (0: stays), who, needed fields, other fields, basis */
#define INSPECTION_VERBS(X) \
	X(OPEN, open, INSPECTION_IN(NONE), INSPECTION_IN(PREPARING), INSPECTION_OFFICE, \
		INSPECTION_F(UNIT) | INSPECTION_F(TITLE) | INSPECTION_F(METHOD) | INSPECTION_F(PERIOD_FROM) | \
			INSPECTION_F(PERIOD_TO), \
		INSPECTION_F(PLAN) | INSPECTION_F(PLAN_NUMBER) | INSPECTION_F(PLAN_DATE) | \
			INSPECTION_F(DECLARED_ONLY), "") \
	X(MEMBER, member, INSPECTION_IN(PREPARING) | INSPECTION_IN(DECIDED) | INSPECTION_IN(NOTIFIED), 0, INSPECTION_OFFICE, \
		INSPECTION_F(NAME) | INSPECTION_F(POSITION) | INSPECTION_F(BODY) | INSPECTION_F(PART), 0, "") \
	X(CONFLICT, conflict, INSPECTION_IN(PREPARING) | INSPECTION_IN(DECIDED) | INSPECTION_IN(NOTIFIED) | \
			INSPECTION_IN(SESSION), 0, INSPECTION_OFFICE | ROLE_BIT(INSPECTOR), \
		INSPECTION_F(MEMBER) | INSPECTION_F(REASON), 0, "") \
	X(DECIDE, decide, INSPECTION_IN(PREPARING), INSPECTION_IN(DECIDED), INSPECTION_OFFICE, \
		INSPECTION_F(NUMBER) | INSPECTION_F(DATE), 0, "NĐ 30/2020/NĐ-CP") \
	X(NOTIFY, notify, INSPECTION_IN(DECIDED), INSPECTION_IN(NOTIFIED), INSPECTION_TEAM, \
		INSPECTION_F(NUMBER) | INSPECTION_F(DATE) | INSPECTION_F(FROM) | INSPECTION_F(TO) | INSPECTION_F(PLACE), \
		INSPECTION_F(TEXT), "NĐ 30/2020/NĐ-CP") \
	X(RESCHEDULE, reschedule, INSPECTION_IN(NOTIFIED), 0, INSPECTION_TEAM, \
		INSPECTION_F(FROM) | INSPECTION_F(TO) | INSPECTION_F(PLACE) | INSPECTION_F(REASON), 0, "") \
	X(DECLARE, declare, INSPECTION_IN(NOTIFIED) | INSPECTION_IN(SESSION), 0, INSPECTION_UNIT | INSPECTION_TEAM, \
		INSPECTION_F(RECEIVED) | INSPECTION_F(IN_PROGRESS) | INSPECTION_F(PROCEDURES), \
		INSPECTION_F(NUMBER) | INSPECTION_F(DATE) | INSPECTION_F(TEXT) | INSPECTION_ALL_FIGURES | INSPECTION_A_FILE, "") \
	X(BEGIN, begin, INSPECTION_IN(NOTIFIED), INSPECTION_IN(SESSION), INSPECTION_TEAM, \
		0, INSPECTION_F(JOURNAL_SIZE) | INSPECTION_F(JOURNAL_ROOT) | INSPECTION_ALL_FIGURES, "") \
	X(ATTEND, attend, INSPECTION_IN(SESSION), 0, INSPECTION_TEAM, \
		INSPECTION_F(SIDE) | INSPECTION_F(NAME) | INSPECTION_F(POSITION), INSPECTION_F(BODY), "") \
	X(ANSWER, answer, INSPECTION_IN(SESSION), 0, INSPECTION_TEAM, \
		INSPECTION_F(CRITERION) | INSPECTION_F(ANSWER), \
		INSPECTION_F(POINTS) | INSPECTION_F(TEXT) | INSPECTION_F(EVIDENCE), "") \
	X(DRAW, draw, INSPECTION_IN(NOTIFIED) | INSPECTION_IN(SESSION), 0, INSPECTION_TEAM, \
		INSPECTION_F(SEED) | INSPECTION_F(SIZE) | INSPECTION_F(CODES) | INSPECTION_F(JOURNAL_SIZE), 0, "") \
	X(CHECK, check, INSPECTION_IN(SESSION), 0, INSPECTION_TEAM, \
		INSPECTION_F(DOSSIER) | INSPECTION_F(RESULT), INSPECTION_F(TEXT), "") \
	X(FINDING, finding, INSPECTION_IN(SESSION), 0, INSPECTION_TEAM, \
		INSPECTION_F(AREA) | INSPECTION_F(SEVERITY) | INSPECTION_F(TEXT), \
		INSPECTION_F(EVIDENCE) | INSPECTION_A_FILE, "") \
	X(EXPLAIN, explain, INSPECTION_IN(SESSION), 0, INSPECTION_UNIT | INSPECTION_TEAM, \
		INSPECTION_F(FINDING) | INSPECTION_F(TEXT), INSPECTION_F(EVIDENCE) | INSPECTION_A_FILE, "") \
	X(DROP_FINDING, drop_finding, INSPECTION_IN(SESSION), 0, INSPECTION_TEAM, \
		INSPECTION_F(FINDING) | INSPECTION_F(REASON), 0, "") \
	X(RECOMMEND, recommend, INSPECTION_IN(SESSION) | INSPECTION_IN(MINUTED), 0, INSPECTION_TEAM, \
		INSPECTION_F(TEXT) | INSPECTION_F(OWNER) | INSPECTION_F(DEADLINE), INSPECTION_F(FINDING), "") \
	X(PROPOSE, propose, INSPECTION_IN(NOTIFIED) | INSPECTION_IN(SESSION), 0, INSPECTION_UNIT | INSPECTION_TEAM, \
		INSPECTION_F(TEXT) | INSPECTION_F(ADDRESSEE), 0, "") \
	X(ACCEPT, accept, INSPECTION_IN(SESSION) | INSPECTION_IN(MINUTED) | INSPECTION_IN(CONCLUDED), 0, INSPECTION_UNIT, \
		INSPECTION_F(RECOMMENDATION) | INSPECTION_F(TEXT), 0, "") \
	X(SIGN_TEAM, sign_team, INSPECTION_IN(SESSION), INSPECTION_IN(TEAM_SIGNED), INSPECTION_TEAM, \
		INSPECTION_F(NAME) | INSPECTION_F(POSITION), 0, "NĐ 30/2020/NĐ-CP") \
	X(SIGN_UNIT, sign_unit, INSPECTION_IN(TEAM_SIGNED), INSPECTION_IN(MINUTED), INSPECTION_UNIT, \
		INSPECTION_F(NAME) | INSPECTION_F(POSITION), INSPECTION_F(TEXT), "NĐ 30/2020/NĐ-CP") \
	X(CONCLUDE, conclude, INSPECTION_IN(SESSION) | INSPECTION_IN(TEAM_SIGNED) | INSPECTION_IN(MINUTED), \
		INSPECTION_IN(CONCLUDED), INSPECTION_OFFICE, \
		INSPECTION_F(NUMBER) | INSPECTION_F(DATE) | INSPECTION_F(TEXT), 0, "NĐ 30/2020/NĐ-CP") \
	X(REMEDY, remedy, INSPECTION_IN(MINUTED) | INSPECTION_IN(CONCLUDED), 0, INSPECTION_UNIT, \
		INSPECTION_F(RECOMMENDATION) | INSPECTION_F(TEXT) | INSPECTION_F(EVIDENCE), INSPECTION_A_FILE, "") \
	X(VERIFY, verify, INSPECTION_IN(MINUTED) | INSPECTION_IN(CONCLUDED), 0, INSPECTION_TEAM, \
		INSPECTION_F(RECOMMENDATION) | INSPECTION_F(TEXT), 0, "") \
	X(SEND_BACK, send_back, INSPECTION_IN(MINUTED) | INSPECTION_IN(CONCLUDED), 0, INSPECTION_TEAM, \
		INSPECTION_F(RECOMMENDATION) | INSPECTION_F(REASON), 0, "") \
	X(PROLONG, prolong, INSPECTION_IN(MINUTED) | INSPECTION_IN(CONCLUDED), 0, INSPECTION_OFFICE, \
		INSPECTION_F(RECOMMENDATION) | INSPECTION_F(DEADLINE) | INSPECTION_F(REASON), 0, "") \
	X(DROP_RECOMMENDATION, drop_recommendation, INSPECTION_IN(SESSION) | INSPECTION_IN(MINUTED) | \
			INSPECTION_IN(CONCLUDED), 0, INSPECTION_OFFICE, \
		INSPECTION_F(RECOMMENDATION) | INSPECTION_F(REASON), 0, "") \
	X(REMIND, remind, INSPECTION_IN(MINUTED) | INSPECTION_IN(CONCLUDED), 0, INSPECTION_TEAM, \
		INSPECTION_F(RECOMMENDATION), INSPECTION_F(TEXT), "") \
	X(REPLY, reply, INSPECTION_IN(MINUTED) | INSPECTION_IN(CONCLUDED), 0, INSPECTION_OFFICE, \
		INSPECTION_F(PROPOSAL) | INSPECTION_F(TEXT), INSPECTION_F(NUMBER) | INSPECTION_F(DATE), "") \
	X(AMEND, amend, INSPECTION_IN(TEAM_SIGNED) | INSPECTION_IN(MINUTED) | INSPECTION_IN(CONCLUDED) | \
			INSPECTION_IN(CLOSED), 0, INSPECTION_OFFICE, \
		INSPECTION_F(DOCUMENT) | INSPECTION_F(TEXT) | INSPECTION_F(REASON), 0, "NĐ 30/2020/NĐ-CP, Điều 18") \
	X(CLOSE, close, INSPECTION_IN(CONCLUDED), INSPECTION_IN(CLOSED), INSPECTION_OFFICE, 0, INSPECTION_F(TEXT), "") \
	X(CANCEL, cancel, INSPECTION_IN(PREPARING) | INSPECTION_IN(DECIDED) | INSPECTION_IN(NOTIFIED), \
		INSPECTION_IN(CANCELLED), INSPECTION_OFFICE, INSPECTION_F(REASON), 0, "")
#define X(name, ...) INSPECTION_DO_##name,
enum inspection_verb { INSPECTION_VERBS(X) INSPECTION_VERB_N };
#undef X

/* Words of fields: the first of each list is 0. */
enum inspection_method { INSPECTION_DIRECT, INSPECTION_BY_REPORT, INSPECTION_UNANNOUNCED };
enum inspection_part { INSPECTION_LEADER, INSPECTION_DEPUTY, INSPECTION_SECRETARY, INSPECTION_MEMBER };
enum inspection_side { INSPECTION_FOR_TEAM, INSPECTION_FOR_UNIT };
enum inspection_severity { INSPECTION_MINOR, INSPECTION_MODERATE, INSPECTION_SERIOUS };
/* 0 is steering; 1 to 6 are the areas of Nghị quyết 76/NQ-CP (15/7/2021). */
enum { INSPECTION_AREAS = 7 };
enum inspection_answer { INSPECTION_YES, INSPECTION_PARTLY, INSPECTION_NO, INSPECTION_NOT_APPLICABLE };
enum inspection_result { INSPECTION_IN_ORDER, INSPECTION_FAULTY, INSPECTION_NOT_FOUND };
/* clang-format on */
extern const struct record_word inspection_methods[], inspection_parts[], inspection_sides[],
	inspection_answers[], inspection_results[], inspection_areas[], inspection_severities[],
	inspection_documents[];
extern const struct record_kind inspection_kind;

/* The field of a figure, and its name in entries and forms. */
static inline int inspection_figure_field(enum inspection_figure f)
{
	return INSPECTION_FIRST_FIGURE + (int)f;
}
