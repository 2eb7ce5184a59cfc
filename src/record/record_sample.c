#include "record/record_sample.h"

static const struct record_word colours[] = { { S_INIT("red"), MSG_record_yes },
	{ S_INIT("blue"), MSG_record_yes }, { { 0 }, MSG_record_yes } };
static const struct record_field fields[SAMPLE_FIELDS] = {
	[SAMPLE_TITLE] = { S_INIT("title"), RECORD_LINE, 20, false, MSG_record_yes, NULL },
	[SAMPLE_HOLDER] = { S_INIT("holder"), RECORD_LINES, 40, true, MSG_record_yes, NULL },
	[SAMPLE_DUE] = { S_INIT("due"), RECORD_DAY, 0, false, MSG_record_yes, NULL },
	[SAMPLE_POINTS] = { S_INIT("points"), RECORD_POINTS, 10, false, MSG_record_yes, NULL },
	[SAMPLE_COUNT] = { S_INIT("count"), RECORD_COUNT, 100000, false, MSG_record_yes, NULL },
	[SAMPLE_COLOUR] = { S_INIT("colour"), RECORD_WORD, 0, false, MSG_record_yes, colours },
	[SAMPLE_WHEN] = { S_INIT("when"), RECORD_MINUTE, 0, false, MSG_record_yes, NULL },
	[SAMPLE_PAPER] = { S_INIT("paper"), RECORD_FILE, SAMPLE_HOLDER, false, MSG_record_yes, NULL },
};
#define F(name) RECORD_FIELD_BIT(SAMPLE_##name)
static const struct record_verb verbs[SAMPLE_VERBS] = {
	[SAMPLE_OPEN] = { S_INIT("open"), 1u << SAMPLE_NONE, 1u << SAMPLE_IS_OPEN, ROLE_BIT(OFFICER),
		F(TITLE) | F(HOLDER), F(DUE), MSG_record_yes, { 0 } },
	[SAMPLE_NOTE] = { S_INIT("note"), 1u << SAMPLE_IS_OPEN, 0, ROLE_BIT(OFFICER), F(POINTS),
		F(COUNT) | F(COLOUR) | F(WHEN) | F(PAPER) | F(HOLDER), MSG_record_yes, { 0 } },
	[SAMPLE_CLOSE] = { S_INIT("close"), 1u << SAMPLE_IS_OPEN, 1u << SAMPLE_CLOSED, ROLE_BIT(LEADER), 0, 0,
		MSG_record_yes, { 0 } },
};
static const struct record_state states[SAMPLE_STATES] = { { { 0 }, MSG_record_yes },
	{ S_INIT("open"), MSG_record_yes }, { S_INIT("closed"), MSG_record_yes } };
const struct record_kind sample_kind = { S_INIT("permit"), fields, SAMPLE_FIELDS, verbs, SAMPLE_VERBS, states,
	SAMPLE_STATES };

void sample_apply(void *state, const struct record_event *e)
{
	struct sample *s = state;

	if (e->verb == SAMPLE_OPEN) {
		s->title = e->values[SAMPLE_TITLE];
		s->holder = e->values[SAMPLE_HOLDER];
		s->due = record_day(e, SAMPLE_DUE);
	}
	if (e->verb == SAMPLE_NOTE)
		s->points += record_hundredths(e, SAMPLE_POINTS);
}

struct record_refusal sample_decide(const void *state, const struct record_event *e, const void *env)
{
	(void)state;
	(void)env;
	if (record_hundredths(e, SAMPLE_POINTS) > 500)
		return RECORD_REFUSED_AT(MSG_record_out_of_range, SAMPLE_POINTS);
	return RECORD_FINE;
}

struct record_event sample_open(void)
{
	struct record_event e = { .verb = SAMPLE_OPEN,
		.agency = S("SMA"),
		.by = ROLE_OFFICER,
		.account = 7,
		.actor = S("Nguyễn Văn Mẫu"),
		.happened = instant_at(19000, 3600),
		.recorded = instant_at(19000, 7200) };

	e.values[SAMPLE_TITLE] = S("Giấy \"mẫu\"");
	e.values[SAMPLE_HOLDER] = S("Trần Thị Mẫu\nđịa chỉ");
	e.values[SAMPLE_DUE] = S("2022-03-01");
	return e;
}
