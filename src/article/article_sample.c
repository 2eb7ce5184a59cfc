#include "article/article_sample.h"
#include "tests/t.h"

static int field_of(struct str name)
{
	for (int f = 0; f < article_kind.fields_n; f++)
		if (str_eq(article_kind.fields[f].name, name))
			return f;
	printf("# no field \"%.*s\"\n", ARG(name));
	abort();
}

static void set(struct arena *a, struct record_event *e, struct str part)
{
	struct str value = part, name;

	if (!str_cut(&value, '=', &name))
		abort();
	int f = field_of(name);

	if (record_value(a, &article_kind.fields[f], f, value, &e->values[f]).refused)
		abort();
}

struct record_event article_step(struct arena *a, const struct article *x, const char *text)
{
	struct record_event e = { .by = ROLE_EDITOR,
		.account = 7,
		.actor = S("Phan Mẫu Mai"),
		.record = x->base.number,
		.recorded = instant_at(day_from_civil((struct civil){ 2022, 12, 23 }), 9 * 3600) };
	struct str rest = str_of(text), part;

	if (str_starts(rest, S("@8 "))) {
		rest = str_sub(rest, 3, rest.n);
		e.account = 8;
		e.by = ROLE_PROVINCE_OFFICE;
	}
	e.happened = e.recorded;
	if (!str_cut(&rest, ' ', &part) || (e.verb = record_verb_of(&article_kind, part)) < 0)
		abort();
	while (rest.n && str_cut(&rest, '|', &part))
		set(a, &e, part);
	if ((article_kind.verbs[e.verb].needed & ARTICLE_F(SLUG)) && !e.values[ARTICLE_SLUG].n)
		e.values[ARTICLE_SLUG] = article_slug_for(a, x->work.title, x->base.number, false);
	return e;
}

struct record_refusal article_take(struct arena *a, struct article *x, const char *text)
{
	struct record_event e = article_step(a, x, text);
	const struct article_env env = { .errors = article_lint(a, &x->work).errors_n };
	struct record_refusal r = record_allows(&article_kind, &x->base, &e);

	e.record = e.record ? e.record : 1;
	if (!r.refused)
		r = article_decide(x, &e, &env);
	if (r.refused)
		return r;
	article_apply(x, &e);
	record_step(&article_kind, &x->base, &e);
	return r;
}
