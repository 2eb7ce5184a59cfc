#include "agency/agency_store.h"
#include "catalogue/catalogue.h"
#include "db/migrate.h"
#include "db/schema.h"
#include "procedure/procedure_store.h"
#include "tests/t.h"

struct fixture {
	struct arena a;
	struct db db;
	struct journal journal;
	struct write w;
	struct tx tx;
};

static void fixture_end(struct fixture *f)
{
	tx_end(&f->tx);
	db_close(&f->db);
	arena_free(&f->a);
}
#define FIXTURE cleanup_with(fixture_end) struct fixture

static daynum day(const char *text)
{
	daynum d = DAYNUM_NONE;

	if (!parse_day(str_of(text), &d))
		abort();
	return d;
}

static const struct fault *fixture_open(struct fixture *f)
{
	int applied;

	TRY(db_open(&f->a, ":memory:", DB_WRITE, &f->db));
	TRY(db_migrate(&f->db, schema_migrations, schema_migrations_n, &applied));
	TRY(journal_open(&f->db, &f->journal));
	f->w = (struct write){
		.db = &f->db, .journal = &f->journal, .now = instant_at(day("2022-01-04"), 8 * 3600)
	};
	return NULL;
}

static const struct fault *add_agency(
	struct fixture *f, const char *code, const char *name, const char *parent)
{
	struct agency_version v = { .code = str_of(code),
		.name = str_of(name),
		.short_name = str_of(code),
		.parent = str_of(parent),
		.level = LEVEL_PROVINCE };
	int64_t position;

	return agency_add(&f->w, &v, S(""), &position);
}

static struct procedure_version procedure_of(const char *code, const char *name, const char *agency)
{
	return (struct procedure_version){ .code = str_of(code),
		.name = str_of(name),
		.agency = str_of(agency),
		.field = S("Đường bộ"),
		.online = ONLINE_4,
		.allow = { UNIT_WORKING_DAYS, 5, false } };
}

static const struct fault *fill(struct fixture *f)
{
	static const struct {
		const char *code, *name, *agency;
	} rows[] = {
		{ "1.000001", "Cấp mới Giấy phép lái xe", "SGTVT" },
		{ "1.000002", "Đổi Giấy phép lái xe", "SGTVT" },
		{ "1.000003", "Cấp giấy phép xây dựng", "SXD" },
		{ "1.000004", "Gỡ bỏ biển quảng cáo", "SXD" },
	};
	int64_t position;

	TRY(add_agency(f, "H54", "Ủy ban nhân dân tỉnh", ""));
	TRY(add_agency(f, "SXD", "Sở Xây dựng", "H54"));
	TRY(add_agency(f, "SGTVT", "Sở Giao thông vận tải", "H54"));
	TRY(add_agency(f, "P1", "Phòng Quản lý vận tải", "SGTVT"));
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct procedure_version v = procedure_of(rows[i].code, rows[i].name, rows[i].agency);
		v.fee_known = i % 2;
		v.fee_vnd = i % 2 ? 135000 : 0;
		v.online = i == 3 ? ONLINE_2 : ONLINE_4;
		v.field = i < 2 ? S("Đường bộ") : S("Ăn mòn công trình");
		TRY(procedure_add(&f->w, &v, S(""), &position));
	}
	return NULL;
}

static const struct fault *add_holiday(struct fixture *f, const char *date, int64_t *number, bool *fits)
{
	struct special_day d = { day(date), DAY_HOLIDAY, S("Nghỉ") };
	struct holidays file;
	size_t at;

	if (holidays_of_file(&f->a, &d, 1, &at, &file))
		return FAULT(&f->a, FAULT_CORRUPT, "holidays of the test");
	return holidays_add(&f->w, &file, number, fits);
}

