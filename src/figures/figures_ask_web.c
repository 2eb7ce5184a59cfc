#include "figures/figures_ask_web.h"

#include "msg/messages.h"
#include "site/period_web.h"

enum { MAX_PERIOD_DAYS = 20 * 366, MAX_PAGE = 1000000, TIME_CHARS = 32, MAX_CELLS_CHARS = 640 };

static const char *const page_bys[] = { "", "linh-vuc", "thu-tuc", "co-quan", "thang", NULL };
static const char *const api_bys[] = { "", "field", "procedure", "agency", "month", NULL };
static const char *const formats[] = { "json", "csv", "xlsx", NULL };
#define FIGURES_FIELDS(agency_, from_, to_, as_of_, known_, by_, bys_, cell_, row_, page_) \
	{ \
		FIELD_TEXT(struct figures_ask, agency, agency_, 0, LIMIT_NAME_CHARS), \
			FIELD_DAY(struct figures_ask, from, from_), FIELD_DAY(struct figures_ask, to, to_), \
			FIELD_TEXT(struct figures_ask, as_of, as_of_, 0, TIME_CHARS), \
			FIELD_TEXT(struct figures_ask, known_at, known_, 0, TIME_CHARS), \
			FIELD_WORD(struct figures_ask, by, by_, bys_), \
			FIELD_TEXT(struct figures_ask, cell_name, cell_, 0, MAX_CELLS_CHARS), \
			FIELD_TEXT(struct figures_ask, row, row_, 0, LIMIT_NAME_CHARS), \
			FIELD_INT(struct figures_ask, page, page_, 1, MAX_PAGE), \
			FIELD_WORD(struct figures_ask, format, "format", formats), \
	}
static const struct field page_fields[] = FIGURES_FIELDS(
	"co-quan", "tu", "den", "tinh-den", "ghi-nhan-den", "theo", page_bys, "chi-tieu", "dong", "trang");
static const struct field api_fields[] =
	FIGURES_FIELDS("agency", "from", "to", "as_of", "known_at", "by", api_bys, "cell", "row", "page");

/* A day as people write it here, or T of the contract. */
must_check static bool read_time(struct str text, instant *out)
{
	daynum d;

	if (text.n == 10 && text.p[2] == '/' && text.p[5] == '/') {
		char iso[10] = { text.p[6], text.p[7], text.p[8], text.p[9], '-', text.p[3], text.p[4], '-',
			text.p[0], text.p[1] };
		if (!parse_day((struct str){ iso, sizeof iso }, &d))
			return false;
		*out = day_end(d);
		return true;
	}
	return site_time(text, out);
}

static struct str time_problem(struct request *rq, struct str typed)
{
	struct buf b = { .a = rq->a };

	msg_site_web_bad_time(&b, rq->lang, typed);
	return buf_str(&b);
}

static struct str period_problem(struct request *rq, const struct figures_ask *ask)
{
	if (ask->from > ask->to)
		return msg_text(rq->lang, MSG_figures_web_backwards);
	if (instant_at(ask->from, 0) > rq->now)
		return msg_text(rq->lang, MSG_figures_web_not_begun);
	if (ask->to - ask->from > MAX_PERIOD_DAYS)
		return msg_text(rq->lang, MSG_figures_web_too_long);
	return (struct str){ 0 };
}

static struct str cell_problem(struct request *rq, struct figures_ask *ask)
{
	struct buf b = { .a = rq->a };

	struct str names = ask->cell_name.n ? ask->cell_name : figure_cell_name(CELL_RECEIVED), wrong;

	if (figure_cells_from(names, &ask->cells, &wrong))
		return (struct str){ 0 };
	msg_figures_unknown_cell(&b, rq->lang, wrong);
	buf_char(&b, ' ');
	for (int i = 0; i < FIGURE_CELL_N; i++)
		buf_fmt(&b, "%s%.*s", i ? ", " : "", ARG(figure_cell_name((enum figure_cell)i)));
	return buf_str(&b);
}

static struct str problem_of(
	struct request *rq, const struct catalogue *c, const struct form *f, struct figures_ask *ask)
{
	struct str problem = site_form_problem(rq, f);

	if (!problem.n && ask->choice.matches != 1)
		problem = site_agency_problem(rq, c, ask->agency, &ask->choice);
	if (!problem.n)
		problem = period_problem(rq, ask);
	if (!problem.n && !read_time(ask->as_of, &ask->request.as_of))
		problem = time_problem(rq, ask->as_of);
	if (!problem.n && !read_time(ask->known_at, &ask->request.known_at))
		problem = time_problem(rq, ask->known_at);
	if (!problem.n && ask->request.as_of && ask->request.as_of < instant_at(ask->from, 0))
		problem = msg_text(rq->lang, MSG_figures_web_as_of_before);
	return problem.n ? problem : cell_problem(rq, ask);
}

struct figures_ask figures_asked(
	struct request *rq, const struct catalogue *c, enum figures_words words, enum figure_by by)
{
	struct figure_request usual = site_figures(rq, c);
	struct figures_ask ask = { .from = usual.from, .to = usual.to, .by = (int)by, .page = 1 };
	const struct field *fields = words == FIGURES_PAGE ? page_fields : api_fields;
	struct form f = form_read_query(rq, fields, COUNT(page_fields), &ask);

	ask.choice = site_agency(rq, c, ask.agency);
	ask.request = usual;
	ask.problem = problem_of(rq, c, &f, &ask);
	ask.request.agency = ask.choice.number;
	ask.request.from = ask.from;
	ask.request.to = ask.to;
	ask.request.by = (enum figure_by)ask.by;
	return ask;
}

struct url figures_url(
	struct request *rq, const struct figures_ask *ask, struct url path, enum figures_words words)
{
	bool api = words == FIGURES_API;
	struct url u = path;
	struct str agency =
		ask->choice.number ? ask->request.agencies->agencies[ask->choice.number].code : S("all");

	u = url_query(rq->a, u, api ? S("agency") : S("co-quan"), agency);
	u = url_query(rq->a, u, api ? S("from") : S("tu"), fmt_day(rq->a, ask->from));
	u = url_query(rq->a, u, api ? S("to") : S("den"), fmt_day(rq->a, ask->to));
	if (ask->request.as_of)
		u = url_query(
			rq->a, u, api ? S("as_of") : S("tinh-den"), fmt_instant(rq->a, ask->request.as_of));
	if (ask->request.known_at)
		u = url_query(rq->a, u, api ? S("known_at") : S("ghi-nhan-den"),
			fmt_instant(rq->a, ask->request.known_at));
	if (ask->by)
		u = url_query(
			rq->a, u, api ? S("by") : S("theo"), str_of((api ? api_bys : page_bys)[ask->by]));
	return u;
}
