#pragma once
/*
 * Writes CSV by RFC 4180: CR LF, quotes where needed. A text that a spreadsheet would take for a formula (it
 * begins with = + - @ tab or CR) gets an apostrophe in front, unless the file is marked exact: for programs
 * and for reading it in again.
 */
#include "base/buf.h"

struct csv_out {
	struct buf *out;
	char separator; /* 0: comma */
	bool exact;     /* texts unchanged, formulas or not */
	bool in_row;
};
/* Byte order mark, first of all: spreadsheets take a file without it for Windows-1258. */
void csv_out_mark(struct csv_out *c);
void csv_out_str(struct csv_out *c, struct str value);
void csv_out_int(struct csv_out *c, int64_t value);
/* Ends the row. */
void csv_out_end(struct csv_out *c);
