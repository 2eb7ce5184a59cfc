#define _GNU_SOURCE
#include "http/deadline.h"

#include <pthread.h>
#include <signal.h>
#include <sys/socket.h>
#include <time.h>

enum { TICK_MS = 100, MS = 1000, NS_PER_MS = 1000000 };

struct slot {
	int socket;
	bool taken;
	int64_t due; /* monotonic milliseconds; 0: none */
	struct str say;
	size_t next_free;
};
struct deadlines {
	pthread_mutex_t mutex;
	pthread_cond_t stop;
	pthread_t thread;
	bool stopping;
	uint64_t missed;
	size_t count, free; /* free: the first free slot, count when none is */
	struct slot *slots;
};

static int64_t monotonic_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * MS + t.tv_nsec / NS_PER_MS;
}

static void cut(struct deadlines *d, struct slot *s)
{
	if (s->say.n)
		(void)send(s->socket, s->say.p, s->say.n, MSG_DONTWAIT | MSG_NOSIGNAL);
	(void)shutdown(s->socket, SHUT_RDWR);
	s->due = 0;
	d->missed++;
}

static void cut_late_ones(struct deadlines *d)
{
	int64_t now = monotonic_ms();

	for (size_t i = 0; i < d->count; i++)
		if (d->slots[i].taken && d->slots[i].due && d->slots[i].due <= now)
			cut(d, &d->slots[i]);
}

static void wait_a_tick(struct deadlines *d)
{
	struct timespec until;

	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_nsec += TICK_MS * NS_PER_MS;
	if (until.tv_nsec >= MS * NS_PER_MS) {
		until.tv_nsec -= MS * NS_PER_MS;
		until.tv_sec++;
	}
	(void)pthread_cond_timedwait(&d->stop, &d->mutex, &until);
}

static void *reap(void *arg)
{
	struct deadlines *d = arg;

	pthread_mutex_lock(&d->mutex);
	while (!d->stopping) {
		cut_late_ones(d);
		wait_a_tick(d);
	}
	pthread_mutex_unlock(&d->mutex);
	return NULL;
}

bool deadlines_add(struct deadlines *d, int socket, size_t *slot)
{
	pthread_mutex_lock(&d->mutex);
	size_t at = d->free;
	bool ok = at < d->count;

	if (ok) {
		d->free = d->slots[at].next_free;
		d->slots[at] = (struct slot){ .socket = socket, .taken = true };
		*slot = at;
	}
	pthread_mutex_unlock(&d->mutex);
	return ok;
}

void deadlines_remove(struct deadlines *d, size_t slot)
{
	pthread_mutex_lock(&d->mutex);
	assert(d->slots[slot].taken);
	d->slots[slot] = (struct slot){ .next_free = d->free };
	d->free = slot;
	pthread_mutex_unlock(&d->mutex);
}

void deadlines_set(struct deadlines *d, size_t slot, int64_t milliseconds, struct str say)
{
	int64_t due = milliseconds ? monotonic_ms() + milliseconds : 0;

	pthread_mutex_lock(&d->mutex);
	d->slots[slot].due = due;
	d->slots[slot].say = say;
	pthread_mutex_unlock(&d->mutex);
}

uint64_t deadlines_missed(struct deadlines *d)
{
	pthread_mutex_lock(&d->mutex);
	uint64_t n = d->missed;
	pthread_mutex_unlock(&d->mutex);
	return n;
}

const struct fault *deadlines_start(struct arena *a, size_t count, struct deadlines **out)
{
	struct deadlines *d = NEW(a, struct deadlines);
	sigset_t all, before;

	d->count = count;
	d->slots = NEW_ARRAY(a, struct slot, count);
	for (size_t i = 0; i < count; i++)
		d->slots[i].next_free = i + 1;
	pthread_mutex_init(&d->mutex, NULL);
	pthread_cond_init(&d->stop, NULL);
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	bool ok = pthread_create(&d->thread, NULL, reap, d) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (!ok)
		return FAULT(a, FAULT_BUSY, "cannot start the thread that watches deadlines");
	*out = d;
	return NULL;
}

void deadlines_stop(struct deadlines *d)
{
	pthread_mutex_lock(&d->mutex);
	d->stopping = true;
	pthread_cond_signal(&d->stop);
	pthread_mutex_unlock(&d->mutex);
	pthread_join(d->thread, NULL);
	pthread_cond_destroy(&d->stop);
	pthread_mutex_destroy(&d->mutex);
}
