#include "app/open.h"

enum { MAX_CANDIDATES = 20 };

int refuse_problem(const struct cli *c, const struct province_problem *p, struct str dir)
{
	struct buf b = { .a = c->a };

	switch (p->refusal) {
	case PROVINCE_NOT_EMPTY: msg_app_not_empty(&b, c->lang, dir); return cli_refuse(c, buf_str(&b));
	case PROVINCE_NOT_ONE:
		msg_app_not_a_province(&b, c->lang, dir, dir);
		return cli_refuse(c, buf_str(&b));
	case PROVINCE_HELD: msg_app_held(&b, c->lang, p->holder); break;
	case PROVINCE_TOO_OLD: msg_app_too_old(&b, c->lang, dir); break;
	case PROVINCE_TOO_NEW: buf_add(&b, msg_text(c->lang, MSG_app_too_new)); break;
	case PROVINCE_OK: impossible();
	}
	cli_err(buf_str(&b));
	return EXIT_WORLD;
}

int open_province(struct cli *c, const struct province_options *o, struct province **out)
{
	struct province_problem problem;
	struct str dir = cli_value(c, "--data");
	const struct fault *f = province_open(c->a, dir, o, out, &problem);

	if (f)
		return cli_fault(c, f);
	return problem.refusal ? refuse_problem(c, &problem, dir) : EXIT_DONE;
}

static int bad_value(
	const struct cli *c, const char *option, void (*say)(struct buf *, enum lang, struct str, struct str))
{
	struct buf b = { .a = c->a };

	say(&b, c->lang, str_of(option), cli_value(c, option));
	return cli_usage(c, buf_str(&b));
}

int cli_day(const struct cli *c, const char *option, daynum *out)
{
	if (!cli_given(c, option) || parse_day(cli_value(c, option), out))
		return EXIT_DONE;
	return bad_value(c, option, msg_app_bad_day);
}

int cli_time(const struct cli *c, const char *option, int second_of_bare_day, instant *out)
{
	if (!cli_given(c, option) || parse_time(cli_value(c, option), second_of_bare_day, out))
		return EXIT_DONE;
	return bad_value(c, option, msg_app_bad_time);
}

int cli_agency(const struct cli *c, const struct catalogue *k, struct str typed, bool all_allowed, int *out)
{
	int found[MAX_CANDIDATES];
	struct buf b = { .a = c->a };

	if (all_allowed && str_eq(typed, S("all"))) {
		*out = 0;
		return EXIT_DONE;
	}
	int n = catalogue_match_agency(k, c->a, typed, found, MAX_CANDIDATES);

	if (n == 1) {
		*out = found[0];
		return EXIT_DONE;
	}
	if (n == 0) {
		msg_app_no_agency(&b, c->lang, typed);
		return cli_refuse(c, buf_str(&b));
	}
	msg_app_many_agencies(&b, c->lang, n, typed);
	for (int i = 0; i < n && i < MAX_CANDIDATES; i++) {
		const struct agency *a = &k->agencies.agencies[found[i]];
		const struct agency_version *v = a->versions[a->versions_n - 1];
		buf_fmt(&b, "\n  %-10.*s %.*s", ARG(a->code), ARG(v->name));
		if (v->parent.n)
			buf_fmt(&b, " (%.*s)", ARG(v->parent));
	}
	return cli_refuse(c, buf_str(&b));
}

int cli_engine(const struct cli *c)
{
	return cli_given(c, "--db") ? cli_usage(c, msg_text(c->lang, MSG_app_no_engine)) : EXIT_DONE;
}
