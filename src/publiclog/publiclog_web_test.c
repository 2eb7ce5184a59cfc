/* The page of the journal through the gate. */
#include "account/people_testing.h"
#include "app/routes.h"
#include "journal/journal_store.h"
#include "office/office_store.h"
#include "plan/plan_store.h"

#define OPEN(s) \
	SITE s = { 0 }; \
	CHECK_OK(site_open(&(s), app_routes, app_routes_n))

static struct str root_of(struct site *s, int64_t *size)
{
	struct buf b = { .a = &s->a };
	struct sha256 root = { 0 };
	struct db *db = NULL;

	CHECK(!province_take_reader(s->app.province, &s->a, &db));
	CHECK(!journal_size(db, size) && !journal_root(db, *size, &root));
	province_give_reader(s->app.province, db);
	add_base64(&b, (struct str){ (const char *)root.b, sizeof root.b });
	return buf_str(&b);
}

TEST(the_page_says_how_large_the_journal_is_and_claims_no_more)
{
	OPEN(s);
	struct reply r = site_get(&s, "/nhat-ky"), en = site_get(&s, "/nhat-ky?lang=en");
	int64_t size = 0;

	CHECK(site_has(&r, root_of(&s, &size).p));
	CHECK(site_has(&r, str_fmt(&s.a, "<dd>%lld</dd>", (long long)size).p));
	CHECK(site_has(&r, "mọi sửa đổi đều để lại dấu vết") && site_has(&r, "chưa được ký số"));
	CHECK(!site_has(&r, "không thể sửa") && !site_has(&en, "tamper"));
}

TEST(an_entry_is_shown_byte_for_byte_and_names_nobody)
{
	OPEN(s);
	int64_t size = 0;

	CHECK_OK(site_add_dossier(&s, "SMA-221003-0001", "2022-10-03 09:00", ""));
	(void)root_of(&s, &size);
	struct reply first = site_get(&s, "/nhat-ky?muc=0"),
		     last = site_get(&s, str_fmt(&s.a, "/nhat-ky?muc=%lld", (long long)size - 1).p);
	CHECK(site_has(&first, "agency.version") && site_has(&first, "&quot;code&quot;:&quot;H54&quot;"));
	CHECK(site_has(&first, "/nhat-ky?muc=1") && !site_has(&first, "Mục trước"));
	CHECK(site_has(&last, "dossier.accept") && site_has(&last, "SMA-221003-0001") &&
		!site_has(&last, "Mục sau"));
	CHECK(!site_has(&last, "Nguyễn Văn Mẫu") && !site_has(&last, "0900000000"));
}

TEST(a_position_that_is_none_is_said_at_the_field)
{
	static const char *const wrong[] = { "/nhat-ky?muc=-1", "/nhat-ky?muc=999999999", "/nhat-ky?muc=abc",
		"/nhat-ky?muc=%3Cscript%3E", "/nhat-ky?muc=99999999999999999999" };
	OPEN(s);

	for (size_t i = 0; i < COUNT(wrong); i++) {
		struct reply r = site_get(&s, wrong[i]);

		test_check(r.status == 400 && site_has(&r, "Nhật ký có các mục từ 0 đến") &&
				   !site_has(&r, "<script>"),
			__FILE__, __LINE__, "%s: %d", wrong[i], r.status);
	}
	struct reply r = site_get(&s, "/nhat-ky?muc=");
	CHECK_INT(r.status, 200);
}

static const struct fault *draft(struct write *w, void *arg)
{
	struct record_run run = { .type = &plan_province_type,
		.event = { .verb = REFORM_BEGIN, .by = ROLE_HOME_AFFAIRS } };

	(void)arg;
	run.event.values[REFORM_TITLE] = S("Kế hoạch chưa ban hành");
	run.event.values[REFORM_YEAR] = S("2023");
	return record_run(w, &run);
}

TEST(what_is_still_a_draft_is_not_shown)
{
	OPEN(s);
	int64_t size = 0;

	CHECK_OK(writer_run(province_writer(s.app.province), &s.a, draft, NULL));
	(void)root_of(&s, &size);
	struct reply r = site_get(&s, str_fmt(&s.a, "/nhat-ky?muc=%lld", (long long)size - 1).p);
	CHECK_INT(r.status, 200);
	CHECK(site_has(&r, "province_plan.begin") && !site_has(&r, "Kế hoạch chưa ban hành"));
}
