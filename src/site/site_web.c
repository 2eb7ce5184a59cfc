#include "site/site_web.h"

#include "search/fold.h"

#include "msg/messages.h"

struct held_catalogue site_catalogue(struct request *rq)
{
	struct province *p = rq->app->province;

	return (struct held_catalogue){ p, province_take_catalogue(p) };
}

void held_catalogue_end(struct held_catalogue *held)
{
	if (held->province)
		province_give_catalogue(held->province, held->c);
	*held = (struct held_catalogue){ 0 };
}

const struct fault *site_reader(struct request *rq, struct held_reader *held)
{
	TRY(province_take_reader(rq->app->province, rq->a, &held->db));
	held->province = rq->app->province;
	return NULL;
}

void held_reader_end(struct held_reader *held)
{
	if (held->province)
		province_give_reader(held->province, held->db);
	*held = (struct held_reader){ 0 };
}

/* The first agency of the province that no other agency of the province stands above. */
static struct str owner_of(const struct catalogue *c, daynum day)
{
	for (int i = 1; i <= c->agencies.n; i++) {
		const struct agency_version *v = agency_on(&c->agencies, i, day, KNOWN_NOW);
		int parent = agency_parent(&c->agencies, i, day, KNOWN_NOW);
		const struct agency_version *above =
			parent ? agency_described(&c->agencies, parent, day, KNOWN_NOW) : NULL;

		if (v && v->level == LEVEL_PROVINCE && (!above || above->level == LEVEL_MINISTRY) &&
			str_starts(v->kind, S("ubnd")))
			return v->name;
	}
	return (struct str){ 0 };
}

struct page site_page(struct request *rq, const struct catalogue *c, enum nav nav, struct str title)
{
	struct page page = page_for(rq, nav, title);

	page.owner = owner_of(c, day_of(rq->now));
	if (rq->app->is_public)
		page.site = rq->app->public_url;
	return page;
}

struct reply site_error_page(struct request *rq, int status, struct str detail)
{
	if (!rq->app)
		return portal_error_page(rq, status, detail);
	CATALOGUE held = site_catalogue(rq);
	struct page page = site_page(rq, held.c, NAV_NONE, S(""));

	return portal_error_reply(rq, &page, status, detail);
}

struct url site_absolute(const struct request *rq, struct url own)
{
	return url_on(rq->a, rq->app->public_url, own);
}

struct str site_agency_name(const struct request *rq, const struct catalogue *c, struct str code)
{
	int number = catalogue_agency(c, code);
	const struct agency_version *v =
		number ? agency_described(&c->agencies, number, day_of(rq->now), KNOWN_NOW) : NULL;

	return v ? v->name : code;
}

/* Nothing matches whole: names that hold what was typed, marks ignored. */
static void add_similar(
	struct request *rq, const struct catalogue *c, struct str typed, struct agency_choice *choice)
{
	struct str folded = fold(rq->a, typed);

	for (int i = 1; folded.n && i <= c->agencies.n && choice->found_n < AGENCY_CHOICES; i++)
		if (str_find(c->agency_names[i], folded) < c->agency_names[i].n)
			choice->found[choice->found_n++] = i;
}

struct agency_choice site_agency(struct request *rq, const struct catalogue *c, struct str typed)
{
	struct agency_choice choice = { .matches = 1 };

	if (!typed.n || str_eq(typed, S("all")))
		return choice;
	choice.matches = catalogue_match_agency(c, rq->a, typed, choice.found, AGENCY_CHOICES);
	choice.found_n = choice.matches < AGENCY_CHOICES ? choice.matches : AGENCY_CHOICES;
	choice.number = choice.matches == 1 ? choice.found[0] : 0;
	if (!choice.matches)
		add_similar(rq, c, typed, &choice);
	return choice;
}

struct str site_agency_problem(
	struct request *rq, const struct catalogue *c, struct str typed, const struct agency_choice *choice)
{
	struct buf list = { .a = rq->a }, out = { .a = rq->a };

	for (int i = 0; i < choice->found_n; i++) {
		struct str code = c->agencies.agencies[choice->found[i]].code;

		buf_fmt(&list, "%s%.*s (%.*s)", i ? "; " : "", ARG(site_agency_name(rq, c, code)), ARG(code));
	}
	if (choice->matches)
		msg_site_web_which_agency(&out, rq->lang, typed, choice->matches, buf_str(&list));
	else
		msg_site_web_no_agency(&out, rq->lang, typed);
	if (!choice->matches && list.n)
		buf_char(&out, ' ');
	if (!choice->matches && list.n)
		msg_site_web_similar(&out, rq->lang, buf_str(&list));
	return buf_str(&out);
}

bool site_time(struct str text, instant *out)
{
	return !text.n || parse_time(text, DAY_S - 1, out);
}

struct str site_capital(struct arena *a, struct str words)
{
	char first = words.n ? words.p[0] : 'A';

	if (first >= 'a' && first <= 'z')
		return str_fmt(a, "%c%.*s", first - 'a' + 'A', ARG(str_sub(words, 1, words.n)));
	if (str_starts(words, S("đ")))
		return str_fmt(a, "Đ%.*s", ARG(str_sub(words, S("đ").n, words.n)));
	return words;
}

int64_t site_pages(int64_t n)
{
	return n > LIMIT_PAGE_ROWS ? (n + LIMIT_PAGE_ROWS - 1) / LIMIT_PAGE_ROWS : 1;
}

enum deadline_look site_deadline_look(struct remaining r)
{
	enum { SOON_DAYS = 2 };

	switch (r.kind) {
	case REMAINING_OVERDUE:
	case REMAINING_OVERDUE_TODAY: return DEADLINE_LATE;
	case REMAINING_TODAY:
	case REMAINING_MINUTES:
	case REMAINING_CALENDAR_DAYS: return DEADLINE_SOON;
	case REMAINING_WORKING_DAYS: return r.n <= SOON_DAYS ? DEADLINE_SOON : DEADLINE_PLAIN;
	case REMAINING_NO_DEADLINE: return DEADLINE_PLAIN;
	}
	impossible();
}
