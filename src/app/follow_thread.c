#define _DEFAULT_SOURCE
#include "app/follow_thread.h"
#include "article/article_store.h"
#include "province/follow.h"
#include "rating/rating_store.h"
#include "visit/visit_web.h"
#include "visitor/visitor_store.h"

#include <stdio.h>
#include <time.h>

/* A second, or less when it should stop. False: stop. */
static bool wait_a_second(struct follow_thread *t)
{
	struct timespec until;

	if (clock_gettime(CLOCK_REALTIME, &until) != 0)
		return false;
	until.tv_sec++;
	pthread_mutex_lock(&t->lock);
	while (!t->stopping && pthread_cond_timedwait(&t->changed, &t->lock, &until) == 0)
		;
	bool go_on = !t->stopping;
	pthread_mutex_unlock(&t->lock);
	return go_on;
}

/* Faults are said once and tried again: figures stay exact without the follower, only slower. */
static void follow_once(struct follow_thread *t)
{
	ARENA a = { 0 };
	int64_t position = 0;
	const struct fault *f = province_follow(t->app->province, &a, &position);

	if (f && !t->app->stuck)
		(void)!fprintf(stderr, "{\"event\":\"figures\",\"fault\":\"%.*s\",\"where\":\"%s\"}\n",
			ARG(f->what), f->where);
	t->app->stuck = f != NULL;
	if (!f)
		t->app->followed = position;
}

static const struct fault *forget_visitors(struct write *w, void *arg)
{
	daynum today = *(daynum *)arg;

	TRY(rating_forget(w->db, today));
	return visitor_forget(w->db, today);
}

/* The key of yesterday, and who voted then, go soon after midnight and not with the next vote. */
must_check static const struct fault *end_of_day(struct follow_thread *t, struct arena *a)
{
	struct province *p = t->app->province;
	daynum today = day_of(province_now(p));
	bool stale = false;
	struct db *db;

	TRY(province_take_reader(p, a, &db));
	const struct fault *f = visitor_is_stale(db, today, &stale);

	province_give_reader(p, db);
	return f || !stale ? f : writer_run(province_writer(p), a, forget_visitors, &today);
}

/* What was counted in memory is written. A fault is tried again with the next turn. */
static void keep_visits(struct follow_thread *t)
{
	ARENA a = { 0 };
	const struct fault *f = visits_flush(&a, t->app);

	if (!f)
		f = end_of_day(t, &a);
	if (f && !t->visits_stuck)
		(void)!fprintf(stderr, "{\"event\":\"visits\",\"fault\":\"%.*s\",\"where\":\"%s\"}\n",
			ARG(f->what), f->where);
	t->visits_stuck = f != NULL;
}

/* Articles whose hour has come. A fault is said once, like those of the figures. */
static void publish_once(struct follow_thread *t)
{
	ARENA a = { 0 };
	int64_t released = 0;
	const struct fault *f = article_release_due(t->app->province, &a, &released);

	if (f && !t->publishing_stuck)
		(void)!fprintf(stderr, "{\"event\":\"articles\",\"fault\":\"%.*s\",\"where\":\"%s\"}\n",
			ARG(f->what), f->where);
	t->publishing_stuck = f != NULL;
}

static void *follow(void *arg)
{
	struct follow_thread *t = arg;
	int turn = 0;

	do {
		follow_once(t);
		publish_once(t);
		if (turn++ % VISIT_SNAPSHOT_S == 0)
			keep_visits(t);
	} while (wait_a_second(t));
	keep_visits(t);
	return NULL;
}

void follow_start(struct follow_thread *t)
{
	pthread_mutex_init(&t->lock, NULL);
	pthread_cond_init(&t->changed, NULL);
	if (pthread_create(&t->thread, NULL, follow, t) != 0)
		impossible(); /* at the start of the program there is room for one thread */
}

void follow_stop(struct follow_thread *t)
{
	pthread_mutex_lock(&t->lock);
	t->stopping = true;
	pthread_cond_signal(&t->changed);
	pthread_mutex_unlock(&t->lock);
	pthread_join(t->thread, NULL);
}
