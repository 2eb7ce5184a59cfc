#include "catalogue/holidays_entry.h"
#include "catalogue/hours.h"
#include "dossier/dossier_sample_doc.h"
#include "json/canon.h"
#include "procedure/procedure_entry.h"
#include "agency/agency_entry.h"
#include "tests/t.h"

/* The test vectors of docs/journal-format.md. */
static const char holidays_vector[] =
	"{\"by\":\"system\",\"days\":[\"2022-01-03 compensation Nghỉ bù Tết Dương lịch\","
	"\"2022-04-11 compensation Nghỉ bù Giỗ Tổ Hùng Vương\",\"2022-05-07 swap_work \"],"
	"\"kind\":\"calendar.holidays\",\"number\":2,\"recorded\":\"2022-01-04T08:00:00+07:00\",\"v\":1}";
static const char hours_vector[] =
	"{\"by\":\"system\",\"correction\":\"\",\"kind\":\"calendar.hours\",\"recorded\":\"2022-01-04T08:00:"
	"00+07:00\","
	"\"v\":1,\"version\":{\"agency\":\"NB.17\",\"friday\":\"07:00-11:30,13:30-17:00\",\"monday\":\"07:00-"
	"11:30,"
	"13:30-17:00\","
	"\"saturday\":\"counter 07:30-11:30\",\"sunday\":\"\",\"thursday\":\"07:00-11:30,13:30-17:00\","
	"\"tuesday\":\"07:00-11:30,13:30-17:00\",\"valid_from\":\"2022-05-01\",\"valid_to\":\"2022-09-30\","
	"\"wednesday\":\"07:00-11:30,13:30-17:00\"}}";

static daynum day(const char *text)
{
	daynum d = DAYNUM_NONE;

	if (!parse_day(str_of(text), &d))
		abort();
	return d;
}

/* bytes with the first part replaced. */
static struct str with(struct arena *a, const char *bytes, const char *part, const char *instead)
{
	struct str all = str_of(bytes);
	size_t at = str_find(all, str_of(part));

	CHECK(at < all.n);
	return str_fmt(a, "%.*s%s%.*s", (int)at, all.p, instead, ARG(str_sub(all, at + strlen(part), all.n)));
}

TEST(holidays_entry_vector)
{
	ARENA a = { 0 };
	struct buf again = { .a = &a };
	struct holidays_version v = { 0 };
	struct entry_stamp stamp = { 0 };

	CHECK_OR_STOP(holidays_from_entry(&a, str_of(holidays_vector), &v, &stamp));
	CHECK_INT(v.number, 2);
	CHECK_INT(v.file.n, 3);
	CHECK_INT(v.file.days[1].day, day("2022-04-11"));
	CHECK_INT(v.file.days[2].kind, DAY_SWAP_WORK);
	CHECK_STR(v.file.days[0].name, S("Nghỉ bù Tết Dương lịch"));
	CHECK(year_verified(&v.file.verified, 2022) && !year_verified(&v.file.verified, 2023));
	holidays_entry(&again, &v, &stamp);
	CHECK_STR(buf_str(&again), str_of(holidays_vector));
	CHECK(json_is_canonical(buf_str(&again)));
}

TEST(holidays_entry_refuses)
{
	static const struct {
		const char *part, *instead;
	} rows[] = {
		{ "2022-01-03", "2022-02-31" },
		{ "2022-01-03", "2022-04-11" },
		{ " compensation ", " weekend " },
		{ " compensation ", " " },
		{ ":2,", ":\"2\"," },
		{ ":2,", ":2.5," },
		{ "holidays\"", "hours\"" },
		{ "[", "[[" },
		{ "[", "{" },
		{ "}", "" },
	};
	ARENA a = { 0 };
	struct holidays_version v = { 0 };
	struct entry_stamp stamp = { 0 };

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK(!holidays_from_entry(
			&a, with(&a, holidays_vector, rows[i].part, rows[i].instead), &v, &stamp));
	CHECK_INT(v.number, 0);
}

