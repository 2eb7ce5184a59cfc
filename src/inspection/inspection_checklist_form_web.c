/* The form of an area: its answers become steps of the inspection, all of them or none. */
#include "inspection/checklist_html.h"
#include "inspection/inspection_checklist_parts_web.h"

static const struct {
	int field;
	enum msg label;
} parts[CHECKLIST_PARTS] = { [CHECKLIST_ANSWER] = { INSPECTION_FIELD_ANSWER, MSG_checklist_answer_label },
	[CHECKLIST_POINTS] = { INSPECTION_FIELD_POINTS, MSG_checklist_points },
	[CHECKLIST_TEXT] = { INSPECTION_FIELD_TEXT, MSG_checklist_text_label },
	[CHECKLIST_EVIDENCE] = { INSPECTION_FIELD_EVIDENCE, MSG_checklist_evidence_label } };

struct entering {
	struct request *rq;
	const struct checklist_page *p;
	int area;
	struct checklist_entry *entries;
	struct record_run *runs; /* of what changed */
	size_t n, runs_n, errors_n;
	struct str problem;
};

static struct str id_of(struct request *rq, const struct checklist_criterion *c, enum checklist_part part)
{
	return str_fmt(rq->a, "%.*s-%.*s", ARG(c->code), ARG(inspection_kind.fields[parts[part].field].name));
}

static const struct choice *answers(struct request *rq, struct str chosen, size_t *n)
{
	struct choice *list = NEW_ARRAY(rq->a, struct choice, INSPECTION_NOT_APPLICABLE + 2);

	list[0] = (struct choice){ S(""), msg_text(rq->lang, MSG_checklist_no_answer), !chosen.n };
	for (int i = 0; i <= INSPECTION_NOT_APPLICABLE; i++)
		list[i + 1] = (struct choice){ inspection_answers[i].text,
			msg_text(rq->lang, inspection_answers[i].name),
			str_eq(inspection_answers[i].text, chosen) };
	*n = INSPECTION_NOT_APPLICABLE + 2;
	return list;
}

/* What stands there before anybody types. */
static struct str current(
	struct request *rq, const struct inspection_criterion *answer, enum checklist_part part)
{
	if (!answer)
		return (struct str){ 0 };
	switch (part) {
	case CHECKLIST_ANSWER: return inspection_answers[answer->answer].text;
	case CHECKLIST_POINTS: return checklist_points_text(rq, answer->points);
	case CHECKLIST_TEXT: return answer->text;
	case CHECKLIST_EVIDENCE: return answer->evidence;
	case CHECKLIST_PARTS: break;
	}
	impossible();
}

static struct checklist_entry entry_of(struct entering *e, const struct checklist_criterion *c)
{
	struct request *rq = e->rq;
	const struct inspection_criterion *answer = checklist_answer(e->p->x, c->code);
	struct checklist_entry entry = { .row = checklist_row_of(rq, e->p, c) };
	struct buf label = { .a = rq->a };

	msg_checklist_points_most(&label, rq->lang, entry.row.most);
	for (int i = 0; i < CHECKLIST_PARTS; i++) {
		enum checklist_part part = (enum checklist_part)i;

		entry.inputs[i] = (struct record_input){ .id = id_of(rq, c, part),
			.label = msg_text(rq->lang, parts[i].label),
			.kind = inspection_kind.fields[parts[i].field].kind,
			.needed = part == CHECKLIST_ANSWER && answer,
			.value = current(rq, answer, part) };
	}
	entry.inputs[CHECKLIST_POINTS].label = buf_str(&label);
	return entry;
}

static struct entering begin(struct request *rq, const struct checklist_page *p, int area)
{
	struct entering e = { .rq = rq, .p = p, .area = area };

	e.entries = NEW_ARRAY(rq->a, struct checklist_entry, CHECKLIST_AREA_CRITERIA);
	e.runs = NEW_ARRAY(rq->a, struct record_run, CHECKLIST_AREA_CRITERIA);
	for (int i = 0; i < p->list.n; i++)
		if (p->list.list[i].area == area)
			e.entries[e.n++] = entry_of(&e, &p->list.list[i]);
	return e;
}

