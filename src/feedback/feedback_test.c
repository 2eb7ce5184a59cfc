/* The law of feedback: its steps as tables, its clocks, what may be published, and random walks. */
#include "calendar/sample.h"
#include "feedback/feedback_leak.h"
#include "feedback/feedback_sample.h"
#include "record/record_entry.h"
#include "tests/t.h"

#define N(name) FEEDBACK_FIELD_##name
enum { FINE = -2, NOWHERE = RECORD_NO_FIELD };

struct step {
	const char *text;
	enum msg why;
	int field; /* FINE: it is accepted */
	struct feedback_env env;
};
#define OK(text) \
	{ \
		text, 0, FINE, \
		{ \
			.unknown = RECORD_NO_FIELD \
		} \
	}
#define NO(text, why, field) \
	{ \
		text, MSG_feedback_##why, field, \
		{ \
			.unknown = RECORD_NO_FIELD \
		} \
	}
#define NOT_NOW(text) \
	{ \
		text, MSG_record_not_now, NOWHERE, \
		{ \
			.unknown = RECORD_NO_FIELD \
		} \
	}
#define INTO(text, why, field, ...) \
	{ \
		text, why, field, \
		{ \
			.unknown = RECORD_NO_FIELD, __VA_ARGS__ \
		} \
	}

/* Takes the step if the law lets; what it said otherwise. */
static struct record_refusal take(
	struct feedback *f, const struct record_event *e, const struct feedback_env *env)
{
	struct record_refusal r = record_allows(&feedback_kind, &f->base, e);

	if (!r.refused)
		r = feedback_decide(f, e, env);
	if (!r.refused) {
		feedback_apply(f, e);
		record_step(&feedback_kind, &f->base, e);
	}
	return r;
}

static void play(struct arena *a, struct feedback *f, const struct step *steps, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct record_event e = feedback_step(a, steps[i].text);

		e.record = 1;
		if (f->base.version) {
			e.agency = f->base.agency;
		} else if (!e.values[N(ABOUT)].n) {
			e.agency = S("");
		}
		struct record_refusal r = take(f, &e, &steps[i].env);

		test_check(r.refused == (steps[i].field != FINE) &&
				   (!r.refused || (r.why == steps[i].why && r.field == steps[i].field)),
			__FILE__, __LINE__, "\"%s\": %s at %d", steps[i].text,
			r.refused ? msg_text(LANG_EN, r.why).p : "not refused", r.field);
	}
}
#define PLAY(...) \
	ARENA a = { 0 }; \
	struct feedback *f = NEW(&a, struct feedback); \
	static const struct step steps[] = { __VA_ARGS__ }; \
	play(&a, f, steps, COUNT(steps))

#define ANSWER_CONDUCT "draft answer=Sở xin lỗi ông.|conclusion=right|outcome=correct"
#define PUBLISH \
	"publish public_title=Trả kết quả chậm|public_text=Một người dân đến ba lần.|public_answer=Sở đã " \
	"xin lỗi."

TEST(a_matter_of_conduct_from_sending_to_a_like)
{
	PLAY(OK(FEEDBACK_SENT), OK("@2022-12-26 08:00 accept class=conduct"),
		OK("@2022-12-26 09:00 assign handler=Lê Văn Mẫu"), OK("@2022-12-28 09:00 " ANSWER_CONDUCT),
		OK("@2022-12-28 10:00 return note=Ghi rõ ngày"), OK("@2022-12-28 14:00 " ANSWER_CONDUCT),
		OK("@2022-12-29 09:00 answer sign=12/SMA|date=29/12/2022"), OK("@2022-12-30 09:00 " PUBLISH),
		OK("@2023-01-03 20:00 rate opinion=like|words=Cảm ơn"),
		NO("@2023-01-04 20:00 rate opinion=dislike", rated, NOWHERE));
	CHECK_INT(f->base.state, FEEDBACK_IS_PUBLISHED);
	CHECK(feedback_counts(f) && feedback_is_answered(f));
	CHECK(feedback_content_is_conduct(f->content));
	CHECK_INT(f->opinion, FEEDBACK_LIKE_OPINION);
	CHECK_INT(f->conclusion, FEEDBACK_CONCLUDED_RIGHT);
}

