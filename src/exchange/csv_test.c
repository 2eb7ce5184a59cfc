#include "exchange/csv.h"
#include "search/fold.h"
#include "tests/t.h"

static const struct csv_column columns[] = {
	{ S_INIT("code"), true },
	{ S_INIT("name"), true },
	{ S_INIT("parent"), false },
};
enum { CODE, NAME, PARENT };

/* Reads all of it: rows as "line:code|name|parent;" and errors as "line:field:code(piece,n,m);". */
static struct str read_all(struct arena *a, struct str file, size_t step)
{
	struct csv_memory memory = { .rest = file, .step = step };
	struct import_errors errors = { .a = a };
	struct buf b = { .a = a };
	bool more = true;
	cleanup_with(csv_close) struct csv c = { 0 };

	if (csv_open(&c, a, csv_from_memory(&memory), columns, COUNT(columns), &errors))
		return S("fault");
	while (!csv_next(&c, &more) && more)
		buf_fmt(&b, "%d:%.*s|%.*s|%.*s;", (int)c.row_line, ARG(c.field[CODE]), ARG(c.field[NAME]),
			ARG(c.field[PARENT]));
	for (size_t i = 0; i < errors.kept; i++) {
		const struct import_error *e = &errors.list[i];
		buf_fmt(&b, "%d:%.*s:%d(%.*s,%d,%d);", (int)e->line, ARG(e->field), (int)e->code,
			ARG(e->piece), (int)e->n, (int)e->m);
	}
	return buf_str(&b);
}

TEST(good_files_in_every_accepted_form)
{
	static const struct str want = S_INIT("2:1|Sở A|;3:2|\"B\", Đ;é|1;");
	static const struct str files[] = {
		S_INIT("code,name,parent\n1,Sở A,\n2,\"\"\"B\"\", Đ;é\",1\n"),
		S_INIT("\xEF\xBB\xBF"
		       "code,name,parent\r\n1,Sở A,\r\n2,\"\"\"B\"\", Đ;é\",1"),
		S_INIT("parent;name;code\n;Sở A;1\n1;\"\"\"B\"\", Đ;é\";2\n"),
		S_INIT("\"name\",\"source\",\"parent\",\"code\"\n\"Sở A\",x,,1\n\"\"\"B\"\", "
		       "Đ;é\",\"y\",1,2\n"),
		S_INIT("code, name ,parent\n 1 ,So\xCC\x9B\xCC\x89 A ,\n2\t,\"\"\"B\"\", "
		       "Đ;e\xCC\x81\",1\n\n,,\n"),
	};

	for (size_t i = 0; i < COUNT(files); i++) {
		ARENA a = { 0 };
		CHECK_STR(read_all(&a, files[i], 0), want);
		for (size_t step = 1; step < 5; step++)
			CHECK_STR(read_all(&a, files[i], step), want);
	}
	ARENA a = { 0 };
	CHECK_STR(read_all(&a, S("code,name\n\n1,\"a\r\nb\nc\"\n2,d"), 0), S("3:1|a\r\nb\nc|;6:2|d|;"));
	CHECK_STR(read_all(&a, S("code,name\n"), 0), S(""));
	CHECK_STR(read_all(&a, S("code,name"), 0), S(""));
}

static struct str to_utf16(struct arena *a, struct str text, bool big)
{
	struct buf b = { .a = a };
	uint32_t c;

	buf_add(&b, big ? S("\xFE\xFF") : S("\xFF\xFE"));
	while (utf8_next(&text, &c)) {
		uint32_t units[2] = { c, 0 };
		if (c >= 0x10000) {
			units[0] = 0xD800 + ((c - 0x10000) >> 10);
			units[1] = 0xDC00 + ((c - 0x10000) & 0x3FF);
		}
		for (int i = 0; i < 2 && (units[i] || !i); i++) {
			buf_char(&b, (char)(big ? units[i] >> 8 : units[i] & 0xFF));
			buf_char(&b, (char)(big ? units[i] & 0xFF : units[i] >> 8));
		}
	}
	return buf_str(&b);
}

