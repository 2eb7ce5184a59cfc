#include "document/official_web.h"
#include "out/official_sample.h"
#include "site/site_testing.h"

#include <sys/stat.h>

static struct reply sample_get(struct request *rq)
{
	struct official d = official_sample(rq->a, SAMPLE_PLAN);
	enum official_format format;

	if (!official_format_from(request_param(rq, "format"), &format))
		return reply_error(404, S(""));
	return official_reply(rq, &d, format, S("Kế hoạch kiểm tra năm 2022 \"/../đặc biệt\r\n"));
}
static const struct route routes[] = {
	{ METHOD_GET, "/mau/:format", sample_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/van-ban.odt", official_template_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
};

TEST(a_document_is_offered_for_saving_under_an_ascii_name)
{
	SITE s = { 0 };

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	struct reply pdf = site_get(&s, "/mau/pdf"), odt = site_get(&s, "/mau/odt"),
		     other = site_get(&s, "/mau/docx");

	CHECK_INT(pdf.status, 200);
	CHECK_STR(pdf.type, S("application/pdf"));
	CHECK(str_starts(pdf.body, S("%PDF-")));
	CHECK_STR(reply_header(&pdf, S("Content-Disposition")),
		S("attachment; filename=\"ke-hoach-kiem-tra-nam-2022-dac-biet.pdf\""));
	CHECK(str_find(reply_header(&pdf, S("Cache-Control")), S("no-store")) <
		reply_header(&pdf, S("Cache-Control")).n);
	CHECK_INT(odt.status, 200);
	CHECK_STR(odt.type, S("application/vnd.oasis.opendocument.text"));
	CHECK(str_starts(odt.body, S("PK")));
	CHECK_INT(other.status, 404);
}

TEST(the_departments_template_is_used_and_a_broken_one_is_explained)
{
	SITE s = { 0 };

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	struct str dir = province_dir(s.app.province), path = str_fmt(&s.a, "%.*s/templates", ARG(dir));

	CHECK(mkdir(str_c(&s.a, path), 0700) == 0);
	path = str_fmt(&s.a, "%.*s/KH.odt", ARG(path));
	FILE *f = fopen(str_c(&s.a, path), "wb");

	CHECK_OR_STOP(f && fputs("hỏng", f) >= 0 && fclose(f) == 0);
	struct reply odt = site_get(&s, "/mau/odt");

	CHECK_INT(odt.status, 500);
	CHECK(site_has(&odt, "templates/KH.odt"));
	CHECK(!site_has(&odt, str_c(&s.a, dir))); /* where the data lie is nobody's business */
	CHECK(remove(str_c(&s.a, path)) == 0);
	CHECK(remove(str_c(&s.a, str_fmt(&s.a, "%.*s/templates", ARG(dir)))) == 0);
}

TEST(the_built_in_template_can_be_had)
{
	SITE s = { 0 };

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	struct reply r = site_get(&s, "/van-ban.odt");

	CHECK_INT(r.status, 200);
	CHECK(str_starts(r.body, S("PK")) && r.body.n > 1000);
}
