#include "calendar/words.h"
#include "calendar/sample.h"

static struct deadline computed(const struct calendar *c, const struct deadline_query *q)
{
	struct deadline d = { 0 };

	CHECK_INT(deadline_compute(c, q, &d), DEADLINE_FINE);
	return d;
}

/* "26r+ 27w- ..." : day of the month, reason's letters, counted or not; and the minutes of hours. */
static struct str short_days(struct arena *a, const struct calendar *c, const struct deadline_query *q)
{
	static const char *const letters[REASON_COUNT] = { "wd", "we", "h", "c", "off", "on", "r", "p" };
	struct deadline d = computed(c, q);
	struct buf b = { .a = a };

	for (daynum day = d.first_day; day <= d.due.day; day++) {
		struct explained_day e = explain_day(c, q, &d, day);
		buf_fmt(&b, "%s%d%s%c", b.n ? " " : "", civil_from_day(day).day, letters[e.reason],
			e.counted ? '+' : '-');
		if (e.minutes)
			buf_int(&b, e.minutes);
	}
	return buf_str(&b);
}

TEST(json_is_the_contracts)
{
	ARENA a = { 0 };
	const struct calendar *c = sample_calendar(&a, NULL, 0);
	struct deadline_query q = { .received = sample_minute("2022-10-21 15:40"),
		.allow = { UNIT_WORKING_DAYS, 3, false } };
	struct deadline d = computed(c, &q);
	struct buf b = { .a = &a };

	deadline_json(&b, c, &q, &d);
	CHECK_STR(buf_str(&b), S("{\"due\":\"2022-10-26\",\"rule\":\"civil\",\"unit\":\"working_days\","
				 "\"allow\":3,\"verified\":true,"
				 "\"rolled_from\":null,\"days\":[{\"date\":\"2022-10-22\",\"counted\":false,"
				 "\"reason\":\"weekend\"},"
				 "{\"date\":\"2022-10-23\",\"counted\":false,\"reason\":\"weekend\"},"
				 "{\"date\":\"2022-10-24\",\"counted\":true,\"reason\":\"working_day\"},"
				 "{\"date\":\"2022-10-25\",\"counted\":true,\"reason\":\"working_day\"},"
				 "{\"date\":\"2022-10-26\",\"counted\":true,\"reason\":\"working_day\"}]}"));
	q = (struct deadline_query){ .received = sample_minute("2026-12-31 16:30"),
		.allow = { UNIT_HOURS, 1, false },
		.rule = RULE_HOURS };
	d = computed(c, &q);
	b = (struct buf){ .a = &a };
	deadline_json(&b, c, &q, &d);
	CHECK_STR(buf_str(&b),
		S("{\"due\":\"2027-01-01T08:00:00+07:00\",\"rule\":\"hours\",\"unit\":\"hours\",\"allow\":1,"
		  "\"verified\":false,\"rolled_from\":null,\"days\":["
		  "{\"date\":\"2026-12-31\",\"counted\":true,\"reason\":\"reception_day\"},"
		  "{\"date\":\"2027-01-01\",\"counted\":true,\"reason\":\"working_day\"}]}"));
	q = (struct deadline_query){ .received = q.received, .allow = { .none = true } };
	d = computed(c, &q);
	b = (struct buf){ .a = &a };
	deadline_json(&b, c, &q, &d);
	CHECK_STR(buf_str(&b), S("{\"due\":null,\"rule\":\"civil\",\"unit\":\"working_days\",\"allow\":null,"
				 "\"verified\":true,"
				 "\"rolled_from\":null,\"days\":[]}"));
}

