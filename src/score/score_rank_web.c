/* The ranking of a set and year, with pictures and the year before. */
#include "score/score_rank_web.h"
#include "score/score_rank_html.h"

enum { MULTIPLES_MOST = 25 }; /* agencies whose areas are drawn side by side */
struct rank_form {
	struct str set;
	int64_t year;
};

bool score_is_published(const struct score_result *r)
{
	return str_eq(r->state, score_kind.states[SCORE_IS_PUBLISHED].text);
}

const struct score_result *score_before(const struct score_ranking *r, struct str agency)
{
	for (int i = 0; i < r->before_n; i++)
		if (str_eq(r->before[i].agency, agency))
			return &r->before[i];
	return NULL;
}

/* Only what is published, unless everything may be seen. */
static int visible(
	const struct score_ranking *r, const struct score_result *all, int n, struct score_result *out)
{
	int count = 0;

	for (int i = 0; i < n; i++)
		if (r->sees_all || score_is_published(&all[i]))
			out[count++] = all[i];
	return count;
}

must_check static const struct fault *read_results(
	struct request *rq, struct db *db, struct score_ranking *out)
{
	const struct score_result *all;
	int n;

	for (int back = 0; back < 2; back++) {
		TRY(score_results(db, out->set->code, out->year - back, &all, &n));
		struct score_result *rows = NEW_ARRAY(rq->a, struct score_result, n + 1);

		n = visible(out, all, n, rows);
		*(back ? &out->before : &out->rows) = rows;
		*(back ? &out->before_n : &out->n) = n;
	}
	return NULL;
}

must_check static const struct fault *add_places(struct request *rq, struct db *db, struct score_ranking *out)
{
	int64_t *results = NEW_ARRAY(rq->a, int64_t, out->n + 1);
	int *places = NEW_ARRAY(rq->a, int, out->n + 1);
	const struct score_set **sets = NEW_ARRAY(rq->a, const struct score_set *, out->n + 1);

	for (int i = 0; i < out->n; i++) {
		results[i] = out->rows[i].result;
		sets[i] = out->set;
		if (i && out->rows[i].version == out->rows[i - 1].version)
			sets[i] = sets[i - 1];
		else if (out->rows[i].version != out->set->version)
			TRY(score_set_load(db, out->set->code, out->rows[i].version, &sets[i]));
	}
	score_places(results, out->n, places);
	out->places = places;
	out->sets = sets;
	return NULL;
}

/* The set that is asked for, else the first one; its newest version. */
must_check static const struct fault *find_set(
	struct request *rq, struct db *db, struct str code, const struct score_set **out)
{
	const struct score_set *sets;
	int n;

	(void)rq;
	*out = NULL;
	TRY(score_sets_load(db, &sets, &n));
	for (int i = n; i-- > 0;)
		if (!code.n || str_eq(sets[i].code, code))
			*out = &sets[i];
	return NULL;
}

/* The newest year in which the set was used. */
must_check static const struct fault *newest_year(
	struct request *rq, struct db *db, struct score_ranking *out)
{
	const struct record_row *rows;
	size_t n;

	out->year = civil_from_day(day_of(rq->now)).year;
	TRY(record_list(db, &score_kind, 0, &rows, &n));
	for (size_t i = 0, first = 1; i < n; i++)
		if (str_eq(rows[i].title, out->set->code) && (first || rows[i].year > out->year)) {
			out->year = rows[i].year;
			first = 0;
		}
	return NULL;
}

const struct fault *score_ranking_open(struct request *rq, struct score_ranking *out)
{
	static const struct field fields[] = { FIELD_CODE(struct rank_form, set, "bo", 0),
		FIELD_INT(struct rank_form, year, "nam", 2000, 2199) };
	struct rank_form x = { 0 };
	READER held = { 0 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);

	*out = (struct score_ranking){ .sees_all = staff_may_at(rq, PERMISSION_SCORE_READ, S("")) };
	if (form.error_count)
		return NULL;
	TRY(site_reader(rq, &held));
	TRY(find_set(rq, held.db, x.set, &out->set));
	if (!out->set)
		return NULL;
	out->year = (int)x.year;
	if (!out->year)
		TRY(newest_year(rq, held.db, out));
	TRY(read_results(rq, held.db, out));
	return add_places(rq, held.db, out);
}

