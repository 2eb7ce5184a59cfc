#include "procedure/procedure_entry.h"
#include "base/limits.h"
#include "json/canon.h"
#include "tests/t.h"

/* The test vector of docs/journal-format.md. */
static const char vector[] =
	"{\"by\":\"system\",\"correction\":\"sai số ngày\",\"kind\":\"procedure.version\","
	"\"recorded\":\"2022-03-01T09:30:00+07:00\",\"v\":1,\"version\":{\"agency\":\"NB.16\",\"change\":"
	"\"shortened\","
	"\"code\":\"1.001061.000.00.00.H54\",\"components\":\"Đơn đề nghị; Hồ sơ thiết "
	"kế\",\"cutoff_time\":\"15:00\","
	"\"decision\":\"MẪU 01\",\"decision_date\":\"2022-02-25\",\"effective_from\":\"2022-03-01\","
	"\"effective_to\":\"\",\"fee_vnd\":\"\",\"field\":\"Đường "
	"bộ\",\"interagency\":\"none\",\"legal_basis\":\"Luật "
	"23/2008/QH12\",\"level\":\"province\",\"name\":\"Cấp phép thi công nút "
	"giao\",\"online_level\":\"3\","
	"\"processing_days\":\"5\",\"processing_unit\":\"working_days\",\"result\":\"Giấy "
	"phép\",\"source\":\"synthetic\","
	"\"supplement_rule\":\"restart\"}}";

static daynum day(const char *text)
{
	daynum d = DAYNUM_NONE;

	if (!parse_day(str_of(text), &d))
		abort();
	return d;
}

TEST(procedure_entry_vector)
{
	ARENA a = { 0 };
	struct buf again = { .a = &a };
	struct procedure_version v = { 0 };
	struct entry_stamp stamp = { 0 };

	CHECK_OR_STOP(procedure_from_entry(&a, str_of(vector), &v, &stamp));
	CHECK_INT(v.valid.from, day("2022-03-01"));
	CHECK_INT(v.change, CHANGE_SHORTENED);
	CHECK_INT(v.allow.n, 5);
	CHECK(!v.allow.none && !v.fee_known);
	CHECK_INT(v.cutoff_plus_1, 15 * 60 + 1);
	CHECK_STR(stamp.correction, S("sai số ngày"));
	procedure_entry(&again, &v, &stamp);
	CHECK_STR(buf_str(&again), str_of(vector));
	CHECK(json_is_canonical(buf_str(&again)));
}

TEST(procedure_columns)
{
	static const struct {
		enum procedure_column column;
		const char *value;
		enum column_flaw want;
	} rows[] = {
		{ PROCEDURE_COLUMN_AGENCY, "", COLUMN_MISSING },
		{ PROCEDURE_COLUMN_FEE_VND, "-1", COLUMN_NUMBER },
		{ PROCEDURE_COLUMN_FEE_VND, "135.000", COLUMN_NUMBER },
		{ PROCEDURE_COLUMN_FEE_VND, "0", COLUMN_FINE },
		{ PROCEDURE_COLUMN_FEE_VND, "99999999999999999999", COLUMN_NUMBER },
		{ PROCEDURE_COLUMN_PROCESSING_DAYS, "0", COLUMN_NUMBER },
		{ PROCEDURE_COLUMN_PROCESSING_DAYS, "3651", COLUMN_NUMBER },
		{ PROCEDURE_COLUMN_PROCESSING_DAYS, "", COLUMN_FINE },
		{ PROCEDURE_COLUMN_PROCESSING_UNIT, "days", COLUMN_WORD },
		{ PROCEDURE_COLUMN_PROCESSING_UNIT, "", COLUMN_MISSING },
		{ PROCEDURE_COLUMN_ONLINE_LEVEL, "5", COLUMN_WORD },
		{ PROCEDURE_COLUMN_INTERAGENCY, "yes", COLUMN_WORD },
		{ PROCEDURE_COLUMN_CHANGE, "", COLUMN_FINE },
		{ PROCEDURE_COLUMN_CHANGE, "changed", COLUMN_WORD },
		{ PROCEDURE_COLUMN_SUPPLEMENT_RULE, "", COLUMN_FINE },
		{ PROCEDURE_COLUMN_SUPPLEMENT_RULE, "pause", COLUMN_WORD },
		{ PROCEDURE_COLUMN_CUTOFF_TIME, "15:00", COLUMN_FINE },
		{ PROCEDURE_COLUMN_CUTOFF_TIME, "24:00", COLUMN_CLOCK },
		{ PROCEDURE_COLUMN_CUTOFF_TIME, "3 pm", COLUMN_CLOCK },
		{ PROCEDURE_COLUMN_EFFECTIVE_FROM, "2022-02-31", COLUMN_DAY },
		{ PROCEDURE_COLUMN_COMPONENTS, "Đơn;\nbản sao", COLUMN_FINE },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct procedure_version v = { 0 };
		if (!CHECK(procedure_set(&v, rows[i].column, str_of(rows[i].value)) == rows[i].want))
			printf("# row %zu\n", i);
	}
}

