/* Official documents against a real engine, which is made to fail at every step. */
#include "agency/fixture_testing.h"
#include "legal/legal_sample.h"
#include "legal/legal_store.h"
#include "record/record_file.h"
#include "search/search_store.h"

#define FIXTURE(f) FIXTURE_OF(f, fixture_now(), 1)

static const struct record_type *const types[] = { &legal_type, NULL };

/* Takes a step that must be accepted. The number of the record. */
static int64_t play(struct fixture *f, int64_t record, const char *step)
{
	struct record_run r = { .type = &legal_type, .event = legal_step(&f->a, step) };

	r.event.record = record;
	const struct fault *fault = record_run(&f->w, &r);

	test_check(!fault && !r.refusal.refused, __FILE__, __LINE__, "\"%s\": %s", step,
		fault ? fault->what.p : msg_text(LANG_EN, r.refusal.why).p);
	return r.number;
}

static daynum day(int y, int m, int d)
{
	return day_from_civil((struct civil){ y, m, d });
}

/* Signs of a list, with blanks between. */
static struct str listed(struct fixture *f, struct legal_filter filter)
{
	struct legal_rows rows;
	struct buf b = { .a = &f->a };

	filter.count = filter.count ? filter.count : 100;
	filter.day = filter.day ? filter.day : day(2022, 12, 23);
	const struct fault *fault = legal_list(&f->db, &filter, &rows);

	if (fault)
		return fault->what;
	for (size_t i = 0; i < rows.n; i++) {
		buf_add(&b, i ? S(" ") : S(""));
		buf_add(&b, rows.rows[i].sign);
	}
	return buf_str(&b);
}

static const char *const registrations[] = {
	"register sign=61/2018/MAU|issued=23/04/2018|issuer=Chính phủ mẫu|kind=decree|summary=Cơ chế một "
	"cửa|from=21/06/2018",
	"register sign=107/2021/MAU|issued=06/12/2021|issuer=Chính phủ mẫu|kind=decree|summary=Sửa "
	"đổi|from=06/12/2021|"
	"amends=61/2018/MAU",
	"register sign=12/KH-SMA|issued=05/01/2022|issuer=Sở Mẫu A|kind=plan|summary=Kế hoạch kiểm "
	"tra|field=Nội vụ|agency=SMA",
	"register sign=13/KH-SMA|issued=05/01/2023|issuer=Sở Mẫu A|kind=plan|summary=x|from=01/02/2023",
	"register sign=118/2025/MAU|issued=20/12/2022|issuer=Chính phủ mẫu|kind=decree|summary=Cơ chế "
	"mới|from=01/07/2025|"
	"replaces=61/2018/MAU",
};

/* The fourth is of the future and so is left out. */
static void fill(struct fixture *f)
{
	for (size_t i = 0; i < COUNT(registrations); i++)
		if (i != 3)
			(void)play(f, 0, registrations[i]);
}

TEST(documents_are_listed_and_narrowed)
{
	FIXTURE(f);

	fill(&f);
	CHECK_STR(
		listed(&f, (struct legal_filter){ 0 }), S("118/2025/MAU 12/KH-SMA 107/2021/MAU 61/2018/MAU"));
	CHECK_STR(listed(&f, (struct legal_filter){ .kind = S("plan") }), S("12/KH-SMA"));
	CHECK_STR(listed(&f, (struct legal_filter){ .issuer = S("Chính phủ mẫu"), .year = 2018 }),
		S("61/2018/MAU"));
	CHECK_STR(listed(&f, (struct legal_filter){ .field = S("Nội vụ") }), S("12/KH-SMA"));
	CHECK_STR(listed(&f, (struct legal_filter){ .wanted = LEGAL_WANT_IN_FORCE }),
		S("107/2021/MAU 61/2018/MAU"));
	CHECK_STR(listed(&f, (struct legal_filter){ .wanted = LEGAL_WANT_NOT_YET }), S("118/2025/MAU"));
	CHECK_STR(listed(&f, (struct legal_filter){ .wanted = LEGAL_WANT_UNKNOWN }), S("12/KH-SMA"));
	CHECK_STR(listed(&f, (struct legal_filter){ .wanted = LEGAL_WANT_ENDED, .day = day(2025, 7, 1) }),
		S("61/2018/MAU"));
	CHECK_STR(listed(&f, (struct legal_filter){ .count = 1, .from = 1 }), S("12/KH-SMA"));
}

