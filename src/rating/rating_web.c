#include "rating/rating_web.h"
#include "rating/rating_html.h"
#include "visitor/visitor_web.h"

#define PURPOSE "danh-gia"
#define DONE "xong"
enum { PERCENT = 100, DONE_CHARS = 16 };

struct typed {
	int64_t stars;
};
static const struct field fields[] = { FIELD_INT(struct typed, stars, "diem", 1, RATING_STARS) };

enum msg rating_meaning(int stars)
{
	static const enum msg meanings[RATING_STARS] = { MSG_rating_mean_1, MSG_rating_mean_2,
		MSG_rating_mean_3, MSG_rating_mean_4, MSG_rating_mean_5 };

	assert(stars >= 1 && stars <= RATING_STARS);
	return meanings[stars - 1];
}

static struct url action_of(struct request *rq, struct url page)
{
	return url_segment(rq->a, page, S(RATING_SEGMENT));
}

static bool has_just_voted(struct request *rq)
{
	struct done {
		struct str word;
	} done = { 0 };
	static const struct field query[] = { FIELD_TEXT(
		struct done, word, RATING_DONE_NAME, 0, DONE_CHARS) };

	(void)form_read_query(rq, query, COUNT(query), &done);
	return str_eq(done.word, S(DONE));
}

const struct fault *rating_view_read(
	struct request *rq, struct db *db, int64_t record, struct url page, struct rating_view *out)
{
	struct rating r;

	TRY(rating_read(db, record, &r));
	*out = (struct rating_view){ .action = action_of(rq, page),
		.votes = rating_votes(&r),
		.points = rating_points(&r),
		.taken = r.taken,
		.thanks = has_just_voted(rq) };
	if (out->votes)
		out->mean = rating_text(rq->a, rating_tenths(&r), rq->lang == LANG_VI);
	for (int i = 0; i < RATING_STARS; i++) {
		int64_t n = r.by_stars[RATING_STARS - 1 - i];

		out->rows[i] =
			(struct rating_row){ RATING_STARS - i, n, out->votes ? n * PERCENT / out->votes : 0 };
	}
	return NULL;
}

static struct reply say_missing(struct request *rq, const struct rating_target *target)
{
	CATALOGUE held = site_catalogue(rq);
	struct page page = site_page(rq, held.c, NAV_NONE, msg_text(rq->lang, MSG_rating_title));
	struct rating_view v = { .action = action_of(rq, target->page), .missing = true };
	struct html_out o = page_out(rq);

	page.has_errors = true;
	page.no_index = true;
	rating_page(&o, &page, target, &v);
	struct reply r = page_reply(&o);

	r.status = 422;
	return r;
}

static struct reply ask(struct request *rq, const struct rating_target *target, int64_t stars)
{
	CATALOGUE held = site_catalogue(rq);
	struct page page = site_page(rq, held.c, NAV_NONE, msg_text(rq->lang, MSG_rating_title));
	struct buf words = { .a = rq->a };
	const struct visitor_field kept[] = { { S("diem"), str_fmt(rq->a, "%lld", (long long)stars) } };

	msg_rating_question(&words, rq->lang, stars, target->title);
	return visitor_ask(rq, &page, PURPOSE,
		&(struct visitor_question){ .title = page.title,
			.words = buf_str(&words),
			.button = msg_text(rq->lang, MSG_rating_send),
			.action = action_of(rq, target->page),
			.back = target->page,
			.fields = kept,
			.fields_n = COUNT(kept) });
}

static struct reply count(struct request *rq, const struct rating_target *target, int64_t stars)
{
	char network[16];
	struct rating_ballot b = { .record = target->record,
		.stars = (int)stars,
		.today = day_of(rq->now),
		.network = visitor_network(rq, network) };
	const struct fault *f = writer_run(province_writer(rq->app->province), rq->a, rating_vote, &b);

	if (f)
		return reply_fault(f);
	if (b.outcome == RATING_FULL)
		return reply_error(429, msg_text(rq->lang, MSG_rating_full));
	struct url to = url_query(rq->a, target->page, S(RATING_DONE_NAME), S(DONE));

	return reply_see_other(url_fragment(rq->a, to, S(RATING_SEGMENT)).s);
}

struct reply rating_post(struct request *rq, const struct rating_target *target)
{
	struct typed typed = { 0 };
	struct form f = form_read_body(rq, fields, COUNT(fields), &typed);

	if (f.unreadable)
		return reply_error(400, S(""));
	if (f.error_count || !typed.stars)
		return say_missing(rq, target);
	if (!visitor_is_proven(rq, PURPOSE))
		return ask(rq, target, typed.stars);
	return count(rq, target, typed.stars);
}
