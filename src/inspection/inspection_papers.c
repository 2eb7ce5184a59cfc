/* Which documents of an inspection there are. */
#include "inspection/inspection_papers.h"

static const struct str words[PAPER_KINDS] = { [PAPER_DECISION] = S_INIT("quyet-dinh"),
	[PAPER_NOTICE] = S_INIT("thong-bao"),
	[PAPER_MINUTES] = S_INIT("bien-ban"),
	[PAPER_CONCLUSION] = S_INIT("ket-luan"),
	[PAPER_REPLY] = S_INIT("tra-loi"),
	[PAPER_REMINDER] = S_INIT("nhac") };

struct str inspection_paper_word(enum inspection_paper_kind kind)
{
	return words[kind];
}

bool inspection_paper_from(struct str word, enum inspection_paper_kind *out)
{
	for (int k = 0; k < PAPER_KINDS; k++)
		if (str_eq(words[k], word)) {
			*out = (enum inspection_paper_kind)k;
			return true;
		}
	return false;
}

#define EXISTS ((struct inspection_paper_state){ .exists = true })
#define DRAFT ((struct inspection_paper_state){ .exists = true, .is_draft = true })
#define MISSING(message) ((struct inspection_paper_state){ .missing = MSG_papers_##message })

static struct inspection_paper_state decision_state(const struct inspection *x)
{
	int members = 0;

	if (x->decision.date != DAYNUM_NONE)
		return EXISTS;
	for (int i = 0; i < x->members_n; i++)
		members += !x->members[i].released;
	if (x->base.state == INSPECTION_IS_CANCELLED)
		return MISSING(cancelled);
	return inspection_leader(x) && members > 1 ? DRAFT : MISSING(need_team);
}

static struct inspection_paper_state notice_state(const struct inspection *x)
{
	if (x->notice.date != DAYNUM_NONE)
		return EXISTS;
	if (x->base.state == INSPECTION_IS_CANCELLED)
		return MISSING(cancelled);
	return x->decision.date != DAYNUM_NONE ? DRAFT : MISSING(need_decision);
}

static struct inspection_paper_state minutes_state(const struct inspection *x)
{
	if (x->base.state == INSPECTION_IS_CANCELLED)
		return MISSING(cancelled);
	if (x->begun_at == INSTANT_NONE)
		return MISSING(need_session);
	return x->unit_signature.at != INSTANT_NONE ? EXISTS : DRAFT;
}

static struct inspection_paper_state conclusion_state(const struct inspection *x)
{
	if (x->conclusion.date != DAYNUM_NONE)
		return EXISTS;
	if (x->base.state == INSPECTION_IS_CANCELLED)
		return MISSING(cancelled);
	return x->unit_signature.at != INSTANT_NONE ? DRAFT : MISSING(need_minutes);
}

static struct inspection_paper_state reply_state(const struct inspection *x, int64_t item)
{
	if (item < 1 || item > x->proposals_n)
		return MISSING(no_such_item);
	return x->proposals[item - 1].answered ? EXISTS : MISSING(need_reply);
}

static struct inspection_paper_state reminder_state(const struct inspection *x, int64_t item, daynum today)
{
	if (item < 1 || item > x->recommendations_n)
		return MISSING(no_such_item);
	const struct inspection_recommendation *r = &x->recommendations[item - 1];

	if (x->unit_signature.at == INSTANT_NONE)
		return MISSING(need_minutes);
	if (r->state >= REMEDY_REPORTED)
		return MISSING(recommendation_ended);
	return r->reminders || inspection_is_overdue(r, today) ? EXISTS : MISSING(need_overdue);
}

struct inspection_paper_state inspection_paper_state(
	const struct inspection *x, enum inspection_paper_kind kind, int64_t item, daynum today)
{
	switch (kind) {
	case PAPER_DECISION: return decision_state(x);
	case PAPER_NOTICE: return notice_state(x);
	case PAPER_MINUTES: return minutes_state(x);
	case PAPER_CONCLUSION: return conclusion_state(x);
	case PAPER_REPLY: return reply_state(x, item);
	case PAPER_REMINDER: return reminder_state(x, item, today);
	case PAPER_KINDS: break;
	}
	impossible();
}

static int items_of(const struct inspection *x, enum inspection_paper_kind kind)
{
	if (kind == PAPER_REPLY)
		return x->proposals_n;
	return kind == PAPER_REMINDER ? x->recommendations_n : 1;
}

size_t inspection_papers_of(const struct inspection *x, daynum today, struct inspection_paper_ref *list)
{
	size_t n = 0;

	for (int k = 0; k < PAPER_KINDS; k++)
		for (int i = 1; i <= items_of(x, (enum inspection_paper_kind)k); i++) {
			struct inspection_paper_state s =
				inspection_paper_state(x, (enum inspection_paper_kind)k, i, today);

			if (s.exists)
				list[n++] = (struct inspection_paper_ref){ (enum inspection_paper_kind)k,
					k >= PAPER_REPLY ? i : 0, s.is_draft };
		}
	return n;
}
