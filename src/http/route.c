#include "http/route.h"

/* How badly a pattern fits: fewer parameters win. */
enum { COST_PARAM = 1, COST_TAIL = 100, NO_MATCH = 1000 };

static int match_cost(struct str pattern, struct str path)
{
	struct str want, got;
	int cost = 0;

	while (str_cut(&pattern, '/', &want)) {
		if (str_starts(want, S("*")))
			return path.p ? cost + COST_TAIL : NO_MATCH;
		if (!str_cut(&path, '/', &got))
			return NO_MATCH;
		if (str_starts(want, S(":"))) {
			if (!got.n)
				return NO_MATCH;
			cost += COST_PARAM;
		} else if (!str_eq(want, got)) {
			return NO_MATCH;
		}
	}
	return path.p ? NO_MATCH : cost;
}

static bool serves(const struct route *r, enum http_method m)
{
	return r->method == m || (m == METHOD_HEAD && r->method == METHOD_GET);
}

const struct route *route_find(const struct gate *g, enum http_method method, struct str path)
{
	const struct route *best = NULL;
	int best_cost = NO_MATCH;

	for (size_t i = 0; i < g->count; i++) {
		int cost = match_cost(str_of(g->routes[i].pattern), path);

		if (cost < best_cost && serves(&g->routes[i], method)) {
			best = &g->routes[i];
			best_cost = cost;
		}
	}
	return best;
}

struct str route_allowed(const struct gate *g, struct arena *a, struct str path)
{
	struct buf b = { .a = a };

	for (enum http_method m = METHOD_GET; m <= METHOD_DELETE; m++) {
		if (!route_find(g, m, path))
			continue;
		buf_add(&b, http_method_text(m));
		buf_add(&b, S(", "));
	}
	if (b.n)
		buf_add(&b, S("OPTIONS"));
	return buf_str(&b);
}

void route_bind(struct request *rq, const struct route *r)
{
	struct str pattern = str_of(r->pattern), path = rq->path, want, got;

	rq->route = r;
	rq->param_count = 0;
	while (str_cut(&pattern, '/', &want)) {
		if (str_starts(want, S("*"))) {
			rq->params[rq->param_count++] = (struct path_param){ str_sub(want, 1, want.n), path };
			return;
		}
		if (!str_cut(&path, '/', &got))
			impossible();
		if (str_starts(want, S(":")))
			rq->params[rq->param_count++] = (struct path_param){ str_sub(want, 1, want.n), got };
	}
}

static const char *check_pattern(struct str pattern)
{
	struct str segment;
	size_t params = 0;

	if (!str_starts(pattern, S("/")))
		return "a pattern does not begin with '/'";
	while (str_cut(&pattern, '/', &segment)) {
		bool tail = str_starts(segment, S("*"));

		params += tail || str_starts(segment, S(":"));
		if (tail && pattern.p)
			return "a pattern goes on after '*'";
		if ((tail || str_starts(segment, S(":"))) && segment.n < 2)
			return "a parameter has no name";
	}
	return params > HTTP_PATH_PARAMS ? "a pattern has too many parameters" : NULL;
}

static bool is_for_staff(const struct route *r)
{
	switch (permission_kind(r->permission)) {
	case PERMISSION_NEVER:
	case PERMISSION_FOR_ALL:
	case PERMISSION_BY_ADDRESS: return false;
	case PERMISSION_FOR_STAFF:
	case PERMISSION_TO_READ:
	case PERMISSION_TO_CHANGE: return true;
	}
	impossible();
}

/* Addresses of staff are closed to others, and what an address names belongs to an agency. */
static const char *check_staff_row(const struct route *r)
{
	struct str pattern = str_of(r->pattern);
	bool has_parameter =
		str_find_char(pattern, ':') < pattern.n || str_find_char(pattern, '*') < pattern.n;
	bool reads = r->method == METHOD_GET;

	if (str_starts(pattern, S(STAFF_PATH)) && !is_for_staff(r))
		return "a route of staff is open to others";
	if (is_for_staff(r) && (r->flags & ROUTE_CACHEABLE))
		return "a route of staff may be cached";
	if (r->flags & (ROUTE_KEPT | ROUTE_KEPT_FIGURES | ROUTE_KEPT_VISITS) &&
		r->permission != PERMISSION_PUBLIC)
		return "a route that is not public is kept";
	if (is_for_staff(r) && has_parameter && !r->agency_of)
		return "a route of staff does not say whose file it names";
	if (permission_kind(r->permission) == PERMISSION_TO_READ && !reads)
		return "a route that changes something asks for a permission to read";
	return check_pattern(pattern);
}

static const char *check_row(const struct route *r)
{
	if (!r->pattern)
		return "a route has no pattern";
	if (!r->handle)
		return "a route has no handler";
	if (r->permission == PERMISSION_MISSING)
		return "a route does not say who may use it";
	if (r->method == METHOD_OTHER || r->method == METHOD_HEAD || r->method == METHOD_OPTIONS)
		return "a route has a method that the gate answers itself";
	if (r->method == METHOD_GET && r->body_limit)
		return "a GET route takes a body";
	return check_staff_row(r);
}

const char *gate_check(const struct gate *g)
{
	for (size_t i = 0; i < g->count; i++) {
		const char *wrong = check_row(&g->routes[i]);

		if (wrong)
			return wrong;
		for (size_t k = 0; k < i; k++)
			if (g->routes[k].method == g->routes[i].method &&
				str_eq(str_of(g->routes[k].pattern), str_of(g->routes[i].pattern)))
				return "two routes have the same method and pattern";
	}
	return g->error_page ? NULL : "there is no error page";
}
