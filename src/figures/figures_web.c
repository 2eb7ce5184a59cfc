#include "figures/figures_web.h"

#include "base/hash.h"
#include "figures/figures_ask_web.h"
#include "figures/figures_html.h"
#include "figures/figures_page.h"
#include "figures/figures_table_web.h"
#include "site/period_web.h"

must_check static const struct fault *ask_database(
	struct request *rq, const struct figures_ask *ask, struct figure_report *report)
{
	READER held = { 0 };

	TRY(site_reader(rq, &held));
	TRY(figures_report(held.db, &ask->request, report));
	return NULL;
}

static void add_by_links(struct request *rq, const struct figures_ask *ask, struct figures_view *v)
{
	static const enum msg names[FIGURE_BY_N] = { [BY_FIELD] = MSG_figures_web_by_field,
		[BY_AGENCY] = MSG_figures_web_by_agency,
		[BY_PROCEDURE] = MSG_figures_web_by_procedure,
		[BY_MONTH] = MSG_figures_web_by_month };

	for (int by = BY_FIELD; by < FIGURE_BY_N; by++) {
		struct figures_ask other = *ask;

		other.by = by;
		v->by[v->by_n++] = (struct figure_by_link){ msg_text(rq->lang, names[by]),
			url_fragment(rq->a, figures_url(rq, &other, url_path(S("/so-lieu")), FIGURES_PAGE),
				S("f-by")),
			by == ask->by };
	}
}

static struct figure_by_link link_of(
	struct request *rq, const struct catalogue *c, const struct figures_ask *ask, int number)
{
	struct figures_ask other = *ask;

	other.choice.number = number;
	return (struct figure_by_link){ number ? site_agency_name(rq, c, c->agencies.agencies[number].code)
					       : msg_text(rq->lang, MSG_figures_web_province),
		figures_url(rq, &other, url_path(S("/so-lieu")), FIGURES_PAGE),
		!ask->problem.n && number == ask->choice.number };
}

/* The whole province and the busiest agencies. */
static void add_chips(struct request *rq, const struct catalogue *c, const struct figures_ask *ask,
	const struct busy *busy, struct figures_view *v)
{
	struct figure_by_link *links = NEW_ARRAY(rq->a, struct figure_by_link, BUSY_AGENCIES + 1);

	links[v->candidates_n++] = link_of(rq, c, ask, 0);
	for (int i = 0; i < busy->agencies_n; i++)
		links[v->candidates_n++] = link_of(rq, c, ask, busy->agencies[i].number);
	v->candidates = links;
}

/* What could have been meant, with the parent's name where two have the same. */
static void add_candidates(
	struct request *rq, const struct catalogue *c, const struct figures_ask *ask, struct figures_view *v)
{
	struct figure_by_link *links = NEW_ARRAY(rq->a, struct figure_by_link, AGENCY_CHOICES);

	for (int i = 0; i < ask->choice.found_n; i++) {
		int number = ask->choice.found[i];
		int parent = agency_parent(&c->agencies, number, day_of(rq->now), KNOWN_NOW);
		struct figure_by_link *l = &links[v->candidates_n++];

		*l = link_of(rq, c, ask, number);
		if (parent)
			l->name = str_fmt(rq->a, "%.*s (%.*s)", ARG(l->name),
				ARG(site_agency_name(rq, c, c->agencies.agencies[parent].code)));
	}
	v->candidates = links;
}

/* For the list of the form: agencies that decide procedures. */
static void add_agencies(struct request *rq, const struct catalogue *c, struct figures_view *v)
{
	bool *has = NEW_ARRAY(rq->a, bool, c->agencies.n + 1);
	struct choice *list = NEW_ARRAY(rq->a, struct choice, c->agencies.n + 1);

	for (int i = 1; i <= c->procedures.n; i++) {
		const struct procedure *p = &c->procedures.procedures[i];
		if (p->versions_n)
			has[p->agencies[p->versions_n - 1]] = true;
	}
	for (int i = 1; i <= c->agencies.n; i++)
		if (has[i]) {
			struct str code = c->agencies.agencies[i].code;
			list[v->agencies_n++] = (struct choice){ code, site_agency_name(rq, c, code), false };
		}
	v->agencies = list;
}

static struct figure_number number_of(struct request *rq, const struct figure_report *r,
	struct figure_cells cells, int indent, struct url list)
{
	struct figure_number n = { figure_cells_label(rq->a, rq->lang, cells),
		figure_cells_sum(&r->total, cells), indent, { { 0 } } };

	if (n.n)
		n.to = url_query(rq->a, list, S("chi-tieu"), figure_cells_name(rq->a, cells));
	return n;
}

static void add_groups(struct request *rq, const struct figures_ask *ask, const struct figure_report *r,
	struct figures_view *v)
{
	struct figures_ask whole = *ask;

	whole.by = BY_NOTHING;
	struct url list = figures_url(rq, &whole, url_path(S("/so-lieu/ho-so")), FIGURES_PAGE);

