/* An inspection as rows of words for its page. */
#include "inspection/inspection_view_web.h"

#define LABEL(rq, name) msg_text((rq)->lang, MSG_inspection_f_##name)

enum tone inspection_state_tone(int state)
{
	switch (state) {
	case INSPECTION_IS_SESSION: return TONE_INFO;
	case INSPECTION_IS_TEAM_SIGNED: return TONE_WAIT;
	case INSPECTION_IS_MINUTED:
	case INSPECTION_IS_CONCLUDED:
	case INSPECTION_IS_CLOSED: return TONE_GOOD;
	case INSPECTION_IS_CANCELLED: return TONE_WARN;
	default: return TONE_PLAIN;
	}
}

struct str inspection_remedy_text(enum lang lang, const struct inspection_recommendation *r, daynum today)
{
	static const enum msg words[] = { [REMEDY_OPEN] = MSG_inspection_remedy_open,
		[REMEDY_ACCEPTED] = MSG_inspection_remedy_accepted,
		[REMEDY_REPORTED] = MSG_inspection_remedy_reported,
		[REMEDY_VERIFIED] = MSG_inspection_remedy_verified,
		[REMEDY_DROPPED] = MSG_inspection_remedy_dropped };

	return msg_text(
		lang, inspection_is_overdue(r, today) ? MSG_inspection_remedy_overdue : words[r->state]);
}

enum tone inspection_remedy_tone(const struct inspection_recommendation *r, daynum today)
{
	if (inspection_is_overdue(r, today))
		return TONE_BAD;
	if (r->state == REMEDY_VERIFIED)
		return TONE_GOOD;
	return r->state == REMEDY_REPORTED ? TONE_WAIT : TONE_INFO;
}

static void add_fact(struct inspection_fact *list, size_t *n, struct str label, struct str text)
{
	if (text.n)
		list[(*n)++] = (struct inspection_fact){ label, text };
}

/* "3/TB-SNV, 04/10/2022" */
static struct str paper_text(struct request *rq, struct str number, daynum date)
{
	if (!number.n)
		return (struct str){ 0 };
	return date == DAYNUM_NONE ? number
				   : str_fmt(rq->a, "%.*s, %.*s", ARG(number), ARG(fmt_day_vi(rq->a, date)));
}

static struct str minutes_text(struct request *rq, instant from, instant to)
{
	struct buf b = { .a = rq->a };

	if (from == INSTANT_NONE)
		return (struct str){ 0 };
	add_time_lang(&b, rq->lang, from);
	buf_add(&b, S(" – "));
	add_time_lang(&b, rq->lang, to);
	return buf_str(&b);
}

static struct str signature_text(struct request *rq, const struct inspection_signature *s)
{
	struct buf b = { .a = rq->a };

	if (s->at == INSTANT_NONE)
		return (struct str){ 0 };
	buf_fmt(&b, "%.*s, %.*s, ", ARG(s->name), ARG(s->position));
	add_time_lang(&b, rq->lang, s->at);
	return buf_str(&b);
}

enum { MOST_FACTS = 24 };
static void fill_facts(struct request *rq, struct inspection_page_view *v)
{
	const struct inspection *x = v->x;
	struct inspection_fact *list = NEW_ARRAY(rq->a, struct inspection_fact, MOST_FACTS);
	size_t n = 0;

	add_fact(list, &n, LABEL(rq, unit), v->unit);
	add_fact(list, &n, LABEL(rq, method), msg_text(rq->lang, inspection_methods[x->method].name));
	add_fact(list, &n, msg_text(rq->lang, MSG_inspection_web_period),
		str_fmt(rq->a, "%.*s – %.*s", ARG(fmt_day_vi(rq->a, x->period_from)),
			ARG(fmt_day_vi(rq->a, x->period_to))));
	add_fact(list, &n, LABEL(rq, plan_number), paper_text(rq, x->plan_number, x->plan_date));
	add_fact(list, &n, msg_text(rq->lang, MSG_inspection_document_decision),
		paper_text(rq, x->decision.number, x->decision.date));
	add_fact(list, &n, msg_text(rq->lang, MSG_inspection_document_notice),
		paper_text(rq, x->notice.number, x->notice.date));
	add_fact(list, &n, msg_text(rq->lang, MSG_inspection_web_session), minutes_text(rq, x->from, x->to));
	add_fact(list, &n, LABEL(rq, place), x->place);
	add_fact(list, &n, msg_text(rq->lang, MSG_inspection_v_declare),
		paper_text(rq, x->report.number, x->report.date));
	add_fact(list, &n, msg_text(rq->lang, MSG_inspection_web_report_text), x->report_text);
	add_fact(list, &n, msg_text(rq->lang, MSG_inspection_v_sign_team),
		signature_text(rq, &x->team_signature));
	add_fact(list, &n, msg_text(rq->lang, MSG_inspection_v_sign_unit),
		signature_text(rq, &x->unit_signature));
	add_fact(list, &n, msg_text(rq->lang, MSG_inspection_web_unit_remark), x->unit_remark);
	add_fact(list, &n, msg_text(rq->lang, MSG_inspection_document_conclusion),
		paper_text(rq, x->conclusion.number, x->conclusion.date));
	add_fact(list, &n, msg_text(rq->lang, MSG_inspection_web_conclusion_text), x->conclusion_text);
	add_fact(list, &n, msg_text(rq->lang, MSG_inspection_v_cancel), x->cancelled_for);
	add_fact(list, &n, msg_text(rq->lang, MSG_inspection_v_close), x->closing_text);
	v->facts = list;
	v->facts_n = n;
}

