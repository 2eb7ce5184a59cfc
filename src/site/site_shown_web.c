/* What public pages show, as numbers: whatever is added to them that can change has its number here. */
#include "http/route.h"
#include "site/site_web.h"
#include "visit/visit_web.h"

enum { MINUTE_S = 60 };
/* MARK_MINUTE: pages know no seconds, so what was planned for a minute shows from its first second on. */
enum { MARK_CATALOGUE, MARK_CONTENT, MARK_MINUTE, MARK_ENTRIES, MARK_VISITS, MARKS };
static_assert((int)MARKS <= (int)KEPT_MARKS, "every mark has its place");

void site_shown(const struct request *rq, unsigned flags, struct kept_state *state, unsigned *look)
{
	struct province_revisions now = province_revisions(rq->app->province);
	struct reading reading = reading_of(rq);

	*state = (struct kept_state){ 0 };
	state->marks[MARK_CATALOGUE] = now.catalogue;
	state->marks[MARK_CONTENT] = now.journal.content;
	state->marks[MARK_MINUTE] = (uint64_t)(rq->now / MINUTE_S);
	if (flags & ROUTE_KEPT_FIGURES)
		state->marks[MARK_ENTRIES] = now.journal.entries;
	if (flags & ROUTE_KEPT_VISITS)
		state->marks[MARK_VISITS] = visit_snapshot_version(rq->app, rq->now);
	*look = (unsigned)reading.size << 8 | (unsigned)reading.contrast;
}
