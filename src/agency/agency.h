#pragma once
/*
 * Agencies (cơ quan, đơn vị) as a tree that changes: an agency is a code and its versions, each with name,
 * level, kind and parent for a time (domain.md 8). Nothing is overwritten; an agency that was merged away
 * keeps its past. Numbers are small, begin at 1 and follow the order of first appearance in the journal, so
 * they are the same in every process and later versions never change them. 0 is none, or the whole province
 * where a root is asked for.
 */
#include "agency/code.h"
#include "agency/validity.h"

/* clang-format off */
#define AGENCY_LEVELS(X) /* name, text in files and journal; district ended on 30/06/2025, its past did not */ \
	X(MINISTRY, "ministry") \
	X(PROVINCE, "province") \
	X(DISTRICT, "district") \
	X(COMMUNE,  "commune")
/* clang-format on */
#define X(name, text) LEVEL_##name,
enum agency_level { AGENCY_LEVELS(X) AGENCY_LEVEL_N };
#undef X
struct str agency_level_text(enum agency_level level);
must_check bool agency_level_from(struct str text, enum agency_level *out);

struct agency_version {
	struct validity valid;
	struct str code;
	struct str name, short_name;
	struct str kind;              /* so, phong, ubnd_xa, …: a word of the data, not of the program */
	struct str parent, successor; /* codes; empty: none */
	struct str note;              /* where the data comes from and how sure it is */
	enum agency_level level;
};
/* Everything that a version says, but for its entry and its note. */
bool agency_version_same(const struct agency_version *a, const struct agency_version *b);

enum { AGENCY_NONE = 0 };
struct agency {
	struct str code;
	const struct validity *valid;                 /* in the order of validity_cmp */
	const struct agency_version *const *versions; /* in the same order */
	int versions_n;
};
/* Zero is a tree without agencies. */
struct agency_tree {
	const struct agency *agencies; /* agencies[1..n] */
	int n;
	struct code_index index;
};
/* From all versions in the order of the journal. The tree keeps pointers to them. At most LIMIT_AGENCIES
 * codes. */
struct agency_tree agency_tree_of(struct arena *a, const struct agency_version *versions, int n);
int agency_number(const struct agency_tree *t, struct str code);

/* The version in force on day as known by the first known entries; NULL when there is none. */
const struct agency_version *agency_on(const struct agency_tree *t, int number, daynum day, int64_t known);
/* What describes the agency on day even when it had ended or not yet begun: the last version begun, else the
 * first. NULL only when nothing is known of it. */
const struct agency_version *agency_described(
	const struct agency_tree *t, int number, daynum day, int64_t known);
/* Its parent, by agency_described, so that dossiers of an agency that has ended are still found where it
 * stood. */
int agency_parent(const struct agency_tree *t, int number, daynum day, int64_t known);
/* number is root or below it; everything known is below root 0. */
bool agency_within(const struct agency_tree *t, int number, int root, daynum day, int64_t known);
/* in[0..t->n] becomes that question's answer for each number; in[0] is false. Returns how many. */
int agency_subtree(const struct agency_tree *t, int root, daynum day, int64_t known, bool *in);

enum agency_flaw { AGENCY_SOUND, AGENCY_CYCLE, AGENCY_TOO_DEEP, AGENCY_WITHOUT_PARENT };
/* What is wrong with the place of number in the tree on day (DAYNUM_NONE: before all days), newest knowledge:
 * it is its own ancestor, has more than LIMIT_AGENCY_DEPTH ancestors, or names a parent that does not exist.
 */
enum agency_flaw agency_flaw_on(const struct agency_tree *t, int number, daynum day);

/* The same on whatever day it is so. Looks at the days on which a version of number, or of what may stand
 * above it, begins: nothing changes on others. *on is such a day, set when there is a flaw. */
enum agency_flaw agency_flaw_ever(const struct agency_tree *t, int number, daynum *on);

/* What a person typed for an agency: contract "A is a code, a short name or a name". Steps: the code; the
 * short names and names of any version as typed; those of the newest version folded. The first step that
 * finds something decides: one agency, or several to choose from. */
struct agency_wanted {
	struct str typed;
	struct str folded;                        /* of typed (search/fold.h); empty: no third step */
	const struct str *name_keys, *short_keys; /* folded, by number, newest version */
};
/* How many agencies match; the first max of them are written to found, by number. */
int agency_match(const struct agency_tree *t, const struct agency_wanted *wanted, int *found, int max);