/* The same filter by SQL and by the law, over days and wishes. */
TEST(lists_agree_with_the_law)
{
	static const daynum steps[] = { 0, 100, 700, 900, 1400 };
	FIXTURE(f);

	fill(&f);
	for (int wanted = LEGAL_ANY; wanted <= LEGAL_WANT_UNKNOWN; wanted++)
		for (size_t i = 0; i < COUNT(steps); i++) {
			struct legal_filter x = { .wanted = (enum legal_wanted)wanted,
				.day = day(2018, 4, 23) + 2 * steps[i] },
					    by_words = x;
			struct legal_rows all;
			int n = 0;

			CHECK_OK(legal_list(&f.db, &(struct legal_filter){ .count = 100 }, &all));
			for (size_t r = 0; r < all.n; r++)
				n += legal_passes(&x, &all.rows[r]);
			x.count = by_words.count = 100;
			CHECK_OK(legal_list(&f.db, &x, &all));
			CHECK_INT(all.total, n);
			by_words.query = S("chinh phu mau");
			CHECK_OK(legal_list(&f.db, &by_words, &all));
			for (size_t r = 0; r < all.n; r++)
				CHECK(legal_passes(&x, &all.rows[r]));
		}
}

TEST(any_spelling_of_a_number_finds)
{
	static const char *const queries[] = { "12/KH-SMA", "12 kh sma", "12", "ke hoach 12",
		"KẾ HOẠCH kiểm tra" };
	FIXTURE(f);

	fill(&f);
	for (size_t i = 0; i < COUNT(queries); i++)
		CHECK_STR(listed(&f, (struct legal_filter){ .query = str_of(queries[i]) }), S("12/KH-SMA"));
	CHECK_STR(
		listed(&f, (struct legal_filter){ .query = S("chính phủ"), .year = 2018 }), S("61/2018/MAU"));
}

static struct legal_row row_of(struct fixture *f, const char *slug)
{
	struct legal_row r = { 0 };
	bool found;
	const struct fault *fault = legal_resolve(&f->db, str_of(slug), &r, &found);

	test_check(!fault && found, __FILE__, __LINE__, "no document %s", slug);
	return r;
}

TEST(links_go_both_ways_and_end_with_the_entry)
{
	FIXTURE(f);
	struct legal_rows by;

	fill(&f);
	struct legal_row r = row_of(&f, "61-2018-mau");

	CHECK_INT(r.days.replaced, day(2025, 7, 1));
	CHECK_INT(r.days.amended, day(2021, 12, 6));
	CHECK_OK(legal_linking(&f.db, &r, LEGAL_BY_REPLACING, &by));
	CHECK_INT(by.n, 1);
	CHECK_STR(by.rows[0].sign, S("118/2025/MAU"));
	(void)play(&f, by.rows[0].number, "withdraw reason=đăng nhầm");
	r = row_of(&f, "61-2018-mau");
	CHECK_INT(r.days.replaced, DAYNUM_NONE);
	CHECK_STR(listed(&f, (struct legal_filter){ .query = S("Cơ chế mới") }), S(""));
	CHECK_OK(legal_linking(&f.db, &r, LEGAL_BY_AMENDING, &by));
	(void)play(&f, by.rows[0].number,
		"amend sign=107/2021/MAU|issued=06/12/2021|issuer=Chính phủ "
		"mẫu|kind=decree|summary=y|reason=nhầm");
	CHECK_INT(row_of(&f, "61-2018-mau").days.amended, DAYNUM_NONE);
}

/* A number that begins anew each year is meant with its day. */
TEST(a_cited_day_tells_documents_of_one_number_apart)
{
	FIXTURE(f);
	int64_t old = play(&f, 0, "register sign=5/KH-SMA|issued=05/01/2021" LEGAL_SAMPLE_REST);
	int64_t new = play(&f, 0, "register sign=5/KH-SMA|issued=05/01/2022" LEGAL_SAMPLE_REST);
	struct legal_row r;
	struct str slug;
	bool found;

	(void)play(&f, 0,
		"register sign=9/KH-SMA|issued=05/02/2022|from=05/02/2022|replaces=5/KH-SMA ngày "
		"5/1/2022" LEGAL_SAMPLE_REST);
	CHECK_OK(legal_row_of(&f.db, old, &r, &found));
	CHECK_INT(r.days.replaced, DAYNUM_NONE);
	CHECK_OK(legal_slug(&f.db, &r, &slug));
	CHECK_STR(slug, S("5-kh-sma"));
	CHECK_OK(legal_row_of(&f.db, new, &r, &found));
	CHECK_INT(r.days.replaced, day(2022, 2, 5));
	CHECK_OK(legal_slug(&f.db, &r, &slug));
	CHECK_STR(slug, str_fmt(&f.a, "5-kh-sma-%lld", (long long)new));
	CHECK_OK(legal_resolve(&f.db, slug, &r, &found));
	CHECK(found && r.number == new);
	CHECK_OK(legal_resolve(&f.db, S("5-kh-sma"), &r, &found));
	CHECK(found && r.number == old);
	CHECK_OK(legal_resolve(&f.db, str_fmt(&f.a, "6-kh-sma-%lld", (long long)new), &r, &found));
	CHECK(!found);
	CHECK_OK(legal_resolve(&f.db, S(""), &r, &found));
	CHECK(!found);
}

