/* The summary of a year: numbers of all inspections, each of which opens into those that it counts. */
#include "inspection/followup_html.h"
#include "inspection/inspection_followup_view.h"
#include "plan/plan_store.h"

enum { FIRST_YEAR = 2000, LAST_YEAR = 2999, NOT_ASKED = -1 };

/* What the address opens: a measure, or findings of an area and a severity. */
struct opened {
	struct str measure, area, severity;
	int measure_n, area_n, severity_n; /* NOT_ASKED */
};

static bool year_of(struct request *rq, int64_t *year)
{
	return str_int(request_param(rq, "year"), year) && *year >= FIRST_YEAR && *year <= LAST_YEAR;
}

const struct fault *inspection_year_agency(struct request *rq, struct str *agency, bool *found)
{
	int64_t year;

	*agency = S("");
	*found = year_of(rq, &year);
	return NULL;
}

static int word_of(const struct record_word *words, struct str text)
{
	for (int i = 0; words[i].text.n; i++)
		if (str_eq(words[i].text, text))
			return i;
	return NOT_ASKED;
}

/* False: there is no such number. */
static bool read_opened(struct request *rq, struct opened *x)
{
	static const struct field fields[] = { FIELD_CODE(struct opened, measure, "xem", 0),
		FIELD_CODE(struct opened, area, "linh-vuc", 0),
		FIELD_CODE(struct opened, severity, "muc-do", 0) };
	struct form form = form_read_query(rq, fields, COUNT(fields), x);
	enum inspection_measure m;

	if (form.error_count)
		return false;
	x->measure_n = inspection_measure_from(x->measure, &m) ? (int)m : NOT_ASKED;
	x->area_n = word_of(inspection_areas, x->area);
	x->severity_n = word_of(inspection_severities, x->severity);
	return (!x->measure.n || x->measure_n >= 0) && (!x->area.n || x->area_n >= 0) &&
	       (!x->severity.n || x->severity_n >= 0);
}

/* Findings of an area and a severity; NOT_ASKED: of all. */
static int findings_of(const struct inspection_counts *c, int area, int severity)
{
	int n = 0;

	for (int a = 0; a < INSPECTION_AREAS; a++)
		for (int s = 0; s < INSPECTION_SEVERITIES; s++)
			if ((area < 0 || a == area) && (severity < 0 || s == severity))
				n += c->findings[a][s];
	return n;
}

/* What a line adds to the number that is opened; 1 when none is. */
static int counted(const struct opened *x, const struct inspection_counts *c)
{
	if (x->measure_n >= 0)
		return c->n[x->measure_n];
	if (x->area_n >= 0 || x->severity_n >= 0)
		return findings_of(c, x->area_n, x->severity_n);
	return 1;
}

static struct url base_url(struct request *rq, int64_t year)
{
	return url_segment_int(rq->a, url_path(S("/lam-viec/kiem-tra/nam")), year);
}

static struct url list_url(struct request *rq, struct url u)
{
	return url_fragment(rq->a, u, S("danh-sach"));
}

static struct year_number measure_number(struct request *rq, int64_t year,
	const struct inspection_counts *sum, enum inspection_measure m, enum msg label)
{
	struct url to = url_query(rq->a, base_url(rq, year), S("xem"), inspection_measure_text(m));
	bool is_late = m == INSPECTION_COUNT_OVERDUE && sum->n[m];

	return (struct year_number){ msg_text(rq->lang, label), sum->n[m], list_url(rq, to),
		is_late ? TONE_BAD : TONE_PLAIN };
}

static struct year_number finding_number(
	struct request *rq, int64_t year, const struct inspection_counts *sum, int area, int severity)
{
	struct url to = base_url(rq, year);

	if (area < 0 && severity < 0)
		to = url_query(rq->a, to, S("xem"), inspection_measure_text(INSPECTION_COUNT_FINDINGS));
	if (area >= 0)
		to = url_query(rq->a, to, S("linh-vuc"), inspection_areas[area].text);
	if (severity >= 0)
		to = url_query(rq->a, to, S("muc-do"), inspection_severities[severity].text);
	return (struct year_number){ .n = findings_of(sum, area, severity), .to = list_url(rq, to) };
}

static struct year_area area_row(
	struct request *rq, int64_t year, const struct inspection_counts *sum, int area)
{
	struct year_area row = { .name = msg_text(rq->lang,
					 area < 0 ? MSG_followup_year_all : inspection_areas[area].name) };

	for (int s = 0; s < INSPECTION_SEVERITIES; s++)
		row.by[s] = finding_number(rq, year, sum, area, s);
	row.all = finding_number(rq, year, sum, area, NOT_ASKED);
	return row;
}

static void fill_numbers(struct request *rq, const struct inspection_counts *sum, struct year_view *v)
{
	static const struct {
		enum inspection_measure measure;
		enum msg label;
	} shown[] = { { INSPECTION_COUNT_MADE, MSG_followup_year_made },
		{ INSPECTION_COUNT_ACCEPTED, MSG_followup_year_accepted },
		{ INSPECTION_COUNT_REPORTED, MSG_followup_year_reported },
		{ INSPECTION_COUNT_VERIFIED, MSG_followup_year_verified },
		{ INSPECTION_COUNT_OVERDUE, MSG_followup_year_overdue },
		{ INSPECTION_COUNT_WITHDRAWN, MSG_followup_year_withdrawn } };
	int64_t most = 0;

	v->held = measure_number(rq, v->year, sum, INSPECTION_COUNT_HELD, MSG_followup_year_inspections);
	v->concluded =
		measure_number(rq, v->year, sum, INSPECTION_COUNT_CONCLUDED, MSG_followup_year_concluded);
	for (size_t i = 0; i < COUNT(shown); i++)
		v->recommendations[v->recommendations_n++] =
			measure_number(rq, v->year, sum, shown[i].measure, shown[i].label);
	for (int s = 0; s < INSPECTION_SEVERITIES; s++)
		v->severities[s] = msg_text(rq->lang, inspection_severities[s].name);
	for (int area = 0; area < INSPECTION_AREAS; area++) {
		v->areas[area] = area_row(rq, v->year, sum, area);
		most = v->areas[area].all.n > most ? v->areas[area].all.n : most;
	}
	for (int area = 0; area < INSPECTION_AREAS && most; area++)
		v->areas[area].share = 100.0 * (double)v->areas[area].all.n / (double)most;
	v->total = area_row(rq, v->year, sum, NOT_ASKED);
}

