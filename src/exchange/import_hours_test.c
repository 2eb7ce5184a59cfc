#include "exchange/import_agencies.h"
#include "exchange/import_hours.h"
#include "exchange/import_sample.h"

#define HEAD "agency,valid_from,valid_to,weekday,hours\n"
#define OFFICE "\"07:30-11:30,13:00-17:00\"\n"

static const char agencies[] = "code,name,short_name,level,kind,parent\n"
			       "H99,Tỉnh Mẫu,TM,province,ubnd_tinh,\n"
			       "H99.1,Sở Mẫu A,SMA,province,so,H99\n"
			       "H99.1.1,Phòng Mẫu,,province,phong,SMA\n"
			       "H99.2,Xã Mẫu B,XMB,commune,ubnd_xa,H99\n";

static void open_agencies(struct fixture *f)
{
	CHECK_OK(fixture_open(f));
	CHECK_OK(import_text(f, import_agencies, agencies));
	CHECK(reported(f, 4, 4, 0, 0));
}

static const struct calendar *calendar_of(struct fixture *f, const char *code)
{
	const struct catalogue *c = NULL;

	if (catalogue_load(&f->db, &f->a, &c))
		abort();
	return catalogue_calendar(c, catalogue_agency(c, str_of(code)));
}

TEST(hours_of_summer_and_winter)
{
	static const char file[] =
		HEAD "SMA,2026-04-15,,mon-fri,\"07:00-11:30,13:30-17:00\"\n"
		     "Sở Mẫu A,2026-04-15,,sat,counter 07:30-11:30\n"
		     "H99.1,2026-10-16,2027-04-14,mon-fri," OFFICE "XMB,,,tue,08:00-11:00\nXMB,,,sun,\n";
	FIXTURE f = { 0 };

	open_agencies(&f);
	CHECK_OK(import_text(&f, import_hours, file));
	CHECK(reported(&f, 5, 5, 0, 0));
	CHECK_INT(f.journal.tree.size, 7);                      /* four agencies, three periods */
	const struct calendar *so = calendar_of(&f, "H99.1.1"); /* inherited */
	CHECK(calendar_is_working(so, day("2026-04-16")));
	CHECK(!calendar_is_working(so, day("2026-04-18"))); /* a Saturday at the counter */
	CHECK(calendar_is_working(so, day("2027-04-15")));  /* after all periods: the default hours */
	const struct calendar *xa = calendar_of(&f, "H99.2");
	CHECK(calendar_is_working(xa, day("2026-04-14")));
	CHECK(!calendar_is_working(xa, day("2026-04-15")));
}

TEST(the_same_hours_again)
{
	static const char file[] = HEAD "SMA,2026-04-15,,mon-fri," OFFICE "SMA,2026-04-15,,sat,\n";
	FIXTURE f = { 0 };

	open_agencies(&f);
	f.job = (struct import_job){ .bytes = str_of(file), .dry_run = true };
	CHECK_OK(run(&f, import_hours));
	CHECK(reported(&f, 2, 2, 0, 0));
	CHECK_INT(f.journal.tree.size, 4);
	CHECK_OK(import_text(&f, import_hours, file));
	CHECK(reported(&f, 2, 2, 0, 0));
	CHECK_OK(import_text(&f, import_hours, file));
	CHECK(reported(&f, 2, 0, 0, 2));
	CHECK_INT(f.journal.tree.size, 5);
}

TEST(hours_are_corrected_with_a_reason)
{
	static const char file[] = HEAD "SMA,2026-04-15,,mon-fri," OFFICE;
	static const char other[] = HEAD "SMA,2026-04-15,2026-12-31,mon-thu," OFFICE;
	FIXTURE f = { 0 };

	open_agencies(&f);
	CHECK_OK(import_text(&f, import_hours, file));
	CHECK_OK(import_text(&f, import_hours, other));
	CHECK_INT(f.job.errors.total, 2);
	CHECK(has_error(&f, 2, "valid_to", IMPORT_EXISTS_OTHERWISE));
	CHECK(has_error(&f, 2, "hours", IMPORT_EXISTS_OTHERWISE)); /* Friday */
	CHECK_INT(f.journal.tree.size, 5);
	f.job = (struct import_job){ .bytes = str_of(other), .correct = S("nhập nhầm") };
	CHECK_OK(run(&f, import_hours));
	CHECK(reported(&f, 1, 0, 1, 0));
	CHECK(!calendar_is_working(calendar_of(&f, "H99.1"), day("2026-04-17")));
}

