/* Contacts and opening hours, as laws. */
#include "office/office_contact.h"
#include "office/office_hours.h"
#include "tests/t.h"

TEST(telephones_have_one_spelling_and_are_shown_as_people_write_them)
{
	static const struct {
		const char *typed, *kept, *shown; /* kept NULL: refused */
	} cases[] = {
		{ "0912345678", "+84912345678", "0912 345 678" },
		{ "+84 912.345.678", "+84912345678", "0912 345 678" },
		{ "(0227) 383-1234", "+842273831234", "0227 3831 234" },
		{ "024 38253536", "+842438253536", "024 3825 3536" },
		{ "0227 3831234", "+842273831234", "0227 3831 234" },
		{ "1900 1234", "19001234", "1900 1234" },
		{ "1800123456", "1800123456", "1800 1234 56" },
		{ "1022", "1022", "1022" },
		{ "0000 000 001", "+84000000001", "0000 000 001" },
		{ "", NULL, NULL },
		{ "0123456789", NULL, NULL },
		{ "01234567890", NULL, NULL },
		{ "091234567", NULL, NULL },
		{ "09123456789", NULL, NULL },
		{ "0227 12", NULL, NULL },
		{ "912345678", NULL, NULL },
		{ "+1 202 555 0100", NULL, NULL },
		{ "0912 345 67a", NULL, NULL },
		{ "<script>", NULL, NULL },
		{ "180012", NULL, NULL },
		{ "19001234567", NULL, NULL },
		{ "115 115", NULL, NULL },
	};
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str kept = { 0 }, again = { 0 };
		bool fine = phone_from(&a, str_of(cases[i].typed), &kept);

		test_check(fine == (cases[i].kept != NULL), __FILE__, __LINE__, "%s", cases[i].typed);
		if (!fine)
			continue;
		CHECK_STR(kept, str_of(cases[i].kept));
		CHECK_STR(phone_text(&a, kept), str_of(cases[i].shown));
		/* What is kept is read back as itself, and so is what is shown. */
		CHECK(phone_from(&a, kept, &again) && str_eq(again, kept));
		CHECK(phone_from(&a, phone_text(&a, kept), &again) && str_eq(again, kept));
	}
	CHECK_STR(phone_text(&a, S("")), S(""));
}

TEST(addresses_of_mail_are_looked_at)
{
	static const char *const fine[] = { "a@b.vn", "vanthu.somau@tinh-mau.gov.vn" };
	static const char *const wrong[] = { "", "a", "a@", "@b.vn", "a@b", "a@b.", "a b@c.vn", "a@b@c.vn",
		"<a@b.vn>", "a@.vn", "á@b.vn", "a@b.vn\n" };

	for (size_t i = 0; i < COUNT(fine); i++)
		CHECK(mail_fits(str_of(fine[i])));
	for (size_t i = 0; i < COUNT(wrong); i++)
		test_check(!mail_fits(str_of(wrong[i])), __FILE__, __LINE__, "%s", wrong[i]);
}

