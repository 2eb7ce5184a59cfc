/* The checklist as data, what data answers of it, its sums. */
#include "inspection/inspection_checklist.h"
#include "tests/t.h"

#define HEAD "code,area,criterion,evidence,max_points,source\n"
#define ROW "TC.01,institutions,Một việc,Một tài liệu,2.5,recalled: mẫu\n"

TEST(the_file_is_read)
{
	ARENA a = { 0 };
	struct checklist c = { 0 };

	CHECK_OK(checklist_read(&a, S(HEAD ROW "TT.10,procedures,Việc khác,Sổ,\"4\",sure\n"), &c));
	CHECK_INT(c.n, 2);
	CHECK_STR(c.list[0].code, S("TC.01"));
	CHECK_STR(c.list[0].source, S("recalled: mẫu"));
	CHECK_INT(c.list[0].area, 1);
	CHECK_INT(c.list[0].points, 250);
	CHECK(checklist_find(&c, S("TT.10")) == &c.list[1]);
	CHECK(!checklist_find(&c, S("TT.11")));
}

TEST(a_broken_file_is_refused)
{
	static const char *const files[] = { "", HEAD, HEAD ROW ROW, HEAD "X.1,nowhere,Việc,Sổ,1,s\n",
		HEAD "X.1,steering,,Sổ,1,s\n", HEAD "X.1,steering,Việc,Sổ,0,s\n",
		HEAD "X.1,steering,Việc,Sổ,x,s\n", HEAD "X.1,steering,Việc,Sổ,1,s,more\n", "code,area\n" };
	ARENA a = { 0 };
	struct checklist c = { 0 };

	for (size_t i = 0; i < COUNT(files); i++) {
		const struct fault *f = checklist_read(&a, str_of(files[i]), &c);

		test_check(f && f->kind == FAULT_CORRUPT, __FILE__, __LINE__, "file %d is refused", (int)i);
	}
}

struct said {
	const char *code, *facts; /* "RECEIVED=5 …" by number: see facts_of */
	enum checklist_says says;
	const char *why;
};
#define X(name) S_INIT(#name),
static const struct str names[CHECKLIST_FACT_N] = { CHECKLIST_FACTS(X) };
#undef X

static struct checklist_facts facts_of(const char *text)
{
	struct checklist_facts f = { 0 };
	struct str rest = str_of(text), one, name;

	while (str_cut(&rest, ' ', &one)) {
		int64_t n = 0;
		int i = 0;

		if (!one.n)
			continue;
		if (!str_cut(&one, '=', &name) || !str_int(one, &n))
			abort();
		while (!str_eq(names[i], name))
			i++;
		checklist_know(&f, (enum checklist_fact)i, n);
	}
	return f;
}