TEST(what_is_wrong_with_hours)
{
	static const struct {
		const char *rows;
		int64_t line;
		const char *field;
		enum import_code code;
	} cases[] = {
		{ "Sở Không Có,,,mon," OFFICE, 2, "agency", IMPORT_UNKNOWN_AGENCY },
		{ ",,,mon," OFFICE, 2, "agency", IMPORT_MISSING_VALUE },
		{ "SMA,2026-02-31,,mon," OFFICE, 2, "valid_from", IMPORT_NOT_A_DATE },
		{ "SMA,2026-02-03,2026-02-02,mon," OFFICE, 2, "valid_to", IMPORT_REFUSED },
		{ "SMA,,2026-02-02,mon," OFFICE "SMA,,2026-02-03,tue," OFFICE, 3, "valid_to",
			IMPORT_REFUSED },
		{ "SMA,,,monday," OFFICE, 2, "weekday", IMPORT_NOT_IN_LIST },
		{ "SMA,,,fri-mon," OFFICE, 2, "weekday", IMPORT_NOT_IN_LIST },
		{ "SMA,,,mon-," OFFICE, 2, "weekday", IMPORT_NOT_IN_LIST },
		{ "SMA,,,," OFFICE, 2, "weekday", IMPORT_MISSING_VALUE },
		{ "SMA,,,mon-fri," OFFICE "SMA,,,fri," OFFICE, 3, "weekday", IMPORT_DOUBLED_ROW },
		{ "SMA,,,mon,7:30-11:30\n", 2, "hours", IMPORT_REFUSED },
		{ "SMA,,,mon,11:30-07:30\n", 2, "hours", IMPORT_REFUSED },
		{ "SMA,,,mon,\"07:30-11:30,11:00-17:00\"\n", 2, "hours", IMPORT_REFUSED },
		{ "SMA,,,mon,counter\n", 2, "hours", IMPORT_REFUSED },
		{ "SMA,,,sat,counter 07:30-11:30\n", 2, "row", IMPORT_REFUSED },
		{ "SMA,,,mon,\n", 2, "row", IMPORT_REFUSED },
	};
	FIXTURE f = { 0 };

	open_agencies(&f);
	for (size_t i = 0; i < COUNT(cases); i++) {
		CHECK_OK(import_bytes(&f, import_hours, str_fmt(&f.a, HEAD "%s", cases[i].rows)));
		CHECK_INT(f.job.errors.total, 1);
		if (CHECK(has_error(&f, cases[i].line, cases[i].field, cases[i].code)))
			continue;
		printf("# case %zu\n", i);
		say_errors(&f);
	}
	CHECK_INT(f.journal.tree.size, 4);
}

TEST(all_errors_of_hours_in_one_pass)
{
	FIXTURE f = { 0 };

	open_agencies(&f);
	CHECK_OK(import_text(&f, import_hours,
		HEAD "SMA,,,mon-fri," OFFICE "SXX,x,,lun,8-12\nXMB,2026-01-01,,sat,counter 07:30-11:30\n"));
	CHECK_INT(f.job.errors.total, 4); /* the last row might be part of the lost one: nothing said of it */
	CHECK_OK(import_text(
		&f, import_hours, HEAD "SMA,,,mon,8-12\nXMB,2026-01-01,,sat,counter 07:30-11:30\n"));
	CHECK_INT(f.job.errors.total, 2);
	CHECK_INT(f.journal.tree.size, 4);
}

TEST(too_many_hours)
{
	struct buf file = { 0 };
	FIXTURE f = { 0 };

	open_agencies(&f);
	file.a = &f.a;
	buf_add(&file, S(HEAD));
	for (int i = 0; i <= LIMIT_HOURS_PERIODS; i++)
		buf_fmt(&file, "SMA,%.*s,,mon,08:00-11:00\n", ARG(fmt_day(&f.a, day("2026-01-01") + i)));
	CHECK_OK(import_bytes(&f, import_hours, buf_str(&file)));
	CHECK(has_error(&f, 0, "file", IMPORT_REFUSED));
	CHECK(has_error(&f, LIMIT_WORK_PERIODS + 2, "row", IMPORT_REFUSED));
	CHECK_INT(f.job.errors.total, 2);
	CHECK_INT(f.journal.tree.size, 4);
}
