/* The pages of feedback through the gate. */
#include "feedback/feedback_parts_web.h"
#include "site/site_testing.h"

static const struct route routes[] = {
	{ METHOD_GET, FEEDBACK_PATH, feedback_home_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, FEEDBACK_PATH "/gui", feedback_send_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_POST, FEEDBACK_PATH "/gui", feedback_send_post, PERMISSION_PUBLIC, FEEDBACK_BODY_BYTES,
		ROUTE_PAGE | ROUTE_ANONYMOUS },
	{ METHOD_POST, FEEDBACK_PATH "/tra-cuu", feedback_look_post, PERMISSION_PUBLIC,
		FEEDBACK_LOOK_BODY_BYTES, ROUTE_PAGE | ROUTE_ANONYMOUS },
	{ METHOD_POST, FEEDBACK_PATH "/tra-cuu/danh-gia", feedback_rate_post, PERMISSION_PUBLIC,
		FEEDBACK_LOOK_BODY_BYTES, ROUTE_PAGE | ROUTE_ANONYMOUS },
	{ METHOD_GET, FEEDBACK_PATH "/:code", feedback_one_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
};
#define OPEN(s) \
	SITE s = { 0 }; \
	CHECK_OK(site_open(&(s), routes, COUNT(routes))); \
	(s).app.stamps = stamp_new_key()

static struct reply post(struct site *s, const char *path, struct str body)
{
	struct request *rq = NEW(&s->a, struct request);

	*rq = (struct request){
		.a = &s->a, .app = &s->app, .method = METHOD_POST, .now = s->now, .body = body
	};
	rq->headers.content_type = S("application/x-www-form-urlencoded");
	rq->headers.host = S("cong.example");
	rq->headers.origin = S("https://cong.example");
	rq->remote = S("203.0.113.7");
	rq->arrived_us = 1;
	CHECK(request_set_target(rq, str_of(path)));
	return http_handle(&s->gate, rq);
}

/* A form that was opened a minute ago. */
static struct str form(struct site *s, const char *more)
{
	return str_fmt(&s->a, "%s=%.*s&sender=person&about=SMA&consent=1&%s", STAMP_FIELD,
		ARG(stamp_make(&s->a, &s->app.stamps, s->now - 60, 1)), more);
}

/* What stands between two texts of the body. */
static struct str between(const struct reply *r, const char *from, const char *to)
{
	size_t at = str_find(r->body, str_of(from)) + strlen(from);
	struct str rest = str_sub(r->body, at, r->body.n);

	return str_sub(rest, 0, str_find(rest, str_of(to)));
}

#define NAMED "name=Nguy%E1%BB%85n+V%C4%83n+Th%E1%BB%AD&phone=0912+345+678"
#define TEXT "&text=T%C3%B4i+%C4%91%E1%BA%BFn+ba+l%E1%BA%A7n+m%C3%A0+ch%C6%B0a+xong."

TEST(the_page_explains_and_counts)
{
	OPEN(s);
	struct reply r = site_get(&s, "/phan-anh"), en = site_get(&s, "/phan-anh?lang=en");

	CHECK_INT(r.status, 200);
	CHECK(site_has(&r, "Luật Khiếu nại") && site_has(&r, "Chưa có trả lời nào"));
	CHECK(site_has(&en, "Law on Complaints"));
	CHECK_INT(site_get(&s, "/phan-anh/PAKN-2022-0001").status, 404);
	CHECK_INT(site_get(&s, "/phan-anh?loai=khac").status, 400);
}

TEST(what_is_sent_gets_a_code_and_a_key_that_open_it)
{
	OPEN(s);
	struct reply r = post(&s, "/phan-anh/gui", form(&s, NAMED TEXT));

	CHECK_INT(r.status, 200);
	CHECK(site_has(&r, "PAKN-2022-0001") && r.no_store);
	struct str key = between(&r,
		"PAKN-2022-0001</strong></dd></div>\n<div><dt>Mã bí mật</dt><dd><strong class=\"code\">",
		"<");

	CHECK_INT(key.n, 11);
	struct reply again = post(&s, "/phan-anh/gui", form(&s, NAMED TEXT));

	CHECK(site_has(&again, "PAKN-2022-0001") && str_find(again.body, key) < again.body.n);
	struct str low = str_lower_ascii(&s.a, key);
	struct reply seen = post(
			     &s, "/phan-anh/tra-cuu", str_fmt(&s.a, "ma=pakn-2022-0001&khoa=%.*s", ARG(low))),
		     wrong = post(&s, "/phan-anh/tra-cuu", S("ma=PAKN-2022-0001&khoa=AAAAA-AAAAA")),
		     none = post(&s, "/phan-anh/tra-cuu", S("ma=PAKN-2022-0009&khoa=AAAAA-AAAAA")),
		     phone = post(&s, "/phan-anh/tra-cuu", S("ma=PAKN-2022-0001&khoa=5678"));

	CHECK_INT(seen.status, 200);
	CHECK(site_has(&seen, "Chờ xem xét tiếp nhận") && site_has(&seen, "27/12/2022"));
	CHECK_INT(wrong.status, 404);
	CHECK_INT(none.status, 404);
	CHECK_INT(phone.status, 200);
	CHECK(!site_has(&phone, "Nguyễn Văn Thử"));
}

TEST(a_refused_form_keeps_what_was_typed)
{
	OPEN(s);
	struct reply bad = post(&s, "/phan-anh/gui", form(&s, "name=A+B&phone=12" TEXT)),
		     unnamed = post(&s, "/phan-anh/gui", form(&s, TEXT)),
		     sent = post(&s, "/phan-anh/gui", form(&s, "khong-ten=1" TEXT));

	CHECK_INT(bad.status, 400);
	CHECK(site_has(&bad, "Không phải số điện thoại") && site_has(&bad, "Tôi đến ba lần"));
	CHECK_INT(unnamed.status, 400);
	CHECK(site_has(&unnamed, "Tôi hiểu, vẫn gửi"));
	CHECK_INT(sent.status, 200);
	CHECK(site_has(&sent, "không tiếp nhận vì không rõ người gửi"));
}

TEST(programs_are_asked_again)
{
	OPEN(s);
	struct str stamp = stamp_make(&s.a, &s.app.stamps, s.now, 1);
	struct str early = str_fmt(&s.a, "%s=%.*s&sender=person&%s", STAMP_FIELD, ARG(stamp), NAMED TEXT);
	struct reply trap = post(&s, "/phan-anh/gui", form(&s, NAMED TEXT "&trang-web=x")),
		     fast = post(&s, "/phan-anh/gui", early),
		     forged = post(&s, "/phan-anh/gui", S("sender=person&" NAMED TEXT));

	CHECK(site_has(&trap, "ô ẩn") && trap.status == 400);
	CHECK(site_has(&fast, "quá nhanh") && fast.status == 400);
	CHECK(site_has(&forged, "quá lâu") && forged.status == 400);
}

TEST(limits_per_client_and_per_code)
{
	OPEN(s);
	int sent = 0, looks = 0;

	s.gate.rates = rates_new(&s.a);
	for (int i = 0; i < LIMIT_FEEDBACK_BURST + 5; i++) {
		struct str body = str_fmt(&s.a, "%.*s+%d", ARG(form(&s, NAMED TEXT)), i);

		sent += post(&s, "/phan-anh/gui", body).status == 200;
	}
	for (int i = 0; i < LIMIT_FEEDBACK_KEY_BURST + 5; i++)
		looks += post(&s, "/phan-anh/tra-cuu", S("ma=PAKN-2022-0001&khoa=AAAAA-AAAAA")).status == 404;
	CHECK_INT(sent, LIMIT_FEEDBACK_BURST);
	CHECK_INT(looks, LIMIT_FEEDBACK_KEY_BURST);
}

/* By a program, on behalf of the officials. */
static void act(struct site *s, int64_t number, int verb, const char *const (*values)[2])
{
	struct record_run run = { .type = &feedback_type,
		.event = { .verb = verb, .record = number, .by = ROLE_SYSTEM } };

	for (int i = 0; values[i][0]; i++)
		for (int f = 0; f < FEEDBACK_FIELD_N; f++)
			if (str_eq(feedback_kind.fields[f].name, str_of(values[i][0])))
				run.event.values[f] = str_of(values[i][1]);
	CHECK_OK(writer_run(province_writer(s->app.province), &s->a, record_run, &run));
	CHECK_INT(run.refusal.refused, false);
}

TEST(an_answer_is_read_rated_and_published)
{
	OPEN(s);
	struct reply r = post(&s, "/phan-anh/gui", form(&s, NAMED TEXT));
	struct str key = between(&r,
		"PAKN-2022-0001</strong></dd></div>\n<div><dt>Mã bí mật</dt><dd><strong class=\"code\">",
		"<");
	static const char *const accept[][2] = { { "class", "conduct" }, { NULL, NULL } };
	static const char *const draft[][2] = { { "answer", "Sở xin lỗi." }, { "conclusion", "right" },
		{ "outcome", "correct" }, { NULL, NULL } };
	static const char *const none[][2] = { { NULL, NULL } };
	static const char *const publish[][2] = { { "public_title", "Trả chậm" },
		{ "public_text", "Một người dân đến ba lần." }, { "public_answer", "Đã xin lỗi." },
		{ NULL, NULL } };
	READER reader = { 0 };
	struct request rq = { .a = &s.a, .app = &s.app };
	int64_t number;

	CHECK_OK(site_reader(&rq, &reader));
	CHECK_OK(feedback_find(reader.db, S("PAKN-2022-0001"), &number));
	held_reader_end(&reader);
	act(&s, number, FEEDBACK_ACCEPT, accept);
	act(&s, number, FEEDBACK_DRAFT, draft);
	act(&s, number, FEEDBACK_ANSWER, none);
	act(&s, number, FEEDBACK_PUBLISH, publish);
	struct str open = str_fmt(&s.a, "ma=PAKN-2022-0001&khoa=%.*s", ARG(key));
	struct reply seen = post(&s, "/phan-anh/tra-cuu", open),
		     by_phone = post(&s, "/phan-anh/tra-cuu/danh-gia",
			     S("ma=PAKN-2022-0001&khoa=5678&danh-gia=like")),
		     rated = post(&s, "/phan-anh/tra-cuu/danh-gia",
			     str_fmt(&s.a, "%.*s&danh-gia=like&y-kien=Hay", ARG(open))),
		     twice = post(&s, "/phan-anh/tra-cuu/danh-gia",
			     str_fmt(&s.a, "%.*s&danh-gia=dislike", ARG(open)));

	CHECK(site_has(&seen, "Sở xin lỗi."));
	CHECK_INT(by_phone.status, 400);
	CHECK_INT(rated.status, 200);
	CHECK(site_has(&rated, "Bạn đã đánh giá"));
	CHECK_INT(twice.status, 400);
	struct reply one = site_get(&s, "/phan-anh/PAKN-2022-0001"),
		     list = site_get(&s, "/phan-anh?tu-khoa=tra+cham");

	CHECK(site_has(&one, "Một người dân đến ba lần.") && !site_has(&one, "Nguyễn"));
	CHECK(site_has(&list, "Trả chậm"));
}