/* A unit that was inspected twice counts once. */
static bool is_first(const struct inspection_line *lines, size_t i, bool of_plan)
{
	for (size_t k = 0; k < i; k++)
		if (lines[k].counts.n[INSPECTION_COUNT_HELD] && (lines[k].plan != 0) == of_plan &&
			str_eq(lines[k].row.agency, lines[i].row.agency))
			return false;
	return true;
}

static struct str state_name(struct request *rq, struct str text)
{
	int state = record_state_of(&inspection_kind, text);

	return state ? msg_text(rq->lang, inspection_kind.states[state].name) : text;
}

static struct str opened_words(struct request *rq, const struct opened *x, const struct year_view *v)
{
	struct buf b = { .a = rq->a };

	if (x->measure_n == INSPECTION_COUNT_HELD)
		return v->held.label;
	if (x->measure_n == INSPECTION_COUNT_CONCLUDED)
		return v->concluded.label;
	if (x->measure_n == INSPECTION_COUNT_FINDINGS)
		return msg_text(rq->lang, MSG_followup_year_findings);
	for (int64_t i = 0; x->measure_n >= 0 && i < v->recommendations_n; i++)
		if (x->measure_n == INSPECTION_COUNT_MADE + (int)i)
			return v->recommendations[i].label;
	if (x->area_n >= 0)
		buf_add(&b, msg_text(rq->lang, inspection_areas[x->area_n].name));
	if (x->severity_n >= 0) {
		buf_add(&b, b.n ? S(", ") : S(""));
		buf_add(&b, msg_text(rq->lang, inspection_severities[x->severity_n].name));
	}
	return buf_str(&b);
}

static void fill_lines(struct request *rq, const struct opened *x, const struct inspection_line *lines,
	size_t n, struct year_view *v)
{
	CATALOGUE cat = site_catalogue(rq);
	struct year_line *shown = NEW_ARRAY(rq->a, struct year_line, n + 1);

	for (size_t i = 0; i < n; i++) {
		const struct record_row *row = &lines[i].row;
		int adds = counted(x, &lines[i].counts);

		if (lines[i].counts.n[INSPECTION_COUNT_HELD]) {
			v->of_plan += lines[i].plan && is_first(lines, i, true);
			v->outside += !lines[i].plan && is_first(lines, i, false);
		}
		if (adds)
			shown[v->lines_n++] = (struct year_line){ row->title,
				site_agency_name(rq, cat.c, row->agency), state_name(rq, row->state),
				row->day,
				url_segment_int(rq->a, url_path(S("/lam-viec/kiem-tra")), row->number),
				adds };
	}
	v->lines = shown;
}

/* Units of the plans of the year that were issued. */
must_check static const struct fault *count_planned(
	struct db *db, const struct request *rq, struct year_view *v)
{
	const struct plan_row *rows;
	size_t n;

	TRY(plan_list(db, PLAN_OF_INSPECTIONS, (int)v->year, day_of(rq->now), &rows, &n));
	for (size_t i = 0; i < n; i++)
		if (rows[i].date != DAYNUM_NONE && !str_eq(rows[i].state, S("withdrawn")))
			v->planned += rows[i].units;
	return NULL;
}

must_check static const struct fault *gather(struct request *rq, const struct opened *x, struct year_view *v)
{
	const struct inspection_line *lines;
	struct inspection_counts sum = { 0 };
	READER held = { 0 };
	size_t n;

	TRY(site_reader(rq, &held));
	TRY(inspection_lines(held.db, (int)v->year, day_of(rq->now), &lines, &n));
	TRY(count_planned(held.db, rq, v));
	for (size_t i = 0; i < n; i++)
		inspection_counts_add(&sum, &lines[i].counts);
	v->is_empty = !n;
	fill_numbers(rq, &sum, v);
	fill_lines(rq, x, lines, n, v);
	v->what = opened_words(rq, x, v);
	return NULL;
}

struct reply inspection_year_get(struct request *rq)
{
	struct opened x = { 0 };
	struct year_view v = { 0 };
	struct buf title = { .a = rq->a };

	if (!year_of(rq, &v.year))
		return reply_error(404, S(""));
	if (!read_opened(rq, &x))
		return reply_error(400, msg_text(rq->lang, MSG_site_web_unreadable));
	const struct fault *f = gather(rq, &x, &v);

	if (f)
		return reply_fault(f);
	v.all = list_url(rq, base_url(rq, v.year));
	v.previous = base_url(rq, v.year - 1);
	msg_followup_year_title(&title, rq->lang, v.year);
	struct page page = staff_page(rq, buf_str(&title));
	struct staff s = staff_of(rq);
	struct html_out o = page_out(rq);

	page.synthetic = rq->app->synthetic;
	inspection_year_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}
