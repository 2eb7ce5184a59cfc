#include "exchange/csv.h"
#include "exchange/csv_write.h"
#include "tests/t.h"

static const struct csv_column columns[] = {
	{ S_INIT("code"), true },
	{ S_INIT("name"), true },
	{ S_INIT("parent"), false },
};
enum { CODE, NAME, PARENT };

static struct str random_field(struct arena *a, uint64_t *seed)
{
	static const struct str pieces[] = { S_INIT("a"), S_INIT("\""), S_INIT(","), S_INIT(";"),
		S_INIT("\n"), S_INIT("\r\n"), S_INIT("đ"), S_INIT("ế"), S_INIT(" "), S_INIT("'"), S_INIT("="),
		S_INIT("\xF0\x9F\x98\x80") };
	struct buf b = { .a = a };

	for (size_t n = test_random(seed) % 12; n; n--)
		buf_add(&b, pieces[test_random(seed) % COUNT(pieces)]);
	return str_trim(buf_str(&b));
}

TEST(what_was_written_is_read_back)
{
	uint64_t seed = 4;

	for (int round = 0; round < 5000; round++) {
		ARENA a = { 0 };
		struct buf b = { .a = &a };
		struct csv_out out = { .out = &b, .separator = round % 2 ? ';' : ',', .exact = true };
		struct str fields[4][3];
		csv_out_mark(&out);
		csv_out_str(&out, S("name"));
		csv_out_str(&out, S("code"));
		csv_out_str(&out, S("parent"));
		csv_out_end(&out);
		for (int r = 0; r < 4; r++) {
			for (int i = 0; i < 3; i++)
				csv_out_str(&out, fields[r][i] = random_field(&a, &seed));
			csv_out_end(&out);
		}
		struct csv_memory memory = { .rest = buf_str(&b), .step = test_random(&seed) % 50 };
		struct import_errors errors = { .a = &a };
		bool more = true;
		cleanup_with(csv_close) struct csv c = { 0 };
		CHECK_OK(csv_open(&c, &a, csv_from_memory(&memory), columns, COUNT(columns), &errors));
		for (int r = 0; r < 4; r++) {
			if (!fields[r][0].n && !fields[r][1].n && !fields[r][2].n)
				continue;
			CHECK_OK(csv_next(&c, &more));
			CHECK(more);
			CHECK_STR(c.field[NAME], fields[r][0]);
			CHECK_STR(c.field[CODE], fields[r][1]);
			CHECK_STR(c.field[PARENT], fields[r][2]);
		}
		CHECK_OK(csv_next(&c, &more));
		CHECK(!more);
		CHECK_INT(errors.total, 0);
	}
}

TEST(spreadsheets_do_not_compute_what_we_export)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };
	struct csv_out out = { .out = &b };

	csv_out_str(&out, S("=1+2"));
	csv_out_str(&out, S("+84 912"));
	csv_out_str(&out, S("-"));
	csv_out_str(&out, S("@x"));
	csv_out_str(&out, S("a=b"));
	csv_out_int(&out, -5);
	csv_out_str(&out, S(" x"));
	csv_out_end(&out);
	CHECK_STR(buf_str(&b), S("'=1+2,'+84 912,'-,'@x,a=b,-5,\" x\"\r\n"));
}
