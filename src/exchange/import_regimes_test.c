#include "exchange/import_regimes.h"
#include "exchange/import_agencies.h"
#include "exchange/import_sample.h"
#include "report/regime_store.h"

#define HEAD \
	"code,name,series,period,owes,receiver,due_day,due_months,roll,outline,valid_from,valid_to,basis," \
	"trust," \
	"source\n"
#define Q1 "CCHC.Q1,Báo cáo quý I,CCHC,quarter_1,province/so,SNV,15,0,next_working_day,CCHC,2022-01-01,,,"

static const char agencies[] = "code,name,short_name,level,kind,parent\n"
			       "H99,Tỉnh Mẫu,TM,province,ubnd,\n"
			       "H99.1,Sở Nội vụ,SNV,province,so,H99\n"
			       "H99.2,Sở Mẫu A,SMA,province,so,H99\n";

static void open_agencies(struct fixture *f)
{
	CHECK_OK(fixture_open(f));
	CHECK_OK(import_text(f, import_agencies, agencies));
	CHECK(reported(f, 3, 3, 0, 0));
}

TEST(regimes_are_journalled_and_read_back)
{
	FIXTURE f = { 0 };
	struct report_regimes r;

	open_agencies(&f);
	CHECK_OK(import_text(&f, import_regimes,
		HEAD Q1 "unverified,due:recalled\n"
			"CCHC.Y,Báo cáo năm,CCHC,year,province;code:H99,parent,20,0,"
			"as_it_is,CCHC,,2024-12-31,CV 1,verified,\n"));
	CHECK(reported(&f, 2, 2, 0, 0));
	CHECK_INT(f.journal.tree.size, 5);
	CHECK_OK(regimes_load(&f.db, &f.a, &r));
	CHECK_INT(r.n, 2);
	CHECK_STR(r.list[0].receiver, S("H99.1")); /* by its short name */
	CHECK_STR(r.list[0].note, S("due:recalled"));
	CHECK_INT(r.list[0].trust, REPORT_TRUST_UNVERIFIED);
	CHECK_STR(r.list[1].receiver, REPORT_TO_PARENT);
	CHECK_INT(r.list[1].roll, REPORT_ROLL_KEEP);
}

TEST(the_same_again_changes_nothing_and_others_are_corrections)
{
	FIXTURE f = { 0 };

	open_agencies(&f);
	CHECK_OK(import_text(&f, import_regimes, HEAD Q1 "unverified,\n"));
	CHECK_OK(import_text(&f, import_regimes, HEAD Q1 "unverified,\n"));
	CHECK(reported(&f, 1, 0, 0, 1));
	CHECK_OK(import_text(&f, import_regimes, HEAD Q1 "verified,\n"));
	CHECK(has_error(&f, 2, "trust", IMPORT_EXISTS_OTHERWISE));
	CHECK_INT(f.journal.tree.size, 4);
	f.job = (struct import_job){ .bytes = S(HEAD Q1 "verified,\n"), .correct = S("đã đối chiếu") };
	CHECK_OK(run(&f, import_regimes));
	CHECK(reported(&f, 1, 0, 1, 0));
	CHECK_INT(f.journal.tree.size, 5);
}

TEST(all_errors_of_a_file_in_one_pass)
{
	static const char file[] = HEAD
		"A,Một,CCHC,quarter_1,province,SNV,14,0,next_working_day,CCHC,,,,verified,\n"
		"B,Hai,CCHC,quarter,province,SNV,15,0,next_working_day,CCHC,,,,verified,\n"
		"C,Ba,CCHC,year,tỉnh,SNV,15,0,next_working_day,CCHC,,,,verified,\n"
		"D,Bốn,CCHC,year,province,Sở Lạ,15,0,next_working_day,CCHC,,,,verified,\n"
		"E,Năm,CCHC,year,province,SNV,15,0,next_working_day,KHAC,,,,verified,\n"
		"F,Sáu,CCHC,year,province,SNV,15,0,next_working_day,CCHC,2022-02-01,2022-01-01,,verified,\n"
		"G,Bảy,CCHC,year,province,SNV,32,0,next_working_day,CCHC,,,,verified,\n"
		"H,Tám,CCHC,year,province,SNV,15,0,next_working_day,CCHC,,,,verified,\n"
		"H,Tám,CCHC,year,province,SNV,15,0,next_working_day,CCHC,,,,verified,\n";
	FIXTURE f = { 0 };

	open_agencies(&f);
	CHECK_OK(import_text(&f, import_regimes, file));
	CHECK(has_error(&f, 2, "due_day", IMPORT_REFUSED));
	CHECK(has_error(&f, 3, "period", IMPORT_NOT_IN_LIST));
	CHECK(has_error(&f, 4, "owes", IMPORT_REFUSED));
	CHECK(has_error(&f, 5, "receiver", IMPORT_UNKNOWN_AGENCY));
	CHECK(has_error(&f, 6, "outline", IMPORT_REFUSED));
	CHECK(has_error(&f, 7, "valid_to", IMPORT_REFUSED));
	CHECK(has_error(&f, 8, "due_day", IMPORT_OUT_OF_RANGE));
	CHECK(has_error(&f, 10, "row", IMPORT_DOUBLED_ROW));
	CHECK_INT(f.job.errors.total, 8);
	CHECK_INT(f.journal.tree.size, 3);
}

TEST(the_table_is_made_again_from_the_journal)
{
	static const struct query spoil = { "spoil", "UPDATE report_regime SET due_day = 16", 0, 0 };
	static const struct query more = { "more",
		"INSERT INTO report_regime SELECT 99, code, name, series, period, owes, receiver, due_day, "
		"due_months, "
		"roll, outline, trust, basis, note, valid_from, valid_to FROM report_regime",
		0, 0 };
	FIXTURE f = { 0 };
	struct str complaint;

	open_agencies(&f);
	CHECK_OK(import_text(&f, import_regimes, HEAD Q1 "unverified,\n"));
	CHECK_OK(regimes_examine(&f.db, &complaint));
	CHECK_STR(complaint, S(""));
	CHECK_OK(db_exec(&f.db, &spoil, NULL));
	CHECK_OK(regimes_examine(&f.db, &complaint));
	CHECK(complaint.n > 0);
	CHECK_OK(regimes_rebuild(&f.w));
	CHECK_OK(regimes_examine(&f.db, &complaint));
	CHECK_STR(complaint, S(""));
	CHECK_OK(db_exec(&f.db, &more, NULL));
	CHECK_OK(regimes_examine(&f.db, &complaint));
	CHECK(complaint.n > 0);
}