TEST(a_rule_needs_its_grounds_judged)
{
	PLAY(OK("send code=PAKN-2022-0002|channel=web|sender=organisation|name=Công ty "
		"Mẫu|email=a@b.vn|about=SMA|"
		"text=Quy định đòi hai bản sao.|proposal=Chỉ cần một bản.|consent=1|secret=s"),
		OK("accept class=unfit"),
		NO("draft answer=x|conclusion=right|outcome=amend", assess_first, NOWHERE),
		OK("assess enough=not_enough"),
		NO("draft answer=x|conclusion=right|outcome=amend", gather, N(OUTCOME)),
		NO("draft answer=x|conclusion=right|outcome=correct", bad_outcome, N(OUTCOME)),
		OK("draft answer=x|conclusion=partly|outcome=gather"), OK("return note=y"),
		OK("assess enough=enough"),
		NO("draft answer=x|conclusion=right|outcome=gather", gather, N(OUTCOME)),
		OK("draft answer=x|conclusion=right|outcome=amend"), OK("reclassify class=conduct|note=z"),
		NO("answer sign=1/SMA", draft_again, NOWHERE),
		NO("reclassify class=conduct|note=z", same, N(CONTENT)),
		OK("reclassify class=solution|note=z"),
		{ "answer date=24/12/2022", MSG_record_in_future, N(DATE), { .unknown = RECORD_NO_FIELD } },
		OK("answer date=23/12/2022"), OK("keep note=Theo yêu cầu"));
	CHECK_INT(f->base.state, FEEDBACK_IS_CLOSED);
	CHECK(!feedback_content_is_conduct(f->content));
}

TEST(who_does_not_say_who_it_is_is_registered_and_not_accepted)
{
	PLAY(OK(FEEDBACK_ANONYMOUS), NO("accept class=conduct", is_anonymous, NOWHERE),
		NO("ask question=Ông bà là ai?", is_anonymous, NOWHERE), OK("refuse ground=anonymous"),
		NOT_NOW("accept class=conduct"), NOT_NOW("rate opinion=like"));
	CHECK_INT(f->base.state, FEEDBACK_IS_REFUSED);
	CHECK(!feedback_counts(f));
	CHECK_INT(f->refused_at, f->sent_at);
}

TEST(what_a_new_one_must_say)
{
	PLAY({ "send code=PAKN-2022-0001|channel=web|sender=person|secret=s", MSG_record_missing, N(TEXT),
		     { 0 } },
		NO("send code=PAKN-2022-0001|channel=web|sender=person|secret=s|text=Chậm.", too_short,
			N(TEXT)),
		NO("send code=C|channel=web|sender=person|secret=s|text=Một nội dung đủ dài.|phone=12",
			bad_phone, N(PHONE)),
		NO("send code=C|channel=web|sender=person|secret=s|text=Một nội dung đủ "
		   "dài.|phone=09x2345678",
			bad_phone, N(PHONE)),
		NO("send code=C|channel=web|sender=person|secret=s|text=Một nội dung đủ dài.|email=a.vn",
			bad_email, N(EMAIL)),
		{ "send code=C|channel=web|sender=person|secret=s|text=Một nội dung đủ dài.|dossier=X",
			MSG_feedback_no_dossier, N(DOSSIER), { .unknown = N(DOSSIER) } },
		{ "send code=C|channel=web|sender=person|secret=s|text=Một nội dung đủ dài.|about=XX",
			MSG_record_bad_agency, N(ABOUT), { .unknown = N(ABOUT) } },
		NO("enter code=C|channel=web|received=2022-12-23 08:00|sender=person|text=Một nội dung đủ "
		   "dài.|about=SMA",
			not_by_web, N(CHANNEL)),
		OK("enter code=C|channel=phone|received=2022-12-23 08:00|sender=person|text=Một nội dung đủ "
		   "dài."));
	CHECK_STR(f->base.agency, S(""));
}

TEST(the_way_to_the_agency_that_is_competent)
{
	PLAY(OK("send code=C|channel=web|sender=person|name=A B|phone=0912345678|secret=s|text=Một nội dung "
		"đủ dài."),
		NO("accept class=unfit", nobodys, NOWHERE),
		{ "forward to=XX", MSG_record_bad_agency, N(TO), { .unknown = N(TO) } }, OK("forward to=SMB"),
		NO("forward to=SMB", to_itself, N(TO)), OK("@2022-12-26 09:00 accept class=unfit"),
		OK("@2022-12-26 10:00 forward to=SMA|note=Của Sở Mẫu A"),
		OK("@2022-12-27 09:00 accept class=unfit"));
	CHECK_STR(f->base.agency, S("SMA"));
	CHECK_INT(f->transfers, 2);
	CHECK_INT(day_of(f->accepted_at), day_from_civil((struct civil){ 2022, 12, 26 }));
}

