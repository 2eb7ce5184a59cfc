/* What pages of feedback share: words, clocks day by day, agencies to choose from. */
#include "feedback/feedback_parts_web.h"

#include "calendar/words.h"

#include <stdlib.h>

enum { MOST_DAYS = 60 };

struct str feedback_word(struct request *rq, const struct record_word *words, int index)
{
	return index == FEEDBACK_NO_WORD ? S("") : msg_text(rq->lang, words[index].name);
}

struct str feedback_kind_name(struct request *rq, int content)
{
	if (content == FEEDBACK_NO_WORD)
		return msg_text(rq->lang, MSG_feedback_web_not_classified);
	return msg_text(rq->lang, feedback_content_is_conduct(content) ? MSG_figures_feedback_conduct
								       : MSG_figures_feedback_rules);
}

enum tone feedback_tone(int state)
{
	static const enum tone tones[FEEDBACK_STATE_N] = { [FEEDBACK_IS_RECEIVED] = TONE_INFO,
		[FEEDBACK_IS_WAITING] = TONE_WAIT,
		[FEEDBACK_IS_ACCEPTED] = TONE_INFO,
		[FEEDBACK_IS_DRAFTED] = TONE_INFO,
		[FEEDBACK_IS_ANSWERED] = TONE_GOOD,
		[FEEDBACK_IS_PUBLISHED] = TONE_GOOD,
		[FEEDBACK_IS_CLOSED] = TONE_PLAIN,
		[FEEDBACK_IS_REFUSED] = TONE_WARN,
		[FEEDBACK_IS_MERGED] = TONE_PLAIN };

	return tones[state];
}

struct str feedback_agency_name(struct request *rq, const struct catalogue *c, struct str code)
{
	if (!code.n)
		return msg_text(rq->lang, MSG_feedback_web_province_office);
	return str_dup(rq->a, site_agency_name(rq, c, code));
}

enum deadline_look feedback_look(
	struct request *rq, const struct catalogue *c, struct str agency, daynum due, struct str *words)
{
	const struct calendar *calendar = catalogue_calendar(c, catalogue_agency(c, agency));
	struct remaining r = deadline_remaining(calendar, due_on_day(due), rq->now);
	struct buf b = { .a = rq->a };

	remaining_words(&b, rq->lang, r);
	*words = site_capital(rq->a, buf_str(&b));
	return site_deadline_look(r);
}

/* The days from the beginning to the due day, by the holidays that it was counted with. */
static void explain(struct request *rq, const struct catalogue *c, const struct feedback *f,
	enum feedback_clock clock, struct feedback_clock_line *line)
{
	bool last = clock == FEEDBACK_CLOCK_PUBLISH;
	int64_t version = last ? f->publish_calendar : f->calendar;
	const struct calendar *calendar = catalogue_calendar_at(c, rq->a, catalogue_agency(c, f->base.agency),
		version <= c->holidays_n ? version : c->holidays_n, KNOWN_NOW);
	instant from = last ? f->publish_from : f->clock_from;
	int allow = calendar_working_days(calendar, day_of(from), f->dues[clock]), nth = 0;
	struct deadline_query q = { .received = from, .allow = { UNIT_WORKING_DAYS, allow, false } };
	struct feedback_day *days = NEW_ARRAY(rq->a, struct feedback_day, MOST_DAYS);
	struct deadline d;

	if (allow < 1 || deadline_compute(calendar, &q, &d) != DEADLINE_FINE || d.due.day != f->dues[clock])
		return;
	for (daynum day = d.first_day; day <= d.due.day && line->days_n < MOST_DAYS; day++) {
		struct explained_day e = explain_day(calendar, &q, &d, day);
		struct buf why = { .a = rq->a };

		if (e.counted)
			msg_feedback_web_nth(&why, rq->lang, ++nth);
		else
			buf_add(&why, site_capital(rq->a, day_reason_words(rq->lang, e.reason)));
		days[line->days_n++] = (struct feedback_day){ weekday_words(rq->lang, day),
			fmt_day_vi(rq->a, day), buf_str(&why), e.counted, day == d.due.day };
	}
	line->days = days;
	if (!d.verified)
		line->note = msg_text(rq->lang, MSG_feedback_web_calendar_unverified);
}

