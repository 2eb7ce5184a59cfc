/* Files of evidence through the gate: sent with a step, kept, given to those who may read the inspection. */
#include "account/people_testing.h"
#include "app/record_types.h"
#include "app/routes.h"
#include "app/staff_menu.h"
#include "inspection/inspection_web.h"
#include "record/record_file.h"

#define PDF "%PDF-1.7\n\x01\xff\r\n--"

static void open_site(struct site *s)
{
	CHECK_OK(site_open(s, app_routes, app_routes_n));
	s->gate.people = &staff_people;
	s->app.staff_menu = &app_staff_menu;
	(void)test_person(s, "lanh.dao", ROLE_LEADER, "SMA");
	(void)test_person(s, "so.b", ROLE_LEADER, "SMB");
	(void)test_person(s, "noi.vu", ROLE_HOME_AFFAIRS, "");
}
#define OPEN(s) \
	SITE s = { 0 }; \
	open_site(&(s))
#define AS(b, login) struct browser b = { &s, test_cookie(&s, login), { 0 }, { 0 } }

static int take(struct browser *b, const char *page, const char *step, const char *fields)
{
	const char *to = str_fmt(&b->site->a, "%s/%s", page, step).p;
	int status = get(b, to);

	return status == 200 ? post(b, to, fields) : status;
}

/* A new inspection of SMA; its address. */
static const char *opened(struct browser *office)
{
	(void)get(office, INSPECTION_PATH "/moi");
	CHECK_INT(
		post(office, INSPECTION_PATH "/moi",
			"unit=SMA&title=Kiem+tra&method=direct&period_from=01/01/2022&period_to=30/11/2022"),
		303);
	struct str to = leads_to(office);

	return str_fmt(&office->site->a, "%.*s", ARG(str_sub(to, 0, str_find_char(to, '?')))).p;
}

/* One whose unit can declare. */
static const char *notified(struct browser *office)
{
	const char *page = opened(office);

	CHECK_INT(take(office, page, "member", "name=A&position=B&body=SMB&part=leader"), 303);
	CHECK_INT(take(office, page, "member", "name=C&position=D&body=SMB&part=member"), 303);
	CHECK_INT(take(office, page, "decide", "number=1/QD&date=20/12/2022"), 303);
	CHECK_INT(take(office, page, "notify",
			  "number=2/TB&date=20/12/2022&from=23/12/2022+08:00&to=23/12/2022+17:00&place=X"),
		303);
	return page;
}

#define FIELD(name, value) "--B\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n" value "\r\n"
#define FIGURES \
	FIELD("received", "10") \
	FIELD("in_progress", "1") \
	FIELD("procedures", "5") \
	FIELD("text", "D\u00f2n" \
		      "g")

/* The declaration with a file, through the newest token of the browser. */
static int declare(struct browser *b, const char *page, struct str name, struct str bytes, const char *fields)
{
	const char *to = str_fmt(&b->site->a, "%s/declare", page).p;
	struct buf body = { .a = &b->site->a };

	buf_fmt(&body, "%s" FIELD("_phien", "%.*s"), fields, ARG(b->token));
	buf_fmt(&body,
		"--B\r\nContent-Disposition: form-data; name=\"evidence_file\"; filename=\"%.*s\"\r\n"
		"Content-Type: application/octet-stream\r\n\r\n",
		ARG(name));
	buf_add(&body, bytes);
	buf_add(&body, S("\r\n--B--\r\n"));
	return post_typed(b, to, S("multipart/form-data; boundary=B"), buf_str(&body));
}

