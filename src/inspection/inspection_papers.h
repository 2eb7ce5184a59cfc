#pragma once
/*
 * What offices write about an inspection, as official documents: decision, notice, minutes, conclusion,
 * replies to proposals, reminders (domain.md 4; layout: Nghị định 30/2020/NĐ-CP). No act fixes what they say;
 * the wording is practice.
 */
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