static void fill_figures(struct request *rq, struct inspection_page_view *v)
{
	const struct inspection *x = v->x;
	struct inspection_figure_row *rows =
		NEW_ARRAY(rq->a, struct inspection_figure_row, INSPECTION_FIGURE_N);

	for (int f = 0; f < INSPECTION_FIGURE_N; f++) {
		struct inspection_figure_row r = {
			.label = msg_text(rq->lang,
				inspection_kind.fields[inspection_figure_field((enum inspection_figure)f)]
					.label),
			.declared = x->declared.known[f],
			.computed = x->computed.known[f],
			.declared_n = x->declared.n[f],
			.computed_n = x->computed.n[f],
			.differs = inspection_figure_differs(
				&x->declared, &x->computed, (enum inspection_figure)f)
		};
		if (r.declared || r.computed)
			rows[v->figures_n++] = r;
	}
	v->figures = rows;
	v->differences = inspection_differences(x);
}

static void fill_people(struct request *rq, const struct catalogue *c, struct inspection_page_view *v)
{
	const struct inspection *x = v->x;
	struct inspection_member_row *members =
		NEW_ARRAY(rq->a, struct inspection_member_row, x->members_n + 1);
	struct inspection_attendant_row *there =
		NEW_ARRAY(rq->a, struct inspection_attendant_row, x->attendants_n + 1);

	for (int i = 0; i < x->members_n; i++) {
		const struct inspection_member *m = &x->members[i];

		members[i] = (struct inspection_member_row){ m->name, m->position,
			str_dup(rq->a, site_agency_name(rq, c, m->body)),
			msg_text(rq->lang, inspection_parts[m->part].name),
			m->released ? m->reason : (struct str){ 0 } };
	}
	for (int i = 0; i < x->attendants_n; i++) {
		const struct inspection_attendant *m = &x->attendants[i];

		there[i] =
			(struct inspection_attendant_row){ msg_text(rq->lang, inspection_sides[m->side].name),
				m->name, m->position,
				m->body.n ? str_dup(rq->a, site_agency_name(rq, c, m->body)) : m->body };
	}
	v->members = members;
	v->attendants = there;
}

/* Links to the open ones among some steps, with the item in the address. */
static const struct record_link *item_links(
	struct request *rq, const struct inspection *x, const int *verbs, int field, int item, size_t *n)
{
	struct record_link *links = NEW_ARRAY(rq->a, struct record_link, INSPECTION_VERB_N);

	*n = 0;
	for (; *verbs >= 0; verbs++) {
		struct url to;

		if (!record_can(rq, &inspection_pages, x, *verbs, &to))
			continue;
		to = url_query_int(rq->a, to, inspection_kind.fields[field].name, item);
		links[(*n)++] =
			(struct record_link){ msg_text(rq->lang, inspection_kind.verbs[*verbs].label), to };
	}
	return links;
}

