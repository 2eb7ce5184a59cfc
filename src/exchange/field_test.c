#include "exchange/field.h"
#include "tests/t.h"

static const struct csv_column columns[] = { { S_INIT("a"), true }, { S_INIT("b"), false } };
enum { A, B };
static const struct str words[] = { S_INIT("counter"), S_INIT("online") };

enum reader { TEXT, TEXT_OR, LINES, INT, DAY, DAY_OR, MINUTE, MINUTE_OR, WORD, WORD_OR };

/* Reads field a; the value as text, the error as its code. */
static struct str read_as(struct arena *a, struct csv *c, enum reader how)
{
	struct str s = { 0 };
	int64_t n = 0;
	daynum d = 0;
	size_t place = 99;

	switch (how) {
	case TEXT: return field_text(c, A, 4, &s) ? s : S("no");
	case TEXT_OR: return field_text_or_empty(c, A, 4, &s) ? s : S("no");
	case LINES: return field_lines_or_empty(c, A, 4, &s) ? s : S("no");
	case INT:
		return field_int_or(c, A, (struct int_range){ 1, 99, -7 }, &n) ? str_fmt(a, "%d", (int)n)
									       : S("no");
	case DAY: return field_day(c, A, &d) ? fmt_day(a, d) : S("no");
	case DAY_OR:
		return !field_day_or_none(c, A, &d) ? S("no") : d == DAYNUM_NONE ? S("none") : fmt_day(a, d);
	case MINUTE: return field_minute(c, A, &n) ? fmt_instant(a, n) : S("no");
	case MINUTE_OR:
		return !field_minute_or_none(c, A, &n) ? S("no")
		       : n == INSTANT_NONE             ? S("none")
						       : fmt_instant(a, n);
	case WORD: return field_word(c, A, words, COUNT(words), &place) ? str_fmt(a, "%zu", place) : S("no");
	case WORD_OR:
		return field_word_or(c, A, words, COUNT(words), &place) ? str_fmt(a, "%zu", place) : S("no");
	}
	impossible();
}

TEST(fields_become_values_or_errors)
{
	static const struct {
		enum reader how;
		struct str field, want;
		enum import_code code;
	} rows[] = {
		{ TEXT, S_INIT("Đổi"), S_INIT("Đổi"), IMPORT_FINE },
		{ TEXT, S_INIT(""), S_INIT("no"), IMPORT_MISSING_VALUE },
		{ TEXT, S_INIT("Đổi g"), S_INIT("no"), IMPORT_TOO_LONG },
		{ TEXT, S_INIT("\"a\nb\""), S_INIT("no"), IMPORT_CONTROL_CHARACTER },
		{ TEXT, S_INIT("\xFF"), S_INIT("no"), IMPORT_BROKEN_TEXT },
		{ TEXT_OR, S_INIT(""), S_INIT(""), IMPORT_FINE },
		{ TEXT_OR, S_INIT("\xFF"), S_INIT("no"), IMPORT_BROKEN_TEXT },
		{ LINES, S_INIT("\"a\nb\""), S_INIT("a\nb"), IMPORT_FINE },
		{ INT, S_INIT("12"), S_INIT("12"), IMPORT_FINE },
		{ INT, S_INIT(""), S_INIT("-7"), IMPORT_FINE },
		{ INT, S_INIT("0"), S_INIT("no"), IMPORT_OUT_OF_RANGE },
		{ INT, S_INIT("100"), S_INIT("no"), IMPORT_OUT_OF_RANGE },
		{ INT, S_INIT("1.713"), S_INIT("no"), IMPORT_NOT_A_NUMBER },
		{ INT, S_INIT("\xFF"), S_INIT("no"), IMPORT_BROKEN_TEXT },
		{ DAY, S_INIT("2022-10-25"), S_INIT("2022-10-25"), IMPORT_FINE },
		{ DAY, S_INIT("2022-02-31"), S_INIT("no"), IMPORT_NOT_A_DATE },
		{ DAY, S_INIT("31/02"), S_INIT("no"), IMPORT_NOT_A_DATE },
		{ DAY, S_INIT(""), S_INIT("no"), IMPORT_MISSING_VALUE },
		{ DAY_OR, S_INIT(""), S_INIT("none"), IMPORT_FINE },
		{ DAY_OR, S_INIT("\xFF"), S_INIT("no"), IMPORT_BROKEN_TEXT },
		{ MINUTE, S_INIT("2022-10-21 15:40"), S_INIT("2022-10-21T15:40:00+07:00"), IMPORT_FINE },
		{ MINUTE, S_INIT("2022-10-21"), S_INIT("no"), IMPORT_NOT_A_MINUTE },
		{ MINUTE, S_INIT(""), S_INIT("no"), IMPORT_MISSING_VALUE },
		{ MINUTE_OR, S_INIT(""), S_INIT("none"), IMPORT_FINE },
		{ MINUTE_OR, S_INIT("\xFF"), S_INIT("no"), IMPORT_BROKEN_TEXT },
		{ WORD, S_INIT("online"), S_INIT("1"), IMPORT_FINE },
		{ WORD, S_INIT("Online"), S_INIT("no"), IMPORT_NOT_IN_LIST },
		{ WORD, S_INIT(""), S_INIT("no"), IMPORT_MISSING_VALUE },
		{ WORD_OR, S_INIT(""), S_INIT("99"), IMPORT_FINE },
		{ WORD_OR, S_INIT("\xFF"), S_INIT("no"), IMPORT_BROKEN_TEXT },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		ARENA a = { 0 };
		struct csv_memory memory = { .rest = str_fmt(&a, "a,b\n%.*s,x\n", ARG(rows[i].field)) };
		struct import_errors errors = { .a = &a };
		bool more = false;
		cleanup_with(csv_close) struct csv c = { 0 };
		CHECK_OK(csv_open(&c, &a, csv_from_memory(&memory), columns, COUNT(columns), &errors));
		CHECK_OK(csv_next(&c, &more));
		CHECK(more);
		CHECK_STR(c.field[B], S("x"));
		CHECK_STR(read_as(&a, &c, rows[i].how), rows[i].want);
		CHECK_INT(errors.total, rows[i].code != IMPORT_FINE);
		if (errors.total) {
			CHECK_INT(errors.list[0].code, rows[i].code);
			CHECK_INT(errors.list[0].line, 2);
			CHECK_STR(errors.list[0].field, S("a"));
		}
	}
}

TEST(the_words_that_may_stand_there_are_told)
{
	ARENA a = { 0 };
	struct csv_memory memory = { .rest = S("a\nfax\n") };
	struct import_errors errors = { .a = &a };
	bool more;
	size_t place;
	cleanup_with(csv_close) struct csv c = { 0 };

	CHECK_OK(csv_open(&c, &a, csv_from_memory(&memory), columns, COUNT(columns), &errors));
	CHECK_OK(csv_next(&c, &more));
	CHECK(!field_word(&c, A, words, COUNT(words), &place));
	CHECK_STR(errors.list[0].piece, S("fax"));
	CHECK_STR(errors.list[0].also, S("counter, online"));
}
