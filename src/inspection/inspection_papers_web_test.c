/* Documents of an inspection through the gate. */
#include "account/people_testing.h"
#include "agency/agency_store.h"
#include "app/routes.h"
#include "app/staff_menu.h"
#include "inspection/inspection_papers_html.h"
#include "inspection/inspection_papers_web.h"
#include "inspection/inspection_story_web.h"
#include "inspection/inspection_whole.h"

#include <sys/stat.h>

/* The whole inspection of SMA, one of SMB that has only begun, and who may see them. */
struct scene {
	struct site site;
	struct browser home_affairs, unit, other;
	int64_t whole, begun;
};
static void scene_end(struct scene *x)
{
	site_close(&x->site);
}

static const struct fault *add_agencies(struct write *w, void *arg)
{
	static const struct agency_version rows[] = {
		{ .code = S_INIT("SNV"),
			.name = S_INIT("Sở Nội vụ"),
			.short_name = S_INIT("SNV"),
			.parent = S_INIT("H54"),
			.kind = S_INIT("so"),
			.level = LEVEL_PROVINCE },
		{ .code = S_INIT("STP"),
			.name = S_INIT("Sở Tư pháp"),
			.parent = S_INIT("H54"),
			.kind = S_INIT("so"),
			.level = LEVEL_PROVINCE },
	};
	int64_t position;

	(void)arg;
	for (size_t i = 0; i < COUNT(rows); i++)
		TRY(agency_add(w, &rows[i], S(""), &position));
	return NULL;
}

/* The record of the first n events. */
static int64_t run_events(struct scene *x, const struct record_event *events, int n)
{
	int64_t number = 0;

	for (int i = 0; i < n; i++) {
		struct record_run run = { .type = &inspection_type, .event = events[i] };

		run.event.record = number;
		if (writer_run(province_writer(x->site.app.province), &x->site.a, record_run, &run) ||
			run.refusal.refused)
			abort();
		number = run.number;
	}
	return number;
}

static struct browser person(struct scene *x, const char *login, enum role role, const char *agency)
{
	(void)test_person(&x->site, login, role, agency);
	return (struct browser){ &x->site, test_cookie(&x->site, login), S(""), { 0 } };
}

static const struct fault *scene_open(struct scene *x)
{
	struct site *s = &x->site;

	TRY(site_open(s, app_routes, app_routes_n));
	s->gate.people = &staff_people;
	s->app.staff_menu = &app_staff_menu;
	s->app.synthetic = true;
	TRY(writer_run(province_writer(s->app.province), &s->a, add_agencies, NULL));
	TRY(province_reload_catalogue(s->app.province, &s->a));
	struct record_event *events = NEW_ARRAY(&s->a, struct record_event, WHOLE_MOST);
	int n = inspection_whole(&s->a, events);

	events[0].values[INSPECTION_FIELD_PLAN] = S("999999");
	x->whole = run_events(x, events, n);
	events[0].agency = events[0].values[INSPECTION_FIELD_UNIT] = S("SMB");
	events[0].values[INSPECTION_FIELD_PLAN] = (struct str){ 0 };
	x->begun = run_events(x, events, 1);
	x->home_affairs = person(x, "snv", ROLE_HOME_AFFAIRS, "");
	x->unit = person(x, "sma", ROLE_LEADER, "SMA");
	x->other = person(x, "smb", ROLE_LEADER, "SMB");
	return NULL;
}
#define SCENE(x) \
	cleanup_with(scene_end) struct scene x = { 0 }; \
	CHECK_OK(scene_open(&(x)))

static int ask(struct browser *b, int64_t number, const char *rest)
{
	return get(b, str_fmt(&b->site->a, "/lam-viec/kiem-tra/%lld/%s", (long long)number, rest).p);
}

TEST(every_document_comes_as_pdf_and_as_odt)
{
	static const char *const documents[] = { "quyet-dinh", "thong-bao", "bien-ban", "ket-luan",
		"tra-loi?de-xuat=1", "nhac?kien-nghi=1" };
	SCENE(x);

	for (size_t i = 0; i < COUNT(documents); i++) {
		const char *path = str_fmt(&x.site.a, "van-ban/%s", documents[i]).p;

		CHECK_INT(ask(&x.home_affairs, x.whole, path), 200);
		CHECK(str_starts(x.home_affairs.last.body, S("%PDF-")));
		CHECK_STR(x.home_affairs.last.type, S("application/pdf"));
		CHECK(x.home_affairs.last.no_store);
		path = str_fmt(&x.site.a, "%s%sdang=odt", path, i > 3 ? "&" : "?").p;
		CHECK_INT(ask(&x.home_affairs, x.whole, path), 200);
		CHECK(str_starts(x.home_affairs.last.body, S("PK")));
	}
	CHECK_INT(ask(&x.home_affairs, x.whole, "van-ban/tra-loi?de-xuat=1"), 200);
	CHECK_STR(reply_header(&x.home_affairs.last, S("Content-Disposition")),
		S("attachment; filename=\"tra-loi-so-mau-a-1.pdf\""));
}

