#pragma once
/*
 * A fixed number of threads with small stacks that run jobs in the order they came. A job is embedded in
 * what it works on, so submitting cannot fail; how many there are is bounded by the number of connections.
 */
#include "base/base.h"

struct job {
	void (*run)(struct job *job, int worker); /* worker: 0 … workers - 1 */
	struct job *next;
};
struct pool;

must_check const struct fault *pool_start(struct arena *a, int workers, struct pool **out);
void pool_submit(struct pool *p, struct job *job);
/* Jobs that wait for a worker. */
int pool_waiting(struct pool *p);
/* Runs what was submitted, then ends the threads. Nothing may be submitted from other threads any more. */
void pool_stop(struct pool *p);
