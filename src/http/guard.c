#include "http/guard.h"
#include "base/limits.h"

static size_t count_of(const struct head *h, struct str name, struct str *value)
{
	size_t n = 0;

	for (size_t i = 0; i < h->count; i++) {
		if (!str_eq_nocase(h->headers[i].name, name))
			continue;
		if (!n++)
			*value = str_trim(h->headers[i].value);
	}
	return n;
}

/* RFC 9110 5.6.2 */
static bool is_token(struct str s)
{
	static const char marks[] = "!#$%&'*+-.^_`|~";

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');

		if (!letter && !memchr(marks, c, sizeof marks - 1))
			return false;
	}
	return s.n > 0;
}

/* Bytes above 0x7F are allowed by the RFC as opaque; control characters but the tab are not. */
static bool is_field_value(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if ((c < 0x20 && c != '\t') || c == 0x7F)
			return false;
	}
	return true;
}

static bool is_host(struct str s)
{
	static const char marks[] = "-._~!$&'()*+,;=:[]%";

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');

		if (!letter && !memchr(marks, c, sizeof marks - 1))
			return false;
	}
	return s.n > 0;
}

static int guard_sizes(const struct head *h)
{
	if (h->target.n > LIMIT_HTTP_TARGET_BYTES)
		return 414;
	if (h->count > LIMIT_HTTP_HEADERS || h->bytes > LIMIT_HTTP_HEAD_BYTES)
		return 431;
	return 0;
}

static int guard_fields(const struct head *h)
{
	for (size_t i = 0; i < h->count; i++)
		if (!is_token(h->headers[i].name) || !is_field_value(h->headers[i].value))
			return 400;
	return 0;
}

static int guard_host(const struct head *h)
{
	struct str host = { 0 };
	size_t n = count_of(h, S("Host"), &host);

	if (n > 1 || (n == 0 && !h->http_1_0))
		return 400;
	return n == 1 && !is_host(host) ? 400 : 0;
}

static bool is_length(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0;
}

/* Two ways to tell where the body ends are how requests are smuggled past a proxy. */
static int guard_body(const struct head *h)
{
	struct str length = { 0 }, coding = { 0 };
	size_t lengths = count_of(h, S("Content-Length"), &length);
	size_t codings = count_of(h, S("Transfer-Encoding"), &coding);
	int64_t n;

	if (lengths > 1 || codings > 1 || (lengths && codings) || (codings && h->http_1_0))
		return 400;
	if (codings && !str_eq_nocase(coding, S("chunked")))
		return 501;
	if (lengths && !is_length(length))
		return 400;
	return lengths && !str_int(length, &n) ? 413 : 0;
}

static int guard_expectation(const struct head *h)
{
	struct str value = { 0 };
	size_t n = count_of(h, S("Expect"), &value);

	return n && (n > 1 || !str_eq_nocase(value, S("100-continue"))) ? 417 : 0;
}

int guard_head(const struct head *h)
{
	int (*const guards[])(const struct head *) = { guard_sizes, guard_fields, guard_host, guard_body,
		guard_expectation };

	if (h->damaged)
		return 400;
	for (size_t i = 0; i < COUNT(guards); i++) {
		int status = guards[i](h);

		if (status)
			return status;
	}
	return 0;
}

int64_t head_body_length(const struct head *h)
{
	struct str value = { 0 };
	int64_t n = 0;

	if (count_of(h, S("Transfer-Encoding"), &value))
		return -1;
	return count_of(h, S("Content-Length"), &value) && str_int(value, &n) ? n : 0;
}

static struct str known(struct arena *a, const struct head *h, struct str name)
{
	struct str value = { 0 };

	return count_of(h, name, &value) ? str_dup(a, value) : (struct str){ 0 };
}

/* Sec-Purpose (Fetch), and what browsers sent before there was a standard. */
static struct str purpose(struct arena *a, const struct head *h)
{
	static const struct str names[] = { S_INIT("Sec-Purpose"), S_INIT("Purpose"), S_INIT("X-Purpose"),
		S_INIT("X-Moz") };

	for (size_t i = 0; i < COUNT(names); i++)
		if (count_of(h, names[i], &(struct str){ 0 }))
			return known(a, h, names[i]);
	return (struct str){ 0 };
}

struct http_headers head_known(struct arena *a, const struct head *h)
{
	return (struct http_headers){
		.host = known(a, h, S("Host")),
		.origin = known(a, h, S("Origin")),
		.fetch_site = known(a, h, S("Sec-Fetch-Site")),
		.cookie = known(a, h, S("Cookie")),
		.accept_encoding = known(a, h, S("Accept-Encoding")),
		.accept_language = known(a, h, S("Accept-Language")),
		.if_none_match = known(a, h, S("If-None-Match")),
		.content_type = known(a, h, S("Content-Type")),
		.forwarded_for = known(a, h, S("X-Forwarded-For")),
		.user_agent = known(a, h, S("User-Agent")),
		.purpose = purpose(a, h),
	};
}
