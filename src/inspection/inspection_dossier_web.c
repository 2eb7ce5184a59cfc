/* A dossier of the sample: its history, and how its deadline was computed. */
#include "inspection/inspection_web.h"

#include "calendar/words.h"
#include "catalogue/dossier_rules.h"
#include "dossier/dossier_say.h"
#include "dossier/dossier_store.h"
#include "inspection/inspection_html.h"

enum { MOST_EVENTS = 64 };

static const struct inspection_check *find_check(const struct inspection *x, struct str code)
{
	for (int i = 0; i < x->checks_n; i++)
		if (str_eq(x->checks[i].dossier, code))
			return &x->checks[i];
	return NULL;
}

static struct str moment(struct request *rq, instant t)
{
	struct buf b = { .a = rq->a };

	if (t == INSTANT_NONE)
		return (struct str){ 0 };
	add_time_lang(&b, rq->lang, t);
	return buf_str(&b);
}

static struct str due_text(struct request *rq, struct due due)
{
	struct buf b = { .a = rq->a };

	due_words(&b, rq->lang, due);
	return site_capital(rq->a, buf_str(&b));
}

/* The first deadline, computed again with the calendar that was known then. */
static void explain(struct request *rq, const struct catalogue *c, const struct dossier *d,
	const struct procedure_version *p, struct inspection_dossier_view *v)
{
	int agency = catalogue_agency(c, d->agency);
	struct dossier_rules rules = catalogue_dossier_rules(c, agency, p);
	struct deadline_query q = { .received = d->accepted_at,
		.allow = rules.allow,
		.rule = rules.rule,
		.cutoff_minute = rules.cutoff_minute };
	const struct calendar *calendar = catalogue_calendar_at(c, rq->a, agency, d->calendar, KNOWN_NOW);
	struct deadline computed;
	struct buf text = { .a = rq->a };

	if (d->rule == DUE_RULE_GIVEN || d->accepted_at == INSTANT_NONE ||
		deadline_compute(calendar, &q, &computed) != DEADLINE_FINE)
		return;
	deadline_words(&text, rq->lang, calendar, &q, &computed);
	struct str rest = buf_str(&text), line;
	struct str *lines = NEW_ARRAY(rq->a, struct str, text.n + 1);

	while (str_cut(&rest, '\n', &line))
		if (line.n)
			lines[v->days_n++] = line;
	v->days = lines;
}

must_check static const struct fault *fill(
	struct request *rq, const struct catalogue *c, struct inspection_dossier_view *v, bool *found)
{
	READER held = { 0 };
	struct dossier d;
	int64_t number;
	int n;
	struct dossier_event *events = NEW_ARRAY(rq->a, struct dossier_event, MOST_EVENTS);
	struct inspection_dossier_event *rows =
		NEW_ARRAY(rq->a, struct inspection_dossier_event, MOST_EVENTS);

	TRY(site_reader(rq, &held));
	TRY(dossier_load_code(held.db, v->code, &number, &d, found));
	if (!*found)
		return NULL;
	TRY(dossier_events(held.db, number, events, MOST_EVENTS, &n));
	for (int i = 0; i < n; i++) {
		bool moved = !due_eq(events[i].due, events[i].due_before);

		rows[v->events_n++] = (struct inspection_dossier_event){
			msg_text(rq->lang, dossier_verb_msg(events[i].verb)),
			moved ? due_text(rq, events[i].due) : (struct str){ 0 }, events[i].happened,
			events[i].recorded
		};
	}
	const struct procedure_version *p = procedure_version_at(
		&c->procedures, catalogue_procedure(c, d.procedure), d.procedure_version);

	v->events = rows;
	v->state = msg_text(rq->lang, dossier_state_msg(d.state));
	v->accepted = moment(rq, d.accepted_at);
	v->ended = moment(rq, d.ended_at);
	v->due = due_text(rq, dossier_due_now(&d));
	v->procedure = p ? p->name : d.procedure;
	if (p)
		explain(rq, c, &d, p, v);
	return NULL;
}

struct reply inspection_dossier_get(struct request *rq)
{
	CATALOGUE cat = site_catalogue(rq);
	struct inspection_dossier_view v = { .code = request_param(rq, "code") };
	struct record_story story;
	struct inspection *x;
	bool found = false;
	const struct fault *f = inspection_of(rq, &x, &story);

	if (!f && x && find_check(x, v.code))
		f = fill(rq, cat.c, &v, &found);
	if (f)
		return reply_fault(f);
	if (!found)
		return reply_error(404, msg_text(rq->lang, MSG_inspection_not_in_sample));
	v.inspection = x->title;
	v.back = record_url(rq->a, &inspection_pages, x->base.number);
	v.may_check = record_can(rq, &inspection_pages, x, INSPECTION_DO_CHECK, &v.check);
	v.check = url_query(rq->a, v.check, S("dossier"), v.code);
	struct page page = staff_page(rq, v.code);
	struct staff s = staff_of(rq);
	struct html_out o = page_out(rq);

	page.synthetic = rq->app->synthetic;
	inspection_dossier_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}
