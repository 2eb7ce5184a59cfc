/* What each step does to an inspection. */
#include "inspection/inspection.h"

#define VALUE(e, name) (e)->values[INSPECTION_FIELD_##name]
#define DAY(e, name) record_day((e), INSPECTION_FIELD_##name)
#define ITEM(e, name) (record_count((e), INSPECTION_FIELD_##name) - 1)
#define WORD(e, name) record_word(&inspection_kind, (e), INSPECTION_FIELD_##name)

struct inspection_figures inspection_figures_of(const struct record_event *e)
{
	struct inspection_figures f = { 0 };

	for (int i = 0; i < INSPECTION_FIGURE_N; i++) {
		int field = inspection_figure_field((enum inspection_figure)i);

		f.known[i] = e->values[field].n > 0;
		f.n[i] = record_count(e, field);
		f.given |= f.known[i];
	}
	return f;
}

static void open(struct inspection *x, const struct record_event *e)
{
	x->title = VALUE(e, TITLE);
	x->method = (enum inspection_method)WORD(e, METHOD);
	x->period_from = DAY(e, PERIOD_FROM);
	x->period_to = DAY(e, PERIOD_TO);
	x->plan = record_count(e, INSPECTION_FIELD_PLAN);
	x->plan_number = VALUE(e, PLAN_NUMBER);
	x->plan_date = DAY(e, PLAN_DATE);
	x->declared_only = record_flag(e, INSPECTION_FIELD_DECLARED_ONLY);
}

static void add_member(struct inspection *x, const struct record_event *e)
{
	x->members[x->members_n++] = (struct inspection_member){ .name = VALUE(e, NAME),
		.position = VALUE(e, POSITION),
		.body = VALUE(e, BODY),
		.part = (enum inspection_part)WORD(e, PART) };
}

static void release_member(struct inspection *x, const struct record_event *e)
{
	struct inspection_member *m = &x->members[ITEM(e, MEMBER)];

	m->released = true;
	m->reason = VALUE(e, REASON);
}

static struct inspection_paper paper(const struct record_event *e)
{
	return (struct inspection_paper){ VALUE(e, NUMBER), DAY(e, DATE) };
}

static void schedule(struct inspection *x, const struct record_event *e)
{
	x->from = record_minute(e, INSPECTION_FIELD_FROM);
	x->to = record_minute(e, INSPECTION_FIELD_TO);
	x->place = VALUE(e, PLACE);
}

static struct inspection_file file(const struct record_event *e)
{
	struct inspection_file none = { 0 };

	return VALUE(e, EVIDENCE_FILE).n ? (struct inspection_file){ VALUE(e, EVIDENCE_FILE), VALUE(e, NAME) }
					 : none;
}

static void declare(struct inspection *x, const struct record_event *e)
{
	x->declared = inspection_figures_of(e);
	x->report = paper(e);
	x->report_text = VALUE(e, TEXT);
	x->report_file = file(e);
	x->declarations++;
}

static void begin(struct inspection *x, const struct record_event *e)
{
	x->begun_at = e->happened;
	x->computed = inspection_figures_of(e);
	x->journal_size = record_count(e, INSPECTION_FIELD_JOURNAL_SIZE);
	x->journal_root = VALUE(e, JOURNAL_ROOT);
}

/* An answer to a criterion replaces the earlier one. */
static void answer(struct inspection *x, const struct record_event *e)
{
	int i = 0;

	while (i < x->criteria_n && !str_eq(x->criteria[i].code, VALUE(e, CRITERION)))
		i++;
	if (i == x->criteria_n)
		x->criteria_n++;
	x->criteria[i] = (struct inspection_criterion){ .code = VALUE(e, CRITERION),
		.text = VALUE(e, TEXT),
		.evidence = VALUE(e, EVIDENCE),
		.answer = (enum inspection_answer)WORD(e, ANSWER),
		.points = record_hundredths(e, INSPECTION_FIELD_POINTS) };
}

static void draw(struct inspection *x, const struct record_event *e)
{
	struct str rest = VALUE(e, CODES), code;

	x->seed = VALUE(e, SEED);
	x->sample_journal_size = record_count(e, INSPECTION_FIELD_JOURNAL_SIZE);
	x->checks_n = 0;
	while (x->checks_n < INSPECTION_SAMPLE && str_cut(&rest, ' ', &code))
		if (code.n)
			x->checks[x->checks_n++] = (struct inspection_check){ .dossier = code };
}

