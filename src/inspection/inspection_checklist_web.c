#include "inspection/checklist_html.h"
#include "inspection/inspection_checklist_parts_web.h"

static bool number_of(struct request *rq, int64_t *number)
{
	return str_int(request_param(rq, "number"), number) && *number > 0;
}

const struct fault *checklist_agency(struct request *rq, struct str *agency, bool *found)
{
	READER held = { 0 };
	struct record_row row;
	int64_t number;

	*found = false;
	if (!number_of(rq, &number))
		return NULL;
	TRY(site_reader(rq, &held));
	TRY(record_find(held.db, &inspection_kind, number, &row, found));
	if (*found)
		*agency = row.agency;
	return NULL;
}

const struct fault *checklist_open(struct request *rq, struct checklist_page *out)
{
	CATALOGUE cat = site_catalogue(rq);
	READER held = { 0 };
	struct record_story story;
	int64_t number;
	void *state = NULL;

	*out = (struct checklist_page){ 0 };
	TRY(site_reader(rq, &held));
	if (number_of(rq, &number))
		TRY(record_load(held.db, &inspection_type, number, &state, &story));
	if (!state)
		return NULL;
	out->x = state;
	TRY(checklist_load(rq->a, &out->list));
	return checklist_gather(held.db, cat.c, out->x, rq->now, &out->facts);
}

struct url checklist_url(struct request *rq, const struct inspection *x)
{
	struct url u = url_segment_int(rq->a, url_path(S("/lam-viec/kiem-tra")), x->base.number);

	return url_segment(rq->a, u, S("tieu-chi"));
}

struct str checklist_points_text(struct request *rq, int64_t hundredths)
{
	struct str text = record_points_text(rq->a, hundredths);
	struct buf b = { .a = rq->a };

	for (size_t i = 0; i < text.n; i++)
		buf_char(&b, rq->lang == LANG_VI && text.p[i] == '.' ? ',' : text.p[i]);
	return buf_str(&b);
}

bool checklist_can_record(struct request *rq, const struct inspection *x)
{
	const struct record_verb *v = &inspection_kind.verbs[INSPECTION_DO_ANSWER];

	return (v->from >> x->base.state & 1) &&
	       staff_may_at(rq, PERMISSION_INSPECTION_CHANGE, x->base.agency) &&
	       staff_role_at(rq, v->roles, x->base.agency) != ROLE_NOBODY;
}

/* Red is for what is overdue or wrong: a criterion that is not met is a warning. */
static struct checklist_tag tag_of_data(enum lang lang, enum checklist_says says)
{
	static const struct {
		enum msg words;
		enum tone tone;
	} tags[] = { [CHECKLIST_UNKNOWN] = { MSG_checklist_says_unknown, TONE_PLAIN },
		[CHECKLIST_YES] = { MSG_checklist_says_yes, TONE_GOOD },
		[CHECKLIST_PARTLY] = { MSG_checklist_says_partly, TONE_WARN },
		[CHECKLIST_NO] = { MSG_checklist_says_no, TONE_WARN },
		[CHECKLIST_NOT_APPLICABLE] = { MSG_checklist_says_not_applicable, TONE_PLAIN } };

	return (struct checklist_tag){ msg_text(lang, tags[says].words), tags[says].tone };
}

static struct checklist_tag tag_of_answer(enum lang lang, enum inspection_answer answer)
{
	static const enum tone tones[] = { [INSPECTION_YES] = TONE_GOOD,
		[INSPECTION_PARTLY] = TONE_WARN,
		[INSPECTION_NO] = TONE_WARN,
		[INSPECTION_NOT_APPLICABLE] = TONE_PLAIN };

	return (struct checklist_tag){ msg_text(lang, inspection_answers[answer].name), tones[answer] };
}

struct checklist_row checklist_row_of(
	struct request *rq, const struct checklist_page *p, const struct checklist_criterion *c)
{
	const struct inspection_criterion *answer = checklist_answer(p->x, c->code);
	struct checklist_reply reply = checklist_reply(rq->a, rq->lang, c->code, &p->facts);
	struct checklist_row row = { .criterion = c,
		.says = tag_of_data(rq->lang, reply.says),
		.why = reply.why,
		.most = checklist_points_text(rq, c->points) };

