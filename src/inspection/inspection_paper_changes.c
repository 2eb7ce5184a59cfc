/* What changed after a document was signed: nothing in it is edited, a page with date and reason is added
 * (Nghị định 30/2020/NĐ-CP, article 18). And putting a document together. */
#include "inspection/inspection_paper_parts.h"

#define VALUE(e, name) (e)->values[INSPECTION_FIELD_##name]

struct inspection *inspection_until(
	struct arena *a, const struct record_event *events, int n, enum inspection_verb last)
{
	struct inspection *x = NEW(a, struct inspection);

	for (int i = 0; i < n; i++) {
		inspection_apply(x, &events[i]);
		record_step(&inspection_kind, &x->base, &events[i]);
		if (events[i].verb == (int)last)
			break;
	}
	return x;
}

/* The step that makes a document what it is. */
static const enum inspection_verb signing_steps[] = { [PAPER_DECISION] = INSPECTION_DO_DECIDE,
	[PAPER_NOTICE] = INSPECTION_DO_NOTIFY,
	[PAPER_MINUTES] = INSPECTION_DO_SIGN_UNIT,
	[PAPER_CONCLUSION] = INSPECTION_DO_CONCLUDE };

struct change {
	struct str text, reason;
};

static struct change of_team(struct arena *a, const struct inspection_story *s, const struct record_event *e)
{
	if (e->verb == INSPECTION_DO_CONFLICT) {
		const struct inspection_member *m =
			&s->now->members[record_count(e, INSPECTION_FIELD_MEMBER) - 1];

		return (struct change){ str_fmt(a, "%.*s thôi tham gia Đoàn kiểm tra.",
						ARG(prose_or_dots(m->name))),
			VALUE(e, REASON) };
	}
	struct str who =
		prose_person(a, VALUE(e, NAME), VALUE(e, POSITION), prose_agency(&s->names, VALUE(e, BODY)));
	int part = record_word(&inspection_kind, e, INSPECTION_FIELD_PART);

	return (struct change){ str_fmt(a, "Bổ sung %.*s: %.*s.", ARG(who),
					ARG(msg_text(LANG_VI, inspection_parts[part].name))),
		S("") };
}

static struct change of_schedule(struct arena *a, const struct record_event *e)
{
	instant from = record_minute(e, INSPECTION_FIELD_FROM), to = record_minute(e, INSPECTION_FIELD_TO);

	return (struct change){ str_fmt(a, "Thời gian làm việc đổi thành: từ %.*s đến %.*s, tại %.*s.",
					ARG(fmt_minute_vi(a, from)), ARG(fmt_minute_vi(a, to)),
					ARG(prose_or_dots(VALUE(e, PLACE)))),
		VALUE(e, REASON) };
}

static struct change of_recommendation(struct arena *a, const struct record_event *e)
{
	struct str number = VALUE(e, RECOMMENDATION);

	if (e->verb == INSPECTION_DO_DROP_RECOMMENDATION)
		return (struct change){ str_fmt(a, "Rút kiến nghị số %.*s.", ARG(number)), VALUE(e, REASON) };
	return (struct change){ str_fmt(a, "Gia hạn kiến nghị số %.*s đến ngày %.*s.", ARG(number),
					ARG(prose_day(a, record_day(e, INSPECTION_FIELD_DEADLINE)))),
		VALUE(e, REASON) };
}

/* Which document a later step changes; PAPER_KINDS: none. */
static enum inspection_paper_kind changed_by(const struct record_event *e)
{
	switch (e->verb) {
	case INSPECTION_DO_MEMBER:
	case INSPECTION_DO_CONFLICT: return PAPER_DECISION;
	case INSPECTION_DO_RESCHEDULE: return PAPER_NOTICE;
	case INSPECTION_DO_PROLONG:
	case INSPECTION_DO_DROP_RECOMMENDATION: return PAPER_CONCLUSION;
	case INSPECTION_DO_AMEND:
		/* The words of the field are in the order of the first kinds. */
		return (enum inspection_paper_kind)record_word(
			&inspection_kind, e, INSPECTION_FIELD_DOCUMENT);
	default: return PAPER_KINDS;
	}
}