TEST(utf16_with_a_mark_is_the_same_file)
{
	ARENA a = { 0 };
	static const struct str text = S_INIT("code;name\r\n1;Uỷ ban\r\n2;\xF0\x9F\x98\x80\r\n");

	for (int big = 0; big < 2; big++)
		for (size_t step = 0; step < 4; step++)
			CHECK_STR(read_all(&a, to_utf16(&a, text, big), step), read_all(&a, text, 0));
	CHECK_STR(read_all(&a,
			  S("\xFF\xFE"
			    "c\0o\0d\0e\0,\0n\0a\0m\0e\0\n\0"
			    "1\0,\0\x3D\xD8\n\0"
			    "2\0,\0b\0"),
			  0),
		str_fmt(&a, "2:1||;3:2|b|;2:name:%d(ED A0 BD,0,0);", IMPORT_BROKEN_TEXT));
}

TEST(bad_headers_are_told_in_full)
{
	static const struct {
		struct str file;
		const char *want; /* with one %d for each code */
		int code[4];
	} rows[] = {
		{ S_INIT(""), "1:file:%d(,0,0);", { IMPORT_EMPTY_FILE } },
		{ S_INIT("\xEF\xBB\xBF"), "1:file:%d(,0,0);", { IMPORT_EMPTY_FILE } },
		{ S_INIT("parent\n1\n"), "1:header:%d(code, name,0,0);", { IMPORT_MISSING_COLUMNS } },
		{ S_INIT("code,name,colour,code,parent,name\n1,2,3,4,5,6\n"),
			"1:header:%d(colour,0,0);1:header:%d(code,0,0);1:header:%d(name,0,0);",
			{ IMPORT_UNKNOWN_COLUMN, IMPORT_DOUBLED_COLUMN, IMPORT_DOUBLED_COLUMN } },
		{ S_INIT("code,name,source,source\n"), "1:header:%d(source,0,0);",
			{ IMPORT_DOUBLED_COLUMN } },
		{ S_INIT("code,name,\n1,2,\n"), "1:header:%d(,0,0);", { IMPORT_UNKNOWN_COLUMN } },
		{ S_INIT("\n"), "1:header:%d(,0,0);1:header:%d(code, name,0,0);",
			{ IMPORT_UNKNOWN_COLUMN, IMPORT_MISSING_COLUMNS } },
		{ S_INIT("code,name\r1,2\r"), "1:header:%d(code,name,0,0);", { IMPORT_LONE_CR } },
		{ S_INIT("code,\"name\n1,2\n"), "1:header:%d(code,\"name 1,2 ,0,0);",
			{ IMPORT_QUOTE_NOT_CLOSED } },
		{ S_INIT("code,na\"me\n1,2\n"), "1:header:%d(code,na\",0,0);", { IMPORT_QUOTE_STRAY } },
		{ S_INIT("code,na\xFF"
			 "me\n1,2\n"),
			"1:header:%d(na\xEF\xBF\xBDme,0,0);1:header:%d(name,0,0);",
			{ IMPORT_UNKNOWN_COLUMN, IMPORT_MISSING_COLUMNS } },
	};
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf want = { .a = &a };
		struct str rest = str_of(rows[i].want), piece;
		for (int k = 0; str_cut(&rest, '%', &piece); k++) {
			buf_add(&want, k ? str_sub(piece, 1, piece.n) : piece);
			if (rest.p)
				buf_int(&want, rows[i].code[k]);
		}
		struct str got = read_all(&a, rows[i].file, 0);
		for (size_t n = got.n; n-- > 0;) /* the limit that long rows name is not of interest here */
			if (str_starts(str_sub(got, n, got.n), S(",65536,0)")))
				got = str_fmt(
					&a, "%.*s,0,0)%.*s", (int)n, got.p, ARG(str_sub(got, n + 9, got.n)));
		CHECK_STR(got, buf_str(&want));
	}
}

static struct str broken(struct arena *a, int code, struct str middle)
{
	struct str file = str_fmt(a, "code,name\n1,a\n%.*s2,b\n", ARG(middle));
	struct str got = read_all(a, file, 0);
	struct str mark = str_fmt(a, ":%d(", code);