TEST(columns_together)
{
	enum procedure_column at = PROCEDURE_COLUMN_N;
	struct procedure_version v = { 0 };

	CHECK_INT(procedure_finish(&v, &at), COLUMN_FINE);
	CHECK(v.allow.none); /* an empty number is no deadline, never "early" */
	v.allow = (struct allowance){ .unit = UNIT_IMMEDIATE };
	CHECK_INT(procedure_finish(&v, &at), COLUMN_FINE);
	CHECK(!v.allow.none);
	v.allow.n = 1;
	CHECK_INT(procedure_finish(&v, &at), COLUMN_SURPLUS);
	CHECK_INT(at, PROCEDURE_COLUMN_PROCESSING_DAYS);
	v = (struct procedure_version){ .change = CHANGE_ABOLISHED };
	CHECK_INT(procedure_finish(&v, &at), COLUMN_ABOLISHED_WHEN);
	v = (struct procedure_version){ .valid = { .from = 20000, .to = 19999 } };
	CHECK_INT(procedure_finish(&v, &at), COLUMN_ORDER);
	CHECK_INT(at, PROCEDURE_COLUMN_EFFECTIVE_TO);
}

TEST(procedure_same_sees_every_column)
{
	static const char *const other[PROCEDURE_COLUMN_N] = {
		[PROCEDURE_COLUMN_LEVEL] = "commune",
		[PROCEDURE_COLUMN_EFFECTIVE_FROM] = "2022-01-01",
		[PROCEDURE_COLUMN_EFFECTIVE_TO] = "2022-01-01",
		[PROCEDURE_COLUMN_DECISION_DATE] = "2022-01-01",
		[PROCEDURE_COLUMN_CHANGE] = "new",
		[PROCEDURE_COLUMN_CUTOFF_TIME] = "15:00",
		[PROCEDURE_COLUMN_FEE_VND] = "0",
		[PROCEDURE_COLUMN_INTERAGENCY] = "cross_level",
		[PROCEDURE_COLUMN_ONLINE_LEVEL] = "full",
		[PROCEDURE_COLUMN_PROCESSING_DAYS] = "9",
		[PROCEDURE_COLUMN_PROCESSING_UNIT] = "hours",
		[PROCEDURE_COLUMN_SUPPLEMENT_RULE] = "resume",
	};
	struct procedure_version v = { 0 };

	for (int c = 0; c < PROCEDURE_COLUMN_N; c++) {
		struct procedure_version w = v;
		CHECK_INT(procedure_set(&w, (enum procedure_column)c, str_of(other[c] ? other[c] : "other")),
			COLUMN_FINE);
		CHECK_INT(procedure_version_same(&v, &w), c == PROCEDURE_COLUMN_SOURCE);
	}
}

/* A catalogue of two departments for the counting tests. */
struct sample {
	struct agency_version agencies[3];
	struct procedure_version versions[8];
	struct agency_tree tree;
	struct procedure_list list;
	bool in[4];
};

static struct procedure_version version(
	int64_t position, const char *code, const char *agency, const char *from)
{
	return (struct procedure_version){ .valid = { .position = position,
						   .from = *from ? day(from) : DAYNUM_NONE },
		.code = str_of(code),
		.agency = str_of(agency),
		.online = ONLINE_2,
		.fee_known = true };
}