static void check(struct inspection *x, const struct record_event *e)
{
	for (int i = 0; i < x->checks_n; i++) {
		struct inspection_check *c = &x->checks[i];

		if (!str_eq(c->dossier, VALUE(e, DOSSIER)))
			continue;
		c->checked = true;
		c->result = (enum inspection_result)WORD(e, RESULT);
		c->text = VALUE(e, TEXT);
	}
}

static void explain(struct inspection *x, const struct record_event *e)
{
	struct inspection_finding *f = &x->findings[ITEM(e, FINDING)];

	f->explanation = VALUE(e, TEXT);
	f->explanation_evidence = VALUE(e, EVIDENCE);
	f->explanation_file = file(e);
}

static void add_finding(struct inspection *x, const struct record_event *e)
{
	x->findings[x->findings_n++] = (struct inspection_finding){ .area = WORD(e, AREA),
		.severity = (enum inspection_severity)WORD(e, SEVERITY),
		.text = VALUE(e, TEXT),
		.evidence = VALUE(e, EVIDENCE),
		.file = file(e) };
}

static void drop_finding(struct inspection *x, const struct record_event *e)
{
	struct inspection_finding *f = &x->findings[ITEM(e, FINDING)];

	f->dropped = true;
	f->reason = VALUE(e, REASON);
}

static void recommend(struct inspection *x, const struct record_event *e)
{
	x->recommendations[x->recommendations_n++] =
		(struct inspection_recommendation){ .finding = (int)record_count(e, INSPECTION_FIELD_FINDING),
			.text = VALUE(e, TEXT),
			.owner = VALUE(e, OWNER),
			.first_deadline = DAY(e, DEADLINE),
			.deadline = DAY(e, DEADLINE) };
}

/* Steps about one recommendation. */
static void follow_up(struct inspection_recommendation *r, const struct record_event *e)
{
	daynum on = day_of(e->happened);

	switch (e->verb) {
	case INSPECTION_DO_ACCEPT:
		r->state = REMEDY_ACCEPTED;
		r->commitment = VALUE(e, TEXT);
		r->accepted_on = on;
		return;
	case INSPECTION_DO_REMEDY:
		r->state = REMEDY_REPORTED;
		r->report = VALUE(e, TEXT);
		r->evidence = VALUE(e, EVIDENCE);
		r->file = file(e);
		r->reported_on = on;
		return;
	case INSPECTION_DO_VERIFY:
		r->state = REMEDY_VERIFIED;
		r->verdict = VALUE(e, TEXT);
		r->verified_on = on;
		return;
	case INSPECTION_DO_SEND_BACK:
		r->state = REMEDY_ACCEPTED;
		r->sent_back = VALUE(e, REASON);
		return;
	case INSPECTION_DO_PROLONG:
		r->deadline = DAY(e, DEADLINE);
		r->reason = VALUE(e, REASON);
		return;
	case INSPECTION_DO_DROP_RECOMMENDATION:
		r->state = REMEDY_DROPPED;
		r->reason = VALUE(e, REASON);
		return;
	case INSPECTION_DO_REMIND:
		r->reminders++;
		r->reminded_on = on;
		return;
	default: impossible();
	}
}

static void reply(struct inspection *x, const struct record_event *e)
{
	struct inspection_proposal *p = &x->proposals[ITEM(e, PROPOSAL)];

	p->answered = true;
	p->answer = VALUE(e, TEXT);
	p->answer_number = VALUE(e, NUMBER);
	p->answered_on = VALUE(e, DATE).n ? DAY(e, DATE) : day_of(e->happened);
}

static struct inspection_signature signature(const struct record_event *e)
{
	return (struct inspection_signature){ VALUE(e, NAME), VALUE(e, POSITION), e->happened };
}

static void attend(struct inspection *x, const struct record_event *e)
{
	x->attendants[x->attendants_n++] = (struct inspection_attendant){ (enum inspection_side)WORD(e, SIDE),
		VALUE(e, NAME), VALUE(e, POSITION), VALUE(e, BODY) };
}