TEST(a_file_goes_with_the_step_and_comes_back)
{
	OPEN(s);
	AS(office, "noi.vu");
	AS(unit, "lanh.dao");
	AS(other, "so.b");
	const char *page = notified(&office);
	struct str bytes = { PDF, sizeof PDF - 1 }, hash = record_file_hash(&s.a, bytes), complaint;
	const char *file = str_fmt(&s.a, "%s/tep/%.*s", page, ARG(hash)).p;
	struct db *db;

	CHECK_INT(get(&unit, str_fmt(&s.a, "%s/declare", page).p), 200);
	CHECK(shows(&unit, "enctype=\"multipart/form-data\""));
	CHECK(shows(&unit, "type=\"file\""));
	CHECK(!shows(&unit, "name=\"name\""));
	CHECK_INT(get(&unit, file), 404);
	CHECK_INT(declare(&unit, page, S("B\u00e1o c\u00e1o <1>.pdf"), bytes, FIGURES), 303);
	CHECK_INT(get(&unit, page), 200);
	CHECK(shows(&unit, "B\u00e1o c\u00e1o &lt;1>.pdf") ||
		shows(&unit, "B\u00e1o c\u00e1o &lt;1&gt;.pdf"));
	CHECK(shows(&unit, file));
	CHECK_INT(get(&unit, file), 200);
	CHECK(str_eq(unit.last.body, bytes));
	CHECK_STR(unit.last.type, S("application/pdf"));
	CHECK(str_starts(reply_header(&unit.last, S("Content-Disposition")), S("attachment; ")));
	CHECK_STR(reply_header(&unit.last, S("X-Content-Type-Options")), S("nosniff"));
	CHECK_STR(reply_header(&unit.last, S("Cache-Control")), S("no-store"));
	CHECK_INT(get(&office, file), 200);
	CHECK_INT(get(&other, file), 404);
	/* A newer declaration without a file: the earlier one's is still found in the history. */
	(void)get(&unit, str_fmt(&s.a, "%s/declare", page).p);
	CHECK_INT(take(&unit, page, "declare", "received=10&in_progress=1&procedures=5"), 303);
	CHECK_INT(get(&unit, page), 200);
	CHECK(!shows(&unit, "Tải tệp kèm báo cáo") && shows(&unit, file));
	const char *second = opened(&office);

	CHECK_INT(get(&office, str_fmt(&s.a, "%s/tep/%.*s", second, ARG(hash)).p), 404);
	CHECK_OK(province_take_reader(s.app.province, &s.a, &db));
	CHECK_OK(record_examine(db, app_record_types, &complaint));
	CHECK_STR(complaint, S(""));
	province_give_reader(s.app.province, db);
}

/* Nothing is kept of a refused step, and the page says what to do. */
static void check_refused(
	struct browser *b, const char *page, struct str bytes, const char *fields, const char *says)
{
	struct site *s = b->site;
	struct str hash = record_file_hash(&s->a, bytes), kept;
	struct db *db;
	bool found = true;

	CHECK_INT(get(b, str_fmt(&s->a, "%s/declare", page).p), 200);
	int status = declare(b, page, S("t\u1ec7p.pdf"), bytes, fields);

	test_check(status == 422 && shows(b, says), __FILE__, __LINE__, "%d, not \"%s\"", status, says);
	CHECK(shows(b, "D\u00f2ng")); /* what was typed is still there */
	CHECK_OK(province_take_reader(s->app.province, &s->a, &db));
	CHECK_OK(record_file_read(db, hash, &kept, &found));
	CHECK(!found);
	province_give_reader(s->app.province, db);
}

TEST(what_is_refused_leaves_nothing)
{
	OPEN(s);
	AS(office, "noi.vu");
	AS(unit, "lanh.dao");
	const char *page = notified(&office);
	char *large = arena_alloc(&s.a, LIMIT_RECORD_FILE_BYTES + 1, 1);

	memcpy(large, PDF, sizeof PDF);
	check_refused(&unit, page, S("<html>"), FIGURES, "Không nhận loại tệp này");
	check_refused(&unit, page, S("PK\x03\x04 vbaProject.bin [Content_Types].xml word/document.xml"),
		FIGURES, "Không nhận loại tệp này");
	check_refused(&unit, page, S(""), FIGURES, "Tệp này rỗng");
	check_refused(&unit, page, (struct str){ large, LIMIT_RECORD_FILE_BYTES + 1 }, FIGURES,
		"Tệp này lớn hơn 10 MB");
	check_refused(&unit, page, (struct str){ PDF, sizeof PDF - 1 },
		FIELD("received", "10") FIELD("text", "D\u00f2ng"), "Hãy chọn lại tệp này");
	CHECK_INT(declare(&unit, page, S("x"), (struct str){ PDF, 5 }, ""), 422);
	unit.token = S("");
	CHECK_INT(declare(&unit, page, S("x"), (struct str){ PDF, 5 }, FIGURES), 403);
	(void)get(&unit, page);
	char *huge = arena_alloc(&s.a, RECORD_FILE_BODY_BYTES, 1);

	CHECK_INT(declare(&unit, page, S("x"), (struct str){ huge, RECORD_FILE_BODY_BYTES }, FIGURES), 413);
	CHECK(shows(&unit, "nhiều nhất 10 MB"));
}
