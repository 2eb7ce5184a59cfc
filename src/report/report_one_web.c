/* The page of one report, and its steps. */
#include "report/report_html.h"
#include "report/report_parts_web.h"

#define F(name) RECORD_FIELD_BIT(REPORT_F_##name)

static struct str title_of(struct request *rq, const void *state)
{
	const struct report *r = state;

	return str_fmt(rq->a, "%.*s, %d", ARG(r->name), r->year);
}

/* Submission: the figures as they are now, with the prefix of the journal that they come from. */
must_check static const struct fault *freeze(
	struct request *rq, const struct report *r, struct record_event *e)
{
	CATALOGUE cat = site_catalogue(rq);
	READER held = { 0 };
	struct report_question q = { &cat.c->agencies, &cat.c->procedures,
		catalogue_agency(cat.c, r->base.agency), r->from, r->to, rq->now };
	struct report_figures f;

	TRY(site_reader(rq, &held));
	TRY(report_figures_read(held.db, &q, &f));
	report_put_figures(rq->a, &f, e);
	return NULL;
}

must_check static const struct fault *complete(struct request *rq, const void *state, struct record_event *e)
{
	const struct report *r = state;

	if (e->verb == REPORT_SUBMIT && rq->now >= instant_at(r->from, 0))
		return freeze(rq, r, e);
	return NULL;
}

/* The newest submission is what is decided on; another one may come while the form is open. */
must_check static const struct fault *prefill(struct request *rq, const void *state, struct record_event *e)
{
	const struct report *r = state;

	if (e->verb == REPORT_ACCEPT || e->verb == REPORT_RETURN)
		e->values[REPORT_F_VERSION] = str_fmt(rq->a, "%d", r->versions_n);
	return NULL;
}

static struct str section_name(struct request *rq, const struct outline *o, int section)
{
	const struct outline_section *s = &o->sections[section - 1];

	return str_fmt(rq->a, "%.*s. %.*s", ARG(s->mark), ARG(msg_text(rq->lang, s->title)));
}

static const struct choice *choices(
	struct request *rq, const void *state, const struct record_event *e, int field, size_t *n)
{
	const struct report *r = state;
	struct choice *list;
	size_t count = 0;

	*n = 0;
	if (field == REPORT_F_VERSION && r) {
		list = NEW_ARRAY(rq->a, struct choice, LIMIT_REPORT_VERSIONS);
		for (int v = r->versions_n; v >= 1; v--) {
			struct str number = str_fmt(rq->a, "%d", v);
			struct buf name = { .a = rq->a };

			msg_report_web_version_at(&name, rq->lang, v, r->versions[v - 1].at);
			list[count++] = (struct choice){ number, buf_str(&name),
				str_eq(number, e->values[REPORT_F_VERSION]) };
		}
		*n = count;
		return list;
	}
	if (field != REPORT_F_SECTION || !r)
		return NULL;
	list = NEW_ARRAY(rq->a, struct choice, LIMIT_REPORT_SECTIONS + 1);
	list[count++] = (struct choice){ S(""), msg_text(rq->lang, MSG_report_web_whole), false };
	for (int s = 1; s <= r->outline->n; s++) {
		struct str number = str_fmt(rq->a, "%d", s);

		list[count++] = (struct choice){ number, section_name(rq, r->outline, s),
			str_eq(number, e->values[REPORT_F_SECTION]) };
	}
	*n = count;
	return list;
}

#define SET_BY_PROGRAM \
	(F(JOURNAL_SIZE) | F(JOURNAL_ROOT) | ((RECORD_FIELD_BIT(REPORT_FIGURE_N) - 1) << REPORT_F_FIGURES))
const struct record_web report_web = { .type = &report_type,
	.path = REPORT_PATH,
	.agency_field = RECORD_NO_FIELD,
	.set_by_program = SET_BY_PROGRAM,
	.hidden_verbs = 1u << REPORT_OPEN | 1u << REPORT_WRITE,
	.title = title_of,
	.choices = choices,
	.prefill = prefill,
	.complete = complete };