static void changed(struct procedure_version *v, enum procedure_change change, const char *decided)
{
	v->change = change;
	v->decision_date = day(decided);
}

static void make_sample(struct arena *a, struct sample *s)
{
	s->agencies[0] = (struct agency_version){ .code = S("H54") };
	s->agencies[1] = (struct agency_version){ .code = S("SXD"), .parent = S("H54") };
	s->agencies[2] = (struct agency_version){ .code = S("SGTVT"), .parent = S("H54") };
	s->versions[0] = version(10, "1.1", "SXD", "");
	s->versions[0].interagency = INTERAGENCY_SAME_LEVEL;
	s->versions[1] = version(11, "1.2", "SXD", "");
	s->versions[1].interagency = INTERAGENCY_CROSS_LEVEL;
	s->versions[2] = version(12, "NB.1", "SGTVT", "");
	s->versions[2].fee_known = false;
	s->versions[3] = version(13, "1.1", "SXD", "2022-03-01"); /* amended, goes online */
	s->versions[3].online = ONLINE_4;
	changed(&s->versions[3], CHANGE_AMENDED, "2022-02-20");
	s->versions[4] = version(14, "1.2", "SXD", "2022-06-01");
	changed(&s->versions[4], CHANGE_ABOLISHED, "2022-05-30");
	s->versions[5] = version(15, "NB.1", "SGTVT", "2022-07-01");
	changed(&s->versions[5], CHANGE_SHORTENED, "2022-06-20");
	s->versions[6] = version(16, "1.1", "SGTVT", "2023-01-01"); /* moves to the other department */
	changed(&s->versions[6], CHANGE_REPLACED, "2022-12-01");
	s->versions[7] =
		version(17, "1.1", "SXD", "2022-03-01"); /* corrects entry 13: it was new, partly online */
	s->versions[7].online = ONLINE_PARTIAL;
	changed(&s->versions[7], CHANGE_NEW, "2022-02-20");
	s->tree = agency_tree_of(a, s->agencies, COUNT(s->agencies));
	s->list = procedure_list_of(a, s->versions, COUNT(s->versions), &s->tree);
}

TEST(version_of_a_day)
{
	ARENA a = { 0 };
	struct sample s = { 0 };

	make_sample(&a, &s);
	int first = procedure_number(&s.list, S("1.1")), second = procedure_number(&s.list, S("1.2"));

	CHECK_INT(s.list.n, 3);
	CHECK_INT(first, 1);
	CHECK_INT(procedure_number(&s.list, S("1.3")), PROCEDURE_NONE);
	CHECK(procedure_on(&s.list, first, day("2022-02-28"), KNOWN_NOW) == &s.versions[0]);
	CHECK(procedure_on(&s.list, first, day("2022-03-01"), KNOWN_NOW) == &s.versions[7]);
	CHECK(procedure_on(&s.list, first, day("2022-03-01"), 17) == &s.versions[3]);
	CHECK(procedure_on(&s.list, first, day("2022-03-01"), 10) == NULL);
	CHECK(procedure_on(&s.list, second, day("2022-05-31"), KNOWN_NOW) == &s.versions[1]);
	CHECK(procedure_on(&s.list, second, day("2022-06-01"), KNOWN_NOW) == NULL);
	CHECK(procedure_version_at(&s.list, first, 13) == &s.versions[3]); /* dossiers of then stay on it */
	CHECK(procedure_version_at(&s.list, second, 13) == NULL);
}

