#pragma once
/*
 * A set of criteria, by which agencies are scored for a year: areas, their criteria, the components of a
 * criterion. Points belong to components; those of criteria and areas are sums. A set has versions, each
 * imported whole (`motcua import criteria`) and never changed afterwards: sheets name the version, so an old
 * sheet means what it meant.
 */
#include "agency/agency.h"
#include "agency/entry.h"
#include "record/record.h"
#include "score/score_formula.h"

/* clang-format off */
#define SCORE_CRITERIA_COLUMNS(X) /* name, text, needed in a file; in the order of RFC 8785 */ \
	X(AREA,           "area",           true)  \
	X(COMPONENT,      "component",      true)  \
	X(CODE,           "component_code", true)  \
	X(CRITERION,      "criterion",      true)  \
	X(CRITERION_CODE, "criterion_code", true)  \
	X(EVIDENCE,       "evidence",       true)  \
	X(FLOOR,          "floor",          false) /* percent */ \
	X(INDICATOR,      "indicator",      false) \
	X(LEVEL,          "level",          true)  /* of the agencies that it is for */ \
	X(MAX,            "max",            true)  /* points */ \
	X(METHOD,         "method",         true)  \
	X(NAME,           "name",           true)  /* of the set */ \
	X(SET,            "set",            true)  /* its code */ \
	X(SOURCE,         "source",         false) /* where it comes from and how sure it is */ \
	X(STEPS,          "steps",          false) \
	X(TARGET,         "target",         false) /* percent */ \
	X(VERSION,        "version",        true)
/* clang-format on */
#define X(name, text, needed) CRITERIA_##name,
enum criteria_column { SCORE_CRITERIA_COLUMNS(X) CRITERIA_COLUMN_N };
#undef X
extern const struct column criteria_columns[CRITERIA_COLUMN_N];

struct score_component {
	struct str set, name;
	int64_t version; /* of the set, from 1 */
	enum agency_level level;
	struct str area, criterion_code, criterion, code, text, evidence, source;
	enum score_indicator indicator;
	struct score_formula formula; /* with its most points */
};
/* Sets one column from its text. Refused with the column as the field: what is wrong with it. */
must_check struct record_refusal criteria_set(
	struct score_component *c, enum criteria_column column, struct str value);
/* Its text, in one spelling. */
struct str criteria_get(struct arena *a, const struct score_component *c, enum criteria_column column);
/* What no single column can say: a formula that fits its method. */
must_check struct record_refusal criteria_check(const struct score_component *c);

/* The journal entry of one component, "score.component" (docs/journal-format.md). */
void criteria_entry(struct buf *out, const struct score_component *c, const struct entry_stamp *stamp);
must_check bool criteria_from_entry(
	struct arena *a, struct str bytes, struct score_component *c, struct entry_stamp *stamp);

struct score_area {
	struct str name;
	int first, n; /* of components */
	int64_t max;
};
struct score_set {
	struct str code, name;
	int64_t version;
	enum agency_level level;
	const struct score_component *components;
	int n;
	struct score_area areas[LIMIT_SCORE_AREAS];
	int areas_n;
	int64_t max;
};
enum score_set_flaw {
	SCORE_SET_FINE,
	SCORE_SET_FULL,       /* more than LIMIT_SCORE_COMPONENTS, _AREAS or _AREA_COMPONENTS */
	SCORE_SET_CODE_TWICE, /* two components with one code */
	SCORE_SET_AREA_TWICE, /* an area or criterion that is not in one piece */
	SCORE_SET_OTHERWISE,  /* name or level is another than in the first row */
};
/* From the components of one version, in order; keeps the pointer. *at: the component that is wrong. */
must_check enum score_set_flaw score_set_of(
	const struct score_component *components, int n, struct score_set *out, int *at);
/* The place of a code, -1: none. */
int score_component_at(const struct score_set *s, struct str code);
/* Whether the component begins a criterion: it is the first one, or the one before is of another. */
bool score_begins_criterion(const struct score_set *s, int component);
