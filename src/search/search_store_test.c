#include "db/migrate.h"
#include "db/schema.h"
#include "search/search_sql.h"
#include "search/search_store.h"
#include "tests/t.h"

struct fixture {
	struct arena a;
	struct db db;
};

static void fixture_end(struct fixture *f)
{
	db_close(&f->db);
	arena_free(&f->a);
}

static const struct search_doc docs[] = {
	{ 1, SEARCH_LEGAL, 19000, S_INIT("Kế hoạch 1296/KH-SNV"), S_INIT("/van-ban/1296-kh-snv"),
		S_INIT("Kiểm tra công tác cải cách hành chính năm 2022"), S_INIT("") },
	{ 2, SEARCH_LEGAL, 18000, S_INIT("Nghị định 61/2018/NĐ-CP"), S_INIT("/van-ban/61-2018-nd-cp"),
		S_INIT("Cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính"),
		S_INIT("Điều 1. Phạm vi điều chỉnh\nNghị định này quy định <script>") },
	{ 3, SEARCH_ARTICLE, 19300, S_INIT("Kiểm tra cải cách hành chính tại Sở Mẫu A"), S_INIT("/tin-tuc/a"),
		S_INIT("Đoàn kiểm tra làm việc tại Hoà Bình"), S_INIT("theo kế hoạch 1296") },
	{ 4, SEARCH_ARTICLE, 19301, S_INIT("Hóa đơn"), S_INIT("/tin-tuc/b"), S_INIT("Hóa đơn điện tử"),
		S_INIT("") },
	{ 5, SEARCH_ARTICLE, 19302, S_INIT("Tin khác"), S_INIT("/tin-tuc/c"), S_INIT(""),
		S_INIT("hành chính cải cách kiểm tra") },
};

static const struct fault *fixture_open(struct fixture *f)
{
	int applied;

	TRY(db_open(&f->a, ":memory:", DB_WRITE, &f->db));
	TRY(db_migrate(&f->db, schema_migrations, schema_migrations_n, &applied));
	for (size_t i = 0; i < COUNT(docs); i++)
		TRY(search_put(&f->db, &docs[i]));
	return NULL;
}
#define FIXTURE(f) \
	cleanup_with(fixture_end) struct fixture f = { 0 }; \
	CHECK_OK(fixture_open(&(f)))

/* References that were found, "3 5". */
static struct str refs(struct fixture *f, struct str query, enum search_kind kind)
{
	struct search_found found;
	struct buf b = { .a = &f->a };
	const struct fault *fault = search_find(&f->db, query, kind, 0, 50, &found);

	if (fault)
		return fault->what;
	for (size_t i = 0; i < found.n; i++)
		buf_fmt(&b, "%s%lld", i ? " " : "", (long long)found.hits[i].ref);
	return buf_str(&b);
}

TEST(any_spelling_finds)
{
	static const struct {
		struct str query, refs;
		enum search_kind kind;
	} rows[] = {
		{ S_INIT("1296"), S_INIT("1"), SEARCH_LEGAL },
		{ S_INIT("1296 kh snv"), S_INIT("1"), SEARCH_LEGAL },
		{ S_INIT("1296/kh-snv"), S_INIT("1"), SEARCH_LEGAL },
		{ S_INIT("61/2018/NĐ-CP"), S_INIT("2"), SEARCH_LEGAL },
		{ S_INIT("nghi dinh 61/2018/nd-cp"), S_INIT("2"), SEARCH_LEGAL },
		{ S_INIT("HÀNH CHÍNH"), S_INIT("1 2"), SEARCH_LEGAL },
		{ S_INIT("ha\xCC\x80nh chi\xCC\x81nh"), S_INIT("1 2"), SEARCH_LEGAL },
		{ S_INIT("cai cach hanh chinh"), S_INIT("3 5"), SEARCH_ARTICLE }, /* title before body */
		{ S_INIT("hòa"), S_INIT("3 4"), SEARCH_ARTICLE }, /* the same marks before the title */
		{ S_INIT("hoa"), S_INIT("4 3"), SEARCH_ARTICLE },
		{ S_INIT("hóa"), S_INIT("4 3"), SEARCH_ARTICLE },
		{ S_INIT("kế hoạch 1296"), S_INIT("3"), SEARCH_ARTICLE },
		{ S_INIT("hành chánh"), S_INIT(""), SEARCH_ARTICLE },
		{ S_INIT("kiểm tra sao hỏa"), S_INIT(""), SEARCH_ARTICLE }, /* all words */
		{ S_INIT("kiem"), S_INIT(""), SEARCH_PAGE },
		{ S_INIT(""), S_INIT(""), SEARCH_LEGAL },
		{ S_INIT("%"), S_INIT(""), SEARCH_LEGAL },
		{ S_INIT("' OR '1'='1"), S_INIT(""), SEARCH_LEGAL },
		{ S_INIT("\"; DROP TABLE search_doc; --"), S_INIT(""), SEARCH_LEGAL },
		{ S_INIT("\xFF\xFE"), S_INIT(""), SEARCH_LEGAL },
	};
	FIXTURE(f);

	for (size_t i = 0; i < COUNT(rows); i++)
		test_check(str_eq(refs(&f, rows[i].query, rows[i].kind), rows[i].refs), __FILE__, __LINE__,
			"%.*s: %.*s", ARG(rows[i].query), ARG(refs(&f, rows[i].query, rows[i].kind)));
}