static double share(int64_t points, int64_t max)
{
	return max > 0 ? (double)points * 100.0 / (double)max : 0;
}

static struct score_rank_line line_of(
	struct request *rq, const struct catalogue *c, const struct score_ranking *r, int i)
{
	const struct score_result *row = &r->rows[i], *before = score_before(r, row->agency);
	struct score_rank_line line = { .place = r->places[i],
		.agency = str_dup(rq->a, site_agency_name(rq, c, row->agency)),
		.state = score_state_words(rq->lang, row->state),
		.result = score_points_words(rq, true, row->result),
		.bonus = score_points_words(rq, true, row->bonus),
		.penalty = score_points_words(rq, true, row->penalty),
		.before = score_points_words(rq, before != NULL, before ? before->result : 0),
		.change = score_cell_of(rq, true, row->result, before != NULL, before ? before->result : 0),
		.share = share(row->result, r->sets[i]->max),
		.published = score_is_published(row) };

	line.share = line.share > 100 ? 100 : line.share;
	if (staff_may_at(rq, PERMISSION_SCORE_READ, row->agency))
		line.to = record_url(rq->a, &score_record_web, row->number);
	for (int a = 0; a < row->areas_n && a < r->sets[i]->areas_n; a++) {
		line.areas[a] = score_points_words(rq, true, row->areas[a][SCORE_FINAL]);
		line.area_shares[a] = share(row->areas[a][SCORE_FINAL], r->sets[i]->areas[a].max);
	}
	return line;
}

static void add_lines(struct request *rq, const struct score_ranking *r, struct score_rank_view *v)
{
	CATALOGUE held = site_catalogue(rq);
	struct score_rank_line *lines = NEW_ARRAY(rq->a, struct score_rank_line, r->n + 1);
	bool all_closed = r->n > 0, some = false;

	for (int i = 0; i < r->n; i++) {
		bool closed = str_eq(r->rows[i].state, score_kind.states[SCORE_IS_CLOSED].text);

		lines[i] = line_of(rq, held.c, r, i);
		v->has_drafts = v->has_drafts || !lines[i].published;
		all_closed = all_closed && (closed || lines[i].published);
		some = some || closed;
	}
	v->lines = lines;
	v->lines_n = (size_t)r->n;
	v->has_before = r->before_n > 0;
	v->multiples = r->n > 0 && r->n <= MULTIPLES_MOST;
	v->can_publish =
		all_closed && some && staff_role_at(rq, ROLE_BIT(HOME_AFFAIRS), S("")) != ROLE_NOBODY;
}

static void add_areas(struct request *rq, const struct score_ranking *r, struct score_rank_view *v)
{
	struct str *names = NEW_ARRAY(rq->a, struct str, LIMIT_SCORE_AREAS),
		   *max = NEW_ARRAY(rq->a, struct str, LIMIT_SCORE_AREAS);

	for (int a = 0; a < r->set->areas_n; a++) {
		names[a] = r->set->areas[a].name;
		max[a] = score_points_words(rq, true, r->set->areas[a].max);
	}
	v->areas = names;
	v->area_max = max;
	v->areas_n = (size_t)r->set->areas_n;
	v->max = score_points_words(rq, true, r->set->max);
}

static struct url ranking_url(struct request *rq, struct str path, struct str set, int year)
{
	return url_query_int(rq->a, url_query(rq->a, url_path(path), S("bo"), set), S("nam"), year);
}

must_check static const struct fault *add_links(
	struct request *rq, const struct score_ranking *r, struct score_rank_view *v)
{
	READER held = { 0 };
	const struct score_set *sets;
	int n;

