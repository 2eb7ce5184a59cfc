/* Beginning a report, and writing a section beside what the system knows. */
#include "report/report_html.h"
#include "report/report_parts_web.h"

/* The accepted reports that a consolidated one is made from: of the same series and days. */
struct sources {
	const struct report *const *reports;
	const struct str *names;
	size_t n;
};

must_check static const struct fault *read_sources(struct request *rq, const struct catalogue *c,
	struct db *db, const struct obligation *o, struct sources *out)
{
	const struct report_filed *filed;
	size_t n, count = 0;

	TRY(report_filed_in(db, o->year, o->year, &filed, &n));
	const struct report **reports = NEW_ARRAY(rq->a, const struct report *, n + 1);
	struct str *names = NEW_ARRAY(rq->a, struct str, n + 1);

	for (size_t i = 0; i < n; i++) {
		struct record_story story;
		void *state;

		if (filed[i].state != REPORT_ACCEPTED || filed[i].from != o->from || filed[i].to != o->to ||
			!str_eq(filed[i].series, o->regime->series) || filed[i].consolidated)
			continue;
		TRY(record_load(db, &report_type, filed[i].number, &state, &story));
		names[count] = site_agency_name(rq, c, filed[i].agency);
		reports[count++] = state;
	}
	*out = (struct sources){ reports, names, count };
	return NULL;
}

must_check static const struct fault *figures_now(struct request *rq, const struct catalogue *c,
	struct db *db, const struct obligation *o, struct report_figures *f)
{
	struct report_question q = { &c->agencies, &c->procedures, o->agency, o->from, o->to, rq->now };

	*f = (struct report_figures){ 0 };
	return rq->now < instant_at(o->from, 0) ? NULL : report_figures_read(db, &q, f);
}

/* The first text of a section: what the figures say, then what the agencies wrote, as far as there is room.
 */
static struct str first_text(struct request *rq, const struct outline_section *s, int section,
	const struct report_figures *f, const struct sources *from)
{
	struct buf b = { .a = rq->a };

	report_suggest(&b, LANG_VI, s, f);
	for (size_t i = 0; i < from->n; i++) {
		struct str text = from->reports[i]->sections[section];

		if (text.n)
			buf_fmt(&b, "%s%.*s: %.*s", b.n ? "\n\n" : "", ARG(from->names[i]), ARG(text));
	}
	return utf8_clip(buf_str(&b), LIMIT_RECORD_LINES_CHARS);
}

/* What a consolidated report begins with. */
must_check static const struct fault *first_texts(struct request *rq, const struct catalogue *c,
	struct db *db, const struct obligation *o, struct report_drafting *d)
{
	const struct outline *outline = outline_of(o->regime->outline);
	struct str *texts = NEW_ARRAY(rq->a, struct str, LIMIT_REPORT_SECTIONS);
	struct report_figures f;
	struct sources from;

	TRY(figures_now(rq, c, db, o, &f));
	TRY(read_sources(rq, c, db, o, &from));
	for (int i = 0; outline && i < outline->n; i++)
		texts[d->texts_n++] = first_text(rq, &outline->sections[i], i, &f, &from);
	d->texts = texts;
	return NULL;
}

must_check static const struct fault *begin(
	struct request *rq, struct report_drafting *d, bool *unreadable, bool *found)
{
	CATALOGUE cat = site_catalogue(rq);
	READER held = { 0 };
	const struct duty *duty;

	TRY(duty_of_form(rq, cat.c, &held, &duty, unreadable));
	*found = duty != NULL;
	if (!duty)
		return NULL;
	bool consolidated = report_is_consolidated(rq, cat.c, duty->o.agency);
	struct str agency = str_dup(rq->a, cat.c->agencies.agencies[duty->o.agency].code);
	struct staff_acting who = report_writer(rq, agency, consolidated);

	if (who.role == ROLE_NOBODY) {
		d->refusal = RECORD_REFUSED(MSG_report_not_the_writer);
		return NULL;
	}
	d->open = (struct record_event){ .verb = REPORT_OPEN,
		.agency = agency,
		.by = who.role,
		.account = who.account,
		.actor = who.name,
		.delegated = who.delegator != 0 };
	report_put_obligation(rq->a, &duty->o, &d->open);
	if (consolidated) {
		d->open.values[REPORT_F_CONSOLIDATED] = S("1");
		TRY(first_texts(rq, cat.c, held.db, &duty->o, d));
	}
	held_reader_end(&held);
	held = (struct held_reader){ 0 };
	return staff_run(rq, report_draft, d);
}

