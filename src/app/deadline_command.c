#include "app/commands.h"
#include "app/open.h"
#include "app/output.h"
#include "calendar/words.h"

static int read_query(const struct cli *c, struct deadline_query *q)
{
	struct str unit = cli_value(c, "--unit"), rule = cli_value(c, "--rule"),
		   allow = cli_value(c, "--allow");
	struct buf b = { .a = c->a };
	int64_t n = 0;

	if (!parse_local_minute(cli_value(c, "--received"), &q->received))
		msg_app_bad_minute(&b, c->lang, S("--received"), cli_value(c, "--received"));
	else if (!parse_unit(unit, &q->allow.unit))
		msg_app_bad_word(&b, c->lang, S("--unit"), unit,
			S("working_days, calendar_days, months, hours, immediate"));
	else if (allow.p && (!str_int(allow, &n) || n < 0 || n > LIMIT_ALLOWANCE))
		msg_app_bad_allow(&b, c->lang, allow, LIMIT_ALLOWANCE);
	else if (rule.p && !parse_rule(rule, &q->rule))
		msg_app_bad_word(&b, c->lang, S("--rule"), rule, S("civil, hours"));
	if (b.n)
		return cli_usage(c, buf_str(&b));
	if (!rule.p)
		q->rule = default_rule(q->allow.unit);
	q->allow.n = (int)n;
	return EXIT_DONE;
}

static int refuse_deadline(const struct cli *c, enum deadline_refusal refusal, const struct deadline_query *q)
{
	struct buf b = { .a = c->a };

	switch (refusal) {
	case DEADLINE_NOT_UNDER_HOURS:
	case DEADLINE_NOT_UNDER_CIVIL:
		msg_app_unit_and_rule(&b, c->lang, unit_name(q->allow.unit), rule_name(q->rule));
		break;
	case DEADLINE_NUMBER:
		msg_app_bad_allow(&b, c->lang, str_fmt(c->a, "%d", q->allow.n), LIMIT_ALLOWANCE);
		break;
	case DEADLINE_RANGE: buf_add(&b, msg_text(c->lang, MSG_app_out_of_calendar)); break;
	case DEADLINE_PAUSES:
	case DEADLINE_FINE: impossible();
	}
	return cli_usage(c, buf_str(&b));
}

static int explain(const struct cli *c, const struct calendar *k, const struct deadline_query *q)
{
	struct deadline d;
	struct buf out = { .a = c->a };
	struct str format = cli_value(c, "--format");

	if (format.p && !str_eq(format, S("text")) && !str_eq(format, S("json"))) {
		msg_app_bad_word(&out, c->lang, S("--format"), format, S("text, json"));
		return cli_usage(c, buf_str(&out));
	}
	enum deadline_refusal refusal = deadline_compute(k, q, &d);

	if (refusal)
		return refuse_deadline(c, refusal, q);
	if (str_eq(format, S("json"))) {
		deadline_json(&out, k, q, &d);
		buf_char(&out, '\n');
	} else {
		deadline_words(&out, c->lang, k, q, &d);
	}
	cli_out(buf_str(&out));
	return EXIT_DONE;
}

int run_deadline(struct cli *c)
{
	struct province *p;
	struct province_options o = { .clock = clock_real(), .read_only = true };
	struct deadline_query q = { 0 };
	int agency = 0;
	int code = cli_engine(c);

	if (code || (code = read_query(c, &q)) || (code = open_province(c, &o, &p)))
		return code;
	const struct catalogue *k = province_take_catalogue(p);

	code = cli_agency(c, k, cli_value(c, "--agency"), false, &agency);
	if (!code)
		code = explain(c, catalogue_calendar(k, agency), &q);
	province_give_catalogue(p, k);
	province_close(p);
	return code;
}
