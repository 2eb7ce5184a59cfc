/* The agencies that whoever is signed in may look into, with the numbers that make one look. */
#include "agencyfile/agencyfile_html.h"
#include "agencyfile/agencyfile_parts_web.h"
#include "search/fold.h"

#include <stdlib.h>

struct asking {
	struct str query;
	int64_t page;
};
struct finding {
	const struct catalogue *c;
	int *numbers;
	size_t n;
};

/* Name, short name or code hold what was typed, marks and case aside. */
static bool matches(const struct catalogue *c, int number, struct str typed, struct str folded)
{
	struct str name = c->agency_names[number], brief = c->agency_shorts[number];
	struct str code = c->agencies.agencies[number].code;

	return !typed.n || str_eq(code, typed) ||
	       (folded.n && (str_find(name, folded) < name.n || str_eq(brief, folded)));
}

static bool is_found(
	struct request *rq, const struct catalogue *c, const struct asking *x, struct str folded, int number)
{
	return matches(c, number, x->query, folded) &&
	       staff_may_at(rq, PERMISSION_AGENCY_READ, c->agencies.agencies[number].code);
}

/* Agencies of the province first: ministries are there for the tree only. */
static struct finding find(struct request *rq, const struct catalogue *c, const struct asking *x)
{
	struct finding f = { .c = c, .numbers = NEW_ARRAY(rq->a, int, c->agencies.n + 1) };
	struct str folded = fold(rq->a, x->query);
	daynum today = day_of(rq->now);

	for (int ministries = 0; ministries < 2; ministries++)
		for (int i = 1; i <= c->agencies.n; i++) {
			const struct agency_version *v = agency_on(&c->agencies, i, today, KNOWN_NOW);

			if (v && (v->level == LEVEL_MINISTRY) == ministries && is_found(rq, c, x, folded, i))
				f.numbers[f.n++] = i;
		}
	return f;
}

static struct figure_request this_year(struct request *rq, const struct catalogue *c)
{
	daynum today = day_of(rq->now);

	return (struct figure_request){ .agencies = &c->agencies,
		.procedures = &c->procedures,
		.from = day_from_civil((struct civil){ civil_from_day(today).year, 1, 1 }),
		.to = today,
		.now = rq->now };
}

/* The figures are those of the subtree, as on the agency's own page. */
must_check static const struct fault *fill_row(
	struct request *rq, struct db *db, const struct catalogue *c, int number, struct agencyfile_row *row)
{
	struct figure_request ask = this_year(rq, c);
	struct figure_report report;

	ask.agency = number;
	row->code = str_dup(rq->a, c->agencies.agencies[number].code);
	row->name = str_dup(rq->a, site_agency_name(rq, c, row->code));
	row->to = url_segment(rq->a, url_path(S(STAFF_PATH "/co-quan")), row->code);
	row->recommendations_to =
		url_query(rq->a, url_path(S(STAFF_PATH "/kien-nghi")), S("co-quan"), row->code);
	TRY(figures_report(db, &ask, &report));
	agencyfile_numbers(rq, row->code, &report, &report.total, row->numbers);
	return NULL;
}

static void count_recommendations(struct request *rq, const struct catalogue *c,
	const struct inspection_open *open, size_t n, struct agencyfile_row *row)
{
	const struct agency_scope scope = staff_scope(rq);
	daynum today = day_of(rq->now);

	(void)c;
	for (size_t i = 0; i < n; i++)
		if (scope.is_within(scope.tree, open[i].unit, row->code) ||
			scope.is_within(scope.tree, open[i].owner, row->code)) {
			row->recommendations++;
			row->overdue += open[i].deadline < today;
		}
}

must_check static const struct fault *fill(
	struct request *rq, const struct catalogue *c, const struct asking *x, struct agencyfile_list_view *v)
{
	struct finding found = find(rq, c, x);
	size_t first = (size_t)(x->page - 1) * LIMIT_PAGE_ROWS;
	const struct inspection_open *open;
	READER held = { 0 };
	size_t open_n;

	v->total = (int64_t)found.n;
	v->rows_n = first >= found.n                    ? 0
		    : found.n - first < LIMIT_PAGE_ROWS ? found.n - first
							: LIMIT_PAGE_ROWS;
	struct agencyfile_row *rows = NEW_ARRAY(rq->a, struct agencyfile_row, v->rows_n + 1);

	v->rows = rows;
	TRY(site_reader(rq, &held));
	TRY(inspection_open_list(held.db, &open, &open_n));
	for (size_t i = 0; i < v->rows_n; i++) {
		TRY(fill_row(rq, held.db, c, found.numbers[first + i], &rows[i]));
		count_recommendations(rq, c, open, open_n, &rows[i]);
	}
	return NULL;
}

struct reply agency_files_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_TEXT(struct asking, query, "q", 0, LIMIT_QUERY_CHARS),
		FIELD_INT(struct asking, page, "trang", 1, 10000) };
	struct asking x = { .page = 1 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	struct agencyfile_list_view v = { .query = x.query, .year = civil_from_day(day_of(rq->now)).year };
	struct url base = url_path(S(STAFF_PATH "/co-quan"));
	CATALOGUE held = site_catalogue(rq);

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	const struct fault *f = fill(rq, held.c, &x, &v);

	if (f)
		return reply_fault(f);
	if (x.query.n)
		base = url_query(rq->a, base, S("q"), x.query);
	v.pager = (struct pager){ base, S("trang"), x.page, site_pages(v.total) };
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_agencyfile_title));
	struct staff s = staff_of(rq);
	struct html_out o = page_out(rq);

	page.synthetic = rq->app->synthetic;
	agencyfile_list_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}
