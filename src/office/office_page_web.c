/* The page of one agency for everybody. */
#include "base/utf8.h"
#include "calendar/words.h"
#include "office/office_hours.h"
#include "office/office_html.h"
#include "office/office_web.h"
#include "portal/meta.h"

static struct office_link agency_link(struct request *rq, const struct catalogue *c, struct str code)
{
	if (!code.n || !catalogue_agency(c, code))
		return (struct office_link){ 0 };
	return (struct office_link){ url_segment(rq->a, url_path(S("/co-quan")), code),
		site_agency_name(rq, c, code), S("") };
}

static struct str clock_words(struct request *rq, instant t)
{
	struct buf b = { .a = rq->a };

	enum { MINUTE_S = 60 };
	add_clock_minute(&b, second_of_day(t) / MINUTE_S);
	return buf_str(&b);
}

static struct str open_words(struct request *rq, const struct office_hours *h)
{
	struct buf b = { .a = rq->a };

	if (h->open_now)
		msg_office_closes(&b, rq->lang, clock_words(rq, h->closes));
	else if (h->opens != INSTANT_NONE)
		msg_office_opens(&b, rq->lang, clock_words(rq, h->opens),
			weekday_words(rq->lang, day_of(h->opens)), day_of(h->opens));
	return buf_str(&b);
}

/* "07:30-11:30, 13:00-17:00", "Nghỉ: ngày nghỉ lễ, tết" */
static struct str hours_words(struct request *rq, const struct office_day *d)
{
	struct buf b = { .a = rq->a };
	bool weekend = d->kind == DAY_WEEKEND || d->kind == DAY_WORKING;

	for (int i = 0; i < d->hours.n; i++) {
		buf_add(&b, i ? S(", ") : S(""));
		add_clock_minute(&b, d->hours.s[i].from);
		buf_add(&b, S("–"));
		add_clock_minute(&b, d->hours.s[i].to);
	}
	if (!d->hours.n)
		buf_add(&b, msg_text(rq->lang, MSG_office_closed));
	if (d->counter || !weekend)
		buf_fmt(&b, " (%.*s)",
			ARG(d->counter ? msg_text(rq->lang, MSG_office_counter)
				       : day_reason_words(rq->lang, (enum day_reason)d->kind)));
	return buf_str(&b);
}

static const struct office_hours_row *hours_rows(struct request *rq, const struct office_day *days, int n)
{
	struct office_hours_row *rows = NEW_ARRAY(rq->a, struct office_hours_row, n + 1);

	static_assert((int)REASON_SWAP_WORK == (int)DAY_SWAP_WORK, "the first reasons are the kinds of days");
	for (int i = 0; i < n; i++) {
		struct str day = fmt_day_vi(rq->a, days[i].day);

		rows[i] = (struct office_hours_row){ .day = str_fmt(rq->a, "%.*s, %.*s",
							     ARG(weekday_words(rq->lang, days[i].day)),
							     ARG(day)),
			.hours = hours_words(rq, &days[i]),
			.today = days[i].day == day_of(rq->now),
			.closed = !days[i].hours.n };
	}
	return rows;
}

static void add_hours(struct request *rq, const struct catalogue *c, int number, struct office_page_view *v)
{
	struct office_hours h = office_hours(catalogue_calendar(c, number), rq->now);

	v->open_now = h.open_now;
	v->verified = h.verified;
	v->open_words = open_words(rq, &h);
	v->week = hours_rows(rq, h.week, OFFICE_WEEK);
	v->week_n = OFFICE_WEEK;
	v->special = hours_rows(rq, h.special, h.special_n);
	v->special_n = (size_t)h.special_n;
}

static void add_procedures(struct request *rq, const struct catalogue *c, struct office_page_view *v)
{
	struct office_link *list = NEW_ARRAY(rq->a, struct office_link, LIMIT_OFFICE_PROCEDURES);

	for (int i = 1; i <= c->procedures.n; i++) {
		const struct procedure_version *p =
			procedure_on(&c->procedures, i, day_of(rq->now), KNOWN_NOW);

		if (!p || !str_eq(p->agency, v->code))
			continue;
		v->procedure_total++;
		if (v->procedures_n < LIMIT_OFFICE_PROCEDURES)
			list[v->procedures_n++] =
				(struct office_link){ url_segment(rq->a, url_path(S("/thu-tuc")), p->code),
					p->name, S("") };
	}
	v->procedures = list;
	v->all_procedures = url_query(rq->a, url_path(S("/thu-tuc")), S("co-quan"), v->code);
}

