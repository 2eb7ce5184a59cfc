/* The law of articles: who may let out what, what readers see meanwhile. */
#include "article/article_sample.h"
#include "tests/t.h"

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define TAKE(x, text) \
	do { \
		struct record_refusal r_ = article_take(&a, (x), (text)); \
		test_check(!r_.refused, __FILE__, __LINE__, "%s: %.*s", (text), \
			ARG(msg_text(LANG_EN, r_.why))); \
	} while (0)
#define REFUSED(x, text, message, at) \
	do { \
		struct record_refusal r_ = article_take(&a, (x), (text)); \
		test_check(r_.refused &&r_.why == MSG_##message && r_.field == (at), __FILE__, __LINE__, \
			"%s: %d %.*s at %d", (text), r_.refused, \
			ARG(r_.refused ? msg_text(LANG_EN, r_.why) : S("")), r_.field); \
	} while (0)

TEST(from_a_draft_to_the_readers)
{
	ARENA a = { 0 };
	struct article *x = NEW(&a, struct article);

	TAKE(x, ARTICLE_SAMPLE_DRAFT);
	CHECK(!article_is_public(x) && !x->slugs_n);
	CHECK_INT(x->work.category, 1);
	TAKE(x, "edit title=Kiểm tra công tác|category=steering|lead=Một.|body=Hai.|author=Tô Dậu");
	CHECK_INT(x->work.category, 3);
	CHECK_STR(x->work.source, S(""));
	TAKE(x, "submit");
	REFUSED(x, "edit title=Khác|category=reform", record_not_now, RECORD_NO_FIELD);
	TAKE(x, "@8 return reason=Thiếu nguồn");
	CHECK_STR(x->returned, S("Thiếu nguồn"));
	TAKE(x, "edit title=Kiểm tra công tác|category=steering|lead=Một.|body=Hai.|source=Sở Mẫu A");
	TAKE(x, "submit");
	TAKE(x, "@8 publish");
	CHECK(article_is_public(x) && x->published != INSTANT_NONE);
	CHECK_STR(x->shown.source, S("Sở Mẫu A"));
	CHECK_STR(x->shown.author, S(""));
	CHECK_STR(article_slug_now(x), S("kiem-tra-cong-tac"));
	CHECK_STR(x->returned, S(""));
}

/* Who wrote it last does not let it out, whatever roles the account holds. */
TEST(two_people)
{
	ARENA a = { 0 };
	struct article *x = NEW(&a, struct article);

	TAKE(x, ARTICLE_SAMPLE_DRAFT);
	TAKE(x, "@8 edit title=Tin|category=reform|lead=Một.|body=Hai.");
	TAKE(x, "submit");
	REFUSED(x, "publish", record_not_your_role, RECORD_NO_FIELD);
	REFUSED(x, "@8 publish", article_own_work, RECORD_NO_FIELD);
	REFUSED(x, "@8 schedule at=2022-12-24 08:00", article_own_work, RECORD_NO_FIELD);
	TAKE(x, "return reason=Sửa lại");
	TAKE(x, "edit title=Tin|category=reform|lead=Một.|body=Ba.");
	TAKE(x, "submit");
	TAKE(x, "@8 publish");
	TAKE(x, "@8 correct title=Tin|category=reform|lead=Một.|body=Bốn.|note=Sửa số");
	REFUSED(x, "@8 confirm", article_own_work, RECORD_NO_FIELD);
	REFUSED(x, "confirm", record_not_your_role, RECORD_NO_FIELD);
	/* A picture is writing too. */
	TAKE(x, "add_picture caption=Buổi họp|absence=Không có ảnh");
	TAKE(x, "@8 confirm");
}

TEST(readers_see_the_old_text_until_the_correction_is_approved)
{
	ARENA a = { 0 };
	struct article *x = NEW(&a, struct article);

	TAKE(x, ARTICLE_SAMPLE_DRAFT);
	TAKE(x, "submit");
	TAKE(x, "@8 publish");
	REFUSED(x, "correct title=Tin|category=reform|lead=Một.|body=Hai.", record_missing, ARTICLE_NOTE);
	TAKE(x, "correct title=Tin mới|category=reform|lead=Một.|body=Hai.|note=Sửa ngày");
	CHECK(article_is_public(x));
	CHECK_STR(x->shown.title, S("Kiểm tra cải cách hành chính"));
	CHECK_INT(x->notes_n, 0);
	TAKE(x, "abandon reason=Không cần");
	CHECK_STR(x->work.title, S("Kiểm tra cải cách hành chính"));
	TAKE(x, "correct title=Tin mới|category=reform|lead=Một.|body=Hai.|note=Sửa ngày");
	TAKE(x, "@8 confirm");
	CHECK_STR(x->shown.title, S("Tin mới"));
	CHECK_INT(x->notes_n, 1);
	CHECK_STR(x->notes[0].text, S("Sửa ngày"));
	CHECK_INT(x->slugs_n, 2);
	CHECK_STR(x->slugs[0], S("kiem-tra-cai-cach-hanh-chinh"));
	CHECK_STR(article_slug_now(x), S("tin-moi"));
	TAKE(x, "@8 withdraw reason=Sai sự thật");
	CHECK(!article_is_public(x) && x->withdrawn != INSTANT_NONE);
	REFUSED(x, "correct title=Tin|category=reform|note=a", record_not_now, RECORD_NO_FIELD);
}