TEST(each_day_has_its_reason)
{
	ARENA a = { 0 };
	const struct calendar *c = sample_calendar(&a, NULL, 0);
	static const struct {
		const char *received;
		int n;
		enum unit unit;
		enum rule rule;
		int cutoff_minute;
		const char *want;
	} rows[] = {
		{ "2026-04-24 09:00", 3, UNIT_WORKING_DAYS, RULE_CIVIL, 0,
			"25we- 26we- 27c- 28wd+ 29wd+ 30h- 1h- 2we- 3we- 4wd+" },
		{ "2026-08-21 09:00", 2, UNIT_WORKING_DAYS, RULE_CIVIL, 0, "22on+ 23we- 24wd+" },
		{ "2026-08-28 09:00", 1, UNIT_WORKING_DAYS, RULE_CIVIL, 0,
			"29we- 30we- 31off- 1h- 2h- 3wd+" },
		/* calendar days count every day; those of the roll-over do not */
		{ "2026-03-02 09:00", 5, UNIT_CALENDAR_DAYS, RULE_CIVIL, 0,
			"3wd+ 4wd+ 5wd+ 6wd+ 7we+ 8we- 9wd-" },
		/* hours: the day of reception counts as far as it was used */
		{ "2026-04-29 16:00", 4, UNIT_HOURS, RULE_HOURS, 0, "29r+60 30h- 1h- 2we- 3we- 4wd+180" },
		{ "2026-03-06 17:00", 4, UNIT_HOURS, RULE_HOURS, 0, "6r- 7we- 8we- 9wd+240" },
		{ "2026-03-07 09:00", 4, UNIT_HOURS, RULE_HOURS, 0, "7we- 8we- 9wd+240" },
		{ "2022-10-21 15:40", 3, UNIT_WORKING_DAYS, RULE_HOURS, 0,
			"21r- 22we- 23we- 24wd+ 25wd+ 26wd+" },
		{ "2026-03-07 10:00", 3, UNIT_WORKING_DAYS, RULE_HOURS, 0,
			"7we- 8we- 9r- 10wd+ 11wd+ 12wd+" },
		/* immediate */
		{ "2026-03-02 16:59", 0, UNIT_IMMEDIATE, RULE_CIVIL, 0, "2r+" },
		{ "2026-03-07 09:00", 0, UNIT_IMMEDIATE, RULE_CIVIL, 0, "7we- 8we- 9wd+" },
		{ "2026-03-06 15:01", 0, UNIT_IMMEDIATE, RULE_CIVIL, 900, "6r- 7we- 8we- 9wd+" },
		/* after the cut-off: the next working day is the day of reception */
		{ "2026-03-06 15:01", 1, UNIT_WORKING_DAYS, RULE_CIVIL, 900, "7we- 8we- 9r- 10wd+" },
		{ "2026-03-06 15:01", 9, UNIT_HOURS, RULE_HOURS, 900, "6r- 7we- 8we- 9wd+480 10wd+60" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct deadline_query q = { .received = sample_minute(rows[i].received),
			.allow = { rows[i].unit, rows[i].n, false },
			.rule = rows[i].rule,
			.cutoff_minute = rows[i].cutoff_minute };
		CHECK_STR(short_days(&a, c, &q), str_of(rows[i].want));
	}
}

TEST(pauses_show_and_count_nothing)
{
	ARENA a = { 0 };
	const struct calendar *c = sample_calendar(&a, NULL, 0);
	static const struct {
		const char *received, *asked, *came;
		int n;
		enum unit unit;
		enum rule rule;
		const char *want;
	} rows[] = {
		/* the day of the request is used up, the day on which the supplement came is not counted */
		{ "2026-03-02 09:00", "2026-03-04 10:00", "2026-03-10 14:00", 5, UNIT_WORKING_DAYS,
			RULE_CIVIL, "3wd+ 4wd+ 5p- 6p- 7p- 8p- 9p- 10p- 11wd+ 12wd+ 13wd+" },
		{ "2026-03-02 09:00", "2026-03-02 10:00", "2026-03-02 14:00", 1, UNIT_WORKING_DAYS,
			RULE_CIVIL, "3wd+" },
		{ "2026-03-02 09:00", "2026-03-03 10:00", "2026-03-05 14:00", 1, UNIT_WORKING_DAYS,
			RULE_CIVIL, "3wd+" },
		{ "2026-03-02 09:00", "2026-03-03 10:00", "2026-03-05 14:00", 3, UNIT_CALENDAR_DAYS,
			RULE_CIVIL, "3wd+ 4p- 5p- 6wd+ 7we+ 8we- 9wd-" },
		/* asked for on the Sunday of a roll-over, there on Monday: nothing is left to count, Tuesday
		   is due */
		{ "2026-03-02 09:00", "2026-03-08 10:00", "2026-03-09 14:00", 5, UNIT_CALENDAR_DAYS,
			RULE_CIVIL, "3wd+ 4wd+ 5wd+ 6wd+ 7we+ 8we- 9p- 10wd-" },
		{ "2026-03-02 09:00", "2026-03-02 10:00", "2026-03-05 08:30", 2, UNIT_HOURS, RULE_HOURS,
			"2r+60 3p- 4p- 5wd+60" },
		{ "2026-03-06 09:00", "2026-03-06 10:00", "2026-03-10 08:30", 2, UNIT_HOURS, RULE_HOURS,
			"6r+60 7p- 8p- 9p- 10wd+60" },
		{ "2026-03-02 09:00", "2026-03-03 07:00", "2026-03-04 07:00", 2, UNIT_WORKING_DAYS,
			RULE_HOURS, "2r- 3p- 4wd+ 5wd+" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct pause p = { sample_minute(rows[i].asked), sample_minute(rows[i].came) };
		struct deadline_query q = { .received = sample_minute(rows[i].received),
			.allow = { rows[i].unit, rows[i].n, false },
			.rule = rows[i].rule,
			.supplement = SUPPLEMENT_RESUME,
			.pauses = &p,
			.pause_count = 1 };
		CHECK_STR(short_days(&a, c, &q), str_of(rows[i].want));
	}
}

TEST(restart_counts_anew_from_the_supplement)
{
	ARENA a = { 0 };
	const struct calendar *c = sample_calendar(&a, NULL, 0);
	struct pause p = { sample_minute("2026-03-04 10:00"), sample_minute("2026-03-10 16:30") };
	struct deadline_query q = { .received = sample_minute("2026-03-02 09:00"),
		.allow = { UNIT_WORKING_DAYS, 2, false },
		.pauses = &p,
		.pause_count = 1 };

	CHECK_STR(short_days(&a, c, &q), S("11wd+ 12wd+"));
	q.rule = RULE_HOURS;
	q.allow = (struct allowance){ UNIT_HOURS, 1, false };
	CHECK_STR(short_days(&a, c, &q), S("10r+30 11wd+30"));
	q.cutoff_minute = 16 * 60;
	CHECK_STR(short_days(&a, c, &q), S("10r- 11wd+60"));
	q.allow = (struct allowance){ UNIT_IMMEDIATE, 0, false };
	q.supplement = SUPPLEMENT_RESUME;
	CHECK_STR(short_days(&a, c, &q), S("10r- 11wd+"));
}

TEST(words_in_both_languages)
{
	ARENA a = { 0 };
	const struct calendar *c = sample_calendar(&a, NULL, 0);
	struct deadline_query q = { .received = sample_minute("2026-01-16 09:00"),
		.allow = { UNIT_MONTHS, 1, false } };
	struct deadline d = computed(c, &q);
	struct buf b = { .a = &a };

	q.allow = (struct allowance){ UNIT_CALENDAR_DAYS, 1, false };
	d = computed(c, &q);
	deadline_words(&b, LANG_VI, c, &q, &d);
	CHECK_STR(buf_str(&b), S("Thời hạn 1 ngày: hạn trả kết quả là hết ngày Thứ Hai, 19/01/2026.\n"
				 "Ngày cuối 17/01/2026 là ngày nghỉ nên hạn chuyển sang ngày làm việc tiếp "
				 "theo (Điều 148 Bộ luật Dân sự 2015).\n"
				 "Thứ Bảy, 17/01/2026: ngày nghỉ hằng tuần, tính ngày thứ 1\n"
				 "Chủ nhật, 18/01/2026: ngày nghỉ hằng tuần, không tính\n"
				 "Thứ Hai, 19/01/2026: ngày làm việc, không tính\n"));
	q = (struct deadline_query){ .received = sample_minute("2026-12-31 15:30"),
		.allow = { UNIT_HOURS, 2, false },
		.rule = RULE_HOURS };
	d = computed(c, &q);
	b = (struct buf){ .a = &a };
	deadline_words(&b, LANG_EN, c, &q, &d);
	CHECK_STR(buf_str(&b),
		S("Time allowed, 2 working hours: due at 08:00 Friday, 01/01/2027.\n"
		  "Some of these days are not covered by an announced calendar: the deadline may change.\n"
		  "Thursday, 31/12/2026: day of reception, 1 h 30 min counted\n"
		  "Friday, 01/01/2027: working day, 30 min counted\n"));
}

TEST(how_long_is_left_in_words)
{
	ARENA a = { 0 };
	const struct calendar *c = sample_calendar(&a, NULL, 0);
	struct due day = due_on_day(sample_day(20260309)), saturday = due_on_day(sample_day(20260307));
	struct due minute = due_at_minute(sample_minute("2026-03-09 15:40"));
	const struct {
		struct due due;
		const char *now, *vi, *en;
	} rows[] = {
		{ { 0 }, "2026-03-09 08:00", "không có thời hạn", "no deadline" },
		{ day, "2026-03-05 08:00", "còn 2 ngày làm việc", "2 working days left" },
		{ day, "2026-03-08 08:00", "còn 1 ngày làm việc", "1 working day left" },
		{ day, "2026-03-09 23:59", "hôm nay là hạn", "due today" },
		{ day, "2026-03-10 00:00", "quá hạn 1 ngày làm việc", "1 working day overdue" },
		{ saturday, "2026-03-06 09:00", "còn 1 ngày, không có ngày làm việc",
			"1 day left, none of them a working day" },
		{ saturday, "2026-03-08 09:00", "đã quá hạn", "overdue" },
		{ minute, "2026-03-06 16:00", "còn 1 ngày làm việc", "1 working day left" },
		{ minute, "2026-03-09 08:00", "hôm nay là hạn, còn 6 giờ 10 phút làm việc",
			"due today, 6 h 10 min of working time left" },
		{ minute, "2026-03-09 15:40:30", "hôm nay là hạn, không còn giờ làm việc",
			"due today, no working time left" },
		{ minute, "2026-03-09 15:41", "quá hạn từ hôm nay", "overdue since today" },
		{ minute, "2026-03-11 15:41", "quá hạn 2 ngày làm việc", "2 working days overdue" },
		{ due_on_day(day_from_civil((struct civil){ 2199, 12, 31 })), "2199-12-30 08:00",
			"còn 1 ngày làm việc", "1 working day left" },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		for (int lang = 0; lang < LANGS; lang++) {
			struct buf b = { .a = &a };
			remaining_words(&b, (enum lang)lang,
				deadline_remaining(c, rows[i].due, sample_minute(rows[i].now)));
			CHECK_STR(buf_str(&b), str_of(lang == LANG_VI ? rows[i].vi : rows[i].en));
		}
}

TEST(allowances_in_words)
{
	ARENA a = { 0 };
	static const struct {
		struct allowance allow;
		const char *vi, *en;
	} rows[] = {
		{ { UNIT_WORKING_DAYS, 15, false }, "15 ngày làm việc", "15 working days" },
		{ { UNIT_CALENDAR_DAYS, 1, false }, "1 ngày", "1 day" },
		{ { UNIT_MONTHS, 2, false }, "2 tháng", "2 months" },
		{ { UNIT_HOURS, 4, false }, "4 giờ làm việc", "4 working hours" },
		{ { UNIT_IMMEDIATE, 0, false }, "trả kết quả ngay trong ngày", "on the same day" },
		{ { UNIT_WORKING_DAYS, 0, true }, "không quy định thời hạn", "no set deadline" },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		for (int lang = 0; lang < LANGS; lang++) {
			struct buf b = { .a = &a };
			allowance_words(&b, (enum lang)lang, rows[i].allow);
			CHECK_STR(buf_str(&b), str_of(lang == LANG_VI ? rows[i].vi : rows[i].en));
		}
}
