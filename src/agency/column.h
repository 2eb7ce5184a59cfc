#pragma once
/*
 * The values of one column of a catalogue file (contract.md "CSV for import"), which are also the members of
 * a catalogue entry in the journal: parsed by the same functions, so what was imported can be read back.
 */
#include "base/date.h"

/* clang-format off */
#define COLUMN_FLAWS(X) \
	X(FINE) \
	X(MISSING)  /* must not be empty */ \
	X(TEXT)     /* broken UTF-8 or control characters */ \
	X(TOO_LONG) \
	X(CODE)     /* characters that no code has */ \
	X(WORD)     /* none of the words allowed */ \
	X(DAY)      /* no such date, or not written 2022-10-25 */ \
	X(NUMBER)   /* not a whole number in the range allowed */ \
	X(CLOCK)    /* not written 15:00 */ \
	X(ORDER)    /* ends before it begins */ \
	X(SURPLUS)  /* days of an immediate procedure */ \
	X(ABOLISHED_WHEN) /* an abolition without its first day */
/* clang-format on */
#define X(name) COLUMN_##name,
enum column_flaw { COLUMN_FLAWS(X) COLUMN_FLAW_N };
#undef X

/* What a column is. */
struct column {
	struct str text;  /* its name in files and entries */
	bool needed;      /* a file must have it */
	int64_t most;     /* characters of a text; of a number the largest */
	struct str words; /* those allowed, separated by ", "; empty: any text */
};
/* For lists of words of list macros: "a, b, " is what they make, COLUMN_WORDS drops the last two. */
#define COLUMN_WORD(name, text) text ", "
#define COLUMN_WORDS(list) \
	{ \
		"" list, sizeof(list) > 1 ? sizeof(list) - 3 : 0 \
	}

/* Each writes *out only when it returns COLUMN_FINE. */
/* At most max_chars characters, line breaks and empty allowed. The slice stays the caller's. */
must_check enum column_flaw column_text(struct str value, size_t max_chars, struct str *out);
/* The same without line breaks. */
must_check enum column_flaw column_line(struct str value, size_t max_chars, struct str *out);
/* A line that is not empty. */
must_check enum column_flaw column_name(struct str value, size_t max_chars, struct str *out);
/* A code of code.h; "" and UNKNOWN give "": none is known. */
must_check enum column_flaw column_code(struct str value, struct str *out);
/* 2022-10-25; "" gives DAYNUM_NONE, and so does 1970-01-01, which other systems write for "since ever". */
must_check enum column_flaw column_day(struct str value, daynum *out);
/* min to max; "" is COLUMN_MISSING. */
must_check enum column_flaw column_number(struct str value, int64_t min, int64_t max, int64_t *out);
/* "2022-10-25" or "". */
struct str column_day_text(struct arena *a, daynum d);
