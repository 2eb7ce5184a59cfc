/* Published feedback as a set: no personal data, as on its pages, where texts and answers stand. */
#include "opendata/opendata.h"

#include "feedback/feedback_store.h"
#include "feedback/feedback_web.h"

static const struct dataset_column columns[] = {
	{ S_INIT("code"), DATASET_TEXT, MSG_opendata_c_feedback_code },
	{ S_INIT("agency"), DATASET_TEXT, MSG_opendata_c_agency_code },
	{ S_INIT("content"), DATASET_TEXT, MSG_opendata_c_content },
	{ S_INIT("conclusion"), DATASET_TEXT, MSG_opendata_c_conclusion },
	{ S_INIT("outcome"), DATASET_TEXT, MSG_opendata_c_outcome },
	{ S_INIT("opinion"), DATASET_TEXT, MSG_opendata_c_opinion },
	{ S_INIT("answered"), DATASET_DAY, MSG_opendata_c_answered },
	{ S_INIT("published"), DATASET_DAY, MSG_opendata_c_published },
	{ S_INIT("title"), DATASET_TEXT, MSG_opendata_c_title },
	{ S_INIT("page"), DATASET_TEXT, MSG_opendata_c_page },
};

static void word(struct dataset_out *o, const struct record_word *words, int at)
{
	dataset_text(o, at == FEEDBACK_NO_WORD ? S("") : words[at].text);
}

static void say_row(struct dataset_out *o, const struct feedback_public *f)
{
	dataset_text(o, f->code);
	dataset_text(o, f->agency);
	word(o, feedback_content_words, f->content);
	word(o, feedback_conclusion_words, f->conclusion);
	word(o, feedback_outcome_words, f->outcome);
	word(o, feedback_opinion_words, f->opinion);
	dataset_day(o, f->answered_at == INSTANT_NONE ? DAYNUM_NONE : day_of(f->answered_at));
	dataset_day(o, day_of(f->published_at));
	dataset_text(o, f->title);
	dataset_text(o, site_absolute(o->rq, url_segment(o->rq->a, url_path(S(FEEDBACK_PATH)), f->code)).s);
}

static const struct fault *say(struct dataset_out *o)
{
	const struct feedback_public *list;
	size_t n;

	TRY(feedback_published(o->db, &list, &n));
	for (size_t i = 0; i < n && !o->full; i++)
		say_row(o, &list[i]);
	return NULL;
}

const struct dataset dataset_feedback = { .name = S_INIT("phan-anh"),
	.title = MSG_opendata_feedback,
	.what = MSG_opendata_feedback_what,
	.columns = columns,
	.columns_n = COUNT(columns),
	.say = say,
	.page = S_INIT(FEEDBACK_PATH) };
