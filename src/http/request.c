#include "http/http.h"
#include "http/percent.h"
#include "base/utf8.h"

/* One segment: not "." or "..", no '/' that was hidden by percent code. */
static bool add_segment(struct arena *a, struct str raw, struct buf *path)
{
	struct str s;

	if (!percent_decode(a, raw, false, &s) || text_check(s, s.n, TEXT_ONE_LINE) != TEXT_FINE)
		return false;
	if (str_eq(s, S(".")) || str_eq(s, S("..")) || str_find_char(s, '/') < s.n ||
		str_find_char(s, '\\') < s.n)
		return false;
	buf_char(path, '/');
	buf_add(path, s);
	return true;
}

bool request_set_target(struct request *rq, struct str target)
{
	size_t mark = str_find_char(target, '?');
	struct str rest = str_sub(target, 0, mark), segment;
	struct buf path = { .a = rq->a };

	if (!rest.n || rest.p[0] != '/')
		return false;
	rest = str_sub(rest, 1, rest.n);
	while (str_cut(&rest, '/', &segment))
		if (!add_segment(rq->a, segment, &path))
			return false;
	rq->path = path.n ? buf_str(&path) : S("/");
	rq->query = str_sub(target, mark + 1, target.n);
	return true;
}

void add_path_encoded(struct buf *b, struct str path)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

	for (size_t i = 0; i < path.n; i++) {
		if (memchr(plain, path.p[i], sizeof plain - 1))
			buf_char(b, path.p[i]);
		else
			buf_fmt(b, "%%%02X", (unsigned)(unsigned char)path.p[i]);
	}
}

struct str request_param(const struct request *rq, const char *name)
{
	for (size_t i = 0; i < rq->param_count; i++)
		if (str_eq(rq->params[i].name, str_of(name)))
			return rq->params[i].value;
	impossible();
}

struct str request_cookie(const struct request *rq, struct str name)
{
	struct str rest = rq->headers.cookie, pair, key;

	while (str_cut(&rest, ';', &pair)) {
		pair = str_trim(pair);
		if (str_cut(&pair, '=', &key) && str_eq(key, name) && pair.p)
			return pair;
	}
	return (struct str){ 0 };
}
