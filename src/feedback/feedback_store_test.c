/* Feedback against a real engine, which is made to fail at every step. */
#include "agency/fixture_testing.h"
#include "feedback/feedback_sample.h"
#include "feedback/feedback_store.h"

#define N(name) FEEDBACK_FIELD_##name

#define FIXTURE(f) FIXTURE_OF(f, fixture_now(), FIXTURE_AGENCIES)

static const struct record_type *const types[] = { &feedback_type, NULL };

/* A step at the time of its text; the store itself allots codes and counts the clocks. */
static struct record_run run_of(struct fixture *f, int64_t record, const char *text)
{
	struct record_run r = { .type = &feedback_type, .event = feedback_step(&f->a, text) };

	r.event.record = record;
	if (r.event.happened > f->w.now)
		f->w.now = r.event.happened;
	r.event.values[N(CODE)] = S("");
	for (int field = N(CALENDAR); field <= N(DUE_PUBLISH); field++)
		r.event.values[field] = S("");
	return r;
}

static int64_t play(struct fixture *f, const char *const *steps, size_t n)
{
	int64_t record = 0;

	for (size_t i = 0; i < n; i++) {
		struct record_run r = run_of(f, record, steps[i]);
		const struct fault *fault = record_run(&f->w, &r);

		test_check(!fault && !r.refusal.refused, __FILE__, __LINE__, "\"%s\": %s", steps[i],
			fault ? fault->what.p : msg_text(LANG_EN, r.refusal.why).p);
		record = r.number;
	}
	return record;
}

#define DRAFT "draft answer=Sở xin lỗi ông.|conclusion=right|outcome=correct"
#define PUBLISH \
	"publish public_title=Trả chậm|public_text=Một người dân đến ba lần.|public_answer=Sở đã xin lỗi."
static const char *const life[] = { FEEDBACK_SENT, "@2022-12-26 08:00 forward to=SMB",
	"@2022-12-26 09:00 ask question=Hồ sơ nào?", "@2022-12-27 09:00 supplement reply=Hồ sơ đất",
	"@2022-12-27 10:00 accept class=conduct", "@2022-12-27 11:00 assign handler=Lê Văn Mẫu",
	"@2022-12-28 09:00 " DRAFT, "@2022-12-28 10:00 answer sign=12/SMB|date=28/12/2022",
	"@2022-12-29 09:00 " PUBLISH, "@2022-12-29 20:00 rate opinion=like|words=Cảm ơn" };

TEST(a_life_in_the_table)
{
	FIXTURE(f);
	int64_t number = play(&f, life, COUNT(life)), found;
	const struct feedback_public *list;
	const struct feedback_row *rows;
	struct feedback_counts counts;
	size_t n;

	CHECK_OK(feedback_find(&f.db, S("PAKN-2022-0001"), &found));
	CHECK_INT(found, number);
	CHECK_OK(feedback_published(&f.db, &list, &n));
	CHECK_OR_STOP(n == 1);
	CHECK_STR(list[0].title, S("Trả chậm"));
	CHECK_STR(list[0].agency, S("SMB"));
	CHECK_INT(list[0].content, FEEDBACK_CONTENT_CONDUCT);
	CHECK_INT(list[0].opinion, FEEDBACK_LIKE_OPINION);
	CHECK_OK(feedback_list(&f.db, true, &rows, &n));
	CHECK_INT(n, 0);
	CHECK_OK(feedback_list(&f.db, false, &rows, &n));
	CHECK_OR_STOP(n == 1);
	CHECK_INT(rows[0].state, FEEDBACK_IS_PUBLISHED);
	CHECK_OK(feedback_count(&f.db, 0, INT64_MAX, &counts));
	CHECK_INT(counts.accepted, 1);
	CHECK_INT(counts.answered, 1);
	CHECK_INT(counts.liked, 1);
	CHECK_INT(counts.refused, 0);
}