static struct reply show(struct entering *e)
{
	struct request *rq = e->rq;
	struct buf heading = { .a = rq->a };
	struct url list = checklist_url(rq, e->p->x);

	msg_checklist_record_title(&heading, rq->lang, msg_text(rq->lang, inspection_areas[e->area].name));
	struct checklist_form_view v = { .title = e->p->x->title,
		.heading = buf_str(&heading),
		.problem = e->problem,
		.action = url_query(rq->a, list, S("ghi"), inspection_areas[e->area].text),
		.back = list,
		.entries = e->entries,
		.entries_n = e->n,
		.errors_n = e->errors_n };
	struct page page = staff_page(rq, v.heading);
	struct staff s = staff_of(rq);
	struct html_out o = page_out(rq);

	for (size_t i = 0; i < e->n; i++) {
		struct record_input *in = &e->entries[i].inputs[CHECKLIST_ANSWER];

		in->choices = answers(rq, in->value, &in->choices_n);
	}
	page.has_errors = v.errors_n > 0 || v.problem.n > 0;
	page.synthetic = rq->app->synthetic;
	checklist_form_page(&o, &page, &s, &v);
	return staff_reply(&o, page.has_errors);
}

struct reply checklist_form_get(struct request *rq, const struct checklist_page *p, int area)
{
	struct entering e = begin(rq, p, area);

	if (!checklist_can_record(rq, p->x))
		return reply_error(409, msg_text(rq->lang, MSG_checklist_only_in_session));
	return show(&e);
}

static void complain(struct entering *e, struct record_input *in, enum msg why)
{
	if (!in->error.n)
		e->errors_n++;
	in->error = msg_text(e->rq->lang, why);
}

/* The typed values of a criterion as fields of the step. False when one cannot be read. */
static bool read_values(struct entering *e, struct checklist_entry *entry, struct record_event *event)
{
	size_t before = e->errors_n;

	for (int i = 0; i < CHECKLIST_PARTS; i++) {
		int field = parts[i].field;
		struct record_refusal no = record_value(e->rq->a, &inspection_kind.fields[field], field,
			entry->inputs[i].value, &event->values[field]);

		if (no.refused)
			complain(e, &entry->inputs[i], no.why);
	}
	return before == e->errors_n;
}

static bool is_same(const struct inspection_criterion *old, const struct record_event *e)
{
	return str_eq(inspection_answers[old->answer].text, e->values[INSPECTION_FIELD_ANSWER]) &&
	       old->points == record_hundredths(e, INSPECTION_FIELD_POINTS) &&
	       str_eq(old->text, e->values[INSPECTION_FIELD_TEXT]) &&
	       str_eq(old->evidence, e->values[INSPECTION_FIELD_EVIDENCE]);
}

/* Whether there is something to record; complains about what does not go together. */
static bool is_step(struct entering *e, struct checklist_entry *entry, const struct record_event *event)
{
	const struct checklist_criterion *c = entry->row.criterion;
	const struct inspection_criterion *old = checklist_answer(e->p->x, c->code);
	int64_t points = record_hundredths(event, INSPECTION_FIELD_POINTS);
	bool said = event->values[INSPECTION_FIELD_POINTS].n || event->values[INSPECTION_FIELD_TEXT].n ||
		    event->values[INSPECTION_FIELD_EVIDENCE].n;

	if (points > c->points || points < 0)
		complain(e, &entry->inputs[CHECKLIST_POINTS],
			points < 0 ? MSG_checklist_negative_points : MSG_checklist_too_many_points);
	if (!event->values[INSPECTION_FIELD_ANSWER].n) {
		if (old || said)
			complain(e, &entry->inputs[CHECKLIST_ANSWER],
				old ? MSG_checklist_cannot_take_back : MSG_checklist_answer_missing);
		return false;
	}
	return !old || !is_same(old, event);
}

