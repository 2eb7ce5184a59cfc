#include "report/report_parts_web.h"
#include "report/report_html.h"
#include "search/fold.h"

#include <stdlib.h>

enum { FEW_AGENCIES = 3, MOST_COLUMNS = 24, MOST_SERIES = 12 };

must_check static const struct fault *read_lists(struct db *db, int year, struct board_request *rq)
{
	const struct report_filed *filed;
	const struct report_reminded *reminders;

	TRY(report_filed_in(db, year, year, &filed, &rq->filed_n));
	TRY(report_reminders_in(db, year, year, &reminders, &rq->reminders_n));
	rq->filed = filed;
	rq->reminders = reminders;
	return NULL;
}

const struct fault *report_board(struct request *rq, const struct catalogue *c, struct held_reader *held,
	const struct board_ask *ask, struct board *out)
{
	struct report_regimes regimes;
	bool *in = NEW_ARRAY(rq->a, bool, c->agencies.n + 1);
	struct board_request q = { .regimes = &regimes,
		.agencies = &c->agencies,
		.calendars = c->calendars,
		.in = in,
		.year = ask->year,
		.series = ask->series,
		.today = day_of(rq->now) };

	for (int i = 1; i <= c->agencies.n; i++)
		in[i] = (!ask->agency || ask->agency == i) &&
			staff_may_at(rq, PERMISSION_REPORT_READ, c->agencies.agencies[i].code);
	if (!held->db)
		TRY(site_reader(rq, held));
	TRY(regimes_load(held->db, rq->a, &regimes));
	TRY(read_lists(held->db, ask->year, &q));
	*out = board_of(rq->a, &q);
	return NULL;
}

struct board_form {
	int64_t year, page;
	struct str series, q;
};

/* The page under work. */
struct making {
	struct request *rq;
	const struct catalogue *c;
	const struct board_form *x;
	struct board b;
};

static struct url of_year(struct arena *a, const char *path, int64_t year, struct str series)
{
	struct url u = url_query_int(a, url_path(str_of(path)), S("nam"), year);

	return series.n ? url_query(a, u, S("loai-bao-cao"), series) : u;
}

/* The series among the duties, each once. */
static size_t series_of(const struct board *b, struct str *list)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++) {
		struct str s = b->duties[i].o.regime->series;
		size_t at = 0;

		while (at < n && !str_eq(list[at], s))
			at++;
		if (at == n && n < MOST_SERIES)
			list[n++] = s;
	}
	return n;
}

static struct year_view year_view_of(struct request *rq, const struct board_form *x, const struct board *all)
{
	struct str *series = NEW_ARRAY(rq->a, struct str, MOST_SERIES);
	struct staff_link *links = NEW_ARRAY(rq->a, struct staff_link, MOST_SERIES);
	size_t n = series_of(all, series);

	for (size_t i = 0; i < n; i++)
		links[i] = (struct staff_link){ of_year(rq->a, REPORT_PATH, x->year, series[i]), series[i],
			str_eq(series[i], x->series) ? STAFF_ON_PAGE : STAFF_ELSEWHERE };
	return (struct year_view){ (int)x->year, of_year(rq->a, REPORT_PATH, x->year - 1, x->series),
		of_year(rq->a, REPORT_PATH, x->year + 1, x->series), links, n > 1 ? n : 0 };
}

static struct duty_number number_of(struct request *rq, int64_t n, int64_t year, const char *which)
{
	struct url u = url_query_int(rq->a, url_path(S(REPORT_PATH "/danh-sach")), S("nam"), year);

	return (struct duty_number){ .n = n, .to = url_query(rq->a, u, S("loai"), str_of(which)) };
}

static void count_all(struct making *m, struct board_view *v)
{
	struct punctuality_year y = board_year(&m->b, 0);

	v->owed = number_of(m->rq, y.owed, m->x->year, "phai-nop");
	v->in_time = number_of(m->rq, y.in_time, m->x->year, "dung-han");
	v->late = number_of(m->rq, y.late, m->x->year, "cham");
	v->missing = number_of(m->rq, y.missing, m->x->year, "thieu");
}

/* The agencies with duties, and where those of each begin. */
struct group {
	int agency;
	size_t first, n;
	struct str key;
};

static size_t group_duties(const struct making *m, struct group *groups)
{
	size_t n = 0;

	for (size_t i = 0; i < m->b.n; i++) {
		int agency = m->b.duties[i].o.agency;

		if (!n || groups[n - 1].agency != agency)
			groups[n++] = (struct group){ agency, i, 0, m->c->agency_order[agency] };
		groups[n - 1].n++;
	}
	return n;
}

static int group_cmp(const void *a, const void *b)
{
	return str_cmp(((const struct group *)a)->key, ((const struct group *)b)->key);
}

/* A column: a period of the year. */
struct board_column {
	enum report_period period;
	int turn;
	daynum to;
};

static size_t column_of(const struct board_column *columns, size_t n, const struct obligation *o)
{
	size_t i = 0;

	while (i < n && (columns[i].period != o->regime->period || columns[i].turn != o->turn))
		i++;
	return i;
}

/* By the last day of the period. */
static size_t columns_of(const struct board *b, struct board_column *columns)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++) {
		const struct obligation *o = &b->duties[i].o;
		size_t at = n;

		if (column_of(columns, n, o) < n || n == MOST_COLUMNS)
			continue;
		for (; at > 0 && columns[at - 1].to > o->to; at--)
			columns[at] = columns[at - 1];
		columns[at] = (struct board_column){ o->regime->period, o->turn, o->to };
		n++;
	}
	return n;
}