static struct change change_of(
	struct arena *a, const struct inspection_story *s, const struct record_event *e)
{
	switch (e->verb) {
	case INSPECTION_DO_MEMBER:
	case INSPECTION_DO_CONFLICT: return of_team(a, s, e);
	case INSPECTION_DO_RESCHEDULE: return of_schedule(a, e);
	case INSPECTION_DO_PROLONG:
	case INSPECTION_DO_DROP_RECOMMENDATION: return of_recommendation(a, e);
	default: return (struct change){ VALUE(e, TEXT), VALUE(e, REASON) };
	}
}

static const struct block_column change_columns[] = { { S_INIT("TT"), 2, CELL_CENTRE },
	{ S_INIT("Ngày"), 5, CELL_CENTRE },
	{ S_INIT("Nội dung sửa đổi, bổ sung, đính chính"), 14, CELL_LEFT },
	{ S_INIT("Lý do"), 9, CELL_LEFT } };
enum { CHANGE_COLUMNS = COUNT(change_columns) };

bool paper_changes(struct arena *a, const struct inspection_story *s, enum inspection_paper_kind kind,
	struct official_annex *out)
{
	struct paper_table t = { .a = a, .columns = change_columns, .columns_n = CHANGE_COLUMNS };
	struct block *body = NEW(a, struct block);
	bool is_signed = false;

	for (int i = 0; i < s->n; i++) {
		const struct record_event *e = &s->events[i];

		if (changed_by(e) == kind && (is_signed || e->verb == INSPECTION_DO_AMEND)) {
			struct change c = change_of(a, s, e);
			const struct str cells[CHANGE_COLUMNS] = { str_fmt(a, "%zu", t.n + 1),
				prose_day(a, day_of(e->happened)), prose_or_dots(c.text), c.reason };

			paper_row(&t, ROW_PLAIN, cells);
		}
		is_signed |= e->verb == (int)signing_steps[kind];
	}
	*body = paper_table_block(&t);
	*out = (struct official_annex){ S("Phụ lục"), S("Sửa đổi, bổ sung, đính chính sau khi ký"), body, 1 };
	return t.n > 0;
}

/* The document of a kind that is signed once, as it was then. */
static struct official signed_paper(
	struct arena *a, const struct inspection_story *s, enum inspection_paper_kind kind)
{
	const struct inspection *x = inspection_until(a, s->events, s->n, signing_steps[kind]);
	struct official_annex *annex = NEW(a, struct official_annex);
	struct official d = kind == PAPER_DECISION  ? paper_decision(a, &s->names, x)
			    : kind == PAPER_NOTICE  ? paper_notice(a, &s->names, x)
			    : kind == PAPER_MINUTES ? paper_minutes(a, &s->names, x)
						    : paper_conclusion(a, &s->names, x);

	if (paper_changes(a, s, kind, annex)) {
		d.annexes = annex;
		d.annexes_n = 1;
	}
	return d;
}

struct official inspection_paper(
	struct arena *a, const struct inspection_story *s, enum inspection_paper_kind kind, int item)
{
	struct inspection_paper_state state = inspection_paper_state(s->now, kind, item, s->names.today);
	struct official d;

	assert(state.exists);
	if (kind == PAPER_REPLY)
		d = paper_reply(a, &s->names, s->now, item);
	else if (kind == PAPER_REMINDER)
		d = paper_reminder(a, &s->names, s->now, item);
	else
		d = signed_paper(a, s, kind);
	d.is_draft = state.is_draft;
	return d;
}

struct str inspection_place(struct str province)
{
	static const struct str words[] = { S_INIT("Ủy ban nhân dân "), S_INIT("tỉnh "), S_INIT("Tỉnh "),
		S_INIT("thành phố "), S_INIT("Thành phố ") };

	for (size_t i = 0; i < COUNT(words); i++)
		if (str_starts(province, words[i]))
			province = str_sub(province, words[i].n, province.n);
	return province;
}
