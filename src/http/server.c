#define _GNU_SOURCE
#include "http/encoding.h"
#include "http/engine.h"
#include "http/kept.h"
#include "base/date.h"
#include "base/limits.h"
#include "json/json_write.h"

#include <poll.h>
#include <time.h>
#include <unistd.h>

enum { MS = 1000, US_PER_MS = 1000, US_PER_S = 1000000, NS_PER_US = 1000, NS_PER_MS = 1000000 };

int64_t monotonic_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * US_PER_S + t.tv_nsec / NS_PER_US;
}

static instant system_now(struct app *app)
{
	struct timespec t;

	(void)app;
	clock_gettime(CLOCK_REALTIME, &t);
	return t.tv_sec;
}

static void log_line(const struct server *s, struct buf *b)
{
	if (s->o.log < 0)
		return;
	buf_char(b, '\n');
	/* One write, so that lines of several workers do not mix; a full log is not the client's trouble. */
	ssize_t n = write(s->o.log, b->p, b->n);
	(void)n;
}

static void open_line(struct json_out *j, struct arena *a)
{
	json_object(j);
	json_member_str(j, S("time"), fmt_instant(a, system_now(NULL)));
}

static void log_fault(struct json_out *j, const struct fault *f)
{
	json_member_str(j, S("fault"), f->what);
	json_member_str(j, S("at"), str_of(f->where));
}

static void log_request(
	const struct server *s, const struct request *rq, const struct reply *r, int64_t microseconds)
{
	struct buf b = { .a = rq->a };
	struct json_out j = { .out = &b };

	if (s->o.log < 0)
		return;
	open_line(&j, rq->a);
	json_member_str(&j, S("id"), str_fmt(rq->a, "%016llx", (unsigned long long)rq->id));
	json_member_str(&j, S("method"), http_method_text(rq->method));
	json_member_str(&j, S("route"), rq->route ? str_of(rq->route->pattern) : S(""));
	json_member_int(&j, S("status"), r->status);
	json_key(&j, S("ms"));
	json_decimal(&j, microseconds, 3);
	json_member_int(&j, S("bytes"), (int64_t)r->body.n);
	if (r->fault)
		log_fault(&j, r->fault);
	json_end(&j);
	log_line(s, &b);
}

void server_refused(struct server *s, int status)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };
	struct json_out j = { .out = &b };

	atomic_fetch_add(&s->metrics.refused, 1);
	open_line(&j, &a);
	json_member_str(&j, S("event"), S("refused"));
	json_member_int(&j, S("status"), status);
	json_end(&j);
	log_line(s, &b);
}

void server_stream_failed(struct server *s, const struct request *rq, const struct fault *f)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };
	struct json_out j = { .out = &b };

	open_line(&j, &a);
	json_member_str(&j, S("id"), str_fmt(&a, "%016llx", (unsigned long long)rq->id));
	json_member_str(&j, S("event"), S("stream broken off"));
	log_fault(&j, f);
	json_end(&j);
	log_line(s, &b);
}

void server_run(struct server *s, struct request *rq, int64_t started_us, struct reply *out)
{
	rq->server = s;
	rq->app = s->o.app;
	rq->now = s->o.now(s->o.app);
	rq->arrived_us = started_us;
	rq->id = atomic_fetch_add(&s->next_id, 1);
	*out = http_handle(&s->o.gate, rq);
	reply_compress(rq, out);
	int64_t microseconds = monotonic_us() - started_us;

	metrics_count(&s->metrics, rq->route, out->status, microseconds, out->body.n);
	log_request(s, rq, out, microseconds);
}

static void write_kept(struct kept_counts n, struct buf *out)
{
	metrics_value(out, "motcua_kept_pages_hits_total", "counter", n.hits);
	metrics_value(out, "motcua_kept_pages_misses_total", "counter", n.misses);
	metrics_value(out, "motcua_kept_pages_dropped_total", "counter", n.dropped);
	metrics_value(out, "motcua_kept_pages", "gauge", n.pages);
	metrics_value(out, "motcua_kept_pages_bytes", "gauge", n.bytes);
}

struct reply server_metrics_get(struct request *rq)
{
	struct server *s = rq->server;
	struct buf b = { .a = rq->a };

