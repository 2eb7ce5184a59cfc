#include "record/record_entry.h"
#include "record/record_file.h"
#include "record/record_sample.h"
#include "tests/t.h"

/* What a value becomes; "!" and the field's own complaint are told apart by refused. */
static struct record_refusal value(struct arena *a, int field, const char *typed, struct str *out)
{
	*out = S("untouched");
	return record_value(a, &sample_kind.fields[field], field, str_of(typed), out);
}

TEST(values_have_one_spelling)
{
	static const struct {
		int field;
		const char *typed, *canonical;
	} cases[] = { { SAMPLE_DUE, " 25/10/2022 ", "2022-10-25" },
		{ SAMPLE_DUE, "2022-10-25", "2022-10-25" }, { SAMPLE_DUE, "5/9/2022", "2022-09-05" },
		{ SAMPLE_DUE, "", "" }, { SAMPLE_WHEN, "2022-10-25T08:30", "2022-10-25 08:30" },
		{ SAMPLE_WHEN, "25/10/2022 08:30", "2022-10-25 08:30" },
		{ SAMPLE_WHEN, "08:30 25/10/2022", "2022-10-25 08:30" }, { SAMPLE_COUNT, "1.713", "1713" },
		{ SAMPLE_COUNT, "0", "0" }, { SAMPLE_COUNT, "15.726", "15726" }, { SAMPLE_COUNT, "007", "7" },
		{ SAMPLE_POINTS, "9,5", "9.5" }, { SAMPLE_POINTS, "9.50", "9.5" },
		{ SAMPLE_POINTS, "-0,25", "-0.25" }, { SAMPLE_POINTS, "10", "10" },
		{ SAMPLE_POINTS, "3,05", "3.05" }, { SAMPLE_COLOUR, "red", "red" },
		{ SAMPLE_HOLDER, "a\nb", "a\nb" }, { SAMPLE_TITLE, "Ho\xcc\x80", "H\xc3\xb2" } };
	ARENA a = { 0 };
	struct str out;

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct record_refusal r = value(&a, cases[i].field, cases[i].typed, &out);

		CHECK_INT(r.refused, false);
		CHECK_STR(out, str_of(cases[i].canonical));
	}
}

TEST(bad_values_are_refused_at_their_field)
{
	static const struct {
		int field;
		const char *typed;
		enum msg why;
	} cases[] = { { SAMPLE_DUE, "31/02/2022", MSG_record_bad_day },
		{ SAMPLE_DUE, "1/2/3/4", MSG_record_bad_day }, { SAMPLE_DUE, "hôm nay", MSG_record_bad_day },
		{ SAMPLE_WHEN, "25/10/2022", MSG_record_bad_minute },
		{ SAMPLE_WHEN, "25/10/2022 25:00", MSG_record_bad_minute },
		{ SAMPLE_COUNT, "1.7", MSG_record_bad_count },
		{ SAMPLE_COUNT, "1.713.", MSG_record_bad_count },
		{ SAMPLE_COUNT, "-1", MSG_record_bad_count },
		{ SAMPLE_COUNT, "100001", MSG_record_out_of_range },
		{ SAMPLE_COUNT, "99999999999999999999999999", MSG_record_bad_count },
		{ SAMPLE_POINTS, "9,555", MSG_record_bad_points },
		{ SAMPLE_POINTS, "9,", MSG_record_bad_points },
		{ SAMPLE_POINTS, "--1", MSG_record_bad_points },
		{ SAMPLE_POINTS, "1,-1", MSG_record_bad_points },
		{ SAMPLE_POINTS, "10,01", MSG_record_out_of_range },
		{ SAMPLE_COLOUR, "green", MSG_record_bad_word },
		{ SAMPLE_TITLE, "a\nb", MSG_record_bad_text }, { SAMPLE_TITLE, "\xff", MSG_record_bad_text },
		{ SAMPLE_TITLE, "123456789012345678901", MSG_record_too_long } };
	ARENA a = { 0 };
	struct str out;

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct record_refusal r = value(&a, cases[i].field, cases[i].typed, &out);

		CHECK_INT(r.refused, true);
		CHECK_INT(r.why, cases[i].why);
		CHECK_INT(r.field, cases[i].field);
		CHECK_STR(out, S("untouched"));
	}
}

