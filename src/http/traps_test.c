/* Requests that break the rules, as raw bytes: what the server library lets through must stop at the guard.
 */
#define _GNU_SOURCE
#include "http/client_testing.h"
#include "base/limits.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#define HEAD(rest) "GET / HTTP/1.1\r\nHost: a\r\n" rest "\r\n"
#define POST_HEAD(rest) "POST /api/echo HTTP/1.1\r\nHost: a\r\n" rest "\r\n"

struct trap {
	const char *name;
	struct str bytes;
	int status;  /* 0: closed without a reply */
	bool closes; /* the connection must be closed after it */
	bool twice;  /* the library refuses it itself, and says so twice before it closes */
};
static const struct trap traps[] = {
	{ "fine", S_INIT(HEAD("")), 200, false },
	{ "fine, 1.0", S_INIT("GET / HTTP/1.0\r\n\r\n"), 200, true },
	{ "fine, empty lines first", S_INIT("\r\n\r\n" HEAD("")), 200, false },
	{ "fine, blanks around a value", S_INIT(HEAD("X: \t y \t\r\nZ:z\r\nE:\r\n")), 200, false },
	{ "fine, chunked",
		S_INIT(POST_HEAD("Transfer-Encoding: chunked\r\n") "3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n"), 200,
		false },
	{ "NUL in the path", S_INIT("GET /\0b HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true },
	{ "NUL in the query", S_INIT("GET /?a\0b HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true },
	{ "NUL in the method", S_INIT("GE\0T / HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true },
	{ "NUL in the version", S_INIT("GET / HTTP/1.1\0x\r\nHost: a\r\n\r\n"), 400, true },
	{ "NUL in the host", S_INIT("GET / HTTP/1.1\r\nHost: a\0b\r\nX: y\r\n\r\n"), 400, true },
	{ "NUL in the last header", S_INIT(HEAD("X: y\0Content-Length: 3\r\n")), 400, true },
	{ "NUL in a header between", S_INIT(HEAD("X: \0\r\nY: z\r\n")), 400, true },
	{ "NUL in a header's name", S_INIT(HEAD("X\0: y\r\n")), 400, true },
	{ "NUL alone in a line", S_INIT(HEAD("\0\r\n")), 400, true },
	{ "NUL before a line end", S_INIT(HEAD("X: y\0\r\n")), 400, true },
	{ "length and chunks",
		S_INIT(POST_HEAD("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n") "0\r\n\r\n"), 400,
		true },
	{ "chunks and length",
		S_INIT(POST_HEAD("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n") "0\r\n\r\n"), 400,
		true },
	{ "length twice", S_INIT(POST_HEAD("Content-Length: 4\r\nContent-Length: 3\r\n") "abcd"), 400, true },
	{ "same length twice", S_INIT(POST_HEAD("Content-Length: 4\r\nContent-Length: 4\r\n") "abcd"), 400,
		true },
	{ "list of lengths", S_INIT(POST_HEAD("Content-Length: 4,4\r\n") "abcd"), 400, true, true },
	{ "length with a sign", S_INIT(POST_HEAD("Content-Length: +4\r\n") "abcd"), 400, true, true },
	{ "negative length", S_INIT(POST_HEAD("Content-Length: -4\r\n") "abcd"), 400, true, true },
	{ "length in hexadecimal", S_INIT(POST_HEAD("Content-Length: 0x4\r\n") "abcd"), 400, true, true },
	{ "length beyond 64 bits", S_INIT(POST_HEAD("Content-Length: 99999999999999999999\r\n") "a"), 413,
		true, true },
	{ "length beyond reason", S_INIT(POST_HEAD("Content-Length: 999999999\r\n") "a"), 413, true },
	{ "unknown coding", S_INIT(POST_HEAD("Transfer-Encoding: gzip\r\n") "abc"), 501, true },
	{ "coding with a prefix", S_INIT(POST_HEAD("Transfer-Encoding: xchunked\r\n") "0\r\n\r\n"), 501,
		true },
	{ "list of codings", S_INIT(POST_HEAD("Transfer-Encoding: gzip, chunked\r\n") "0\r\n\r\n"), 501,
		true },
	{ "coding twice",
		S_INIT(POST_HEAD("Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n") "0\r\n\r\n"), 400,
		true },
	{ "chunks in 1.0",
		S_INIT("POST /api/echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"),
		400, true },
	{ "broken chunk", S_INIT(POST_HEAD("Transfer-Encoding: chunked\r\n") "zz\r\nabc\r\n"), 400, true },
	{ "endless chunk", S_INIT(POST_HEAD("Transfer-Encoding: chunked\r\n") "fffffffffffffffff\r\n"), 413,
		true },
	{ "two hosts", S_INIT("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), 400, true },
	{ "same host twice", S_INIT("GET / HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n"), 400, true },
	{ "no host", S_INIT("GET / HTTP/1.1\r\n\r\n"), 400, true, true },
	{ "empty host", S_INIT("GET / HTTP/1.1\r\nHost: \r\n\r\n"), 400, true },
	{ "host with a path", S_INIT("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"), 400, true },
	{ "host with a user", S_INIT("GET / HTTP/1.1\r\nHost: u@a\r\n\r\n"), 400, true },
	{ "blank before a colon", S_INIT(HEAD("X : y\r\n")), 400, true },
	{ "blank before a name", S_INIT("GET / HTTP/1.1\r\n X: y\r\nHost: a\r\n\r\n"), 400, true },
	{ "folded line", S_INIT(HEAD("X: 1\r\n 2\r\n")), 400, true },
	{ "header without a colon", S_INIT(HEAD("XYZ\r\n")), 400, true },
	{ "header without a name", S_INIT(HEAD(": y\r\n")), 400, true },
	{ "bare line feeds", S_INIT("GET / HTTP/1.1\nHost: a\n\n"), 400, true },
	{ "one bare line feed", S_INIT(HEAD("X: y\nZ: z\r\n")), 400, true },
	{ "bare carriage return", S_INIT(HEAD("X: y\rZ: z\r\n")), 400, true },
	{ "control character", S_INIT(HEAD("X: a\x01z\r\n")), 400, true },
	{ "unknown expectation", S_INIT(POST_HEAD("Expect: tea\r\nContent-Length: 1\r\n") "a"), 417, true },
	{ "no version", S_INIT("GET /\r\nHost: a\r\n\r\n"), 400, true },
	{ "version 2", S_INIT("GET / HTTP/2.0\r\nHost: a\r\n\r\n"), 505, true },
	{ "whole address", S_INIT("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true },
	{ "star", S_INIT("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true },
	{ "tunnel", S_INIT("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true },
	{ "blank in the target", S_INIT("GET /a b HTTP/1.1\r\nHost: a\r\n\r\n"), 0, true },
	{ "broken percent code", S_INIT("GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true },
	{ "half a percent code", S_INIT("GET /%4 HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true },
	{ "NUL in percent code", S_INIT("GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true },
	{ "overlong UTF-8", S_INIT("GET /%c0%af HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true },
	{ "overlong dots", S_INIT("GET /%c0%ae%c0%ae/ HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true },
	{ "up and out", S_INIT("GET /../etc HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true },
	{ "up and out, hidden", S_INIT("GET /a/%2e%2e/etc HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true },
	{ "unknown method", S_INIT("BREW / HTTP/1.1\r\nHost: a\r\n\r\n"), 405, false },
	{ "body of a GET", S_INIT(HEAD("Content-Length: 4\r\n") "abcd"), 413, false },
};

TEST(traps_over_a_socket)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };

	if (!testbed_start(&t, NULL))
		return;
	for (size_t i = 0; i < COUNT(traps); i++) {
		bool closed;
		struct str reply = raw_talk(&t, traps[i].bytes, &closed);

		test_check(raw_status(reply) == traps[i].status, __FILE__, __LINE__, "%s: %d, not %d",
			traps[i].name, raw_status(reply), traps[i].status);
		test_check(raw_replies(reply) == (traps[i].status != 0) + traps[i].twice, __FILE__, __LINE__,
			"%s: %d replies", traps[i].name, raw_replies(reply));
		test_check(closed == traps[i].closes, __FILE__, __LINE__, "%s: closed %d", traps[i].name,
			closed);
	}
	testbed_stop(&t);
}

/* What hides behind the end of a refused request must not be answered as another one. */
TEST(nothing_is_smuggled)
{
	static const struct str first[] = {
		S_INIT(POST_HEAD("Content-Length: 0\r\nTransfer-Encoding: chunked\r\n")),
		S_INIT(POST_HEAD("Content-Length: 0\r\nContent-Length: 44\r\n")),
		S_INIT(POST_HEAD("Transfer-Encoding: xchunked\r\n")),
		S_INIT(HEAD("X: y\0\r\n")),
	};
	ARENA a = { 0 };
	struct testbed t = { .a = &a };

	if (!testbed_start(&t, NULL))
		return;
	for (size_t i = 0; i < COUNT(first); i++) {
		struct buf b = { .a = &a };

		buf_add(&b, first[i]);
		buf_add(&b, S(HEAD("")));
		struct str reply = raw_talk(&t, buf_str(&b), NULL);

		CHECK_INT(raw_replies(reply), 1);
		CHECK(raw_status(reply) >= 400);
	}
	testbed_stop(&t);
}

static struct str padded(struct arena *a, const char *before, size_t n, const char *after)
{
	struct buf b = { .a = a };

	buf_add(&b, str_of(before));
	for (size_t i = 0; i < n; i++)
		buf_char(&b, 'a');
	buf_add(&b, str_of(after));
	return buf_str(&b);
}

TEST(sizes)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };

	if (!testbed_start(&t, NULL))
		return;
	const char *end = " HTTP/1.1\r\nHost: a\r\n\r\n";

	CHECK_INT(
		raw_status(raw_talk(&t, padded(&a, "GET /?", LIMIT_HTTP_TARGET_BYTES - 2, end), NULL)), 200);
	CHECK_INT(
		raw_status(raw_talk(&t, padded(&a, "GET /?", LIMIT_HTTP_TARGET_BYTES - 1, end), NULL)), 414);
	CHECK_INT(raw_status(raw_talk(&t, padded(&a, "GET /", 100000, end), NULL)), 414);
	const char *start = "GET / HTTP/1.1\r\nHost: a\r\nX: ";

	CHECK_INT(raw_status(raw_talk(&t, padded(&a, start, 16000, "\r\n\r\n"), NULL)), 200);
	CHECK_INT(raw_status(raw_talk(&t, padded(&a, start, 17000, "\r\n\r\n"), NULL)), 431);
	CHECK_INT(raw_status(raw_talk(&t, padded(&a, start, 100000, "\r\n\r\n"), NULL)), 431);
	testbed_stop(&t);
}

TEST(number_of_headers)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };

	if (!testbed_start(&t, NULL))
		return;
	for (int extra = LIMIT_HTTP_HEADERS - 1; extra <= LIMIT_HTTP_HEADERS + 1; extra++) {
		struct buf b = { .a = &a };

		buf_add(&b, S("GET / HTTP/1.1\r\nHost: a\r\n"));
		for (int i = 0; i < extra; i++)
			buf_fmt(&b, "X%d: y\r\n", i);
		buf_add(&b, S("\r\n"));
		CHECK_INT(
			raw_status(raw_talk(&t, buf_str(&b), NULL)), extra < LIMIT_HTTP_HEADERS ? 200 : 431);
	}
	testbed_stop(&t);
}

TEST(bodies)
{
	static const struct {
		size_t bytes;
		int status;
	} cases[] = { { 50000, 200 }, { 50001, 413 }, { 500000, 413 }, { 2000000, 413 } };
	ARENA a = { 0 };
	struct testbed t = { .a = &a };

	if (!testbed_start(&t, NULL))
		return;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str head = str_fmt(&a,
			"POST /api/echo HTTP/1.1\r\nHost: a\r\nContent-Length: %zu\r\n\r\n", cases[i].bytes);

		CHECK_INT(raw_status(raw_talk(&t, padded(&a, str_c(&a, head), cases[i].bytes, ""), NULL)),
			cases[i].status);
	}
	testbed_stop(&t);
}

/* A head that comes in small pieces, and heads behind each other in one piece, look the same to the guard. */
TEST(pieces_do_not_matter)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };
	struct buf b = { .a = &a };
	bool closed;

	if (!testbed_start(&t, NULL))
		return;
	enum { PADDING = 300, FIELDS = 12, REQUESTS = 4, PIECE = 701 };
	for (int k = 0; k < REQUESTS; k++) {
		buf_add(&b, S("GET /page/x?y=z HTTP/1.1\r\nHost: a\r\n"));
		for (int i = 0; i < FIELDS; i++)
			buf_add(&b, padded(&a, "X: ", PADDING, "\r\n"));
		buf_add(&b, S("\r\n"));
	}
	CHECK_INT(raw_replies(raw_talk(&t, buf_str(&b), NULL)), REQUESTS);
	int fd = raw_connect(t.port);

	for (size_t at = 0; at < b.n; at += PIECE) {
		CHECK(raw_send(fd, str_sub(buf_str(&b), at, at + PIECE)));
		(void)usleep(1000);
	}
	struct str reply = raw_read(&a, fd, 400, &closed);

	CHECK_INT(raw_replies(reply), REQUESTS);
	CHECK_INT(raw_status(reply), 200);
	(void)close(fd);
	testbed_stop(&t);
}

static bool is_closed_within(int fd, int ms)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };
	char piece[4096];

	while (poll(&p, 1, ms) > 0)
		if (recv(fd, piece, sizeof piece, 0) <= 0)
			return true;
	return false;
}

/* Bytes that keep coming, slowly, are cut at the absolute deadline. */
static int64_t drip(struct testbed *t, struct str start, struct str drop)
{
	int fd = raw_connect(t->port);
	int64_t began = raw_now_ms();
	bool closed = false;

	CHECK(raw_send(fd, start));
	while (!closed && raw_now_ms() - began < 5000) {
		closed = !raw_send(fd, drop);
		if (!closed)
			closed = is_closed_within(fd, 20);
	}
	(void)close(fd);
	return raw_now_ms() - began;
}

TEST(slow_drips_are_cut)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };
	const struct server_options o = { .head_ms = 500, .body_ms = 700, .idle_ms = 600 };

	if (!testbed_start(&t, &o))
		return;
	int64_t ms = drip(&t, S("GET / HTTP/1.1\r\n"), S("X: y\r\n"));

	CHECK(ms >= 400 && ms < 4000);
	ms = drip(&t, S("GET /"), S("a"));
	CHECK(ms >= 400 && ms < 4000);
	ms = drip(&t, S(POST_HEAD("Content-Length: 40000\r\n")), S("a"));
	CHECK(ms >= 600 && ms < 4000);
	ms = drip(&t, S(POST_HEAD("Transfer-Encoding: chunked\r\n")), S("1\r\na\r\n"));
	CHECK(ms >= 600 && ms < 4000);
	ms = drip(&t, S(HEAD("") "GET / HTTP/1.1\r\n"), S("X: y\r\n")); /* the second request */
	CHECK(ms >= 500 && ms < 4000);
	ms = drip(&t, S(""), S("")); /* silence */
	CHECK(ms >= 400 && ms < 4000);
	testbed_stop(&t);
}

TEST(too_slow_is_said)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };
	const struct server_options o = { .head_ms = 300 };
	bool closed;

	if (!testbed_start(&t, &o))
		return;
	int fd = raw_connect(t.port);

	CHECK(raw_send(fd, S("GET / HT")));
	struct str reply = raw_read(&a, fd, 2000, &closed);

	CHECK_INT(raw_status(reply), 408);
	CHECK(closed);
	(void)close(fd);
	testbed_stop(&t);
}

static int count_answered(struct testbed *t, const struct server_options *o)
{
	int fds[20], answered = 0;

	if (!testbed_start(t, o))
		return -1;
	for (size_t i = 0; i < COUNT(fds); i++) {
		fds[i] = raw_connect(t->port);
		(void)raw_send(fds[i], S(HEAD("")));
		answered += !is_closed_within(fds[i], 100);
	}
	for (size_t i = 0; i < COUNT(fds); i++)
		(void)close(fds[i]);
	return answered;
}

TEST(connections_per_address)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };
	const struct server_options o = { .connections = 100, .connections_per_address = 8 };

	CHECK_INT(count_answered(&t, &o), 8);
	testbed_stop(&t);
}

/* Those beyond the limit are not lost: they wait in the queue of the system until others leave. */
TEST(connections_in_all)
{
	ARENA a = { 0 };
	struct testbed t = { .a = &a };
	const struct server_options o = { .connections = 8 };

	CHECK(count_answered(&t, &o) > 0);
	for (int i = 0; i < 20; i++)
		CHECK_INT(raw_status(raw_talk(
				  &t, S("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"), NULL)),
			200);
	testbed_stop(&t);
}