TEST(what_was_added_is_loaded)
{
	FIXTURE f = { 0 };
	const struct catalogue *c;
	struct procedure_version changed = procedure_of("1.000001", "Cấp mới Giấy phép lái xe", "SGTVT");
	int64_t position;

	CHECK_OK(fixture_open(&f));
	CHECK_OK(catalogue_load(&f.db, &f.a, &c));
	CHECK_INT(c->agencies.n + c->procedures.n + c->holidays_n, 0);
	CHECK(catalogue_calendar(c, AGENCY_NONE) != NULL);
	CHECK_OK(fill(&f));
	changed.allow.n = 3;
	changed.change = CHANGE_SHORTENED;
	changed.cutoff_plus_1 = 901;
	changed.valid.from = changed.decision_date = day("2022-03-01");
	changed.components = S("Đơn; Bản sao");
	CHECK_OK(procedure_add(&f.w, &changed, S("reason"), &position));
	CHECK_OK(catalogue_load(&f.db, &f.a, &c));
	CHECK_INT(c->journal_size, 9);
	CHECK_INT(c->agencies.n, 4);
	CHECK_INT(catalogue_agency(c, S("P1")), 4);
	CHECK_INT(agency_parent(&c->agencies, 4, day("2022-01-01"), KNOWN_NOW), 3);
	CHECK_INT(c->procedures.n, 4);

	int number = catalogue_procedure(c, S("1.000001"));
	const struct procedure_version *v =
		procedure_on(&c->procedures, number, day("2022-03-01"), KNOWN_NOW);
	CHECK_OR_STOP(v);
	CHECK(procedure_version_same(v, &changed));
	CHECK_INT(v->valid.position, position);
	v = procedure_on(&c->procedures, number, day("2022-02-28"), KNOWN_NOW);
	CHECK_OR_STOP(v);
	CHECK_INT(v->allow.n, 5);
	CHECK(!v->fee_known);
	struct procedure_counts n = catalogue_counts(
		c, &f.a, catalogue_agency(c, S("SGTVT")), day("2022-01-01"), day("2022-10-25"), KNOWN_NOW);
	CHECK_INT(n.total, 2);
	CHECK_INT(n.changes[CHANGE_SHORTENED], 1);
	CHECK_INT(catalogue_counts(c, &f.a, AGENCY_NONE, 0, day("2022-10-25"), 6).total,
		2); /* two were known */
}

/* Each entry reads back as the row that it brought. */
TEST(entries_and_rows_agree)
{
	FIXTURE f = { 0 };
	const struct catalogue *c;
	JOURNAL_CURSOR cursor = { 0 };
	struct entry_stamp stamp;
	bool more;
	int read = 0;

	CHECK_OK(fixture_open(&f));
	CHECK_OK(fill(&f));
	CHECK_OK(catalogue_load(&f.db, &f.a, &c));
	CHECK_OK(journal_read(&f.db, 0, c->journal_size, &cursor));
	for (;; read++) {
		struct agency_version agency;
		struct procedure_version procedure;
		CHECK_OK(journal_next(&cursor, &more));
		if (!more)
			break;
		if (agency_from_entry(&f.a, cursor.row.bytes, &agency, &stamp))
			CHECK(agency_version_same(&agency, c->agencies.agencies[read + 1].versions[0]));
		else if (CHECK(procedure_from_entry(&f.a, cursor.row.bytes, &procedure, &stamp)))
			CHECK(procedure_version_same(
				&procedure, c->procedures.procedures[read - 3].versions[0]));
		CHECK_INT(stamp.recorded, f.w.now);
	}
	CHECK_INT(read, 8);
}

TEST(matching_people_s_words)
{
	static const struct {
		const char *typed;
		int n, first;
	} rows[] = {
		{ "SXD", 1, 2 },
		{ "sxd", 1, 2 },
		{ "so xay dung", 1, 2 },
		{ "SỞ XÂY DỰNG", 1, 2 },
		{ "Sở", 0, 0 },
		{ "So\xCC\x9B\xCC\x89 Xây dựng", 1, 2 },
		{ "", 0, 0 },
	};
	FIXTURE f = { 0 };
	const struct catalogue *c;

	CHECK_OK(fixture_open(&f));
	CHECK_OK(fill(&f));
	CHECK_OK(catalogue_load(&f.db, &f.a, &c));
	for (size_t i = 0; i < COUNT(rows); i++) {
		int found = 0;
		CHECK_INT(catalogue_match_agency(c, &f.a, str_of(rows[i].typed), &found, 1), rows[i].n);
		CHECK_INT(found, rows[i].first);
	}
}

TEST(searching)
{
	static const struct {
		const char *query, *agency, *field;
		unsigned online;
		int n, first;
	} rows[] = {
		{ "giay phep lai xe", "", "", 0, 2, 1 },
		{ "đổi giấy phép", "", "", 0, 1, 2 },
		{ "giay phep", "", "", 0, 3, 3 },
		{ "giay phep", "SXD", "", 0, 1, 3 },
		{ "", "P1", "", 0, 0, 0 },
		{ "", "", "", 0, 4, 3 },
		{ "", "", "Đường bộ", 0, 2, 1 },
		{ "", "", "", 1u << ONLINE_2, 1, 4 },
		{ "1.000002", "", "", 0, 1, 2 },
		{ "máy bay", "", "", 0, 0, 0 },
	};
	FIXTURE f = { 0 };
	const struct catalogue *c;
	const struct str *fields;

	CHECK_OK(fixture_open(&f));
	CHECK_OK(fill(&f));
	CHECK_OK(catalogue_load(&f.db, &f.a, &c));
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct catalogue_filter filter = { .query = str_of(rows[i].query),
			.field = str_of(rows[i].field),
			.agency = catalogue_agency(c, str_of(rows[i].agency)),
			.online = rows[i].online,
			.day = day("2022-10-25") };
		struct catalogue_found found = catalogue_search(c, &f.a, &filter);
		CHECK_INT(found.n, rows[i].n);
		CHECK_INT(found.n ? found.numbers[0] : 0, rows[i].first);
	}
	CHECK_INT(catalogue_fields(c, &f.a, day("2022-10-25"), &fields), 2);
	CHECK_STR(fields[0], S("Ăn mòn công trình")); /* ă before đ */
}

