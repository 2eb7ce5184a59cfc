#include "portal/asset_web.h"
#include "portal/assets.h"
#include "tests/t.h"

static struct reply get(struct arena *a, struct str name, struct str accepted)
{
	struct request rq = { .a = a, .method = METHOD_GET, .headers.accept_encoding = accepted };

	rq.params[0] = (struct path_param){ S("name"), name };
	rq.param_count = 1;
	return asset_get(&rq);
}

static struct str encoding(const struct reply *r)
{
	for (size_t i = 0; i < r->header_count; i++)
		if (str_eq(r->headers[i].name, S("Content-Encoding")))
			return r->headers[i].value;
	return (struct str){ 0 };
}

TEST(every_asset_is_found_by_its_name)
{
	ARENA a = { 0 };

	for (size_t i = 0; i < ASSET_COUNT; i++) {
		struct reply r = get(&a, assets[i].name, (struct str){ 0 });

		CHECK_INT(r.status, 200);
		CHECK(r.immutable && !r.is_encoded);
		CHECK_STR(r.body, assets[i].plain);
		CHECK(r.body.n > 100);
	}
}

TEST(the_best_encoding_that_the_client_takes)
{
	static const struct {
		struct str accepted, want;
	} rows[] = {
		{ S_INIT(""), S_INIT("") },
		{ S_INIT("identity"), S_INIT("") },
		{ S_INIT("gzip, deflate, br"), S_INIT("br") },
		{ S_INIT("gzip , deflate"), S_INIT("gzip") },
		{ S_INIT("br;q=0, gzip"), S_INIT("gzip") },
		{ S_INIT("br ; q=0.5"), S_INIT("br") },
		{ S_INIT("brotli, xgzip"), S_INIT("") },
		{ S_INIT(",,;q=,"), S_INIT("") },
	};
	ARENA a = { 0 };
	const struct asset *css = &assets[ASSET_APP_CSS];

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct reply r = get(&a, css->name, rows[i].accepted);
		struct str got = encoding(&r);

		CHECK_STR(got, rows[i].want);
		CHECK_STR(r.body, !got.n ? css->plain : got.p[0] == 'b' ? css->brotli : css->gzip);
	}
}

TEST(fonts_are_sent_as_they_are)
{
	ARENA a = { 0 };
	struct reply r = get(&a, assets[ASSET_FONT_400_WOFF2].name, S("br"));

	CHECK(!r.is_encoded);
	CHECK(str_starts(r.body, S("wOF2")));
}

TEST(unknown_and_stale_names_are_not_found)
{
	ARENA a = { 0 };

	CHECK_INT(get(&a, S("app.css"), S("br")).status, 404);
	CHECK_INT(get(&a, S("app-0000000000.css"), S("br")).status, 404);
	CHECK_INT(get(&a, S("../../etc/passwd"), S("br")).status, 404);
	CHECK_INT(get(&a, S(""), S("br")).status, 404);
}
