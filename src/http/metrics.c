#define _GNU_SOURCE
#include "http/metrics.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { MICROSECONDS = 1000000, CLASS_WIDTH = 100 };

static const int64_t bucket_us[LATENCY_BUCKETS] = { 500, 1000, 2500, 5000, 10000, 25000, 50000, 100000,
	250000, 500000, 1000000, 5000000 };

void metrics_init(struct arena *a, const struct gate *g, struct metrics *m)
{
	m->gate = g;
	m->requests = arena_alloc(a, sizeof *m->requests * (g->count + 1), _Alignof(_Atomic uint64_t));
}

void metrics_count(
	struct metrics *m, const struct route *route, int status, int64_t microseconds, size_t bytes)
{
	size_t row = route ? (size_t)(route - m->gate->routes) : m->gate->count;
	size_t bucket = 0;
	int class = status / CLASS_WIDTH;

	while (bucket < LATENCY_BUCKETS && microseconds > bucket_us[bucket])
		bucket++;
	assert(row <= m->gate->count && class >= 0 && class < STATUS_CLASSES);
	atomic_fetch_add_explicit(&m->requests[row][class], 1, memory_order_relaxed);
	atomic_fetch_add_explicit(&m->within[bucket], 1, memory_order_relaxed);
	atomic_fetch_add_explicit(&m->microseconds, (uint64_t)microseconds, memory_order_relaxed);
	atomic_fetch_add_explicit(&m->bytes, bytes, memory_order_relaxed);
}

static void write_requests(const struct metrics *m, struct buf *out)
{
	buf_add(out, S("# TYPE motcua_http_requests_total counter\n"));
	for (size_t row = 0; row <= m->gate->count; row++) {
		const struct route *r = row < m->gate->count ? &m->gate->routes[row] : NULL;

		for (int class = 1; class < STATUS_CLASSES; class ++) {
			uint64_t n = atomic_load_explicit(&m->requests[row][class], memory_order_relaxed);

			if (n)
				buf_fmt(out,
					"motcua_http_requests_total{method=\"%.*s\",route=\"%s\",status=\"%"
					"dxx\"} "
					"%llu\n",
					ARG(r ? http_method_text(r->method) : S("")), r ? r->pattern : "",
					class, (unsigned long long)n);
		}
	}
}

static void write_latency(const struct metrics *m, struct buf *out)
{
	uint64_t sum = 0;

	buf_add(out, S("# TYPE motcua_http_request_seconds histogram\n"));
	for (size_t i = 0; i < LATENCY_BUCKETS; i++) {
		sum += atomic_load_explicit(&m->within[i], memory_order_relaxed);
		buf_fmt(out, "motcua_http_request_seconds_bucket{le=\"%g\"} %llu\n",
			(double)bucket_us[i] / MICROSECONDS, (unsigned long long)sum);
	}
	sum += atomic_load_explicit(&m->within[LATENCY_BUCKETS], memory_order_relaxed);
	buf_fmt(out, "motcua_http_request_seconds_bucket{le=\"+Inf\"} %llu\n", (unsigned long long)sum);
	buf_fmt(out, "motcua_http_request_seconds_sum %.6f\nmotcua_http_request_seconds_count %llu\n",
		(double)atomic_load_explicit(&m->microseconds, memory_order_relaxed) / MICROSECONDS,
		(unsigned long long)sum);
}

void metrics_value(struct buf *out, const char *name, const char *type, int64_t value)
{
	buf_fmt(out, "# TYPE %s %s\n%s %lld\n", name, type, name, (long long)value);
}

void metrics_write(const struct metrics *m, struct buf *out)
{
	write_requests(m, out);
	write_latency(m, out);
	metrics_value(out, "motcua_http_reply_bytes_total", "counter", (int64_t)atomic_load(&m->bytes));
	metrics_value(out, "motcua_http_refused_total", "counter", (int64_t)atomic_load(&m->refused));
	metrics_value(out, "motcua_http_in_flight", "gauge", atomic_load(&m->in_flight));
	metrics_value(out, "motcua_http_connections", "gauge", atomic_load(&m->connections));
}

static void close_file(const int *fd)
{
	if (*fd >= 0)
		(void)close(*fd);
}

/* Second number of /proc/self/statm: resident pages. */
static int64_t resident_bytes(void)
{
	enum { STATM_BYTES = 128 };
	char text[STATM_BYTES];
	cleanup_with(close_file) int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
	ssize_t n = fd >= 0 ? read(fd, text, sizeof text) : -1;
	struct str rest = { text, n > 0 ? (size_t)n : 0 }, size, resident;
	int64_t pages;

	if (!str_cut(&rest, ' ', &size) || !str_cut(&rest, ' ', &resident) || !str_int(resident, &pages))
		return 0;
	return pages * sysconf(_SC_PAGESIZE);
}

void metrics_write_process(struct buf *out)
{
	struct rusage use;

	metrics_value(out, "process_resident_memory_bytes", "gauge", resident_bytes());
	if (getrusage(RUSAGE_SELF, &use) != 0)
		return;
	double seconds = (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) +
			 (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec) / MICROSECONDS;

	buf_fmt(out, "# TYPE process_cpu_seconds_total counter\nprocess_cpu_seconds_total %.2f\n", seconds);
}
