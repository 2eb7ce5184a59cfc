#include "legal/legal_sample.h"
#include "tests/t.h"

#define GOOD "register sign=12/KH-SMA|issued=05/01/2022" LEGAL_SAMPLE_REST
#define HASH "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define HASH_2 "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

/* Folds steps; the refusal of the last one. */
static struct record_refusal after(
	struct arena *a, struct legal *l, const struct legal_env *env, const char *const *steps, size_t n)
{
	struct record_refusal r = RECORD_FINE;

	for (size_t i = 0; i < n && !r.refused; i++) {
		struct record_event e = legal_step(a, steps[i]);

		e.record = i ? 1 : 0;
		r = record_allows(&legal_kind, &l->base, &e);
		if (!r.refused)
			r = legal_decide(l, &e, env);
		if (r.refused)
			break;
		e.record = 1;
		legal_apply(l, &e);
		record_step(&legal_kind, &l->base, &e);
	}
	return r;
}

TEST(steps_that_are_refused)
{
	static const struct {
		const char *steps[3];
		enum msg why;
		int field;
	} rows[] = {
		{ { "register sign=KH-SMA|issued=05/01/2022" LEGAL_SAMPLE_REST }, MSG_legal_bad_sign,
			LEGAL_SIGN },
		{ { "register sign=…|issued=05/01/2022" LEGAL_SAMPLE_REST }, MSG_legal_bad_sign, LEGAL_SIGN },
		{ { "register sign=1/KH|issued=24/12/2022" LEGAL_SAMPLE_REST }, MSG_legal_issued_in_future,
			LEGAL_ISSUED },
		{ { "register sign=1/KH|issuer=A|kind=plan|summary=B" }, MSG_record_missing, LEGAL_ISSUED },
		{ { "register sign=1/KH|issued=05/01/2022|issuer=A|kind=plan" }, MSG_record_missing,
			LEGAL_SUMMARY },
		{ { GOOD "|to=04/01/2022" }, MSG_legal_ends_before_issue, LEGAL_TO },
		{ { GOOD "|from=10/01/2022|to=10/01/2022" }, MSG_legal_ends_before_begin, LEGAL_TO },
		{ { GOOD "|replaces=kế hoạch cũ" }, MSG_legal_bad_cite, LEGAL_REPLACES },
		{ { GOOD "|replaces=9/KH-SMA ngày 31/2/2021" }, MSG_legal_bad_cite, LEGAL_REPLACES },
		{ { GOOD "|replaces=12/kh-sma" }, MSG_legal_cites_itself, LEGAL_REPLACES },
		{ { GOOD "|amends=8/KH-SMA\n12/KH-SMA ngày 5/1/2022" }, MSG_legal_cites_itself,
			LEGAL_AMENDS },
		{ { GOOD "|item=1" }, MSG_record_surplus, LEGAL_ITEM },
		{ { GOOD, "amend sign=12/KH-SMA|issued=05/01/2022" LEGAL_SAMPLE_REST }, MSG_record_missing,
			LEGAL_REASON },
		{ { GOOD, "expire to=01/01/2022|reason=x" }, MSG_legal_ends_before_issue, LEGAL_TO },
		{ { GOOD, "expire to=01/02/2022" }, MSG_record_missing, LEGAL_REASON },
		{ { GOOD, "detach item=1|reason=x" }, MSG_legal_no_such_file, LEGAL_ITEM },
		{ { GOOD, "attach file=" HASH, "attach file=" HASH }, MSG_legal_same_file, LEGAL_FILE },
		{ { GOOD, "withdraw reason=x", "expire to=01/02/2022|reason=x" }, MSG_record_not_now,
			RECORD_NO_FIELD },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		ARENA a = { 0 };
		struct legal *l = NEW(&a, struct legal);
		struct legal_env env = { 0 };
		size_t n = 1;

		while (n < COUNT(rows[i].steps) && rows[i].steps[n])
			n++;
		struct record_refusal r = after(&a, l, &env, rows[i].steps, n);

		test_check(r.refused && r.why == rows[i].why && r.field == rows[i].field, __FILE__, __LINE__,
			"%s: %s", rows[i].steps[n - 1], r.refused ? msg_text(LANG_EN, r.why).p : "accepted");
	}
}

TEST(a_number_is_known_once_and_agencies_must_be)
{
	static const char *const steps[] = { GOOD };
	ARENA a = { 0 };
	struct legal *l = NEW(&a, struct legal);
	struct legal_env known = { .known = true }, unknown = { .agency_unknown = true };

	CHECK_INT(after(&a, l, &known, steps, 1).why, MSG_legal_known);
	CHECK_INT(after(&a, l, &unknown, steps, 1).why, MSG_legal_unknown_agency);
}

TEST(who_may)
{
	ARENA a = { 0 };
	struct legal *l = NEW(&a, struct legal);

	for (int role = 0; role < ROLE_N; role++) {
		struct record_event e = legal_step(&a, GOOD);
		bool may = role == ROLE_EDITOR || role == ROLE_PROVINCE_OFFICE || role == ROLE_HOME_AFFAIRS ||
			   role == ROLE_SYSTEM;

		e.by = (enum role)role;
		CHECK(record_allows(&legal_kind, &l->base, &e).refused == !may);
	}
}

