/* Files of official documents against a real engine. */
#include "agency/fixture_testing.h"
#include "catalogue/pack.h"
#include "legal/legal_import_store.h"
#include "legal/legal_store.h"

/* 2023-01-09 08:00 */
#define FIXTURE(f) FIXTURE_OF(f, instant_at(19366, 8 * 3600), 0)

static struct import_job run(struct fixture *f, struct str bytes, struct str correct)
{
	struct import_job job = {
		.bytes = bytes, .correct = correct, .lang = LANG_EN, .errors = { .a = &f->a }
	};
	const struct fault *fault = import_legal(&f->w, &job);

	test_check(!fault, __FILE__, __LINE__, "%s", fault ? fault->what.p : "");
	return job;
}

#define HEADER "sign,issued,issuer,kind,summary,from,replaces,source\n"
#define ROW "5/KH-SMA,2022-01-05,Sở Mẫu A,plan,Kế hoạch mẫu,,1/KH-SMA;2/KH-SMA,mẫu\n"

TEST(the_pack_is_sound)
{
	FIXTURE(f);
	struct str bytes = { 0 };
	struct legal_rows rows;

	for (int i = 0; i < pack_n; i++)
		if (str_eq(pack[i].path, S("vn/legal-documents.csv")))
			bytes = pack[i].raw;
	struct import_job job = run(&f, bytes, S(""));

	CHECK_INT(job.errors.total, 0);
	CHECK(job.report.added >= 15);
	job = run(&f, bytes, S(""));
	CHECK_INT(job.report.unchanged, job.report.rows);
	CHECK_OK(legal_list(&f.db, &(struct legal_filter){ .query = S("1296 kh snv"), .count = 5 }, &rows));
	CHECK_INT(rows.total, 1);
	/* What was not compared with the original must not say that it was. */
	CHECK_OK(legal_list(&f.db, &(struct legal_filter){ .count = 100 }, &rows));
	for (size_t i = 0; i < rows.n; i++)
		CHECK(!rows.rows[i].verified);
}

TEST(the_same_file_changes_nothing_and_other_values_need_a_reason)
{
	FIXTURE(f);
	struct legal_rows rows;
	struct import_job job = run(&f, S(HEADER ROW), S(""));

	CHECK_INT(job.report.added, 1);
	job = run(&f, S(HEADER ROW), S(""));
	CHECK_INT(job.report.unchanged, 1);
	job = run(&f, S(HEADER "5/KH-SMA,2022-01-05,Sở Mẫu A,plan,Khác,,,mẫu\n"), S(""));
	CHECK_INT(job.errors.total, 1);
	job = run(&f, S(HEADER "5/KH-SMA,2022-01-05,Sở Mẫu A,plan,Khác,,,mẫu\n"), S("gõ nhầm"));
	CHECK_INT(job.errors.total, 0);
	CHECK_INT(job.report.corrected, 1);
	CHECK_OK(legal_list(&f.db, &(struct legal_filter){ .count = 5 }, &rows));
	CHECK_INT(rows.total, 1);
	CHECK_STR(rows.rows[0].summary, S("Khác"));
}

TEST(all_errors_of_a_file_come_at_once)
{
	static const struct {
		int64_t line;
		const char *field;
	} errors[] = { { 2, "issued" }, { 3, "kind" }, { 4, "sign" }, { 5, "replaces" } };
	FIXTURE(f);
	struct import_job job = run(&f,
		S(HEADER "1/KH,2022-02-31,A,plan,x,,,\n"
			 "2/KH,2022-01-01,A,no,x,,,\n"
			 "KH,2022-01-01,A,plan,x,,,\n"
			 "4/KH,2022-01-01,A,plan,x,,abc,\n"
			 "5/KH,2022-01-01,A,plan,x,,,\n"),
		S(""));
	struct legal_rows rows;

	CHECK_INT(job.errors.total, COUNT(errors));
	for (size_t i = 0; i < COUNT(errors) && i < job.errors.kept; i++) {
		CHECK_INT(job.errors.list[i].line, errors[i].line);
		CHECK_STR(job.errors.list[i].field, str_of(errors[i].field));
	}
	CHECK(f.db.undo); /* the writer takes back what the sound row did */
	CHECK_OK(legal_list(&f.db, &(struct legal_filter){ .count = 5 }, &rows));
}
