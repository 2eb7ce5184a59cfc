#include "report/report.h"
#include "record/record_entry.h"
#include "tests/t.h"

static const struct report_figures sound = { .n = { [REPORT_FIGURE_RECEIVED] = 15,
						     [REPORT_FIGURE_NEW] = 12,
						     [REPORT_FIGURE_NEW_ONLINE] = 5,
						     [REPORT_FIGURE_CARRIED_OVER] = 3,
						     [REPORT_FIGURE_RESOLVED] = 13,
						     [REPORT_FIGURE_EARLY] = 10,
						     [REPORT_FIGURE_ON_TIME] = 2,
						     [REPORT_FIGURE_ENDED_LATE] = 1,
						     [REPORT_FIGURE_IN_PROGRESS] = 2,
						     [REPORT_FIGURE_OVERDUE] = 1,
						     [REPORT_FIGURE_PROCEDURES] = 9,
						     [REPORT_FIGURE_OFFERED] = 5,
						     [REPORT_FIGURE_USED] = 4 },
	.journal_size = 77,
	.journal_root = S_INIT("root") };

static instant at(const char *local)
{
	instant t = 0;

	CHECK(parse_local_minute(str_of(local), &t));
	return t;
}

static struct record_event event(enum report_verb verb, enum role by, const char *local)
{
	struct record_event e = { .verb = (int)verb, .by = by, .agency = S("SMA"), .happened = at(local) };

	e.recorded = e.happened;
	return e;
}

static struct record_event opening(enum role by)
{
	struct record_event e = event(REPORT_OPEN, by, "2022-03-10 08:00");

	e.values[REPORT_F_REGIME] = S("CCHC.SO.Q1");
	e.values[REPORT_F_NAME] = S("Báo cáo quý I");
	e.values[REPORT_F_SERIES] = S("CCHC");
	e.values[REPORT_F_YEAR] = S("2022");
	e.values[REPORT_F_TURN] = S("1");
	e.values[REPORT_F_FROM] = S("2021-12-15");
	e.values[REPORT_F_TO] = S("2022-03-14");
	e.values[REPORT_F_DUE] = S("2022-03-15");
	e.values[REPORT_F_OUTLINE] = S("CCHC");
	return e;
}

static struct record_event writing(struct arena *a, int section, const char *text)
{
	struct record_event e = event(REPORT_WRITE, ROLE_HEAD_OF_UNIT, "2022-03-11 08:00");

	e.values[REPORT_F_SECTION] = str_fmt(a, "%d", section);
	e.values[REPORT_F_TEXT] = str_of(text);
	return e;
}

static struct record_event submission(struct arena *a, const char *local)
{
	struct record_event e = event(REPORT_SUBMIT, ROLE_LEADER, local);

	report_put_figures(a, &sound, &e);
	return e;
}

static struct record_event decision(enum report_verb verb, const char *version)
{
	struct record_event e = event(verb, ROLE_HOME_AFFAIRS, "2022-03-17 08:00");

	e.values[REPORT_F_VERSION] = str_of(version);
	if (verb == REPORT_RETURN)
		e.values[REPORT_F_REASON] = S("Thiếu số liệu mục II.5");
	return e;
}

/* MSG_record_yes: it happened. */
static enum msg step(struct report *r, const struct record_event *e, int64_t other)
{
	struct report_env env = { other };
	struct record_refusal no = record_allows(&report_kind, &r->base, e);

	if (!no.refused)
		no = report_decide(r, e, &env);
	if (no.refused)
		return no.why;
	report_apply(r, e);
	record_step(&report_kind, &r->base, e);
	return MSG_record_yes;
}

static void write_all(struct arena *a, struct report *r)
{
	for (int s = 1; s <= r->outline->n; s++) {
		struct record_event e = writing(a, s, "Nội dung mẫu");

		if (r->outline->sections[s - 1].needed)
			CHECK_INT(step(r, &e, 0), MSG_record_yes);
	}
}

static void open(struct report *r)
{
	struct record_event e = opening(ROLE_LEADER);

	CHECK_INT(step(r, &e, 0), MSG_record_yes);
}

