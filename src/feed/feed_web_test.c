/* Feeds, sitemaps, robots.txt, security.txt through the gate. */
#include "account/people_testing.h"
#include "app/routes.h"
#include "feed/feed.h"
#include "procedure/procedure_store.h"
#include "setting/portal_setting.h"

#define OPEN(s) \
	SITE s = { 0 }; \
	CHECK_OK(site_open(&(s), app_routes, app_routes_n)); \
	(s).app.public_url = S("https://mau.example")

enum { XML_DEPTH = 16 };

/* Whether it is well-formed as far as these files go: elements closed in order, only the entities of XML, no
 * control characters. The browser tests read the same with a whole parser. */
static bool is_well_formed(struct str s)
{
	struct str open[XML_DEPTH];
	int depth = 0;
	size_t i = str_find(s, S("?>"));

	for (i = i < s.n ? i + 2 : 0; i < s.n; i++) {
		if (s.p[i] == '&') {
			struct str rest = str_sub(s, i, s.n);

			if (!str_starts(rest, S("&amp;")) && !str_starts(rest, S("&lt;")) &&
				!str_starts(rest, S("&gt;")) && !str_starts(rest, S("&quot;")) &&
				!str_starts(rest, S("&#39;")))
				return false;
		}
		if ((unsigned char)s.p[i] < ' ' && s.p[i] != '\n')
			return false;
		if (s.p[i] != '<')
			continue;
		struct str tag = str_sub(s, i + 1, i + 1 + str_find_char(str_sub(s, i + 1, s.n), '>'));
		bool closes = str_starts(tag, S("/")), alone = str_ends(tag, S("/"));
		struct str name = str_sub(tag, closes, str_find_char(tag, ' '));

		if (str_find_char(tag, '<') < tag.n)
			return false;
		if (closes && (depth == 0 || !str_eq(open[--depth], name)))
			return false;
		if (!closes && !alone) {
			if (depth == XML_DEPTH)
				return false;
			open[depth++] = name;
		}
		i += tag.n;
	}
	return depth == 0 && s.n > 0;
}

static void is_xml(struct site *s, const char *target, const char *type, const char *has)
{
	struct reply r = site_get(s, target);

	test_check(r.status == 200, __FILE__, __LINE__, "%s: %d", target, r.status);
	test_check(str_starts(r.type, str_of(type)), __FILE__, __LINE__, "%s: %.*s", target, ARG(r.type));
	test_check(is_well_formed(r.body), __FILE__, __LINE__, "%s is no XML:\n%.*s", target, ARG(r.body));
	test_check(site_has(&r, has), __FILE__, __LINE__, "%s lacks %s:\n%.*s", target, has, ARG(r.body));
}

TEST(feeds_and_sitemaps_are_well_formed)
{
	OPEN(s);

	is_xml(&s, "/thu-tuc/atom.xml", "application/atom+xml", "Thủ tục đã bãi bỏ");
	is_xml(&s, "/thu-tuc/atom.xml?lang=en", "application/atom+xml", "xml:lang=\"en\"");
	is_xml(&s, "/sitemap.xml", "application/xml", "https://mau.example/sitemap/thu-tuc.xml");
	is_xml(&s, "/sitemap/thu-tuc.xml", "application/xml", "<loc>https://mau.example/thu-tuc/A.1</loc>");
	is_xml(&s, "/sitemap/co-quan.xml", "application/xml", "<loc>https://mau.example/co-quan/P.1</loc>");
	is_xml(&s, "/sitemap/trang.xml", "application/xml", "<loc>https://mau.example/so-lieu</loc>");
	struct reply r = site_get(&s, "/sitemap/khac.xml");
	CHECK_INT(r.status, 404);
	r = site_get(&s, "/sitemap/thu-tuc.xml");
	CHECK(!site_has(&r, "/thu-tuc/B.3")); /* abolished */
	CHECK(!is_well_formed(S("<a><b></a></b>")) && !is_well_formed(S("<a>&nbsp;</a>")) &&
		is_well_formed(S("<a/>")));
}