enum file_of { FILE_OF_STEP, FILE_OF_EXPLANATION, FILE_OF_REPORT };
static struct inspection_file_link file_link(struct request *rq, const struct inspection *x,
	const struct inspection_file *file, enum file_of whose)
{
	struct url page = record_url(rq->a, &inspection_pages, x->base.number);
	struct str name = file->name.n ? file->name : msg_text(rq->lang, MSG_inspection_web_file_unnamed);
	struct buf b = { .a = rq->a };

	if (!file->hash.n)
		return (struct inspection_file_link){ 0 };
	switch (whose) {
	case FILE_OF_STEP: msg_inspection_web_file(&b, rq->lang, name); break;
	case FILE_OF_EXPLANATION: msg_inspection_web_file_explanation(&b, rq->lang, name); break;
	case FILE_OF_REPORT: msg_inspection_web_file_report(&b, rq->lang, name); break;
	}
	return (struct inspection_file_link){ buf_str(&b),
		url_segment(rq->a, url_segment(rq->a, page, S(INSPECTION_FILE_SEGMENT)), file->hash) };
}

static void fill_findings(struct request *rq, struct inspection_page_view *v)
{
	static const int steps[] = { INSPECTION_DO_EXPLAIN, INSPECTION_DO_DROP_FINDING, -1 }, none[] = { -1 };
	static const enum tone tones[] = { [INSPECTION_MINOR] = TONE_PLAIN,
		[INSPECTION_MODERATE] = TONE_WARN,
		[INSPECTION_SERIOUS] = TONE_BAD };
	const struct inspection *x = v->x;
	struct inspection_finding_row *rows =
		NEW_ARRAY(rq->a, struct inspection_finding_row, x->findings_n + 1);

	for (int i = 0; i < x->findings_n; i++) {
		const struct inspection_finding *f = &x->findings[i];
		struct inspection_finding_row *r = &rows[i];

		*r = (struct inspection_finding_row){ .number = i + 1,
			.f = f,
			.area = msg_text(rq->lang, inspection_areas[f->area].name),
			.severity = msg_text(rq->lang, inspection_severities[f->severity].name),
			.tone = tones[f->severity],
			.file = file_link(rq, x, &f->file, FILE_OF_STEP),
			.explanation_file = file_link(rq, x, &f->explanation_file, FILE_OF_EXPLANATION) };
		r->links = item_links(
			rq, x, f->dropped ? none : steps, INSPECTION_FIELD_FINDING, i + 1, &r->links_n);
	}
	v->findings = rows;
}

/* The steps that make sense in each state of a recommendation. */
static const int *steps_of(enum inspection_remedy state)
{
	static const int open[] = { INSPECTION_DO_ACCEPT, INSPECTION_DO_REMIND, INSPECTION_DO_PROLONG,
		INSPECTION_DO_DROP_RECOMMENDATION, -1 };
	static const int accepted[] = { INSPECTION_DO_REMEDY, INSPECTION_DO_REMIND, INSPECTION_DO_PROLONG,
		INSPECTION_DO_DROP_RECOMMENDATION, -1 };
	static const int reported[] = { INSPECTION_DO_VERIFY, INSPECTION_DO_SEND_BACK, INSPECTION_DO_REMEDY,
		-1 };
	static const int none[] = { -1 };

	switch (state) {
	case REMEDY_OPEN: return open;
	case REMEDY_ACCEPTED: return accepted;
	case REMEDY_REPORTED: return reported;
	case REMEDY_VERIFIED:
	case REMEDY_DROPPED: return none;
	}
	impossible();
}

static void fill_recommendations(
	struct request *rq, const struct catalogue *c, struct inspection_page_view *v)
{
	const struct inspection *x = v->x;
	daynum today = day_of(rq->now);
	struct inspection_recommendation_row *rows =
		NEW_ARRAY(rq->a, struct inspection_recommendation_row, x->recommendations_n + 1);

	for (int i = 0; i < x->recommendations_n; i++) {
		const struct inspection_recommendation *r = &x->recommendations[i];
		struct inspection_recommendation_row *row = &rows[i];

		*row = (struct inspection_recommendation_row){ .number = i + 1,
			.r = r,
			.owner = str_dup(rq->a, site_agency_name(rq, c, r->owner)),
			.state = inspection_remedy_text(rq->lang, r, today),
			.tone = inspection_remedy_tone(r, today),
			.is_overdue = inspection_is_overdue(r, today),
			.is_open = r->state < REMEDY_VERIFIED,
			.file = file_link(rq, x, &r->file, FILE_OF_STEP) };
		row->links = item_links(
			rq, x, steps_of(r->state), INSPECTION_FIELD_RECOMMENDATION, i + 1, &row->links_n);
	}
	v->recommendations = rows;
}

