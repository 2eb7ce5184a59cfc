/* Contacts for those who edit them: a list, the page of one, its steps. */
#include "office/office_html.h"
#include "office/office_web.h"
#include "record/record_web.h"
#include "search/fold.h"

enum { MAX_PAGE = 100000 };

static struct str title_of(struct request *rq, const void *state)
{
	const struct contact *c = state;
	CATALOGUE held = site_catalogue(rq);
	struct buf b = { .a = rq->a };

	msg_office_staff_of(&b, rq->lang, site_agency_name(rq, held.c, c->base.agency));
	return buf_str(&b);
}

static const struct fault *prefill(struct request *rq, const void *state, struct record_event *e)
{
	const struct contact *c = state;

	if (!c || e->verb != CONTACT_CHANGE)
		return NULL;
	e->values[CONTACT_ADDRESS] = c->address;
	e->values[CONTACT_PHONE] = c->phone.n ? phone_text(rq->a, c->phone) : S("");
	e->values[CONTACT_EMAIL] = c->email;
	e->values[CONTACT_WEBSITE] = c->website;
	e->values[CONTACT_NOTE] = c->note;
	return NULL;
}

/* The journal has numbers in one spelling. What is none is left as typed: the law refuses it at its field. */
static const struct fault *complete(struct request *rq, const void *state, struct record_event *e)
{
	struct str phone;

	(void)state;
	if (e->values[CONTACT_PHONE].n && phone_from(rq->a, e->values[CONTACT_PHONE], &phone))
		e->values[CONTACT_PHONE] = phone;
	return NULL;
}

static const struct record_web web = { .type = &contact_type,
	.path = CONTACTS_PATH,
	.agency_field = CONTACT_AGENCY,
	.title = title_of,
	.prefill = prefill,
	.complete = complete };

const struct fault *contact_agency(struct request *rq, struct str *agency, bool *found)
{
	return record_agency(rq, &web, agency, found);
}

struct reply contact_new_get(struct request *rq)
{
	return record_new_get(rq, &web);
}

struct reply contact_new_post(struct request *rq)
{
	return record_new_post(rq, &web);
}

struct reply contact_step_get(struct request *rq)
{
	return record_step_get(rq, &web);
}

struct reply contact_step_post(struct request *rq)
{
	return record_step_post(rq, &web);
}

static enum tone tone_of(bool given, bool valid)
{
	if (!given)
		return TONE_WAIT;
	return valid ? TONE_GOOD : TONE_PLAIN;
}

struct reply contact_get(struct request *rq)
{
	struct record_story story = { 0 };
	void *state;
	const struct fault *f = record_open(rq, &web, &state, &story);
	const struct contact *c = state;
	struct staff s = staff_of(rq);
	struct html_out o = page_out(rq);

	if (f)
		return reply_fault(f);
	if (!c)
		return reply_error(404, S(""));
	struct office_staff_view v = { .title = title_of(rq, c),
		.notice = record_notice(rq, &web),
		.state = msg_text(rq->lang, contact_kind.states[c->base.state].name),
		.tone = tone_of(true, c->base.state == CONTACT_VALID),
		.address = c->address,
		.phone = phone_text(rq->a, c->phone),
		.email = c->email,
		.website = c->website,
		.note = c->note,
		.page = url_segment(rq->a, url_path(S("/co-quan")), c->base.agency) };
	struct page page = staff_page(rq, v.title);

	v.links = record_links(rq, &web, c, &v.links_n);
	v.history = record_lines(rq, &web, &story, &v.history_n);
	office_staff_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}

struct list_form {
	struct str query;
	int64_t page;
};
struct listing {
	struct request *rq;
	const struct catalogue *c;
	struct list_form x;
	struct str folded;
	const struct contact_row *rows;
	size_t n;
	struct office_staff_row *out;
	struct office_staff_list_view *v;
};

/* In force today, within the reach of whoever asks, and what was asked for. */
static bool is_wanted(const struct listing *l, int number)
{
	struct str code = l->c->agencies.agencies[number].code;

	if (!agency_on(&l->c->agencies, number, day_of(l->rq->now), KNOWN_NOW))
		return false;
	if (l->folded.n && str_find(l->c->agency_names[number], l->folded) == l->c->agency_names[number].n &&
		!str_eq(code, l->x.query))
		return false;
	return staff_may_at(l->rq, PERMISSION_CONTACT_READ, code);
}

static struct office_staff_row show(const struct listing *l, int number)
{
	struct arena *a = l->rq->a;
	struct str code = str_dup(a, l->c->agencies.agencies[number].code);
	const struct contact_row *r = contact_find(l->rows, l->n, code);
	struct office_staff_row row = { .name = str_dup(a, site_agency_name(l->rq, l->c, code)),
		.code = code,
		.given = r != NULL,
		.tone = tone_of(r != NULL, r && r->is_valid),
		.page = url_segment(a, url_path(S("/co-quan")), code) };

	if (r) {
		row.to = record_url(a, &web, r->record);
		row.address = r->is_valid ? r->address : S("");
		row.phone = r->is_valid ? phone_text(a, r->phone) : S("");
		row.state = msg_text(l->rq->lang, r->is_valid ? MSG_office_s_valid : MSG_office_s_withdrawn);
	} else {
		row.to = url_query(a, url_path(S(CONTACTS_PATH "/" RECORD_NEW_SEGMENT)), S("agency"), code);
		row.state = msg_text(l->rq->lang, MSG_office_staff_none);
	}
	return row;
}

must_check static const struct fault *fill(struct listing *l)
{
	READER reader = { 0 };
	int64_t first = (l->x.page - 1) * LIMIT_PAGE_ROWS;

	TRY(site_reader(l->rq, &reader));
	TRY(contact_list(reader.db, &l->rows, &l->n));
	for (int i = 1; i <= l->c->agencies.n; i++)
		if (is_wanted(l, i) && l->v->total++ >= first && l->v->rows_n < LIMIT_PAGE_ROWS)
			l->out[l->v->rows_n++] = show(l, i);
	return NULL;
}

struct reply contacts_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_TEXT(struct list_form, query, "q", 0, LIMIT_QUERY_CHARS),
		FIELD_INT(struct list_form, page, "trang", 1, MAX_PAGE) };
	CATALOGUE held = site_catalogue(rq);
	struct office_staff_list_view v = { 0 };
	struct listing l = { .rq = rq, .c = held.c, .x = { .page = 1 }, .v = &v };
	struct form form = form_read_query(rq, fields, COUNT(fields), &l.x);
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_office_staff_menu));
	struct staff s = staff_of(rq);
	struct html_out o = page_out(rq);

	if (form.unreadable)
		return reply_error(400, S(""));
	l.folded = fold(rq->a, l.x.query);
	l.out = NEW_ARRAY(rq->a, struct office_staff_row, LIMIT_PAGE_ROWS);
	const struct fault *f = fill(&l);

	if (f)
		return reply_fault(f);
	struct url base = url_path(S(CONTACTS_PATH));

	v.query = l.x.query;
	v.rows = l.out;
	v.pager = (struct pager){ l.x.query.n ? url_query(rq->a, base, S("q"), l.x.query) : base, S("trang"),
		l.x.page, site_pages(v.total) };
	office_staff_list_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}