struct reply report_open_post(struct request *rq)
{
	struct report_drafting d = { 0 };
	bool unreadable = false, found = false;
	const struct fault *f = begin(rq, &d, &unreadable, &found);

	if (f)
		return reply_fault(f);
	if (unreadable || !found)
		return reply_error(unreadable ? 400 : 404, S(""));
	if (d.refusal.refused)
		return reply_error(409, msg_text(rq->lang, d.refusal.why));
	return reply_see_other(url_query(rq->a, report_url(rq->a, d.number), S("xong"), S("open")).s);
}

/* The page of one section. */
struct writing {
	struct request *rq;
	const struct catalogue *c;
	struct db *db;
	const struct report *r;
	int section; /* from 0 */
	struct write_view *v;
};

static struct obligation obligation_of_report(const struct writing *w, struct report_regime *r)
{
	*r = (struct report_regime){ .code = w->r->regime, .series = w->r->series };
	return (struct obligation){ r, catalogue_agency(w->c, w->r->base.agency), w->r->year, w->r->turn,
		w->r->from, w->r->to, w->r->due, w->r->due };
}

/* The agency's report of the period before: the one whose last day is the newest before this one's. */
must_check static const struct fault *last_text(const struct writing *w, struct beside_text *out, bool *found)
{
	const struct report_filed *filed, *best = NULL;
	struct record_story story;
	void *state;
	size_t n;

	*found = false;
	TRY(report_filed_in(w->db, w->r->year - 1, w->r->year, &filed, &n));
	for (size_t i = 0; i < n; i++)
		if (str_eq(filed[i].agency, w->r->base.agency) && str_eq(filed[i].series, w->r->series) &&
			filed[i].to < w->r->to && filed[i].versions && (!best || filed[i].to > best->to))
			best = &filed[i];
	if (!best)
		return NULL;
	TRY(record_load(w->db, &report_type, best->number, &state, &story));
	struct buf name = { .a = w->rq->a };

	msg_report_web_last_text(
		&name, w->rq->lang, str_fmt(w->rq->a, "%.*s, %d", ARG(best->name), best->year));
	*out = (struct beside_text){ buf_str(&name), ((const struct report *)state)->sections[w->section] };
	*found = out->text.n > 0;
	return NULL;
}

must_check static const struct fault *fill_beside(struct writing *w)
{
	struct report_regime regime;
	struct obligation o = obligation_of_report(w, &regime);
	struct sources from = { 0 };
	bool has_last;

	if (w->r->consolidated)
		TRY(read_sources(w->rq, w->c, w->db, &o, &from));
	struct beside_text *list = NEW_ARRAY(w->rq->a, struct beside_text, from.n + 1);

	TRY(last_text(w, &list[0], &has_last));
	w->v->beside_n = has_last;
	for (size_t i = 0; i < from.n; i++)
		if (from.reports[i]->sections[w->section].n)
			list[w->v->beside_n++] =
				(struct beside_text){ from.names[i], from.reports[i]->sections[w->section] };
	w->v->beside = list;
	return NULL;
}

must_check static const struct fault *fill_writing(struct writing *w)
{
	const struct outline_section *s = &w->r->outline->sections[w->section];
	struct write_view *v = w->v;
	struct report_regime regime;
	struct obligation o = obligation_of_report(w, &regime);
	struct report_figures f;
	struct url self = report_url(w->rq->a, w->r->base.number);
	struct buf words = { .a = w->rq->a };

	TRY(figures_now(w->rq, w->c, w->db, &o, &f));
	TRY(fill_beside(w));
	v->agency = site_agency_name(w->rq, w->c, w->r->base.agency);
	v->name = w->r->name;
	v->year = w->r->year;
	v->mark = s->mark;
	v->title = msg_text(w->rq->lang, s->title);
	v->ask = msg_text(w->rq->lang, s->ask);
	v->needed = s->needed;
	v->action = url_segment_int(w->rq->a, url_segment(w->rq->a, self, S("muc")), w->section + 1);
	v->back = self;
	v->figures = figure_lines(w->rq, w->r, &f, s->figures, &v->figures_n);
	v->from = w->r->from;
	v->to = w->r->to;
	v->as_of = w->rq->now;
	v->most = LIMIT_RECORD_LINES_CHARS;
	if (!v->text.n && !v->problem.n) {
		v->text = w->r->sections[w->section];
		report_suggest(&words, LANG_VI, s, &f);
		v->is_suggested = !v->text.n && words.n && f.journal_root.n;
		if (v->is_suggested)
			v->text = buf_str(&words);
	}
	return NULL;
}

