/*
 * Pages of a real province, with and without kept pages: whatever happens in whatever order, a reader gets
 * the same. */
#include "figures/figures_web.h"
#include "procedure/procedure_store.h"
#include "procedure/procedure_web.h"
#include "setting/setting_store.h"
#include "site/home_web.h"
#include "site/site_testing.h"

static const struct route routes[] = {
	{ METHOD_GET, "/", home_get, PERMISSION_PUBLIC, 0, ROUTE_KEPT_FIGURES },
	{ METHOD_GET, "/thu-tuc", procedures_get, PERMISSION_PUBLIC, 0, ROUTE_KEPT,
		.kept_query = "linh-vuc trang" },
	{ METHOD_GET, "/thu-tuc/:code", procedure_page_get, PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_GET, "/so-lieu", figures_get, PERMISSION_PUBLIC, 0, ROUTE_KEPT_FIGURES,
		.kept_query = "co-quan theo" },
};

struct renaming {
	struct procedure_version version;
	struct site *site;
};

static const struct fault *rename_one(struct write *w, void *arg)
{
	struct renaming *x = arg;
	int64_t position;

	return procedure_add(w, &x->version, S(""), &position);
}

/* The catalogue changes as the program does it: a command, then the new picture. */
static const struct fault *change_catalogue(struct site *s, int64_t n)
{
	struct procedure_version v = { .code = S("A.2"),
		.agency = S("SMA"),
		.field = S("Xây dựng"),
		.online = ONLINE_2,
		.change = CHANGE_AMENDED,
		.allow = { UNIT_HOURS, 4, false } };
	struct renaming x = { v, s };

	x.version.name = str_fmt(&s->a, "Cấp giấy phép xây dựng lần %lld", (long long)n);
	x.version.valid.from = x.version.decision_date = day_of(s->now);
	x.version.decision = str_fmt(&s->a, "QĐ %lld", (long long)n);
	TRY(writer_run(province_writer(s->app.province), &s->a, rename_one, &x));
	return province_reload_catalogue(s->app.province, &s->a);
}

static const struct fault *set_something(struct write *w, void *arg)
{
	return setting_set(w, S("test"), *(struct str *)arg);
}

static const struct fault *change(struct site *s, uint64_t *seed, int64_t n)
{
	struct str value = str_fmt(&s->a, "%lld", (long long)n);

	switch ((int)(test_random(seed) % 5)) {
	case 0:
		return site_add_dossier(s, str_fmt(&s->a, "SMA-221003-%04lld", (long long)n).p,
			"2022-10-03 09:00", n % 2 ? "" : "2022-10-05 15:00");
	case 1: return change_catalogue(s, n);
	case 2: return writer_run(province_writer(s->app.province), &s->a, set_something, &value);
	case 3: s->now += n % 3 ? 60 : DAY_S; return NULL;
	default: return site_follow(s);
	}
}

static struct reply ask(struct site *s, const struct gate *g, const char *target, const char *cookie)
{
	struct request *rq = NEW(&s->a, struct request);

	*rq = (struct request){ .a = &s->a, .app = &s->app, .method = METHOD_GET, .now = s->now };
	rq->headers.cookie = str_of(cookie);
	if (!request_set_target(rq, str_of(target)))
		abort();
	return http_handle(g, rq);
}

TEST(kept_pages_are_never_older_than_the_last_command)
{
	static const char *const targets[] = { "/", "/?lang=en", "/thu-tuc",
		"/thu-tuc?linh-vuc=X%C3%A2y%20d%E1%BB%B1ng", "/thu-tuc/A.2", "/thu-tuc/A.1", "/so-lieu",
		"/so-lieu?theo=thu-tuc", "/so-lieu?co-quan=SMA" };
	static const char *const cookies[] = { "", "lang=en", "reading=large.normal", "reading=normal.high",
		"phien=x" };
	SITE s = { 0 };
	struct arena room = { 0 };
	uint64_t seed = 1;

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	struct gate without = s.gate, with = s.gate;
	with.shown = site_shown;
	with.kept = kept_pages_new(&room);
	for (int64_t n = 1; n <= 600; n++) {
		if (test_random(&seed) % 12 == 0)
			CHECK_OK(change(&s, &seed, n));
		const char *target = targets[test_random(&seed) % COUNT(targets)];
		const char *cookie = cookies[test_random(&seed) % COUNT(cookies)];
		struct reply a = ask(&s, &with, target, cookie), b = ask(&s, &without, target, cookie);

		CHECK_INT(a.status, 200);
		test_check(a.status == b.status && str_eq(a.body, b.body), __FILE__, __LINE__,
			"turn %d: %s with %s", (int)n, target, cookie);
		CHECK_STR(reply_header(&a, S("ETag")), reply_header(&b, S("ETag")));
	}
	struct kept_counts counts = kept_pages_counts(with.kept);
	CHECK(counts.hits > 40 && counts.misses > 40);
	kept_pages_free(with.kept);
	arena_free(&room);
}

/* What a dossier changes leaves the pages alone that show no figures. */
TEST(a_dossier_changes_figures_alone)
{
	SITE s = { 0 };
	struct request rq = { .app = &s.app };
	struct kept_state before[2], after[2];
	unsigned look;

	CHECK_OK(site_open(&s, routes, COUNT(routes)));
	site_shown(&rq, ROUTE_KEPT, &before[0], &look);
	site_shown(&rq, ROUTE_KEPT_FIGURES, &before[1], &look);
	CHECK_OK(site_add_dossier(&s, "SMA-221003-0001", "2022-10-03 09:00", ""));
	site_shown(&rq, ROUTE_KEPT, &after[0], &look);
	site_shown(&rq, ROUTE_KEPT_FIGURES, &after[1], &look);
	CHECK(memcmp(&before[0], &after[0], sizeof before[0]) == 0);
	CHECK(memcmp(&before[1], &after[1], sizeof before[1]) != 0);
}
