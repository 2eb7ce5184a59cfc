/* How punctual each agency was in a year, and the reports behind each number. */
#include "out/table_doc.h"
#include "report/report_html.h"
#include "report/report_parts_web.h"

#include <stdlib.h>

struct year_form {
	int64_t year;
	struct str series, agency;
	int which, format;
};
enum which { WHICH_ALL, WHICH_OWED, WHICH_SUBMITTED, WHICH_IN_TIME, WHICH_LATE, WHICH_MISSING, WHICH_N };
static const char *const whiches[] = { "tat-ca", "phai-nop", "da-nop", "dung-han", "cham", "thieu", NULL };
static const char *const formats[] = { "html", "xlsx", NULL };
static const struct field fields[] = {
	FIELD_INT(struct year_form, year, "nam", FIRST_REPORT_YEAR, LAST_REPORT_YEAR),
	FIELD_CODE(struct year_form, series, "loai-bao-cao", 0),
	FIELD_CODE(struct year_form, agency, "co-quan", 0),
	FIELD_WORD(struct year_form, which, "loai", whiches),
	FIELD_WORD(struct year_form, format, "format", formats),
};

static bool is_in(enum which w, enum report_standing s)
{
	bool submitted = s == STANDING_IN_TIME || s == STANDING_LATE;

	switch (w) {
	case WHICH_ALL: return true;
	case WHICH_OWED: return submitted || s == STANDING_OVERDUE;
	case WHICH_SUBMITTED: return submitted;
	case WHICH_IN_TIME: return s == STANDING_IN_TIME;
	case WHICH_LATE: return s == STANDING_LATE;
	case WHICH_MISSING: return s == STANDING_OVERDUE;
	case WHICH_N: break;
	}
	impossible();
}

/* The reports that a number counts. */
static struct duty_number number_of(
	struct request *rq, const struct year_form *x, struct str agency, enum which w, int64_t n)
{
	static const enum msg labels[WHICH_N] = { [WHICH_ALL] = MSG_report_web_all,
		[WHICH_OWED] = MSG_report_web_owed,
		[WHICH_SUBMITTED] = MSG_report_web_submitted,
		[WHICH_IN_TIME] = MSG_report_web_in_time,
		[WHICH_LATE] = MSG_report_web_late_n,
		[WHICH_MISSING] = MSG_report_web_missing };
	struct url u = url_query_int(rq->a, url_path(S(REPORT_PATH "/danh-sach")), S("nam"), x->year);

	if (x->series.n)
		u = url_query(rq->a, u, S("loai-bao-cao"), x->series);
	if (agency.n)
		u = url_query(rq->a, u, S("co-quan"), agency);
	u = url_query(rq->a, u, S("loai"), str_of(whiches[w]));
	return (struct duty_number){ n, n ? u : (struct url){ { 0 } }, msg_text(rq->lang, labels[w]) };
}

static struct punctuality_row row_of(struct request *rq, const struct year_form *x, struct str name,
	struct str agency, const struct punctuality_year *y)
{
	return (struct punctuality_row){ .agency = name,
		.owed = number_of(rq, x, agency, WHICH_OWED, y->owed),
		.submitted = number_of(rq, x, agency, WHICH_SUBMITTED, y->submitted),
		.in_time = number_of(rq, x, agency, WHICH_IN_TIME, y->in_time),
		.late = number_of(rq, x, agency, WHICH_LATE, y->late),
		.missing = number_of(rq, x, agency, WHICH_MISSING, y->missing),
		.days_late = y->days_late };
}

struct keyed_row {
	struct punctuality_row row;
	struct str key;
};

static int keyed_cmp(const void *a, const void *b)
{
	return str_cmp(((const struct keyed_row *)a)->key, ((const struct keyed_row *)b)->key);
}

/* Duties come by agency: one row for each that had something due, by name, and the sum. */
static const struct punctuality_row *rows_of(struct request *rq, const struct catalogue *c,
	const struct year_form *x, const struct board *b, size_t *n)
{
	struct keyed_row *keyed = NEW_ARRAY(rq->a, struct keyed_row, b->n + 1);
	struct punctuality_year all = board_year(b, 0);
	size_t count = 0;

	for (size_t i = 0; i < b->n;) {
		struct punctuality_year y = { 0 };
		int agency = b->duties[i].o.agency;

		for (; i < b->n && b->duties[i].o.agency == agency; i++)
			punctuality_add(&y, &b->duties[i].p);
		if (y.owed)
			keyed[count++] = (struct keyed_row){ row_of(rq, x, agency_name_of(rq, c, agency),
								     c->agencies.agencies[agency].code, &y),
				c->agency_order[agency] };
	}
	struct punctuality_row *rows = NEW_ARRAY(rq->a, struct punctuality_row, count + 1);

	qsort(keyed, count, sizeof *keyed, keyed_cmp);
	for (size_t i = 0; i < count; i++)
		rows[i] = keyed[i].row;
	rows[count] = row_of(rq, x, msg_text(rq->lang, MSG_report_web_sum), S(""), &all);
	*n = count + 1;
	return rows;
}

enum { TT, NAME, OWED, SUBMITTED, IN_TIME, LATE, DAYS, MISSING, COLUMNS };

static struct reply sheet(struct request *rq, const struct year_form *x, const struct punctuality_view *v)
{
	static const struct table_column columns[COLUMNS] = { { 5, true }, { 40, true }, { 12, false },
		{ 12, false }, { 12, false }, { 12, false }, { 14, false }, { 14, false } };
	static const enum msg heads[COLUMNS] = { MSG_report_web_tt, MSG_account_agency, MSG_report_web_owed,
		MSG_report_web_submitted, MSG_report_web_in_time, MSG_report_web_late_n,
		MSG_report_web_days_late, MSG_report_web_missing };
	struct table_head *head = NEW_ARRAY(rq->a, struct table_head, COLUMNS);
	struct table_cell *cells = NEW_ARRAY(rq->a, struct table_cell, v->rows_n * COLUMNS);
	struct buf title = { .a = rq->a }, moment = { .a = rq->a };
	struct str lines[2], bytes;

