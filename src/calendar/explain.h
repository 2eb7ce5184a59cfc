#pragma once
/*
 * Why a deadline is what it is, day by day, as contract.md "Deadlines" says it in JSON. No allocation of its
 * own: days are asked one by one, from deadline.first_day to deadline.due.day.
 */
#include "calendar/deadline.h"
#include "json/json_write.h"

enum day_reason { /* the first six are those of enum day_kind */
	REASON_WORKING_DAY,
	REASON_WEEKEND,
	REASON_HOLIDAY,
	REASON_COMPENSATION,
	REASON_SWAP_OFF,
	REASON_SWAP_WORK,
	/* The working day on which the papers came, and with a cut-off or outside office hours the one on
	 * which they count as received; a day of reception that is no working day keeps its own reason. */
	REASON_RECEPTION_DAY,
	REASON_PAUSED, /* waiting for a supplement: rule resume only, restart begins with the supplement */
};
enum { REASON_COUNT = 8 };
struct explained_day {
	daynum day;
	enum day_reason reason;
	bool counted; /* it used up the allowance, or a part of it; days of a roll-over do not */
	int minutes;  /* UNIT_HOURS only: how much of it */
};
/* d is deadline_compute's answer to q, due, and day one of d->first_day ... d->due.day. Where nothing is
 * paused the counted days are as many as the allowance has days (working days, calendar days), or add up to
 * its minutes. */
struct explained_day explain_day(
	const struct calendar *c, const struct deadline_query *q, const struct deadline *d, daynum day);
/* reception_day, weekend, holiday, compensation, swap_off, swap_work, working_day, paused */
struct str day_reason_name(enum day_reason reason);
/* The object of the contract: {"due":...,"rule":...,"unit":...,"allow":...,"verified":...,"rolled_from":...,
 * "days":[...]}. Without a deadline due and allow are null and days is empty; allow is 0 for immediate. */
void deadline_json(
	struct buf *out, const struct calendar *c, const struct deadline_query *q, const struct deadline *d);
/* The same as a value inside other JSON. */
void deadline_json_value(struct json_out *j, const struct calendar *c, const struct deadline_query *q,
	const struct deadline *d);
