#pragma once
/*
 * What offices write about an inspection, as official documents: decision, notice, minutes, conclusion,
 * replies to proposals, reminders (domain.md 4; layout: Nghị định 30/2020/NĐ-CP). No act fixes what they say;
 * the wording is practice.
 *
 * A document says what was known when it was signed: it is made of the events up to that step. What changed
 * later stands, with reason and date, on a page of its own behind the signatures. Before that step it is a
 * draft.
 *
 * Who signs for the office that inspects is not recorded: the title of its head stands there and room for
 * name and hand. A deputy who signs is put in with the ODT.
 */
#include "document/official.h"
#include "inspection/inspection_bases.h"
#include "inspection/inspection.h"

enum inspection_paper_kind {
	PAPER_DECISION,   /* quyết định thành lập Đoàn kiểm tra */
	PAPER_NOTICE,     /* thông báo lịch kiểm tra */
	PAPER_MINUTES,    /* biên bản kiểm tra */
	PAPER_CONCLUSION, /* kết luận kiểm tra */
	PAPER_REPLY,      /* công văn: reply to proposal `item` */
	PAPER_REMINDER,   /* công văn: recommendation `item` is overdue */
	PAPER_KINDS
};
/* As it stands in an address: "quyet-dinh", "thong-bao", "bien-ban", "ket-luan", "tra-loi", "nhac". */
struct str inspection_paper_word(enum inspection_paper_kind kind);
must_check bool inspection_paper_from(struct str word, enum inspection_paper_kind *out);

/* Whether it can be made, and if not, what is missing: a message without arguments. */
struct inspection_paper_state {
	bool exists, is_draft;
	enum msg missing; /* when it does not exist */
};
/* item: the number of the proposal or recommendation, from 1; of no meaning for the others. */
struct inspection_paper_state inspection_paper_state(
	const struct inspection *x, enum inspection_paper_kind kind, int64_t item, daynum today);

/* The documents that can be made now, in the order of their steps. */
struct inspection_paper_ref {
	enum inspection_paper_kind kind;
	int item; /* 0: of the inspection as a whole */
	bool is_draft;
};
enum { INSPECTION_PAPERS = PAPER_REPLY + INSPECTION_PROPOSALS + INSPECTION_RECOMMENDATIONS };
/* list has room for INSPECTION_PAPERS; how many there are. */
size_t inspection_papers_of(const struct inspection *x, daynum today, struct inspection_paper_ref *list);

/* What the record does not say itself. All may be empty. */
struct inspection_names {
	struct str superior, issuer; /* "Ủy ban nhân dân tỉnh Thái Bình", "Sở Nội vụ" */
	struct str issuer_short;     /* "SNV": in the symbol of letters that have no number yet */
	struct str place;            /* "Thái Bình" */
	struct str unit;             /* that is inspected */
	struct str plan_issuer, plan_title;
	struct str (*agency)(const void *data, struct str code); /* the name of a code; NULL: the code */
	const void *data;
	struct inspection_bases bases; /* of the decision on the team */
	daynum today;
	bool is_synthetic;
};
/* The inspection and how it came about. */
struct inspection_story {
	const struct inspection *now;
	const struct record_event *events;
	int n;
	struct inspection_names names;
};
/* The document; it must exist. Texts in a or in the story. */
struct official inspection_paper(
	struct arena *a, const struct inspection_story *s, enum inspection_paper_kind kind, int item);

/* "Thái Bình" of "Ủy ban nhân dân tỉnh Thái Bình": how a province is called in the line of place and date. */
struct str inspection_place(struct str province);
/* The inspection as the event of that verb left it; as it is when there was none yet. In a. */
struct inspection *inspection_until(
	struct arena *a, const struct record_event *events, int n, enum inspection_verb last);
