/* Procedures and deadlines through the API, its description, and the home page. */
#include "dossier/dossier_web.h"
#include "figures/figures_web.h"
#include "procedure/procedure_web.h"
#include "site/deadline_web.h"
#include "site/home_web.h"
#include "site/site_testing.h"

static const struct route routes[] = {
	{ METHOD_GET, "/", home_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/api/v1/figures", api_figures_get, PERMISSION_PUBLIC, 0, ROUTE_API },
	{ METHOD_GET, "/api/v1/figures/dossiers", api_figures_list_get, PERMISSION_PUBLIC, 0, ROUTE_API },
	{ METHOD_GET, "/api/v1/deadline", api_deadline_get, PERMISSION_PUBLIC, 0, ROUTE_API },
	{ METHOD_GET, "/api/v1/procedures", api_procedures_get, PERMISSION_PUBLIC, 0, ROUTE_API },
	{ METHOD_GET, "/api/v1/procedures/:code", api_procedure_get, PERMISSION_PUBLIC, 0, ROUTE_API },
	{ METHOD_GET, "/api/v1/dossiers/:code", api_dossier_get, PERMISSION_PUBLIC, 0, ROUTE_API },
	{ METHOD_GET, "/api/v1/openapi.json", api_description_get, PERMISSION_PUBLIC, 0, ROUTE_API },
};

static bool shows(struct site *s, const char *target, int status, const char *text)
{
	struct reply r = site_get(s, target);

	return test_check(r.status == status && site_has(&r, text), __FILE__, __LINE__,
		"%s is %d and shows \"%s\": %d, %.*s", target, status, text, r.status,
		(int)(r.body.n < 300 ? r.body.n : 300), r.body.p);
}

TEST(procedures_are_listed_and_told)
{
	SITE s = { 0 };

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	shows(&s, "/api/v1/procedures", 200, "{\"total\":4,\"page\":1,\"pages\":1,");
	shows(&s, "/api/v1/procedures?q=giay+phep+lai+xe", 200, "\"code\":\"A.1\"");
	shows(&s, "/api/v1/procedures?agency=SMB", 200, "\"total\":2,");
	shows(&s, "/api/v1/procedures?online_level=x", 400, "1, 2, 3, 4, partial, full");
	shows(&s, "/api/v1/procedures/A.1", 200, "\"fee_vnd\":null");
	shows(&s, "/api/v1/procedures/A.2", 200, "\"fee_vnd\":135000");
	shows(&s, "/api/v1/procedures/B.2", 200, "\"cutoff_time\":\"15:00\"");
	shows(&s, "/api/v1/procedures/B.3", 200, "\"in_force\":false");
	shows(&s, "/api/v1/procedures/X", 404, "\"status\":404");
}

TEST(deadlines_are_computed)
{
	SITE s = { 0 };
	const char *base = "/api/v1/deadline?agency=SMA&received=2022-12-23+09:00";

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	shows(&s, str_fmt(&s.a, "%s&allow=3&unit=working_days", base).p, 200,
		"{\"due\":\"2022-12-28\",\"rule\":\"civil\",\"unit\":\"working_days\",\"allow\":3,");
	shows(&s, str_fmt(&s.a, "%s&procedure=A.2", base).p, 200, "\"due\":\"2022-12-23T14:30:00+07:00\"");
	shows(&s, "/api/v1/deadline?procedure=B.1&received=2022-12-23T09:00", 200, "{\"due\":null");
	shows(&s, str_fmt(&s.a, "%s&procedure=X", base).p, 400, "X");
	shows(&s, base, 400, "unit");
	shows(&s, str_fmt(&s.a, "%s&allow=0&unit=working_days", base).p, 400, "3.650");
	shows(&s, str_fmt(&s.a, "%s&allow=2&unit=months&rule=hours", base).p, 400, "months");
	shows(&s, "/api/v1/deadline?unit=immediate&received=2022-02-31+09:00", 400, "2022-10-21 15:40");
	shows(&s, "/api/v1/deadline?unit=immediate", 400, "received");
	shows(&s, "/api/v1/deadline?unit=immediate&received=2199-12-31+09:00&agency=SMA", 200, "2199-12-31");
	shows(&s, "/api/v1/deadline?unit=months&allow=9&received=2199-12-31+09:00", 400, "1900-2199");
	shows(&s, "/api/v1/deadline?lang=en&unit=year&received=2022-12-31+09:00", 400, "is not one of these");
}

/* Each address of the API stands in its description. */
TEST(the_description_names_every_address)
{
	SITE s = { 0 };

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	struct reply r = site_get(&s, "/api/v1/openapi.json");

	CHECK_INT(r.status, 200);
	for (size_t i = 0; i < COUNT(routes); i++) {
		struct str pattern = str_of(routes[i].pattern), before = pattern;
		size_t colon = str_find_char(pattern, ':');
		if (!(routes[i].flags & ROUTE_API))
			continue;
		if (colon < pattern.n)
			before = str_fmt(&s.a, "%.*s{code}", ARG(str_sub(pattern, 0, colon)));
		test_check(site_has(&r, str_fmt(&s.a, "\"%.*s\"", ARG(before)).p), __FILE__, __LINE__,
			"openapi.json has %.*s", ARG(before));
	}
}

TEST(the_home_page_shows_what_people_do)
{
	SITE s = { 0 };

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	shows(&s, "/", 200, "Tỉnh Mẫu");
	shows(&s, "/", 200, "Đường bộ");
	struct reply r = site_get(&s, "/");
	CHECK(!site_has(&r, "Thủ tục nhiều người làm"));
	CHECK_OK(site_add_dossier(&s, "SMA-221003-0001", "2022-10-03 09:00", "2022-10-05 15:00"));
	shows(&s, "/", 200, "Thủ tục nhiều người làm");
	shows(&s, "/", 200, "Xem tất cả 4 thủ tục");
	shows(&s, "/", 200, "co-quan=SMA");
	shows(&s, "/", 200, "theo=co-quan&amp;dong=SMA&amp;chi-tieu=received.total");
	CHECK_OK(site_follow(&s));
	shows(&s, "/", 200, "Thủ tục nhiều người làm");
}