TEST(why_it_is_not_accepted)
{
	PLAY(OK(FEEDBACK_SENT), NO("refuse ground=anonymous", not_anonymous, N(GROUND)),
		NO("refuse ground=no_supplement", not_asked, N(GROUND)),
		NO("refuse ground=other", say_why, N(REASON)), OK("ask question=Hồ sơ nào?"),
		NOT_NOW("accept class=conduct"), OK("@2022-12-30 09:00 supplement reply=Hồ sơ 0001"),
		OK("@2022-12-30 10:00 ask question=Ngày nào?"),
		OK("@2023-01-16 09:00 refuse ground=no_supplement"));
	CHECK_INT(f->replies_n, 1);
}

TEST(repeated_ones_are_merged)
{
	PLAY(OK(FEEDBACK_SENT), NOT_NOW("merge into=PAKN-2022-0009"), OK("accept class=conduct"),
		NO("merge into=PAKN-2022-0009", no_such, N(INTO)),
		INTO("merge into=C", MSG_feedback_no_such, N(INTO), .into_found = true,
			.into_agency = S_INIT("SMB"), .into_number = 9, .into_state = FEEDBACK_IS_ACCEPTED),
		INTO("merge into=C", MSG_feedback_itself, N(INTO), .into_found = true,
			.into_agency = S_INIT("SMA"), .into_number = 1, .into_state = FEEDBACK_IS_ACCEPTED),
		INTO("merge into=C", MSG_feedback_into_ended, N(INTO), .into_found = true,
			.into_agency = S_INIT("SMA"), .into_number = 9, .into_state = FEEDBACK_IS_MERGED),
		INTO("merge into=C", MSG_feedback_has_merged, NOWHERE, .into_found = true,
			.into_agency = S_INIT("SMA"), .into_number = 9, .into_state = FEEDBACK_IS_ACCEPTED,
			.merged_n = 1),
		INTO("merge into=C", 0, FINE, .into_found = true, .into_agency = S_INIT("SMA"),
			.into_number = 9, .into_state = FEEDBACK_IS_ANSWERED));
	CHECK_STR(f->into, S("C"));
	CHECK(feedback_counts(f));
}

#define PUBLIC(title, text, answer) \
	"publish public_title=" title "|public_text=" text "|public_answer=" answer
TEST(nothing_personal_is_published)
{
	PLAY(OK(FEEDBACK_SENT), OK("accept class=conduct"), OK(ANSWER_CONDUCT), OK("answer date=23/12/2022"),
		NO(PUBLIC("Của ông nguyen van thu", "a", "b"), leaks_name, N(PUBLIC_TITLE)),
		NO(PUBLIC("T", "gọi 0912.345.678", "b"), leaks_phone, N(PUBLIC_TEXT)),
		NO(PUBLIC("T", "a", "gửi tới THU@vidu.vn"), leaks_email, N(PUBLIC_ANSWER)),
		NO(PUBLIC("T", "nhà số 12, Đường Mẫu", "b"), leaks_address, N(PUBLIC_TEXT)),
		NO(PUBLIC("T", "a", "CCCD 034099001234"), leaks_number, N(PUBLIC_ANSWER)), OK(PUBLISH),
		OK("unpublish note=Bỏ"));
	CHECK_INT(f->base.state, FEEDBACK_IS_CLOSED);
	CHECK_INT(f->public_text.n, 0);
}

TEST(without_consent_nothing_is_published)
{
	PLAY(OK("enter code=C|channel=phone|received=2022-12-23 08:00|sender=person|name=A "
		"B|phone=0912345678|"
		"text=Một nội dung đủ dài.|about=SMA"),
		OK("accept class=conduct"), OK(ANSWER_CONDUCT), OK("answer date=23/12/2022"),
		NO(PUBLISH, no_consent, NOWHERE), OK("keep note=Không đồng ý"));
	CHECK_INT(f->base.state, FEEDBACK_IS_CLOSED);
}

static daynum day(int year, int month, int of_month)
{
	return day_from_civil((struct civil){ year, month, of_month });
}

