/* Tracking: how far and until when, nothing else. */
#include "dossier/dossier_page.h"
#include "dossier/dossier_web.h"
#include "site/site_testing.h"

static const struct route routes[] = {
	{ METHOD_GET, "/tra-cuu", tracking_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/api/v1/dossiers/:code", api_dossier_get, PERMISSION_PUBLIC, 0, ROUTE_API },
};
#define OPEN_CODE "SMA-221221-0001"
#define ENDED_CODE "000.00.15.H54-221003-0001"

static const struct fault *open_with_two(struct site *s)
{
	TRY(site_open(s, routes, COUNT(routes)));
	TRY(site_add_dossier(s, OPEN_CODE, "2022-12-21 09:00", ""));
	return site_add_dossier(s, ENDED_CODE, "2022-10-03 09:00", "2022-10-05 15:00");
}

TEST(the_code_alone_tells_step_and_due_day_and_nothing_personal)
{
	SITE s = { 0 };
	static const char *const targets[] = { "/tra-cuu?ma=" OPEN_CODE, "/tra-cuu?ma=" ENDED_CODE,
		"/api/v1/dossiers/" OPEN_CODE, "/tra-cuu?ma=" OPEN_CODE "&lang=en" };
	static const char *const secrets[] = { "Nguyễn", "0900000000", "Giấy phép lái xe", "approved",
		"Sở Mẫu A" };

	CHECK_OK(open_with_two(&s));
	for (size_t i = 0; i < COUNT(targets); i++) {
		struct reply r = site_get(&s, targets[i]);
		CHECK_INT(r.status, 200);
		CHECK_STR(reply_header(&r, S("Cache-Control")), S("no-store"));
		for (size_t k = 0; k < COUNT(secrets); k++)
			test_check(!site_has(&r, secrets[k]), __FILE__, __LINE__, "%s tells %s", targets[i],
				secrets[k]);
	}
	struct reply r = site_get(&s, targets[0]);

	/* Wednesday 21/12, three working days: Monday 26/12; today is Friday. */
	CHECK(site_has(&r, "Hồ sơ đang được giải quyết"));
	CHECK(site_has(&r, "Thứ Hai, 26/12/2022"));
	CHECK(site_has(&r, "Còn 1 ngày làm việc"));
	CHECK(site_has(&r, "Bước 3 trên 4"));
	CHECK(site_has(&r, "noindex"));
	r = site_get(&s, targets[1]);
	CHECK(site_has(&r, "Hồ sơ đã có kết quả"));
	CHECK(!site_has(&r, "uá hạn") && !site_has(&r, "quá ngày hẹn"));
	r = site_get(&s, targets[2]);
	CHECK_STR(
		r.body, S("{\"code\":\"" OPEN_CODE "\",\"stage\":\"processing\",\"steps_done\":2,\"steps\":4,"
			  "\"due\":\"2022-12-26\",\"synthetic\":false}"));
}

TEST(codes_are_found_however_they_are_typed)
{
	SITE s = { 0 };
	static const char *const typed[] = { "sma-221221-0001", "+SMA+-+221221+-+0001+",
		"SMA%E2%80%93221221%E2%80%930001", "%C2%A0SMA-221221-0001" };

	CHECK_OK(open_with_two(&s));
	for (size_t i = 0; i < COUNT(typed); i++) {
		struct reply r = site_get(&s, str_fmt(&s.a, "/tra-cuu?ma=%s", typed[i]).p);
		test_check(r.status == 200 && site_has(&r, OPEN_CODE), __FILE__, __LINE__, "%s: %d", typed[i],
			r.status);
	}
}

TEST(an_unknown_code_says_what_to_check)
{
	SITE s = { 0 };

	CHECK_OK(open_with_two(&s));
	struct reply r = site_get(&s, "/tra-cuu?ma=SMA-221221-0002");
	CHECK_INT(r.status, 404);
	CHECK(site_has(&r, "Không tìm thấy hồ sơ có mã này") && site_has(&r, "So lại từng chữ số"));
	CHECK(!site_has(&r, "Mã hồ sơ thường có dạng"));
	r = site_get(&s, "/tra-cuu?ma=%3Cb%3E");
	CHECK_INT(r.status, 404);
	CHECK(site_has(&r, "Mã hồ sơ thường có dạng") && !site_has(&r, "<B>") && !site_has(&r, "<b>"));
	r = site_get(&s, "/tra-cuu?ma=%FF");
	CHECK_INT(r.status, 400);
	r = site_get(&s, "/tra-cuu");
	CHECK_INT(r.status, 200);
	CHECK(site_has(&r, "Mã hồ sơ"));
	r = site_get(&s, "/api/v1/dossiers/khong-co");
	CHECK_INT(r.status, 404);
	CHECK(site_has(&r, "Không có hồ sơ nào có mã"));
	s.app.synthetic = true;
	r = site_get(&s, "/tra-cuu?ma=" OPEN_CODE);
	CHECK(site_has(&r, "Số liệu minh họa:"));
}

TEST(every_state_has_a_stage)
{
	CHECK_INT(tracking_stage_of(DOSSIER_WAITING_PAYMENT), STAGE_WAITING);
	CHECK_INT(tracking_stage_of(DOSSIER_DECLINED), STAGE_ENDED);
	CHECK_INT(tracking_stage_of(DOSSIER_RETURNED), STAGE_RETURNED);
	for (int i = 0; i < DOSSIER_STATE_N; i++) {
		enum tracking_stage stage = tracking_stage_of((enum dossier_state)i);
		CHECK(tracking_stage_text(stage).n > 0 && tracking_steps_done(stage) <= TRACKING_STEPS);
	}
}
