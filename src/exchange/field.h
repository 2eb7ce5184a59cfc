#pragma once
/*
 * The fields of the current CSV row as values. What is wrong is added to the errors of the file, and false
 * comes back; an empty field is a value (`*_or` readers give the default) or an error (MISSING_VALUE), as the
 * reader's name says. A field whose text was broken is false without a second error.
 */
#include "base/date.h"
#include "exchange/csv.h"

/* One line of at most max_chars characters, not empty. */
must_check bool field_text(struct csv *c, size_t column, size_t max_chars, struct str *out);
/* The same, or empty. */
must_check bool field_text_or_empty(struct csv *c, size_t column, size_t max_chars, struct str *out);
/* Text of several lines, or empty. */
must_check bool field_lines_or_empty(struct csv *c, size_t column, size_t max_chars, struct str *out);

struct int_range {
	int64_t least, most, when_empty;
};
must_check bool field_int_or(struct csv *c, size_t column, struct int_range range, int64_t *out);

/* "2022-10-25"; DAYNUM_NONE when empty. */
must_check bool field_day_or_none(struct csv *c, size_t column, daynum *out);
must_check bool field_day(struct csv *c, size_t column, daynum *out);
/* "2022-10-21 15:40", local; INSTANT_NONE when empty. */
must_check bool field_minute_or_none(struct csv *c, size_t column, instant *out);
must_check bool field_minute(struct csv *c, size_t column, instant *out);

/* One of the words, its place in them. */
must_check bool field_word(struct csv *c, size_t column, const struct str *words, size_t count, size_t *out);
/* The same; when the field is empty *out keeps its value, which is the default. */
must_check bool field_word_or(
	struct csv *c, size_t column, const struct str *words, size_t count, size_t *out);
