#include "exchange/import_agencies.h"
#include "exchange/import_procedures.h"
#include "exchange/import_sample.h"

#define AGENCIES \
	"code,name,short_name,level,kind,parent\nH54,UBND tỉnh,UBND,province,ubnd,\n,Sở Xây " \
	"dựng,SXD,province,so,H54\n" \
	"A1,Xã Hòa Bình một,Xã Hòa Bình,commune,xa,H54\nA2,Xã Hòa Bình hai,Xã Hòa Bình,commune,xa,H54\n"
#define HEAD \
	"code,name,field,agency,level,online_level,processing_days,processing_unit,interagency,fee_vnd," \
	"legal_basis," \
	"result,components,effective_from,effective_to,decision,decision_date,change,supplement_rule," \
	"cutoff_time\n"
#define TAIL ",Luật,Giấy phép,Đơn"

static const char base[] = HEAD
	"1.000001,Cấp phép,Xây dựng,SXD,province,4,7,working_days,none," TAIL ",,,,,,,\n"
	"UNKNOWN,Gia hạn,Xây dựng,Sở Xây dựng,province,3,,working_days,same_level,0" TAIL ",,,,,,,15:00\n"
	",Trả ngay,Xây dựng,NB.1,province,2,,immediate,cross_level,5000" TAIL ",,,,,,resume,\n";

static const struct fault *open_with_agencies(struct fixture *f)
{
	TRY(fixture_open(f));
	return import_text(f, import_agencies, AGENCIES);
}

TEST(procedures_are_read)
{
	FIXTURE f = { 0 };
	const struct catalogue *c;

	CHECK_OK(open_with_agencies(&f));
	CHECK_OK(import_text(&f, import_procedures, base));
	CHECK(reported(&f, 3, 3, 0, 0));
	CHECK_OK(catalogue_load(&f.db, &f.a, &c));
	CHECK_INT(c->procedures.n, 3);
	const struct procedure_version *v = c->procedures.procedures[1].versions[0];
	CHECK(!v->fee_known && !v->allow.none && v->allow.n == 7);
	CHECK_STR(v->agency, S("NB.1"));
	v = c->procedures.procedures[2].versions[0];
	CHECK_STR(v->code, S("NB.1"));
	CHECK(v->fee_known && v->fee_vnd == 0 && v->allow.none && v->cutoff_plus_1 == 901);
	v = c->procedures.procedures[3].versions[0];
	CHECK_STR(v->code, S("NB.2"));
	CHECK(v->allow.unit == UNIT_IMMEDIATE && !v->allow.none && v->supplement == SUPPLEMENT_RESUME);
	CHECK_OK(import_text(&f, import_procedures, base));
	CHECK(reported(&f, 3, 0, 0, 3));
}

TEST(a_new_version_closes_the_one_before)
{
	static const char next[] =
		HEAD "1.000001,Cấp phép,Xây dựng,SXD,province,4,5,working_days,none," TAIL
		     ",2022-03-01,,MẪU 1,2022-02-20,shortened,,\n"
		     "UNKNOWN,Gia hạn,Xây dựng,SXD,province,3,,working_days,same_level,0" TAIL
		     ",2022-06-01,,MẪU 2,2022-05-20,abolished,,\n";
	FIXTURE f = { 0 };
	const struct catalogue *c;

	CHECK_OK(open_with_agencies(&f));
	CHECK_OK(import_text(&f, import_procedures, base));
	CHECK_OK(import_text(&f, import_procedures, next));
	CHECK(reported(&f, 2, 2, 0, 0));
	CHECK_OK(catalogue_load(&f.db, &f.a, &c));
	CHECK_INT(c->procedures.n, 3);
	const struct procedure *p = &c->procedures.procedures[1];
	CHECK_INT(validity_last_day(p->valid, p->versions_n, 0, KNOWN_NOW), day("2022-02-28"));
	struct procedure_counts n =
		catalogue_counts(c, &f.a, AGENCY_NONE, day("2022-01-01"), day("2022-10-25"), KNOWN_NOW);
	CHECK_INT(n.total, 2);
	CHECK_INT(n.changes[CHANGE_SHORTENED], 1);
	CHECK_INT(n.changes[CHANGE_ABOLISHED], 1);
	CHECK_INT(n.cross_level, 1);
	CHECK_INT(n.same_level, 0);
}

TEST(other_values_of_a_procedure)
{
	static const char other[] =
		HEAD "1.000001,Cấp phép,Xây dựng,SXD,province,4,9,working_days,none,0" TAIL ",,,,,,,\n";
	FIXTURE f = { 0 };
	const struct catalogue *c;

	CHECK_OK(open_with_agencies(&f));
	CHECK_OK(import_text(&f, import_procedures, base));
	int64_t known = f.journal.tree.size;
	CHECK_OK(import_text(&f, import_procedures, other));
	CHECK(has_error(&f, 2, "processing_days", IMPORT_EXISTS_OTHERWISE));
	CHECK(has_error(&f, 2, "fee_vnd", IMPORT_EXISTS_OTHERWISE));
	CHECK_INT(f.job.errors.total, 2);
	f.job.correct = S("nhập nhầm");
	CHECK_OK(run(&f, import_procedures));
	CHECK(reported(&f, 1, 0, 1, 0));
	CHECK_OK(catalogue_load(&f.db, &f.a, &c));
	CHECK_INT(procedure_on(&c->procedures, 1, day("2022-01-01"), KNOWN_NOW)->allow.n, 9);
	CHECK_INT(procedure_on(&c->procedures, 1, day("2022-01-01"), known)->allow.n, 7);
}