/* Without holidays of its own the calendar still knows the weekends. */
TEST(clocks_and_codes_come_from_the_store)
{
	FIXTURE(f);
	static const char *const first[] = { FEEDBACK_SENT }, *const second[] = {
		"@2023-01-03 08:00 " FEEDBACK_SENT
	};
	const struct feedback *x;
	struct record_story story;

	CHECK_OK(feedback_load(&f.db, play(&f, first, 1), &x, &story));
	CHECK_OR_STOP(x != NULL);
	CHECK_STR(x->code, S("PAKN-2022-0001"));
	CHECK_INT(x->dues[FEEDBACK_CLOCK_DECIDE], day_from_civil((struct civil){ 2022, 12, 27 }));
	CHECK_INT(x->dues[FEEDBACK_CLOCK_HANDLE], day_from_civil((struct civil){ 2023, 1, 13 }));
	CHECK_STR(x->secret, feedback_secret(&f.a, x->code, S("s")));
	CHECK_OK(feedback_load(&f.db, play(&f, first, 1), &x, &story));
	CHECK_STR(x->code, S("PAKN-2022-0002"));
	CHECK_OK(feedback_load(&f.db, play(&f, second, 1), &x, &story));
	CHECK_STR(x->code, S("PAKN-2023-0001"));
}

static struct feedback_send sending(struct fixture *f, const char *text, const char *key)
{
	struct feedback_send s = { .event = run_of(f, 0, text).event };

	s.event.values[N(SECRET)] = str_of(key);
	if (!s.event.values[N(ABOUT)].n)
		s.event.agency = S("");
	return s;
}

TEST(the_same_text_twice_is_one_feedback)
{
	FIXTURE(f);
	struct feedback_send first = sending(&f, FEEDBACK_SENT, "k1"),
			     again = sending(&f, FEEDBACK_SENT, "k1"),
			     other = sending(&f, FEEDBACK_SENT, "k2"),
			     later = sending(&f, FEEDBACK_SENT, "k3");

	CHECK_OK(feedback_send(&f.w, &first));
	CHECK(!first.refusal.refused && !first.is_same);
	CHECK_OK(feedback_send(&f.w, &again));
	CHECK(again.is_same && again.same_key);
	CHECK_STR(again.code, first.code);
	CHECK_OK(feedback_send(&f.w, &other));
	CHECK(other.is_same && !other.same_key);
	f.w.now += FEEDBACK_SAME_S + 1;
	later.event.happened = f.w.now;
	CHECK_OK(feedback_send(&f.w, &later));
	CHECK(!later.is_same);
}

TEST(an_anonymous_one_is_registered_and_refused)
{
	FIXTURE(f);
	struct feedback_send send = sending(&f, FEEDBACK_ANONYMOUS, "k");
	struct feedback_counts counts;
	const struct feedback *x;
	struct record_story story;

	CHECK_OK(feedback_send(&f.w, &send));
	CHECK_OK(feedback_load(&f.db, send.number, &x, &story));
	CHECK_INT(x->base.state, FEEDBACK_IS_REFUSED);
	CHECK_INT(x->ground, FEEDBACK_GROUND_ANONYMOUS);
	CHECK_INT(story.n, 2);
	CHECK_OK(feedback_count(&f.db, 0, INT64_MAX, &counts));
	CHECK_INT(counts.anonymous, 1);
	CHECK_INT(counts.accepted, 0);
	CHECK_INT(counts.registered, 1);
}

TEST(what_does_not_exist_is_refused)
{
	FIXTURE(f);
	struct feedback_send
		dossier = sending(&f,
			"send channel=web|sender=person|text=Một nội dung đủ "
			"dài.|about=SMA|dossier=H1-221025-0001|secret=s",
			"k"),
		agency = sending(&f,
			"send channel=web|sender=person|text=Một nội dung đủ dài.|about=XX|secret=s", "k");

	CHECK_OK(feedback_send(&f.w, &dossier));
	CHECK_INT(dossier.refusal.field, N(DOSSIER));
	CHECK_OK(feedback_send(&f.w, &agency));
	CHECK_INT(agency.refusal.field, N(ABOUT));
}