	TRY(site_reader(rq, &held));
	TRY(score_sets_load(held.db, &sets, &n));
	struct score_link *links = NEW_ARRAY(rq->a, struct score_link, n + 1),
			  *years = NEW_ARRAY(rq->a, struct score_link, 3);

	for (int i = 0; i < n; i++)
		if (!i || !str_eq(sets[i].code, sets[i - 1].code))
			links[v->sets_n++] = (struct score_link){ ranking_url(rq, S(SCORE_PATH "/xep-hang"),
									  sets[i].code, r->year),
				sets[i].name, str_eq(sets[i].code, r->set->code) };
	for (int back = 1; back >= -1; back--)
		if (r->year - back <= civil_from_day(day_of(rq->now)).year)
			years[v->years_n++] = (struct score_link){ ranking_url(rq, S(SCORE_PATH "/xep-hang"),
									   r->set->code, r->year - back),
				str_fmt(rq->a, "%d", r->year - back), back == 0 };
	v->sets = links;
	v->years = years;
	struct url file = ranking_url(rq, S(SCORE_PATH "/xep-hang/tep"), r->set->code, r->year);

	v->xlsx = url_query(rq->a, file, S("dang"), S("xlsx"));
	v->pdf = url_query(rq->a, file, S("dang"), S("pdf"));
	return NULL;
}

static struct reply show(struct request *rq, const struct score_ranking *r, struct str problem)
{
	struct score_rank_view *v = NEW(rq->a, struct score_rank_view);
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_score_web_ranking));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);
	const struct fault *f = add_links(rq, r, v);

	if (f)
		return reply_fault(f);
	v->set = r->set->name;
	v->set_code = r->set->code;
	v->year = r->year;
	v->problem = problem;
	v->notice = record_notice(rq, &score_record_web);
	add_areas(rq, r, v);
	add_lines(rq, r, v);
	page.synthetic = rq->app->synthetic;
	page.has_errors = problem.n > 0;
	score_ranking_page(&o, &page, &s, v);
	return staff_reply(&o, page.has_errors);
}

struct reply score_ranking_get(struct request *rq)
{
	struct score_ranking r;
	const struct fault *f = score_ranking_open(rq, &r);

	if (f)
		return reply_fault(f);
	return r.set ? show(rq, &r, S("")) : reply_error(404, msg_text(rq->lang, MSG_score_no_set));
}

struct reply score_ranking_post(struct request *rq)
{
	static const struct field fields[] = { FIELD_CODE(struct rank_form, set, "bo", 1),
		FIELD_INT(struct rank_form, year, "nam", 2000, 2199) };
	struct rank_form x = { 0 };
	struct score_publication p = { .event = { .verb = SCORE_V_PUBLISH } };
	struct score_ranking r;
	struct form form = form_read_body(rq, fields, COUNT(fields), &x);

	if (form.unreadable || form.error_count || !x.year)
		return reply_error(400, S(""));
	if (!score_sign(rq, SCORE_V_PUBLISH, S(""), &p.event))
		return reply_error(403, msg_text(rq->lang, MSG_record_not_your_role));
	p.set = x.set;
	p.year = (int)x.year;
	const struct fault *f = staff_run(rq, score_publish, &p);

	if (f)
		return reply_fault(f);
	rq->query = str_fmt(rq->a, "bo=%.*s&nam=%d", ARG(x.set), p.year);
	if (!p.refusal.refused)
		return reply_see_other(
			str_fmt(rq->a, SCORE_PATH "/xep-hang?%.*s&" RECORD_DONE_PARAMETER "=%.*s",
				ARG(rq->query), ARG(score_kind.verbs[SCORE_V_PUBLISH].name)));
	f = score_ranking_open(rq, &r);
	if (f)
		return reply_fault(f);
	return r.set ? show(rq, &r, msg_text(rq->lang, p.refusal.why))
		     : reply_error(404, msg_text(rq->lang, MSG_score_no_set));
}
