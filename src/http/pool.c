#define _GNU_SOURCE
#include "http/pool.h"
#include "base/limits.h"

#include <pthread.h>
#include <signal.h>

struct worker {
	struct pool *pool;
	pthread_t thread;
	int number;
};
struct pool {
	pthread_mutex_t mutex;
	pthread_cond_t work;
	struct job *first, *last;
	int waiting, started;
	bool stopping;
	struct worker *workers;
};

static struct job *take(struct pool *p)
{
	struct job *job;

	pthread_mutex_lock(&p->mutex);
	while (!p->first && !p->stopping)
		pthread_cond_wait(&p->work, &p->mutex);
	job = p->first;
	if (job) {
		p->first = job->next;
		if (!p->first)
			p->last = NULL;
		p->waiting--;
	}
	pthread_mutex_unlock(&p->mutex);
	return job;
}

static void *work(void *arg)
{
	struct worker *w = arg;

	for (struct job *job = take(w->pool); job; job = take(w->pool))
		job->run(job, w->number);
	return NULL;
}

void pool_submit(struct pool *p, struct job *job)
{
	job->next = NULL;
	pthread_mutex_lock(&p->mutex);
	if (p->last)
		p->last->next = job;
	else
		p->first = job;
	p->last = job;
	p->waiting++;
	pthread_cond_signal(&p->work);
	pthread_mutex_unlock(&p->mutex);
}

int pool_waiting(struct pool *p)
{
	pthread_mutex_lock(&p->mutex);
	int n = p->waiting;
	pthread_mutex_unlock(&p->mutex);
	return n;
}

void pool_stop(struct pool *p)
{
	pthread_mutex_lock(&p->mutex);
	p->stopping = true;
	pthread_cond_broadcast(&p->work);
	pthread_mutex_unlock(&p->mutex);
	for (int i = 0; i < p->started; i++)
		pthread_join(p->workers[i].thread, NULL);
	pthread_cond_destroy(&p->work);
	pthread_mutex_destroy(&p->mutex);
}

static bool start_worker(struct pool *p, const pthread_attr_t *attributes)
{
	struct worker *w = &p->workers[p->started];

	*w = (struct worker){ .pool = p, .number = p->started };
	if (pthread_create(&w->thread, attributes, work, w) != 0)
		return false;
	p->started++;
	return true;
}

/* Signals are for the thread that called serve: all others block them. */
static bool start_workers(struct pool *p, int workers)
{
	pthread_attr_t attributes;
	sigset_t all, before;
	bool ok = pthread_attr_init(&attributes) == 0;

	if (!ok)
		return false;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	ok = pthread_attr_setstacksize(&attributes, HTTP_WORKER_STACK_BYTES) == 0;
	for (int i = 0; i < workers && ok; i++)
		ok = start_worker(p, &attributes);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	pthread_attr_destroy(&attributes);
	return ok;
}

const struct fault *pool_start(struct arena *a, int workers, struct pool **out)
{
	struct pool *p = NEW(a, struct pool);

	assert(workers > 0 && workers <= LIMIT_HTTP_WORKERS);
	p->workers = NEW_ARRAY(a, struct worker, workers);
	pthread_mutex_init(&p->mutex, NULL);
	pthread_cond_init(&p->work, NULL);
	if (!start_workers(p, workers)) {
		pool_stop(p);
		return FAULT(a, FAULT_BUSY, "cannot start %d worker threads: lower the number of workers",
			workers);
	}
	*out = p;
	return NULL;
}
