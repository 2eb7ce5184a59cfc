#pragma once
/* The documents one by one (inspection_papers.h); x is the inspection as it was when the document was signed.
 */
#include "inspection/inspection_prose.h"

/* Issuer, number, place, date: what the heads of all have alike. */
struct official paper_begin(struct arena *a, const struct inspection_names *n, enum official_type type,
	const struct inspection_paper *number);
void paper_body(struct official *d, const struct blocks *b);
/* "Nơi nhận" from texts, of which empty ones are left out. */
void paper_copies(struct arena *a, struct official *d, const struct str *list, size_t n);
/* "Nhật ký: 36.412 mục, gốc …" of the frozen figures; empty when nothing was frozen. */
struct str paper_foot(struct arena *a, const struct inspection *x);
/* "Thực hiện Kế hoạch số …; Quyết định số …, ". */
struct str paper_mandate(struct arena *a, const struct inspection *x, const struct inspection_names *n);

struct official paper_decision(struct arena *a, const struct inspection_names *n, const struct inspection *x);
struct official paper_notice(struct arena *a, const struct inspection_names *n, const struct inspection *x);
struct official paper_minutes(struct arena *a, const struct inspection_names *n, const struct inspection *x);
struct official paper_conclusion(
	struct arena *a, const struct inspection_names *n, const struct inspection *x);
struct official paper_reply(
	struct arena *a, const struct inspection_names *n, const struct inspection *x, int item);
struct official paper_reminder(
	struct arena *a, const struct inspection_names *n, const struct inspection *x, int item);
/* The page of what changed after the signature of that document; false: nothing did. */
bool paper_changes(struct arena *a, const struct inspection_story *s, enum inspection_paper_kind kind,
	struct official_annex *out);

/* Figures declared beside computed, differences marked. False: there are none. */
bool paper_figures(struct blocks *b, const struct inspection *x);
/* Recommendations with owner and deadline; with_answer: and what the unit said. False: there are none. */
bool paper_recommendations(
	struct blocks *b, const struct inspection *x, const struct inspection_names *n, bool with_answer);