TEST(a_document_that_cannot_be_yet_says_which_step_is_missing)
{
	SCENE(x);

	CHECK_INT(ask(&x.home_affairs, x.begun, "van-ban/quyet-dinh"), 404);
	CHECK(shows(&x.home_affairs, "chưa có Trưởng đoàn"));
	CHECK_INT(ask(&x.home_affairs, x.begun, "van-ban/thong-bao"), 404);
	CHECK(shows(&x.home_affairs, "bước ban hành quyết định trước"));
	CHECK_INT(ask(&x.home_affairs, x.begun, "van-ban/bien-ban?dang=odt"), 404);
	CHECK(shows(&x.home_affairs, "buổi làm việc chưa mở"));
	CHECK_INT(ask(&x.home_affairs, x.begun, "van-ban/ket-luan"), 404);
	CHECK(shows(&x.home_affairs, "biên bản chưa được hai bên ký"));
	CHECK_INT(ask(&x.home_affairs, x.begun, "tin-bai"), 404);
	CHECK(shows(&x.home_affairs, "buổi làm việc chưa mở"));
	CHECK_INT(ask(&x.home_affairs, x.whole, "van-ban/tra-loi?de-xuat=2"), 404);
	CHECK(shows(&x.home_affairs, "đề xuất chưa được trả lời"));
	CHECK_INT(ask(&x.home_affairs, x.whole, "van-ban/nhac?kien-nghi=2"), 404);
	CHECK(shows(&x.home_affairs, "chưa quá hạn"));
}

TEST(addresses_that_mean_nothing_are_404)
{
	static const char *const wrong[] = { "van-ban/hop-dong", "van-ban/quyet-dinh?dang=docx",
		"van-ban/tra-loi", "van-ban/tra-loi?de-xuat=0", "van-ban/nhac?kien-nghi=x",
		"van-ban/nhac?kien-nghi=99" };
	SCENE(x);

	for (size_t i = 0; i < COUNT(wrong); i++)
		CHECK_INT(ask(&x.home_affairs, x.whole, wrong[i]), 404);
	CHECK_INT(ask(&x.home_affairs, 999999, "van-ban/quyet-dinh"), 404);
	CHECK_INT(get(&x.home_affairs, "/lam-viec/kiem-tra/x/tin-bai"), 404);
}

TEST(another_units_documents_do_not_exist)
{
	SCENE(x);
	struct browser nobody = { &x.site, S(""), S(""), { 0 } };

	CHECK_INT(ask(&x.unit, x.whole, "van-ban/bien-ban"), 200);
	CHECK_INT(ask(&x.other, x.whole, "van-ban/bien-ban"), 404);
	CHECK_INT(ask(&x.other, x.whole, "tin-bai"), 404);
	CHECK_INT(ask(&nobody, x.whole, "van-ban/bien-ban"), 303);
}

TEST(the_draft_of_an_article_is_shown_and_offered_as_text)
{
	SCENE(x);

	CHECK_INT(ask(&x.home_affairs, x.whole, "tin-bai"), 200);
	CHECK(shows(&x.home_affairs, "<textarea"));
	CHECK(shows(&x.home_affairs, "readonly"));
	CHECK(shows(&x.home_affairs, "theo Kế hoạch số 1296/KH-SNV ngày 27/6/2022"));
	CHECK(shows(&x.home_affairs, "/tin-bai?dang=txt"));
	CHECK_INT(ask(&x.home_affairs, x.whole, "tin-bai?dang=txt"), 200);
	CHECK_STR(x.home_affairs.last.type, S("text/plain; charset=utf-8"));
	CHECK(str_starts(x.home_affairs.last.body,
		S("Sở Nội vụ phối hợp với các cơ quan liên quan tổ chức kiểm tra")));
	CHECK(shows(&x.home_affairs, "đã tiếp nhận 1.713 hồ sơ TTHC"));
	CHECK(!shows(&x.home_affairs, "«"));
}

/* Templates of the province, removed again. */
static void write_template(struct scene *x, const char *text)
{
	struct str dir = province_dir(x->site.app.province);
	const char *folder = str_fmt(&x->site.a, "%.*s/templates", ARG(dir)).p;
	FILE *f;

	(void)mkdir(folder, 0700);
	f = fopen(str_fmt(&x->site.a, "%s/tin-kiem-tra.txt", folder).p, "wb");
	CHECK_OR_STOP(f && fputs(text, f) >= 0 && fclose(f) == 0);
}
static void remove_template(struct scene *x)
{
	struct str dir = province_dir(x->site.app.province);

	CHECK(remove(str_fmt(&x->site.a, "%.*s/templates/tin-kiem-tra.txt", ARG(dir)).p) == 0);
	CHECK(remove(str_fmt(&x->site.a, "%.*s/templates", ARG(dir)).p) == 0);
}

