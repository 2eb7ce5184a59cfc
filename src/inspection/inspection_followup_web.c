#include "inspection/followup_html.h"
#include "inspection/inspection_followup_view.h"

struct str followup_remedy_name(enum lang lang, enum inspection_remedy state)
{
	static const enum msg names[] = { [REMEDY_OPEN] = MSG_inspection_remedy_open,
		[REMEDY_ACCEPTED] = MSG_inspection_remedy_accepted,
		[REMEDY_REPORTED] = MSG_inspection_remedy_reported,
		[REMEDY_VERIFIED] = MSG_inspection_remedy_verified,
		[REMEDY_DROPPED] = MSG_inspection_remedy_dropped };

	return msg_text(lang, names[state]);
}

static struct str left_of(struct request *rq, daynum deadline, enum deadline_look *look)
{
	enum { SOON_DAYS = 7 };
	int64_t days = (int64_t)deadline - day_of(rq->now);
	struct buf b = { .a = rq->a };

	*look = days < 0 ? DEADLINE_LATE : days <= SOON_DAYS ? DEADLINE_SOON : DEADLINE_PLAIN;
	if (days < 0)
		msg_followup_late_days(&b, rq->lang, -days);
	else if (!days)
		return msg_text(rq->lang, MSG_followup_due_today);
	else
		msg_followup_days_left(&b, rq->lang, days);
	return buf_str(&b);
}

static struct followup_row row_of(
	struct request *rq, const struct catalogue *c, const struct inspection_open *open)
{
	struct followup_row row = { .open = *open,
		.unit = site_agency_name(rq, c, open->unit),
		.owner = site_agency_name(rq, c, open->owner),
		.state = followup_remedy_name(rq->lang, open->state),
		.is_overdue = open->deadline < day_of(rq->now) };

	row.deadline = left_of(rq, open->deadline, &row.look);
	if (staff_may_at(rq, PERMISSION_INSPECTION_READ, open->unit))
		row.to = url_segment_int(rq->a, url_path(S("/lam-viec/kiem-tra")), open->inspection);
	return row;
}

const struct fault *followup_rows(struct request *rq, struct db *db, const struct inspection_open *list,
	size_t n, bool texts, struct followup_row *rows)
{
	CATALOGUE cat = site_catalogue(rq);

	for (size_t i = 0; i < n; i++) {
		struct inspection_wording words = { 0 };

		rows[i] = row_of(rq, cat.c, &list[i]);
		if (texts && rows[i].to.s.n)
			TRY(inspection_wording(db, list[i].inspection, list[i].number, &words));
		rows[i].title = words.title;
		rows[i].text = words.text;
	}
	return NULL;
}

struct asking {
	struct str agency;
	int state;
	int64_t page;
	/* What follows. */
	struct str code;
};
static const char *const state_words[] = { "", "qua-han", "chua-tiep-thu", "da-tiep-thu", "da-bao-cao",
	NULL };

static bool is_wanted(struct request *rq, const struct asking *x, const struct inspection_open *open)
{
	const struct agency_scope scope = staff_scope(rq);

	if (!staff_may_at(rq, PERMISSION_INSPECTION_READ, open->unit) &&
		!staff_may_at(rq, PERMISSION_INSPECTION_READ, open->owner))
		return false;
	if (x->code.n && !scope.is_within(scope.tree, open->unit, x->code) &&
		!scope.is_within(scope.tree, open->owner, x->code))
		return false;
	if (x->state == 1)
		return open->deadline < day_of(rq->now);
	return !x->state || (int)open->state == x->state - 2;
}

must_check static const struct fault *find(
	struct request *rq, struct db *db, const struct asking *x, struct followup_view *v)
{
	const struct inspection_open *all;
	size_t all_n, n = 0;

