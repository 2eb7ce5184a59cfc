/* The server as a whole, over sockets. */
#define _GNU_SOURCE
#include "http/client_testing.h"
#include "base/limits.h"

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/eventfd.h>
#include <unistd.h>

enum { LARGE = HTTP_LARGE_BODY_BYTES + 1 };
#define GET(path) S("GET " path " HTTP/1.1\r\nHost: a\r\n\r\n")
#define GET_CLOSE(path) S("GET " path " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")

static bool has(struct str s, const char *part)
{
	return str_find(s, str_of(part)) < s.n;
}

TEST(replies_with_headers)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };
	bool closed;

	if (!testbed_start(&t, NULL))
		return;
	struct str r = raw_talk(&t, GET_CLOSE("/"), &closed);

	CHECK(closed);
	CHECK_INT(raw_status(r), 200);
	CHECK(has(r, "Content-Length: 5\r\n") && str_ends(r, S("\r\n\r\nhello")));
	CHECK(has(r, "Content-Security-Policy: default-src 'none'"));
	CHECK(has(r, "ETag: W/\""));
	r = raw_talk(&t, GET_CLOSE("/nothing?x=secret"), NULL);
	CHECK_INT(raw_status(r), 404);
	CHECK(str_ends(r, S("<h1>404</h1>")));
	r = raw_talk(&t, S("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"), NULL);
	CHECK(has(r, "Content-Length: 5\r\n") && str_ends(r, S("\r\n\r\n")));
	r = raw_talk(&t, GET_CLOSE("/fault"), NULL);
	CHECK_INT(raw_status(r), 500);
	CHECK(!has(r, "disk"));
	testbed_stop(&t);
}

TEST(not_modified)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };

	if (!testbed_start(&t, NULL))
		return;
	struct str r = raw_talk(&t, GET_CLOSE("/"), NULL),
		   rest = str_sub(r, str_find(r, S("ETag: ")) + 6, r.n);
	struct str tag = str_sub(rest, 0, str_find_char(rest, '\r'));

	r = raw_talk(&t,
		str_fmt(&a, "GET / HTTP/1.1\r\nHost: a\r\nIf-None-Match: %.*s\r\nConnection: close\r\n\r\n",
			ARG(tag)),
		NULL);
	CHECK_INT(raw_status(r), 304);
	CHECK(str_ends(r, S("\r\n\r\n")));
	testbed_stop(&t);
}

TEST(compression)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };

	if (!testbed_start(&t, NULL))
		return;
	struct str r = raw_talk(&t,
		S("GET /page/x HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip, br\r\nConnection: "
		  "close\r\n\r\n"),
		NULL);

	CHECK(has(r, "Content-Encoding: br\r\n") && r.n < 2000);
	r = raw_talk(&t,
		S("GET /page/x HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br;q=0, gzip\r\nConnection: "
		  "close\r\n\r\n"),
		NULL);
	CHECK(has(r, "Content-Encoding: gzip\r\n") && r.n < 2000);
	r = raw_talk(&t, GET_CLOSE("/page/x"), NULL);
	CHECK(!has(r, "Content-Encoding") && r.n > 5000);
	testbed_stop(&t);
}

TEST(keep_alive_and_pipelining)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };
	bool closed;

	if (!testbed_start(&t, NULL))
		return;
	int fd = raw_connect(t.port);

	for (int i = 0; i < 5; i++) {
		CHECK(raw_send(fd, GET("/")));
		CHECK_INT(raw_status(raw_read(&a, fd, 100, &closed)), 200);
		CHECK(!closed);
	}
	CHECK(raw_send(fd, S("GET / HTTP/1.1\r\nHost: a\r\n\r\nPOST /api/echo HTTP/1.1\r\nHost: a\r\n"
			     "Content-Length: 3\r\n\r\nxyzGET /page/q HTTP/1.1\r\nHost: a\r\n\r\n")));
	struct str r = raw_read(&a, fd, 300, &closed);

	CHECK_INT(raw_replies(r), 3);
	CHECK(has(r, "3:xyz"));
	(void)close(fd);
	testbed_stop(&t);
}

/* A head that promises so many bytes; the server says whether it wants them. */
static int promise(struct testbed *t, int fd, int bytes)
{
	bool closed;
	bool sent = raw_send(
		fd, str_fmt(t->a,
			    "POST /api/large HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nExpect: "
			    "100-continue\r\nContent-Length: %d\r\n\r\n",
			    bytes));

	return sent ? raw_status(raw_read(t->a, fd, 100, &closed)) : 0;
}

