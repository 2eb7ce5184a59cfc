/* Published legal documents as a set; their texts are on their pages. */
#include "opendata/opendata.h"

#include "legal/legal_web.h"

enum { PIECE = 200 };

static const struct dataset_column columns[] = {
	{ S_INIT("sign"), DATASET_TEXT, MSG_opendata_c_sign },
	{ S_INIT("kind"), DATASET_TEXT, MSG_opendata_c_legal_kind },
	{ S_INIT("issuer"), DATASET_TEXT, MSG_opendata_c_issuer },
	{ S_INIT("issued"), DATASET_DAY, MSG_opendata_c_issued },
	{ S_INIT("field"), DATASET_TEXT, MSG_opendata_c_field },
	{ S_INIT("summary"), DATASET_TEXT, MSG_opendata_c_summary },
	{ S_INIT("in_force_from"), DATASET_DAY, MSG_opendata_c_from_known },
	{ S_INIT("in_force_to"), DATASET_DAY, MSG_opendata_c_to },
	{ S_INIT("replaced_from"), DATASET_DAY, MSG_opendata_c_replaced },
	{ S_INIT("standing"), DATASET_TEXT, MSG_opendata_c_standing },
	{ S_INIT("verified"), DATASET_TEXT, MSG_opendata_c_verified },
	{ S_INIT("files"), DATASET_NUMBER, MSG_opendata_c_files },
	{ S_INIT("page"), DATASET_TEXT, MSG_opendata_c_page },
};

must_check static const struct fault *say_row(struct dataset_out *o, const struct legal_row *r)
{
	struct str slug;

	TRY(legal_slug(o->db, r, &slug));
	dataset_text(o, r->sign);
	dataset_text(o, legal_kind_name(LANG_VI, r->kind));
	dataset_text(o, r->issuer);
	dataset_day(o, r->issued);
	dataset_text(o, r->field);
	dataset_text(o, r->summary);
	dataset_day(o, r->days.from);
	dataset_day(o, r->days.to);
	dataset_day(o, r->days.replaced);
	dataset_text(
		o, msg_text(LANG_VI, legal_standing_name(legal_standing_of(&r->days, day_of(o->rq->now)))));
	dataset_text(o, r->verified ? S("yes") : S("no"));
	dataset_number(o, r->files);
	dataset_text(o, site_absolute(o->rq, url_segment(o->rq->a, url_path(S(LEGAL_PATH)), slug)).s);
	return NULL;
}

static const struct fault *say(struct dataset_out *o)
{
	struct legal_filter filter = { .day = day_of(o->rq->now), .count = PIECE };
	struct legal_rows rows = { .n = PIECE };

	for (; rows.n == PIECE && !o->full; filter.from += PIECE) {
		TRY(legal_list(o->db, &filter, &rows));
		for (size_t i = 0; i < rows.n && !o->full; i++)
			TRY(say_row(o, &rows.rows[i]));
	}
	return NULL;
}

const struct dataset dataset_legal = { .name = S_INIT("van-ban"),
	.title = MSG_opendata_legal,
	.what = MSG_opendata_legal_what,
	.columns = columns,
	.columns_n = COUNT(columns),
	.say = say,
	.page = S_INIT("/van-ban") };
