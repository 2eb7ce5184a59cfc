/* Kept pages through the gate, without a socket. */
#include "http/kept.h"
#include "base/limits.h"
#include "http/route.h"
#include "tests/t.h"

#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

struct app {
	_Atomic uint64_t version; /* what pages show */
	_Atomic int handled, visits;
	_Atomic bool slow, broken;
};

static void shown(const struct request *rq, unsigned flags, struct kept_state *state, unsigned *look)
{
	*state = (struct kept_state){ { rq->app->version } };
	state->marks[1] = flags & ROUTE_KEPT_FIGURES ? rq->app->version : 0;
	*look = request_cookie(rq, S("look")).n > 0;
}

static void served(const struct request *rq, const struct reply *r)
{
	rq->app->visits += r->status == 200 || r->status == 304;
}

static void rest_ms(long ms)
{
	const struct timespec t = { .tv_nsec = ms * 1000000 };

	(void)nanosleep(&t, NULL);
}

static struct reply show(struct request *rq)
{
	struct buf b = { .a = rq->a };

	rq->app->handled++;
	uint64_t version = rq->app->version;
	if (rq->app->slow)
		rest_ms(20);
	if (rq->app->broken)
		return reply_error(503, S(""));
	buf_fmt(&b, "%llu|%s|%.*s|%.*s|%.*s|", (unsigned long long)version, rq->lang == LANG_EN ? "en" : "vi",
		ARG(rq->path), ARG(rq->query), ARG(request_cookie(rq, S("look"))));
	for (int i = 0; i < 400; i++)
		buf_add(&b, S("a page of some length. "));
	return reply_html(200, buf_str(&b));
}

static struct reply show_own(struct request *rq)
{
	struct reply r = show(rq);

	if (str_ends(rq->path, S("cookie")))
		reply_add_header(&r, S("Set-Cookie"), S("a=b"));
	r.no_store = str_ends(rq->path, S("secret"));
	if (str_ends(rq->path, S("error")))
		r.status = 404;
	return r;
}

static struct reply post(struct request *rq)
{
	rq->app->handled++;
	return reply_see_other(S("/"));
}

static struct reply error_page(struct request *rq, int status, struct str detail)
{
	(void)rq, (void)detail;
	return reply_html(status, S("error"));
}