TEST(repeated_ones_share_the_answer_and_hide_each_others_names)
{
	FIXTURE(f);
	static const char *const main_one[] = { FEEDBACK_SENT, "accept class=conduct" };
	static const char *const repeated[] = {
		"send channel=web|sender=person|name=Phạm Thị Khác|phone=0987654321|about=SMA|text=Cũng như "
		"trên, rất chậm.|"
		"secret=s",
		"accept class=conduct", "merge into=PAKN-2022-0001"
	};
	int64_t first = play(&f, main_one, COUNT(main_one));
	const struct feedback_accepted *accepted;
	size_t n;

	(void)play(&f, repeated, COUNT(repeated));
	struct record_run
		draft = run_of(&f, first, DRAFT),
		answer = run_of(&f, first, "answer sign=1"),
		bad = run_of(&f, first,
			"publish public_title=T|public_text=Bà Phạm Thị Khác cũng vậy.|public_answer=A");

	CHECK_OK(record_run(&f.w, &draft));
	CHECK_OK(record_run(&f.w, &answer));
	CHECK_OK(record_run(&f.w, &bad));
	CHECK_INT(bad.refusal.why, MSG_feedback_leaks_name);
	CHECK_OK(feedback_accepted_list(&f.db, 0, INT64_MAX, &accepted, &n));
	CHECK_OR_STOP(n == 2);
	CHECK(accepted[0].answered_at != INSTANT_NONE && accepted[0].answered_at == accepted[1].answered_at);
}

TEST(a_rebuild_makes_the_same_rows)
{
	FIXTURE(f);
	struct feedback_counts before, after;
	struct str complaint;

	(void)play(&f, life, COUNT(life));
	CHECK_OK(feedback_count(&f.db, 0, INT64_MAX, &before));
	CHECK_OK(record_rebuild(&f.w, types));
	CHECK_OK(feedback_count(&f.db, 0, INT64_MAX, &after));
	CHECK_INT(memcmp(&before, &after, sizeof before), 0);
	CHECK_OK(record_examine(&f.db, types, &complaint));
	CHECK_STR(complaint, S(""));
}

static const struct fault *interrupted(struct fixture *f, struct record_run *run, int64_t steps)
{
	TX tx = { 0 };

	TRY(tx_begin(&f->db, &tx));
	db_fail_after(&f->db, steps);
	const struct fault *failed = record_run(&f->w, run);

	if (!failed)
		failed = tx_commit(&tx);
	db_fail_after(&f->db, 0);
	return failed;
}

/* Fails after 1, 6, 11 … steps of the engine until the step gets through: all of it happened or nothing. */
static const struct fault *until_done(
	struct fixture *f, struct record_run again, int64_t *tries, int64_t *number)
{
	struct journal before = f->journal;
	int64_t size;
	struct str complaint;

	for (int64_t steps = 1;; steps += 5, ++*tries) {
		struct record_run run = again;
		const struct fault *failed = interrupted(f, &run, steps);

		TRY(journal_size(&f->db, &size));
		TRY(record_examine(&f->db, types, &complaint));
		CHECK_STR(complaint, S(""));
		if (!failed || size > before.tree.size) {
			CHECK_INT(run.refusal.refused, false);
			*number = again.event.record ? again.event.record : before.tree.size + 1;
			return NULL;
		}
		CHECK_INT(size, before.tree.size);
		f->journal = before;
	}
}

TEST(wherever_the_engine_fails_all_happened_or_nothing)
{
	FIXTURE(f);
	int64_t record = 0, tries = 0;

	for (size_t i = 0; i < COUNT(life); i++)
		CHECK_OK(until_done(&f, run_of(&f, record, life[i]), &tries, &record));
	CHECK(tries > 100);
	printf("# %lld failure points\n", (long long)tries);
}