	return str_find(got, mark) < got.n ? got : str_fmt(a, "no error %d: %.*s", code, ARG(got));
}

TEST(a_bad_row_does_not_hide_the_next)
{
	static const struct {
		struct str middle;
		int code;
	} rows[] = {
		{ S_INIT("3\n"), IMPORT_FIELD_COUNT },
		{ S_INIT("3,c,d\n"), IMPORT_FIELD_COUNT },
		{ S_INIT("3,\"c\"d\n"), IMPORT_QUOTE_STRAY },
		{ S_INIT("3,c\"d\"\n"), IMPORT_QUOTE_STRAY },
		{ S_INIT("3, \"d\"\n"), IMPORT_QUOTE_STRAY },
		{ S_INIT("3,c\rd\n"), IMPORT_LONE_CR },
		{ S_INIT("3,c\xFF\n"), IMPORT_BROKEN_TEXT },
		{ S_INIT("\xC3,c\n"), IMPORT_BROKEN_TEXT },
		{ S_INIT("3,\xED\xA0\x80\n"), IMPORT_BROKEN_TEXT },
		{ S_INIT("3,a\x01\n"), IMPORT_CONTROL_CHARACTER },
		{ S_INIT("3,\"a\rb\"\n"), IMPORT_CONTROL_CHARACTER },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		ARENA a = { 0 };
		struct str got = broken(&a, rows[i].code, rows[i].middle);
		CHECK(str_starts(got, S("2:1|a|;")));
		CHECK(str_find(got, S("4:2|b|;")) < got.n);
		CHECK(str_find(got, S(";3:")) < got.n);
	}
	ARENA a = { 0 };
	CHECK_STR(read_all(&a, S("code,name\n1,a\0b\n"), 0),
		str_fmt(&a, "2:1||;2:name:%d(a b,0,0);", IMPORT_CONTROL_CHARACTER));
	CHECK_STR(read_all(&a, S("code,name\n1,a\n2,b,c,\n"), 0),
		str_fmt(&a, "2:1|a|;3:row:%d(,4,2);", IMPORT_FIELD_COUNT));
}

TEST(a_quote_that_is_never_closed_is_told_where_it_begins)
{
	ARENA a = { 0 };
	struct buf b = { .a = &a };

	buf_add(&b, S("code,name\n1,a\n2,\"b\n"));
	for (int i = 0; i < 30000; i++)
		buf_add(&b, S("3,c\n"));
	struct str got = read_all(&a, buf_str(&b), 0);
	CHECK(str_starts(got, str_fmt(&a, "2:1|a|;3:row:%d(", IMPORT_QUOTE_NOT_CLOSED)));
}

/* A file made while it is read: the head, one line of `long_bytes`, the tail. */
struct made {
	struct str head, tail;
	uint64_t long_bytes;
};

static const struct fault *read_made(void *from, char *into, size_t cap, size_t *got)
{
	struct made *m = from;
	struct str *piece = m->head.n ? &m->head : &m->tail;

	if (!m->head.n && m->long_bytes) {
		*got = cap < m->long_bytes ? cap : (size_t)m->long_bytes;
		memset(into, 'x', *got);
		m->long_bytes -= *got;
		return NULL;
	}
	*got = cap < piece->n ? cap : piece->n;
	if (*got)
		memcpy(into, piece->p, *got);
	*piece = str_sub(*piece, *got, piece->n);
	return NULL;
}

