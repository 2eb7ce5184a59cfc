#include "exchange/import_agencies.h"
#include "exchange/import_sample.h"

#define HEAD "code,name,short_name,level,kind,parent,valid_from,valid_to,successor,source\n"

static const char small[] =
	HEAD "UNKNOWN,Phòng Một,P1,province,phong,Sở Xây dựng,,,,\n" /* its parent comes later in the file */
	     "H54,UBND tỉnh,UBND,province,ubnd,,,,,sure\n"
	     "UNKNOWN,Sở Xây dựng,SXD,province,so,H54,,,,\n"
	     ",Sở Y tế,SYT,province,so,UBND tỉnh,,,,\n";

TEST(agencies_come_in_any_order)
{
	FIXTURE f = { 0 };
	const struct catalogue *c;

	CHECK_OK(fixture_open(&f));
	CHECK_OK(import_text(&f, import_agencies, small));
	CHECK(reported(&f, 4, 4, 0, 0));
	CHECK_OK(catalogue_load(&f.db, &f.a, &c));
	CHECK_INT(c->agencies.n, 4);
	CHECK_STR(c->agencies.agencies[1].code, S("NB.3")); /* placed after its parent */
	CHECK_STR(c->agencies.agencies[2].code, S("H54"));
	CHECK_STR(c->agencies.agencies[3].code, S("NB.1"));
	CHECK_INT(agency_parent(&c->agencies, 1, day("2022-01-01"), KNOWN_NOW), 3);
	CHECK_INT(agency_parent(&c->agencies, 4, day("2022-01-01"), KNOWN_NOW), 2);
	CHECK_STR(c->agencies.agencies[2].versions[0]->note, S("sure"));
}

TEST(the_same_agencies_again)
{
	FIXTURE f = { 0 };

	CHECK_OK(fixture_open(&f));
	CHECK_OK(import_text(&f, import_agencies, small));
	CHECK_OK(import_text(&f, import_agencies, small));
	CHECK(reported(&f, 4, 0, 0, 4));
	CHECK_INT(f.journal.tree.size, 4);
	f.job.correct = S("nothing to correct");
	CHECK_OK(run(&f, import_agencies));
	CHECK(reported(&f, 4, 0, 0, 4));
	struct buf said = { .a = &f.a };
	import_report_say(&said, &f.job);
	CHECK_STR(buf_str(&said), S("4 dòng, tất cả đã có; không có gì thay đổi."));
}

TEST(a_dry_run_changes_nothing)
{
	FIXTURE f = { 0 };

	CHECK_OK(fixture_open(&f));
	f.job = (struct import_job){ .bytes = str_of(small), .dry_run = true };
	CHECK_OK(run(&f, import_agencies));
	CHECK(reported(&f, 4, 4, 0, 0));
	CHECK_INT(f.journal.tree.size, 0);
	CHECK_OK(import_text(&f, import_agencies, small));
	CHECK(reported(&f, 4, 4, 0, 0));
}

TEST(other_values_need_a_reason)
{
	static const char other[] = HEAD "H54,UBND tỉnh Thái Bình,UBND,province,ubnd,,,,,\n"
					 "UNKNOWN,Sở Xây dựng,SXD,district,so,H54,,,,\n";
	FIXTURE f = { 0 };
	const struct catalogue *c;

	CHECK_OK(fixture_open(&f));
	CHECK_OK(import_text(&f, import_agencies, small));
	CHECK_OK(import_text(&f, import_agencies, other));
	CHECK_INT(f.job.errors.total, 2);
	CHECK(has_error(&f, 2, "name", IMPORT_EXISTS_OTHERWISE));
	CHECK(has_error(&f, 3, "level", IMPORT_EXISTS_OTHERWISE));
	CHECK_INT(f.journal.tree.size, 4);
	f.job.correct = S("tên ghi thiếu");
	CHECK_OK(run(&f, import_agencies));
	CHECK(reported(&f, 2, 0, 2, 0));
	CHECK_OK(catalogue_load(&f.db, &f.a, &c));
	CHECK_INT(c->agencies.n, 4);
	const struct agency_version *v = agency_on(&c->agencies, 2, day("2022-01-01"), KNOWN_NOW);
	CHECK_OR_STOP(v);
	CHECK_STR(v->name, S("UBND tỉnh Thái Bình"));
	v = agency_on(&c->agencies, 2, day("2022-01-01"), 4);
	CHECK_OR_STOP(v);
	CHECK_STR(v->name, S("UBND tỉnh"));
}

