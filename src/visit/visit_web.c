#include "visit/visit_web.h"
#include "account/secret.h"
#include "http/route.h"
#include "visitor/visitor_web.h"

#include <pthread.h>

enum { DAYS_PENDING = 2 };
struct pending {
	daynum day;
	int64_t n;
};
struct visits {
	pthread_mutex_t lock;
	struct visitor_key key; /* of the day; never leaves memory */
	struct visitors *table;
	struct visit_numbers live, shown;
	instant shown_at;
	uint64_t version;
	struct pending pending[DAYS_PENDING]; /* counted and not yet written: of today, of the day before */
};

const struct fault *visits_open(struct arena *a, struct db *db, instant now, struct visits **out)
{
	struct visits *v = NEW(a, struct visits);

	pthread_mutex_init(&v->lock, NULL);
	random_bytes(v->key.b, sizeof v->key.b);
	v->table = visitors_new(a);
	TRY(visit_read(db, day_of(now), &v->live));
	v->shown = v->live;
	*out = v;
	return NULL;
}

/* Before anything is asked of v: a new day has a new key, and everybody is new. */
static void turn(struct visits *v, instant now)
{
	if (day_of(now) <= v->live.day)
		return;
	visit_turn(&v->live, day_of(now));
	visitors_forget(v->table);
	random_bytes(v->key.b, sizeof v->key.b);
}

static void show(struct visits *v, instant now)
{
	struct visit_numbers before = v->shown;

	v->shown = v->live;
	v->shown.now = visitors_now(v->table, now);
	v->shown_at = now;
	v->version += memcmp(&before, &v->shown, sizeof before) != 0;
}

static void show_if_old(struct visits *v, instant now)
{
	if (v->shown.day != v->live.day || now - v->shown_at >= VISIT_SNAPSHOT_S)
		show(v, now);
}

static uint64_t client_of(const struct visits *v, const struct request *rq)
{
	char network[16];
	struct sha256 hash = visitor_hash(&v->key, S("visit"), visitor_network(rq, network));
	uint64_t client;

	memcpy(&client, hash.b, sizeof client);
	return client;
}

/* A page that somebody looks at: not a file, not an answer for programs, not fetched in advance. */
static bool is_visit(const struct request *rq, const struct reply *r)
{
	return rq->method == METHOD_GET && rq->route && !(rq->route->flags & ROUTE_API) &&
	       permission_kind(rq->route->permission) == PERMISSION_FOR_ALL && r->status == 200 &&
	       str_starts(r->type, S("text/html")) && !rq->headers.purpose.n &&
	       !visit_is_robot(rq->headers.user_agent);
}

static void count(struct visits *v, daynum day)
{
	struct pending *p = &v->pending[v->pending[0].n && v->pending[0].day != day];

	visit_add_one(&v->live);
	p->day = day;
	p->n++;
}

void visit_served(const struct request *rq, const struct reply *r)
{
	struct visits *v = rq->app->visits;

	if (!v || !is_visit(rq, r))
		return;
	pthread_mutex_lock(&v->lock);
	turn(v, rq->now);
	if (visitors_see(v->table, client_of(v, rq), rq->now))
		count(v, v->live.day);
	if (!v->shown.now)
		show(v, rq->now);
	show_if_old(v, rq->now);
	pthread_mutex_unlock(&v->lock);
}

uint64_t visit_snapshot_version(const struct app *app, instant now)
{
	struct visits *v = app->visits;
	uint64_t version = 0;

	if (v) {
		pthread_mutex_lock(&v->lock);
		turn(v, now);
		show_if_old(v, now);
		version = v->version;
		pthread_mutex_unlock(&v->lock);
	}
	return version;
}

/* Nobody seems to be here, yet somebody reads this: the asker, who is counted when the page was sent. */
static struct visit_numbers numbers_for(struct visits *v, const struct request *rq)
{
	struct visit_numbers n = v->shown;

	if (n.now)
		return n;
	n.now = 1;
	if (!visitors_know(v->table, client_of(v, rq), rq->now))
		visit_add_one(&n);
	return n;
}

struct visit_view visit_view_of(struct request *rq)
{
	struct visits *v = rq->app->visits;
	struct visit_view view = { .n = { .day = day_of(rq->now) } };

	if (v) {
		pthread_mutex_lock(&v->lock);
		turn(v, rq->now);
		show_if_old(v, rq->now);
		view.n = numbers_for(v, rq);
		pthread_mutex_unlock(&v->lock);
	}
	struct civil c = civil_from_day(view.n.day);

	view.month = str_fmt(rq->a, "%02d", c.month);
	view.year = str_fmt(rq->a, "%d", c.year);
	return view;
}

struct flush {
	struct pending pending[DAYS_PENDING];
};

static const struct fault *write_pending(struct write *w, void *arg)
{
	struct flush *f = arg;

	for (int i = 0; i < DAYS_PENDING; i++)
		if (f->pending[i].n)
			TRY(visit_add(w, f->pending[i].day, f->pending[i].n));
	return NULL;
}

/* Puts back what could not be written: it is tried again. */
static void put_back(struct visits *v, const struct flush *f)
{
	pthread_mutex_lock(&v->lock);
	for (int i = 0; i < DAYS_PENDING; i++) {
		const struct pending *p = &f->pending[i];
		struct pending *to = &v->pending[v->pending[0].n && v->pending[0].day != p->day];

		if (!p->n)
			continue;
		to->day = p->day;
		to->n += p->n;
	}
	pthread_mutex_unlock(&v->lock);
}

const struct fault *visits_flush(struct arena *a, struct app *app)
{
	struct visits *v = app->visits;
	struct flush f = { 0 };

	if (!v)
		return NULL;
	pthread_mutex_lock(&v->lock);
	memcpy(f.pending, v->pending, sizeof f.pending);
	memset(v->pending, 0, sizeof v->pending);
	pthread_mutex_unlock(&v->lock);
	if (!f.pending[0].n && !f.pending[1].n)
		return NULL;
	const struct fault *fault = writer_run(province_writer(app->province), a, write_pending, &f);

	if (fault)
		put_back(v, &f);
	return fault;
}
