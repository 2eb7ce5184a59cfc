/* What data answers of the checklist: one function for each criterion that it can say anything about. */
#include "inspection/inspection_checklist.h"
#include "msg/number.h"

enum { PERCENT = 100 };
struct asking {
	struct arena *a;
	enum lang lang;
	const struct checklist_facts *f;
	struct buf why;
};

static bool knows(const struct asking *q, enum checklist_fact one, enum checklist_fact other)
{
	return q->f->known[one] && q->f->known[other];
}

static int64_t fact(const struct asking *q, enum checklist_fact f)
{
	return q->f->n[f];
}

static struct str share_text(const struct asking *q, int64_t part, int64_t whole)
{
	struct buf b = { .a = q->a };

	add_share(&b, q->lang, (struct share){ part, whole });
	return buf_str(&b);
}

static bool reaches(int64_t part, int64_t whole, int percent)
{
	return part * PERCENT >= whole * percent;
}

/* Components that were cut are not in the data, so none shortened is no answer. */
static enum checklist_says shortened(struct asking *q)
{
	if (!q->f->known[CHECKLIST_SHORTENED])
		return CHECKLIST_UNKNOWN;
	msg_checklist_why_shortened(&q->why, q->lang, fact(q, CHECKLIST_SHORTENED));
	return fact(q, CHECKLIST_SHORTENED) ? CHECKLIST_YES : CHECKLIST_UNKNOWN;
}

static enum checklist_says published(struct asking *q)
{
	if (!knows(q, CHECKLIST_PROCEDURES, CHECKLIST_WITHOUT_CODE) || !fact(q, CHECKLIST_PROCEDURES))
		return CHECKLIST_UNKNOWN;
	int64_t all = fact(q, CHECKLIST_PROCEDURES), without = fact(q, CHECKLIST_WITHOUT_CODE);

	msg_checklist_why_code(&q->why, q->lang, without, all);
	return !without ? CHECKLIST_YES : without < all ? CHECKLIST_PARTLY : CHECKLIST_NO;
}

/* Whether offices work together well is for people to say: the data tells that they do, or that there is
 * nothing. */
static enum checklist_says inter_agency(struct asking *q)
{
	if (!q->f->known[CHECKLIST_INTER_AGENCY])
		return CHECKLIST_UNKNOWN;
	if (!fact(q, CHECKLIST_INTER_AGENCY)) {
		buf_add(&q->why, msg_text(q->lang, MSG_checklist_why_no_inter));
		return CHECKLIST_NOT_APPLICABLE;
	}
	if (!q->f->known[CHECKLIST_INTER_RECEIVED]) {
		msg_checklist_why_inter_only(&q->why, q->lang, fact(q, CHECKLIST_INTER_AGENCY));
		return CHECKLIST_UNKNOWN;
	}
	msg_checklist_why_inter(
		&q->why, q->lang, fact(q, CHECKLIST_INTER_RECEIVED), fact(q, CHECKLIST_INTER_AGENCY));
	return fact(q, CHECKLIST_INTER_RECEIVED) ? CHECKLIST_YES : CHECKLIST_PARTLY;
}

static enum checklist_says in_time(struct asking *q)
{
	int64_t resolved = fact(q, CHECKLIST_RESOLVED), good = fact(q, CHECKLIST_IN_TIME);

	if (!knows(q, CHECKLIST_RESOLVED, CHECKLIST_IN_TIME))
		return CHECKLIST_UNKNOWN;
	if (!resolved) {
		buf_add(&q->why, msg_text(q->lang, MSG_checklist_why_none_resolved));
		return CHECKLIST_UNKNOWN;
	}
	msg_checklist_why_in_time(&q->why, q->lang, good, resolved, share_text(q, good, resolved));
	if (knows(q, CHECKLIST_OVERDUE, CHECKLIST_RECEIVED)) {
		buf_char(&q->why, ' ');
		msg_checklist_why_overdue(&q->why, q->lang,
			fact(q, CHECKLIST_LATE) + fact(q, CHECKLIST_OVERDUE), fact(q, CHECKLIST_RECEIVED));
	}
	if (reaches(good, resolved, CHECKLIST_IN_TIME_PERCENT))
		return CHECKLIST_YES;
	return reaches(good, resolved, CHECKLIST_IN_TIME_PARTLY_PERCENT) ? CHECKLIST_PARTLY : CHECKLIST_NO;
}

static enum checklist_says apologised(struct asking *q)
{
	if (!q->f->known[CHECKLIST_LATE])
		return CHECKLIST_UNKNOWN;
	int64_t late = fact(q, CHECKLIST_LATE), letters = fact(q, CHECKLIST_APOLOGISED);

	if (!late) {
		buf_add(&q->why, msg_text(q->lang, MSG_checklist_why_none_late));
		return CHECKLIST_NOT_APPLICABLE;
	}
	if (!q->f->known[CHECKLIST_APOLOGISED])
		return CHECKLIST_UNKNOWN;
	msg_checklist_why_apologies(&q->why, q->lang, letters, late);
	return letters >= late ? CHECKLIST_YES : letters ? CHECKLIST_PARTLY : CHECKLIST_NO;
}

