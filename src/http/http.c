#include "http/http.h"
#include "json/json_write.h"

struct reply reply_html(int status, struct str html)
{
	return (struct reply){ .status = status, .type = S("text/html; charset=utf-8"), .body = html };
}

struct reply reply_json(int status, struct str json)
{
	return (struct reply){ .status = status, .type = S("application/json; charset=utf-8"), .body = json };
}

struct reply reply_text(int status, struct str text)
{
	return (struct reply){ .status = status, .type = S("text/plain; charset=utf-8"), .body = text };
}

void reply_add_header(struct reply *r, struct str name, struct str value)
{
	assert(r->header_count < REPLY_HEADERS);
	assert(str_find_char(value, '\r') == value.n && str_find_char(value, '\n') == value.n);
	r->headers[r->header_count++] = (struct http_header){ name, value };
}

struct str reply_header(const struct reply *r, struct str name)
{
	for (size_t i = 0; i < r->header_count; i++)
		if (str_eq_nocase(r->headers[i].name, name))
			return r->headers[i].value;
	return (struct str){ 0 };
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool str_eq_nocase(struct str a, struct str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (lower(a.p[i]) != lower(b.p[i]))
			return false;
	return true;
}

static void add_disposition(struct request *rq, struct reply *r, struct str name)
{
	for (size_t i = 0; i < name.n; i++) {
		char c = name.p[i];

		assert((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
			c == '-' || c == '_' || c == '.');
	}
	reply_add_header(
		r, S("Content-Disposition"), str_fmt(rq->a, "attachment; filename=\"%.*s\"", ARG(name)));
}

struct reply reply_file(struct request *rq, struct str type, struct str name, struct str bytes)
{
	struct reply r = { .status = 200, .type = type, .body = bytes };

	add_disposition(rq, &r, name);
	return r;
}

struct reply reply_stream(struct request *rq, struct str type, struct str name, struct http_stream s)
{
	struct reply r = { .status = 200, .type = type, .stream = s };

	add_disposition(rq, &r, name);
	return r;
}

struct reply reply_problem(struct request *rq, int status, struct str kind, struct str detail)
{
	struct buf b = { .a = rq->a };
	struct json_out j = { .out = &b };

	json_object(&j);
	json_member_str(
		&j, S("type"), kind.n ? str_fmt(rq->a, "/problems/%.*s", ARG(kind)) : S("about:blank"));
	json_member_str(&j, S("title"), http_status_text(status));
	json_member_int(&j, S("status"), status);
	if (detail.n)
		json_member_str(&j, S("detail"), detail);
	json_member_str(&j, S("instance"), str_fmt(rq->a, "urn:request:%016llx", (unsigned long long)rq->id));
	json_end(&j);
	return (struct reply){ .status = status, .type = S("application/problem+json"), .body = buf_str(&b) };
}

struct reply reply_see_other(struct str location)
{
	assert(location.n && location.p[0] == '/' && !str_starts(location, S("//")));
	return (struct reply){ .status = 303, .location = location, .no_store = true };
}

struct reply reply_not_modified(void)
{
	return (struct reply){ .status = 304 };
}

struct reply reply_error(int status, struct str detail)
{
	return (struct reply){ .status = status, .detail = detail, .needs_error_page = true };
}

struct reply reply_fault(const struct fault *f)
{
	struct reply r = { .status = 500, .fault = f, .needs_error_page = true };

	switch (f->kind) {
	case FAULT_BUSY:
	case FAULT_FULL: r.status = 503; break;
	case FAULT_NOT_FOUND: r.status = 404; break;
	case FAULT_CONFLICT: r.status = 409; break;
	case FAULT_IO:
	case FAULT_CORRUPT:
	case FAULT_UNSURE: break;
	}
	return r;
}

struct str http_status_text(int status)
{
	static const struct {
		int status;
		struct str text;
	} known[] = {
		{ 200, S_INIT("OK") },
		{ 201, S_INIT("Created") },
		{ 204, S_INIT("No Content") },
		{ 301, S_INIT("Moved Permanently") },
		{ 303, S_INIT("See Other") },
		{ 304, S_INIT("Not Modified") },
		{ 308, S_INIT("Permanent Redirect") },
		{ 400, S_INIT("Bad Request") },
		{ 401, S_INIT("Unauthorized") },
		{ 403, S_INIT("Forbidden") },
		{ 404, S_INIT("Not Found") },
		{ 405, S_INIT("Method Not Allowed") },
		{ 406, S_INIT("Not Acceptable") },
		{ 408, S_INIT("Request Timeout") },
		{ 409, S_INIT("Conflict") },
		{ 411, S_INIT("Length Required") },
		{ 413, S_INIT("Content Too Large") },
		{ 414, S_INIT("URI Too Long") },
		{ 417, S_INIT("Expectation Failed") },
		{ 415, S_INIT("Unsupported Media Type") },
		{ 422, S_INIT("Unprocessable Content") },
		{ 429, S_INIT("Too Many Requests") },
		{ 431, S_INIT("Request Header Fields Too Large") },
		{ 500, S_INIT("Internal Server Error") },
		{ 501, S_INIT("Not Implemented") },
		{ 503, S_INIT("Service Unavailable") },
	};

	for (size_t i = 0; i < COUNT(known); i++)
		if (known[i].status == status)
			return known[i].text;
	return S("Status");
}

struct str http_method_text(enum http_method m)
{
	switch (m) {
	case METHOD_OTHER: return S("OTHER");
	case METHOD_GET: return S("GET");
	case METHOD_HEAD: return S("HEAD");
	case METHOD_POST: return S("POST");
	case METHOD_PUT: return S("PUT");
	case METHOD_DELETE: return S("DELETE");
	case METHOD_OPTIONS: return S("OPTIONS");
	}
	impossible();
}