TEST(what_is_faulty_stays_a_draft)
{
	static const char *const bodies[] = { "", "Xem [tại đây](/so-lieu).", "## Nhảy cấp", "a <b>b</b>",
		"[x](javascript:y)", "![](anh:1)", "a\n\n![](anh:1)" };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(bodies); i++) {
		struct article *x = NEW(&a, struct article);

		TAKE(x, ARTICLE_SAMPLE_DRAFT);
		TAKE(x, str_fmt(&a, "edit title=Tin|category=reform|lead=Một.|body=%s", bodies[i]).p);
		REFUSED(x, "submit", article_has_errors, RECORD_NO_FIELD);
	}
	struct article *x = NEW(&a, struct article);

	TAKE(x, "draft section=news|category=reform|title=Tin|body=Một.");
	REFUSED(x, "submit", article_no_lead, RECORD_NO_FIELD);
	x = NEW(&a, struct article);
	REFUSED(x, "draft section=news|title=Tin", article_no_category, ARTICLE_CATEGORY);
	REFUSED(x, "draft section=page|category=reform|title=Tin", article_page_category, ARTICLE_CATEGORY);
	TAKE(x, "draft section=page|title=Cách nộp|body=Một.");
	TAKE(x, "submit");
	CHECK_INT(x->section, ARTICLE_PAGE);
}

TEST(pictures_and_frames)
{
	static const struct {
		const char *step;
		enum msg why;
		int at;
	} refused[] = {
		{ "add_picture file=" HASH "|caption=Buổi họp", MSG_article_no_alt, ARTICLE_ALT },
		{ "add_picture file=" HASH "|alt=Hai người|absence=Không có", MSG_article_no_absence,
			ARTICLE_ABSENCE },
		{ "add_picture absence=Không có", MSG_article_frame_caption, ARTICLE_CAPTION },
		{ "add_picture caption=Buổi họp", MSG_article_frame_absence, ARTICLE_ABSENCE },
		{ "add_picture caption=Buổi họp|absence=Không có|alt=Hai người", MSG_article_frame_alt,
			ARTICLE_ALT },
		{ "change_picture picture=3|caption=a|absence=b", MSG_article_unknown_picture,
			ARTICLE_PICTURE },
		{ "remove_picture picture=3", MSG_article_unknown_picture, ARTICLE_PICTURE },
		{ "change_picture picture=1|caption=a|absence=b", MSG_article_no_alt, ARTICLE_ALT },
		{ "detach attachment=1", MSG_article_unknown_file, ARTICLE_ATTACHMENT },
	};
	ARENA a = { 0 };
	struct article *x = NEW(&a, struct article);

	TAKE(x, ARTICLE_SAMPLE_DRAFT);
	TAKE(x, "add_picture file=" HASH "|file_name=IMG.jpg|alt=Hai người|caption=Buổi họp");
	TAKE(x, "add_picture caption=Buổi họp|absence=Không có");
	for (size_t i = 0; i < COUNT(refused); i++) {
		struct record_refusal r = article_take(&a, x, refused[i].step);

		test_check(r.refused && r.why == refused[i].why && r.field == refused[i].at, __FILE__,
			__LINE__, "%s", refused[i].step);
	}
	TAKE(x, "change_picture picture=2|file=" HASH "|alt=Ba người|caption=Buổi họp");
	CHECK_STR(x->work.pictures[1].alt, S("Ba người"));
	TAKE(x, "change_picture picture=1|alt=Bốn người");
	CHECK_STR(x->work.pictures[0].file, S(HASH));
	CHECK_STR(x->work.pictures[0].caption, S(""));
	TAKE(x, "remove_picture picture=1");
	REFUSED(x, "remove_picture picture=1", article_unknown_picture, ARTICLE_PICTURE);
	/* Numbers are never given again: the text names them. */
	TAKE(x, "add_picture caption=c|absence=d");
	CHECK_INT(x->work.pictures_n, 3);
	TAKE(x, "attach file=" HASH "|file_name=a.pdf|label=Kế hoạch");
	TAKE(x, "detach attachment=1");
	CHECK(x->work.attachments[0].gone);
}