/* Figures that the unit keeps apart from the system show dossiers that are not in it. */
static enum checklist_says recorded(struct asking *q)
{
	if (!knows(q, CHECKLIST_COMPARED, CHECKLIST_DIFFERING))
		return CHECKLIST_UNKNOWN;
	msg_checklist_why_compared(
		&q->why, q->lang, fact(q, CHECKLIST_DIFFERING), fact(q, CHECKLIST_COMPARED));
	return fact(q, CHECKLIST_DIFFERING) ? CHECKLIST_PARTLY : CHECKLIST_YES;
}

static enum checklist_says reported(struct asking *q)
{
	if (!knows(q, CHECKLIST_REPORTS_DUE, CHECKLIST_REPORTS_LATE) || !fact(q, CHECKLIST_REPORTS_DUE))
		return CHECKLIST_UNKNOWN;
	int64_t due = fact(q, CHECKLIST_REPORTS_DUE), late = fact(q, CHECKLIST_REPORTS_LATE);

	msg_checklist_why_reports(&q->why, q->lang, late, due);
	return !late ? CHECKLIST_YES : late < due ? CHECKLIST_PARTLY : CHECKLIST_NO;
}

/* The list that was approved is not in the data: how many there are is no answer, only none is. */
static enum checklist_says offered(struct asking *q)
{
	if (!knows(q, CHECKLIST_OFFERED, CHECKLIST_PROCEDURES) || !fact(q, CHECKLIST_PROCEDURES))
		return CHECKLIST_UNKNOWN;
	msg_checklist_why_offered(
		&q->why, q->lang, fact(q, CHECKLIST_OFFERED), fact(q, CHECKLIST_PROCEDURES));
	return fact(q, CHECKLIST_OFFERED) ? CHECKLIST_UNKNOWN : CHECKLIST_NO;
}

static enum checklist_says used(struct asking *q)
{
	if (!knows(q, CHECKLIST_OFFERED, CHECKLIST_USED))
		return CHECKLIST_UNKNOWN;
	int64_t all = fact(q, CHECKLIST_OFFERED), with = fact(q, CHECKLIST_USED);

	if (!all) {
		buf_add(&q->why, msg_text(q->lang, MSG_checklist_why_none_offered));
		return CHECKLIST_NOT_APPLICABLE;
	}
	msg_checklist_why_used(&q->why, q->lang, with, all, share_text(q, with, all));
	return reaches(with, all, CHECKLIST_ONLINE_PERCENT) ? CHECKLIST_YES : CHECKLIST_NO;
}

/* The criterion names no share that must be reached. */
static enum checklist_says online(struct asking *q)
{
	if (!knows(q, CHECKLIST_NEW, CHECKLIST_NEW_ONLINE) || !fact(q, CHECKLIST_NEW))
		return CHECKLIST_UNKNOWN;
	int64_t all = fact(q, CHECKLIST_NEW), part = fact(q, CHECKLIST_NEW_ONLINE);

	msg_checklist_why_online(&q->why, q->lang, part, all, share_text(q, part, all));
	return part ? CHECKLIST_UNKNOWN : CHECKLIST_NO;
}

/* Results that went out by post are not in the data. */
static enum checklist_says postal(struct asking *q)
{
	if (!knows(q, CHECKLIST_NEW, CHECKLIST_NEW_POSTAL) || !fact(q, CHECKLIST_NEW))
		return CHECKLIST_UNKNOWN;
	msg_checklist_why_postal(&q->why, q->lang, fact(q, CHECKLIST_NEW_POSTAL), fact(q, CHECKLIST_NEW));
	return fact(q, CHECKLIST_NEW_POSTAL) ? CHECKLIST_YES : CHECKLIST_UNKNOWN;
}

struct checklist_reply checklist_reply(
	struct arena *a, enum lang lang, struct str code, const struct checklist_facts *f)
{
	static const struct {
		struct str code;
		enum checklist_says (*says)(struct asking *q);
	} rules[] = { { S_INIT("TT.02"), shortened }, { S_INIT("TT.04"), published },
		{ S_INIT("TT.09"), inter_agency }, { S_INIT("TT.10"), in_time },
		{ S_INIT("TT.11"), apologised }, { S_INIT("TT.12"), recorded }, { S_INIT("TT.15"), reported },
		{ S_INIT("CDS.04"), offered }, { S_INIT("CDS.05"), used }, { S_INIT("CDS.06"), online },
		{ S_INIT("CDS.08"), postal } };
	struct asking q = { a, lang, f, { .a = a } };
	struct checklist_reply r = { 0 };

	for (size_t i = 0; i < COUNT(rules); i++)
		if (str_eq(rules[i].code, code))
			r.says = rules[i].says(&q);
	r.why = q.why.n ? buf_str(&q.why) : msg_text(lang, MSG_checklist_why_no_data);
	if (q.why.n && f->declared)
		r.why = str_fmt(a, "%.*s %.*s", ARG(r.why), ARG(msg_text(lang, MSG_checklist_declared)));
	return r;
}
