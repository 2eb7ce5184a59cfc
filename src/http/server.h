#pragma once
/*
 * The server: connections on a few I/O threads, handlers on small-stack workers that may wait (for the one
 * writer, for a file) without holding up anybody else. One JSON line per request to the log: the route's
 * pattern, never the path, the query or the address.
 */
#include "http/route.h"

struct server_options {
	struct gate gate;
	struct app *app;
	const char *address;                      /* NULL: 127.0.0.1; "::" is everything */
	uint16_t port;                            /* 0: any free one, see server_port() */
	int workers;                              /* 0: HTTP_WORKERS; rq->worker is below it */
	int log;                                  /* file descriptor; 0: standard error; below 0: none */
	int connections, connections_per_address; /* 0: the limits of base/limits.h */
	/* Milliseconds; 0: the limits of base/limits.h. Tests shorten them. */
	int64_t head_ms, body_ms, idle_ms, send_ms, stop_ms;
	instant (*now)(struct app *app); /* NULL: the system's clock */
	/* For /healthz: false with a reason when requests cannot be served. NULL: always healthy. */
	bool (*healthy)(struct request *rq, struct buf *why);
	void (*metrics)(
		struct app *app, struct buf *out); /* the program's own, after the server's; or NULL */
};

/* Listens when it returns. FAULT_BUSY when the address is taken, with what to do. o is copied; the routes
 * and the arena must outlive the server. */
must_check const struct fault *server_start(
	struct arena *a, const struct server_options *o, struct server **out);
uint16_t server_port(const struct server *s);
/* Stops listening, lets running requests finish, ends. FAULT_BUSY when some did not finish in time: then
 * threads are still running: stop again, or exit without freeing anything. */
must_check const struct fault *server_stop(struct arena *a, struct server *s);
/* Serves until fd (an eventfd, signalfd or pipe) can be read, then stops. */
must_check const struct fault *server_run_until(struct arena *a, struct server *s, int fd);

/* Handlers for the route table: Prometheus text; "ok" or 503 with a reason. */
struct reply server_metrics_get(struct request *rq);
struct reply server_health_get(struct request *rq);
