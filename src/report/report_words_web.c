#include "report/report_parts_web.h"

int report_usual_year(const struct request *rq)
{
	enum { DAYS_OF_JANUARY = 31 };

	return civil_from_day(day_of(rq->now) - DAYS_OF_JANUARY).year;
}

struct str standing_text(struct arena *a, enum lang lang, const struct punctuality *p)
{
	struct buf b = { .a = a };

	switch (p->standing) {
	case STANDING_RUNNING: return msg_text(lang, MSG_report_web_running);
	case STANDING_OPEN: msg_report_web_left(&b, lang, p->days); break;
	case STANDING_SOON:
		if (p->days == 0)
			return msg_text(lang, MSG_report_web_today);
		msg_report_web_left(&b, lang, p->days);
		break;
	case STANDING_OVERDUE: msg_report_web_overdue(&b, lang, p->days); break;
	case STANDING_IN_TIME: return msg_text(lang, MSG_report_web_in_time);
	case STANDING_LATE: msg_report_web_late(&b, lang, p->days); break;
	case REPORT_STANDING_N: impossible();
	}
	return buf_str(&b);
}

struct str standing_note(struct arena *a, enum lang lang, const struct punctuality *p)
{
	struct buf b = { .a = a };

	if (p->standing == STANDING_RUNNING || p->standing == STANDING_IN_TIME ||
		(p->standing == STANDING_SOON && p->days == 0))
		return (struct str){ 0 };
	msg_report_web_working_days(&b, lang, p->working_days);
	return buf_str(&b);
}

enum tone standing_tone(enum report_standing s)
{
	static const enum tone tones[REPORT_STANDING_N] = { [STANDING_RUNNING] = TONE_PLAIN,
		[STANDING_OPEN] = TONE_INFO,
		[STANDING_SOON] = TONE_WARN,
		[STANDING_OVERDUE] = TONE_BAD,
		[STANDING_IN_TIME] = TONE_GOOD,
		[STANDING_LATE] = TONE_WARN };

	return tones[s];
}

enum tone report_state_tone(enum report_state s)
{
	static const enum tone tones[REPORT_STATES] = { [REPORT_NONE] = TONE_PLAIN,
		[REPORT_DRAFT] = TONE_PLAIN,
		[REPORT_SUBMITTED] = TONE_INFO,
		[REPORT_RETURNED] = TONE_WARN,
		[REPORT_ACCEPTED] = TONE_GOOD };

	return tones[s];
}

struct str period_text(struct arena *a, enum lang lang, enum report_period p, int turn)
{
	static const enum msg names[REPORT_PERIOD_N] = { [REPORT_PERIOD_MONTH] = MSG_report_web_year,
		[REPORT_PERIOD_QUARTER_1] = MSG_report_web_q1,
		[REPORT_PERIOD_QUARTER_2] = MSG_report_web_q2,
		[REPORT_PERIOD_HALF_1] = MSG_report_web_h1,
		[REPORT_PERIOD_QUARTER_3] = MSG_report_web_q3,
		[REPORT_PERIOD_HALF_2] = MSG_report_web_h2,
		[REPORT_PERIOD_QUARTER_4] = MSG_report_web_q4,
		[REPORT_PERIOD_YEAR] = MSG_report_web_year };
	struct buf b = { .a = a };

	if (p != REPORT_PERIOD_MONTH)
		return msg_text(lang, names[p]);
	msg_report_web_month(&b, lang, turn);
	return buf_str(&b);
}

struct str agency_name_of(struct request *rq, const struct catalogue *c, int agency)
{
	return site_agency_name(rq, c, c->agencies.agencies[agency].code);
}

struct str receiver_name(
	struct request *rq, const struct catalogue *c, const struct report_regime *r, int agency)
{
	if (!str_eq(r->receiver, REPORT_TO_PARENT))
		return r->receiver.n ? site_agency_name(rq, c, r->receiver) : (struct str){ 0 };
	int parent = agency_parent(&c->agencies, agency, day_of(rq->now), KNOWN_NOW);

	return parent ? agency_name_of(rq, c, parent) : (struct str){ 0 };
}

bool report_is_consolidated(const struct request *rq, const struct catalogue *c, int agency)
{
	const struct agency_version *v = agency_described(&c->agencies, agency, day_of(rq->now), KNOWN_NOW);

	return v && v->level == LEVEL_PROVINCE && !v->parent.n;
}

struct staff_acting report_writer(struct request *rq, struct str agency, bool consolidated)
{
	return staff_acting_at(rq, consolidated ? ROLE_BIT(HOME_AFFAIRS) : REPORT_WRITERS, agency);
}

struct url report_url(struct arena *a, int64_t number)
{
	return url_segment_int(a, url_path(S(REPORT_PATH)), number);
}

struct duty_line duty_line_of(struct request *rq, const struct catalogue *c, const struct duty *d)
{
	struct str code = c->agencies.agencies[d->o.agency].code;
	const struct report_regime *r = d->o.regime;
	bool missing = !d->filed || d->filed->first_day == DAYNUM_NONE;
	bool may_begin =
		!d->filed && r->outline.n &&
		report_writer(rq, code, report_is_consolidated(rq, c, d->o.agency)).role != ROLE_NOBODY;
	bool pressing = d->p.standing == STANDING_SOON || d->p.standing == STANDING_OVERDUE;

	return (struct duty_line){ .agency = agency_name_of(rq, c, d->o.agency),
		.agency_code = code,
		.name = r->name,
		.receiver = receiver_name(rq, c, r, d->o.agency),
		.regime = r->code,
		.year = d->o.year,
		.turn = d->o.turn,
		.from = d->o.from,
		.to = d->o.to,
		.due = d->o.due,
		.page = d->filed ? report_url(rq->a, d->filed->number) : (struct url){ { 0 } },
		.standing = standing_text(rq->a, rq->lang, &d->p),
		.note = standing_note(rq->a, rq->lang, &d->p),
		.tone = standing_tone(d->p.standing),
		.state = d->filed ? msg_text(rq->lang, report_kind.states[d->filed->state].name)
				  : (struct str){ 0 },
		.reminded = d->reminded,
		.can_open = may_begin,
		.can_remind = missing && pressing && d->reminded != day_of(rq->now) &&
			      staff_role_at(rq, ROLE_BIT(HOME_AFFAIRS), code) != ROLE_NOBODY,
		.unverified = r->trust == REPORT_TRUST_UNVERIFIED && r->outline.n,
		.is_synthetic = r->trust == REPORT_TRUST_SYNTHETIC };
}