/* A slow sender of large bodies keeps others from sending some, and from nothing else. */
TEST(large_bodies_are_counted)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };
	int held[LIMIT_HTTP_LARGE_BODIES], again = 0;
	bool closed;

	if (!testbed_start(&t, NULL))
		return;
	for (size_t i = 0; i < COUNT(held); i++) {
		held[i] = raw_connect(t.port);
		CHECK_INT(promise(&t, held[i], LARGE), 100);
	}
	int late = raw_connect(t.port), small = raw_connect(t.port);

	CHECK_INT(promise(&t, late, LARGE), 503);
	CHECK_INT(promise(&t, small, 5), 100);
	CHECK(raw_send(small, S("hello")));
	CHECK_INT(raw_status(raw_read(&a, small, 100, &closed)), 200);
	for (size_t i = 0; i < COUNT(held); i++)
		CHECK(close(held[i]) == 0);
	for (int i = 0; i < 50 && again != 100; i++) {
		int fd = raw_connect(t.port);

		again = promise(&t, fd, LARGE);
		CHECK(close(fd) == 0);
	}
	CHECK_INT(again, 100);
	CHECK(close(late) == 0 && close(small) == 0);
	testbed_stop(&t);
}

TEST(streams)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };
	bool closed;

	if (!testbed_start(&t, NULL))
		return;
	struct str r = raw_talk(&t, GET_CLOSE("/stream"), &closed);

	CHECK(has(r, "Transfer-Encoding: chunked\r\n"));
	CHECK(has(r, "Content-Disposition: attachment; filename=\"x.csv\""));
	CHECK(r.n > 500000 && str_ends(r, S("\r\n0\r\n\r\n")));
	r = raw_talk(&t, S("GET /stream HTTP/1.0\r\n\r\n"), &closed);
	CHECK(closed && r.n > 500000 && str_ends(r, S("yyyy")));
	/* Broken off in the middle: no end mark, so the client knows. */
	r = raw_talk(&t, GET("/broken-stream"), &closed);
	CHECK(closed && has(r, "beginning") && !str_ends(r, S("0\r\n\r\n")));
	/* A client that leaves in the middle must not disturb anybody. */
	int fd = raw_connect(t.port);

	CHECK(raw_send(fd, GET("/stream")));
	(void)close(fd);
	CHECK_INT(raw_status(raw_talk(&t, GET_CLOSE("/"), NULL)), 200);
	testbed_stop(&t);
}

struct parallel {
	struct testbed *t;
	struct str bytes;
	struct arena a;
	int status;
	int64_t ms;
};

static void *talk(void *arg)
{
	struct parallel *p = arg;
	struct testbed own = { .a = &p->a, .port = p->t->port };
	int64_t began = raw_now_ms();

	p->status = raw_status(raw_talk(&own, p->bytes, NULL));
	p->ms = raw_now_ms() - began;
	return NULL;
}

enum { CLIENTS = 64 };
static void talk_in_parallel(struct parallel *all, size_t n)
{
	pthread_t threads[CLIENTS];

	for (size_t i = 0; i < n; i++)
		if (!CHECK(pthread_create(&threads[i], NULL, talk, &all[i]) == 0))
			return;
	for (size_t i = 0; i < n; i++)
		pthread_join(threads[i], NULL);
	for (size_t i = 0; i < n; i++)
		arena_free(&all[i].a);
}

TEST(many_clients_at_once)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };
	struct parallel all[CLIENTS];

	if (!testbed_start(&t, NULL))
		return;
	for (size_t i = 0; i < CLIENTS; i++)
		all[i] = (struct parallel){ .t = &t,
			.bytes = i % 2 ? GET_CLOSE("/page/x") : GET_CLOSE("/stream") };
	talk_in_parallel(all, CLIENTS);
	for (size_t i = 0; i < CLIENTS; i++)
		CHECK_INT(all[i].status, 200);
	testbed_stop(&t);
}

TEST(waiting_handlers_do_not_block_others)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };
	struct parallel all[32];

	if (!testbed_start(&t, NULL))
		return;
	for (size_t i = 0; i < COUNT(all); i++)
		all[i] = (struct parallel){ .t = &t, .bytes = i < 20 ? GET_CLOSE("/slow") : GET_CLOSE("/") };
	int64_t began = raw_now_ms();

	talk_in_parallel(all, COUNT(all));
	CHECK(raw_now_ms() - began < 1500); /* one after the other: 4 seconds */
	int quick = 0;

	for (size_t i = 0; i < COUNT(all); i++) {
		CHECK_INT(all[i].status, 200);
		CHECK(i >= 20 || all[i].ms >= 200);
		quick += i >= 20 && all[i].ms < 190;
	}
	CHECK(quick >= 6); /* of 12; the machine may be busy */
	testbed_stop(&t);
}

