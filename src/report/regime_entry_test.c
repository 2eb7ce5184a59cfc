#include "report/regime_entry.h"
#include "json/canon.h"
#include "tests/t.h"

/* The test vector of docs/journal-format.md. */
static const char vector[] =
	"{\"by\":\"system\",\"correction\":\"\",\"kind\":\"report_regime.version\","
	"\"recorded\":\"2022-01-04T08:00:00+07:00\",\"v\":1,\"version\":{\"basis\":\"\",\"code\":\"CCHC.SO."
	"Q1\","
	"\"due_day\":\"15\",\"due_months\":\"0\",\"name\":\"Báo cáo quý I\",\"outline\":\"CCHC\","
	"\"owes\":\"province/"
	"so\",\"period\":\"quarter_1\",\"receiver\":\"NB.9\",\"roll\":\"next_working_day\","
	"\"series\":\"CCHC\",\"source\":\"due:recalled\",\"trust\":\"unverified\",\"valid_from\":\"2022-01-"
	"01\","
	"\"valid_to\":\"\"}}";

static struct report_regime sample(void)
{
	return (struct report_regime){ .code = S("CCHC.SO.Q1"),
		.name = S("Báo cáo quý I"),
		.series = S("CCHC"),
		.owes = S("province/so"),
		.receiver = S("NB.9"),
		.outline = S("CCHC"),
		.note = S("due:recalled"),
		.valid = { .from = day_from_civil((struct civil){ 2022, 1, 1 }) },
		.period = REPORT_PERIOD_QUARTER_1,
		.due_day = 15 };
}

TEST(an_entry_is_its_vector_and_is_read_back)
{
	ARENA a = { 0 };
	struct buf out = { .a = &a };
	struct report_regime r = sample(), read = { 0 };
	struct entry_stamp stamp = { .by = ROLE_SYSTEM }, seen = { 0 };

	CHECK(parse_time(S("2022-01-04T08:00:00+07:00"), 0, &stamp.recorded));
	regime_entry(&out, &r, &stamp);
	CHECK_STR(buf_str(&out), str_of(vector));
	CHECK(json_is_canonical(buf_str(&out)));
	CHECK(regime_from_entry(&a, buf_str(&out), &read, &seen));
	CHECK(report_regime_same(&r, &read));
	CHECK_STR(read.note, r.note);
	CHECK_INT(seen.recorded, stamp.recorded);
	CHECK(!regime_from_entry(&a, S("{\"by\":\"system\"}"), &read, &seen));
}

TEST(a_column_says_what_is_wrong_with_it)
{
	static const struct {
		enum regime_column column;
		const char *value;
		enum column_flaw flaw;
	} rows[] = {
		{ REGIME_COLUMN_CODE, "", COLUMN_MISSING },
		{ REGIME_COLUMN_CODE, "UNKNOWN", COLUMN_MISSING },
		{ REGIME_COLUMN_CODE, "a b", COLUMN_CODE },
		{ REGIME_COLUMN_DUE_DAY, "0", COLUMN_NUMBER },
		{ REGIME_COLUMN_DUE_DAY, "32", COLUMN_NUMBER },
		{ REGIME_COLUMN_DUE_DAY, "", COLUMN_MISSING },
		{ REGIME_COLUMN_DUE_MONTHS, "7", COLUMN_NUMBER },
		{ REGIME_COLUMN_DUE_MONTHS, "0", COLUMN_FINE },
		{ REGIME_COLUMN_PERIOD, "quarter", COLUMN_WORD },
		{ REGIME_COLUMN_PERIOD, "", COLUMN_MISSING },
		{ REGIME_COLUMN_ROLL, "later", COLUMN_WORD },
		{ REGIME_COLUMN_TRUST, "sure", COLUMN_WORD },
		{ REGIME_COLUMN_TRUST, "verified", COLUMN_FINE },
		{ REGIME_COLUMN_NAME, " ", COLUMN_MISSING },
		{ REGIME_COLUMN_VALID_TO, "2022-02-30", COLUMN_DAY },
	};
	struct report_regime r = { 0 };

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_INT(regime_set(&r, rows[i].column, str_of(rows[i].value)), rows[i].flaw);
}

TEST(columns_together_must_make_sense)
{
	struct report_regime r = sample();

	CHECK_INT(regime_check(&r), REGIME_SOUND);
	r.due_day = REPORT_CUTOFF_DAY;
	CHECK_INT(regime_check(&r), REGIME_DUE_BEFORE);
	r.due_months = 1;
	CHECK_INT(regime_check(&r), REGIME_SOUND);
	r.valid.to = r.valid.from - 1;
	CHECK_INT(regime_check(&r), REGIME_ORDER);
	r = sample();
	r.owes = S("province/so;tỉnh");
	CHECK_INT(regime_check(&r), REGIME_OWES);
	r = sample();
	r.outline = S("NONE");
	CHECK_INT(regime_check(&r), REGIME_OUTLINE);
}