static struct url duties_of_agency(struct request *rq, int64_t year, struct str agency)
{
	struct url u = url_query_int(rq->a, url_path(S(REPORT_PATH "/danh-sach")), S("nam"), year);

	return url_query(rq->a, u, S("co-quan"), agency);
}

static struct matrix_row row_of(
	const struct making *m, const struct group *g, const struct board_column *columns, size_t columns_n)
{
	struct matrix_cell *cells = NEW_ARRAY(m->rq->a, struct matrix_cell, columns_n + 1);
	struct url list = duties_of_agency(m->rq, m->x->year, m->c->agencies.agencies[g->agency].code);

	for (size_t i = g->first; i < g->first + g->n; i++) {
		const struct duty *d = &m->b.duties[i];
		struct matrix_cell *cell = &cells[column_of(columns, columns_n, &d->o)];

		*cell = (struct matrix_cell){ standing_text(m->rq->a, m->rq->lang, &d->p),
			d->filed ? report_url(m->rq->a, d->filed->number) : list,
			standing_tone(d->p.standing) };
	}
	return (struct matrix_row){ agency_name_of(m->rq, m->c, g->agency), list, cells };
}

static void fill_matrix(struct making *m, struct group *groups, size_t n, struct board_view *v)
{
	struct request *rq = m->rq;
	struct board_column columns[MOST_COLUMNS];
	struct str *names = NEW_ARRAY(rq->a, struct str, MOST_COLUMNS);
	struct matrix_row *rows = NEW_ARRAY(rq->a, struct matrix_row, LIMIT_PAGE_ROWS);
	struct str folded = fold(rq->a, m->x->q);
	int64_t first = (m->x->page - 1) * LIMIT_PAGE_ROWS;

	v->columns_n = columns_of(&m->b, columns);
	for (size_t i = 0; i < v->columns_n; i++)
		names[i] = period_text(rq->a, rq->lang, columns[i].period, columns[i].turn);
	qsort(groups, n, sizeof *groups, group_cmp);
	for (size_t i = 0; i < n; i++) {
		struct str name = m->c->agency_names[groups[i].agency];

		if ((folded.n && str_find(name, folded) == name.n) || v->agencies++ < first ||
			v->rows_n == LIMIT_PAGE_ROWS)
			continue;
		rows[v->rows_n++] = row_of(m, &groups[i], columns, v->columns_n);
	}
	v->columns = names;
	v->rows = rows;
	struct url base = of_year(rq->a, REPORT_PATH, m->x->year, m->x->series);

	if (m->x->q.n)
		base = url_query(rq->a, base, S("q"), m->x->q);
	v->pager = (struct pager){ base, S("trang"), m->x->page, site_pages(v->agencies) };
}

static void fill_duties(struct making *m, size_t agencies, struct board_view *v)
{
	struct duty_line *lines = NEW_ARRAY(m->rq->a, struct duty_line, m->b.n + 1);

	for (size_t i = 0; i < m->b.n; i++) {
		lines[i] = duty_line_of(m->rq, m->c, &m->b.duties[i]);
		v->has_unverified = v->has_unverified || lines[i].unverified;
	}
	v->duties = (struct duty_table){ msg_text(m->rq->lang, MSG_report_web_duties), lines, m->b.n,
		agencies > 1 };
}

must_check static const struct fault *fill(struct request *rq, struct board_form *x, struct board_view *v)
{
	CATALOGUE cat = site_catalogue(rq);
	READER held = { 0 };
	struct board_ask ask = { .year = (int)x->year };
	struct board all;
	struct making m = { .rq = rq, .c = cat.c, .x = x };

	TRY(report_board(rq, cat.c, &held, &ask, &all));
	if (!x->series.n && all.n)
		x->series = all.duties[0].o.regime->series;
	ask.series = x->series;
	TRY(report_board(rq, cat.c, &held, &ask, &m.b));
	v->when = year_view_of(rq, x, &all);
	struct group *groups = NEW_ARRAY(rq->a, struct group, m.b.n + 1);
	size_t n = group_duties(&m, groups);

	count_all(&m, v);
	v->sees_many = n > FEW_AGENCIES;
	for (size_t i = 0; i < m.b.n; i++)
		v->has_unverified =
			v->has_unverified || m.b.duties[i].o.regime->trust == REPORT_TRUST_UNVERIFIED;
	if (v->sees_many)
		fill_matrix(&m, groups, n, v);
	else
		fill_duties(&m, n, v);
	return NULL;
}

struct reply reports_get(struct request *rq)
{
	static const struct field fields[] = {
		FIELD_INT(struct board_form, year, "nam", FIRST_REPORT_YEAR, LAST_REPORT_YEAR),
		FIELD_INT(struct board_form, page, "trang", 1, 10000),
		FIELD_CODE(struct board_form, series, "loai-bao-cao", 0),
		FIELD_TEXT(struct board_form, q, "q", 0, LIMIT_QUERY_CHARS),
	};
	struct board_form x = { .year = report_usual_year(rq), .page = 1 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	struct board_view v = { .query = x.q };

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	const struct fault *f = fill(rq, &x, &v);

	if (f)
		return reply_fault(f);
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_report_title));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	page.synthetic = rq->app->synthetic;
	reports_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}