	for (int g = 0; g < FIGURE_GROUPS; g++) {
		size_t n;
		const struct figure_part *parts = figure_parts(g, &n);

		v->groups[g].total = number_of(rq, r, figure_cells_of(figure_group_cell(g)), 0, list);
		for (size_t i = 0; i < n; i++)
			if (!parts[i].indent || figure_cell(&r->total, parts[i].cell) || g == 0)
				v->groups[g].lines[v->groups[g].lines_n++] = number_of(
					rq, r, figure_cells_of(parts[i].cell), parts[i].indent, list);
	}
	v->received = v->groups[0].total;
	v->in_progress = v->groups[2].total;
	v->resolved_in_time = number_of(rq, r, figure_cells_in_time(), 0, list);
	v->resolved_in_time.label = msg_text(rq->lang, MSG_figures_web_in_time);
	v->late = number_of(rq, r, figure_cells_late(), 0, list);
	v->late.label = msg_text(rq->lang, MSG_figures_web_late);
	v->bar = figure_bar_of(&r->total);
	v->empty = !v->received.n;
	v->feedback = number_of(rq, r, figure_cells_of(CELL_FEEDBACK), 0, list);
	v->feedback_rules = number_of(rq, r, figure_cells_of(CELL_FEEDBACK_RULES), 0, list);
	v->feedback_conduct = number_of(rq, r, figure_cells_of(CELL_FEEDBACK_CONDUCT), 0, list);
}

static void add_words(struct request *rq, const struct figure_report *r, struct figures_view *v)
{
	struct buf balance = { .a = rq->a }, share = { .a = rq->a }, root = { .a = rq->a };

	msg_figures_web_balance(&balance, rq->lang, figure_cell(&r->total, CELL_RECEIVED),
		figure_cell(&r->total, CELL_RESOLVED), figure_cell(&r->total, CELL_IN_PROGRESS));
	v->summary = buf_str(&balance);
	add_share(&share, rq->lang, (struct share){ r->services_with_dossiers, r->procedures.offered });
	v->share_words = buf_str(&share);
	v->required = str_fmt(rq->a, "%d%%", ONLINE_SHARE_REQUIRED_PERCENT);
	add_base64(&root, (struct str){ (const char *)r->journal_root.b, sizeof r->journal_root.b });
	v->root = buf_str(&root);
	v->is_province = !r->agency_name.n;
	v->agency = r->agency_name.n ? r->agency_name : msg_text(rq->lang, MSG_figures_web_province);
}

static void add_form(
	struct request *rq, const struct catalogue *c, const struct figures_ask *ask, struct figures_view *v)
{
	v->problem = ask->problem;
	v->agency_typed = str_eq(ask->agency, S("all")) ? S("") : ask->agency;
	v->as_of = ask->as_of;
	v->known_at = ask->known_at;
	v->from = ask->from;
	v->to = ask->to;
	v->from_value = fmt_day_vi(rq->a, ask->from);
	v->to_value = fmt_day_vi(rq->a, ask->to);
	v->by_value = figures_by_word(ask->by);
	add_agencies(rq, c, v);
}

static struct reply answer(
	struct request *rq, const struct catalogue *c, const struct figures_ask *ask, struct figures_view *v)
{
	struct page page = site_page(rq, c, NAV_FIGURES, msg_text(rq->lang, MSG_portal_figures));
	struct html_out o = page_out(rq);

	add_form(rq, c, ask, v);
	page.has_errors = ask->problem.n > 0;
	page.synthetic = rq->app->synthetic && !page.has_errors;
	figures_page(&o, &page, v);
	struct reply r = page_reply(&o);

	r.status = page.has_errors ? 400 : 200;
	return r;
}

struct reply figures_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct figures_ask ask = figures_asked(rq, held.c, FIGURES_PAGE, BY_FIELD);
	struct figures_view *v = NEW(rq->a, struct figures_view);
	struct figure_report report;
	struct busy busy;
	struct figures_ask api = ask;
	struct buf why = { .a = rq->a };

	if (ask.problem.n) {
		add_candidates(rq, held.c, &ask, v);
		return answer(rq, held.c, &ask, v);
	}
	const struct fault *f = ask_database(rq, &ask, &report);

	if (!f)
		f = site_busy(rq, held.c, &busy);

	if (f)
		return reply_fault(f);
	if (report.broken) {
		msg_figures_not_balanced(&why, rq->lang, str_of(report.broken));
		return reply_error(500, buf_str(&why));
	}
	v->report = &report;
	add_words(rq, &report, v);
	add_groups(rq, &ask, &report, v);
	add_by_links(rq, &ask, v);
	add_chips(rq, held.c, &ask, &busy, v);
	figures_fill_table(rq, &ask, &report, &v->table);
	v->json = figures_url(rq, &api, url_path(S("/api/v1/figures")), FIGURES_API);
	v->csv = url_query(rq->a, v->json, S("format"), S("csv"));
	v->xlsx = url_query(rq->a, v->json, S("format"), S("xlsx"));
	return answer(rq, held.c, &ask, v);
}
