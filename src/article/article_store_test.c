/* Articles against a real engine: what is public, addresses, the clock, rebuild. */
#include "agency/fixture_testing.h"
#include "article/article_sample.h"
#include "article/article_store.h"
#include "search/search_store.h"

#define FIXTURE(f) FIXTURE_OF(f, fixture_now(), 0)

/* Runs a step of the sample's kind; 0 is a new article. Its number. */
static int64_t take(struct fixture *f, int64_t number, const char *text)
{
	struct article *x = NEW(&f->a, struct article);
	struct record_story story;
	void *state = NULL;

	if (number && record_load(&f->db, &article_type, number, &state, &story))
		abort();
	struct record_run run = { .type = &article_type,
		.event = article_step(&f->a, state ? state : x, text) };

	const struct fault *fault = record_run(&f->w, &run);

	test_check(!fault && !run.refusal.refused, __FILE__, __LINE__, "%s: %.*s", text,
		ARG(fault ? fault->what : msg_text(LANG_EN, run.refusal.why)));
	return run.number;
}

static int64_t published(struct fixture *f, const char *draft)
{
	int64_t n = take(f, 0, draft);

	(void)take(f, n, "submit");
	(void)take(f, n, "@8 publish");
	return n;
}

static const struct article_finding *find(struct fixture *f, const char *slug)
{
	struct article_finding *found = NEW(&f->a, struct article_finding);

	if (article_find(&f->db, ARTICLE_NEWS, str_of(slug), found))
		abort();
	return found;
}

static int64_t listed(struct fixture *f, enum article_section section, int category)
{
	const struct article_ask ask = { section, category, 10, 0 };
	const struct article_row *rows;
	int64_t count;
	size_t n;

	if (article_list(&f->db, &ask, &rows, &n) || article_count(&f->db, section, category, &count))
		abort();
	CHECK_INT(n, count);
	return count;
}

TEST(only_what_is_published_is_listed)
{
	FIXTURE(f);
	int64_t n = take(&f, 0, ARTICLE_SAMPLE_DRAFT);

	CHECK_INT(listed(&f, ARTICLE_NEWS, 0), 0);
	(void)take(&f, n, "add_picture caption=Buổi họp|absence=Không có");
	(void)take(&f, n, "submit");
	CHECK_INT(find(&f, "kiem-tra-cai-cach-hanh-chinh")->found, ARTICLE_UNKNOWN);
	(void)take(&f, n, "@8 publish");
	CHECK_INT(listed(&f, ARTICLE_NEWS, 0), 1);
	CHECK_INT(listed(&f, ARTICLE_NEWS, 1), 1);
	CHECK_INT(listed(&f, ARTICLE_NEWS, 2), 0);
	CHECK_INT(listed(&f, ARTICLE_PAGE, 0), 0);
	const struct article_finding *found = find(&f, "kiem-tra-cai-cach-hanh-chinh");

	CHECK_OR_STOP(found->found == ARTICLE_FOUND);
	CHECK_STR(found->article->shown.body, S("Đoàn đã nghe báo cáo."));
	CHECK_INT(found->article->shown.pictures_n, 1);
	CHECK_STR(found->article->shown.pictures[0].absence, S("Không có"));
}

TEST(old_addresses_lead_on_and_withdrawn_ones_say_so)
{
	FIXTURE(f);
	int64_t n = published(&f, ARTICLE_SAMPLE_DRAFT);

	(void)take(&f, n, "correct title=Tin mới|category=reform|lead=a|body=b|note=Đổi tên");
	CHECK_INT(find(&f, "kiem-tra-cai-cach-hanh-chinh")->found, ARTICLE_FOUND);
	(void)take(&f, n, "@8 confirm");
	const struct article_finding *old = find(&f, "kiem-tra-cai-cach-hanh-chinh");

	CHECK_INT(old->found, ARTICLE_MOVED);
	CHECK_STR(old->slug, S("tin-moi"));
	CHECK_INT(find(&f, "tin-moi")->article->notes_n, 1);
	(void)take(&f, n, "@8 withdraw reason=Sai");
	CHECK_INT(find(&f, "tin-moi")->found, ARTICLE_GONE);
	CHECK_INT(find(&f, "kiem-tra-cai-cach-hanh-chinh")->found, ARTICLE_GONE);
	CHECK_STR(find(&f, "tin-moi")->why, S("Sai"));
	CHECK_INT(listed(&f, ARTICLE_NEWS, 0), 0);
	struct article_public *none;
	int64_t searched;

	CHECK_OK(search_count(&f.db, SEARCH_ARTICLE, &searched));
	CHECK_INT(searched, 0);
	CHECK_OK(article_read(&f.db, n, &none));
	CHECK(!none);
}

TEST(what_readers_may_see_is_found)
{
	FIXTURE(f);
	struct search_found found;

	(void)take(&f, 0, "draft section=news|category=reform|title=Khác|lead=a|body=Đoàn đã nghe báo cáo.");
	(void)published(&f, ARTICLE_SAMPLE_DRAFT);
	CHECK_OK(search_find(&f.db, S("doan da nghe"), SEARCH_ARTICLE, 0, 10, &found));
	CHECK_OR_STOP(found.n == 1);
	CHECK_STR(found.hits[0].address, S("/tin-tuc/kiem-tra-cai-cach-hanh-chinh"));
}