TEST(steps_are_allowed_as_the_tables_say)
{
	struct record_base none = { 0 }, open = { .state = SAMPLE_IS_OPEN, .version = 1 };
	struct record_event e = sample_open();

	CHECK_INT(record_allows(&sample_kind, &none, &e).refused, false);
	CHECK_INT(record_allows(&sample_kind, &open, &e).why, MSG_record_not_now);
	e.by = ROLE_CLERK;
	CHECK_INT(record_allows(&sample_kind, &none, &e).why, MSG_record_not_your_role);
	e.by = ROLE_SYSTEM;
	CHECK_INT(record_allows(&sample_kind, &none, &e).refused, false);
	e.values[SAMPLE_TITLE] = (struct str){ 0 };
	struct record_refusal r = record_allows(&sample_kind, &none, &e);
	CHECK_INT(r.why, MSG_record_missing);
	CHECK_INT(r.field, SAMPLE_TITLE);
	e = sample_open();
	e.values[SAMPLE_POINTS] = S("1");
	CHECK_INT(record_allows(&sample_kind, &none, &e).why, MSG_record_surplus);
	e = sample_open();
	e.happened = e.recorded + 1;
	CHECK_INT(record_allows(&sample_kind, &none, &e).why, MSG_record_in_future);
	none.version = LIMIT_RECORD_EVENTS;
	CHECK_INT(record_allows(&sample_kind, &none, &e).why, MSG_record_full);
	CHECK_INT(record_state_of(&sample_kind, S("closed")), SAMPLE_CLOSED);
	CHECK_INT(record_state_of(&sample_kind, S("")), SAMPLE_NONE);
	CHECK_INT(record_state_of(&sample_kind, S("flown")), SAMPLE_NONE);
	CHECK(record_verb_is_open(&sample_kind, SAMPLE_IS_OPEN, SAMPLE_CLOSE, ROLE_BIT(LEADER)));
	CHECK(!record_verb_is_open(&sample_kind, SAMPLE_IS_OPEN, SAMPLE_CLOSE, ROLE_BIT(OFFICER)));
	CHECK(!record_verb_is_open(&sample_kind, SAMPLE_CLOSED, SAMPLE_CLOSE, ROLE_BIT(LEADER)));
}

#define COMMITMENT "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
TEST(an_entry_has_one_text_and_no_personal_data)
{
	static const char expected[] =
		"{\"agency\":\"SMA\",\"by\":\"officer\",\"facts\":{\"due\":\"2022-03-01\",\"title\":\"Giấy "
		"\\\"mẫu\\\"\"},\"happened\":\"2022-01-08T01:00:00+07:00\",\"kind\":\"permit.open\","
		"\"persons\":{"
		"\"actor\":\"" COMMITMENT "\",\"words\":\"" COMMITMENT
		"\"},\"recorded\":\"2022-01-08T02:00:00+07:00\",\"v\":1}";
	const struct str commitments[RECORD_PARTS] = { S_INIT(COMMITMENT), S_INIT(COMMITMENT) };
	ARENA a = { 0 };
	struct buf out = { .a = &a };
	struct record_event e = sample_open(), back;
	struct str read[RECORD_PARTS];

	record_entry_write(&out, &sample_kind, &e, commitments);
	CHECK_STR(buf_str(&out), str_of(expected));
	CHECK(record_entry_is(&sample_kind, buf_str(&out)));
	CHECK(record_entry_read(&a, &sample_kind, buf_str(&out), &back, read));
	CHECK_STR(back.values[SAMPLE_TITLE], e.values[SAMPLE_TITLE]);
	CHECK_STR(back.values[SAMPLE_HOLDER], S(""));
	CHECK_STR(read[RECORD_PART_WORDS], S(COMMITMENT));
	for (int p = 0; p < RECORD_PARTS; p++)
		CHECK(record_part_read(
			&a, &sample_kind, p, record_part_write(&a, &sample_kind, &e, p), &back));
	CHECK_STR(back.values[SAMPLE_HOLDER], e.values[SAMPLE_HOLDER]);
	CHECK_STR(back.actor, e.actor);
	CHECK_INT(back.account, 7);
}

