/* Pictures over HTTP, and the markup around them. */
#include "picture/picture_web.h"
#include "picture/picture_html.h"
#include "picture/picture_store.h"
#include "picture/picture_sample.h"
#include "site/site_testing.h"

static const struct route routes[] = {
	{ METHOD_GET, PICTURE_PATH "/:hash/:name", picture_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/nhap/:hash/:name", picture_draft_get, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
};

struct keeping {
	struct picture_made made;
	bool shown;
};

static const struct fault *keep(struct write *w, void *arg)
{
	struct keeping *k = arg;

	TRY(picture_keep(w->db, &k->made));
	return picture_show(w->db, 7, &k->made.hash, k->shown);
}

static struct reply get(struct site *s, const char *folder, struct str hash, const char *name)
{
	return site_get(s, str_fmt(&s->a, "%s/%.*s/%s", folder, ARG(hash), name).p);
}

TEST(a_picture_is_served_while_it_is_shown)
{
	SITE s = { 0 };
	struct keeping k = { .shown = true };

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	CHECK_INT(picture_make(&s.a, sample_corners(&s.a, 400, 240), &k.made), PICTURE_FINE);
	CHECK_OK(writer_run(province_writer(s.app.province), &s.a, keep, &k));
	struct reply r = get(&s, PICTURE_PATH, k.made.hash, "320.webp");

	CHECK_INT(r.status, 200);
	CHECK_STR(r.type, S("image/webp"));
	CHECK_STR(r.body, k.made.variants[0].bytes);
	CHECK_STR(reply_header(&r, S("Cache-Control")), S("public, max-age=31536000, immutable"));
	CHECK_STR(reply_header(&r, S("X-Content-Type-Options")), S("nosniff"));
	CHECK_STR(get(&s, PICTURE_PATH, k.made.hash, "400.jpg").type, S("image/jpeg"));
	static const char *const none[] = { "640.webp", "320.png", "320", "0.jpg", "-1.jpg", "320.webp.jpg",
		"99999999999999999999.jpg", ".jpg" };

	for (size_t i = 0; i < COUNT(none); i++)
		CHECK_INT(get(&s, PICTURE_PATH, k.made.hash, none[i]).status, 404);
	CHECK_INT(get(&s, PICTURE_PATH, S("00ff"), "320.webp").status, 404);
	k.shown = false; /* the article is withdrawn */
	CHECK_OK(writer_run(province_writer(s.app.province), &s.a, keep, &k));
	r = get(&s, PICTURE_PATH, k.made.hash, "320.webp");
	CHECK_INT(r.status, 404);
	CHECK_STR(reply_header(&r, S("Cache-Control")), S("no-store"));
	r = get(&s, "/nhap", k.made.hash, "320.webp");
	CHECK_INT(r.status, 200); /* staff still see it */
	CHECK(str_find(reply_header(&r, S("Cache-Control")), S("public")) > 0);
}

TEST(the_markup_names_sizes_and_words)
{
	SITE s = { 0 };
	struct keeping k = { .shown = true };
	struct picture_view v;
	bool found;
	READER held = { 0 };

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	CHECK_INT(picture_make(&s.a, sample_corners(&s.a, 900, 450), &k.made), PICTURE_FINE);
	CHECK_OK(writer_run(province_writer(s.app.province), &s.a, keep, &k));
	struct request rq = { .a = &s.a, .app = &s.app };
	struct buf b = { .a = &s.a };
	struct html_out o = { &b, LANG_VI };

	CHECK_OK(site_reader(&rq, &held));
	CHECK_OK(picture_view_read(held.db, S("none"), PICTURE_PATH, &v, &found));
	CHECK(!found);
	CHECK_OK(picture_view_read(held.db, k.made.hash, PICTURE_PATH, &v, &found));
	CHECK_OR_STOP(found);
	v.alt = S("Đoàn \"kiểm tra\"");
	picture(&o, &v);
	struct reply r = { .body = buf_str(&b) };

	CHECK(site_has(&r, "<source type=\"image/webp\" srcset=\"/anh/"));
	CHECK(site_has(&r, "/320.webp 320w, /anh/"));
	CHECK(site_has(&r, "/900.jpg 900w\""));
	CHECK(site_has(&r, "/640.jpg\""));
	CHECK(site_has(&r, "width=\"640\" height=\"320\""));
	CHECK(site_has(&r, "loading=\"lazy\""));
	CHECK(site_has(&r, "alt=\"Đoàn &#34;kiểm tra&#34;\"") ||
		site_has(&r, "alt=\"Đoàn &quot;kiểm tra&quot;\""));
}

TEST(a_file_that_somebody_sent_is_taken_or_refused)
{
	SITE s = { 0 };
	struct picture_made made;
	enum picture_refusal r;

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	struct request rq = { .a = &s.a, .app = &s.app };

	CHECK_OK(picture_take(&rq, sample_corners(&s.a, 64, 64), &made, &r));
	CHECK(r == PICTURE_FINE && made.n == 2);
	CHECK_OK(picture_take(&rq, S("<svg"), &made, &r));
	CHECK_INT(r, PICTURE_SVG);
	CHECK_INT(s.app.decoding, 0);
	s.app.decoding = LIMIT_PICTURE_DECODES;
	const struct fault *f = picture_take(&rq, sample_corners(&s.a, 64, 64), &made, &r);

	CHECK(f && f->kind == FAULT_BUSY);
	s.app.decoding = 0;
}