static struct str reminder_title(struct request *rq, const void *state)
{
	(void)rq;
	return ((const struct reminder *)state)->name;
}
const struct record_web reminder_web = { .type = &reminder_type,
	.path = REPORT_PATH "/don-doc",
	.agency_field = RECORD_NO_FIELD,
	.title = reminder_title };

const struct fault *report_agency(struct request *rq, struct str *agency, bool *found)
{
	return record_agency(rq, &report_web, agency, found);
}

struct reply report_step_get(struct request *rq)
{
	return record_step_get(rq, &report_web);
}

struct reply report_step_post(struct request *rq)
{
	return record_step_post(rq, &report_web);
}

bool report_can_write(struct request *rq, const struct report *r)
{
	if (!(report_kind.verbs[REPORT_WRITE].from >> r->base.state & 1))
		return false;
	return report_writer(rq, r->base.agency, r->consolidated).role != ROLE_NOBODY;
}

/* A figure's dossiers, on the page of the figures. */
static struct url dossiers_of(struct request *rq, const struct report *r, enum report_figure figure)
{
	static const enum figure_cell cells[REPORT_FIGURE_N] = { [REPORT_FIGURE_RECEIVED] = CELL_RECEIVED,
		[REPORT_FIGURE_NEW] = CELL_NEW,
		[REPORT_FIGURE_NEW_ONLINE] = CELL_NEW_ONLINE,
		[REPORT_FIGURE_CARRIED_OVER] = CELL_CARRIED_OVER,
		[REPORT_FIGURE_RESOLVED] = CELL_RESOLVED,
		[REPORT_FIGURE_EARLY] = CELL_RESOLVED_EARLY,
		[REPORT_FIGURE_ON_TIME] = CELL_RESOLVED_ON_TIME,
		[REPORT_FIGURE_ENDED_LATE] = CELL_RESOLVED_LATE,
		[REPORT_FIGURE_NO_DEADLINE] = CELL_RESOLVED_NO_DEADLINE,
		[REPORT_FIGURE_IN_PROGRESS] = CELL_IN_PROGRESS,
		[REPORT_FIGURE_OVERDUE] = CELL_OVERDUE };
	struct url u = url_path(S("/so-lieu/ho-so"));

	if (figure >= REPORT_FIGURE_PROCEDURES)
		return (struct url){ { 0 } };
	u = url_query(rq->a, u, S("co-quan"), r->base.agency);
	u = url_query(rq->a, u, S("tu"), fmt_day(rq->a, r->from));
	u = url_query(rq->a, u, S("den"), fmt_day(rq->a, r->to));
	return url_query(rq->a, u, S("chi-tieu"), figure_cell_name(cells[figure]));
}

const struct figure_line *figure_lines(
	struct request *rq, const struct report *r, const struct report_figures *f, unsigned set, size_t *n)
{
	struct figure_line *lines = NEW_ARRAY(rq->a, struct figure_line, REPORT_FIGURE_N);
	size_t count = 0;

	for (int i = 0; i < REPORT_FIGURE_N; i++)
		if (set >> i & 1)
			lines[count++] = (struct figure_line){
				msg_text(rq->lang, report_figure_label((enum report_figure)i)), f->n[i],
				f->n[i] ? dossiers_of(rq, r, (enum report_figure)i) : (struct url){ { 0 } }
			};
	*n = count;
	return lines;
}

/* The page under work. now: the report as it is; then: as the version shown had it. */
struct making {
	struct request *rq;
	const struct catalogue *c;
	const struct report *now, *then;
	struct record_story story;
	struct report_view *v;
};