TEST(a_correction_says_all_of_it_again)
{
	static const char *const steps[] = { GOOD
		"|field=Nội vụ|from=05/01/2022|verified=1|replaces=1/KH-SMA",
		"attach file=" HASH, "attach file=" HASH_2, "detach item=1|reason=nhầm",
		"amend sign=13/KH-SMA|issued=06/01/2022|reason=gõ nhầm" LEGAL_SAMPLE_REST };
	ARENA a = { 0 };
	struct legal *l = NEW(&a, struct legal);
	struct legal_env env = { 0 };

	CHECK(!after(&a, l, &env, steps, COUNT(steps)).refused);
	CHECK_STR(l->sign, S("13/KH-SMA"));
	CHECK_STR(l->field, S(""));
	CHECK_STR(l->replaces, S(""));
	CHECK(l->from == DAYNUM_NONE && !l->verified);
	CHECK_INT(l->files_n, 2);
	CHECK(l->files[0].gone && !l->files[1].gone);
	CHECK_INT(l->base.state, LEGAL_PUBLISHED);
}

TEST(numbers_make_addresses)
{
	static const struct str rows[][2] = { { S_INIT("1296/KH-SNV"), S_INIT("1296-kh-snv") },
		{ S_INIT("61/2018/NĐ-CP"), S_INIT("61-2018-nd-cp") },
		{ S_INIT(" 76 / NQ-CP "), S_INIT("76-nq-cp") },
		{ S_INIT("01/2018/TT-VPCP"), S_INIT("01-2018-tt-vpcp") }, { S_INIT("--"), S_INIT("") } };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_STR(legal_key(&a, rows[i][0]), rows[i][1]);
}

TEST(cited_documents_are_read)
{
	ARENA a = { 0 };
	struct str rest = S("61/2018/NĐ-CP\n\n 12/KH-UBND ngày 5/1/2022 \nkhông số\n9/KH ngay 32/1/2022");
	struct legal_cite c;
	bool bad;

	CHECK(legal_cite_next(&a, &rest, &c, &bad) && !bad);
	CHECK_STR(c.key, S("61-2018-nd-cp"));
	CHECK_INT(c.day, DAYNUM_NONE);
	CHECK(legal_cite_next(&a, &rest, &c, &bad) && !bad);
	CHECK_STR(c.sign, S("12/KH-UBND"));
	CHECK_INT(c.day, day_from_civil((struct civil){ 2022, 1, 5 }));
	CHECK(legal_cite_next(&a, &rest, &c, &bad) && bad);
	CHECK(legal_cite_next(&a, &rest, &c, &bad) && bad);
	CHECK(!legal_cite_next(&a, &rest, &c, &bad));
}

TEST(standing_is_a_table_of_days)
{
	static const struct {
		struct legal_days d;
		daynum day;
		enum legal_standing s;
	} rows[] = {
		{ { 0, 0, 0, 0 }, 100, LEGAL_UNKNOWN },
		{ { 100, 0, 0, 0 }, 99, LEGAL_NOT_YET },
		{ { 100, 0, 0, 0 }, 100, LEGAL_IN_FORCE },
		{ { 100, 200, 0, 0 }, 199, LEGAL_IN_FORCE },
		{ { 100, 200, 0, 0 }, 200, LEGAL_EXPIRED },
		{ { 0, 200, 0, 0 }, 200, LEGAL_EXPIRED },
		{ { 100, 0, 150, 0 }, 149, LEGAL_IN_FORCE },
		{ { 100, 0, 150, 0 }, 150, LEGAL_REPLACED },
		{ { 0, 0, 150, 0 }, 150, LEGAL_REPLACED },
		{ { 100, 0, 0, 120 }, 119, LEGAL_IN_FORCE },
		{ { 100, 0, 0, 120 }, 120, LEGAL_IN_FORCE_AMENDED },
		{ { 100, 140, 0, 120 }, 140, LEGAL_EXPIRED },
		{ { 0, 0, 0, 120 }, 130, LEGAL_UNKNOWN },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_INT(legal_standing_of(&rows[i].d, rows[i].day), rows[i].s);
}

TEST(every_kind_has_words_of_its_own)
{
	for (int i = 0; legal_kind_words[i].text.n; i++)
		for (int k = 0; k < i; k++) {
			CHECK(!str_eq(legal_kind_words[i].text, legal_kind_words[k].text));
			CHECK(!str_eq(legal_kind_name(LANG_VI, legal_kind_words[i].text),
				legal_kind_name(LANG_VI, legal_kind_words[k].text)));
		}
	CHECK_STR(legal_kind_name(LANG_VI, S("plan")), S("Kế hoạch"));
	CHECK_STR(legal_kind_name(LANG_VI, S("?")), S("?"));
}
