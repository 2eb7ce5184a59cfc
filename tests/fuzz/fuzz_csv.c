/* Any bytes as a CSV file: the pieces it is read in make no difference, and what comes out may be stored. */
#include "exchange/field.h"
#include "search/fold.h"
#include "tests/fuzz/fuzz.h"

static const struct csv_column columns[] = { { S_INIT("a"), true }, { S_INIT("b"), true },
	{ S_INIT("c"), false } };

static struct str read_all(struct arena *a, struct str file, size_t step)
{
	struct csv_memory memory = { .rest = file, .step = step };
	struct import_errors errors = { .a = a };
	struct buf b = { .a = a };
	bool more = true;
	cleanup_with(csv_close) struct csv c = { 0 };

	MUST(!csv_open(&c, a, csv_from_memory(&memory), columns, COUNT(columns), &errors));
	for (;;) {
		MUST(!csv_next(&c, &more));
		if (!more)
			break;
		daynum day;
		int64_t n;
		for (size_t i = 0; i < COUNT(columns); i++) {
			MUST(text_check(c.field[i], SIZE_MAX, TEXT_MANY_LINES) == TEXT_FINE);
			MUST(str_eq(nfc(&c.row_memory, c.field[i]), c.field[i]));
			buf_fmt(&b, "%lld %.*s;", (long long)c.row_line, ARG(c.field[i]));
		}
		bool good = field_day_or_none(&c, 1, &day) &&
			    field_int_or(&c, 2, (struct int_range){ .most = 9 }, &n);
		buf_char(&b, good ? '+' : '-');
	}
	for (size_t i = 0; i < errors.kept; i++)
		import_error_say(&b, LANG_VI, S("f"), &errors.list[i]);
	MUST(utf8_valid(buf_str(&b)));
	return buf_str(&b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ARENA a = { 0 };
	struct str file = { (const char *)data, size };

	if (!size)
		return 0;
	MUST(str_eq(read_all(&a, file, 0), read_all(&a, file, 1 + data[size - 1] % 16)));
	return 0;
}