TEST(a_query_of_a_thousand_words_is_answered)
{
	FIXTURE(f);
	struct buf b = { .a = &f.a };

	for (int i = 0; i < 1000; i++)
		buf_add(&b, i % 2 ? S("hành ") : S("chính "));
	CHECK_STR(refs(&f, buf_str(&b), SEARCH_LEGAL), S("1 2"));
	for (int i = 0; i < 200000; i++)
		buf_char(&b, 'x');
	CHECK_STR(refs(&f, buf_str(&b), SEARCH_LEGAL), S("1 2"));
}

TEST(hits_have_what_pages_show)
{
	FIXTURE(f);
	struct search_found found;

	CHECK_OK(search_find(&f.db, S("pham vi"), SEARCH_LEGAL, 0, 10, &found));
	CHECK_INT(found.n, 1);
	CHECK_STR(found.hits[0].title, docs[1].title);
	CHECK_STR(found.hits[0].address, docs[1].address);
	CHECK_INT(found.hits[0].day, 18000);
	CHECK_INT(found.hits[0].excerpt.found, 2); /* out of the body: the summary has none of the words */
	CHECK_OK(search_find(&f.db, S("hanh chinh"), SEARCH_LEGAL, 1, 10, &found));
	CHECK_INT(found.n, 1);
	CHECK_INT(found.total, 2);
	CHECK_INT(found.hits[0].ref, 2);
	CHECK(!found.more);
	CHECK_OK(search_find(&f.db, S("hanh chinh"), SEARCH_LEGAL, 7, 10, &found));
	CHECK_INT(found.n, 0);
}

TEST(putting_again_replaces_and_removing_removes)
{
	FIXTURE(f);
	struct search_doc d = docs[0];
	int64_t n;

	d.summary = S("Nội dung khác");
	CHECK_OK(search_put(&f.db, &d));
	CHECK_STR(refs(&f, S("cải cách"), SEARCH_LEGAL), S(""));
	CHECK_STR(refs(&f, S("noi dung"), SEARCH_LEGAL), S("1"));
	CHECK_OK(search_remove(&f.db, 1));
	CHECK_STR(refs(&f, S("noi dung"), SEARCH_LEGAL), S(""));
	CHECK_OK(search_clear(&f.db, SEARCH_LEGAL));
	CHECK_OK(search_count(&f.db, SEARCH_LEGAL, &n));
	CHECK_INT(n, 0);
	CHECK_OK(search_count(&f.db, SEARCH_ARTICLE, &n));
	CHECK_INT(n, 3);
	CHECK_STR(refs(&f, S("hoa"), SEARCH_ARTICLE), S("4 3"));
}

static struct str ideas(struct fixture *f, struct str typed)
{
	struct search_ideas ideas;
	struct buf b = { .a = &f->a };
	const struct fault *fault = search_suggest(&f->db, typed, &ideas);

	if (fault)
		return fault->what;
	for (size_t i = 0; i < ideas.n; i++) {
		buf_add(&b, i ? S("|") : S(""));
		buf_add(&b, ideas.addresses[i]);
	}
	return buf_str(&b);
}

