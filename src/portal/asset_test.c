#include "portal/asset_web.h"
#include "portal/assets.h"
#include "tests/t.h"

static struct reply get(struct arena *a, struct str hash, struct str name, struct str accepted)
{
	struct request rq = { .a = a, .method = METHOD_GET, .headers.accept_encoding = accepted };

	rq.params[rq.param_count++] = (struct path_param){ S("hash"), hash };
	rq.params[rq.param_count++] = (struct path_param){ S("name"), name };
	return asset_get(&rq);
}

static struct str encoding(const struct reply *r)
{
	for (size_t i = 0; i < r->header_count; i++)
		if (str_eq(r->headers[i].name, S("Content-Encoding")))
			return r->headers[i].value;
	return (struct str){ 0 };
}

TEST(every_asset_is_found_at_its_address)
{
	ARENA a = { 0 };

	CHECK_INT(assets_n, 7);
	for (int i = 0; i < assets_n; i++) {
		struct reply r = get(&a, assets[i].hash, assets[i].path, (struct str){ 0 });

		CHECK_INT(r.status, 200);
		CHECK(r.immutable && !r.is_encoded);
		CHECK_STR(r.body, assets[i].raw);
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
	const struct embedded_file *css = asset_find(S("app.css"));

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct reply r = get(&a, css->hash, css->path, rows[i].accepted);
		struct str got = encoding(&r);

		CHECK_STR(got, rows[i].want);
		CHECK_STR(r.body, !got.n ? css->raw : got.p[0] == 'b' ? css->br : css->gz);
	}
}

TEST(fonts_are_sent_as_they_are)
{
	ARENA a = { 0 };
	const struct embedded_file *font = asset_find(S("font-400.woff2"));
	struct reply r = get(&a, font->hash, font->path, S("br"));

	CHECK(!r.is_encoded);
	CHECK(str_starts(r.body, S("wOF2")));
}

/* The style sheet names the fonts by the hash that the server knows. */
TEST(the_style_sheet_finds_its_fonts)
{
	static const struct str names[] = { S_INIT("font-400.woff2"), S_INIT("font-600.woff2"),
		S_INIT("drum.svg") };
	ARENA a = { 0 };
	struct str css = asset_find(S("app.css"))->raw;

	for (size_t i = 0; i < COUNT(names); i++) {
		struct str wanted =
			str_fmt(&a, "url(../%.*s/%.*s)", ARG(asset_find(names[i])->hash), ARG(names[i]));

		CHECK(str_find(css, wanted) < css.n);
	}
}

TEST(unknown_names_and_stale_hashes_are_not_found)
{
	ARENA a = { 0 };

	CHECK_INT(get(&a, S("00000000"), S("app.css"), S("br")).status, 404);
	CHECK_INT(get(&a, S(""), S("app.css"), S("br")).status, 404);
	CHECK_INT(get(&a, asset_find(S("app.css"))->hash, S("../app.css"), S("br")).status, 404);
	CHECK_INT(get(&a, asset_find(S("app.css"))->hash, S("app.js"), S("br")).status, 404);
}

TEST(addresses_hold_the_hash)
{
	ARENA a = { 0 };

	CHECK_STR(asset_url(&a, S("app.js")).s,
		str_fmt(&a, "/tinh/%.*s/app.js", ARG(asset_find(S("app.js"))->hash)));
}