/* The report and the section of the address; *found false when there are none. */
must_check static const struct fault *open_section(
	struct request *rq, const struct report **r, int *section, bool *found)
{
	struct record_story story;
	int64_t n = 0;
	void *state;

	TRY(record_open(rq, &report_web, &state, &story));
	*r = state;
	*found = state && str_int(request_param(rq, "section"), &n) && n >= 1 && n <= (*r)->outline->n;
	*section = (int)n - 1;
	return NULL;
}

static struct reply show(struct request *rq, const struct report *r, int section, struct write_view *v)
{
	CATALOGUE cat = site_catalogue(rq);
	READER held = { 0 };
	struct writing w = { rq, cat.c, NULL, r, section, v };
	const struct fault *f = site_reader(rq, &held);

	w.db = held.db;
	if (!f)
		f = fill_writing(&w);
	if (f)
		return reply_fault(f);
	struct page page = staff_page(rq, str_fmt(rq->a, "%.*s. %.*s", ARG(v->mark), ARG(v->title)));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	page.synthetic = rq->app->synthetic;
	page.has_errors = v->problem.n > 0;
	section_page(&o, &page, &s, v);
	return staff_reply(&o, page.has_errors);
}

struct reply report_section_get(struct request *rq)
{
	struct write_view v = { 0 };
	const struct report *r;
	int section;
	bool found;
	const struct fault *f = open_section(rq, &r, &section, &found);

	if (f)
		return reply_fault(f);
	if (!found)
		return reply_error(404, msg_text(rq->lang, MSG_record_unknown));
	if (!report_can_write(rq, r))
		return reply_error(409, msg_text(rq->lang, MSG_record_not_now));
	return show(rq, r, section, &v);
}

struct text_form {
	struct str text;
};

static struct str problem_of(struct request *rq, const struct form *form)
{
	bool too_long = form_problem_of(form, "noi-dung") == FORM_TOO_LONG;

	return msg_text(rq->lang, too_long ? MSG_record_too_long : MSG_record_bad_text);
}

/* Writes the text; *problem is what is wrong. */
must_check static const struct fault *write_text(
	struct request *rq, const struct report *r, int section, struct str text, struct str *problem)
{
	struct staff_acting who = report_writer(rq, r->base.agency, r->consolidated);
	struct record_run run = { .type = &report_type,
		.event = { .verb = REPORT_WRITE,
			.record = r->base.number,
			.by = who.role,
			.account = who.account,
			.actor = who.name,
			.delegated = who.delegator != 0 } };
	struct record_refusal bad = record_value(rq->a, &report_kind.fields[REPORT_F_TEXT], REPORT_F_TEXT,
		text, &run.event.values[REPORT_F_TEXT]);

	if (!bad.refused) {
		run.event.values[REPORT_F_SECTION] = str_fmt(rq->a, "%d", section + 1);
		TRY(staff_run(rq, record_run, &run));
		bad = run.refusal;
	}
	if (bad.refused)
		*problem = msg_text(rq->lang, bad.why);
	return NULL;
}

struct reply report_section_post(struct request *rq)
{
	static const struct field fields[] = { FIELD_LINES(
		struct text_form, text, "noi-dung", 0, LIMIT_RECORD_LINES_CHARS) };
	struct text_form x = { 0 };
	struct write_view v = { 0 };
	const struct report *r;
	int section;
	bool found;
	const struct fault *f = open_section(rq, &r, &section, &found);

	if (f)
		return reply_fault(f);
	if (!found)
		return reply_error(404, msg_text(rq->lang, MSG_record_unknown));
	struct form form = form_read_body(rq, fields, COUNT(fields), &x);

	if (form.unreadable)
		return reply_error(400, S(""));
	v.text = form_raw(&form, "noi-dung");
	if (form.error_count)
		v.problem = problem_of(rq, &form);
	else
		f = write_text(rq, r, section, x.text, &v.problem);
	if (f)
		return reply_fault(f);
	if (v.problem.n)
		return show(rq, r, section, &v);
	struct url to = url_query(rq->a, report_url(rq->a, r->base.number), S("xong"), S("write"));

	return reply_see_other(url_fragment(rq->a, to, str_fmt(rq->a, "muc-%d", section + 1)).s);
}