TEST(agencies_that_change)
{
	static const char later[] = HEAD "UNKNOWN,Sở Xây dựng,SXD,province,so,H54,2025-03-01,,,\n"
					 "UNKNOWN,Sở Y tế,SYT,province,so,H54,2025-03-01,2025-12-31,SXD,\n";
	FIXTURE f = { 0 };
	const struct catalogue *c;

	CHECK_OK(fixture_open(&f));
	CHECK_OK(import_text(&f, import_agencies, small));
	CHECK_OK(import_text(&f, import_agencies, later));
	CHECK(reported(&f, 2, 2, 0, 0));
	CHECK_OK(catalogue_load(&f.db, &f.a, &c));
	CHECK_INT(c->agencies.n, 4);
	const struct agency *syt = &c->agencies.agencies[4];
	CHECK_INT(syt->versions_n, 2);
	CHECK_STR(syt->versions[1]->successor, S("NB.1"));
	CHECK_INT(validity_last_day(syt->valid, 2, 0, KNOWN_NOW), day("2025-02-28"));
	CHECK(agency_on(&c->agencies, 4, day("2026-01-01"), KNOWN_NOW) == NULL);
	CHECK_OK(import_text(&f, import_agencies, HEAD "H60,Sở Mới,SM,province,so,H54,2024-01-01,,,\n"));
	CHECK_OK(import_text(&f, import_agencies, HEAD "H60,Sở Mới,SM,province,so,H54,,,,\n"));
	CHECK(has_error(&f, 2, "valid_from", IMPORT_REFUSED));
}

TEST(what_is_wrong_with_agencies)
{
	static const struct {
		const char *rows;
		int64_t line;
		const char *field;
		enum import_code code;
	} cases[] = {
		{ "A1,Một,M,province,so,Không có,,,,\n", 2, "parent", IMPORT_UNKNOWN_AGENCY },
		{ "A1,Một,M,tỉnh,so,,,,,\n", 2, "level", IMPORT_NOT_IN_LIST },
		{ "A1,Một,M,,so,,,,,\n", 2, "level", IMPORT_MISSING_VALUE },
		{ "A1,,M,province,so,,,,,\n", 2, "name", IMPORT_MISSING_VALUE },
		{ "A 1,Một,M,province,so,,,,,\n", 2, "code", IMPORT_REFUSED },
		{ "A1,Một,M,province,so,,31/02/2022,,,\n", 2, "valid_from", IMPORT_NOT_A_DATE },
		{ "A1,Một,M,province,so,,2022-02-31,,,\n", 2, "valid_from", IMPORT_NOT_A_DATE },
		{ "A1,Một,M,province,so,,2022-02-02,2022-02-01,,\n", 2, "valid_to", IMPORT_REFUSED },
		{ "A1,Một,M,province,so,,,,Không có,\n", 2, "successor", IMPORT_UNKNOWN_AGENCY },
		{ "A1,Một,M,province,so,,,,,\nA1,Hai,H,province,so,,,,,\n", 3, "row", IMPORT_DOUBLED_ROW },
		{ "UNKNOWN,Một,M,province,so,,,,,\n,Một,M,province,so,,,,,\n", 3, "row", IMPORT_DOUBLED_ROW },
		{ "A1,Một,M,province,so,A1,,,,\n", 2, "parent", IMPORT_REFUSED },
		{ "UNKNOWN,Một,M,province,so,Một,,,,\n", 2, "parent", IMPORT_REFUSED },
		{ "UNKNOWN,Một,M,province,so,Hai,,,,\n,Hai,H,province,so,Một,,,,\n", 3, "parent",
			IMPORT_REFUSED },
		{ "A1,Một,M,province,so,A2,,,,\nA2,Hai,H,province,so,A1,,,,\n", 2, "parent", IMPORT_REFUSED },
		{ "A1,Một,M,province,so,,,,,\nA2,Hai,M,province,so,,,,,\nA3,Ba,B,province,so,M,,,,\n", 4,
			"parent", IMPORT_AMBIGUOUS_AGENCY },
		{ "A1,\"Một\x07\",M,province,so,,,,,\n", 2, "name", IMPORT_CONTROL_CHARACTER },
		{ "A1,Một,M,province\n", 2, "row", IMPORT_FIELD_COUNT },
	};
	FIXTURE f = { 0 };

	CHECK_OK(fixture_open(&f));
	for (size_t i = 0; i < COUNT(cases); i++) {
		CHECK_OK(import_bytes(&f, import_agencies, str_fmt(&f.a, HEAD "%s", cases[i].rows)));
		if (CHECK(has_error(&f, cases[i].line, cases[i].field, cases[i].code)))
			continue;
		printf("# case %zu\n", i);
		say_errors(&f);
	}
	CHECK_INT(f.journal.tree.size, 0);
}