TEST(bytes_that_were_never_written_are_not_read)
{
	static const char *const bad[] = { "", "{}", "[]",
		"{\"agency\":\"SMA\",\"by\":\"officer\",\"happened\":\"2022-01-08T01:00:00+07:00\",\"kind\":"
		"\"permit.fly\","
		"\"recorded\":\"2022-01-08T02:00:00+07:00\",\"v\":1}",
		"{\"agency\":\"SMA\",\"by\":\"officer\",\"happened\":\"2022-01-08T01:00:00+07:00\",\"kind\":"
		"\"other.open\","
		"\"recorded\":\"2022-01-08T02:00:00+07:00\",\"v\":1}",
		"{\"agency\":\"SMA\",\"by\":\"officer\", "
		"\"happened\":\"2022-01-08T01:00:00+07:00\",\"kind\":\"permit.open\","
		"\"recorded\":\"2022-01-08T02:00:00+07:00\",\"v\":1}",
		"{\"agency\":\"SMA\",\"by\":\"officer\",\"facts\":{\"wings\":\"2\"},\"happened\":\"2022-01-"
		"08T01:00:00+07:00\","
		"\"kind\":\"permit.open\",\"recorded\":\"2022-01-08T02:00:00+07:00\",\"v\":1}" };
	ARENA a = { 0 };
	struct record_event e;
	struct str read[RECORD_PARTS];

	for (size_t i = 0; i < COUNT(bad); i++)
		CHECK(!record_entry_read(&a, &sample_kind, str_of(bad[i]), &e, read));
}

TEST(the_first_bytes_tell_the_kind_of_a_file)
{
	static const struct {
		struct str bytes;
		const char *extension; /* "": refused */
	} cases[] = {
		{ S_INIT("%PDF-1.4"), "pdf" },
		{ S_INIT("\x89PNG\r\n\x1a\n..."), "png" },
		{ S_INIT("\xff\xd8\xff\xe0"), "jpg" },
		{ S_INIT("PK\x03\x04..........................mimetypeapplication/"
			 "vnd.oasis.opendocument.textPK"),
			"odt" },
		{ S_INIT("PK\x03\x04..........................mimetypeapplication/"
			 "vnd.oasis.opendocument.spreadsheetPK"),
			"ods" },
		{ S_INIT("PK\x03\x04..........................mimetypeapplication/"
			 "vnd.oasis.opendocument.textPKBasic/script-lc.xml"),
			"" },
		{ S_INIT("PK\x03\x04[Content_Types].xml word/document.xml"), "docx" },
		{ S_INIT("PK\x03\x04[Content_Types].xml xl/workbook.xml"), "xlsx" },
		{ S_INIT("PK\x03\x04[Content_Types].xml word/document.xml word/vbaProject.bin"), "" },
		{ S_INIT("PK\x03\x04 evil.exe"), "" },
		{ S_INIT("MZ\x90"), "" },
		{ S_INIT("<svg>"), "" },
		{ S_INIT(" %PDF-"), "" },
		{ S_INIT(""), "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct record_file_type *t = record_file_type(cases[i].bytes);

		test_check(strcmp(t ? t->extension : "", cases[i].extension) == 0, __FILE__, __LINE__,
			"case %d: %s", (int)i, t ? t->extension : "none");
		CHECK_INT(record_file_check(cases[i].bytes, 0).refused, !t);
	}
}

TEST(a_hash_is_64_hexadecimal_digits)
{
	ARENA a = { 0 };
	struct str hash = record_file_hash(&a, S("abc")), out = { 0 };
	const struct record_field *f = &sample_kind.fields[SAMPLE_PAPER];

	CHECK_STR(hash, S("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
	CHECK(!record_value(&a, f, SAMPLE_PAPER, hash, &out).refused);
	CHECK(record_value(&a, f, SAMPLE_PAPER, str_sub(hash, 0, 63), &out).refused);
	CHECK(record_value(&a, f, SAMPLE_PAPER, S("../../etc/passwd"), &out).refused);
	CHECK(!record_file_hash_valid(S("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")));
	CHECK_INT(record_file_name_field(&sample_kind, SAMPLE_NOTE), SAMPLE_HOLDER);
	CHECK_INT(record_file_name_field(&sample_kind, SAMPLE_CLOSE), RECORD_NO_FIELD);
}
