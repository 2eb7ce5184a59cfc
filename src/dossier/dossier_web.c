#include "dossier/dossier_web.h"

#include "calendar/words.h"
#include "dossier/dossier_code.h"
#include "dossier/dossier_html.h"
#include "dossier/dossier_page.h"
#include "dossier/dossier_store.h"
#include "json/json_write.h"
#include "site/site_web.h"

enum { TYPED_CHARS = 2 * LIMIT_CODE_CHARS };

struct asked {
	struct str code;
};
static const struct field asked_fields[] = { FIELD_TEXT(struct asked, code, "ma", 0, TYPED_CHARS) };

/* As it was typed first: codes of other systems may hold small letters. */
must_check static const struct fault *find(
	struct request *rq, struct str typed, struct dossier_row *row, bool *found)
{
	READER held = { 0 };
	struct str code = tracking_code(rq->a, typed);

	TRY(site_reader(rq, &held));
	TRY(dossier_find(held.db, typed, row, found));
	if (!*found && !str_eq(typed, code))
		TRY(dossier_find(held.db, code, row, found));
	return NULL;
}

static enum deadline_look look_of(const struct tracking_view *v, struct remaining r)
{
	if (v->stage == STAGE_WAITING)
		return DEADLINE_PAUSED;
	return site_deadline_look(r);
}

static void say_due(
	struct request *rq, const struct catalogue *c, const struct dossier_row *row, struct tracking_view *v)
{
	const struct calendar *calendar = catalogue_calendar(c, catalogue_agency(c, row->agency));
	struct remaining r = deadline_remaining(calendar, row->due, rq->now);
	struct buf due = { .a = rq->a }, left = { .a = rq->a };
	bool open = v->stage == STAGE_PROCESSING || v->stage == STAGE_WAITING;

	if (row->accepted_at == INSTANT_NONE || v->stage == STAGE_ENDED)
		return;
	due_words(&due, rq->lang, row->due);
	v->due = site_capital(rq->a, buf_str(&due));
	if (!open || row->due.kind == DUE_NONE)
		return; /* what has ended is not overdue, however long ago that was */
	v->look = look_of(v, r);
	if (v->stage == STAGE_WAITING)
		buf_add(&left, msg_text(rq->lang, MSG_dossier_web_paused));
	else
		remaining_words(&left, rq->lang, r);
	v->remaining = site_capital(rq->a, buf_str(&left));
}

static void show(
	struct request *rq, const struct catalogue *c, const struct dossier_row *row, struct tracking_view *v)
{
	static const enum msg words[STAGE_N][2] = {
		[STAGE_SUBMITTED] = { MSG_dossier_web_stage_submitted, MSG_dossier_web_stage_submitted_more },
		[STAGE_PROCESSING] = { MSG_dossier_web_stage_processing,
			MSG_dossier_web_stage_processing_more },
		[STAGE_WAITING] = { MSG_dossier_web_stage_waiting, MSG_dossier_web_stage_waiting_more },
		[STAGE_RESULT] = { MSG_dossier_web_stage_result, MSG_dossier_web_stage_result_more },
		[STAGE_RETURNED] = { MSG_dossier_web_stage_returned, MSG_dossier_web_stage_returned_more },
		[STAGE_ENDED] = { MSG_dossier_web_stage_ended, MSG_dossier_web_stage_ended_more },
	};

	v->found = true;
	v->code = row->code;
	v->stage = tracking_stage_of(row->state);
	v->done = tracking_steps_done(v->stage);
	v->stage_words = msg_text(rq->lang, words[v->stage][0]);
	v->stage_more = msg_text(rq->lang, words[v->stage][1]);
	say_due(rq, c, row, v);
}

static struct reply answer(struct request *rq, const struct catalogue *c, const struct tracking_view *v)
{
	struct page page = site_page(rq, c, NAV_TRACKING, msg_text(rq->lang, MSG_dossier_web_title));
	struct html_out o = page_out(rq);
	bool failed = !v->found && (v->code.n || v->problem.n);

	page.no_index = v->found || failed;
	page.has_errors = failed;
	page.synthetic = v->found && rq->app->synthetic;
	if (v->code.n || v->problem.n)
		page_crumb(&page, rq->lang, msg_text(rq->lang, MSG_portal_tracking), url_path(S("/tra-cuu")));
	tracking_page(&o, &page, v);
	struct reply r = page_reply(&o);

	r.status = v->problem.n ? 400 : failed ? 404 : 200;
	r.no_store = v->code.n > 0;
	return r;
}

struct reply tracking_get(struct request *rq)
{
	struct asked asked = { { 0 } };
	struct form f = form_read_query(rq, asked_fields, COUNT(asked_fields), &asked);
	struct tracking_view v = { .problem = site_form_problem(rq, &f), .typed = asked.code };
	struct dossier_row row = { 0 };
	bool found = false;

	if (asked.code.n) {
		const struct fault *fault = find(rq, asked.code, &row, &found);

		if (fault)
			return reply_fault(fault);
	}
	CATALOGUE held = site_catalogue(rq);

	v.code = tracking_code(rq->a, asked.code);
	v.well_formed = dossier_code_valid(v.code);
	if (found)
		show(rq, held.c, &row, &v);
	return answer(rq, held.c, &v);
}

struct reply api_dossier_get(struct request *rq)
{
	struct dossier_row row = { 0 };
	struct str typed = request_param(rq, "code");
	struct buf out = { .a = rq->a }, why = { .a = rq->a };
	struct json_out j = { .out = &out };
	bool found = false;
	const struct fault *f = typed.n <= TYPED_CHARS ? find(rq, typed, &row, &found) : NULL;

	if (f)
		return reply_fault(f);
	if (!found) {
		msg_dossier_web_unknown_code(&why, rq->lang, str_sub(typed, 0, TYPED_CHARS));
		return reply_error(404, buf_str(&why));
	}
	enum tracking_stage stage = tracking_stage_of(row.state);
	bool shows_due = row.accepted_at != INSTANT_NONE && stage != STAGE_ENDED && row.due.kind != DUE_NONE;

	json_object(&j);
	json_member_str(&j, S("code"), row.code);
	json_member_str(&j, S("stage"), tracking_stage_text(stage));
	json_member_int(&j, S("steps_done"), tracking_steps_done(stage));
	json_member_int(&j, S("steps"), TRACKING_STEPS);
	json_key(&j, S("due"));
	if (shows_due)
		json_str(&j, fmt_due(rq->a, row.due));
	else
		json_null(&j);
	json_member_bool(&j, S("synthetic"), rq->app->synthetic);
	json_end(&j);
	struct reply r = reply_json(200, buf_str(&out));

	r.no_store = true;
	return r;
}