static const struct route routes[] = {
	{ METHOD_GET, "/", show, PERMISSION_PUBLIC, 0, ROUTE_KEPT, .kept_query = "q trang" },
	{ METHOD_POST, "/", post, PERMISSION_PUBLIC, 10, ROUTE_KEPT },
	{ METHOD_GET, "/a/:x", show, PERMISSION_PUBLIC, 0, ROUTE_KEPT_FIGURES },
	{ METHOD_GET, "/own/:x", show_own, PERMISSION_PUBLIC, 0, ROUTE_KEPT },
	{ METHOD_GET, "/never", show, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
};

struct world {
	struct arena a;
	struct app app;
	struct gate gate;
};
static void world_begin(struct world *w)
{
	w->gate = (struct gate){ .routes = routes,
		.count = COUNT(routes),
		.error_page = error_page,
		.shown = shown,
		.served = served };
	w->gate.kept = kept_pages_new(&w->a);
}
static void world_end(struct world *w)
{
	kept_pages_free(w->gate.kept);
	arena_free(&w->a);
}
#define WORLD cleanup_with(world_end) struct world

static struct reply ask(
	struct world *w, struct arena *a, const char *target, const char *cookie, const char *coding)
{
	struct request rq = { .a = a, .app = &w->app, .method = METHOD_GET };

	rq.headers.cookie = str_of(cookie);
	rq.headers.accept_encoding = str_of(coding);
	if (!request_set_target(&rq, str_of(target)))
		abort();
	return http_handle(&w->gate, &rq);
}

static struct reply get(struct world *w, const char *target)
{
	return ask(w, &w->a, target, "", "");
}

TEST(a_page_is_made_once_for_what_it_shows)
{
	WORLD w = { 0 };

	world_begin(&w);
	struct reply first = get(&w, "/"), second = get(&w, "/");
	CHECK_INT(w.app.handled, 1);
	CHECK_STR(first.body, second.body);
	CHECK_STR(reply_header(&first, S("ETag")), reply_header(&second, S("ETag")));
	CHECK_INT(first.header_count, second.header_count);
	w.app.version++;
	struct reply third = get(&w, "/");
	CHECK_INT(w.app.handled, 2);
	CHECK(str_starts(third.body, S("1|")));
	CHECK(!str_eq(reply_header(&first, S("ETag")), reply_header(&third, S("ETag"))));
	CHECK_INT(kept_pages_counts(w.gate.kept).pages, 1);
}

TEST(a_client_that_has_the_page_is_told_so_from_what_is_kept)
{
	WORLD w = { 0 };

	world_begin(&w);
	struct reply r = get(&w, "/");
	struct request rq = { .a = &w.a, .app = &w.app, .method = METHOD_GET, .path = S("/") };

	rq.headers.if_none_match = reply_header(&r, S("ETag"));
	struct reply again = http_handle(&w.gate, &rq);
	CHECK_INT(again.status, 304);
	CHECK_INT(again.body.n, 0);
	CHECK_INT(w.app.handled, 1);
	CHECK_INT(w.app.visits, 2);
	w.app.version++;
	rq.headers.if_none_match = reply_header(&r, S("ETag"));
	CHECK_INT(http_handle(&w.gate, &rq).status, 200);
}

TEST(what_differs_is_another_page)
{
	static const struct {
		const char *target, *cookie, *has;
	} cases[] = { { "/", "", "|vi|/||" }, { "/?lang=en", "", "|en|/|lang=en|" },
		{ "/", "look=1", "|vi|/||1|" }, { "/?q=a", "", "|q=a|" }, { "/?q=b", "", "|q=b|" },
		{ "/?q=a&trang=2", "", "|q=a&trang=2|" }, { "/a/1", "", "|/a/1|" }, { "/a/2", "", "|/a/2|" },
		{ "/a/2%3Fq=a", "", "|/a/2?q=a|" } };
	WORLD w = { 0 };

	world_begin(&w);
	for (int turn = 0; turn < 2; turn++)
		for (size_t i = 0; i < COUNT(cases); i++) {
			struct reply r = ask(&w, &w.a, cases[i].target, cases[i].cookie, "");

			test_check(str_find(r.body, str_of(cases[i].has)) < r.body.n, __FILE__, __LINE__,
				"%s", cases[i].target);
		}
	CHECK_INT(w.app.handled, COUNT(cases));
	/* The language is remembered for whoever asked for it, and for nobody else. */
	struct reply en = get(&w, "/?lang=en"), by_cookie = ask(&w, &w.a, "/", "lang=en", "");
	CHECK_STR(reply_header(&by_cookie, S("Set-Cookie")), S(""));
	CHECK(reply_header(&en, S("Set-Cookie")).n > 0);
	CHECK_STR(en.body, by_cookie.body);
	CHECK_INT(w.app.handled, COUNT(cases));
}

TEST(what_is_not_for_everybody_is_made_each_time)
{
	static const struct {
		const char *target, *cookie;
	} cases[] = { { "/", "phien=abc" }, { "/", "a=b; __Host-phien=abc" }, { "/own/cookie", "" },
		{ "/own/secret", "" }, { "/own/error", "" }, { "/never", "" }, { "/?x=1", "" },
		{ "/?q=1&x=1", "" }, { "/a/1?q=1", "" } };
	WORLD w = { 0 };

	world_begin(&w);
	for (size_t i = 0; i < COUNT(cases); i++)
		for (int turn = 0; turn < 2; turn++) {
			w.app.handled = 0;
			(void)ask(&w, &w.a, cases[i].target, cases[i].cookie, "");
			test_check(w.app.handled == 1, __FILE__, __LINE__, "%s", cases[i].target);
		}
	CHECK_INT(kept_pages_counts(w.gate.kept).pages, 0);
}

TEST(a_form_that_changes_something_is_never_kept)
{
	WORLD w = { 0 };

	world_begin(&w);
	for (int turn = 1; turn < 3; turn++) {
		struct request rq = { .a = &w.a, .app = &w.app, .method = METHOD_POST, .path = S("/") };

		rq.headers.fetch_site = S("same-origin");
		CHECK_INT(http_handle(&w.gate, &rq).status, 303);
		CHECK_INT(w.app.handled, turn);
	}
}

TEST(compressed_forms_are_of_the_same_page)
{
	static const char *const codings[] = { "br", "gzip", "" };
	WORLD w = { 0 };

	world_begin(&w);
	struct reply plain = get(&w, "/");
	for (int turn = 0; turn < 2; turn++)
		for (size_t i = 0; i < COUNT(codings); i++) {
			struct reply r = ask(&w, &w.a, "/", "", codings[i]);
			struct str coding = str_of(codings[i]), wanted = plain.body;

			CHECK_STR(reply_header(&r, S("Content-Encoding")), coding);
			CHECK_STR(reply_header(&r, S("ETag")), reply_header(&plain, S("ETag")));
			CHECK_STR(reply_header(&r, S("Vary")), S("Accept-Encoding, Cookie"));
			if (i < 2)
				wanted = i ? gzip_compress(&w.a, plain.body)
					   : brotli_compress(&w.a, plain.body);
			CHECK_STR(r.body, wanted);
		}
	CHECK_INT(w.app.handled, 1);
	CHECK_INT(kept_pages_counts(w.gate.kept).pages, 1);
}

/* More pages than there is room for: the room is kept to, and what is used stays. */
TEST(the_room_is_bounded_and_what_is_used_stays)
{
	WORLD w = { 0 };
	struct kept_counts n;

	world_begin(&w);
	for (int i = 0; i < LIMIT_KEPT_PAGES + 500; i++) {
		ARENA a = { 0 };

		(void)ask(&w, &a, str_fmt(&a, "/a/%d", i).p, "", i % 2 ? "br" : "");
		(void)ask(&w, &a, "/", "", "");
		n = kept_pages_counts(w.gate.kept);
		CHECK(n.pages <= LIMIT_KEPT_PAGES && n.bytes <= LIMIT_KEPT_BYTES);
	}
	CHECK_INT(w.app.handled, LIMIT_KEPT_PAGES + 501);
	CHECK(n.dropped >= 500 && n.pages > 1000 && n.bytes > LIMIT_KEPT_BYTES / 2);
}

TEST(a_page_too_large_is_made_each_time)
{
	ARENA a = { 0 };
	struct kept_pages *k = kept_pages_new(&a);
	struct kept_ask q = { .coding = CODING_NONE };
	struct reply large = reply_html(200, (struct str){ NEW_ARRAY(&a, char, LIMIT_KEPT_PAGE_BYTES + 1),
						     LIMIT_KEPT_PAGE_BYTES + 1 }),
		     out;

	for (int turn = 0; turn < 2; turn++) {
		CHECK(!kept_take(k, &q, &a, &out));
		CHECK(q.making);
		kept_put(k, &q, &large);
		CHECK(!q.making);
	}
	kept_pages_free(k);
}

enum { READERS = 8, TURNS = 300 };
struct reading_thread {
	struct world *w;
	pthread_t thread;
	int turns, wrong;
};

/* No reader sees less than what was acknowledged before it asked. */
static void *read_always(void *arg)
{
	struct reading_thread *t = arg;

	for (int i = 0; i < t->turns; i++) {
		ARENA a = { 0 };
		uint64_t before = t->w->app.version;
		struct reply r = ask(t->w, &a, i % 3 ? "/" : "/a/1", "", i % 2 ? "gzip" : "br");
		struct reply plain = ask(t->w, &a, i % 3 ? "/" : "/a/1", "", "");
		struct str rest = plain.body, number;
		int64_t seen = -1;

		if (r.status != 200 || plain.status != 200 || !str_cut(&rest, '|', &number) ||
			!str_int(number, &seen) || (uint64_t)seen < before)
			t->wrong++;
	}
	return NULL;
}

static int read_with_threads(struct world *w, int turns, bool change)
{
	struct reading_thread t[READERS];
	int wrong = 0;

	for (int i = 0; i < READERS; i++) {
		t[i] = (struct reading_thread){ .w = w, .turns = turns };
		if (pthread_create(&t[i].thread, NULL, read_always, &t[i]) != 0)
			abort();
	}
	for (int i = 0; change && i < TURNS; i++) {
		w->app.version++;
		if (i % 8 == 0)
			rest_ms(1);
	}
	for (int i = 0; i < READERS; i++) {
		pthread_join(t[i].thread, NULL);
		wrong += t[i].wrong;
	}
	return wrong;
}

TEST(nobody_sees_an_older_page_while_it_changes)
{
	WORLD w = { 0 };

	world_begin(&w);
	CHECK_INT(read_with_threads(&w, TURNS, true), 0);
}

TEST(a_page_that_many_want_is_made_once)
{
	WORLD w = { 0 };

	world_begin(&w);
	w.app.slow = true;
	CHECK_INT(read_with_threads(&w, 1, false), 0);
	CHECK_INT(w.app.handled, 1);
}

TEST(a_page_that_fails_holds_nobody_up)
{
	WORLD w = { 0 };

	world_begin(&w);
	w.app.slow = w.app.broken = true;
	CHECK_INT(read_with_threads(&w, 1, false), READERS);
	w.app.broken = false;
	CHECK_INT(read_with_threads(&w, 1, false), 0);
}
