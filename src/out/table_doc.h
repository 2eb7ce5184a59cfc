#pragma once
/*
 * A statutory form: a heading, a table whose head has several rows, notes. Drawn as a sheet
 * (xlsx_xlsxwriter.c) and as pages (table_pdf.c), so that both say the same.
 */
#include "base/date.h"
#include "base/fault.h"
#include "base/limits.h"
#include "msg/lang.h"

struct table_head {
	struct str text;
	int row, column;   /* from 0 */
	int rows, columns; /* covered; at least 1 */
};
struct table_column {
	int width;       /* of about so many digits */
	bool text;       /* else whole numbers */
	bool hundredths; /* of numbers: 925 is written 9,25 */
};
/* Text or number, as its column is; an empty text in a column of numbers is an empty cell. */
struct table_cell {
	struct str text;
	int64_t n;
	bool empty; /* of a number: there is none */
};
struct table_doc {
	struct str sheet;          /* short: tab of the sheet */
	struct str nation, motto;  /* Quốc hiệu, tiêu ngữ (NĐ 30/2020, phụ lục I); may be empty */
	struct str issuer, number; /* who reports; which form */
	struct str title;          /* in capitals */
	const struct str *subtitles, *notes; /* under the title; under the table */
	int subtitles_n, notes_n;
	struct str unit;      /* what is counted, on the right above the table */
	struct str page_foot; /* small, at the foot of each page, one line */
	const struct table_column *columns;
	int columns_n;
	const struct table_head *heads;
	int heads_n, head_rows;
	const struct table_cell *cells; /* row by row, columns_n each */
	int rows;
	bool total;     /* the last row is a sum: bold */
	enum lang lang; /* how numbers are written; a sheet leaves it to its reader */
	instant made;
};

/* The sheet as a file; printed on A4, landscape. Faults: no room in /tmp, where the library keeps its rows
 * while it writes. bytes in a. */
must_check const struct fault *table_doc_xlsx(struct arena *a, const struct table_doc *f, struct str *bytes);
/* The same as pages. Fault: the library cannot draw. bytes in a. */
must_check const struct fault *table_doc_pdf(struct arena *a, const struct table_doc *f, struct str *bytes);