TEST(all_errors_in_one_pass)
{
	static const char bad[] = HEAD "A1,Một,M,tỉnh,so,,2022-02-31,,,\n"
				       "A2,Hai,H,province,so,Một,,,,\n" /* its parent has errors of its own */
				       "A3,,B,province,so,Đâu,,,,\n";
	FIXTURE f = { 0 };

	CHECK_OK(fixture_open(&f));
	CHECK_OK(import_text(&f, import_agencies, bad));
	CHECK(has_error(&f, 2, "level", IMPORT_NOT_IN_LIST));
	CHECK(has_error(&f, 2, "valid_from", IMPORT_NOT_A_DATE));
	CHECK(has_error(&f, 4, "name", IMPORT_MISSING_VALUE));
	CHECK_INT(f.job.errors.total, 3);
}

TEST(a_name_too_long)
{
	FIXTURE f = { 0 };

	CHECK_OK(fixture_open(&f));
	char *name = NEW_ARRAY(&f.a, char, LIMIT_NAME_CHARS + 2);
	memset(name, 'n', LIMIT_NAME_CHARS + 1);
	CHECK_OK(import_bytes(&f, import_agencies, str_fmt(&f.a, HEAD "A1,%s,M,province,so,,,,,\n", name)));
	CHECK(has_error(&f, 2, "name", IMPORT_TOO_LONG));
	name[LIMIT_NAME_CHARS] = 0;
	CHECK_OK(import_bytes(&f, import_agencies, str_fmt(&f.a, HEAD "A1,%s,M,province,so,,,,,\n", name)));
	CHECK(reported(&f, 1, 1, 0, 0));
}

TEST(a_move_that_makes_a_ring_later)
{
	static const char ring[] = HEAD "H54,UBND tỉnh,UBND,province,ubnd,P1,2024-01-01,,,\n";
	FIXTURE f = { 0 };

	CHECK_OK(fixture_open(&f));
	CHECK_OK(import_text(&f, import_agencies, small));
	CHECK_OK(import_text(&f, import_agencies, ring));
	CHECK(has_error(&f, 2, "parent", IMPORT_REFUSED));
	CHECK_INT(f.journal.tree.size, 4);
}

/* A chain of so many agencies, the lowest first, with known or unknown codes. */
static struct str chain(struct arena *a, int levels, bool coded)
{
	struct buf b = { .a = a };

	buf_add(&b, S(HEAD));
	for (int i = levels; i >= 1; i--) {
		buf_fmt(&b, "%s", coded ? "A" : "UNKNOWN");
		if (coded)
			buf_int(&b, i);
		buf_fmt(&b, ",Cấp %d,C%d,province,so,", i, i);
		if (i > 1)
			buf_fmt(&b, "C%d", i - 1);
		buf_fmt(&b, ",,,,\n");
	}
	return buf_str(&b);
}

TEST(a_move_that_makes_others_too_deep)
{
	FIXTURE f = { 0 };

	CHECK_OK(fixture_open(&f));
	CHECK_OK(import_bytes(&f, import_agencies, chain(&f.a, LIMIT_AGENCY_DEPTH + 1, true)));
	CHECK_OK(import_text(&f, import_agencies,
		HEAD "TOP,Trên cùng,TC,ministry,bo,,,,,\n"
		     "A1,Cấp 1,C1,province,so,TOP,2024-01-01,,,\n"));
	CHECK_INT(f.job.errors.total, 1); /* the lowest of the chain, which is not in the file */
	CHECK_INT(f.job.errors.list[0].line, 2);
}

TEST(a_tree_too_deep)
{
	enum { MOST = LIMIT_AGENCY_DEPTH + 1 }; /* with the root */

	for (int coded = 0; coded < 2; coded++) {
		FIXTURE f = { 0 };
		CHECK_OK(fixture_open(&f));
		CHECK_OK(import_bytes(&f, import_agencies, chain(&f.a, MOST + 1, coded)));
		CHECK_INT(f.job.errors.total, 1);
		CHECK(has_error(&f, 2, "parent", IMPORT_REFUSED));
		CHECK_INT(f.journal.tree.size, 0);
		CHECK_OK(import_bytes(&f, import_agencies, chain(&f.a, MOST, coded)));
		CHECK(reported(&f, MOST, MOST, 0, 0));
	}
}

TEST(a_reason_that_is_none)
{
	FIXTURE f = { 0 };

	CHECK_OK(fixture_open(&f));
	f.job = (struct import_job){ .bytes = str_of(small), .correct = S("hai\ndòng") };
	CHECK_OK(run(&f, import_agencies));
	CHECK(has_error(&f, 0, "file", IMPORT_REFUSED));
	CHECK_INT(f.journal.tree.size, 0);
}
