#pragma once
/*
 * The checklist of an inspection: criteria of the six areas of reform, and what data can answer of them. The
 * criteria are data (packs/vn/inspection-checklist.csv); the answers of the team are steps of the inspection
 * (INSPECTION_DO_ANSWER). What the system says stands beside them and never replaces them.
 */
#include "base/fault.h"
#include "inspection/inspection.h"

struct checklist_criterion {
	struct str code, text;
	struct str evidence; /* what shows it */
	struct str source;   /* where the criterion comes from and how sure that is */
	int area;            /* index in inspection_areas */
	int64_t points;      /* at most, in hundredths */
};
struct checklist {
	const struct checklist_criterion *list; /* areas together, in the order of the file */
	int n;
};
/* One form holds the criteria of an area: four fields for each. */
enum { CHECKLIST_AREA_CRITERIA = 30 };
/* Reads the file: code, area (text of inspection_areas), criterion, evidence, max_points, source. At most
 * INSPECTION_ANSWERS criteria, CHECKLIST_AREA_CRITERIA of an area. FAULT_CORRUPT names the line: the file is
 * part of the program. */
must_check const struct fault *checklist_read(struct arena *a, struct str csv, struct checklist *out);
/* NULL: there is none with that code. */
const struct checklist_criterion *checklist_find(const struct checklist *c, struct str code);

/* clang-format off */
/* What is known of the unit in the period inspected. Dossiers as in the figures of an inspection: in time
 * holds those without a deadline too. */
#define CHECKLIST_FACTS(X) \
	X(RECEIVED) X(RESOLVED) X(IN_TIME) X(LATE) /* resolved late */ X(OVERDUE) /* open, past the deadline */ \
	X(APOLOGISED) /* of those resolved: with a letter of apology */ X(NEW) X(NEW_ONLINE) X(NEW_POSTAL) \
	X(PROCEDURES) X(WITHOUT_CODE) /* no national code */ X(SHORTENED) /* by decisions of the period */ \
	X(INTER_AGENCY) X(INTER_RECEIVED) /* dossiers of inter-agency procedures */ \
	X(OFFERED) X(USED) /* online services; with a dossier submitted online */ \
	X(COMPARED) X(DIFFERING) /* figures that the unit declared and the system computed; those that disagree */ \
	X(REPORTS_DUE) X(REPORTS_LATE) /* periodic reports; late or missing past their day */
/* clang-format on */
#define X(name) CHECKLIST_##name,
enum checklist_fact { CHECKLIST_FACTS(X) CHECKLIST_FACT_N };
#undef X
struct checklist_facts {
	bool known[CHECKLIST_FACT_N];
	int64_t n[CHECKLIST_FACT_N];
	bool declared; /* by the unit, not computed */
};
static inline void checklist_know(struct checklist_facts *f, enum checklist_fact fact, int64_t n)
{
	f->known[fact] = true;
	f->n[fact] = n;
}
/* Figures of an inspection that are facts too, over those that are known already. */
void checklist_take_figures(struct checklist_facts *f, const struct inspection_figures *figures);
/* How far the declared figures agree with the computed ones. */
void checklist_compare(struct checklist_facts *f, const struct inspection *x);

enum {
	/* Of dossiers resolved: the criterion itself says 95; below it the index of reform gives a part of
	 * the points down to 80 (recalled: QĐ 1149/QĐ-BNV, QĐ 876/QĐ-BNV). */
	CHECKLIST_IN_TIME_PERCENT = 95,
	CHECKLIST_IN_TIME_PARTLY_PERCENT = 80,
	/* Of online services with dossiers: "theo quy định phải đạt tối thiểu 80%" (the article). */
	CHECKLIST_ONLINE_PERCENT = 80,
};
/* What the data says. UNKNOWN is an honest answer; words may stand with it all the same. */
enum checklist_says {
	CHECKLIST_UNKNOWN,
	CHECKLIST_YES,
	CHECKLIST_PARTLY,
	CHECKLIST_NO,
	CHECKLIST_NOT_APPLICABLE
};
struct checklist_reply {
	enum checklist_says says;
	struct str why; /* "0 hồ sơ quá hạn trong 1.713 hồ sơ"; never empty */
};
/* Pure: the same facts give the same answer. Words in a. */
struct checklist_reply checklist_reply(
	struct arena *a, enum lang lang, struct str code, const struct checklist_facts *f);

/* What the team answered; NULL: nothing yet. */
const struct inspection_criterion *checklist_answer(const struct inspection *x, struct str code);
/* Sums of an area, or of all of them (area -1). */
struct checklist_sum {
	int criteria, answered;
	int64_t given, most; /* hundredths; most: without criteria that do not apply */
};
struct checklist_sum checklist_sum(const struct checklist *c, int area, const struct inspection *x);
