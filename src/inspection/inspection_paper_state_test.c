/* Which documents there are at which step. */
#include "inspection/inspection_papers.h"
#include "tests/t.h"

#define INSPECTION(x) \
	ARENA arena_of_##x = { 0 }; \
	struct inspection *x = NEW(&arena_of_##x, struct inspection)

static const daynum today = 19290; /* 25/10/2022 */

static enum msg why_not(const struct inspection *x, enum inspection_paper_kind kind, int item)
{
	struct inspection_paper_state s = inspection_paper_state(x, kind, item, today);

	CHECK(!s.exists);
	return s.missing;
}

/* Exists, and whether as a draft. */
static void exists(const struct inspection *x, enum inspection_paper_kind kind, int item, bool is_draft)
{
	struct inspection_paper_state s = inspection_paper_state(x, kind, item, today);

	CHECK(s.exists);
	CHECK_INT(s.is_draft, is_draft);
}

TEST(words_in_addresses_name_each_kind_once)
{
	enum inspection_paper_kind kind;

	for (int k = 0; k < PAPER_KINDS; k++) {
		CHECK(inspection_paper_from(inspection_paper_word((enum inspection_paper_kind)k), &kind));
		CHECK_INT(kind, k);
	}
	CHECK(!inspection_paper_from(S("quyet-dinh-2"), &kind));
	CHECK(!inspection_paper_from(S(""), &kind));
}

TEST(a_document_comes_with_its_step)
{
	INSPECTION(x);

	CHECK_INT(why_not(x, PAPER_DECISION, 0), MSG_papers_need_team);
	x->members[0] = (struct inspection_member){ .name = S("A"), .part = INSPECTION_LEADER };
	x->members[1] = (struct inspection_member){ .name = S("B"), .part = INSPECTION_MEMBER };
	x->members_n = 2;
	exists(x, PAPER_DECISION, 0, true);
	x->members[1].released = true;
	CHECK_INT(why_not(x, PAPER_DECISION, 0), MSG_papers_need_team);
	CHECK_INT(why_not(x, PAPER_NOTICE, 0), MSG_papers_need_decision);
	x->decision.date = today - 20;
	exists(x, PAPER_DECISION, 0, false);
	exists(x, PAPER_NOTICE, 0, true);
	x->notice.date = today - 10;
	exists(x, PAPER_NOTICE, 0, false);
	CHECK_INT(why_not(x, PAPER_MINUTES, 0), MSG_papers_need_session);
	x->begun_at = instant_at(today, 0);
	exists(x, PAPER_MINUTES, 0, true);
	CHECK_INT(why_not(x, PAPER_CONCLUSION, 0), MSG_papers_need_minutes);
	x->unit_signature.at = instant_at(today, 1);
	exists(x, PAPER_MINUTES, 0, false);
	exists(x, PAPER_CONCLUSION, 0, true);
	x->conclusion.date = today;
	exists(x, PAPER_CONCLUSION, 0, false);
}

TEST(a_cancelled_inspection_keeps_what_was_issued)
{
	INSPECTION(x);

	x->base.state = INSPECTION_IS_CANCELLED;
	for (int k = PAPER_DECISION; k <= PAPER_CONCLUSION; k++)
		CHECK_INT(why_not(x, (enum inspection_paper_kind)k, 0), MSG_papers_cancelled);
	x->decision.date = today;
	exists(x, PAPER_DECISION, 0, false);
	CHECK_INT(why_not(x, PAPER_NOTICE, 0), MSG_papers_cancelled);
}

TEST(letters_need_their_item)
{
	INSPECTION(x);

	CHECK_INT(why_not(x, PAPER_REPLY, 1), MSG_papers_no_such_item);
	CHECK_INT(why_not(x, PAPER_REMINDER, 0), MSG_papers_no_such_item);
	x->proposals_n = x->recommendations_n = 1;
	x->recommendations[0].deadline = today;
	CHECK_INT(why_not(x, PAPER_REPLY, 1), MSG_papers_need_reply);
	x->proposals[0].answered = true;
	exists(x, PAPER_REPLY, 1, false);
	CHECK_INT(why_not(x, PAPER_REMINDER, 1), MSG_papers_need_minutes);
	x->unit_signature.at = instant_at(today - 5, 0);
	CHECK_INT(why_not(x, PAPER_REMINDER, 1), MSG_papers_need_overdue);
	x->recommendations[0].deadline = today - 1;
	exists(x, PAPER_REMINDER, 1, false);
	x->recommendations[0].state = REMEDY_REPORTED;
	CHECK_INT(why_not(x, PAPER_REMINDER, 1), MSG_papers_recommendation_ended);
}

TEST(the_list_holds_what_exists_in_the_order_of_steps)
{
	INSPECTION(x);
	struct inspection_paper_ref *list =
		NEW_ARRAY(&arena_of_x, struct inspection_paper_ref, INSPECTION_PAPERS);

	CHECK_INT(inspection_papers_of(x, today, list), 0);
	x->decision.date = x->notice.date = x->conclusion.date = today;
	x->begun_at = x->unit_signature.at = instant_at(today, 0);
	x->proposals_n = 2;
	x->proposals[1].answered = true;
	x->recommendations_n = 1;
	x->recommendations[0].deadline = today - 1;
	CHECK_INT(inspection_papers_of(x, today, list), 6);
	CHECK_INT(list[3].kind, PAPER_CONCLUSION);
	CHECK_INT(list[3].item, 0);
	CHECK_INT(list[4].kind, PAPER_REPLY);
	CHECK_INT(list[4].item, 2);
	CHECK_INT(list[5].item, 1);
}