TEST(holidays_in_versions)
{
	FIXTURE f = { 0 };
	const struct catalogue *c;
	int64_t number = 0;
	bool fits = false;

	CHECK_OK(fixture_open(&f));
	CHECK_OK(fill(&f));
	CHECK_OK(add_holiday(&f, "2022-10-25", &number, &fits));
	CHECK(fits && number == 1);
	CHECK_OK(add_holiday(&f, "2023-01-02", &number, &fits));
	CHECK_OK(add_holiday(&f, "2022-10-26", &number, &fits)); /* 2022 is replaced, 2023 stays */
	CHECK_INT(number, 3);
	CHECK_OK(catalogue_load(&f.db, &f.a, &c));
	CHECK_INT(c->holidays_n, 3);
	const struct calendar *now = catalogue_calendar(c, 2);
	CHECK(calendar_is_working(now, day("2022-10-25")) && !calendar_is_working(now, day("2022-10-26")));
	CHECK(!calendar_is_working(now, day("2023-01-02")));
	CHECK(calendar_verified(now, day("2022-01-01"), day("2023-12-31")));
	CHECK(!calendar_verified(now, day("2023-12-31"), day("2024-01-01")));
	const struct calendar *first = catalogue_calendar_at(c, &f.a, 2, 1, KNOWN_NOW);
	CHECK(!calendar_is_working(first, day("2022-10-25")) &&
		calendar_is_working(first, day("2023-01-02")));
	CHECK(!calendar_verified(
		catalogue_calendar_at(c, &f.a, 2, 0, KNOWN_NOW), day("2022-10-25"), day("2022-10-25")));
	CHECK(now == catalogue_calendar(c, 3)); /* the same working time, the same calendar */
}

TEST(holidays_that_do_not_fit)
{
	enum { DAYS = 400, NAME = 200 };
	FIXTURE f = { 0 };
	struct special_day *days;
	struct holidays file;
	int64_t number = 7;
	bool fits = true;
	size_t at;

	CHECK_OK(fixture_open(&f));
	days = NEW_ARRAY(&f.a, struct special_day, DAYS);
	char *name = NEW_ARRAY(&f.a, char, NAME);
	memset(name, 'n', NAME);
	for (int i = 0; i < DAYS; i++)
		days[i] = (struct special_day){ day("2022-01-01") + i, DAY_HOLIDAY, { name, NAME } };
	CHECK_INT(holidays_of_file(&f.a, days, DAYS, &at, &file), HOLIDAYS_FINE);
	CHECK_OK(holidays_add(&f.w, &file, &number, &fits));
	CHECK(!fits);
	CHECK_INT(number, 7);
	CHECK_INT(f.journal.tree.size, 0);
}

TEST(hours_are_inherited)
{
	FIXTURE f = { 0 };
	const struct catalogue *c;
	enum work_time_refusal refusal;
	struct hours_version v = { .agency = S("SGTVT") };

	CHECK_OK(fixture_open(&f));
	CHECK_OK(fill(&f));
	CHECK_OK(hours_add(&f.w, &v, S(""), &refusal));
	CHECK_INT(refusal, WORK_TIME_NO_WORKING_DAY);
	for (int d = 1; d <= 6; d++)
		CHECK(weekday_hours_from(S("07:00-11:00,14:00-17:00"), &v.hours[d], &v.use[d]));
	CHECK_OK(hours_add(&f.w, &v, S(""), &refusal));
	CHECK_INT(refusal, WORK_TIME_FINE);
	CHECK_OK(catalogue_load(&f.db, &f.a, &c));
	CHECK(calendar_is_working(catalogue_calendar(c, 3), day("2022-10-22"))); /* a Saturday */
	CHECK(catalogue_calendar(c, 4) == catalogue_calendar(c, 3));
	CHECK(!calendar_is_working(catalogue_calendar(c, 2), day("2022-10-22")));
	CHECK(!calendar_is_working(
		catalogue_calendar_at(c, &f.a, 4, 0, 8), day("2022-10-22"))); /* not known then */
}