static void add_below(struct request *rq, const struct catalogue *c, struct office_page_view *v)
{
	struct office_link *list = NEW_ARRAY(rq->a, struct office_link, c->agencies.n + 1);

	for (int i = 1; i <= c->agencies.n; i++) {
		const struct agency_version *b = agency_on(&c->agencies, i, day_of(rq->now), KNOWN_NOW);

		if (b && str_eq(b->parent, v->code))
			list[v->below_n++] = agency_link(rq, c, b->code);
	}
	v->below = list;
}

must_check static const struct fault *add_contact(struct request *rq, struct office_page_view *v)
{
	READER reader = { 0 };
	bool found;

	TRY(site_reader(rq, &reader));
	TRY(contact_of(reader.db, v->code, &v->contact, &found));
	v->has_contact = found && v->contact.is_valid;
	if (!v->has_contact)
		return NULL;
	v->phone = phone_text(rq->a, v->contact.phone);
	v->phone_to = url_phone(rq->a, v->contact.phone);
	v->email_to = url_mail(rq->a, v->contact.email);
	v->website_fits = url_external(v->contact.website, &v->website_to);
	return NULL;
}

static struct str level_name(enum lang lang, enum agency_level level)
{
	static const enum msg names[AGENCY_LEVEL_N] = { [LEVEL_MINISTRY] = MSG_office_level_ministry,
		[LEVEL_PROVINCE] = MSG_office_level_province,
		[LEVEL_DISTRICT] = MSG_office_level_district,
		[LEVEL_COMMUNE] = MSG_office_level_commune };

	return msg_text(lang, names[level]);
}

/* What the page shows, in the words of schema.org. */
static void link_data(struct request *rq, struct page *page, const struct office_page_view *v)
{
	const struct linked_agency a = { .name = v->name,
		.phone = v->phone,
		.email = v->contact.is_valid ? v->contact.email : S(""),
		.street = v->contact.is_valid ? v->contact.address : S(""),
		.page = url_segment(rq->a, url_path(S("/co-quan")), v->code),
		.parent = v->parent.name };

	page_linked(page, linked_agency(rq->a, page, &a));
}

static struct reply unknown(struct request *rq, struct str code)
{
	struct buf why = { .a = rq->a };

	msg_office_unknown(&why, rq->lang, utf8_clip(code, LIMIT_CODE_CHARS));
	return reply_error(404, buf_str(&why));
}

struct reply office_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	const struct catalogue *c = held.c;
	daynum today = day_of(rq->now);
	int number = catalogue_agency(c, request_param(rq, "code"));
	const struct agency_version *a =
		number ? agency_described(&c->agencies, number, today, KNOWN_NOW) : NULL;
	struct html_out o = page_out(rq);

	if (!a)
		return unknown(rq, request_param(rq, "code"));
	struct office_page_view v = { .name = a->name,
		.code = a->code,
		.level = level_name(rq->lang, a->level),
		.parent = agency_link(rq, c, a->parent),
		.successor = agency_link(rq, c, a->successor),
		.ended = agency_on(&c->agencies, number, today, KNOWN_NOW) ? DAYNUM_NONE : a->valid.to,
		.figures = url_query(rq->a, url_path(S("/so-lieu")), S("co-quan"), a->code) };
	struct page page = site_page(rq, c, NAV_NONE, v.name);
	const struct fault *f = add_contact(rq, &v);

	if (f)
		return reply_fault(f);
	add_hours(rq, c, number, &v);
	add_procedures(rq, c, &v);
	add_below(rq, c, &v);
	page.synthetic = rq->app->synthetic && str_eq(a->kind, S("gia_dinh"));
	page.description = v.contact.is_valid ? v.contact.address : S("");
	page_crumb(&page, rq->lang, msg_text(rq->lang, MSG_office_title), url_path(S("/co-quan")));
	link_data(rq, &page, &v);
	office_page(&o, &page, &v);
	return page_reply(&o);
}
