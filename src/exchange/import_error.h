#pragma once
/*
 * What is wrong with an import file: one list for all imports, because contract.md wants all errors in one
 * pass as FILE:LINE: FIELD: message. A code and its pieces are kept, the words come from exchange.vi.msg and
 * exchange.en.msg and say what to do. Warnings are a list of the same kind.
 */
#include "base/buf.h"
#include "base/limits.h"
#include "msg/lang.h"

/* clang-format off */
#define IMPORT_ERRORS(X) /* name, key of its message, the parts of an import_error that the message shows */ \
	X(EMPTY_FILE,         empty_file,         NOTHING)    \
	X(FILE_TOO_LARGE,     file_too_large,     N)          /* N: bytes allowed */ \
	X(TOO_MANY_ROWS,      too_many_rows,      N)          /* N: rows allowed */ \
	X(LONE_CR,            lone_cr,            NOTHING)    \
	X(UNKNOWN_COLUMN,     unknown_column,     PIECE_ALSO) /* ALSO: the columns that may stand there */ \
	X(DOUBLED_COLUMN,     doubled_column,     PIECE)      \
	X(MISSING_COLUMNS,    missing_columns,    PIECE)      /* PIECE: all of them */ \
	X(TOO_MANY_COLUMNS,   too_many_columns,   N)          /* N: columns allowed */ \
	X(ROW_TOO_LONG,       row_too_long,       N)          /* N: bytes allowed */ \
	X(QUOTE_NOT_CLOSED,   quote_not_closed,   NOTHING)    \
	X(QUOTE_STRAY,        quote_stray,        PIECE)      /* PIECE: up to the quote */ \
	X(FIELD_COUNT,        field_count,        N_M)        /* N: fields there, M: columns */ \
	X(BROKEN_TEXT,        broken_text,        PIECE)      /* PIECE: the bytes, hexadecimal */ \
	X(CONTROL_CHARACTER,  control_character,  PIECE)      \
	X(MISSING_VALUE,      missing_value,      NOTHING)    \
	X(TOO_LONG,           too_long,           N)          /* N: characters allowed */ \
	X(NOT_A_DATE,         not_a_date,         PIECE)      \
	X(NOT_A_MINUTE,       not_a_minute,       PIECE)      \
	X(NOT_A_NUMBER,       not_a_number,       PIECE)      \
	X(OUT_OF_RANGE,       out_of_range,       PIECE_N_M)  /* N to M is allowed */ \
	X(NOT_IN_LIST,        not_in_list,        PIECE_ALSO) /* ALSO: the words allowed */ \
	X(UNKNOWN_AGENCY,     unknown_agency,     PIECE)      \
	X(AMBIGUOUS_AGENCY,   ambiguous_agency,   PIECE_ALSO) /* ALSO: the codes that match */ \
	X(UNKNOWN_PROCEDURE,  unknown_procedure,  PIECE)      \
	X(BAD_DOSSIER_CODE,   bad_dossier_code,   PIECE)      \
	X(IN_THE_FUTURE,      in_the_future,      PIECE)      \
	X(DOUBLED_ROW,        doubled_row,        PIECE_N)    /* PIECE: the key, N: line of the first one */ \
	X(TIMES_OUT_OF_ORDER, times_out_of_order, PIECE_ALSO) /* PIECE must not come before ALSO */ \
	X(EXISTS_OTHERWISE,   exists_otherwise,   PIECE_ALSO) /* PIECE: in the file, ALSO: stored */ \
	X(REFUSED,            refused,            WORDS)      /* PIECE: the whole message, a rule's own words */
/* clang-format on */

#define X(name, key, parts) IMPORT_##name,
enum import_code { IMPORT_FINE, IMPORT_ERRORS(X) };
#undef X

struct import_error {
	int64_t line;     /* physical line of the file, from 1; where the row begins */
	struct str field; /* name of the column; "row", "header" or "file" when it is not one field */
	enum import_code code;
	struct str piece, also; /* see IMPORT_ERRORS; kept short and printable */
	int64_t n, m;
};
struct import_errors {
	struct arena *a;
	struct import_error *list; /* by line, then in the order found */
	size_t kept;               /* in list, at most LIMIT_CSV_ERRORS */
	int64_t total;             /* found */
};
/* Copies and shortens what e points to. Past LIMIT_CSV_ERRORS it only counts. */
void import_error_add(struct import_errors *errors, struct import_error e);
/* "FILE:LINE: FIELD: message", without an end of line. */
void import_error_say(struct buf *out, enum lang lang, struct str file, const struct import_error *e);
/* All that were kept, one a line, and how many more there were. */
void import_errors_say(struct buf *out, enum lang lang, struct str file, const struct import_errors *errors);
