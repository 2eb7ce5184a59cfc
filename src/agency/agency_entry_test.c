#include "agency/agency_entry.h"
#include "base/limits.h"
#include "json/canon.h"
#include "tests/t.h"

/* The test vector of docs/journal-format.md. */
static const char vector[] =
	"{\"by\":\"system\",\"correction\":\"\",\"kind\":\"agency.version\","
	"\"recorded\":\"2022-01-04T08:00:00+07:00\",\"v\":1,\"version\":{\"code\":\"NB.17\",\"kind\":\"so\","
	"\"level\":\"province\",\"name\":\"Sở Xây dựng\",\"parent\":\"H54\",\"short_name\":\"SXD\","
	"\"source\":\"name:sure;code:unknown\",\"successor\":\"\",\"valid_from\":\"\",\"valid_to\":\"\"}}";

static struct agency_version sample(void)
{
	return (struct agency_version){ .code = S("NB.17"),
		.name = S("Sở Xây dựng"),
		.short_name = S("SXD"),
		.kind = S("so"),
		.parent = S("H54"),
		.note = S("name:sure;code:unknown"),
		.level = LEVEL_PROVINCE };
}

TEST(agency_entry_vector)
{
	ARENA a = { 0 };
	struct buf out = { .a = &a };
	struct agency_version v = sample(), read = { 0 };
	struct entry_stamp stamp = { .by = ROLE_SYSTEM }, seen = { 0 };

	CHECK(parse_time(S("2022-01-04T08:00:00+07:00"), 0, &stamp.recorded));
	agency_entry(&out, &v, &stamp);
	CHECK_STR(buf_str(&out), str_of(vector));
	CHECK(json_is_canonical(buf_str(&out)));
	CHECK(agency_from_entry(&a, buf_str(&out), &read, &seen));
	CHECK(agency_version_same(&v, &read));
	CHECK_STR(read.note, v.note);
	CHECK_INT(seen.recorded, stamp.recorded);
	CHECK_INT(seen.by, ROLE_SYSTEM);
}

TEST(agency_entry_refuses)
{
	static const struct {
		const char *part, *instead;
	} rows[] = {
		{ "agency.version", "agency.versions" },
		{ "\"system\"", "\"nobody\"" },
		{ "\"province\"", "\"tỉnh\"" },
		{ "\"NB.17\"", "\"NB 17\"" },
		{ "+07:00", "Z" },
		{ "\"SXD\"", "null" },
		{ "\"SXD\"", "{}" },
		{ "\"valid_to\":\"\"", "\"valid_to\":\"2022-02-31\"" },
		{ "\"kind\":\"so\",", "" },
		{ "\"kind\":\"so\",", "\"kind\":\"so\",\"kinds\":\"\"," },
		{ "}}", "}} " },
		{ "}}", "}" },
	};
	ARENA a = { 0 };
	struct agency_version v = { 0 };
	struct entry_stamp stamp = { 0 };

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str all = str_of(vector), part = str_of(rows[i].part);
		size_t at = str_find(all, part);
		struct str bad = str_fmt(&a, "%.*s%s%.*s", (int)at, all.p, rows[i].instead,
			ARG(str_sub(all, at + part.n, all.n)));
		CHECK(at < all.n);
		if (!CHECK(!agency_from_entry(&a, bad, &v, &stamp)))
			printf("# taken: %.*s\n", ARG(bad));
	}
	CHECK_INT(v.name.n, 0);
}

TEST(agency_columns_refuse)
{
	ARENA a = { 0 };
	char *longer = NEW_ARRAY(&a, char, LIMIT_NAME_CHARS + 1);
	memset(longer, 'a', LIMIT_NAME_CHARS + 1);
	struct str name = { longer, LIMIT_NAME_CHARS + 1 };
	const struct {
		enum agency_column column;
		struct str value;
		enum column_flaw want;
	} rows[] = {
		{ AGENCY_COLUMN_CODE, S("UNKNOWN"), COLUMN_FINE },
		{ AGENCY_COLUMN_CODE, S("H 54"), COLUMN_CODE },
		{ AGENCY_COLUMN_KIND, S("dossier.accept"), COLUMN_CODE },
		{ AGENCY_COLUMN_NAME, S(""), COLUMN_MISSING },
		{ AGENCY_COLUMN_NAME, S("  "), COLUMN_MISSING },
		{ AGENCY_COLUMN_NAME, S("a\nb"), COLUMN_TEXT },
		{ AGENCY_COLUMN_NAME, S("\xC3"), COLUMN_TEXT },
		{ AGENCY_COLUMN_NAME, name, COLUMN_TOO_LONG },
		{ AGENCY_COLUMN_LEVEL, S(""), COLUMN_MISSING },
		{ AGENCY_COLUMN_LEVEL, S("Province"), COLUMN_WORD },
		{ AGENCY_COLUMN_VALID_FROM, S("31/02/2022"), COLUMN_DAY },
		{ AGENCY_COLUMN_VALID_FROM, S("2022-02-31"), COLUMN_DAY },
		{ AGENCY_COLUMN_VALID_FROM, S("1970-01-01"), COLUMN_FINE },
		{ AGENCY_COLUMN_VALID_TO, S(""), COLUMN_FINE },
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct agency_version v = { 0 };
		CHECK_INT(agency_set(&v, rows[i].column, rows[i].value), rows[i].want);
	}
	struct agency_version v = { .valid = { .from = 20, .to = 19 } };
	enum agency_column at = AGENCY_COLUMN_N;
	CHECK_INT(agency_check(&v, &at), COLUMN_ORDER);
	CHECK_INT(at, AGENCY_COLUMN_VALID_TO);
	v.valid.to = 20;
	CHECK_INT(agency_check(&v, &at), COLUMN_FINE);
}

TEST(agency_same_sees_every_column)
{
	static const char *const other[AGENCY_COLUMN_N] = { [AGENCY_COLUMN_LEVEL] = "commune",
		[AGENCY_COLUMN_VALID_FROM] = "2022-01-01",
		[AGENCY_COLUMN_VALID_TO] = "2022-01-01" };
	struct agency_version v = sample();

	for (int c = 0; c < AGENCY_COLUMN_N; c++) {
		struct agency_version w = v;
		CHECK_INT(agency_set(&w, (enum agency_column)c, str_of(other[c] ? other[c] : "other")),
			COLUMN_FINE);
		CHECK_INT(agency_version_same(&v, &w), c == AGENCY_COLUMN_SOURCE); /* a note is no value */
	}
}