static void fill_sections(struct making *m)
{
	const struct outline *o = m->now->outline;
	struct section_view *list = NEW_ARRAY(m->rq->a, struct section_view, o->n);
	bool writes = m->then == m->now && report_can_write(m->rq, m->now);
	struct url base = url_segment(m->rq->a, report_url(m->rq->a, m->now->base.number), S("muc"));

	for (int i = 0; i < o->n; i++) {
		const struct outline_section *s = &o->sections[i];

		list[i] = (struct section_view){ .mark = s->mark,
			.title = msg_text(m->rq->lang, s->title),
			.text = m->then->sections[i],
			.needed = s->needed,
			.is_below = str_find_char(s->mark, '.') < s->mark.n,
			.write = writes ? url_segment_int(m->rq->a, base, i + 1) : (struct url){ { 0 } } };
		if (s->group.n) {
			list[i].group_mark = s->group;
			list[i].group_title = msg_text(m->rq->lang, s->group_title);
		}
	}
	m->v->sections = list;
	m->v->sections_n = (size_t)o->n;
}

static void fill_versions(struct making *m)
{
	static const enum msg fates[] = { [FATE_WAITING] = MSG_report_web_fate_waiting,
		[FATE_RETURNED] = MSG_report_is_returned,
		[FATE_ACCEPTED] = MSG_report_is_accepted };
	static const enum tone tones[] = {
		[FATE_WAITING] = TONE_INFO, [FATE_RETURNED] = TONE_WARN, [FATE_ACCEPTED] = TONE_GOOD
	};
	struct version_line *list = NEW_ARRAY(m->rq->a, struct version_line, m->now->versions_n + 1);

	for (int i = 0; i < m->now->versions_n; i++) {
		const struct report_version *x = &m->now->versions[i];

		list[i] = (struct version_line){ .number = i + 1,
			.at = x->at,
			.to = url_query_int(
				m->rq->a, report_url(m->rq->a, m->now->base.number), S("lan"), i + 1),
			.fate = msg_text(m->rq->lang, fates[x->fate]),
			.reason = x->reason,
			.tone = tones[x->fate],
			.here = m->v->version == i + 1 };
	}
	m->v->versions = list;
	m->v->versions_n = (size_t)m->now->versions_n;
}

static void fill_amendments(struct making *m)
{
	struct amendment_line *list = NEW_ARRAY(m->rq->a, struct amendment_line, m->now->amendments_n + 1);

	for (int i = 0; i < m->now->amendments_n; i++) {
		const struct report_amendment *x = &m->now->amendments[i];

		list[i] = (struct amendment_line){ x->at,
			x->section ? section_name(m->rq, m->now->outline, x->section)
				   : msg_text(m->rq->lang, MSG_report_web_whole),
			x->text };
	}
	m->v->amendments = list;
	m->v->amendments_n = (size_t)m->now->amendments_n;
}

/* Frozen ones of the version shown; before that those of this moment. */
must_check static const struct fault *fill_figures(struct making *m)
{
	struct report_view *v = m->v;
	struct report_figures f = { 0 };
	READER held = { 0 };

	v->is_frozen = v->version > 0;
	if (v->is_frozen) {
		f = m->now->versions[v->version - 1].figures;
	} else {
		struct report_question q = { &m->c->agencies, &m->c->procedures,
			catalogue_agency(m->c, m->now->base.agency), m->now->from, m->now->to, m->rq->now };

		if (m->rq->now < instant_at(m->now->from, 0))
			return NULL;
		TRY(site_reader(m->rq, &held));
		TRY(report_figures_read(held.db, &q, &f));
	}
	v->figures = figure_lines(m->rq, m->now, &f, (1u << REPORT_FIGURE_N) - 1, &v->figures_n);
	v->journal_size = f.journal_size;
	v->journal_root = f.journal_root;
	v->has_services = f.n[REPORT_FIGURE_OFFERED] > 0;
	v->online = (struct share){ f.n[REPORT_FIGURE_USED], f.n[REPORT_FIGURE_OFFERED] };
	v->target_met = report_online_target_met(&f);
	return NULL;
}