TEST(the_program_publishes_when_the_hour_has_come)
{
	FIXTURE(f);
	int64_t n = take(&f, 0, ARTICLE_SAMPLE_DRAFT);
	struct record_run run = { .type = &article_type,
		.event = { .verb = ARTICLE_DO_RELEASE, .record = n, .by = ROLE_SYSTEM } };

	(void)take(&f, n, "submit");
	(void)take(&f, n, "@8 schedule at=2022-12-23 09:30");
	CHECK_OK(record_run(&f.w, &run));
	CHECK(run.refusal.refused && run.refusal.why == MSG_article_not_due);
	CHECK_INT(find(&f, "kiem-tra-cai-cach-hanh-chinh")->found, ARTICLE_UNKNOWN);
	f.w.now += 30 * 60;
	CHECK_OK(record_run(&f.w, &run));
	CHECK(!run.refusal.refused);
	CHECK_INT(find(&f, "kiem-tra-cai-cach-hanh-chinh")->article->published, f.w.now);
}

TEST(the_same_title_twice)
{
	FIXTURE(f);
	int64_t one = published(&f, ARTICLE_SAMPLE_DRAFT), two = published(&f, ARTICLE_SAMPLE_DRAFT);
	const char *second = str_fmt(&f.a, "kiem-tra-cai-cach-hanh-chinh-%lld", (long long)two).p;

	CHECK_INT(find(&f, "kiem-tra-cai-cach-hanh-chinh")->article->number, one);
	CHECK_INT(find(&f, second)->article->number, two);
	/* A page of the house may have the name of an article. */
	int64_t page = published(&f, "draft section=page|title=Kiểm tra cải cách hành chính|body=a");
	struct article_finding found;

	CHECK_OK(article_find(&f.db, ARTICLE_PAGE, S("kiem-tra-cai-cach-hanh-chinh"), &found));
	CHECK_INT(found.found == ARTICLE_FOUND ? found.article->number : 0, page);
}

TEST(tables_made_anew_are_the_same)
{
	static const struct record_type *const types[] = { &article_type, NULL };
	FIXTURE(f);
	struct str complaint;
	int64_t one = published(&f, ARTICLE_SAMPLE_DRAFT), two = published(&f, ARTICLE_SAMPLE_DRAFT);

	(void)take(&f, one, "correct title=Tin mới|category=reform|lead=a|body=b|note=Đổi tên");
	(void)take(&f, one, "@8 confirm");
	(void)take(&f, two, "@8 withdraw reason=Trùng");
	CHECK_OK(record_rebuild(&f.w, types));
	CHECK_OK(record_examine(&f.db, types, &complaint));
	CHECK_STR(complaint, S(""));
	CHECK_INT(find(&f, "tin-moi")->found, ARTICLE_FOUND);
	CHECK_INT(find(&f, "kiem-tra-cai-cach-hanh-chinh")->found, ARTICLE_MOVED);
	CHECK_INT(listed(&f, ARTICLE_NEWS, 0), 1);
}

TEST(those_who_write_see_all)
{
	FIXTURE(f);
	const struct article_work_row *rows;
	int64_t counts[ARTICLE_STATE_N];
	size_t n;

	(void)published(&f, ARTICLE_SAMPLE_DRAFT);
	(void)take(&f, 0, "draft section=page|title=Trang|body=a");
	CHECK_OK(article_counts(&f.db, counts));
	CHECK_INT(counts[ARTICLE_IS_DRAFT], 1);
	CHECK_INT(counts[ARTICLE_IS_PUBLISHED], 1);
	CHECK_OK(article_work(&f.db, 0, 10, 0, &rows, &n));
	CHECK_INT(n, 2);
	CHECK_OK(article_work(&f.db, ARTICLE_IS_DRAFT, 10, 0, &rows, &n));
	CHECK_OR_STOP(n == 1);
	CHECK_STR(rows[0].title, S("Trang"));
	CHECK_INT(rows[0].section, ARTICLE_PAGE);
}

/* The largest article fits, in any alphabet. */
TEST(the_longest_text)
{
	FIXTURE(f);
	struct buf b = { .a = &f.a };
	int64_t n = take(&f, 0, ARTICLE_SAMPLE_DRAFT);

	for (int i = 0; i < LIMIT_ARTICLE_BODY_CHARS / 4; i++)
		buf_add(&b, S("chữ\n"));
	b.n--;
	(void)take(
		&f, n, str_fmt(&f.a, "edit title=Tin|category=reform|lead=a|body=%.*s", ARG(buf_str(&b))).p);
	(void)take(&f, n, "submit");
	(void)take(&f, n, "@8 publish");
	CHECK_STR(find(&f, "tin")->article->shown.body, buf_str(&b));
}