TEST(a_report_from_draft_to_acceptance_in_two_versions)
{
	ARENA a = { 0 };
	struct report r = { 0 };

	open(&r);
	write_all(&a, &r);
	struct record_event e = submission(&a, "2022-03-16 09:00"), back = decision(REPORT_RETURN, "1");
	CHECK_INT(step(&r, &e, 0), MSG_record_yes);
	CHECK_INT(r.base.state, REPORT_SUBMITTED);
	CHECK_INT(step(&r, &back, 0), MSG_record_yes);
	CHECK_INT(r.base.state, REPORT_RETURNED);
	CHECK_STR(r.versions[0].reason, S("Thiếu số liệu mục II.5"));
	struct record_event text = writing(&a, 6, "Đã bổ sung"), again = submission(&a, "2022-03-18 09:00");
	CHECK_INT(step(&r, &text, 0), MSG_record_yes);
	CHECK_INT(step(&r, &again, 0), MSG_record_yes);
	struct record_event old = decision(REPORT_ACCEPT, "1"), yes = decision(REPORT_ACCEPT, "2");
	CHECK_INT(step(&r, &old, 0), MSG_report_not_newest);
	CHECK_INT(step(&r, &yes, 0), MSG_record_yes);
	CHECK_INT(r.base.state, REPORT_ACCEPTED);
	CHECK_INT(r.versions_n, 2);
	CHECK_INT(r.versions[0].fate, FATE_RETURNED);
	CHECK_INT(r.versions[1].fate, FATE_ACCEPTED);
	CHECK_INT(r.versions[1].figures.n[REPORT_FIGURE_RECEIVED], 15);
	CHECK_INT(r.versions[1].figures.journal_size, 77);
	CHECK_INT(report_first_day(&r), day_of(at("2022-03-16 00:00"))); /* punctual by the first one */
}

TEST(nothing_changes_after_acceptance_but_by_an_amendment)
{
	ARENA a = { 0 };
	struct report r = { 0 };

	open(&r);
	write_all(&a, &r);
	struct record_event e = submission(&a, "2022-03-15 09:00"), yes = decision(REPORT_ACCEPT, "1");
	CHECK_INT(step(&r, &e, 0), MSG_record_yes);
	CHECK_INT(step(&r, &yes, 0), MSG_record_yes);
	struct record_event text = writing(&a, 1, "Khác"), back = decision(REPORT_RETURN, "1");
	CHECK_INT(step(&r, &text, 0), MSG_record_not_now);
	CHECK_INT(step(&r, &e, 0), MSG_record_not_now);
	CHECK_INT(step(&r, &back, 0), MSG_record_not_now);
	struct record_event amend = event(REPORT_AMEND, ROLE_LEADER, "2022-04-01 08:00");
	amend.values[REPORT_F_TEXT] = S("Đính chính mục I");
	CHECK_INT(step(&r, &amend, 0), MSG_record_yes);
	amend.values[REPORT_F_SECTION] = S("11");
	CHECK_INT(step(&r, &amend, 0), MSG_report_no_section);
	CHECK_INT(r.amendments_n, 1);
	CHECK_STR(r.sections[0], S("Nội dung mẫu"));
}

TEST(refusals_when_opening)
{
	struct report r = { 0 };
	struct record_event e = opening(ROLE_LEADER);

	CHECK_INT(step(&r, &e, 12), MSG_report_no_second);
	e.values[REPORT_F_OUTLINE] = S("KHAC");
	CHECK_INT(step(&r, &e, 0), MSG_report_no_outline);
	e = opening(ROLE_LEADER);
	e.values[REPORT_F_TO] = S("2021-12-14");
	CHECK_INT(step(&r, &e, 0), MSG_report_no_period);
	e = opening(ROLE_HOME_AFFAIRS);
	CHECK_INT(step(&r, &e, 0), MSG_report_not_the_writer);
	e.values[REPORT_F_CONSOLIDATED] = S("1");
	CHECK_INT(step(&r, &e, 0), MSG_record_yes);
	CHECK(r.consolidated);
}

TEST(refusals_when_submitting)
{
	ARENA a = { 0 };
	struct report r = { 0 };
	struct record_event early = submission(&a, "2022-03-14 23:59"),
			    fine = submission(&a, "2022-03-15 00:00");

	open(&r);
	CHECK_INT(step(&r, &fine, 0), MSG_report_section_empty);
	CHECK_INT(report_empty_section(&r), 1);
	write_all(&a, &r);
	CHECK_INT(report_empty_section(&r), 0);
	CHECK_INT(step(&r, &early, 0), MSG_report_too_early);
	struct record_event crooked = fine;
	crooked.values[REPORT_F_FIGURES + REPORT_FIGURE_RECEIVED] = S("16");
	CHECK_INT(step(&r, &crooked, 0), MSG_report_unbalanced);
	struct record_event empty = writing(&a, 4, "");
	CHECK_INT(step(&r, &empty, 0), MSG_record_yes); /* a text may be taken away again */
	CHECK_INT(step(&r, &fine, 0), MSG_report_section_empty);
	CHECK_INT(report_empty_section(&r), 4);
	struct record_event outside = writing(&a, 11, "x");
	CHECK_INT(step(&r, &outside, 0), MSG_report_no_section);
}

