#include "agencyfile/agencyfile_parts_web.h"
#include "msg/number.h"

enum { PERCENT = 100 };

static struct url dossiers_url(
	struct request *rq, struct str agency, const struct figure_report *r, const char *path)
{
	struct url u = url_query(rq->a, url_path(str_of(path)), S("co-quan"), agency);

	u = url_query(rq->a, u, S("tu"), fmt_day(rq->a, r->request.from));
	return url_query(rq->a, u, S("den"), fmt_day(rq->a, r->request.to));
}

void agencyfile_numbers(struct request *rq, struct str agency, const struct figure_report *r,
	const struct figure_sums *sums, struct agencyfile_number out[AGENCYFILE_CELLS])
{
	struct figure_cells in_time = figure_cells_and(figure_cells_and(figure_cells_of(CELL_RESOLVED_EARLY),
							       figure_cells_of(CELL_RESOLVED_ON_TIME)),
		figure_cells_of(CELL_RESOLVED_NO_DEADLINE));
	const struct {
		enum msg label;
		struct figure_cells cells;
		enum tone tone;
	} shown[AGENCYFILE_CELLS] = { { MSG_agencyfile_received, figure_cells_of(CELL_RECEIVED), TONE_INFO },
		{ MSG_agencyfile_in_time, in_time, TONE_GOOD },
		{ MSG_agencyfile_in_progress, figure_cells_of(CELL_IN_PROGRESS), TONE_PLAIN },
		{ MSG_agencyfile_overdue,
			figure_cells_and(figure_cells_of(CELL_RESOLVED_LATE), figure_cells_of(CELL_OVERDUE)),
			TONE_BAD } };

	for (int i = 0; i < AGENCYFILE_CELLS; i++) {
		int64_t n = figure_cells_sum(sums, shown[i].cells);
		struct url to = dossiers_url(rq, agency, r, "/so-lieu/ho-so");

		out[i] = (struct agencyfile_number){ msg_text(rq->lang, shown[i].label), n,
			url_query(rq->a, to, S("chi-tieu"), figure_cells_name(rq->a, shown[i].cells)),
			n ? shown[i].tone : TONE_PLAIN };
	}
}

static struct figure_request request_of(const struct agencyfile *f, int year)
{
	daynum first = day_from_civil((struct civil){ year, 1, 1 });
	daynum last = day_from_civil((struct civil){ year, 12, 31 });

	return (struct figure_request){ .agencies = &f->c->agencies,
		.procedures = &f->c->procedures,
		.agency = f->agency,
		.from = first,
		.to = last < f->today ? last : f->today,
		.now = f->rq->now };
}

static struct agencyfile_lines unused_services(
	const struct agencyfile *f, const struct figure_services *s, daynum day)
{
	struct agencyfile_line *list = NEW_ARRAY(f->rq->a, struct agencyfile_line, s->n + 1);
	struct agencyfile_lines lines = { list, 0 };

	for (size_t i = 0; i < s->n; i++) {
		const struct procedure_version *v =
			procedure_on(&f->c->procedures, (int)s->procedures[i], day, KNOWN_NOW);

		if (v && !s->used[i])
			list[lines.n++] = (struct agencyfile_line){ str_dup(f->rq->a, v->name),
				str_dup(f->rq->a, v->code),
				url_segment(f->rq->a, url_path(S("/thu-tuc")), v->code), TONE_PLAIN,
				DAYNUM_NONE };
	}
	return lines;
}

static struct agencyfile_online online_of(
	const struct agencyfile *f, const struct figure_request *rq, const struct figure_services *s)
{
	struct agencyfile_online y = { .year = civil_from_day(rq->to).year, .offered = (int64_t)s->n };
	struct buf share = { .a = f->rq->a };

	for (size_t i = 0; i < s->n; i++)
		y.used += s->used[i];
	add_share(&share, f->rq->lang, (struct share){ y.used, y.offered });
	y.share = buf_str(&share);
	y.percent = s->n ? (double)PERCENT * (double)y.used / (double)y.offered : 0;
	/* The smallest whole number of services that is at least the required share. */
	int64_t wanted = (y.offered * ONLINE_SHARE_REQUIRED_PERCENT + PERCENT - 1) / PERCENT;

	y.is_reached = y.used >= wanted;
	y.missing = y.is_reached ? 0 : wanted - y.used;
	y.unused = unused_services(f, s, rq->to);
	return y;
}

