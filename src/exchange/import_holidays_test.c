#include "exchange/import_holidays.h"
#include "exchange/import_sample.h"

#define HEAD "date,kind,name\n"

TEST(holidays_replace_their_years)
{
	FIXTURE f = { 0 };
	const struct catalogue *c;

	CHECK_OK(fixture_open(&f));
	CHECK_OK(import_text(&f, import_holidays,
		HEAD "2022-09-02,holiday,Quốc khánh\n2022-09-01,holiday,Quốc "
		     "khánh\n2023-01-02,compensation,Nghỉ bù\n"));
	CHECK(reported(&f, 3, 3, 0, 0));
	CHECK_OK(import_text(&f, import_holidays,
		HEAD "2022-09-01,holiday,Quốc khánh\n2022-09-02,swap_off,Quốc "
		     "khánh\n2022-09-10,swap_work,Làm bù\n"));
	CHECK(reported(&f, 3, 1, 1, 1));
	CHECK_OK(catalogue_load(&f.db, &f.a, &c));
	CHECK_INT(c->holidays_n, 2);
	CHECK_INT(c->holidays[1].all.n, 4);
	const struct calendar *now = catalogue_calendar(c, AGENCY_NONE);
	CHECK_INT(calendar_kind(now, day("2022-09-02")), DAY_SWAP_OFF);
	CHECK_INT(calendar_kind(now, day("2022-09-10")), DAY_SWAP_WORK);
	CHECK_INT(calendar_kind(now, day("2023-01-02")), DAY_COMPENSATION);
	CHECK(calendar_verified(now, day("2022-01-01"), day("2023-12-31")));
	CHECK(!calendar_verified(now, day("2021-12-31"), day("2021-12-31")));
	CHECK(!calendar_verified(now, day("2024-01-01"), day("2024-01-01")));
}

TEST(the_same_holidays_again)
{
	static const char list[] = HEAD "2022-09-01,holiday,Quốc khánh\n2023-09-01,holiday,\n";
	FIXTURE f = { 0 };

	CHECK_OK(fixture_open(&f));
	CHECK_OK(import_text(&f, import_holidays, list));
	CHECK_OK(import_text(&f, import_holidays, list));
	CHECK(reported(&f, 2, 0, 0, 2));
	CHECK_OK(
		import_text(&f, import_holidays, HEAD "2023-09-01,holiday,\n")); /* a part of what is known */
	CHECK(reported(&f, 1, 0, 0, 1));
	CHECK_INT(f.journal.tree.size, 1);
	f.job = (struct import_job){ .bytes = S(HEAD "2023-09-04,holiday,\n"), .dry_run = true };
	CHECK_OK(run(&f, import_holidays));
	CHECK(reported(&f, 1, 1, 1, 0));
	CHECK_INT(f.journal.tree.size, 1);
}

TEST(what_is_wrong_with_holidays)
{
	static const struct {
		const char *rows;
		int64_t line;
		const char *field;
		enum import_code code;
	} cases[] = {
		{ "", 0, "file", IMPORT_REFUSED },
		{ "2022-02-31,holiday,x\n", 2, "date", IMPORT_NOT_A_DATE },
		{ "31/02/2022,holiday,x\n", 2, "date", IMPORT_NOT_A_DATE },
		{ ",holiday,x\n", 2, "date", IMPORT_MISSING_VALUE },
		{ "2022-09-02,weekend,x\n", 2, "kind", IMPORT_NOT_IN_LIST },
		{ "2022-09-02,holiday,x\n2022-09-01,holiday,x\n2022-09-02,swap_off,y\n", 4, "date",
			IMPORT_DOUBLED_ROW },
	};
	FIXTURE f = { 0 };

	CHECK_OK(fixture_open(&f));
	for (size_t i = 0; i < COUNT(cases); i++) {
		CHECK_OK(import_bytes(&f, import_holidays, str_fmt(&f.a, HEAD "%s", cases[i].rows)));
		CHECK_INT(f.job.errors.total, 1);
		if (CHECK(has_error(&f, cases[i].line, cases[i].field, cases[i].code)))
			continue;
		printf("# case %zu\n", i);
		say_errors(&f);
	}
	CHECK_INT(f.journal.tree.size, 0);
}