	if (!answer)
		return row;
	row.answer = tag_of_answer(rq->lang, answer->answer);
	row.points = checklist_points_text(rq, answer->points);
	row.text = answer->text;
	row.evidence = answer->evidence;
	return row;
}

static struct str points_of(struct request *rq, const struct checklist_sum *s)
{
	struct buf b = { .a = rq->a };

	msg_checklist_points_of(
		&b, rq->lang, checklist_points_text(rq, s->given), checklist_points_text(rq, s->most));
	return buf_str(&b);
}

static struct checklist_area_view area_of(struct request *rq, const struct checklist_page *p, int area)
{
	struct checklist_sum sum = checklist_sum(&p->list, area, p->x);
	struct checklist_row *rows = NEW_ARRAY(rq->a, struct checklist_row, sum.criteria + 1);
	struct checklist_area_view v = { .id = inspection_areas[area].text,
		.name = msg_text(rq->lang, inspection_areas[area].name),
		.points = points_of(rq, &sum),
		.sum = sum,
		.rows = rows };

	for (int i = 0; i < p->list.n; i++)
		if (p->list.list[i].area == area)
			rows[v.rows_n++] = checklist_row_of(rq, p, &p->list.list[i]);
	if (checklist_can_record(rq, p->x))
		v.record = url_query(rq->a, checklist_url(rq, p->x), S("ghi"), v.id);
	return v;
}

static struct reply show(struct request *rq, const struct checklist_page *p, int64_t saved)
{
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_checklist_title));
	struct staff s = staff_of(rq);
	struct html_out o = page_out(rq);
	struct buf notice = { .a = rq->a };
	struct checklist_view v = { .title = p->x->title,
		.back = url_segment_int(rq->a, url_path(S("/lam-viec/kiem-tra")), p->x->base.number),
		.is_frozen = p->x->begun_at != INSTANT_NONE,
		.total = checklist_sum(&p->list, -1, p->x) };

	v.total_points = points_of(rq, &v.total);
	for (int i = 0; i < INSPECTION_AREAS; i++)
		if (checklist_sum(&p->list, i, p->x).criteria)
			v.areas[v.areas_n++] = area_of(rq, p, i);
	if (saved > 0)
		msg_checklist_saved(&notice, rq->lang, saved);
	else if (!saved)
		buf_add(&notice, msg_text(rq->lang, MSG_checklist_nothing_changed));
	v.notice = buf_str(&notice);
	page.synthetic = rq->app->synthetic;
	checklist_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}

/* -1: none of that name that has criteria. */
static int area_named(const struct checklist *c, struct str name)
{
	for (int i = 0; i < c->n; i++)
		if (str_eq(inspection_areas[c->list[i].area].text, name))
			return c->list[i].area;
	return -1;
}

struct asked {
	struct str area;
	int64_t saved;
};
static const struct field fields[] = { FIELD_CODE(struct asked, area, "ghi", 0),
	FIELD_INT(struct asked, saved, "da-ghi", 0, INSPECTION_ANSWERS) };

struct reply checklist_get(struct request *rq)
{
	struct asked asked = { .saved = -1 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &asked);
	struct checklist_page p;
	const struct fault *f;

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	if ((f = checklist_open(rq, &p)))
		return reply_fault(f);
	if (!p.x)
		return reply_error(404, msg_text(rq->lang, MSG_record_unknown));
	if (!asked.area.n)
		return show(rq, &p, asked.saved);
	int area = area_named(&p.list, asked.area);

	return area < 0 ? reply_error(404, S("")) : checklist_form_get(rq, &p, area);
}

struct reply checklist_post(struct request *rq)
{
	struct asked asked = { 0 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &asked);
	struct checklist_page p;
	const struct fault *f;

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	if ((f = checklist_open(rq, &p)))
		return reply_fault(f);
	if (!p.x)
		return reply_error(404, msg_text(rq->lang, MSG_record_unknown));
	int area = area_named(&p.list, asked.area);

	return area < 0 ? reply_error(404, S("")) : checklist_form_post(rq, &p, area);
}
