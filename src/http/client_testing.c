#define _GNU_SOURCE
#include "http/client_testing.h"
#include "base/limits.h"
#include "http/engine.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
	MS = 1000,
	NS_PER_MS = 1000000,
	QUIET_MS = 300,
	PATIENT_MS = 10000,
	FIRST_BYTE_MS = 2000,
	PIECES = 50,
	PIECE_BYTES = 10000,
	PAGE_BYTES = 5000
};

static void sleep_ms(int64_t ms)
{
	const struct timespec t = { ms / MS, ms % MS * NS_PER_MS };

	(void)nanosleep(&t, NULL);
}

int64_t raw_now_ms(void)
{
	return monotonic_us() / MS;
}

static struct reply hello(struct request *rq)
{
	(void)rq;
	return reply_text(200, S("hello"));
}

static struct reply slow(struct request *rq)
{
	atomic_fetch_add(&rq->app->running, 1);
	sleep_ms(200);
	atomic_fetch_sub(&rq->app->running, 1);
	return reply_text(200, S("slow"));
}

static struct reply echo(struct request *rq)
{
	return reply_text(200, str_fmt(rq->a, "%zu:%.*s", rq->body.n, ARG(str_sub(rq->body, 0, 20))));
}

static struct reply page(struct request *rq)
{
	struct buf b = { .a = rq->a };

	while (b.n < PAGE_BYTES)
		buf_add(&b, S("<p>one line of a page</p>\n"));
	return reply_html(200, buf_str(&b));
}

static const struct fault *next_piece(void *state, struct buf *out, bool *more)
{
	struct request *rq = state;
	int n = atomic_fetch_add(&rq->app->pieces, 1) + 1;

	for (int i = 0; i < PIECE_BYTES; i++)
		buf_char(out, (char)('a' + n % 26));
	*more = n < PIECES;
	return NULL;
}

static struct reply stream(struct request *rq)
{
	atomic_store(&rq->app->pieces, 0);
	return reply_stream(rq, S("text/csv"), S("x.csv"), (struct http_stream){ next_piece, rq });
}

static const struct fault *broken_piece(void *state, struct buf *out, bool *more)
{
	struct request *rq = state;

	buf_add(out, S("beginning"));
	*more = true;
	return atomic_fetch_add(&rq->app->pieces, 1) < 2 ? NULL : FAULT(rq->a, FAULT_IO, "cable cut");
}

static struct reply broken_stream(struct request *rq)
{
	atomic_store(&rq->app->pieces, 0);
	return reply_stream(rq, S("text/csv"), S("x.csv"), (struct http_stream){ broken_piece, rq });
}

static struct reply fault(struct request *rq)
{
	return reply_fault(FAULT(rq->a, FAULT_IO, "the \"disk\" broke"));
}

static struct reply error_page(struct request *rq, int status, struct str detail)
{
	(void)detail;
	return reply_html(status, str_fmt(rq->a, "<h1>%d</h1>", status));
}

enum { ECHO_LIMIT = 50000, LARGE_LIMIT = 2 * HTTP_LARGE_BODY_BYTES };
static const struct route routes[] = {
	{ METHOD_GET, "/", hello, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/slow", slow, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/page/:name", page, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_POST, "/api/echo", echo, PERMISSION_PUBLIC, ECHO_LIMIT, ROUTE_API },
	{ METHOD_POST, "/api/large", echo, PERMISSION_PUBLIC, LARGE_LIMIT, ROUTE_API },
	{ METHOD_GET, "/stream", stream, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/broken-stream", broken_stream, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/fault", fault, PERMISSION_PUBLIC, 0, ROUTE_PAGE },
	{ METHOD_GET, "/metrics", server_metrics_get, PERMISSION_OPERATIONS, 0, ROUTE_API },
	{ METHOD_GET, "/healthz", server_health_get, PERMISSION_PUBLIC, 0, ROUTE_API },
};

bool testbed_start(struct testbed *t, const struct server_options *o)
{
	struct server_options options = o ? *o : (struct server_options){ 0 };
	int log[2];

	if (!CHECK(pipe2(log, O_CLOEXEC | O_NONBLOCK) == 0))
		return false;
	t->log_read = log[0];
	options.log = log[1];
	options.gate = (struct gate){ routes, COUNT(routes), error_page, false };
	options.app = &t->app;
	const struct fault *f = server_start(t->a, &options, &t->server);

	if (!test_check(!f, __FILE__, __LINE__, "%.*s", ARG(f ? f->what : S(""))))
		return false;
	t->port = server_port(t->server);
	return CHECK(t->port > 0);
}

void testbed_stop(struct testbed *t)
{
	const struct fault *f = server_stop(t->a, t->server);

	test_check(!f, __FILE__, __LINE__, "%.*s", ARG(f ? f->what : S("")));
	(void)close(t->log_read);
}

int raw_connect(uint16_t port)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(port) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (connect(fd, (const struct sockaddr *)&to, sizeof to) == 0)
		return fd;
	(void)close(fd);
	return -1;
}

bool raw_send(int fd, struct str bytes)
{
	while (bytes.n) {
		ssize_t n = send(fd, bytes.p, bytes.n, MSG_NOSIGNAL);

		if (n <= 0)
			return false;
		bytes = str_sub(bytes, (size_t)n, bytes.n);
	}
	return true;
}

struct str raw_read(struct arena *a, int fd, int quiet_ms, bool *closed)
{
	struct buf b = { .a = a };
	struct pollfd p = { .fd = fd, .events = POLLIN };
	char piece[16384];

	*closed = false;
	/* The first byte may take its time on a busy machine. */
	while (poll(&p, 1, b.n ? quiet_ms : quiet_ms + FIRST_BYTE_MS) > 0) {
		ssize_t n = recv(fd, piece, sizeof piece, 0);

		if (n <= 0) {
			*closed = true;
			break;
		}
		buf_add(&b, (struct str){ piece, (size_t)n });
	}
	return buf_str(&b);
}

struct str raw_talk(struct testbed *t, struct str bytes, bool *closed)
{
	bool ignored;
	int fd = raw_connect(t->port);

	if (!CHECK(fd >= 0))
		return (struct str){ 0 };
	(void)raw_send(fd, bytes);
	bool ends = str_find(bytes, S("Connection: close")) < bytes.n;
	struct str reply = raw_read(t->a, fd, ends ? PATIENT_MS : QUIET_MS, closed ? closed : &ignored);

	(void)close(fd);
	return reply;
}

int raw_status(struct str reply)
{
	int64_t n;

	if (!str_starts(reply, S("HTTP/1.1 ")) || !str_int(str_sub(reply, 9, 12), &n))
		return 0;
	return (int)n;
}

int raw_replies(struct str reply)
{
	int n = 0;

	for (size_t at = str_find(reply, S("HTTP/1.1 ")); at < reply.n;
		at = str_find(reply, S("HTTP/1.1 "))) {
		reply = str_sub(reply, at + 1, reply.n);
		n++;
	}
	return n;
}