must_check static const struct fault *fill_year(
	const struct agencyfile *f, int year, struct agencyfile_year *y, struct agencyfile_online *online)
{
	struct figure_request rq = request_of(f, year);
	struct figure_services services;
	struct figure_report report;

	TRY(figures_report(f->db, &rq, &report));
	if (report.broken)
		return FAULT(f->rq->a, FAULT_CORRUPT, "the figures do not balance: %s", report.broken);
	y->year = year;
	y->so_far = year == f->year;
	y->all = dossiers_url(f->rq, f->code, &report, "/so-lieu");
	agencyfile_numbers(f->rq, f->code, &report, &report.total, y->numbers);
	TRY(figures_services(f->db, &rq, &services));
	*online = online_of(f, &rq, &services);
	return NULL;
}

const struct fault *agencyfile_figures(const struct agencyfile *f, struct agencyfile_view *v)
{
	for (int i = 0; i < AGENCYFILE_YEARS; i++)
		TRY(fill_year(f, f->year - i, &v->years[i], &v->online[i]));
	return NULL;
}

void agencyfile_gaps(const struct agencyfile *f, struct agencyfile_view *v)
{
	static const enum msg labels[AGENCY_GAP_N] = { [AGENCY_GAP_CODE] = MSG_agencyfile_gap_code,
		[AGENCY_GAP_FEE] = MSG_agencyfile_gap_fee,
		[AGENCY_GAP_COMPONENTS] = MSG_agencyfile_gap_components,
		[AGENCY_GAP_BASIS] = MSG_agencyfile_gap_basis };
	struct arena *a = f->rq->a;
	struct agency_gaps gaps = agency_gaps_of(a, &f->c->procedures, &f->c->agencies, f->in, f->today);

	v->procedures = gaps.procedures;
	for (int g = 0; g < AGENCY_GAP_N; g++) {
		struct agencyfile_line *list = NEW_ARRAY(a, struct agencyfile_line, gaps.n[g] + 1);

		for (int i = 0; i < gaps.n[g]; i++) {
			const struct procedure_version *p = gaps.lists[g][i];

			list[i] = (struct agencyfile_line){ str_dup(a, p->name), str_dup(a, p->code),
				url_segment(a, url_path(S("/thu-tuc")), p->code), TONE_PLAIN, DAYNUM_NONE };
		}
		v->gaps[g] = (struct agencyfile_gap){ msg_text(f->rq->lang, labels[g]),
			{ list, (size_t)gaps.n[g] } };
	}
}

bool agencyfile_has(const struct agencyfile *f, struct str code)
{
	return f->in[catalogue_agency(f->c, code)];
}

const struct fault *agencyfile_recommendations(const struct agencyfile *f, struct agencyfile_view *v)
{
	const struct inspection_open *all;
	size_t all_n, n = 0;

	TRY(inspection_open_list(f->db, &all, &all_n));
	struct inspection_open *mine = NEW_ARRAY(f->rq->a, struct inspection_open, all_n + 1);
	for (size_t i = 0; i < all_n; i++)
		if (agencyfile_has(f, all[i].unit) || agencyfile_has(f, all[i].owner)) {
			mine[n++] = all[i];
			v->overdue += all[i].deadline < f->today;
		}
	struct followup_row *rows = NEW_ARRAY(f->rq->a, struct followup_row, n + 1);

	v->recommendations = rows;
	v->recommendations_n = n;
	return followup_rows(f->rq, f->db, mine, n, true, rows);
}