TEST(the_clocks_count_working_days)
{
	PLAY(OK(FEEDBACK_SENT));
	daynum due;

	/* Friday 23/12/2022; Monday 02/01/2023 is off. */
	CHECK_INT(f->dues[FEEDBACK_CLOCK_DECIDE], day(2022, 12, 27));
	CHECK_INT(f->dues[FEEDBACK_CLOCK_ASK], day(2022, 12, 30));
	CHECK_INT(f->dues[FEEDBACK_CLOCK_FORWARD], day(2022, 12, 30));
	CHECK_INT(f->dues[FEEDBACK_CLOCK_HANDLE], day(2023, 1, 16));
	CHECK_INT(f->dues[FEEDBACK_CLOCK_PUBLISH], DAYNUM_NONE);
	CHECK_INT(feedback_next(f, &due), FEEDBACK_CLOCK_DECIDE);
	CHECK_INT(due, day(2022, 12, 27));
	static const struct step more[] = { OK("@2022-12-26 09:00 forward to=SMB"),
		OK("@2022-12-27 09:00 ask question=Gì?") };

	play(&a, f, more, COUNT(more));
	CHECK_INT(f->dues[FEEDBACK_CLOCK_HANDLE], day(2023, 1, 17));
	CHECK_INT(feedback_next(f, &due), FEEDBACK_CLOCK_N);
	static const struct step last[] = { OK("@2022-12-30 09:00 supplement reply=Vậy"),
		OK("@2022-12-30 10:00 accept class=conduct"), OK("@2022-12-30 11:00 " ANSWER_CONDUCT),
		OK("@2022-12-30 15:00 answer date=30/12/2022") };

	play(&a, f, last, COUNT(last));
	CHECK_INT(f->dues[FEEDBACK_CLOCK_HANDLE], day(2023, 1, 30)); /* Tết: 20/01 to 26/01 */
	CHECK_INT(feedback_next(f, &due), FEEDBACK_CLOCK_PUBLISH);
	CHECK_INT(due, day(2023, 1, 4));
}

TEST(what_leaks_and_what_does_not)
{
	static const struct {
		const char *text;
		enum feedback_leak leak;
	} cases[] = {
		{ "Ông Nguyễn Văn Thử phản ánh", FEEDBACK_LEAKS_NAME },
		{ "ông NGUYEN VAN THU", FEEDBACK_LEAKS_NAME },
		{ "Nguyễn Văn Thuận là trưởng phòng", FEEDBACK_LEAKS_NOTHING },
		{ "Một người dân", FEEDBACK_LEAKS_NOTHING },
		{ "điện thoại 0912345678", FEEDBACK_LEAKS_PHONE },
		{ "+84 912 345 678", FEEDBACK_LEAKS_PHONE },
		{ "số khác: 0387-654-321", FEEDBACK_LEAKS_PHONE },
		{ "đường dây nóng 1900 0000", FEEDBACK_LEAKS_NOTHING },
		{ "ngày 25/10/2022, số 1296/KH-SNV", FEEDBACK_LEAKS_NOTHING },
		{ "hồ sơ H31.15-221025-0001", FEEDBACK_LEAKS_NOTHING },
		{ "nguoikhac@mau.vn", FEEDBACK_LEAKS_EMAIL },
		{ "ở số 12 Đường Mẫu", FEEDBACK_LEAKS_ADDRESS },
		{ "ở Xã Mẫu B", FEEDBACK_LEAKS_NOTHING },
		{ "CMND 151234567", FEEDBACK_LEAKS_NUMBER },
	};
	PLAY(OK(FEEDBACK_SENT));

	for (size_t i = 0; i < COUNT(cases); i++)
		test_check(feedback_leak(&a, f, str_of(cases[i].text)) == cases[i].leak, __FILE__, __LINE__,
			"\"%s\": %d", cases[i].text, (int)feedback_leak(&a, f, str_of(cases[i].text)));
}

TEST(codes_and_telephones)
{
	ARENA a = { 0 };
	int year;
	int64_t number;

	CHECK_STR(feedback_code(&a, 2022, 7), S("PAKN-2022-0007"));
	CHECK(feedback_code_parse(S("PAKN-2022-12345"), &year, &number));
	CHECK_INT(number, 12345);
	CHECK(!feedback_code_parse(S("PAKN-2022-007"), &year, &number));
	CHECK(!feedback_code_parse(S("PAKN-2022-00007"), &year, &number));
	CHECK(!feedback_code_parse(S("PAKN-2022-0000"), &year, &number));
	CHECK(!feedback_code_parse(S("PAKN-1022-0001"), &year, &number));
	CHECK(!feedback_code_parse(S("H31.15-221025-0001"), &year, &number));
	CHECK_STR(feedback_phone(&a, S(" +84 912.345-678 ")), S("0912345678"));
	CHECK_STR(feedback_phone(&a, S("1234567")), S(""));
	CHECK_STR(feedback_phone(&a, S("0912345678x")), S(""));
	CHECK(!str_eq(feedback_secret(&a, S("PAKN-2022-0001"), S("K")),
		feedback_secret(&a, S("PAKN-2022-0002"), S("K"))));
}