TEST(the_provinces_template_is_used_and_a_wrong_one_is_explained)
{
	SCENE(x);

	write_template(&x, "Tin ngày «ngay»\n\n«doan_van_don_vi»\n== don-vi ==\n«don_vi»\n");
	CHECK_INT(ask(&x.home_affairs, x.whole, "tin-bai?dang=txt"), 200);
	CHECK_STR(x.home_affairs.last.body, S("Tin ngày 25/10/2022\n\nSở Mẫu A\n"));
	write_template(&x, "«khong_biet»");
	CHECK_INT(ask(&x.home_affairs, x.whole, "tin-bai"), 500);
	CHECK(shows(&x.home_affairs, "«khong_biet»"));
	write_template(&x, "\xff");
	CHECK_INT(ask(&x.home_affairs, x.whole, "tin-bai"), 500);
	CHECK(shows(&x.home_affairs, "tin-kiem-tra.txt"));
	remove_template(&x);
}

TEST(inspections_of_one_day_and_plan_make_one_article)
{
	SCENE(x);
	struct record_event *events = NEW_ARRAY(&x.site.a, struct record_event, WHOLE_MOST);
	int n = inspection_whole(&x.site.a, events);

	for (int i = 0; i < n; i++)
		events[i].agency = S("SMB");
	events[0].values[INSPECTION_FIELD_UNIT] = S("SMB");
	events[0].values[INSPECTION_FIELD_PLAN] = S("999999");
	int64_t second = run_events(&x, events, n);

	CHECK_INT(ask(&x.home_affairs, second, "tin-bai"), 200);
	CHECK(shows(&x.home_affairs, "2 cuộc kiểm tra"));
	CHECK(shows(&x.home_affairs, "tại Sở Mẫu B và Sở Mẫu A"));
	CHECK_INT(ask(&x.other, second, "tin-bai"), 200); /* of one's own unit only */
	CHECK(shows(&x.other, "1 cuộc kiểm tra"));
	CHECK(!shows(&x.other, "và Sở Mẫu A"));
}

/* The part of the record's page. */
static struct reply links_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct inspection_story s;
	struct html_out o = page_out(rq);
	bool found;
	size_t n;

	if (inspection_story_open(rq, held.c, &s, &found) || !found)
		return reply_error(404, S(""));
	const struct inspection_paper_link *links = inspection_paper_links(rq, s.now, &n);

	inspection_papers(&o, links, n);
	return page_reply(&o);
}

TEST(a_records_page_links_what_there_is)
{
	static const struct route routes[] = {
		{ METHOD_GET, "/lam-viec/thu/:number", links_get, PERMISSION_OWN_ACCOUNT, 0, ROUTE_PAGE,
			NULL },
	};
	SCENE(x);
	x.site.gate.routes = routes;
	x.site.gate.count = COUNT(routes);
	CHECK_INT(get(&x.unit, str_fmt(&x.site.a, "/lam-viec/thu/%lld", (long long)x.whole).p), 200);
	CHECK(shows(&x.unit, "Công văn trả lời đề xuất số 1"));
	CHECK(!shows(&x.unit, "Công văn trả lời đề xuất số 2"));
	CHECK(shows(&x.unit, "/van-ban/nhac?dang=odt&amp;kien-nghi=1\""));
	CHECK(shows(&x.unit, "/tin-bai\""));
	CHECK(!shows(&x.unit, "Dự thảo"));
	CHECK_INT(get(&x.unit, str_fmt(&x.site.a, "/lam-viec/thu/%lld", (long long)x.begun).p), 200);
	CHECK(shows(&x.unit, "Chưa lập được văn bản nào"));
}

TEST(a_draft_is_for_those_who_inspect_but_minutes_are_for_both)
{
	SCENE(x);
	struct record_event *events = NEW_ARRAY(&x.site.a, struct record_event, WHOLE_MOST);
	int n = inspection_whole(&x.site.a, events);
	struct browser auditor = person(&x, "giam.sat", ROLE_AUDITOR, "");

	for (int i = 0; i < n; i++)
		events[i].agency = S("SMB");
	events[0].values[INSPECTION_FIELD_UNIT] = S("SMB");
	int64_t signing = run_events(&x, events, inspection_whole_until(events, n, INSPECTION_DO_SIGN_TEAM)),
		decided = run_events(&x, events, inspection_whole_until(events, n, INSPECTION_DO_DECIDE));

	CHECK_INT(ask(&x.other, signing, "van-ban/bien-ban"), 200);
	CHECK_INT(ask(&x.other, decided, "van-ban/thong-bao"), 404);
	CHECK(shows(&x.other, "chỉ dành cho cơ quan kiểm tra"));
	CHECK_INT(ask(&x.home_affairs, decided, "van-ban/thong-bao"), 200);
	CHECK_INT(ask(&auditor, decided, "van-ban/thong-bao"), 200);
	CHECK_INT(ask(&x.other, decided, "van-ban/quyet-dinh"), 200);
	CHECK_INT(get(&x.other, str_fmt(&x.site.a, "/lam-viec/kiem-tra/%lld", (long long)decided).p), 200);
	CHECK(shows(&x.other, "van-ban/quyet-dinh"));
	CHECK(!shows(&x.other, "van-ban/thong-bao"));
}