	metrics_write(&s->metrics, &b);
	metrics_value(&b, "motcua_http_waiting_for_worker", "gauge", pool_waiting(s->pool));
	metrics_value(&b, "motcua_http_timeouts_total", "counter", (int64_t)deadlines_missed(s->deadlines));
	metrics_write_process(&b);
	if (s->o.gate.kept)
		write_kept(kept_pages_counts(s->o.gate.kept), &b);
	if (s->o.metrics)
		s->o.metrics(s->o.app, &b);
	return (struct reply){ .status = 200,
		.type = S("text/plain; version=0.0.4; charset=utf-8"),
		.body = buf_str(&b),
		.no_store = true };
}

struct reply server_health_get(struct request *rq)
{
	struct server *s = rq->server;
	struct buf why = { .a = rq->a };
	struct reply r = reply_text(200, S("ok\n"));

	if (atomic_load(&s->stopping))
		r = reply_text(503, S("stopping\n"));
	else if (s->o.healthy && !s->o.healthy(rq, &why))
		r = reply_text(503, buf_str(&why));
	r.no_store = true;
	return r;
}

static int64_t or_seconds(int64_t ms, int64_t seconds)
{
	return ms ? ms : seconds * MS;
}

static void fill_options(struct server_options *o)
{
	o->address = o->address ? o->address : "127.0.0.1";
	o->workers = o->workers ? o->workers : HTTP_WORKERS;
	o->log = o->log ? o->log : STDERR_FILENO;
	o->connections = o->connections ? o->connections : LIMIT_HTTP_CONNECTIONS;
	if (!o->connections_per_address)
		o->connections_per_address = LIMIT_HTTP_CONNECTIONS_PER_ADDRESS;
	o->head_ms = or_seconds(o->head_ms, LIMIT_HTTP_HEAD_SECONDS);
	o->body_ms = or_seconds(o->body_ms, LIMIT_HTTP_BODY_SECONDS);
	o->idle_ms = or_seconds(o->idle_ms, LIMIT_HTTP_IDLE_SECONDS);
	o->send_ms = or_seconds(o->send_ms, LIMIT_HTTP_SEND_SECONDS);
	o->stop_ms = or_seconds(o->stop_ms, LIMIT_HTTP_STOP_SECONDS);
	o->now = o->now ? o->now : system_now;
}

static const struct fault *start_parts(struct arena *a, struct server *s)
{
	TRY(deadlines_start(a, engine_slots(s), &s->deadlines));
	const struct fault *f = pool_start(a, s->o.workers, &s->pool);

	if (!f) {
		f = engine_start(a, s, &s->engine);
		if (!f)
			return NULL;
		pool_stop(s->pool);
	}
	deadlines_stop(s->deadlines);
	return f;
}

const struct fault *server_start(struct arena *a, const struct server_options *o, struct server **out)
{
	struct server *s = NEW(a, struct server);
	const char *wrong = gate_check(&o->gate);

	if (wrong)
		return FAULT(a, FAULT_CORRUPT, "route table: %s", wrong);
	s->o = *o;
	fill_options(&s->o);
	s->o.gate.rates = rates_new(a);
	s->o.gate.kept = s->o.gate.shown ? kept_pages_new(a) : NULL;
	metrics_init(a, &s->o.gate, &s->metrics);
	/* Numbers of requests differ between runs, so that a report finds one line in old logs. */
	atomic_store(&s->next_id, (uint64_t)system_now(NULL) << 32);
	TRY(start_parts(a, s));
	*out = s;
	return NULL;
}

uint16_t server_port(const struct server *s)
{
	return engine_port(s->engine);
}

static bool wait_for_requests(struct server *s)
{
	const struct timespec tick = { .tv_nsec = 5 * NS_PER_MS };
	int64_t until = monotonic_us() + s->o.stop_ms * US_PER_MS;

	while (atomic_load(&s->metrics.in_flight) > 0) {
		if (monotonic_us() > until)
			return false;
		(void)nanosleep(&tick, NULL);
	}
	return true;
}

const struct fault *server_stop(struct arena *a, struct server *s)
{
	atomic_store(&s->stopping, true);
	engine_stop_listening(s->engine);
	if (!wait_for_requests(s))
		return FAULT(a, FAULT_BUSY, "%lld requests did not finish in time",
			(long long)atomic_load(&s->metrics.in_flight));
	engine_stop(s->engine);
	pool_stop(s->pool);
	deadlines_stop(s->deadlines);
	if (s->o.gate.kept)
		kept_pages_free(s->o.gate.kept);
	return NULL;
}

const struct fault *server_run_until(struct arena *a, struct server *s, int fd)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };

	while (poll(&p, 1, -1) < 0 || !p.revents)
		p.revents = 0;
	return server_stop(a, s);
}
