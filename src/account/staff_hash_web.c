#define _POSIX_C_SOURCE 200809L
#include "account/staff_web.h"

#include <time.h>

/* A place among those who hash, given back at the end of the block. */
struct hash_place {
	struct app *app;
};

static void leave(struct hash_place *p)
{
	if (p->app)
		p->app->hashing--;
	p->app = NULL;
}

must_check static const struct fault *enter(struct request *rq, struct hash_place *p)
{
	enum { TRIES = 300, PAUSE_NS = 10 * 1000 * 1000 };
	const struct timespec pause = { 0, PAUSE_NS };

	for (int i = 0; i < TRIES; i++) {
		if (rq->app->hashing++ < LIMIT_HASHES) {
			p->app = rq->app;
			return NULL;
		}
		rq->app->hashing--;
		(void)nanosleep(&pause, NULL);
	}
	return FAULT(rq->a, FAULT_BUSY, "too many passwords are being checked");
}

const struct fault *staff_hash(struct request *rq, struct str password, struct str *hash)
{
	cleanup_with(leave) struct hash_place place = { 0 };

	TRY(enter(rq, &place));
	return password_hash(rq->a, password, hash);
}

const struct fault *staff_matches(struct request *rq, struct str password, struct str hash, bool *matches)
{
	cleanup_with(leave) struct hash_place place = { 0 };

	TRY(enter(rq, &place));
	*matches = password_matches(rq->a, password, hash);
	return NULL;
}
