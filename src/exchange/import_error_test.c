#include "base/utf8.h"
#include "exchange/import_error.h"
#include "tests/t.h"

TEST(errors_are_kept_up_to_a_limit_in_the_order_of_lines)
{
	ARENA a = { 0 };
	struct import_errors errors = { .a = &a };

	for (int i = 0; i < LIMIT_CSV_ERRORS + 5; i++)
		import_error_add(
			&errors, (struct import_error){ .line = 5000 - i, .code = IMPORT_TOO_LONG, .n = i });
	CHECK_INT(errors.total, LIMIT_CSV_ERRORS + 5);
	CHECK_INT(errors.kept, LIMIT_CSV_ERRORS);
	for (size_t i = 1; i < errors.kept; i++)
		CHECK(errors.list[i - 1].line < errors.list[i].line);
	struct buf b = { .a = &a };
	for (int i = 0; i < 1000; i++)
		buf_add(&b, S("ế\x1B"));
	struct import_errors one = { .a = &a };
	import_error_add(&one, (struct import_error){ .code = IMPORT_NOT_A_DATE, .piece = buf_str(&b) });
	CHECK_INT(utf8_count(one.list[0].piece), 61);
	CHECK(str_ends(one.list[0].piece, S("ế …")));
}

TEST(every_error_has_words_in_both_languages)
{
	for (enum lang lang = LANG_VI; lang <= LANG_EN; lang++)
		for (int code = IMPORT_FINE + 1; code <= IMPORT_REFUSED; code++) {
			ARENA a = { 0 };
			struct buf b = { .a = &a };
			struct import_error e = { .line = 12,
				.field = S("due_at"),
				.code = (enum import_code)code,
				.piece = S("PIECE"),
				.also = S("ALSO"),
				.n = 7,
				.m = 8 };
			import_error_say(&b, lang, S("a.csv"), &e);
			CHECK(str_starts(buf_str(&b), S("a.csv:12: due_at: ")));
			CHECK(b.n > S("a.csv:12: due_at: ").n + 4);
			CHECK(utf8_valid(buf_str(&b)));
		}
}

TEST(errors_are_printed_as_the_contract_says)
{
	ARENA a = { 0 };
	struct import_errors errors = { .a = &a };
	struct buf vi = { .a = &a }, en = { .a = &a };

	import_error_add(&errors, (struct import_error){ .line = 9,
					  .field = S("received_at"),
					  .code = IMPORT_NOT_A_MINUTE,
					  .piece = S("31/02") });
	import_error_add(&errors,
		(struct import_error){
			.line = 3, .field = S("row"), .code = IMPORT_FIELD_COUNT, .n = 11, .m = 12 });
	errors.total += 1500;
	import_errors_say(&vi, LANG_VI, S("h.csv"), &errors);
	import_errors_say(&en, LANG_EN, S("h.csv"), &errors);
	CHECK_STR(buf_str(&en),
		S("h.csv:3: row: The row has 11 fields, the header 12 columns. Check the separators; a text "
		  "that "
		  "contains one must stand in quotes.\n"
		  "h.csv:9: received_at: “31/02” is no real day and time. Write year-month-day hour:minute, "
		  "as in "
		  "2022-10-21 15:40.\n"
		  "1,500 more errors are not listed here. Correct those above and import again.\n"));
	CHECK(str_starts(buf_str(&vi), S("h.csv:3: row: Dòng có 11 ô nhưng tiêu đề có 12 cột.")));
	CHECK(str_find(buf_str(&vi), S("\nCòn 1.500 lỗi nữa")) < vi.n);
}
