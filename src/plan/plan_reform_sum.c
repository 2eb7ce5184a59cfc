/* How the tasks of a plan stand on a day. */
#include "plan/plan_reform.h"

enum plan_standing plan_standing_of(daynum due, daynum done, daynum on)
{
	if (done != DAYNUM_NONE && done <= on)
		return done <= due ? PLAN_IN_TIME : PLAN_LATE;
	if (due < on)
		return PLAN_OVERDUE;
	return due - on <= PLAN_SOON_DAYS ? PLAN_SOON : PLAN_RUNNING;
}

enum msg plan_standing_name(enum plan_standing s)
{
	static const enum msg names[PLAN_STANDINGS] = { [PLAN_RUNNING] = MSG_plan_running,
		[PLAN_SOON] = MSG_plan_soon,
		[PLAN_OVERDUE] = MSG_plan_overdue,
		[PLAN_IN_TIME] = MSG_plan_in_time,
		[PLAN_LATE] = MSG_plan_late };

	return names[s];
}

struct plan_sum plan_reform_sum(const struct plan_reform *p, int area, struct str owner, daynum on)
{
	struct plan_sum sum = { 0 };
	int percent = 0;

	for (int i = 0; i < p->tasks_n; i++) {
		const struct plan_task *t = &p->tasks[i];

		if (t->gone || (area >= 0 && t->area != area) || (owner.n && !str_eq(t->owner, owner)))
			continue;
		sum.tasks++;
		sum.by[plan_standing_of(t->due, t->done, on)]++;
		percent += t->percent;
	}
	sum.percent = sum.tasks ? percent / sum.tasks : 0;
	return sum;
}