TEST(stop_lets_requests_finish)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };
	bool closed;

	if (!testbed_start(&t, NULL))
		return;
	int running = raw_connect(t.port), idle = raw_connect(t.port);

	CHECK(raw_send(running, GET("/slow")));
	while (!atomic_load(&t.app.running))
		(void)usleep(1000);
	testbed_stop(&t);
	struct str r = raw_read(&a, running, 500, &closed);

	CHECK_INT(raw_status(r), 200);
	CHECK(closed && has(r, "Connection: close") && str_ends(r, S("slow")));
	CHECK_INT(raw_read(&a, idle, 500, &closed).n, 0);
	CHECK(closed);
	CHECK_INT(raw_connect(t.port), -1);
	(void)close(running), (void)close(idle);
}

TEST(stop_does_not_wait_for_ever)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };
	const struct server_options o = { .stop_ms = 50 };

	if (!testbed_start(&t, &o))
		return;
	int fd = raw_connect(t.port);

	CHECK(raw_send(fd, GET("/slow")));
	while (!atomic_load(&t.app.running))
		(void)usleep(1000);
	const struct fault *f = server_stop(&a, t.server);

	CHECK(f && f->kind == FAULT_BUSY);
	(void)usleep(500000);
	testbed_stop(&t);
	(void)close(fd);
}

TEST(run_until_told)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };
	int fd = eventfd(1, EFD_CLOEXEC);

	if (!testbed_start(&t, NULL))
		return;
	CHECK_OK(server_run_until(&a, t.server, fd));
	CHECK_INT(raw_connect(t.port), -1);
	(void)close(fd), (void)close(t.log_read);
}

static struct reply plain_error(struct request *rq, int status, struct str detail)
{
	(void)rq;
	return reply_text(status, detail);
}

TEST(address_in_use)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };

	if (!testbed_start(&t, NULL))
		return;
	struct testbed second = { .a = &a };
	const struct route none = { METHOD_GET, "/", server_health_get, PERMISSION_PUBLIC, 0, 0 };
	struct server_options o = { .gate = { &none, 1, NULL, false }, .port = t.port, .log = -1 };

	CHECK(server_start(&a, &o, &second.server)); /* no error page */
	o.gate.error_page = plain_error;
	const struct fault *f = server_start(&a, &o, &second.server);

	CHECK(f && f->kind == FAULT_BUSY && has(f->what, "another"));
	testbed_stop(&t);
}

TEST(log_has_routes_and_nothing_personal)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };
	char text[8192];

	if (!testbed_start(&t, NULL))
		return;
	(void)raw_talk(&t,
		S("GET /page/nguyen-van-a?phone=0912345678 HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: "
		  "10.9.8.7\r\nCookie: k=geheim\r\nConnection: close\r\n\r\n"),
		NULL);
	(void)raw_talk(&t, GET_CLOSE("/fault"), NULL);
	(void)raw_talk(&t, GET_CLOSE("/%zz"), NULL);
	ssize_t n = read(t.log_read, text, sizeof text);
	struct str log = { text, n > 0 ? (size_t)n : 0 };

	CHECK(has(log, "\"method\":\"GET\",\"route\":\"/page/:name\",\"status\":200,\"ms\":"));
	CHECK(has(log, "\"status\":500") && has(log, "\"fault\":\"the \\\"disk\\\" broke\",\"at\":\""));
	CHECK(has(log, "\"event\":\"refused\",\"status\":400}\n"));
	CHECK(!has(log, "nguyen") && !has(log, "0912") && !has(log, "10.9") && !has(log, "127.0") &&
		!has(log, "geheim"));
	testbed_stop(&t);
}

TEST(operations)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };

	if (!testbed_start(&t, NULL))
		return;
	(void)raw_talk(&t, GET_CLOSE("/page/x"), NULL);
	(void)raw_talk(&t, GET_CLOSE("/none"), NULL);
	struct str r = raw_talk(&t, GET_CLOSE("/metrics"), NULL);

	CHECK_INT(raw_status(r), 200);
	CHECK(has(r, "motcua_http_requests_total{method=\"GET\",route=\"/page/:name\",status=\"2xx\"} 1\n"));
	CHECK(has(r, "motcua_http_requests_total{method=\"\",route=\"\",status=\"4xx\"} 1\n"));
	CHECK(has(r, "motcua_http_request_seconds_count 2\n") && has(r, "motcua_http_in_flight 1\n"));
	CHECK(!has(r, "process_resident_memory_bytes 0\n"));
	CHECK_INT(raw_status(raw_talk(&t,
			  S("GET /metrics HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 1.2.3.4\r\nConnection: "
			    "close\r\n\r\n"),
			  NULL)),
		403);
	CHECK_INT(raw_status(raw_talk(&t, GET_CLOSE("/healthz"), NULL)), 200);
	testbed_stop(&t);
}
