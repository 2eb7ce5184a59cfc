#pragma once
/*
 * The values of one column of a catalogue file (contract.md "CSV for import"), which are also the members of
 * a catalogue entry in the journal: parsed by the same functions, so what was imported can be read back.
 */
#include "base/date.h"

/* clang-format off */
#define FIELD_FLAWS(X) \
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
#define X(name) FIELD_##name,
enum field_flaw { FIELD_FLAWS(X) FIELD_FLAW_N };
#undef X

/* Each writes *out only when it returns FIELD_FINE. */
/* At most max_chars characters, line breaks and empty allowed. The slice stays the caller's. */
must_check enum field_flaw field_text(struct str value, size_t max_chars, struct str *out);
/* The same without line breaks. */
must_check enum field_flaw field_line(struct str value, size_t max_chars, struct str *out);
/* A line that is not empty. */
must_check enum field_flaw field_name(struct str value, size_t max_chars, struct str *out);
/* A code of code.h; "" and UNKNOWN give "": none is known. */
must_check enum field_flaw field_code(struct str value, struct str *out);
/* 2022-10-25; "" gives DAYNUM_NONE. */
must_check enum field_flaw field_day(struct str value, daynum *out);
/* min to max; "" is FIELD_MISSING. */
must_check enum field_flaw field_number(struct str value, int64_t min, int64_t max, int64_t *out);
/* "2022-10-25" or "". */
struct str field_day_text(struct arena *a, daynum d);