	TRY(inspection_open_list(db, &all, &all_n)); /* the earliest deadline first, so overdue ones on top */
	struct inspection_open *mine = NEW_ARRAY(rq->a, struct inspection_open, all_n + 1);
	for (size_t i = 0; i < all_n; i++)
		if (is_wanted(rq, x, &all[i])) {
			mine[n++] = all[i];
			v->overdue += all[i].deadline < day_of(rq->now);
		}
	v->total = (int64_t)n;
	size_t first = (size_t)(x->page - 1) * LIMIT_PAGE_ROWS;
	size_t shown = first >= n ? 0 : n - first < LIMIT_PAGE_ROWS ? n - first : LIMIT_PAGE_ROWS;
	struct followup_row *rows = NEW_ARRAY(rq->a, struct followup_row, shown + 1);

	v->rows = rows;
	v->rows_n = shown;
	return shown ? followup_rows(rq, db, mine + first, shown, true, rows) : NULL;
}

static const struct choice *state_choices(struct request *rq, int chosen, size_t *n)
{
	struct choice *list = NEW_ARRAY(rq->a, struct choice, COUNT(state_words));

	for (*n = 0; state_words[*n]; (*n)++) {
		int i = (int)*n;
		struct str name = i == 0   ? msg_text(rq->lang, MSG_followup_all_states)
				  : i == 1 ? msg_text(rq->lang, MSG_followup_overdue)
					   : followup_remedy_name(rq->lang, (enum inspection_remedy)(i - 2));

		list[i] = (struct choice){ str_of(state_words[i]), name, i == chosen };
	}
	return list;
}

static struct form_flaw read_agency(struct request *rq, struct asking *x)
{
	CATALOGUE held = site_catalogue(rq);
	struct agency_choice choice = site_agency(rq, held.c, x->agency);

	if (x->agency.n && choice.matches != 1)
		return (struct form_flaw){ site_agency_problem(rq, held.c, x->agency, &choice),
			S("co-quan") };
	if (choice.number)
		x->code = str_dup(rq->a, held.c->agencies.agencies[choice.number].code);
	return (struct form_flaw){ 0 };
}

static struct pager pager_of(struct request *rq, const struct asking *x, int64_t total)
{
	struct url base = url_path(S(STAFF_PATH "/kien-nghi"));

	if (x->agency.n)
		base = url_query(rq->a, base, S("co-quan"), x->agency);
	if (x->state)
		base = url_query(rq->a, base, S("trang-thai"), str_of(state_words[x->state]));
	return (struct pager){ base, S("trang"), x->page, site_pages(total) };
}

static struct reply show(struct request *rq, struct followup_view *v)
{
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_followup_title));
	struct staff s = staff_of(rq);
	struct html_out o = page_out(rq);

	v->year = civil_from_day(day_of(rq->now)).year;
	v->is_whole = staff_may_at(rq, PERMISSION_INSPECTION_READ, S(""));
	v->year_to = url_segment_int(rq->a, url_path(S("/lam-viec/kiem-tra/nam")), v->year);
	page.has_errors = v->flaw.text.n > 0;
	page.synthetic = rq->app->synthetic;
	followup_page(&o, &page, &s, v);
	return staff_reply(&o, page.has_errors);
}

struct reply recommendations_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_TEXT(struct asking, agency, "co-quan", 0,
						       LIMIT_QUERY_CHARS),
		FIELD_WORD(struct asking, state, "trang-thai", state_words),
		FIELD_INT(struct asking, page, "trang", 1, 10000) };
	struct asking x = { .page = 1 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	struct followup_view v = { .agency = x.agency };
	READER held = { 0 };

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	v.flaw = read_agency(rq, &x);
	v.states = state_choices(rq, x.state, &v.states_n);
	const struct fault *f = v.flaw.text.n ? NULL : site_reader(rq, &held);

	if (!f && !v.flaw.text.n)
		f = find(rq, held.db, &x, &v);
	if (f)
		return reply_fault(f);
	v.pager = pager_of(rq, &x, v.total);
	return show(rq, &v);
}
