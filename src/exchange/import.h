#pragma once
/*
 * What the imports of the catalogue have in common (contract.md "CSV for import"): one file, one command of
 * the writer, all of it or nothing, all errors in one pass, a dry run that does everything and takes it back.
 */
#include "agency/column.h"
#include "exchange/csv.h"
#include "journal/write.h"

struct import_report {
	int64_t rows; /* read; each is one of the next three, or has an error */
	int64_t added;
	int64_t corrected; /* existing versions with other values, by --correct */
	int64_t unchanged;
};
/* Given to the writer as the argument of an import. It may run more than once: errors and report are those of
 * the last run. */
struct import_job {
	struct str bytes;   /* the file; past LIMIT_CSV_FILE_BYTES one byte more is enough */
	struct str correct; /* the reason; empty: no corrections */
	bool dry_run;
	enum lang lang; /* of what the rules themselves say in errors */
	struct import_errors
		errors; /* .a is set by the caller and outlives the job; .total > 0: nothing was imported */
	struct import_report report;
};
/* "337 rows: 337 added, ..." or "nothing changes", in the job's language, one line without an end. */
void import_report_say(struct buf *out, const struct import_job *job);

/* Forgets an earlier run and checks the reason. False when the job cannot run: errors says why. */
must_check bool import_begin(struct import_job *job);
/* Takes everything back when there were errors, or it is a dry run. */
void import_end(struct write *w, const struct import_job *job);

/* How rows become versions. */
struct import_table {
	const struct column *columns;
	int n, note; /* note: the column `source`, which csv.h reads by itself */
	enum column_flaw (*set)(void *version, int column, struct str value);
};
/* The columns of t for csv_open, without the note; csv column i is column import_column(t, i) of t. */
const struct csv_column *import_csv_columns(struct arena *a, const struct import_table *t);
static inline int import_column(const struct import_table *t, int csv_column)
{
	return csv_column < t->note ? csv_column : csv_column + 1;
}
/* Sets all columns of the current row; texts are copied to a. False when something was wrong, which is
 * reported. */
must_check bool import_row(
	struct import_job *job, struct arena *a, struct csv *c, const struct import_table *t, void *version);
/* Reports a flaw of one column. */
void import_flaw(struct import_job *job, int64_t line, const struct column *column, struct str value,
	enum column_flaw flaw);
/* Reports what a rule says, in its own words. */
void import_refuse(struct import_job *job, int64_t line, struct str field, struct str words);
/* Reports each column in which the file says another thing than what is stored. get is x_get(). */
struct import_difference {
	const struct import_table *table;
	struct str (*get)(struct arena *a, const void *version, int column);
	const void *in_file, *stored;
};
void import_differs(struct import_job *job, struct arena *a, int64_t line, const struct import_difference *d);
