#include "http/encoding.h"
#include "tests/t.h"

TEST(negotiation)
{
	static const struct {
		const char *accept;
		enum coding coding;
	} cases[] = { { "", CODING_NONE }, { "gzip", CODING_GZIP }, { "gzip, deflate, br", CODING_BROTLI },
		{ "br;q=0, gzip", CODING_GZIP }, { "br;q=0.5, gzip;q=1.0", CODING_GZIP },
		{ "BR , gzip", CODING_BROTLI }, { "*", CODING_BROTLI }, { "*;q=0", CODING_NONE },
		{ "gzip;q=0.001", CODING_GZIP }, { "br;q=0.000,gzip;q=0", CODING_NONE },
		{ "brx", CODING_NONE }, { "br;q=2", CODING_NONE }, { "br;level=3", CODING_NONE },
		{ "br; q=0.8,*;q=0", CODING_BROTLI }, { "identity", CODING_NONE }, { ",,;,", CODING_NONE } };

	for (size_t i = 0; i < COUNT(cases); i++)
		test_check(coding_for(str_of(cases[i].accept)) == cases[i].coding, __FILE__, __LINE__, "%s",
			cases[i].accept);
}

TEST(only_what_gains)
{
	ARENA a = { 0 };
	uint64_t seed = 3;
	struct buf noise = { .a = &a }, same = { .a = &a };

	for (int i = 0; i < 4000; i++) {
		buf_char(&noise, (char)test_random(&seed));
		buf_char(&same, 'a');
	}
	CHECK_INT(brotli_compress(&a, buf_str(&noise)).n, 0);
	CHECK_INT(gzip_compress(&a, buf_str(&noise)).n, 0);
	CHECK(brotli_compress(&a, buf_str(&same)).n < 100);
	CHECK(gzip_compress(&a, buf_str(&same)).n < 100);
	struct request rq = { .a = &a, .headers.accept_encoding = S("br") };
	struct reply r = reply_html(200, buf_str(&same));

	r.type = S("image/png");
	reply_compress(&rq, &r);
	CHECK_INT(r.header_count, 0);
	r = reply_html(200, str_sub(buf_str(&same), 0, 1000));
	reply_compress(&rq, &r);
	CHECK_INT(r.header_count, 0);
	r = reply_json(200, buf_str(&same));
	reply_compress(&rq, &r);
	CHECK_STR(reply_header(&r, S("Content-Encoding")), S("br"));
	reply_compress(&rq, &r);
	CHECK_INT(r.header_count, 1);
}