static void fill_papers(struct making *m)
{
	struct url u = url_segment(m->rq->a, report_url(m->rq->a, m->now->base.number), S("van-ban"));

	if (!m->now->versions_n)
		return;
	u = url_query_int(m->rq->a, u, S("lan"), m->v->version ? m->v->version : m->now->versions_n);
	m->v->pdf = u;
	m->v->odt = url_query(m->rq->a, u, S("dang"), S("odt"));
}

/* Only steps that the law lets this person take. */
static void fill_steps(struct making *m)
{
	struct record_link *list = NEW_ARRAY(m->rq->a, struct record_link, REPORT_VERBS);
	bool writes = report_writer(m->rq, m->now->base.agency, m->now->consolidated).role != ROLE_NOBODY;

	for (int verb = REPORT_SUBMIT; verb < REPORT_VERBS; verb++) {
		bool of_writer = verb == REPORT_SUBMIT || verb == REPORT_AMEND;
		struct url to;

		if (record_can(m->rq, &report_web, m->now, verb, &to) && (writes || !of_writer))
			list[m->v->steps_n++] =
				(struct record_link){ msg_text(m->rq->lang, report_kind.verbs[verb].label),
					to };
	}
	m->v->steps = list;
}

static void fill_head(struct making *m)
{
	const struct report *r = m->now;
	int agency = catalogue_agency(m->c, r->base.agency);
	struct obligation o = { .agency = agency, .to = r->to, .due = r->due };
	struct punctuality p = obligation_punctuality(
		&o, report_first_day(r), day_of(m->rq->now), catalogue_calendar(m->c, agency));
	struct report_view *v = m->v;

	v->agency = agency_name_of(m->rq, m->c, agency);
	v->name = r->name;
	v->year = r->year;
	v->from = r->from;
	v->to = r->to;
	v->due = r->due;
	v->first = report_first_day(r);
	v->state = msg_text(m->rq->lang, report_kind.states[r->base.state].name);
	v->state_tone = report_state_tone((enum report_state)r->base.state);
	v->standing = standing_text(m->rq->a, m->rq->lang, &p);
	v->note = standing_note(m->rq->a, m->rq->lang, &p);
	v->tone = standing_tone(p.standing);
	v->outline_unverified = !r->outline->verified;
}

must_check static const struct fault *fill(
	struct request *rq, int64_t version, struct report_view *v, bool *found)
{
	CATALOGUE cat = site_catalogue(rq);
	struct making m = { .rq = rq, .c = cat.c, .v = v };
	void *state;

	TRY(record_open(rq, &report_web, &state, &m.story));
	m.now = m.then = state;
	*found = state && version <= m.now->versions_n;
	if (!*found)
		return NULL;
	/* What was submitted is shown as it was, until somebody writes again. */
	bool drafts = m.now->base.state == REPORT_DRAFT || m.now->base.state == REPORT_RETURNED;

	v->version = version ? (int)version : drafts ? 0 : m.now->versions_n;
	if (v->version) {
		struct record_story then = m.story;

		then.n = report_events_of_version(then.events, then.n, v->version);
		m.then = record_fold(rq->a, &report_type, &then);
	}
	fill_head(&m);
	fill_sections(&m);
	fill_versions(&m);
	fill_amendments(&m);
	fill_papers(&m);
	fill_steps(&m);
	v->lines = record_lines(rq, &report_web, &m.story, &v->lines_n);
	v->saved = record_notice(rq, &report_web);
	return fill_figures(&m);
}

struct reply report_get(struct request *rq)
{
	struct asked {
		int64_t version;
	} x = { 0 };
	static const struct field fields[] = { FIELD_INT(
		struct asked, version, "lan", 1, LIMIT_REPORT_VERSIONS) };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	struct report_view v = { 0 };
	bool found;

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	const struct fault *f = fill(rq, x.version, &v, &found);

	if (f)
		return reply_fault(f);
	if (!found)
		return reply_error(404, msg_text(rq->lang, MSG_record_unknown));
	struct page page = staff_page(rq, str_fmt(rq->a, "%.*s, %d", ARG(v.name), v.year));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	page.synthetic = rq->app->synthetic;
	report_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}
