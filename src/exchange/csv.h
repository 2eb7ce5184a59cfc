#pragma once
/*
 * Reads the CSV of contract.md "CSV for import": UTF-8 (byte order mark accepted) or UTF-16 with one, a
 * header row, comma or semicolon as the header shows, quotes by RFC 4180, LF or CRLF. Fields come as they are
 * to be stored: checked UTF-8 without control characters (line ends inside quotes stay), blanks at both ends
 * dropped, NFC. What is wrong goes into the list of errors and the next row is read, so that one pass finds
 * everything. Rows that are blank or hold only empty fields are passed over: spreadsheets leave them behind.
 */
#include "exchange/csv_text.h"
#include "exchange/import_error.h"

struct csv_column {
	struct str name;
	bool required; /* the column must be there; whether a value must be is for the import to say */
};
struct csv {
	struct csv_text text;
	const struct csv_column *columns; /* declared; a field's number is its place here */
	size_t column_count;
	struct import_errors *errors;
	struct arena row_memory;
	struct str line; /* the row as it stands, in line_space */
	char *line_space;
	int64_t lines; /* line ends read */
	int64_t rows;  /* rows read, blank ones not counted */
	char separator;
	bool stopped;                     /* nothing more to be had: end, bad header, a limit */
	size_t width;                     /* columns of the file */
	uint8_t place[LIMIT_CSV_COLUMNS]; /* of the file's columns among the declared ones */

	/* The current row; slices are good until the next csv_next. */
	int64_t row_line;  /* physical line where it begins */
	uint64_t bad_mask; /* fields that hold broken text, already reported; they are empty here */
	struct str field[LIMIT_CSV_COLUMNS];
	struct str note; /* the column `source`, which every file may have */
};

/* Reads the header. a holds the buffers (about 200 KB) and, like columns and errors, must outlive c. When the
 * header is bad, errors says all that is wrong with it and there are no rows. A fault is the source's. Use it
 * as `cleanup_with(csv_close) struct csv c = { 0 };`. */
must_check const struct fault *csv_open(struct csv *c, struct arena *a, struct csv_source source,
	const struct csv_column *columns, size_t column_count, struct import_errors *errors);
/* The next row into c->row_line, c->field, c->note. *more is false at the end. */
must_check const struct fault *csv_next(struct csv *c, bool *more);
void csv_close(struct csv *c);
/* Adds an error of the current row. column_count and more: of the row as a whole. */
void csv_error(struct csv *c, size_t column, struct import_error e);

/* A source over bytes in memory: { .rest = bytes }, read through csv_from_memory(&m). */
struct csv_memory {
	struct str rest;
	size_t step; /* at most so many bytes a call, 0: as many as fit */
};
struct csv_source csv_from_memory(struct csv_memory *m);