static void fill_proposals(struct request *rq, struct inspection_page_view *v)
{
	static const int steps[] = { INSPECTION_DO_REPLY, -1 }, none[] = { -1 };
	const struct inspection *x = v->x;
	struct inspection_proposal_row *rows =
		NEW_ARRAY(rq->a, struct inspection_proposal_row, x->proposals_n + 1);

	for (int i = 0; i < x->proposals_n; i++) {
		const struct inspection_proposal *p = &x->proposals[i];
		struct inspection_proposal_row *r = &rows[i];

		*r = (struct inspection_proposal_row){ .number = i + 1, .p = p };
		r->links = item_links(
			rq, x, p->answered ? none : steps, INSPECTION_FIELD_PROPOSAL, i + 1, &r->links_n);
	}
	v->proposals = rows;
}

static void fill_sample(struct request *rq, struct inspection_page_view *v)
{
	static const enum tone tones[] = { [INSPECTION_IN_ORDER] = TONE_GOOD,
		[INSPECTION_FAULTY] = TONE_BAD,
		[INSPECTION_NOT_FOUND] = TONE_WARN };
	const struct inspection *x = v->x;
	struct inspection_check_row *rows = NEW_ARRAY(rq->a, struct inspection_check_row, x->checks_n + 1);
	struct url page = record_url(rq->a, &inspection_pages, x->base.number), step;
	bool may = record_can(rq, &inspection_pages, x, INSPECTION_DO_CHECK, &step);

	for (int i = 0; i < x->checks_n; i++) {
		const struct inspection_check *k = &x->checks[i];

		rows[i] = (struct inspection_check_row){ .code = k->dossier,
			.c = k,
			.may_check = may,
			.to = url_segment(rq->a, url_segment(rq->a, page, S("ho-so")), k->dossier),
			.step = url_query(rq->a, step, S("dossier"), k->dossier) };
		if (!k->checked)
			continue;
		rows[i].result = msg_text(rq->lang, inspection_results[k->result].name);
		rows[i].tone = tones[k->result];
		v->checked++;
		v->faulty += k->result == INSPECTION_FAULTY;
	}
	v->checks = rows;
}

static void fill_amendments(struct request *rq, struct inspection_page_view *v)
{
	const struct inspection *x = v->x;
	struct inspection_fact *list = NEW_ARRAY(rq->a, struct inspection_fact, x->amendments_n + 1);

	for (int i = 0; i < x->amendments_n; i++) {
		const struct inspection_amendment *m = &x->amendments[i];

		list[i] = (struct inspection_fact){
			str_fmt(rq->a, "%.*s, %.*s",
				ARG(msg_text(rq->lang, inspection_documents[m->document].name)),
				ARG(fmt_day_vi(rq->a, m->on))),
			str_fmt(rq->a, "%.*s\n%.*s: %.*s", ARG(m->text), ARG(LABEL(rq, reason)),
				ARG(m->reason))
		};
	}
	v->amendments = list;
}

void inspection_view_fill(struct request *rq, const struct catalogue *c, struct inspection_page_view *v)
{
	const struct inspection *x = v->x;
	struct url figures = url_path(S("/so-lieu"));

	v->unit = str_dup(rq->a, site_agency_name(rq, c, x->base.agency));
	v->state = msg_text(rq->lang, inspection_kind.states[x->base.state].name);
	v->tone = inspection_state_tone(x->base.state);
	v->synthetic = rq->app->synthetic;
	figures = url_query(rq->a, figures, S("co-quan"), x->base.agency);
	figures = url_query(rq->a, figures, S("tu"), fmt_day(rq->a, x->period_from));
	v->unit_figures = url_query(rq->a, figures, S("den"), fmt_day(rq->a, x->period_to));
	v->report_file = file_link(rq, x, &x->report_file, FILE_OF_REPORT);
	fill_facts(rq, v);
	fill_figures(rq, v);
	fill_people(rq, c, v);
	fill_findings(rq, v);
	fill_recommendations(rq, c, v);
	fill_proposals(rq, v);
	fill_sample(rq, v);
	fill_amendments(rq, v);
	if (record_can(rq, &inspection_pages, x, INSPECTION_DO_DECLARE, &v->csv))
		v->csv = url_segment(
			rq->a, record_url(rq->a, &inspection_pages, x->base.number), S("khai-bang"));
	else
		v->csv = (struct url){ 0 };
	v->links = record_links(rq, &inspection_pages, x, &v->links_n);
}