/* Any steps in any order at any time: what must hold whatever happened. */
static void check_sound(const struct feedback *f)
{
	daynum due;

	CHECK(f->base.state > FEEDBACK_IS_NONE && f->base.state < FEEDBACK_STATE_N);
	for (int c = 0; c < FEEDBACK_CLOCK_N; c++)
		CHECK(f->dues[c] == DAYNUM_NONE || f->dues[c] > day_of(f->sent_at));
	if (feedback_next(f, &due) != FEEDBACK_CLOCK_N)
		CHECK(due != DAYNUM_NONE && due > day_of(f->clock_from));
	CHECK(!feedback_counts(f) || f->content != FEEDBACK_NO_WORD);
	CHECK(!feedback_is_answered(f) || feedback_counts(f));
	CHECK(!feedback_counts(f) || f->base.agency.n);
	CHECK(f->accepted_at == INSTANT_NONE || f->accepted_at >= f->sent_at);
	CHECK(f->answered_at == INSTANT_NONE || f->answered_at >= f->accepted_at);
	CHECK(f->published_at == INSTANT_NONE || f->consent);
}

/* The public part of the entry says nothing about the sender. */
static void check_public(struct arena *a, const struct record_event *e)
{
	static const struct str personal[] = { S_INIT("Thử"), S_INIT("đường"), S_INIT("678"), S_INIT("vidu"),
		S_INIT("ba lần"), S_INIT("Mẫu\""), S_INIT("người dân") };
	struct str commitments[RECORD_PARTS] = { S("x"), S("y") };
	struct buf b = { .a = a };

	record_entry_write(&b, &feedback_kind, e, commitments);
	for (size_t i = 0; i < COUNT(personal); i++)
		CHECK(str_find(buf_str(&b), personal[i]) == b.n);
}

TEST(random_walks)
{
	static const char *const texts[] = { "accept class=conduct", "accept class=unfit",
		"reclassify class=initiative|note=x", "reclassify class=conduct|note=x", "forward to=SMB",
		"forward to=SMA", "refuse ground=unclear", "refuse ground=no_supplement", "ask question=Gì?",
		"supplement reply=Ba lần", "assign handler=Lê Mẫu", "assess enough=enough",
		"assess enough=not_enough", ANSWER_CONDUCT, "draft answer=x|conclusion=wrong|outcome=gather",
		"draft answer=x|conclusion=right|outcome=amend", "return note=x", "answer sign=1", PUBLISH,
		"keep note=x", "unpublish note=x", "rate opinion=dislike", "merge into=C" };
	uint64_t seed = 20221223;
	int published = 0, merged = 0;

	for (int walk = 0; walk < 150; walk++) {
		ARENA a = { 0 };
		const struct calendar *calendar = sample_calendar(&a, NULL, 0);
		struct feedback *f = NEW(&a, struct feedback);
		struct feedback_env env = { .unknown = RECORD_NO_FIELD,
			.into_found = true,
			.into_number = 9,
			.into_state = FEEDBACK_IS_ACCEPTED };
		struct record_event e =
			feedback_step(&a, test_random(&seed) % 4 ? FEEDBACK_SENT : FEEDBACK_ANONYMOUS);
		instant now = e.happened;

		CHECK(!take(f, &e, &env).refused);
		check_public(&a, &e);
		for (int i = 0; i < 40; i++) {
			e = feedback_step(&a, texts[test_random(&seed) % COUNT(texts)]);
			now += (instant)(test_random(&seed) % (3 * DAY_S));
			e.happened = e.recorded = now;
			e.record = 1;
			if (feedback_kind.verbs[e.verb].needed & RECORD_FIELD_BIT(N(CALENDAR)))
				feedback_start_clocks(&a, calendar, 1, &e);
			env.into_agency = e.agency = f->base.agency;
			(void)take(f, &e, &env);
			check_sound(f);
			check_public(&a, &e);
			published += f->base.state == FEEDBACK_IS_PUBLISHED;
		}
		merged += f->base.state == FEEDBACK_IS_MERGED;
	}
	CHECK(published > 0 && merged > 0);
}