	for (int i = 0; i < COLUMNS; i++)
		head[i] = (struct table_head){ msg_text(rq->lang, heads[i]), 0, i, 1, 1 };
	for (size_t i = 0; i < v->rows_n; i++) {
		const struct punctuality_row *r = &v->rows[i];
		struct table_cell *c = &cells[i * COLUMNS];

		c[TT].text = i + 1 < v->rows_n ? str_fmt(rq->a, "%zu", i + 1) : S("");
		c[NAME].text = r->agency;
		c[OWED].n = r->owed.n;
		c[SUBMITTED].n = r->submitted.n;
		c[IN_TIME].n = r->in_time.n;
		c[LATE].n = r->late.n;
		c[DAYS].n = r->days_late;
		c[MISSING].n = r->missing.n;
	}
	msg_report_web_sheet_title(&title, rq->lang, x->year);
	msg_report_web_as_of(&moment, rq->lang, rq->now);
	lines[0] = buf_str(&moment);
	lines[1] = rq->app->synthetic ? msg_text(rq->lang, MSG_portal_synthetic) : (struct str){ 0 };
	struct table_doc doc = { .sheet = S("Bao cao"),
		.title = buf_str(&title),
		.subtitles = lines,
		.subtitles_n = rq->app->synthetic ? 2 : 1,
		.columns = columns,
		.columns_n = COLUMNS,
		.heads = head,
		.heads_n = COLUMNS,
		.head_rows = 1,
		.cells = cells,
		.rows = (int)v->rows_n,
		.total = true,
		.lang = rq->lang,
		.made = rq->now };
	const struct fault *f = table_doc_xlsx(rq->a, &doc, &bytes);

	return f ? reply_fault(f)
		 : reply_file(rq, S("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
			   str_fmt(rq->a, "bao-cao-%d.xlsx", (int)x->year), bytes);
}

must_check static const struct fault *read_year(
	struct request *rq, const struct year_form *x, struct punctuality_view *v)
{
	CATALOGUE cat = site_catalogue(rq);
	READER held = { 0 };
	struct board_ask ask = { .year = (int)x->year, .series = x->series };
	struct board b;
	struct url self = url_path(S(REPORT_PATH "/dung-han"));

	TRY(report_board(rq, cat.c, &held, &ask, &b));
	v->rows = rows_of(rq, cat.c, x, &b, &v->rows_n);
	v->when = (struct year_view){ .year = (int)x->year,
		.earlier = url_query_int(rq->a, self, S("nam"), x->year - 1),
		.later = url_query_int(rq->a, self, S("nam"), x->year + 1) };
	v->xlsx = url_query(rq->a, url_query_int(rq->a, self, S("nam"), x->year), S("format"), S("xlsx"));
	return NULL;
}

struct reply report_punctuality_get(struct request *rq)
{
	struct year_form x = { .year = report_usual_year(rq) };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	struct punctuality_view v = { 0 };

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	const struct fault *f = read_year(rq, &x, &v);

	if (f)
		return reply_fault(f);
	if (x.format)
		return sheet(rq, &x, &v);
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_report_web_punctuality));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	page.synthetic = rq->app->synthetic;
	punctuality_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}

must_check static const struct fault *read_duties(
	struct request *rq, const struct year_form *x, struct duties_view *v, bool *found)
{
	CATALOGUE cat = site_catalogue(rq);
	READER held = { 0 };
	struct board_ask ask = { .year = (int)x->year, .series = x->series };
	struct board b;
	size_t n = 0;

	ask.agency = x->agency.n ? catalogue_agency(cat.c, x->agency) : 0;
	*found = !x->agency.n || (ask.agency && staff_may_at(rq, PERMISSION_REPORT_READ, x->agency));
	if (!*found)
		return NULL;
	TRY(report_board(rq, cat.c, &held, &ask, &b));
	struct duty_line *lines = NEW_ARRAY(rq->a, struct duty_line, b.n + 1);

	for (size_t i = 0; i < b.n; i++)
		if (is_in((enum which)x->which, b.duties[i].p.standing))
			lines[n++] = duty_line_of(rq, cat.c, &b.duties[i]);
	struct str what = number_of(rq, x, S(""), (enum which)x->which, 0).label;
	struct str whose = ask.agency ? agency_name_of(rq, cat.c, ask.agency) : (struct str){ 0 };
	struct buf caption = { .a = rq->a };

	msg_report_web_count(&caption, rq->lang, (int64_t)n);
	v->title = whose.n ? str_fmt(rq->a, "%.*s, %d: %.*s", ARG(whose), (int)x->year, ARG(what))
			   : str_fmt(rq->a, "%.*s, %d", ARG(what), (int)x->year);
	v->duties = (struct duty_table){ buf_str(&caption), lines, n, !ask.agency };
	v->back = url_query_int(rq->a, url_path(S(REPORT_PATH "/dung-han")), S("nam"), x->year);
	return NULL;
}

struct reply report_duties_get(struct request *rq)
{
	struct year_form x = { .year = report_usual_year(rq) };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	struct duties_view v = { 0 };
	bool found;

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	const struct fault *f = read_duties(rq, &x, &v, &found);

	if (f)
		return reply_fault(f);
	if (!found)
		return reply_error(404, S(""));
	struct page page = staff_page(rq, v.title);
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	page.synthetic = rq->app->synthetic;
	duties_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}
