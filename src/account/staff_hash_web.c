#include "account/staff_web.h"

const struct fault *staff_hash(struct request *rq, struct str password, struct str *hash)
{
	PLACE place = { 0 };

	TRY(site_place(rq, &rq->app->hashing, LIMIT_HASHES, &place));
	return password_hash(rq->a, password, hash);
}

const struct fault *staff_matches(struct request *rq, struct str password, struct str hash, bool *matches)
{
	PLACE place = { 0 };

	TRY(site_place(rq, &rq->app->hashing, LIMIT_HASHES, &place));
	*matches = password_matches(rq->a, password, hash);
	return NULL;
}
