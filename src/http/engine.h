#pragma once
/* Between server.c and the one file that knows the server library. Nobody else includes this. */
#include "http/deadline.h"
#include "http/metrics.h"
#include "http/pool.h"
#include "http/server.h"

struct engine;
struct server {
	struct server_options o; /* without zeros */
	struct metrics metrics;
	struct pool *pool;
	struct deadlines *deadlines;
	struct engine *engine;
	_Atomic uint64_t next_id;
	_Atomic bool stopping;
	_Atomic int large_bodies; /* requests that may bring one, from their head to their end */
};

/* Runs a request on the thread that calls, counts and logs it. rq's method, target, headers, body, remote and
 * worker are set. started_us: monotonic, when its head was complete. */
void server_run(struct server *s, struct request *rq, int64_t started_us, struct reply *out);
/* A head that no route may see. Counts and logs it. */
void server_refused(struct server *s, int status);
/* A stream that broke after its head was sent. */
void server_stream_failed(struct server *s, const struct request *rq, const struct fault *f);
int64_t monotonic_us(void);
/* How many connections there can be at a moment: a few more than admitted, for those that are being closed.
 */
static inline size_t engine_slots(const struct server *s)
{
	enum { SPARE = 64 };
	return (size_t)s->o.connections + SPARE;
}

must_check const struct fault *engine_start(struct arena *a, struct server *s, struct engine **out);
uint16_t engine_port(const struct engine *e);
void engine_stop_listening(struct engine *e);
/* All requests must be answered: metrics.in_flight is 0. */
void engine_stop(struct engine *e);
