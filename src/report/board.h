#pragma once
/*
 * The board: who owes which reports in a year, what came, how late. Obligations joined with the reports that
 * were made for them and the reminders that were sent; pure, so that every number on a page can be counted
 * again from the same lists.
 */
#include "report/regime.h"
#include "report/report.h"

/* A report as lists know it. */
struct report_filed {
	int64_t number; /* of the record */
	struct str regime, name, series, agency;
	int year, turn;
	enum report_state state;
	daynum first_day, last_day; /* of submission; DAYNUM_NONE: none yet */
	daynum from, to, due;       /* as they were when it was opened */
	int versions;
	bool consolidated;
};
struct report_reminded {
	struct str regime, agency;
	int year, turn;
	daynum day;
};
/* A report that is owed. */
struct duty {
	struct obligation o;              /* with the due day of the report, when there is one */
	const struct report_filed *filed; /* NULL: not begun */
	struct punctuality p;
	daynum reminded; /* when last; DAYNUM_NONE: never */
};
struct board_request {
	const struct report_regimes *regimes;
	const struct agency_tree *agencies;
	const struct calendar *const *calendars; /* by number of the agency */
	const bool *in;                          /* which agencies, by number */
	int year;
	struct str series; /* empty: all */
	daynum today;
	const struct report_filed *filed; /* of that year; of other agencies and years too */
	size_t filed_n;
	const struct report_reminded *reminders; /* in the order of days */
	size_t reminders_n;
};
struct board {
	const struct duty *duties; /* by number of the agency, then by due day */
	size_t n;
};
/* A report that was made for something that is owed no longer (a corrected regime, an agency that ended) is a
 * duty still. At most LIMIT_REPORTS_A_YEAR. */
struct board board_of(struct arena *a, const struct board_request *rq);
/* The fields by which a report, or a reminder of one, is opened for an obligation. */
void report_put_obligation(struct arena *a, const struct obligation *o, struct record_event *e);
void reminder_put_obligation(struct arena *a, const struct obligation *o, struct record_event *e);
struct punctuality_year board_year(const struct board *b, int agency); /* agency 0: all */
