#define _POSIX_C_SOURCE 200809L
#include "province/writer.h"
#include "base/limits.h"

#include <pthread.h>
#include <stdatomic.h>

/* A command on its caller's stack; the caller sleeps until done. */
struct job {
	struct job *next;
	write_command *run;
	void *arg;
	struct arena *a;
	const struct fault *fault;
	bool done;
	pthread_cond_t woken;
};

struct writer {
	struct db *db;
	struct journal journal;
	struct clock clock;
	uint64_t salt_seed;
	_Atomic uint64_t entries, content; /* of journal.revisions, as committed */
	pthread_mutex_t lock;              /* guards everything below */
	pthread_cond_t work;
	struct job *first, **end;
	bool threaded, stopping;
	pthread_t thread;
	struct writer_counts counts;
};

const struct fault *writer_open(
	struct arena *a, struct db *db, struct clock clock, uint64_t salt_seed, struct writer **out)
{
	struct writer *w = NEW(a, struct writer);

	w->db = db;
	w->clock = clock;
	w->salt_seed = salt_seed;
	w->end = &w->first;
	pthread_mutex_init(&w->lock, NULL);
	pthread_cond_init(&w->work, NULL);
	TRY(journal_open(db, &w->journal));
	*out = w;
	return NULL;
}

/* One command inside the open transaction. What it changed is taken back when it fails or asks for it. */
must_check static const struct fault *run_in_savepoint(struct writer *w, struct job *j)
{
	SAVEPOINT sp = { 0 };
	struct journal before = w->journal;
	instant now = clock_now(&w->clock);

	w->db->a = j->a;
	w->db->undo = false;
	TRY(savepoint_begin(w->db, &sp));
	struct write write = { .db = w->db, .journal = &w->journal, .salt_seed = w->salt_seed };

	write.now = now > before.last_recorded ? now : before.last_recorded;
	const struct fault *f = j->run(&write, j->arg);

	if (!f && !w->db->undo)
		f = savepoint_keep(&sp);
	if (f || w->db->undo)
		w->journal = before;
	return f;
}

/* A fault of the world below, after which nothing else in this transaction can be trusted to work. */
static bool breaks_group(const struct fault *f)
{
	return f->kind == FAULT_IO || f->kind == FAULT_FULL || f->kind == FAULT_CORRUPT;
}

static void publish(struct writer *w)
{
	atomic_store(&w->entries, w->journal.revisions.entries);
	atomic_store(&w->content, w->journal.revisions.content);
}

struct revisions writer_revisions(const struct writer *w)
{
	return (struct revisions){ atomic_load(&w->entries), atomic_load(&w->content) };
}

/* The jobs of one group in one transaction. Each job's own fault is set; the group's is returned. */
must_check static const struct fault *run_group(struct writer *w, struct job **jobs, int n)
{
	TX tx = { 0 };
	struct journal before = w->journal;

	w->db->a = jobs[0]->a;
	TRY(tx_begin(w->db, &tx));
	for (int i = 0; i < n; i++) {
		jobs[i]->fault = run_in_savepoint(w, jobs[i]);
		if (jobs[i]->fault && breaks_group(jobs[i]->fault)) {
			w->journal = before;
			return jobs[i]->fault;
		}
	}
	w->db->a = jobs[0]->a;
	const struct fault *f = tx_commit(&tx);

	if (f)
		w->journal = before;
	else
		publish(w);
	return f;
}

/* After an unsure commit the database, not memory, knows where the journal ends. */
static const struct fault *look_again(struct writer *w, const struct fault *unsure)
{
	const struct fault *f = journal_open(w->db, &w->journal);

	w->journal.revisions.entries++;
	w->journal.revisions.content++;
	publish(w);
	return f ? f : unsure;
}

static const struct fault *copy_fault(struct arena *a, const struct fault *f)
{
	return fault_at(a, f->where, f->kind, "%.*s", ARG(f->what));
}

