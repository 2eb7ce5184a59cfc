#pragma once
/*
 * Forms: a page declares its fields, with bounds, and gets a typed struct. Input that no field declares does
 * not exist. A field that is absent or empty leaves the struct's value as it was: that is the default.
 *
 *	struct search { struct str q; int64_t page; };
 *	static const struct field fields[] = {
 *		FIELD_TEXT(struct search, q, "q", 0, LIMIT_QUERY_CHARS),
 *		FIELD_INT(struct search, page, "trang", 1, 1000),
 *	};
 *	struct search s = { .page = 1 };
 *	struct form f = form_read_query(rq, fields, COUNT(fields), &s);
 *	if (f.error_count) … form_problem_of(&f, "q"), form_raw(&f, "q") …
 */
#include "base/date.h"
#include "http/http.h"

enum field_kind {
	FIELD_KIND_TEXT,
	FIELD_KIND_LINES,
	FIELD_KIND_CODE,
	FIELD_KIND_INT,
	FIELD_KIND_DAY,
	FIELD_KIND_WORD,
	FIELD_KIND_FLAG
};

struct field {
	const char *name;
	enum field_kind kind;
	size_t at;                /* offset in the result */
	int64_t min, max;         /* text, code: characters; int: the number; day: days since 1970 */
	const char *const *words; /* FIELD_WORD: ends with NULL */
};
/* offsetof that does not compile when the member has another type. */
#define FIELD_AT(T, member, type) (offsetof(T, member) + 0 * sizeof(&((T *)NULL)->member == (type *)NULL))
/* min 1 makes the field mandatory. One line of UTF-8 without control characters, trimmed. A struct str. */
#define FIELD_TEXT(T, member, name, min, max) \
	{ \
		name, FIELD_KIND_TEXT, FIELD_AT(T, member, struct str), min, max, NULL \
	}
/* The same in several lines; their ends become \n. */
#define FIELD_LINES(T, member, name, min, max) \
	{ \
		name, FIELD_KIND_LINES, FIELD_AT(T, member, struct str), min, max, NULL \
	}
/* Letters, digits, '-', '_', '.', ASCII, up to LIMIT_CODE_CHARS. A struct str. */
#define FIELD_CODE(T, member, name, min) \
	{ \
		name, FIELD_KIND_CODE, FIELD_AT(T, member, struct str), min, LIMIT_CODE_CHARS, NULL \
	}
/* An int64_t. */
#define FIELD_INT(T, member, name, min, max) \
	{ \
		name, FIELD_KIND_INT, FIELD_AT(T, member, int64_t), min, max, NULL \
	}
/* 2022-10-25 or 25/10/2022. A daynum. */
#define FIELD_DAY(T, member, name) \
	{ \
		name, FIELD_KIND_DAY, FIELD_AT(T, member, daynum), INT32_MIN, INT32_MAX, NULL \
	}
/* One of words; the member is an int, the word's index. */
#define FIELD_WORD(T, member, name, words) \
	{ \
		name, FIELD_KIND_WORD, FIELD_AT(T, member, int), 0, 0, words \
	}
/* A check box: "1" or "on". A bool. */
#define FIELD_FLAG(T, member, name) \
	{ \
		name, FIELD_KIND_FLAG, FIELD_AT(T, member, bool), 0, 0, NULL \
	}

/* What is wrong with a field. The page turns it into words of the reader's language. */
enum form_problem {
	FORM_FINE,
	FORM_MISSING,      /* mandatory and empty */
	FORM_TOO_LONG,     /* more than max characters */
	FORM_TOO_SHORT,    /* fewer than min characters */
	FORM_BAD_TEXT,     /* broken UTF-8 or control characters */
	FORM_BAD_CODE,     /* a character no code has */
	FORM_BAD_NUMBER,   /* not a whole number */
	FORM_OUT_OF_RANGE, /* below min or above max */
	FORM_BAD_DAY,      /* no such day */
	FORM_BAD_WORD,     /* none of the choices */
	FORM_TWICE,        /* sent more than once */
};
struct form_value {
	bool given;
	struct str raw; /* as sent, decoded: to be shown again; empty when it was not UTF-8 */
	enum form_problem problem;
};
struct form {
	const struct field *fields;
	size_t count;
	struct form_value *values; /* one per field, in rq->a */
	size_t error_count;
	/* The whole input could not be read: broken percent code, too many fields, wrong content type. The
	 * handler answers with 400 then; error_count is 1 and no value is given. */
	bool unreadable;
};
struct form form_read_query(struct request *rq, const struct field *fields, size_t count, void *result);
/* application/x-www-form-urlencoded, or multipart/form-data (RFC 7578), whose parts that are no files are
 * fields like the others. */
struct form form_read_body(struct request *rq, const struct field *fields, size_t count, void *result);
/* A file of a multipart body. */
struct form_file {
	struct str name;  /* without folders, at most LIMIT_FILE_NAME_CHARS characters, none of control */
	struct str bytes; /* in rq->body */
};
/* The file that was chosen in a field of that name. False: none was, or the body has no files; *out is then
 * empty. */
must_check bool form_file(struct request *rq, struct str name, struct form_file *out);
/* The name must be declared. */
enum form_problem form_problem_of(const struct form *f, const char *name);
struct str form_raw(const struct form *f, const char *name);
bool form_given(const struct form *f, const char *name);
/* A handler's own finding ("no such agency"), counted like the others. */
void form_reject(struct form *f, const char *name, enum form_problem problem);
/* FORM_MISSING for a field that is empty: numbers, days and words that must be given. */
void form_require(struct form *f, const char *name);
