#pragma once
/*
 * What a visit is. A client's first page after VISIT_QUIET_S without any is a visit; who was seen within
 * VISIT_NOW_S is here now. Clients are numbers that mean nothing the day after (visitor/visitor.h), so the
 * first page after midnight is a visit again. Robots that say so are not counted.
 */
#include "base/date.h"

struct visit_numbers {
	daynum day; /* that "today" is */
	int64_t now, today, yesterday, month, year, total;
};
/* Moves on to a day: yesterday, the month, the year may begin at zero. */
void visit_turn(struct visit_numbers *n, daynum today);
void visit_add_one(struct visit_numbers *n);

/* The clients of the last while: a table of LIMIT_VISITORS. When more come, those that were quiet longest are
 * forgotten: their next page is a visit. */
struct visitors;
struct visitors *visitors_new(struct arena *a);
void visitors_forget(struct visitors *v);
/* A page of client at a time, which never runs backwards. True: it begins a visit. */
bool visitors_see(struct visitors *v, uint64_t client, instant now);
/* Whether the client's next page would go on with a visit. */
bool visitors_know(const struct visitors *v, uint64_t client, instant now);
int64_t visitors_now(const struct visitors *v, instant now);

/* What a browser calls itself has one of the words of packs/vn/robots.csv in it. */
bool visit_is_robot(struct str agent);