static struct feedback_clock_line line_of(struct request *rq, const struct catalogue *c,
	const struct feedback *f, enum feedback_clock clock, enum feedback_clock running)
{
	const struct feedback_clock_row *row = feedback_clock_row(clock);
	struct buf due = { .a = rq->a }, basis = { .a = rq->a };
	struct feedback_clock_line line = { .name = msg_text(rq->lang, row->name), .runs = clock == running };

	due_words(&due, rq->lang, due_on_day(f->dues[clock]));
	line.due = site_capital(rq->a, buf_str(&due));
	msg_feedback_web_allow(&basis, rq->lang, row->days, row->basis);
	line.basis = buf_str(&basis);
	explain(rq, c, f, clock, &line);
	if (!row->verified)
		line.note = msg_text(rq->lang, MSG_feedback_web_recalled_short);
	if (line.runs)
		line.look = feedback_look(rq, c, f->base.agency, f->dues[clock], &line.remaining);
	return line;
}

const struct feedback_clock_line *feedback_clock_lines(
	struct request *rq, const struct catalogue *c, const struct feedback *f, size_t *n)
{
	struct feedback_clock_line *lines = NEW_ARRAY(rq->a, struct feedback_clock_line, FEEDBACK_CLOCK_N);
	daynum due;
	enum feedback_clock running = feedback_next(f, &due);
	bool ended = f->base.state == FEEDBACK_IS_REFUSED || f->base.state == FEEDBACK_IS_MERGED;

	*n = 0;
	for (int clock = 0; clock < FEEDBACK_CLOCK_N && !ended; clock++)
		if (f->dues[clock] != DAYNUM_NONE)
			lines[(*n)++] = line_of(rq, c, f, (enum feedback_clock)clock, running);
	return lines;
}

/* Units within an agency are not addressed by the public. */
static bool is_addressed(const struct catalogue *c, const struct agency_version *v, daynum day)
{
	const struct agency_version *up;
	int parent = v->parent.n ? catalogue_agency(c, v->parent) : 0;

	if (v->level == LEVEL_MINISTRY)
		return false;
	up = parent ? agency_on(&c->agencies, parent, day, KNOWN_NOW) : NULL;
	return !up || up->level != v->level || !up->parent.n;
}

struct sorted {
	int number;
	struct str key;
};
static int by_key(const void *a, const void *b)
{
	return str_cmp(((const struct sorted *)a)->key, ((const struct sorted *)b)->key);
}

const struct choice *feedback_agencies(
	struct request *rq, const struct catalogue *c, struct str chosen, enum msg none, size_t *n)
{
	struct sorted *list = NEW_ARRAY(rq->a, struct sorted, c->agencies.n + 1);
	struct choice *choices = NEW_ARRAY(rq->a, struct choice, c->agencies.n + 1);
	size_t count = 0;

	for (int i = 1; i <= c->agencies.n; i++) {
		const struct agency_version *v = agency_on(&c->agencies, i, day_of(rq->now), KNOWN_NOW);

		if (v && is_addressed(c, v, day_of(rq->now)))
			list[count++] = (struct sorted){ i, c->agency_order[i] };
	}
	qsort(list, count, sizeof *list, by_key);
	choices[0] = (struct choice){ S(""), msg_text(rq->lang, none), !chosen.n };
	for (size_t i = 0; i < count; i++) {
		const struct agency_version *v =
			agency_on(&c->agencies, list[i].number, day_of(rq->now), KNOWN_NOW);

		choices[i + 1] = (struct choice){ str_dup(rq->a, v->code), str_dup(rq->a, v->name),
			str_eq(v->code, chosen) };
	}
	*n = count + 1;
	return choices;
}
