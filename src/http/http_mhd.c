/*
 * libmicrohttpd behind the server. Per request: begin() when the request line is there, handle() once for
 * the head, then for each piece of the body, then once to hand it to a worker while the connection is
 * suspended, and once more with the reply; end() in every case.
 */
#define _GNU_SOURCE
#include "http/engine.h"
#include "http/guard.h"
#include "base/limits.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
	STREAM_BLOCK_BYTES = 16 << 10,
	SLOWEST_BYTES_PER_MS = 8, /* a reply gets so much more time to be sent */
	CRLF = 2,
};
/* Whose memory layout shows the bytes it hides, see is_damaged(). */
#define LEAKY_VERSION "0.9.75"
#define TOO_SLOW S("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")

struct connection {
	size_t slot; /* in the table of deadlines, and in the table of connections */
	char address[INET6_ADDRSTRLEN];
};
struct engine {
	struct server *s;
	struct MHD_Daemon *daemon;
	struct connection *connections; /* by slot */
	int listening;                  /* after stop_listening(): ours to close; else -1 */
};

enum exchange_state { HEAD_OPEN, BODY_OPEN, AT_WORK, ANSWERED };
/* One request with its reply; lives in its own arena, from begin() to end(). */
struct exchange {
	struct job job; /* first: a job is its exchange */
	struct arena arena;
	struct engine *e;
	struct MHD_Connection *c;
	struct connection *at;
	enum exchange_state state;
	size_t line_bytes; /* of the target as sent */
	size_t body_limit, received;
	bool is_large; /* counted in server.large_bodies */
	struct buf body;
	int64_t started_us;
	struct request rq;
	struct reply reply;
	struct arena piece_arena; /* of a stream: the piece that is being sent */
	struct buf piece;
	size_t sent;
	bool more;
	const struct fault *broken;
};