TEST(what_is_wrong_with_procedures)
{
	static const struct {
		const char *row;
		const char *field;
		enum import_code code;
	} cases[] = {
		{ "1.1,A,F,Sở Y tế,province,4,7,working_days,none," TAIL ",,,,,,,", "agency",
			IMPORT_UNKNOWN_AGENCY },
		{ "1.1,A,F,Xã Hòa Bình,province,4,7,working_days,none," TAIL ",,,,,,,", "agency",
			IMPORT_AMBIGUOUS_AGENCY },
		{ "1.1,A,F,,province,4,7,working_days,none," TAIL ",,,,,,,", "agency", IMPORT_MISSING_VALUE },
		{ "1.1,A,F,SXD,province,5,7,working_days,none," TAIL ",,,,,,,", "online_level",
			IMPORT_NOT_IN_LIST },
		{ "1.1,A,F,SXD,province,4,0,working_days,none," TAIL ",,,,,,,", "processing_days",
			IMPORT_OUT_OF_RANGE },
		{ "1.1,A,F,SXD,province,4,bảy,working_days,none," TAIL ",,,,,,,", "processing_days",
			IMPORT_NOT_A_NUMBER },
		{ "1.1,A,F,SXD,province,4,7,days,none," TAIL ",,,,,,,", "processing_unit",
			IMPORT_NOT_IN_LIST },
		{ "1.1,A,F,SXD,province,4,7,immediate,none," TAIL ",,,,,,,", "processing_days",
			IMPORT_REFUSED },
		{ "1.1,A,F,SXD,province,4,7,working_days,no," TAIL ",,,,,,,", "interagency",
			IMPORT_NOT_IN_LIST },
		{ "1.1,A,F,SXD,province,4,7,working_days,none,-1" TAIL ",,,,,,,", "fee_vnd",
			IMPORT_OUT_OF_RANGE },
		{ "1.1,A,F,SXD,province,4,7,working_days,none,1.000" TAIL ",,,,,,,", "fee_vnd",
			IMPORT_NOT_A_NUMBER },
		{ "1.1,A,F,SXD,province,4,7,working_days,none," TAIL ",2022-02-31,,,,,,", "effective_from",
			IMPORT_NOT_A_DATE },
		{ "1.1,A,F,SXD,province,4,7,working_days,none," TAIL ",2022-02-02,2022-02-01,,,,,",
			"effective_to", IMPORT_REFUSED },
		{ "1.1,A,F,SXD,province,4,7,working_days,none," TAIL ",,,,,abolished,,", "effective_from",
			IMPORT_REFUSED },
		{ "1.1,A,F,SXD,province,4,7,working_days,none," TAIL ",,,,,moved,,", "change",
			IMPORT_NOT_IN_LIST },
		{ "1.1,A,F,SXD,province,4,7,working_days,none," TAIL ",,,,,,,3pm", "cutoff_time",
			IMPORT_REFUSED },
		{ "1 1,A,F,SXD,province,4,7,working_days,none," TAIL ",,,,,,,", "code", IMPORT_REFUSED },
	};
	FIXTURE f = { 0 };

	CHECK_OK(open_with_agencies(&f));
	int64_t size = f.journal.tree.size;
	for (size_t i = 0; i < COUNT(cases); i++) {
		CHECK_OK(import_bytes(&f, import_procedures, str_fmt(&f.a, HEAD "%s\n", cases[i].row)));
		if (CHECK(has_error(&f, 2, cases[i].field, cases[i].code)) && CHECK(f.job.errors.total == 1))
			continue;
		printf("# case %zu\n", i);
		say_errors(&f);
	}
	CHECK_INT(f.journal.tree.size, size);
}

TEST(doubled_procedures)
{
	FIXTURE f = { 0 };

	CHECK_OK(open_with_agencies(&f));
	CHECK_OK(import_text(&f, import_procedures,
		HEAD "1.1,A,F,SXD,province,4,7,working_days,none," TAIL ",,,,,,,\n"
		     "1.1,B,F,SXD,province,4,7,working_days,none," TAIL ",,,,,,,\n"
		     ",C,F,SXD,province,4,7,working_days,none," TAIL ",,,,,,,\n"
		     "UNKNOWN,C,F,NB.1,province,4,7,working_days,none," TAIL ",,,,,,,\n"));
	CHECK(has_error(&f, 3, "row", IMPORT_DOUBLED_ROW));
	CHECK(has_error(&f, 5, "row", IMPORT_DOUBLED_ROW));
	CHECK_INT(f.job.errors.total, 2);
}
