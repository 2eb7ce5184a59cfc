#include "score/score.h"

#define AGENCY_ROLES (ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER))
#define APPRAISER ROLE_BIT(HOME_AFFAIRS)
#define AT(name) (1u << SCORE_IS_##name)
#define F(name) RECORD_FIELD_BIT(SCORE_F_##name)
#define DAYS (F(SELF_UNTIL) | F(FIRST_UNTIL) | F(EXPLAIN_UNTIL) | F(SECOND_UNTIL))
#define OPEN_STATES (AT(SELF) | AT(FIRST) | AT(EXPLAIN) | AT(SECOND))

static const struct record_word extras[] = { [SCORE_BONUS] = { S_INIT("bonus"), MSG_score_bonus },
	[SCORE_PENALTY] = { S_INIT("penalty"), MSG_score_penalty },
	{ { 0 }, MSG_score_bonus } };
static const struct record_field fields[SCORE_FIELD_N] = {
#define X(name, text, kind, most, sealed, message) \
	[SCORE_F_##name] = { S_INIT(text), RECORD_##kind, most, sealed, MSG_##message, \
		RECORD_##kind == RECORD_WORD ? extras : NULL },
	SCORE_FIELDS_OF(X)
#undef X
};
static const struct record_state states[SCORE_STATE_N] = {
#define X(name, text, message) [SCORE_IS_##name] = { S_INIT(text), MSG_##message },
	SCORE_STATES_OF(X)
#undef X
};

/* clang-format off */
static const struct record_verb verbs[SCORE_VERB_N] = {
	[SCORE_V_OPEN] = { S_INIT("open"), AT(NONE), AT(SELF), APPRAISER,
		F(SET) | F(VERSION) | F(YEAR) | DAYS, F(BONUS_MAX) | F(PENALTY_MAX), MSG_score_v_open, { 0 } },
	[SCORE_V_SELF] = { S_INIT("self"), AT(SELF), 0, AGENCY_ROLES,
		F(COMPONENT) | F(POINTS), F(EVIDENCE), MSG_score_v_self, { 0 } },
	[SCORE_V_MEASURE] = { S_INIT("measure"), AT(SELF), 0, AGENCY_ROLES | APPRAISER,
		F(COMPONENT) | F(SIZE) | F(ROOT) | F(UNTIL), F(PART) | F(WHOLE) | F(NO_DATA) | F(POINTS),
		MSG_score_v_measure, { 0 } },
	[SCORE_V_SUBMIT] = { S_INIT("submit"), AT(SELF), AT(FIRST), AGENCY_ROLES | APPRAISER,
		0, 0, MSG_score_v_submit, { 0 } },
	[SCORE_V_FIRST] = { S_INIT("first"), AT(FIRST), 0, APPRAISER,
		F(COMPONENT) | F(POINTS), F(COMMENT), MSG_score_v_first, { 0 } },
	[SCORE_V_END_FIRST] = { S_INIT("end_first"), AT(FIRST), AT(EXPLAIN), APPRAISER,
		0, 0, MSG_score_v_end_first, { 0 } },
	[SCORE_V_EXPLAIN] = { S_INIT("explain"), AT(EXPLAIN), 0, AGENCY_ROLES,
		F(COMPONENT) | F(COMMENT), F(EVIDENCE), MSG_score_v_explain, { 0 } },
	[SCORE_V_END_EXPLAIN] = { S_INIT("end_explain"), AT(EXPLAIN), AT(SECOND), AGENCY_ROLES | APPRAISER,
		0, 0, MSG_score_v_end_explain, { 0 } },
	[SCORE_V_SECOND] = { S_INIT("second"), AT(SECOND), 0, APPRAISER,
		F(COMPONENT) | F(POINTS), F(COMMENT), MSG_score_v_second, { 0 } },
	[SCORE_V_EXTRA] = { S_INIT("extra"), AT(FIRST) | AT(SECOND), 0, APPRAISER,
		F(EXTRA) | F(POINTS) | F(REASON) | F(EVIDENCE), 0, MSG_score_v_extra, { 0 } },
	[SCORE_V_DROP_EXTRA] = { S_INIT("drop_extra"), AT(FIRST) | AT(SECOND), 0, APPRAISER,
		F(ITEM) | F(REASON), 0, MSG_score_v_drop_extra, { 0 } },
	[SCORE_V_EXTEND] = { S_INIT("extend"), OPEN_STATES, 0, APPRAISER,
		DAYS | F(REASON), 0, MSG_score_v_extend, { 0 } },
	[SCORE_V_CLOSE] = { S_INIT("close"), AT(SECOND), AT(CLOSED), APPRAISER,
		0, 0, MSG_score_v_close, { 0 } },
	[SCORE_V_PUBLISH] = { S_INIT("publish"), AT(CLOSED), AT(PUBLISHED), APPRAISER,
		0, 0, MSG_score_v_publish, { 0 } },
	[SCORE_V_AMEND] = { S_INIT("amend"), AT(CLOSED) | AT(PUBLISHED), 0, APPRAISER,
		F(COMPONENT) | F(POINTS) | F(REASON), 0, MSG_score_v_amend, { 0 } },
};
/* clang-format on */
const struct record_kind score_kind = { S_INIT("score"), fields, SCORE_FIELD_N, verbs, SCORE_VERB_N, states,
	SCORE_STATE_N };

const struct score_line *score_line_of(const struct score *s, struct str code)
{
	for (int i = 0; i < s->lines_n; i++)
		if (str_eq(s->lines[i].code, code))
			return &s->lines[i];
	return NULL;
}

/* The line, made when it is not there. decide lets no unknown code through, so there is room. */
static struct score_line *line_for(struct score *s, struct str code)
{
	const struct score_line *found = score_line_of(s, code);

	if (found)
		return &s->lines[found - s->lines];
	assert(s->lines_n < LIMIT_SCORE_COMPONENTS);
	s->lines[s->lines_n].code = code;
	return &s->lines[s->lines_n++];
}

static void apply_days(struct score *s, const struct record_event *e)
{
	s->until[SCORE_IS_SELF] = record_day(e, SCORE_F_SELF_UNTIL);
	s->until[SCORE_IS_FIRST] = record_day(e, SCORE_F_FIRST_UNTIL);
	s->until[SCORE_IS_EXPLAIN] = record_day(e, SCORE_F_EXPLAIN_UNTIL);
	s->until[SCORE_IS_SECOND] = record_day(e, SCORE_F_SECOND_UNTIL);
}

static void apply_open(struct score *s, const struct record_event *e)
{
	s->set = e->values[SCORE_F_SET];
	s->version = record_count(e, SCORE_F_VERSION);
	s->year = (int)record_count(e, SCORE_F_YEAR);
	s->most[SCORE_BONUS] = record_hundredths(e, SCORE_F_BONUS_MAX);
	s->most[SCORE_PENALTY] = record_hundredths(e, SCORE_F_PENALTY_MAX);
	apply_days(s, e);
}

static void apply_points(struct score *s, const struct record_event *e, enum score_column column, int words)
{
	struct score_line *l = line_for(s, e->values[SCORE_F_COMPONENT]);

	l->points[column] = record_hundredths(e, SCORE_F_POINTS);
	l->given[column] = true;
	l->comments[column] = e->values[words];
}

static void apply_measure(struct score *s, const struct record_event *e)
{
	struct score_line *l = line_for(s, e->values[SCORE_F_COMPONENT]);

	l->measure = (struct score_measure){ .taken = true,
		.fact = { !record_flag(e, SCORE_F_NO_DATA), record_count(e, SCORE_F_PART),
			record_count(e, SCORE_F_WHOLE) },
		.points = record_hundredths(e, SCORE_F_POINTS),
		.has_points = e->values[SCORE_F_POINTS].n > 0,
		.size = record_count(e, SCORE_F_SIZE),
		.root = e->values[SCORE_F_ROOT],
		.until = record_day(e, SCORE_F_UNTIL) };
}

static void apply_extra(struct score *s, const struct record_event *e)
{
	assert(s->extras_n < LIMIT_SCORE_EXTRAS);
	s->extras[s->extras_n++] =
		(struct score_extra){ .kind = record_word(&score_kind, e, SCORE_F_EXTRA) == (int)SCORE_PENALTY
						      ? SCORE_PENALTY
						      : SCORE_BONUS,
			.points = record_hundredths(e, SCORE_F_POINTS),
			.reason = e->values[SCORE_F_REASON],
			.evidence = e->values[SCORE_F_EVIDENCE] };
}

static void apply_drop(struct score *s, const struct record_event *e)
{
	struct score_extra *x = &s->extras[record_count(e, SCORE_F_ITEM) - 1];

	x->dropped = true;
	x->why_dropped = e->values[SCORE_F_REASON];
}

static void apply_explain(struct score *s, const struct record_event *e)
{
	struct score_line *l = line_for(s, e->values[SCORE_F_COMPONENT]);

	l->explanation = e->values[SCORE_F_COMMENT];
	l->explanation_evidence = e->values[SCORE_F_EVIDENCE];
}

void score_apply(void *state, const struct record_event *e)
{
	struct score *s = state;

	switch ((enum score_verb)e->verb) {
	case SCORE_V_OPEN: apply_open(s, e); break;
	case SCORE_V_SELF:
		apply_points(s, e, SCORE_BY_SELF, SCORE_F_COMMENT);
		line_for(s, e->values[SCORE_F_COMPONENT])->evidence = e->values[SCORE_F_EVIDENCE];
		break;
	case SCORE_V_MEASURE: apply_measure(s, e); break;
	case SCORE_V_FIRST: apply_points(s, e, SCORE_BY_FIRST, SCORE_F_COMMENT); break;
	case SCORE_V_SECOND: apply_points(s, e, SCORE_BY_SECOND, SCORE_F_COMMENT); break;
	case SCORE_V_EXPLAIN: apply_explain(s, e); break;
	case SCORE_V_EXTRA: apply_extra(s, e); break;
	case SCORE_V_DROP_EXTRA: apply_drop(s, e); break;
	case SCORE_V_EXTEND: apply_days(s, e); break;
	case SCORE_V_AMEND:
		apply_points(s, e, SCORE_FINAL, SCORE_F_REASON);
		s->amendments++;
		break;
	case SCORE_V_SUBMIT:
	case SCORE_V_END_FIRST:
	case SCORE_V_END_EXPLAIN:
	case SCORE_V_CLOSE:
	case SCORE_V_PUBLISH:
	case SCORE_VERB_N: break;
	}
}

bool score_points(const struct score_line *line, enum score_column column, int64_t *points)
{
	for (int c = (int)column; line && c >= 0; c--) {
		if (line->given[c]) {
			*points = line->points[c];
			return true;
		}
		/* The first appraisal does not take over what the agency gave itself: it is asked for. */
		if (c <= (int)SCORE_BY_FIRST)
			break;
	}
	if (!line || !line->measure.has_points)
		return false;
	*points = line->measure.points;
	return true;
}