/* False: the body cannot be read at all. */
static bool read_body(struct entering *e)
{
	struct request *rq = e->rq;
	struct field fields[CHECKLIST_AREA_CRITERIA * CHECKLIST_PARTS] = { 0 };
	struct str values[CHECKLIST_AREA_CRITERIA * CHECKLIST_PARTS] = { 0 };
	size_t n = e->n * CHECKLIST_PARTS;

	for (size_t i = 0; i < n; i++) {
		const struct record_input *in = &e->entries[i / CHECKLIST_PARTS].inputs[i % CHECKLIST_PARTS];
		bool lines = in->kind == RECORD_LINES;

		fields[i] = (struct field){ str_c(rq->a, in->id), lines ? FIELD_KIND_LINES : FIELD_KIND_TEXT,
			i * sizeof(struct str), 0, LIMIT_RECORD_LINES_CHARS, NULL };
	}
	struct form form = form_read_body(rq, fields, n, values);

	for (size_t i = 0; i < n && !form.unreadable; i++) {
		struct record_input *in = &e->entries[i / CHECKLIST_PARTS].inputs[i % CHECKLIST_PARTS];

		in->value = form.values[i].raw;
		if (form.values[i].problem)
			complain(e, in,
				form.values[i].problem == FORM_TOO_LONG ? MSG_record_too_long
									: MSG_record_bad_text);
	}
	return !form.unreadable;
}

/* The steps that the form asks for, as whoever acts. */
static void make_steps(struct entering *e, const struct staff_acting *who)
{
	for (size_t i = 0; i < e->n; i++) {
		struct checklist_entry *entry = &e->entries[i];
		struct record_event event = { .verb = INSPECTION_DO_ANSWER,
			.record = e->p->x->base.number,
			.agency = e->p->x->base.agency,
			.by = who->role,
			.account = who->account,
			.actor = who->name,
			.delegated = who->delegator != 0 };

		if (event.delegated)
			event.actor =
				str_fmt(e->rq->a, "%.*s (%.*s)", ARG(who->name), ARG(who->delegator_name));
		event.values[INSPECTION_FIELD_CRITERION] = entry->row.criterion->code;
		if (read_values(e, entry, &event) && is_step(e, entry, &event))
			e->runs[e->runs_n++] =
				(struct record_run){ .type = &inspection_type, .event = event };
	}
}

/* For writer_run(): each step, or nothing when one of them is refused. */
static const struct fault *run_all(struct write *w, void *arg)
{
	struct entering *e = arg;

	for (size_t i = 0; i < e->runs_n; i++) {
		TRY(record_run(w, &e->runs[i]));
		if (e->runs[i].unknown || e->runs[i].refusal.refused) {
			e->problem = msg_text(e->rq->lang,
				e->runs[i].unknown ? MSG_record_unknown : e->runs[i].refusal.why);
			db_undo(w->db);
			return NULL;
		}
	}
	return NULL;
}

struct reply checklist_form_post(struct request *rq, const struct checklist_page *p, int area)
{
	struct entering e = begin(rq, p, area);
	struct staff_acting who =
		staff_acting_at(rq, inspection_kind.verbs[INSPECTION_DO_ANSWER].roles, p->x->base.agency);

	if (who.role == ROLE_NOBODY)
		return reply_error(403, msg_text(rq->lang, MSG_record_not_your_role));
	if (!read_body(&e))
		return reply_error(400, S(""));
	make_steps(&e, &who);
	if (!e.errors_n && e.runs_n) {
		const struct fault *f = staff_run(rq, run_all, &e);
		if (f)
			return reply_fault(f);
	}
	if (e.errors_n || e.problem.n)
		return show(&e);
	return reply_see_other(
		url_query_int(rq->a, checklist_url(rq, p->x), S("da-ghi"), (int64_t)e.runs_n).s);
}
