#pragma once
/*
 * Open data: sets of rows with explained columns, each as CSV (for people with a spreadsheet) and JSON (for
 * programs), and a catalogue of them for machines (DCAT-AP as JSON-LD). A set is a table of columns and a
 * function that says its rows; what it shows is public on the pages too, and nothing about a person is in it
 * (docs/open-data.md).
 */
#include "exchange/csv_write.h"
#include "json/json_write.h"
#include "site/site_web.h"

enum dataset_type { DATASET_TEXT, DATASET_NUMBER, DATASET_DAY };
struct dataset_column {
	struct str name; /* in files: never changes */
	enum dataset_type type;
	enum msg meaning;
};

enum dataset_format { DATASET_CSV, DATASET_JSON };
/* Where rows are said: all columns of each in their order. */
struct dataset_out {
	struct request *rq;
	const struct catalogue *c;
	struct db *db;
	const struct dataset_column *columns;
	size_t columns_n;
	enum dataset_format format;
	struct csv_out csv;
	struct json_out json;
	struct buf body;
	size_t at;    /* the column that is said next */
	int64_t rows; /* so far */
	bool full;    /* LIMIT_DATASET_ROWS or _BYTES: the rest is not said */
};
/* Empty text and DAYNUM_NONE: not known; null in JSON. */
void dataset_text(struct dataset_out *o, struct str value);
void dataset_number(struct dataset_out *o, int64_t value);
void dataset_unknown_number(struct dataset_out *o);
void dataset_day(struct dataset_out *o, daynum day);

struct dataset {
	struct str name; /* /du-lieu-mo/NAME.csv */
	enum msg title, what;
	const struct dataset_column *columns;
	size_t columns_n;
	const struct fault *(*say)(struct dataset_out *o);
	struct str page, api; /* the same for people; the same by questions; may be empty */
	bool by_year;         /* of one year, ?nam=2022 */
};
extern const struct dataset *const datasets[]; /* ends with NULL */

/* The sets. */
extern const struct dataset dataset_procedures, dataset_agencies, dataset_holidays, dataset_figures,
	dataset_legal, dataset_news, dataset_feedback;
/* The year that a set by year is asked for. */
int64_t dataset_year(const struct dataset_out *o);
