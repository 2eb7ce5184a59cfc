#pragma once
/* What the templates of the checklist show. */
#include "account/account_page.h"
#include "inspection/inspection_checklist.h"
#include "record/record_view.h"

struct checklist_tag {
	struct str words;
	enum tone tone;
};
struct checklist_row {
	const struct checklist_criterion *criterion;
	struct checklist_tag says, answer; /* answer without words: none yet */
	struct str why, points, most, text, evidence;
};
struct checklist_area_view {
	struct str id, name, points;
	struct checklist_sum sum;
	const struct checklist_row *rows;
	size_t rows_n;
	struct url record; /* the form; empty: answers cannot be recorded now or not by this person */
};
struct checklist_view {
	struct str title, notice, total_points;
	struct url back;
	bool is_frozen;
	struct checklist_sum total;
	struct checklist_area_view areas[INSPECTION_AREAS];
	size_t areas_n;
};
/* One criterion of the form. */
enum checklist_part {
	CHECKLIST_ANSWER,
	CHECKLIST_POINTS,
	CHECKLIST_TEXT,
	CHECKLIST_EVIDENCE,
	CHECKLIST_PARTS
};
struct checklist_entry {
	struct checklist_row row;
	struct record_input inputs[CHECKLIST_PARTS];
};
struct checklist_form_view {
	struct str title, heading, problem;
	struct url action, back;
	const struct checklist_entry *entries;
	size_t entries_n, errors_n;
};