TEST(limits_hold)
{
	ARENA a = { 0 };
	struct article *x = NEW(&a, struct article);

	TAKE(x, ARTICLE_SAMPLE_DRAFT);
	for (int i = 0; i < LIMIT_ARTICLE_PICTURES; i++)
		TAKE(x, "add_picture caption=c|absence=d");
	REFUSED(x, "add_picture caption=c|absence=d", article_pictures_full, RECORD_NO_FIELD);
	for (int i = 0; i < LIMIT_ARTICLE_FILES; i++)
		TAKE(x, "attach file=" HASH "|file_name=a.pdf|label=b");
	REFUSED(x, "attach file=" HASH "|file_name=a.pdf|label=b", article_files_full, RECORD_NO_FIELD);
	TAKE(x, "submit");
	TAKE(x, "@8 publish");
	for (int i = 1; i < LIMIT_ARTICLE_SLUGS; i++) {
		TAKE(x, str_fmt(&a, "correct title=Tin %d|category=reform|lead=a|body=b|note=c", i).p);
		TAKE(x, "@8 confirm");
	}
	TAKE(x, "correct title=Tin nữa|category=reform|lead=a|body=b|note=c");
	REFUSED(x, "@8 confirm", article_slugs_full, RECORD_NO_FIELD);
	TAKE(x, "edit title=Tin 19|category=reform|lead=a|body=b");
	TAKE(x, "@8 confirm");
	for (int i = x->notes_n; i < LIMIT_ARTICLE_NOTES; i++) {
		TAKE(x, "correct title=Tin 19|category=reform|lead=a|body=b|note=c");
		TAKE(x, "@8 confirm");
	}
	REFUSED(x, "correct title=Tin 19|category=reform|lead=a|body=b|note=c", article_notes_full,
		RECORD_NO_FIELD);
}

TEST(scheduling)
{
	ARENA a = { 0 };
	struct article *x = NEW(&a, struct article);
	const struct article_env env = { 0 };

	TAKE(x, ARTICLE_SAMPLE_DRAFT);
	TAKE(x, "submit");
	REFUSED(x, "@8 schedule at=2022-12-23 09:00", article_at_past, ARTICLE_AT);
	REFUSED(x, "@8 schedule at=2024-12-23 09:00", article_at_far, ARTICLE_AT);
	TAKE(x, "@8 schedule at=2022-12-24 08:00");
	struct record_event e = article_step(&a, x, "release");

	e.by = ROLE_SYSTEM;
	e.account = 0;
	CHECK(article_decide(x, &e, &env).why == MSG_article_not_due);
	e.recorded = x->due;
	CHECK(!article_decide(x, &e, &env).refused);
	CHECK(!record_allows(&article_kind, &x->base, &e).refused);
	TAKE(x, "return reason=Chờ thêm");
	CHECK_INT(x->due, INSTANT_NONE);
	REFUSED(x, "release", record_not_your_role, RECORD_NO_FIELD);
}

TEST(addresses)
{
	ARENA a = { 0 };
	struct article *x = NEW(&a, struct article);
	const struct article_env taken = { .slug_taken = true }, fine = { 0 };

	TAKE(x, ARTICLE_SAMPLE_DRAFT);
	TAKE(x, "submit");
	struct record_event e = article_step(&a, x, "@8 publish");

	CHECK(article_decide(x, &e, &taken).why == MSG_article_slug_taken);
	e.values[ARTICLE_SLUG] = S("../x");
	CHECK(article_decide(x, &e, &fine).why == MSG_article_slug_taken);
	CHECK_STR(article_slug_for(&a, S("Tin"), 12, true), S("tin-12"));
	CHECK_STR(article_slug_for(&a, S("日本"), 12, false), S("bai-12"));
}

TEST(files_that_may_come)
{
	static const struct {
		int verb;
		const char *bytes;
		bool fits;
	} rows[] = { { ARTICLE_DO_ATTACH, "%PDF-1.7", true }, { ARTICLE_DO_ATTACH, "\xff\xd8\xff", false },
		{ ARTICLE_DO_ADD_PICTURE, "%PDF-1.7", false },
		{ ARTICLE_DO_CHANGE_PICTURE, "\x89PNG\r\n\x1a\n", false },
		{ ARTICLE_DO_ADD_PICTURE, "<svg onload=alert(1)>", false },
		{ ARTICLE_DO_ADD_PICTURE, "<html>", false } };

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_INT(!article_file_fits(rows[i].verb, str_of(rows[i].bytes)).refused, rows[i].fits);
}
