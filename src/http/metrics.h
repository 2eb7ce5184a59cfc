#pragma once
/* Counters of one server, in the text format of Prometheus. Nothing about people: routes, statuses, times. */
#include "http/route.h"

#include <stdatomic.h>

enum { STATUS_CLASSES = 6, LATENCY_BUCKETS = 12 };

struct metrics {
	const struct gate *gate;
	/* One row per route and one for addresses that no route has; columns: status / 100. */
	_Atomic uint64_t (*requests)[STATUS_CLASSES];
	_Atomic uint64_t within[LATENCY_BUCKETS + 1]; /* by the bucket they fall in; the last: longer */
	_Atomic uint64_t microseconds, bytes;
	_Atomic uint64_t refused; /* heads that no route saw: damaged, too large, too slow */
	_Atomic int64_t in_flight, connections;
};

void metrics_init(struct arena *a, const struct gate *g, struct metrics *m);
/* One request was answered. route may be NULL. */
void metrics_count(
	struct metrics *m, const struct route *route, int status, int64_t microseconds, size_t bytes);
void metrics_write(const struct metrics *m, struct buf *out);
/* Memory and processor time of the process (/proc, getrusage). */
void metrics_write_process(struct buf *out);
/* A gauge or counter of the program's own: "# TYPE" and one sample. */
void metrics_value(struct buf *out, const char *name, const char *type, int64_t value);
