#pragma once
/*
 * The list of days that differ from their weekday: days off and swapped days (Labour Code 2019 art. 111-112
 * and the yearly decisions), as contract.md "CSV: holidays" imports them. A list is a version: importing a
 * file makes a new one by holidays_merge. Which years a list vouches for is part of it.
 */
#include "base/date.h"
#include "base/limits.h"

enum day_kind {
	DAY_WORKING,
	DAY_WEEKEND, /* the weekday is none of the agency's working days */
	DAY_HOLIDAY,
	DAY_COMPENSATION,
	DAY_SWAP_OFF,
	DAY_SWAP_WORK, /* worked although a weekend, with Monday's hours */
};
struct special_day {
	daynum day;
	enum day_kind kind;
	struct str name; /* as announced; not used by any computation */
};
enum { FIRST_CALENDAR_YEAR = 1900, LAST_CALENDAR_YEAR = 2199 };
struct year_set {
	uint64_t bits[(LAST_CALENDAR_YEAR - FIRST_CALENDAR_YEAR) / 64 + 1];
};
/* Zero is the list that knows nothing: every day by its weekday, none verified. */
struct holidays {
	const struct special_day *days; /* by day, each day once */
	size_t n;
	struct year_set verified;
};
/* holiday|compensation|swap_off|swap_work of the import. False for another word. */
must_check bool parse_special_kind(struct str s, enum day_kind *out);
/* Any kind by the word of the contract's JSON: working_day, weekend, holiday, ... */
struct str day_kind_name(enum day_kind kind);

enum holidays_refusal {
	HOLIDAYS_FINE,
	HOLIDAYS_TOO_MANY, /* more than LIMIT_SPECIAL_DAYS */
	HOLIDAYS_TWICE,    /* one date in two rows */
	HOLIDAYS_KIND,     /* working_day or weekend: not an exception */
};
/* The list of one file, rows in any order: verified from 1 January of its first year to 31 December of its
 * last. *at (the later row of a double, the row of a wrong kind) is set on refusal only, *out otherwise;
 * out's days live in a, names stay where they are. */
must_check enum holidays_refusal holidays_of_file(
	struct arena *a, const struct special_day *rows, size_t n, size_t *at, struct holidays *out);
/* The version after importing file over old: file's years (those in which it names a day) replace old's; a
 * year is verified when either vouches for it. Same days and same verified years as old: holidays_eq. */
struct holidays holidays_merge(struct arena *a, const struct holidays *old, const struct holidays *file);
bool holidays_eq(const struct holidays *a, const struct holidays *b); /* names included */
bool year_verified(const struct year_set *s, int year);
void year_verify(struct year_set *s, int year);