TEST(a_contact_says_something_and_each_thing_right)
{
	static const struct {
		enum contact_verb verb;
		enum contact_field field;
		const char *value;
		bool unknown, taken;
		int at; /* the field of the refusal; -1: none; -2: of the whole */
	} cases[] = {
		{ CONTACT_GIVE, CONTACT_ADDRESS, "1 đường Mẫu", false, false, -1 },
		{ CONTACT_GIVE, CONTACT_PHONE, "+84912345678", false, false, -1 },
		{ CONTACT_GIVE, CONTACT_PHONE, "0912345678", false, false, CONTACT_PHONE },
		{ CONTACT_GIVE, CONTACT_PHONE, "12", false, false, CONTACT_PHONE },
		{ CONTACT_GIVE, CONTACT_EMAIL, "a@b", false, false, CONTACT_EMAIL },
		{ CONTACT_GIVE, CONTACT_WEBSITE, "https://a.vn/x", false, false, -1 },
		{ CONTACT_GIVE, CONTACT_WEBSITE, "javascript:alert(1)", false, false, CONTACT_WEBSITE },
		{ CONTACT_GIVE, CONTACT_WEBSITE, "a.vn", false, false, CONTACT_WEBSITE },
		{ CONTACT_GIVE, CONTACT_NOTE, "Cổng sau", false, false, -2 },
		{ CONTACT_GIVE, CONTACT_ADDRESS, "1 đường Mẫu", true, false, CONTACT_AGENCY },
		{ CONTACT_GIVE, CONTACT_ADDRESS, "1 đường Mẫu", false, true, CONTACT_AGENCY },
		{ CONTACT_CHANGE, CONTACT_ADDRESS, "2 đường Mẫu", false, true, -1 },
		{ CONTACT_CHANGE, CONTACT_NOTE, "", false, false, -2 },
		{ CONTACT_WITHDRAW, CONTACT_NOTE, "", false, false, -1 },
	};
	struct contact c = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct record_event e = { .verb = (int)cases[i].verb };
		struct contact_env env = { cases[i].unknown, cases[i].taken };

		e.values[cases[i].field] = str_of(cases[i].value);
		struct record_refusal r = contact_decide(&c, &e, &env);
		int at = !r.refused ? -1 : r.field == RECORD_NO_FIELD ? -2 : r.field;

		test_check(at == cases[i].at, __FILE__, __LINE__, "case %d: %d", (int)i, at);
	}
}

static instant minute(const char *text)
{
	instant t = INSTANT_NONE;

	if (!parse_local_minute(str_of(text), &t))
		abort();
	return t;
}

static daynum day(const char *text)
{
	daynum d = DAYNUM_NONE;

	if (!parse_day(str_of(text), &d))
		abort();
	return d;
}

/* 2022-12-23 is a Friday; 2023-01-02 a Monday off. */
TEST(an_office_is_open_in_its_sessions_and_closed_on_holidays)
{
	static const struct {
		const char *now;
		bool open;
		const char *next; /* when it closes, or opens */
	} cases[] = {
		{ "2022-12-23 07:29", false, "2022-12-23 07:30" },
		{ "2022-12-23 07:30", true, "2022-12-23 11:30" },
		{ "2022-12-23 11:30", false, "2022-12-23 13:00" },
		{ "2022-12-23 16:59", true, "2022-12-23 17:00" },
		{ "2022-12-23 17:00", false, "2022-12-26 07:30" },
		{ "2022-12-30 17:00", false, "2023-01-03 07:30" },
		{ "2023-01-02 09:00", false, "2023-01-03 07:30" },
	};
	ARENA a = { 0 };
	const struct special_day days[] = { { day("2023-01-02"), DAY_COMPENSATION, S("Nghỉ bù") } };
	struct holidays list;
	const struct calendar *c;
	size_t at;

	CHECK(!holidays_of_file(&a, days, COUNT(days), &at, &list));
	CHECK(!calendar_build(&a, NULL, &list, &c));
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct office_hours h = office_hours(c, minute(cases[i].now));

		test_check(h.open_now == cases[i].open, __FILE__, __LINE__, "%s", cases[i].now);
		CHECK_INT(h.open_now ? h.closes : h.opens, minute(cases[i].next));
	}
	struct office_hours h = office_hours(c, minute("2022-12-23 09:00"));
	CHECK_INT(h.week[0].day, day("2022-12-19"));
	CHECK_INT(h.week[4].hours.n, 2);
	CHECK_INT(h.week[5].hours.n, 0);
	CHECK_INT(h.special_n, 1);
	CHECK_INT(h.special[0].day, day("2023-01-02"));
	CHECK_INT(h.special[0].hours.n, 0);
	CHECK(!h.verified); /* 2022 is not in the list */
	CHECK(office_hours(c, minute("2023-02-01 09:00")).verified);
	/* A Sunday belongs to the week that began before it. */
	CHECK_INT(office_hours(c, minute("2022-12-25 09:00")).week[0].day, day("2022-12-19"));
}
