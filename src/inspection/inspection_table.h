#pragma once
/*
 * The figures of a self-report as a table, for units that keep theirs in a spreadsheet: columns "figure" (its
 * name in entries, or its label in Vietnamese) and "value"; "name" is for people and not read. What was read
 * still goes through the form and the law like typed figures.
 */
#include "exchange/import_error.h"
#include "inspection/inspection.h"

/* The template: every figure with its label, values as they were declared last. */
struct str inspection_table_write(struct arena *a, const struct inspection_figures *known);
/* Sets the figures of e; what is wrong goes into errors. Rows without a value are passed over. */
must_check const struct fault *inspection_table_read(
	struct arena *a, struct str bytes, struct record_event *e, struct import_errors *errors);