static const struct fault *add_hostile(struct write *w, void *arg)
{
	struct procedure_version v = { .code = S("A.1"),
		.name = S("<script>alert(1)</script> & \"x\" ]]>"),
		.agency = S("SMA"),
		.field = S("A & \"B\""),
		.change = CHANGE_AMENDED,
		.decision = S("QĐ <1>"),
		.allow = { UNIT_WORKING_DAYS, 3, false } };
	int64_t position;

	(void)arg;
	v.valid.from = v.decision_date = day_from_civil((struct civil){ 2022, 12, 1 });
	return procedure_add(w, &v, S(""), &position);
}

TEST(an_entry_is_the_same_wherever_the_site_is_and_says_what_changed)
{
	OPEN(s);

	CHECK_OK(writer_run(province_writer(s.app.province), &s.a, add_hostile, NULL));
	CHECK_OK(province_reload_catalogue(s.app.province, &s.a));
	is_xml(&s, "/thu-tuc/atom.xml", "application/atom+xml", "&lt;script&gt;");
	struct reply here = site_get(&s, "/thu-tuc/atom.xml");
	CHECK(site_has(&here, "01/12/2022") && site_has(&here, "https://mau.example/thu-tuc/A.1"));
	s.app.public_url = S("https://khac.example");
	struct reply there = site_get(&s, "/thu-tuc/atom.xml");
	struct str id = S("<id>urn:uuid:");
	size_t a = str_find(here.body, id), b = str_find(there.body, id);

	CHECK(a < here.body.n);
	CHECK_STR(str_sub(here.body, a, a + 50), str_sub(there.body, b, b + 50));
	/* Identities of the feed and of its entries differ. */
	struct str rest = str_sub(here.body, a + id.n, here.body.n);
	size_t second = str_find(rest, id);
	CHECK(second < rest.n &&
		!str_eq(str_sub(rest, 0, 36), str_sub(rest, second + id.n, second + id.n + 36)));
	/* Version 8, variant 10: RFC 9562. */
	CHECK(str_eq(str_sub(rest, 14, 15), S("8")) && str_find(S("89ab"), str_sub(rest, 19, 20)) < 4);
}

TEST(robots_are_told_what_is_no_use_to_them)
{
	OPEN(s);
	struct reply r = site_get(&s, "/robots.txt");

	CHECK_INT(r.status, 200);
	CHECK(site_has(&r, "Disallow: /lam-viec\n") &&
		site_has(&r, "Sitemap: https://mau.example/sitemap.xml\n"));
	CHECK(!site_has(&r, "Disallow: /\n") && !site_has(&r, "Disallow: /thu-tuc"));
}

struct setting_of_test {
	enum portal_setting which;
	struct str value;
};
static const struct fault *set_one(struct write *w, void *arg)
{
	const struct setting_of_test *x = arg;

	return setting_set(w, portal_setting_name(x->which), x->value);
}
static void put(struct site *s, enum portal_setting which, const char *value)
{
	struct setting_of_test x = { which, str_of(value) };

	CHECK_OK(writer_run(province_writer(s->app.province), &s->a, set_one, &x));
}

TEST(security_txt_is_there_while_somebody_vouches_for_it)
{
	OPEN(s);

	struct reply r = site_get(&s, "/.well-known/security.txt");
	CHECK_INT(r.status, 404);
	put(&s, PORTAL_SECURITY_CONTACT, "mailto:an-ninh@mau.example");
	r = site_get(&s, "/.well-known/security.txt");
	CHECK_INT(r.status, 404);
	put(&s, PORTAL_SECURITY_EXPIRES, "2023-06-30");
	r = site_get(&s, "/.well-known/security.txt");
	CHECK_INT(r.status, 200);
	CHECK_STR(r.type, S("text/plain; charset=utf-8"));
	CHECK_STR(r.body,
		S("Contact: mailto:an-ninh@mau.example\nExpires: 2023-06-30T23:59:59+07:00\n"
		  "Preferred-Languages: vi, en\nCanonical: https://mau.example/.well-known/security.txt\n"));
	s.now += 200 * (int64_t)DAY_S;
	r = site_get(&s, "/.well-known/security.txt");
	CHECK_INT(r.status, 404);
}

TEST(people_have_a_map_too)
{
	OPEN(s);
	struct reply r = site_get(&s, "/so-do");

	CHECK(site_has(&r, "href=\"/thu-tuc\"") && site_has(&r, "href=\"/co-quan\"") &&
		site_has(&r, "Đường bộ"));
}