TEST(data_answers_what_it_can)
{
	static const struct said cases[] = {
		{ "TC.01", "RECEIVED=5", CHECKLIST_UNKNOWN, "không có dữ liệu" },
		{ "XX.99", "", CHECKLIST_UNKNOWN, "không có dữ liệu" },
		{ "TT.02", "SHORTENED=3", CHECKLIST_YES, "3 thủ tục được rút ngắn" },
		{ "TT.02", "SHORTENED=0", CHECKLIST_UNKNOWN, "0 thủ tục được rút ngắn" },
		{ "TT.04", "PROCEDURES=123 WITHOUT_CODE=0", CHECKLIST_YES, "0 trong 123 thủ tục" },
		{ "TT.04", "PROCEDURES=123 WITHOUT_CODE=11", CHECKLIST_PARTLY, "11 trong 123 thủ tục" },
		{ "TT.04", "PROCEDURES=2 WITHOUT_CODE=2", CHECKLIST_NO, "2 trong 2 thủ tục" },
		{ "TT.04", "PROCEDURES=0 WITHOUT_CODE=0", CHECKLIST_UNKNOWN, "không có dữ liệu" },
		{ "TT.09", "INTER_AGENCY=0", CHECKLIST_NOT_APPLICABLE, "không có thủ tục liên thông" },
		{ "TT.09", "INTER_AGENCY=14", CHECKLIST_UNKNOWN, "14 thủ tục liên thông" },
		{ "TT.09", "INTER_AGENCY=14 INTER_RECEIVED=20", CHECKLIST_YES, "20 hồ sơ của 14 thủ tục" },
		{ "TT.09", "INTER_AGENCY=14 INTER_RECEIVED=0", CHECKLIST_PARTLY, "0 hồ sơ của 14 thủ tục" },
		{ "TT.10", "RESOLVED=1668 IN_TIME=1668 RECEIVED=1713 LATE=0 OVERDUE=0", CHECKLIST_YES,
			"1.668 trong 1.668 hồ sơ đã giải quyết đúng và trước hạn (100,00%). 0 hồ sơ quá hạn "
			"trong 1.713 hồ sơ" },
		{ "TT.10", "RESOLVED=100 IN_TIME=95", CHECKLIST_YES, "95 trong 100" },
		{ "TT.10", "RESOLVED=1000 IN_TIME=949", CHECKLIST_PARTLY, "949 trong 1.000" },
		{ "TT.10", "RESOLVED=100 IN_TIME=80", CHECKLIST_PARTLY, "80 trong 100" },
		{ "TT.10", "RESOLVED=100 IN_TIME=79 RECEIVED=120 LATE=21 OVERDUE=4", CHECKLIST_NO,
			"25 hồ sơ quá hạn trong 120" },
		{ "TT.10", "RESOLVED=0 IN_TIME=0", CHECKLIST_UNKNOWN, "Không có hồ sơ nào được giải quyết" },
		{ "TT.10", "RESOLVED=4", CHECKLIST_UNKNOWN, "không có dữ liệu" },
		{ "TT.11", "LATE=0", CHECKLIST_NOT_APPLICABLE, "không phải xin lỗi" },
		{ "TT.11", "LATE=3", CHECKLIST_UNKNOWN, "không có dữ liệu" },
		{ "TT.11", "LATE=3 APOLOGISED=3", CHECKLIST_YES, "3 văn bản xin lỗi cho 3" },
		{ "TT.11", "LATE=3 APOLOGISED=1", CHECKLIST_PARTLY, "1 văn bản xin lỗi cho 3" },
		{ "TT.11", "LATE=3 APOLOGISED=0", CHECKLIST_NO, "0 văn bản xin lỗi cho 3" },
		{ "TT.12", "COMPARED=15 DIFFERING=0", CHECKLIST_YES, "0 trong 15 số liệu" },
		{ "TT.12", "COMPARED=15 DIFFERING=2", CHECKLIST_PARTLY, "2 trong 15 số liệu" },
		{ "TT.15", "REPORTS_DUE=4 REPORTS_LATE=0", CHECKLIST_YES, "0 trong 4 báo cáo" },
		{ "TT.15", "REPORTS_DUE=4 REPORTS_LATE=1", CHECKLIST_PARTLY, "1 trong 4 báo cáo" },
		{ "TT.15", "REPORTS_DUE=4 REPORTS_LATE=4", CHECKLIST_NO, "4 trong 4 báo cáo" },
		{ "TT.15", "REPORTS_DUE=0 REPORTS_LATE=0", CHECKLIST_UNKNOWN, "không có dữ liệu" },
		{ "CDS.04", "OFFERED=88 PROCEDURES=123", CHECKLIST_UNKNOWN, "88 trong 123 thủ tục" },
		{ "CDS.04", "OFFERED=0 PROCEDURES=123", CHECKLIST_NO, "0 trong 123 thủ tục" },
		{ "CDS.05", "OFFERED=10 USED=8", CHECKLIST_YES, "8 trong 10 dịch vụ" },
		{ "CDS.05", "OFFERED=88 USED=70", CHECKLIST_NO,
			"70 trong 88 dịch vụ công trực tuyến có phát sinh hồ sơ (79,55%)" },
		{ "CDS.05", "OFFERED=0 USED=0", CHECKLIST_NOT_APPLICABLE, "không cung cấp" },
		{ "CDS.06", "NEW=100 NEW_ONLINE=7", CHECKLIST_UNKNOWN, "7 trong 100 hồ sơ mới" },
		{ "CDS.06", "NEW=100 NEW_ONLINE=0", CHECKLIST_NO, "0 trong 100 hồ sơ mới" },
		{ "CDS.08", "NEW=100 NEW_POSTAL=2", CHECKLIST_YES, "2 trong 100 hồ sơ mới" },
		{ "CDS.08", "NEW=100 NEW_POSTAL=0", CHECKLIST_UNKNOWN, "0 trong 100 hồ sơ mới" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		ARENA a = { 0 };
		struct checklist_facts f = facts_of(cases[i].facts);
		struct checklist_reply r = checklist_reply(&a, LANG_VI, str_of(cases[i].code), &f);

		test_check(r.says == cases[i].says && str_find(r.why, str_of(cases[i].why)) < r.why.n,
			__FILE__, __LINE__, "%s, %s: %d \"%.*s\"", cases[i].code, cases[i].facts, (int)r.says,
			ARG(r.why));
	}
}

TEST(declared_figures_are_marked)
{
	ARENA a = { 0 };
	struct checklist_facts f = facts_of("RESOLVED=10 IN_TIME=10");
	struct str mark = S("theo số liệu đơn vị khai");

	f.declared = true;
	struct checklist_reply known = checklist_reply(&a, LANG_VI, S("TT.10"), &f);
	struct checklist_reply unknown = checklist_reply(&a, LANG_VI, S("TC.01"), &f);
	CHECK(str_find(known.why, mark) < known.why.n);
	CHECK(str_find(unknown.why, mark) >= unknown.why.n);
}

TEST(figures_become_facts)
{
	ARENA a = { 0 };
	struct inspection *x = NEW(&a, struct inspection);
	struct checklist_facts f = { 0 };

	x->declared.known[INSPECTION_RECEIVED] = x->computed.known[INSPECTION_RECEIVED] = true;
	x->declared.known[INSPECTION_LATE] = true;
	x->declared.n[INSPECTION_RECEIVED] = 7;
	x->computed.n[INSPECTION_RECEIVED] = 9;
	checklist_compare(&f, x);
	CHECK_INT(f.n[CHECKLIST_COMPARED], 1);
	CHECK_INT(f.n[CHECKLIST_DIFFERING], 1);
	checklist_take_figures(&f, &x->computed);
	CHECK_INT(f.n[CHECKLIST_RECEIVED], 9);
	CHECK(!f.known[CHECKLIST_LATE]);
}

TEST(without_two_figures_nothing_is_compared)
{
	ARENA a = { 0 };
	struct inspection *x = NEW(&a, struct inspection);
	struct checklist_facts f = { 0 };

	x->declared.known[INSPECTION_RECEIVED] = true;
	checklist_compare(&f, x);
	CHECK(!f.known[CHECKLIST_COMPARED]);
}

TEST(points_are_summed_by_area)
{
	ARENA a = { 0 };
	struct checklist c = { 0 };
	struct inspection *x = NEW(&a, struct inspection);

	CHECK_OK(checklist_read(&a,
		S(HEAD ROW "TC.02,institutions,Hai,Sổ,1.5,s\nTC.03,institutions,Ba,Sổ,1,s\nTT.01,procedures,"
			   "Bốn,Sổ,4,s\n"),
		&c));
	x->criteria_n = 3;
	x->criteria[0] = (struct inspection_criterion){ .code = S("TC.02"), .points = 75 };
	x->criteria[1] =
		(struct inspection_criterion){ .code = S("TC.03"), .answer = INSPECTION_NOT_APPLICABLE };
	x->criteria[2] = (struct inspection_criterion){ .code = S("OLD.1"), .points = 900 };
	struct checklist_sum area = checklist_sum(&c, 1, x), all = checklist_sum(&c, -1, x);
	CHECK_INT(area.criteria, 3);
	CHECK_INT(area.answered, 2);
	CHECK_INT(area.given, 75);
	CHECK_INT(area.most, 400); /* without the one that does not apply */
	CHECK_INT(all.given, 75);
	CHECK_INT(all.most, 800);
}