static void conclude(struct inspection *x, const struct record_event *e)
{
	x->conclusion = paper(e);
	x->conclusion_text = VALUE(e, TEXT);
}

static void notify(struct inspection *x, const struct record_event *e)
{
	x->notice = paper(e);
	x->notice_text = VALUE(e, TEXT);
	schedule(x, e);
}

static void sign_unit(struct inspection *x, const struct record_event *e)
{
	x->unit_signature = signature(e);
	x->unit_remark = VALUE(e, TEXT);
}

void inspection_apply(void *inspection, const struct record_event *e)
{
	struct inspection *x = inspection;

	switch ((enum inspection_verb)e->verb) {
	case INSPECTION_DO_OPEN: open(x, e); return;
	case INSPECTION_DO_MEMBER: add_member(x, e); return;
	case INSPECTION_DO_CONFLICT: release_member(x, e); return;
	case INSPECTION_DO_DECIDE: x->decision = paper(e); return;
	case INSPECTION_DO_NOTIFY: notify(x, e); return;
	case INSPECTION_DO_RESCHEDULE: schedule(x, e); return;
	case INSPECTION_DO_DECLARE: declare(x, e); return;
	case INSPECTION_DO_BEGIN: begin(x, e); return;
	case INSPECTION_DO_ATTEND: attend(x, e); return;
	case INSPECTION_DO_ANSWER: answer(x, e); return;
	case INSPECTION_DO_DRAW: draw(x, e); return;
	case INSPECTION_DO_CHECK: check(x, e); return;
	case INSPECTION_DO_FINDING: add_finding(x, e); return;
	case INSPECTION_DO_EXPLAIN: explain(x, e); return;
	case INSPECTION_DO_DROP_FINDING: drop_finding(x, e); return;
	case INSPECTION_DO_RECOMMEND: recommend(x, e); return;
	case INSPECTION_DO_PROPOSE:
		x->proposals[x->proposals_n++] = (struct inspection_proposal){ .text = VALUE(e, TEXT),
			.addressee = VALUE(e, ADDRESSEE) };
		return;
	case INSPECTION_DO_ACCEPT:
	case INSPECTION_DO_REMEDY:
	case INSPECTION_DO_VERIFY:
	case INSPECTION_DO_SEND_BACK:
	case INSPECTION_DO_PROLONG:
	case INSPECTION_DO_DROP_RECOMMENDATION:
	case INSPECTION_DO_REMIND: follow_up(&x->recommendations[ITEM(e, RECOMMENDATION)], e); return;
	case INSPECTION_DO_SIGN_TEAM: x->team_signature = signature(e); return;
	case INSPECTION_DO_SIGN_UNIT: sign_unit(x, e); return;
	case INSPECTION_DO_CONCLUDE: conclude(x, e); return;
	case INSPECTION_DO_REPLY: reply(x, e); return;
	case INSPECTION_DO_AMEND:
		x->amendments[x->amendments_n++] = (struct inspection_amendment){ WORD(e, DOCUMENT),
			VALUE(e, TEXT), VALUE(e, REASON), day_of(e->happened) };
		return;
	case INSPECTION_DO_CLOSE: x->closing_text = VALUE(e, TEXT); return;
	case INSPECTION_DO_CANCEL: x->cancelled_for = VALUE(e, REASON); return;
	case INSPECTION_VERB_N: impossible();
	}
}

bool inspection_is_overdue(const struct inspection_recommendation *r, daynum today)
{
	return r->state < REMEDY_VERIFIED && r->deadline < today;
}

int inspection_open_recommendations(const struct inspection *x)
{
	int n = 0;

	for (int i = 0; i < x->recommendations_n; i++)
		n += x->recommendations[i].state < REMEDY_VERIFIED;
	return n;
}

const struct inspection_member *inspection_leader(const struct inspection *x)
{
	for (int i = 0; i < x->members_n; i++)
		if (x->members[i].part == INSPECTION_LEADER && !x->members[i].released)
			return &x->members[i];
	return NULL;
}

int inspection_differences(const struct inspection *x)
{
	int n = 0;

	for (int f = 0; f < INSPECTION_FIGURE_N; f++)
		n += inspection_figure_differs(&x->declared, &x->computed, (enum inspection_figure)f);
	return n;
}
