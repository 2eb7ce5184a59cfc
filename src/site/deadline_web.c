#include "site/deadline_web.h"

#include "calendar/explain.h"
#include "site/openapi.h"
#include "site/site_web.h"

/* The options of the command, and a procedure instead of allow and unit. */
struct asked {
	struct str agency, procedure, received;
	int64_t allow;
	int unit, rule; /* -1: not given */
};
enum { MINUTE_CHARS = 16 };
static const char *const units[] = { "working_days", "calendar_days", "months", "hours", "immediate", NULL };
static const char *const rules[] = { "civil", "hours", NULL };
static const struct field asked_fields[] = {
	FIELD_TEXT(struct asked, agency, "agency", 0, LIMIT_NAME_CHARS),
	FIELD_CODE(struct asked, procedure, "procedure", 0),
	FIELD_TEXT(struct asked, received, "received", 1, MINUTE_CHARS),
	FIELD_INT(struct asked, allow, "allow", 0, LIMIT_ALLOWANCE),
	FIELD_WORD(struct asked, unit, "unit", units),
	FIELD_WORD(struct asked, rule, "rule", rules),
};

/* What is to be computed, and in whose calendar. */
struct plan {
	struct deadline_query query;
	int agency;
	struct str problem;
};

static struct str message(
	struct request *rq, void (*say)(struct buf *, enum lang, struct str), struct str arg)
{
	struct buf b = { .a = rq->a };

	say(&b, rq->lang, arg);
	return buf_str(&b);
}

static void take_procedure(
	struct request *rq, const struct catalogue *c, const struct asked *asked, struct plan *p)
{
	int number = catalogue_procedure(c, asked->procedure);
	const struct procedure_version *v =
		number == PROCEDURE_NONE
			? NULL
			: procedure_on(&c->procedures, number, day_of(p->query.received), KNOWN_NOW);

	if (!v) {
		p->problem = message(rq, msg_site_web_no_procedure, asked->procedure);
		return;
	}
	p->query.allow = v->allow;
	p->query.cutoff_minute = v->cutoff_plus_1 ? v->cutoff_plus_1 - 1 : 0;
	if (!asked->agency.n)
		p->agency = catalogue_agency(c, v->agency);
}

static struct plan plan_of(struct request *rq, const struct catalogue *c, const struct asked *asked)
{
	struct agency_choice agency = site_agency(rq, c, asked->agency);
	struct plan p = { .agency = agency.number };

	if (agency.matches != 1)
		p.problem = site_agency_problem(rq, c, asked->agency, &agency);
	else if (!parse_local_minute(asked->received, &p.query.received))
		p.problem = message(rq, msg_site_web_bad_minute, asked->received);
	else if (asked->procedure.n)
		take_procedure(rq, c, asked, &p);
	else if (asked->unit < 0)
		p.problem = message(rq, msg_site_web_missing, S("unit"));
	else
		p.query.allow = (struct allowance){ (enum unit)asked->unit, (int)asked->allow, false };
	p.query.rule = asked->rule < 0 ? default_rule(p.query.allow.unit) : (enum rule)asked->rule;
	return p;
}

static struct str refusal_words(struct request *rq, enum deadline_refusal refusal, const struct plan *p)
{
	struct buf b = { .a = rq->a };

	switch (refusal) {
	case DEADLINE_NOT_UNDER_HOURS:
	case DEADLINE_NOT_UNDER_CIVIL:
		msg_site_web_unit_and_rule(
			&b, rq->lang, unit_name(p->query.allow.unit), rule_name(p->query.rule));
		return buf_str(&b);
	case DEADLINE_NUMBER:
		msg_site_web_bad_number(&b, rq->lang, S("allow"), 1, LIMIT_ALLOWANCE);
		return buf_str(&b);
	case DEADLINE_RANGE: return msg_text(rq->lang, MSG_site_web_out_of_calendar);
	case DEADLINE_PAUSES:
	case DEADLINE_FINE: break;
	}
	impossible(); /* no pauses are asked for */
}

struct reply api_deadline_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct asked asked = { .unit = -1, .rule = -1 };
	struct form f = form_read_query(rq, asked_fields, COUNT(asked_fields), &asked);
	struct str problem = site_form_problem(rq, &f);
	struct buf out = { .a = rq->a };
	struct deadline d;

	if (problem.n)
		return reply_error(400, problem);
	struct plan p = plan_of(rq, held.c, &asked);

	if (p.problem.n)
		return reply_error(400, p.problem);
	const struct calendar *calendar = catalogue_calendar(held.c, p.agency);
	enum deadline_refusal refusal = deadline_compute(calendar, &p.query, &d);

	if (refusal)
		return reply_error(400, refusal_words(rq, refusal, &p));
	deadline_json(&out, calendar, &p.query, &d);
	return reply_json(200, buf_str(&out));
}

struct reply api_description_get(struct request *rq)
{
	(void)rq;
	return reply_json(200, openapi[0].raw);
}