static struct connection *connection_of(struct MHD_Connection *c)
{
	const union MHD_ConnectionInfo *i = MHD_get_connection_info(c, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

	if (!i || !i->socket_context)
		impossible();
	return i->socket_context;
}

static void set_deadline(struct exchange *x, int64_t ms, struct str say)
{
	deadlines_set(x->e->s->deadlines, x->at->slot, ms, say);
}

static void write_address(const struct sockaddr *a, char *out)
{
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;

	out[0] = 0;
	if (a->sa_family == AF_INET) {
		memcpy(&v4, a, sizeof v4);
		(void)inet_ntop(AF_INET, &v4.sin_addr, out, INET6_ADDRSTRLEN);
	} else if (a->sa_family == AF_INET6) {
		memcpy(&v6, a, sizeof v6);
		(void)inet_ntop(AF_INET6, &v6.sin6_addr, out, INET6_ADDRSTRLEN);
	}
}

static void connected(struct engine *e, struct MHD_Connection *c, void **context)
{
	int fd = MHD_get_connection_info(c, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
	size_t slot;

	if (!deadlines_add(e->s->deadlines, fd, &slot))
		impossible(); /* the library admits no more than there are slots */
	struct connection *at = &e->connections[slot];

	at->slot = slot;
	write_address(
		MHD_get_connection_info(c, MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr, at->address);
	deadlines_set(e->s->deadlines, slot, e->s->o.head_ms, TOO_SLOW);
	atomic_fetch_add(&e->s->metrics.connections, 1);
	*context = at;
}

static void on_connection(
	void *arg, struct MHD_Connection *c, void **context, enum MHD_ConnectionNotificationCode code)
{
	struct engine *e = arg;

	if (code == MHD_CONNECTION_NOTIFY_STARTED) {
		connected(e, c, context);
	} else {
		struct connection *at = *context;

		deadlines_remove(e->s->deadlines, at->slot);
		atomic_fetch_sub(&e->s->metrics.connections, 1);
	}
}

static void *begin(void *arg, const char *target, struct MHD_Connection *c)
{
	struct engine *e = arg;
	struct arena own = { 0 };
	struct exchange *x = NEW(&own, struct exchange);

	*x = (struct exchange){ .arena = own, .e = e, .c = c, .line_bytes = strlen(target) };
	x->at = connection_of(c);
	x->rq.a = x->body.a = &x->arena;
	x->piece.a = &x->piece_arena;
	x->rq.query = str_dup(&x->arena, str_sub(str_of(target), 0, LIMIT_HTTP_TARGET_BYTES + 1));
	atomic_fetch_add(&e->s->metrics.in_flight, 1);
	return x;
}

static void end(void *arg, struct MHD_Connection *c, void **context, enum MHD_RequestTerminationCode code)
{
	struct engine *e = arg;
	struct exchange *x = *context;

	(void)c, (void)code;
	if (!x)
		return;
	assert(x->state != AT_WORK);
	set_deadline(x, e->s->o.idle_ms, S(""));
	if (x->is_large)
		atomic_fetch_sub(&e->s->large_bodies, 1);
	struct arena own = x->arena;

	arena_free(&x->piece_arena);
	arena_free(&own);
	*context = NULL;
	atomic_fetch_sub(&e->s->metrics.in_flight, 1);
}

/* The library would decode the path itself; we read the target as it was sent. */
static size_t leave_as_sent(void *arg, struct MHD_Connection *c, char *s)
{
	(void)arg, (void)c;
	return strlen(s);
}

struct head_visit {
	struct http_header *headers; /* LIMIT_HTTP_HEADERS + 1 */
	size_t count;
	const char *end; /* of what was seen so far */
	bool gap;        /* something stood between two headers */
};

static enum MHD_Result visit_header(
	void *arg, enum MHD_ValueKind kind, const char *key, size_t key_n, const char *value, size_t value_n)
{
	struct head_visit *v = arg;

	(void)kind;
	if (key != v->end + CRLF)
		v->gap = true;
	v->end = value ? value + value_n : key + key_n;
	if (v->count <= LIMIT_HTTP_HEADERS)
		v->headers[v->count++] = (struct http_header){ { key, key_n }, { value, value_n } };
	return MHD_YES;
}

/*
 * Version 0.9.75 reads the head in place and cuts it with NULs: what it hides behind a NUL that the client
 * sent still stands between the parts it shows. So method, target, version and headers must follow each other
 * without a gap, two bytes of line end between lines, and fill the head. Newer versions refuse such heads.
 */
static bool is_damaged(const struct exchange *x, const struct head_visit *v, const char *method,
	const char *url, const char *version, size_t bytes)
{
	if (strcmp(MHD_get_version(), LEAKY_VERSION) != 0)
		return false;
	return v->gap || url != method + strlen(method) + 1 || version != url + x->line_bytes + 1 ||
	       v->end + CRLF + CRLF != method + bytes;
}

static enum http_method method_of(struct str s)
{
	for (enum http_method m = METHOD_GET; m <= METHOD_OPTIONS; m++)
		if (str_eq(http_method_text(m), s))
			return m;
	return METHOD_OTHER;
}

static void response_end(struct MHD_Response **r)
{
	if (*r)
		MHD_destroy_response(*r);
}

/* The bytes stay ours; the library only reads them, but its type says otherwise. */
static struct MHD_Response *response_of(struct str bytes)
{
	void *p;

	memcpy(&p, &bytes.p, sizeof p);
	return MHD_create_response_from_buffer(bytes.n, p, MHD_RESPMEM_PERSISTENT);
}

/* An answer without a page, before the body: the library closes the connection after it. */
static enum MHD_Result refuse(struct exchange *x, int status)
{
	struct str text = str_fmt(&x->arena, "%d %.*s\n", status, ARG(http_status_text(status)));
	cleanup_with(response_end) struct MHD_Response *r = response_of(text);

	server_refused(x->e->s, status);
	x->state = ANSWERED;
	if (!r || MHD_add_response_header(r, "Connection", "close") != MHD_YES ||
		MHD_add_response_header(r, "Content-Type", "text/plain") != MHD_YES)
		return MHD_NO;
	set_deadline(x, x->e->s->o.send_ms, S(""));
	return MHD_queue_response(x->c, (unsigned)status, r);
}

/* How much of a body too large is read to its end. */
static int64_t discard_limit(const struct exchange *x)
{
	return x->body_limit > HTTP_LARGE_BODY_BYTES ? LIMIT_HTTP_LARGE_DISCARD_BYTES
						     : LIMIT_HTTP_DISCARD_BYTES;
}

/* Returns 0 or the status to refuse the body with. Those that take much memory are counted: a browser that
 * comes too much is told to come back, and the others go on. */
static int admit_body(struct exchange *x, int64_t length)
{
	int64_t ms = x->e->s->o.body_ms;

	if (length > discard_limit(x) && length > (int64_t)x->body_limit)
		return 413;
	if (x->body_limit > HTTP_LARGE_BODY_BYTES && (length < 0 || length > HTTP_LARGE_BODY_BYTES)) {
		x->is_large = true;
		if (atomic_fetch_add(&x->e->s->large_bodies, 1) >= LIMIT_HTTP_LARGE_BODIES)
			return 503;
		ms *= LIMIT_HTTP_LARGE_BODY_TIMES;
	}
	set_deadline(x, length ? ms : 0, length ? TOO_SLOW : S(""));
	return 0;
}

/* Returns 0 or the status to refuse it with. */
static int admit(struct exchange *x, const struct head *h)
{
	int status = guard_head(h);

	if (status)
		return status;
	if (!request_set_target(&x->rq, h->target))
		return 400;
	x->rq.headers = head_known(&x->arena, h);
	x->rq.remote = str_of(x->at->address);
	const struct route *route = route_find(&x->e->s->o.gate, x->rq.method, x->rq.path);

	x->body_limit = route ? route->body_limit : 0;
	status = admit_body(x, head_body_length(h));
	if (!status)
		x->state = BODY_OPEN;
	return status;
}

static enum MHD_Result read_head(struct exchange *x, const char *url, const char *method, const char *version)
{
	const union MHD_ConnectionInfo *size =
		MHD_get_connection_info(x->c, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
	struct head_visit v = { .end = version + strlen(version) };
	struct head h = { .bytes = size ? size->header_size : 0 };

	v.headers = NEW_ARRAY(&x->arena, struct http_header, LIMIT_HTTP_HEADERS + 1);
	(void)MHD_get_connection_values_n(x->c, MHD_HEADER_KIND, visit_header, &v);
	h.damaged = is_damaged(x, &v, method, url, version, h.bytes);
	h.http_1_0 = strcmp(version, MHD_HTTP_VERSION_1_0) == 0;
	h.target = x->rq.query; /* begin() left it there */
	h.headers = v.headers;
	h.count = v.count;
	x->rq.method = method_of(str_of(method));
	x->started_us = monotonic_us();
	int status = admit(x, &h);

	return status ? refuse(x, status) : MHD_YES;
}

/* A body that is too large is read to its end, within reason, so that the client hears why. */
static enum MHD_Result take_body(struct exchange *x, const char *data, size_t n)
{
	x->received += n;
	if (x->received > x->body_limit) {
		x->rq.body_refused = true;
		return (int64_t)x->received > discard_limit(x) ? MHD_NO : MHD_YES;
	}
	buf_add(&x->body, (struct str){ data, n });
	return MHD_YES;
}

/* On a worker. After the resume the exchange may be gone. */
static void run(struct job *job, int worker)
{
	struct exchange *x = (struct exchange *)job;

	x->rq.worker = worker;
	x->rq.body = buf_str(&x->body);
	server_run(x->e->s, &x->rq, x->started_us, &x->reply);
	x->more = x->reply.stream.next != NULL;
	x->state = ANSWERED;
	MHD_resume_connection(x->c);
}

static enum MHD_Result hand_over(struct exchange *x)
{
	x->state = AT_WORK;
	set_deadline(x, 0, S(""));
	x->job.run = run;
	MHD_suspend_connection(x->c);
	pool_submit(x->e->s->pool, &x->job);
	return MHD_YES;
}

/* On a worker: the next piece of a stream. */
static void make_piece(struct job *job, int worker)
{
	struct exchange *x = (struct exchange *)job;

	x->rq.worker = worker;
	arena_reset(&x->piece_arena);
	x->piece = (struct buf){ .a = &x->piece_arena };
	x->sent = 0;
	x->broken = x->reply.stream.next(x->reply.stream.state, &x->piece, &x->more);
	if (x->broken)
		server_stream_failed(x->e->s, &x->rq, x->broken);
	x->state = ANSWERED;
	MHD_resume_connection(x->c);
}

static ssize_t read_stream(void *arg, uint64_t at, char *out, size_t room)
{
	struct exchange *x = arg;
	size_t n = x->piece.n - x->sent;

	(void)at;
	if (x->broken)
		return MHD_CONTENT_READER_END_WITH_ERROR;
	if (n) {
		n = n < room ? n : room;
		memcpy(out, x->piece.p + x->sent, n);
		x->sent += n;
		return (ssize_t)n;
	}
	if (!x->more)
		return MHD_CONTENT_READER_END_OF_STREAM;
	x->state = AT_WORK;
	set_deadline(x, x->e->s->o.send_ms, S(""));
	x->job.run = make_piece;
	MHD_suspend_connection(x->c);
	pool_submit(x->e->s->pool, &x->job);
	return 0;
}

static bool add_header(struct exchange *x, struct MHD_Response *to, struct str name, struct str value)
{
	if (!value.n)
		return true;
	return MHD_add_response_header(to, str_c(&x->arena, name), str_c(&x->arena, value)) == MHD_YES;
}

static bool add_headers(struct exchange *x, struct MHD_Response *to)
{
	const struct reply *r = &x->reply;
	bool ok = add_header(x, to, S("Content-Type"), r->type) &&
		  add_header(x, to, S("Location"), r->location);

	for (size_t i = 0; i < r->header_count && ok; i++)
		ok = add_header(x, to, r->headers[i].name, r->headers[i].value);
	if (atomic_load(&x->e->s->stopping))
		ok = ok && add_header(x, to, S("Connection"), S("close"));
	return ok;
}

static enum MHD_Result answer(struct exchange *x)
{
	struct str body = x->reply.body;
	int64_t ms = x->e->s->o.send_ms + (int64_t)body.n / SLOWEST_BYTES_PER_MS;
	cleanup_with(response_end) struct MHD_Response *r =
		x->reply.stream.next ? MHD_create_response_from_callback(
					       MHD_SIZE_UNKNOWN, STREAM_BLOCK_BYTES, read_stream, x, NULL)
				     : response_of(body);

	if (!r || !add_headers(x, r))
		return MHD_NO;
	set_deadline(x, ms, S(""));
	return MHD_queue_response(x->c, (unsigned)x->reply.status, r);
}

static enum MHD_Result handle(void *arg, struct MHD_Connection *c, const char *url, const char *method,
	const char *version, const char *data, size_t *size, void **context)
{
	struct exchange *x = *context;
	size_t n = *size;

	(void)arg, (void)c;
	*size = 0;
	switch (x->state) {
	case HEAD_OPEN: return read_head(x, url, method, version);
	case BODY_OPEN: return n ? take_body(x, data, n) : hand_over(x);
	case AT_WORK: return MHD_YES;
	case ANSWERED: return answer(x);
	}
	impossible();
}

static struct MHD_Daemon *start_daemon(struct engine *e, const struct sockaddr *address, unsigned flags)
{
	const struct server_options *o = &e->s->o;

	return MHD_start_daemon(
		flags | MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC, o->port, NULL,
		NULL, handle, e, MHD_OPTION_SOCK_ADDR, address, MHD_OPTION_STRICT_FOR_CLIENT, 1,
		MHD_OPTION_THREAD_POOL_SIZE, (unsigned)HTTP_IO_THREADS, MHD_OPTION_THREAD_STACK_SIZE,
		(size_t)HTTP_WORKER_STACK_BYTES, MHD_OPTION_CONNECTION_LIMIT, (unsigned)o->connections,
		MHD_OPTION_PER_IP_CONNECTION_LIMIT, (unsigned)o->connections_per_address,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HTTP_CONNECTION_BYTES,
		MHD_OPTION_CONNECTION_TIMEOUT, 0u, MHD_OPTION_URI_LOG_CALLBACK, begin, e,
		MHD_OPTION_UNESCAPE_CALLBACK, leave_as_sent, NULL, MHD_OPTION_NOTIFY_COMPLETED, end, e,
		MHD_OPTION_NOTIFY_CONNECTION, on_connection, e, MHD_OPTION_END);
}

static struct MHD_Daemon *start_on_address(struct engine *e)
{
	struct sockaddr_in v4 = { .sin_family = AF_INET, .sin_port = htons(e->s->o.port) };
	struct sockaddr_in6 v6 = { .sin6_family = AF_INET6, .sin6_port = htons(e->s->o.port) };

	if (inet_pton(AF_INET, e->s->o.address, &v4.sin_addr) == 1)
		return start_daemon(e, (const struct sockaddr *)&v4, MHD_NO_FLAG);
	if (inet_pton(AF_INET6, e->s->o.address, &v6.sin6_addr) == 1)
		return start_daemon(e, (const struct sockaddr *)&v6, MHD_USE_DUAL_STACK);
	return NULL;
}

const struct fault *engine_start(struct arena *a, struct server *s, struct engine **out)
{
	struct engine *e = NEW(a, struct engine);
	sigset_t all, before;

	e->s = s;
	e->listening = -1;
	e->connections = NEW_ARRAY(a, struct connection, engine_slots(s));
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	e->daemon = start_on_address(e);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (!e->daemon)
		return FAULT(a, FAULT_BUSY,
			"cannot listen on %s port %d: is another server running there? choose another port",
			s->o.address, (int)s->o.port);
	*out = e;
	return NULL;
}

uint16_t engine_port(const struct engine *e)
{
	const union MHD_DaemonInfo *i = MHD_get_daemon_info(e->daemon, MHD_DAEMON_INFO_BIND_PORT);

	return i ? i->port : 0;
}

void engine_stop_listening(struct engine *e)
{
	if (e->listening < 0)
		e->listening = MHD_quiesce_daemon(e->daemon);
}

void engine_stop(struct engine *e)
{
	MHD_stop_daemon(e->daemon);
	if (e->listening >= 0)
		(void)close(e->listening);
}
