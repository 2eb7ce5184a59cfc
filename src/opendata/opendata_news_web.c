/* Published news as a set; their texts are on their pages. */
#include "opendata/opendata.h"

#include "article/article_web.h"

enum { PIECE = 200 };

static const struct dataset_column columns[] = {
	{ S_INIT("title"), DATASET_TEXT, MSG_opendata_c_title },
	{ S_INIT("lead"), DATASET_TEXT, MSG_opendata_c_lead },
	{ S_INIT("author"), DATASET_TEXT, MSG_opendata_c_author },
	{ S_INIT("published"), DATASET_DAY, MSG_opendata_c_published },
	{ S_INIT("updated"), DATASET_DAY, MSG_opendata_c_updated },
	{ S_INIT("page"), DATASET_TEXT, MSG_opendata_c_page },
};

static void say_row(struct dataset_out *o, const struct article_row *r)
{
	instant updated = r->updated != INSTANT_NONE ? r->updated : r->published;

	dataset_text(o, r->title);
	dataset_text(o, r->lead);
	dataset_text(o, r->author);
	dataset_day(o, day_of(r->published));
	dataset_day(o, day_of(updated));
	dataset_text(o, site_absolute(o->rq, url_segment(o->rq->a, url_path(S(NEWS_PATH)), r->slug)).s);
}

static const struct fault *say(struct dataset_out *o)
{
	struct article_ask ask = { .section = ARTICLE_NEWS, .most = PIECE };
	const struct article_row *rows;
	size_t n = PIECE;

	for (; n == PIECE && !o->full; ask.skip += PIECE) {
		TRY(article_list(o->db, &ask, &rows, &n));
		for (size_t i = 0; i < n && !o->full; i++)
			say_row(o, &rows[i]);
	}
	return NULL;
}

const struct dataset dataset_news = { .name = S_INIT("tin-tuc"),
	.title = MSG_opendata_news,
	.what = MSG_opendata_news_what,
	.columns = columns,
	.columns_n = COUNT(columns),
	.say = say,
	.page = S_INIT("/tin-tuc") };
