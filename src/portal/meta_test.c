#include "portal/meta.h"
#include "json/json_read.h"
#include "tests/t.h"

static struct page page_of(const char *site)
{
	struct page p = { .title = S("Đổi giấy phép lái xe"),
		.here = url_path(S("/thu-tuc/1.002809")),
		.site = str_of(site),
		.owner = S("UBND tỉnh Mẫu") };

	page_crumb(&p, LANG_VI, S("Thủ tục"), url_path(S("/thu-tuc")));
	return p;
}

static bool is_json(struct arena *a, struct str text)
{
	struct json_reader *r = NEW(a, struct json_reader);
	struct json_token token;

	json_begin(r, a, text);
	while (json_next(r, &token))
		continue;
	return token.kind == JSON_END;
}

static bool has(struct str text, const char *part)
{
	return str_find(text, str_of(part)) < text.n;
}

TEST(addresses_are_whole_when_the_site_is_known)
{
	ARENA a = { 0 };
	struct page here = page_of(""), known = page_of("https://thutuc.example");

	CHECK_STR(meta_in(&a, &here, LANG_VI).s, S("/thu-tuc/1.002809"));
	CHECK_STR(meta_in(&a, &known, LANG_VI).s, S("https://thutuc.example/thu-tuc/1.002809"));
	CHECK_STR(meta_in(&a, &known, LANG_EN).s, S("https://thutuc.example/thu-tuc/1.002809?lang=en"));
	known.meta.canonical = url_path(S("/thu-tuc"));
	CHECK_STR(meta_in(&a, &known, LANG_VI).s, S("https://thutuc.example/thu-tuc"));
}

TEST(breadcrumbs_end_with_the_page_itself)
{
	ARENA a = { 0 };
	struct page p = page_of("https://thutuc.example"), none = { .title = S("x") };
	struct str json = linked_crumbs(&a, &p);

	CHECK(is_json(&a, json));
	CHECK(has(json, "\"position\":3,\"name\":\"Đổi giấy phép lái "
			"xe\",\"item\":\"https://thutuc.example/thu-tuc/1.002809\""));
	CHECK(!linked_crumbs(&a, &none).n);
}

TEST(a_service_tells_its_fee_only_when_it_is_known)
{
	ARENA a = { 0 };
	struct page p = page_of("");
	struct linked_service s = { .name = S("Cấp \"giấy\" phép"),
		.code = S("1.1"),
		.agency = S("Sở Mẫu A"),
		.page = url_path(S("/thu-tuc/1.1")) };
	struct str plain = linked_service(&a, &p, &s);

	CHECK(is_json(&a, plain));
	CHECK(!has(plain, "offers") && !has(plain, "availableChannel"));
	CHECK(has(plain, "\"provider\":{\"@type\":\"GovernmentOrganization\",\"name\":\"Sở Mẫu A\"}"));
	s.fee_known = s.online = true;
	s.fee_vnd = 135000;
	struct str whole = linked_service(&a, &p, &s);

	CHECK(is_json(&a, whole));
	CHECK(has(whole, "\"price\":135000,\"priceCurrency\":\"VND\"") &&
		has(whole, "\"serviceUrl\":\"/thu-tuc/1.1\""));
}

TEST(an_agency_and_an_article_say_what_is_known)
{
	ARENA a = { 0 };
	struct page p = page_of("https://thutuc.example");
	struct linked_agency agency = { .name = S("Sở Mẫu A"),
		.phone = S("0200 000 000"),
		.street = S("1 Đường Mẫu"),
		.page = url_path(S("/co-quan/MAU.A")) };

	CHECK(is_json(&a, linked_agency(&a, &p, &agency)));
	p.meta.published = instant_at(day_from_civil((struct civil){ 2022, 10, 25 }), 8 * 3600);
	p.meta.image = url_path(S("/anh/x.jpg"));
	struct str json = linked_article(&a, &p, S(""), S("Tin tức"));

	CHECK(is_json(&a, json));
	CHECK(has(json, "\"datePublished\":\"2022-10-25T08:00:00+07:00\"") && !has(json, "dateModified") &&
		!has(json, "author"));
	CHECK(has(json, "\"image\":\"https://thutuc.example/anh/x.jpg\""));
}

TEST(nothing_in_the_data_ends_its_block)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };
	struct html_out o = { &b, LANG_VI };
	struct page p = page_of("");
	struct linked_service s = { .name = S("</script><script>alert(1)</script><!--&amp;"),
		.page = url_path(S("/")) };

	meta_linked(&o, linked_service(&a, &p, &s));
	struct str html = buf_str(&b);

	CHECK(str_find(html, S("</script>")) == html.n - S("</script>\n").n);
	CHECK(has(html, "\\u003c/script>\\u003cscript>") && !has(html, "<!--") && !has(html, "&amp;"));
	CHECK(has(html, "{\"@context\":\"https://schema.org\",\"@type\":\"GovernmentService\""));
}

TEST(descriptions_are_never_empty_and_end_between_words)
{
	ARENA a = { 0 };
	struct page p = page_of("");
	struct buf b = { .a = &a };

	CHECK(str_starts(meta_description(&a, &p, LANG_VI), p.title));
	CHECK(has(meta_description(&a, &p, LANG_VI), "UBND tỉnh Mẫu"));
	for (int i = 0; i < 100; i++)
		buf_add(&b, S("chữ "));
	p.description = buf_str(&b);
	struct str cut = meta_description(&a, &p, LANG_VI);

	CHECK(cut.n <= 304 && has(cut, "chữ…"));
	p.description = (struct str){ 0 };
	p.title = (struct str){ 0 };
	CHECK(meta_description(&a, &p, LANG_EN).n > 20);
}