TEST(hours_entry_vector)
{
	ARENA a = { 0 };
	struct buf again = { .a = &a };
	struct hours_version v = { 0 };
	struct entry_stamp stamp = { 0 };

	CHECK_OR_STOP(hours_from_entry(&a, str_of(hours_vector), &v, &stamp));
	CHECK_INT(v.use[0], WEEKDAY_OFF);
	CHECK_INT(v.use[5], WEEKDAY_WORKING);
	CHECK_INT(v.use[6], WEEKDAY_COUNTER);
	CHECK_INT(v.hours[5].s[0].from, 7 * 60);
	hours_entry(&again, &v, &stamp);
	CHECK_STR(buf_str(&again), str_of(hours_vector));
	CHECK(json_is_canonical(buf_str(&again)));
	CHECK(!hours_from_entry(&a, with(&a, hours_vector, "07:00-11:30", "11:30-07:00"), &v, &stamp));
	CHECK(!hours_from_entry(&a, with(&a, hours_vector, "counter 07:30-11:30", "counter "), &v, &stamp));
	CHECK(!hours_from_entry(&a, with(&a, hours_vector, "NB.17", ""), &v, &stamp));
}

TEST(hours_by_period)
{
	ARENA a = { 0 };
	struct entry_stamp stamp = { 0 };
	struct hours_version v[3] = { 0 };

	for (int i = 0; i < 3; i++) {
		CHECK(hours_from_entry(&a, str_of(hours_vector), &v[i], &stamp));
		v[i].valid = (struct validity){ .position = i + 5 };
	}
	v[0].valid.from = v[2].valid.from = day("2022-05-01");
	v[0].valid.to = day("2022-09-30");
	v[2].valid.to = day("2022-10-15"); /* corrected: two weeks longer */
	v[1].agency = S("NB.16");
	struct work_time w = hours_work_time(&a, v, 3, S("NB.17"), KNOWN_NOW);

	CHECK_INT(w.n, 1);
	CHECK_INT(w.periods[0].from, day("2022-05-01"));
	CHECK_INT(w.periods[0].to, day("2022-10-15"));
	CHECK_INT(work_time_check(&w), WORK_TIME_FINE);
	w = hours_work_time(&a, v, 3, S("NB.17"), 7);
	CHECK_INT(w.periods[0].to, day("2022-09-30"));
	w = hours_work_time(&a, v, 3, S("NB.16"), KNOWN_NOW);
	CHECK_INT(w.n, 1);
	CHECK_INT(w.periods[0].from, day("1900-01-01"));
	CHECK_INT(w.periods[0].to, day("2199-12-31"));
	CHECK_INT(hours_work_time(&a, v, 3, S("H54"), KNOWN_NOW).n, 0);
	v[0].valid.to = v[2].valid.to = DAYNUM_NONE;
	v[1].agency = S("NB.17");
	v[1].valid.from = day("2023-01-01");
	w = hours_work_time(&a, v, 3, S("NB.17"), KNOWN_NOW);
	CHECK_INT(w.n, 2);
	CHECK_INT(w.periods[0].to, day("2022-12-31"));
}

/* Reads an entry of any kind and writes it again. */
static bool reads_back(struct arena *a, struct str entry)
{
	struct buf again = { .a = a };
	struct entry_stamp stamp = { 0 };
	struct agency_version agency;
	struct procedure_version procedure;
	struct holidays_version holidays;
	struct hours_version hours;

	if (agency_from_entry(a, entry, &agency, &stamp))
		agency_entry(&again, &agency, &stamp);
	else if (procedure_from_entry(a, entry, &procedure, &stamp))
		procedure_entry(&again, &procedure, &stamp);
	else if (holidays_from_entry(a, entry, &holidays, &stamp))
		holidays_entry(&again, &holidays, &stamp);
	else if (hours_from_entry(a, entry, &hours, &stamp))
		hours_entry(&again, &hours, &stamp);
	return str_eq(buf_str(&again), entry);
}

TEST(the_published_entries_are_ours)
{
	ARENA a = { 0 };
	struct str doc = sample_read(&a, sample_doc(&a, "docs/journal-format.md")), line;
	size_t from = str_find(doc, S("<!-- catalogue entries: begin -->"));
	struct str rest = str_sub(doc, from, str_find(doc, S("<!-- catalogue entries: end -->")));
	int n = 0;

	while (str_cut(&rest, '\n', &line))
		if (str_starts(line, S("{"))) {
			n++;
			if (!CHECK(reads_back(&a, line)))
				printf("# %.*s\n", ARG(line));
		}
	CHECK_INT(n, 4);
	CHECK(str_find(doc, str_of(holidays_vector)) < doc.n && str_find(doc, str_of(hours_vector)) < doc.n);
}