static void fail_all(struct job **jobs, int n, const struct fault *f)
{
	for (int i = n - 1; i >= 0; i--) /* the first job's arena holds f */
		if (!jobs[i]->fault)
			jobs[i]->fault = i ? copy_fault(jobs[i]->a, f) : f;
}

static void run_jobs(struct writer *w, struct job **jobs, int n)
{
	const struct fault *f = run_group(w, jobs, n);

	if (!f)
		return;
	if (f->kind == FAULT_UNSURE) {
		fail_all(jobs, n, look_again(w, f));
		return;
	}
	if (n == 1) {
		jobs[0]->fault = f;
		return;
	}
	for (int i = 0; i < n; i++) {
		jobs[i]->fault = NULL;
		const struct fault *alone = run_group(w, &jobs[i], 1);
		if (alone && alone->kind == FAULT_UNSURE)
			alone = look_again(w, alone);
		if (alone)
			jobs[i]->fault = alone;
	}
}

/* Takes at most one group from the queue; the lock is held. */
static int take_group(struct writer *w, struct job **jobs)
{
	int n = 0;

	while (w->first && n < LIMIT_GROUP_COMMANDS) {
		jobs[n++] = w->first;
		w->first = w->first->next;
	}
	if (!w->first)
		w->end = &w->first;
	w->counts.waiting -= n;
	return n;
}

static void finish(struct writer *w, struct job **jobs, int n)
{
	pthread_mutex_lock(&w->lock);
	w->counts.commands += n;
	w->counts.commits++;
	for (int i = 0; i < n; i++) {
		jobs[i]->done = true;
		pthread_cond_signal(&jobs[i]->woken);
	}
	pthread_mutex_unlock(&w->lock);
}

static void *write_until_stopped(void *arg)
{
	struct writer *w = arg;
	struct job *jobs[LIMIT_GROUP_COMMANDS];

	for (;;) {
		pthread_mutex_lock(&w->lock);
		while (!w->first && !w->stopping)
			pthread_cond_wait(&w->work, &w->lock);
		int n = take_group(w, jobs);
		pthread_mutex_unlock(&w->lock);
		if (!n)
			return NULL;
		run_jobs(w, jobs, n);
		finish(w, jobs, n);
	}
}

void writer_start(struct writer *w)
{
	assert(!w->threaded);
	w->threaded = pthread_create(&w->thread, NULL, write_until_stopped, w) == 0;
	assert(w->threaded);
}

void writer_stop(struct writer *w)
{
	if (!w->threaded)
		return;
	pthread_mutex_lock(&w->lock);
	w->stopping = true;
	pthread_cond_signal(&w->work);
	pthread_mutex_unlock(&w->lock);
	pthread_join(w->thread, NULL);
	w->threaded = false;
}

static void wait_in_queue(struct writer *w, struct job *j)
{
	pthread_cond_init(&j->woken, NULL);
	pthread_mutex_lock(&w->lock);
	*w->end = j;
	w->end = &j->next;
	w->counts.waiting++;
	pthread_cond_signal(&w->work);
	while (!j->done)
		pthread_cond_wait(&j->woken, &w->lock);
	pthread_mutex_unlock(&w->lock);
	pthread_cond_destroy(&j->woken);
}

const struct fault *writer_run(struct writer *w, struct arena *a, write_command *run, void *arg)
{
	struct job j = { .run = run, .arg = arg, .a = a };
	struct job *alone = &j;

	if (w->threaded) {
		wait_in_queue(w, &j);
		return j.fault;
	}
	run_jobs(w, &alone, 1);
	w->counts.commands++;
	w->counts.commits++;
	return j.fault;
}

struct writer_counts writer_counts(struct writer *w)
{
	pthread_mutex_lock(&w->lock);
	struct writer_counts c = w->counts;
	pthread_mutex_unlock(&w->lock);
	return c;
}
