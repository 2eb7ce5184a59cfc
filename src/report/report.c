#include "report/report.h"

#define FIELD(at, name, kind, most, sealed, label) \
	[REPORT_F_##at] = { S_INIT(name), RECORD_##kind, most, sealed, label, NULL }
#define X(name, text, label) \
	[REPORT_F_FIGURES + REPORT_FIGURE_## \
		name] = { S_INIT(text), RECORD_COUNT, LIMIT_RECORD_COUNT, false, label, NULL },
static const struct record_field fields[REPORT_FIELD_N] = { FIELD(REGIME, "regime", LINE, LIMIT_CODE_CHARS,
								    false, MSG_report_f_regime),
	FIELD(NAME, "name", LINE, LIMIT_NAME_CHARS, false, MSG_report_f_name),
	FIELD(SERIES, "series", LINE, LIMIT_CODE_CHARS, false, MSG_report_f_series),
	FIELD(YEAR, "year", COUNT, LAST_REPORT_YEAR, false, MSG_report_f_year),
	FIELD(TURN, "turn", COUNT, 12, false, MSG_report_f_turn),
	FIELD(FROM, "from", DAY, 0, false, MSG_report_f_from),
	FIELD(TO, "to", DAY, 0, false, MSG_report_f_to), FIELD(DUE, "due", DAY, 0, false, MSG_report_f_due),
	FIELD(OUTLINE, "outline", LINE, LIMIT_CODE_CHARS, false, MSG_report_f_outline),
	FIELD(CONSOLIDATED, "consolidated", FLAG, 0, false, MSG_report_f_consolidated),
	FIELD(SECTION, "section", ITEM, LIMIT_REPORT_SECTIONS, false, MSG_report_f_section),
	FIELD(TEXT, "text", LINES, LIMIT_RECORD_LINES_CHARS, true, MSG_report_f_text),
	FIELD(VERSION, "version", ITEM, LIMIT_REPORT_VERSIONS, false, MSG_report_f_version),
	FIELD(REASON, "reason", LINES, LIMIT_TEXT_CHARS, true, MSG_report_f_reason),
	FIELD(JOURNAL_SIZE, "journal_size", COUNT, LIMIT_RECORD_COUNT, false, MSG_report_f_journal_size),
	FIELD(JOURNAL_ROOT, "journal_root", LINE, LIMIT_CODE_CHARS, false, MSG_report_f_journal_root),
	REPORT_FIGURES(X) };
#undef X

#define F(name) RECORD_FIELD_BIT(REPORT_F_##name)
#define IN(name) (1u << REPORT_##name)
#define ALL_FIGURES ((RECORD_FIELD_BIT(REPORT_FIGURE_N) - 1) << REPORT_F_FIGURES)
/* The consolidated report is written by the Department of Home Affairs, see report_decide. */
#define WRITERS (ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER) | ROLE_BIT(HOME_AFFAIRS))
static const struct record_verb verbs[REPORT_VERBS] = {
	[REPORT_OPEN] = { S_INIT("open"), IN(NONE), IN(DRAFT), WRITERS,
		F(REGIME) | F(NAME) | F(SERIES) | F(YEAR) | F(TURN) | F(FROM) | F(TO) | F(DUE) | F(OUTLINE),
		F(CONSOLIDATED), MSG_report_v_open, S_INIT("Nghị định 09/2019/NĐ-CP, Điều 7") },
	[REPORT_WRITE] = { S_INIT("write"), IN(DRAFT) | IN(RETURNED), 0, WRITERS, F(SECTION), F(TEXT),
		MSG_report_v_write, { 0 } },
	[REPORT_SUBMIT] = { S_INIT("submit"), IN(DRAFT) | IN(RETURNED), IN(SUBMITTED), WRITERS,
		F(JOURNAL_SIZE) | F(JOURNAL_ROOT) | ALL_FIGURES, 0, MSG_report_v_submit,
		S_INIT("Nghị định 09/2019/NĐ-CP, Điều 12") },
	[REPORT_ACCEPT] = { S_INIT("accept"), IN(SUBMITTED), IN(ACCEPTED), ROLE_BIT(HOME_AFFAIRS), F(VERSION),
		0, MSG_report_v_accept, { 0 } },
	[REPORT_RETURN] = { S_INIT("return"), IN(SUBMITTED), IN(RETURNED), ROLE_BIT(HOME_AFFAIRS),
		F(VERSION) | F(REASON), 0, MSG_report_v_return, { 0 } },
	[REPORT_AMEND] = { S_INIT("amend"), IN(ACCEPTED), 0, WRITERS, F(TEXT), F(SECTION), MSG_report_v_amend,
		{ 0 } },
};
static const struct record_state states[REPORT_STATES] = {
	[REPORT_NONE] = { { 0 }, MSG_report_is_none },
	[REPORT_DRAFT] = { S_INIT("draft"), MSG_report_is_draft },
	[REPORT_SUBMITTED] = { S_INIT("submitted"), MSG_report_is_submitted },
	[REPORT_RETURNED] = { S_INIT("returned"), MSG_report_is_returned },
	[REPORT_ACCEPTED] = { S_INIT("accepted"), MSG_report_is_accepted },
};
const struct record_kind report_kind = { S_INIT("report"), fields, REPORT_FIELD_N, verbs, REPORT_VERBS,
	states, REPORT_STATES };
_Static_assert((int)REPORT_FIELD_N <= (int)LIMIT_RECORD_FIELDS, "sets of fields are bits");

void report_put_figures(struct arena *a, const struct report_figures *f, struct record_event *e)
{
	for (int i = 0; i < REPORT_FIGURE_N; i++)
		e->values[REPORT_F_FIGURES + i] = str_fmt(a, "%lld", (long long)f->n[i]);
	e->values[REPORT_F_JOURNAL_SIZE] = str_fmt(a, "%lld", (long long)f->journal_size);
	e->values[REPORT_F_JOURNAL_ROOT] = f->journal_root;
}

struct report_figures report_figures_of(const struct record_event *e)
{
	struct report_figures f = { .journal_size = record_count(e, REPORT_F_JOURNAL_SIZE),
		.journal_root = e->values[REPORT_F_JOURNAL_ROOT] };

	for (int i = 0; i < REPORT_FIGURE_N; i++)
		f.n[i] = record_count(e, REPORT_F_FIGURES + i);
	return f;
}

static void open(struct report *r, const struct record_event *e)
{
	r->regime = e->values[REPORT_F_REGIME];
	r->name = e->values[REPORT_F_NAME];
	r->series = e->values[REPORT_F_SERIES];
	r->year = (int)record_count(e, REPORT_F_YEAR);
	r->turn = (int)record_count(e, REPORT_F_TURN);
	r->from = record_day(e, REPORT_F_FROM);
	r->to = record_day(e, REPORT_F_TO);
	r->due = record_day(e, REPORT_F_DUE);
	r->outline = outline_of(e->values[REPORT_F_OUTLINE]);
	r->consolidated = record_flag(e, REPORT_F_CONSOLIDATED);
}

static void end_version(struct report *r, const struct record_event *e, enum report_fate fate)
{
	struct report_version *v = &r->versions[r->versions_n - 1];

	v->fate = fate;
	v->decided_at = e->happened;
	v->reason = e->values[REPORT_F_REASON];
}

void report_apply(void *state, const struct record_event *e)
{
	struct report *r = state;
	int section = (int)record_count(e, REPORT_F_SECTION);

	switch ((enum report_verb)e->verb) {
	case REPORT_OPEN: open(r, e); return;
	case REPORT_WRITE: r->sections[section - 1] = e->values[REPORT_F_TEXT]; return;
	case REPORT_SUBMIT:
		r->versions[r->versions_n++] =
			(struct report_version){ .at = e->happened, .figures = report_figures_of(e) };
		return;
	case REPORT_ACCEPT: end_version(r, e, FATE_ACCEPTED); return;
	case REPORT_RETURN: end_version(r, e, FATE_RETURNED); return;
	case REPORT_AMEND:
		r->amendments[r->amendments_n++] =
			(struct report_amendment){ e->happened, section, e->values[REPORT_F_TEXT] };
		return;
	case REPORT_VERBS: break;
	}
	impossible();
}

int report_empty_section(const struct report *r)
{
	for (int i = 0; i < r->outline->n; i++)
		if (r->outline->sections[i].needed && !r->sections[i].n)
			return i + 1;
	return 0;
}

daynum report_first_day(const struct report *r)
{
	return r->versions_n ? day_of(r->versions[0].at) : DAYNUM_NONE;
}

int report_events_of_version(const struct record_event *events, int n, int version)
{
	for (int i = 0, seen = 0; i < n; i++)
		if (events[i].verb == REPORT_SUBMIT && ++seen == version)
			return i + 1;
	return n;
}

static struct record_refusal decide_open(const struct record_event *e, const struct report_env *env)
{
	if (env->other)
		return RECORD_REFUSED(MSG_report_no_second);
	if (!outline_of(e->values[REPORT_F_OUTLINE]))
		return RECORD_REFUSED_AT(MSG_report_no_outline, REPORT_F_OUTLINE);
	if (record_day(e, REPORT_F_FROM) > record_day(e, REPORT_F_TO) || record_count(e, REPORT_F_TURN) < 1)
		return RECORD_REFUSED_AT(MSG_report_no_period, REPORT_F_TO);
	if (e->by == ROLE_HOME_AFFAIRS && !record_flag(e, REPORT_F_CONSOLIDATED))
		return RECORD_REFUSED(MSG_report_not_the_writer);
	return RECORD_FINE;
}

static struct record_refusal decide_submit(const struct report *r, const struct record_event *e)
{
	struct report_figures f = report_figures_of(e);

	if (day_of(e->happened) <= r->to)
		return RECORD_REFUSED(MSG_report_too_early);
	if (report_empty_section(r))
		return RECORD_REFUSED(MSG_report_section_empty);
	if (r->versions_n == LIMIT_REPORT_VERSIONS)
		return RECORD_REFUSED(MSG_record_full);
	return report_figures_balance(&f) ? RECORD_FINE : RECORD_REFUSED(MSG_report_unbalanced);
}

struct record_refusal report_decide(const void *state, const struct record_event *e, const void *env)
{
	const struct report *r = state;
	enum report_verb verb = (enum report_verb)e->verb;

	if (verb == REPORT_OPEN)
		return decide_open(e, env);
	if ((verb == REPORT_WRITE || verb == REPORT_SUBMIT || verb == REPORT_AMEND) &&
		e->by == ROLE_HOME_AFFAIRS && !r->consolidated)
		return RECORD_REFUSED(MSG_report_not_the_writer);
	if (verb == REPORT_SUBMIT)
		return decide_submit(r, e);
	if (verb == REPORT_ACCEPT || verb == REPORT_RETURN)
		return record_count(e, REPORT_F_VERSION) == r->versions_n
			       ? RECORD_FINE
			       : RECORD_REFUSED_AT(MSG_report_not_newest, REPORT_F_VERSION);
	if (record_count(e, REPORT_F_SECTION) > r->outline->n)
		return RECORD_REFUSED_AT(MSG_report_no_section, REPORT_F_SECTION);
	if (verb == REPORT_AMEND && r->amendments_n == LIMIT_REPORT_AMENDMENTS)
		return RECORD_REFUSED(MSG_record_full);
	return RECORD_FINE;
}
