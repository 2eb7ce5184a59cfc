#pragma once
/* The rows of an import of working time, gathered into periods. */
#include "catalogue/hours.h"
#include "exchange/agency_names.h"
#include "exchange/import.h"

/* clang-format off */
#define HOURS_FIELDS(X) X(AGENCY, "agency", true) X(VALID_FROM, "valid_from", true) X(VALID_TO, "valid_to", false) \
	X(WEEKDAY, "weekday", true) X(HOURS, "hours", true)
/* clang-format on */
#define X(name, text, needed) HOURS_FIELD_##name,
enum hours_field { HOURS_FIELDS(X) HOURS_FIELD_N };
#undef X
extern const struct csv_column hours_fields[HOURS_FIELD_N];

struct hours_period {
	struct hours_version v;
	int64_t line;                 /* of its first row */
	int64_t lines[DAYS_PER_WEEK]; /* of the row that names the weekday; 0: none does, so it is closed */
	int rows;
	bool failed; /* a row of it has an error, which was reported */
};
struct hours_periods {
	struct hours_period *list; /* in the order of the file */
	int n;
	bool lost;     /* rows whose period is not known, for their errors */
	bool too_many; /* more than LIMIT_HOURS_PERIODS; the rest is lost */
};
/* "mon" ... "sun", by weekday(). */
struct str weekday_word(int weekday);

/* Reads the whole file; what is wrong goes to job->errors. At most LIMIT_HOURS_PERIODS periods. */
must_check const struct fault *hours_rows_read(
	struct import_job *job, struct arena *a, const struct agency_names *names, struct hours_periods *out);