TEST(a_line_of_100_megabytes_costs_no_memory)
{
	ARENA a = { .limit = MIB(1) };
	struct made made = { S("code,name\n1,a\n2,"), S("\n3,c\n"), 100000000 };
	struct import_errors errors = { .a = &a };
	bool more;
	cleanup_with(csv_close) struct csv c = { 0 };

	CHECK_OK(csv_open(&c, &a, (struct csv_source){ read_made, &made, 100000021 }, columns, COUNT(columns),
		&errors));
	CHECK_OK(csv_next(&c, &more));
	CHECK(more && c.row_line == 2);
	CHECK_OK(csv_next(&c, &more));
	CHECK(more && c.row_line == 4);
	CHECK_STR(c.field[NAME], S("c"));
	CHECK_INT(c.text.bytes, 100000021);
	CHECK_OK(csv_next(&c, &more));
	CHECK(!more);
	CHECK_INT(errors.total, 1);
	CHECK_INT(errors.list[0].code, IMPORT_ROW_TOO_LONG);
	CHECK_INT(errors.list[0].line, 3);
}

TEST(a_file_past_the_limit_is_refused)
{
	ARENA a = { .limit = MIB(1) };
	struct made made = { S("code,name\n1,a\n2,"), S("\n3,c\n"), LIMIT_CSV_FILE_BYTES };
	struct import_errors errors = { .a = &a };
	bool more = true;
	cleanup_with(csv_close) struct csv c = { 0 };

	CHECK_OK(csv_open(
		&c, &a, (struct csv_source){ read_made, &made, 0 }, columns, COUNT(columns), &errors));
	while (more)
		CHECK_OK(csv_next(&c, &more));
	CHECK_INT(errors.total, 1);
	CHECK_INT(errors.list[0].code, IMPORT_FILE_TOO_LARGE);
}

TEST(rows_are_counted_to_200000_and_no_further)
{
	for (int extra = 0; extra < 2; extra++) {
		ARENA a = { 0 };
		struct buf b = { .a = &a };
		buf_add(&b, S("code,name\n"));
		for (int i = 0; i < LIMIT_CSV_ROWS + extra; i++)
			buf_add(&b, S("1,a\n"));
		buf_add(&b, S("\n,\n")); /* blank ones do not count */
		struct csv_memory memory = { .rest = buf_str(&b) };
		struct import_errors errors = { .a = &a };
		bool more = true;
		int64_t rows = -1;
		cleanup_with(csv_close) struct csv c = { 0 };
		CHECK_OK(csv_open(&c, &a, csv_from_memory(&memory), columns, COUNT(columns), &errors));
		for (; more; rows++)
			CHECK_OK(csv_next(&c, &more));
		CHECK_INT(rows, LIMIT_CSV_ROWS);
		CHECK_INT(errors.total, extra);
		if (extra)
			CHECK_INT(errors.list[0].code, IMPORT_TOO_MANY_ROWS);
	}
}

static const struct fault *read_badly(void *from, char *into, size_t cap, size_t *got)
{
	int *calls = from;

	if (++*calls > 1) {
		static const struct fault gone = { .kind = FAULT_IO };
		return &gone;
	}
	*got = cap;
	memset(into, 'x', cap);
	memcpy(into, "code,name\n", 10);
	return NULL;
}

TEST(a_disk_that_fails_is_a_fault_and_not_a_short_file)
{
	ARENA a = { 0 };
	int calls = 0;
	struct import_errors errors = { .a = &a };
	cleanup_with(csv_close) struct csv c = { 0 };
	struct csv_source source = { read_badly, &calls, 0 };

	const struct fault *f = csv_open(&c, &a, source, columns, COUNT(columns), &errors);
	bool more = true;
	if (!f)
		f = csv_next(&c, &more);
	CHECK(f && f->kind == FAULT_IO);
	CHECK_INT(errors.total, 0);
}

TEST(chunks_of_any_size_read_like_the_whole)
{
	static const char bytes[] = "ab,,;\"\"\n\n\r\xC3\xA1\xFF\0";
	uint64_t seed = 5;

	for (int round = 0; round < 20000; round++) {
		ARENA a = { 0 };
		struct buf b = { .a = &a };
		buf_add(&b, test_random(&seed) % 8 ? S("code,name\n") : S(""));
		for (size_t n = test_random(&seed) % 60; n; n--)
			buf_char(&b, bytes[test_random(&seed) % sizeof bytes]);
		CHECK_STR(
			read_all(&a, buf_str(&b), 1 + test_random(&seed) % 7), read_all(&a, buf_str(&b), 0));
	}
}