static struct str refused(struct fixture *f, int64_t record, const char *step)
{
	struct record_run r = { .type = &legal_type, .event = legal_step(&f->a, step) };

	r.event.record = record;
	const struct fault *fault = record_run(&f->w, &r);

	return fault ? fault->what : r.refusal.refused ? msg_text(LANG_EN, r.refusal.why) : S("");
}

TEST(the_same_document_is_registered_once)
{
	FIXTURE(f);

	fill(&f);
	CHECK_STR(refused(&f, 0, registrations[2]), msg_text(LANG_EN, MSG_legal_known));
	CHECK_STR(
		refused(&f, 0, "register sign=13/KH-SMA|issued=05/01/2022|agency=KHONG.CO" LEGAL_SAMPLE_REST),
		msg_text(LANG_EN, MSG_legal_unknown_agency));
}

TEST(tables_made_anew_are_the_same)
{
	FIXTURE(f);
	struct legal_row before, after;
	struct str complaint;
	int64_t n;

	fill(&f);
	(void)play(&f, 0, "register sign=12/KH-SMA|issued=05/01/2021" LEGAL_SAMPLE_REST);
	before = row_of(&f, "61-2018-mau");
	CHECK_OK(search_clear(&f.db, SEARCH_LEGAL)); /* somebody lost the index */
	CHECK_OK(record_examine(&f.db, types, &complaint));
	CHECK(complaint.n > 0);
	CHECK_OK(record_rebuild(&f.w, types));
	after = row_of(&f, "61-2018-mau");
	CHECK_INT(after.days.replaced, before.days.replaced);
	CHECK_INT(after.days.amended, before.days.amended);
	CHECK_OK(search_count(&f.db, SEARCH_LEGAL, &n));
	CHECK_INT(n, 5);
	CHECK_STR(listed(&f, (struct legal_filter){ .query = S("ke hoach kiem tra") }), S("12/KH-SMA"));
	CHECK_OK(record_examine(&f.db, types, &complaint));
	CHECK_STR(complaint, S(""));
}

TEST(a_list_can_be_narrowed_to_what_there_is)
{
	FIXTURE(f);
	struct legal_choices *c = NEW(&f.a, struct legal_choices);

	fill(&f);
	CHECK_OK(legal_choices(&f.db, c));
	CHECK_INT(c->kinds_n, 2);
	CHECK_INT(c->issuers_n, 2);
	CHECK_INT(c->fields_n, 1);
	CHECK_INT(c->years_n, 3);
	CHECK_INT(c->years[0], 2022);
}

TEST(no_step_that_fails_leaves_half_a_document)
{
	for (int64_t steps = 1;; steps += 61) {
		FIXTURE(f);
		struct str complaint;
		TX tx = { 0 };

		(void)play(&f, 0, registrations[0]);
		struct record_run r = { .type = &legal_type, .event = legal_step(&f.a, registrations[4]) };
		CHECK_OK(tx_begin(&f.db, &tx));
		db_fail_after(&f.db, steps);
		const struct fault *fault = record_run(&f.w, &r);

		db_fail_after(&f.db, 0);
		if (!fault)
			return;
		tx_end(&tx);
		CHECK_OK(journal_open(&f.db, &f.journal));
		CHECK_OK(record_examine(&f.db, types, &complaint));
		CHECK_STR(complaint, S(""));
		CHECK_INT(row_of(&f, "61-2018-mau").days.replaced, DAYNUM_NONE);
		CHECK_STR(listed(&f, (struct legal_filter){ 0 }), S("61/2018/MAU"));
	}
}
