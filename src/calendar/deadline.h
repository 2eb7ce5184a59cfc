#pragma once
/*
 * The law of deadlines: contract.md "Deadlines"; Civil Code 2015 art. 147 (the day of reception is not
 * counted) and art. 148 (months, last day that is no working day); ND 61/2018 art. 19(4) (counted again from
 * the start after a supplement). Pure and without allocation; explain.h tells the same day by day.
 */
#include "calendar/calendar.h"
#include "calendar/due.h"

enum unit { UNIT_WORKING_DAYS, UNIT_CALENDAR_DAYS, UNIT_MONTHS, UNIT_HOURS, UNIT_IMMEDIATE };
enum rule { RULE_CIVIL, RULE_HOURS };
enum supplement_rule { SUPPLEMENT_RESTART, SUPPLEMENT_RESUME };
enum { UNIT_COUNT = 5 };

/* The time that a procedure allows. UNIT_HOURS are working hours. */
struct allowance {
	enum unit unit;
	int n;     /* 1 to LIMIT_ALLOWANCE; 0 for UNIT_IMMEDIATE and where none */
	bool none; /* no deadline: a state of its own, never "early" */
};
must_check bool parse_unit(
	struct str s, enum unit *out); /* working_days, calendar_days, months, hours, immediate */
must_check bool parse_rule(struct str s, enum rule *out);                       /* civil, hours */
must_check bool parse_supplement_rule(struct str s, enum supplement_rule *out); /* restart, resume */
struct str unit_name(enum unit unit);
struct str rule_name(enum rule rule);
struct str supplement_rule_name(enum supplement_rule rule);
enum rule default_rule(enum unit unit);

enum deadline_refusal {
	DEADLINE_FINE,
	DEADLINE_NOT_UNDER_HOURS, /* months and calendar days under rule hours: a usage error */
	DEADLINE_NOT_UNDER_CIVIL, /* hours under rule civil: a day cannot hold them */
	DEADLINE_NUMBER,          /* n below 1 or above LIMIT_ALLOWANCE */
	DEADLINE_PAUSES,          /* out of order, overlapping, before reception, or more than LIMIT_PAUSES */
	DEADLINE_RANGE,           /* reception or due day outside 1900-2199 */
};
/* May this allowance be counted by this rule? Only FINE, NOT_UNDER_HOURS, NOT_UNDER_CIVIL, NUMBER. */
must_check enum deadline_refusal allowance_check(struct allowance allow, enum rule rule);

/* A supplement: asked for at from, there at to (from <= to). Days: the day of the request is still used up,
 * the days after it until the day on which the supplement came are paused. Minutes: [from, to) is paused. So
 * a pause that is split in two is the same pause. */
struct pause {
	instant from, to;
};
struct deadline_query {
	instant received; /* complete and correct: when the clock starts */
	struct allowance allow;
	enum rule rule;
	/* Minute of the day, 0 for none: a paper that comes after that minute counts as received on the next
	 * working day, and so does one that comes on a day that is none (else Saturday's paper would be due
	 * before Friday evening's). An attribute of the procedure (as in ND 23/2015 art. 7), also applied to
	 * supplements. */
	int cutoff_minute;
	enum supplement_rule supplement;
	const struct pause
		*pauses; /* by from; all of them over: while one lasts, the deadline stands still */
	size_t pause_count;
};
struct deadline {
	struct due due;
	bool rolled; /* the last day was none, the deadline moved (art. 148(5)) */
	daynum rolled_from;
	bool verified;       /* no unverified day was used */
	instant start;       /* reception after cut-off and, by rule hours, opening: where counting starts */
	daynum first_day;    /* of the explanation: the day of reception, or the day after it by rule civil */
	daynum last_counted; /* the day on which the allowance was used up; due.day unless rolled */
};
/*
 * civil: working_days: the Nth working day after the day of reception. calendar_days, months: the Nth day
 * after, the same day of the month or its last; moved to the next working day if it is none. hours: hours run
 * within working time from the minute of reception, or from the next opening; used up exactly at the end of a
 * session they are due at that minute. N working days: the same clock time N working days later; received
 * outside working time it is the next opening that is moved, so that Saturday's paper with 3 working days is
 * due on Thursday 07:30. Counter sessions (worktime.h) are not working time. immediate, by either rule: the
 * day of reception or the next working day; a supplement starts it anew. restart: all is counted again from
 * the end of the last pause. resume: paused days or minutes are left out; months are moved by the paused
 * days; N working days under hours by the paused working minutes. A deadline that has passed before a pause
 * begins stays what it was.
 */
must_check enum deadline_refusal deadline_compute(
	const struct calendar *c, const struct deadline_query *q, struct deadline *out);

/* For explain.c, which tells what deadline_compute did. */
/* The arrival that starts the counting: reception, or the last supplement where that starts it anew. */
instant deadline_origin(const struct deadline_query *q);
/* When a paper that comes at t counts as received: at its minute, or at the opening of the next working day
 * (cut-off). PAST_LAST_INSTANT past 2199. */
instant deadline_counts_from(const struct calendar *c, const struct deadline_query *q, instant t);
/* How many of the query's pauses leave something out: none where all is counted anew. */
size_t deadline_resumed_pauses(const struct deadline_query *q);

enum remaining_kind {
	REMAINING_NO_DEADLINE,
	REMAINING_WORKING_DAYS,  /* n >= 1 */
	REMAINING_CALENDAR_DAYS, /* n >= 1; the due day was given and no working day is left until it */
	REMAINING_TODAY,         /* due today, whole day */
	REMAINING_MINUTES,       /* due at a minute of today: n >= 0 working minutes */
	REMAINING_OVERDUE_TODAY, /* due at a minute of today that has passed */
	REMAINING_OVERDUE,       /* n >= 0 working days since the due day */
};
struct remaining {
	enum remaining_kind kind;
	int n;
};
/* How long until a deadline, as people say it, in the working days of the agency. Dates outside 1900-2199
 * count as calendar days. */
struct remaining deadline_remaining(const struct calendar *c, struct due due, instant now);
