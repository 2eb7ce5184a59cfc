#include "http/encoding.h"
#include "base/limits.h"

enum { FULL_WEIGHT = 1000 };

/* "q=0.5" as 500; anything that is not a weight counts as refused. */
static int read_weight(struct str s)
{
	int weight = 0, unit = FULL_WEIGHT;

	s = str_trim(s);
	if (s.n < 3 || (s.p[0] != 'q' && s.p[0] != 'Q') || s.p[1] != '=')
		return 0;
	for (size_t i = 2; i < s.n; i++) {
		if (i == 3 && s.p[i] == '.')
			continue;
		if (s.p[i] < '0' || s.p[i] > '9' || unit == 0)
			return 0;
		weight += (s.p[i] - '0') * unit;
		unit /= 10;
	}
	return weight <= FULL_WEIGHT ? weight : 0;
}

int coding_weight(struct str accept_encoding, struct str name)
{
	struct str item, coding;
	int star = 0;

	while (str_cut(&accept_encoding, ',', &item)) {
		if (!str_cut(&item, ';', &coding))
			continue;
		coding = str_trim(coding);
		int weight = item.p ? read_weight(item) : FULL_WEIGHT;

		if (str_eq_nocase(coding, name))
			return weight;
		if (str_eq(coding, S("*")))
			star = weight;
	}
	return star;
}

enum coding coding_for(struct str accept_encoding)
{
	int brotli = coding_weight(accept_encoding, S("br"));
	int gzip = coding_weight(accept_encoding, S("gzip"));

	if (brotli && brotli >= gzip)
		return CODING_BROTLI;
	return gzip ? CODING_GZIP : CODING_NONE;
}

struct str coding_text(enum coding c)
{
	switch (c) {
	case CODING_NONE: return S("identity");
	case CODING_GZIP: return S("gzip");
	case CODING_BROTLI: return S("br");
	}
	impossible();
}

static bool is_text(struct str type)
{
	type = str_sub(type, 0, str_find_char(type, ';'));
	return str_starts(type, S("text/")) || str_ends(type, S("json")) || str_ends(type, S("xml"));
}

void reply_compress(struct request *rq, struct reply *r)
{
	enum coding c = coding_for(rq->headers.accept_encoding);

	if (r->is_encoded || r->body.n < HTTP_COMPRESS_FROM_BYTES || c == CODING_NONE || !is_text(r->type))
		return;
	struct str smaller =
		c == CODING_BROTLI ? brotli_compress(rq->a, r->body) : gzip_compress(rq->a, r->body);

	if (!smaller.n)
		return;
	r->body = smaller;
	r->is_encoded = true;
	reply_add_header(r, S("Content-Encoding"), coding_text(c));
}
