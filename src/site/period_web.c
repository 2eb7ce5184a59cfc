#include "site/period_web.h"

struct figure_request site_figures(struct request *rq, const struct catalogue *c)
{
	daynum today = day_of(rq->now);
	daynum january = day_from_civil((struct civil){ civil_from_day(today).year, 1, 1 });
	bool given = rq->app->first != DAYNUM_NONE && rq->app->first <= today;

	return (struct figure_request){ .agencies = &c->agencies,
		.procedures = &c->procedures,
		.from = given ? rq->app->first : january,
		.to = given ? rq->app->last : today,
		.now = rq->now };
}
