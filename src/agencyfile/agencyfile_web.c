#include "agencyfile/agencyfile_html.h"
#include "agencyfile/agencyfile_parts_web.h"

const struct fault *agency_file_agency(struct request *rq, struct str *agency, bool *found)
{
	CATALOGUE held = site_catalogue(rq);
	struct str code = request_param(rq, "code");

	*found = catalogue_agency(held.c, code) != AGENCY_NONE;
	*agency = code;
	return NULL;
}

must_check static const struct fault *gather(const struct agencyfile *f, struct agencyfile_view *v)
{
	TRY(agencyfile_figures(f, v));
	agencyfile_gaps(f, v);
	TRY(agencyfile_recommendations(f, v));
	TRY(agencyfile_inspections(f, v));
	TRY(agencyfile_plan(f, v));
	TRY(agencyfile_reports(f, v));
	return agencyfile_scores(f, v);
}

static struct reply show(struct request *rq, struct agencyfile_view *v)
{
	struct page page = staff_page(rq, v->name);
	struct staff s = staff_of(rq);
	struct html_out o = page_out(rq);
	struct buf code = { .a = rq->a };

	msg_agencyfile_code(&code, rq->lang, v->code);
	v->code_words = buf_str(&code);
	page.synthetic = rq->app->synthetic;
	agencyfile_page(&o, &page, &s, v);
	return staff_reply(&o, false);
}

struct reply agency_file_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	READER reader = { 0 };
	int number = catalogue_agency(held.c, request_param(rq, "code"));
	struct agencyfile f = { .rq = rq, .c = held.c, .agency = number, .today = day_of(rq->now) };
	bool *in = NEW_ARRAY(rq->a, bool, held.c->agencies.n + 1);

	if (!number)
		return reply_error(404, S(""));
	f.code = str_dup(rq->a, held.c->agencies.agencies[number].code);
	f.year = civil_from_day(f.today).year;
	f.in = in;
	(void)agency_subtree(&held.c->agencies, number, f.today, KNOWN_NOW, in);
	struct agencyfile_view *v = NEW(rq->a, struct agencyfile_view);
	const struct fault *fault = site_reader(rq, &reader);

	f.db = reader.db;
	v->name = str_dup(rq->a, site_agency_name(rq, held.c, f.code));
	v->code = f.code;
	v->year = f.year;
	if (!fault)
		fault = gather(&f, v);
	return fault ? reply_fault(fault) : show(rq, v);
}