TEST(what_is_typed_so_far_is_completed)
{
	FIXTURE(f);

	CHECK_STR(ideas(&f, S("ke")), S("/van-ban/1296-kh-snv"));
	CHECK_STR(ideas(&f, S("kế ho")), S("/van-ban/1296-kh-snv"));
	CHECK_STR(ideas(&f, S("129")), S("/van-ban/1296-kh-snv"));
	CHECK_STR(ideas(&f, S("cải cách h")), S("/tin-tuc/a"));
	CHECK_STR(ideas(&f, S("một cửa l")), S("")); /* stands in no title */
	CHECK_STR(ideas(&f, S("")), S(""));
	CHECK_STR(ideas(&f, S("zzz")), S(""));
}

static struct str corrected(struct fixture *f, struct str query)
{
	static const struct search_spelling known[] = { { S_INIT("phep"), S_INIT("phép") },
		{ S_INIT("giay"), S_INIT("giấy") } };
	struct search_spelling own[COUNT(known)] = { known[0], known[1] };
	struct search_lexicon l = { own, COUNT(own) };
	struct search_terms t;
	struct str out = { 0 };

	search_lexicon_sort(&l);
	search_terms_read(&t, &f->a, query);
	const struct fault *fault = search_correct(&f->db, &t, &l, &out);

	return fault ? fault->what : out;
}

TEST(mistyped_words_are_corrected)
{
	static const struct str rows[][2] = { { S_INIT("hanh chimh"), S_INIT("hanh chính") },
		{ S_INIT("haanhf chinhs"), S_INIT("hành chính") },
		{ S_INIT("hanhf chinhs"), S_INIT("hành chính") },
		{ S_INIT("giya phepp"), S_INIT("giấy phép") },
		{ S_INIT("giaays pheps"), S_INIT("giấy phép") }, { S_INIT("hành chính"), S_INIT("") },
		{ S_INIT("qqqqqq"), S_INIT("") }, { S_INIT("giya qqqqqq"), S_INIT("") },
		{ S_INIT(""), S_INIT("") } };
	FIXTURE(f);

	for (size_t i = 0; i < COUNT(rows); i++)
		test_check(str_eq(corrected(&f, rows[i][0]), rows[i][1]), __FILE__, __LINE__, "%.*s: %.*s",
			ARG(rows[i][0]), ARG(corrected(&f, rows[i][0])));
}

/* A word that all documents have: only the best are looked at, and the newest are among them. */
TEST(common_words_cost_no_more_than_the_bound)
{
	enum { DOCS = 3000 };
	FIXTURE(f);
	struct search_refs found;
	struct search_terms t;

	for (int i = 0; i < DOCS; i++) {
		ARENA own = { 0 };
		struct arena *before = f.db.a;
		f.db.a = &own;
		struct search_doc d = { 1000 + i, SEARCH_PAGE, i, str_fmt(&own, "Trang số %d", i), S("/x"),
			S("về thủ tục hành chính"), i == 7 ? S("kim tự tháp") : S("") };
		const struct fault *fault = search_put(&f.db, &d);
		f.db.a = before;
		if (!CHECK(!fault))
			return;
	}
	search_terms_read(&t, &f.a, S("thủ tục hành chính"));
	CHECK_OK(search_refs_of(&f.db, &t, SEARCH_PAGE, &found));
	CHECK_INT(found.n, LIMIT_SEARCH_CANDIDATES);
	CHECK(found.more);
	CHECK_INT(found.refs[0], 1000 + DOCS - 1);
	search_terms_read(&t, &f.a, S("thu tuc kim tu thap"));
	CHECK_OK(search_refs_of(&f.db, &t, SEARCH_PAGE, &found));
	CHECK_INT(found.n, 1); /* the rarest word leads: found although it is old */
	CHECK_INT(found.refs[0], 1007);
}

TEST(no_step_that_fails_leaves_half_a_document)
{
	for (int64_t steps = 1;; steps += 37) {
		FIXTURE(f);
		struct search_doc d = docs[0];
		TX tx = { 0 };
		const struct fault *fault;

		d.title = S("Tên hoàn toàn khác");
		CHECK_OK(tx_begin(&f.db, &tx));
		db_fail_after(&f.db, steps);
		fault = search_put(&f.db, &d);
		db_fail_after(&f.db, 0);
		tx_end(&tx);
		CHECK_STR(refs(&f, S("1296"), SEARCH_LEGAL), S("1"));
		if (!fault)
			return;
	}
}