TEST(each_step_has_its_roles)
{
	static const struct {
		enum report_verb verb;
		unsigned roles;
	} rows[] = {
		{ REPORT_OPEN, ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER) | ROLE_BIT(HOME_AFFAIRS) },
		{ REPORT_WRITE, ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER) | ROLE_BIT(HOME_AFFAIRS) },
		{ REPORT_SUBMIT, ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER) | ROLE_BIT(HOME_AFFAIRS) },
		{ REPORT_ACCEPT, ROLE_BIT(HOME_AFFAIRS) },
		{ REPORT_RETURN, ROLE_BIT(HOME_AFFAIRS) },
		{ REPORT_AMEND, ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER) | ROLE_BIT(HOME_AFFAIRS) },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		for (int role = 0; role < ROLE_N; role++) {
			int state = __builtin_ctz(report_kind.verbs[rows[i].verb].from);
			bool may = role == ROLE_SYSTEM || (rows[i].roles >> role & 1);

			CHECK_INT(
				record_verb_is_open(&report_kind, state, (int)rows[i].verb, 1u << role), may);
		}
}

TEST(home_affairs_writes_no_agencys_report)
{
	ARENA a = { 0 };
	struct report r = { 0 };
	struct record_event text = writing(&a, 1, "x"), submit = submission(&a, "2022-03-16 08:00");

	open(&r);
	write_all(&a, &r);
	text.by = submit.by = ROLE_HOME_AFFAIRS;
	CHECK_INT(step(&r, &text, 0), MSG_report_not_the_writer);
	CHECK_INT(step(&r, &submit, 0), MSG_report_not_the_writer);
}

TEST(texts_are_sealed_and_figures_are_public)
{
	ARENA a = { 0 };
	struct record_event text = writing(&a, 3, "Ông Mẫu phụ trách"),
			    submit = submission(&a, "2022-03-16 08:00");
	struct str none[RECORD_PARTS] = { 0 };
	struct buf written = { .a = &a }, frozen = { .a = &a };

	text.record = submit.record = 5;
	record_entry_write(&written, &report_kind, &text, none);
	CHECK(str_find(buf_str(&written), S("Ông Mẫu")) == written.n);
	CHECK(str_find(record_part_write(&a, &report_kind, &text, RECORD_PART_WORDS), S("Ông Mẫu")) > 0);
	record_entry_write(&frozen, &report_kind, &submit, none);
	CHECK(str_find(buf_str(&frozen), S("\"received\":\"15\"")) < frozen.n);
	CHECK(str_find(buf_str(&frozen), S("\"journal_root\":\"root\"")) < frozen.n);
}

TEST(the_texts_of_a_version_are_those_before_its_submission)
{
	struct record_event list[] = { { .verb = REPORT_OPEN }, { .verb = REPORT_WRITE },
		{ .verb = REPORT_SUBMIT }, { .verb = REPORT_RETURN }, { .verb = REPORT_WRITE },
		{ .verb = REPORT_SUBMIT } };

	CHECK_INT(report_events_of_version(list, COUNT(list), 1), 3);
	CHECK_INT(report_events_of_version(list, COUNT(list), 2), 6);
	CHECK_INT(report_events_of_version(list, COUNT(list), 3), 6);
}

TEST(four_fifths_of_the_services_online)
{
	struct report_figures f = sound;

	CHECK(report_online_target_met(&f));
	f.n[REPORT_FIGURE_USED] = 3;
	CHECK(!report_online_target_met(&f));
	f.n[REPORT_FIGURE_OFFERED] = f.n[REPORT_FIGURE_USED] = 0;
	CHECK(!report_online_target_met(&f));
	f = sound;
	f.n[REPORT_FIGURE_OVERDUE] = 3;
	CHECK(!report_figures_balance(&f));
}

TEST(a_reminder_is_sent_once_a_day)
{
	struct reminder_env sent = { true }, fresh = { false };
	struct reminder r = { 0 };
	struct record_event e = { .verb = REMINDER_SEND, .by = ROLE_HOME_AFFAIRS };

	CHECK_INT(reminder_decide(&r, &e, &sent).why, MSG_report_reminded_today);
	CHECK_INT(reminder_decide(&r, &e, &fresh).refused, false);
}

TEST(every_section_and_figure_has_words_in_both_languages)
{
	const struct outline *o = outline_of(S("CCHC"));

	CHECK_OR_STOP(o != NULL);
	CHECK_INT(o->n, 10);
	for (int i = 0; i < o->n; i++)
		for (int lang = 0; lang < 2; lang++) {
			CHECK(msg_text((enum lang)lang, o->sections[i].title).n > 0);
			CHECK(msg_text((enum lang)lang, o->sections[i].ask).n > 0);
		}
	for (int f = 0; f < REPORT_FIGURE_N; f++)
		CHECK(msg_text(LANG_VI, report_figure_label((enum report_figure)f)).n > 0);
	CHECK(outline_of(S("")) == NULL);
}