TEST(counting)
{
	ARENA a = { 0 };
	struct sample s = { 0 };

	make_sample(&a, &s);
	struct procedure_question q = { s.in, day("2022-01-01"), day("2022-10-25"), KNOWN_NOW };
	agency_subtree(&s.tree, agency_number(&s.tree, S("SXD")), q.upto, q.known, s.in);
	struct procedure_counts c = procedure_count(&s.list, &q);

	CHECK_INT(c.total, 1);
	CHECK_INT(c.same_level, 0);
	CHECK_INT(c.online[ONLINE_PARTIAL], 1);
	CHECK_INT(c.offered, 1);
	CHECK_INT(c.changes[CHANGE_NEW], 1);
	CHECK_INT(c.changes[CHANGE_AMENDED], 0);
	CHECK_INT(c.changes[CHANGE_ABOLISHED], 1);
	q.known = 17; /* before the correction */
	c = procedure_count(&s.list, &q);
	CHECK_INT(c.online[ONLINE_4], 1);
	CHECK_INT(c.changes[CHANGE_AMENDED], 1);
	CHECK_INT(c.changes[CHANGE_NEW], 0);
	q.known = KNOWN_NOW;
	q.upto = day("2022-02-28");
	q.from = day("2022-02-21");
	c = procedure_count(&s.list, &q);
	CHECK_INT(c.total, 2);
	CHECK_INT(c.same_level + c.cross_level, 2);
	CHECK_INT(c.changes[CHANGE_NEW], 0);
	q.upto = day("2023-01-01");
	q.from = day("2022-12-01");
	agency_subtree(&s.tree, AGENCY_NONE, q.upto, q.known, s.in);
	c = procedure_count(&s.list, &q);
	CHECK_INT(c.total, 2);
	CHECK_INT(c.without_code, 1);
	CHECK_INT(c.without_fee, 0); /* the shortened version says its fee */
	CHECK_INT(c.changes[CHANGE_REPLACED], 1);
	agency_subtree(&s.tree, agency_number(&s.tree, S("SGTVT")), q.upto, q.known, s.in);
	CHECK_INT(procedure_count(&s.list, &q).total, 2);
}

TEST(counts_add_up)
{
	enum { N = 300 };
	uint64_t seed = 61;
	ARENA a = { 0 };
	struct agency_version agencies[3] = { { .code = S("A") }, { .code = S("B") }, { .code = S("C") } };
	struct agency_tree tree = agency_tree_of(&a, agencies, COUNT(agencies));
	struct procedure_version *v = NEW_ARRAY(&a, struct procedure_version, N);

	for (int i = 0; i < N; i++) {
		v[i] = version(
			i, str_c(&a, code_internal(&a, 1 + (int)(test_random(&seed) % (N / 3)))), "A", "");
		v[i].agency = agencies[test_random(&seed) % 3].code;
		v[i].valid.from = test_random(&seed) % 3 ? day("2022-01-01") + (int)(test_random(&seed) % 400)
							 : DAYNUM_NONE;
		v[i].online = (enum online_level)(test_random(&seed) % ONLINE_LEVEL_N);
		v[i].interagency = (enum interagency)(test_random(&seed) % INTERAGENCY_N);
		v[i].change = (enum procedure_change)(test_random(&seed) % PROCEDURE_CHANGE_N);
		v[i].decision_date = v[i].valid.from;
	}
	struct procedure_list list = procedure_list_of(&a, v, N, &tree);

	for (int round = 0; round < 100; round++) {
		daynum upto = day("2021-12-01") + (int)(test_random(&seed) % 500);
		int64_t total = 0, parts = 0, all_changes = 0, part_changes = 0;
		for (int root = 0; root <= 3; root++) { /* 0 is all; the three others part it */
			bool in[4];
			agency_subtree(&tree, root, upto, KNOWN_NOW, in);
			struct procedure_question q = { in, day("2022-01-01"), upto, KNOWN_NOW };
			struct procedure_counts c = procedure_count(&list, &q);
			int64_t online = 0, offered = 0, changes = 0;
			for (int l = 0; l < ONLINE_LEVEL_N; l++) {
				online += c.online[l];
				offered += l >= ONLINE_3 ? c.online[l] : 0;
			}
			for (int k = 0; k < PROCEDURE_CHANGE_N; k++)
				changes += c.changes[k];
			CHECK_INT(online, c.total);
			CHECK_INT(offered, c.offered);
			CHECK(c.same_level + c.cross_level <= c.total);
			*(root ? &parts : &total) += c.total;
			*(root ? &part_changes : &all_changes) += changes;
		}
		CHECK_INT(parts, total);
		CHECK_INT(part_changes, all_changes);
	}
}
